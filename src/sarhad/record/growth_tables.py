"""The tables of what joining has worked out so far (see `growth`), and from what threads were last put together (`up_to_date`).

Nothing here is evidence: it is an index that can be made anew from the readings at any time. So its tables are made when they are first needed,
in older records too, and carry no moments. Rows are only added; of several about one thing the last one counts.
"""

from sqlalchemy import BigInteger, Column, Index, Integer, LargeBinary, MetaData, String, Table, Text

metadata = MetaData()


def _seq(comment: str = "order of writing") -> "Column[int]":
    return Column("seq", Integer, primary_key=True, autoincrement=True, comment=comment)


def _day() -> "Column[int]":
    return Column(
        "day", Integer, nullable=False, comment="its day, counted from year one; the last when unknown"
    )


joined = Table(
    "grown_joined",
    metadata,
    _seq("order of joining"),
    Column("document_id", Text, nullable=False, comment="a document"),
    Column("joined_as", String(64), comment="hash of what it joined as; empty when it was taken out again"),
    Column("glance", LargeBinary, comment="by what it is first compared"),
    Column("payload", LargeBinary, comment="what it joined as (Document as JSON, zlib-compressed)"),
    Index("grown_joined_document", "document_id", "seq"),
    comment="Which documents joined.",
)

found = Table(
    "grown_found",
    metadata,
    _seq(),
    Column("key", BigInteger, nullable=False, comment="hash of a passage, or of a word and a week"),
    Column("joined", Integer, nullable=False, comment="number of the joining of a document found by it"),
    Index("grown_found_key", "key", "joined"),
    comment="By what a document is found.",
)

edges = Table(
    "grown_edges",
    metadata,
    _seq(),
    Column("a", Integer, nullable=False, comment="number of a document's joining"),
    Column("b", Integer, nullable=False, comment="of one that joined before it"),
    Column("alike", Integer, nullable=False, comment="how alike they are, in millionths"),
    Index("grown_edges_a", "a"),
    Index("grown_edges_b", "b"),
    comment="Which documents are alike.",
)

stories = Table(
    "grown_stories",
    metadata,
    _seq(),
    Column("document_id", Text, nullable=False, comment="a document"),
    _day(),
    Column("founder", Text, comment="the document that founded its story; empty when it was taken out again"),
    Index("grown_stories_document", "document_id", "seq"),
    Index("grown_stories_founder", "founder", "day"),
    comment="Which story a document belongs to.",
)

sums = Table(
    "grown_sums",
    metadata,
    _seq(),
    Column("document_id", Text, nullable=False, comment="a document"),
    _day(),
    Column("founder", Text, nullable=False, comment="the document that founded a story"),
    Column(
        "total", Integer, nullable=False, comment="how like its earlier documents, in millionths; 0 for none"
    ),
    Index("grown_sums_document", "document_id", "founder", "seq"),
    Index("grown_sums_founder", "founder", "day"),
    comment="How like the stories before it a document is.",
)

links = Table(
    "grown_links",
    metadata,
    _seq(),
    Column("a", Text, nullable=False, comment="a document"),
    Column("b", Text, nullable=False, comment="another"),
    Column(
        "payload", Text, comment="how they stand to each other (Link as JSON); empty when one was taken out"
    ),
    Index("grown_links_a", "a"),
    Index("grown_links_b", "b"),
    comment="How documents stand to each other.",
)

fusings = Table(
    "grown_fusings",
    metadata,
    _seq("order of putting together"),
    Column("state", Text, nullable=False, comment="mark of all that was looked at, and by which Sarhad"),
    comment="From what the threads were put together.",
)
