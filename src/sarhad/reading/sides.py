"""Whose side a code is on."""

from collections.abc import Iterable

from sarhad.codebook.actors import country_of
from sarhad.records import Actor


def side(code: str) -> str:
    """A group is a side of its own, everybody else their country's."""
    return code if "/" in code else country_of(code)


def sides(actors: Iterable[Actor]) -> set[str]:
    """The sides of several."""
    return {side(a.code) for a in actors}
