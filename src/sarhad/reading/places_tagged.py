"""The tagger's word on each name the gazetteer found in a document, taken once.

spaCy builds the list of entities anew each time it is asked, so that asking for every name costs more than all the
rest of place reading.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sarhad.knowledge.places import PlaceHit, Places
from sarhad.knowledge.places_names import words

INSIDE = words("in near outside at inside")
KINDS_OF = words("city town village district province port outskirts")
"""What a place stands behind with "of": "the city of Tulkarem"."""

Entity = tuple[int, int, str]
"""First token, token after the last, label."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A hit with what the tagger says of it and the two tokens before it."""

    hit: PlaceHit
    labels: frozenset[str]
    """Labels of the entities inside the name, else of its tokens."""
    whole: frozenset[str]
    """Labels of the entities that are this name and nothing more: a lone "Natanz" is no person."""
    opening: frozenset[str]
    """Labels of the entities inside it that begin where it begins."""
    located: bool
    """ "in", "near", "at", "the city of" stands right before it."""
    of_person: bool
    """ "James Hill of" stands right before it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tagged:
    """A document's text, the names the gazetteer found in it, and the words of full names of persons."""

    text: str
    names: tuple[Seen, ...]
    persons: frozenset[str]
    """After "Robert Clark", neither "Clark" nor "Robert" is a place."""


def tagged(doc: Any, text: str, registry: Places) -> Tagged:
    """What the gazetteer and the tagger see in a parsed document. `text`: its text, which spaCy joins anew each time."""
    entities = [(e.start, e.end, str(e.label_)) for e in doc.ents]
    persons = (t.text for start, end, label in entities if label == "PERSON" and end - start > 1
               for t in doc[start:end])  # fmt: skip
    seen = (_seen(doc, hit, entities) for hit in registry.find(text, weak=True))
    return Tagged(text=text, names=tuple(s for s in seen if s), persons=frozenset(persons))


def _seen(doc: Any, hit: PlaceHit, entities: Sequence[Entity]) -> Seen | None:
    span = doc.char_span(hit.start, hit.end, alignment_mode="expand")
    if span is None or not len(span):
        return None
    start, end = span.start, span.end
    inside = [e for e in entities if e[0] >= start and e[1] <= end]
    before = doc[start - 1].lower_ if start else ""
    return Seen(
        hit=hit,
        labels=frozenset(e[2] for e in inside) or frozenset(t.ent_type_ for t in span if t.ent_type_),
        whole=frozenset(e[2] for e in inside if e[:2] == (start, end)),
        opening=frozenset(e[2] for e in inside if e[0] == start),
        located=before in INSIDE or (before == "of" and start > 1 and doc[start - 2].lower_ in KINDS_OF),
        of_person=before == "of" and start > 1 and doc[start - 2].ent_type_ == "PERSON",
    )
