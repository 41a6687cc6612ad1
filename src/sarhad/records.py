"""Every record that travels along the line: frozen, slotted, keyword-only.

Page → Document → Reading (Statements) → Family, Story, Incident, Talk, Dispute, Commitment, Ceasefire → Brief.

Offsets are half-open and count Unicode code points of `Document.text`. An `Evidence` is made only by
`Document.quote`, so a quote always equals the text it points at.

Two ids. An *anchor* hashes what does not depend on the reader (document, span, trigger; for a thread, its
founding anchor): judgements and citations hang on anchors and survive a re-reading. A *reading id* adds the
reader's version, so a second run is an upsert and a new reader adds beside the old.
"""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from sarhad.codebook import (
    Arrangement,
    Auxiliary,
    Avowal,
    Basis,
    CeasefirePhase,
    CommitmentStatus,
    Course,
    Credibility,
    DatePrecision,
    DisputeKind,
    Ending,
    EventType,
    Manner,
    PlaceLevel,
    Relation,
    Reliability,
    Scope,
    Stance,
    StandingKind,
    TalkLevel,
    TalkPart,
    plain,
)


def stable_id(prefix: str, *parts: object) -> str:
    """A short hash id, the same on every machine and in every run, e.g. `stable_id("s", doc, 3, 9)`."""
    digest = hashlib.sha256("\x1f".join(map(str, parts)).encode()).hexdigest()
    return f"{prefix}{digest[:16]}"


# --- where a thing stands in a text


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Span:
    """Half-open range of code points, 0 ≤ start ≤ end."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"no span from {self.start} to {self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: "Span") -> bool:
        """Whether `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A quote and where it stands. Made only by `Document.quote`."""

    document_id: str
    span: Span
    quote: str


def _where(evidence: Evidence) -> tuple[str, int, int]:
    return evidence.document_id, evidence.span.start, evidence.span.end


# --- pages and documents


@dataclass(frozen=True, slots=True, kw_only=True)
class Claims:
    """What came along with a page, from a feed item, a JSON row or a caller: claims, not facts."""

    id: str | None = None
    title: str | None = None
    outlet: str | None = None
    date: str | None = None
    url: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """Bytes as they came. `source` is the path, URL or feed they came from; `media_type` what they hold
    ("text/html", "text/plain", "application/pdf"). A JSON row is a page of type text/plain with its claims."""

    body: bytes
    source: str
    media_type: str
    fetched_at: datetime | None = None
    claims: Claims = Claims()

    @property
    def sha256(self) -> str:
        """Content address of the bytes."""
        return hashlib.sha256(self.body).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class DateCandidate:
    """One date that a page claims or that its text supports, kept apart from the others.

    `origin` is one of crawl, metadata, header, dateline, url, feed, footer, inferred. `start`..`end` is the
    span of days it allows (one day when start == end). `text` is the words it was read from, where it stands in
    the document's text `span` says where.
    """

    origin: str
    start: date
    end: date
    precision: DatePrecision
    text: str = ""
    span: Span | None = None
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DateConflict:
    """A date that cannot be the date of publication (or contradicts the one that won), and why."""

    text: str
    why: str
    span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Dating:
    """Which date is the date of publication, on what basis, and which claims lost.

    `start`..`end` is the span of days (both None: unknown). `date` prints it at its precision. `conflicts` are
    claims that lost; `traps` are other dates on the page that a reader could take for the date of publication.
    """

    start: date | None = None
    end: date | None = None
    precision: DatePrecision = DatePrecision.UNKNOWN
    basis: Basis = Basis.INFERRED
    why: str = "no date found"
    candidates: tuple[DateCandidate, ...] = ()
    conflicts: tuple[DateConflict, ...] = ()
    traps: tuple[DateConflict, ...] = ()
    settled: bool = False

    @property
    def date(self) -> str | None:
        """YYYY-MM-DD, YYYY-MM or YYYY, or None when unknown."""
        if self.start is None or self.precision is DatePrecision.UNKNOWN:
            return None
        iso = self.start.isoformat()
        return {DatePrecision.DAY: iso, DatePrecision.WEEK: iso, DatePrecision.MONTH: iso[:7]}.get(
            self.precision, iso[:4]
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """`length` code points of the document's text at `start` come from the decoded page at `page_start`."""

    start: int
    page_start: int
    length: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One fetched text, cleaned but complete.

    `text` is everything a reader could see: for plain text the input itself, unaltered; for HTML the visible text
    in order, blocks joined by newlines, with `segments` leading back to the decoded page. `noise` are the spans
    of `text` that are not the article; `passages` the paragraphs that are (title and headings included, in
    order); both are disjoint. Quotes are substrings of `text`.
    `id` is the row's own id when the page came with one, else hashed from the page. `page_sha256` is the content
    address of the bytes.
    """

    id: str
    page_sha256: str
    text: str
    source: str
    passages: tuple[Span, ...]
    noise: tuple[Span, ...] = ()
    segments: tuple[Segment, ...] = ()
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    language: str = "und"
    published: Dating = Dating()
    fetched_at: datetime | None = None

    def quote(self, span: Span) -> Evidence:
        """The evidence at `span`; IndexError when it runs past the text."""
        if span.end > len(self.text):
            raise IndexError(
                f"span {span.start}–{span.end} runs past the {len(self.text)} characters of {self.id}"
            )
        return Evidence(document_id=self.id, span=span, quote=self.text[span.start : span.end])

    def article(self) -> str:
        """The article alone: its passages joined by blank lines."""
        return "\n\n".join(self.text[p.start : p.end] for p in self.passages)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dropped:
    """A page or document that left the line, at which stage and why. Never None, never silence."""

    document_id: str
    stage: str
    reason: str
    source: str = ""


# --- what a clause tells


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Who, as the text said it and as it was resolved. `resolved_by` names the way: name, office, adjective,
    metonym, description, pronoun, group, provisional (a group named that the registry does not know), event (carried
    over from an act told elsewhere), place, open. `official` is False for someone acting in a private capacity."""

    mention: str
    code: str
    name: str | None = None
    span: Span | None = None
    resolved_by: str = "name"
    official: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where, as the text said it and as it was resolved. `country` is ISO 3166-1 alpha-3, None when it lies in
    several or is unknown. `latitude`, `longitude` in degrees (WGS 84), only for site and town."""

    mention: str
    name: str
    country: str | None
    level: PlaceLevel
    span: Span | None = None
    latitude: float | None = None
    longitude: float | None = None
    geonames_id: int | None = None
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeSpan:
    """When, as the text said it and as the span of days it means (inclusive)."""

    mention: str
    start: date
    end: date
    precision: DatePrecision
    span: Span | None = None
    why: str = ""

    def meets(self, other: "TimeSpan") -> bool:
        """Whether the two have a day in common."""
        return self.start <= other.end and other.start <= self.end


@dataclass(frozen=True, slots=True, kw_only=True)
class Toll:
    """A count of people. `high` None: open upward ("at least four")."""

    low: int
    high: int | None = None
    whom: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Undertaking:
    """What a statement says of a commitment: its object in the text's words, where it stands, what blocks it."""

    object: str
    status: CommitmentStatus
    blocker: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Truce:
    """What a statement says of a ceasefire: who would hold fire, who mediates (actor codes), the phase."""

    parties: tuple[str, ...]
    phase: CeasefirePhase
    mediators: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One act told by one clause.

    `about` is the anchor of the statement this one speaks about (an accusation's content). `coded_by` names the
    part that coded it; `confidence` is between 0 and 1, and below `UNSURE` the statement goes under "unsure".
    """

    id: str
    anchor: str
    evidence: Evidence
    trigger: Evidence
    sentence: Evidence
    type: EventType
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    aux: Auxiliary | None = None
    scope: Scope = Scope.SINGLE
    actors: tuple[Actor, ...] = ()
    recipients: tuple[Actor, ...] = ()
    speaker: Actor | None = None
    stance: Stance = Stance.ASSERTS
    about: str | None = None
    place: Place | None = None
    time: TimeSpan | None = None
    deaths: Toll | None = None
    injured: Toll | None = None
    commitment: Undertaking | None = None
    ceasefire: Truce | None = None
    confidence: float = 1.0
    coded_by: str = ""

    @property
    def document_id(self) -> str:
        return self.evidence.document_id

    @property
    def names_its_place(self) -> bool:
        """Whether the place stands in the statement's own sentence, not carried over from elsewhere."""
        place = self.place
        return place is not None and place.span is not None and self.sentence.span.covers(place.span)

    @property
    def plain(self) -> bool:
        """Whether it is told as plain fact. An accusation, a "may attack", a denial is not."""
        return plain(self.stance, self.aux)

    @property
    def codes(self) -> frozenset[str]:
        """Codes of actors and recipients together."""
        return frozenset(a.code for a in (*self.actors, *self.recipients))


UNSURE = 0.7
"""Statements below this confidence are told under "unsure", apart from everything else. The confidence of a reading is
the share of statements like it that an independent coder found and typed the same (docs/benchmarks.md shows the
curve), so seven in ten of the statements on the line hold."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contest:
    """A dispute that is visible inside one document."""

    proposition: str
    asserted_by: tuple[str, ...]
    contested_by: tuple[str, ...]
    how: DisputeKind
    asserting: Evidence
    contesting: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """All that one reader found in one document. `unread` says why nothing was read (language, length, screen), or,
    beginning with `SILENT`, why nothing was found in what was read."""

    document: Document
    reader: str
    statements: tuple[Statement, ...] = ()
    contests: tuple[Contest, ...] = ()
    unread: str | None = None

    @property
    def silent(self) -> bool:
        """Whether it was read and nothing was found."""
        return self.unread is not None and self.unread.startswith(SILENT)

    @property
    def unknown(self) -> bool:
        """Whether what it tells is not known: it was neither read nor screened out."""
        return self.unread is not None and not self.unread.startswith((SILENT, SCREENED))


SILENT = "read, but "
"""Begins the reason why a document that was read tells nothing."""

SCREENED = "screened out: "
"""Begins the reason why a document was not read for a border."""


# --- what many documents tell together


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """How two documents stand to each other, and the shared passages that show it."""

    a: str
    b: str
    relation: Relation
    why: str
    score: float
    shared: tuple[tuple[Evidence, Evidence], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """Documents that descend from one telling: one witness. `founder` is the earliest."""

    id: str
    documents: tuple[str, ...]
    founder: str
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """Documents about one occurrence."""

    id: str
    documents: tuple[str, ...]
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One statement's value for an incident, talk or thread, with the family that tells it.

    An `unsure` report is kept beside the others and changes nothing: no toll, no witness, no word of what is told. A `borrowed`
    one tells flatly what another telling attributes: nobody's own word.
    """

    statement: Statement
    family: str
    published: str | None = None
    unsure: bool = False
    borrowed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Contradiction:
    """Two or more reported values of one field that cannot both be true; `unsure` where what they are said of may be misread."""

    field: str
    values: tuple[tuple[str, Evidence], ...]
    why: str = ""
    unsure: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """One count of one group: the number, who counted (None: the outlet itself), when the count was published, its words."""

    toll: Toll
    by: str | None
    published: str | None
    family: str
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupToll:
    """How many of one group were killed or injured, by one counting party: the lowest, the best and the highest count.

    `kind` is "deaths" or "injured", `group` "people", "civilians", "soldiers", "children" …; `by` is the code of who counts, None
    for outlets in their own voice. The best is the newest count; of several on one day the one most families tell, then the lower.
    `high` None: open upward. Groups may hold each other ("37 people, including three children"), so they are never added up.
    """

    kind: str
    group: str
    by: str | None
    low: int
    best: int
    high: int | None
    counts: tuple[Count, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Grade:
    """Admiralty: the best source among the witnesses and how far the information holds, judged apart, each with its reason."""

    source: Reliability
    information: Credibility
    source_why: str
    information_why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Avowed:
    """How one party stands to an incident, in the words that say so: it claims it, lays it at somebody's door (`of`), denies it.

    `by` is None for "nobody has claimed it". `thread` is the accusation or dispute that the words stand in; `silent_days` how long the
    record holds no answer to the accusation. `anchor` is that of the statement that tells it, where one does.
    """

    how: Avowal
    by: str | None
    evidence: Evidence
    family: str
    published: str | None
    of: tuple[str, ...] = ()
    anchor: str | None = None
    thread: str | None = None
    silent_days: int | None = None
    unsure: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident:
    """Many statements, one happening. Every report's value stays; nothing is averaged away.

    `told` is "fact" when at least one report tells it plainly, "claim" when only alleged, "denied" when a denial
    stands against an allegation or against what parties' word alone tells, "unsure" when the reader is sure of no
    report. `witnesses` counts independent families that tell it surely; `interested` are the sides of the incident that are heard among them (a party's word, or an
    outlet that a party owns), `disinterested` the witnesses that are no party's. `avowals` say who claims it, who is accused of it
    and who denies it.
    """

    id: str
    type: EventType
    mode: str | None
    reports: tuple[Report, ...]
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    place: Place | None
    start: date | None
    end: date | None
    precision: DatePrecision
    told: str
    witnesses: int
    deaths: Toll | None = None
    injured: Toll | None = None
    contradictions: tuple[Contradiction, ...] = ()
    date_basis: str = ""
    tolls: tuple[GroupToll, ...] = ()
    grade: Grade | None = None
    interested: tuple[str, ...] = ()
    disinterested: int = 0
    avowals: tuple[Avowed, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """What is told as going on rather than as one act: a series, a trend, a war, talks that go on and off.

    Also acts that nothing tells from others of their kind ("they struck the country"). It counts nothing and
    confirms nothing; `kind` is the commonest scope of its reports.
    """

    id: str
    type: EventType
    kind: str
    parties: tuple[str, ...]
    reports: tuple[Report, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Noted:
    """A detail of a thread, with the sentence that tells it. A detail that no sentence tells is not there."""

    value: str
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Capacity:
    """The office in which somebody takes part in a talk, in the words of the text, and how high it is."""

    code: str
    name: str | None
    office: str
    level: TalkLevel | None
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Promised:
    """When the parties of a talk said they would meet again, and where; what the record holds of it since, "" while it may be too early to say.

    `kept_in` is the id of the talk that followed.
    """

    time: TimeSpan
    evidence: Evidence
    place: Place | None = None
    became: str = ""
    kept_in: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """One who stands beside a talk without being party to it: its host, a mediator, a witness; with the sentence that says so."""

    code: str
    part: TalkPart
    evidence: Evidence
    name: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Talk:
    """A visit, meeting, round or call.

    What follows `host` comes from the sentences of its reports and is empty where they do not tell it; `result` is the
    sentence that `outcome` rests on. `beside` are its host, mediators and witnesses by the words that tell them; who is only these
    is no participant.
    """

    id: str
    kind: str
    participants: tuple[Actor, ...]
    mediators: tuple[str, ...]
    reports: tuple[Report, ...]
    venue: Place | None
    start: date | None
    end: date | None
    precision: DatePrecision
    witnesses: int
    planned: bool = False
    outcome: str | None = None
    host: str | None = None
    level: TalkLevel | None = None
    capacities: tuple[Capacity, ...] = ()
    round: Noted | None = None
    occasion: Noted | None = None
    subjects: tuple[Noted, ...] = ()
    result: Evidence | None = None
    next: Promised | None = None
    beside: tuple[Beside, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """Where one speaker stood to a proposition, when, in which words. `manner` is finer than the stance; `anchor` is that
    of the statement that tells it, where one does."""

    speaker: str
    stance: Stance
    evidence: Evidence
    published: str | None
    family: str
    name: str | None = None
    manner: Manner | None = None
    anchor: str | None = None

    @property
    def claims(self) -> bool:
        """Whether it puts the proposition forward."""
        return self.stance in (Stance.ASSERTS, Stance.ALLEGES)

    @property
    def answers(self) -> bool:
        """Whether it answers the proposition: to say nothing when asked is no answer."""
        return not self.claims and self.manner is not Manner.FALLS_SILENT


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    """A proposition, who asserts it, who contests it and how, in order of time.

    `unanswered_since` is the first day on which it was asserted anew after the last answer, `silent_days` how long that was
    before the newest page of the record.
    """

    id: str
    proposition: str
    asserted_by: tuple[str, ...]
    contested_by: tuple[str, ...]
    how: DisputeKind
    positions: tuple[Position, ...]
    witnesses: int = 1
    unanswered_since: str | None = None
    silent_days: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Accusation:
    """A charge that nobody in the record answers, with everybody who repeats it.

    `unanswered_since` is the day it was first told, `heard_until` the last day of which the record holds a page: the
    silence is counted between the two, and is the record's as much as the accused's. `answered_elsewhere` holds denials of
    the same party toward the same accuser that may answer something else.
    """

    id: str
    proposition: str
    by: tuple[str, ...]
    against: tuple[str, ...]
    positions: tuple[Position, ...]
    unanswered_since: str | None
    heard_until: str | None
    silent_days: int | None
    answered_elsewhere: tuple[Position, ...] = ()
    witnesses: int = 1


RECALLED = "recalled"
"""Note of a step that only recalls a promise of which more was told before: it stands in the history and moves no status."""
ALLEGED, ONE_WITNESS, CORROBORATED = "alleged", "told by one witness", "corroborated"
ACT_CORROBORATED = "alleged; the act corroborated, not whose it was"
"""Notes of a violation: how far it is borne out."""
RETOLD = "told again"
"""Note of an agreement that is told in passing: it was made some time before its page."""
CLAIMED = "one side's word"
"""Note of a ceasefire that a party says holds after it was told as over: it stands in the history and moves no phase."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One entry in a thread's history (a commitment's status or a ceasefire's phase), with its evidence.

    An `unsure` step stands in the history and moves neither status nor phase. The `note` of a violation says whether it is
    "alleged", "told by one witness" or "corroborated", or that others tell the act and not whose it was; of an
    end, "suspended"; of an agreement told in passing, "told again"; of a ceasefire that was told as over, "one side's word" that it holds. `kroc` is how far a commitment is told as
    carried out (0 to 3), `course` what became of it.
    """

    label: str
    published: str | None
    evidence: Evidence
    anchor: str
    family: str
    time: TimeSpan | None = None
    aux: Auxiliary | None = None
    speaker: str | None = None
    note: str = ""
    unsure: bool = False
    kroc: int | None = None
    course: Course | None = None


def last_moving(steps: Sequence[Step]) -> Step:
    """The last step that says how a thread stands."""
    return next((s for s in reversed(steps) if s.note != RECALLED), steps[-1])


def once_dated(steps: Sequence[Step]) -> list[Step]:
    """A ceasefire's steps without those that tell loosely what another tells with its day: a headline beside what stands below it, an
    agreement "in March" beside that of the 14th. An end comes once: on whichever page its day is told."""
    dated = {_telling(s) for s in steps if s.time is not None}
    return [
        s
        for s in steps
        if not any(_finer(t, s) for t in steps) and (s.time is not None or _telling(s) not in dated)
    ]


def _telling(step: Step) -> tuple[str, str]:
    return step.label, "" if step.label in _ENDS else step.evidence.document_id


def _finer(a: Step, b: Step) -> bool:
    """Whether `a` tells, of what comes once, a day within the longer time that `b` tells."""
    if a.time is None or b.time is None or a.label != b.label or a.label not in _COMES_ONCE:
        return False
    inside = b.time.start <= a.time.start and a.time.end <= b.time.end
    return inside and (a.time.start, a.time.end) != (b.time.start, b.time.end)


_ENDS = (CeasefirePhase.ENDED.value, CeasefirePhase.COLLAPSED.value)
_COMES_ONCE = (CeasefirePhase.AGREED.value, *_ENDS)


def kroc_so_far(steps: Iterable[Step]) -> int | None:
    """The furthest that is told; what is reversed begins anew, a promise made again takes nothing back."""
    far: int | None = None
    for step in steps:
        if step.course is Course.REVERSED:
            far = 0
        elif step.kroc is not None:
            far = max(far or 0, step.kroc)
    return far


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """By when something is to be done, in the words of the text, and the last day that they allow."""

    mention: str
    end: date
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Blocker:
    """What or who is said to stand in the way. `by` is the code of a third party that opposes it, None for a cause told in
    words."""

    what: str
    by: str | None
    evidence: Evidence
    published: str | None
    family: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A standing project or obligation: a named thing (a pipeline, a crossing, an agreement) that commitments attach to.

    `reports` are all that tell of it, also of nobody's promise; `opposition` is a third party's word against it.
    """

    id: str
    kind: StandingKind
    name: str
    parties: tuple[str, ...]
    commitments: tuple[str, ...]
    reports: tuple[Report, ...]
    opposition: tuple[Blocker, ...] = ()
    witnesses: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Commitment:
    """An undertaking and what became of it. `status` is the last sure step's; `silent_since` the date of that report.

    One whose steps are all unsure has no witness. `kroc` is how far it is told as carried out: 0 not begun, 1 begun, 2 in
    part, 3 in full. `course` is `lapsed` when its deadline passed and no later page tells that it was kept. `standing` are
    the ids of the standing things it attaches to.
    """

    id: str
    object: str
    by: tuple[str, ...]
    toward: tuple[str, ...]
    status: CommitmentStatus
    history: tuple[Step, ...]
    blocker: str | None = None
    silent_since: str | None = None
    witnesses: int = 1
    kroc: int | None = None
    course: Course | None = None
    deadline: Deadline | None = None
    condition: Noted | None = None
    blockers: tuple[Blocker, ...] = ()
    standing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Mechanism:
    """What one telling says of a means to keep a ceasefire: "agreed", "proposed" or "refused"."""

    kind: Arrangement
    standing: str
    evidence: Evidence
    family: str
    published: str | None = None
    unsure: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """An offer to mediate and what became of it: "accepted", "refused", "accepted by one party, refused by another", "taken up"
    (talks with the mediator; "perhaps" where these are read unsurely) or "no answer reported". Who surely accepted or refused it
    is named beside that."""

    by: tuple[str, ...]
    evidence: Evidence
    family: str
    published: str | None
    became: str
    answers: tuple[Evidence, ...] = ()
    unsure: bool = False
    accepted_by: tuple[str, ...] = ()
    refused_by: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """By who offers and where it is told."""
        return stable_id("o", *self.by, *_where(self.evidence))


@dataclass(frozen=True, slots=True, kw_only=True)
class ViolentDay:
    """Incidents of violence between the parties on one day, and how many independent families tell of them."""

    day: date
    incidents: int
    families: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Violence:
    """Violence between a ceasefire's parties over a span of days (inclusive); days not listed have none told.

    `read` counts the families published in the span: where nothing was read, nothing told says nothing. `beside` counts what `days`
    leave out: acts told unsurely, as a party's word, on no day, or of nobody named against one of them, and what is told as going on.
    """

    start: date
    end: date
    days: tuple[ViolentDay, ...]
    read: int
    beside: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Ceasefire:
    """A ceasefire between parties, its phases in order of time. One whose steps are all unsure has no witness.

    `since` is the day from which it is told to hold; `before` and `after` are the violence up to that day and from it on. `ending`
    says how it came to stand no longer, None while nothing firm tells so; `superseded_by` is the thread that took its place.
    """

    id: str
    parties: tuple[str, ...]
    mediators: tuple[str, ...]
    phase: CeasefirePhase
    history: tuple[Step, ...]
    place: Place | None = None
    witnesses: int = 1
    mechanisms: tuple[Mechanism, ...] = ()
    offers: tuple[Offer, ...] = ()
    since: date | None = None
    before: Violence | None = None
    after: Violence | None = None
    ending: Ending | None = None
    superseded_by: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Drift:
    """A claim attributed in one telling and told flatly in another; `unsure` where one of them may be misread."""

    attributed: Evidence
    flat: Evidence
    speaker: str | None
    same_family: bool
    unsure: bool = False

    @property
    def id(self) -> str:
        """By where the two stand."""
        return stable_id("w", *_where(self.attributed), *_where(self.flat))


@dataclass(frozen=True, slots=True, kw_only=True)
class Fused:
    """Everything that many readings tell together."""

    families: tuple[Family, ...] = ()
    links: tuple[Link, ...] = ()
    stories: tuple[Story, ...] = ()
    incidents: tuple[Incident, ...] = ()
    talks: tuple[Talk, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    ceasefires: tuple[Ceasefire, ...] = ()
    drift: tuple[Drift, ...] = ()
    assessments: tuple[Assessment, ...] = ()
    accusations: tuple[Accusation, ...] = ()
    standing: tuple[Standing, ...] = ()

    @property
    def offers(self) -> tuple[Offer, ...]:
        """The offers to mediate of all ceasefires."""
        return tuple(o for c in self.ceasefires for o in c.offers)


# --- what a person says to it


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """A person's word on a machine reading, kept beside it. `target` is an anchor (statement) or a thread's id.

    `verdict` is accept, reject or correct; a correction names the `field` and the new `value`. A merge or split names the
    kind of thread in `field`, a merge what it is merged with in `value`. `undone_at` is set when it was taken back; nothing
    is ever overwritten.
    """

    id: str
    target: str
    verdict: str
    made_at: datetime
    field: str | None = None
    value: str | None = None
    reason: str = ""
    undone_at: datetime | None = None


# --- what a list shows


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilyRow:
    """A family of several documents with how they stand to each other."""

    id: str
    founder: str
    documents: tuple[str, ...]
    why: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryRow:
    """A story of several documents: the families that tell it, and the days of which its documents are."""

    id: str
    title: str
    documents: tuple[str, ...]
    families: tuple[str, ...]
    start: date | None
    end: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferRow:
    """An offer to mediate and what became of it. `ceasefire` is the thread it belongs to; without one the offer is told on its own,
    `became` is empty, and `id` is the anchor of its statement. `again`: where the same is told once more."""

    id: str
    by: tuple[str, ...]
    parties: tuple[str, ...]
    published: str | None
    became: str
    evidence: Evidence
    answers: tuple[Evidence, ...] = ()
    ceasefire: str | None = None
    unsure: bool = False
    accepted_by: tuple[str, ...] = ()
    refused_by: tuple[str, ...] = ()
    again: tuple[Evidence, ...] = ()


# --- what is told


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """A document and the sentence a line of the brief rests on."""

    document_id: str
    quote: str
    publisher: str | None = None
    published: str | None = None
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of a brief. `refers_to` is the id it can be followed by (`sarhad show ID`)."""

    text: str
    citations: tuple[Citation, ...] = ()
    refers_to: str | None = None
    details: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A headed part of a brief; `empty` is what to say when it holds no line."""

    key: str
    title: str
    lines: tuple[Line, ...] = ()
    empty: str = "Nothing reported."


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """What a monitoring mission would report, in its order. `arrow` is better, worse, unchanged or unclear."""

    theatre: str
    since: date | None
    until: date | None
    arrow: str
    arrow_why: str
    sections: tuple[Section, ...]
    documents: int
    families: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """What to show. Empty means everything; `theatre_actors`/`theatre_places` come from a theatre."""

    actor: str | None = None
    type: EventType | None = None
    place: str | None = None
    since: date | None = None
    until: date | None = None
    theatre_codes: frozenset[str] = field(default_factory=frozenset)


def by_id(documents: Iterable[Document]) -> Mapping[str, Document]:
    """Look-up of documents by id."""
    return {d.id: d for d in documents}
