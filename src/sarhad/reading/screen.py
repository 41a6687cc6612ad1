"""Is a page worth reading: could anything it tells be one border's matter? Asked before the parse, of names alone.

A theatre's matter needs a named group of it, two of its countries, or armed people in one of them (`Theatre.covers`).
Actors and places are coded from names, so a page without these names has nothing to tell of that border, and the dear
part of reading is spared: one page of general news in fifty passes.
"""

import re
from functools import cache
from typing import TYPE_CHECKING

from sarhad.codebook.actors import country_of, sector_of
from sarhad.knowledge.theatres import UNNAMED_ARMED, Theatre
from sarhad.reading.actors_words import PHRASES, ROLES
from sarhad.records import SCREENED, Document

if TYPE_CHECKING:
    from sarhad.reading import Tools


def screened(document: Document, theatre: Theatre, tools: "Tools") -> str | None:
    """Why this document needs no reading for this border; None when it may tell of it."""
    text = document.text if document.title is None else f"{document.title}\n{document.text}"
    entries = {hit.entry for hit in tools.actors.find(text)}
    codes = {
        term.code for entry in entries for term in entry.terms
    }  # whatever the day: the page's is a claim
    if theatre.groups & codes:
        return None
    lands = {country_of(code) for code in codes} | {entry.country for entry in entries}
    lands &= set(theatre.countries)
    if len(lands) < 2:  # places are found at the tenfold price of actors: only where they decide
        lands |= set(theatre.countries) & _lands_of_places(text, tools)
    if len(lands) > 1 or (lands and _tells_of_armed_people(text, codes)):
        return None
    return f"{SCREENED}it names {_missing(lands)} of {theatre.title}"


def _lands_of_places(text: str, tools: "Tools") -> set[str | None]:
    """The countries in which any place may lie that the text names, whichever is meant."""
    return {c.entry.country for hit in tools.places.find(text) for c in hit.candidates}


def _missing(lands: set[str]) -> str:
    return "only one side and no armed people" if lands else "no side and no group"


def _tells_of_armed_people(text: str, codes: set[str]) -> bool:
    return any(sector_of(code) in UNNAMED_ARMED for code in codes) or bool(_armed_words().search(text))


@cache
def _armed_words() -> re.Pattern[str]:
    """The nouns that the linker codes as armed people of no name, in any ending."""
    alone = {word for word, sector in ROLES.items() if sector in UNNAMED_ARMED}
    pairs = {f"{first} {second}" for (first, second), sector in PHRASES.items() if sector in UNNAMED_ARMED}
    return re.compile(rf"\b(?:{'|'.join(sorted(alone | pairs))})", re.IGNORECASE)
