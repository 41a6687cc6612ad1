"""A date worked out from what a text tells: offices held, days, months and years told, occasions spoken of.

Every month from the earliest to the latest evidence is weighed. A told past date rules out what lies before it; a
day without a year ("October 11") is told in its own month or soon after; a bare month ("in March") within the year
after it; an office bounds the text to its term; an occasion to the time the press tells it as news. The weights are
logarithms of rough odds, set by hand and checked on 724 dated articles read without their dates
(month right 4 in 5, year alone 9 in 10, a third left open). A month is given when
it outweighs all others together, else a year when it does, else nothing.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from math import exp

from sarhad.codebook import DatePrecision
from sarhad.knowledge.dating_support import DatingSupport, OfficeWindow, ToldOccasion, ToldTime

Month = tuple[int, int]

# a month, a year is given at this share of all weight where a day with its year, a passing occasion or a page linked
# to lies in the month or the one before it; without such a thing at the other two. Articles read without their dates
# were wrong in one answer of five at the first pair alone, in one of ten with both
MONTH_SHARE, YEAR_SHARE = 0.5, 0.7
MONTH_SHARE_UNANCHORED, YEAR_SHARE_UNANCHORED = 0.65, 0.9
_BEFORE_TOLD = {"day": -6.0, "month": -5.0, "year": -3.5}
# a holder of earlier years may be background; one who has yet to take up the office cannot be told in it
_AFTER_OFFICE, _BEFORE_OFFICE, _OFFICES_MOST = -2.0, -4.0, -10.0
_JUST_LEFT = -0.5
_BEFORE_OCCASION, _AFTER_OCCASION = -8.0, -1.5
# months since a day told without its year, and since a month told bare: in its own month a bare name is rarer
_DAY_GAP = (0.0, -0.6, -1.2, -1.7, -2.0, -2.2, -2.4, -2.6, -2.8, -3.0, -3.0, -3.0)
_MONTH_GAP = (-0.5, 0.0, -0.1, -0.2, -0.3, -0.4, -0.5, -0.6, -0.7, -0.8, -0.8, -0.8)
# the press writes of what has just happened: weight lost by months after the latest day or month told with its
# year, and for every month after the latest thing of any kind
_FRESH_GAP = (0.0, -0.75, -2.2, -3.3, -3.9, -4.5)
_PER_MONTH = 0.06
_ONE_LINK = 0.15
# weight lost by months after the latest page linked to; a little of it where only one link is that young
_BEFORE_LINK, _LINK_GAP, _FRESH_LINKS, _LATE_IN_MONTH = -9.0, (0.0, -2.5, -5.0, -6.0, -7.0, -8.0), 21, 26
_YEAR_GAP = (0.0, -0.4, -1.2, -1.8)
# "last November" of a known November: within the year after it
_LAST_NAMED, _NOT_THE_LAST = 14, 4.0
_WRONG_WEEKDAY = -2.5
_NEAR = 250
_FIRST_YEAR = 1990


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """The days the text can be from, by what came along with the page: the crawl, a coarse claim."""

    first: date | None = None
    last: date | None = None
    updated: bool = False  # `last` is the day of an update, which mostly follows within days


@dataclass(frozen=True, slots=True, kw_only=True)
class Inferred:
    """A date worked out, and from what."""

    start: date
    end: date
    precision: DatePrecision
    why: str


def infer(limits: Bounds, support: DatingSupport) -> Inferred | None:
    """The best-supported month, else the year, else nothing."""
    shares = weighed(limits, support)
    if not shares:
        return None
    best = max(shares, key=lambda m: (shares[m], -m[0], -m[1]))
    why = _why(best, support)
    month_share, year_share = (
        (MONTH_SHARE, YEAR_SHARE)
        if _anchored(best, support)
        else (MONTH_SHARE_UNANCHORED, YEAR_SHARE_UNANCHORED)
    )
    if shares[best] >= month_share:
        first, last = month_span(best)
        return Inferred(start=first, end=last, precision=DatePrecision.MONTH, why=why)
    if sum(share for (y, _), share in shares.items() if y == best[0]) >= year_share:
        span = date(best[0], 1, 1), date(best[0], 12, 31)
        return Inferred(start=span[0], end=span[1], precision=DatePrecision.YEAR, why=why)
    return None


def _anchored(month: Month, support: DatingSupport) -> bool:
    """Whether something known to the day bounds the month: more than years, offices without an end and bare names."""
    return (
        any(0 <= _between((d.year, d.month), month) <= 1 for d in _days_known(support))
        or any(0 <= _since(o, month) <= _ONE_YEAR for o in _in_this_year(support))
        or any(
            _same(o, t) and month[0] - (t.years_back or 0) == o.start.year
            for t in _last_years(support)
            for o in support.occasions
        )
        or _between_two_terms(month, support)
    )


_ONE_YEAR, _SHORT_SPAN = 12, timedelta(days=200)


def _days_known(support: DatingSupport) -> list[date]:
    """Days told with their year, of passing occasions, of pages linked to, of occasions whose day is told again."""
    days = [t.on for t in _past(support) if t.on and not t.caption]
    days += [o.after or o.start for o in support.occasions if o.until or o.after]
    days += [link.on for link in support.links if link.cited]
    told = {(t.month, t.day) for t in _yearless(support) if t.day}
    return days + [
        o.start for o in support.occasions if not o.by_day and (o.start.month, o.start.day) in told
    ]


def _between_two_terms(month: Month, support: DatingSupport) -> bool:
    """Whether the people named held their offices together for a short while only, and then."""
    held = [w for windows in support.office_mentions for w in windows if _held([w], month)]
    if len(held) < 2:
        return False
    first, last = max(w.start for w in held), min(w.end for w in held)
    return timedelta() <= last - first <= _SHORT_SPAN


def weighed(limits: Bounds, support: DatingSupport) -> dict[Month, float]:
    """Every month's share of the weight; empty where the text tells nothing of its date."""
    latest = _latest(support)
    if latest is None:
        return {}
    months = list(_months(limits, latest))
    weights = {m: _weight(m, support, latest) + _from_update(m, limits) for m in months}
    top = max(weights.values(), default=0.0)
    total = sum(exp(w - top) for w in weights.values())
    return {m: exp(w - top) / total for m, w in weights.items()}


_UPDATE_GAP = (0.0, -2.0, -3.0, -3.5)


def _from_update(month: Month, limits: Bounds) -> float:
    if not limits.updated or limits.last is None:
        return 0.0
    gap = _between(month, (limits.last.year, limits.last.month))
    return _UPDATE_GAP[min(max(gap, 0), len(_UPDATE_GAP) - 1)]


def _months(limits: Bounds, latest: date) -> Iterable[Month]:
    first = limits.first or date(_FIRST_YEAR, 1, 1)
    # without a crawl date, three years after the latest thing told is as far as anyone would still write so
    last = limits.last or latest + timedelta(days=1096)
    year, month = first.year, first.month
    while (year, month) <= (last.year, last.month):
        yield year, month
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)


def month_span(month: Month) -> tuple[date, date]:
    """First and last day of a month."""
    first = date(month[0], month[1], 1)
    return first, (first.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


def _latest(support: DatingSupport) -> date | None:
    """The latest thing that the text tells as past and that fixes a year; None where nothing does."""
    days = [o.start for o in support.occasions]
    days += [_start(t) for t in _past(support)]
    days += [min(w.start for w in windows) for windows in support.office_mentions]
    days += [support.last_cited] if support.last_cited else []
    return max((d for d in days if d.year < 2200), default=None)


def _past(support: DatingSupport) -> list[ToldTime]:
    # a picture is no younger than the page, wherever its caption stands
    return [t for t in support.told if t.year and t.ahead is not True and (t.caption or not t.noise)]


def _start(told: ToldTime) -> date:
    return told.on or date(max(told.year or 1, 1), told.month or 1, 1)


def _weight(month: Month, support: DatingSupport, latest: date) -> float:
    return (
        _from_told(month, support)
        + _from_offices(month, support)
        + sum(_from_occasion(month, o) for o in support.occasions)
        + _from_years_back(month, support)
        + _from_yearless(month, support)
        + _from_weekdays(month, support)
        + _from_freshness(month, support)
        + _from_links(month, support)
        - _PER_MONTH * max(0, _between((latest.year, latest.month), month))
    )


def _from_freshness(month: Month, support: DatingSupport) -> float:
    """Most weight on the month of the latest day or passing occasion told; "October 2018" with its year is named by
    those who write of it later."""
    days = [_start(t) for t in _past(support) if t.day and not t.caption]
    days += [o.after or o.start for o in support.occasions if o.until or o.after]
    days += [o.start for t in _last_years(support) for o in support.occasions if _same(o, t)]
    if not days:
        return 0.0
    gap = _between((max(days).year, max(days).month), month)
    return _FRESH_GAP[min(gap, len(_FRESH_GAP) - 1)] if gap >= 0 else 0.0


def _from_links(month: Month, support: DatingSupport) -> float:
    """The article is no older than the latest page its sentences link to, and mostly of the days after it."""
    cited = support.last_cited
    if cited is None:
        return 0.0
    gap = _between((cited.year, cited.month), month)
    if gap < 0:
        return _BEFORE_LINK
    late = cited.day > _LATE_IN_MONTH and gap == 1
    several = sum((cited - link.on).days <= _FRESH_LINKS for link in support.links if link.cited) > 1
    return 0.0 if late else _LINK_GAP[min(gap, len(_LINK_GAP) - 1)] * (1.0 if several else _ONE_LINK)


def _between(one: Month, two: Month) -> int:
    return (two[0] - one[0]) * 12 + two[1] - one[1]


def _from_told(month: Month, support: DatingSupport) -> float:
    """What was told as past was not written before it; the latest year told is this one or the last."""
    past = _past(support)
    if not past:
        return 0.0
    last = month_span(month)[1]
    weight = 0.0
    for grain in ("day", "month", "year"):
        told = [t for t in past if _grain(t) == grain and _start(t) > last]
        weight += _BEFORE_TOLD[grain] * min(len({t.text for t in told}), 2)
    gap = month[0] - max(t.year or 0 for t in past)
    return weight + (_YEAR_GAP[min(gap, 3)] if gap >= 0 else 0.0)


def _grain(told: ToldTime) -> str:
    return "day" if told.day else "month" if told.month else "year"


def _from_offices(month: Month, support: DatingSupport) -> float:
    last = month_span(month)[1]
    out = sum(
        _BEFORE_OFFICE if all(w.start > last for w in windows) else _past_office(windows, month)
        for windows in support.office_mentions
        if not _held(windows, month)
    )
    return max(out, _OFFICES_MOST)


def _past_office(windows: list[OfficeWindow], month: Month) -> float:
    """A holder who has just left, or been killed, is news by that office for a month."""
    first = month_span(month)[0]
    just = any(w.start <= first <= w.end + timedelta(days=31) for w in windows if w.end.year < 9000)
    return _JUST_LEFT if just else _AFTER_OFFICE


def _held(windows: list[OfficeWindow], month: Month) -> bool:
    first, last = month_span(month)
    return any(w.start <= last and first <= w.end for w in windows)


def _from_occasion(month: Month, occasion: ToldOccasion) -> float:
    first, last = month_span(month)
    if last < (occasion.after or occasion.start):
        return _BEFORE_OCCASION
    return _AFTER_OCCASION if occasion.until and first > occasion.until else 0.0


def _from_years_back(month: Month, support: DatingSupport) -> float:
    """ "in November last year" beside a known occasion of a November: the year after it."""
    weight = 0.0
    for told in _last_years(support):
        back = told.years_back or 0
        known = {o.start.year for o in support.occasions if _same(o, told)}
        if known and month[0] - back not in known:
            weight -= 5.0
        if (month[0] - back, told.month or 1) > month:
            weight -= 3.0
    for told in support.told:
        days = {o.start for o in support.occasions if told.last_named and _same(o, told)}
        if days and not any(0 < _between((d.year, d.month), month) <= _LAST_NAMED for d in days):
            weight -= _NOT_THE_LAST
    return weight - sum(_NOT_THE_LAST for o in _in_this_year(support) if not 0 <= _since(o, month) <= 12)


def _in_this_year(support: DatingSupport) -> list[ToldOccasion]:
    """Occasions told with their month and no year ("the fighting in May"): of the twelve months before."""
    bare = [t for t in _yearless(support) if not t.day and not t.last_named and t.ahead is not True]
    return [o for o in support.occasions if not o.by_day and any(_same(o, t) for t in bare)]


def _since(occasion: ToldOccasion, month: Month) -> int:
    return _between((occasion.start.year, occasion.start.month), month)


def _last_years(support: DatingSupport) -> list[ToldTime]:
    return [t for t in support.told if t.years_back is not None and t.month and not t.noise]


def _same(occasion: ToldOccasion, told: ToldTime) -> bool:
    """An occasion told beside "in November last year" that fell in a November."""
    return occasion.start.month == told.month and _close(occasion, told)


def _close(occasion: ToldOccasion, told: ToldTime) -> bool:
    return abs(occasion.span.start - told.span.start) < _NEAR


def _from_yearless(month: Month, support: DatingSupport) -> float:
    """Days and months told without a year, each once; a day that is told for years ("7 October") tells nothing."""
    known = {(o.start.month, o.start.day) for o in support.occasions if o.until is None and o.by_day}
    days = {(t.month, t.ahead is True) for t in _yearless(support) if t.day and (t.month, t.day) not in known}
    bare = {
        (t.month, t.ahead is True)
        for t in _yearless(support)
        if not t.day and t.month not in {m for m, _ in days} and not t.last_named
    }
    weight = sum(_DAY_GAP[_gap(month, m, ahead)] for m, ahead in days if m)
    return weight + sum(_MONTH_GAP[_gap(month, m, ahead)] for m, ahead in bare if m)


def _from_weekdays(month: Month, support: DatingSupport) -> float:
    """A day told with its weekday ("Friday, 18 October") falls on it in one year of six or so."""
    told = {(t.month, t.day, t.weekday, t.ahead is True) for t in _yearless(support) if t.weekday is not None}
    return sum(
        _WRONG_WEEKDAY for m, d, w, ahead in told if not _falls_on(month, (m or 1, d or 1), w, ahead=ahead)
    )


def _falls_on(month: Month, told: tuple[int, int], weekday: int | None, *, ahead: bool) -> bool:
    year = month[0] + (told[0] < month[1] if ahead else -(told[0] > month[1]))
    try:
        return date(year, *told).weekday() == weekday
    except ValueError:
        return False


def _yearless(support: DatingSupport) -> list[ToldTime]:
    return [
        t for t in support.told if t.month and not t.year and t.years_back is None and not t.noise and not t.caption
    ]  # fmt: skip


def _gap(month: Month, told: int, ahead: bool) -> int:
    return (told - month[1]) % 12 if ahead else (month[1] - told) % 12


def _term(window: OfficeWindow) -> str:
    until = f"from {window.start}" if window.end.year > 9000 else f"{window.start} to {window.end}"
    return f"{window.why} ({until})"


def _why(month: Month, support: DatingSupport) -> str:
    """What speaks for the month, the strongest first."""
    reasons = [f"it speaks of {o.name}" for o in support.occasions if _from_occasion(month, o) > -1.0][-2:]
    reasons += [
        _term(held[0]) for w in support.office_mentions if (held := [o for o in w if _held([o], month)])
    ][:3]
    reasons += [f"it links to a page of {support.last_cited}"] if support.last_cited else []
    told = [t.text for t in (*_past(support)[-2:], *_last_years(support)[:1], *_yearless(support)[:3])]
    if told:
        reasons.append("the text tells " + ", ".join(dict.fromkeys(map(repr, told))))
    return "; ".join(reasons)
