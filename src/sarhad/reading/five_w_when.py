"""When the main event was: the time told with it, nearest to it and most precise."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from sarhad.codebook import DatePrecision
from sarhad.reading import grammar
from sarhad.reading.five_w_clauses import SAYING, Nearby, around, content
from sarhad.reading.five_w_parts import Told
from sarhad.reading.times import TimeMention

if TYPE_CHECKING:
    from spacy.tokens import Token

NEAR_DAYS = 45
"""A day told this near to publication may be the main event's; what lies further off is background."""

WEEK = 7
"""Beyond so many days a time counts only where it is told with the main event."""

_FINE = {DatePrecision.DAY: 0.5, DatePrecision.WEEK: 0.1}
_JOINING = frozenset(("", "on", "at", ",", "in the", "of", ", on", ", at"))


def best_time(
    told: Told,
    times: Sequence[TimeMention],
    near: Sequence[Nearby],
    core: frozenset[str],
    published: date | None,
) -> TimeMention | None:
    """The time of the main event among all that are told; None when none fits."""
    fitting = [t for t in times if may_date(t, published) and not _in_name(told, t)]
    rows = [(w, t) for t in fitting if (w := _weight(t, told, near, core, published)) is not None]
    return max(rows, key=lambda row: row[0], default=(0.0, None))[1]


def _in_name(told: Told, time: TimeMention) -> bool:
    """ "USA Today", "the July 14 Movement": a name, not a day."""
    span = told.doc.char_span(time.start, time.end, alignment_mode="expand")
    return span is not None and len(span) > 0 and span[0].ent_type_ in ("ORG", "PRODUCT")


def may_date(time: TimeMention, published: date | None) -> bool:
    """Whether a time is a day or week near to publication."""
    if time.first is None or time.kind in ("duration", "set", "ref"):
        return False
    if time.precision not in _FINE:
        return False
    return published is None or abs((time.first - published).days) <= NEAR_DAYS


_LATELY = frozenset(("today", "tonight", "overnight", "yesterday", "last night", "this morning"))


def counted_from_publication(time: TimeMention) -> bool:
    """ "Last night", "today": what a lead dates so is its news, also where it tells it in other words."""
    return time.text.lower() in _LATELY


def _weight(
    time: TimeMention, told: Told, near: Sequence[Nearby], core: frozenset[str], published: date | None
) -> float | None:
    here = around(near, time.start)
    if here is None or (published is None and not here.close):
        return None  # without a day of publication nothing tells a date of long ago from the event's own
    fine = _FINE[time.precision] + (0.2 if time.value and "T" in time.value else 0.0)
    days = abs((time.first - published).days) if time.first and published else 0
    if days > WEEK and not here.close:
        return None
    return here.nearness + fine + _tied(told, time, core, here.words) - min(days / 30, 0.5)


_REPORTING = SAYING | frozenset("speak post tweet write rise climb update publish release".split())
"""What these verbs date is the telling: "officials said on Friday", "the toll rose on Friday"."""


def _tied(told: Told, time: TimeMention, core: frozenset[str], words: frozenset[str]) -> float:
    """What the word that the time hangs on tells: the event's own verb or noun, or the reporting of it."""
    governor = _governor(told, time)
    if governor is None:
        return 0.0
    if content(governor.text) & (core if governor.pos_ == "VERB" else words):
        return 0.3
    return -0.5 if governor.lemma_.lower() in _REPORTING else 0.0


def _governor(told: Told, time: TimeMention) -> "Token | None":
    """The verb or noun that a time hangs on: "the bombing late Thursday"."""
    span = told.doc.char_span(time.start, time.end, alignment_mode="expand")
    if span is None or not len(span):
        return None
    near = (t for t in grammar.governors(span.root) if t.pos_ in ("VERB", "NOUN", "PROPN"))
    return next(near, None)


def whole(time: TimeMention, times: Sequence[TimeMention], text: str) -> tuple[int, int]:
    """The time with the hour or day that stands beside it: "6 a.m. on Monday"."""
    start, end = time.start, time.end
    for other in times:
        if other.kind != "day" or other.first is None:
            continue
        if 0 <= start - other.end <= 8 and text[other.end : start].strip() in _JOINING:
            start = other.start
        if 0 <= other.start - end <= 8 and text[end : other.start].strip() in _JOINING:
            end = other.end
    return start, end
