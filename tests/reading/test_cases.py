"""A sentence or short press story, and what must be read from it; the cases are in `tests/cases`."""

from typing import Any

import pytest
from told_cases import Case, cases, faults, row, told

from sarhad.reading import Tools, read


def _params() -> list[Any]:
    return [
        pytest.param(c, id=c.name, marks=[pytest.mark.xfail(reason=c.xfail, strict=True)] if c.xfail else [])
        for c in cases()
    ]


@pytest.mark.parametrize("case", _params())
def test_what_a_text_tells(case: Case, tools: Tools) -> None:
    reading = read(told(case.text, case.published), tools)
    wrong = faults(case, reading)
    assert not wrong, "\n".join([case.text, *wrong, "read:", *map(row, reading.statements)])


def test_no_case_is_told_twice() -> None:
    texts = [c.text for c in cases()]
    assert len(texts) == len(set(texts))


def test_every_case_asks_for_something() -> None:
    assert [c.text for c in cases() if not (c.expect or c.never or c.absent or c.contests)] == []
