"""What is told of a talk beside who, where and when, as details of its line: only where the sentence that tells it is sure."""

from collections.abc import Iterator

from sarhad.monitor.desk import Desk, quoted
from sarhad.monitor.wording import days
from sarhad.records import Evidence, Talk


def details_of(talk: Talk, desk: Desk) -> tuple[str, ...]:
    """Level and offices, round, occasion, subjects, who mediates, a joint statement, the next date."""
    return tuple(_told(talk, desk))


def _told(talk: Talk, desk: Desk) -> Iterator[str]:
    sure = {(r.statement.document_id, r.statement.sentence.span) for r in desk.sure(talk.reports)}

    def stands(evidence: Evidence) -> bool:
        return (evidence.document_id, evidence.span) in sure

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
    if talk.next is not None:
        when = days(talk.next.time.start, talk.next.time.end, talk.next.time.precision)
        yield f"to meet again {when}: {quoted(talk.next.evidence.quote, 160)}"


MANY = 3
"""Subjects one detail names."""
