"""Commitments as lines: what was undertaken by whom, what became of it, how often it was said, since when it is silent."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import groupby

from sarhad.codebook import CommitmentStatus, Course, DatePrecision
from sarhad.codebook.actors import COUNTRIES, country_of, sector_of
from sarhad.monitor.ceasefire_lines import step_day
from sarhad.monitor.desk import Desk, cited, quoted
from sarhad.monitor.selecting import printed_span
from sarhad.monitor.threads_gate import commitments
from sarhad.monitor.wording import STATUSES, bare, capital, day, printed
from sarhad.records import RECALLED, Commitment, Evidence, Line, Step

SILENT_AFTER = timedelta(days=180)
"""Half a year without a word; joint statements of the region come back at least that often."""

LONG_BEFORE = timedelta(days=45)
"""Between an undertaking and the page that tells it: then its own day is printed, too."""

NOBODY = "UNK.UNK"

CUT = 110
"""Characters from which the object of a commitment is one that the reading cut short."""
_DANGLING = (" of", " the", " and", " to", " with", " a", " in", " on", " for", "'s", "’s")

RUNS = 5
"""Statuses one line strings together; the details have more."""

STEPS = 6
"""Steps of a history that are shown: the first and the last ones."""

ORDER = (
    CommitmentStatus.BROKEN,
    CommitmentStatus.STALLED,
    CommitmentStatus.KEPT,
    CommitmentStatus.IN_PROGRESS,
    CommitmentStatus.REPLEDGED,
    CommitmentStatus.PLEDGED,
    CommitmentStatus.OFFERED,
)
"""What moved comes first, then what was said again, then what was only said."""


def commitment_lines(desk: Desk) -> tuple[Line, ...]:
    """Every commitment with a history."""
    return tuple(commitment_line(c, desk) for c in sorted(commitments(desk), key=_rank))


def undertaking_lines(desk: Desk) -> tuple[Line, ...]:
    """The same for a brief, which tells bare offers among talks and truces among ceasefires."""
    return tuple(commitment_line(c, desk) for c in sorted(undertakings(desk), key=_rank))


def undertakings(desk: Desk) -> list[Commitment]:
    """The commitments that a brief tells among commitments."""
    return [c for c in commitments(desk) if not _elsewhere(c, desk)]


def _elsewhere(c: Commitment, desk: Desk) -> bool:
    told = [desk.statements.get(h.anchor) for h in c.history]
    offered = all(h.label == CommitmentStatus.OFFERED.value for h in c.history)
    return offered or all(s is not None and s.ceasefire is not None for s in told)


def _rank(c: Commitment) -> tuple[object, ...]:
    newest = max((h.published or "" for h in c.history), default="")
    return (
        ORDER.index(c.status),
        set(c.by) <= {NOBODY},
        -c.witnesses,
        -len(c.history),
        [-ord(x) for x in newest],
        c.id,
    )


def commitment_line(c: Commitment, desk: Desk) -> Line:
    """One undertaking: status first, then whose it is, then its words and its history."""
    documents = [h.evidence.document_id for h in c.history]
    parts = [
        f"{STATUSES[c.status].upper()} — {_teller(c, desk)}{_who(c, desk)}{object_of(c) or desk.words(_last(c))}",
        _blocked(c, desk),
        capital(_history(c)) + (f": {desk.words(_last(c))}" if object_of(c) else ""),
        _silence(c, desk),
    ]
    return Line(
        text=". ".join(p for p in parts if p) + f". {desk.told_by(documents)}",
        citations=cited(desk.cite(h.evidence, desk.statements.get(h.anchor)) for h in (_last(c), *c.history)),
        refers_to=c.id,
        details=(*_details(c, desk), *_terms(c, desk)),
    )


def _blocked(c: Commitment, desk: Desk) -> str:
    """ "Blocked by fear of sanctions", "Blocked because the ministry ran out of money"; where one of the bound parties tells it of
    itself or of the other, "Blocked, says Chad, because ..."."""
    if not c.blocker:
        return ""
    teller = _last(c).speaker
    says = f", says {desk.names.of(teller)}," if teller and not _teller(c, desk) else ""
    clause = any(f"because {c.blocker}" in h.evidence.quote for h in c.history)
    return f"Blocked{says} {'because' if clause else 'by'} {c.blocker}"


def _terms(c: Commitment, desk: Desk) -> Iterator[str]:
    """By when, on what condition, how far, who opposes it: as far as sentences tell."""
    told = [e for h in c.history if (e := _sentence(h, desk))]
    if c.deadline is not None and c.deadline.evidence in told:
        due = c.deadline.end
        yield f"due {quoted(c.deadline.mention, 60)}, at the latest {day(due)}{_passed(c, due, desk)}"
    if c.condition is not None and c.condition.evidence in told:
        yield f"on condition: {quoted(c.condition.value, 160)}"
    if c.kroc and c.status is not CommitmentStatus.KEPT:
        yield f"carried out {('', 'as a beginning', 'in part', 'in full')[c.kroc]} (Kroc {c.kroc})"
    for b in c.blockers:
        if b.by is not None:
            yield f"opposed by {desk.names.of(b.by)} ({printed(b.published)}): {quoted(b.what, 160)}"


def _passed(c: Commitment, due: date, desk: Desk) -> str:
    if c.status in (CommitmentStatus.KEPT, CommitmentStatus.BROKEN):
        return ""
    if c.course is Course.LAPSED:
        return "; that day is past, and nothing was told of it since"
    return "; that day is past, and it is not told as kept" if due < desk.today else ""


def _sentence(step: Step, desk: Desk) -> Evidence | None:
    """The sentence of a step: a date or a condition told of another promise of the page is none of this one."""
    told = desk.statements.get(step.anchor)
    return told.sentence if told is not None else None


def _last(c: Commitment) -> Step:
    same = [h for h in c.history if h.label == c.status.value]
    return (same or list(c.history))[-1]


def _teller(c: Commitment, desk: Desk) -> str:
    """ "ACCORDING TO Israel: " where none of those who would be bound tells of it, or only one of several."""
    speaker = _last(c).speaker
    bound = {country_of(code) for code in c.by}
    if speaker is None or bound == {country_of(speaker)}:
        return ""
    return f"ACCORDING TO {_called(c, desk) or desk.names.of(speaker)}: "


def _called(c: Commitment, desk: Desk) -> str:
    """The name that the text gives a teller whom the registry does not know; "" for one it knows or that bears none."""
    told = desk.statements.get(_last(c).anchor)
    speaker = told.speaker if told is not None else None
    unknown = speaker is not None and country_of(speaker.code) == "UNK" and speaker.mention[:1].isupper()
    return speaker.mention if speaker is not None and unknown else ""


def _who(c: Commitment, desk: Desk) -> str:
    by = [code for code in c.by if code != NOBODY]
    if not by:
        return "by whom is not read: "
    toward = desk.names.all(t for t in c.toward if t not in c.by and t != NOBODY and not _own(t, by))
    told = desk.names.all(by)
    return capital(f"{told}, toward {toward}" if toward else told) + ": "


def _own(code: str, by: Sequence[str]) -> bool:
    """Its own troops and people: what is done with them is not undertaken toward them."""
    return {country_of(code)} == set(map(country_of, by)) and sector_of(code) in ("MIL", "CVL")


def object_of(c: Commitment) -> str:
    """What was undertaken, in the text's words, without what a cut left at its ends; "" when it is a mere word
    ("agreement", "Monday"): the sentence says more."""
    if len(re.findall('[“”"]', c.object)) % 2:
        return ""  # a quotation cut in two
    words = bare(c.object).strip(" .,;:“”\"'").removesuffix(" and").removesuffix(",")
    words = words.removeprefix("for ").removeprefix("to ")
    own = "|".join(re.escape(COUNTRIES[land]) for code in c.by if (land := country_of(code)) in COUNTRIES)
    words = re.sub(rf"^(?:the )?(?:{own}) (?:will|would|shall) ", "", words) if own else words
    if len(c.object) >= CUT:
        words = f"{words.rpartition(' ')[0] if words.endswith(_DANGLING) else words} …"
    named_only = all(w[:1].isupper() or w in ("of", "and", "the") for w in words.split())
    return words if len(words.split()) > 1 and not named_only else ""


def _history(c: Commitment) -> str:
    moving = [h for h in c.history if h.note != RECALLED] or list(c.history)
    runs = [(label, list(steps)) for label, steps in groupby(moving, key=lambda h: h.label)]
    return " → ".join(f"{STATUSES[CommitmentStatus(label)]} {_span(steps)}" for label, steps in runs[-RUNS:])


def _span(steps: list[Step]) -> str:
    """ "in Apr 2024", "in Apr 2024 and last in Dec 2025"."""
    first, last = _when(steps[0]), _when(steps[-1])
    return first if first == last else f"{first} and last {last}"


def _when(step: Step) -> str:
    told = _long_before(step)
    if not step.published:
        return told or "(undated)"
    reported = f"as reported {'on' if len(step.published) >= 10 else 'in'} {printed(step.published)}"
    return f"{told}, {reported}" if told else reported


def _long_before(step: Step) -> str:
    """ "In May 2025": when it was done, where the page tells that of a promise long made."""
    time, (first, _) = step.time, printed_span(step.published)
    known = time is not None and time.precision in (
        DatePrecision.DAY,
        DatePrecision.MONTH,
        DatePrecision.YEAR,
    )
    if time is None or not known or (first is not None and first - time.end < LONG_BEFORE):
        return ""
    return f"{'on' if time.precision is DatePrecision.DAY else 'in'} {day(time.start, time.precision)}"


def _silence(c: Commitment, desk: Desk) -> str:
    if not is_silent(c, desk.today):
        return ""
    return f"SILENT: the record holds no report of it since {printed(c.silent_since or max(h.published or '' for h in c.history))}"


def is_silent(c: Commitment, today: date) -> bool:
    """Not yet kept or broken, and not a word for half a year before `today`."""
    if c.status in (CommitmentStatus.KEPT, CommitmentStatus.BROKEN):
        return False
    _, last = printed_span(c.silent_since or max((h.published or "" for h in c.history), default=""))
    return last is not None and today - last > SILENT_AFTER


def _details(c: Commitment, desk: Desk) -> tuple[str, ...]:
    """One line for each status a document tells; none where the line itself has said it all."""
    first = {(h.label, h.evidence.document_id): h for h in reversed(c.history)}
    if len({h.label for h in c.history}) == 1 and len({h.published for h in c.history}) == 1:
        return ()
    shown = [h for h in c.history if h in first.values()]
    left = [f"… {len(shown) - STEPS} more …"] if len(shown) > STEPS else []
    kept = [*shown[:1], *shown[1:][-(STEPS - 1) :]]
    lines = [_detail(h, desk) for h in kept]
    return (*lines[:1], *left, *lines[1:])


def _detail(step: Step, desk: Desk) -> str:
    note = f" ({step.note})" if step.note else ""
    word = STATUSES[CommitmentStatus(step.label)]
    return (
        f"{step_day(step)}: {word}{note} – {desk.words(step, 200)} [{desk.name(step.evidence.document_id)}]"
    )
