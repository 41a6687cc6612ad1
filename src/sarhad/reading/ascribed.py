"""Who hacked or spread lies is ascribed, never seen: in somebody's mouth it is alleged, and hackers are no government."""

from dataclasses import replace

from sarhad.codebook import EventType, Stance
from sarhad.reading.draft import Draft
from sarhad.records import Actor

_UNSEEN = frozenset(("cyber", "misinformation"))
_PRIVATE = frozenset(("hacker", "operative", "troll"))


def ascribed(draft: Draft) -> Draft:
    """The draft of a deed on a network, told as somebody's charge where somebody else tells it."""
    if draft.type is not EventType.COERCE or draft.mode not in _UNSEEN or not draft.actors:
        return draft
    speaker = draft.speaker
    others = speaker is not None and speaker.code[:3] not in {a.code[:3] for a in draft.actors}
    stance = Stance.ALLEGES if others and draft.stance is Stance.ASSERTS else draft.stance
    return replace(draft, stance=stance, actors=tuple(_whoever(a, draft) for a in draft.actors))


def _whoever(actor: Actor, draft: Draft) -> Actor:
    """ "Iranian hackers": of that country; whose orders they had nobody tells."""
    if actor.span is None or actor.resolved_by != "adjective" or not actor.code.endswith(".GOV"):
        return actor
    words = draft.token.doc.char_span(actor.span.start, actor.span.end, alignment_mode="expand")
    if words is None or words.root.head.lemma_.lower() not in _PRIVATE:
        return actor
    return replace(actor, code=f"{actor.code[:3]}.UNK")
