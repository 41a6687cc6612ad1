"""Which issue of a series a title names: a day, or a number of several digits.

Puzzles, rates and programmes come out again and again in the same words under the same title; what tells one from the next is its day or number.
"""

import re

_MONTH = (
    r"\b(Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|"
    r"Dec(?:ember)?)\b\.?"
)
_NAMED = (
    ("m", re.compile(rf"{_MONTH}\s+(\d{{1,2}})(?:st|nd|rd|th)?\b")),
    ("m", re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}")),
    ("w", re.compile(r"\b(\d{1,2})\.?\s+([^\W\d_]{3})[^\W\d_]*\.?\s+(?:19|20)\d\d\b")),  # in any language
    ("d", re.compile(r"\b(\d{1,2})[./-](\d{1,2})[./-](?:19|20)?\d\d\b")),
    ("s", re.compile(r"^\W*(\d{1,2})/(\d{1,2})\b(?=[\s:])")),
    ("n", re.compile(r"(?:#|\bNo\. ?|№ ?)(\d{3,})\b")),
)  # fmt: skip
"""A few digits after a hash are a rank in a table, not the number of an issue."""


def issues(title: str) -> frozenset[str]:
    """The days and numbers a title names, each with the form in which it does."""
    return frozenset(
        f"{form}:{'-'.join(sorted(map(_short, told.groups())))}"
        for form, pattern in _NAMED
        for told in pattern.finditer(title)
    )


def _short(part: str) -> str:
    return part.lstrip("0") if part.isdecimal() else part[:3].lower()


def other_issue(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether two titles name days or numbers in the same form, and none in common."""
    return not a & b and bool({x[0] for x in a} & {x[0] for x in b})
