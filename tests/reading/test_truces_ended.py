"""Whether a truce is told as over: one that ended, not one that ended the fighting, nor one that is still to run out."""

import pytest

from sarhad.codebook import CeasefirePhase, EventType
from sarhad.reading.ceasefires import phase


@pytest.mark.parametrize("clause", [
    "the ceasefire ended after three days",
    "the truce between the two ended amid clashes along the river",
    "a truce that ended on Friday after weeks of fighting",
    "the ceasefire ended days later",
    "the truce expired on Sunday",
])  # fmt: skip
def test_a_truce_that_ended_is_over(clause: str) -> None:
    assert phase(EventType.AGREE, clause, offered=False, failed=False) is CeasefirePhase.ENDED


@pytest.mark.parametrize("clause", [
    "a truce that ended weeks of fighting",
    "the ceasefire that ended the bloody border war",
    "the ceasefire ended five long days of shelling",
    "the truce is to expire on Friday",
])  # fmt: skip
def test_a_truce_that_ended_the_fighting_or_is_to_run_out_is_not(clause: str) -> None:
    assert phase(EventType.AGREE, clause, offered=False, failed=False) is not CeasefirePhase.ENDED
