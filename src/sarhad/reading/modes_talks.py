"""How parties met: by telephone, at the table of several, through a third party, as a visit."""

import re
from collections.abc import Sequence
from dataclasses import replace

from sarhad.codebook import EventType, PlaceLevel
from sarhad.reading.ceasefires import TRUCE
from sarhad.reading.draft import Draft

_BROKERED = re.compile(
    r"\b(?:mediat\w+|broker\w*|indirect(?:ly)?|intermediar\w+|facilitat\w+|go-betweens?|arrang\w+ (?:[\w-]+ ){0,3}?(?:talks|meetings?) between|through (?:[\w'’-]+ )?channels)\b",
    re.I,
)
_SEVERAL = re.compile(
    r"\b(?:conference|summit|multilateral|trilateral|quadrilateral|(?:UN|U\.N\.|United Nations) Security Council|"
    r"General Assembly|annual (?:meeting|session|gathering)|G-?(?:7|20)|(?:three|four|five|six|seven|eight)-(?:nation|way|party|country) (?!trip|tour|visit))\b",
    re.I,
)  # fmt: skip
_CALLED = re.compile(r"\b(?:by|over the|on the|a|in a|rare) (?:tele)?phone\b|\b(?:phone|telephone|video) calls?\b", re.I)  # fmt: skip
_IN_PERSON = re.compile(
    r"\b(?:face-to-face|in person|lead(?:s|ing)? (?:a |an |the )?(?:[\w-]+ ){0,2}?delegation|at (?:his|her|their) (?:office|residence|palace))\b",
    re.I,
)
_TABLE = frozenset("talk negotiation discussion dialogue round negotiate".split())
_MEETING = frozenset("meet meeting talk visit discuss discussion".split())


def with_venues(found: Sequence[Draft]) -> list[Draft]:
    """The drafts, those of talks with the way the parties met."""
    visits: list[frozenset[str]] = []
    out: list[Draft] = []
    for draft in found:
        if draft.type is EventType.CONSULT and draft.coded_by != "silence":
            mode = _way(draft, visits)
            draft = replace(draft, mode=mode) if mode is not None else draft
            visits += [_countries(draft)] if draft.mode == "visit" else []
        out.append(draft)
    return out


def _countries(draft: Draft) -> frozenset[str]:
    named = (*draft.actors, *draft.recipients)
    return frozenset(a.code[:3] for a in named if a.code[:3] not in ("UNK", "NGO"))


def _way(draft: Draft, visits: Sequence[frozenset[str]]) -> str | None:
    words, sides = draft.text, _countries(draft)
    if draft.mode == "visit" and _SEVERAL.search(words):
        return "multilateral"
    if draft.mode is not None:
        return None
    if _CALLED.search(words):
        return "phone"
    if _BROKERED.search(words):
        return "third-party"
    if _SEVERAL.search(words) or len(sides) > 2:
        return "third-party" if TRUCE.search(words) else "multilateral"
    if _IN_PERSON.search(words):
        return "visit"
    return _by_place(draft, sides) or _told_before(draft, sides, visits)


def _by_place(draft: Draft, sides: frozenset[str]) -> str | None:
    """Two sides at the table of a third are mediated; where one is at home, the other visits."""
    place, lemma = draft.place, draft.token.lemma_.lower()
    if place is None or place.country is None or len(sides) != 2:
        return None
    if place.country in sides and not _FLAG.search(draft.text):
        return "visit" if lemma in _MEETING and place.level is PlaceLevel.TOWN else None
    return "third-party" if lemma in _TABLE else None


_FLAG = re.compile(r"\bflag meetings?\b", re.I)
"""Officers of both sides at the line between them: nobody visits."""


def _told_before(draft: Draft, sides: frozenset[str], visits: Sequence[frozenset[str]]) -> str | None:
    """ "The meeting" of a visit told before."""
    back = any(c.lower_ in ("the", "this", "these", "that", "their") for c in draft.token.children)
    if draft.token.lemma_.lower() != "meeting" or not back or not visits:
        return None
    return "visit" if not sides or sides <= visits[-1] else None
