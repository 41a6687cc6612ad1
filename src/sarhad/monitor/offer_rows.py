"""What the list of offers holds: offers to mediate with what became of them, and those that belong to no ceasefire."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import timedelta

from sarhad.codebook.actors import country_of
from sarhad.knowledge.theatres import Theatre
from sarhad.monitor.selecting import belongs, code_matches, in_period, printed_span
from sarhad.monitor.talk_lines import is_offer
from sarhad.records import (
    UNSURE,
    Ceasefire,
    Document,
    Evidence,
    Filters,
    Fused,
    Offer,
    OfferRow,
    Reading,
    Statement,
)


def offer_rows(
    fused: Fused, readings: Sequence[Reading], filters: Filters, theatre: Theatre | None
) -> tuple[OfferRow, ...]:
    """Offers to mediate with what became of them, then those that belong to no ceasefire told: the newest first."""
    made = [(o, c) for c in fused.ceasefires for o in c.offers if _offer_asked(o, c, filters, theatre)]
    known = [o.evidence for o in fused.offers]
    rows = [_followed(o, c) for o, c in made]
    alone: list[OfferRow] = []
    for r in readings:
        for s in sorted(_offers_in(r, filters, theatre), key=lambda s: (-s.confidence, s.evidence.span)):
            if not any(_one_place(s.evidence, e) for e in (*known, *(a.evidence for a in alone))):
                alone.append(_alone(s, r.document))
    return (*_newest_first(rows), *_newest_first(_told_once(alone)))


SAME_OFFER = timedelta(days=30)
"""An offer that the same lands are told to make again within this time is the same one; a proposal of weeks ago is still talked of."""


def _told_once(alone: Sequence[OfferRow]) -> list[OfferRow]:
    """Each offer once, where it was first told surely, with its other tellings; those on pages without a day stand alone."""
    groups: list[list[OfferRow]] = []
    for row in sorted(alone, key=lambda o: (o.unsure, o.published or "", o.id)):
        group = next((g for g in groups if _one_offer(g[0], row)), None)
        if group is None:
            groups.append([row])
        else:
            group.append(row)
    return [_first_of(g) for g in groups]


def _one_offer(one: OfferRow, other: OfferRow) -> bool:
    """One of them offers both, to nobody else."""
    days = [printed_span(o.published)[0] for o in (one, other)]
    near = days[0] is not None and days[1] is not None and abs(days[0] - days[1]) <= SAME_OFFER
    by, again = (_offering(o.by) for o in (one, other))
    to, told = (_offering(o.parties) for o in (one, other))
    who = bool(by and again) and (by <= again or again <= by)
    return near and who and (not to or not told or bool(to & told))


def _offering(codes: Iterable[str]) -> set[str]:
    """Lands, and bodies by their own code; nobody who is not named."""
    named = (c for c in codes if country_of(c) != "UNK")
    return {c if country_of(c) in ("IGO", "NGO", "ISM") else country_of(c) for c in named}


def _first_of(group: Sequence[OfferRow]) -> OfferRow:
    first = min(group, key=lambda o: o.unsure)
    parties = dict.fromkeys(c for o in group for c in o.parties if c not in first.by)
    again = tuple(o.evidence for o in group if o is not first)
    return replace(first, parties=tuple(parties) if again else first.parties, again=again)


def _one_place(one: Evidence, other: Evidence) -> bool:
    """Two readings of one clause."""
    return one.document_id == other.document_id and one.span.overlaps(other.span)


def _newest_first(rows: Iterable[OfferRow]) -> list[OfferRow]:
    return sorted(sorted(rows, key=lambda o: o.id), key=lambda o: o.published or "", reverse=True)


def _offer_asked(offer: Offer, c: Ceasefire, filters: Filters, theatre: Theatre | None) -> bool:
    codes = (*offer.by, *c.parties)
    place = filters.place.casefold() if filters.place else ""
    at = (c.place.name.casefold(), (c.place.country or "").casefold()) if c.place else ("", "")
    return (
        (theatre is None or theatre.covers(c.parties))
        and filters.type is None
        and (filters.actor is None or any(code_matches(x, filters.actor) for x in codes))
        and (not place or place in at[0] or place == at[1])
        and in_period(*printed_span(offer.published), filters)
    )


def _offers_in(reading: Reading, filters: Filters, theatre: Theatre | None) -> Iterator[Statement]:
    if in_period(*printed_span(reading.document.published.date), filters):
        yield from (
            s
            for s in reading.statements
            if is_offer(s) and belongs(s, filters, theatre) and _MEDIATES.search(s.evidence.quote)
        )


_MEDIATES = re.compile(
    r"\b(?:mediat|good offices|facilitat|broker|go-between|negotiat|talks|dialogue|truce|ceasefire|cease-fire|monitor|observer|peace|"
    r"(?:eas|calm|reduc|defus)\w* (?:\w+ ){0,2}tension)",
    re.I,
)
"""What an offer to stand between two sides speaks of; markets and power plants are offered too."""


def _followed(offer: Offer, c: Ceasefire) -> OfferRow:
    return OfferRow(
        id=offer.id,
        by=offer.by,
        parties=c.parties,
        published=offer.published,
        became=offer.became,
        evidence=offer.evidence,
        answers=offer.answers,
        ceasefire=c.id,
        unsure=offer.unsure,
        accepted_by=offer.accepted_by,
        refused_by=offer.refused_by,
    )


def _alone(s: Statement, document: Document) -> OfferRow:
    return OfferRow(
        id=s.anchor,
        by=tuple(dict.fromkeys(a.code for a in s.actors)),
        parties=tuple(dict.fromkeys(a.code for a in s.recipients)),
        published=document.published.date,
        became="",
        evidence=s.evidence,
        unsure=s.confidence < UNSURE,
    )
