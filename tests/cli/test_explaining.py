"""`sarhad explain`: why a statement is coded as it is; and what a silent document says."""

import re
from pathlib import Path

from ended import Sarhad


def ids(kept: Sarhad) -> list[str]:
    return re.findall(r"\bs[0-9a-f]{16}\b", kept("show", "spin-boldak").out)


def test_a_statement_is_explained_part_by_part(kept: Sarhad) -> None:
    told = "\n".join(kept("explain", i).out for i in ids(kept))
    assert "“four soldiers”" in told or "“soldiers”" in told
    assert "named by: “killed”" in told
    assert "type: lexicon and grammar" in told
    assert re.search(r"types: ASSAULT \d+%", told)
    assert "why a person could disagree:" in told
    assert re.search(r"confidence: 0\.\d\d", told)


def test_only_statements_are_explained(kept: Sarhad) -> None:
    ended = kept("explain", "spin-boldak")
    assert ended.status == 2
    assert "is no statement" in ended.err
    assert kept("explain", "s0000000000000000").status == 1


def test_a_page_without_an_act_says_why(sarhad: Sarhad, tmp_path: Path) -> None:
    words = (
        "The bakery on the corner opened its doors again this week after a long summer break, and the smell of fresh "
        "bread has drawn people from all over the old town, who stand in a line that reaches to the fountain."
    )
    (tmp_path / "bakery.txt").write_text(words, encoding="utf-8")
    (tmp_path / "short.txt").write_text("The weather was very fine in the old town.", encoding="utf-8")
    ended = sarhad("add", "bakery.txt", "short.txt")
    assert ended.out.startswith("2 read, nothing found")
    assert "read, but no word of it names an act: 1 document" in sarhad("brief").out
    assert "it has fewer than 25 words: 1 document" in sarhad("brief").out
