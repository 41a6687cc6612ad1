"""Offers to mediate between a ceasefire's parties, and what became of each: accepted, refused, taken up, or no answer reported."""

import re
from collections.abc import Iterator, Sequence

from sarhad.codebook import Auxiliary, CeasefirePhase, EventType, Stance
from sarhad.fusion.gathering import UNDATED, Gathering
from sarhad.fusion.sides import side, sides
from sarhad.fusion.truces import Spots, host
from sarhad.records import UNSURE, Offer, Statement

_MEDIATING = r"mediat\w+|good offices|facilitat\w+|broker\w*|host(?:ing)? (?:\w+ ){0,2}(?:talks|negotiations)|go-between"
_OFFERS = re.compile(
    rf"\b(?:offer\w*|ready|readiness|willing\w*|prepared|volunteer\w*)\b.{{0,70}}\b(?:{_MEDIATING})|"
    rf"\bpropos(?:ed|es|ing) (?:itself as |to )(?:\w+ )?(?:{_MEDIATING})|\b(?:{_MEDIATING}).{{0,30}}\boffer\w*",
    re.I,
)
_OF_IT = re.compile(rf"\b(?:{_MEDIATING}|offers?|mediators?|third[- ]party)\b", re.I)
_REFUSED = re.compile(
    r"\breject\w*|\brefus\w+|\bdeclin\w+|\bturn\w* (?:\w+ ){0,4}?down\b|\brul\w+ out\b|\brebuff\w*|\bdismiss\w*",
    re.I,
)
_ACCEPTED = re.compile(r"\baccept\w*|\bwelcom\w+|\bagree[ds]?\b|\btook up\b|\bconsent\w*", re.I)
_IT = re.compile(
    r"\b(?:accept|reject|refus|declin|welcom|dismiss|rebuff|turn)\w* (?:it\b|(?:this|that)\b(?! (?!down\b|on\b|as\b|and\b|but\b)\w))",
    re.I,
)
NO_ANSWER = "no answer reported"
Told = Sequence[Statement]


def offers(threads: Sequence[Told], known: Sequence[Spots], gathering: Gathering) -> list[tuple[Offer, ...]]:
    """For each ceasefire the offers to mediate, each with the answers told after it."""
    made, answers, held = ([list[Statement]() for _ in known] for _ in range(3))
    for s in gathering.told():
        for rows, fits in ((made, _offers), (held, _hosts)):
            if fits(s) and (n := host(s, known, gathering)) is not None:
                rows[n].append(s)
    for s in filter(_answers, gathering.told()):
        n = _offered_before(s, made)
        n = host(s, known, gathering) if n is None and _OF_IT.search(s.evidence.quote) else n
        if n is not None:
            answers[n].append(s)
    return [
        tuple(_made(found, answers[n], [*threads[n], *held[n]], known[n], gathering))
        for n, found in enumerate(made)
    ]


def _offered_before(s: Statement, made: Sequence[Told]) -> int | None:
    """The ceasefire of the last offer told before it on its page: "Bangkok turned it down" names no other."""
    before = [
        (o.evidence.span, n)
        for n, found in enumerate(made)
        for o in found
        if o.document_id == s.document_id and o.trigger.span.start < s.trigger.span.start
    ]
    return max(before)[1] if before else None


def _offers(s: Statement) -> bool:
    told = s.aux not in (Auxiliary.NEGATION, Auxiliary.HYPOTHETICAL) and s.stance is not Stance.DENIES
    return told and s.type not in _ANSWERING and _OFFERS.search(s.evidence.quote) is not None


def _answers(s: Statement) -> bool:
    """A party's word on an offer to mediate; a plan to answer is none."""
    if s.aux is not None or s.stance is not Stance.ASSERTS:
        return False
    quote = s.evidence.quote
    about = _OF_IT.search(quote) or _of_what_was_told(s)
    told = (_REFUSED if s.type is EventType.REJECT else _ACCEPTED).search(quote)
    return bool(about and told)


def _of_what_was_told(s: Statement) -> bool:
    """ "Rejected it", "rejected that", no "rejected that charge": the clause may end before the noun, so its sentence is looked at."""
    start = s.evidence.span.start - s.sentence.span.start
    told = _IT.search(s.sentence.quote, max(0, start))
    return told is not None and told.end() <= start + len(s.evidence.quote)


def _hosts(s: Statement) -> bool:
    """Talks that somebody hosted or mediated, told as held; the clause need not name the ceasefire."""
    return (
        s.type is EventType.CONSULT
        and s.aux is None
        and s.plain
        and _HELD.search(s.evidence.quote) is not None
    )


_HELD = re.compile(
    r"\b(?:host|mediat|broker|chair|facilitat)\w*\b.{0,40}\b(?:talks|negotiations|rounds?)\b|"
    r"\b(?:talks|negotiations|rounds?)\b.{0,40}\b(?:host|mediat|broker|chair|facilitat)\w*\b",
    re.I,
)
_ANSWERING = (EventType.REJECT,)


def _made(found: Told, answers: Told, told: Told, known: Spots, gathering: Gathering) -> Iterator[Offer]:
    """Each offerer's offer once a document, by one who is no party."""
    seen: set[tuple[frozenset[str], str]] = set()
    for s in sorted(found, key=lambda s: (s.confidence < UNSURE, _order(s, gathering))):
        by = tuple(dict.fromkeys(a.code for a in s.actors)) or ((s.speaker.code,) if s.speaker else ())
        who = sides(by)
        if not who or who & known.parties or (who, s.document_id) in seen:
            continue
        seen.add((who, s.document_id))
        later = [a for a in answers if _after(s, a, gathering) and _of_party(a, known) and _to(who, a, found)]
        yes, no = _parties_of(later, refused=False), _parties_of(later, refused=True)
        talks = [t for t in told if _after(s, t, gathering) and _with(who, t)]
        yield Offer(
            by=by,
            evidence=s.evidence,
            family=gathering.family(s),
            published=gathering.printed(s),
            became=_became(later, talks),
            accepted_by=tuple(c for c in yes if c not in no),
            refused_by=tuple(c for c in no if c not in yes),
            answers=tuple(a.evidence for a in (*later, *talks)),
            unsure=s.confidence < UNSURE,
        )


def _to(who: frozenset[str], answer: Statement, made: Told) -> bool:
    """Whether an answer may be to the offer of these: on a page that tells of several it is to the one told last before it, unless
    it names another's."""
    named = sides(a.code for a in answer.recipients) & {
        x for o in made for x in sides(a.code for a in o.actors)
    }
    if named:
        return bool(named & who)
    here = [
        o for o in made if o.document_id == answer.document_id and o.evidence.span <= answer.evidence.span
    ]
    last = max(here, key=lambda o: o.trigger.span, default=None)
    return last is None or bool(sides(a.code for a in last.actors) & who)


def _parties_of(answers: Told, *, refused: bool) -> tuple[str, ...]:
    """Who surely said so."""
    told = [s for s in answers if s.confidence >= UNSURE and (s.type is EventType.REJECT) == refused]
    return tuple(dict.fromkeys(a.code for s in told for a in s.actors))


def _became(answers: Told, talks: Told) -> str:
    """The last word told; one party's yes beside the other's no is told as both."""
    sure = [a for a in answers if a.confidence >= UNSURE]
    refused = {side(a.code) for s in sure if s.type is EventType.REJECT for a in s.actors}
    accepted = {side(a.code) for s in sure if s.type is not EventType.REJECT for a in s.actors}
    if any(t.confidence >= UNSURE for t in talks):
        return "taken up"
    if talks and not (refused or accepted):
        return "perhaps taken up"
    if refused - accepted and accepted - refused:
        return "accepted by one party, refused by another"
    if refused or accepted:
        return "refused" if sure[-1].type is EventType.REJECT else "accepted"
    return NO_ANSWER


def _with(who: frozenset[str], t: Statement) -> bool:
    """Talks or an agreement with the offerer as mediator."""
    held = (CeasefirePhase.TALKS, CeasefirePhase.AGREED, CeasefirePhase.IN_EFFECT)
    if not t.plain or (t.ceasefire is not None and t.ceasefire.phase not in held):
        return False
    mediators = t.ceasefire.mediators if t.ceasefire else ()
    return bool(who & sides((*mediators, *(a.code for a in t.actors))))


def _of_party(s: Statement, known: Spots) -> bool:
    return bool(sides(a.code for a in s.actors) & known.parties)


def _after(s: Statement, t: Statement, gathering: Gathering) -> bool:
    return _order(t, gathering) > _order(s, gathering) and t.anchor != s.anchor


def _order(s: Statement, gathering: Gathering) -> tuple[str, str, int]:
    return gathering.printed(s) or UNDATED, s.document_id, s.evidence.span.start
