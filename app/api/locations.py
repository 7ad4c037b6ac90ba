"""Where to find what was made: the Location header."""

from fastapi import Request


def location(request: Request, route: str, **parameters: str) -> dict[str, str]:
    """The address of the named route. Not url_for, which reads the Host header too:

    one of nonsense would break here, after the thing has been written.
    """
    root: str = request.scope.get("root_path", "")
    return {"Location": root + request.app.url_path_for(route, **parameters)}
