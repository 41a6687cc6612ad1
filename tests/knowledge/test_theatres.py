"""Theatres: what ships is right, what is wrong is said in one line with how to mend it."""

from datetime import date
from pathlib import Path

import pytest

from sarhad.codebook import PlaceLevel
from sarhad.errors import TheatreError
from sarhad.knowledge.theatres import check, load_theatre, new, theatres


def test_the_theatres_that_ship_are_right() -> None:
    shipped = theatres()
    assert {"pakistan-iran-afghanistan", "israel-lebanon", "israel-iran", "thailand-cambodia",
            "armenia-azerbaijan", "india-pakistan"} <= set(shipped)  # fmt: skip
    for name, path in shipped.items():
        assert check(path) == [], name
        theatre = load_theatre(name)
        assert theatre.title
        assert theatre.summary
        assert theatre.since


@pytest.mark.parametrize(
    ("codes", "countries", "covered"),
    [
        (["PAK.GOV", "IRN.GOV"], ["IRN"], True),
        (["PAK.REB/ttp", "PAK.MIL"], ["PAK"], True),
        (["PAK.MIL", "UNK.UNK"], ["AFG"], True),
        (["UNK.UAF", "PAK.COP"], ["PAK"], True),
        (["UNK.UAF", "PAK.COP"], [None], True),
        (["ISR.MIL", "IRN.UNK"], ["IRN"], False),
        (["USA.GOV", "IRN.GOV"], [], False),
        (["IRN.GOV", "IRN.CVL"], ["IRN"], False),
        (["USA.GOV", "CHN.GOV"], ["PAK"], False),
        ([], ["PAK"], False),
    ],
)
def test_what_a_theatre_covers(codes: list[str], countries: list[str | None], covered: bool) -> None:
    assert load_theatre("pakistan-iran-afghanistan").covers(codes, countries) is covered


def test_an_actor_belongs_by_its_country_or_by_name() -> None:
    theatre = load_theatre("israel-lebanon")
    assert theatre.has("ISR.MIL")
    assert theatre.has("IGO.MIL/unifil")
    assert not theatre.has("IGO.IGO/un")


def test_a_new_file_passes_once_it_is_filled_in_and_not_before(tmp_path: Path) -> None:
    path = tmp_path / "pakistan-iran.toml"
    draft = new("pakistan-iran")
    path.write_text(draft, "utf-8")
    told = " ".join(check(path))
    assert all(words in told for words in ("unknown country", "title is still", "summary is still"))
    with pytest.raises(TheatreError, match="and 3 more"):
        load_theatre("pakistan-iran", tmp_path)
    own = {
        "A title, as a brief should print it": "Pakistan and Iran",
        "One or two sentences: which border, what is at stake.": "The border at Taftan.",
        '["___", "___"]': '["PAK", "IRN"]',
    }
    for words, mine in own.items():
        assert words in draft
        draft = draft.replace(words, mine)
    path.write_text(draft, "utf-8")
    assert check(path) == []
    assert load_theatre("pakistan-iran", tmp_path).countries == ("PAK", "IRN")
    assert load_theatre(str(path)).name == "pakistan-iran"


def test_a_file_of_ones_own_comes_first(tmp_path: Path) -> None:
    (tmp_path / "israel-iran.toml").write_text('title = "Mine"\ncountries = ["ISR", "IRN"]\n', "utf-8")
    assert load_theatre("israel-iran", tmp_path).title == "Mine"


def test_names_and_places_of_its_own(tmp_path: Path) -> None:
    path = tmp_path / "x.toml"
    path.write_text(
        'title = "X"\ncountries = ["PAK"]\nsince = "2024-02-01"\n[aliases]\n"The Council" = "AFG.REB/x < 2021-08-15 < AFG.GOV"\n'
        '[[place]]\nname = "Upper Post"\ncountry = "PAK"\nlevel = "site"\nat = [30.0, 66.0]\naka = ["Post Upper"]\n',
        "utf-8",
    )
    theatre = load_theatre(str(path))
    assert theatre.aliases["The Council"].endswith("AFG.GOV")
    assert [(p.mention, p.name, p.level) for p in theatre.own_places] == [
        ("Upper Post", "Upper Post", PlaceLevel.SITE), ("Post Upper", "Upper Post", PlaceLevel.SITE)]  # fmt: skip
    assert theatre.since == date(2024, 2, 1)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("title = ", "is no TOML"),
        ('countries = ["PAK"]', "no title"),
        ('title = "X"', "no countries"),
        ('title = "X"\ncountries = ["Pakistan"]', "write “PAK”"),
        ('title = "X"\ncountries = ["PAK"]\nactor = []', "did you mean “actors”"),
        ('title = "X"\ncountries = ["PAK"]\nactors = ["ttp"]', "no actor code"),
        ('title = "X"\ncountries = ["PAK"]\nplaces = ["Xyzzyabad"]', "knows no “Xyzzyabad”"),
        ('title = "X"\ncountries = ["PAK"]\noutlets = ["Some Gazette"]', "unknown outlet"),
        ('title = "X"\ncountries = ["PAK"]\nsince = "last year"', "write a day"),
        ('title = "X"\ncountries = ["PAK"]\n[aliases]\nX = "nobody"', "alias “X”"),
        ('title = "X"\ncountries = ["PAK"]\n[[place]]\nname = "Y"\nlevel = "spot"', "level"),
        (
            'title = "X"\ncountries = ["PAK"]\n[[place]]\nname = "Y"\nlevel = "site"\nat = [200, 1]',
            "no point",
        ),
        ('title = "X"\ncountries = "PAK"', "list of texts"),
        ('title = "X"\ncountries = ["PAK"]\nplace = ["Y"]', "[[place]]"),
    ],
)
def test_each_fault_is_one_line(tmp_path: Path, text: str, says: str) -> None:
    path = tmp_path / "x.toml"
    path.write_text(text, "utf-8")
    lines = check(path)
    assert any(says in line for line in lines), lines
    assert all("\n" not in line for line in lines)
    with pytest.raises(TheatreError, match=r"x\.toml"):
        load_theatre(str(path))


def test_a_missing_theatre_names_those_there_are(tmp_path: Path) -> None:
    with pytest.raises(TheatreError, match="israel-lebanon"):
        load_theatre("nowhere")
    assert "cannot be read" in check(tmp_path / "none.toml")[0]
    with pytest.raises(TheatreError):
        new("No Name!")
