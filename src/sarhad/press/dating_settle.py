"""The second pass: the date a page claims, weighed against what its text tells.

A claim that contradicts the text (an office not yet held, an event told as past that came later) becomes a
conflict, and the date is inferred: at month precision where one month is best supported, else the year, else
unknown. Metadata stands unless two things contradict it.
"""

from dataclasses import replace
from datetime import date, timedelta

from sarhad.codebook import Basis, DatePrecision
from sarhad.knowledge.dating_support import DatingSupport, OfficeWindow
from sarhad.press.dating_candidates import ONLY_UPDATED, VOTED
from sarhad.press.dating_infer import Bounds, Inferred, infer, month_span, weighed
from sarhad.press.dating_parse import WITHOUT_YEAR, yearless
from sarhad.press.dating_traps import traps_told
from sarhad.records import DateCandidate, DateConflict, Dating, Document

# an office is told a few days before it is taken up or after it is left
_OFFICE_SLACK = timedelta(days=14)
_COARSE = (DatePrecision.YEAR, DatePrecision.SEASON, DatePrecision.UNKNOWN)


def settle(document: Document, support: DatingSupport) -> Dating:
    """Second pass: the proposed date, confirmed or replaced by what the text supports; and the other dates on the
    page that a reader could take for it."""
    settled = _settled(document, support)
    return replace(settled, traps=traps_told(document, settled, support))


def _settled(document: Document, support: DatingSupport) -> Dating:
    proposed = document.published
    if proposed.start is None or proposed.precision in _COARSE:
        return _inferred(document, support, ())
    against = contradictions(proposed, support)
    if proposed.why.endswith(ONLY_UPDATED) and not _fresh(proposed.start, support):
        return _inferred(document, support, ())
    # one office read wrongly must not shake metadata: it takes two people or dates to name, three to overrule; two
    # where no more than a line of the page gave the date
    firm = proposed.basis is Basis.METADATA
    needed = 1 if not firm else 2 if proposed.why.startswith(VOTED) else 3
    told = {why.split(" as ")[0] for why in against}
    named = tuple(_conflict(proposed, why) for why in against[:3]) if not firm or len(told) > 1 else ()
    if len(told) < needed:
        return replace(proposed, settled=True, conflicts=_merged(proposed.conflicts, named))
    return _second_best(proposed, support, named) or _inferred(document, support, named)


_FRESH = timedelta(days=3)


def _fresh(update: date, support: DatingSupport) -> bool:
    """Whether the text tells a day of the three before an update, so that both are of one publication."""
    days = [t.on for t in support.told if t.on and not t.noise and t.ahead is not True]
    yearless_days = {
        (t.month, t.day) for t in support.told if t.day and not t.year and not t.noise and t.ahead is not True
    }
    near = [update - timedelta(days=n) for n in range(_FRESH.days + 1)]
    told = any((d.month, d.day) in yearless_days for d in near)
    return told or any(
        update - _FRESH <= d <= update for d in (*days, *(x.on for x in support.links if x.cited))
    )


def _second_best(proposed: Dating, support: DatingSupport, named: tuple[DateConflict, ...]) -> Dating | None:
    """Another claim of a day that the text does not contradict."""
    for claim in proposed.candidates:
        if claim.origin in ("crawl", "inferred") or claim.precision is not DatePrecision.DAY:
            continue
        basis = _BASIS.get(claim.origin, Basis.METADATA)
        other = replace(proposed, start=claim.start, end=claim.end, precision=claim.precision, basis=basis)
        if not contradictions(other, support):
            why = f"{claim.why}; the text contradicts {proposed.start}"
            return replace(other, why=why, settled=True, conflicts=_merged(proposed.conflicts, named))
    return None


_BASIS = {"header": Basis.HEADER, "footer": Basis.HEADER, "dateline": Basis.DATELINE}


def contradictions(proposed: Dating, support: DatingSupport) -> list[str]:
    """Why the text cannot have been published then, each reason once.

    Against metadata only what the text could not yet know counts: an office taken up later, a full date told as
    past. A holder of earlier years may be background, and an occasion is told by words alone.
    """
    start, end = proposed.start, proposed.end or proposed.start
    if start is None or end is None:
        return []
    firm = proposed.basis is Basis.METADATA
    out = _offices_against(start, end, support, firm=firm)
    out += [
        f"the text tells {told.text!r} as past"
        for told in support.told
        if told.on and told.ahead is False and not told.noise and told.on > end + timedelta(days=1)
    ]
    if (cited := support.last_cited) and cited > end + timedelta(days=1):
        out.append(f"the text links to a page of {cited}")
    if not firm:
        out += [
            f"the text speaks of {o.name} ({o.start})"
            for o in support.occasions
            if o.start > end + timedelta(days=1)
        ]
        out += [
            f"the text tells {told.text!r} as past"
            for told in support.told
            if told.year and told.month and not told.day and told.ahead is False and not told.noise
            and date(told.year, told.month, 1) > end
        ]  # fmt: skip
    out += [] if firm else _far_from_days_told(end, support)
    return list(dict.fromkeys(out))


# a day told without its year lies within months of publication; two that do not speak against a line of the page
_DAYS_FAR, _FAR = 2, timedelta(days=120)


def _far_from_days_told(end: date, support: DatingSupport) -> list[str]:
    """Days told as past without their year, all of them long before the claim."""
    by_day = {(o.start.month, o.start.day) for o in support.occasions if o.by_day}
    told = {
        (t.month, t.day): t.text
        for t in support.told
        if t.day and t.month and not t.year and t.years_back is None and t.ahead is not True
        and not (t.noise or t.caption or (t.month, t.day) in by_day)
    }  # fmt: skip
    stamps = [
        (text, s) for (m, d), text in told.items() if (s := yearless(f"{d} {date(2024, m, 1):%B}", end))
    ]
    if len(stamps) < _DAYS_FAR or any(end - s.start <= _FAR for _, s in stamps):
        return []
    return [f"the text tells {text!r} without a year, long before it" for text, _ in stamps[:1]]


def _offices_against(start: date, end: date, support: DatingSupport, *, firm: bool) -> list[str]:
    """Offices told that were not held then. One taken up later speaks alone. Holders of earlier years are background
    where anyone named holds his office then, and one alone may be: a leader who has died is spoken of for years."""
    fitting, later, earlier = [], [], []
    for windows in support.office_mentions:
        if all(w.start > end + _OFFICE_SLACK for w in windows):
            later.append(windows)
        elif any(start - _OFFICE_SLACK <= w.end for w in windows if w.start <= end + _OFFICE_SLACK):
            fitting.append(windows)
        else:
            earlier.append(windows)
    people = {windows[0].person for windows in earlier}
    background = firm or bool(fitting) or len(people) < _EARLIER_HOLDERS
    return [_held_then(windows[-1]) for windows in (*later, *(() if background else earlier))]


_EARLIER_HOLDERS = 2


def _held_then(window: OfficeWindow) -> str:
    return f"{window.why} held office {window.start} to {_or_now(window.end)}"


def _or_now(end: date) -> str:
    return "now" if end.year >= 9999 else str(end)


def _conflict(proposed: Dating, why: str) -> DateConflict:
    source = _source(proposed)
    text = source.text if source else str(proposed.date)
    return DateConflict(text=text, why=why, span=source.span if source else None)


def _source(proposed: Dating) -> DateCandidate | None:
    return next((c for c in proposed.candidates if c.start == proposed.start and c.origin != "crawl"), None)


def _merged(old: tuple[DateConflict, ...], new: tuple[DateConflict, ...]) -> tuple[DateConflict, ...]:
    return (*old, *(c for c in new if c not in old))


def _inferred(document: Document, support: DatingSupport, conflicts: tuple[DateConflict, ...]) -> Dating:
    proposed = document.published
    limits = _limits(document, usable=not conflicts)
    if not conflicts and proposed.start and proposed.why.endswith(ONLY_UPDATED):
        return _before_update(proposed, proposed.start, support)
    if claimed := _yearless_claim(proposed, limits, support):
        return replace(claimed, conflicts=_merged(claimed.conflicts, conflicts + _banners(proposed)))
    # a day is claimed and its year stays open: a month worked out must not gainsay it
    found = infer(limits, support)
    if found and not _goes_with(found, [c.text for c in proposed.conflicts if c.why.endswith(WITHOUT_YEAR)]):
        found = None
    conflicts = _merged(proposed.conflicts, conflicts + _banners(proposed))
    if found is None:
        if proposed.start is not None and not conflicts[len(proposed.conflicts) :]:
            return replace(proposed, settled=True)
        why = "no date of publication is told and the text supports none"
        return Dating(candidates=proposed.candidates, conflicts=conflicts, settled=True, why=why)
    candidate = DateCandidate(
        origin="inferred", start=found.start, end=found.end, precision=found.precision, why=found.why
    )
    return Dating(
        start=found.start, end=found.end, precision=found.precision, basis=Basis.INFERRED, why=found.why,
        candidates=(*proposed.candidates, candidate), conflicts=conflicts, settled=True,
    )  # fmt: skip


def _before_update(proposed: Dating, update: date, support: DatingSupport) -> Dating:
    """The month that the text supports, no later than the update; else the update's own month."""
    found = infer(Bounds(last=update, updated=True), support)
    first, last = month_span((update.year, update.month))
    span = (found.start, found.end, found.precision) if found else (first, last, DatePrecision.MONTH)
    why = f"{proposed.why}; {found.why}" if found else f"{proposed.why}; mostly within its month"
    return replace(
        proposed, start=span[0], end=span[1], precision=span[2], why=why, settled=True,
        basis=Basis.INFERRED if found else proposed.basis,
    )  # fmt: skip


def _yearless_claim(proposed: Dating, limits: Bounds, support: DatingSupport) -> Dating | None:
    """A claim of a day without its year ("October 1"): the year that the text supports best for that day."""
    for conflict in proposed.conflicts:
        if not conflict.why.endswith(WITHOUT_YEAR):
            continue
        stamps = [s for y in _years(limits, support) if (s := yearless(conflict.text, date(y, 12, 31)))]
        shares = weighed(limits, support)
        weights = {
            s.start: shares.get((s.start.year, s.start.month), 0.0) * _fits(s.start, support) for s in stamps
        }
        best = max(stamps, key=lambda s: weights[s.start], default=None)
        if best is None or weights[best.start] < YEAR_LEAD * sum(weights.values()) or not weights[best.start]:
            continue
        why = f"{conflict.text!r} came with the page; the year is the one that the text supports"
        told = DateCandidate(
            origin="inferred",
            span=conflict.span,
            start=best.start,
            end=best.end,
            precision=best.precision,
            text=conflict.text,
            why=why,
        )
        return Dating(
            start=best.start, end=best.end, precision=best.precision, why=why,
            basis=Basis.DATELINE if conflict.why.startswith("dateline") else Basis.INFERRED,
            candidates=(*proposed.candidates, told), settled=True,
            conflicts=tuple(c for c in proposed.conflicts if c is not conflict),
        )  # fmt: skip
    return None


def _goes_with(found: Inferred, days: list[str]) -> bool:
    """Whether what was worked out holds the days that are claimed without their year."""
    told = [s.start.month for text in days if (s := yearless(text, date(2024, 12, 31)))]
    return all(found.start.month <= month <= found.end.month for month in told)


def _years(limits: Bounds, support: DatingSupport) -> list[int]:
    return sorted({year for year, _ in weighed(limits, support)})


YEAR_LEAD = 0.6
_BACK_TO_WEEKDAY = (1.0, 0.9, 0.5, 0.35, 0.3, 0.3, 0.5)  # the last: what is set for the next day


def _fits(day: date, support: DatingSupport) -> float:
    """How well a day goes with the weekdays that the first sentences name: news is told on its day or the next."""
    if not support.weekdays:
        return 1.0
    return _BACK_TO_WEEKDAY[min((day.weekday() - told) % 7 for told in support.weekdays)]


def _limits(document: Document, *, usable: bool) -> Bounds:
    """The first and last day the text can be from: not after the crawl; within a coarse claim ("6 years ago")."""
    proposed = document.published
    latest = [c.start for c in proposed.candidates if c.origin == "crawl"]
    if document.fetched_at:
        latest.append(document.fetched_at.date())
    last = min(latest, default=None)
    if usable and proposed.start and proposed.end and proposed.precision in _COARSE:
        return Bounds(first=proposed.start, last=min(proposed.end, last or proposed.end))
    return Bounds(last=last)


def _banners(proposed: Dating) -> tuple[DateConflict, ...]:
    """A bare date above the menu is the day of the crawl."""
    return tuple(
        DateConflict(
            text=c.text, why="today's date, printed above the menu when the page was fetched", span=c.span
        )
        for c in proposed.candidates
        if c.origin == "crawl" and c.span is not None
    )
