"""A ceasefire told plainly is told surely: from the words of one sentence to the phase of its thread."""

from collections.abc import Callable

import pytest

from sarhad.codebook import CeasefirePhase
from sarhad.fusion import fuse
from sarhad.records import Reading


@pytest.mark.parametrize(("sentence", "phase"), [
    ("Armenia and Azerbaijan agreed to an immediate ceasefire on Monday at the end of a third round of talks in Geneva.", CeasefirePhase.AGREED),
    ("At the end of two days of talks, Thailand and Cambodia agreed on a ceasefire.", CeasefirePhase.AGREED),
    ("A ceasefire between Armenia and Azerbaijan took effect on Sunday.", CeasefirePhase.IN_EFFECT),
    ("The ceasefire between Thailand and Cambodia came into force on Monday.", CeasefirePhase.IN_EFFECT),
    ("The ceasefire between Armenia and Azerbaijan collapsed on Friday.", CeasefirePhase.COLLAPSED),
    ("The ceasefire between Israel and Hamas has collapsed.", CeasefirePhase.COLLAPSED),
])  # fmt: skip
def test_a_plain_sentence_makes_a_sure_phase(
    reading_of: Callable[..., Reading], sentence: str, phase: CeasefirePhase
) -> None:
    [found] = fuse([reading_of(sentence)]).ceasefires
    assert found.phase is phase
    assert [s.label for s in found.history if not s.unsure] == [phase.value]


@pytest.mark.parametrize("sentence", [
    "The ceasefire between Armenia and Azerbaijan could collapse.",
    "Thailand and Cambodia agreed to hold talks on a ceasefire at the end of the month.",
    "The ceasefire between Thailand and Cambodia will take effect on Monday if both sign.",
])  # fmt: skip
def test_a_truce_to_come_makes_none(reading_of: Callable[..., Reading], sentence: str) -> None:
    sure = [s for c in fuse([reading_of(sentence)]).ceasefires for s in c.history if not s.unsure]
    assert not {s.label for s in sure} & {"agreed", "in_effect", "collapsed"}
