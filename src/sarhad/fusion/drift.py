"""Drift: a claim that one telling attributes and another tells flatly, whichever came first.

Rather none than a wrong one: the same act by the same doer, in like words, with the same day, place or toll.
"""

import re
from collections.abc import Iterable

from sarhad.codebook import QUAD, Auxiliary, DatePrecision, Quad, Stance
from sarhad.fusion.gathering import Gathering
from sarhad.fusion.matching import NAMED, one_name
from sarhad.fusion.sides import side, vague
from sarhad.fusion.words import content
from sarhad.records import Drift, Incident, Statement

TOGETHER = 0.2
"""Share of content words that two reports of one incident have in common when they tell one claim of it."""
RETOLD = 0.5
"""The same share between a text and its rewrite, where the wording itself says that one claim is meant."""
WORDS = 3
"""Fewer content words than this in common, names apart, prove nothing."""
_CAPITALS = re.compile(r"\b[A-Z][\w’'-]*")


def drift(gathering: Gathering, incidents: Iterable[Incident]) -> list[Drift]:
    """Attributed and flat forms of one claim in two documents; of one happening, the nearest pair of each two documents."""
    together = {r.statement.anchor: i.id for i in incidents for r in i.reports}
    flat = _by_doer(s for s in gathering.statements if _flat(s))
    best: dict[tuple[str, str, str], tuple[float, Statement, Statement]] = {}
    for s in filter(_attributed, gathering.statements):
        for other in _candidates(s, flat).values():
            key = (together.get(s.anchor, s.anchor), s.document_id, other.document_id)
            score = _alike(s, other, together, kin=gathering.family(s) == gathering.family(other))
            if score > best.get(key, (0.0, s, other))[0]:
                best[key] = (score, s, other)
    return [_drift(s, other, gathering) for _, s, other in best.values()]


def _attributed(s: Statement) -> bool:
    """Told as somebody's word or as suspected, about an act that was done; what a side says of itself is no charge."""
    if s.speaker and side(s.speaker.code) in {side(a.code) for a in s.actors}:
        return False
    if s.aux not in (None, Auxiliary.HISTORICAL) or not s.actors:
        return False
    if s.stance is Stance.ALLEGES:
        return True
    material = QUAD[s.type] in (Quad.MATERIAL_CONFLICT, Quad.MATERIAL_COOPERATION)
    return s.stance is Stance.ASSERTS and s.speaker is not None and material


def _flat(s: Statement) -> bool:
    return s.plain and s.speaker is None and bool(s.actors)


Doer = tuple[str, str]


def _doers(s: Statement) -> list[Doer]:
    return [(s.type, code) for code in sorted({a.code for a in s.actors}) if not vague(code)]


def _by_doer(statements: Iterable[Statement]) -> dict[Doer, list[Statement]]:
    out: dict[Doer, list[Statement]] = {}
    for s in statements:
        for doer in _doers(s):
            out.setdefault(doer, []).append(s)
    return out


def _candidates(s: Statement, flat: dict[Doer, list[Statement]]) -> dict[str, Statement]:
    """Flat statements of the same kind of act by the same side, by anchor."""
    return {other.anchor: other for doer in _doers(s) for other in flat.get(doer, ())}


def _alike(a: Statement, b: Statement, together: dict[str, str], *, kin: bool) -> float:
    if a.document_id == b.document_id:
        return 0.0
    x, y = (content(_CAPITALS.sub(" ", s.evidence.quote)) for s in (a, b))
    shared = len(x & y)
    share = 2 * shared / max(1, len(x) + len(y))
    if kin and shared >= WORDS and share >= RETOLD:
        return share
    if not _one_thing(a, b):
        return 0.0
    one = a.anchor in together and together[a.anchor] == together.get(b.anchor)
    return share if one and shared >= WORDS and share >= TOGETHER else 0.0


def _one_thing(a: Statement, b: Statement) -> bool:
    """The same day told, the same place or the same toll."""
    if a.time and b.time and DatePrecision.DAY is a.time.precision is b.time.precision:
        return a.time.start == b.time.start
    if a.deaths and b.deaths and a.deaths.low > 2:
        return a.deaths.low == b.deaths.low
    return (
        a.place is not None and b.place is not None and a.place.level in NAMED and one_name(a.place, b.place)
    )


def _drift(attributed: Statement, flat: Statement, gathering: Gathering) -> Drift:
    return Drift(
        attributed=attributed.evidence,
        flat=flat.evidence,
        speaker=attributed.speaker.code if attributed.speaker else None,
        same_family=gathering.family(attributed) == gathering.family(flat),
    )
