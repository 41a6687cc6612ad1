"""What is told of a talk beside who, where and when, as details of its line: only where no unsure report's sentence tells it."""

from collections.abc import Iterator

from sarhad.codebook import TalkPart
from sarhad.monitor.desk import Desk, quoted
from sarhad.monitor.wording import days, join
from sarhad.records import Evidence, Promised, Talk


def details_of(talk: Talk, desk: Desk) -> tuple[str, ...]:
    """Host, mediators and witnesses, level and offices, round, occasion, subjects, a joint statement or no result, the next date."""
    return tuple(_told(talk, desk))


BESIDE = {
    TalkPart.HOST: "hosted by",
    TalkPart.MEDIATOR: "mediated by",
    TalkPart.WITNESS: "in the presence of",
}


def _told(talk: Talk, desk: Desk) -> Iterator[str]:
    sure = {(r.statement.document_id, r.statement.sentence.span) for r in desk.sure(talk.reports)}
    every = {(r.statement.document_id, r.statement.sentence.span) for r in talk.reports}
    pages = {page for page, _ in sure}

    def stands(evidence: Evidence) -> bool:
        at = (evidence.document_id, evidence.span)
        return at in sure or (evidence.document_id in pages and at not in every)

    for part, words in BESIDE.items():
        codes = [b.code for b in talk.beside if b.part is part and stands(b.evidence)]
        if talk.id in desk.trusted and part is TalkPart.MEDIATOR:
            codes = list(talk.mediators)  # as a person corrected them
        if codes:
            yield f"{words} {join(map(desk.names.of, codes))}"
    offices = [
        f"{c.name or desk.names.of(c.code)}, {c.office}" for c in talk.capacities if stands(c.evidence)
    ]
    if talk.level:
        told_by = f" ({'; '.join(offices)})" if offices else ""
        yield f"level: {talk.level.value}{told_by}"
    if talk.round and stands(talk.round.evidence):
        yield f"round: {talk.round.value}"
    if talk.occasion and stands(talk.occasion.evidence):
        yield f"occasion: {quoted(talk.occasion.value, 120)}"
    told = [s.value for s in talk.subjects if stands(s.evidence)]
    if told:
        yield "talked about: " + "; ".join(quoted(t, 120) for t in told[:MANY])
    if talk.outcome and talk.outcome.startswith("statement") and talk.result:
        yield f"outcome: {talk.outcome.partition(': ')[2]} – {quoted(talk.result.quote, 160)}"
    if talk.outcome == "no result" and talk.result:
        yield f"outcome: no result – {quoted(talk.result.quote, 160)}"
    if talk.next is not None:
        yield f"to meet again {_again(talk.next, desk)}: {quoted(talk.next.evidence.quote, 160)}"


def _again(promise: Promised, desk: Desk) -> str:
    """ "on 6 November 2025 (met as promised)"."""
    where = f" in {desk.names.place(promise.place)}" if promise.place else ""
    when = days(promise.time.start, promise.time.end, promise.time.precision)
    kept = f", show {promise.kept_in}" if promise.kept_in else ""
    return f"{when}{where}{f' ({promise.became}{kept})' if promise.became else ''}"


MANY = 3
"""Subjects one detail names."""
