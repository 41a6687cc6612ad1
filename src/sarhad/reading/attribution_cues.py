"""The words that say somebody said, thinks or wants something, and how far such a cue reaches in a sentence.

The table is `data/attribution_cues.tsv`; its head explains the columns.
"""

import functools
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import resources
from types import MappingProxyType
from typing import TYPE_CHECKING

from sarhad.codebook import Stance

if TYPE_CHECKING:
    from spacy.tokens import Token

Range = tuple[int, int]
"""Half-open token range."""


@dataclass(frozen=True, slots=True)
class CueWord:
    """One cue: its stance, and where its content stands (`frames`, explained in the table)."""

    word: str
    stance: Stance
    frames: frozenset[str]

    def takes(self, *frames: str) -> bool:
        """Whether the content may stand in one of these places."""
        return any(f in self.frames for f in frames)


@dataclass(frozen=True, slots=True)
class Cues:
    """Cue words by lemma. `roles` are nouns of one who takes a stand ("critic"); `light` verbs tell only with one of the
    nouns `told` ("make a claim"); `hedges` and `unsourced` tell without a source ("reportedly", "was accused of");
    `phrasal` go by lemma and particle or preposition ("point out", "call on")."""

    verbs: MappingProxyType[str, CueWord]
    nouns: MappingProxyType[str, CueWord]
    adjectives: MappingProxyType[str, CueWord]
    roles: MappingProxyType[str, CueWord]
    light: MappingProxyType[str, CueWord]
    told: frozenset[str]
    hedges: MappingProxyType[str, CueWord]
    unsourced: MappingProxyType[str, CueWord]
    phrasal: MappingProxyType[tuple[str, str], CueWord]


def _rows() -> Iterator[tuple[str, str, Stance, frozenset[str]]]:
    text = (resources.files("sarhad.reading") / "data" / "attribution_cues.tsv").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            part, lemmas, stance, frames = line.split("\t")
            for lemma in lemmas.split(","):
                yield part, lemma.strip(), Stance(stance), frozenset(frames.split())


@functools.cache
def load_cues() -> Cues:
    """The table, read once. A word of several lines has the frames of all and the stance of the first."""
    tables: dict[str, dict[str, CueWord]] = {part: {} for part in "vnarlshup"}
    for part, lemma, stance, frames in _rows():
        table = tables["p" if "_" in lemma else part]
        known = table.get(lemma, CueWord(lemma, stance, frozenset()))
        table[lemma] = CueWord(lemma, known.stance, frames | known.frames)
    verbs, nouns, adjectives, roles, light, told, hedges, unsourced, phrasal = map(
        MappingProxyType, tables.values()
    )
    pairs = MappingProxyType({(w.partition("_")[0], w.partition("_")[2]): c for w, c in phrasal.items()})
    return Cues(verbs, nouns, adjectives, roles, light, frozenset(told), hedges, unsourced, pairs)


def verb_cue(verb: "Token") -> CueWord | None:
    """The entry of a verb, with its particle where the two make one word."""
    cues = load_cues()
    lemma = _LEMMAS.get(verb.lower_, verb.lemma_.lower())
    for child in verb.children:
        if child.dep_ in ("prt", "prep") and child.i > verb.i:
            found = cues.phrasal.get((lemma, child.lower_))
            if found is not None:
                return found
    return cues.verbs.get(lemma)


def speaks(verb: "Token") -> bool:
    """Whether a verb may stand beside direct speech."""
    word = verb_cue(verb)
    return word is not None and word.takes("quote")


_LEMMAS = {"hoping": "hope", "hoped": "hope", "hopes": "hope", "found": "find", "felt": "feel"}
"""Forms that the tagger's lemmatiser takes for another word."""

_BEFORE = frozenset(("aux", "auxpass", "neg", "advmod"))
_CHAIN = frozenset(
    (
        "seem appear try attempt begin start continue tend happen manage go use have fail be able set move proceed "
        "come get like keep stop resume tire rush refrain avoid dare bother hesitate struggle finish resort help steer "
        "likely unlikely slow quick free forced"
    ).split()
)


def chain_start(verb: "Token") -> "Token":
    """The verb that opens the chain `verb` ends: "tried to argue", "set about persuading", "was able to say"."""
    at = verb
    while at.head.i < at.i <= at.head.i + 6:
        if at.dep_ in ("xcomp", "pcomp", "prep", "acomp") and _links(at.head):
            at = at.head
        else:
            break
    while at.dep_ in ("prep", "acomp") and at.head.pos_ in ("VERB", "AUX"):
        at = at.head
    return at if at.pos_ in ("VERB", "AUX") else verb


def _links(head: "Token") -> bool:
    """Whether a word only leads on to the next: an aspect, an attempt, or the preposition of one."""
    if head.pos_ == "ADP":
        return head.head.lemma_.lower() in _CHAIN and head.head.pos_ == "VERB"
    return head.lemma_.lower() in _CHAIN


def verb_range(verb: "Token") -> Range:
    """The verb with its auxiliaries, negation, the adverbs among them, and its particle."""
    first = chain_start(verb)
    before = [c for c in first.children if c.dep_ in _BEFORE and c.i < first.i]
    own = {c.right_edge.i: c.left_edge.i for c in before if c.right_edge.i - c.left_edge.i < 3}
    start = first.i
    while start - 1 in own:
        start = own[start - 1]
    end = verb.i + 1
    if end < len(verb.doc) and verb.doc[end].dep_ == "prt" and verb.doc[end].head == verb:
        end += 1
    return start, _with_manner(verb, end) if speaks(verb) else end


_CHANNELS = frozenset(
    "interview statement email e-mail speech letter tweet post message memo conference briefing remark text".split()
)


def _with_manner(verb: "Token", end: int) -> int:
    """The end of a cue with the word or phrase just behind it that tells when or through what it was said:
    "said Friday", "wrote in an email"."""
    doc = verb.doc
    if end < len(doc) and doc[end].head == verb and doc[end].dep_ in ("advmod", "npadvmod"):
        end += 1 if doc[end].left_edge == doc[end].right_edge else 0
    if end < len(doc) and doc[end].head == verb and doc[end].dep_ == "prep" and doc[end].lower_ == "in":
        named = next((c for c in doc[end].children if c.dep_ == "pobj"), None)
        if named is not None and named.lemma_.lower() in _CHANNELS and named.i - end < 6:
            return int(named.i) + 1
    return end
