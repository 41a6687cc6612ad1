"""Disputes: a proposition, who asserts it, who contests it and how, threaded across documents in order of time.

They come from the contests that a reading saw inside its document, and from verbal acts that speak about one content: an accusation
and the denial, the reframing or the silence that answers it. Both sides stay, whichever came first.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from sarhad.codebook import Auxiliary, DisputeKind, EventType, Stance
from sarhad.fusion.gathering import Gathering
from sarhad.fusion.linkage import Pair, cluster
from sarhad.fusion.sides import side
from sarhad.fusion.subjects import subjects
from sarhad.fusion.words import content
from sarhad.records import Contest, Dispute, Evidence, Position, Statement, stable_id

FLOOR = 0.4
ONE_SUBJECT = 0.2
"""Two parties who quarrel over one standing thing (\"soil\", \"nuclear\") mostly quarrel over it in all their words."""
ANSWERS = {
    DisputeKind.DENIES: Stance.DENIES,
    DisputeKind.NEITHER: Stance.NEITHER,
    DisputeKind.REFRAMES: Stance.REFRAMES,
    DisputeKind.COUNTER_ACCUSES: Stance.ALLEGES,
}
VERBAL = (EventType.ACCUSE, EventType.REJECT, EventType.REQUEST, EventType.AGREE, EventType.SUPPORT)
"""Acts whose rejection is a refusal or a quarrel of its own, not a denial that something happened."""
CONTESTING = (Stance.DENIES, Stance.NEITHER, Stance.REFRAMES)


@dataclass(frozen=True, slots=True, kw_only=True)
class Quarrel:
    """One document's part of a dispute, before it is threaded."""

    document_id: str
    anchor: str
    proposition: str
    asserted: frozenset[str]
    contested: frozenset[str]
    how: DisputeKind
    positions: tuple[Position, ...]
    words: frozenset[str]
    subjects: frozenset[str]


def disputes(gathering: Gathering) -> list[Dispute]:
    """Every contested proposition; an accusation nobody answers is none."""
    quarrels = [*_from_contests(gathering), *_from_acts(gathering)]
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
    """Same parties and like words; who accuses and who answers must not be swapped."""
    if not (a.contested & b.contested) or (a.asserted and b.asserted and not a.asserted & b.asserted):
        return 0.0
    shared = len(a.words & b.words) / max(1, min(len(a.words), len(b.words)))
    if a.document_id == b.document_id and _quotes(a) & _quotes(b):
        return 1.0
    return round(shared + (ONE_SUBJECT if a.subjects & b.subjects else 0.0), 6)


def _quotes(q: Quarrel) -> set[tuple[str, int]]:
    return {(p.evidence.document_id, p.evidence.span.start) for p in q.positions if p.stance in CONTESTING}


# --- from the contests of a reading


def _from_contests(gathering: Gathering) -> list[Quarrel]:
    return [_quarrel(c, gathering) for r in gathering.readings for c in r.contests if c.contested_by]


def _quarrel(c: Contest, gathering: Gathering) -> Quarrel:
    document = c.asserting.document_id
    asserting = [_position(code, Stance.ALLEGES, c.asserting, gathering) for code in c.asserted_by]
    contesting = [_position(code, ANSWERS[c.how], c.contesting, gathering) for code in c.contested_by]
    return Quarrel(
        document_id=document,
        anchor=stable_id("c", document, c.asserting.span.start, c.contesting.span.start),
        proposition=c.proposition,
        asserted=frozenset(map(side, c.asserted_by)),
        contested=frozenset(map(side, c.contested_by)),
        how=c.how,
        positions=(*asserting, *contesting),
        words=content(c.proposition) | content(c.asserting.quote),
        subjects=subjects(f"{c.proposition} {c.asserting.quote}"),
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


# --- from verbal acts about one content


def _from_acts(gathering: Gathering) -> list[Quarrel]:
    out = []
    for s in gathering.statements:
        if s.type in VERBAL:
            continue
        asserting, contesting = _asserting(s, gathering), _contesting(s, gathering)
        if contesting and (asserting or contesting[0].stance is not Stance.NEITHER):
            out.append(_acted(s, asserting, contesting))
    return out


def _asserting(s: Statement, gathering: Gathering) -> list[Position]:
    acts = [r for r in gathering.replies.get(s.anchor, ()) if r.type is EventType.ACCUSE]
    out = [_position(a.code, Stance.ALLEGES, r.evidence, gathering, a.name) for r in acts for a in r.actors]
    if (
        s.speaker
        and s.stance in (Stance.ALLEGES, Stance.ASSERTS)
        and s.speaker.code not in {p.speaker for p in out}
    ):
        out.append(_position(s.speaker.code, s.stance, s.evidence, gathering, s.speaker.name))
    return out


def _contesting(s: Statement, gathering: Gathering) -> list[Position]:
    replies = gathering.replies.get(s.anchor, ())
    out = []
    for r in replies:
        if (r.type is EventType.REJECT or r.stance in CONTESTING) and r.aux is not Auxiliary.NEGATION:
            stance = r.stance if r.stance in CONTESTING else Stance.DENIES
            who = r.actors if r.type is EventType.REJECT else ((r.speaker,) if r.speaker else ())
            out += [_position(a.code, stance, r.evidence, gathering, a.name) for a in who]
    if s.speaker and s.stance in CONTESTING and s.speaker.code not in {p.speaker for p in out}:
        out.append(_position(s.speaker.code, s.stance, s.evidence, gathering, s.speaker.name))
    return out


def _acted(s: Statement, asserting: Sequence[Position], contesting: Sequence[Position]) -> Quarrel:
    hows = {stance: kind for kind, stance in ANSWERS.items()}
    return Quarrel(
        document_id=s.document_id,
        anchor=s.anchor,
        proposition=s.evidence.quote,
        asserted=frozenset(side(p.speaker) for p in asserting),
        contested=frozenset(side(p.speaker) for p in contesting),
        how=hows[contesting[0].stance],
        positions=(*asserting, *contesting),
        words=content(s.evidence.quote),
        subjects=subjects(s.evidence.quote),
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
