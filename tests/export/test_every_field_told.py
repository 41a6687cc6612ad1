"""What the data dictionary names is in the exports, and what is in the exports it names; no field of a thread is left behind."""

import csv
import io
import json
import re
from dataclasses import fields
from pathlib import Path

import pytest
from filled import PAGE, filled

from sarhad import records
from sarhad.export import TABLES, statement_rows, thread_rows, threads_form, write_csv
from sarhad.export import thread_fields as keys
from sarhad.export import thread_parts as parts
from sarhad.export.tables import STATEMENTS
from sarhad.export.thread_fields import ROWS
from sarhad.export.thread_parts import INSIDE

DICTIONARY = (
    (Path(__file__).parents[2] / "docs" / "data-dictionary.md")
    .read_text(encoding="utf-8")
    .partition("## Exported tables")[2]
)
FUSED = filled(records.Fused)
FORM = json.loads(json.dumps(threads_form(FUSED, [])))
THING = {
    "families": records.FamilyRow,
    "stories": records.StoryRow,
    "offers": records.OfferRow,
    "drift": records.Drift,
    "standing": records.Standing,
} | {
    f"{c.__name__.lower()}s": c
    for c in (
        records.Incident,
        records.Talk,
        records.Dispute,
        records.Accusation,
        records.Commitment,
        records.Ceasefire,
        records.Assessment,
    )
}


def told_in(heading: str) -> list[str]:
    """The columns or keys that the dictionary has under a heading."""
    [part] = re.findall(rf"^#{{3,4}} {re.escape(heading)}\n(.*?)(?=^#|\Z)", DICTIONARY, flags=re.S | re.M)
    return re.findall(r"^\| `(\w+)` \|", part, flags=re.M)


def test_the_dictionary_has_every_table_and_every_list_and_no_other() -> None:
    exported = DICTIONARY.split("## Exported threads")
    assert re.findall(r"^### (\w+)$", exported[0], flags=re.M) == ["statements", *TABLES]
    assert re.findall(r"^### threads: (\w+)$", exported[1], flags=re.M) == list(ROWS)
    assert re.findall(r"^#### in (\w+)$", exported[1], flags=re.M) == list(INSIDE)
    assert {"stories", *ROWS} == set(FORM)


@pytest.mark.parametrize("table", TABLES)
def test_a_table_has_the_columns_that_the_dictionary_names(table: str) -> None:
    out = io.StringIO(newline="")
    write_csv(thread_rows(table, [filled(THING[table])], [PAGE]), TABLES[table], out)
    header, row = csv.reader(io.StringIO(out.getvalue(), newline=""))
    assert header == told_in(table)
    empty = {name for name, cell in zip(header, row, strict=True) if not cell}
    assert empty <= {"answered_by"}  # the one position of this accusation is the charge


def test_so_has_the_table_of_statements() -> None:
    out = io.StringIO(newline="")
    write_csv(statement_rows([filled(records.Reading)]), STATEMENTS, out)
    assert next(csv.reader(io.StringIO(out.getvalue(), newline=""))) == told_in("statements")


@pytest.mark.parametrize("name", ROWS)
def test_a_list_of_the_threads_has_the_keys_that_the_dictionary_names(name: str) -> None:
    assert list(FORM[name][0]) == told_in(f"threads: {name}")
    assert all(value not in (None, [], "") for value in FORM[name][0].values())


@pytest.mark.parametrize("inside", INSIDE)
def test_so_have_the_objects_inside_a_row(inside: str) -> None:
    found = [dict_ for row in every_dict(FORM) for dict_ in within(row, inside)]
    assert found
    for row in found:
        assert [k for k in row if k not in ("status", "phase")] == told_in(f"in {inside}")


def every_dict(value: object):
    if isinstance(value, dict):
        yield value
        value = list(value.values())
    if isinstance(value, list):
        for v in value:
            yield from every_dict(v)


def within(row: dict, name: str) -> list[dict]:
    value = row.get(name, [])
    return [v for v in (value if isinstance(value, list) else [value]) if isinstance(v, dict)]


TOLD_AS = {
    "reports": "quotes",
    "evidence": "quote",
    "time": "date",
    "attributed": "attributed_in",
    "flat": "flat_in",
    "contradictions": "",  # a list of its own
    "toll": "low",
}
"""Fields that the form has under another name."""
RECORDS = (
    (records.Family, keys.FAMILIES),
    (records.Story, keys.STORY_ROWS),
    (records.Link, keys.REWRITES),
    (records.Drift, keys.DRIFT),
    (records.Incident, keys.INCIDENTS),
    (records.Contradiction, keys.CONTRADICTIONS),
    (records.GroupToll, parts.TOLLS),
    (records.Count, parts.COUNTS),
    (records.Talk, keys.TALKS),
    (records.Capacity, parts.CAPACITIES),
    (records.Beside, parts.BESIDE),
    (records.Avowed, parts.AVOWALS),
    (records.Noted, parts.NOTED),
    (records.Promised, parts.NEXT | {"date": ()}),
    (records.Dispute, keys.DISPUTES),
    (records.Position, parts.POSITIONS),
    (records.Accusation, keys.ACCUSATIONS),
    (records.Commitment, keys.COMMITMENTS),
    (records.Step, parts.STEPS),
    (records.Deadline, parts.DEADLINE),
    (records.Blocker, parts.BLOCKERS),
    (records.Ceasefire, keys.CEASEFIRES),
    (records.Mechanism, parts.MECHANISMS),
    (records.Offer, keys.OFFERS),
    (records.Violence, parts.VIOLENCE),
    (records.ViolentDay, parts.DAYS),
    (records.Standing, keys.STANDING),
    (records.Assessment, keys.ASSESSMENTS),
)


@pytest.mark.parametrize(("record", "told"), RECORDS, ids=lambda x: getattr(x, "__name__", ""))
def test_no_field_of_a_thread_is_left_behind(record: type, told: dict) -> None:
    left = [f.name for f in fields(record) if TOLD_AS.get(f.name, f.name) not in {*told, ""}]
    assert left == []


@pytest.mark.parametrize("start", ["=", "+", "-", "@"])
@pytest.mark.parametrize("table", TABLES)
def test_no_word_of_the_press_can_become_a_formula(table: str, start: str) -> None:
    thing = hostile(filled(THING[table]), start)
    out = io.StringIO(newline="")
    write_csv(thread_rows(table, [thing], [hostile(PAGE, start)]), TABLES[table], out)
    _, row = csv.reader(io.StringIO(out.getvalue(), newline=""))
    assert [cell for cell in row if cell.lstrip().startswith(start)] == []
    assert out.getvalue().endswith("\r\n")
    assert out.getvalue().count("\r\n") == 2


def hostile(value: object, start: str):
    """The same with every text beginning like a formula."""
    from dataclasses import is_dataclass, replace

    if isinstance(value, tuple):
        return tuple(hostile(v, start) for v in value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{f.name: hostile(getattr(value, f.name), start) for f in fields(value)})
    return f'{start}cmd\n, "x" {value}' if type(value) is str else value
