"""The lists of what the record holds: families, stories, charges, standing things, dropped attributions, offers, judgements."""

import csv
import io
import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
import told_press
from ended import Ended, Sarhad

from sarhad.cli.app import run
from sarhad.cli.asking import KINDS
from sarhad.cli.exporting import TABLES
from sarhad.errors import WrongUse
from sarhad.library import open_record

Asks = Callable[..., Ended]
SHOWN = re.compile(r"\[show (\w+)\]")


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The record that the press story makes."""
    folder = tmp_path_factory.mktemp("lists")
    (folder / "rows.jsonl").write_text(told_press.lines(), encoding="utf-8")
    assert run(["add", str(folder / "rows.jsonl"), "--record", str(folder / "told.db")]) == 0
    return folder / "told.db"


@pytest.fixture
def ask(sarhad: Sarhad, record: Path) -> Asks:
    """A command on that record."""
    return lambda *arguments: sarhad(*arguments, "--record", record)


def rows(ended: Ended) -> list[str]:
    return [line for line in ended.out.splitlines() if line.startswith("  • ")]


def test_a_family_tells_its_founder_its_copies_and_the_passages_side_by_side(ask: Asks) -> None:
    (line,) = rows(ask("families"))
    assert "3 DOCUMENTS, ONE WITNESS" in line
    details = [x for x in ask("families").out.splitlines() if x.startswith("      – ")]
    assert any("rewrite-1001 is a copy of" in d and "3 shared passages" in d for d in details)
    assert any(d.count("Iran and Pakistan promised on Monday") == 2 and " | " in d for d in details)


def test_a_story_tells_its_days_documents_and_families(ask: Asks) -> None:
    (line,) = rows(ask("stories"))
    assert "Market promised at Rimdan — 30 Sep 2025 – 1 Oct 2025 [3 documents, 1 family]" in line
    assert "one witness: copy-0930" in ask("stories").out


@pytest.mark.parametrize(
    "told",
    [
        "UNANSWERED charge by India against Pakistan: “India accused Pakistan of jamming the radios of fishing boats near Sir Creek” — "
        "since 12 Nov 2025, last 5 Dec 2025; no answer in the record for 23 days, to 5 Dec 2025",
        "ANSWERED charge by Afghanistan against Pakistan: “Afghanistan accused Pakistan of bombing a market in Paktika” — "
        "since 13 Oct 2025; denied by Pakistan (13 Oct 2025)",
        "no answer in the record for 43 days; Afghanistan was asked and said nothing",
    ],
)
def test_a_charge_tells_who_whom_what_since_when_and_what_was_answered(ask: Asks, told: str) -> None:
    assert told in ask("accusations").out


def test_a_standing_thing_tells_its_commitments(ask: Asks) -> None:
    (line,) = rows(ask("standing"))
    assert "BORDER MARKET — “border market at Rimdan” (Iran and Pakistan): 1 commitment" in line
    assert re.search(
        r"pledged: Iran and Pakistan – “open the border market at Rimdan.*\(show k\w+\)", ask("standing").out
    )


def test_a_dropped_attribution_stands_beside_what_it_was_dropped_from(ask: Asks) -> None:
    lines = rows(ask("drift"))
    assert len(lines) == 2
    for line in lines:
        assert line.startswith("  • ATTRIBUTION DROPPED: ")
        assert "gives it to Pakistan: “sheltering gunmen" in line
        assert "| rewrite-1001 tells it as fact: “Afghanistan shelters gunmen" in line


def test_an_offer_tells_what_became_of_it(ask: Asks) -> None:
    (line,) = rows(ask("offers"))
    assert (
        "OFFER TO MEDIATE by Qatar between Pakistan and Afghanistan (reported 13 Oct 2025): taken up" in line
    )
    assert "answer: herald-1112: “Qatar hosted talks" in ask("offers").out


@pytest.mark.parametrize("kind", KINDS)
def test_every_id_of_a_list_is_shown_with_its_sentences(ask: Asks, kind: str) -> None:
    ids = [json.loads(line)["id"] for line in ask(kind, "--json").out.splitlines()]
    assert ids
    for name in dict.fromkeys((*ids, *SHOWN.findall(ask(kind).out))):
        ended = ask("show", name)
        assert ended.status == 0, ended.err
        assert "↳" in ended.out, name


@pytest.mark.parametrize(
    ("kind", "narrowed", "left"),
    [
        ("families", ("--until", "2025-09"), 1),
        ("families", ("--since", "2025-11"), 0),
        ("families", ("--theatre", "india-pakistan"), 0),
        ("stories", ("--since", "2025-10"), 1),
        ("stories", ("--actor", "IND"), 0),
        ("accusations", ("--actor", "IND"), 1),
        ("accusations", ("--theatre", "india-pakistan"), 1),
        ("accusations", ("--since", "2025-12"), 1),
        ("standing", ("--actor", "IRN"), 1),
        ("standing", ("--actor", "QAT"), 0),
        ("drift", ("--actor", "AFG"), 2),
        ("drift", ("--actor", "QAT"), 0),
        ("drift", ("--until", "2025-09"), 2),
        ("drift", ("--since", "2025-10-02"), 0),
        ("offers", ("--actor", "QAT"), 1),
        ("offers", ("--until", "2025-09"), 0),
        ("offers", ("--theatre", "thailand-cambodia"), 0),
    ],
)
def test_lists_obey_the_filters_of_all_lists(
    ask: Asks, kind: str, narrowed: tuple[str, ...], left: int
) -> None:
    assert len(rows(ask(kind, *narrowed))) == left
    assert len(ask(kind, *narrowed, "--json").out.splitlines()) == left


@pytest.mark.parametrize("kind", ["disputes", "commitments", "ceasefires", "accusations", "offers"])
def test_a_filter_that_a_list_has_no_side_for_is_refused_and_not_offered(
    ask: Asks, record: Path, kind: str
) -> None:
    for asked in ((kind,), (kind, "--json"), ("export", "--form", "csv", "--of", kind)):
        ended = ask(*asked, "--type", "ASSAULT")
        assert ended.status == 2
        assert f"--type does not apply to {kind}: " in ended.err
    assert "--type" not in ask(kind, "--help").out
    with open_record(record) as opened, pytest.raises(WrongUse, match="does not apply"):
        getattr(opened, kind)(type="ASSAULT")


def test_a_brief_of_one_type_says_what_it_leaves_out(ask: Asks) -> None:
    told = ask("brief", "--type", "ASSAULT").out
    assert "LEFT OUT of a brief so narrowed: ceasefires (" in told
    assert "Left out: a promise is of no type of act." in told
    assert "LEFT OUT" not in ask("brief").out


@pytest.mark.parametrize("kind", [*KINDS, "documents"])
def test_an_empty_list_says_why(ask: Asks, sarhad: Sarhad, tmp_path: Path, kind: str) -> None:
    for form in ((), ("--json",)):
        ended = ask(kind, *form, "--actor", "BRA")
        assert "Nothing passes these filters; without them the list holds" in ended.out + ended.err
        assert not form or not ended.out
    if kind != "documents":
        assert "Nothing passes" in ask("export", "--form", "csv", "--of", kind, "--actor", "BRA").err
    rows, empty = tmp_path / "none.json", tmp_path / "empty.db"
    rows.write_text("[]", encoding="utf-8")
    sarhad("add", rows, "--record", empty)
    ended = sarhad(kind, "--record", empty)
    assert "The record holds no document yet" in ended.out + ended.err


def test_a_list_of_screened_pages_says_that_none_was_read(sarhad: Sarhad, tmp_path: Path) -> None:
    page, kept = tmp_path / "fair.txt", tmp_path / "fair.db"
    page.write_text(
        "Growers at the fair in Oslo praised a rich harvest of apples on Monday.", encoding="utf-8"
    )
    sarhad("add", page, "--screen", "--theatre", "india-pakistan", "--record", kept)
    assert "Nothing was found in 1 document: 1 screened out" in sarhad("incidents", "--record", kept).out
    assert "— screened out: it names no side" in sarhad("documents", "--record", kept).out


def test_the_python_lists_are_those_of_the_command_line(ask: Asks, record: Path) -> None:
    with open_record(record) as opened:
        for kind in KINDS:
            told = getattr(opened, kind)(actor="PAK")
            ids = [json.loads(line)["id"] for line in ask(kind, "--actor", "PAK", "--json").out.splitlines()]
            assert [t.id for t in told] == ids, kind


@pytest.mark.parametrize("of", TABLES)
def test_every_table_has_one_header_and_a_row_for_each_thing_of_its_list(ask: Asks, of: str) -> None:
    told = ask("export", "--form", "csv", "--of", of).out
    table = list(csv.DictReader(io.StringIO(told)))
    assert all(None not in row and None not in row.values() for row in table)
    if of in KINDS:
        listed = [json.loads(line)["id"] for line in ask(of, "--json").out.splitlines()]
        assert [row["id"] for row in table] == listed
    lines = [json.loads(line) for line in ask("export", "--form", "jsonl", "--of", of).out.splitlines()]
    assert len(lines) == len(table)


# --- short ids


def test_six_characters_of_an_id_are_enough(ask: Asks, record: Path) -> None:
    with open_record(record) as opened:
        names = [
            opened.accusations()[0].id,
            opened.offers()[0].id,
            opened.drift()[0].id,
            opened.stories()[0].id,
        ]
        anchor = opened.readings()[0].statements[0].anchor
    for name in (*names, anchor):
        assert ask("show", name[:7]).out == ask("show", name).out
    assert ask("explain", anchor[:6]).out == ask("explain", anchor).out
    assert ask("show", "rewrit").out == ask("show", "rewrite-1001").out


@pytest.mark.parametrize(
    ("given", "status", "told"),
    [
        (("show", "nothing"), 1, "nothing in the record has the id 'nothing'"),
        (("show", "wire"), 1, "too short"),
        (("explain", "nothing"), 1, "nothing in the record has the id"),
        (("judge", "nothing", "reject"), 1, "nothing in the record has the id"),
        (("judge", "nothing", "undo"), 1, "no judgement has the id"),
    ],
)
def test_what_begins_no_id_is_told_in_one_line(
    ask: Asks, given: tuple[str, ...], status: int, told: str
) -> None:
    ended = ask(*given)
    assert (ended.status, len(ended.err.splitlines())) == (status, 1)
    assert told in ended.err


@pytest.mark.parametrize("kind", ["families", "drift", "offers"])
def test_what_follows_from_other_things_is_judged_by_these(ask: Asks, kind: str) -> None:
    name = json.loads(ask(kind, "--json").out.splitlines()[0])["id"]
    ended = ask("judge", name[:8], "reject")
    assert (ended.status, len(ended.err.splitlines())) == (2, 1)
    assert f"sarhad show {name}" in ended.err


def test_what_begins_several_ids_is_told_with_these(sarhad: Sarhad, tmp_path: Path) -> None:
    pages = [{"id": f"market-{n}", "text": f"{told_press.SHORE} {n} boats came."} for n in range(5)]
    (tmp_path / "rows.jsonl").write_text("\n".join(map(json.dumps, pages)), encoding="utf-8")
    assert sarhad("add", "rows.jsonl").status == 0
    for given in (("show", "market"), ("explain", "market-"), ("judge", "market", "reject")):
        ended = sarhad(*given)
        assert (ended.status, len(ended.err.splitlines())) == (2, 1)
        assert "5 ids begin with market" in ended.err
        assert "market-0, market-1, market-2, …" in ended.err


def test_judgements_take_and_are_shown_by_beginnings(sarhad: Sarhad, tmp_path: Path) -> None:
    (tmp_path / "rows.jsonl").write_text(told_press.lines(), encoding="utf-8")
    sarhad("add", "rows.jsonl")
    assert sarhad("judgements").err == "Nobody judged anything yet.\n"
    first, second = (json.loads(x)["id"] for x in sarhad("accusations", "--json").out.splitlines()[:2])
    merged = sarhad("judge", first[:8], "merge", "--field", "accusation", "--value", second[:8])
    assert merged.status in (0, 1), merged.err  # a charge that stands in a dispute is no accusation
    made = sarhad("judge", second[:8], "reject", "--reason", "hearsay")
    assert made.status == 0, made.err
    name = made.out.split()[1]
    assert second not in sarhad("accusations").out
    (told,) = [x for x in sarhad("judgements").out.splitlines() if "reject" in x]
    assert told.startswith(name)
    assert told.endswith("hearsay")
    assert "↳" in sarhad("show", name[:6]).out
    assert json.loads(sarhad("judgements", "--json").out.splitlines()[-1])["target"] == second
    assert sarhad("judgements", "--actor", "THA").out == ""
    assert sarhad("judgements", "--actor", "PAK").out
    assert sarhad("judgements", "--until", "2025").out == ""
    assert sarhad("judge", name[:6], "undo").out == f"taken back: {name}\n"
    assert sarhad("judge", name[:6], "undo").out == f"was taken back already: {name}\n"
    assert second in sarhad("accusations").out
    assert "(taken back)" in sarhad("judgements").out
