"""One set of reading tools for the whole room: loading the parser takes longer than reading a page."""

from collections.abc import Callable

import pytest
from told_cases import PAPER_DAY, told

from sarhad.reading import Tools, load_tools, read
from sarhad.records import Reading


@pytest.fixture(scope="session")
def tools() -> Tools:
    return load_tools()


@pytest.fixture(scope="session")
def reading_of(tools: Tools) -> Callable[..., Reading]:
    """Reads a few sentences as if they were published on a day."""

    def reading(text: str, published: str = PAPER_DAY) -> Reading:
        return read(told(text, published), tools)

    return reading
