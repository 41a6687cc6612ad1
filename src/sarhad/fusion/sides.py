"""Who counts as who when reports are compared: the state behind a ministry or an army, the group behind its name.

Two outlets seldom name one actor at one level ("Pakistan", "the army", "Islamabad"), so sectors of one state are one side.
An armed group named by its slug is a side of its own, never its country.
"""

from collections.abc import Iterable

from sarhad.records import Statement

STATE = frozenset(["GOV", "MIL", "COP", "SPY", "LEG", "JUD", "UNK"])
NOBODY = frozenset(("UNK", "ISM", "IGO", "NGO"))


def side(code: str) -> str:
    """The side of a code: ISO3 for a state's organs, the slug for a named group, else the code itself."""
    country, _, rest = code.partition(".")
    sector, _, slug = rest.partition("/")
    if slug:
        return slug
    return country if sector in STATE and country not in NOBODY else code


def sides(codes: Iterable[str]) -> frozenset[str]:
    """Sides of many codes, those of nobody in particular left out."""
    return frozenset(side(c) for c in codes if not vague(c))


def parties_of(s: Statement) -> frozenset[str]:
    """The sides between whom a statement tells a ceasefire; none where it tells none."""
    return frozenset(side(p) for p in s.ceasefire.parties) if s.ceasefire else frozenset()


def mutual(s: Statement) -> bool:
    """A clash: several sides act, and nobody is told to be struck. Neither side's charge against the other says so much."""
    return not s.recipients and len(sides(a.code for a in s.actors)) > 1


def vague(code: str) -> bool:
    """Whether a code names nobody in particular: unknown, unidentified armed people, civilians."""
    country, _, rest = code.partition(".")
    sector, _, slug = rest.partition("/")
    return not slug and (country in NOBODY or sector in ("UAF", "CVL", "REF"))


def country(code: str) -> str | None:
    """ISO3 of the country part, None for international and unknown ones."""
    head = code.partition(".")[0]
    return None if head in NOBODY else head


def countries(codes: Iterable[str]) -> frozenset[str]:
    """Countries of many codes."""
    return frozenset(c for c in map(country, codes) if c)
