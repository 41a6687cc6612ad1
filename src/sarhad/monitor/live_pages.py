"""Pages that an outlet keeps up over hours and days: their date is that of the last post, not of every post.

Of 1,573 articles of the border press 45 are such pages; two in five of the incidents told plainly come from them.
"""

import re

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


def counts_from_its_post(s: Statement) -> bool:
    """ "Today", "over the past day": days that count from the minute of writing, which on such a page nobody knows."""
    mention = s.time.mention if s.time is not None else ""
    return bool(_FROM_NOW.search(mention)) and not _FIXED.search(mention)
