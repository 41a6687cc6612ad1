"""`sarhad skill times`: id, text, reference_date → times, each with start, end, TIMEX3 value, the days it means, and why."""

from collections.abc import Iterable, Iterator

from sarhad.cli.skills.rows import Row, day_of, text_of


def times(given: Iterable[Row]) -> Iterator[Row]:
    """The times told in each text."""
    from sarhad.reading.times import find_times

    for row in given:
        found = find_times(text_of(row), day_of(row, "reference_date"))
        yield {
            "id": row["id"],
            "times": [
                {
                    "start": t.start,
                    "end": t.end,
                    "value": t.value,
                    "first": t.first.isoformat() if t.first else None,
                    "last": t.last.isoformat() if t.last else None,
                    "precision": t.precision.value,
                    "why": t.why,
                }
                for t in found
            ],
        }
