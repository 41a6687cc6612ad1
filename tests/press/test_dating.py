"""Which date is the date: pages whose claims agree, disagree, mislead or say nothing."""

from dataclasses import replace
from datetime import UTC, date, datetime

from sarhad.codebook import Basis, DatePrecision
from sarhad.knowledge.dating_support import DatingSupport, OfficeWindow
from sarhad.press.dating import date_traps, propose, settle
from sarhad.reading.dating_support import gather
from sarhad.records import Claims, Dating, Document, Page, Span

URL = "https://tidings.example/world/2025/10/21/envoys-meet"


def page_of(text: str, **claims: str) -> tuple[Page, Document]:
    page = Page(body=text.encode(), source="sample", media_type="text/plain", claims=Claims(**claims))
    document = Document(
        id="d1", page_sha256=page.sha256, text=text, source="sample", url=claims.get("url"),
        passages=tuple(_paragraphs(text)),
    )  # fmt: skip
    return page, document


def _paragraphs(text: str) -> list[Span]:
    out, at = [], 0
    for part in text.split("\n\n"):
        out.append(Span(start=at, end=at + len(part)))
        at += len(part) + 2
    return out


def proposed(text: str, **claims: str) -> Dating:
    return propose(*page_of(text, **claims))


def settled(text: str, windows: tuple[OfficeWindow, ...] = (), **claims: str) -> Dating:
    page, document = page_of(text, **claims)
    document = replace(document, published=propose(page, document))
    return settle(document, gather(document, windows))


STORY = "Envoys of both sides met on Tuesday and agreed to open the crossing."


def test_the_date_that_came_with_the_page_wins_and_names_who_agrees() -> None:
    dating = proposed(STORY, date="21 Oct 2025", url=URL)
    assert (dating.date, dating.basis) == ("2025-10-21", Basis.METADATA)
    assert "url" in dating.why


def test_a_late_stamp_in_another_zone_gives_way_to_the_day_in_the_address() -> None:
    dating = proposed(STORY, date="2025-10-20T23:52:01.000Z", url=URL)
    assert (dating.date, dating.conflicts) == ("2025-10-21", ())


def test_a_day_without_a_clock_stands_against_an_address_a_day_earlier() -> None:
    assert proposed(STORY, date="Oct 22, 2025", url=URL).date == "2025-10-22"


def test_a_stamp_days_after_the_address_is_an_update_and_is_named() -> None:
    dating = proposed(STORY, date="Oct 29, 2025", url=URL)
    assert dating.date == "2025-10-21"
    assert dating.conflicts[0].text == "Oct 29, 2025"


def test_years_ago_without_a_crawl_is_no_date() -> None:
    dating = proposed(STORY, date="6 YEARS AGO")
    assert dating.date is None
    assert "crawl" in dating.conflicts[0].why


def test_the_day_of_the_crawl_is_never_the_date() -> None:
    page, document = page_of(STORY)
    page = replace(page, fetched_at=datetime(2026, 5, 20, tzinfo=UTC))
    dating = propose(page, document)
    assert dating.date is None
    assert [c.origin for c in dating.candidates] == ["crawl"]


def test_a_header_line_is_read_and_stands_where_the_text_has_it() -> None:
    text = f"Envoys meet at the border\n\nPublished: October 21, 2025 | Staff\n\n{STORY}"
    dating = proposed(text)
    assert (dating.date, dating.basis) == ("2025-10-21", Basis.HEADER)
    span = dating.candidates[0].span
    assert span is not None
    assert text[span.start : span.end] == "October 21, 2025"


def test_a_caption_is_no_header() -> None:
    assert proposed(f"Lorries wait at the crossing on March 18, 2025.\n\n{STORY}").date is None


def test_a_footer_line_is_read() -> None:
    dating = proposed(f"{STORY}\n\nPublished in The Border Tidings, October 22nd, 2025")
    assert (dating.date, dating.basis) == ("2025-10-22", Basis.HEADER)


def test_a_dateline_takes_its_year_from_the_crawl() -> None:
    page, document = page_of("ISLAMABAD, 28 October – " + STORY)
    dating = propose(replace(page, fetched_at=datetime(2026, 1, 3, tzinfo=UTC)), document)
    assert (dating.date, dating.basis) == ("2025-10-28", Basis.DATELINE)


def test_a_bare_date_above_the_menu_is_the_crawls() -> None:
    text = f"| Welcome to The Border Tidings\n\nSaturday, May 18, 2024\n\nEnvoys meet\n\n{STORY}"
    dating = settled(text)
    assert dating.date is None
    assert [c.text for c in dating.conflicts] == ["Saturday, May 18, 2024"]


WINDOWS = (
    OfficeWindow(start=date(2021, 8, 3), end=date(2024, 5, 19), why="A. Example as president", span=Span(start=0, end=5)),
    OfficeWindow(start=date(2024, 3, 10), end=date(9999, 12, 31), why="B. Example as president", span=Span(start=6, end=9)),
    OfficeWindow(start=date(2024, 3, 4), end=date(9999, 12, 31), why="C. Example as prime minister", span=Span(start=10, end=12)),
)  # fmt: skip


def test_a_header_that_contradicts_the_offices_told_loses_and_the_month_is_inferred() -> None:
    text = (
        "DECEMBER 9, 2022\n\nNeighbours vow joint patrols\n\nThe two presidents pledged joint patrols. "
        "The visit follows the strike of April 1 and raids in March."
    )
    dating = settled(text, WINDOWS)
    assert (dating.date, dating.basis, dating.precision) == ("2024-04", Basis.INFERRED, DatePrecision.MONTH)
    assert dating.conflicts[0].text == "DECEMBER 9, 2022"
    assert dating.settled


def test_one_office_read_wrongly_does_not_shake_metadata() -> None:
    dating = settled(STORY, WINDOWS[1:2], date="3 Feb 2024")
    assert (dating.date, dating.conflicts) == ("2024-02-03", ())


def test_a_day_without_its_year_takes_the_year_that_the_text_supports() -> None:
    text = "Shells fell again. The truce of September 27, 2024 is all but forgotten; talks of September 29 failed."
    assert settled(text, date="October 1").date == "2024-10-01"


def test_nothing_told_is_unknown() -> None:
    dating = settled("The road over the pass is long and the lorries are many.")
    assert (dating.date, dating.precision) == (None, DatePrecision.UNKNOWN)


def test_an_occasion_dates_a_text_that_opens_with_it() -> None:
    text = "Speaking at the forum on peace and trust in Ashgabat, the premier asked for joint patrols."
    dating = settled(text)
    assert dating.date == "2025-12"
    assert "Ashgabat" in dating.why


def test_november_last_year_beside_a_known_november_gives_the_year_and_the_months_after_it() -> None:
    text = (
        "| Welcome to The Border Tidings\n\nSaturday, May 18, 2024\n\nEnvoys meet\n\nThe envoys meet today. "
        "Pakistan's crackdown on undocumented Afghans, begun in November last year, soured the talks."
    )
    dating = settled(text)
    assert (dating.date, dating.basis) == ("2024-01", Basis.INFERRED)
    assert [c.text for c in dating.conflicts] == ["Saturday, May 18, 2024"]


def test_a_long_line_of_dates_is_read_in_reasonable_time() -> None:
    import time

    start = time.process_time()
    settled("The truce of 3 May 2024 broke in June. " * 1000)
    assert time.process_time() - start < 20


def test_traps_are_exact_strings_of_the_text() -> None:
    text = (
        "DECEMBER 9, 2022\n\nNeighbours vow joint patrols\n\nThe presidents met after the strike of April 1. "
        "The pipeline was begun in 2013."
    )
    page, document = page_of(text)
    document = replace(document, published=propose(page, document))
    support = gather(document, WINDOWS)
    traps = date_traps(replace(document, published=settle(document, support)), support)
    assert {"DECEMBER 9, 2022", "April 1", "2013"} <= {t.text for t in traps}
    assert all(t.text in text for t in traps)


def test_html_metadata_in_the_outlets_own_zone() -> None:
    html = (
        '<html><head><meta property="article:published_time" content="2025-10-20T21:30:00Z"></head>'
        "<body><h1>Envoys meet at the crossing</h1><p>Both sides agreed.</p></body></html>"
    )
    page = Page(
        body=html.encode(),
        source="x",
        media_type="text/html",
        claims=Claims(url="https://tidings.example.pk/a"),
    )
    document = Document(
        id="d", page_sha256=page.sha256, text="Envoys meet", source="x", passages=(Span(start=0, end=11),),
        url="https://tidings.example.pk/a",
    )  # fmt: skip
    assert propose(page, document).date == "2025-10-21"


def test_support_keeps_what_is_told_apart() -> None:
    _, document = page_of(
        "The drive began in November last year. On 3 March 2025 it slowed; raids of May 2 ended it."
    )
    told = gather(document).told
    assert [(t.year, t.month, t.day, t.years_back) for t in told] == [
        (None, 11, None, 1),
        (2025, 3, 3, None),
        (None, 5, 2, None),
    ]
    assert DatingSupport(told=told).days_told[0].on == date(2025, 3, 3)


def test_a_dateline_without_its_year_and_no_evidence_is_unknown() -> None:
    dating = settled("ISLAMABAD, July 3 – " + STORY)
    assert dating.date is None


def test_a_dateline_takes_its_year_from_the_date_above_the_text() -> None:
    text = "Home | World | Sport | Letters\n\nSaturday, January 20, 2024\n\nQUETTA, January 20 – " + STORY
    dating = settled(text)
    assert (dating.date, dating.conflicts) == ("2024-01-20", ())


def test_a_date_above_the_menu_is_a_trap() -> None:
    text = "Saturday, June 14, 2025\n\nHome | World | Sport | Letters\n\n" + STORY
    dating = settled(text)
    assert dating.date is None
    assert [c.text for c in dating.conflicts] == ["Saturday, June 14, 2025"]


def test_days_ago_without_a_crawl_count_from_nothing_but_a_year_beside_them_stands() -> None:
    assert settled(STORY, date="3 days ago").date is None
    assert settled(STORY, date="3 days ago (as in source; 2023)").date == "2023"


def test_a_dateline_of_the_day_before_is_no_conflict() -> None:
    assert settled("ISLAMABAD, April 24 – " + STORY, date="2024-04-25").conflicts == ()


def test_traps_are_settled_with_the_date_and_each_wording_is_named_once() -> None:
    """Weekdays other than the page's own and days in the addresses of other pages are named, too: coders name them."""
    text = (
        STORY
        + " The gate was shut in November 2021 and again last month. [More](https://a.example/2023/04/05/x)"
    )
    assert [t.text for t in settled(text, date="2024-04-25").traps] == [
        "November 2021",
        "Tuesday",
        "last month",
        "2023/04/05",
    ]
