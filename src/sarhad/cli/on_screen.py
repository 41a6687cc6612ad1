"""Words of the press on a terminal: what would steer the terminal is shown and not obeyed."""

import re

_STEERING = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]|\r(?!\n)")
_PICTURES = 0x2400
"""Where the pictures of the control characters stand, in their order."""


def unsteered(text: str) -> str:
    """The text with a picture ("␛") for each control character: a page may hold one that clears the screen or renames the window."""
    return _STEERING.sub(_picture, text)


def _picture(found: re.Match[str]) -> str:
    code = ord(found.group())
    if code == 0x7F:
        return "␡"
    return chr(_PICTURES + code) if code < 0x20 else "\ufffd"


def echo(text: str, *, err: bool = False) -> None:
    """A line of words on standard output or standard error."""
    import typer

    typer.echo(unsteered(text), err=err)
