"""`sarhad skill places` and `places_e2e`: id, text (and toponyms) → places, each with start, end, lat, lon, name, why.

A skill for maps answers a country or an area with its rough centre; the record never holds such a point.
"""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from sarhad.cli.skills.rows import Row, text_of

if TYPE_CHECKING:
    from sarhad.knowledge.places import Places
    from sarhad.records import Place


def places(given: Iterable[Row]) -> Iterator[Row]:
    """Where the names of places that each row gives lie."""
    from sarhad.knowledge.places import load_places
    from sarhad.reading.places import resolve_spans

    registry = load_places()
    for row in given:
        spans = [(t["start"], t["end"]) for t in row.get("toponyms") or ()]
        found = resolve_spans(text_of(row), spans, registry)
        answers = [_answer(span, place, registry) for span, place in zip(spans, found, strict=True) if place]
        yield {"id": row["id"], "places": answers}


def places_e2e(given: Iterable[Row]) -> Iterator[Row]:
    """The names of places in each text, and where they lie."""
    from sarhad.pipeline import load_tools
    from sarhad.reading.places import toponyms

    tools = load_tools(names=True)
    for row in given:
        found = toponyms(tools.parser(text_of(row)), tools.places)
        answers = [_answer((m.start, m.end), m.place, tools.places) for m in found]
        yield {"id": row["id"], "places": answers}


def _answer(span: tuple[int, int], place: "Place", registry: "Places") -> Row:
    middle = registry.centre(place)
    return {
        "start": span[0],
        "end": span[1],
        "lat": middle[0] if middle else None,
        "lon": middle[1] if middle else None,
        "name": place.name,
        "country": place.country,
        "level": place.level.value,
        "why": place.why,
    }
