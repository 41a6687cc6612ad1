"""`sarhad judge`: a person's word beside the machine's reading. Nothing is overwritten, everything can be undone."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from sarhad.cli.on_screen import echo
from sarhad.cli.options import DEFAULT_RECORD, RecordPath, open_existing
from sarhad.errors import WrongUse
from sarhad.records import Judgement, stable_id

if TYPE_CHECKING:
    from sarhad.library import OpenRecord

VERDICTS = ("accept", "reject", "correct", "merge", "split", "undo")


def join(app: typer.Typer) -> None:
    """Add this topic's commands."""
    app.command(
        "judge",
        epilog="`sarhad judge i3f0… reject --reason 'an exercise, no attack'`\n\n`sarhad judge a91c… correct --field deaths --value 4`\n\n"
        "`sarhad judge i3f0… merge --field incident --value i77b…`\n\n`sarhad judge s91c… split --field incident`",
    )(judge)


def judge(
    target: Annotated[
        str,
        typer.Argument(
            metavar="ID",
            help="A statement's, incident's … id or the first six characters of it; a judgement's own id to undo it.",
        ),
    ] = "",
    verdict: Annotated[str, typer.Argument(help="accept, reject, correct, merge, split or undo.")] = "",
    record: RecordPath = DEFAULT_RECORD,
    field: Annotated[
        str | None,
        typer.Option(
            "--field",
            help="What to correct (type, actors, deaths, place …), or what to merge or split (family, story, incident, talk …).",
        ),
    ] = None,
    value: Annotated[
        str | None, typer.Option("--value", help="What it should be; what it is merged with.")
    ] = None,
    reason: Annotated[str, typer.Option("--reason", help="Why; kept with the judgement.")] = "",
    listed: Annotated[bool, typer.Option("--list", help="List all judgements instead.")] = False,
) -> None:
    """Accept, reject or correct a reading; the next brief obeys it. `undo` takes a judgement back."""
    if not listed:
        checked(target, verdict, field, value)
    with open_existing(record) as opened:
        if listed:
            return echo("\n".join(map(judgement_row, opened.judgements())) or "no judgement yet")
        if verdict == "undo":
            return typer.echo(_taken_back(opened, target))
        made = opened.judge(_judgement(target, verdict, field, value, reason))
    return typer.echo(f"kept: {made.id} ({verdict} {made.target}); undo with: sarhad judge {made.id} undo")


def _taken_back(opened: "OpenRecord", target: str) -> str:
    before = {j.id for j in opened.judgements() if j.undone_at}
    undone = opened.undo(target)
    return f"{'was taken back already' if undone.id in before else 'taken back'}: {undone.id}"


def judgement_row(j: Judgement) -> str:
    """One judgement on one line: its id, when, what of what, why."""
    change = f" {j.field} = {j.value}" if j.field else ""
    undone = "  (taken back)" if j.undone_at else ""
    return f"{j.id}  {j.made_at:%Y-%m-%d %H:%M}  {j.verdict} {j.target}{change}  {j.reason}{undone}".rstrip()


def checked(target: str, verdict: str, field: str | None, value: str | None) -> None:
    """WrongUse when verdict, field and value do not go together."""
    if not target or not verdict:
        raise WrongUse(
            "judge needs an id and a verdict: sarhad judge ID accept|reject|correct|merge|split|undo"
        )
    if verdict not in VERDICTS:
        raise WrongUse(f"there is no verdict {verdict!r}; one of {', '.join(VERDICTS)}")
    if verdict == "correct" and (not field or value is None):
        raise WrongUse("a correction needs what and to what: --field deaths --value 4")
    if verdict in ("merge", "split"):
        return
    if verdict != "correct" and (field or value is not None):
        raise WrongUse(f"--field and --value go with correct, not with {verdict}")


def _judgement(target: str, verdict: str, field: str | None, value: str | None, reason: str) -> Judgement:
    now = datetime.now(UTC)
    made = stable_id("j", target, verdict, field, value, now.isoformat())
    return Judgement(
        id=made, target=target, verdict=verdict, made_at=now, field=field, value=value, reason=reason
    )
