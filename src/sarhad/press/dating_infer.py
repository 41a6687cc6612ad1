"""A date worked out from what a text tells: offices held, days, months and years told, occasions spoken of.

A day without a year ("October 11") was most likely told in its own month or soon after; a bare month told as past
("in March") was told after it, within a year; "in November last year" fixes the year where the event is known.
"""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from sarhad.codebook import DatePrecision
from sarhad.knowledge.dating_support import DatingSupport, ToldTime

# a year of months is as far as month names reach back
_REACH = 13
# how far behind its own month a day without a year is still told without one
_SOON = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """The days a text can be from, and what bounds them."""

    first: date | None = None
    last: date | None = None
    whys: tuple[str, ...] = ()
    pinned: bool = False  # an occasion or a known event fixes it, not only offices
    spells: tuple[tuple[date, date], ...] = ()  # the spells in which all offices told were held together

    def narrowed(self, first: date | None, last: date | None, why: str, *, pinned: bool = False) -> "Bounds":
        """With one more bound, left out where it would leave no day."""
        low = max((d for d in (self.first, first) if d), default=None)
        high = min((d for d in (self.last, last) if d), default=None)
        if low and high and low > high:
            return self
        if (low, high) == (self.first, self.last):
            return replace(self, pinned=self.pinned or pinned)
        return Bounds(
            first=low, last=high, whys=(*self.whys, why), pinned=self.pinned or pinned, spells=self.spells
        )

    @property
    def months(self) -> list[tuple[int, int]]:
        """Every month of it, at most 20 years; two years on where it is open."""
        if self.first is None:
            return []
        last = self.last or self.first + timedelta(days=730)
        out: list[tuple[int, int]] = []
        y, m = self.first.year, self.first.month
        while (y, m) <= (last.year, last.month) and y < self.first.year + 20:
            if self._in_a_spell(y, m):
                out.append((y, m))
            y, m = (y + 1, 1) if m == 12 else (y, m + 1)
        return out

    def _in_a_spell(self, year: int, month: int) -> bool:
        return not self.spells or any(
            (a.year, a.month) <= (year, month) <= (b.year, b.month) for a, b in self.spells
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Inferred:
    """A date worked out, and from what."""

    start: date
    end: date
    precision: DatePrecision
    why: str


def bounds(support: DatingSupport, latest: date | None) -> Bounds:
    """The first and last day the text can be from."""
    out = Bounds(last=latest)
    for told in _past(support):
        if (day := told.on) or (told.year and (day := date(told.year, told.month or 1, 1))):
            out = out.narrowed(day, None, f"{told.text!r} is told as past")
    for occasion in support.occasions:
        why = f"it speaks of {occasion.name}"
        out = out.narrowed(occasion.start, occasion.until, why, pinned=occasion.until is not None)
    out = _years_back(out, support)
    return _held_together(out, support)


def _held_together(limits: Bounds, support: DatingSupport) -> Bounds:
    """Narrowed to the spells in which all offices told were held; a mention that leaves none is left out."""
    spells = [(limits.first or date.min, limits.last or date.max)]
    whys: list[str] = []
    for windows in sorted(support.office_mentions, key=lambda g: min(w.end - w.start for w in g)):
        shared = [
            (max(a, w.start), min(b, w.end))
            for a, b in spells
            for w in windows
            if w.start <= b and a <= w.end
        ]
        if shared and sorted(shared) != sorted(spells):
            spells = shared
            whys.append(windows[0].why)
    if not whys:
        return limits
    first, last = min(a for a, _ in spells), max(b for _, b in spells)
    return replace(
        limits,
        first=first,
        last=last if last.year < 9999 else None,
        whys=(*limits.whys, *whys),
        spells=tuple(sorted(spells)),
    )


def _past(support: DatingSupport) -> list[ToldTime]:
    return [t for t in support.told if t.ahead is not True and not t.noise and (t.year or 0) > 0]


def _years_back(limits: Bounds, support: DatingSupport) -> Bounds:
    """ "in November last year" beside a known occasion of a November: the year after it."""
    for told in support.told:
        if told.years_back is None or told.month is None or told.noise:
            continue
        for occasion in support.occasions:
            if occasion.start.month == told.month:
                year = occasion.start.year + told.years_back
                why = f"{told.text!r} is {occasion.start:%B %Y} ({occasion.name})"
                limits = limits.narrowed(date(year, 1, 1), date(year, 12, 31), why, pinned=True)
    return limits


def infer(limits: Bounds, support: DatingSupport) -> Inferred | None:
    """The best-supported month, else the year, else nothing."""
    months = limits.months
    # a year told as past alone leaves everything after it open
    if not months or not (limits.last or limits.spells):
        return None
    days, bare = _yearless_days(support), _bare_months(support)
    chosen = _by_days(months, days, bare) or _by_months(months, limits, bare)
    if chosen:
        told = ", ".join(dict.fromkeys(repr(t.text) for t in (days or bare)[:3]))
        why = "; ".join((*limits.whys[-4:], *((f"the text tells {told}",) if told else ())))
        return _month(chosen, why)
    if limits.last and limits.first and limits.first.year == limits.last.year:
        year = limits.first.year
        return Inferred(
            start=limits.first,
            end=limits.last,
            precision=DatePrecision.YEAR,
            why="; ".join(limits.whys[-4:]) or str(year),
        )
    return None


def _month(chosen: tuple[int, int], why: str) -> Inferred:
    first = date(chosen[0], chosen[1], 1)
    last = (first.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
    return Inferred(start=first, end=last, precision=DatePrecision.MONTH, why=why)


def _yearless_days(support: DatingSupport) -> list[ToldTime]:
    return [
        t for t in support.told
        if t.month and t.day and not t.year and t.years_back is None and not t.noise and not t.last_named
    ]  # fmt: skip


def _bare_months(support: DatingSupport) -> list[ToldTime]:
    return [
        t for t in support.told
        if t.month and not t.day and not t.year and t.years_back is None and not t.noise and not t.last_named
        and t.ahead is not True
    ]  # fmt: skip


def _by_days(
    months: list[tuple[int, int]], days: list[ToldTime], bare: list[ToldTime]
) -> tuple[int, int] | None:
    """The month that lies soonest after the days told without a year and not in a bare month told as past."""
    if not days:
        return None
    named = {t.month for t in days}
    past = {t.month for t in bare} - named

    def cost(month: tuple[int, int]) -> tuple[int, tuple[int, int]]:
        gaps = (_gap(month, t) for t in days)
        return min(gaps) + (1 if month[1] in past else 0), month

    best = min(months, key=cost)
    rivals = [m for m in months if cost(m)[0] == cost(best)[0] and m[0] != best[0]]
    # the same month of another year fits as well: the year is not known,
    return best if cost(best)[0] <= _SOON and not rivals else None


def _gap(month: tuple[int, int], told: ToldTime) -> int:
    assert told.month is not None
    return (told.month - month[1]) % 12 if told.ahead is True else (month[1] - told.month) % 12


def _by_months(months: list[tuple[int, int]], limits: Bounds, bare: list[ToldTime]) -> tuple[int, int] | None:
    """The earliest month after the bare months told, where the bounds leave no more than a year."""
    if limits.last is None or len(months) > _REACH or not (bare or limits.pinned or len(months) == 1):
        return None
    past = {t.month for t in bare}
    fitting = [m for m in months if m[1] not in past]
    return fitting[0] if fitting else None
