"""A family: its documents, which is a copy or a rewrite of which, why, and the passages they share."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sarhad.codebook import Relation

if TYPE_CHECKING:
    from rich.text import Text

    from sarhad.library import OpenRecord
    from sarhad.records import Document, Evidence, Family, Link

WORDS = {Relation.DUPLICATE: "a copy", Relation.REWRITE: "a rewrite"}
PASSAGE = 300
"""Characters printed of a shared passage."""


def family_rows(family: "Family", opened: "OpenRecord") -> "list[Text]":
    """What makes these documents one witness."""
    from rich.text import Text

    documents = {d: opened.document(d) for d in family.documents}
    count = len(documents)
    head = f"family {family.id} · {count} document{'s' * (count > 1)}, one witness"
    rows = [Text(f"{head} — {family.why}" if family.why else head, style="bold")]
    rows += [Text(_member(d, family)) for d in documents.values()]
    for link in links_of(family, opened):
        rows += _link(link, documents)
    return rows


def links_of(family: "Family", opened: "OpenRecord") -> "Iterator[Link]":
    """How its documents stand to each other."""
    inside = set(family.documents)
    return (k for k in opened.view().fused.links if {k.a, k.b} <= inside and k.relation in WORDS)


def _member(document: "Document", family: "Family") -> str:
    from sarhad.monitor.desk import document_name
    from sarhad.monitor.wording import printed

    first = " (counted as the earliest)" if document.id == family.founder else ""
    publisher, title = document.publisher or "publisher unknown", document.title or "untitled"
    return f"  {document_name(document)}{first} · {publisher} · {printed(document.published.date)} · {title}"


def _link(link: "Link", documents: "dict[str, Document]") -> "list[Text]":
    from rich.text import Text

    why = f" — {link.why}" if link.why else ""
    told = standing(documents[link.a], documents[link.b], link.relation)
    rows = [Text(""), Text(f"{told}{why}", style="bold")]
    return [*rows, *(_passage(e, documents) for pair in link.shared for e in pair)]


def standing(one: "Document", other: "Document", relation: Relation) -> str:
    """ "B is a copy of A" where A surely came first; else only that one is of the other."""
    from sarhad.monitor.desk import document_name

    for older, newer in ((one, other), (other, one)):
        if older.published.end and newer.published.start and older.published.end < newer.published.start:
            return f"{document_name(newer)} is {WORDS[relation]} of {document_name(older)}"
    names = f"{document_name(one)} and {document_name(other)}"
    return f"{names}: one is {WORDS[relation]} of the other, which came first is not known"


def _passage(evidence: "Evidence", documents: "dict[str, Document]") -> "Text":
    from rich.text import Text

    from sarhad.monitor.desk import document_name
    from sarhad.monitor.wording import shorten

    row = Text(f"  ↳ {document_name(documents[evidence.document_id])}: ")
    return row.append(f"“{shorten(' '.join(evidence.quote.split()), PASSAGE)}”", style="green")
