"""Whose deed it is by the verb beside it: "an attack launched by X", "condemned by X", "exploded as X arrived, killing three"."""

from typing import TYPE_CHECKING

from sarhad.codebook import EventType
from sarhad.reading import grammar

if TYPE_CHECKING:
    from spacy.tokens import Token


def done_by_its_agent(verb: "Token", kind: EventType) -> bool:
    """ "An attack launched by X" is X's; "an attack condemned (reported, blamed on Y) by X" is not."""
    word = verb.lemma_.lower()
    return word in _STRIKING if kind is EventType.ASSAULT else word not in _JUDGE


_STRIKING = frozenset(
    (
        "carry conduct launch stage mount wage commit perpetrate execute undertake orchestrate plan plot lead order direct "
        "mastermind organise organize coordinate initiate begin start unleash fire shoot drop lob hurl detonate cause make "
        "inflict attempt claim continue resume repeat intensify escalate expand extend"
    ).split()
)
_JUDGE = frozenset(
    (
        "condemn denounce criticise criticize reject refuse deny dispute oppose decry deplore praise welcome hail "
        "applaud support back endorse describe report cite quote dismiss blame question slam"
    ).split()
)


HARM = frozenset("kill injure wound martyr leave claim".split())
ATTACKING = frozenset(
    "attack strike open storm raid ambush fire shell bomb target hit assault detonate launch shoot".split()
)
_BLOWS = ATTACKING | frozenset("explode go blow crash land fall rip tear erupt".split())


def blow(verb: "Token") -> "Token":
    """ "A bomb went off as X arrived, killing three": what killed is the bomb, though the parse hangs it on who arrived."""
    arrived = verb.head
    if verb.lemma_ not in HARM or verb.tag_ != "VBG" or verb.dep_ != "advcl" or arrived.dep_ != "advcl":
        return verb
    meanwhile = any(c.lower_ in ("as", "when", "while") for c in arrived.children)
    mine = meanwhile and arrived.head.lemma_ in _BLOWS and arrived.lemma_ not in _BLOWS
    return arrived.head if mine else verb


def fired_thing(verb: "Token") -> "Token | None":
    """ "Fired at the barrage of Iranian missiles launched at the port": what stands right before "launched" is what flew, and
    whose it is tells who launched it; the one who fired at it did not."""
    if (
        verb.lemma_ not in ("fire", "launch")
        or verb.i == verb.sent.start
        or grammar.children(verb, "nsubj", "dobj")
    ):
        return None
    before = verb.nbor(-1)
    below = (
        verb.dep_ in ("acl", "advcl", "ccomp") and before.lemma_.lower() in _FLIES and before.tag_ == "NNS"
    )
    return before if below and verb.tag_ in ("VBN", "VBD") else None


_FLIES = frozenset("missile rocket drone shell projectile mortar".split())
