"""Where armed groups are said to have their base: the charge that borders quarrel over most, and that papers soon take over as known.

"Militants operating from Afghan soil" is seldom a clause of its own, so it is found by its words. It is attributed where its sentence
says whose word it is, flat where the paper says it itself.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sarhad.codebook import EventType
from sarhad.fusion.gathering import Gathering
from sarhad.fusion.lands import land_of
from sarhad.fusion.words import content
from sarhad.records import Document, Drift, Evidence, Span

_GROUPS = (
    r"(?i:militants?|insurgents?|terrorists?|rebels?|fighters|(?:terror(?:ist)?|militant|armed|extremist|separatist|rebel) "
    r"(?:groups?|organi[sz]ations?|outfits?))"
)
_HAVEN = re.compile(
    rf"\b{_GROUPS}\b[^.;:,]{{0,40}}?\b(?:operat(?:e[sd]?|ing)|launch\w*|stag(?:e[sd]?|ing)|hid(?:e|es|ing)|shelter\w*)\b[^.;:]{{0,30}}?"
    r"\b(?:(?:from|out of) (?:the )?(?P<land>[A-Z]\w+)|(?:in|on|from) (?:the )?(?P<soil>[A-Z]\w+)(?:['’]s?)? (?:soil|territory|land)\b)",
)
LONGEST = 600
"""Characters of a sentence; a longer one is several whose ends were lost."""
_SENTENCE = re.compile(r"[^\s][^.!?\n]*(?:[.!?](?=\S)[^.!?\n]*)*[.!?]?[”\"’']?")
_SAID = re.compile(
    r"\baccording to\b|\bsa(?:id|ys?|ying)\b|\btold\b|\bclaim\w*|\baccus\w+|\bblam\w+|\balleg\w+|\battribut\w+|\bbelie(?:f|v\w+)|\bdemand\w*|\b"
    r"urg(?:e[ds]?|ing)\b|\bemphasi\w+|\bstress\w*|\bnot(?:e[ds]?|ing) that\b|\bargu\w+|\bwarn\w*|\bden(?:y|ie[ds])\b|\bsuspect\w*|\bcall(?:s|ed|ing)? on\b",
    re.I,
)
"""Words that tell whose word it is."""
_BOTH = re.compile(r"\bpledg\w+|\bagree[ds]?\b|\bjoint statement\b", re.I)
"""What an undertaking takes for granted it tells flatly."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Haven:
    """A sentence that places armed groups in a land."""

    evidence: Evidence
    land: str
    attributed: bool
    words: frozenset[str]


def havens(gathering: Gathering) -> list[Drift]:
    """Sentences that place armed groups in one land, attributed in one document and flat in another: each flat one once."""
    found = [h for r in gathering.readings for h in _found(r.document)]
    attributed = [h for h in found if h.attributed]
    drifts: dict[str, Drift] = {}
    for flat in (h for h in found if not h.attributed):
        near = [
            (len(h.words & flat.words), h)
            for h in attributed
            if h.land == flat.land and h.evidence.document_id != flat.evidence.document_id
        ]
        if near:
            _, best = max(near, key=lambda p: p[0])
            drifts.setdefault(flat.evidence.document_id, _drift(best, flat, gathering))
    return list(drifts.values())


def _found(document: Document) -> Iterator[Haven]:
    for passage in document.passages:
        text = document.text[passage.start : passage.end]
        for sentence in _SENTENCE.finditer(text):
            yield from _of_sentence(document, passage.start + sentence.start(), sentence.group())


def _of_sentence(document: Document, start: int, sentence: str) -> Iterator[Haven]:
    for told in _HAVEN.finditer(sentence):
        land = None if len(sentence) > LONGEST else land_of(told.group("land") or told.group("soil"))
        if land is None:
            continue
        whole = Span(start=start, end=start + len(sentence))
        yield Haven(
            evidence=document.quote(whole),
            land=land,
            attributed=_SAID.search(sentence) is not None and _BOTH.search(sentence) is None,
            words=content(sentence),
        )


def _speaker(h: Haven, gathering: Gathering) -> str | None:
    """Whose word the sentence is, where it is read."""
    span = h.evidence.span
    inside = [s for s in gathering.told_in.get(h.evidence.document_id, ()) if span.covers(s.evidence.span)]
    said = [s.speaker.code for s in inside if s.speaker is not None]
    charged = [a.code for s in inside if s.type in (EventType.ACCUSE, EventType.REQUEST) for a in s.actors]
    return next(iter([*said, *charged]), None)


def _drift(attributed: Haven, flat: Haven, gathering: Gathering) -> Drift:
    families = gathering.family_of
    one, other = attributed.evidence.document_id, flat.evidence.document_id
    return Drift(
        attributed=attributed.evidence,
        flat=flat.evidence,
        speaker=_speaker(attributed, gathering),
        same_family=families[one] == families[other],
        unsure=True,
    )
