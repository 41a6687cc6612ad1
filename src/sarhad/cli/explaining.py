"""`sarhad explain STATEMENT`: why a statement is coded as it is, and why a person could disagree."""

from typing import TYPE_CHECKING, Annotated

import typer

from sarhad.cli.on_screen import echo
from sarhad.cli.options import DEFAULT_RECORD, RecordPath, open_existing

if TYPE_CHECKING:
    from sarhad.reading.explained import Explanation


def join(app: typer.Typer) -> None:
    """Add this topic's command."""
    app.command(
        "explain", epilog="`sarhad explain s1f0c2a9be77d41c3`\n\nids of statements stand in `sarhad show ID`"
    )(explain)


def explain(
    statement: Annotated[
        str,
        typer.Argument(metavar="STATEMENT", help="A statement's id, or its first six characters or more."),
    ],
    record: RecordPath = DEFAULT_RECORD,
    theatre: Annotated[
        str | None, typer.Option("--theatre", help="The theatre it was added with, for its own names.")
    ] = None,
) -> None:
    """Say why a statement is coded as it is: the words, which part coded what, the runner-up, what speaks against it."""
    from sarhad.cli.showing import judged

    with open_existing(record) as opened:
        why = opened.explain(statement, theatre)
        for line in [*explained(why), *(f"  {row.plain}" for row in judged(why.statement.anchor, opened))]:
            echo(line)


def explained(why: "Explanation") -> list[str]:
    """The explanation, line by line."""
    from sarhad.cli.readings import in_words
    from sarhad.monitor.naming import registry_names
    from sarhad.records import UNSURE

    s = why.statement
    held = "told under “unsure”" if s.confidence < UNSURE else "sure enough to be told"
    lines = [
        in_words(s, registry_names()),
        f"  sentence: {' '.join(s.sentence.quote.split())}",
        f"  named by: “{' '.join(s.trigger.quote.split())}” (characters {s.trigger.span.start}–{s.trigger.span.end} of {s.document_id})",
        f"  confidence: {s.confidence:.2f}, {held} (the line is drawn at {UNSURE})",
        *_kept_otherwise(why),
        "  which part coded what:",
        *(f"    {field}: {part}{_how(field, why)}" for field, part in why.parts),
        "  the encoder:",
        *(f"    {line}" for line in _seen(why)),
        "  why a person could disagree:",
    ]
    against = [*why.otherwise, *(f"{d.why} (−{d.weight:.2f})" for d in why.doubts)]
    return [*lines, *(f"    {line}" for line in against or ["nothing the reader knows of"])]


def _kept_otherwise(why: "Explanation") -> list[str]:
    """Where the record holds what an earlier reader coded otherwise."""
    now, kept = why.statement, why.kept
    if kept is None or (kept.type, kept.stance, kept.aux, kept.codes) == (
        now.type,
        now.stance,
        now.aux,
        now.codes,
    ):
        return []
    from sarhad.cli.readings import in_words
    from sarhad.monitor.naming import registry_names

    return [f"  the record has it as an earlier reading: {in_words(kept, registry_names())}"]


def _how(field: str, why: "Explanation") -> str:
    """Who was meant by which words, and how that was found."""
    if field not in ("actors", "recipients", "speaker"):
        return ""
    value = getattr(why.statement, field)
    actors = value if isinstance(value, tuple) else (value,)
    return ": " + "; ".join(f"“{a.mention}” is {a.code} by {a.resolved_by}" for a in actors)


def _seen(why: "Explanation") -> list[str]:
    if why.act is None:
        return ["sees no act in these words"]
    types = ", ".join(f"{kind.value} {chance:.0%}" for kind, chance in why.types)
    return [f"sees an act here with a chance of {why.act:.0%}", f"types: {types}"]
