"""What stands beside: a deed of the same sentence for a judgement, a charge for its denial, the act that is praised."""

from collections.abc import Sequence

from sarhad.codebook import EventType, Stance
from sarhad.reading.draft import Draft
from sarhad.reading.links_answers import BESIDE, DENYING
from sarhad.reading.links_back import (
    ASKED,
    DEEDS,
    heads,
    note,
    proposal_again,
    proposes,
    sides,
    tellings,
)
from sarhad.reading.links_judged import charges, first_told, of_one_matter

_SPEAKING = frozenset((EventType.ACCUSE, EventType.REJECT))
_ANSWERED = frozenset(
    (EventType.REQUEST, EventType.AGREE, EventType.CONSULT, EventType.RETREAT, EventType.COOPERATE)
)


def beside(drafts: Sequence[Draft], links: dict[int, int]) -> dict[int, int]:
    """The links with those that the drafts around tell: what a judgement without words of its own means, what is praised,
    the proposal told before, the charge that is made or denied again."""
    out = dict(links)
    for i, draft in enumerate(drafts):
        if i not in out and draft.type in _SPEAKING and not _has_content(draft):
            note(out, i, _near(i, draft, drafts))
    for i, draft in enumerate(drafts):
        if draft.type is EventType.SUPPORT:
            note(out, i, _praised(draft, drafts))
        if draft.type is EventType.AGREE:
            note(out, i, _proposed(draft, drafts))
    for i, draft in enumerate(drafts):
        if draft.type is EventType.ACCUSE and charges(draft) and not _has_own(i, draft, drafts, out):
            note(out, i, _charged_again(i, draft, drafts, out), out.get(i))
    for i, draft in enumerate(drafts):
        if draft.type is EventType.REJECT and draft.token.lemma_.lower() in DENYING and not draft.hollow:
            charge = _charge_of(draft, drafts, out)
            note(out, i, *((charge, out.get(i)) if _charged_just(draft, drafts) else (out.get(i), charge)))
    return out


def _near(i: int, draft: Draft, drafts: Sequence[Draft]) -> int | None:
    """A deed of the same sentence or the one before for an accusation, a demand, proposal or meeting for a refusal; what
    hangs on its own word first."""
    kinds = DEEDS if draft.type is EventType.ACCUSE else DEEDS | _ANSWERED
    rows = [
        (not _under(draft, other), _far(draft, other), j)
        for j, other in enumerate(drafts)
        if j != i
        and other.type in kinds
        and other.stance is not Stance.NEITHER
        and of_one_matter(draft, other)
    ]
    best = min((row for row in rows if row[1] <= BESIDE), default=None)
    return first_told(best[2], drafts) if best is not None else None


def _proposed(draft: Draft, drafts: Sequence[Draft]) -> int | None:
    """ "The proposal was met with hope": the proposal told before."""
    if not proposal_again(draft):
        return None
    told = tellings(draft.token.i, ASKED, drafts)
    return next((j for j in reversed(told) if proposes(drafts[j])), None)


def _praised(draft: Draft, drafts: Sequence[Draft]) -> int | None:
    """The act that a praise tells as its object: "heartened that troops freed the hostages", "welcomed the talks"."""
    kinds = DEEDS | {EventType.CONSULT, EventType.RETREAT, EventType.COOPERATE}
    return next((j for j, d in enumerate(drafts) if d.type in kinds and _is_object(draft, d)), None)


def _is_object(draft: Draft, other: Draft) -> bool:
    at = other.token
    while at.head.i != at.i and at.i != draft.token.i and at.dep_ in _OBJECTS:
        if at.dep_ == "prep" and at.lower_ not in _PRAISED_FOR:
            return False
        at = at.head
    return bool(at.i == draft.token.i != other.token.i)


_PRAISED_FOR = frozenset(("for", "of", "in", "over", "with"))
_OBJECTS = frozenset(("dobj", "ccomp", "pcomp", "pobj", "prep"))


def _has_own(i: int, draft: Draft, drafts: Sequence[Draft], links: dict[int, int]) -> bool:
    """Whether a charge tells itself what it charges."""
    return i in links and bool(draft.token.is_ancestor(drafts[links[i]].token))


def _charged_again(i: int, draft: Draft, drafts: Sequence[Draft], links: dict[int, int]) -> int | None:
    """ "Has blamed the group": for what the same accuser charged it with before."""
    mine, theirs = sides(draft.actors), sides(draft.recipients)
    before = [
        j
        for j, d in enumerate(drafts[:i])
        if d.type is EventType.ACCUSE
        and sides(d.actors) & mine
        and sides(d.recipients) & theirs
        and j in links
        and drafts[links[j]].stance is Stance.ALLEGES
    ]
    return links[before[-1]] if before else None


def _charged_just(draft: Draft, drafts: Sequence[Draft]) -> bool:
    """ "They blamed the group, which denied any involvement": the charge is told in the same sentence."""
    bare_denial = all(w.lemma_.lower() in _NO_PART for w in heads(draft))
    own, at = sides(draft.actors), draft.token.sent.start
    return bare_denial and any(
        d.type is EventType.ACCUSE and d.token.sent.start == at and sides(d.recipients) & own for d in drafts
    )


_NO_PART = frozenset("involvement role part responsibility link connection it this that charge claim".split())


def _under(draft: Draft, other: Draft) -> bool:
    """Whether the other is told in the clause that hangs on the word of judging: "suggested that rebels did it"."""
    return bool(draft.token.i < other.token.i and draft.token.is_ancestor(other.token))


def _charge_of(draft: Draft, drafts: Sequence[Draft], links: dict[int, int]) -> int | None:
    """ "They blamed the group, which denied involvement": what the last accusation before it speaks of."""
    own = sides(draft.actors)
    charges = [
        j
        for j, d in enumerate(drafts)
        if d.type is EventType.ACCUSE
        and sides(d.recipients) & own
        and not sides(d.actors) & own
        and abs(draft.token.i - d.token.i) <= BESIDE
    ]
    return links.get(charges[-1]) if charges else None


def _has_content(draft: Draft) -> bool:
    """ "Denied that the tax would rise": it says itself what it denies."""
    return draft.type is EventType.REJECT and draft.content is not None


def _far(draft: Draft, other: Draft) -> int:
    """How many tokens away the other stands; in another sentence only what was told before counts."""
    away: int = draft.token.i - other.token.i
    mine, theirs = draft.token.sent, other.token.sent
    if mine.start == theirs.start:
        return abs(away)
    return away + 10 if theirs.end == mine.start else 10 * BESIDE
