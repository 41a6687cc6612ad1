"""Accusations that nobody answers: a charge, everybody who repeats it, and for how long the record holds no answer.

The silence is the record's: it is counted from the first telling to the newest page there is. A denial by the accused toward the same
accuser in another page is no answer to this charge for certain, but it ends the claim that there is none.
"""

from collections.abc import Sequence

from sarhad.fusion.answers import denials
from sarhad.fusion.charges import Charge, charges, days_of_silence, newest
from sarhad.fusion.gathering import Gathering
from sarhad.fusion.linkage import Pair, cluster
from sarhad.records import Accusation, Dispute, Position, stable_id

FLOOR = 0.5
DAYS = 120
WORDS = 2


def accusations(gathering: Gathering, disputed: Sequence[Dispute]) -> list[Accusation]:
    """Every charge between named parties that is part of no dispute, in order of its first telling."""
    told = charges(gathering)
    spans = [p.evidence for d in disputed for p in d.positions]
    loose = [
        c
        for c in told
        if not c.denial
        and not denials(c.statement, gathering)
        and not any(
            e.document_id == c.document_id and e.span.overlaps(c.statement.sentence.span) for e in spans
        )
    ]
    table: dict[Pair, float] = {}
    for j, b in enumerate(loose):
        for i, a in enumerate(loose[:j]):
            if _same(a, b):
                table[i, j] = 1.0
    answers = [c for c in told if c.denial]
    groups = ([loose[i] for i in g] for g in cluster(len(loose), table, FLOOR))
    return [_accusation(g, answers, gathering) for g in groups]


def _same(a: Charge, b: Charge) -> bool:
    """The same parties, the same matter in words that are no names, not long apart."""
    if a.accusers != b.accusers or a.accused != b.accused:
        return False
    if a.statement.document_id == b.statement.document_id:
        return len(a.words & b.words) >= WORDS
    if a.published is None or b.published is None or abs((a.published - b.published).days) > DAYS:
        return False
    return len(a.words & b.words) >= WORDS


def _accusation(told: Sequence[Charge], answers: Sequence[Charge], gathering: Gathering) -> Accusation:
    first = told[0]
    elsewhere = tuple(p for c in answers if _perhaps_answers(c, told) for p in c.positions)
    since = None if elsewhere else gathering.printed(first.statement)
    last = newest(gathering)
    return Accusation(
        id=stable_id("q", first.statement.anchor),
        proposition=first.statement.evidence.quote,
        by=_codes(told, accused=False),
        against=_codes(told, accused=True),
        positions=_positions(told),
        unanswered_since=since,
        heard_until=last.isoformat() if last else None,
        silent_days=days_of_silence(since, gathering) if since else None,
        answered_elsewhere=elsewhere,
        witnesses=gathering.witnesses(c.statement for c in told),
    )


def _perhaps_answers(c: Charge, told: Sequence[Charge]) -> bool:
    """A denial by the accused toward the accuser, not before the charge and not long after it."""
    first = told[0]
    if not (c.accused & first.accused and c.accusers & first.accusers):
        return False
    if c.published is None or first.published is None:
        return True
    return any(t.published is not None and 0 <= (c.published - t.published).days <= DAYS for t in told)


def _codes(told: Sequence[Charge], *, accused: bool) -> tuple[str, ...]:
    actors = (a for c in told for a in (c.statement.recipients if accused else c.statement.actors))
    return tuple(dict.fromkeys(a.code for a in actors))


def _positions(told: Sequence[Charge]) -> tuple[Position, ...]:
    return tuple(p for c in told for p in c.positions)
