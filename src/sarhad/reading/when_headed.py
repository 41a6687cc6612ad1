"""Days told once for a paragraph: "Doha, October 19. Both ministers agreed …" in a page of November.

A line or a first sentence that holds a day, a place at most, and nothing else heads what comes after it, as the page's day would. The
dateline of the page itself, which tells that day, heads nothing.
"""

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sarhad.codebook import Auxiliary, DatePrecision
from sarhad.reading.background import plain_past, told_by
from sarhad.reading.dated import dated
from sarhad.reading.draft import Draft
from sarhad.reading.times import TimeMention
from sarhad.reading.when import Hung, Tie, Tied

DATELINE = timedelta(days=3)
"""A day so near to that of publication may be the page's own dateline."""
_FINE = (DatePrecision.DAY, DatePrecision.MONTH)
_BEFORE = re.compile(r"(?:[-•*·]\s*)?(?:[A-Z]\w+:\s*)?(?:[A-Z][\w'-]+,?\s+(?:(?:and|al|el|de)\s+)?){0,3}")
"""What may stand before the day: a bullet, a word with a colon, a place."""
_AFTER = re.compile(
    r"(?:\s+and\s+\d{1,2})?(?:,\s*[A-Z][\w'-]+(?: [A-Z][\w'-]+)?)?(?P<close>\s*[.:](?=\s|$)|\s+-(?=\s))?\s*"
)
"""What may stand behind it: a second day, a place, and the mark that parts it from what it heads."""
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class Headed:
    """The characters that stand under a day."""

    start: int
    end: int
    time: TimeMention


def with_headed_days(
    drafts: Sequence[Draft], passages: Sequence[str], times: Sequence[Hung], published: date | None
) -> list[Draft]:
    """`drafts`, those of a passage that its own day heads with that day, where nothing tells another."""
    if published is None:
        return list(drafts)
    headed = list(_headed(passages, times, published))
    return [_under(d, headed, published) for d in drafts]


def _under(draft: Draft, headed: Sequence[Headed], published: date) -> Draft:
    if draft.time is not None or draft.aux not in (None, Auxiliary.NEGATION, Auxiliary.HISTORICAL):
        return draft
    over = next((h for h in headed if h.start <= draft.token.idx < h.end), None)
    if over is None or not plain_past(told_by(draft.token)):
        return draft
    return dated(draft, Tied(over.time, Tie.ABOVE), published)


def _headed(passages: Sequence[str], times: Sequence[Hung], published: date) -> Iterator[Headed]:
    """A day that opens a passage heads the rest of it; one that is a passage by itself, the next passage."""
    starts = list(itertools.accumulate((len(p) + 1 for p in passages), initial=0))
    for n, words in enumerate(passages):
        start, end = starts[n], starts[n] + len(words)
        near = (h.time for h in times if start <= h.time.start < min(end, start + _LONGEST))
        heads = ((t, _head(words, t, start)) for t in near if _tells(t, published))
        time, stop = next(((t, stop) for t, stop in heads if stop is not None), (None, 0))
        if time is None:
            continue
        if stop < len(words):
            yield Headed(start + stop, end, time)
        elif n + 1 < len(passages):
            yield Headed(starts[n + 1], starts[n + 1] + len(passages[n + 1]), time)


def _tells(time: TimeMention, published: date) -> bool:
    fine = time.precision in _FINE and time.first is not None and time.last is not None
    return fine and time.last is not None and time.last < published - DATELINE


def _head(words: str, time: TimeMention, start: int) -> int | None:
    """Where in the passage what the day heads begins; None where more than a place stands beside it."""
    if _BEFORE.fullmatch(words[: time.start - start]) is None:
        return None
    after = _AFTER.match(words[time.end - start :])
    stop = time.end - start + (after.end() if after else 0)
    closed = stop == len(words) or (after is not None and after["close"])
    return stop if closed else None
