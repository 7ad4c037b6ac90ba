"""python -m infra.local: Baton on this machine."""

import sys


def main() -> None:
    if sys.version_info < (3, 12):  # noqa: UP036  here an older Python is refused
        sys.exit("baton: Python 3.12 or newer is needed; this is " + sys.version.split()[0] + ".")
    # Only now: the rest does not even load on an older Python.
    from infra.local.command import main as run_command

    run_command()


if __name__ == "__main__":
    main()
