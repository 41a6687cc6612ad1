"""Who claims an incident, who is accused of it, who denies it: each with its sentence and the thread that it stands in.

A charge and a denial belong to an incident when they are told of one of its reports, or when a dispute or an accusation rests on the
sentence of a report. A claim of responsibility is read from the words that follow a report, for it names no deed of its own.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from sarhad.codebook import Auxiliary, Avowal, EventType, Manner, Stance
from sarhad.codebook.actors import sector_of
from sarhad.fusion.answers import DENYING
from sarhad.fusion.charges import OTHER_MODES
from sarhad.fusion.disputes import PRESS
from sarhad.fusion.gathering import Gathering
from sarhad.fusion.name_lists import names_first, names_last
from sarhad.fusion.sides import side, vague
from sarhad.fusion.words import sentences
from sarhad.records import (
    UNSURE,
    Accusation,
    Avowed,
    Dispute,
    Evidence,
    Incident,
    Position,
    Span,
    Statement,
)

T = TypeVar("T", Accusation, Dispute)
BREATH = 450
"""Characters behind a report in which somebody is told to claim it."""
_CLAIM = re.compile(
    r"\b(?:(?:claim(?:ed|s|ing)?|took|taken|taking|accept(?:ed|s)|admit(?:ted|s)|assum(?:ed|es)) (?:[\w-]+ ){0,2}?(?:responsibility|credit)"
    r"|claim(?:ed|s) (?:the|this|that|both|these) (?:[\w-]+ ){0,2}?(?:attacks?|bombings?|strikes?|blasts?|raids?|ambush|assaults?|killings?|shootings?))\b",
    re.I,
)
_CLAIMED_BY = re.compile(
    r"\b(?:(?:was|were|been|later|is) claimed by|responsibility (?:[\w-]+ ){0,4}?claimed by)\b", re.I
)
_NOBODY = re.compile(
    r"\b(?:no (?:group|one|party|side|organi[sz]ation|militant group|armed group)|nobody) (?:has|had|have)? ?(?:[\w-]+ ){0,3}?(?:claimed|taken|took|admitted)|"
    r"\b(?:there (?:was|has been|is)|with) no (?:immediate )?claims? of responsibility|\bno (?:immediate )?claims? of responsibility\b|"
    r"\bwas not (?:immediately )?claimed\b",
    re.I,
)
_NOT = re.compile(
    r"\b(?:not|never|n[’']t|without|denied|denies|declined|refus\w*|neither|nor|yet to|if|would|could|may|might)\b[^,;]*$",
    re.I,
)
_OF_ANOTHER = re.compile(r"\s+for (?:\w+ing\b|an?\b|two\b|three\b|several\b|another\b|other\b|some\b)", re.I)
"""Behind a claim in a sentence that follows: what it claims is a deed of its own."""
_DENIED = re.compile(
    r"\bden(?:y|ie[ds]|ying) (?:any |all |its |having |being )*(?:involve\w*|responsib\w*|role|part in|behind|carr(?:y|ied|ying) (?:it )?out|that it (?:was|had been|is) (?:involved|behind|responsible)|it was (?:involved|behind|responsible))",
    re.I,
)
_ANY = re.compile(r"claim|responsib|credit|den[yi]", re.I)
HOW = {
    Manner.ALLEGES: Avowal.ACCUSES,
    Manner.DENIES: Avowal.DENIES,
    Manner.NEITHER: Avowal.NEITHER,
    Manner.FALLS_SILENT: Avowal.NEITHER,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Threads:
    """Accusations and disputes by the documents that they are told in."""

    accusations: Mapping[str, Sequence[Accusation]]
    disputes: Mapping[str, Sequence[Dispute]]


def avowed(
    happened: Sequence[Incident],
    charged: Sequence[Accusation],
    quarrels: Sequence[Dispute],
    gathering: Gathering,
) -> list[Incident]:
    """The incidents, each with how its parties stand to it."""
    threads = Threads(accusations=_by_page(charged), disputes=_by_page(quarrels))
    starts = _starts(happened)
    return [replace(i, avowals=_avowals(i, threads, starts, gathering)) for i in happened]


def _by_page(threads: Sequence[T]) -> dict[str, list[T]]:
    found: dict[str, list[T]] = {}
    for t in threads:
        for page in dict.fromkeys(p.evidence.document_id for p in t.positions):
            found.setdefault(page, []).append(t)
    return found


def _starts(happened: Sequence[Incident]) -> dict[str, list[tuple[int, str]]]:
    """Where each page tells of which incident surely: what follows the next one's sentence is told of that one."""
    found: dict[str, list[tuple[int, str]]] = {}
    for i in happened:
        for r in i.reports:
            if not r.unsure:
                found.setdefault(r.statement.document_id, []).append((r.statement.sentence.span.start, i.id))
    return found


def _avowals(
    i: Incident, threads: Threads, starts: Mapping[str, Sequence[tuple[int, str]]], gathering: Gathering
) -> tuple[Avowed, ...]:
    doers = {side(code) for code in i.actors}
    found = [*_claims(i, starts, gathering), *_answers(i, gathering), *_charges_behind(i, starts, gathering)]
    found += [a for a in _in_threads(i, threads, gathering) if _charges(a, doers, gathering)]
    once: dict[tuple[object, ...], Avowed] = {}
    for a in found:
        key = (a.how, a.by and side(a.by), a.evidence.document_id, tuple(sorted(set(map(side, a.of)))))
        known = once.get(key)
        once[key] = (
            replace(known, thread=known.thread or a.thread, silent_days=known.silent_days or a.silent_days)
            if known
            else a
        )
    everybody = [_hung(a, threads) for a in once.values()]
    claimed = any(a.how is Avowal.CLAIMS for a in everybody)
    kept = [a for a in everybody if not (claimed and a.how is Avowal.NOBODY and _before_claim(a, everybody))]
    return tuple(
        sorted(
            kept,
            key=lambda a: (
                list(Avowal).index(a.how),
                a.published or "9999",
                a.evidence.document_id,
                a.evidence.span,
            ),
        )
    )


def _charges(a: Avowed, doers: set[str], gathering: Gathering) -> bool:
    """A dispute may be about something else than who did it ("Hamas has not confirmed his death"): to assert that is to accuse nobody."""
    told = gathering.by_anchor.get(a.anchor or "")
    if a.how is not Avowal.ACCUSES or (told is not None and told.type is EventType.ACCUSE):
        return True
    return bool({side(code) for code in a.of} & doers) and side(a.by or "") not in doers


def _before_claim(a: Avowed, every: Sequence[Avowed]) -> bool:
    """That nobody had claimed it was told before, or on the same page as, the claim."""
    return any(c.how is Avowal.CLAIMS and (c.published or "") >= (a.published or "") for c in every)


# --- claims of responsibility


def _claims(
    i: Incident, starts: Mapping[str, Sequence[tuple[int, str]]], gathering: Gathering
) -> Iterator[Avowed]:
    for r in i.reports:
        s = r.statement
        if s.stance in DENYING or s.aux is Auxiliary.HISTORICAL or s.type is not EventType.ASSAULT:
            continue
        document = gathering.documents[s.document_id]
        end = _end(s, i, starts)
        if not _ANY.search(document.text[s.sentence.span.start : end]):
            continue
        own = s.sentence.span
        spans = [
            own,
            *(
                x
                for x in sentences(document.text, own.end, min(len(document.text), end + BREATH))
                if own.end <= x.start < end
            ),
        ]
        for span in spans:
            yield from _claimed(
                document.quote(_bare(document.text, span)), s, unsure=r.unsure, gathering=gathering
            )


def _bare(text: str, span: Span) -> Span:
    told = text[span.start : span.end]
    start = span.start + len(told) - len(told.lstrip())
    return Span(start=start, end=max(start, start + len(told.strip())))


def _claimed(sentence: Evidence, s: Statement, *, unsure: bool, gathering: Gathering) -> Iterator[Avowed]:
    """Each who is told to claim it in this sentence; that nobody does."""
    on = gathering.published(s)
    own = sentence.span == s.sentence.span
    told: list[tuple[str | None, Avowal]] = [
        (by, Avowal.CLAIMS) for by in _claimers(sentence.quote, on, own=own)
    ]
    if _NOBODY.search(sentence.quote):
        told = [(None, Avowal.NOBODY)]
    told += [(by, Avowal.DENIES) for by in _deniers(sentence.quote, on)]
    for by, how in told:
        yield Avowed(
            how=how,
            by=by,
            evidence=sentence,
            family=gathering.family(s),
            published=gathering.printed(s),
            unsure=unsure,
        )


def _deniers(sentence: str, on: date | None) -> list[str]:
    """ "The Tehreek-e-Taliban Pakistan denied that it was involved"."""
    before = (sentence[: m.start()] for m in _DENIED.finditer(sentence))
    by = (h.code for text in before for h in names_last(_AUXILIARY.sub("", text), on))
    return list(dict.fromkeys(code for code in by if not vague(code)))


def _claimers(sentence: str, on: date | None, *, own: bool) -> list[str]:
    by: list[str] = []
    for m in _CLAIMED_BY.finditer(sentence):
        by += [h.code for h in names_first(sentence[m.end() :], on)]
    for m in _CLAIM.finditer(sentence):
        before = sentence[: m.start()]
        another = not own and _OF_ANOTHER.match(sentence[m.end() :])
        if not another and not _NOT.search(before[-60:]):
            by += [h.code for h in names_last(_AUXILIARY.sub("", before), on)]
    return list(dict.fromkeys(code for code in by if not vague(code)))


_AUXILIARY = re.compile(
    r"(?:,? (?:which|who|that)| (?:has|have|had|later|quickly|immediately|promptly|also|since|publicly|officially|on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
    r"|,? an? [^,]{3,60},|, (?:known|linked|allied)[^,]{3,60},| \([^)]{2,20}\)| (?:militants?|fighters|group|rebels|insurgents|spokes\w+))*\s*$"
)
"""What may stand between a name and "claimed"."""


# --- charges and answers


def _answers(i: Incident, gathering: Gathering) -> Iterator[Avowed]:
    """What other statements of the page say of a report: a charge, a denial, neither."""
    for r in i.reports:
        for s in (*gathering.replies.get(r.statement.anchor, ()), r.statement):
            if (how := _how(s)) is not None:
                yield from _told(s, how, gathering)


def _charges_behind(
    i: Incident, starts: Mapping[str, Sequence[tuple[int, str]]], gathering: Gathering
) -> Iterator[Avowed]:
    """ "Kabul blamed Islamabad for the shelling", told behind a report of an act by nobody named, or by whom it names."""
    doers = {side(code) for code in i.actors if not vague(code)}
    for r in i.reports:
        end = _end(r.statement, i, starts)
        for s in gathering.told_in[r.statement.document_id]:
            if (
                not r.statement.sentence.span.end <= s.sentence.span.start < end
                or _how(s) is not Avowal.ACCUSES
            ):
                continue
            accused = {side(a.code) for a in s.recipients}
            if _THE_DEED.search(s.evidence.quote) and (not doers or accused & doers):
                yield from _told(s, Avowal.ACCUSES, gathering)


_THE_DEED = re.compile(
    r"\b(?:for|of|over|behind|in) (?:carrying out |launching |ordering |planning |being behind )?(?:the|this|that|these|those) (?:[\w’'-]+ )?"
    r"(?:attacks?|strikes?|air ?strikes?|bombings?|shelling|raids?|killings?|blasts?|explosions?|assaults?|shootings?|ambush|incident|massacre|assassination)\b",
    re.I,
)


def _end(s: Statement, i: Incident, starts: Mapping[str, Sequence[tuple[int, str]]]) -> int:
    """Where what is told behind a report is no longer told of it."""
    others = [at for at, name in starts.get(s.document_id, ()) if name != i.id and at > s.sentence.span.start]
    return min([s.sentence.span.end + BREATH, *others])


def _how(s: Statement) -> Avowal | None:
    if s.aux not in (None, Auxiliary.HISTORICAL):
        return None
    if s.stance is Stance.NEITHER:
        return Avowal.NEITHER
    if s.stance is Stance.DENIES or (s.type is EventType.REJECT and _DENIES.search(s.evidence.quote)):
        return Avowal.DENIES
    charges = s.type is EventType.ACCUSE and s.mode not in OTHER_MODES and s.stance is Stance.ASSERTS
    return Avowal.ACCUSES if charges and s.recipients else None


_DENIES = re.compile(
    r"\bden(?:y|ie[ds]|ying|ials?)\b|\b(?:reject|dismiss|refut|rebuff|disput)\w*|\b(?:baseless|unfounded|untrue)\b",
    re.I,
)


def _told(s: Statement, how: Avowal, gathering: Gathering) -> Iterator[Avowed]:
    speakers = (
        s.actors if how is Avowal.ACCUSES or s.speaker is None or s.type is EventType.REJECT else (s.speaker,)
    )
    named = (a.code for a in speakers if not vague(a.code) and sector_of(a.code) not in PRESS)
    for code in dict.fromkeys(named):
        yield Avowed(
            how=how,
            by=code,
            of=tuple(dict.fromkeys(a.code for a in s.recipients)) if how is Avowal.ACCUSES else (),
            evidence=s.evidence,
            family=gathering.family(s),
            published=gathering.printed(s),
            anchor=s.anchor,
            unsure=s.confidence < UNSURE,
        )


# --- threads that rest on its sentences


def _in_threads(i: Incident, threads: Threads, gathering: Gathering) -> Iterator[Avowed]:
    """Positions of disputes and accusations of which one stands in the sentence of a report that alleges or is alleged."""
    for page, spans in _spans(i, gathering).items():
        for d in threads.disputes.get(page, ()):
            if any(_stands(p, page, spans) for p in d.positions):
                yield from (
                    _position(p, d.contested_by, d.id)
                    for p in d.positions
                    if p.evidence.document_id == page and p.manner in HOW
                )
        for a in threads.accusations.get(page, ()):
            if any(_stands(p, page, spans) for p in a.positions):
                yield from (
                    replace(_position(p, a.against, a.id), silent_days=a.silent_days)
                    for p in a.positions
                    if p.evidence.document_id == page
                )


def _spans(i: Incident, gathering: Gathering) -> dict[str, list[Span]]:
    """The reports' own words, and the words of charges that are told of them."""
    found: dict[str, list[Span]] = {}
    for r in i.reports:
        told = [r.statement, *gathering.replies.get(r.statement.anchor, ())]
        found.setdefault(r.statement.document_id, []).extend(s.evidence.span for s in told)
    return found


def _stands(p: Position, page: str, spans: Sequence[Span]) -> bool:
    return p.evidence.document_id == page and any(p.evidence.span == span for span in spans)


def _position(p: Position, accused: Sequence[str], thread: str) -> Avowed:
    how = HOW[p.manner or Manner.ALLEGES]
    return Avowed(
        how=how,
        by=p.speaker,
        of=tuple(accused) if how is Avowal.ACCUSES else (),
        evidence=p.evidence,
        family=p.family,
        published=p.published,
        anchor=p.anchor,
        thread=thread,
    )


def _hung(a: Avowed, threads: Threads) -> Avowed:
    """With the thread that its own statement stands in."""
    if a.thread is not None or a.anchor is None:
        return a
    page = a.evidence.document_id
    for q in threads.accusations.get(page, ()):
        if any(p.anchor == a.anchor for p in q.positions):
            return replace(a, thread=q.id, silent_days=q.silent_days)
    held = (d for d in threads.disputes.get(page, ()) if any(p.anchor == a.anchor for p in d.positions))
    return replace(a, thread=d.id) if (d := next(held, None)) else a
