"""What a commitment promises, as a deed would have to show it: freeing, opening, leaving, and of what."""

import re
from dataclasses import dataclass
from datetime import date

from sarhad.codebook.numbers import TO_TWENTY
from sarhad.fusion.amounts import NUMBER_WORDS, VAGUE, Amount, amount
from sarhad.fusion.gathering import Gathering
from sarhad.fusion.lands import land_named
from sarhad.fusion.sides import countries, side
from sarhad.fusion.vows import EMPTY
from sarhad.fusion.words import stem, stems
from sarhad.records import Commitment, Statement

KINDS = {
    kind: re.compile(rf"\b(?:{words})\b", re.I)
    for kind, words in {
        "free": r"releas(?:e[sd]?|ing)|free(?:s|d|ing)?|hand(?:s|ed|ing)? over|handover|repatriat\w+|set free|let go|return(?:s|ed|ing)?|swap\w*",
        "open": r"(?:re)?open(?:s|ed|ing)?|inaugurat\w+|resum\w+|restor\w+|unblock\w*",
        "leave": r"withdr[ae]w\w*|pull(?:s|ed|ing)? (?:out|back)|vacat\w+|le(?:ave|aves|ft|aving)",
        "give": r"sen[dt]s?|sending|deliver\w*|provid\w+|donat\w+|suppl(?:y|ies|ied|ying)|ship(?:s|ped|ping)?|g[ia]ve[sn]?|giving|transfer\w*|disburs\w+",
        "build": r"buil[dt]s?|building|construct(?:s|ed|ing)?|complet\w+|finish\w*|l(?:ay|ays|aid|aying)|erect\w*|install\w*",
        "lift": r"lift(?:s|ed|ing)?|eas(?:e[sd]?|ing)|waiv\w+|remov\w+|scrap(?:s|ped|ping)?",
        "post": r"deploy\w*|post(?:s|ed|ing)?|station(?:s|ed|ing)?",
    }.items()
}
_BESIDE = re.compile(
    r"\b(?:who|whom|which|that|since|by|within|after|before|until|if|provided|unless|as|in (?:return|exchange)|on condition|because|for|(?:it|they|he|she) \w+)\b|[,;(]",
    re.I,
)
_CAPITAL = re.compile(r"\b[A-Z][\w’'-]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Pledge:
    """What a commitment promises, as a deed would have to show it; `places` are those to be left: who leaves them takes his
    troops along, told or not."""

    kinds: frozenset[str]
    things: frozenset[str]
    places: frozenset[str]
    names: frozenset[str]
    amount: Amount
    sides: frozenset[str]
    lands: frozenset[str]
    first: date
    last: date
    due: date | None
    told: tuple[Statement, ...]


def pledge_of(c: Commitment, gathering: Gathering) -> Pledge | None:
    """What is promised; None where it tells no deed of a kind that is known, or no thing."""
    told = tuple(s for h in c.history if not h.unsure and (s := gathering.by_anchor.get(h.anchor)))
    days = [d for s in told if (d := gathering.published(s))]
    core = _core(c.object)
    kinds = frozenset(k for k, words in KINDS.items() if words.match(core))
    things, names = _things(core)
    things |= _counted(c.object)
    if not told or not days or not kinds or not things:
        return None
    return Pledge(
        kinds=kinds,
        things=things,
        places=frozenset(stem(w.lower()) for w in _CAPITAL.findall(core))
        if "leave" in kinds
        else frozenset(),
        names=names,
        amount=amount(core, things),
        sides=frozenset(side(code) for code in c.by),
        lands=countries(c.toward)
        | frozenset(land for w in _CAPITAL.findall(core) if (land := land_named(w))),
        first=min(days),
        last=max(days),
        due=c.deadline.end if c.deadline else None,
        told=told,
    )


def _core(told: str) -> str:
    """ "Release 18 soldiers" of "release 18 soldiers whom it has held since July"."""
    words = _DONE_TO_IT.sub(r"\g<verb> \g<thing>", told.strip().removeprefix("to ").removeprefix("for "))
    cut = _BESIDE.search(words)
    return words[: cut.start()] if cut and cut.start() else words


_DONE_TO_IT = re.compile(r"^(?P<thing>[^,;]+?) (?:would|will|shall|is to|are to) (?:be )?(?P<verb>\w+)")
""" "The crossing would reopen", "the drivers will be freed": the thing stands before what is done to it."""


def _things(core: str) -> tuple[frozenset[str], frozenset[str]]:
    """The stem of what the deed is done to, and the names told with it: two crossings are told apart by their towns."""
    capitals = [w.removesuffix("’s").removesuffix("'s") for w in _CAPITAL.findall(core)]
    names = frozenset(w.lower() for w in capitals if not land_named(w))
    verbs = frozenset(
        stem(m.group().lower().split()[0]) for words in KINDS.values() for m in words.finditer(core)
    )
    phrase = _ASIDE.split(core, maxsplit=1)[0]
    plain = {stem(w.lower()) for w in capitals} | verbs | EMPTY | NUMBER_WORDS | VAGUE
    told = [w for w in stems(phrase) if w not in plain and not w[0].isdigit()]
    return frozenset(told[-1:]), names


def _counted(told: str) -> frozenset[str]:
    """ "The prisoners they hold, 14 soldiers and two civilians": what a list behind the thing counts."""
    return frozenset(stem(m.group("thing").lower()) for m in _LISTED.finditer(told)) - EMPTY - _TIME


_LISTED = re.compile(rf"(?:[,:] |\band )(?:\d+|{'|'.join(TO_TWENTY)}) (?:[a-z]+ )?(?P<thing>[a-z]+s)\b")
_TIME = frozenset(map(stem, "days weeks months years hours".split()))
_ASIDE = re.compile(
    r"(?<=\w\W)\b(?:in|on|at|from|to|with|between|near|along|inside|under|over|against|across|into)\b", re.I
)
