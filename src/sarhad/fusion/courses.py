"""How far an undertaking is told as carried out (Kroc 0 to 3), what became of it, by when it was due and on what condition.

All by the words of a step's own clause. A deadline that passed is told as lapsed only against the newest page of the record, and never
against a step that says it was kept.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from sarhad.codebook import CommitmentStatus, Course, DatePrecision
from sarhad.fusion.days_told import day_ahead
from sarhad.fusion.gathering import UNDATED, Gathering
from sarhad.records import (
    RECALLED,
    Blocker,
    Commitment,
    Dating,
    Deadline,
    Noted,
    Statement,
    Step,
    kroc_so_far,
    last_moving,
)

BEGUN, IN_PART, IN_FULL = 1, 2, 3
COURSES = {
    CommitmentStatus.OFFERED: Course.OFFERED,
    CommitmentStatus.PLEDGED: Course.ANNOUNCED,
    CommitmentStatus.REPLEDGED: Course.REANNOUNCED,
    CommitmentStatus.IN_PROGRESS: Course.UNDER_WAY,
    CommitmentStatus.STALLED: Course.STALLED,
    CommitmentStatus.KEPT: Course.CARRIED_OUT,
    CommitmentStatus.BROKEN: Course.REVERSED,
}
_PART = re.compile(
    r"\b(?:part(?:ly|ially|ial)|half|most(?:ly)?|nearly|almost|near(?:ing)? completion|largely|\d{1,3}(?:\.\d+)? ?(?:%|per ?cent)|first (?:phase|stage|section|batch|of the)|"
    r"one of the|some of the|(?:one|two|three|four|five) of (?:the )?(?:two|three|four|five|six|seven|eight))\b",
    re.I,
)
_WHOLE = re.compile(r"\b(?:100 ?(?:%|per ?cent)|full(?:y)?|complete(?:d|ly)?)\b", re.I)
_CLOSED = (Course.CARRIED_OUT, Course.REVERSED)


def coursed(step: Step) -> Step:
    """The step with how far and whereto it leads; a party's word of another's obligation leads nowhere."""
    status = CommitmentStatus(step.label)
    return replace(step, kroc=kroc_of(status, step.evidence.quote), course=COURSES[status])


def kroc_of(status: CommitmentStatus, clause: str) -> int | None:
    """0 promised only, 1 begun, 2 in part, 3 in full; None where the clause tells nothing of it."""
    if status in (CommitmentStatus.PLEDGED, CommitmentStatus.REPLEDGED):
        return 0
    if status is CommitmentStatus.IN_PROGRESS:
        return IN_PART if _PART.search(clause) else BEGUN
    if status is CommitmentStatus.KEPT:
        return IN_PART if _PART.search(clause) and not _WHOLE.search(clause) else IN_FULL
    return None


_WORDS = (CommitmentStatus.OFFERED, CommitmentStatus.PLEDGED)
"""What is only said: the further of them last."""


def with_recalls(history: Iterable[Step]) -> tuple[Step, ...]:
    """The steps, those marked that only recall a promise of which more was surely told before: what stalled does not run again
    because a later page tells once more that it was promised."""
    out: list[Step] = []
    far = 0
    for step in history:
        rank = _WORDS.index(CommitmentStatus(step.label)) if step.label in _WORDS else len(_WORDS)
        own = not step.note or step.note.startswith("blocked ")
        out.append(replace(step, note=RECALLED) if rank < far and own else step)
        far = far if step.unsure else max(far, rank)
    return tuple(out)


def when_told(step: Step) -> tuple[str, str, int]:
    """In order of publication; then by document and place in it."""
    return step.published or UNDATED, step.evidence.document_id, step.evidence.span.start


def _with_steps(c: Commitment, steps: Iterable[Step]) -> tuple[Step, ...]:
    """The history with these steps in their places."""
    return with_recalls(sorted((*c.history, *steps), key=when_told))


def charted(c: Commitment, gathering: Gathering, last: date | None) -> Commitment:
    """The commitment with the course of its steps, deadline, condition and blockers; `last` is the day of the newest page."""
    history = tuple(map(coursed, c.history))
    sure = [h for h in history if not h.unsure] or list(history)
    told = [s for h in sure if (s := gathering.by_anchor.get(h.anchor))]
    deadline = _deadline(told, gathering)
    return replace(
        c,
        history=history,
        kroc=kroc_so_far(sure),
        course=course_of(sure, deadline, last),
        deadline=deadline,
        condition=_condition(told),
        blockers=tuple(_blockers(told, gathering)),
    )


def carried_on(c: Commitment, steps: Iterable[Step]) -> tuple[tuple[Step, ...], list[Step], Step]:
    """The history with these steps, the sure ones of it, and the one that says how it stands: the newest of the sure ones that
    moves it, of any where none is sure."""
    history = _with_steps(c, steps)
    sure = [h for h in history if not h.unsure]
    return history, sure, last_moving(sure or history)


def course_of(steps: Sequence[Step], deadline: Deadline | None, last: date | None) -> Course | None:
    """The last step's; lapsed when the deadline lies before the newest page and nothing was told of it since."""
    if not steps:
        return None
    course = last_moving(steps).course
    if deadline is None or last is None or deadline.end >= last or course in _CLOSED:
        return course
    later = any((h.published or "") > deadline.end.isoformat() for h in steps)
    return course if later else Course.LAPSED


_DUE = re.compile(r"\b(?:by|before|no later than|until)\s+|(?=\bwithin\b)", re.I)
_GONE_BY = re.compile(r"\bhad\b|\bearlier\b|\blast (?:week|month|year)\b", re.I)
""" "Had promised to free them by Friday": that Friday may be over, though the next is still to come."""
_NAMES_ITS_YEAR = re.compile(r"\b20\d\d\b")
_CLOSE = 4
"""Characters between "by" and the date: room for "the"."""


def _deadline(told: Sequence[Statement], gathering: Gathering) -> Deadline | None:
    """The last one told."""
    found = [d for s in told if (d := _due(s, gathering))]
    return found[-1] if found else None


def _due(s: Statement, gathering: Gathering) -> Deadline | None:
    if s.commitment is None:
        return None
    given = _given(s, gathering)
    for m in _DUE.finditer(s.evidence.quote):
        tail = s.evidence.quote[m.end() :]
        day = day_ahead(tail, given)
        recalled = _GONE_BY.search(s.evidence.quote[: m.start()]) and not _NAMES_ITS_YEAR.search(tail)
        if day is not None and 0 <= tail.find(day.mention) <= _CLOSE and not recalled:
            return Deadline(mention=f"{m.group()}{day.mention}".strip(), end=day.end, evidence=s.sentence)
    return None


def _given(s: Statement, gathering: Gathering) -> Dating:
    """The day that a deadline counts from: "promised on 3 May to free them by the 25th", told on the 28th, was due that month."""
    published, time = gathering.documents[s.document_id].published, s.time
    told = time is not None and time.precision is DatePrecision.DAY
    if time is None or not told or published.start is None or time.end >= published.start:
        return published
    return Dating(start=time.start, end=time.end, precision=DatePrecision.DAY)


_IF = re.compile(
    r"\b(?:(?<!as )(?<!even )if(?! (?:any|not|necessary|needed|possible|so)\b)|provided(?: that)?|on (?:the )?condition(?: that)?|conditional on|unless|as long as|as soon as|subject to|"
    r"once (?!again|more|a\b|every|per)(?=[^.;]{0,60}\b(?:is|are|has|have|was|were|be)\b)|"
    r"in (?:return|exchange) for)\b[^.;\[]{4,200}?(?=,? (?:according to|said|he|she|they|officials said)\b|[.;\[]|$)",
    re.I,
)
_PROMISED = (CommitmentStatus.OFFERED, CommitmentStatus.PLEDGED, CommitmentStatus.REPLEDGED)


def _condition(told: Sequence[Statement]) -> Noted | None:
    """On what an offer or promise is made to hang, in the words of its sentence; what would block an offer is its condition."""
    for s in told:
        if s.commitment is None or s.commitment.status not in _PROMISED:
            continue
        if s.commitment.blocker:
            return Noted(value=s.commitment.blocker, evidence=s.sentence)
        at = max(0, s.evidence.span.start - s.sentence.span.start)
        if found := _IF.search(s.sentence.quote[at:]):
            return Noted(value=found.group().strip(" ,"), evidence=s.sentence)
    return None


def _blockers(told: Sequence[Statement], gathering: Gathering) -> Iterable[Blocker]:
    """What the steps themselves say stands in the way."""
    for s in told:
        if s.commitment is not None and s.commitment.status not in _PROMISED:
            yield from blockers_of(s, gathering)


def blockers_of(s: Statement, gathering: Gathering) -> Iterator[Blocker]:
    """What one statement says stands in the way; nothing where it says none."""
    if s.commitment is not None and s.commitment.blocker:
        yield Blocker(
            what=s.commitment.blocker,
            by=None,
            evidence=s.sentence,
            published=gathering.printed(s),
            family=gathering.family(s),
        )
