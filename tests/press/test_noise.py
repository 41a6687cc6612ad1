"""What is article and what is not, in the project's own words."""

import json
import os
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sarhad.press.boilerplate import boilerplate
from sarhad.press.captions import is_caption, is_inline_caption
from sarhad.press.noise import noise_in, paragraphs

STORY = (
    "The two neighbours opened a market at the frontier on Sunday, officials said, after four rounds of talks.\n\n"
    "Traders had waited for nineteen days. A committee is to meet every month and may close the crossing again.\n\n"
    "Neither side has said who will pay for the road."
)


def noise(text: str, **known: str) -> list[str]:
    return [text[s.start : s.end] for s in noise_in(text, **known)]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "line",
    [
        "Read More: Prices rise in the south",
        "Also read: Envoys meet again",
        "READ MORE",
        "Related Articles",
        "Share this:",
        "Facebook Twitter WhatsApp",
        "Leave a Reply",
        "Your email address will not be published. Required fields are marked *",
        "Subscribe to our newsletter",
        "Sign up here to get the daily briefing in your inbox.",
        "Follow us on Facebook and Google News",
        "Advertisement",
        "Article continues after ad",
        "We use cookies to improve your experience on this site.",
        "© 2024 The Border Sample. All rights reserved.",
        "Exit mobile version",
        "Back to top button",
        "12 Comments",
        "Tags: border, market, talks",
        "Lorem ipsum dolor sit amet, consectetur adipiscing elit.",
        "The argument for filler text is that real content distracts.",
        "Saturday, May 18, 2024",
        "Published: 3 November 2025 | Updated: 4 November 2025",
        "2 hours ago",
        "| Welcome to The Border Sample",
        "A. Photographer | Afp | Getty Images",
        "(Photo by A. Photographer/AFP via Getty Images)",
        "Image source, Reuters",
        "Photo: Border Sample",
        "![A closed gate](https://border.example/gate.jpg)",
        "render('div-gpt-ad-1')",
        "watch now",
        "_— The Sample's A. Reporter contributed to this report._",
        "This story has been updated with new figures.",
        "Published in The Border Sample, August 18th, 2023",
        "0",
        "> ",
        "https://border.example/more",
    ],
)
def test_boilerplate_lines(line: str) -> None:
    assert boilerplate(line)
    text = f"{STORY}\n\n{line}\n\nThe ministry will publish the new timetable for lorries next week, it said."
    if any(c.isalnum() for c in line) and boilerplate(line) != "date line":
        assert noise(text) == [line]


@pytest.mark.parametrize(
    "line",
    [
        "The ministry shared the list with its neighbour and asked for a reply within a week.",
        "He left a comment that the border would stay closed.",
        "Readers of the agreement will find no date in it.",
        "“We will not subscribe to a plan that others wrote,” the envoy told reporters.",
        "By entering the talks, the government gave up its main condition.",
        "More than forty lorries crossed on the first day.",
        "The army published a photo of the weapons it said it had seized.",
        "Related attacks in the province killed four people, police said.",
        "Follow-up talks are planned for March 2026.",
        "On 3 November 2025 the truce was extended by a month.",
        "The advertisement of the tender was withdrawn.",
        "Both sides blamed each other.",
        "Tensions and trade: what lies behind the talks",
        '"It is a breaking story for our families," a trader said, as the gate stayed shut.',
        "The two countries share a border of 900 km and a long list of grievances.",
        "Watching the border is the job of both forces.",
        "Editors in the capital were told not to name the group.",
        "Copyright disputes were not on the agenda.",
    ],
)
def test_sentences_of_an_article_stay(line: str) -> None:
    assert boilerplate(line) is None
    assert noise(f"{STORY}\n\n{line}\n\nThe talks go on in the capital on Tuesday, the ministry said.") == []


def test_a_scraped_page_with_its_menu_and_comment_form() -> None:
    text = f"News International\n\nMarket opens at the frontier after talks\n\n{STORY}\n\nRelated News\n\nAbout Us\n\nInstagram"
    assert noise(text) == ["News International", "Related News\n\nAbout Us\n\nInstagram"] or noise(text) == [
        "News International",
        "Related News",
        "About Us",
        "Instagram",
    ]
    left = paragraphs(text, noise_in(text))
    assert text[left[0].start : left[0].end] == "Market opens at the frontier after talks"
    assert len(left) == 4


def test_a_headline_told_twice_is_kept_once() -> None:
    headline = "Neighbours vow joint action at the frontier"
    text = f"{headline}\n\n{headline}\n\n{STORY}"
    assert noise(text) == [headline]
    assert paragraphs(text, noise_in(text))[0].start == len(headline) + 2


def test_the_short_headline_of_a_page_stays() -> None:
    assert noise(f"Frontier market opens\n\n{STORY}") == []
    assert noise(f"Afghan dilemma\n\n{STORY}", title="Afghan dilemma") == []


def test_a_caption_goes_with_its_credit() -> None:
    caption = "Lorries queue at a closed gate near the frontier town on October 14, 2025."
    text = f"{caption}\n\nA. Photographer | Afp | Getty Images\n\n{STORY}"
    assert noise(text) == [caption, "A. Photographer | Afp | Getty Images"]


def test_a_sentence_above_a_credit_is_no_caption_for_that() -> None:
    text = (
        f"{STORY}\n\nThe minister said the market would stay open.\n\nA. Photographer | Reuters\n\n{STORY}x."
    )
    assert "The minister said the market would stay open." not in noise(text)


@pytest.mark.parametrize(
    ("line", "caption"),
    [
        ("A guard stands at the gate of the crossing on October 14, 2025.", True),
        ("The foreign minister (L) shakes hands with the envoy.", True),
        ("The minister said on October 14, 2025 that the gate would open.", False),
        ("Troops had crossed the frontier on October 14, 2025.", False),
    ],
)
def test_captions(line: str, caption: bool) -> None:
    assert is_caption(line) is caption
    assert is_inline_caption(line) is caption


def test_a_page_without_line_breaks() -> None:
    """The caption, the promotion and the notice inside one long line."""
    body = STORY.replace("\n\n", " ")
    caption = "A guard stands at the gate of the crossing on October 14, 2025."
    promo = "READ MORE: Traders count their losses"
    text = f"A market opened. {caption} {body} {promo} The talks go on in the capital on Tuesday. © 2025 Border Sample. All Rights Reserved."
    assert noise(text) == [caption, promo, "© 2025 Border Sample. All Rights Reserved."]


def test_people_may_shout_inside_a_quotation() -> None:
    shouted = "OPEN THE GATE NOW OR FACE THE CONSEQUENCES"
    quoted = f'{STORY} The president wrote: "{shouted}" and nothing more.'.replace("\n\n", " ")
    assert noise(quoted) == []
    promoted = f"{STORY} {shouted} The talks go on in the capital, said the envoy.".replace("\n\n", " ")
    assert noise(promoted) == [shouted]


def test_the_articles_own_dates_stay() -> None:
    """In a chronicle a date on its own line heads an entry."""
    days = "\n\n".join(
        f"March {d}, 2025\n\nThe gate was closed again after shots, the police of both sides said."
        for d in range(3, 12)
    )
    assert len(noise(f"{STORY}\n\n{days}\n\n{STORY}x.")) == 0


def test_the_article_goes_on_behind_a_heading_that_often_ends_one() -> None:
    text = f"{STORY}\n\nRelated Articles\n\n{STORY}y.\n\n{STORY}z."
    assert noise(text) == ["Related Articles"]


def test_lines_wrapped_at_a_width_are_one_paragraph() -> None:
    text = "The two neighbours opened a market at the frontier on Sunday after\nfour rounds of talks, and traders from both towns brought fruit,\ncloth and tea.\n\nA second market is to follow."
    left = paragraphs(text, ())
    assert [text[s.start : s.end].count("\n") for s in left] == [2, 0]


LINES = st.lists(
    st.sampled_from(
        [
            *STORY.split("\n\n"),
            "Share",
            "Read more",
            "0",
            "",
            "  ",
            "## Head",
            "Photo: x",
            "![a](b)",
            "سرحد کھل گئی۔",
            "\ufeff",
        ]
    ),
    max_size=12,
)


@given(LINES, st.sampled_from(["\n", "\n\n", "\r\n", " "]))
def test_noise_and_passages_are_disjoint_ordered_and_complete(lines: list[str], between: str) -> None:
    text = between.join(lines)
    out = noise_in(text)
    kept = paragraphs(text, out)
    spans = sorted((*out, *kept))
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert list(out) == sorted(out)
    covered = sum(len(text[s.start : s.end].split()) for s in spans)
    assert all(s.end <= len(text) for s in spans)
    assert covered >= sum(any(c.isalnum() for c in w) for w in text.split())


@pytest.mark.parametrize(
    "text",
    [
        "A." * 500_000,
        "![" * 500_000,
        "AB " * 300_000,
        "(Photo by " * 100_000,
        "{a:b;" * 200_000,
        "A market opened. " * 60_000,
        "\n" * 500_000,
    ],
)
@pytest.mark.timeout(20)
def test_a_line_of_a_million_characters_costs_no_minutes(text: str) -> None:
    noise_in(text)


def _mask(text: str, lines: list[str]) -> set[int]:
    found: set[int] = set()
    for line in filter(None, lines):
        at = text.find(line)
        while at >= 0:
            found.update(range(at, at + len(line)))
            at = text.find(line, at + 1)
    return found


@pytest.mark.skipif(
    not os.environ.get("SARHAD_DATA"), reason="SARHAD_DATA is not set: no coded noise to compare with"
)
def test_coded_noise() -> None:
    folder = Path(os.environ["SARHAD_DATA"]) / "gold" / "reading"
    scores = []
    for path in sorted(folder.glob("*.doc.json")):
        row = json.loads(path.read_text(encoding="utf-8"))
        gold = json.loads(path.with_name(path.name.replace(".doc.", ".gold.")).read_text(encoding="utf-8"))
        mine, coded = (
            _mask(row["text"], noise(row["text"], title=row["title"], outlet=row["outlet"])),
            _mask(row["text"], gold.get("noise") or []),
        )
        if coded:
            scores.append(2 * len(mine & coded) / (len(mine) + len(coded)))
    assert len(scores) >= 15
    assert sum(scores) / len(scores) >= 0.9
