"""What every reading keeps: quotes are the text's own words, ids are stable, a second reading equals the first."""

import random
from collections.abc import Callable
from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from told_cases import cases, told

from sarhad.codebook import CeasefirePhase, mode_belongs
from sarhad.codebook.actors import is_code
from sarhad.reading import READER, Tools, read
from sarhad.reading.reader import read_english
from sarhad.records import Document, Evidence, Reading, Span, Statement

Read = Callable[..., Reading]
TEXTS = sorted(c.text for c in cases())
STORIES = st.lists(st.sampled_from(TEXTS), min_size=2, max_size=5, unique=True).map("\n".join)
SLOW = settings(
    max_examples=25,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


def evidence(s: Statement) -> tuple[Evidence, ...]:
    return (s.evidence, s.trigger, s.sentence)


def mentions(s: Statement) -> list[tuple[str, Span]]:
    named = [*s.actors, *s.recipients, *([s.speaker] if s.speaker else [])]
    told = [(a.mention, a.span) for a in named] + [(x.mention, x.span) for x in (s.place, s.time) if x]
    return [(mention, span) for mention, span in told if span is not None]


@SLOW
@given(STORIES)
def test_quotes_are_the_words_of_the_text(tools: Tools, text: str) -> None:
    for s in read(told(text), tools).statements:
        for e in evidence(s):
            assert text[e.span.start : e.span.end] == e.quote
        assert s.evidence.span.covers(s.trigger.span)
        for mention, span in mentions(s):
            assert text[span.start : span.end] == mention


@SLOW
@given(STORIES)
def test_what_is_read_belongs_to_the_codebook(tools: Tools, text: str) -> None:
    reading = read(told(text), tools)
    anchors = [s.anchor for s in reading.statements]
    assert len(anchors) == len(set(anchors))
    for s in reading.statements:
        assert mode_belongs(s.type, s.mode)
        assert [a.code for a in (*s.actors, *s.recipients) if not is_code(a.code)] == []
        assert s.about is None or s.about in anchors
        assert s.about != s.anchor
        assert 0 <= s.confidence <= 1
        assert s.ceasefire is None or s.ceasefire.phase in CeasefirePhase


@SLOW
@given(st.text(max_size=120))
def test_any_string_is_read_without_an_error(tools: Tools, text: str) -> None:
    reading = read(told(text), tools)
    assert reading.document.text == text


@SLOW
@given(STORIES, st.integers(0, 40))
def test_words_before_the_article_move_every_span_and_change_no_code(
    tools: Tools, text: str, shift: int
) -> None:
    plain = told(text)
    head = "x" * shift + "\n"
    moved = replace(
        plain,
        text=head + text,
        passages=tuple(Span(start=p.start + len(head), end=p.end + len(head)) for p in plain.passages),
    )
    one, other = read(plain, tools).statements, read(moved, tools).statements
    assert [(s.type, s.codes, s.trigger.quote, s.trigger.span.start + len(head)) for s in one] == [
        (s.type, s.codes, s.trigger.quote, s.trigger.span.start) for s in other
    ]


def test_an_anchor_does_not_know_the_reader(tools: Tools) -> None:
    document = told("Pakistan accused Afghanistan of attacking a border post. Kabul denied it.")
    one = read_english(document, tools, READER).statements
    other = read_english(document, tools, "another-reader-9").statements
    assert [s.anchor for s in one] == [s.anchor for s in other]
    assert not {s.id for s in one} & {s.id for s in other}


def test_the_same_words_in_another_document_have_another_anchor(tools: Tools) -> None:
    document = told("Iran closed the border.")
    one, other = read(document, tools), read(replace(document, id="another"), tools)
    assert not {s.anchor for s in one.statements} & {s.anchor for s in other.statements}


def test_reading_twice_gives_the_same(tools: Tools) -> None:
    document = told("\n".join(TEXTS[:12]))
    assert read(document, tools) == read(document, tools)


def test_the_order_of_reading_changes_nothing(tools: Tools) -> None:
    documents = [replace(told("\n".join(TEXTS[i::40])), id=f"d{i}") for i in range(5)]
    first = {d.id: read(d, tools) for d in documents}
    shuffled: list[Document] = random.Random(7).sample(documents, k=5)
    assert {d.id: read(d, tools) for d in shuffled} == first


def test_another_language_is_kept_and_not_read(tools: Tools) -> None:
    reading = read(replace(told("Kein Wort davon."), language="de"), tools)
    assert reading.statements == ()
    assert reading.unread is not None
    assert "de" in reading.unread


def test_a_page_without_an_article_says_so(tools: Tools) -> None:
    assert read(told(""), tools).unread


def test_an_undated_text_is_read_without_days(tools: Tools) -> None:
    document = replace(told("Pakistan closed the border on Monday."), published=type(told("").published)())
    (statement,) = read(document, tools).statements
    assert statement.time is None
    assert statement.codes == {"PAK.GOV"}


def test_noise_is_not_read(tools: Tools) -> None:
    text = "Iran closed the border.\nRead more: Israel attacks Iran"
    first = text.index("\n")
    document = replace(
        told(text), passages=(Span(start=0, end=first),), noise=(Span(start=first + 1, end=len(text)),)
    )
    assert {s.trigger.quote for s in read(document, tools).statements} == {"closed"}
