"""The sentences that tell of a talk: those of its reports, and those that follow and speak of "the talks", "the two sides", "they".

What a paper tells of a talk it seldom tells in one sentence. A sentence that follows counts as long as no other talk has been told of in
between and it speaks back ("the meeting", "both sides"); one that opens a new matter ends the passage.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sarhad.codebook import Auxiliary
from sarhad.codebook.actors import country_of
from sarhad.fusion.gathering import Gathering
from sarhad.fusion.talk_reports import is_talk
from sarhad.fusion.talk_roles import TALK, roles_in
from sarhad.fusion.words import bare, sentences
from sarhad.knowledge.actors import load_actors
from sarhad.records import Document, Evidence, Statement

BREATH = 700
"""Characters behind a report in which its talk is still spoken of."""
_BACK = re.compile(
    rf"\b(?:the|these|those|this|their|our|its|both) (?:[\w’'-]+ ){{0,2}}?{TALK}\b|\bthe (?:trip|visit|call|gathering)\b|"
    r"\b(?:the|both) (?:two |three )?(?:sides|parties|leaders|ministers|delegations|countries|neighbou?rs|governments|officials|generals|commanders|envoys|presidents|negotiators|teams)\b|"
    r"^[\s“\"]*(?:They|Both|The two|The three|The pair|The duo)\b|\bthe (?:two|pair)\b|\bjoint (?:statement|communiqu[eé]|declaration|press)|\bmeet again\b|\b(?:next|another|further|follow-up) (?:\w+ )?(?:round|meeting|session)\b",
    re.I,
)
"""Words that speak back to a talk told before."""
_ELSEWHEN = re.compile(
    r"\b(?:last (?:week|month|year)|earlier (?:this|in|last)|(?:years?|months?|weeks?|days) ago|previous\w*|in (?:19|20)\d\d)\b",
    re.I,
)
"""Words that turn to another time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """One sentence of a talk. `clause` is the part that tells the talk, `rest` the sentence from there on; of a sentence that follows
    (not its `own`) both are the whole."""

    clause: str
    rest: str
    sentence: Evidence
    own: bool = True


def of_report(s: Statement) -> Passage:
    """The sentence of a report."""
    at = max(0, s.evidence.span.start - s.sentence.span.start)
    return Passage(clause=s.evidence.quote, rest=s.sentence.quote[at:], sentence=s.sentence)


def passages(told: Sequence[Statement], gathering: Gathering) -> tuple[Passage, ...]:
    """Of every report its own sentence first, then what follows it, each sentence once."""
    own = [of_report(s) for s in told]
    after = [
        Passage(clause=e.quote, rest=e.quote, sentence=e, own=False)
        for s in told
        for e in _following(s, told, gathering)
    ]
    seen = {p.sentence for p in own}
    return (*own, *{p.sentence: p for p in after if p.sentence not in seen}.values())


def past(page: Sequence[Passage]) -> list[Passage]:
    """Without the sentences that tell what is still to come."""
    return [p for p in page if p.own or not _TO_COME.search(p.clause)]


_TO_COME = re.compile(
    r"\b(?:will|would|(?:are|is|were|was) (?:due |expected |scheduled |set )?to|plan\w*)\b", re.I
)


def _following(s: Statement, told: Sequence[Statement], gathering: Gathering) -> list[Evidence]:
    document = gathering.documents[s.document_id]
    parties = {country_of(a.code) for t in told for a in (*t.actors, *t.recipients)}
    others = [
        t.sentence.span.start
        for t in gathering.told_in[s.document_id]
        if t not in told
        and is_talk(t)
        and t.aux is not Auxiliary.FUTURE
        and t.sentence.span.start > s.sentence.span.start
        and not _same_again(t, parties)
    ]
    end = min([s.sentence.span.end + BREATH, *others])
    after = _sentences(document, s.sentence.span.end, end)
    spoken = (e for e in after if _BACK.search(e.quote) and not _ELSEWHEN.search(e.quote))
    return [e for e in spoken if _of_theirs(e.quote, parties)]


def _same_again(t: Statement, parties: set[str]) -> bool:
    """ "The talks ended on Wednesday", told of the same two: the talk before it, and no other."""
    return (
        _THE_TALK.match(t.evidence.quote) is not None
        and {country_of(a.code) for a in (*t.actors, *t.recipients)} <= parties
    )


_THE_TALK = re.compile(rf"(?:the|these|those|this) {TALK}\b", re.I)


def _of_theirs(sentence: str, parties: set[str]) -> bool:
    """Names nobody, or one of them: "the two leaders" of other countries are others. Whoever only says so is none of them."""
    told = _SAYS_BEHIND.sub("", sentence)
    named = {country_of(hit.code) for hit in load_actors().find(told) if hit.how != "media"}
    named -= {country_of(role.code) for role in roles_in(sentence, None)}
    return not named or bool(named & parties)


_SAYS_BEHIND = re.compile(
    r",[”\"]? (?:according to [^,]{2,80}|[^,]{2,80} (?:said|says|added|announced)(?: (?:on|in) [^,]{2,40})?)\W*$"
)


def _sentences(document: Document, start: int, end: int) -> list[Evidence]:
    """Whole sentences of the article that begin in this stretch."""
    stop = min(len(document.text), end + BREATH)
    found = (
        s
        for s in sentences(document.text, start, stop)
        if s.start < end and (s.end < stop or stop == len(document.text))
    )
    return [
        document.quote(bare(document.text, s))
        for s in found
        if not any(s.overlaps(n) for n in document.noise)
    ]
