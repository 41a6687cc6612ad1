"""Sayings that stand behind or inside what is said: '"...", she said.', "The road, officials say, is closed"."""

from typing import TYPE_CHECKING

from sarhad.reading.attribution_cues import Range
from sarhad.reading.attribution_quotes import MARKS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_BREAKS = frozenset((",", "-", "--", "?", "!", "...")) | MARKS


def aside(verb: "Token", cue: Range, source: Range | None, follows: Range | None) -> Range | None:
    """The content around a saying set off by a comma or a closing quotation mark; None where it is not set off.

    `follows` is the content found behind the cue: it wins unless quoted words end just before the saying."""
    if source is None:
        return None
    doc, group = verb.doc, (min(cue[0], source[0]), max(cue[1], source[1]))
    before = group[0] - 1
    if group[1] - group[0] > 60 or before < 0 or not _set_off(doc, before):
        return None
    if follows is not None and doc[before].text not in MARKS:
        return None
    start = _start(doc, before)
    if before - start < 1:
        return None
    return start, _end(doc, group, before)


def _set_off(doc: "Doc", at: int) -> bool:
    """A full stop inside the closing mark ends the sentence: what follows is another one."""
    if doc[at].text in MARKS:
        return at > 0 and doc[at - 1].text not in (".", "...", ":") and not doc[at - 1].whitespace_
    return doc[at].text in _BREAKS


def _start(doc: "Doc", before: int) -> int:
    """The start of the sentence that the saying closes; where the parser cut before the saying, of the one before."""
    start = int(doc[before].sent.start)
    if before - start < 2 and start > 0:
        start = int(doc[start - 1].sent.start)
    return start


def _end(doc: "Doc", group: Range, before: int) -> int:
    """Behind the saying the content goes on after a comma, unless a participle ("adding ...") follows."""
    last = int(doc[group[1] - 1].sent.end)
    at = group[1]
    for quote in (t.i for t in doc[at:last] if t.text in MARKS and doc[t.i - 1].text == ","):
        return last
    while at < last and doc[at].text not in (",", "-", ".", ";") and doc[at].text not in MARKS:
        at += 1
    if at + 1 >= last or doc[at].text in (".", ";"):
        return before
    goes_on = doc[at + 1]
    if doc[at].text == "," and at - group[1] <= 6 and goes_on.tag_ != "VBG" and goes_on.dep_ not in ("cc", "mark"):
        return last - 1 if doc[last - 1].text == "." else last
    return before
