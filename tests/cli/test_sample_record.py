"""The sample press kept once: lists obey their filters, ids that lines print lead somewhere."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from ended import Ended, Sarhad

from sarhad.cli.app import run
from sarhad.library import open_record
from sarhad.sample import sample_folder

SHOWN = re.compile(r"\[show (\w+)\]")
Asks = Callable[..., Ended]


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The record that the sample press makes."""
    path = tmp_path_factory.mktemp("sample") / "sample.db"
    assert run(["add", str(sample_folder()), "--record", str(path)]) == 0
    return path


@pytest.fixture
def ask(sarhad: Sarhad, record: Path) -> Asks:
    """A command on that record."""
    return lambda *arguments: sarhad(*arguments, "--record", record)


@pytest.mark.parametrize(
    "narrowed", [("--place", "Xyzzy"), ("--actor", "BRA"), ("--type", "ASSAULT"), ("--since", "2030")]
)
def test_no_talk_passes_a_filter_that_nothing_meets(ask: Asks, narrowed: tuple[str, str]) -> None:
    assert SHOWN.findall(ask("talks").out)
    assert not SHOWN.findall(ask("talks", *narrowed).out)
    section = ask("brief", "--format", "markdown", *narrowed).out.partition("## Talks, visits and offers")[2]
    assert section.lstrip().startswith(("*No talks", "No talks", "_No talks"))


@pytest.mark.parametrize(
    "narrowed", [("--place", "Istanbul"), ("--actor", "TUR"), ("--since", "2025-11"), ("--until", "2024-02")]
)
def test_a_filtered_talk_does_not_come_back_as_single_statements(
    ask: Asks, record: Path, narrowed: tuple[str, str]
) -> None:
    with open_record(record) as opened:
        merged = {r.statement.anchor for t in opened.talks() for r in t.reports}
    assert not merged & set(SHOWN.findall(ask("talks", *narrowed).out))


def test_show_answers_for_a_family_with_copies_reasons_and_shared_passages(ask: Asks, record: Path) -> None:
    brief = ask("brief").out
    told = brief[brief.index("ONE STORY") :]
    first = SHOWN.findall(told)[0]
    ended = ask("show", first)
    assert ended.status == 0, ended.err
    with open_record(record) as opened:
        family = next(f for f in opened.view().fused.families if f.id == first)
    assert f"family {first} · {len(family.documents)} documents, one witness" in ended.out
    assert re.search(r" is a (?:copy|rewrite) of ", ended.out)
    assert ended.out.count("↳") >= 2


@pytest.mark.parametrize(
    ("given", "meant"), [("pak", "PAK"), ("pak.GOV", "PAK.GOV"), ("pak.reb/TTP", "PAK.REB/ttp")]
)
def test_an_actor_may_be_written_in_small_letters(ask: Asks, given: str, meant: str) -> None:
    assert ask("incidents", "--actor", given).out == ask("incidents", "--actor", meant).out


def test_the_readme_shows_the_brief_as_it_is(ask: Asks) -> None:
    """Every line of the block, cut at its "[…]", stands in the brief of the sample press."""
    readme = (Path(__file__).resolve().parents[2] / "README.md").read_text(encoding="utf-8")
    block = readme.split("```text\n", 1)[1].split("```", 1)[0]
    told = " ".join(ask("brief").out.split())
    lines = (" ".join(line.split()) for line in re.split(r"\n(?=\s+[•–↳]|[A-Z])", block))
    shown = [part.strip(" ;,") for line in lines for part in line.split("[…]")]
    assert [part for part in shown if part and part not in told] == []
