"""A small desk for telling press stories in tests: a page of sentences, each with what a reader would code from it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from sarhad.codebook import (
    Auxiliary,
    Basis,
    CeasefirePhase,
    CommitmentStatus,
    DatePrecision,
    DisputeKind,
    EventType,
    PlaceLevel,
    Scope,
    Stance,
)
from sarhad.records import (
    Actor,
    Contest,
    Dating,
    Document,
    Place,
    Reading,
    Span,
    Statement,
    TimeSpan,
    Toll,
    Truce,
    Undertaking,
    stable_id,
)

Pairing = tuple[int, int, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A sentence and what is read from it; `answers` is the position of the sentence this one speaks about."""

    sentence: str
    type: EventType
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    speaker: str | None = None
    stance: Stance = Stance.ASSERTS
    aux: Auxiliary | None = None
    mode: str | None = None
    scope: Scope = Scope.SINGLE
    place: tuple[str, str] | None = None
    day: date | None = None
    dead: tuple[int, int | None] | None = None
    answers: int | None = None
    injured: int | None = None
    sure: float = 0.95
    commitment: tuple[str, str] | None = None
    blocker: str | None = None
    ceasefire: tuple[tuple[str, ...], str] | None = None


def told(sentence: str, kind: str, actors: str = "", recipients: str = "", **more: object) -> Told:
    """A sentence coded in one line: codes are separated by blanks."""
    plain = Told(
        sentence=sentence,
        type=EventType(kind),
        actors=tuple(actors.split()),
        recipients=tuple(recipients.split()),
    )
    return replace(plain, **more)  # type: ignore[arg-type]


def page(
    name: str, published: str, outlet: str | None, *sentences: Told, contested: Sequence[Pairing] = ()
) -> Reading:
    """The reading of a page that consists of these sentences; `contested` pairs positions: asserted, contested, how."""
    text = " ".join(t.sentence for t in sentences)
    day = date.fromisoformat(published)
    document = Document(
        id=name,
        page_sha256=stable_id("", name),
        text=text,
        source=f"{name}.txt",
        passages=(Span(start=0, end=len(text)),),
        publisher=outlet,
        language="en",
        published=Dating(start=day, end=day, precision=DatePrecision.DAY, basis=Basis.METADATA, why="told"),
    )
    starts = [text.index(t.sentence) for t in sentences]
    statements = _statements(document, sentences, starts)
    contests = tuple(_contest(statements[a], statements[b], DisputeKind(how)) for a, b, how in contested)
    return Reading(document=document, reader="test", statements=statements, contests=contests)


def _contest(asserting: Statement, contesting: Statement, how: DisputeKind) -> Contest:
    teller = asserting.actors if asserting.type is EventType.ACCUSE else (asserting.speaker,)
    return Contest(
        proposition=asserting.evidence.quote,
        asserted_by=tuple(a.code for a in teller if a is not None),
        contested_by=tuple(a.code for a in contesting.actors),
        how=how,
        asserting=asserting.evidence,
        contesting=contesting.evidence,
    )


def _statements(
    document: Document, sentences: Sequence[Told], starts: Sequence[int]
) -> tuple[Statement, ...]:
    anchors = [stable_id("s", document.id, n) for n in range(len(sentences))]
    return tuple(
        _statement(document, t, start, anchors[n], None if t.answers is None else anchors[t.answers])
        for n, (t, start) in enumerate(zip(sentences, starts, strict=True))
    )


def _statement(document: Document, t: Told, start: int, anchor: str, about: str | None) -> Statement:
    whole = document.quote(Span(start=start, end=start + len(t.sentence)))
    return Statement(
        id=anchor + "r",
        anchor=anchor,
        evidence=whole,
        trigger=whole,
        sentence=whole,
        type=t.type,
        mode=t.mode,
        aux=t.aux,
        scope=t.scope,
        actors=tuple(Actor(mention=c, code=c) for c in t.actors),
        recipients=tuple(Actor(mention=c, code=c) for c in t.recipients),
        speaker=Actor(mention=t.speaker, code=t.speaker) if t.speaker else None,
        stance=t.stance,
        about=about,
        place=Place(mention=t.place[0], name=t.place[0], country=t.place[1], level=PlaceLevel.TOWN)
        if t.place
        else None,
        time=TimeSpan(mention=str(t.day), start=t.day, end=t.day, precision=DatePrecision.DAY)
        if t.day
        else None,
        deaths=Toll(low=t.dead[0], high=t.dead[1]) if t.dead else None,
        injured=Toll(low=t.injured, high=t.injured) if t.injured else None,
        confidence=t.sure,
        commitment=_undertaking(t),
        ceasefire=Truce(parties=t.ceasefire[0], phase=CeasefirePhase(t.ceasefire[1]))
        if t.ceasefire
        else None,
    )


def _undertaking(t: Told) -> Undertaking | None:
    if t.commitment is None:
        return None
    return Undertaking(object=t.commitment[0], status=CommitmentStatus(t.commitment[1]), blocker=t.blocker)
