"""Sayings in sayings: which holds which, and where a parse gave one more than is its own."""

from dataclasses import replace
from typing import TYPE_CHECKING

from sarhad.reading.attribution_saying import Saying

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def holds(outer: Saying, inner: Saying) -> bool:
    """Whether the cue of `inner` stands in the content of `outer`, and not the other way round."""
    if not outer.content[0] <= inner.cue[0] < outer.content[1]:
        return False
    return not inner.content[0] <= outer.cue[0] < inner.content[1] or _length(outer) > _length(inner)


def _length(saying: Saying) -> int:
    return saying.content[1] - saying.content[0]


def untangled(doc: "Doc", found: list[Saying]) -> list[Saying]:
    """The sayings, each content cut where another saying of the same sentence stands beside it, not in it:
    "said the road was shut, adding ...", "said he would come and warned ...", "said so, though she noted ...". """
    out = list(found)
    for n, outer in enumerate(out):
        for m, inner in enumerate(out):
            if n != m and holds(out[n], inner) and inner.cue[0] > outer.cue[1]:
                at = _beside(doc, out[n], inner)
                if at is not None:
                    out[n] = out[n].with_content((out[n].content[0], at))
                    out[m] = replace(inner, source=outer.source) if _shares(doc, inner) else inner
    return out


def _head(doc: "Doc", saying: Saying) -> "Token":
    """The verb of a cue."""
    return next((t for t in reversed(doc[slice(*saying.cue)]) if t.pos_ == "VERB"), doc[saying.cue[1] - 1])


def _shares(doc: "Doc", inner: Saying) -> bool:
    return inner.source is None or inner.source[1] > inner.cue[0] or doc[inner.cue[0] - 1].text in (",", "and", "but")


def _beside(doc: "Doc", outer: Saying, inner: Saying) -> int | None:
    """Where the outer content ends if `inner` stands beside it; None if it belongs to it."""
    verb, start = _head(doc, inner), inner.cue[0]
    if not inner.speech or start - 1 <= outer.content[0]:
        return None
    before = doc[start - 1]
    if verb.tag_ == "VBG" and before.text == ",":
        return start - 1
    cue = _head(doc, outer)
    if before.lower_ in ("and", "but") and verb.tag_ == cue.tag_ and verb.tag_ in ("VBD", "VBZ", "VBG"):
        top = next((t for t in doc[slice(*outer.content)] if t.head == cue), None)
        return start - 1 if top is not None and top.tag_ != verb.tag_ else None
    first = inner.source[0] if inner.source is not None and inner.source[1] == start else start
    if doc[first - 1].lower_ in ("though", "although", "while", "but") and doc[first - 2].text == ",":
        return first - 2 if first - 2 > outer.content[0] else None
    return None
