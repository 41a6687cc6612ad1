"""What a thread says beside its plain fields: offices, details with their words, steps, positions, and where else it leads."""

from collections.abc import Iterator
from dataclasses import fields
from typing import TYPE_CHECKING, Any

from sarhad.records import (
    Actor,
    Avowed,
    Beside,
    Blocker,
    Capacity,
    Deadline,
    Noted,
    Position,
    Promised,
    Report,
    Statement,
    Step,
)

if TYPE_CHECKING:
    from sarhad.record import View


def thread_rows(kind: str, item: Any, view: "View") -> Iterator[str]:
    """Indented lines, in the order of the record's fields; of a statement, the threads that it stands in."""
    if kind == "statement":
        for name, thread in view.holding(item.anchor):
            yield f"  stands in {name.removesuffix('s')}: {thread.id}"
        return
    for field in fields(item):
        value = getattr(item, field.name)
        for part in value if isinstance(value, tuple) else (value,):
            if told := line_of(part):
                yield f"  {field.name}: {told}"
            elif isinstance(part, str) and isinstance(value, tuple):
                yield f"  {field.name}: {part}"


def line_of(part: object) -> str:
    """One detail in words; "" for what is shown otherwise."""
    match part:
        case Noted():
            return f"“{part.value}”" if not part.value.isdigit() else part.value
        case Capacity():
            level = f" ({part.level.value})" if part.level else ""
            return f"{part.name or part.code}, {part.office}{level}"
        case Promised():
            where = f", {part.place.name}" if part.place else ""
            kept = f" – {part.became}{f', {part.kept_in}' if part.kept_in else ''}" if part.became else ""
            return f"{_days(part)}{where} (“{part.time.mention}”){kept}"
        case Actor():
            return f"{part.name or part.mention} ({part.code})"
        case Beside():
            return f"{part.part.value} {part.name or part.code} ({part.code})"
        case Deadline():
            return f"{part.end} (“{part.mention}”)"
        case Blocker():
            return f"{part.by or 'told as a cause'}: “{part.what}”"
        case Position():
            return f"{part.published or 'undated'} {part.speaker} {(part.manner or part.stance).value}  {part.anchor or ''}".rstrip()
        case Step():
            return _step(part)
        case Avowed():
            return _avowed(part)
        case Report():
            return _report(part.statement, unsure=part.unsure)
    return ""


def _days(part: Promised) -> str:
    start, end = part.time.start, part.time.end
    return f"{start}" if start == end else f"{start} to {end}"


def _avowed(part: Avowed) -> str:
    of = f" {', '.join(part.of)}" if part.of else ""
    silent = f", no answer in the record for {part.silent_days} days" if part.silent_days else ""
    unsure = " (unsure)" if part.unsure else ""
    thread = f"  {part.thread}" if part.thread else ""
    words = " ".join(part.evidence.quote.split())
    who = f"{part.by} " if part.by else ""
    return f"{part.published or 'undated'} {who}{part.how.value}{of}{unsure}{silent}{thread} – “{words}”"


def _step(step: Step) -> str:
    far = f", carried out {step.kroc} of 3" if step.kroc is not None else ""
    course = f" ({step.course.value}{far})" if step.course else ""
    note = f", {step.note}" if step.note else ""
    unsure = ", unsure" if step.unsure else ""
    return f"{step.published or 'undated'} {step.label}{course}{note}{unsure}  {step.anchor}"


def _report(s: Statement, *, unsure: bool) -> str:
    return f"{s.document_id} {s.type.value}{' (unsure)' if unsure else ''}  {s.anchor}"
