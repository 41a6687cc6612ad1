"""A short press story of the project's own and what a careful reader takes from it."""

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
    Relation,
    Stance,
)
from sarhad.records import (
    Actor,
    Ceasefire,
    Commitment,
    Contest,
    Contradiction,
    DateConflict,
    Dating,
    Document,
    Drift,
    Evidence,
    Family,
    Fused,
    Incident,
    Link,
    Place,
    Reading,
    Report,
    Span,
    Statement,
    Step,
    Story,
    TimeSpan,
    Toll,
    Truce,
    Undertaking,
    stable_id,
)

TEXT = """Home | Region | Subscribe

12 March 2019
Shelling at the pass kills four
Border police said rebels shelled the pass on 3 May 2024, killing at least four soldiers. The
rebel command denied the attack. Both governments agreed in Geneva to hold their fire, and promised a joint patrol.

Leave a Reply
"""


def evidence(document: Document, words: str) -> Evidence:
    start = document.text.index(words)
    return document.quote(Span(start=start, end=start + len(words)))


def document(name: str = "story-1", text: str = TEXT) -> Document:
    def span(words: str) -> Span:
        return Span(start=text.index(words), end=text.index(words) + len(words))

    return Document(
        id=name,
        page_sha256="0" * 64,
        text=text,
        source=f"press/{name}.txt",
        passages=(span(text[text.index("Shelling") : text.index("\n\nLeave")]),),
        noise=(span("Home | Region | Subscribe\n\n"), span("Leave a Reply\n")),
        title="Shelling at the pass kills four",
        publisher="Example Pass Gazette",
        url="https://example.org/pass",
        language="en",
        published=Dating(
            start=date(2024, 5, 1),
            end=date(2024, 5, 31),
            precision=DatePrecision.MONTH,
            basis=Basis.INFERRED,
            why="the shelling is told in the past tense",
            conflicts=(
                DateConflict(
                    text="12 March 2019", why="five years before what it tells", span=span("12 March 2019")
                ),
                DateConflict(text="2019-03-12", why="the address has it, the text does not"),
            ),
        ),
    )


def statement(doc: Document, quote: str, trigger: str, kind: EventType, **told: object) -> Statement:
    clause, word = evidence(doc, quote), evidence(doc, trigger)
    anchor = stable_id("s", doc.id, clause.span.start, trigger)
    return Statement(
        id=stable_id("r", anchor),
        anchor=anchor,
        evidence=clause,
        trigger=word,
        sentence=clause,
        type=kind,
        confidence=0.9,
        coded_by="test",
        **told,  # type: ignore[arg-type]
    )


REBELS = Actor(mention="rebels", code="PAK.REB")
SOLDIERS = Actor(mention="at least four soldiers", code="PAK.MIL")
BOTH = (
    Actor(mention="Both governments", code="PAK.GOV", resolved_by="description"),
    Actor(mention="Both governments", code="IRN.GOV", resolved_by="description"),
)


def reading(name: str = "story-1") -> Reading:
    doc = document(name)
    shelling = statement(
        doc,
        "rebels shelled the pass on 3 May 2024, killing at least four soldiers",
        "shelled",
        EventType.ASSAULT,
        mode="heavy-weapons",
        actors=(REBELS,),
        recipients=(SOLDIERS,),
        speaker=Actor(mention="Border police", code="PAK.COP"),
        stance=Stance.ALLEGES,
        place=Place(mention="the pass", name="Example Pass", country="PAK", level=PlaceLevel.SITE),
        time=TimeSpan(
            mention="3 May 2024", start=date(2024, 5, 3), end=date(2024, 5, 3), precision=DatePrecision.DAY
        ),
        deaths=Toll(low=4, whom="soldiers"),
    )
    denial = statement(
        doc,
        "The\nrebel command denied the attack",
        "denied",
        EventType.REJECT,
        actors=(Actor(mention="The rebel command", code="PAK.REB"),),
        about=shelling.anchor,
    )
    truce = statement(
        doc,
        "Both governments agreed in Geneva to hold their fire",
        "agreed",
        EventType.AGREE,
        actors=BOTH,
        place=Place(mention="Geneva", name="Geneva", country="CHE", level=PlaceLevel.TOWN),
        ceasefire=Truce(parties=("PAK.GOV", "IRN.GOV"), phase=CeasefirePhase.AGREED),
    )
    patrol = statement(
        doc,
        "a joint patrol",
        "promised",  # stands just before the clause
        EventType.COOPERATE,
        aux=Auxiliary.FUTURE,
        actors=BOTH,
        commitment=Undertaking(object="a joint patrol", status=CommitmentStatus.PLEDGED),
    )
    contest = Contest(
        proposition="rebels shelled the pass",
        asserted_by=("PAK.COP",),
        contested_by=("PAK.REB",),
        how=DisputeKind.DENIES,
        asserting=shelling.evidence,
        contesting=denial.evidence,
    )
    return Reading(
        document=doc, reader="test-1", statements=(shelling, denial, truce, patrol), contests=(contest,)
    )


def fused(first: Reading, second: Reading) -> Fused:
    """Two tellings of the shelling, one truce, one pledge."""
    shellings = tuple(r.statements[0] for r in (first, second))
    _, _, truce, patrol = first.statements
    return Fused(
        families=(Family(id="f1", documents=(first.document.id,), founder=first.document.id),),
        links=(
            Link(
                a=first.document.id,
                b=second.document.id,
                relation=Relation.REWRITE,
                why="same order",
                score=0.8,
            ),
        ),
        stories=(Story(id="t1", documents=(first.document.id, second.document.id), title="Shelling"),),
        incidents=(
            Incident(
                id="i1",
                type=EventType.ASSAULT,
                mode="heavy-weapons",
                reports=tuple(Report(statement=s, family="f1", published="2024-05") for s in shellings),
                actors=("PAK.REB",),
                recipients=("PAK.MIL",),
                place=shellings[0].place,
                start=date(2024, 5, 3),
                end=date(2024, 5, 3),
                precision=DatePrecision.DAY,
                told="claim",
                witnesses=1,
                deaths=Toll(low=4),
                contradictions=(
                    Contradiction(
                        field="deaths",
                        values=(("4+", shellings[0].evidence), ("9", shellings[1].evidence)),
                    ),
                ),
            ),
        ),
        commitments=(
            Commitment(
                id="c1",
                object="a joint patrol",
                by=("PAK.GOV", "IRN.GOV"),
                toward=(),
                status=CommitmentStatus.PLEDGED,
                history=(step("pledged", patrol),),
            ),
        ),
        ceasefires=(
            Ceasefire(
                id="z1",
                parties=("PAK.GOV", "IRN.GOV"),
                mediators=(),
                phase=CeasefirePhase.AGREED,
                history=(step("agreed", truce),),
            ),
        ),
        drift=(
            Drift(
                attributed=shellings[0].evidence,
                flat=shellings[1].evidence,
                speaker="PAK.COP",
                same_family=True,
            ),
        ),
    )


def step(label: str, told: Statement) -> Step:
    return Step(label=label, published="2024-05", evidence=told.evidence, anchor=told.anchor, family="f1")
