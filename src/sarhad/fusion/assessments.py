"""Assessments: what is told as going on rather than as one act, threaded across documents by kind and by sides.

A series of strikes, a surge, a war, talks that go on and off. Acts that nothing tells from others of their kind ("they struck the
country again") are kept here too. An assessment counts nothing and confirms nothing; it says who tells what of whom.
"""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from sarhad.codebook import QUAD, Auxiliary, EventType, Quad, Stance
from sarhad.fusion.acts import is_act
from sarhad.fusion.gathering import Gathering
from sarhad.fusion.linkage import Pair, cluster
from sarhad.fusion.sides import country, side, vague
from sarhad.fusion.talk_reports import is_talk
from sarhad.records import Assessment, Statement, stable_id

FLOOR = 0.6
APART = 400
"""Days between two reports beyond which two series are two."""
Kind = tuple[str, frozenset[str], frozenset[str]]
"""Type of the act, sides that do it, sides or lands that are struck."""
NOT_TOLD = (Auxiliary.NEGATION, Auxiliary.HYPOTHETICAL, Auxiliary.FUTURE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Going:
    """A statement with the sides it tells of."""

    statement: Statement
    doers: frozenset[str]
    struck: frozenset[str]
    published: date | None

    @property
    def sides(self) -> frozenset[str]:
        """Both together: in a clash nobody is told first."""
        return self.doers | self.struck


def assessments(gathering: Gathering) -> list[Assessment]:
    """Every series, trend and act without a mark of its own, in order of its first report."""
    told = (_going(s, gathering) for s in gathering.told() if _goes_on(s))
    held = sorted((g for g in told if g.sides), key=lambda g: _order(g, gathering))
    groups: dict[Kind, list[Going]] = {}
    for g in held:
        groups.setdefault((g.statement.type.value, g.doers, g.struck), []).append(g)
    kinds = list(groups)
    threads = [
        sorted((g for i in found for g in groups[kinds[i]]), key=lambda g: _order(g, gathering))
        for found in cluster(len(kinds), _table(kinds), FLOOR)
    ]
    return [_assessment(part, gathering) for told in threads for part in _apart(told)]


def _table(kinds: Sequence[Kind]) -> dict[Pair, float]:
    """How alike kinds are that share a side; there are few kinds, however many statements tell of them."""
    keys: dict[tuple[str, str], list[int]] = {}
    for i, (act, doers, struck) in enumerate(kinds):
        for name in sorted(doers | struck):
            keys.setdefault((act, name), []).append(i)
    pairs = {(i, j) for group in keys.values() for n, j in enumerate(group) for i in group[:n]}
    return {(i, j): score for i, j in sorted(pairs) if (score := alike(kinds[i], kinds[j]))}


def _apart(told: Sequence[Going]) -> list[list[Going]]:
    """Two series where nothing is told for long."""
    out: list[list[Going]] = []
    for g in told:
        last = out[-1][-1].published if out else None
        if out and (last is None or g.published is None or (g.published - last).days <= APART):
            out[-1].append(g)
        else:
            out.append([g])
    return out


def _goes_on(s: Statement) -> bool:
    """Told as done, by many acts or by none in particular; one act or talk that can be told from others is no assessment."""
    if s.aux in NOT_TOLD or s.stance in (Stance.DENIES, Stance.NEITHER):
        return False
    if s.type is EventType.CONSULT:
        return not is_talk(s)
    return QUAD[s.type] is Quad.MATERIAL_CONFLICT and not is_act(s)


def _going(s: Statement, gathering: Gathering) -> Going:
    talked = s.type is EventType.CONSULT
    parties = s.ceasefire.parties if talked and s.ceasefire else tuple(a.code for a in s.actors)
    hit = () if talked and s.ceasefire else tuple(a.code for a in s.recipients)
    lands = {land for code in (*parties, *hit) if "/" not in code and (land := country(code))}
    doers = frozenset(name for code in parties if (name := _name(code, lands, talked)))
    struck = frozenset(name for code in hit if (name := _name(code, lands, talked) or country(code)))
    if not talked and not struck and len(doers) < MANY and s.place is not None and s.place.country:
        struck = frozenset((s.place.country,)) - doers
    return Going(statement=s, doers=doers, struck=struck, published=gathering.published(s))


MANY = 2


def _name(code: str, lands: Collection[str], talked: bool) -> str | None:
    """Whoever acts as a side. An armed group stands for the land it fights from, unless that land is the other side."""
    if vague(code):
        return None
    land = country(code)
    return land if not talked and land is not None and land not in lands and "/" in code else side(code)


def alike(a: Kind, b: Kind) -> float:
    """0 to 1: the same kind between the same sides. One doer of many victims is not enough, one land under attack is."""
    (_, doers, struck), (_, others, hit) = a, b
    one, other = doers | struck, others | hit
    both = one & other
    if len(both) >= MANY:
        return round(len(both) / max(len(one), len(other)), 6)
    return FLOOR if struck & hit and (not doers or not others or doers == others) else 0.0


def _order(g: Going, gathering: Gathering) -> tuple[date, str, int]:
    return (
        gathering.published(g.statement) or date.max,
        g.statement.document_id,
        g.statement.evidence.span.start,
    )


def _assessment(told: Sequence[Going], gathering: Gathering) -> Assessment:
    scopes = [g.statement.scope.value for g in told]
    often = Counter(
        a.code for g in told for a in (*g.statement.actors, *g.statement.recipients) if not vague(a.code)
    )
    return Assessment(
        id=stable_id("a", told[0].statement.anchor),
        type=told[0].statement.type,
        kind=max(dict.fromkeys(scopes), key=scopes.count),
        parties=tuple(sorted(often, key=lambda code: (-often[code], code))),
        reports=tuple(gathering.report(g.statement) for g in told),
    )
