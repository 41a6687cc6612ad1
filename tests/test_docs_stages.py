"""What the pages on the stages name exists: modules, functions, records, commands, files; every room has its page."""

import re
import tomllib
from importlib import import_module
from pathlib import Path

import pytest

from sarhad.cli.skills import SKILLS
from sarhad.codebook import EventType, mode_belongs

ROOT = Path(__file__).resolve().parents[1]
STAGES = ROOT / "docs" / "stages"
TEXTS = {p.name: p.read_text(encoding="utf-8") for p in sorted(STAGES.glob("*.md"))}
BELOW = {"codebook", "sample", "cli"}
"""Rooms that have pages elsewhere: the standards, the sample press, the commands."""


def inline(text: str) -> list[str]:
    """What stands between backticks, blocks left out."""
    return re.findall(r"`([^`\n]+)`", re.sub(r"```.*?```", "", text, flags=re.S))


def found(dotted: str) -> bool:
    """Whether a dotted name is a module, or something in one."""
    parts = dotted.split(".")
    for cut in range(len(parts), 0, -1):
        try:
            thing: object = import_module(".".join(parts[:cut]))
        except ModuleNotFoundError:
            continue
        for name in parts[cut:]:
            if not hasattr(thing, name) and name not in getattr(thing, "__slots__", ()):
                return False
            thing = getattr(thing, name, None)
        return True
    return False


@pytest.mark.parametrize("page", TEXTS)
def test_every_dotted_name_exists(page: str) -> None:
    names = [n for n in inline(TEXTS[page]) if re.fullmatch(r"sarhad(?:\.\w+)+", n)]
    assert [n for n in names if not found(n)] == []


def test_a_name_that_is_nowhere_is_seen() -> None:
    assert found("sarhad.reading.read")
    assert not found("sarhad.reading.no_such_thing")
    assert not found("sarhad.no_such_room.read")


@pytest.mark.parametrize("page", TEXTS)
def test_every_record_named_is_one(page: str) -> None:
    records = import_module("sarhad.records")
    named = re.findall(r"`([A-Z][a-z]+[A-Za-z]*)(?:\.(\w+))?`", TEXTS[page])
    for name, field in named:
        assert hasattr(records, name), f"{page}: {name}"
        thing = getattr(records, name)
        assert not field or field in thing.__dataclass_fields__ or hasattr(thing, field), (
            f"{page}: {name}.{field}"
        )


@pytest.mark.parametrize("page", TEXTS)
def test_every_command_and_option_exists(page: str) -> None:
    from typer.main import get_command

    from sarhad.cli.app import app

    known = get_command(app).commands  # type: ignore[attr-defined]
    options = {o for c in known.values() for p in c.params for o in p.opts}
    for code in inline(TEXTS[page]):
        if command := re.match(r"sarhad ([a-z]+)", code):
            assert command.group(1) in known, f"{page}: {code}"
        for option in re.findall(r"(?<!\S)--[a-z-]+", code):
            assert option in options, f"{page}: {option}"


@pytest.mark.parametrize("page", TEXTS)
def test_every_file_named_is_there(page: str) -> None:
    paths = [c for c in inline(TEXTS[page]) if re.match(r"(?:src|tests|docs|scripts)/", c)]
    assert [p for p in paths if not (ROOT / p.split()[0]).exists()] == []


@pytest.mark.parametrize("page", TEXTS)
def test_every_page_ends_with_its_limits(page: str) -> None:
    headings = re.findall(r"^## (.+)$", TEXTS[page], flags=re.M)
    assert headings[-1] == "Limits we know"


def test_every_room_has_its_page() -> None:
    rooms = {p.parent.name for p in (ROOT / "src" / "sarhad").glob("*/__init__.py")} - BELOW
    rows = re.findall(r"^\| `sarhad\.(\w+)` \|.*\| (.+) \|$", TEXTS["README.md"], flags=re.M)
    assert {room for room, _ in rows} == rooms
    for room, pages in rows:
        told = "".join(TEXTS.get(page, "") for page in re.findall(r"\]\((\w+\.md)\)", pages))
        assert f"`sarhad.{room}." in told, f"no page tells of sarhad.{room}"


def test_every_page_is_reached_from_the_first() -> None:
    reached = set(re.findall(r"\]\((\w+\.md)\)", TEXTS["README.md"]))
    assert reached == set(TEXTS) - {"README.md"}


def test_the_word_and_the_cases_shown_are_well_formed() -> None:
    [row] = re.findall(r"```tsv\n(.*?)\n```", TEXTS["reading.md"], flags=re.S)
    part, _, kind, mode, _ = row.split("\t")
    assert part in ("v", "n")
    assert mode_belongs(EventType(kind), mode)
    [block] = re.findall(r"```toml\n(.*?)```", TEXTS["reading.md"], flags=re.S)
    assert all(
        case["text"] and (case.get("expect") or case.get("never")) for case in tomllib.loads(block)["case"]
    )


def test_the_sections_of_the_brief_are_told_in_their_order() -> None:
    code = (ROOT / "src" / "sarhad" / "monitor" / "brief.py").read_text(encoding="utf-8")
    titles = re.findall(r'Section\(key="\w+", title="([^"]+)"', code)
    told = re.findall(
        r"^\| ([^|`]+?) \|", TEXTS["brief.md"].split("## Sections")[1].split("\n## ")[0], flags=re.M
    )
    assert [t for t in told if t not in ("Section", "---")] == titles


def test_every_skill_has_a_row_in_the_page_of_skills() -> None:
    told = re.findall(r"^\| `(\w+)` \|", TEXTS["skills.md"], flags=re.M)
    assert told == list(SKILLS)
