"""Which round of talks words tell of; "ahead of the third round" tells of none that was held."""

import re

from sarhad.records import Statement

ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split()
_ROUND = re.compile(
    rf"\b(?P<nth>{'|'.join(ORDINALS)}|\d{{1,2}}(?:st|nd|rd|th)|latest|final|last|new|fresh|opening) (?:\w+ )?rounds?\b",
    re.I,
)
_ANOTHER = re.compile(
    r"\b(?:ahead of|before|after|since|following|until|preparations? for|prepar\w+|dates? for|agree\w* (?:to|on)|way for|than|to hold|for) (?:[\w’'-]+ ){0,3}$",
    re.I,
)
"""Words before a round that is not the one told of."""


def round_number(s: Statement) -> int | None:
    """Which round its clause tells of, where it tells a number."""
    found = round_in(s.evidence.quote)
    return number_of(found.group("nth")) if found else None


def number_of(nth: str) -> int | None:
    if nth.lower() in ORDINALS:
        return ORDINALS.index(nth.lower()) + 1
    digits = re.match(r"\d+", nth)
    return int(digits.group()) if digits else None


def round_in(quote: str) -> re.Match[str] | None:
    return next((m for m in _ROUND.finditer(quote) if not _ANOTHER.search(quote[: m.start()])), None)
