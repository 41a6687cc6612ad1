"""Whose telling a document says it prints: the agency in its dateline, in its byline or in its last line.

Two papers that both credit one agency with what they tell of one thing are that agency's one witness, whatever each has edited.
An agency that is quoted inside the text ("a witness told …") is no credit.
"""

import re

from sarhad.knowledge.outlets import OutletKind, outlet
from sarhad.records import Document

HEAD = 500
TAIL = 300

_NAME = r"(?P<name>[A-Z][\w .&/-]{1,40}?)"
_DATELINE = re.compile(rf"^[^\n()]{{2,70}}\({_NAME}\)\s*[-–—:]", re.MULTILINE)
"""SPINWAN, May 3 (Agency) — …"""
_LINE = re.compile(
    rf"^[ \t(—–-]*(?:[Bb]y |[Ss]ource: ?|[Ww]ith (?:additional )?inputs? from )?{_NAME}[ \t.)]*$",
    re.MULTILINE,
)
"""The agency's name in a line of its own, above or below the text."""


def credited(document: Document) -> frozenset[str]:
    """The agencies a document credits as a whole; its publisher, when that is one."""
    text = document.text.strip()
    head, tail = text[:HEAD], text[-TAIL:]
    found = (*_DATELINE.finditer(head), *_LINE.finditer(head), *_LINE.finditer(tail))
    said = [name for m in found for name in m.group("name").split("/")]
    named = (outlet(name) for name in (*said, document.publisher or "") if name.strip())
    return frozenset(o.name for o in named if o is not None and o.kind is OutletKind.AGENCY)
