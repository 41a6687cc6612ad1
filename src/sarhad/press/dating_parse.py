"""One date string, in whatever form a page or a feed wrote it, read as the days it allows."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from email.utils import parsedate_to_datetime

from sarhad.codebook import DatePrecision
from sarhad.press.dating_scripts import written_day

_NAMES = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_MONTH = r"(?P<m>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_DAY = r"(?P<d>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
_YEAR = r"(?P<y>(?:19|20)\d\d|9999)"
_ISO = re.compile(
    rf"(?<!\d){_YEAR}(?P<sep>[-/.])(?P<mo>\d\d?)(?P=sep)(?P<d>\d\d?)(?!\d)(?:[T |,]+(?P<clock>\d\d?[:h]\d\d(?::\d\d?(?:\.\d+)?)?)\s*"
    r"(?P<zone>Z|[+-]\d\d:?\d\d|UTC|GMT)?)?"
)
_COMPACT = re.compile(
    r"(?<!\d)(?P<y>(?:19|20)\d\d)(?P<mo>0[1-9]|1[0-2])(?P<d>[0-2]\d|3[01])(?:T?\d\d:?\d\d(?::?\d\d)?)?(?!\d)"
)
_DAY_FIRST = re.compile(rf"(?<!\d){_DAY}(?:\s+of)?[\s.\-/]+{_MONTH},?[\s\-/]+{_YEAR}(?!\d)", re.I)
_MONTH_FIRST = re.compile(rf"\b{_MONTH}\s+{_DAY},?\s+{_YEAR}(?!\d)", re.I)
_YEARLESS = re.compile(
    rf"(?<!\d){_DAY}[\s\-]+{_MONTH}(?![a-z])|\b{_MONTH.replace('<m>', '<n>')}\s+{_DAY.replace('<d>', '<e>')}(?!\d)",
    re.I,
)
_MONTH_YEAR = re.compile(rf"\b{_MONTH},?\s+{_YEAR}(?!\d)", re.I)
_SLASHED = re.compile(r"(?<!\d)(?P<a>\d{1,2})[/.](?P<b>\d{1,2})[/.](?P<y>(?:19|20)\d\d)(?!\d)")
_EPOCH = re.compile(r"(?<!\d)(1\d{9})(\d{3})?(?!\d)")
_ONLY_YEAR = re.compile(rf"(?<!\d){_YEAR}(?!\d)")
_RELATIVE = re.compile(
    r"\b(?P<n>\d+|an?|one|two|three|few)\s*(?P<u>sec(?:ond)?|min(?:ute)?|h(?:ou)?r|hour|day|week|month|year|[smhdwy])s?\s+ago\b",
    re.I,
)
_NAMED = re.compile(r"^\W*(?:just now|today|yesterday)\b", re.I)
WITHOUT_YEAR = "a day without its year"
UPDATED = re.compile(r"\b(?:updated?|modified|last\s+edit)", re.I)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """The days a date string allows. `instant` is set when it carries a clock and a zone; `relative` when it was
    counted back from the crawl; `updated` when it calls itself an update."""

    start: date
    end: date
    precision: DatePrecision
    instant: datetime | None = None
    relative: bool = False
    updated: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """A date string that gives no date, and why."""

    why: str


def parse_stamp(text: str, *, crawl: date | None = None) -> Stamp | Refused:
    """Read a date string. Relative ones ("4 days ago") count only from the crawl date, at the precision they have."""
    text = " ".join(text.split())[:200]
    if _RELATIVE.search(text) or _NAMED.match(text):
        # "3 days ago (as in source; 2023)": what stands beside it is all that is known without a crawl
        return _year_beside(text, crawl) or _relative(text, crawl)
    found = _absolute(text)
    if found is None and (near := yearless(text, crawl)) and crawl:
        return near
    if found is None:
        return Refused(why=WITHOUT_YEAR if yearless(text, date(2024, 12, 31)) else "no date in it")
    return _sane(found, crawl)


def _sane(stamp: Stamp, crawl: date | None) -> Stamp | Refused:
    if stamp.start.year >= 9999 or stamp.start.year < 1900:
        return Refused(why=f"the year {stamp.start.year} cannot be meant")
    if crawl is not None and stamp.start > crawl + timedelta(days=1):
        return Refused(why=f"lies after the day the page was fetched ({crawl.isoformat()})")
    return stamp


def _absolute(text: str) -> Stamp | None:
    for reader in (
        _from_script,
        _from_iso,
        _from_rfc,
        _from_words,
        _from_slashed,
        _from_compact,
        _from_epoch,
        _from_parts,
    ):
        if stamp := reader(text):
            return stamp
    return None


def day_stamp(on: date, text: str = "", instant: datetime | None = None) -> Stamp:
    """One day."""
    return Stamp(
        start=on, end=on, precision=DatePrecision.DAY, instant=instant, updated=bool(UPDATED.search(text))
    )


def _day(year: str, month: str | int, day: str) -> date | None:
    number = (
        _NAMES.index(month[:3].lower()) + 1 if isinstance(month, str) and not month.isdigit() else int(month)
    )
    try:
        return date(int(year), number, int(day))
    except ValueError:
        return None


def _from_script(text: str) -> Stamp | None:
    on = written_day(text)
    return day_stamp(on, text) if on else None


def _from_iso(text: str) -> Stamp | None:
    match = _ISO.search(text)
    on = _day(match["y"], match["mo"], match["d"]) if match else None
    if match is None or on is None:
        return None
    return day_stamp(on, text, _instant(on, match["clock"], match["zone"]))


def _instant(on: date, clock: str | None, zone: str | None) -> datetime | None:
    if not clock or not zone:
        return None
    parts = re.split(r"[:h.]", clock)
    offset = timedelta()
    if zone[0] in "+-":
        minutes = int(zone[1:3]) * 60 + int(zone[-2:])
        offset = timedelta(minutes=minutes if zone[0] == "+" else -minutes)
    try:
        local = datetime(on.year, on.month, on.day, int(parts[0]), int(parts[1]), tzinfo=UTC)
        return local - offset
    except (ValueError, OverflowError):
        return None


def _from_rfc(text: str) -> Stamp | None:
    if not re.search(r"\d:\d\d", text) or "," not in text:
        return None
    try:
        at = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    if at.year < 1900:
        return None
    return day_stamp(at.date(), text, at.astimezone(UTC) if at.tzinfo and 1 < at.year < 9999 else None)


def _from_words(text: str) -> Stamp | None:
    match = _DAY_FIRST.search(text) or _MONTH_FIRST.search(text)
    on = _day(match["y"], match["m"], match["d"]) if match else None
    return day_stamp(on, text) if on else None


def _from_slashed(text: str) -> Stamp | None:
    match = _SLASHED.search(text)
    if match is None:
        return None
    # day first unless that gives no day: most of the world's press writes so
    on = _day(match["y"], match["b"], match["a"]) or _day(match["y"], match["a"], match["b"])
    return day_stamp(on, text) if on else None


def _from_compact(text: str) -> Stamp | None:
    match = _COMPACT.search(text)
    on = _day(match["y"], match["mo"], match["d"]) if match else None
    if match is None or on is None:
        return None
    clock = re.match(r"T?(\d\d):?(\d\d)(?::?\d\d)?(Z|[+-]\d\d:?\d\d)", text[match.end("d") :])
    return day_stamp(on, text, _instant(on, f"{clock[1]}:{clock[2]}", clock[3]) if clock else None)


def _from_epoch(text: str) -> Stamp | None:
    match = _EPOCH.search(text)
    if match is None:
        return None
    at = datetime.fromtimestamp(int(match[1]), UTC)
    return day_stamp(at.date(), text, at)


def _from_parts(text: str) -> Stamp | None:
    """ "18-Oct (as in source; 2023)": a day without a year beside a year; "December 2025"; "2023"."""
    years = _ONLY_YEAR.findall(text)
    yearless = _YEARLESS.search(text)
    if yearless and len(set(years)) == 1:
        on = _day(years[0], yearless["m"] or yearless["n"], yearless["d"] or yearless["e"])
        return day_stamp(on, text) if on else None
    if match := _MONTH_YEAR.search(text):
        return _month_stamp(int(match["y"]), _NAMES.index(match["m"].lower()) + 1)
    if len(set(years)) == 1 and re.fullmatch(r"\W*\d{4}\W*", text):
        return Stamp(
            start=date(int(years[0]), 1, 1), end=date(int(years[0]), 12, 31), precision=DatePrecision.YEAR
        )
    return None


def _year_beside(text: str, crawl: date | None) -> Stamp | None:
    """The year that a note gives beside "3 days ago"."""
    years = set(_ONLY_YEAR.findall(text))
    if crawl is not None or len(years) != 1 or not "1900" < min(years) < "9000":
        return None
    year = int(years.pop())
    return Stamp(start=date(year, 1, 1), end=date(year, 12, 31), precision=DatePrecision.YEAR)


def _month_stamp(year: int, month: int) -> Stamp:
    after = date(year + month // 12, month % 12 + 1, 1) if year < 9999 else date.max
    return Stamp(start=date(year, month, 1), end=after - timedelta(days=1), precision=DatePrecision.MONTH)


def yearless(text: str, near: date | None) -> Stamp | None:
    """A day without a year ("28 October"), in the year that brings it nearest before (or a day after) `near`."""
    match = _YEARLESS.search(text)
    if match is None or near is None:
        return None
    options = [
        on
        for year in (near.year, near.year - 1)
        if (on := _day(str(year), match["m"] or match["n"], match["d"] or match["e"]))
        and on <= near + timedelta(days=1)
    ]
    return day_stamp(options[0], text) if options else None


def _relative(text: str, crawl: date | None) -> Stamp | Refused:
    if crawl is None:
        return Refused(why="it counts back from the day of the crawl, which is not known")
    match = _RELATIVE.search(text)
    if match is None:
        back = 1 if "yesterday" in text.lower() else 0
        on = crawl - timedelta(days=back)
        return Stamp(start=on, end=on, precision=DatePrecision.DAY, relative=True)
    word = match["n"].lower()
    count = int(word) if word.isdigit() else {"two": 2, "three": 3, "few": 3}.get(word, 1)
    return _counted_back(crawl, count, match["u"].lower()[:2])


def _counted_back(crawl: date, count: int, unit: str) -> Stamp | Refused:
    try:
        if unit in ("ye", "y"):
            return _loose(crawl.replace(year=crawl.year - count, day=min(crawl.day, 28)), DatePrecision.YEAR)
        if unit == "mo":
            return _loose(crawl - timedelta(days=round(count * 30.4)), DatePrecision.MONTH)
        days = count * 7 if unit in ("we", "w") else count if unit in ("da", "d") else 0
        on = crawl - timedelta(days=days)
    except (ValueError, OverflowError):
        return Refused(why="it counts back past the calendar")
    if unit in ("we", "w"):
        return Stamp(start=on - timedelta(days=6), end=on, precision=DatePrecision.WEEK, relative=True)
    return Stamp(start=on, end=on, precision=DatePrecision.DAY, relative=True)


def _loose(on: date, precision: DatePrecision) -> Stamp:
    """ "6 years ago" is anything from six to seven years: kept at the precision of its unit."""
    if precision is DatePrecision.YEAR:
        return Stamp(start=date(on.year, 1, 1), end=date(on.year, 12, 31), precision=precision, relative=True)
    month = _month_stamp(on.year, on.month)
    return Stamp(start=month.start, end=month.end, precision=precision, relative=True)
