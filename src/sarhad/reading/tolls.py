"""How many dead, how many hurt: figures as a clause gives them, never added up.

Conventions: "at least N" and "more than N" leave the top open; dozens 24, scores 40, hundreds 200, thousands 2000,
open upward; one named person killed is one.
"""

import itertools
import re
from typing import TYPE_CHECKING

from sarhad.codebook.numbers import NUMBERS
from sarhad.reading import grammar
from sarhad.reading.places_apart import ANSWERS, HARM, SUFFERED
from sarhad.records import Toll

if TYPE_CHECKING:
    from spacy.tokens import Token

_WORDS = {"zero": 0} | NUMBERS
_ROUGH = {"dozens": 24, "scores": 40, "hundreds": 200, "thousands": 2000, "dozen": 12, "several": 3}
_OPEN = re.compile(r"\b(at least|more than|over|upwards of|no fewer than|no less than|as many as)\b", re.I)
_KILL = frozenset(
    "kill die slay perish martyr massacre murder assassinate execute behead eliminate lynch".split()
)
_HURT = frozenset(["injure", "wound", "maim", "hurt"])


def number(words: str) -> int | None:
    """The integer that `words` say: "12", "1,200", "twenty-two", "a hundred", "2.5 million"; None when they say none."""
    plain = words.lower().replace(",", "").strip()
    if re.fullmatch(r"\d+", plain):
        return int(plain)
    total = current = 0
    seen = False
    for w in re.split(r"[\s-]+", plain):
        if w in _WORDS:
            current += _WORDS[w]
        elif re.fullmatch(r"\d+(\.\d+)?", w):
            current += int(float(w)) if "." not in w else 0
            if "." in w:
                return int(float(w) * 1_000_000) if "million" in plain else None
        elif w == "dozen":
            current = (current or 1) * 12
        elif w == "hundred":
            current = (current or 1) * 100
        elif w == "thousand":
            total, current = total + (current or 1) * 1000, 0
        elif w == "million":
            total, current = total + (current or 1) * 1_000_000, 0
        else:
            continue
        seen = True
    return total + current if seen else None


def tolls(act: "Token") -> tuple[Toll | None, Toll | None]:
    """(deaths, injured) that the act and what is joined to it tell ("killed 12 and wounded 20", "the killing of two")."""
    if act.pos_ == "NOUN":
        return _of_killing(act), None
    deaths, injured = _own(act)
    for c in act.children:
        if c.dep_ in ("conj", "advcl") and c.pos_ == "VERB" and c.lemma_ in (_KILL | _HURT):
            more = _own(c)
            deaths, injured = deaths or more[0], injured or more[1]
        if c.dep_ == "conj" and c.lemma_ in ("wound", "injure") and c.pos_ == "ADJ":
            injured = injured or _count(c)
    return deaths, injured


def _of_killing(noun: "Token") -> Toll | None:
    """ "the killing of two generals"; of "Haniyeh's death" no more is told than of whom."""
    if noun.lemma_.lower() not in ("killing", "assassination", "murder", "slaying", "execution", "lynching"):
        return None
    killed = next((o for _, o in grammar.prepositional(noun, frozenset(("of",)))), None)
    return _total(killed) if killed is not None else None


def consequences(act: "Token") -> "list[Token]":
    """ "the strike on a depot on 1 April, which killed two": verbs of harm whose "which" points back to `act`, the last
    harm told before it, whatever word the parse hangs them on."""
    later = (
        t for t in act.doc[act.i + 1 : act.sent.end] if t.dep_ == "relcl" and t.lemma_ in (_KILL | _HURT)
    )
    return [v for v in later if _opens_with_which(v) and _last_harm_before(v) == act.i]


def _opens_with_which(verb: "Token") -> bool:
    return any(c.lower_ == "which" and c.dep_ == "nsubj" for c in verb.children)


def _last_harm_before(verb: "Token") -> int | None:
    start: int = verb.left_edge.i
    return next((t.i for t in reversed(verb.doc[verb.sent.start : start]) if t.lemma_.lower() in HARM), None)


_EARLIER = frozenset("since after before following amid despite until".split())


def of_another_act(verb: "Token", act: "Token") -> bool:
    """Whether a verb tells the harm of an act before `act`: "retaliated for an attack that killed five"."""
    for noun in itertools.takewhile(lambda t: t.i != act.i, verb.ancestors):
        if noun.pos_ != "NOUN" or noun.lemma_.lower() not in HARM or noun.dep_ != "pobj":
            continue
        word = noun.head.lower_
        if word in _EARLIER and act.lemma_.lower() not in SUFFERED:
            return True
        if word in ("for", "to") and act.lemma_.lower() in ANSWERS:
            return True
    return False


_RISE = frozenset("rise climb grow increase jump mount reach hit pass stand".split())


def risen(act: "Token") -> "tuple[Toll, Token, Token] | None":
    """ "The number of people killed in X has risen to nine": the new count, with the first and last token of its clause."""
    for up in act.ancestors:
        doer = grammar.subject(up) if up.lemma_ in _RISE else None
        if (
            doer is None
            or doer.lemma_.lower() not in ("number", "toll", "count")
            or not doer.is_ancestor(act)
        ):
            continue
        figures = [o for _, o in grammar.prepositional(up, frozenset(("to", "at")))] + grammar.children(
            up, "dobj"
        )
        counted = next(((t, o) for o in figures if (t := _count(o)) is not None), None)
        return (counted[0], doer.left_edge, counted[1]) if counted is not None else None
    return None


def _own(verb: "Token") -> tuple[Toll | None, Toll | None]:
    lemma = verb.lemma_
    if lemma not in _KILL | _HURT and not _to_death(verb):
        return _left_dead(verb)
    counted = _victims(verb)
    toll = _total(counted, verb) if counted is not None else None
    if lemma in _HURT:
        return None, toll
    joined = [c for c in verb.children if c.dep_ == "conj" and c.lemma_ in _HURT]
    both = any(j for j in joined if not grammar.objects(j) or grammar.objects(j) == grammar.objects(verb))
    return toll, toll if both and toll and not any(
        c.pos_ == "NUM" for j in joined for c in j.subtree
    ) else None


def _to_death(verb: "Token") -> bool:
    """ "shot dead", "gunned down", "beaten to death"."""
    words = {c.lower_ for c in verb.children}
    if verb.lemma_ == "gun":
        return "down" in words
    dead = any(t.lower_ == "dead" for t in verb.doc[verb.i + 1 : verb.i + 2]) or "dead" in words
    stabbed = any(o.lower_ == "death" for _, o in grammar.prepositional(verb, frozenset(("to",))))
    return (verb.lemma_ == "shoot" and dead) or stabbed


def _victims(verb: "Token") -> "Token | None":
    """The noun that is counted; in "with hundreds more killed" the parse gives a participle its subject."""
    if verb.lemma_ in ("die", "perish"):
        return grammar.subject(verb)
    done_to = grammar.objects(verb)
    bare = verb.tag_ == "VBN" and not done_to and not grammar.children(verb, "aux", "auxpass")
    return grammar.subject(verb) if bare else next(iter(done_to), None)


def _left_dead(verb: "Token") -> tuple[Toll | None, Toll | None]:
    """ "left five dead", "claimed nine lives", "claimed the lives of nine"."""
    if verb.lemma_ == "leave":
        for c in verb.children:
            if c.dep_ in ("ccomp", "oprd", "acomp") and c.lemma_ in ("dead", "wounded", "injured"):
                counted = next((g for g in c.children if g.dep_ in ("nsubj", "nummod")), None)
                counted = counted or next(iter(grammar.children(verb, "dobj")), None)
                toll = _total(counted) if counted is not None else None
                return (toll, None) if c.lemma_ == "dead" else (None, toll)
    if verb.lemma_ in ("claim", "cost"):
        lives = next((o for o in grammar.objects(verb) if o.lemma_ == "life"), None)
        owners = (
            next((o for _, o in grammar.prepositional(lives, frozenset(("of",)))), lives) if lives else None
        )
        return (_count(owners) if owners is not None else None), None
    return None, None


def _total(noun: "Token", verb: "Token | None" = None) -> Toll | None:
    """What one phrase counts, with what is joined to it: "five workers and their driver" are six, "two generals and
    others" two or more. A sum is made only inside the phrase, never of two acts or two tellings."""
    first = _count(noun)
    joined = [_count(c) for c in (*grammar.conjuncts(noun)[1:], *_along(verb))]
    if first is None or not joined or noun.lemma_.lower() in _ANYBODY:
        return first  # "12 people, two women and a child": the rest tells who they were
    counted = [first, *(t for t in joined if t is not None)]
    exact = len(counted) == len(joined) + 1 and all(t.high is not None for t in counted)
    low = sum(t.low for t in counted)
    return Toll(low=low, high=low if exact else None, whom=_whom(noun))


_ANYBODY = frozenset(["people", "person", "other"])


def _along(verb: "Token | None") -> "list[Token]":
    """ "were killed along with another fighter": who is counted beside the victims."""
    ways = [c for c in verb.children if c.lower_ == "along"] if verb is not None else []
    return [
        o for c in ways for _, o in grammar.prepositional(c, frozenset(("with",))) if _count(o) is not None
    ]


def _count(noun: "Token") -> Toll | None:
    numeral = noun if noun.pos_ == "NUM" else next((c for c in noun.children if c.dep_ == "nummod"), None)
    whom = _whom(noun)
    if noun.lower_ in _ROUGH:
        return Toll(low=_ROUGH[noun.lower_], high=None, whom=whom)
    rough = next(
        (c for c in noun.children if c.lower_ in _ROUGH and c.dep_ in ("amod", "nummod", "det")), None
    )
    if numeral is None:
        if rough is not None:
            return Toll(low=_ROUGH[rough.lower_], high=None, whom=whom)
        return _one(noun, whom)
    between = _range(noun, numeral)
    if between is not None:
        return Toll(low=between[0], high=between[1], whom=whom)
    start = min([numeral.left_edge.i, numeral.i])
    words = noun.doc[
        max(start - 2, noun.left_edge.i if noun is not numeral else start - 2) : numeral.i + 1
    ].text
    value = number(noun.doc[start : numeral.i + 1].text)
    if value is None or value > 5_000_000 or _is_measure(noun):
        return None
    others = any(c.lemma_ in ("other", "several") for c in grammar.conjuncts(noun)[1:])
    exact = not _OPEN.search(words) and not others
    return Toll(low=value, high=value if exact else None, whom=whom)


_RANGE = re.compile(r"(\d[\d,]*|[a-z]+(?:-[a-z]+)?)\s*(?:to|and|-|or)\s*(\d[\d,]*|[a-z]+(?:-[a-z]+)?)$", re.I)


def _range(noun: "Token", numeral: "Token") -> tuple[int, int] | None:
    """ "60 to 70 militants", "between 15 and 20 people": the two ends; None where there are not two."""
    end = noun.i if noun.i > numeral.i else numeral.i + 1
    words = noun.doc[max(0, numeral.i - 3) : end].text.strip()
    match = _RANGE.search(words)
    if match is None:
        return None
    low, high = number(match.group(1)), number(match.group(2))
    return (low, high) if low is not None and high is not None and 0 < low < high else None


def _is_measure(noun: "Token") -> bool:
    return noun.lemma_.lower() in (
        "percent",
        "%",
        "year",
        "day",
        "month",
        "week",
        "hour",
        "kilometre",
        "kilometer",
        "mile",
        "dollar",
    )


def _one(noun: "Token", whom: str) -> Toll | None:
    """One named or singular person is one; a country or a plural without a figure is none."""
    person = noun.ent_type_ == "PERSON" or noun.lemma_.lower() in _PERSONS
    if not person or noun.tag_ in ("NNS", "NNPS"):
        return None
    return Toll(low=1, high=1, whom=whom)


_PERSONS = frozenset(
    (
        "man woman child boy girl baby infant toddler teenager father mother husband wife son daughter brother sister "
        "soldier civilian officer leader commander policeman policewoman constable trooper guard sailor pilot general "
        "colonel major captain sergeant lieutenant brigadier peacekeeper chief head deputy aide adviser person driver worker "
        "labourer laborer engineer farmer shepherd trader shopkeeper teacher student doctor nurse medic journalist "
        "reporter cameraman scientist cleric imam scholar elder tribesman politician lawmaker minister official diplomat "
        "judge lawyer activist villager resident passenger fighter militant gunman attacker assailant bomber rebel "
        "insurgent terrorist smuggler"
    ).split()
)  # fmt: skip


def _whom(noun: "Token") -> str:
    words: str = noun.doc[noun.left_edge.i : noun.i + 1].text
    return words[:80]
