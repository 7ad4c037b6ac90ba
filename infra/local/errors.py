"""Why the local stack cannot go on, in one line for the person at the keyboard."""


class LocalStackError(Exception):
    """Its text says what is wrong and what to do about it; it is printed without a traceback."""
