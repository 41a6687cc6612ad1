"""Quotation marks of a document: what stands between them, also where a speech runs over paragraphs."""

from typing import TYPE_CHECKING

from sarhad.reading.attribution_cues import Range

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

MARKS = frozenset(('"', "''", "``", "“", "”"))
_LONGEST = 400
"""Tokens after which a mark left open is taken for a slip."""


def opens(mark: "Token", inside: bool) -> bool:
    """A mark with a space before it and none behind opens; where the spaces do not tell, marks take turns."""
    before = mark.i == 0 or bool(mark.nbor(-1).whitespace_) or mark.nbor(-1).is_bracket or mark.is_sent_start
    last = mark.i + 1 == len(mark.doc)
    behind = bool(mark.whitespace_) or last or mark.nbor(1).is_punct
    return bool(before) if before != behind else not inside


def quotations(doc: "Doc") -> list[Range]:
    """Token ranges from mark to mark, the marks included. A speech whose paragraphs each open anew is one range."""
    out: list[Range] = []
    start: int | None = None
    for mark in (t for t in doc if t.text in MARKS):
        opening = opens(mark, start is not None)
        if start is not None and mark.i - start > _LONGEST:
            start = None
        if opening and start is None:
            start = mark.i
        elif not opening and start is not None:
            out.append((start, mark.i + 1))
            start = None
    return out


def touched(quotes: list[Range], part: Range) -> Range:
    """`part` widened by every quotation it shares words with."""
    start, end = part
    for first, last in quotes:
        if first < end and start < last:
            start, end = min(start, first), max(end, last)
    return start, end
