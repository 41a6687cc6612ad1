"""Sayings that stand behind or inside what is said: '"...", she said.', "The road, officials say, is closed"."""

from typing import TYPE_CHECKING

from sarhad.reading import grammar
from sarhad.reading.attribution_cues import Range, speaks
from sarhad.reading.attribution_quotes import MARKS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_BREAKS = frozenset((",", "-", "--", "?", "!", "...")) | MARKS


def aside(verb: "Token", cue: Range, source: Range | None, follows: Range | None) -> Range | None:
    """The content around a saying set off by a comma or a closing quotation mark; None where it is not set off.

    `follows` is the content found behind the cue: it wins unless quoted words end just before the saying."""
    if source is None or (verb.tag_ == "VBG" and verb.dep_ != "ROOT"):
        return None
    if follows is None and _says_as(verb):
        return _as_they_say(verb)
    doc, group = verb.doc, (min(cue[0], source[0]), max(cue[1], source[1]))
    before = group[0] - 1
    if group[1] - group[0] > _LONGEST or before < 0 or not _set_off(doc, before):
        return None
    start, quoted = _start(doc, before), doc[before].text in MARKS
    if follows is not None and not (quoted and _opens_with_mark(doc, start, before)):
        return None
    announces = not quoted and doc[min(group[1], len(doc) - 1)].text == ":"
    return None if announces or before == start else (start, _end(doc, group, before))


_LONGEST = 60
"""Tokens of a source and its cue beyond which a parse is not believed."""


def _says_as(verb: "Token") -> bool:
    return verb.dep_ == "advcl" and any(c.lower_ == "as" for c in grammar.children(verb, "mark"))


def _as_they_say(verb: "Token") -> Range | None:
    """ "The road, as the governor noted, is closed": the sentence around it."""
    sentence, first, last = verb.sent, verb.left_edge.i, verb.right_edge.i
    start = sentence.start if first - sentence.start > 2 else last + 1
    end = sentence.end - 1 if sentence.end - last > 3 else first
    return (start, end) if end - start > 2 else None


def _set_off(doc: "Doc", at: int) -> bool:
    """A full stop inside the closing mark ends the sentence: what follows is another one."""
    if doc[at].text in MARKS:
        inner = at > 0 and (not doc[at - 1].whitespace_ or doc[at - 1].text in ("'", "''", '"'))
        return inner and doc[at - 1].text not in (".", "...", ":")
    return doc[at].text in _BREAKS


def _start(doc: "Doc", before: int) -> int:
    """The start of the sentence that the saying closes; where the parser cut before the saying, of the one before."""
    start = int(doc[before].sent.start)
    if before - start < 2 and start > 0 and doc[before].text in MARKS:
        start = int(doc[start - 1].sent.start)
    colons = (t.i for t in doc[start : before - 1] if t.text == ":" and doc[t.i + 1].text in MARKS)
    return max((int(c) + 1 for c in colons), default=start)


def _opens_with_mark(doc: "Doc", start: int, before: int) -> bool:
    """Whether the quoted words are the sentence so far, not the title of a work or a broadcast in it."""
    marks = [t.i for t in doc[start:before] if t.text in MARKS]
    return not marks or marks[0] < start + 3


def _end(doc: "Doc", group: Range, before: int) -> int:
    """Behind the saying the content goes on after a comma, unless another saying or a remark on the source follows."""
    last = int(doc[group[1] - 1].sent.end)
    at = group[1]
    while at < last and doc[at].text not in _STOPS and doc[at].text not in MARKS:
        at += 1
    if at + 1 >= last or doc[at].text != ",":
        return before
    opening = next((t.i for t in doc[at + 1 : last] if t.text in MARKS and doc[t.i - 1].whitespace_), None)
    between = doc[group[1] : opening if opening is not None else at + 3]
    if any(t.pos_ == "VERB" and speaks(t) for t in between):
        return before
    goes_on = doc[at + 1]
    if opening is not None and doc[opening - 1].text == ",":
        return last
    if at - group[1] <= 6 and goes_on.tag_ not in _REMARKS and goes_on.dep_ not in ("cc", "mark"):
        return last - 1 if doc[last - 1].text == "." else last
    return before


_STOPS = frozenset((",", "-", ".", ";"))
_REMARKS = frozenset(("VBG", "WP", "WDT", "WRB", "WP$"))
