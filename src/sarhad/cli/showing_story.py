"""A story: its days, its documents with their families, and what several of them tell, each with its sentences."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rich.text import Text

    from sarhad.library import OpenRecord
    from sarhad.records import Document, Evidence, Link, Story

TOLD_IN = ("incidents", "talks", "disputes", "commitments", "ceasefires", "accusations")


def story_rows(story: "Story", opened: "OpenRecord") -> "list[Text]":
    """What makes these documents one story."""
    from rich.text import Text

    from sarhad.cli.showing import sentence
    from sarhad.monitor.rows import days_told, story_row
    from sarhad.monitor.wording import count

    fused = opened.view().fused
    documents = {d: opened.document(d) for d in story.documents}
    families = {d: f.id for f in fused.families for d in f.documents}
    row = story_row(story, documents, families)
    told = f"{count(len(row.documents), 'document')}, {count(len(row.families), 'family', 'families')}"
    head = f"story {story.id} · {story.title or 'untitled'} · {days_told(documents.values())} · {told}"
    rows = [Text(head, style="bold")]
    rows += [Text(_member(d, families.get(d.id, d.id))) for d in documents.values()]
    rows += [Text(_link(k, documents)) for k in fused.links if {k.a, k.b} <= set(documents)]
    for kind, thread, sentences in told_in(story, opened):
        rows += [Text(""), Text(f"{kind.removesuffix('s')} {thread.id}", style="bold")]
        rows += [sentence(e, opened) for e in sentences]
    return rows


def _member(document: "Document", family: str) -> str:
    from sarhad.monitor.desk import document_name
    from sarhad.monitor.wording import printed

    publisher, title = document.publisher or "publisher unknown", document.title or "untitled"
    return f"  {document_name(document)} · {publisher} · {printed(document.published.date)} · {title} · family {family}"


def _link(link: "Link", documents: "dict[str, Document]") -> str:
    from sarhad.monitor.desk import document_name

    names = f"{document_name(documents[link.a])} and {document_name(documents[link.b])}"
    return f"  {names}: {link.relation.value}{f' — {link.why}' if link.why else ''}"


def told_in(story: "Story", opened: "OpenRecord") -> "Iterator[tuple[str, Any, list[Evidence]]]":
    """The threads that rest on its documents, with the sentences of these."""
    from sarhad.cli.showing import evidence_of

    fused, inside = opened.view().fused, set(story.documents)
    for kind in TOLD_IN:
        for thread in getattr(fused, kind):
            sentences = [e for e in evidence_of(thread) if e.document_id in inside]
            if sentences:
                yield kind, thread, sentences
