"""Every date that a page claims, kept apart by where it was claimed: metadata, URL, header, dateline, footer, crawl."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from urllib.parse import urlsplit

from sarhad.codebook import DatePrecision
from sarhad.press.boilerplate import is_menu
from sarhad.press.dating_parse import WITHOUT_YEAR, Refused, Stamp, parse_stamp, yearless
from sarhad.press.dating_scripts import DIGITS, WRITTEN
from sarhad.records import DateCandidate, DateConflict, Document, Page, Span

Found = DateCandidate | DateConflict

ONLY_UPDATED = "only an update is dated: the publication is no later"
MAX_HTML = 3_000_000
VOTED = "found in the page's code by htmldate"
_LINE = re.compile(r"[^\n]+")
_MONTH_NAME = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_FULL = (
    rf"(?:{_MONTH_NAME}\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+(?:19|20)\d\d|\d{{1,2}}(?:st|nd|rd|th)?(?:\s+of)?[\s-]+{_MONTH_NAME},?[\s-]+(?:19|20)\d\d"
    rf"|(?:19|20)\d\d[-/]\d\d[-/]\d\d|\d{{1,2}}/\d{{1,2}}/(?:19|20)\d\d|{WRITTEN})"
)
_WEEKDAY_NAME = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|tue|wed|thu|fri|sat|sun)\b\.?"
# a header line is a date and little else: a weekday, a clock, "Published", a byline before it
_HEADER = re.compile(
    rf"^\W*(?P<lead>(?:(?:first\s+)?(?:published|posted|updated|last\s+updated?|modified|date)\b[^\w\n]*(?:on|at)?[^\w\n]*)?)(?P<by>(?:by\s+)?[^\d\n]{{0,60}}?)"
    rf"(?P<date>(?:(?:{_WEEKDAY_NAME}),?\s+)?{_FULL})(?P<rest>[^\n]{{0,45}})$",
    re.I,
)
_ANY_FULL = re.compile(rf"\b{_FULL}(?!\d)", re.I)
_FOOTER = re.compile(
    rf"\b(?P<lead>(?:originally\s+|first\s+)?(?:published|posted|appeared|updated|last\s+updated|modified|printed)\b)[^\n]{{0,60}}?(?P<date>{_FULL})",
    re.I,
)
_DATELINE = re.compile(
    rf"\s*(?:[A-Z][A-Z.'’\- ]{{2,30}}(?:/[A-Z.'’\- ]+)?)(?:,\s*[A-Z][\w.]+)?\s*(?:\([^)\n]{{1,40}}\)\s*)?,?\s*[-–—]?\s*"
    rf"(?P<date>(?:{_MONTH_NAME}\s+\d{{1,2}}|\d{{1,2}}\s+{_MONTH_NAME})(?:,?\s+(?:19|20)\d\d)?)\s*(?:\([^)\n]{{1,40}}\)\s*)?[-–—]",
    re.I,
)
_UPPER_START = re.compile(r"\s*[A-Z][A-Z.'’\- ]{2,}")
_URL_DAY = re.compile(
    r"(?<!\d)(?P<y>(?:19|20)\d\d)(?P<s>[/\-_])(?P<m>\d{1,2}|[a-z]{3})(?P=s)(?P<d>\d{1,2})(?!\d)", re.I
)
_URL_COMPACT = re.compile(r"(?<!\d)(?P<y>20\d\d)(?P<m>0[1-9]|1[0-2])(?P<d>0[1-9]|[12]\d|3[01])(?!\d)")
_URL_MONTH = re.compile(r"/(?P<y>(?:19|20)\d\d)/(?P<m>0?[1-9]|1[0-2])(?=/|$)")
_URL_SHORT = re.compile(r"/live[-/].*?(?<!\d)(?P<m>\d{1,2})-(?P<d>\d{1,2})-(?P<y>\d\d)(?=[-/.]|$)", re.I)
""" "/live-news/the-border-09-28-24": a page kept up for days carries its first day there and its last in its stamp."""
_BANNER_BEFORE = re.compile(
    r"\bwelcome\b|\bmenu\b|\bhome\b|\bsubscribe\b|\blog ?in\b|\be-?paper\b|^\s*\|", re.I
)

# hours from UTC by a site's country domain; where a state has several zones, that of most of its press
ZONES = {
    "pk": 5, "ir": 3.5, "af": 4.5, "in": 5.5, "iq": 3, "il": 2, "lb": 2, "sy": 3, "ye": 3, "sa": 3, "ae": 4, "qa": 3,
    "kw": 3, "om": 4, "bh": 3, "tr": 3, "jo": 3, "eg": 2, "uk": 0, "ie": 0, "de": 1, "fr": 1, "it": 1, "es": 1, "nl": 1,
    "be": 1, "ch": 1, "at": 1, "pl": 1, "cz": 1, "se": 1, "no": 1, "dk": 1, "fi": 2, "gr": 2, "ua": 2, "ro": 2, "ru": 3,
    "kz": 5, "uz": 5, "tm": 5, "tj": 5, "kg": 6, "cn": 8, "hk": 8, "tw": 8, "jp": 9, "kr": 9, "sg": 8, "my": 8, "id": 7,
    "th": 7, "vn": 7, "ph": 8, "au": 10, "nz": 12, "bd": 6, "np": 5.75, "lk": 5.5, "ca": -5, "br": -3, "ar": -3, "mx": -6,
    "za": 2, "ke": 3, "ng": 1, "et": 3, "az": 4, "am": 4, "ge": 4,
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A candidate beside what weighs it: the instant it gave, whether it calls itself an update, whether it stands
    loose in the page (a `<time>` may belong to a related link)."""

    candidate: DateCandidate
    instant: datetime | None = None
    updated: bool = False
    loose: bool = False


def crawl_day(fetched_at: datetime | None) -> date | None:
    """The day a page was fetched."""
    return fetched_at.date() if fetched_at else None


def claimed(page: Page, document: Document) -> tuple[list[Claim], list[DateConflict]]:
    """All dates a page claims, and the strings that were refused with the reason."""
    crawl = crawl_day(page.fetched_at or document.fetched_at)
    claims: list[Claim] = []
    refused: list[DateConflict] = []
    for found in (
        *_from_claims(page, document, crawl),
        *_from_html(page, document, crawl),
        *_from_url(document.url or page.claims.url, crawl),
        *_from_header(document, crawl),
        *_from_footer(document, crawl),
        *_from_crawl(crawl),
    ):
        (claims if isinstance(found, Claim) else refused).append(found)  # type: ignore[arg-type]
    dateline = list(_from_dateline(document, None))
    claims = [_borne_out(c, dateline) for c in claims]
    dateline = list(_from_dateline(document, _reference(claims, crawl)))
    for found in dateline:
        (claims if isinstance(found, Claim) else refused).append(found)  # type: ignore[arg-type]
    return _without_echoes(claims), refused


def _borne_out(claim: Claim, dateline: list[Claim | DateConflict]) -> Claim:
    """A date above the menu that the dateline repeats, or that is the day after it, is the publication's."""
    told = claim.candidate
    if told.origin != "crawl" or told.span is None or not dateline:
        return claim
    first = dateline[0]
    text = first.candidate.text if isinstance(first, Claim) else first.text
    same = yearless(text, told.start)
    if same is None or not 0 <= (told.start - same.start).days <= 1:
        return claim
    why = "the date line at the top of the page, which the dateline bears out"
    return replace(claim, candidate=replace(told, origin="header", why=why))


def _without_echoes(claims: list[Claim]) -> list[Claim]:
    """Without what was found in the page's code where that is no more than the date above the menu."""
    banners = {c.candidate.start for c in claims if c.candidate.origin == "crawl" and c.candidate.span}
    return [c for c in claims if not (c.candidate.why == VOTED and c.candidate.start in banners)]


def _claim(origin: str, stamp: Stamp, text: str, *, why: str, span: Span | None = None) -> Claim:
    return Claim(
        candidate=DateCandidate(
            origin=origin,
            start=stamp.start,
            end=stamp.end,
            precision=stamp.precision,
            text=text,
            span=span,
            why=why,
        ),
        instant=stamp.instant,
        updated=stamp.updated,
    )


def _read(
    origin: str, text: str, crawl: date | None, why: str, span: Span | None = None
) -> Claim | DateConflict:
    stamp = parse_stamp(text, crawl=crawl)
    if isinstance(stamp, Refused):
        return DateConflict(text=text.strip(), why=f"{origin}: {stamp.why}", span=span)
    return _claim(origin, stamp, text.strip(), why=why, span=span)


def _from_claims(page: Page, document: Document, crawl: date | None) -> Iterator[Claim | DateConflict]:
    text = (page.claims.date or "").strip()
    if not text or text.lower() in ("none", "null", "nan", "unknown"):
        return
    read = _read("metadata", text, crawl, "the date that came with the page")
    yield _local(read, document.url or page.claims.url) if isinstance(read, Claim) else read


def _local(claim: Claim, url: str | None) -> Claim:
    """A UTC stamp on a site of a country domain is moved to that country's day."""
    offset = ZONES.get((urlsplit(url or "").hostname or "").rsplit(".", 1)[-1])
    if (
        claim.instant is None
        or offset is None
        or not re.search(r"Z$|[+-]00:?00$|GMT$|UTC$", claim.candidate.text)
    ):
        return claim
    on = (claim.instant + timedelta(hours=offset)).date()
    if on == claim.candidate.start:
        return claim
    old = claim.candidate
    moved = DateCandidate(
        origin=old.origin, start=on, end=on, precision=DatePrecision.DAY, text=old.text, span=old.span,
        why=f"{old.why}, in the outlet's own time zone",
    )  # fmt: skip
    return Claim(candidate=moved, instant=claim.instant, updated=claim.updated)


def _from_html(page: Page, document: Document, crawl: date | None) -> Iterator[Claim | DateConflict]:
    if "html" not in page.media_type or len(page.body) > MAX_HTML:
        return
    from sarhad.press.metadata import page_metadata

    url = document.url or page.claims.url
    for raw in page_metadata(page.body).published:
        read = _read("metadata", raw.text, crawl, f"the page's {raw.origin}")
        if isinstance(read, Claim):
            read = _local(read, url)
            yield Claim(
                candidate=read.candidate, instant=read.instant, updated=raw.modified or read.updated,
                loose=raw.origin.startswith("time:"),
            )  # fmt: skip
    on = _vote(page.body, url, crawl)
    # 1 January is what a bare year (a copyright line) becomes there
    if on and (on.month, on.day) != (1, 1):
        stamp = Stamp(start=on, end=on, precision=DatePrecision.DAY)
        shown = _shown(document.text, on)
        text = document.text[shown.start : shown.end] if shown else on.isoformat()
        yield _claim("metadata", stamp, text, why=VOTED, span=shown)


def _shown(text: str, on: date) -> Span | None:
    """Where the visible text shows a day in full."""
    for match in _ANY_FULL.finditer(text.translate(DIGITS)):
        stamp = parse_stamp(text[match.start() : match.end()])
        if isinstance(stamp, Stamp) and stamp.start == on:
            return Span(start=match.start(), end=match.end())
    return None


def _vote(body: bytes, url: str | None, crawl: date | None) -> date | None:
    from htmldate import find_date

    try:
        told = find_date(
            body,
            extensive_search=True,
            original_date=True,
            url=url,
            max_date=crawl.isoformat() if crawl else None,
        )
        return date.fromisoformat(told) if told else None
    except Exception:  # a library's error on a broken page leaves the other votes standing
        return None


def url_date(url: str | None) -> tuple[Stamp, str] | None:
    """The day or month written in an address."""
    if not url:
        return None
    path = urlsplit(url).path if "//" in url else url
    match = _URL_DAY.search(path) or _URL_COMPACT.search(path)
    if match:
        stamp = parse_stamp(
            f"{match['d']} {match['m']} {match['y']}" if match["m"].isalpha() else _iso(match)
        )
        if isinstance(stamp, Stamp):
            return stamp, match[0].strip("/")
    if (short := _URL_SHORT.search(path)) and (on := _short_day(short)):
        return Stamp(start=on, end=on, precision=DatePrecision.DAY), f"{short['m']}-{short['d']}-{short['y']}"
    month = _URL_MONTH.search(path)
    if month:
        on = date(int(month["y"]), int(month["m"]), 1)
        end = (on.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
        return Stamp(start=on, end=end, precision=DatePrecision.MONTH), month[0].strip("/")
    return None


def _short_day(match: re.Match[str]) -> date | None:
    """The day of "09-28-24", where only one of the first two can be the month."""
    first, second, year = (int(match[g]) for g in "mdy")
    month, on = (
        (first, second) if first <= 12 < second else (second, first) if second <= 12 < first else (0, 0)
    )
    try:
        return date(2000 + year, month, on)
    except ValueError:
        return None


def _iso(match: re.Match[str]) -> str:
    return f"{match['y']}-{int(match['m']):02d}-{int(match['d']):02d}"


def _from_url(url: str | None, crawl: date | None) -> Iterator[Claim | DateConflict]:
    found = url_date(url)
    if found is None:
        return
    stamp, text = found
    if crawl and stamp.start > crawl + timedelta(days=1):
        yield DateConflict(
            text=text, why=f"url: lies after the day the page was fetched ({crawl.isoformat()})"
        )
        return
    yield _claim("url", stamp, text, why="the day in the page's address")


def _top(document: Document, lines: int = 12, characters: int = 1500) -> Iterator[re.Match[str]]:
    """The first lines of the page, up to the first paragraph of running text."""
    for count, line in enumerate(_LINE.finditer(document.text, 0, characters)):
        if count >= lines:
            return
        if len(line[0].strip()) > 180:
            return
        if line[0].strip():
            yield line


def _from_header(document: Document, crawl: date | None) -> Iterator[Claim | DateConflict]:
    before = ""
    for line in _top(document):
        match = _HEADER.match(line[0].translate(DIGITS))
        if match is None or len(line[0].strip()) > 120 or _is_caption(match):
            before += line[0] + "\n"
            continue
        start = line.start() + match.start("date")
        span = Span(start=start, end=start + len(match["date"]))
        told = document.text[span.start : span.end]
        read = _read("header", told, crawl, "a date line at the top of the page", span)
        if isinstance(read, Claim):
            updated = bool(re.search("updated|modified", match["lead"] or "", re.I))
            banner = _is_banner(match, before, _lines_below(document, line.end())) or (
                _is_bare_weekday(match) and read.candidate.start == crawl
            )
            candidate = _as_banner(read.candidate) if banner else read.candidate
            yield Claim(candidate=candidate, updated=updated)
        else:
            yield read
        before += line[0] + "\n"


def _as_banner(told: DateCandidate) -> DateCandidate:
    return DateCandidate(
        origin="crawl", start=told.start, end=told.end, precision=told.precision, text=told.text, span=told.span,
        why="a bare date above the menu: today's when the page was fetched",
    )  # fmt: skip


def _is_caption(match: re.Match[str]) -> bool:
    """ "Protesters gather in Madrid on March 25, 2026." is a sentence, no date line."""
    by, rest = match["by"] or "", match["rest"] or ""
    return bool(
        re.search(r"\b(?:on|in|of|since|until|from|file|dated|photo\w*|by)\s*$", by, re.I)
        and not match["lead"]
    ) or (len(re.findall(r"[a-z]{2,}", by)) > 5 or bool(re.search(r"\bin [A-Z]", rest)))


def _lines_below(document: Document, at: int, count: int = 4) -> list[str]:
    below = (line.strip() for line in document.text[at : at + 400].splitlines())
    return [line for line in below if line][:count]


def _is_banner(match: re.Match[str], before: str, below: list[str]) -> bool:
    """Today's date as sites print it above their menu: a weekday and a date, with site furniture before it or the
    menu behind it, and no word that it is the publication's."""
    menu_below = any(map(is_menu, below)) or sum(map(bool, map(_LABEL.fullmatch, below))) >= _STACKED
    return _is_bare_weekday(match) and (menu_below or bool(_BANNER_BEFORE.search(before)))


# a menu with one label a line: "Home", "World", "Letters"
_LABEL = re.compile(r"[A-Z][\w&'’-]{1,14}(?: [A-Z&][\w'’-]{0,14})?")
_STACKED = 3


def _is_bare_weekday(match: re.Match[str]) -> bool:
    """A weekday and a date alone, as sites print today's: on the day of the fetch it says nothing of publication."""
    bare = not match["lead"] and not (match["by"] or "").strip(" |·•-–—")
    return bare and re.match(_WEEKDAY_NAME, match["date"], re.I) is not None


def _from_footer(document: Document, crawl: date | None) -> Iterator[Claim | DateConflict]:
    start = max(0, len(document.text) - 2500)
    for match in list(_FOOTER.finditer(document.text, start))[-3:]:
        span = Span(start=match.start("date"), end=match.end("date"))
        read = _read("footer", match["date"], crawl, "a line at the foot of the page", span)
        if isinstance(read, Claim):
            updated = "pdated" in match["lead"] or "odified" in match["lead"]
            read = Claim(candidate=read.candidate, updated=updated)
        yield read


def _from_crawl(crawl: date | None) -> Iterator[Claim]:
    if crawl:
        stamp = Stamp(start=crawl, end=crawl, precision=DatePrecision.DAY)
        yield _claim(
            "crawl", stamp, crawl.isoformat(), why="the day the page was fetched; never a date of publication"
        )


def _reference(claims: list[Claim], crawl: date | None) -> date | None:
    told = ("metadata", "url", "header", "footer")
    days = (c.candidate.start for origin in told for c in claims if c.candidate.origin == origin)
    return next(days, crawl)


# a dateline is printed within weeks or a quarter; another claim that lies further off says nothing of its year
_NEAR_DATELINE = timedelta(days=90)


def _dated_by(text: str, near: date | None) -> Stamp | None:
    """A dateline's day in the year of another claim that lies close to it."""
    told = yearless(text, near) if near else None
    return told if told and near and near - told.start <= _NEAR_DATELINE else None


def _from_dateline(document: Document, near: date | None) -> Iterator[Claim | DateConflict]:
    # the first paragraphs only; "BERLIN, GERMANY - MARCH 16:" opens a caption
    for passage in document.passages[:3]:
        match = _DATELINE.match(document.text, passage.start, passage.start + 200)
        if match is None or not _UPPER_START.match(match[0]):
            continue
        span = Span(start=match.start("date"), end=match.end("date"))
        stamp = parse_stamp(match["date"])
        told = stamp if isinstance(stamp, Stamp) else _dated_by(match["date"], near)
        if told is not None:
            yield _claim("dateline", told, match["date"], why="the dateline", span=span)
        elif yearless(match["date"], date(2024, 12, 31)):
            yield DateConflict(text=match["date"], why=f"dateline: {WITHOUT_YEAR}", span=span)
        return
