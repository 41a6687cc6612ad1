"""What statements tell of a ceasefire that stands beside them: a refusal, talks of the same two sides, a call to both.

The reader codes a ceasefire where the clause names one. "By Thursday the government had rejected it" names none; that it answers the
proposal told a sentence before is seen only from the page. Nothing here begins a thread between parties that nobody pairs.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sarhad.codebook import Auxiliary, CeasefirePhase, EventType, Stance
from sarhad.fusion.gathering import LATEST, Gathering
from sarhad.fusion.sides import countries, side, sides
from sarhad.records import Actor, Statement, Truce

BREATH = 700
"""Characters within which a document goes on about the same offer or talks."""
Parties = frozenset[str]

_TRUCE = re.compile(
    r"\bcease-?fires?\b|\btruces?\b|\bcessation of hostilities\b|\bhumanitarian pauses?\b", re.I
)
_REFUSED = re.compile(
    r"\breject\w*|\brefus\w+|\bdeclin\w+|\bturn\w* down\b|\brul\w+ out\b|\bfail\w*|\brebuff\w*|\bspurn\w*|"
    r"\b(?:not|neither|never)\b.{0,40}\b(?:agree|accept)\w*|\b(?:broke|fell) (?:down|apart)\b|\bwalk\w* (?:out|away)\b",
    re.I,
)
_OFFER = re.compile(
    r"\bproposals?\b|\boffers?\b|\binitiatives?\b|\bcompromises?\b|\bterms\b|\bdeal\b|\bplan\b|\brounds?\b|\btalks\b|"
    r"\bnegotiations?\b|\bmediat\w+|\bit\b|\bthe process\b|" + _TRUCE.pattern,
    re.I,
)
_CHARGE = re.compile(
    r"\baccus\w+|\balleg\w+|\bclaims?\b|\binvolve\w*|\bresponsib\w+|\breports?\b|\bcharges?\b|\bcriticis\w+|\bblame\w*|\brestraint\b",
    re.I,
)
_OVER_SOON = re.compile(
    r"\b(?:short-lived|now-defunct|defunct|failed|collapsed|expired|lapsed)\W+(?:\w+\W+){0,2}?(?:cease-?fire|truce)\b",
    re.I,
)
_TALKING = re.compile(r"\bnegotiat\w+|\btalks?\b|\bmediat\w+", re.I)


@dataclass(frozen=True, slots=True)
class Spots:
    """Where the steps of one pair's ceasefire stand: the pair, by document the places in its text, the day it begins."""

    parties: Parties
    codes: tuple[str, ...]
    places: Mapping[str, tuple[int, ...]]
    begun: date = LATEST

    def near(self, s: Statement) -> bool:
        """Whether the document told of this ceasefire shortly before, or in the same sentence."""
        at = s.sentence.span
        return any(at.start - BREATH <= p < at.end for p in self.places.get(s.document_id, ()))

    def around(self, s: Statement) -> bool:
        """Whether the document tells of this ceasefire shortly before or after."""
        at = s.sentence.span
        return any(at.start - BREATH <= p < at.end + BREATH for p in self.places.get(s.document_id, ()))


def spots(told: Sequence[Statement], gathering: Gathering) -> Spots:
    """Of a thread: its parties as first coded, where it is told, and its first day."""
    places: dict[str, list[int]] = {}
    codes: dict[str, str] = {}
    for s in told:
        places.setdefault(s.document_id, []).append(s.evidence.span.start)
        for code in s.ceasefire.parties if s.ceasefire else ():
            codes.setdefault(side(code), code)
    begun = min((gathering.when(s) for s in told), default=LATEST)
    return Spots(frozenset(codes), tuple(codes.values()), {d: tuple(p) for d, p in places.items()}, begun)


def host(s: Statement, known: Sequence[Spots], gathering: Gathering) -> int | None:
    """The number of the ceasefire that a statement speaks of: the one it names both parties of, else the one told around it, else
    the only one that its page tells of; of several of one pair, the last that had begun."""
    codes = sides(a.code for a in (*s.actors, *s.recipients))
    named = [n for n, k in enumerate(known) if len(k.parties) == PAIR and k.parties <= codes]
    around = [n for n, k in enumerate(known) if k.around(s)]
    both = [n for n in named if n in around]
    page = [n for n, k in enumerate(known) if s.document_id in k.places]
    for found in (both, named, around, page):
        if found:
            one = len({known[n].parties for n in found}) == 1
            return _last_begun(known[found[0]], known, gathering.when(s)) if one else None
    return None


def _last_begun(of: Spots, known: Sequence[Spots], when: date) -> int:
    theirs = sorted((k.begun, n) for n, k in enumerate(known) if k.parties == of.parties)
    return next((n for begun, n in reversed(theirs) if begun <= when), theirs[0][1])


def beside(known: Sequence[Spots], gathering: Gathering) -> Iterator[tuple[int, Statement]]:
    """Statements that nobody coded a ceasefire for, told in one breath with the one ceasefire whose party they tell of; its number."""
    pairs = [(n, k) for n, k in enumerate(known) if len(k.parties) == PAIR]
    for s in gathering.told():
        if s.ceasefire is not None:
            continue
        phase = CeasefirePhase.TALKS_FAILED if refuses(s) else CeasefirePhase.TALKS if talks(s) else None
        if phase is None:
            continue
        near = [(n, k) for n, k in pairs if k.near(s)]
        doing = sides(a.code for a in s.actors)
        both = near and len(doing) == PAIR and phase is CeasefirePhase.TALKS_FAILED
        hosts = (
            [(n, k) for n, k in pairs if k.parties == doing]
            if both
            else [(n, k) for n, k in near if _of(s, k, phase)]
        )
        if len({k.parties for _, k in hosts}) == 1:
            n = _last_begun(hosts[0][1], known, gathering.when(s))
            yield n, replace(s, ceasefire=Truce(parties=known[n].codes, phase=phase))


PAIR = 2


def _of(s: Statement, known: Spots, phase: CeasefirePhase) -> bool:
    """A refusal is one party's, or of its land's politicians; talks are held by both, and nobody of another land with them."""
    doing = sides(a.code for a in s.actors)
    if phase is CeasefirePhase.TALKS:
        return doing | sides(a.code for a in s.recipients) == known.parties
    return bool(doing & known.parties or countries(a.code for a in s.actors) & countries(known.codes))


def refuses(s: Statement) -> bool:
    """An offer turned down, talks that failed; the denial of a charge is no refusal."""
    if s.type is not EventType.REJECT or s.stance in (Stance.DENIES, Stance.NEITHER):
        return False
    if s.aux in (Auxiliary.NEGATION, Auxiliary.HYPOTHETICAL, Auxiliary.HISTORICAL):
        return False
    quote = s.evidence.quote
    return bool(_REFUSED.search(quote) and _OFFER.search(quote)) and not _CHARGE.search(quote)


def talks(s: Statement) -> bool:
    """Talks told as held."""
    return (
        s.type is EventType.CONSULT and s.plain and s.aux is None and bool(_TALKING.search(s.evidence.quote))
    )


def calls(gathering: Gathering) -> Iterator[Statement]:
    """Calls on two sides at once to stop, where the sentence says it is a ceasefire that is called for."""
    for s in gathering.told():
        sought = {side(a.code): a.code for a in s.recipients if sides((a.code,))}
        called = s.type is EventType.REQUEST and s.ceasefire is None and s.aux is not Auxiliary.NEGATION
        if called and len(sought) == PAIR and _TRUCE.search(s.sentence.quote):
            truce = Truce(parties=tuple(sought.values()), phase=CeasefirePhase.CALLED_FOR)
            yield replace(s, ceasefire=truce)


def turned(s: Statement) -> Statement:
    """A refusal of an offer or of talks that was coded by what it refuses: told by a party, it is a failure to agree."""
    if s.ceasefire is None or s.type is not EventType.REJECT or s.ceasefire.phase not in _SOUGHT:
        return s
    parties = {side(p) for p in s.ceasefire.parties}
    if not _party(s.actors, parties) or not _REFUSED.search(s.evidence.quote):
        return s
    return replace(s, ceasefire=replace(s.ceasefire, phase=CeasefirePhase.TALKS_FAILED))


_SOUGHT = (CeasefirePhase.CALLED_FOR, CeasefirePhase.OFFERED, CeasefirePhase.TALKS)


def _party(actors: Iterable[Actor], parties: set[str]) -> bool:
    return any(side(a.code) in parties for a in actors)


def whole(s: Statement) -> Iterator[Statement]:
    """The statement, and what one word of it tells besides: "a short-lived ceasefire" was agreed and is over."""
    yield s
    standing = (CeasefirePhase.AGREED, CeasefirePhase.IN_EFFECT)
    if s.ceasefire is not None and s.ceasefire.phase in standing and _OVER_SOON.search(s.evidence.quote):
        yield replace(s, ceasefire=replace(s.ceasefire, phase=CeasefirePhase.ENDED))


def once(told: Sequence[Statement]) -> list[Statement]:
    """Each phase once a sentence: of two clauses of it the surer, then the longer."""
    kept: list[Statement] = []
    for s in told:
        twin = next((k for k in kept if _one_telling(k, s)), None)
        if twin is None:
            kept.append(s)
        elif (s.confidence, len(s.evidence.quote)) > (twin.confidence, len(twin.evidence.quote)):
            kept[kept.index(twin)] = s
    return kept


def _one_telling(a: Statement, b: Statement) -> bool:
    if a.ceasefire is None or b.ceasefire is None or a.ceasefire.phase is not b.ceasefire.phase:
        return False
    same = a.document_id == b.document_id and a.sentence.span.overlaps(b.sentence.span)
    return same and a.aux == b.aux and a.evidence.span.overlaps(b.evidence.span)
