"""Drift: a claim that one telling attributes and another tells flatly, whichever came first.

Of one happening, or of one series between the same sides, each attributed telling is put beside the flat one that is most like it, and
each flat one beside an attributed one. Who says of himself that he did it is attributed, too: another's flat word has left out whose it was.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence

from sarhad.codebook import QUAD, Auxiliary, DatePrecision, EventType, Quad, Scope, Stance
from sarhad.fusion.gathering import Gathering
from sarhad.fusion.havens import havens
from sarhad.fusion.sides import country, mutual, side, sides, vague
from sarhad.fusion.spots import NAMED, one_name
from sarhad.fusion.victims import heads, leaders, victims
from sarhad.fusion.words import in_common
from sarhad.records import Assessment, Drift, Incident, Report, Span, Statement

TOGETHER = 0.2
"""Share of content words that two reports of one incident have in common when they tell one claim of it."""
RETOLD = 0.5
"""The same share between a text and its rewrite, where the wording itself says that one claim is meant."""
WORDS = 3
"""Fewer content words than this in common, names apart, prove nothing."""
_CAPITALS = re.compile(r"\b[A-Z][\w’'-]*")

Found = tuple[float, Statement, Statement]


def drift(
    gathering: Gathering,
    incidents: Iterable[Incident],
    assessments: Iterable[Assessment],
    retellings: Iterable[Found],
) -> list[Drift]:
    """Attributed and flat forms of one claim in two documents, each once. `retellings` as `retold` gives them."""
    found = [p for i in incidents for p in _nearest(_pairs(_sure(i.reports), _alike))]
    found += [p for a in assessments for p in _nearest(_pairs(_sure(a.reports), _charged))]
    found += retellings
    once: dict[tuple[str, str], Drift] = {}
    for _, a, b in found:
        once.setdefault((a.anchor, b.anchor), _drift(a, b, gathering))
    pairs = {(d.attributed.document_id, d.flat.document_id, d.speaker): d for d in reversed(once.values())}
    return [*reversed(pairs.values()), *havens(gathering)]


def _sure(reports: Iterable[Report]) -> list[Statement]:
    return [r.statement for r in reports if not r.unsure]


def _pairs(told: Sequence[Statement], alike: Callable[[Statement, Statement], float]) -> list[Found]:
    flat = [(n, s) for n, s in enumerate(told) if _flat(s)]
    places = [n for n, _ in flat]
    found = []
    for n, a in enumerate(told):
        if not _attributed(a):
            continue
        at = bisect_left(places, n)
        for _, b in flat[max(0, at - REACH) : at + REACH]:
            if a.document_id != b.document_id and _one_deed(a, b) and (score := alike(a, b)):
                found.append((score, a, b))
    return found


REACH = 60
"""Flat reports before and after an attributed one that it is compared with: a war is told thousands of times."""


def _nearest(found: Sequence[Found]) -> list[Found]:
    """The nearest flat telling of each page that attributes; a page that tells it flatly and is nobody's nearest, with its own nearest."""
    ordered = sorted(found, key=lambda p: (-p[0], p[1].document_id, p[2].document_id, p[1].anchor))
    kept: list[Found] = []
    attributing: set[str] = set()
    telling: set[str] = set()
    for pair in ordered:
        if pair[1].document_id not in attributing:
            kept.append(pair)
            attributing.add(pair[1].document_id)
            telling.add(pair[2].document_id)
    for pair in ordered:
        if pair[2].document_id not in telling:
            kept.append(pair)
            telling.add(pair[2].document_id)
    return kept


def _attributed(s: Statement) -> bool:
    """Told as somebody's word or as suspected, about an act that was done."""
    if s.aux not in (None, Auxiliary.HISTORICAL) or not s.actors:
        return False
    if s.stance is Stance.ALLEGES:
        return _CHARGES.search(s.sentence.quote) is not None
    material = QUAD[s.type] in (Quad.MATERIAL_CONFLICT, Quad.MATERIAL_COOPERATION)
    spoken = s.stance is Stance.ASSERTS and s.speaker is not None and s.aux is None
    return spoken and material and not _NAMED.search(s.trigger.quote)


_NAMED = re.compile(
    r"\b(?:attacks?|assaults?|killings?|strikes?|airstrikes?|bombings?|shelling|assassinations?|offensives?|war|fighting|massacres?|deaths?)$",
    re.I,
)
"""An act that a speaker only names is known to him and to whom he speaks: that it happened is not his claim."""
_CHARGES = re.compile(
    r"\baccus\w+|\bblam\w+|\balleg\w+|\bclaim\w*|\bcharg(?:e[sd]?|ing)\b|\bsuspect\w*|\battribut\w+|\bresponsible\b|\bsa(?:id|ys?|ying)\b|\btold\b|"
    r"\baccording to\b|\breported(?:ly)?\b|\bbelie(?:f|v\w+)|\bannounc\w+|\bstated\b|\bdescrib\w+",
    re.I,
)
"""Words of a charge or a report: who condemns an act takes it for done."""


def _flat(s: Statement) -> bool:
    return s.plain and s.speaker is None and bool(s.actors)


def _one_deed(a: Statement, b: Statement) -> bool:
    """The same kind of act by the same side, on the same one where both say on whom."""
    doers = _doers(a) & _doers(b)
    struck, hit = (frozenset(w for r in s.recipients for w in _whom(r.code)) for s in (a, b))
    return (
        a.type is b.type
        and mutual(a) is mutual(b)
        and bool(doers)
        and (not struck or not hit or bool(struck & hit))
    )


def _doers(s: Statement) -> frozenset[str]:
    """The sides that act; gunmen whom nobody names are gunmen in both tellings."""
    codes = [a.code for a in s.actors]
    return sides(codes) or frozenset(codes)


def _whom(code: str) -> tuple[str, ...]:
    land = country(code)
    return tuple(x for x in (None if vague(code) else side(code), land) if x)


def _alike(a: Statement, b: Statement) -> float:
    """How like two reports of one happening are; 0 when nothing says that they tell one claim of it."""
    shared, share = _words(a, b)
    return share if _one_thing(a, b) or (shared >= WORDS and share >= TOGETHER) else 0.0


def _charged(a: Statement, b: Statement) -> float:
    """A series is a claim only where one charges another with it: what else is said of a war is said of all of it."""
    shared, share = _words(a, b)
    doers = sides(w.code for w in a.actors) == sides(w.code for w in b.actors)
    aimed = bool(a.recipients and b.recipients)  # a clash of two sides is nobody's charge
    charged = aimed and a.stance is Stance.ALLEGES and b.scope is not Scope.SINGLE
    return share if charged and doers and shared >= WORDS and share >= TOGETHER else 0.0


def _words(a: Statement, b: Statement) -> tuple[int, float]:
    return in_common(a.evidence.quote, b.evidence.quote)


def _one_thing(a: Statement, b: Statement) -> bool:
    """The same day told, the same place or toll, or the same person hit."""
    if victims(a) and victims(b):
        return bool(victims(a) & victims(b))
    if heads(a) & heads(b) or (leaders(a) & leaders(b) and _one_place(a, b)):
        return True
    if a.time and b.time and DatePrecision.DAY is a.time.precision is b.time.precision:
        return a.time.start == b.time.start
    if a.deaths and b.deaths and a.deaths.low > 2:
        return a.deaths.low == b.deaths.low
    return _one_place(a, b)


def _one_place(a: Statement, b: Statement) -> bool:
    return (
        a.place is not None and b.place is not None and a.place.level in NAMED and one_name(a.place, b.place)
    )


def unattributed(gathering: Gathering, retellings: Iterable[Found]) -> frozenset[str]:
    """Anchors of flat reports whose claim another page of the family only attributes: nobody's own word; nor is what their
    sentence tells of the same doer besides ("fired on the market, and shells struck the stalls")."""
    flat_in = {(s.document_id, s.type) for s in filter(_flat, gathering.statements)}
    dropped = [b for _, a, b in retellings if (a.document_id, a.type) not in flat_in]
    whose: dict[tuple[str, Span, EventType], frozenset[str]] = {}
    for b in dropped:
        key = _sentence_of(b)
        whose[key] = whose.get(key, frozenset()) | _doers(b)
    beside = (
        s for s in gathering.statements if _flat(s) and whose.get(_sentence_of(s), frozenset()) & _doers(s)
    )
    return frozenset(s.anchor for s in (*dropped, *beside))


def _sentence_of(s: Statement) -> tuple[str, Span, EventType]:
    return s.document_id, s.sentence.span, s.type


def retold(gathering: Gathering) -> list[Found]:
    """A text and its rewrite: the wording itself says that one claim is meant, whatever thread it stands in."""
    flat: dict[tuple[str, EventType, str], list[Statement]] = {}
    for s in filter(_flat, gathering.statements):
        for doer in _doers(s):
            flat.setdefault((gathering.family(s), s.type, doer), []).append(s)
    found = []
    for a in filter(_attributed, gathering.statements):
        near = {b.anchor: b for d in _doers(a) for b in flat.get((gathering.family(a), a.type, d), ())}
        others = (b for b in near.values() if a.document_id != b.document_id and mutual(a) is mutual(b))
        pairs = [(_retelling(a, b), a, b) for b in others]
        found += [p for p in pairs if p[0] >= RETOLD]
    return _nearest(found)


def _retelling(a: Statement, b: Statement) -> float:
    shared, share = in_common(*(_CAPITALS.sub(" ", s.evidence.quote) for s in (a, b)))
    return share if shared >= WORDS else 0.0


def _drift(attributed: Statement, flat: Statement, gathering: Gathering) -> Drift:
    return Drift(
        attributed=attributed.evidence,
        flat=flat.evidence,
        speaker=attributed.speaker.code if attributed.speaker else None,
        same_family=gathering.family(attributed) == gathering.family(flat),
    )
