"""Who acts in a document: every noun phrase that names or stands for a political actor, resolved and coded.

`link` walks the parse once from left to right. Names come from the registry; descriptions ("Iranian officials"),
titles, last names and pronouns are resolved against what was named before. What cannot be resolved stays open
(`resolved_by="open"`), with the sector if the noun tells one.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from sarhad.knowledge.actors import Actors
from sarhad.reading.actors_grammar import Doc
from sarhad.reading.actors_linker import Linker
from sarhad.reading.actors_mention import ActorMention, Linked
from sarhad.records import Actor

__all__ = ["ActorMention", "Linked", "link", "soil"]


def soil(actor: Actor) -> Actor:
    """A country as its people and soil, for a bare country name that is hit: `PAK.GOV` becomes `PAK.UNK`."""
    return replace(actor, code=f"{actor.code[:3]}.UNK")


def link(
    doc: Doc, on: date | None, registry: Actors, *, places: Iterable[tuple[int, int, str]] = ()
) -> Linked:
    """Every actor mention of a parsed document, coded for the day.

    `places` are located places as (start, end, ISO3); they tell whose civilians or gunmen a sentence speaks of.
    """
    return Linked(doc, Linker(doc, on, registry, tuple(places)).run())
