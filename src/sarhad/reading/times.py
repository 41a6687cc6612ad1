"""Times told in a text: found, and resolved to TIMEX3 values and spans of days.

`find_times(text, anchor)` reads with our own rules, no parse. The anchor is the day of publication: "Tuesday",
"last week", "October 11" hang on it. "Two days later" and "the same day" hang on the time told before. Without
an anchor only dates that carry their year get days; the others keep a value with X in it.

Of overlapping readings the one that begins first wins, then the longest, then the order of the rules.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sarhad.codebook import DatePrecision
from sarhad.reading import (
    times_absolute,
    times_days,
    times_durations,
    times_fiscal,
    times_lunar,
    times_relative,
    times_solar,
    times_story,
    times_years,
)
from sarhad.reading.times_sense import KINDS, TO, Context, Rule, Sense
from sarhad.reading.times_why import why

RULES: tuple[Rule, ...] = (
    *times_fiscal.RULES,
    *times_absolute.RULES,
    *times_years.RULES,
    *times_solar.RULES,
    *times_lunar.RULES,
    *times_days.RULES,
    *times_relative.RULES,
    *times_story.RULES,
    *times_durations.RULES,
)

# every expression holds one of these, in small letters; the rules run only around them (three times faster than over
# the whole text)
_TRIGGER = re.compile(
    r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun|today|tonight|yester|tomor|"
    r"overnight|morning|afternoon|evening|night|noon|mid|now|nowadays|current|recent|soon|future|past|former|previous|"
    r"present|moment|sec|minute|hour|dai|day|week|month|year|quarter|q[1-4]|decade|centur|fortnight|annual|spring|"
    r"summer|autumn|fall|winter|then|period|nineteen|two\s+thousand|christmas|new|boxing|hallow|valent|nowruz|thanks|fy\W?\d|ram[az]|muharram|eid\b|ashura|"
    r"twent|thirt|fort|fift|sixt|sevent|eight|ninet|half|\d+(?:st|nd|rd|th)\b|['’`]?\d0s|\d{4}|\d{1,2}[:/.]\d\d|"
    r"\d{1,2}\s?[ap]\.?m)|(?<=\d[-/])\d|time\b|(?:uary|mber|tober|ugust)\b"
)
_BEFORE, _AFTER = 60, 60


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeMention:
    """A time told in a text. `first`..`last` are the days it means, inclusive; None where nothing fixes them.

    `value` is its TIMEX3 value; `why` says in words how the days were found, or what is missing. `kind` is day, range, duration, set or ref. After "since" the days run to the
    anchor, after "until" and "by" they end with the day told, and `kind` is range.
    """

    start: int
    end: int
    text: str
    value: str | None
    first: date | None
    last: date | None
    precision: DatePrecision
    kind: str
    why: str = ""


def find_times(
    text: str, anchor: date | None, *, anchor_precision: DatePrecision = DatePrecision.DAY
) -> tuple[TimeMention, ...]:
    """Every time told in `text`, in order, resolved from the day of publication and from the story."""
    if anchor_precision is DatePrecision.UNKNOWN:
        anchor = None
    told: list[Sense] = []
    out: list[TimeMention] = []
    taken = 0
    text, original = _unlinked(text), text
    for start, end, match, rule_ in _candidates(text):
        if start < taken:
            continue
        ctx = Context(
            text=text,
            start=start,
            end=end,
            anchor=anchor,
            anchor_precision=anchor_precision,
            before=tuple(told[-12:]),
            last_end=taken,
        )
        sense = rule_.resolve(match, ctx)
        if sense is None:
            continue
        told.append(sense)
        taken = end
        out.append(_mention(_bounded(sense, ctx), start, end, original, why(rule_.name, sense, ctx)))
    return tuple(_joined(out, text))


_LINK = re.compile(r"(?:https?://|www\.)[^\s()\[\]<>\"]+")


def _unlinked(text: str) -> str:
    """The text with its web addresses blanked, offsets kept: a day in one is no time told, "will" in one no verb."""
    if "://" not in text and "www." not in text:
        return text
    return _LINK.sub(lambda m: " " * len(m[0]), text)


def _windows(lowered: str) -> Iterator[tuple[int, int]]:
    low = high = -1
    for hit in _TRIGGER.finditer(lowered):
        start, end = max(0, hit.start() - _BEFORE), min(len(lowered), hit.end() + _AFTER)
        if start <= high:
            high = end
            continue
        if high >= 0:
            yield low, high
        low, high = start, end
    if high >= 0:
        yield low, high


def _candidates(text: str) -> list[tuple[int, int, re.Match[str], Rule]]:
    lowered = text.lower()
    if len(lowered) != len(text):  # a few letters grow when lowered; offsets must hold
        lowered = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    found = [
        (match.start(), match.end(), match, rule_)
        for low, high in _windows(lowered)
        for rule_ in _fitting(lowered[low:high])
        for match in rule_.pattern.finditer(text, low, high)
    ]
    # Python's sort is stable: of equal spans the earlier rule stays first
    return sorted(found, key=lambda c: (c[0], -c[1]))


def _fitting(window: str) -> list[Rule]:
    """The rules that may match in a window, given in small letters."""
    kinds = {kind for kind, words in KINDS.items() if words.search(window)}
    told = {word for word in _NEEDED if word in window}
    return [
        r for r in RULES if (not r.kind or r.kind in kinds) and (not r.needs or not told.isdisjoint(r.needs))
    ]


_NEEDED = frozenset(word for r in RULES for word in r.needs)


_SINCE = re.compile(
    r"\bsince\s+(?:at\s+least\s+)?(?:late|early|earlier|the|at least)?\s*(?:on\s+)?$",
    re.I,
)


def _bounded(sense: Sense, ctx: Context) -> Sense:
    """ "since Monday" runs from Monday to the anchor."""
    if sense.first is None or ctx.anchor is None or sense.kind not in ("day", "range"):
        return sense
    if _SINCE.search(ctx.left(90)) and sense.first <= ctx.anchor:
        return Sense(
            value=sense.value, first=sense.first, last=ctx.anchor, precision=sense.precision, kind="range"
        )
    return sense


def _mention(sense: Sense, start: int, end: int, text: str, reason: str) -> TimeMention:
    return TimeMention(
        start=start, end=end, text=text[start:end], value=sense.value, first=sense.first, last=sense.last,
        precision=sense.precision, kind=sense.kind, why=reason,
    )  # fmt: skip


_FROM = re.compile(r"\b(?:from|between)\s+(?:the\s+|late\s+|early\s+)?$", re.I)


def _joined(mentions: list[TimeMention], text: str) -> Iterator[TimeMention]:
    """ "from Monday to Friday" and "on Tuesday and Wednesday": the first mention spans both."""
    for at, mention in enumerate(mentions):
        after = mentions[at + 1] if at + 1 < len(mentions) else None
        if after is None or not _run_on(mention, after, text):
            yield mention
            continue
        yield TimeMention(
            start=mention.start, end=mention.end, text=mention.text, value=mention.value, first=mention.first,
            last=after.last, precision=mention.precision, kind="range", why=f"{mention.why}; runs on to the next time",
        )  # fmt: skip


def _run_on(one: TimeMention, two: TimeMention, text: str) -> bool:
    if one.first is None or two.last is None or one.last is None or two.last <= one.last:
        return False
    if two.start - one.end > 14 or not TO.fullmatch(text, one.end, two.start):
        return False
    both_days = one.kind == two.kind == "day"
    next_day = both_days and (two.last - one.last).days == 1
    dashed = both_days and text[one.end : two.start].strip() in ("-", "–", "—")
    return bool(_FROM.search(text[max(0, one.start - 20) : one.start])) or next_day or dashed
