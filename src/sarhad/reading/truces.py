"""Which acts are about a ceasefire, and the phase each puts it in: read over the whole document."""

import re
from collections.abc import Sequence
from dataclasses import replace

from sarhad.codebook import Auxiliary, CeasefirePhase, EventType
from sarhad.reading import ceasefires
from sarhad.reading.draft import Draft
from sarhad.reading.duties import laid_down
from sarhad.reading.places import PlaceMention
from sarhad.reading.promises import conditional, decided, in_passing
from sarhad.reading.roles import Parties
from sarhad.reading.truce_life import life_of, lives, recalled
from sarhad.reading.truce_sides import Sides, puts_forward, sides
from sarhad.reading.truces_told import as_told, with_held_fire
from sarhad.reading.truces_undone import undone, with_undone
from sarhad.records import Actor, Truce

_TALKING = frozenset((EventType.CONSULT, EventType.REJECT, EventType.AGREE, EventType.REQUEST, EventType.ACCUSE, EventType.SUPPORT, EventType.RETREAT, EventType.CONCEDE, EventType.ASSAULT, EventType.THREATEN))  # fmt: skip
_NOT_YET = (Auxiliary.FUTURE, Auxiliary.HYPOTHETICAL, Auxiliary.NEGATION)


def with_truces(
    drafts: Sequence[Draft], parties: Parties, located: Sequence[PlaceMention] = ()
) -> list[Draft]:
    """The drafts, those that speak of a ceasefire with what they say of it."""
    drafts = with_held_fire(drafts)
    if not any(ceasefires.TRUCE.search(d.text) for d in drafts):
        return drafts
    found = sides(drafts, parties, located)
    told = [as_told(d) for d in drafts]
    out = [with_undone(_with_truce(d, found)) for d in told if not in_passing(d)]
    if len(ceasefires.TRUCE.findall(drafts[0].token.doc.text)) < THEME or len(found.main) != 2:
        return out
    phases = {d.ceasefire.phase for d in out if d.ceasefire is not None}
    if phases <= {CeasefirePhase.CALLED_FOR}:
        return out  # who only asks for a truce, or asks for none, is not in talks about it
    agreed = bool(phases & _BOUND)
    return [d if d.ceasefire else _in_its_course(d, found, agreed=agreed) for d in out]


def _with_truce(draft: Draft, found: Sides) -> Draft:
    """An act whose own words name a truce."""
    life = life_of(draft.token)
    if draft.type not in _TALKING or _strikes_apart(draft):
        return draft
    if life is None and not ceasefires.TRUCE.search(draft.text):
        return draft
    if laid_down(draft) and draft.mode in ("withdraw", "release"):
        return draft  # "under the ceasefire Chad is to withdraw": a duty of its own, the truce itself is told by its noun
    parties = _parties(draft, found)
    truce = _truce(draft, parties, found.mediators)
    if life is not None:
        truce = replace(truce, phase=life.phase)
    if draft.type is EventType.RETREAT and draft.aux in (Auxiliary.HYPOTHETICAL, Auxiliary.FUTURE):
        truce = replace(truce, phase=_to_come(draft))
    doers, aimed = draft.actors, draft.recipients
    if draft.type is EventType.SUPPORT and not aimed:
        aimed = _as_told(draft, parties)
    if (life is not None and not (doers and aimed)) or (not doers and recalled(draft.token) is not None):
        doers = (*doers, *_as_told(draft, parties))
    return replace(draft, actors=doers, recipients=aimed, ceasefire=truce)


def _parties(draft: Draft, found: Sides) -> tuple[str, ...]:
    """The two that the act names, else those whose truce the words or the page tell of."""
    own = ceasefires.fighters((*draft.actors, *draft.recipients))
    own = tuple(c for c in own if c not in found.mediators)
    told = found.told_by(draft)
    both = own if len(own) == 2 and _of_their_own(draft, own, told) else ()
    if told and set(both) & set(told) and set(both) - set(told):
        return told
    if both and puts_forward(draft) and not set(both) & set(told):
        return told
    return both or told or _alone(own)


def _truce(draft: Draft, parties: Sequence[str], mediators: Sequence[str]) -> Truce:
    offered = draft.commitment is not None and draft.commitment.status.value == "offered"
    offered = offered or (draft.coded_by == "encoder" and bool(ceasefires.PROPOSED.search(draft.text)))
    return ceasefires.truce(
        draft.type,
        _of_the_act(draft),
        parties,
        mediators,
        offered=offered,
        failed=draft.failed,
        sought=draft.aux is Auxiliary.HYPOTHETICAL,
    )


def _of_the_act(draft: Draft) -> str:
    """The words of the clause without what they tell of the truce besides: "offered to extend a truce that expired"."""
    if draft.type is not EventType.AGREE:
        return draft.text
    beside = [t for t in lives(draft.token.sent) if t.verb.i != draft.token.i]
    left_out = {i for told in beside for i in range(told.verb.i, told.last + 1)}
    first, last = draft.clause
    return "".join(t.text_with_ws for t in draft.token.doc[first : last + 1] if t.i not in left_out)


def _alone(own: tuple[str, ...]) -> tuple[str, ...]:
    """An armed group told without its foe: it has one, where a state may have several."""
    return own if len(own) == 1 and "/" in own[0] else ()


def _as_told(draft: Draft, parties: Sequence[str]) -> tuple[Actor, ...]:
    """The sides of the truce, where the clause does not name them, less who is named."""
    mine = {*ceasefires.fighters(draft.actors), *(a.code for a in draft.actors)}
    return tuple(
        Actor(mention=draft.token.text, code=c, resolved_by="event") for c in parties if c not in mine
    )


def _of_their_own(draft: Draft, own: tuple[str, ...], told: tuple[str, ...]) -> bool:
    """Whether the two that an act names hold the truce it tells of, rather than the two the page is about."""
    apart = draft.type in (EventType.REJECT, EventType.RETREAT, EventType.ACCUSE) and not set(own) & set(told)
    return draft.type in (EventType.AGREE, EventType.CONSULT) or apart or life_of(draft.token) is not None


def _to_come(draft: Draft) -> CeasefirePhase:
    """ "Fighting would pause", "urged both to return to a truce": none is in effect yet."""
    if ceasefires.WANTED.search(draft.token.sent.text):
        return CeasefirePhase.CALLED_FOR
    return CeasefirePhase.AGREED if draft.aux is Auxiliary.FUTURE else CeasefirePhase.OFFERED


def _strikes_apart(draft: Draft) -> bool:
    """Force that is told beside a truce and does not break it: "was killed while in talks on a truce"."""
    done = draft.aux not in _NOT_YET and ceasefires.STANDING.search(draft.text)
    return draft.type is EventType.ASSAULT and not done


# --- acts of the truce's course that do not name it

THEME = 2
"""Times a text names a truce from which its talks and deals are about it."""
_TALKED = re.compile(
    r"\b(?:talks|negotiat\w+|deal|proposals?|discussions|mediat\w+|framework|breakthrough|agreement)\b", re.I
)
_DEAL = re.compile(r"\b(?:deal|agreement|breakthrough|talks|negotiat\w+)\b", re.I)
_COURSE = {
    EventType.CONSULT: CeasefirePhase.TALKS,
    EventType.REJECT: CeasefirePhase.TALKS,
    EventType.REQUEST: CeasefirePhase.CALLED_FOR,
    EventType.SUPPORT: CeasefirePhase.TALKS,
    EventType.AGREE: CeasefirePhase.AGREED,
}
_HOLD_FIRE = re.compile(
    r"\b(?:suspend|halt|stop|paus|ceas|postpon)\w* (?:all |the |its |their )?(?:[\w\"“”']+ )?(?:bombing|attacks?|strikes|striking|fighting|hostilities|operations)\b",
    re.I,
)
_BOUND = frozenset((CeasefirePhase.AGREED, CeasefirePhase.IN_EFFECT, CeasefirePhase.EXTENDED, CeasefirePhase.VIOLATED, CeasefirePhase.COLLAPSED, CeasefirePhase.ENDED))  # fmt: skip
_BREACHES = re.compile(r"\b(?:violations?|breaches)\b(?! of (?:[\w']+ ){0,3}(?:sovereignty|airspace|law|rights|territor\w+))", re.I)  # fmt: skip
_FORCE = frozenset((EventType.ASSAULT, EventType.MOBILIZE, EventType.REJECT, EventType.COERCE))


def _in_its_course(draft: Draft, found: Sides, *, agreed: bool) -> Draft:
    """Talks and deals of the two sides or their mediators, in a text whose theme is their truce."""
    left = undone(draft) if draft.type is EventType.REJECT and agreed else None
    phase = (
        left or _held(draft) or (_broken(draft) if agreed else None) or _talked(draft, found, agreed=agreed)
    )
    if phase is None:
        return draft
    return replace(draft, ceasefire=Truce(parties=found.main, phase=phase, mediators=found.mediators))


def _held(draft: Draft) -> CeasefirePhase | None:
    """ "Agreed to suspend the raids", "would stop its operations if": fire that is to be held."""
    if not _HOLD_FIRE.search(draft.text) or not ceasefires.fighters(draft.actors):
        return None
    if draft.type is EventType.RETREAT and draft.mode == "ceasefire":
        if decided(draft):
            return CeasefirePhase.AGREED
        return CeasefirePhase.OFFERED if conditional(draft) else None
    if draft.type is not EventType.AGREE or draft.aux is Auxiliary.NEGATION:
        return None
    return CeasefirePhase.OFFERED if draft.aux is Auxiliary.HYPOTHETICAL else CeasefirePhase.AGREED


def _broken(draft: Draft) -> CeasefirePhase | None:
    """What one side counts up as breaches."""
    told = draft.type in _FORCE and draft.aux is None and _BREACHES.search(draft.token.sent.text)
    return CeasefirePhase.VIOLATED if told else None


def _talked(draft: Draft, found: Sides, *, agreed: bool) -> CeasefirePhase | None:
    if draft.type not in _COURSE or not _TALKED.search(draft.text):
        return None
    if draft.type is EventType.AGREE and not _DEAL.search(draft.text):
        return None
    own = set(ceasefires.fighters((*draft.actors, *draft.recipients)))
    if not own or not own <= found.circle:
        return None
    if draft.failed:
        return CeasefirePhase.TALKS_FAILED
    if draft.type is EventType.SUPPORT and agreed:
        return CeasefirePhase.AGREED
    phase = _COURSE[draft.type]
    not_yet = phase is CeasefirePhase.AGREED and draft.aux in _NOT_YET
    terms = draft.type is EventType.REQUEST and ceasefires.TERMS.search(draft.text)
    return CeasefirePhase.TALKS if not_yet or terms else phase
