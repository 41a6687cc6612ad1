"""Direct speech: quotations made whole, and speech that runs on over sentences and paragraphs."""

from typing import TYPE_CHECKING

from sarhad.reading.attribution_cues import Range
from sarhad.reading.attribution_quotes import MARKS, touched
from sarhad.reading.attribution_saying import Saying

if TYPE_CHECKING:
    from spacy.tokens import Doc

_SHORT = 6
"""Tokens, marks included, up to which words in quotation marks are a quoted term, not speech."""
_FAR = 30
"""Tokens that may stand between a saying's last word and the speech that goes on ("said the head of ... in Kabul.")."""


def quoted(saying: Saying, quotes: list[Range]) -> Saying:
    """The saying with its direct speech whole."""
    if not saying.speech:
        return saying
    others = [q for q in quotes if not q[0] <= saying.cue[0] < q[1]]
    return saying.with_content(touched(others, saying.content))


def in_speech(saying: Saying, quotes: list[Range]) -> bool:
    """Whether the cue stands between quotation marks: then it is part of somebody's speech."""
    return any(a < saying.cue[0] and saying.cue[1] <= b and b - a > _SHORT for a, b in quotes)


def running(doc: "Doc", found: list[Saying], quotes: list[Range]) -> list[Saying]:
    """The sayings in order of the text; a quotation that no cue of its own sentence holds goes on with the speech
    just before it."""
    out = sorted(found, key=lambda s: s.cue)
    speakers = [n for n, s in enumerate(out) if s.speech and not in_speech(s, quotes)]
    for quote in quotes:
        if quote[1] - quote[0] < 4 or any(_shares(s, quote) for s in out):
            continue
        before = [n for n in speakers if 0 <= quote[0] - out[n].extent()[1] <= _FAR]
        near = max(before, key=lambda n: (_direct(doc, out[n]), out[n].extent()[1]), default=None)
        if near is not None and _nothing_between(doc, out[near].extent()[1], quote[0]):
            content = out[near].content
            out[near] = out[near].with_content((content[0], max(content[1], quote[1])))
    return out


def _shares(saying: Saying, quote: Range) -> bool:
    """Whether a saying told from outside a quotation has words in it."""
    start, end = saying.extent()
    return start < quote[1] and quote[0] < end and not quote[0] <= saying.cue[0] < quote[1]


def _direct(doc: "Doc", saying: Saying) -> bool:
    """Whether a saying holds direct speech already."""
    return any(t.text in MARKS for t in doc[slice(*saying.content)])


def _nothing_between(doc: "Doc", start: int, end: int) -> bool:
    """Only marks and the rest of the saying's own sentence stand between it and a quotation."""
    after = int(doc[start - 1].sent.end)
    return all(t.is_punct for t in doc[max(start, after) : end]) and end - start < 25


_JOINING = frozenset(("and", "or", "nor"))


def carried_on(doc: "Doc", found: list[Saying]) -> list[Saying]:
    """The sayings, each clause that the parser cut in mid-sentence carried on to the next mark, unless a cue or a
    source stands before it. (Objects and infinitives carried on in the same way did not gain.)"""
    others = {i for s in found for i in range(*s.cue)} | {s.source[0] for s in found if s.source}
    return [s.with_content((s.content[0], _carried(doc, s, others))) for s in found]


def _carried(doc: "Doc", saying: Saying, others: set[int]) -> int:
    """Where a clause ends that goes on without a mark, or with ", and"."""
    end = saying.content[1]
    last = int(doc[end - 1].sent.end)
    if end >= last or saying.content[0] < saying.cue[0] or not saying.how.endswith("clause"):
        return end
    listed = doc[end].text == "," and end + 1 < last and doc[end + 1].lower_ in _JOINING
    if doc[end].is_punct and not listed:
        return end
    stop = next((int(t.i) for t in doc[end + 1 : last] if t.is_punct), last)
    return end if others.intersection(range(end, stop)) else stop
