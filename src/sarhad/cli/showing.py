"""`sarhad show ID` and `sarhad search WORDS`: back to the sentences."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from sarhad.cli.on_screen import echo
from sarhad.cli.options import DEFAULT_RECORD, RecordPath, open_existing

if TYPE_CHECKING:
    from rich.text import Text

    from sarhad.library import OpenRecord
    from sarhad.records import Document, Evidence, Judgement, Reading


def join(app: typer.Typer) -> None:
    """Add this topic's commands."""
    app.command(
        "show",
        epilog="`sarhad show 004_107283eaff94e8d2`\n\nids stand in `sarhad documents` and `sarhad incidents`",
    )(show)
    app.command("search", epilog="`sarhad search pipeline`\n\n`sarhad search '\"border market\" Gwadar'`")(
        search
    )


def show(
    target: Annotated[
        str,
        typer.Argument(
            metavar="ID",
            help="A document, family, story, statement, incident, talk, dispute … or the first six characters of its id.",
        ),
    ],
    record: RecordPath = DEFAULT_RECORD,
) -> None:
    """Show a document's text with its evidence marked, or a thing with every sentence it rests on."""
    from sarhad.cli.render_terminal import console

    out = console()
    with open_existing(record) as opened:
        found = opened.find(target)
        told = (
            [*judged(found.item.id, opened), *_document(opened.reading(found.item.id), opened)]
            if found.kind == "document"
            else [
                *judged(getattr(found.item, "anchor", found.item.id), opened),
                *moved(found.kind, found.item, opened),
                *_thing(found.kind, found.item, opened),
            ]
        )
        for part in told:
            out.print(part, soft_wrap=not out.is_terminal)


def judged(target: str, opened: "OpenRecord") -> "list[Text]":
    """What people said of it: rejected and why, accepted, each correction beside what the machine read."""
    from rich.text import Text

    view = opened.view()
    mark = view.mark(target)
    rows = [
        f"REJECTED: {j.reason or 'no reason given'} (sarhad judge {j.id} undo)"
        for j in view.hidden()
        if j.target == target
    ]
    if mark.verdict == "accepted":
        rows.append(f"ACCEPTED{f': {mark.reason}' if mark.reason else ''}")
    rows += [
        f"CORRECTED: {c.field} is {c.person}; the machine read {c.machine or 'nothing'}{f' — {c.reason}' if c.reason else ''}"
        for c in mark.corrections
    ]
    return [Text(row, style="bold yellow") for row in rows]


def moved(kind: str, item: Any, opened: "OpenRecord") -> "list[Text]":
    """The merges and splits that made a thread what it is, each with how to take it back."""
    from rich.text import Text

    if kind in ("families", "stories", "statement", "drift", "offers", "judgement"):
        return []
    words = {"merge": "MERGED", "split": "SPLIT OFF"}
    rows = [
        f"{words[j.verdict]}: {j.target}{f' with {j.value}' if j.value else ''}{f' — {j.reason}' if j.reason else ''} (sarhad judge {j.id} undo)"
        for j in opened.view().moved(item)
    ]
    return [Text(row, style="bold yellow") for row in rows]


def _document(reading: "Reading", opened: "OpenRecord") -> "list[Text]":
    """Head, marked text, and each statement in words as the machine read it, with what people said of it."""
    from rich.text import Text

    from sarhad.cli.readings import in_words
    from sarhad.monitor.desk import name_and_id
    from sarhad.monitor.naming import registry_names
    from sarhad.monitor.wording import printed

    d, names = reading.document, registry_names()
    head = f"{name_and_id(d)} · {d.title or 'untitled'} · {d.publisher or 'publisher unknown'} · {printed(d.published.date)} ({d.published.basis}: {d.published.why})"
    rows = [
        Text(head, style="bold"),
        *(Text(f"not this date: “{c.text}” — {c.why}", style="yellow") for c in d.published.conflicts),
    ]
    told: list[str] = []
    for n, s in enumerate(reading.statements, 1):
        told.append(f"[{n}] {in_words(s, names)}  {s.anchor}")
        told += [f"    {row.plain}" for row in judged(s.anchor, opened)]
    return [
        *rows,
        Text(""),
        marked(d, reading),
        Text(""),
        *map(Text, told or [_nothing(reading)]),
    ]


def _nothing(reading: "Reading") -> str:
    from sarhad.monitor.wording import why_unread

    return why_unread(reading) or "no statement read"


def marked(document: "Document", reading: "Reading") -> "Text":
    """The text with evidence in [n]…[/n] (bold on a terminal) and noise dimmed."""
    from rich.text import Text

    marks: list[tuple[int, int, str]] = []
    for number, s in enumerate(reading.statements, 1):
        marks += [(s.evidence.span.start, 1, f"[{number}]"), (s.evidence.span.end, 0, f"[/{number}]")]
    text, at = Text(), 0
    for place, _, label in sorted(marks):
        text.append(document.text[at:place]).append(label, style="bold green")
        at = place
    return text.append(document.text[at:])


def _thing(kind: str, item: Any, opened: "OpenRecord") -> "list[Text]":
    from rich.text import Text

    if kind == "families":
        from sarhad.cli.showing_family import family_rows

        return family_rows(item, opened)
    if kind == "stories":
        from sarhad.cli.showing_story import story_rows

        return story_rows(item, opened)
    if kind == "judgement":
        return _judgement(item, opened)
    from sarhad.cli.render_json import plain
    from sarhad.cli.showing_thread import thread_rows

    rows = [Text(f"{kind.removesuffix('s')} {getattr(item, 'id', '')}", style="bold")]
    rows += [Text(f"  {told}") for told in _beside(kind, item, opened)]
    rows += [
        Text(f"  {name}: {value}")
        for name, value in plain(item).items()
        if isinstance(value, str | int | float) and value != ""
    ]
    rows += [Text(f"  {told}") for told in _standing(item)]
    rows += [Text(row) for row in thread_rows(kind, item, opened.view())]
    return [*rows, *(sentence(e, opened) for e in evidence_of(item))]


def _beside(kind: str, item: Any, opened: "OpenRecord") -> "list[str]":
    """Of an offer the ceasefire it belongs to; of a dropped attribution which telling is which."""
    if kind == "offers":
        held = (c for c in opened.view().fused.ceasefires if item in c.offers)
        return [f"ceasefire: {c.id} between {', '.join(c.parties)}" for c in held]
    if kind == "drift":
        told = (
            "attribution dropped: one witness" if item.same_family else "told flatly elsewhere: two witnesses"
        )
        return [told, f"attributed in: {item.attributed.document_id}", f"flat in: {item.flat.document_id}"]
    return []


def _judgement(made: "Judgement", opened: "OpenRecord") -> "list[Text]":
    """What a person said, and the thing it was said of."""
    from rich.text import Text

    from sarhad.cli.judging import judgement_row
    from sarhad.errors import UnknownId

    rows = [Text(f"judgement {judgement_row(made)}", style="bold")]
    try:
        found = opened.find(made.target)
    except UnknownId:
        return [*rows, Text(f"  nothing in the record has the id {made.target} any more")]
    if found.kind == "document":
        return [*rows, *_document(opened.reading(found.item.id), opened)]
    return [*rows, *_thing(found.kind, found.item, opened)]


def _standing(item: Any) -> "tuple[str, ...]":
    """Of an incident its tolls and grades, of a ceasefire what keeps it, who offered to mediate, the violence around it."""
    from sarhad.monitor.naming import registry_names
    from sarhad.monitor.standing_words import ceasefire_words, incident_words
    from sarhad.records import Ceasefire, Incident

    if isinstance(item, Incident):
        return incident_words(item, registry_names())
    return ceasefire_words(item, registry_names(), unsure=True) if isinstance(item, Ceasefire) else ()


def evidence_of(item: object) -> "list[Evidence]":
    """Every evidence a thing rests on, once, in its order."""
    from dataclasses import fields, is_dataclass

    from sarhad.records import Evidence

    if isinstance(item, Evidence):
        return [item]
    if isinstance(item, tuple | list):
        return list(dict.fromkeys(e for part in item for e in evidence_of(part)))
    if is_dataclass(item):
        skipped = {"trigger", "sentence"}
        return list(
            dict.fromkeys(
                e for f in fields(item) if f.name not in skipped for e in evidence_of(getattr(item, f.name))
            )
        )
    return []


def sentence(evidence: "Evidence", opened: "OpenRecord") -> "Text":
    """A sentence with its document, the evidence marked."""
    from rich.text import Text

    from sarhad.monitor.desk import document_name

    document = opened.document(evidence.document_id)
    before = document.text[max(0, evidence.span.start - 90) : evidence.span.start].rpartition("\n")[2]
    after = document.text[evidence.span.end : evidence.span.end + 90].partition("\n")[0]
    row = Text(
        f"  ↳ {document_name(document)} · {document.publisher or 'publisher unknown'} · {document.published.date or 'undated'}: …{before}"
    )
    return row.append(f"[{evidence.quote}]", style="bold green").append(f"{after}…")


def search(
    words: Annotated[
        list[str], typer.Argument(help='Words, all of which must be there; "quoted phrases" stay together.')
    ],
    record: RecordPath = DEFAULT_RECORD,
    limit: Annotated[int, typer.Option("--limit", min=1, help="How many documents at most.")] = 20,
) -> None:
    """Find documents by their words."""
    from sarhad.monitor.desk import document_name

    with open_existing(record) as opened:
        hits = [
            (document_name(opened.document(hit.document_id)), hit)
            for hit in opened.record.search(" ".join(words), limit=limit)
        ]
    for name, hit in hits:
        echo(f"{name}  {hit.published or 'undated'}  {hit.publisher or '-'}  {' '.join(hit.snippet.split())}")
    if not hits:
        typer.echo("no document holds all of these words", err=True)
