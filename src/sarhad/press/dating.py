"""Which date is the date of publication: a first pass over what the page claims (`propose`), a second over what the
text tells (`settle`, in dating_settle).

Claims are kept apart. A crawl date never wins; a date in the address beats a stamp that is a day off through its
time zone; an update is no publication; a bare date above the menu is today's, not the article's.
"""

import re
from datetime import date, timedelta

from sarhad.codebook import Basis, DatePrecision
from sarhad.press.dating_candidates import ONLY_UPDATED, Claim, claimed
from sarhad.press.dating_settle import settle
from sarhad.press.dating_traps import date_traps
from sarhad.records import DateCandidate, DateConflict, Dating, Document, Page

__all__ = ["date_traps", "propose", "settle"]

BASIS = {
    "metadata": Basis.METADATA, "feed": Basis.METADATA, "url": Basis.METADATA, "crawl": Basis.METADATA,
    "header": Basis.HEADER, "footer": Basis.HEADER, "dateline": Basis.DATELINE, "inferred": Basis.INFERRED,
}  # fmt: skip
_FINENESS = {
    DatePrecision.DAY: 0,
    DatePrecision.WEEK: 1,
    DatePrecision.MONTH: 2,
    DatePrecision.SEASON: 3,
    DatePrecision.YEAR: 4,
}
_ORDER = ("metadata", "url", "footer", "dateline", "header")
# a later stamp than the day in the address is an update; up to a day it is the time zone
_ZONE_DAYS = 1
_PRINT_DAYS = timedelta(days=3)
_ZONED = re.compile(r"[+-](?!00:?00)\d\d:?\d\d$")


def propose(page: Page, document: Document) -> Dating:
    """First pass: every date the page claims, one of them proposed, the others' disagreement named."""
    claims, refused = claimed(page, document)
    winner, why = _best(claims)
    conflicts = [*refused, *_disagreeing(claims, winner)]
    candidates = tuple(c.candidate for c in claims)
    if winner is None:
        return Dating(candidates=candidates, conflicts=tuple(conflicts))
    chosen = winner.candidate
    if winner.updated and chosen.origin in ("header", "footer"):
        why = f"{why}; {ONLY_UPDATED}"
    return Dating(
        start=chosen.start, end=chosen.end, precision=chosen.precision, basis=BASIS[chosen.origin], why=why,
        candidates=candidates, conflicts=tuple(conflicts),
    )  # fmt: skip


def _best(claims: list[Claim]) -> tuple[Claim | None, str]:
    fair = [c for c in claims if c.candidate.origin != "crawl" and not c.updated]
    loose = [c for c in claims if c.candidate.origin != "crawl" and c.updated]
    ranked = sorted(fair, key=_rank) or sorted(loose, key=_rank)
    if not ranked:
        return None, "no date found"
    return _against_address(_told_locally(ranked[0], claims), claims)


def _told_locally(first: Claim, claims: list[Claim]) -> Claim:
    """The same instant, where the page also gives it in a zone of its own."""
    if first.instant is None:
        return first
    same = (c for c in claims if c.instant == first.instant and _ZONED.search(c.candidate.text))
    return next(same, first)


def _rank(claim: Claim) -> tuple[int, int, int]:
    return (
        _FINENESS.get(claim.candidate.precision, 9) // 2,
        _ORDER.index(claim.candidate.origin),
        int(claim.loose),
    )


def _against_address(first: Claim, claims: list[Claim]) -> tuple[Claim, str]:
    """Where metadata and the address name different days."""
    told = first.candidate
    address = next(
        (c for c in claims if c.candidate.origin == "url" and c.candidate.precision is DatePrecision.DAY),
        None,
    )
    if address is None or told.origin != "metadata" or address.candidate.start == told.start:
        return first, _reason(told, claims)
    day = address.candidate.start
    gap = (told.start - day).days
    if abs(gap) <= _ZONE_DAYS:
        if first.instant is not None and _some_zone(first, day):
            return (
                address,
                f"the address says {day}; the stamp {told.text} is that day in the outlet's time zone",
            )
        return first, f"{told.why}; the address ({day}) is a day off"
    if gap > 0:
        return address, f"the address says {day}; the later stamp {told.text} is an update"
    return first, f"{told.why}; the address says {day}"


def _some_zone(claim: Claim, day: date) -> bool:
    """Whether the instant falls on `day` where newsrooms sit: between UTC-8 and UTC+13."""
    assert claim.instant is not None
    return (claim.instant - timedelta(hours=8)).date() <= day <= (claim.instant + timedelta(hours=13)).date()


def _reason(told: DateCandidate, claims: list[Claim]) -> str:
    agreeing = sorted(
        {
            c.candidate.origin
            for c in claims
            if c.candidate.origin not in (told.origin, "crawl") and _meet(c.candidate, told)
        }
    )
    return f"{told.why}; agrees: {', '.join(agreeing)}" if agreeing else told.why


def _meet(a: DateCandidate, b: DateCandidate) -> bool:
    return a.start <= b.end and b.start <= a.end


def _a_zone_apart(a: DateCandidate, b: DateCandidate) -> bool:
    """A stamp and an address a day apart name one publication in two time zones."""
    return {a.origin, b.origin} <= {"metadata", "url"} and abs((a.start - b.start).days) <= _ZONE_DAYS


def _filed_before(told: DateCandidate, chosen: DateCandidate) -> bool:
    """A dateline is the day of writing; print follows within days."""
    return told.origin == "dateline" and timedelta() <= chosen.start - told.start <= _PRINT_DAYS


def _disagreeing(claims: list[Claim], winner: Claim | None) -> list[DateConflict]:
    """Claims that name other days than the winner: what each is, and that it lost."""
    if winner is None:
        return []
    out: list[DateConflict] = []
    for claim in claims:
        told = claim.candidate
        if claim is winner or _meet(told, winner.candidate) or told.origin == "crawl":
            continue
        if _a_zone_apart(told, winner.candidate) or _filed_before(told, winner.candidate):
            continue
        kind = "an update" if claim.updated else "a claim"
        why = (
            f"{told.origin}: {kind} that disagrees with {winner.candidate.start} ({winner.candidate.origin})"
        )
        conflict = DateConflict(text=told.text, why=why, span=told.span)
        if all((conflict.text, conflict.why) != (o.text, o.why) for o in out):
            out.append(conflict)
    return out
