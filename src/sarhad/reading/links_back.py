"""Words that point back at what is told elsewhere: "the attack", "such claims", "that call", "any direct talks"."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from sarhad.codebook import Auxiliary, EventType, Stance
from sarhad.reading import grammar
from sarhad.reading.draft import Draft
from sarhad.records import Actor

if TYPE_CHECKING:
    from spacy.tokens import Token

DEEDS = frozenset(
    (EventType.ASSAULT, EventType.COERCE, EventType.MOBILIZE, EventType.SANCTION, EventType.AID)
)
ASKED = frozenset((EventType.REQUEST, EventType.AGREE))
_MET = frozenset((EventType.CONSULT,))

OF_DEEDS = frozenset(
    (
        "attack strike airstrike raid blast bombing bombardment shelling explosion assassination killing murder death "
        "shooting operation assault incident act hack hacking cyberattack incursion offensive ambush violence massacre "
        "atrocity tragedy loss terrorism aggression action escalation arrest detention"
    ).split()
)
_DOING = frozenset("kill assassinate attack strike bomb raid shell hit hack".split())
OF_CHARGES = frozenset(
    (
        "accusation allegation charge claim assertion report suggestion account statement involvement responsibility "
        "role part connection link wrongdoing concern figure toll number count it this that"
    ).split()
)
_OF_DEMANDS = frozenset(
    "call demand request appeal proposal offer ultimatum pressure plan initiative idea".split()
)
_OF_TALKS = frozenset("talk negotiation dialogue contact meeting discussion".split())


def wanted(word: "Token") -> frozenset[EventType]:
    """The types of act that a word can point back at; none for a word that points at none."""
    lemma = word.lemma_.lower()
    if lemma in OF_CHARGES:
        return DEEDS | {EventType.REQUEST}
    if lemma in OF_DEEDS:
        return DEEDS
    if lemma in _OF_DEMANDS:
        return ASKED
    return _MET if lemma in _OF_TALKS else frozenset()


_DEFINITE = frozenset(("the", "this", "that", "these", "those", "such", "both", "any"))
_PLAIN = frozenset(
    ("det", "punct", "amod", "case", "poss", "predet", "compound", "advmod", "nummod", "quantmod")
)


def bare(noun: "Token") -> bool:
    """Whether a noun with its own words tells nothing of the act: "the heinous attack", "Tuesday's blast"."""
    if noun.pos_ != "NOUN" or not all(c.dep_ in _PLAIN or _of_a_kind(c) for c in noun.children):
        return False
    named = any((t.pos_ == "PROPN" and t.ent_type_ != "DATE") or t.ent_type_ in _NAMING for t in noun.subtree)
    return not named and _definite(noun)


def of_one_side(noun: "Token") -> bool:
    """Whether a noun tells of its act only whose it is: "blatant Indian aggression", "the Afghan raid"."""
    near = [c for c in noun.children if c.dep_ != "punct"]
    whose = [c for c in near if c.pos_ == "ADJ" and c.text[:1].isupper()]
    return noun.pos_ == "NOUN" and len(whose) == 1 and all(c.dep_ in _PLAIN for c in near) and not any(
        c.ent_type_ in _NAMING for c in near if c not in whose
    )  # fmt: skip


def _of_a_kind(word: "Token") -> bool:
    """ "An act of terrorism"."""
    return word.lower_ == "of" and all(c.lemma_.lower() in OF_DEEDS for c in word.children)


_NAMING = frozenset(("GPE", "NORP", "ORG", "PERSON", "LOC", "FAC"))


def _definite(noun: "Token") -> bool:
    return any(
        (c.dep_ in ("det", "predet") and c.lower_ in _DEFINITE) or c.dep_ == "poss" for c in noun.children
    )


def points_back(draft: Draft) -> bool:
    """Whether a draft only names an act that is told elsewhere."""
    return (
        draft.token.lemma_.lower() in OF_DEEDS
        and bare(draft.token)
        and draft.coded_by != "silence"
        and draft.deaths is None
        and draft.injured is None
    )


def heads(draft: Draft) -> list["Token"]:
    """The words at the head of what a verbal act speaks of; of "a claim denied by Kabul" and "the toll is disputed"
    the words before the verb."""
    token = draft.token
    if draft.stance is Stance.DENIES:
        return [draft.token]
    if draft.stance is Stance.NEITHER:
        clause = token.doc[draft.clause[0] : draft.clause[1] + 1]
        return [
            t for t in clause if t.lemma_.lower() in (OF_DEEDS | OF_CHARGES if t.pos_ == "NOUN" else _DOING)
        ]
    if token.dep_ in ("acl", "relcl") and token.head.i < token.i:
        return [token.head]
    if token.pos_ == "VERB" and grammar.is_passive(token):
        return grammar.children(token, "nsubjpass")
    if draft.content is None:
        return []
    inside = token.doc[draft.content[0] : draft.content[1]]
    tops = [t for t in inside if not inside.start <= t.head.i < inside.end and t.i != token.i]
    return [t for top in tops for t in _down(top)]


def _down(top: "Token") -> list["Token"]:
    """ "Having any involvement in that attack": the object, and what it is an involvement in."""
    out = [top, *(grammar.objects(top) if top.pos_ in ("VERB", "AUX") else [])]
    return [*out, *(o for t in out for _, o in grammar.prepositional(t, _INTO))]


_INTO = frozenset(("in", "to", "with", "for", "of"))


# --- what is pointed at

_KILLED = re.compile(r"kill|assassinat|death|murder|slay|slain|\bdie|eliminat|massacre")
_FAMILIES = (
    _KILLED,
    re.compile(r"strike|struck|raid|bomb|shell|missile|rocket|drone|fire"),
    re.compile(r"blast|explo|bomb|deton"),
    re.compile(r"hack|cyber|phish"),
    re.compile(r"talk|negotiat|dialogue|discuss|meet|contact"),
    re.compile(r"attack|assault|strike|struck|raid|ambush|hit|target"),
)
_NOT_DONE = frozenset((Auxiliary.NEGATION, Auxiliary.FUTURE, Auxiliary.HYPOTHETICAL))


def side(actor: Actor) -> str:
    """Whose deeds one answers for: a state for its forces and offices, an armed group for its own."""
    country, _, sector = actor.code.partition(".")
    return actor.code if sector.split("/")[0] in ("REB", "UAF", "CRM", "OPP") else country


def sides(actors: Sequence[Actor]) -> set[str]:
    """The sides of several."""
    return {side(a) for a in actors}


def doers(told: Draft) -> list[Actor]:
    """Who is told to have done it by the words of a noun's own phrase, or of a verb's clause."""
    named = [a for a in told.actors if a.resolved_by != "event"]
    if told.token.pos_ != "NOUN":
        return named
    first, last = told.token.left_edge, told.token.right_edge
    inside = range(first.idx, last.idx + len(last))
    return [a for a in named if a.span is None or a.span.start in inside]


def kinship(words: Sequence["Token"], told: Draft) -> int:
    """How much the words that point have in common with a telling: names of people count twice, kinds of deed once."""
    phrase = " ".join(t.text for w in words for t in w.subtree)
    there = told.text
    names = {t.text for w in words for t in w.subtree if t.ent_type_ == "PERSON"}
    lemma = " ".join(w.lemma_.lower() for w in words)
    trigger = told.token.doc[told.words[0] : told.words[1] + 1].text.lower()
    clause = there.lower() if _KILLED.search(trigger) else trigger  # "killed in an attack" is an attack
    alike = any(f.search(lemma) and f.search(trigger if f is _KILLED else clause) for f in _FAMILIES)
    named = any(n in there for n in names)
    return 2 * (named or counted(words, told)) + alike + bool(_place_in(phrase, told))


def counted(words: Sequence["Token"], told: Draft) -> bool:
    """Whether "the figure" may be the toll of a telling; one named dead is no figure."""
    return told.deaths is not None and told.deaths.low > 1 and any(w.lemma_.lower() in _COUNTS for w in words)


_COUNTS = frozenset("figure toll number count".split())


def of_one_day(a: Draft, b: Draft) -> bool:
    """Whether both are told with a day, and it may be the same."""
    return a.time is not None and b.time is not None and a.time.meets(b.time)


def _place_in(phrase: str, told: Draft) -> bool:
    return told.place is not None and bool(told.place.mention) and told.place.mention in phrase


def tellings(at: int, types: frozenset[EventType], drafts: Sequence[Draft]) -> list[int]:
    """The acts of the types told as done, or charged, before a token, by more than a word that points back."""
    return [
        j
        for j, d in enumerate(drafts)
        if d.token.i < at
        and d.type in types
        and d.stance not in (Stance.NEITHER, Stance.DENIES)
        and (d.aux not in _NOT_DONE or d.type in ASKED)
        and not points_back(d)
        and not proposal_again(d)
    ]


_PROPOSING = frozenset("proposal propose offer present submit suggest plan initiative".split())


def proposal_again(draft: Draft) -> bool:
    """ "The proposal", "this offer": one that was told before."""
    return draft.token.lemma_.lower() in _OF_DEMANDS and bare(draft.token)


def proposes(draft: Draft) -> bool:
    """Whether a telling puts something to others."""
    return draft.token.lemma_.lower() in _PROPOSING


def note(out: dict[int, int], i: int, *found: int | None) -> None:
    """Set the link of an act to the first of what was found, if anything was."""
    target = next((j for j in found if j is not None), None)
    if target is not None:
        out[i] = target
