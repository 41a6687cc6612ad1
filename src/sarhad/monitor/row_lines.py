"""The lists of families, stories, accusations, standing things, dropped attributions and offers as lines, each with an id to follow."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from sarhad.codebook import Manner, Relation
from sarhad.monitor.desk import Desk, cited, quoted
from sarhad.monitor.dispute_lines import ANSWERS
from sarhad.monitor.rows import days_told
from sarhad.monitor.standing_words import answered
from sarhad.monitor.wording import STATUSES, as_reported, capital, count, join, printed, shorten
from sarhad.records import (
    Accusation,
    Citation,
    Commitment,
    Document,
    Drift,
    Evidence,
    FamilyRow,
    Line,
    Link,
    OfferRow,
    Position,
    Standing,
    StoryRow,
)

KIN = {Relation.DUPLICATE: "a copy", Relation.REWRITE: "a rewrite"}
PAIRS, PASSAGE = 2, 140
"""Shared passages of two documents that a list shows, and how much of each; `sarhad show` has all."""
SHOWN = 8
"""Details under one row."""


def kin_words(one: Document, other: Document, relation: Relation, name: Callable[[str], str]) -> str:
    """ "B is a copy of A" where A surely came first; else only that one is of the other."""
    for older, newer in ((one, other), (other, one)):
        if older.published.end and newer.published.start and older.published.end < newer.published.start:
            return f"{name(newer.id)} is {KIN[relation]} of {name(older.id)}"
    return (
        f"{name(one.id)} and {name(other.id)}: one is {KIN[relation]} of the other, "
        "which came first is not known"
    )


def source_words(document_id: str, desk: Desk) -> str:
    """ "06_raisi_visit_wire (“A visit”), Torkham Wire, 24 Apr 2024"."""
    document = desk.documents.get(document_id)
    publisher = document.publisher if document and document.publisher else "publisher unknown"
    return f"{desk.label(document_id)}, {publisher}, {printed(desk.published(document_id))}"


# --- families and stories


def family_line(row: FamilyRow, desk: Desk) -> Line:
    """Who founded it, then how each other document stands to another, with what they share side by side."""
    others = [d for d in row.documents if d != row.founder]
    why = f" — {row.why}" if row.why else ""
    return Line(
        text=f"{len(row.documents)} DOCUMENTS, ONE WITNESS: {source_words(row.founder, desk)} is counted as the "
        f"earliest; with it {join(map(desk.name, others))}{why}",
        citations=cited(desk.cite(e) for k in row.links for pair in k.shared[:1] for e in pair),
        refers_to=row.id,
        details=_some([d for k in _nearest_links(row) for d in _link_words(k, desk)], row.id),
    )


def _nearest_links(row: FamilyRow) -> Iterator[Link]:
    """For each other document how it stands to the founder; where it does not, to one that does."""
    for other in row.documents:
        links = [k for k in row.links if other in (k.a, k.b)]
        best = max(links, key=lambda k: (row.founder in (k.a, k.b), k.score), default=None)
        if other != row.founder and best is not None:
            yield best


def _link_words(link: Link, desk: Desk) -> Iterator[str]:
    one, other = desk.documents[link.a], desk.documents[link.b]
    why = f" — {link.why}" if link.why else ""
    yield f"{kin_words(one, other, link.relation, desk.name)}{why}; {count(len(link.shared), 'shared passage')}"
    for mine, theirs in link.shared[:PAIRS]:
        yield f"{_passage(mine, desk)} | {_passage(theirs, desk)}"


def _passage(evidence: Evidence, desk: Desk) -> str:
    return f"{desk.name(evidence.document_id)}: {quoted(evidence.quote, PASSAGE)}"


def _some(details: Sequence[str], target: str) -> tuple[str, ...]:
    """Not more than a list can show; `sarhad show` has the rest."""
    if len(details) <= SHOWN + 1:
        return tuple(details)
    return (*details[:SHOWN], f"and {len(details) - SHOWN} more (sarhad show {target})")


def story_line(row: StoryRow, desk: Desk) -> Line:
    """Title and days, then the documents, those of one family together."""
    span = days_told(desk.documents[d] for d in row.documents if d in desk.documents)
    told = f"{count(len(row.documents), 'document')}, {count(len(row.families), 'family', 'families')}"
    members = {f: [d for d in row.documents if desk.families.get(d, d) == f] for f in row.families}
    details = [
        f"{'one witness: ' if len(ids) > 1 else ''}{'; '.join(source_words(d, desk) for d in ids)}"
        for ids in members.values()
    ]
    return Line(
        text=f"{capital(row.title) or 'Untitled'} — {span} [{told}]",
        citations=cited(_headline(d, desk) for d in row.documents if d in desk.documents),
        refers_to=row.id,
        details=_some(details, row.id),
    )


def _headline(document_id: str, desk: Desk) -> Citation:
    document = desk.documents[document_id]
    return Citation(
        document_id=desk.name(document_id),
        quote=document.title or shorten(document.article(), PASSAGE),
        publisher=document.publisher,
        published=document.published.date,
    )


# --- accusations


def accusation_line(a: Accusation, desk: Desk) -> Line:
    """Who charges whom with what since when; who answered; else for how long the record holds no answer."""
    charges = [p for p in a.positions if p.claims]
    answers = [p for p in a.positions if p.answers]
    lead, ending = _answered(a, answers, desk)
    first = min((p.published for p in charges if p.published), default=None)
    last = max((p.published for p in charges if p.published), default=None)
    again = f", last {printed(last)}" if last != first else ""
    since = f"since {printed(first)}{again}" if first else "on no day told"
    text = (
        f"{lead} charge by {_names(a.by, desk)} against {_names(a.against, desk)}: "
        f"{quoted(a.proposition)} — {since}; {ending}{_unsure(charges, desk)} "
        f"{desk.told_by(p.evidence.document_id for p in a.positions)}"
    )
    everybody = (*a.positions, *a.answered_elsewhere)
    return Line(
        text=text,
        citations=cited(desk.cite(p.evidence) for p in everybody),
        refers_to=a.id,
        details=_some([_position(p, desk) for p in everybody], a.id),
    )


def _names(codes: Sequence[str], desk: Desk) -> str:
    return desk.names.all(codes) or "someone not named"


def _answered(a: Accusation, answers: Sequence[Position], desk: Desk) -> tuple[str, str]:
    """The word a line opens with, and what it says of the answer."""
    silent = f"no answer in the record for {count(a.silent_days, 'day')}" if a.silent_days else ""
    until = f", to {printed(a.heard_until)}" if silent and a.heard_until else ""
    if answers:
        newest = max(answers, key=lambda p: (p.published or "", p.evidence.document_id))
        speakers = _names(tuple(dict.fromkeys(p.speaker for p in answers)), desk)
        told = f"{ANSWERS.get(newest.stance, 'answered by')} {speakers} ({printed(newest.published)})"
        anew = f"; said anew on {printed(a.unanswered_since)}, {silent}" if silent else ""
        return "ANSWERED", f"{told}{anew}"
    if a.answered_elsewhere:
        own = {p.evidence.document_id for p in a.positions}
        page = "the same" if any(p.evidence.document_id in own for p in a.answered_elsewhere) else "another"
        return (
            "PERHAPS ANSWERED",
            f"a denial of {_names(a.against, desk)} in {page} page may answer this or something else",
        )
    asked = [p for p in a.positions if p.manner is Manner.FALLS_SILENT]
    mute = (
        f"; {_names(tuple(dict.fromkeys(p.speaker for p in asked)), desk)} was asked and said nothing"
        if asked
        else ""
    )
    return "UNANSWERED", f"{silent or 'no answer in the record'}{until}{mute}"


def _position(p: Position, desk: Desk) -> str:
    who, manner = p.name or desk.names.of(p.speaker), (p.manner or p.stance).value
    return f"{printed(p.published)}: {who} {manner} – {quoted(p.evidence.quote, 180)} [{desk.name(p.evidence.document_id)}]"


def _unsure(charges: Sequence[Position], desk: Desk) -> str:
    """Why no telling of a charge may stand plainly; "" where one may."""
    doubts = [desk.doubts.get(p.anchor or "") for p in charges]
    return f" (unsure: {doubts[0]})" if doubts and all(doubts) else ""


# --- standing things


def standing_line(thing: Standing, desk: Desk, promised: Mapping[str, Commitment]) -> Line:
    """The thing and whose it is, then the commitments that hang on it, then who opposes it."""
    known = [c for i in thing.commitments if (c := promised.get(i))]
    lands = join(desk.names.of(f"{land}.GOV") for land in thing.parties) or "parties not told"
    unsure = (
        " (unsure: no telling of it is sure)"
        if thing.reports and all(r.unsure for r in thing.reports)
        else ""
    )
    details = [_commitment(c, desk) for c in known]
    details += [
        f"opposed by {desk.names.of(b.by) if b.by else 'someone not named'} ({printed(b.published)}): {quoted(b.what, 180)}"
        for b in thing.opposition
    ]
    return Line(
        text=f"{thing.kind.value.upper()} — {quoted(thing.name, 80)} ({lands}): {count(len(known), 'commitment')}{unsure} "
        f"{desk.told_by(r.statement.document_id for r in thing.reports)}",
        citations=cited(desk.cite_statement(r.statement) for r in thing.reports),
        refers_to=thing.id,
        details=_some(details, thing.id),
    )


def _commitment(c: Commitment, desk: Desk) -> str:
    last = max((h.published for h in c.history if h.published), default=None)
    toward = [t for t in c.toward if t not in c.by]
    who = f"{_names(c.by, desk)}{f', toward {_names(toward, desk)}' if toward else ''}"
    return f"{STATUSES[c.status]}: {who} – {quoted(c.object, 160)}, last told {printed(last)} (show {c.id})"


# --- drift and offers


def drift_line(drift: Drift, desk: Desk) -> Line:
    """The attributed and the flat telling side by side."""
    lead = "ATTRIBUTION DROPPED" if drift.same_family else "TOLD FLATLY ELSEWHERE"
    speaker = desk.names.of(drift.speaker) if drift.speaker else "a source"
    unsure = " (unsure: one of the two may be misread)" if drift.unsure else ""
    one, other = drift.attributed, drift.flat
    where = "one witness" if drift.same_family else "two witnesses"
    return Line(
        text=f"{lead}: {desk.name(one.document_id)} gives it to {speaker}: {quoted(one.quote, 200)} | "
        f"{desk.name(other.document_id)} tells it as fact: {quoted(other.quote, 200)}; {where}{unsure}",
        citations=cited(map(desk.cite, (one, other))),
        refers_to=drift.id,
    )


def offer_line(row: OfferRow, desk: Desk) -> Line:
    """Who offered what to whom, and what became of it."""
    who = capital(_names(row.by, desk))
    parties = desk.names.all(row.parties)
    between = f" between {parties}" if len(row.parties) > 1 else f" to {parties}" if parties else ""
    lead = f"OFFER TO MEDIATE by {who}{between}" if row.ceasefire else f"OFFERED by {who}{between}"
    became = answered(row, desk.names) or "not followed"
    unsure = " (unsure)" if row.unsure else ""
    thread = (f"ceasefire {row.ceasefire}",) if row.ceasefire else ()
    return Line(
        text=f"{lead} ({as_reported(printed(row.published))}{_times(row)}): {became}{unsure} — {quoted(row.evidence.quote)}",
        citations=cited(map(desk.cite, (row.evidence, *row.answers, *row.again))),
        refers_to=row.id,
        details=(*(f"answer: {_passage(e, desk)}" for e in row.answers[:SHOWN]), *thread),
    )


def _times(row: OfferRow) -> str:
    return f", told {len(row.again) + 1} times" if row.again else ""


def line_of(row: Any, desk: Desk, promised: Mapping[str, Commitment]) -> Line:
    """One row of a list in words."""
    match row:
        case FamilyRow():
            return family_line(row, desk)
        case StoryRow():
            return story_line(row, desk)
        case Accusation():
            return accusation_line(row, desk)
        case Standing():
            return standing_line(row, desk, promised)
        case Drift():
            return drift_line(row, desk)
        case OfferRow():
            return offer_line(row, desk)
    raise TypeError(f"{type(row).__name__} is no row of a list")


TITLES: Mapping[str, tuple[str, str]] = {
    "families": ("Documents that are one witness", "Every document stands alone."),
    "stories": ("Occurrences that several documents tell", "Every document tells something else."),
    "accusations": ("Accusations and what was answered", "Nobody accuses anybody."),
    "standing": ("Standing things and what hangs on them", "No standing thing is named."),
    "drift": ("Attributed in one telling, told flatly in another", "No attribution is seen to be dropped."),
    "offers": ("Offers of mediation and what became of them", "Nobody offers to mediate."),
}
"""What each list is headed, and what it says when it is empty."""
