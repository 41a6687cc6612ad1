"""A place in a text."""

from dataclasses import dataclass

from sarhad.reading.places_roles import TARGET, VENUE
from sarhad.records import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceMention:
    """A place in a text. `start` and `end` are offsets in `doc.text`.

    `role`: venue (in, at, near …), target (on, against, struck …), origin (from), dateline, or actor-like.
    """

    start: int
    end: int
    place: Place
    role: str

    @property
    def venue(self) -> bool:
        """Whether something may have happened there, as this mention puts it."""
        return self.role in (VENUE, TARGET)
