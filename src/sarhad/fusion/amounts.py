"""How many of a thing a clause tells: "nine drivers", "five of the nine", "all the drivers", "50,000 tonnes"."""

import re
from collections.abc import Collection
from dataclasses import dataclass

from sarhad.codebook.numbers import NUMBERS
from sarhad.fusion.words import stem

_NUMBERS = {w: float(n) for w, n in (NUMBERS | dict.fromkeys(("a", "an", "another"), 1)).items()}
_TIMES = {"dozen": 12.0, "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9}
NUMBER_WORDS = frozenset(map(stem, (*_NUMBERS, *_TIMES)))
_TOKEN = re.compile(r"\d[\d,]*(?:\.\d+)?|[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_ALL = frozenset("all every both remaining rest".split())
_SOME = frozenset("some several most half part many few first".split())
_VAGUE = frozenset("number numbers group groups batch dozens scores hundreds thousands".split())
VAGUE = frozenset(map(stem, _VAGUE))
_GATHERED = re.compile(
    r"\b(?:an?|the) (?:total|group|batch|number|convoy|shipment|consignment|delivery|load|contingent|force|team) of (?=\d)"
)
"""What a number is only gathered in: "a convoy of 50 trucks" is fifty trucks, not one of fifty."""
_REACH = 4
"""Words between a number and its thing: "18 captured Cambodian border guards"."""


@dataclass(frozen=True, slots=True)
class Amount:
    """`number` as told of the thing, `of` the whole it is told to be part of, `every` where all are meant, `some` where not all are, `vague`
    where many are told and nobody says how many."""

    number: float | None = None
    of: float | None = None
    every: bool = False
    some: bool = False
    vague: bool = False


def amount(text: str, things: Collection[str]) -> Amount:
    """How many of `things` (stems) the text tells, by the words right before the first of them."""
    words = _TOKEN.findall(_GATHERED.sub("", text))
    at = next((n for n, w in enumerate(words) if stem(w.lower()) in things), None)
    if at is None:
        return Amount()
    before = [w.lower() for w in words[max(0, at - _REACH) : at]]
    counts = _counts(before, words[max(0, at - _REACH - 4) : at])
    every, some = bool(_ALL & set(before)), bool(_SOME & set(before))
    if _VAGUE & set(before):
        return Amount(vague=True)
    if len(counts) > 1 and "of" in before:
        return Amount(counts[-2], counts[-1], every, some)
    if counts and "of" in before and not every:
        return (
            Amount(counts[-1], None, every, some=True)
            if _before_of(before)
            else Amount(of=counts[-1], some=True)
        )
    return Amount(counts[-1] if counts else None, None, every, some)


def _before_of(words: list[str]) -> bool:
    """ "Five of the drivers", not "of the nine drivers"."""
    return any(w in _TIMES or _number(w) is not None for w in words[: words.index("of")])


def _counts(near: list[str], wider: list[str]) -> list[float]:
    """The numbers told, in order; of "five of the nine drivers" both."""
    words = [w.lower() for w in wider] if "of" in near else near
    found: list[float] = []
    for w in words:
        if w in _TIMES:
            found[-1:] = [(found[-1] if found else 1) * _TIMES[w]]
        elif (n := _number(w)) is not None:
            found.append(n)
    return found


def _number(word: str) -> float | None:
    if word[0].isdigit():
        return float(word.replace(",", ""))
    told = [_NUMBERS.get(part) for part in word.split("-")]  # "twenty-five"
    return sum(n for n in told if n is not None) if None not in told else None
