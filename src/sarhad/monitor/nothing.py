"""Why a list or section shows nothing: a filter that it cannot have, one that nothing passed, or pages of which none was read."""

from collections import Counter
from collections.abc import Mapping, Sequence

from sarhad.knowledge.theatres import Theatre
from sarhad.monitor.wording import count, join
from sarhad.records import Filters, Reading

_CLAIM = {"type": "a claim is of no type of act", "place": "a claim stands at no place"}
_PROMISE = {"type": "a promise is of no type of act", "place": "a promise stands at no place"}

UNFILTERED: Mapping[str, Mapping[str, str]] = {
    "disputes": _CLAIM,
    "accusations": _CLAIM,
    "commitments": _PROMISE,
    "ceasefires": {"type": "a ceasefire is of no type of act"},
    "offers": {"type": "every offer to mediate is of the same type"},
}
"""Of each list the filters that its things have no side for, and why."""


def beside_the_point(kind: str, filters: Filters) -> tuple[str, str] | None:
    """A filter that is set and that this list has no side for, and why; None where there is none."""
    return next(
        ((name, why) for name, why in UNFILTERED.get(kind, {}).items() if getattr(filters, name)), None
    )


def narrowed(filters: Filters, theatre: Theatre | None) -> bool:
    """Whether anything less than everything is asked for."""
    return theatre is not None or filters != Filters()


def left_out_words(filters: Filters) -> str:
    """ "ceasefires (a ceasefire is of no type of act) and …": what a brief so narrowed cannot tell of; "" for nothing."""
    found = ((kind, beside_the_point(kind, filters)) for kind in ("ceasefires", "disputes", "commitments"))
    return join([f"{kind} ({side[1]})" for kind, side in found if side is not None])


def why_nothing(empty: str, held: int, readings: Sequence[Reading]) -> str:
    """The reason in one sentence: nothing taken in, nothing read, nothing that passes; else `empty`, the list's own words.
    `held` counts what the list holds without a filter."""
    if not readings:
        return "The record holds no document yet; take some in with: sarhad add PATH…"
    if held:
        return f"Nothing passes these filters; without them the list holds {held}."
    return _unread(readings) if all(r.unread for r in readings) else empty


def _unread(readings: Sequence[Reading]) -> str:
    became = Counter(map(_became, readings))
    told = join([f"{n} {word}" for word, n in sorted(became.items())])
    return f"Nothing was found in {count(len(readings), 'document')}: {told} (sarhad documents says why)."


def _became(reading: Reading) -> str:
    return "not read" if reading.unknown else "told of nothing" if reading.silent else "screened out"
