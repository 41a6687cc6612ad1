"""Visible text: in order, without what nobody sees, every character leading back to the page."""

import html

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sarhad.press.visible import page_offset, visible


def blocks(page: str) -> list[str]:
    return [b.text for b in visible(page).blocks]


def test_blocks_in_order() -> None:
    page = "<h1>Talks&nbsp;end</h1><p>Both sides\n   met <b>again</b>.</p><ul><li>One<li>Two</ul>Last<br>line"
    assert blocks(page) == ["Talks end", "Both sides met again.", "One", "Two", "Last", "line"]


@pytest.mark.parametrize(
    "page",
    [
        "<script>var a = '<p>seen</p>'</script>",
        "<style>p {color: red}</style>",
        "<!-- <p>seen</p> -->",
        "<noscript>seen</noscript>",
        "<div hidden>seen</div>",
        "<div style='display: none'><div>seen</div>seen</div>",
        "<template><p>seen</p></template>",
        "<head><title>seen</title></head>",
        "<svg><text>seen</text></svg>",
        "<textarea>seen</textarea>",
    ],
)
def test_what_nobody_sees(page: str) -> None:
    assert blocks(page + "<p>Text.</p>") == ["Text."]


def test_a_hidden_paragraph_without_an_end_hides_itself_alone() -> None:
    assert blocks("<p hidden>seen<p>Text.<p>More.") == ["Text.", "More."]


def test_a_drawing_with_an_empty_title_ends_where_it_ends() -> None:
    assert blocks("<svg viewBox='0 0 1 1'><title/><path d='M1'/></svg><p>Text.</p>") == ["Text."]
    assert blocks("<svg class='x'/><p>Text.</p>") == ["Text."]


def test_hidden_parts_on_request() -> None:
    page = "<div style='color:red; display:none'>Unveiled.</div><p style='/*display:none*/'>Text.</p><script>no</script>"
    assert blocks(page) == ["Text."]
    assert [b.text for b in visible(page, hidden=True).blocks] == ["Unveiled.", "Text."]


def test_attributes_may_hold_brackets_and_odd_quotes() -> None:
    assert blocks("""<p title="a > b">One.</p><p title='5" wide'>Two.</p><p title="odd>Three.</p>""") == [
        "One.",
        "Two.",
        "Three.",
    ]


def test_offsets_lead_back() -> None:
    page = "<p>Pakistan &amp; Iran\n\n  meet.</p><p>Talks.</p>"
    seen = visible(page)
    assert seen.text == "Pakistan & Iran meet.\nTalks."
    for word in ("Pakistan", "Iran", "meet.", "Talks."):
        at = page_offset(seen.segments, seen.text.index(word))
        assert at is not None
        assert page[at:].startswith(word)
    assert page_offset(seen.segments, seen.text.index("\n")) is None


@given(st.lists(st.text(alphabet="ab c&<>\n\t\xa0سé", max_size=12), max_size=6))
def test_every_verbatim_segment_is_the_page(paragraphs: list[str]) -> None:
    page = "".join(f"<p>{html.escape(p)}</p>" for p in paragraphs)
    seen = visible(page)
    for segment in seen.segments:
        mine = seen.text[segment.start : segment.start + segment.length]
        theirs = page[segment.page_start : segment.page_start + segment.length]
        assert mine == theirs or theirs[0] == "&" or mine == " "
    assert seen.text == "\n".join(t for p in paragraphs if (t := " ".join(p.split())))


@given(st.text(alphabet="<>/!-'\"= abpdivscript&;#x\n", max_size=200))
def test_never_fails(page: str) -> None:
    seen = visible(page)
    for block in seen.blocks:
        assert seen.text[block.span.start : block.span.end] == block.text


@pytest.mark.parametrize(
    "page", ["<div>" * 200_000 + "x", "<a '" * 200_000, "<" * 500_000, "<!--" * 300_000, "&" * 100_000]
)
@pytest.mark.timeout(10)
def test_broken_pages_cost_no_minutes(page: str) -> None:
    visible(page)
