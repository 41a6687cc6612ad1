"""What the record holds of an incident's tolls and grades and of a ceasefire's keeping, in words; the brief and `sarhad show` tell the same."""

from collections.abc import Iterable, Iterator, Sequence

from sarhad.codebook import Arrangement, CeasefirePhase, Ending
from sarhad.monitor.wording import Names, count, day, join, printed, shorten
from sarhad.records import Ceasefire, GroupToll, Incident, Mechanism, Offer, OfferRow, Violence

KINDS = {"deaths": "dead", "injured": "injured"}
AGREED = {p.value for p in (CeasefirePhase.AGREED, CeasefirePhase.IN_EFFECT, CeasefirePhase.EXTENDED)}


def incident_words(incident: Incident, names: Names) -> tuple[str, ...]:
    """Tolls per group and counting party, both grades, the parties heard."""
    return (*(toll_words(g, names) for g in incident.tolls), *grade_words(incident, names))


def toll_words(toll: GroupToll, names: Names) -> str:
    """ "dead, civilians, counted by Pakistan’s government: 9 – 12 – 14 (lowest, best, highest; counts of 14 Oct 2025, 16 Oct 2025)"."""
    who = f"counted by {names.of(toll.by)}" if toll.by else "as outlets tell it"
    top = f"{toll.high}" if toll.high is not None else f"{toll.best} or more"
    one = toll.low == toll.best == toll.high
    range_ = f"{toll.best}" if one else f"{toll.low} – {toll.best} – {top} (lowest, best, highest)"
    days = dict.fromkeys(printed(c.published) if c.published else "no day" for c in toll.counts)
    return f"{KINDS[toll.kind]}, {toll.group}, {who}: {range_}; {count(len(toll.counts), 'count')} of {', '.join(days)}"


def grade_words(incident: Incident, names: Names) -> Iterator[str]:
    """Both grades with their reasons; which parties are heard among the witnesses, and how many witnesses are no party's."""
    if incident.grade is None:
        return
    g = incident.grade
    yield f"source {g.source.value} ({names.spell(g.source_why)}), information {g.information.value} ({g.information_why})"
    if incident.interested:
        others = (
            count(incident.disinterested, "witness is", "witnesses are")
            if incident.disinterested
            else "none is"
        )
        yield f"a party is heard among the witnesses: {join(map(names.of, incident.interested))}; {others} no party’s"


def graded(incident: Incident, names: Names) -> Iterator[str]:
    """The same on one line, for the brief."""
    g = incident.grade
    if g is not None:
        some = incident.disinterested and incident.interested
        heard = f"; heard too: {join(map(names.of, incident.interested))}, a party" if some else ""
        yield f"graded {g.source.value}{g.information.value}: {names.spell(g.source_why)}; {g.information_why}{heard}"


def ceasefire_words(ceasefire: Ceasefire, names: Names, *, unsure: bool = False) -> tuple[str, ...]:
    """How it ended, what keeps it, who offered to mediate, the violence before and after; with what is read `unsure`, marked so."""
    return (
        *_ending(ceasefire),
        *mechanism_words(ceasefire, unsure=unsure),
        *(_offer(o, names) for o in ceasefire.offers if unsure or not o.unsure),
        *violence_words(ceasefire),
    )


def _ending(c: Ceasefire) -> Iterator[str]:
    if c.ending is Ending.SUPERSEDED or (c.ending is not None and c.superseded_by):
        yield f"ending: {c.ending.value}; another agreement of the same parties followed ({c.superseded_by or 'no thread of its own'})"
    elif c.ending is not None:
        yield f"ending: {c.ending.value}"


def mechanism_words(c: Ceasefire, *, unsure: bool = False) -> Iterator[str]:
    """Each means with what is told of it, the last word last; for one agreed or in effect, that none is told where none is."""
    shown = [m for m in c.mechanisms if unsure or not m.unsure]
    for kind in Arrangement:
        told = [m for m in shown if m.kind is kind]
        if told:
            yield f"{kind.value}: {_standings(told)} – “{shorten(told[-1].evidence.quote, 160)}”"
    if not c.mechanisms and any(s.label in AGREED and not s.unsure for s in c.history):
        yield "means to keep it (monitoring, verification, hotline, committee): none told"


def _standings(told: Sequence[Mechanism]) -> str:
    """ "proposed, then agreed"."""
    return ", then ".join(dict.fromkeys(f"{m.standing} (unsure)" if m.unsure else m.standing for m in told))


def _offer(offer: Offer, names: Names) -> str:
    when = f" ({printed(offer.published)})" if offer.published else ""
    became = f"{answered(offer, names)} (unsure)" if offer.unsure else answered(offer, names)
    return f"offer to mediate by {join(map(names.of, offer.by))}{when}: {became} – “{shorten(offer.evidence.quote, 160)}”"


def answered(offer: Offer | OfferRow, names: Names) -> str:
    """ "Accepted or welcomed by Chad, refused by Sudan": what became of it, and by whose word."""
    told = (("accepted or welcomed", offer.accepted_by), ("refused", offer.refused_by))
    by = ", ".join(f"{word} by {join(map(names.of, who))}" for word, who in told if who)
    return by if by and "taken up" not in offer.became else "; ".join(p for p in (offer.became, by) if p)


FAMILIES, DAYS, ACTS = 5, 7, 6
"""Families read and days on either side of a ceasefire's first day, and acts in all, below which nothing is compared."""


def violence_words(c: Ceasefire) -> Iterator[str]:
    """Acts of violence in the month before and since, with the families that tell them, as a rate where there is enough to compare;
    silence where nothing was read."""
    enough = comparable(c)
    for lead, span in (("before", c.before), ("since", c.after)):
        if span is not None:
            yield f"violence {lead} ({day(span.start)} to {day(span.end)}): {_told(span, rate=enough)}"
    if c.before is not None and c.after is not None and not enough:
        floor = f"{FAMILIES} families read and {DAYS} days on either side, {ACTS} acts in all"
        yield f"violence before and since: too little told to compare (the floor: {floor})"


def comparable(c: Ceasefire) -> bool:
    """Whether enough is read and told on both sides to set one beside the other."""
    if c.before is None or c.after is None:
        return False
    spans = (c.before, c.after)
    acts = sum(d.incidents for span in spans for d in span.days)
    return acts >= ACTS and all(s.read >= FAMILIES and (s.end - s.start).days + 1 >= DAYS for s in spans)


def _told(span: Violence, *, rate: bool) -> str:
    if not span.read:
        return "nothing was read of these days"
    days = (span.end - span.start).days + 1
    acts, families = sum(d.incidents for d in span.days), sum(d.families for d in span.days)
    read = f"{count(span.read, 'family', 'families')} read"
    beside = f"{span.beside} told {_BESIDE}" if span.beside else ""
    if not acts:
        return f"none told surely; {beside}; {read}" if beside else f"none told; {read}"
    worst = max(span.days, key=lambda d: (d.incidents, d.families))
    often = f"{acts / days:.2f} acts a day, {acts}" if rate else count(acts, "act")
    return (
        f"{often} on {count(len(span.days), 'day')}, told {count(families, 'time')} by independent families; "
        f"most on {day(worst.day)}; {f'beside them {beside}; ' if beside else ''}{read}"
    )


_BESIDE = "unsurely, as one side’s word, on no day, as going on or of nobody named"


def counted_surely(tolls: Iterable[GroupToll], surely: frozenset[str]) -> tuple[GroupToll, ...]:
    """The tolls of which every count stands in one of these documents' sure words."""
    return tuple(t for t in tolls if all(c.evidence.quote in surely for c in t.counts))
