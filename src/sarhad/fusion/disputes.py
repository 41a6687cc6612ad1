"""Disputes: a proposition, who asserts it, who contests it and how, threaded across documents in order of time.

They come from the contests that a reading saw inside its document; no accusation is ever paired with a denial from another page. Two
pages quarrel over one thing only when the same parties stand on the same sides of it, in like words and within `DAYS`.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sarhad.codebook import DisputeKind, Stance
from sarhad.fusion.gathering import Gathering
from sarhad.fusion.linkage import NEVER, Pair, cluster
from sarhad.fusion.sides import side
from sarhad.fusion.words import content
from sarhad.records import Contest, Dispute, Evidence, Position, stable_id

FLOOR = 0.5
DAYS = 120
WORDS = 2
"""Fewer words in common, names apart, prove nothing."""
ANSWERS = {
    DisputeKind.DENIES: Stance.DENIES,
    DisputeKind.NEITHER: Stance.NEITHER,
    DisputeKind.REFRAMES: Stance.REFRAMES,
    DisputeKind.COUNTER_ACCUSES: Stance.ALLEGES,
}
CONTESTING = (Stance.DENIES, Stance.NEITHER, Stance.REFRAMES)
_CAPITALS = re.compile(r"\b[A-Z][\w’'-]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Quarrel:
    """One document's part of a dispute, before it is threaded."""

    document_id: str
    published: date | None
    anchor: str
    proposition: str
    asserted: frozenset[str]
    contested: frozenset[str]
    how: DisputeKind
    positions: tuple[Position, ...]
    words: frozenset[str]


def disputes(gathering: Gathering) -> list[Dispute]:
    """Every contested proposition; an accusation nobody answers is none."""
    quarrels = [_quarrel(c, gathering) for r in gathering.readings for c in r.contests if c.contested_by]
    table: dict[Pair, float] = {}
    for j, b in enumerate(quarrels):
        for i, a in enumerate(quarrels[:j]):
            if score := _alike(a, b):
                table[i, j] = score
    groups = ([quarrels[i] for i in g] for g in cluster(len(quarrels), table, FLOOR))
    return sorted(
        (_dispute(g, gathering) for g in groups), key=lambda d: (d.positions[0].published or "9999", d.id)
    )


def _alike(a: Quarrel, b: Quarrel) -> float:
    """One quarrel: the same parties on the same sides, the same matter in words that are no names, not long apart."""
    if a.contested != b.contested or a.asserted != b.asserted or not _near(a, b):
        return NEVER
    if a.document_id == b.document_id and _quotes(a) & _quotes(b):
        return 1.0
    return 1.0 if len(a.words & b.words) >= WORDS else 0.0


def _near(a: Quarrel, b: Quarrel) -> bool:
    if a.document_id == b.document_id:
        return True
    return (
        a.published is not None and b.published is not None and abs((a.published - b.published).days) <= DAYS
    )


def _quotes(q: Quarrel) -> set[tuple[str, int]]:
    return {(p.evidence.document_id, p.evidence.span.start) for p in q.positions if p.stance in CONTESTING}


def _quarrel(c: Contest, gathering: Gathering) -> Quarrel:
    document = c.asserting.document_id
    asserting = [_position(code, Stance.ALLEGES, c.asserting, gathering) for code in c.asserted_by]
    contesting = [_position(code, ANSWERS[c.how], c.contesting, gathering) for code in c.contested_by]
    return Quarrel(
        document_id=document,
        published=gathering.documents[document].published.start,
        anchor=stable_id("c", document, c.asserting.span.start, c.contesting.span.start),
        proposition=c.proposition,
        asserted=frozenset(map(side, c.asserted_by)),
        contested=frozenset(map(side, c.contested_by)),
        how=c.how,
        positions=(*asserting, *contesting),
        words=content(_CAPITALS.sub(" ", f"{c.proposition} {c.asserting.quote}")),
    )


def _position(
    speaker: str, stance: Stance, evidence: Evidence, gathering: Gathering, name: str | None = None
) -> Position:
    document = gathering.documents[evidence.document_id]
    return Position(
        speaker=speaker,
        stance=stance,
        evidence=evidence,
        published=document.published.date,
        family=gathering.family_of[document.id],
        name=name,
    )


def _dispute(quarrels: Sequence[Quarrel], gathering: Gathering) -> Dispute:
    unique = {
        (p.speaker, p.stance, p.evidence.document_id, p.evidence.span.start): p
        for q in quarrels
        for p in q.positions
    }
    positions = sorted(
        unique.values(),
        key=lambda p: (p.published or "9999", p.evidence.document_id, p.evidence.span.start, p.speaker),
    )
    founder = quarrels[0]
    contesting = {p.speaker for q in quarrels for p in q.positions if side(p.speaker) in q.contested}
    pages = {q.document_id for q in quarrels}
    told = [gathering.told_in[page][0] for page in sorted(pages) if gathering.told_in[page]]
    return Dispute(
        id=stable_id("d", founder.anchor),
        proposition=founder.proposition,
        asserted_by=tuple(dict.fromkeys(p.speaker for p in positions if p.speaker not in contesting)),
        contested_by=tuple(dict.fromkeys(p.speaker for p in positions if p.speaker in contesting)),
        how=founder.how,
        positions=tuple(positions),
        witnesses=max(1, gathering.witnesses(told)),
    )
