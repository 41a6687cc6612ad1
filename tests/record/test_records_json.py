"""Every record goes to JSON and comes back exactly, whatever is in it."""

import inspect
import types
import typing
from dataclasses import fields, is_dataclass
from datetime import UTC, date, datetime
from enum import Enum

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sarhad import records
from sarhad.codebook import Auxiliary, EventType
from sarhad.errors import NotARecord
from sarhad.record.records_json import from_json, to_json
from sarhad.records import Document, Evidence, Filters, Line, Page, Span, Statement

KINDS = [
    kind
    for _, kind in inspect.getmembers(records, inspect.isclass)
    if is_dataclass(kind) and kind.__module__ == records.__name__
]
ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=8)  # lone surrogates and NUL too


def anything(hint: typing.Any) -> st.SearchStrategy[typing.Any]:
    """Any value of a field's type."""
    if hint is Span:
        return st.tuples(st.integers(0, 9), st.integers(0, 9)).map(lambda p: Span(start=p[0], end=sum(p)))
    if is_dataclass(hint):
        hints = typing.get_type_hints(hint)
        return st.builds(
            hint, **{f.name: st.deferred(lambda h=hints[f.name]: anything(h)) for f in fields(hint)}
        )
    origin, args = typing.get_origin(hint), typing.get_args(hint)
    if origin in (typing.Union, types.UnionType):
        return st.one_of(*(st.none() if a is type(None) else anything(a) for a in args))
    if origin is tuple:
        if args[-1] is Ellipsis:
            return st.lists(anything(args[0]), max_size=2).map(tuple)
        return st.tuples(*map(anything, args))
    if origin is frozenset:
        return st.frozensets(anything(args[0]), max_size=3)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return st.sampled_from(hint)
    plain = {
        str: ANY_TEXT,
        int: st.integers(),
        float: st.floats(allow_nan=False),
        bool: st.booleans(),
        bytes: st.binary(max_size=9),
        date: st.dates(),
        datetime: st.datetimes(timezones=st.none() | st.just(UTC)),
    }
    return plain[hint]


@pytest.mark.parametrize("kind", KINDS, ids=lambda k: k.__name__)
def test_every_record_comes_back_exactly(kind: type) -> None:
    @settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
    @given(anything(kind))
    def comes_back(record: object) -> None:
        text = to_json(record)
        text.encode()
        back = from_json(kind, text)
        assert back == record
        assert to_json(back) == text

    comes_back()


def test_what_is_empty_takes_no_room() -> None:
    assert to_json(Line(text="Calm along the border.")) == '{"text":"Calm along the border."}'


def test_other_scripts_stay_legible() -> None:
    assert "سرحد" in to_json(Line(text="سرحد"))


def test_a_filter_keeps_its_set() -> None:
    wanted = Filters(type=EventType.ASSAULT, theatre_codes=frozenset({"PAK", "IRN"}))
    assert from_json(Filters, to_json(wanted)) == wanted


def test_an_enumeration_comes_back_as_itself() -> None:
    hints = typing.get_type_hints(Statement)
    assert hints["aux"] == Auxiliary | None
    page = from_json(Page, to_json(Page(body=b"\x00\xff", source="-", media_type="text/plain")))
    assert page.body == b"\x00\xff"


@pytest.mark.parametrize("text", ["", "[]", "3", '{"text": 4', '{"start": "x"}', "null"])
def test_a_row_that_was_tampered_with_is_told(text: str) -> None:
    with pytest.raises(NotARecord, match="Document"):
        from_json(Document, text)


def test_a_field_that_a_later_version_gave_up_is_passed_over() -> None:
    assert from_json(Line, '{"text":"Calm.","colour":"red"}') == Line(text="Calm.")


def test_evidence_is_written_in_order() -> None:
    evidence = Evidence(document_id="d1", span=Span(start=3, end=7), quote="Iran")
    assert to_json(evidence) == '["d1",[3,7],"Iran"]'
