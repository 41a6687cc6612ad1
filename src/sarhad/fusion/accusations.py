"""Accusations that nobody answers: a charge, everybody who repeats it, and for how long the record holds no answer.

The silence is the record's: it is counted from the first telling to the last page that tells of both parties. A denial by the accused toward the same
accuser in another page is no answer to this charge for certain, but it ends the claim that there is none.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from sarhad.fusion.answers import denials
from sarhad.fusion.charges import Charge, Presence, charges, presence
from sarhad.fusion.gathering import Gathering
from sarhad.fusion.headings import heading_of
from sarhad.fusion.linkage import Pair, cluster
from sarhad.records import Accusation, Dispute, Position, Span, stable_id

FLOOR = 0.5
DAYS = 120
WORDS = 2


def accusations(gathering: Gathering, disputed: Sequence[Dispute]) -> list[Accusation]:
    """Every charge between named parties that is part of no dispute, in order of its first telling."""
    told = charges(gathering)
    quarrels = _told_in(disputed)
    loose = [
        c for c in told if not c.denial and not _disputed(c, quarrels) and not denials(c.statement, gathering)
    ]
    sides: dict[tuple[frozenset[str], frozenset[str]], list[int]] = {}
    for i, c in enumerate(loose):
        sides.setdefault((c.accusers, c.accused), []).append(i)
    pairs = ((i, j) for group in sides.values() for n, j in enumerate(group) for i in group[:n])
    table: dict[Pair, float] = {pair: 1.0 for pair in pairs if _same(loose[pair[0]], loose[pair[1]])}
    table |= {pair: 1.0 for group in sides.values() for pair in _headed(group, loose, gathering)}
    answers = _answers(told)
    groups = ([loose[i] for i in g] for g in cluster(len(loose), table, FLOOR))
    there = presence(gathering)
    return [_accusation(g, answers, gathering, there) for g in groups]


def _headed(group: Sequence[int], loose: Sequence[Charge], gathering: Gathering) -> Iterator[Pair]:
    """A charge in a headline, with the first one between the same parties beneath it."""
    for i, j in pairwise(group):
        heading = heading_of(gathering.documents[loose[i].document_id])
        over, beneath = (loose[n].statement for n in (i, j))
        if heading and over.document_id == beneath.document_id and heading.covers(over.evidence.span):
            yield i, j


def _told_in(disputed: Sequence[Dispute]) -> dict[str, list[Span]]:
    """Where each page tells of a dispute."""
    found: dict[str, list[Span]] = {}
    for d in disputed:
        for p in d.positions:
            found.setdefault(p.evidence.document_id, []).append(p.evidence.span)
    return found


def _answers(told: Sequence[Charge]) -> dict[str, list[Charge]]:
    """The denials of each side."""
    found: dict[str, list[Charge]] = {}
    for c in told:
        for name in c.accused if c.denial else ():
            found.setdefault(name, []).append(c)
    return found


def _disputed(c: Charge, quarrels: Mapping[str, Sequence[Span]]) -> bool:
    """Whether its sentence is part of a dispute."""
    return any(span.overlaps(c.statement.sentence.span) for span in quarrels.get(c.document_id, ()))


def _same(a: Charge, b: Charge) -> bool:
    """Of charges between the same parties: the same matter in words that are no names, not long apart."""
    if len(a.words & b.words) < WORDS:
        return False
    if a.document_id == b.document_id:
        return True
    if a.published is None or b.published is None:
        return False
    return abs((a.published - b.published).days) <= DAYS


def _accusation(
    told: Sequence[Charge], answers: Mapping[str, Sequence[Charge]], gathering: Gathering, there: Presence
) -> Accusation:
    first = told[0]
    heard = [c for name in sorted(first.accused) for c in answers.get(name, ()) if _perhaps_answers(c, told)]
    elsewhere = tuple(dict.fromkeys(p for c in heard for p in c.positions))
    since = None if elsewhere else gathering.printed(first.statement)
    last = there.last_of(first.accusers, first.accused)
    return Accusation(
        id=stable_id("q", first.statement.anchor),
        proposition=first.statement.evidence.quote,
        by=_codes(told, accused=False),
        against=_codes(told, accused=True),
        positions=_positions(told),
        unanswered_since=since,
        heard_until=last.isoformat() if last else None,
        silent_days=there.silence(since, first.accusers, first.accused),
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
