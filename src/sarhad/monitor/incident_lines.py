"""Incidents as lines: what happened where and when, the toll, how many independent families tell it.

A line words one report, the surest and clearest, and quotes it: act, doer, target, toll, place and day all come from
the sentence that stands beside them. What other reports tell otherwise follows as details; nothing is averaged or put
together from several tellings. A claim is told as a claim, a denied claim as denied; neither is worded as the act.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta

from sarhad.codebook import QUAD, Auxiliary, DatePrecision, EventType, Quad, Stance
from sarhad.codebook.actors import BOTH_SIDES
from sarhad.monitor.avowal_words import avowal_words
from sarhad.monitor.days_beside import day_beside
from sarhad.monitor.deed_words import act_of, by_whom_it_is_told
from sarhad.monitor.desk import Desk, cited, said
from sarhad.monitor.gate import domestic
from sarhad.monitor.incident_places import where
from sarhad.monitor.incident_tolls import losses_of
from sarhad.monitor.live_pages import counts_from_its_post, kept_up, next_or_last
from sarhad.monitor.numbers import counted
from sarhad.monitor.own_words import NAMES_A_DAY, day_told
from sarhad.monitor.selecting import printed_span
from sarhad.monitor.standing_words import counted_surely, graded, toll_words
from sarhad.monitor.support import OWN
from sarhad.monitor.wording import act, bare, capital, count, days, join, shorten
from sarhad.records import Contradiction, Incident, Line, Report, Statement, TimeSpan

ORDER = {
    EventType.ASSAULT: 0,
    EventType.COERCE: 1,
    EventType.MOBILIZE: 2,
    EventType.SANCTION: 3,
    EventType.PROTEST: 4,
}

LONG_AGO = timedelta(days=92)
"""What lies longer before the day its document was published is background: the press retells it, it is no news."""

WORDS = frozenset(
    (EventType.ACCUSE, EventType.REJECT, EventType.REQUEST, EventType.THREATEN, EventType.SUPPORT)
)
"""Acts of speech have sections of their own."""

FINE = (DatePrecision.DAY, DatePrecision.WEEK, DatePrecision.MONTH)


def incident_lines(desk: Desk) -> tuple[Line, ...]:
    """Every incident told plainly enough: violence first, then what most families tell."""
    told = [i for i in desk.fused.incidents if is_told(i, desk) and not is_background(i, desk)]
    return tuple(incident_line(i, desk) for i in sorted(told, key=lambda i: _rank(i, desk)))


def background_lines(desk: Desk) -> tuple[Line, ...]:
    """What is told again as background, of earlier months and years: apart, for it is nothing new."""
    told = [i for i in desk.fused.incidents if is_told(i, desk) and is_background(i, desk)]
    return tuple(incident_line(i, desk) for i in sorted(told, key=lambda i: _rank(i, desk)))


def is_told(incident: Incident, desk: Desk) -> bool:
    """Whether there is enough for a line: a sure report that names a doer or a toll, and a day, month or place, or all but the doer.

    A claim needs somebody who makes it.
    """
    reports = desk.sure(incident.reports)
    if not reports or incident.type in WORDS:
        return False
    s = clearest(reports).statement
    if incident.id in desk.trusted or s.confidence >= 1.0:
        return True
    if s.type in WORDS:
        return False  # a denial is no happening, though it tells of one
    if domestic(s) or (not s.plain and s.speaker is None and not s.actors):
        return False
    return bool(s.actors or s.deaths or s.injured or _fell(s)) and (
        _dated(s) or s.place is not None or bool(s.recipients)
    )


def _fell(s: Statement) -> bool:
    """ "Shells struck the market of Adre on Monday": by whom is not told, what was hit, where and when is."""
    return s.type is EventType.ASSAULT and bool(s.recipients) and s.place is not None and _dated(s)


def _dated(s: Statement) -> bool:
    return s.time is not None and s.time.precision in FINE


def _rank(incident: Incident, desk: Desk) -> tuple[object, ...]:
    best = clearest(desk.sure(incident.reports)).statement
    deaths = best.deaths.low if best.deaths else 0
    newest = incident.start.toordinal() if incident.start else 0
    order = ORDER.get(incident.type, 6 if QUAD[incident.type] is not Quad.VERBAL_CONFLICT else 5)
    return (
        order > 0,
        told_as(incident, desk) != "fact",
        on_word_only(incident, desk),
        -witnesses(incident, desk),
        -deaths,
        order,
        -newest,
        incident.id,
    )


def witnesses(incident: Incident, desk: Desk) -> int:
    """Independent families among the sure reports."""
    return len({r.family for r in desk.sure(incident.reports)})


def told_as(incident: Incident, desk: Desk) -> str:
    """ "fact", "claim" or "denied", by the sure reports alone; one read unsurely that a person accepted is told by its words."""
    plain = any(r.statement.plain for r in desk.sure(incident.reports))
    if incident.told == "unsure":
        return "fact" if plain else "claim"
    return incident.told if plain or incident.told != "fact" else "claim"


def is_background(incident: Incident, desk: Desk) -> bool:
    """Told as history: every sure report is, by the reader's word or by a day long before its document."""
    return all(is_old(r.statement, desk) for r in desk.sure(incident.reports))


def is_old(s: Statement, desk: Desk) -> bool:
    """Whether a statement retells what lies long back."""
    if s.aux is Auxiliary.HISTORICAL:
        return True
    first, _ = printed_span(desk.published(s.document_id))
    return s.time is not None and first is not None and s.time.end < _before(first)


def _before(first: date) -> date:
    return first - LONG_AGO if first > date.min + LONG_AGO else date.min


def incident_line(incident: Incident, desk: Desk) -> Line:
    """One incident in one line."""
    reports = desk.sure(incident.reports)
    best = clearest(reports)
    s = by_whom_it_is_told(best.statement, incident)
    losses = losses_of(incident, s, desk)
    text = f"{_when_where(incident, best, desk)}{_told(incident, s, desk)}{f' — {losses}' if losses else ''}: {said(s)}"
    return Line(
        text=f"{text} {desk.told_by(r.statement.document_id for r in reports)}",
        citations=cited(desk.cite_statement(r.statement) for r in (best, *reports)),
        refers_to=incident.id,
        details=(
            *_otherwise(telling(reports), best, desk),
            *(_difference(c, desk) for c in incident.contradictions),
            *avowal_words(incident, desk),
            *_groups(incident, reports, desk),
            *graded(incident, desk.names),
            *_judged(incident, desk),
        ),
    )


def _judged(incident: Incident, desk: Desk) -> Iterator[str]:
    """That a person's word stands in it: `sarhad show` has it beside the machine's."""
    if desk.trusted & {incident.id, *(r.statement.anchor for r in incident.reports)}:
        yield f"accepted or corrected by a person (sarhad show {incident.id})"


def _groups(incident: Incident, reports: tuple[Report, ...], desk: Desk) -> tuple[str, ...]:
    """Tolls per group and counting party, where there is more to tell than the line's own count."""
    sure = frozenset(r.statement.evidence.quote for r in reports)
    told = counted_surely(incident.tolls, sure)
    kinds = [t.kind for t in told]
    return tuple(toll_words(t, desk.names) for t in told if kinds.count(t.kind) > 1)


def headline(incident: Incident, desk: Desk) -> str:
    """The act alone, as its clearest report has it: "air strike by Pakistan’s armed forces on Afghanistan"."""
    return act_of(clearest(desk.sure(incident.reports) or incident.reports).statement, desk)


def on_word_only(incident: Incident, desk: Desk) -> bool:
    """Told plainly, but by parties alone: no outlet tells it in its own voice."""
    own = (r.statement for r in telling(desk.sure(incident.reports)) if r.statement.plain and not r.borrowed)
    return incident.told == "fact" and all(s.speaker is not None for s in own)


def _when_where(incident: Incident, best: Report, desk: Desk) -> str:
    return (
        ", ".join(p for p in (capital(when(incident, best, desk)), where(incident, best, desk)) if p) + " — "
    )


def when(incident: Incident, best: Report, desk: Desk) -> str:
    """The day that the clause itself tells, or one beside it in its sentence; otherwise when it was reported."""
    s = best.statement
    judged = incident.id in desk.trusted or (s.confidence >= 1.0 and s.time is None)
    if judged and incident.start and incident.precision is not DatePrecision.UNKNOWN:
        return days(incident.start, incident.end, incident.precision)
    dated = s if s.time else _with_its_day(s, incident)
    page = desk.documents.get(s.document_id)
    loose = (kept_up(page) and counts_from_its_post(dated)) or next_or_last(dated, page)
    published = desk.published(s.document_id)
    if not loose and (known := day_told(dated, published) or day_beside(dated, published)):
        return known
    reported = desk.reported(s.document_id)
    told_day = "" if NAMES_A_DAY.search(s.sentence.quote) else ", its sentence tells no day"
    return f"reported {reported}{told_day}" if reported else f"undated{told_day}"


_BASIS = re.compile(r"told: “(.+)”")


def _with_its_day(s: Statement, incident: Incident) -> Statement:
    """ "Two were killed and nine wounded on Wednesday": the day of the incident, where the whole sentence of `s` tells it."""
    mention = _BASIS.fullmatch(incident.date_basis)
    if mention is None or incident.start is None or incident.end is None:
        return s
    time = TimeSpan(mention=mention[1], start=incident.start, end=incident.end, precision=incident.precision)
    return replace(s, evidence=s.sentence, time=time)


def _speaker(s: Statement, desk: Desk) -> str:
    """Who says so: by name where the words name them, else in the text's own words."""
    if s.speaker is None:
        return ""
    if both := BOTH_SIDES.match(s.speaker.mention):
        return both.group().lower()
    mention = s.speaker.mention
    if (
        s.confidence < 1.0
        and _SOME_BODY.match(mention)
        and not desk.seen.names(mention)
        and not desk.seen.blind
    ):
        return shorten(bare(mention[:1].lower() + mention[1:]), 60)  # which country's is left open
    by_name = s.speaker.resolved_by in OWN or desk.seen.blind or bool(desk.seen.names(s.speaker.mention))
    return desk.names.actor(s.speaker) if by_name else shorten(bare(s.speaker.mention), 60)


_SOME_BODY = re.compile(
    r"(?:the|its|their) (?:[a-z]+ ){0,2}(?:ministry|army|military|council|government|country|police|authorities|agency|network|group)\b",
    re.I,
)


def _told(incident: Incident, s: Statement, desk: Desk) -> str:
    speaker = _speaker(s, desk) or _speaker(_teller_beside(s, incident), desk)
    if told_as(incident, desk) == "fact" and s.plain:
        if not speaker and _claims_it(s):
            speaker = desk.names.actors(s.actors)  # its own claim, which nobody else need bear out
        return f"ACCORDING TO {speaker}: {act_of(s, desk)}" if speaker else act_of(s, desk)
    if s.stance is Stance.NEITHER:
        return f"NEITHER CONFIRMED NOR DENIED by {speaker or desk.names.actors(s.actors)}: {act(s.type, s.mode)[0]}"
    if s.stance is Stance.DENIES:
        return f"CLAIM, DENIED: {act_of(s, desk)}"
    denied = ", DENIED" if incident.told == "denied" else ""
    return f"CLAIM {f'by {speaker}' if speaker else 'of nobody named'}{denied}: {act_of(s, desk)}"


def _teller_beside(s: Statement, incident: Incident) -> Statement:
    """ "The group saying it had hit a port - the first time it has hit one": the same sentence tells it once more, with a
    teller, and his it is."""
    same = (r.statement for r in incident.reports if r.statement.sentence == s.sentence)
    return next((t for t in same if t.speaker is not None and t.type is s.type), s)


def _claims_it(s: Statement) -> bool:
    """ "The group claimed responsibility for a raid": its own word, right behind its name."""
    found = _CLAIMED.search(s.sentence.quote)
    if found is None:
        return False
    at = found.start() + s.sentence.span.start
    return any(a.span is not None and 0 <= at - a.span.end <= CLAIMS_WITHIN for a in s.actors)


_CLAIMED = re.compile(r"\b(?:claim(?:ed|s|ing)?|t(?:ook|aken|akes)) (?:\w+ )?responsibility\b", re.I)
CLAIMS_WITHIN = 80
"""Characters between a party and its claim: room for "an umbrella group of several militias"."""


def telling(reports: tuple[Report, ...]) -> tuple[Report, ...]:
    """Those that tell the deed: beside them stand the words of who denies it."""
    return tuple(r for r in reports if r.statement.type not in WORDS) or reports


def clearest(reports: tuple[Report, ...]) -> Report:
    """The report to word the line by: plain before alleged, the surest, in the outlet's voice before a party's, naming
    the doers that most reports name, with a toll and a day before without."""
    named = Counter(_doers(r) for r in reports)

    def rank(report: Report) -> tuple[object, ...]:
        s = report.statement
        return (
            not s.plain or report.borrowed,
            report.borrowed,
            s.aux is Auxiliary.HISTORICAL,
            s.speaker is not None,
            not s.actors,
            -named[_doers(report)],
            s.deaths is None,
            s.time is None,
            -s.confidence,
            len(s.evidence.quote) < 30,
            s.document_id,
            s.evidence.span,
        )

    return min(telling(reports), key=rank)


def _doers(report: Report) -> tuple[str, ...]:
    return tuple(sorted({a.code for a in report.statement.actors}))


def _otherwise(reports: tuple[Report, ...], best: Report, desk: Desk) -> tuple[str, ...]:
    """Tolls and doers that reports of other families tell, each with how many families tell it; what a later version
    of the same report made of its toll."""
    mine = best.statement
    versions = [
        r.statement
        for r in reports
        if r.family == best.family and r.statement.document_id != mine.document_id
    ]
    anew = "; ".join(
        dict.fromkeys(c for s in versions if mine.deaths and s.deaths and (c := counted(s)) != counted(mine))
    )
    others = [r for r in reports if r.family != best.family]
    tolls = _values(
        [(counted(r.statement), r.family) for r in others if mine.deaths and r.statement.deaths],
        counted(mine),
    )
    doers = _values([(desk.names.doers(_doers(r)), r.family) for r in others], desk.names.doers(_doers(best)))
    found = (
        ("another version of the report tells", anew),
        ("other reports tell", tolls),
        ("other reports name as doer", doers),
    )
    return tuple(f"{lead}: {values}" for lead, values in found if values)


def _values(told: list[tuple[str, str]], mine: str) -> str:
    families: dict[str, set[str]] = {}
    for value, family in told:
        if value and value != mine:
            families.setdefault(value, set()).add(family)
    often = sorted(families, key=lambda v: (-len(families[v]), v))[:4]
    return "; ".join(f"{v} [{count(len(families[v]), 'family', 'families')}]" for v in often)


def _difference(contradiction: Contradiction, desk: Desk) -> str:
    told = " against ".join(_sides_of(desk.names.spell(v) for v, _ in contradiction.values))
    return f"reports disagree on {contradiction.field}: {told}" + (
        f" ({contradiction.why})" if contradiction.why else ""
    )


_BY = re.compile(r"(?P<value>.+) \(according to (?P<by>.+)\)")


def _sides_of(values: Iterable[str]) -> Iterator[str]:
    """Each value once, with everybody according to whom it is so."""
    told: dict[str, list[str]] = {}
    for value in values:
        m = _BY.fullmatch(value)
        told.setdefault(m.group("value") if m else value, []).extend([m.group("by")] if m else [])
    for value, by in told.items():
        yield f"{value} (according to {join(by)})" if by else value
