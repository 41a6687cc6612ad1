"""The theatre that the page shows is in order, and every entry that a theatre may have stands in its table."""

import re
from pathlib import Path

from sarhad.knowledge.theatres import check, load_theatre
from sarhad.knowledge.theatres_check import KEYS, PLACE_KEYS

TEXT = (Path(__file__).resolve().parents[1] / "docs" / "theatres.md").read_text(encoding="utf-8")


def test_the_example_is_in_order(tmp_path: Path) -> None:
    [example] = re.findall(r"```toml\n(.*?)```", TEXT, flags=re.S)
    path = tmp_path / "ghana-togo.toml"
    path.write_text(example, encoding="utf-8")
    assert check(path) == []
    theatre = load_theatre(str(path))
    assert theatre.title == "Ghana and Togo"
    assert theatre.has("TGO.GOV")


def test_every_entry_is_explained() -> None:
    assert [k for k in (*KEYS, *PLACE_KEYS) if not re.search(rf"`\[?\[?{k}\]?\]?`", TEXT)] == []


def test_what_the_page_shows_in_python_holds() -> None:
    theatre = load_theatre("pakistan-iran-afghanistan")
    assert theatre.has("PAK.REB/ttp")
    assert theatre.covers({"PAK.MIL", "AFG.GOV"})
    assert not theatre.covers({"PAK.GOV", "PAK.OPP"})
