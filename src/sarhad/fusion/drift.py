"""Drift: a claim that one telling attributes and another tells flatly, whichever came first."""

from collections.abc import Iterable, Sequence

from sarhad.codebook import Auxiliary, Stance
from sarhad.fusion.gathering import Gathering
from sarhad.fusion.sides import side, sides
from sarhad.fusion.words import content
from sarhad.records import Drift, Incident, Statement

ALIKE = 0.5
"""Share of the shorter one's content words that two tellings of one claim have in common."""
WORDS = 3
"""Fewer content words than this in common prove nothing."""


def drift(gathering: Gathering, incidents: Iterable[Incident]) -> list[Drift]:
    """Attributed and flat forms of one claim in two documents, the best pair of each two documents a claim."""
    together = {r.statement.anchor: i.id for i in incidents for r in i.reports}
    attributed = [s for s in gathering.statements if _attributed(s)]
    flat = _by_type(s for s in gathering.statements if _flat(s))
    found = []
    for s in attributed:
        best: dict[str, tuple[float, Statement]] = {}
        for other in flat.get(s.type, ()):
            score = _alike(s, other, together)
            if score > best.get(other.document_id, (0.0, other))[0]:
                best[other.document_id] = (score, other)
        found += [_drift(s, b, gathering) for _, (_, b) in sorted(best.items())]
    return found


def _attributed(s: Statement) -> bool:
    """Somebody else's claim about an actor, not an actor's word on its own act."""
    if s.aux not in (None, Auxiliary.HISTORICAL) or s.stance is not Stance.ALLEGES:
        return False
    return bool(s.actors)


def _flat(s: Statement) -> bool:
    return s.plain and s.speaker is None and bool(s.actors)


def _by_type(statements: Iterable[Statement]) -> dict[str, list[Statement]]:
    out: dict[str, list[Statement]] = {}
    for s in statements:
        out.setdefault(s.type, []).append(s)
    return out


def _alike(a: Statement, b: Statement, together: dict[str, str]) -> float:
    if a.document_id == b.document_id or not _same_doers(a, b):
        return 0.0
    x, y = content(a.evidence.quote), content(b.evidence.quote)
    shared = len(x & y)
    same = a.anchor in together and together.get(a.anchor) == together.get(b.anchor)
    share = shared / max(1, min(len(x), len(y)))
    return share + same if same or (share >= ALIKE and shared >= WORDS) else 0.0


def _same_doers(a: Statement, b: Statement) -> bool:
    left, right = sides(x.code for x in a.actors), sides(x.code for x in b.actors)
    return bool(left & right) or bool(_exact(a.actors) & _exact(b.actors))


def _exact(actors: Sequence[object]) -> frozenset[str]:
    return frozenset(side(getattr(a, "code", "")) for a in actors)


def _drift(attributed: Statement, flat: Statement, gathering: Gathering) -> Drift:
    return Drift(
        attributed=attributed.evidence,
        flat=flat.evidence,
        speaker=attributed.speaker.code if attributed.speaker else None,
        same_family=gathering.family(attributed) == gathering.family(flat),
    )
