"""Who claims an incident, who is accused of it, who denies it: each with its sentence and the thread that it stands in.

A charge and a denial belong to an incident when they are told of one of its reports, or when a dispute or an accusation rests on the
sentence of a report. A claim of responsibility is read from the words that follow a report, for it names no deed of its own.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from sarhad.codebook import Auxiliary, Avowal, EventType, Manner, Stance
from sarhad.codebook.actors import sector_of
from sarhad.fusion import grades
from sarhad.fusion.avowal_claims import Starts, claims, end_of, starts_of
from sarhad.fusion.charges import OTHER_MODES
from sarhad.fusion.charges_words import DENYING
from sarhad.fusion.disputes import PRESS, SILENCE
from sarhad.fusion.gathering import UNDATED, Gathering
from sarhad.fusion.quarrel_matter import matter_of
from sarhad.fusion.sides import side, vague
from sarhad.records import (
    UNSURE,
    Accusation,
    Avowed,
    Dispute,
    Incident,
    Position,
    Span,
    Statement,
)

T = TypeVar("T", Accusation, Dispute)
HOW = {
    Manner.ALLEGES: Avowal.ACCUSES,
    Manner.DENIES: Avowal.DENIES,
    Manner.NEITHER: Avowal.NEITHER,
    Manner.FALLS_SILENT: Avowal.SILENT,
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
    starts = starts_of(happened)
    told = (replace(i, avowals=_avowals(i, threads, starts, gathering)) for i in happened)
    return [_denied(i) if _word_against_word(i) else i for i in told]


def _denied(i: Incident) -> Incident:
    return replace(i, told="denied", grade=grades.denied(i.grade) if i.grade else None)


def _word_against_word(i: Incident) -> bool:
    """What parties alone tell, and those who are said to have done it deny, is no fact. Who denies a part in it, or whose deed
    another claims, leaves the deed standing."""
    if (
        i.told != "fact"
        or i.disinterested
        or not i.interested
        or any(a.how is Avowal.CLAIMS for a in i.avowals)
    ):
        return False
    denials = (a for a in i.avowals if a.how is Avowal.DENIES and not a.unsure and a.by)
    deniers = {side(a.by) for a in denials if a.by and not _A_PART.search(a.evidence.quote)}
    parties = {side(code) for code in (*i.actors, *i.recipients)} if i.actors else deniers
    return bool((deniers & parties) - {side(code) for code in i.interested})


_A_PART = re.compile(r"\b(?:involve\w*|role|part|responsib\w*|behind|hand in|links?)\b", re.I)
""" "Denied any role in the blast": that it happened is not denied."""


def _by_page(threads: Sequence[T]) -> dict[str, list[T]]:
    found: dict[str, list[T]] = {}
    for t in threads:
        for page in dict.fromkeys(p.evidence.document_id for p in t.positions):
            found.setdefault(page, []).append(t)
    return found


def _avowals(i: Incident, threads: Threads, starts: Starts, gathering: Gathering) -> tuple[Avowed, ...]:
    doers = {side(code) for code in i.actors}
    telling = (r.statement for r in i.reports if r.statement.stance not in DENYING)
    told = matter_of(s.sentence.quote for s in telling if s.type is not EventType.REJECT).names
    threaded = (a for a in _in_threads(i, threads, gathering) if _charges(a, doers, gathering))
    answers = (a for a in (*_answers(i, gathering), *threaded) if _of_it(a, told, gathering))
    answers = (a for a in answers if not _its_own(a, i, doers))
    found = [*claims(i, starts, gathering), *answers, *_charges_behind(i, starts, gathering)]
    once: dict[tuple[object, ...], Avowed] = {}
    for a in found:
        key = (a.how, a.by and side(a.by), a.evidence.document_id, tuple(sorted(set(map(side, a.of)))))
        known = once.get(key)
        once[key] = (
            replace(known, thread=known.thread or a.thread, silent_days=known.silent_days or a.silent_days)
            if known
            else a
        )
    everybody = _answered([_hung(a, threads) for a in once.values()])
    claimed = any(a.how is Avowal.CLAIMS for a in everybody)
    kept = [a for a in everybody if not (claimed and a.how is Avowal.NOBODY and _before_claim(a, everybody))]
    return tuple(sorted(kept, key=_order))


def _order(a: Avowed) -> tuple[object, ...]:
    return list(Avowal).index(a.how), a.published or UNDATED, a.evidence.document_id, a.evidence.span


def _of_it(a: Avowed, told: frozenset[str], gathering: Gathering) -> bool:
    """Behind its verb it names nobody and no place, or one that the reports name: an answer may be to another deed of the page."""
    s = gathering.by_anchor.get(a.anchor or "")
    if s is None or not s.evidence.span.covers(s.trigger.span):
        return True
    named = matter_of([s.evidence.quote[s.trigger.span.start - s.evidence.span.start :]]).names
    return not named or bool(named & told)


def _its_own(a: Avowed, i: Incident, doers: set[str]) -> bool:
    """Who tells a deed of others does not deny it: what it denies is theirs."""
    return a.how is Avowal.DENIES and side(a.by or "") in {side(c) for c in i.interested} - doers


def _answered(every: Sequence[Avowed]) -> list[Avowed]:
    """A charge is not unanswered where the accused answers anybody's charge of the same deed."""
    heard = {
        side(a.by): a.published or "" for a in every if a.by and a.how in (Avowal.DENIES, Avowal.NEITHER)
    }
    return [
        replace(a, silent_days=None)
        if any(heard.get(side(code), "") >= (a.published or "") and side(code) in heard for code in a.of)
        else a
        for a in every
    ]


def _charges(a: Avowed, doers: set[str], gathering: Gathering) -> bool:
    """A dispute may be about something else than who did it ("Hamas has not confirmed his death"): to assert that is to accuse nobody;
    nor does an outlet accuse, or somebody whom nobody names."""
    if vague(a.by or "") or sector_of(a.by or "") in PRESS:
        return False
    told = gathering.by_anchor.get(a.anchor or "")
    if a.how is not Avowal.ACCUSES or (told is not None and told.type is EventType.ACCUSE):
        return True
    return bool({side(code) for code in a.of} & doers) and side(a.by or "") not in doers


def _before_claim(a: Avowed, every: Sequence[Avowed]) -> bool:
    """That nobody had claimed it was told before, or on the same page as, the claim."""
    return any(c.how is Avowal.CLAIMS and (c.published or "") >= (a.published or "") for c in every)


# --- charges and answers


def _answers(i: Incident, gathering: Gathering) -> Iterator[Avowed]:
    """What other statements of the page say of a report: a charge, a denial, neither."""
    for r in i.reports:
        for s in (*gathering.replies.get(r.statement.anchor, ()), r.statement):
            if (how := _how(s)) is not None:
                yield from _told(s, how, gathering)


def _charges_behind(i: Incident, starts: Starts, gathering: Gathering) -> Iterator[Avowed]:
    """ "Kabul blamed Islamabad for the shelling", told behind a report of an act by nobody named, or by whom it names."""
    doers = {side(code) for code in i.actors if not vague(code)}
    for r in i.reports:
        end = end_of(r.statement, i, starts)
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


def _how(s: Statement) -> Avowal | None:
    if s.aux not in (None, Auxiliary.HISTORICAL):
        return None
    if s.stance is Stance.NEITHER:
        return Avowal.SILENT if SILENCE.search(s.evidence.quote) else Avowal.NEITHER
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
