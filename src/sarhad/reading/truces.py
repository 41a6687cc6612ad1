"""Which acts are about a ceasefire, between whom, and who mediates: read over the whole document."""

import re
from collections.abc import Sequence
from dataclasses import replace

from sarhad.codebook import Auxiliary, CeasefirePhase, EventType
from sarhad.reading import ceasefires
from sarhad.reading.draft import Draft
from sarhad.reading.roles import Parties
from sarhad.records import Actor, Truce

_MEDIATED = re.compile(r"\b(mediat|broker|facilitat|host)", re.I)
_TALKING = frozenset((EventType.CONSULT, EventType.REJECT, EventType.AGREE, EventType.REQUEST, EventType.ACCUSE, EventType.SUPPORT, EventType.RETREAT, EventType.CONCEDE, EventType.ASSAULT, EventType.THREATEN))  # fmt: skip


def with_truces(drafts: Sequence[Draft], parties: Parties) -> list[Draft]:
    """The drafts, those that speak of a ceasefire with what they say of it."""
    told = [d for d in drafts if ceasefires.TRUCE.search(d.text)]
    if not told:
        return list(drafts)
    sides = _sides(drafts, told, parties)
    mediators = _mediators(drafts, sides)
    out = [_with_truce(d, sides, mediators) for d in drafts]
    if len(ceasefires.TRUCE.findall(drafts[0].token.doc.text)) < THEME or len(sides) != 2:
        return out
    return [d if d.ceasefire else _in_its_course(d, sides, mediators) for d in out]


THEME = 3
"""Times a text names a truce from which its talks and deals are about it."""
_TALKED = re.compile(
    r"\b(?:talks|negotiat\w+|deal|proposals?|discussions|mediat\w+|framework|breakthrough|agreement)\b", re.I
)
_COURSE = {
    EventType.CONSULT: CeasefirePhase.TALKS,
    EventType.REJECT: CeasefirePhase.TALKS,
    EventType.REQUEST: CeasefirePhase.CALLED_FOR,
    EventType.SUPPORT: CeasefirePhase.TALKS,
    EventType.AGREE: CeasefirePhase.AGREED,
}
_HOLD_FIRE = re.compile(
    r"\b(?:suspend|halt|stop|paus|ceas)\w* (?:all |the |its |their )?(?:\w+ )?(?:bombing|attacks|strikes|fighting|hostilities)\b",
    re.I,
)
_NOT_YET = (Auxiliary.FUTURE, Auxiliary.HYPOTHETICAL, Auxiliary.NEGATION)


def _in_its_course(draft: Draft, sides: tuple[str, ...], mediators: tuple[str, ...]) -> Draft:
    """Talks and deals of the two sides or their mediators, in a text whose theme is their truce."""
    holds = draft.type is EventType.AGREE and _HOLD_FIRE.search(draft.text)
    if draft.type not in _COURSE or not (holds or _TALKED.search(draft.text)):
        return draft
    own = set(ceasefires.fighters((*draft.actors, *draft.recipients)))
    if not own or not own <= {*sides, *mediators}:
        return draft
    phase = CeasefirePhase.TALKS_FAILED if draft.failed else _COURSE[draft.type]
    if phase is CeasefirePhase.AGREED and draft.aux in _NOT_YET:
        phase = CeasefirePhase.TALKS
    return replace(
        draft,
        ceasefire=Truce(parties=sides, phase=phase, mediators=tuple(m for m in mediators if m not in sides)),
    )


def _beside(text: str, parties: Parties) -> list[tuple[str, str]]:
    """ "the U.S.-Iran ceasefire", "a truce between Israel and Hamas": pairs named right beside the word."""
    out: list[tuple[str, str]] = []
    for match in ceasefires.TRUCE.finditer(text):
        after = text[match.end() : match.end() + 9].strip().startswith("between")
        where = (match.end(), match.end() + 70) if after else (match.start() - 30, match.start())
        sides = ceasefires.fighters(parties.named(*where))
        if len(sides) == 2:
            out.append((sides[0], sides[1]))
    return out


def _sides(drafts: Sequence[Draft], told: Sequence[Draft], parties: Parties) -> tuple[str, ...]:
    """The parties named with the ceasefire, else the two sides the document tells fighting most."""
    beside = ceasefires.main_dyad(_beside(drafts[0].token.doc.text, parties))
    if beside:
        return beside
    named = [
        ceasefires.fighters((*d.actors, *d.recipients))
        for d in told
        if d.type in (EventType.AGREE, EventType.CONSULT)
    ]
    pairs = [(n[0], n[1]) for n in named if len(n) == 2]
    fights = [
        (a, b)
        for d in drafts
        if d.type is EventType.ASSAULT
        for a in ceasefires.fighters(d.actors)
        for b in ceasefires.fighters((*d.recipients, *d.actors))
    ]
    return ceasefires.main_dyad(pairs) or ceasefires.main_dyad(fights)


def _mediators(drafts: Sequence[Draft], sides: tuple[str, ...]) -> tuple[str, ...]:
    out: dict[str, None] = {}
    for d in drafts:
        if d.coded_by == "encoder" or d.aux is not None:
            continue  # an offer to mediate, or what nobody but the encoder sees, makes no mediator
        if d.type is EventType.CONSULT and d.mode == "third-party" and _MEDIATED.search(d.text):
            for a in d.actors:
                if a.code.endswith(".GOV") and a.code not in sides:
                    out.setdefault(a.code)
    return tuple(out)


def _with_truce(draft: Draft, sides: tuple[str, ...], mediators: tuple[str, ...]) -> Draft:
    if draft.type not in _TALKING or not ceasefires.TRUCE.search(draft.text):
        return draft
    own = ceasefires.fighters((*draft.actors, *draft.recipients))
    both = own if len(own) == 2 else ()
    parties = both if draft.type in (EventType.AGREE, EventType.CONSULT) and both else sides or both
    offered = (
        draft.commitment is not None and draft.commitment.status.value == "offered"
    ) or draft.aux is Auxiliary.HYPOTHETICAL
    aimed = draft.recipients
    if draft.type is EventType.SUPPORT and not aimed:
        mine = {a.code for a in draft.actors}
        aimed = tuple(
            Actor(mention=draft.token.text, code=c, resolved_by="event") for c in parties if c not in mine
        )
    return replace(
        draft,
        recipients=aimed,
        ceasefire=ceasefires.truce(
            draft.type, draft.text, parties, mediators, offered=offered, failed=draft.failed
        ),
    )
