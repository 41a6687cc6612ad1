"""Other countries in the place of those a text names, so that what is learned is the pattern and not the name.

"Pakistani jets struck a village in Khost, Kabul said" becomes "Armenian jets struck a village in Khost, Riga said":
each country takes another's name, adjective and capital, the same throughout the text; spans move along.
"""

import dataclasses
import functools
import random
import re

from acts import Act, Marked

from sarhad.knowledge.places import load_places
from sarhad.knowledge.places_countries import adjectives, capitals
from sarhad.reading.alike import Moves
from sarhad.reading.alike import moved as position


@functools.cache
def forms() -> dict[str, tuple[str, str]]:
    """Each name, adjective and capital with its country and its form."""
    out: dict[str, tuple[str, str]] = {}
    places = load_places()
    for code, capital in capitals().items():
        country = places.country(code)
        if country is not None:
            out[country.name] = (code, "name")
            out[capital] = (code, "capital")
    for adjective, code in adjectives().items():
        if code in capitals():
            out[adjective] = (code, "adjective")
    return out


@functools.cache
def names() -> dict[tuple[str, str], str]:
    """The same the other way; the first of several adjectives."""
    out: dict[tuple[str, str], str] = {}
    for form, key in forms().items():
        out.setdefault(key, form)
    return out


@functools.cache
def whole() -> list[str]:
    """Countries whose three forms are one word each."""
    kinds = ("name", "capital", "adjective")
    codes = {code for code, _ in names()}
    return sorted(c for c in codes if all(" " not in names().get((c, k), " ") for k in kinds))


@functools.cache
def pattern() -> re.Pattern[str]:
    longest = sorted(forms(), key=len, reverse=True)
    return re.compile(r"(?<![\w-])(?:" + "|".join(map(re.escape, longest)) + r")(?![\w-])")


def swapped(one: Marked, chance: random.Random) -> Marked:
    """The same text and acts with other countries."""
    hits = list(pattern().finditer(one.text))
    codes = sorted({forms()[h[0]][0] for h in hits})
    if not codes:
        return one
    others = dict(zip(codes, chance.sample(whole(), len(codes)), strict=True))
    text, moves, at = "", [], 0
    for hit in hits:
        code, kind = forms()[hit[0]]
        new = names()[others[code], kind]
        text += one.text[at : hit.start()]
        moves.append((hit.start(), hit.end(), len(text), len(text) + len(new)))
        text += new
        at = hit.end()
    text += one.text[at:]
    return dataclasses.replace(one, text=text, acts=tuple(moved(a, moves) for a in one.acts))


def moved(act: Act, moves: Moves) -> Act:
    """The act with its spans where they are now."""
    return act.moved(lambda old: (position(old[0], moves, end=False), position(old[1], moves, end=True)))
