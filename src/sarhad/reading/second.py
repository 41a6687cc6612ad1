"""The second opinion: what lexicon and grammar found, held against what the encoder sees, and filled where they leave it open.

Neither takes away what the other found: of lexicon acts that the encoder does not see six in ten hold all the same, so
they lose certainty, not their place. Where both tell the parties, the grammar is right more often than the encoder.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from sarhad.codebook import QUAD, Auxiliary, EventType, Quad, Stance
from sarhad.reading import grammar
from sarhad.reading.attribution import DENYING, Frame
from sarhad.reading.draft import Draft
from sarhad.reading.has_no_part import apart
from sarhad.reading.heard import UNSEEN, Heard, Sight, tokens_of
from sarhad.reading.modality_given import given
from sarhad.reading.roles_parties import Parties, expand, unique
from sarhad.reading.triggers import Trigger
from sarhad.records import Actor

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """From which chance the encoder's word counts. Set on development documents (docs/benchmarks.md)."""

    act: float = 0.75
    seldom_right: float = 0.9
    type: float = 0.5
    role: float = 0.7
    role_reached: float = 0.5
    role_last: float = 0.6
    speaker: float = 0.6
    alleges: float = 0.8
    neither: float = 0.9
    not_done: float = 0.65
    historical: float = 0.97
    alone: float = 0.8
    seldom: frozenset[EventType] = field(
        default=frozenset(
            (EventType.REJECT, EventType.MOBILIZE, EventType.CONCEDE, EventType.RETREAT, EventType.AID,
             EventType.PROTEST)
        )
    )  # fmt: skip
    """Types that the encoder alone is seldom right about: `seldom_right` is asked of them."""


LIMITS = Limits()


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """A parsed document, the lexicon's words in it, what the encoder sees, who phrases stand for, and who says what."""

    doc: "Doc"
    triggers: Sequence[Trigger]
    ear: Heard
    parties: Parties
    said: Sequence[Frame]


def weighed(draft: Draft, scene: Scene) -> Draft:
    """The draft with the encoder's chance that it is an act, and what it leaves open filled."""
    sight = scene.ear.at(scene.doc, *draft.words)
    draft = replace(draft, seen=sight.act if sight is not None else 0.0, hollow=_hollow(draft, scene))
    if sight is None or sight.act < LIMITS.act or draft.coded_by in ("silence", "project"):
        return draft
    draft = replace(draft, contested=_contested(draft, sight, scene))
    return with_aux(with_stance(with_parties(draft, sight, scene), sight, scene), sight, scene)


def _contested(draft: Draft, sight: Sight, scene: Scene) -> frozenset[str]:
    """The fields in which the encoder sees something else: another type, other parties."""
    out = {"type"} if scene.ear.type_of(sight) is not draft.type else set()
    for role in ("actors", "recipients"):
        mine = {a.code for a in getattr(draft, role)}
        theirs = {a.code for a in named_by(sight, role, scene, LIMITS.role)}
        out |= {role} if mine and theirs and not mine & theirs else set()
    return frozenset(out)


def _hollow(draft: Draft, scene: Scene) -> bool:
    """ "Denied that the rice tax would rise": a clause of its own that tells no act."""
    if draft.type is not EventType.REJECT or draft.content is None:
        return False
    words = scene.doc[draft.content[0] : draft.content[1]]
    clause = any(t.pos_ in ("VERB", "AUX") for t in words)
    return clause and not any(s.act >= UNSEEN for s in scene.ear.within(words.start_char, words.end_char))


# --- what a draft leaves open

TOGETHER = frozenset((EventType.CONSULT, EventType.AGREE, EventType.COOPERATE))


def with_parties(draft: Draft, sight: Sight, scene: Scene) -> Draft:
    """Actors and recipients where the grammar found none; nobody is told to have struck his own."""
    actors, recipients = draft.actors, draft.recipients
    if not actors and draft.stance in _OPEN and not not_there(draft.token):
        actors = named_by(sight, "actors", scene, LIMITS.role)
        own = {a.code[:3] for a in actors} & {r.code[:3] for r in recipients}
        barred = bool(own) or _only_tells(draft, actors, scene)
        actors = () if barred and draft.type is EventType.ASSAULT else actors
        recipients, actors = _one_side(draft, recipients, actors)
    codes = {a.code for a in actors}
    together = draft.type in TOGETHER and len(codes) > 1
    answers = draft.coded_by != "encoder" and draft.token.lemma_.lower() in DENYING  # looked for later
    if not recipients and not together and not answers:
        reach = LIMITS.role_reached if draft.type in _HITS_SOMEBODY else LIMITS.role
        recipients = tuple(a for a in named_by(sight, "recipients", scene, reach) if a.code not in codes)
        if draft.type is EventType.ASSAULT and _BEHIND.search(draft.token.sent.text):
            recipients = ()  # "the strike, which Pakistan blamed on militants"
    told = replace(draft, actors=actors, recipients=recipients)
    filled = frozenset(r for r in ("actors", "recipients") if getattr(told, r) and not getattr(draft, r))
    told = replace(told, filled=filled)
    return charged_with(told) if "actors" in filled else told


def _one_side(
    draft: Draft, recipients: tuple[Actor, ...], actors: tuple[Actor, ...]
) -> tuple[tuple[Actor, ...], tuple[Actor, ...]]:
    """ "We are heartened": who feels it acts, though the grammar has it done to him; "faced sanctions": nobody did it to
    himself."""
    both = {a.code for a in actors} & {r.code for r in recipients}
    if not both:
        return recipients, actors
    if QUAD[draft.type] in _IN_WORDS:
        return tuple(r for r in recipients if r.code not in both), actors
    return recipients, tuple(a for a in actors if a.code not in both)


_IN_WORDS = (Quad.VERBAL_COOPERATION, Quad.VERBAL_CONFLICT)

TELLING = frozenset("confirm announce report mourn".split())


def _only_tells(draft: Draft, actors: Sequence[Actor], scene: Scene) -> bool:
    """ "X announced the death of its leader": who tells it did not do it."""
    verbs = [t for t in (draft.token, draft.token.head) if t.lemma_.lower() in TELLING and t.pos_ == "VERB"]
    tellers = {a.code for v in verbs[:1] for a in expand(grammar.subject(v), scene.parties)}
    return bool(tellers & {a.code for a in actors})


_OPEN = (Stance.ASSERTS, Stance.ALLEGES)
"""Who denies or keeps silent on a deed is not told to have done it."""


def charged_with(draft: Draft) -> Draft:
    """ "Iran behind the attack": who is named with words of guilt is charged."""
    guilt = draft.type is EventType.ASSAULT and bool(draft.actors) and _BEHIND.search(draft.token.sent.text)
    return replace(draft, stance=Stance.ALLEGES) if guilt and draft.stance is Stance.ASSERTS else draft


def not_there(token: "Token") -> bool:
    """ "Was not involved in the attack", "had no role in the raid": told of somebody who has no part in it."""
    if token.pos_ == "VERB":
        return False
    head = grammar.clause_head(token)
    words = [head, *(c for c in head.children if c.i < token.i), *(g for c in head.children if c.dep_ == "dobj" for g in c.children)]  # fmt: skip
    denied = any(t.dep_ == "neg" or t.lower_ == "no" for t in words)
    return denied and head.i != token.i


_BEHIND = re.compile(r"\b(?:behind|responsible|blam\w+|culprits?)\b", re.I)
"""Words that tell of guilt."""


_HITS_SOMEBODY = frozenset(
    (EventType.AID, EventType.ASSAULT, EventType.REJECT, EventType.REQUEST, EventType.THREATEN)
)
"""Types that reach somebody, as a rule told beside it: there half a chance is enough."""


def named_by(sight: Sight, role: str, scene: Scene, least: float) -> tuple[Actor, ...]:
    """The parties of the words that the encoder gives a role with this chance at least."""
    heads = [t for t, sure in tokens_of(scene.doc, sight, sight.seen.roles[role]) if sure >= least]
    words = scene.doc.char_span(
        sight.start + sight.seen.start, sight.start + sight.seen.end, alignment_mode="expand"
    )
    told = [t for t in heads if words is None or not apart(words.root, t, doer=role == "actors")]
    return unique([a for t in told for a in expand(t, scene.parties)])


_STANCES = {Stance.ALLEGES.value: LIMITS.alleges, Stance.NEITHER.value: LIMITS.neither}


def with_stance(draft: Draft, sight: Sight, scene: Scene) -> Draft:
    """Alleged or left open, where the grammar hears it asserted."""
    stance, sure = scene.ear.facet(sight, "stance")
    if draft.stance is Stance.ASSERTS and sure >= _STANCES.get(stance, 2.0):
        return replace(draft, stance=Stance(stance))
    return draft


def with_aux(draft: Draft, sight: Sight, scene: Scene) -> Draft:
    """Long past, where neither the grammar nor a day says otherwise; what the lexicon does not hold also as not done.
    What the grammar hears as not done is never told as done."""
    label, sure = scene.ear.facet(sight, "aux")
    if not label:
        return draft
    aux = Auxiliary(label)
    if aux is Auxiliary.HISTORICAL:
        undated = not sight.seen.roles["day"]
        return (
            replace(draft, aux=aux) if draft.aux is None and undated and sure >= LIMITS.historical else draft
        )
    alone = draft.coded_by == "encoder"
    if draft.aux is Auxiliary.HISTORICAL or (not alone and (draft.aux or aux is Auxiliary.NEGATION)):
        return draft
    if draft.aux is Auxiliary.HYPOTHETICAL and aux is Auxiliary.FUTURE:
        return draft  # "can also enhance": the grammar has heard that nothing is settled
    if given(draft.token, draft.type) or any(
        c.dep_ == "relcl" and c.tag_ == "VBD" for c in draft.token.children
    ):
        return draft  # "will respond to the strike that killed four": it was done
    return replace(draft, aux=aux) if sure >= (LIMITS.alone if draft.aux else LIMITS.not_done) else draft
