"""Sayings in sayings: which holds which, and where a parse gave one more than is its own."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sarhad.reading.attribution_saying import Saying

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def holders(found: Sequence[Saying]) -> list[int | None]:
    """For each saying, in order of the cues, the place of the shortest whose content holds it; None for none."""
    out: list[int | None] = [None] * len(found)
    starts = [s.cue[0] for s in found]
    for n in sorted(range(len(found)), key=lambda n: -_length(found[n])):
        outer = found[n]
        for m in range(bisect_left(starts, outer.content[0]), bisect_left(starts, outer.content[1])):
            if m != n and _holds(outer, found[m]):
                out[m] = n
    return out


def _holds(outer: Saying, inner: Saying) -> bool:
    """Whether the cue of `inner` stands in the content of `outer`, and not the other way round."""
    if not outer.content[0] <= inner.cue[0] < outer.content[1]:
        return False
    return not inner.content[0] <= outer.cue[0] < inner.content[1] or _length(outer) > _length(inner)


def _length(saying: Saying) -> int:
    return saying.content[1] - saying.content[0]


def untangled(doc: "Doc", found: Sequence[Saying]) -> list[Saying]:
    """The sayings, each content cut where another saying of the same sentence stands beside it, not in it:
    "said the road was shut, adding ...", "would come and warned ...", "said so, though she noted ...".
    `found` is in order of the cues."""
    out = list(found)
    for n in range(len(out)):
        for m in range(n + 1, len(out)):
            if out[m].cue[0] >= out[n].content[1]:
                break
            at = _beside(doc, out[n], out[m]) if _holds(out[n], out[m]) else None
            if at is not None:
                out[n] = out[n].with_content((out[n].content[0], at))
                out[m] = replace(out[m], source=out[n].source) if _shares(doc, out[m]) else out[m]
    return out


def _head(doc: "Doc", saying: Saying) -> "Token":
    """The verb of a cue."""
    return next((t for t in reversed(doc[slice(*saying.cue)]) if t.pos_ == "VERB"), doc[saying.cue[1] - 1])


def _shares(doc: "Doc", inner: Saying) -> bool:
    """Whether a saying beside another has no source of its own between the two."""
    joined = doc[inner.cue[0] - 1].text in (",", "and", "but")
    return inner.source is None or inner.source[1] > inner.cue[0] or joined


_CONTRASTS = frozenset(("though", "although", "while", "but"))


def _beside(doc: "Doc", outer: Saying, inner: Saying) -> int | None:
    """Where the outer content ends if `inner` stands beside it; None if it belongs to it."""
    if inner.cue[0] - 1 <= outer.content[0]:
        return None
    return (_joined(doc, outer, inner) if inner.speech else None) or _contrasted(doc, outer, inner)


def _joined(doc: "Doc", outer: Saying, inner: Saying) -> int | None:
    """ "Said the road was shut, adding ...", "... and warned of snow"."""
    verb, at = _head(doc, inner), inner.cue[0] - 1
    if verb.tag_ == "VBG" and doc[at].text == ",":
        return at
    joins = doc[at].lower_ in ("and", "but") and _of_one_tense(doc, outer, verb)
    return at if joins else None


def _contrasted(doc: "Doc", outer: Saying, inner: Saying) -> int | None:
    """ "Said it was safe, although he refused to fly": the writer sets one stand against the other."""
    start = inner.cue[0]
    first = inner.source[0] if inner.source is not None and inner.source[1] == start else start
    set_off = doc[first - 1].lower_ in _CONTRASTS and doc[first - 2].text == ","
    return first - 2 if set_off and first - 2 > outer.content[0] else None


def _of_one_tense(doc: "Doc", outer: Saying, verb: "Token") -> bool:
    """Whether a joined verb has the tense of the outer cue, and the content's own verb has another."""
    cue = _head(doc, outer)
    if verb.tag_ != cue.tag_ or verb.tag_ not in ("VBD", "VBZ", "VBG"):
        return False
    top = next((t for t in doc[slice(*outer.content)] if t.head == cue), None)
    return top is not None and top.tag_ != verb.tag_
