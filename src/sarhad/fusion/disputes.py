"""Disputes: a proposition, who asserts it, who contests it and how, threaded across documents in order of time.

They are founded by the contests that a reading saw inside its document; no accusation is ever paired with a denial from another page.
Two pages quarrel over one thing only when the same parties stand on the same sides of it (a page may leave open who asserts it), within
`DAYS`, and in like words or over one deed to one named person or place; so do the charges and denials of other pages that join a quarrel
which stands already. What an outlet has not confirmed is nobody's quarrel.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sarhad.codebook import DisputeKind, Manner, Stance
from sarhad.codebook.actors import sector_of
from sarhad.fusion.charges import CAPITALS, Charge, Presence, charges, position, presence
from sarhad.fusion.gathering import UNDATED, Gathering
from sarhad.fusion.linkage import Pair, cluster, sharing, weeks
from sarhad.fusion.quarrel_matter import COMMON, TELLING, Matter, matter_of, one_matter
from sarhad.fusion.sides import side
from sarhad.fusion.words import content
from sarhad.records import Contest, Dispute, Evidence, Position, stable_id

FLOOR = 0.5
DAYS = 120
LONGEST = 270
"""Days over which one quarrel may be told again and again, never `DAYS` long without a word of it."""
WORDS = 2
"""Fewer words in common, names apart, prove nothing."""
ANSWERS = {
    DisputeKind.DENIES: Stance.DENIES,
    DisputeKind.NEITHER: Stance.NEITHER,
    DisputeKind.REFRAMES: Stance.REFRAMES,
    DisputeKind.COUNTER_ACCUSES: Stance.ALLEGES,
}
MANNERS = {
    DisputeKind.DENIES: Manner.DENIES,
    DisputeKind.NEITHER: Manner.NEITHER,
    DisputeKind.REFRAMES: Manner.REFRAMES,
    DisputeKind.COUNTER_ACCUSES: Manner.COUNTER_ACCUSES,
}
SILENCE = re.compile(
    r"\b(?:did|does|do|has|have|had) not (?:\w+ ){0,2}(?:respond|reply|react|comment|repl|answer)\w*|\bno (?:\w+ ){0,2}(?:comment|response|reaction|reply)\b|"
    r"\b(?:silen(?:t|ce)|unavailable for comment|could not be reached|yet to (?:respond|comment|react))\b|n[’']t (?:\w+ ){0,2}(?:respond|comment|repl)\w*",
    re.I,
)
_CONDITION = re.compile(
    r"\b(?:only if|if|unless|provided(?: that)?|on (?:the )?condition|once|as long as|until)\b", re.I
)


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
    matter: Matter


def disputes(gathering: Gathering) -> list[Dispute]:
    """Every contested proposition; an accusation nobody answers is none."""
    quarrels = [_quarrel(c, gathering) for r in gathering.readings for c in r.contests if _of_parties(c)]

    def apart(i: int, j: int) -> bool:
        return not _near(quarrels[i], quarrels[j], LONGEST) or not _one_side(quarrels[i], quarrels[j])

    threads = cluster(len(quarrels), _table(quarrels), FLOOR, apart=apart)
    groups = [[quarrels[i] for i in g] for g in threads]
    later, there = charges(gathering), presence(gathering)
    by_side = _by_side(later)
    found = sorted(
        (_dispute(g, _joining(g, by_side), gathering, there) for g in groups),
        key=lambda d: (d.positions[0].published or UNDATED, d.id),
    )
    last = _last_answers(found, later)
    return [_unless_heard(d, last) for d in found]


def _last_answers(found: Sequence[Dispute], told: Sequence[Charge]) -> dict[str, str]:
    """The last day on which each side answers something."""
    positions = [p for d in found for p in d.positions] + [p for c in told if c.denial for p in c.positions]
    last: dict[str, str] = {}
    for p in positions:
        if p.manner not in (Manner.ALLEGES, Manner.FALLS_SILENT):
            last[side(p.speaker)] = max(last.get(side(p.speaker), ""), p.published or "")
    return last


def _unless_heard(d: Dispute, last: Mapping[str, str]) -> Dispute:
    """Nothing is told of silence where the same side answers something in a later page: it may be this."""
    if d.unanswered_since is None:
        return d
    heard = any(last.get(side(code), "") >= d.unanswered_since for code in d.contested_by)
    return replace(d, unanswered_since=None, silent_days=None) if heard else d


def _by_side(told: Sequence[Charge]) -> dict[str, list[Charge]]:
    """Charges by whom they are laid at, in order of publication."""
    found: dict[str, list[Charge]] = {}
    for c in told:
        for name in c.accused:
            found.setdefault(name, []).append(c)
    return found


def _joining(quarrels: Sequence[Quarrel], told: Mapping[str, Sequence[Charge]]) -> list[Charge]:
    """Charges and denials of pages that hold no part of the quarrel, by the same parties, in like words, not long apart."""
    pages = {q.document_id for q in quarrels}
    near = {
        c.statement.anchor: c for q in quarrels for name in sorted(q.contested) for c in told.get(name, ())
    }
    return [c for c in near.values() if c.document_id not in pages and any(_joins(c, q) for q in quarrels)]


def _joins(c: Charge, q: Quarrel) -> bool:
    if not c.accused & q.contested or not c.accusers <= q.asserted:
        return False
    if c.published is None or q.published is None or abs((c.published - q.published).days) > DAYS:
        return False
    matter = matter_of([c.statement.sentence.quote])
    return (
        one_matter(matter, q.matter)
        or _one_charge(matter, q.matter)
        or len((c.words & q.words) - COMMON) >= WORDS
    )


def _one_charge(a: Matter, b: Matter) -> bool:
    return bool(a.deeds & b.deeds & TELLING)


def _of_parties(c: Contest) -> bool:
    return any(sector_of(code) not in PRESS for code in c.contested_by)


PRESS = ("MED", "JRN")


def _table(quarrels: Sequence[Quarrel]) -> dict[Pair, float]:
    """Every two of the same sides, not long apart, that share a word or a page and are alike."""
    pairs = sharing([(q.contested, *key) for key in _keys(q)] for q in quarrels)
    return {(i, j): 1.0 for i, j in sorted(pairs) if _alike(quarrels[i], quarrels[j])}


def _keys(q: Quarrel) -> list[tuple[object, ...]]:
    months = weeks(q.published, DAYS) if q.published else ()
    told = sorted(q.words | q.matter.names | (q.matter.deeds & TELLING))
    return [(q.document_id,), *((word, month) for word in told for month in months)]


def _one_side(a: Quarrel, b: Quarrel) -> bool:
    """The same contest it, and the same assert it; one page may not say who does."""
    return a.contested == b.contested and (not a.asserted or not b.asserted or a.asserted == b.asserted)


def _alike(a: Quarrel, b: Quarrel) -> bool:
    """One quarrel: one deed to one named, or the same matter in words that are no names, not long apart; in one document also one charge
    or one answer."""
    if not _near(a, b) or not _one_side(a, b):
        return False
    one_sentence = a.document_id == b.document_id and bool(_quotes(a) & _quotes(b))
    if a.asserted and b.asserted and _one_charge(a.matter, b.matter):
        return True
    return one_sentence or one_matter(a.matter, b.matter) or len((a.words & b.words) - COMMON) >= WORDS


def _near(a: Quarrel, b: Quarrel, days: int = DAYS) -> bool:
    if a.document_id == b.document_id:
        return True
    return (
        a.published is not None and b.published is not None and abs((a.published - b.published).days) <= days
    )


def _quotes(q: Quarrel) -> set[tuple[str, int]]:
    return {(p.evidence.document_id, p.evidence.span.start) for p in q.positions}


def _quarrel(c: Contest, gathering: Gathering) -> Quarrel:
    document = c.asserting.document_id
    asserting = [
        _position(code, Stance.ALLEGES, Manner.ALLEGES, c.asserting, gathering) for code in c.asserted_by
    ]
    manner = manner_of(c)
    contesting = [_position(code, ANSWERS[c.how], manner, c.contesting, gathering) for code in c.contested_by]
    return Quarrel(
        document_id=document,
        published=gathering.documents[document].published.start,
        anchor=stable_id("c", document, c.asserting.span.start, c.contesting.span.start),
        proposition=c.proposition,
        asserted=frozenset(map(side, c.asserted_by)),
        contested=frozenset(map(side, c.contested_by)),
        how=c.how,
        positions=(*asserting, *contesting),
        words=content(CAPITALS.sub(" ", f"{c.proposition} {c.asserting.quote}")),
        matter=matter_of(_sentences(c, gathering)),
    )


def _sentences(c: Contest, gathering: Gathering) -> tuple[str, ...]:
    """What is asserted and what is answered, each in its whole sentence where its own words name nothing."""
    told = (*gathering.told_in[c.asserting.document_id], *gathering.faint_in[c.asserting.document_id])
    whole = {s.evidence.span: s.sentence.quote for s in told}
    own = (c.proposition, c.asserting.quote, c.contesting.quote)
    if matter_of(own).names:
        return own
    return (c.proposition, *(whole.get(e.span, e.quote) for e in (c.asserting, c.contesting)))


def manner_of(c: Contest) -> Manner:
    """How it is contested, by the words of the answer: silence is no "neither", and a condition is no denial."""
    if c.how is DisputeKind.NEITHER and SILENCE.search(c.contesting.quote):
        return Manner.FALLS_SILENT
    if c.how is DisputeKind.REFRAMES and _CONDITION.search(c.contesting.quote):
        return Manner.CONDITIONS
    return MANNERS[c.how]


def _position(
    speaker: str, stance: Stance, manner: Manner, evidence: Evidence, gathering: Gathering
) -> Position:
    inside = gathering.told_in[evidence.document_id]
    teller = next((s for s in inside if s.evidence.span == evidence.span), None)
    return position(speaker, stance, manner, evidence, gathering, anchor=teller.anchor if teller else None)


def _dispute(
    quarrels: Sequence[Quarrel], joining: Sequence[Charge], gathering: Gathering, there: Presence
) -> Dispute:
    every = [p for q in quarrels for p in q.positions] + [p for c in joining for p in c.positions]
    unique = {(p.speaker, p.stance, p.evidence.document_id, p.evidence.span.start): p for p in every}
    positions = sorted(
        unique.values(),
        key=lambda p: (p.published or UNDATED, p.evidence.document_id, p.evidence.span.start, p.speaker),
    )
    founder = quarrels[0]
    contested = frozenset().union(*(q.contested for q in quarrels))
    contesting = {p.speaker for p in every if side(p.speaker) in contested}
    pages = {p.evidence.document_id for p in every}
    since = _unanswered(positions, contesting)
    asserting = {side(p.speaker) for p in every if p.speaker not in contesting}
    told = [gathering.told_in[page][0] for page in sorted(pages) if gathering.told_in[page]]
    return Dispute(
        id=stable_id("d", founder.anchor),
        proposition=founder.proposition,
        asserted_by=tuple(dict.fromkeys(p.speaker for p in positions if p.speaker not in contesting)),
        contested_by=tuple(dict.fromkeys(p.speaker for p in positions if p.speaker in contesting)),
        how=founder.how,
        positions=tuple(positions),
        witnesses=max(1, gathering.witnesses(told)),
        unanswered_since=since,
        silent_days=there.silence(since, asserting, contested),
    )


def _unanswered(positions: Sequence[Position], contesting: set[str]) -> str | None:
    """Since when it is asserted anew without an answer; silence told of is no answer."""
    answers = [p for p in positions if p.speaker in contesting and p.manner is not Manner.FALLS_SILENT]
    last = max((p.published or "" for p in answers), default="")
    anew = (p.published for p in positions if p.speaker not in contesting and p.published)
    return next((day for day in anew if day > last), None)
