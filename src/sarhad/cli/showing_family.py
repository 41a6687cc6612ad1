"""A family: its documents, which is a copy or a rewrite of which, why, and the passages they share."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sarhad.codebook import Relation

if TYPE_CHECKING:
    from rich.text import Text

    from sarhad.library import OpenRecord
    from sarhad.records import Document, Evidence, Family, Link

KIN = (Relation.DUPLICATE, Relation.REWRITE)
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
    return (k for k in opened.view().fused.links if {k.a, k.b} <= inside and k.relation in KIN)


def _member(document: "Document", family: "Family") -> str:
    from sarhad.monitor.desk import document_name
    from sarhad.monitor.wording import printed

    first = " (counted as the earliest)" if document.id == family.founder else ""
    publisher, title = document.publisher or "publisher unknown", document.title or "untitled"
    return f"  {document_name(document)}{first} · {publisher} · {printed(document.published.date)} · {title}"


def _link(link: "Link", documents: "dict[str, Document]") -> "list[Text]":
    from rich.text import Text

    from sarhad.monitor.desk import document_name
    from sarhad.monitor.row_lines import kin_words

    why = f" — {link.why}" if link.why else ""
    told = kin_words(
        documents[link.a], documents[link.b], link.relation, lambda d: document_name(documents[d])
    )
    rows = [Text(""), Text(f"{told}{why}", style="bold")]
    return [*rows, *(_passage(e, documents) for pair in link.shared for e in pair)]


def _passage(evidence: "Evidence", documents: "dict[str, Document]") -> "Text":
    from rich.text import Text

    from sarhad.monitor.desk import document_name
    from sarhad.monitor.wording import shorten

    row = Text(f"  ↳ {document_name(documents[evidence.document_id])}: ")
    return row.append(f"“{shorten(' '.join(evidence.quote.split()), PASSAGE)}”", style="green")
