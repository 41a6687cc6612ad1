"""What a person's judgements do to machine readings: a rejected statement is gone, a corrected one carries the
person's value, an accepted one is no longer unsure. Pure; the machine's reading itself stays in the record.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, TypeVar

from sarhad.errors import WrongUse
from sarhad.record.corrections import correct, printed
from sarhad.record.moments import recorded
from sarhad.record.threads_together import threads_together
from sarhad.records import Contest, Fused, Judgement, Reading, Report, Statement

T = TypeVar("T")

VERDICTS = ("accept", "reject", "correct", "merge", "split")


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """One field as the machine read it and as a person says it is, in the words of a correction."""

    field: str
    machine: str | None
    person: str | None
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """All that stands on one target: accepted, rejected or neither, and the corrections in the order made."""

    accepted: bool = False
    rejected: bool = False
    reason: str = ""
    corrections: tuple[Judgement, ...] = ()


def standing(judgements: Iterable[Judgement]) -> dict[str, Verdict]:
    """The verdict on each target. Judgements taken back do not count; of accept and reject the later one does."""
    found: dict[str, Verdict] = {}
    for judgement in sorted(judgements, key=_when):
        if judgement.undone_at is None and judgement.verdict not in ("merge", "split"):
            found[judgement.target] = _with(found.get(judgement.target, Verdict()), judgement)
    return found


def _when(judgement: Judgement) -> tuple[str, str]:
    return recorded(judgement.made_at), judgement.id


def _with(verdict: Verdict, judgement: Judgement) -> Verdict:
    if judgement.verdict == "correct":
        return replace(verdict, corrections=(*verdict.corrections, judgement))
    accepted = judgement.verdict == "accept"
    return replace(verdict, accepted=accepted, rejected=not accepted, reason=judgement.reason)


def corrected(item: T, verdict: Verdict | None) -> T:
    """The item as a person sees it. A correction that no longer fits what a newer reader found is passed over."""
    for judgement in verdict.corrections if verdict else ():
        try:
            item = correct(item, judgement.field or "", judgement.value or "")
        except WrongUse:
            continue
    return item


def beside(item: object, verdict: Verdict) -> tuple[Correction, ...]:
    """The corrections with the machine's values beside them."""
    return tuple(
        Correction(field=j.field or "", machine=printed(item, j.field or ""), person=j.value, reason=j.reason)
        for j in verdict.corrections
    )


# --- readings


def apply_judgements(readings: Iterable[Reading], judgements: Iterable[Judgement]) -> tuple[Reading, ...]:
    """The readings as people judged them, to fuse and to brief on."""
    verdicts = standing(judgements)
    if not verdicts:
        return tuple(readings)
    judged = (_reading(reading, verdicts) for reading in readings)
    return tuple(reading for reading in judged if reading is not None)


def _reading(reading: Reading, verdicts: Mapping[str, Verdict]) -> Reading | None:
    verdict = verdicts.get(reading.document.id)
    if verdict and verdict.rejected:
        return None
    document = corrected(reading.document, verdict)
    gone = [s for s in reading.statements if _rejected(s.anchor, verdicts)]
    kept = _statements(reading.statements, verdicts)
    contests = tuple(c for c in reading.contests if not _rests_on(c, gone, kept))
    if document is reading.document and kept == reading.statements and contests == reading.contests:
        return reading
    return replace(reading, document=document, statements=kept, contests=contests)


def _statements(statements: Sequence[Statement], verdicts: Mapping[str, Verdict]) -> tuple[Statement, ...]:
    return tuple(_statement(s, verdicts) for s in statements if not _rejected(s.anchor, verdicts))


def _statement(statement: Statement, verdicts: Mapping[str, Verdict]) -> Statement:
    verdict = verdicts.get(statement.anchor)
    statement = corrected(statement, verdict)
    if verdict and verdict.accepted:
        statement = replace(statement, confidence=1.0)
    if statement.about and _rejected(statement.about, verdicts):
        statement = replace(statement, about=None)
    return statement


def _rejected(target: str, verdicts: Mapping[str, Verdict]) -> bool:
    verdict = verdicts.get(target)
    return verdict is not None and verdict.rejected


def _rests_on(contest: Contest, gone: Sequence[Statement], kept: Sequence[Statement]) -> bool:
    """Whether a side of the contest is told by a rejected statement and by no other."""
    told = {s.evidence.span for s in kept}
    lost = {s.evidence.span for s in gone} - told
    return contest.asserting.span in lost or contest.contesting.span in lost


# --- threads


THREADS = (
    "stories",
    "incidents",
    "talks",
    "disputes",
    "commitments",
    "ceasefires",
    "assessments",
    "accusations",
    "standing",
)
"""The kinds of threads that have an id and can be judged."""


def judge_fused(fused: Fused, judgements: Iterable[Judgement]) -> Fused:
    """The threads as people judged them: rejected ones and those told by rejected statements alone are gone."""
    judgements = tuple(judgements)
    verdicts = standing(judgements)
    if verdicts:
        fused = replace(fused, **{kind: _threads(getattr(fused, kind), verdicts) for kind in THREADS})
    fused = threads_together(fused, judgements)
    if verdicts:
        fused = replace(fused, **{kind: _corrected(getattr(fused, kind), verdicts) for kind in THREADS})
    return fused


def _threads(threads: Iterable[Any], verdicts: Mapping[str, Verdict]) -> tuple[Any, ...]:
    judged = (_thread(t, verdicts) for t in threads if not _rejected(t.id, verdicts))
    return tuple(t for t in judged if t is not None)


def _thread(thread: Any, verdicts: Mapping[str, Verdict]) -> Any | None:
    if hasattr(thread, "reports"):
        return _with_reports(thread, verdicts)
    if hasattr(thread, "history"):
        return _with_history(thread, verdicts)
    return thread


def _corrected(threads: Iterable[Any], verdicts: Mapping[str, Verdict]) -> tuple[Any, ...]:
    """After merging, so that what a person says of a thread stands last."""
    return tuple(corrected(t, verdicts.get(t.id)) for t in threads if not _rejected(t.id, verdicts))


def _with_reports(thread: Any, verdicts: Mapping[str, Verdict]) -> Any | None:
    reports = tuple(_report(r, verdicts) for r in thread.reports if not _out(r.statement, verdicts))
    if reports == thread.reports:
        return thread
    if not reports or not hasattr(thread, "witnesses"):
        return replace(thread, reports=reports) if reports else None
    witnesses = len({r.family for r in reports})
    return replace(thread, reports=reports, witnesses=min(witnesses, thread.witnesses))


def _report(report: Report, verdicts: Mapping[str, Verdict]) -> Report:
    return replace(report, statement=_statement(report.statement, verdicts))


def _out(statement: Statement, verdicts: Mapping[str, Verdict]) -> bool:
    return _rejected(statement.anchor, verdicts) or _rejected(statement.document_id, verdicts)


def _with_history(thread: Any, verdicts: Mapping[str, Verdict]) -> Any | None:
    history = tuple(
        step
        for step in thread.history
        if not _rejected(step.anchor, verdicts) and not _rejected(step.evidence.document_id, verdicts)
    )
    if history == thread.history:
        return thread
    witnesses = len({step.family for step in history})
    return replace(thread, history=history, witnesses=min(witnesses, thread.witnesses)) if history else None


def latest(judgements: Iterable[Judgement]) -> datetime | None:
    """When a person last judged or took something back."""
    moments = [m for j in judgements for m in (j.made_at, j.undone_at) if m is not None]
    return max(moments, key=recorded, default=None)
