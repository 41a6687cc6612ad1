"""The commands, each tried once the way a person would."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from ended import PAGE, Sarhad

LISTS = (
    "incidents", "talks", "disputes", "commitments", "ceasefires", "accusations", "standing", "offers", "families", "stories", "drift",
    "judgements",
)  # fmt: skip


def test_adding_the_same_page_twice_changes_nothing(kept: Sarhad) -> None:
    before = kept("export", "--form", "threads").out
    again = kept("add", "spin-boldak.txt")
    assert again.out.startswith("1 already there")
    assert kept("export", "--form", "threads").out == before


def test_the_brief_comes_in_four_forms(kept: Sarhad, tmp_path: Path) -> None:
    assert "SITUATION" in kept("brief").out
    assert kept("brief", "--format", "markdown").out.startswith("# Brief: ")
    assert json.loads(kept("brief", "--format", "json").out)["documents"] == 1
    assert kept("brief", "--out", "b.html").status == 0
    page = (tmp_path / "b.html").read_text(encoding="utf-8")
    assert page.startswith("<!doctype html>")
    assert "src=" not in page
    assert "http" not in page.partition("</style>")[0]


def test_a_page_cannot_put_markup_into_the_html_brief(sarhad: Sarhad, tmp_path: Path) -> None:
    row = {
        "id": "<img src=x onerror=alert(1)>",
        "title": "<script>alert(1)</script>",
        "text": PAGE.replace("Spin Boldak", "<b onclick=x>Spin</b>"),
    }
    (tmp_path / "rows.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    assert sarhad("add", "rows.jsonl").status == 0
    page = sarhad("brief", "--format", "html").out
    assert "<script" not in page
    assert "<img" not in page
    assert "<b onclick" not in page


@pytest.mark.parametrize("kind", LISTS)
def test_lists_come_as_lines_and_as_json(kept: Sarhad, kind: str) -> None:
    assert kept(kind).status == 0
    for line in kept(kind, "--json").out.splitlines():
        assert json.loads(line)["id"]


def test_reading_prints_the_codebooks_form_and_writes_files_by_their_stem(
    kept: Sarhad, tmp_path: Path
) -> None:
    reading = json.loads(kept("read", "spin-boldak.txt", "--json").out)
    assert {"id", "published", "date_traps", "noise", "statements", "disputes"} <= set(reading)
    assert all(s["quote"] in PAGE for s in reading["statements"])
    written = kept("read", "spin-boldak.txt", "--out", "readings")
    assert (written.status, written.err) == (0, "written: 1 file into readings\n")
    assert [p.name for p in (tmp_path / "readings").iterdir()] == ["spin-boldak.json"]


def test_a_rows_own_id_names_its_file_and_cannot_leave_the_folder(sarhad: Sarhad, tmp_path: Path) -> None:
    rows = [{"id": "r1", "text": PAGE}, {"id": "../../escape", "text": PAGE + "More."}]
    (tmp_path / "rows.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    assert sarhad("read", "rows.jsonl", "--out", "readings").status == 0
    assert sorted(p.name for p in (tmp_path / "readings").iterdir()) == ["_.._escape.json", "r1.json"]
    assert not list(tmp_path.parent.glob("escape*"))


def test_show_marks_the_evidence_in_the_text(kept: Sarhad) -> None:
    shown = kept("show", "spin-boldak").out
    assert "[1]" in shown
    assert "[/1]" in shown
    assert "border markets" in shown


def test_show_leads_from_an_incident_to_its_sentences(kept: Sarhad) -> None:
    listed = kept("incidents", "--json").out.splitlines()
    assert listed
    shown = kept("show", json.loads(listed[0])["id"])
    assert "↳" in shown.out


def test_an_unknown_id_is_one_line_and_status_1(kept: Sarhad) -> None:
    ended = kept("show", "nothing-of-the-kind")
    assert ended.status == 1
    assert len(ended.err.splitlines()) == 1


def test_search_finds_words_and_says_when_there_is_nothing(kept: Sarhad) -> None:
    assert "Spin Boldak" in kept("search", "gunmen", "Boldak").out
    assert kept("search", "submarine").err.strip() == "no document holds all of these words"


def test_a_rejected_incident_leaves_the_next_brief_and_comes_back_when_undone(kept: Sarhad) -> None:
    found = json.loads(kept("incidents", "--json").out.splitlines()[0])["id"]
    judged = kept("judge", found, "reject", "--reason", "an exercise")
    assert judged.status == 0, judged.err
    assert found not in kept("incidents").out
    assert "an exercise" in kept("judge", "--list").out
    undo = judged.out.split("undo with: sarhad ")[1].split()
    assert kept(*undo).status == 0
    assert found in kept("incidents").out


def test_show_prints_a_correction_beside_what_the_machine_read(kept: Sarhad) -> None:
    found = json.loads(kept("incidents", "--json").out.splitlines()[0])["id"]
    assert (
        kept(
            "judge",
            found,
            "correct",
            "--field",
            "place",
            "--value",
            "Chaman",
            "--reason",
            "the second report",
        ).status
        == 0
    )
    shown = kept("show", found).out
    assert "CORRECTED: place is Chaman; the machine read Spin Boldak, AFG — the second report" in shown


def test_show_says_that_and_why_a_thing_was_rejected(kept: Sarhad) -> None:
    found = json.loads(kept("documents", "--json").out.splitlines()[0])["id"]
    assert kept("judge", found, "reject", "--reason", "an advertisement").status == 0
    assert "REJECTED: an advertisement" in kept("show", found).out


def test_after_a_rejected_document_only_the_first_look_puts_together_again(
    kept: Sarhad, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = json.loads(kept("documents", "--json").out.splitlines()[0])["id"]
    assert kept("judge", found, "reject").status == 0
    assert kept("incidents").status == 0

    def never(*_: object) -> None:
        raise AssertionError("put together again")

    monkeypatch.setattr("sarhad.library.fuse_record", never)
    assert kept("incidents").status == 0


def test_a_known_page_is_read_again_only_when_asked(kept: Sarhad, monkeypatch: pytest.MonkeyPatch) -> None:
    from sarhad import pipeline

    pages = []
    read_safely = pipeline.read_safely
    monkeypatch.setattr(
        pipeline,
        "read_safely",
        lambda page, theatre=None, **how: pages.append(page) or read_safely(page, theatre, **how),
    )
    assert "1 already there" in kept("add", "spin-boldak.txt").out
    assert not pages
    assert kept("add", "spin-boldak.txt", "--again").status == 0
    assert len(pages) == 1


def test_json_is_one_word_for_the_brief_too(kept: Sarhad) -> None:
    assert kept("brief", "--json").out == kept("brief", "--format", "json").out
    assert kept("brief", "--json", "--format", "html").status == 2


def test_a_broken_byte_does_not_break_the_json(sarhad: Sarhad, tmp_path: Path) -> None:
    (tmp_path / "broken.txt").write_bytes(
        b"Gunmen killed four soldiers in Quetta, \xff the army said on Monday."
    )
    ended = sarhad("read", "broken.txt", "--json")
    assert ended.status == 0
    assert json.loads(ended.out)["statements"] is not None


def test_a_theatre_shows_only_documents_that_tell_of_it(kept: Sarhad) -> None:
    assert kept("documents", "--theatre", "pakistan-iran-afghanistan").out
    assert not kept("documents", "--theatre", "thailand-cambodia").out


def test_a_new_theatre_is_in_order_once_it_is_filled_in(sarhad: Sarhad, tmp_path: Path) -> None:
    assert sarhad("theatre", "new", "ghana-togo").status == 0
    untouched = sarhad("theatre", "check", "ghana-togo.toml")
    assert untouched.status == 1
    assert "title is still the draft's" in untouched.err
    path = tmp_path / "ghana-togo.toml"
    text = path.read_text(encoding="utf-8").replace("___", "GHA", 1).replace("___", "TGO", 1)
    text = text.replace("A title, as a brief should print it", "Ghana and Togo").replace(
        "One or two sentences", "Aflao"
    )
    path.write_text(text, encoding="utf-8")
    assert "in order" in sarhad("theatre", "check", "ghana-togo.toml").out


def test_a_page_that_was_lost_is_listed_in_the_brief_of_its_run_and_counted_later(
    kept: Sarhad, tmp_path: Path
) -> None:
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "empty.html").write_text("", encoding="utf-8")
    assert kept("add", "pages/empty.html", "pages/").status == 1
    assert kept("brief").out.count("DROPPED at take in: empty.html — is empty") == 1
    (tmp_path / "market.txt").write_text(f"{PAGE} Traders came.", encoding="utf-8")
    assert kept("add", "market.txt").status == 0
    later = kept("brief").out
    assert "DROPPED at take in" not in later
    assert "DROPPED earlier: 1 page, in runs before the newest (sarhad documents --dropped)" in later
    assert "pages/empty.html  take in: is empty" in kept("documents", "--dropped").out


def test_a_mistyped_path_is_told_once_and_not_kept(kept: Sarhad) -> None:
    ended = kept("add", "pres/", "spin-boldak.txt")
    assert "dropped: pres/ — there is no such file; check the path" in ended.err
    assert "1 already there, 1 dropped" in ended.out
    assert "DROPPED" not in kept("brief").out
    assert "No page was dropped." in kept("documents", "--dropped").err


def test_what_is_unsure_is_marked_where_pages_are_only_read(sarhad: Sarhad, tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text(PAGE, encoding="utf-8")
    assert sarhad("add", "page.txt").status == 0
    marked = [line.endswith("(unsure)") for line in sarhad("read", "page.txt").out.splitlines()[1:]]
    shown = sarhad("show", "page").out.splitlines()
    assert marked == ["(unsure)" in line for line in shown if re.match(r"\[\d+\] [A-Z]+", line)]
    assert any(marked)


@pytest.mark.parametrize(
    "command",
    f"add read brief {' '.join(LISTS)} documents show search judge explain export skill demo doctor".split(),
)
def test_every_help_has_an_example(sarhad: Sarhad, command: str) -> None:
    shown = sarhad(command, "--help").out.partition("Usage")[2].partition("\n")[2]
    assert f"sarhad {command}" in shown
    assert not [line for line in shown.splitlines() if line.count(f"sarhad {command}") > 1]


@pytest.mark.parametrize(
    "given",
    [
        ("judge",),
        ("judge", "x"),
        ("judge", "x", "maybe"),
        ("judge", "x", "correct"),
        ("judge", "x", "accept", "--field", "type"),
        ("export", "--form", "pdf"),
        ("export", "--form", "csv", "--of", "quarrels"),
        *((kind, "--theatre", "mars") for kind in LISTS),
        *((kind, "--since", "yesterday") for kind in LISTS),
        ("brief", "--format", "pdf"),
        ("brief", "--out", "brief.pdf"),
        ("brief", "--out", "brief"),
        ("brief", "--theatre", "mars"),
        ("add", "spin-boldak.txt", "--theatre", "mars"),
        ("read", "spin-boldak.txt", "--theatre", "mars"),
        ("brief", "--type", "QUARREL"),
        ("brief", "--actor", "XYZ"),
        ("incidents", "--actor", "GARBAGE"),
        ("incidents", "--actor", "PAK.NOSUCH"),
        ("brief", "--since", "yesterday"),
        ("brief", "--since", "2025", "--until", "2024"),
        ("skill", "juggling"),
        ("nonsense",),
        ("add",),
        ("brief", "--no-such-option"),
        ("theatre", "new", "../up"),
    ],
)
def test_wrong_use_is_one_line_and_status_2(kept: Sarhad, given: tuple[str, ...]) -> None:
    ended = kept(*given)
    assert ended.status == 2, ended
    assert len(ended.err.splitlines()) == 1
    assert ended.err.startswith("sarhad: ")


def test_a_setting_that_is_no_number_is_told(kept: Sarhad, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SARHAD_TIMEOUT", "soon")
    assert "SARHAD_" in kept("brief").err


@pytest.mark.parametrize("form", ["reading", "threads", "csv", "jsonl"])
def test_every_export_goes_to_standard_output_or_a_file(kept: Sarhad, tmp_path: Path, form: str) -> None:
    printed = kept("export", "--form", form).out
    assert kept("export", "--form", form, "--out", "x").status == 0
    assert (tmp_path / "x").read_bytes().decode().splitlines() == printed.splitlines()


def test_a_theatre_can_be_made_and_checked_and_comes_with_faults_named(
    sarhad: Sarhad, tmp_path: Path
) -> None:
    assert sarhad("theatre", "new", "two-rivers").status == 0
    (tmp_path / "two-rivers.toml").write_text(
        'title = "Two rivers"\ncountries = ["Thailand"]\n', encoding="utf-8"
    )
    wrong = sarhad("theatre", "check", "two-rivers.toml")
    assert wrong.status == 1
    assert "Thailand" in wrong.err
    assert sarhad("theatre", "list").status == 0


def test_a_theatre_narrows_the_brief(kept: Sarhad, tmp_path: Path) -> None:
    (tmp_path / "far.toml").write_text('title = "Far away"\ncountries = ["THA", "KHM"]\n', encoding="utf-8")
    made = json.loads(kept("brief", "--theatre", "far.toml", "--format", "json").out)
    assert made["theatre"] == "Far away"
    assert not next(s for s in made["sections"] if s["key"] == "incidents")["lines"]


def test_skills_speak_json_lines(sarhad: Sarhad, tmp_path: Path) -> None:
    rows = [
        {"id": str(n), "title": "Post attacked", "text": PAGE * 3, "published": "2025-10-14"}
        for n in range(2)
    ]
    (tmp_path / "rows.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    found = [json.loads(x) for x in sarhad("skill", "duplicates", "rows.jsonl").out.splitlines()]
    assert found == [{"id": "0", "duplicates": ["1"]}, {"id": "1", "duplicates": ["0"]}]
    told = [json.loads(x) for x in sarhad("skill", "stories", "rows.jsonl").out.splitlines()]
    assert told[0]["story"] == told[1]["story"]
    page = {"id": "p", "html": f"<html><body><nav>Home</nav><article><p>{PAGE}</p></article></body></html>"}
    (tmp_path / "pages.jsonl").write_text(json.dumps(page), encoding="utf-8")
    [text] = [json.loads(x) for x in sarhad("skill", "text", "pages.jsonl").out.splitlines()]
    assert "Gunmen killed four soldiers" in text["text"]


def test_the_event_coreference_skill_gathers_mentions_across_documents(
    sarhad: Sarhad, tmp_path: Path
) -> None:
    texts = {
        "a": "Ferry sinks off Karsul\nA ferry sank off Karsul on Friday with forty aboard.",
        "b": "The sinking of the Karsul ferry with forty aboard was mourned on Friday.",
    }
    asked = [("a", "sank"), ("b", "sinking"), ("b", "mourned")]
    rows = [
        {
            "id": word,
            "document": d,
            "text": texts[d],
            "start": (at := texts[d].index(word)),
            "end": at + len(word),
        }
        for d, word in asked
    ]
    rows.append({"id": "nowhere", "document": "a", "text": texts["a"]})
    (tmp_path / "mentions.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    told = [json.loads(x) for x in sarhad("skill", "event_coreference", "mentions.jsonl").out.splitlines()]
    found = {row["id"]: row["cluster"] for row in told}
    assert list(found) == ["sank", "sinking", "mourned", "nowhere"]
    assert found["sank"] == found["sinking"]
    assert len(set(found.values())) == 3


def test_the_attribution_skill_keeps_the_offsets_of_its_text(sarhad: Sarhad, tmp_path: Path) -> None:
    said = "TEHRAN – “We saw the smoke,” the guard said.\n\nThe **mayor** denied that anyone was hurt. Shots were reportedly heard."
    (tmp_path / "said.jsonl").write_text(json.dumps({"id": "a", "text": said}), encoding="utf-8")
    [told] = [json.loads(x) for x in sarhad("skill", "attribution", "said.jsonl").out.splitlines()]
    spans = [
        [said[slice(*a[k])] for k in ("source", "cue", "content")] + [a["stance"]]
        for a in told["attributions"]
    ]
    assert spans == [
        ["the guard", "said", "“We saw the smoke,”", "asserts"],
        ["The **mayor", "denied", "that anyone was hurt", "denies"],
    ]
    assert [(a["source"], said[slice(*a["cue"])]) for a in told["unsourced"]] == [(None, "reportedly")]
    assert told["inner"] == []


def test_doctor_says_what_is_there(sarhad: Sarhad) -> None:
    ended = sarhad("doctor")
    assert ended.status == 0
    assert "SQLite" in ended.out


def test_every_command_has_help_with_an_example(sarhad: Sarhad) -> None:
    from sarhad.cli.app import app

    for command in app.registered_commands:
        name = command.name or ""
        ended = sarhad(name, "--help")
        assert ended.status == 0, name
        assert f"sarhad {name}" in ended.out.replace("Usage: sarhad", ""), name


@pytest.mark.parametrize("form", ["terminal", "json"])
def test_a_reader_that_goes_away_is_no_error(kept: Sarhad, tmp_path: Path, form: str) -> None:
    code = f"import sys; from sarhad.cli.app import run; sys.exit(run(['brief', '--format', '{form}']))"
    process = subprocess.Popen(
        [sys.executable, "-c", code], cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    with process.stderr as errors:
        assert errors.read() == b""
    assert process.wait(60) == 0


def test_importing_sarhad_is_quick() -> None:
    code = "import sys, time; t = time.perf_counter(); import sarhad; print(time.perf_counter() - t); print('spacy' in sys.modules)"
    seconds, heavy = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout.split()
    assert float(seconds) < 0.15
    assert heavy == "False"


def test_the_heading_of_a_brief_says_to_what_it_is_narrowed(kept: Sarhad) -> None:
    assert (
        "everything in the record of actor PAK.GOV of type ASSAULT"
        in kept("brief", "--actor", "pak.gov", "--type", "ASSAULT", "--format", "markdown").out
    )


def test_two_files_of_one_name_are_told_apart_by_their_ids(sarhad: Sarhad, tmp_path: Path) -> None:
    for folder, words in (("east", "Herders left."), ("west", "Traders came.")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "market.txt").write_text(f"{PAGE} {words}", encoding="utf-8")
    sarhad("add", tmp_path / "east", tmp_path / "west")
    ended = sarhad("judge", "market", "reject")
    assert ended.status == 2
    assert "2 documents are called market; give the id" in ended.err
