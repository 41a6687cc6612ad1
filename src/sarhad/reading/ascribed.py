"""Hackers of a country are no government: whose orders they had nobody tells."""

from dataclasses import replace

from sarhad.codebook import EventType
from sarhad.reading.draft import Draft
from sarhad.reading.stance import NETWORKS
from sarhad.records import Actor

_PRIVATE = frozenset(("hacker", "operative", "troll"))


def ascribed(draft: Draft) -> Draft:
    """The draft of a deed on a network by those who are told to have done it. Whether it is told as a charge is for
    `sarhad.reading.stance.charged` to say."""
    if draft.type is not EventType.COERCE or draft.mode not in NETWORKS:
        return draft
    return replace(draft, actors=tuple(_whoever(a, draft) for a in draft.actors))


def _whoever(actor: Actor, draft: Draft) -> Actor:
    """ "Iranian hackers": of that country; whose orders they had nobody tells."""
    if actor.span is None or actor.resolved_by != "adjective" or not actor.code.endswith(".GOV"):
        return actor
    words = draft.token.doc.char_span(actor.span.start, actor.span.end, alignment_mode="expand")
    if words is None or words.root.head.lemma_.lower() not in _PRIVATE:
        return actor
    return replace(actor, code=f"{actor.code[:3]}.UNK")
