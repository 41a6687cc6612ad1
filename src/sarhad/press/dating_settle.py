"""The second pass: the date a page claims, weighed against what its text tells.

A claim that contradicts the text (an office not yet held, an event told as past that came later) becomes a
conflict, and the date is inferred: at month precision where one month is best supported, else the year, else
unknown. Metadata stands unless two things contradict it.
"""

from dataclasses import replace
from datetime import date, timedelta

from sarhad.codebook import Basis, DatePrecision
from sarhad.knowledge.dating_support import DatingSupport, ToldTime
from sarhad.press.dating_infer import Bounds, bounds, infer
from sarhad.records import DateCandidate, DateConflict, Dating, Document

# an office is told a few days before it is taken up or after it is left
_OFFICE_SLACK = timedelta(days=14)
_COARSE = (DatePrecision.YEAR, DatePrecision.SEASON, DatePrecision.UNKNOWN)


def settle(document: Document, support: DatingSupport) -> Dating:
    """Second pass: the proposed date, confirmed or replaced by what the text supports."""
    proposed = document.published
    if proposed.start is not None and proposed.precision not in _COARSE:
        # an occasion is told by words alone: enough against a header, too little against metadata
        fair = replace(support, occasions=()) if proposed.basis is Basis.METADATA else support
        against = contradictions(proposed.start, proposed.end or proposed.start, fair)
        if not against or (proposed.basis is Basis.METADATA and len(against) < 2):
            named = tuple(_conflict(proposed, why) for why in against)
            return replace(proposed, settled=True, conflicts=_merged(proposed.conflicts, named))
        return _inferred(document, support, tuple(_conflict(proposed, why) for why in against[:3]))
    return _inferred(document, support, ())


def contradictions(start: date, end: date, support: DatingSupport) -> list[str]:
    """Why the text cannot have been published between `start` and `end`, each reason once."""
    out: dict[str, None] = {}
    for windows in support.office_mentions:
        if not any(w.start <= end + _OFFICE_SLACK and start - _OFFICE_SLACK <= w.end for w in windows):
            first = windows[0]
            out[f"{first.why} held office {first.start} to {_or_now(first.end)}"] = None
    for told in support.told:
        if _told_as_past(told) and (day := _earliest(told)) and day > end + timedelta(days=1):
            out[f"the text tells {told.text!r} as past"] = None
    for occasion in support.occasions:
        if occasion.start > end + timedelta(days=1):
            out[f"the text speaks of {occasion.name} ({occasion.start})"] = None
    return list(out)


def _or_now(end: date) -> str:
    return "now" if end.year >= 9999 else str(end)


def _told_as_past(told: ToldTime) -> bool:
    return told.year is not None and told.ahead is False and not told.noise


def _earliest(told: ToldTime) -> date | None:
    if told.on:
        return told.on
    return date(told.year, told.month or 1, 1) if told.year and told.year > 0 else None


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
    limits = _limits(document, support, usable=not conflicts)
    found = infer(limits, support)
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


def _limits(document: Document, support: DatingSupport, *, usable: bool) -> Bounds:
    """The first and last day the text can be from; a coarse claim ("6 years ago") bounds it, too."""
    proposed = document.published
    latest = [c.start for c in proposed.candidates if c.origin == "crawl"]
    if document.fetched_at:
        latest.append(document.fetched_at.date())
    limits = bounds(support, min(latest, default=None))
    if usable and proposed.start and proposed.end and proposed.precision in _COARSE:
        limits = limits.narrowed(proposed.start, proposed.end, proposed.why)
    return limits


def _banners(proposed: Dating) -> tuple[DateConflict, ...]:
    """A bare date above the menu is the day of the crawl."""
    return tuple(
        DateConflict(
            text=c.text, why="today's date, printed above the menu when the page was fetched", span=c.span
        )
        for c in proposed.candidates
        if c.origin == "crawl" and c.span is not None
    )
