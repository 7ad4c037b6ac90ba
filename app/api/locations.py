"""Where to find what was made: the Location header."""

from fastapi import Request, Response


def set_location(request: Request, response: Response, route: str, **parameters: str) -> None:
    """The address of the named route. Not url_for, which reads the Host header too:

    one of nonsense would break here, after the thing has been written.
    """
    response.headers["Location"] = request.scope["root_path"] + request.app.url_path_for(route, **parameters)
