"""What joining families and stories has worked out so far, kept beside the record so that a new page need not ask all the others.

Nothing here is evidence: it is an index that can be made anew from the readings at any time. So its tables are made when
they are first needed, in older records too, and carry no moments. Rows are only added here as well; of several about one thing the
last one counts.
"""

import json
import zlib
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from sqlalchemy import (
    Column,
    Connection,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    insert,
    select,
)

from sarhad.record.records_json import from_plain, to_json
from sarhad.records import Document, Link

K = TypeVar("K")
V = TypeVar("V")

metadata = MetaData()


def _seq() -> "Column[int]":
    return Column("seq", Integer, primary_key=True, autoincrement=True, comment="order of writing")


joined = Table(
    "growth_joined",
    metadata,
    _seq(),
    Column("document_id", Text, nullable=False, comment="a document that joined"),
    Column("joined_as", String(64), comment="hash of what it joined as; empty when it was taken out again"),
    Column("payload", LargeBinary, comment="what it joined as (Document as JSON, zlib-compressed)"),
    Index("growth_joined_document", "document_id"),
    comment="Which documents joined.",
)

keys = Table(
    "growth_keys",
    metadata,
    _seq(),
    Column("key", Text, nullable=False, comment="passage, or word and week"),
    Column("document_id", Text, nullable=False, comment="a document found by it"),
    Column("there", Integer, nullable=False, comment="1, or 0 when it was taken out again"),
    Index("growth_keys_key", "key"),
    comment="By what a document is found.",
)

edges = Table(
    "growth_edges",
    metadata,
    _seq(),
    Column("a", Text, nullable=False, comment="a document"),
    Column("b", Text, nullable=False, comment="one that joined before it"),
    Column(
        "alike",
        Integer,
        nullable=False,
        comment="how alike they are, in millionths; 0 when one was taken out",
    ),
    Index("growth_edges_a", "a"),
    Index("growth_edges_b", "b"),
    comment="Which documents are alike.",
)

stories = Table(
    "growth_stories",
    metadata,
    _seq(),
    Column("document_id", Text, nullable=False, comment="a document"),
    Column("founder", Text, comment="the document that founded its story; empty when it was taken out again"),
    Index("growth_stories_document", "document_id"),
    Index("growth_stories_founder", "founder"),
    comment="Which story a document belongs to.",
)

links = Table(
    "growth_links",
    metadata,
    _seq(),
    Column("a", Text, nullable=False, comment="a document"),
    Column("b", Text, nullable=False, comment="another"),
    Column(
        "payload", Text, comment="how they stand to each other (Link as JSON); empty when one was taken out"
    ),
    Index("growth_links_a", "a"),
    Index("growth_links_b", "b"),
    comment="How documents stand to each other.",
)


class Growth:
    """The index, on a connection that may write."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        metadata.create_all(connection)

    # --- asking

    def joined(self) -> dict[str, str]:
        """Each document that joined, with the hash of what it joined as."""
        rows = self._connection.execute(
            select(joined.c.document_id, joined.c.joined_as).order_by(joined.c.seq)
        )
        return _last({row.document_id: row.joined_as for row in rows})

    def joined_as(self, document_id: str) -> str | None:
        """The same of one document; None when it did not."""
        wanted = select(joined.c.joined_as).where(joined.c.document_id == document_id)
        return self._connection.execute(wanted.order_by(joined.c.seq.desc()).limit(1)).scalar()

    def document(self, document_id: str) -> Document:
        """A document as it joined."""
        wanted = select(joined.c.payload).where(
            joined.c.document_id == document_id, joined.c.payload.is_not(None)
        )
        packed = self._connection.execute(wanted.order_by(joined.c.seq.desc()).limit(1)).scalar_one()
        found: Document = from_plain(Document, json.loads(zlib.decompress(packed)))
        return found

    def holders(self, key: str) -> list[str]:
        """The documents found by a key, in the order in which they joined."""
        rows = select(keys.c.document_id, keys.c.there).where(keys.c.key == key).order_by(keys.c.seq)
        found: dict[str, None] = {}
        for document_id, there in self._connection.execute(rows):
            if there:
                found[document_id] = None
            else:
                found.pop(document_id, None)
        return list(found)

    def edges(self, document_id: str) -> dict[str, int]:
        """The documents that are like one, with how much."""
        a, b = edges.c.a == document_id, edges.c.b == document_id
        rows = self._connection.execute(
            select(edges.c.a, edges.c.b, edges.c.alike).where(a | b).order_by(edges.c.seq)
        )
        found = {(y if x == document_id else x): alike for x, y, alike in rows}
        return {other: alike for other, alike in found.items() if alike}

    def story(self, document_id: str) -> str | None:
        """The founder of a document's story."""
        wanted = select(stories.c.founder).where(stories.c.document_id == document_id)
        return self._connection.execute(wanted.order_by(stories.c.seq.desc()).limit(1)).scalar()

    def ever_of(self, founder: str) -> list[str]:
        """The documents that ever belonged to a founder's story."""
        wanted = select(stories.c.document_id).where(stories.c.founder == founder).distinct()
        return list(self._connection.execute(wanted).scalars())

    def stories(self) -> dict[str, str]:
        """The founder of every document's story."""
        rows = self._connection.execute(
            select(stories.c.document_id, stories.c.founder).order_by(stories.c.seq)
        )
        return _last({row.document_id: row.founder for row in rows})

    def links(self) -> list[Link]:
        """How documents stand to each other."""
        rows = self._connection.execute(select(links.c.a, links.c.b, links.c.payload).order_by(links.c.seq))
        found = _last({(row.a, row.b): row.payload for row in rows})
        return [from_plain(Link, json.loads(found[pair])) for pair in sorted(found)]

    def linked(self, document_id: str) -> list[tuple[str, str]]:
        """The pairs of documents that one is part of."""
        wanted = select(links.c.a, links.c.b).where((links.c.a == document_id) | (links.c.b == document_id))
        return sorted({(row.a, row.b) for row in self._connection.execute(wanted.distinct())})

    # --- telling

    def add_joined(self, document: Document, joined_as: str) -> None:
        """A document joined."""
        packed = zlib.compress(to_json(document).encode("utf-8", "surrogatepass"))
        self._add(joined, [{"document_id": document.id, "joined_as": joined_as, "payload": packed}])

    def add_left(self, document_id: str) -> None:
        """A document was taken out."""
        self._add(joined, [{"document_id": document_id, "joined_as": None, "payload": None}])

    def add_keys(self, document_id: str, names: Iterable[str], *, there: bool = True) -> None:
        """A document is, or is no longer, found by these keys."""
        self._add(keys, [{"key": k, "document_id": document_id, "there": int(there)} for k in names])

    def add_edges(self, document_id: str, alike: Mapping[str, int]) -> None:
        """How alike a document and others are."""
        self._add(edges, [{"a": document_id, "b": other, "alike": n} for other, n in alike.items()])

    def add_stories(self, moved: Mapping[str, str | None]) -> None:
        """The story that each of these documents belongs to now."""
        self._add(stories, [{"document_id": name, "founder": founder} for name, founder in moved.items()])

    def add_links(self, found: Iterable[Link]) -> None:
        """How documents stand to each other."""
        self._add(links, [{"a": k.a, "b": k.b, "payload": to_json(k)} for k in found])

    def cut_links(self, pairs: Iterable[tuple[str, str]]) -> None:
        """Documents no longer stand to each other in any way."""
        self._add(links, [{"a": a, "b": b, "payload": None} for a, b in pairs])

    def _add(self, table: Table, rows: Sequence[Mapping[str, object]]) -> None:
        if rows:
            self._connection.execute(insert(table), list(rows))


def _last(found: Mapping[K, V | None]) -> dict[K, V]:
    return {key: value for key, value in found.items() if value is not None}
