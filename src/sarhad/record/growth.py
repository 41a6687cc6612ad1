"""What joining families and stories has worked out so far, kept beside the record so that a new page need not ask all the others.

Each question here is answered from an index, by rows near what is asked for.
"""

import json
import zlib
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, NamedTuple, TypeVar

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Connection,
    Table,
    and_,
    bindparam,
    insert,
    or_,
    select,
)

from sarhad.record.growth_tables import edges, found, joined, links, metadata, stories, sums
from sarhad.record.records_json import from_plain, to_json
from sarhad.records import Document, Link

K = TypeVar("K")
V = TypeVar("V")

AT_ONCE = 500
"""Values in one question."""


class Joined(NamedTuple):
    """One joining of a document: its number, and by what it is first compared."""

    number: int
    document_id: str
    glance: bytes


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
        return self._connection.execute(_JOINED_AS, {"id": document_id}).scalar()

    def document(self, document_id: str) -> Document:
        """A document as it joined."""
        packed = self._connection.execute(_DOCUMENT, {"id": document_id}).scalar_one()
        made: Document = from_plain(Document, json.loads(zlib.decompress(packed)))
        return made

    def holders(self, names: Collection[int]) -> list[tuple[int, int]]:
        """Under which of these keys which joinings stand; also those that were taken out again."""
        return self._rows(_FOUND, names)

    def numbered(self, numbers: Collection[int]) -> list[Joined]:
        """The joinings of these numbers that still stand."""
        return [Joined(*row) for row in self._rows(_NUMBERED, numbers)]

    def named(self, names: Collection[str]) -> list[Joined]:
        """The joinings of these documents that still stand."""
        return [Joined(*row) for row in self._rows(_NAMED, names)]

    def edges(self, number: int) -> dict[int, int]:
        """The joinings that are like one, with how much; also those that were taken out again."""
        rows = self._connection.execute(_EDGES, {"number": number})
        return {(b if a == number else a): alike for a, b, alike in rows}

    def stories_of(self, names: Collection[str]) -> dict[str, str]:
        """The founders of these documents' stories."""
        return {name: founder for name, founder in self._rows(_STORIES, names) if founder is not None}

    def members(self, founder: str, since: int) -> list[tuple[int, str]]:
        """The documents of a story from a day on, with their days."""
        rows = self._connection.execute(_MEMBERS, {"founder": founder, "since": since})
        return [(row.day, row.document_id) for row in rows]

    def following(self, founder: str, here: tuple[int, str]) -> list[tuple[int, str]]:
        """The documents after a day and document that have a sum for a story, with their days."""
        asked = {"founder": founder, "day": here[0], "id": here[1]}
        return [(row.day, row.document_id) for row in self._connection.execute(_FOLLOWING, asked)]

    def sums(self, document_id: str) -> dict[str, int]:
        """How like the stories before it a document is."""
        rows = self._connection.execute(_SUMS, {"id": document_id})
        return {founder: total for founder, total in {r.founder: r.total for r in rows}.items() if total}

    def stories(self) -> dict[str, str]:
        """The founder of every document's story."""
        rows = self._connection.execute(
            select(stories.c.document_id, stories.c.founder).order_by(stories.c.seq)
        )
        return _last({row.document_id: row.founder for row in rows})

    def links(self) -> list[Link]:
        """How documents stand to each other."""
        rows = self._connection.execute(select(links.c.a, links.c.b, links.c.payload).order_by(links.c.seq))
        kept = _last({(row.a, row.b): row.payload for row in rows})
        return [from_plain(Link, json.loads(kept[pair])) for pair in sorted(kept)]

    # --- telling

    def add_joined(self, document: Document, joined_as: str, glance: bytes) -> int:
        """A document joined; the number of its joining."""
        packed = zlib.compress(to_json(document).encode("utf-8", "surrogatepass"))
        row = {"document_id": document.id, "joined_as": joined_as, "glance": glance, "payload": packed}
        (number,) = self._connection.execute(insert(joined), row).inserted_primary_key or (0,)
        return int(number)

    def add_left(self, document_id: str) -> None:
        """A document was taken out, with its links."""
        self._add(joined, [{"document_id": document_id, "joined_as": None, "glance": None, "payload": None}])
        bound = select(links.c.a, links.c.b).where((links.c.a == document_id) | (links.c.b == document_id))
        pairs = sorted({(row.a, row.b) for row in self._connection.execute(bound.distinct())})
        self._add(links, [{"a": a, "b": b, "payload": None} for a, b in pairs])

    def add_found(self, number: int, names: Iterable[int]) -> None:
        """A joining is found by these keys."""
        self._add(found, [{"key": name, "joined": number} for name in names])

    def add_edges(self, number: int, alike: Mapping[int, int]) -> None:
        """How alike a joining and earlier ones are."""
        self._add(edges, [{"a": number, "b": other, "alike": n} for other, n in alike.items()])

    def add_story(self, here: tuple[int, str], founder: str | None) -> None:
        """The story that a document belongs to now."""
        self._add(stories, [{"document_id": here[1], "day": here[0], "founder": founder}])

    def add_sums(self, totals: Iterable[tuple[tuple[int, str], str, int]]) -> None:
        """How like stories documents are now: day and document, founder, how much."""
        self._add(
            sums,
            [
                {"document_id": here[1], "day": here[0], "founder": founder, "total": total}
                for here, founder, total in totals
            ],
        )

    def add_links(self, told: Iterable[Link]) -> None:
        """How documents stand to each other."""
        self._add(links, [{"a": k.a, "b": k.b, "payload": to_json(k)} for k in told])

    # --- within

    def _rows(self, question: Any, asked: Collection[Any]) -> list[Any]:
        values = sorted(asked)
        parts = (values[at : at + AT_ONCE] for at in range(0, len(values), AT_ONCE))
        return [tuple(row) for part in parts for row in self._connection.execute(question, {"asked": part})]

    def _add(self, table: Table, rows: Sequence[Mapping[str, object]]) -> None:
        if rows:
            self._connection.execute(insert(table), list(rows))


def _last(rows: Mapping[K, V | None]) -> dict[K, V]:
    return {key: value for key, value in rows.items() if value is not None}


# --- the questions, built once: they are asked for every page


def _newest(table: Table, *same: str) -> ColumnElement[bool]:
    """Whether no later row is about the same."""
    later = table.alias("later")
    alike = and_(later.c.seq > table.c.seq, *(later.c[name] == table.c[name] for name in same))
    return ~select(later.c.seq).where(alike).exists()


def _after(table: Table) -> ColumnElement[bool]:
    here = table.c.day == bindparam("day")
    return or_(table.c.day > bindparam("day"), and_(here, table.c.document_id > bindparam("id")))


_ASKED: BindParameter[Any] = bindparam("asked", expanding=True)
_STANDS = joined.c.joined_as.is_not(None) & _newest(joined, "document_id")
_JOINED = select(joined.c.seq, joined.c.document_id, joined.c.glance).where(_STANDS)
_NUMBERED = _JOINED.where(joined.c.seq.in_(_ASKED))
_NAMED = _JOINED.where(joined.c.document_id.in_(_ASKED))
_FOUND = select(found.c.key, found.c.joined).where(found.c.key.in_(_ASKED))
_MINE = joined.c.document_id == bindparam("id")
_JOINED_AS = select(joined.c.joined_as).where(_MINE).order_by(joined.c.seq.desc()).limit(1)
_DOCUMENT = select(joined.c.payload).where(_MINE, _STANDS)
_NUMBER: BindParameter[Any] = bindparam("number")
_EDGES = select(edges.c.a, edges.c.b, edges.c.alike).where((edges.c.a == _NUMBER) | (edges.c.b == _NUMBER))
_STORIES = select(stories.c.document_id, stories.c.founder).where(
    stories.c.document_id.in_(_ASKED), _newest(stories, "document_id")
)
_MEMBERS = select(stories.c.day, stories.c.document_id).where(
    stories.c.founder == bindparam("founder"),
    stories.c.day >= bindparam("since"),
    _newest(stories, "document_id"),
)
_FOLLOWING = select(sums.c.day, sums.c.document_id).where(
    sums.c.founder == bindparam("founder"),
    sums.c.day >= bindparam("day"),
    sums.c.total != 0,
    _after(sums),
    _newest(sums, "document_id", "founder"),
)
_SUMS = select(sums.c.founder, sums.c.total).where(sums.c.document_id == bindparam("id")).order_by(sums.c.seq)
