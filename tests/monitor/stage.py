"""A small press for the brief's tests: documents whose statements are laid out by hand, in our own words."""

from datetime import date

from sarhad.codebook import (
    Auxiliary,
    Basis,
    CeasefirePhase,
    CommitmentStatus,
    DatePrecision,
    EventType,
    PlaceLevel,
    Stance,
)
from sarhad.codebook.actors import COUNTRIES
from sarhad.monitor.selecting import printed_span
from sarhad.monitor.wording import Names
from sarhad.records import (
    Actor,
    Ceasefire,
    Commitment,
    Dating,
    Document,
    Evidence,
    Family,
    Fused,
    Incident,
    Place,
    Reading,
    Report,
    Span,
    Statement,
    Step,
    Toll,
    stable_id,
)

NAMES = Names(known={"PAK.REB/ttp": "TTP"}.get, countries=COUNTRIES)
PRECISIONS = {4: DatePrecision.YEAR, 7: DatePrecision.MONTH, 10: DatePrecision.DAY}


def actor(code: str, name: str | None = None, mention: str = "they", by: str = "name") -> Actor:
    return Actor(mention=name or mention, code=code, name=name, resolved_by=by)


def document(document_id: str, text: str, published: str | None = None, **more: object) -> Document:
    start, end = printed_span(published)
    precision = PRECISIONS[len(published)] if published else DatePrecision.UNKNOWN
    dating = Dating(start=start, end=end, precision=precision, basis=Basis.HEADER, why="told by the page")
    dating = more.pop("published_as", dating)  # type: ignore[assignment]
    given = {
        "published": dating,
        "language": "en",
        "source": f"{document_id}.txt",
        "passages": (Span(start=0, end=len(text)),),
    }
    return Document(id=document_id, page_sha256=document_id, text=text, **(given | more))  # type: ignore[arg-type]


def words(made: Document, quote: str) -> Evidence:
    at = made.text.index(quote)
    return made.quote(Span(start=at, end=at + len(quote)))


def statement(made: Document, quote: str, kind: EventType, **more: object) -> Statement:
    evidence = words(made, quote)
    end = made.text.find(".", evidence.span.end) + 1 or len(made.text)
    sentence = made.quote(Span(start=made.text.rfind(". ", 0, evidence.span.start) + 1, end=end))
    anchor = stable_id("a", made.id, quote)
    given = {"evidence": evidence, "trigger": evidence, "sentence": sentence, "type": kind}
    return Statement(id=stable_id("s", anchor), anchor=anchor, **(given | more))  # type: ignore[arg-type]


def reading(made: Document, *statements: Statement, unread: str | None = None) -> Reading:
    return Reading(document=made, reader="by hand", statements=statements, unread=unread)


def report(told: Statement, published: str | None = None) -> Report:
    return Report(statement=told, family=told.document_id, published=published)


def incident(
    *statements: Statement, told: str = "fact", on: date | None = None, deaths: Toll | None = None
) -> Incident:
    first = statements[0]
    return Incident(
        id=stable_id("i", first.anchor),
        type=first.type,
        mode=first.mode,
        reports=tuple(report(s) for s in statements),
        actors=tuple(a.code for a in first.actors),
        recipients=tuple(a.code for a in first.recipients),
        place=first.place,
        start=on,
        end=on,
        precision=DatePrecision.DAY if on else DatePrecision.UNKNOWN,
        told=told,
        witnesses=len({s.document_id for s in statements}),
        deaths=deaths,
    )


def step(told: Statement, label: str, published: str | None, **more: object) -> Step:
    given = {
        "label": label,
        "published": published,
        "evidence": told.evidence,
        "anchor": told.anchor,
        "family": told.document_id,
    }
    return Step(**(given | more))  # type: ignore[arg-type]


def commitment(what: str, *history: Step, status: CommitmentStatus, blocker: str | None = None) -> Commitment:
    return Commitment(
        id=stable_id("c", what),
        object=what,
        by=("PAK.GOV", "IRN.GOV"),
        toward=(),
        status=status,
        history=history,
        blocker=blocker,
        silent_since=history[-1].published,
        witnesses=len({h.family for h in history}),
    )


def ceasefire(*history: Step, phase: CeasefirePhase) -> Ceasefire:
    return Ceasefire(
        id="f1",
        parties=("PAK.GOV", "AFG.GOV"),
        mediators=("TUR.GOV", "QAT.GOV"),
        phase=phase,
        history=history,
        witnesses=len({h.family for h in history}),
    )


def one_each(*documents: Document) -> tuple[Family, ...]:
    return tuple(Family(id=f"y{d.id}", documents=(d.id,), founder=d.id) for d in documents)


def fused(*documents: Document, **more: object) -> Fused:
    return Fused(**({"families": one_each(*documents)} | more))  # type: ignore[arg-type]


def town(name: str, country: str) -> Place:
    return Place(mention=name, name=name, country=country, level=PlaceLevel.TOWN)


ALLEGES, DENIES = Stance.ALLEGES, Stance.DENIES
FUTURE, HYPOTHETICAL = Auxiliary.FUTURE, Auxiliary.HYPOTHETICAL
