"""The tables of the record. Every column's comment goes into the data dictionary, word for word.

Portable on purpose: text, whole numbers and bytes only. Days are ISO text (YYYY-MM-DD), moments ISO text in UTC with
microseconds, so they sort as they stand on any database; a record of any class is exact JSON in `payload`.
Rows are only ever added. What is shown is worked out by the view from the newest rows.
"""

from sqlalchemy import Column, ForeignKey, Index, Integer, LargeBinary, MetaData, String, Table, Text

SCHEMA_VERSION = 2
"""One more for each table or column that is added; `migrating` brings older records up to it."""
FORMAT = "sarhad record"

metadata = MetaData()


def _recorded() -> "Column[str]":
    return Column("recorded_at", String(32), nullable=False, comment="when this row was written (UTC)")


def _reader(comment: str = "version of the reader that made this row") -> "Column[str]":
    return Column("reader", Text, nullable=False, comment=comment)


meta = Table(
    "meta",
    metadata,
    Column(
        "key",
        String(40),
        primary_key=True,
        comment="format, schema_version, created_at, or migrated_to_ and the schema that it was brought up to",
    ),
    Column("value", Text, nullable=False, comment="its value"),
    comment="What this file is.",
)

pages = Table(
    "pages",
    metadata,
    Column("sha256", String(64), primary_key=True, comment="content address of the bytes"),
    Column("body", LargeBinary, nullable=False, comment="the bytes as they came, zlib-compressed"),
    Column("size", Integer, nullable=False, comment="their number before compression"),
    Column("media_type", String(120), nullable=False, comment="what they hold, such as text/html"),
    Column("first_seen", String(32), nullable=False, comment="when they were first kept (UTC)"),
    comment="Bytes as fetched, once each, so that every reading can be run again.",
)

arrivals = Table(
    "arrivals",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=True, comment="order of arrival"),
    Column(
        "key",
        String(40),
        nullable=False,
        unique=True,
        comment="hash of the bytes and of the id they came with",
    ),
    Column("page_sha256", ForeignKey("pages.sha256"), nullable=False, comment="the bytes"),
    Column("claims_id", Text, comment="the id that the page came with, if any"),
    Column("source", Text, nullable=False, comment="path, URL or feed it came from"),
    Column("fetched_at", String(40), comment="when it was fetched, if known"),
    Column("payload", Text, nullable=False, comment="the page without its bytes, exact (Page as JSON)"),
    _recorded(),
    comment="One row for each page that came, with the claims that came along.",
)

texts = Table(
    "texts",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=True, comment="row number"),
    Column("sha256", String(64), nullable=False, unique=True, comment="content address of the text"),
    Column("text", Text, nullable=False, comment="the text of a document, noise included"),
    comment="Texts of documents, once each, however many readers read them.",
)

readings = Table(
    "readings",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=True, comment="order of recording"),
    Column("arrival", ForeignKey("arrivals.seq"), nullable=False, comment="the page that was read"),
    Column("document_id", Text, nullable=False, comment="id of the document"),
    Column(
        "revision", Integer, nullable=False, comment="1 for the first bytes under this id, 2 for the next, …"
    ),
    _reader(),
    Column("text_seq", ForeignKey("texts.seq"), nullable=False, comment="the document's text"),
    Column("title", Text, comment="title"),
    Column("publisher", Text, comment="who published it"),
    Column("url", Text, comment="where"),
    Column("language", String(20), nullable=False, comment="BCP 47 tag, und when unknown"),
    Column("published_from", String(10), comment="first day it can have been published (valid time)"),
    Column("published_to", String(10), comment="last such day"),
    Column(
        "published_precision", String(10), nullable=False, comment="day, week, month, season, year or unknown"
    ),
    Column("unread", Text, comment="why nothing was read, if so"),
    Column("payload", Text, nullable=False, comment="the document, exact (Document as JSON, its text apart)"),
    _recorded(),
    Index("readings_once", "arrival", "reader", unique=True),
    Index("readings_document", "document_id"),
    comment="One row for each document and reader version: the document as that version cleaned and dated it.",
)

statements = Table(
    "statements",
    metadata,
    Column("reading", ForeignKey("readings.seq"), primary_key=True, comment="the reading it belongs to"),
    Column("position", Integer, primary_key=True, comment="its place in the reading, from 0"),
    Column("id", String(40), nullable=False, comment="reading id: anchor and reader version"),
    Column(
        "anchor", String(40), nullable=False, comment="id that survives a re-reading; judgements hang on it"
    ),
    Column("document_id", Text, nullable=False, comment="the document that tells it"),
    _reader(),
    Column("type", String(20), nullable=False, comment="PLOVER event type"),
    Column("mode", String(20), comment="PLOVER mode"),
    Column("aux", String(20), comment="historical, future, hypothetical or negation"),
    Column("scope", String(20), nullable=False, comment="single, series or trend"),
    Column("stance", String(20), nullable=False, comment="asserts, alleges, denies, neither or reframes"),
    Column("actors", Text, nullable=False, comment="codes of who acts, with a space before and after each"),
    Column("recipients", Text, nullable=False, comment="codes of whom it is done to, likewise"),
    Column("speaker", Text, comment="code of who is cited for it"),
    Column("place", Text, comment="name of the place"),
    Column("country", String(3), comment="its country, ISO 3166-1 alpha-3"),
    Column("valid_from", String(10), comment="first day it can have happened (valid time)"),
    Column("valid_to", String(10), comment="last such day"),
    Column("payload", Text, nullable=False, comment="the statement, exact (Statement as JSON)"),
    _recorded(),
    Index("statements_id", "id"),
    Index("statements_anchor", "anchor"),
    comment="One row for each statement that one reader version found.",
)

contests = Table(
    "contests",
    metadata,
    Column("reading", ForeignKey("readings.seq"), primary_key=True, comment="the reading it belongs to"),
    Column("position", Integer, primary_key=True, comment="its place in the reading, from 0"),
    _reader(),
    Column("how", String(20), nullable=False, comment="denies, neither, reframes or counter-accuses"),
    Column("payload", Text, nullable=False, comment="the contest, exact (Contest as JSON)"),
    _recorded(),
    comment="Disputes visible inside one document.",
)

dropped = Table(
    "dropped",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=True, comment="order of recording"),
    Column(
        "id", String(40), nullable=False, unique=True, comment="hash of document, stage, reason and source"
    ),
    Column("document_id", Text, nullable=False, comment="id of the page or document"),
    Column("stage", String(40), nullable=False, comment="where on the line it left"),
    Column("reason", Text, nullable=False, comment="why"),
    Column("source", Text, nullable=False, comment="path, URL or feed it came from"),
    _recorded(),
    comment="Pages that left the line, and why.",
)

intakes = Table(
    "intakes",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=True, comment="order of taking in"),
    _recorded(),
    comment="One row for each run of taking in, written when it began. Since schema 2.",
)

runs = Table(
    "runs",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=True, comment="order of fusing"),
    _reader("reader versions whose statements were fused"),
    Column(
        "payload", Text, nullable=False, comment="ids of the threads of each kind in their order, as JSON"
    ),
    _recorded(),
    comment="One row for each fusing that changed anything.",
)

threads = Table(
    "threads",
    metadata,
    Column("run", ForeignKey("runs.seq"), primary_key=True, comment="the fusing that brought this state"),
    Column("kind", String(20), primary_key=True, comment="families, links, stories, incidents, talks, …"),
    Column("id", String(80), primary_key=True, comment="id of the thread, the same in every run"),
    Column("valid_from", String(10), comment="first day it can have happened (valid time)"),
    Column("valid_to", String(10), comment="last such day"),
    Column(
        "payload", Text, comment="the thread, exact (as JSON); empty from the run on that no longer finds it"
    ),
    _reader("reader versions whose statements were fused"),
    _recorded(),
    Index("threads_id", "kind", "id"),
    comment="What documents tell together. A row is added only when a thread is new, changed or gone.",
)

judgements = Table(
    "judgements",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=True, comment="order of recording"),
    Column("id", String(80), nullable=False, unique=True, comment="id of the judgement"),
    Column(
        "target", String(80), nullable=False, comment="anchor of a statement, or id of a thread or document"
    ),
    Column("verdict", String(20), nullable=False, comment="accept, reject, correct, merge or split"),
    Column(
        "field",
        String(40),
        comment="the field that is corrected; the kind of thread (family, story, incident, …) of a merge or split",
    ),
    Column(
        "value", Text, comment="what a person says it should be; the other document or statement of a merge"
    ),
    Column("reason", Text, nullable=False, comment="why"),
    Column("made_at", String(40), nullable=False, comment="when the person said so"),
    _recorded(),
    Index("judgements_target", "target"),
    comment="A person's words on machine readings, kept beside them.",
)

undone = Table(
    "undone",
    metadata,
    Column("judgement", String(80), primary_key=True, comment="id of the judgement that was taken back"),
    Column("made_at", String(40), nullable=False, comment="when it was taken back"),
    _recorded(),
    comment="Judgements taken back. The judgement itself stays.",
)
