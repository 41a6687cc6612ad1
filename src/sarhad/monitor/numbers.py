"""Tolls in words: whether a sentence holds the number that was read, and how to print one that it gives loosely."""

import re

from sarhad.codebook.numbers import TO_TWENTY
from sarhad.records import Statement, Toll

_WORDS = ("zero", *TO_TWENTY)
_LOOSE = re.compile(r"\b(dozens|scores|hundreds|thousands|tens of thousands|several|a number of)\b", re.I)
_SINGLE = re.compile(
    r"\b(?:an?|the|another|his|her|one|chief|commander|leader|general|journalist|[A-Z]\w+)\b"
)


def toll_is_told(s: Statement) -> bool:
    """Whether every count that a line would print stands in the statement's sentence."""
    return all(_told(t, s.sentence.quote) for t in (s.deaths, s.injured) if t is not None)


def _told(toll: Toll, sentence: str) -> bool:
    return any(_stands(n, sentence) for n in {toll.low, toll.high or toll.low}) or bool(loose(toll, sentence))


def _stands(number: int, sentence: str) -> bool:
    digits = sentence.replace(",", "").replace("\u202f", "")
    if re.search(rf"(?<![\d.]){number}(?![\d.]*\d)", digits):
        return True
    if number < len(_WORDS) and re.search(rf"\b{_WORDS[number]}\b", sentence, re.I):
        return True
    return number == 1 and bool(_SINGLE.search(sentence))


def loose(toll: Toll, sentence: str) -> str:
    """ "hundreds" where the sentence gives no number but a word for many; "" otherwise."""
    if _stands(toll.low, sentence):
        return ""
    told = [m.group().casefold() for m in _LOOSE.finditer(sentence)] if toll.low > 1 else []
    fitting = [word for word in told if toll.low >= _AT_LEAST.get(word, 0)]
    return max(fitting or told, key=lambda word: _AT_LEAST.get(word, 0), default="")


_AT_LEAST = {"dozens": 20, "scores": 20, "hundreds": 100, "thousands": 1000, "tens of thousands": 10_000}


def counted(s: Statement) -> str:
    """ "4 dead, hundreds injured", as the sentence has it; "" when no toll is told."""
    parts = [
        _people(t, s.sentence.quote, word) for t, word in ((s.deaths, "dead"), (s.injured, "injured")) if t
    ]
    return ", ".join(parts)


def _about(number: int, sentence: str) -> str:
    """ "nearly", "about": a word before the figure that makes it a rough one."""
    found = re.search(
        rf"\b(nearly|almost|about|around|some|roughly|up to|more than|over) {number}(?![\d.]*\d)",
        sentence.replace(",", ""),
        re.I,
    )
    return _ROUGHLY.get(found[1].casefold(), "about") if found else ""


_ROUGHLY = {
    "nearly": "nearly",
    "almost": "nearly",
    "up to": "up to",
    "more than": "more than",
    "over": "more than",
}


def _people(toll: Toll, sentence: str, word: str) -> str:
    if many := loose(toll, sentence):
        return f"{many} {word}"
    if (rough := _about(toll.low, sentence)) and toll.high in (None, toll.low):
        return f"{rough} {toll.low} {word}"
    if toll.high is None:
        return f"at least {toll.low} {word}"
    return f"{toll.low} {word}" if toll.low == toll.high else f"{toll.low} to {toll.high} {word}"
