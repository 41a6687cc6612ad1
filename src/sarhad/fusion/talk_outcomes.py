"""What came of a talk: an agreement, a statement, no result; and when the parties said they would meet again.

An agreement comes from sure statements of the same parties in the same document, told in the same breath. That there was no result, a
joint statement or a date for the next time is told by the words of the talk's own sentences, which seldom name the parties again.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sarhad.codebook import Auxiliary, CeasefirePhase, EventType
from sarhad.fusion.days_told import day_ahead
from sarhad.fusion.gathering import Gathering
from sarhad.fusion.phases import tells_phase
from sarhad.fusion.sides import side
from sarhad.fusion.talk_passages import BREATH, Passage
from sarhad.fusion.talk_reports import is_talk
from sarhad.fusion.vows import is_vow
from sarhad.records import Evidence, Place, Promised, Statement, TimeSpan

MANY = 3
"""Agreements named in one outcome."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """An outcome and the sentence it rests on."""

    outcome: str
    evidence: Evidence


def near(told: Sequence[Statement], gathering: Gathering) -> list[Statement]:
    """Plain statements of the same parties, told in the same breath as a report of the talk."""
    parties = {side(a.code) for s in told for a in (*s.actors, *s.recipients)}
    return [s for s in _around(told, gathering) if s.plain and _both(s, parties)]


def _close(s: Statement, told: Sequence[Statement]) -> bool:
    """Told in the same breath: within `BREATH` characters of a report of the talk."""
    start = s.evidence.span.start
    return any(t.document_id == s.document_id and abs(start - t.evidence.span.start) <= BREATH for t in told)


def _of_it(s: Statement, told: Sequence[Statement], talks: Sequence[Statement]) -> bool:
    """Told in the breath of this talk and not of another of the page's `talks` that is told of in between."""
    if not _close(s, told):
        return False
    if any(t.sentence.span == s.sentence.span for t in told):
        return True
    before = [t for t in talks if t.evidence.span.start <= s.evidence.span.start]
    next_to = before[-1] if before else talks[0] if talks else None
    return next_to is None or any(t.sentence.span == next_to.sentence.span for t in told)


def _both(s: Statement, parties: set[str]) -> bool:
    return len({side(a.code) for a in (*s.actors, *s.recipients)} & parties) > 1


def _by(s: Statement, parties: set[str]) -> bool:
    """One of them undertakes it; what a third offers the two is no outcome of their talk."""
    return any(side(a.code) in parties for a in s.actors)


def result(told: Sequence[Statement], page: Sequence[Passage], gathering: Gathering) -> Result | None:
    """What the same documents say the same parties agreed or stated, or that they did not; only for talks that were held."""
    if all(s.aux is Auxiliary.FUTURE for s in told):
        return None
    parties = {side(a.code) for s in told for a in (*s.actors, *s.recipients)}
    after = near(told, gathering)
    for s in after:
        if (s.ceasefire and s.ceasefire.phase is CeasefirePhase.TALKS_FAILED) or _failed(s):
            return Result(outcome="no result", evidence=s.sentence)
    agreed = [
        (s, what)
        for s in after
        if s.type is EventType.AGREE and s.aux is None and _by(s, parties) and (what := _agreed(s))
    ]
    if agreed:
        objects = list(dict.fromkeys(what for _, what in agreed))[:MANY]
        return Result(outcome="agreed: " + "; ".join(objects), evidence=agreed[0][0].sentence)
    return _by_words(told, page, gathering)


def _by_words(told: Sequence[Statement], page: Sequence[Passage], gathering: Gathering) -> Result | None:
    """A joint statement, or no result, told by the sentences themselves."""
    said = next((s for s in _around(told, gathering, faint=True) if _stated(s)), None)
    if said:
        return Result(outcome="statement: " + _stated(said), evidence=said.sentence)
    for p in page:
        if _ended_so(p):
            return Result(outcome="no result", evidence=p.sentence)
        if what := _statement_in(p.rest):
            return Result(outcome=f"statement: {what}", evidence=p.sentence)
    return None


def _ended_so(p: Passage) -> bool:
    """Told of these talks as over; talks that "could end without result" or earlier ones have not."""
    failed = _FAILED.search(p.rest)
    return (
        failed is not None
        and _TALKED.search(p.rest) is not None
        and _MAYBE.search(p.rest[: failed.end()]) is None
    )


_MAYBE = re.compile(
    r"\b(?:(?-i:may)|might|could|would|will|should|if|unless|whether|fear\w*|warn\w*|risk\w*|previous|earlier|last (?:week|month|year|round)|past|not expected|first round)\b",
    re.I,
)


def _around(told: Sequence[Statement], gathering: Gathering, *, faint: bool = False) -> list[Statement]:
    """All statements in the breath of the talk. Who issues a joint text is not told by its clause, and the words stand however the
    clause was read, so `faint` ones show it too."""
    out: list[Statement] = []
    for page in dict.fromkeys(t.document_id for t in told):
        here = [t for t in told if t.document_id == page]
        talks = [t for t in gathering.told_in[page] if is_talk(t)]
        every = (*gathering.told_in[page], *(gathering.faint_in[page] if faint else ()))
        out += [s for s in every if _of_it(s, here, talks)]
    return out


_FAILED = re.compile(
    r"\bended (?:[\w-]+ ){0,3}(?:without|inconclusive\w*|in (?:failure|deadlock|stalemate))|\bwithout (?:an? |any |reaching )*(?:agreement|deal|result|breakthrough|progress)|"
    r"\bfailed to (?:reach|produce|bring|yield|agree)|\binconclusive\w*\b|\bno (?:agreement|deal|breakthrough|result)\b|\b(?:did|does|do) not (?:result in|produce|yield|lead to|end (?:in|with)|bring) (?:an? |any )?(?:\w+ )?(?:breakthrough|agreement|deal|result|accord)|"
    r"\byielded (?:no|little)\b|\btalks (?:have )?(?:collapsed|broke[n]? (?:down|off|up))",
    re.I,
)
_TALKED = re.compile(r"\b(?:talks?|negotiations?|rounds?|meetings?|dialogue|discussions?|summit)\b", re.I)


def _failed(s: Statement) -> bool:
    """Told of the talks themselves; what "could fail" has not."""
    told = s.type in (EventType.CONSULT, EventType.REJECT) and s.aux is not Auxiliary.HYPOTHETICAL
    return (
        told and _FAILED.search(s.evidence.quote) is not None and _TALKED.search(s.evidence.quote) is not None
    )


_STATEMENT = re.compile(
    r"(?<!no )\bjoint (?:press )?(?:statement|communiqu[eé]|declaration|release)\b(?! (?:was|is) (?:expected|planned))",
    re.I,
)
_UNISSUED = re.compile(
    r"\b(?:no|without an?|fail\w* to (?:issue|agree)|will|would|not) (?:[\w-]+ ){0,3}joint\b", re.I
)


def _stated(s: Statement) -> str:
    issued = s.aux not in (Auxiliary.HYPOTHETICAL, Auxiliary.NEGATION)
    return _statement_in(s.sentence.quote) if issued else ""


def _statement_in(quote: str) -> str:
    """A joint text that the talk itself ended with; one that was talked about is another's."""
    found = _STATEMENT.search(quote)
    if found is None or _UNISSUED.search(quote) or _TALKED_ABOUT.search(quote[: found.start()]):
        return ""
    return f"a {found.group().lower()}"


_TALKED_ABOUT = re.compile(
    r"\b(?:discuss\w*|about|regarding|on|by|before|since|recall\w*|cit\w+) (?:the |a |their )?$|\b(?:last (?:week|month|year)|earlier|previous\w*|ago)\b",
    re.I,
)


def _agreed(s: Statement) -> str | None:
    """What was surely undertaken; agreeing with a view is no outcome, nor is a date for the next time."""
    if s.commitment is not None and is_vow(s):
        return None if _AGAIN.search(s.commitment.object) else s.commitment.object
    return (
        "a ceasefire"
        if s.ceasefire and s.ceasefire.phase is CeasefirePhase.AGREED and tells_phase(s)
        else None
    )


_AGAIN = re.compile(
    r"\bmeet again\b|\breconvene\w*|\b(?:next|another|follow-up|further|second|third|fourth|fifth|sixth) (?:\w+ )?(?:round|meeting|session|summit)\b|"
    r"\b(?:resume|continue) (?:the |their )?(?:[\w-]+ )?(?:talks|negotiations|dialogue|discussions)\b|\b(?:talks|negotiations|dialogue) (?:will|would|are to|is to) (?:resume|continue)\b",
    re.I,
)
_ANEW = re.compile(
    r"\bmeet again\b|\breconvene\w*|\b(?:next|another|follow-up|further) (?:\w+ )?(?:round|meeting|session|summit)\b",
    re.I,
)
"""The same without ordinals: the second meeting told of in the sentence of a talk may be this one."""
_AHEAD = re.compile(r"\b(?:agree\w*|will|would|to|is due|are due|plan\w*|schedul\w+|set)\b", re.I)


def next_time(told: Sequence[Statement], page: Sequence[Passage], gathering: Gathering) -> Promised | None:
    """When the same parties are told to meet again, after a talk that was held; None where no day is told for it."""
    if all(s.aux is Auxiliary.FUTURE for s in told):
        return None
    parties = {side(a.code) for s in told for a in (*s.actors, *s.recipients)}
    last = max((s.time.end for s in told if s.time), default=None)
    for s in _around(told, gathering):
        again = _AGAIN.search(s.evidence.quote)
        if again is None or s.aux is Auxiliary.NEGATION or not _both(s, parties):
            continue
        if s.aux is not Auxiliary.FUTURE and not _AHEAD.search(s.evidence.quote[: again.start()]):
            continue
        time = _time_ahead(s, again.start(), gathering)
        if time is not None and (last is None or time.end > last):
            return Promised(time=time, evidence=s.sentence, place=s.place)
    return next((p for s in page if (p := _told_ahead(s, last, gathering))), None)


def _told_ahead(p: Passage, last: date | None, gathering: Gathering) -> Promised | None:
    """ "The next round is due in Muscat on Friday", told of the same talks by the sentence that follows."""
    again = (_ANEW if p.own else _AGAIN).search(p.rest)
    if again is None or not _DUE.search(p.rest) or _UNSET.search(p.rest):
        return None
    document = gathering.documents[p.sentence.document_id]
    time = day_ahead(p.rest, document.published, at=again.start()) or day_ahead(p.rest, document.published)
    if time is None or (last is not None and time.end <= last):
        return None
    return Promised(time=time, evidence=p.sentence, place=_place_of(p, gathering))


def _place_of(p: Passage, gathering: Gathering) -> Place | None:
    """Where, if a statement of that sentence tells it of what is to come."""
    page = p.sentence.document_id
    inside = (
        s for s in (*gathering.told_in[page], *gathering.faint_in[page]) if s.sentence.span == p.sentence.span
    )
    return next((s.place for s in inside if s.aux is Auxiliary.FUTURE and s.names_its_place), None)


_DUE = re.compile(
    r"\b(?:will|would|is to|are to|to be held|due|schedul\w+|expected|planned|set|agreed?|slated|to (?:meet|resume|reconvene|continue|return)|resumes?|reconvenes?|begins?|starts?)\b",
    re.I,
)
_UNSET = re.compile(
    r"\b(?:no (?:date|plan)|not (?:been )?(?:set|decided|agreed|scheduled)|unclear|uncertain|whether|if|could|might|may not|yet to)\b",
    re.I,
)
"""A next time that is in the air is no promise."""


def _time_ahead(s: Statement, at: int, gathering: Gathering) -> TimeSpan | None:
    """The time read for it, else the first day ahead that the clause names behind the words."""
    published = gathering.documents[s.document_id].published
    if s.time is not None and published.end is not None and s.time.start > published.end:
        return s.time
    return day_ahead(s.evidence.quote, published, at=at)
