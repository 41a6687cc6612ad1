"""Pages that an outlet keeps up over hours and days: their date is that of the last post, not of every post.

Of 1,573 articles of the border press 45 are such pages; two in five of the incidents told plainly come from them.
"""

import re
from datetime import timedelta

from sarhad.records import Document, Statement

_ADDRESS = re.compile(r"/live(?:[-/_]|$)|[-/_]live[-_]?(?:updates?|news|blog|coverage|reporting)", re.I)
_TITLE = re.compile(
    r"\blive(?: news)? updates?\b|\blive ?blog\b|\blive (?:coverage|reporting)\b|\bas it happened\b|^live\b",
    re.I,
)
_FOOT = re.compile(
    r"\bthis (?:live (?:blog|page|story|coverage)|post) (?:has been|was) (?:updated|closed)\b"
    r"|\b(?:our|the) live (?:coverage|blog|reporting) (?:has|is) (?:now )?(?:end|clos|paus|mov)\w+",
    re.I,
)  # fmt: skip
_FROM_NOW = re.compile(
    r"\b(?:today|tonight|yesterday|tomorrow|overnight|ago|past|last (?:night|week)|this (?:morning|afternoon|evening|week))\b",
    re.I,
)
_WEEKDAY = re.compile(
    r"(?:(?:early|late) )?(?:mon|tues|wednes|thurs|fri|satur|sun)day(?: (?:morning|afternoon|evening|night))?",
    re.I,
)
_FIXED = re.compile(r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|\d", re.I)


def kept_up(document: Document | None) -> bool:
    """Whether this page is written on over a time, so that its date fits its last post only."""
    if document is None:
        return False
    return bool(
        _ADDRESS.search(document.url or "")
        or _TITLE.search(document.title or "")
        or _FOOT.search(document.text)
    )


FAR_BACK = timedelta(days=4)
"""A weekday so long before the day of a page kept up over days may as well be the same weekday after it."""


def next_or_last(s: Statement, document: Document | None) -> bool:
    """Whether "on Tuesday" may be the Tuesday that followed the day such a page is dated by."""
    printed = document.published.start if document is not None else None
    if s.time is None or printed is None or not kept_up(document):
        return False
    return _WEEKDAY.fullmatch(s.time.mention) is not None and printed - s.time.start >= FAR_BACK


def counts_from_its_post(s: Statement) -> bool:
    """ "Today", "over the past day": days that count from the minute of writing, which on such a page nobody knows."""
    mention = s.time.mention if s.time is not None else ""
    return bool(_FROM_NOW.search(mention)) and not _FIXED.search(mention)
