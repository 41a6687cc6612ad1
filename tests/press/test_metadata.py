"""What a page says of itself: claims, each with the place it stood in."""

import pytest

from sarhad.press.metadata import PageMetadata, page_metadata

HEAD = """<html lang="ur-PK"><head><title>Market opens | Border Sample</title>
<link rel="canonical" href="https://border.example/market">
<meta property="og:title" content="Market opens at the frontier"><meta property="og:site_name" content="Border Sample">
<meta property="article:published_time" content="2024-04-24T10:00:00+05:00">
<meta name="DC.date" content="2024-04-23"><meta property="article:modified_time" content="2024-05-01T00:00:00Z">
<script type="application/ld+json">{"@graph":[{"@type":"WebSite","name":"Border"},
{"@type":"NewsArticle","headline":"Market opens","datePublished":"2024-04-24T05:00:00Z","dateModified":"2024-05-01",
"author":[{"@type":"Person","name":"A. Reporter"}],"publisher":{"name":"Border Sample Group"}}]}</script></head>
<body><h1>Market opens at the frontier</h1><time datetime="2024-04-24">Wednesday</time></body></html>"""


def test_the_claims_of_a_page() -> None:
    about = page_metadata(HEAD)
    assert about.title == about.headline == "Market opens at the frontier"
    assert about.site_name == "Border Sample"
    assert about.url == "https://border.example/market"
    assert about.language == "ur"
    assert about.author == "A. Reporter"


def test_dates_keep_their_origin_and_updates_are_told_apart() -> None:
    dates = {d.origin: (d.text, d.modified) for d in page_metadata(HEAD).published}
    assert dates["article:published_time"] == ("2024-04-24T10:00:00+05:00", False)
    assert dates["dc.date"] == ("2024-04-23", False)
    assert dates["json-ld:datePublished"] == ("2024-04-24T05:00:00Z", False)
    assert dates["time:datetime"] == ("2024-04-24", False)
    assert dates["article:modified_time"][1]
    assert dates["json-ld:dateModified"][1]


@pytest.mark.parametrize(
    "page",
    [
        "",
        "no tags at all",
        "<script type='application/ld+json'>{broken</script>",
        '<script type="application/ld+json">' + "[" * 20_000 + "</script>",
        b"\xff\xfe\x00<html>",
    ],
)
def test_a_page_that_says_nothing(page: str | bytes) -> None:
    assert page_metadata(page) == PageMetadata()


def test_a_page_nested_200000_deep_costs_no_minutes() -> None:
    about = page_metadata("<html><head><title>Deep page</title></head><body>" + "<div>" * 200_000)
    assert about.title == "Deep page"
