"""The reader: readable text → parse → actors, times, places → drafts → grounded, linked → statements, contests."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from sarhad.codebook import EventType

from sarhad.reading import tagger
from sarhad.reading.actors import link
from sarhad.reading.assembly import Press, statements
from sarhad.reading.contests import contests
from sarhad.reading.grounding import Ground, ground
from sarhad.reading.lexicon import load_lexicon
from sarhad.reading.draft import Draft
from sarhad.reading.links import about
from sarhad.reading.places import PlaceMention, dateline, event_place, locate
from sarhad.reading.readable import readable
from sarhad.reading.statements import drafts
from sarhad.reading.times import find_times
from sarhad.reading.truces import with_truces
from sarhad.records import Document, Place, Reading

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from sarhad.reading import Tools


def read_english(document: Document, tools: "Tools", reader: str) -> Reading:
    """The reading of an English document."""
    text = readable(document)
    if not text.passages:
        return Reading(
            document=document, reader=reader, unread="no sentence of an article was found on the page"
        )
    doc = tagger.parse(text, tools.parser)
    published = _anchor_day(document)
    times = find_times(text.text, published, anchor_precision=document.published.precision)
    located = locate(doc, tools.places)
    linked = link(doc, published, tools.actors, places=_countries(located))
    grounds = Ground(times=times, published=published, place_of=_placer(doc, located))
    found = [ground(d, grounds) for d in drafts(doc, linked, load_lexicon(), published)]
    found = with_truces(found, linked)
    read = statements(found, about(found), Press(document, text, doc, reader))
    return Reading(document=document, reader=reader, statements=read, contests=contests(read))


def _countries(located: Sequence[PlaceMention]) -> list[tuple[int, int, str]]:
    return [(m.start, m.end, m.place.country) for m in located if m.place.country]


def _placer(doc: "Doc", located: Sequence[PlaceMention]) -> Callable[[Draft], Place | None]:
    """The place of an act; the dateline answers only for talks and visits."""
    line = dateline(located)

    def place_of(draft: Draft) -> Place | None:
        return event_place(doc, draft.token, located, line if draft.type is EventType.CONSULT else None)

    return place_of


def _anchor_day(document: Document) -> date | None:
    """The day that relative times hang on: the last day the date of publication allows."""
    return document.published.end
