"""Contradictions, wrong dates, copies and dropped attributions as lines: what a reader must know before counting."""

import re

from sarhad.codebook import Basis, Relation
from sarhad.monitor.desk import YEAR_ONLY, Desk, cited, quoted
from sarhad.monitor.incident_lines import clearest, headline, is_told, when
from sarhad.monitor.wording import capital, join, printed, shorten
from sarhad.records import (
    Citation,
    Contradiction,
    Dating,
    Document,
    Drift,
    Family,
    Incident,
    Line,
    Report,
    Span,
    Story,
)

A_WEEK = 7

_OPEN = re.compile(r"counts back|no date in it|without its year|without a year|not known")
"""Why a date says too little, though it need not be wrong."""


def contradiction_lines(desk: Desk) -> tuple[Line, ...]:
    """Values of one field that cannot both be true, side by side."""
    return tuple(_contradiction(i, desk) for i in desk.fused.incidents if _differs(i, desk))


def _differs(incident: Incident, desk: Desk) -> bool:
    """Of an act that is told plainly, by reports of more than one family or a party's word against another's."""
    if not incident.contradictions or not is_told(incident, desk):
        return False
    if any(len(_bare_values(c)) < 2 or _loose(c) for c in incident.contradictions):
        return False
    if not all(desk.has(e.document_id) for c in incident.contradictions for _, e in c.values):
        return False
    sure = {(r.statement.document_id, r.statement.evidence.span) for r in desk.sure(incident.reports)}
    return all(_two_tell(c, sure, desk) for c in incident.contradictions)


_DENIED = re.compile(r"(?:neither confirmed nor )?denied by ")
_ONE_PAGE = ("date", "place")
"""Two days or two places told in one page are mostly two deeds, or one place told twice. Counts and doers may be contested there."""


def _two_tell(contradiction: Contradiction, sure: set[tuple[str, Span]], desk: Desk) -> bool:
    """Whether each value is read surely, a denial apart, and two witnesses tell them where one page's word is not enough."""
    told = [e for v, e in contradiction.values if not _DENIED.match(v)]
    families = {desk.families.get(e.document_id, e.document_id) for _, e in contradiction.values}
    apart = contradiction.field not in _ONE_PAGE or len(families) > 1
    return apart and all((e.document_id, e.span) in sure for e in told)


def _loose(contradiction: Contradiction) -> bool:
    """Days that words leave open ("last weekend") are seldom two days of one act."""
    told = any(_LOOSE_DAY.search(e.quote) for _, e in contradiction.values)
    return contradiction.field == "date" and told


_LOOSE_DAY = re.compile(r"\b(?:weekend|overnight|last night)\b", re.I)


def _bare_values(contradiction: Contradiction) -> set[str]:
    """Values without who gives them: "Israel" and "Israel (according to Iran)" are one, and so are a state and its army."""
    values = (
        v.partition(" (")[0].removeprefix("denied by ").removeprefix("neither confirmed nor denied by ")
        for v, _ in contradiction.values
    )
    return {_ARM_OF_A_STATE.sub(r"\1", v) for v in values}


_ARM_OF_A_STATE = re.compile(r"\b([A-Z]{3})\.(?:GOV|MIL|COP|SPY|LEG|JUD)(?:/[a-z0-9-]+)?")


def _contradiction(incident: Incident, desk: Desk) -> Line:
    told = "; ".join(f"{c.field}: {_values(c, desk)}" for c in incident.contradictions)
    day = when(incident, clearest(desk.sure(incident.reports)), desk)
    evidence = [e for c in incident.contradictions for _, e in c.values]
    return Line(
        text=f"REPORTS DISAGREE on the {headline(incident, desk)}{f', {day}' if day else ''} — {told}",
        citations=cited(map(desk.cite, evidence)),
        refers_to=incident.id,
        details=tuple(c.why for c in incident.contradictions if c.why),
    )


def _values(contradiction: Contradiction, desk: Desk) -> str:
    """ "5 [a, b] against 9 [c]"; actor codes by their names."""
    where: dict[str, list[str]] = {}
    for value, evidence in contradiction.values:
        told = desk.names.spell(value)
        where.setdefault(told, []).append(desk.name(evidence.document_id))
    return " against ".join(f"{value} [{', '.join(dict.fromkeys(ids))}]" for value, ids in where.items())


def date_lines(desk: Desk) -> tuple[Line, ...]:
    """Pages that carry a date which cannot be their date of publication, and what stands instead."""
    return tuple(_date(r.document, desk) for r in desk.readings if wrong_dates(r.document.published))


def wrong_dates(dating: Dating) -> list[tuple[str, str]]:
    """The claims of a page that lost: a date that poses as the date of publication and contradicts the text.

    Days of events in the running text are also kept as conflicts by some readers; they mislead nobody who reads
    a page's head, so only a claim that a candidate made (header, crawl, metadata …) or that is said to stand in
    one of these places is told here.
    """
    posing = {c.text for c in dating.candidates if c.origin != "inferred" and c.text}
    words = ("header", "crawl", "metadata", "template", "url", "footer", "fetched")
    return [
        (c.text, c.why)
        for c in dating.conflicts
        if (c.text in posing or any(w in c.why.casefold() for w in words)) and not _near(c.text, dating)
    ]


def _near(text: str, dating: Dating) -> bool:
    """A stamp some days off the date taken is an update or another time zone, and misleads nobody."""
    gaps = [abs((c.start - dating.start).days) for c in dating.candidates if c.text == text and dating.start]
    return bool(gaps) and 0 < min(gaps) <= A_WEEK


def _date(document: Document, desk: Desk) -> Line:
    dating = document.published
    reasons: dict[str, list[str]] = {}
    for text, why in wrong_dates(dating):
        reasons.setdefault(text, []).append(why)
    wrong = "; ".join(f"“{text}” ({'; '.join(dict.fromkeys(why))})" for text, why in reasons.items())
    kept = any(
        c.text in reasons and (c.start, c.end) == (dating.start, dating.end) for c in dating.candidates
    )
    lead = (
        "DOUBTFUL DATE"
        if kept
        else "WRONG DATE"
        if any(not _OPEN.search(w) for r in reasons.values() for w in r)
        else "OPEN DATE"
    )
    instead = f"taken as {printed(dating.date)} ({dating.why})"
    if dating.date is None:
        instead = "no day is worked out from the text"
    elif dating.basis is Basis.INFERRED:
        guess = (
            f"perhaps {printed(dating.date)} or later"
            if len(dating.date) == YEAR_ONLY or lead == "OPEN DATE"
            else printed(dating.date)
        )
        instead = f"by its text {guess} ({dating.why})"
    if kept:
        instead = f"kept as {printed(dating.date)} for want of a better one"
    spans = list(dict.fromkeys(c.span for c in dating.conflicts if c.span is not None and c.text in reasons))
    citations = tuple(
        Citation(
            document_id=desk.name(document.id),
            quote=document.quote(s).quote,
            publisher=document.publisher,
            published=dating.date,
            start=s.start,
            end=s.end,
        )
        for s in spans[:3]
    )
    title = f" (“{shorten(document.title, 70)}”)" if document.title else ""
    return Line(
        text=f"{lead} on {desk.name(document.id)}{title}: {wrong} — {instead}",
        citations=citations,
        refers_to=document.id,
    )


def family_lines(desk: Desk) -> tuple[Line, ...]:
    """Documents that descend from one telling."""
    copies = [f for f in desk.fused.families if len(f.documents) > 1 and desk.has(*f.documents)]
    return tuple(_family(f, desk) for f in sorted(copies, key=lambda f: (-len(f.documents), f.id)))


def _family(family: Family, desk: Desk) -> Line:
    members = [family.founder, *(d for d in family.documents if d != family.founder)]
    links = [k for k in desk.fused.links if k.a in members and k.b in members]
    rewritten = any(k.relation is Relation.REWRITE for k in links)
    how = (
        "one is rewritten from the other"
        if rewritten and len(members) == 2
        else ("rewrites of one telling" if rewritten else "copies")
    )
    why = next((k.why for k in links if k.why), family.why)
    shown = members[:6]
    more = f" and {len(members) - len(shown)} more" if len(members) > len(shown) else ""
    shared = [e for k in links[:3] for pair in k.shared[:1] for e in pair]
    return Line(
        text=f"ONE STORY: {join(map(desk.label, shown))}{more} are one story ({how}), counted as one witness{f' — {why}' if why else ''}",
        citations=cited(map(desk.cite, shared)),
        refers_to=family.id,
    )


def drift_lines(desk: Desk) -> tuple[Line, ...]:
    """Claims that one telling attributes and another tells flatly; the flat one adds no evidence.

    Copies of one telling are told in one line.
    """
    alike: dict[tuple[str, str, str | None], list[Drift]] = {}
    inside = [d for d in desk.fused.drift if _is_drift(d, desk)]
    for drift in sorted(inside, key=_nearest):
        key = (_plain(drift.attributed.quote), _plain(drift.flat.quote), drift.speaker)
        alike.setdefault(key, []).append(drift)
    return tuple(_drift(group, desk) for group in alike.values())


_SAYING = re.compile(
    r"\b(?:according to|said|says|say|saying|told|claim\w*|accus\w+|blam\w+|alleg\w+|report\w*|announc\w+|stated|"
    r"attribut\w+|believe\w*|argu\w+|warn\w*|den(?:y|ied|ies))\b",
    re.I,
)
_CONTENT = re.compile(r"[a-z]{4,}|\d+")
ALIKE = 0.5
"""Share of the shorter clause's words that the other must hold for the two to tell one thing."""


def _is_drift(drift: Drift, desk: Desk) -> bool:
    """The same thing in nearly the same words, said by somebody in one and by nobody in the other's sentence."""
    if not desk.has(drift.attributed.document_id, drift.flat.document_id):
        return False
    flat = desk.cite(drift.flat).quote
    if _SAYING.search(flat):
        return False
    one, other = (set(_CONTENT.findall(_plain(e.quote))) for e in (drift.attributed, drift.flat))
    return len(one & other) >= ALIKE * max(1, min(len(one), len(other))) and len(one & other) > 2


def _nearest(drift: Drift) -> tuple[object, ...]:
    return not drift.same_family, drift.flat.document_id, drift.attributed.document_id


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())


def _drift(group: list[Drift], desk: Desk) -> Line:
    first = group[0]
    speaker = desk.names.of(first.speaker) if first.speaker else "a source"
    having = list(dict.fromkeys(desk.name(d.attributed.document_id) for d in group))
    flat = list(dict.fromkeys(desk.name(d.flat.document_id) for d in group))
    gives, tells = ("gives" if len(having) == 1 else "give"), ("tells" if len(flat) == 1 else "tell")
    return Line(
        text=f"ATTRIBUTION DROPPED: {join(having)} {gives} it to {speaker} ({quoted(first.attributed.quote, 160)}), "
        f"{join(flat)} {tells} it as fact ({quoted(first.flat.quote, 160)}); that adds no evidence",
        citations=cited(desk.cite(e) for d in group for e in (d.attributed, d.flat)),
    )


def story_lines(desk: Desk) -> tuple[Line, ...]:
    """Occurrences that several independent families tell."""
    apart = [s for s in desk.fused.stories if len({desk.families.get(d, d) for d in s.documents}) > 1]
    return tuple(_story(s, desk) for s in apart if desk.has(*s.documents) and _one_occurrence(s, desk))


def _one_occurrence(story: Story, desk: Desk) -> bool:
    """Every document of it tells, with another of it, one dated incident or talk plainly: a shared topic is no occurrence."""
    told: list[tuple[Report, ...]] = [
        desk.sure(i.reports) for i in desk.fused.incidents if i.start is not None
    ]
    told += [desk.sure(t.reports) for t in desk.fused.talks if t.start is not None]
    things = [
        {r.statement.document_id for r in reports}
        for reports in told
        if any(r.statement.time and not r.statement.aux for r in reports)
    ]
    inside = set(story.documents)
    shared = [both for d in things if len(both := d & inside) > 1]
    return inside == set().union(*shared) if shared else False


def _story(story: Story, desk: Desk) -> Line:
    shown = story.documents[:5]
    more = f" and {len(story.documents) - len(shown)} more" if len(story.documents) > len(shown) else ""
    title = f"{capital(shorten(story.title, 90))}: " if story.title else ""
    return Line(
        text=f"SAME OCCURRENCE, told apart — {title}{join(map(desk.label, shown))}{more} {desk.told_by(story.documents)}",
        refers_to=story.id,
    )
