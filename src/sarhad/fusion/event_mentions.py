"""What one mention of an event is compared by, taken from its parsed sentence.

The parse arrives from outside; nothing here loads a model.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sarhad.fusion.same_act import NOUN, VERB, groups
from sarhad.fusion.words import STOP, stem
from sarhad.records import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Words

LIGHT = frozenset(
    "take make have do get give be go put set come the a an of in to under up on out and 's his her their its place into for at by "
    "from with".split()
)
"""Words of a phrase that leave its sense to the others, unless they stand alone."""
TELLING = frozenset("say tell state add report accord announce confirm".split())
"""Two tellings are one only when one speaker says one thing; their word alone says nothing."""
_DOERS = frozenset("nsubj csubj poss compound nmod agent".split())
_STRUCK = frozenset("dobj nsubjpass oprd attr dative".split())
_PHRASED = frozenset("prt prep dobj acomp oprd".split())
REACH = 8
"""Tokens from its head beyond which a word of a participant's phrase (a relative clause) is no longer the participant."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EventMention:
    """One mention: its trigger, what its words may mean, who stands beside it. Words are stems."""

    id: str
    document: str
    sentence: int
    trigger: frozenset[str]
    groups: frozenset[int]
    telling: bool
    doers: frozenset[str]
    struck: frozenset[str]
    beside: frozenset[str]
    names: frozenset[str]
    numbers: frozenset[str]

    @property
    def participants(self) -> frozenset[str]:
        """Everybody and everything that hangs on the trigger."""
        return self.doers | self.struck | self.beside


def event_mention(
    parsed: "Doc", span: Span, *, id: str, document: str, offset: int = 0
) -> EventMention | None:
    """The mention at a span of the parsed text, which begins at `offset` in its document; None where no word stands."""
    words = parsed.char_span(span.start - offset, span.end - offset, alignment_mode="expand")
    if words is None or not len(words):
        return None
    root = words.root
    doers, struck, beside = _parties(root, words)
    around = [t for t in root.sent if t not in words and not t.is_punct and not t.is_space]
    return EventMention(
        id=id,
        document=document,
        sentence=offset + root.sent.start_char,
        trigger=frozenset(map(stem, _told(words))),
        groups=_groups(root, words),
        telling=_lemma(root) in TELLING,
        doers=doers,
        struck=struck,
        beside=beside,
        names=frozenset(stem(_lemma(t)) for t in around if t.pos_ == "PROPN" and not _empty(t)),
        numbers=frozenset(t.lower_ for t in around if t.like_num or any(map(str.isdigit, t.text))),
    )


def _told(words: "Words") -> list[str]:
    """Lemmas of the words that carry the sense."""
    lemmas = [_lemma(t) for t in words if t.is_alpha or "-" in t.text]
    return [w for w in lemmas if w not in LIGHT] or lemmas or [words.text.lower()]


def _groups(root: "Token", words: "Words") -> frozenset[int]:
    """Of the phrase or the verb with its particle, preposition or object ("go off") where the table holds it; else of
    its words."""
    part, other = (NOUN, VERB) if root.pos_ in ("NOUN", "PROPN", "PRON", "NUM") else (VERB, NOUN)
    lemmas = [_lemma(t) for t in words if t.is_alpha or "-" in t.text]
    head, told = " ".join(lemmas), _told(words)
    phrases = [f"{head} {_lemma(c)}" for c in root.children if c.dep_ in _PHRASED]
    if found := groups([head, *phrases] if len(lemmas) > 1 else phrases, part):
        return found
    forms = [t.lower_ for t in words if _lemma(t) in told]
    return (groups(told, part) or groups(told, other)) | groups(forms, part)


def _parties(root: "Token", words: "Words") -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Stems of the subject's side, of the object's side, and of what prepositions add."""
    doers, struck, beside = set[str](), set[str](), set[str]()
    for child in root.children:
        if child.dep_ in _DOERS:
            doers.update(_phrase(child, words))
        elif child.dep_ in _STRUCK:
            struck.update(_phrase(child, words))
        elif child.dep_ == "prep":
            beside.update(_phrase(child, words))
    if not doers:
        doers.update(w for c in _subjects(root) for w in _phrase(c, words))
    if root.dep_ in ("amod", "acl", "relcl"):
        struck.add(stem(_lemma(root.head)))
    return frozenset(doers), frozenset(struck), frozenset(beside)


def _subjects(root: "Token") -> "Iterator[Token]":
    """Subjects that a trigger shares with the verb it hangs on: "came and *left*", "launched an *attack*"."""
    shared = root.dep_ in ("conj", "xcomp", "advcl") or (
        root.pos_ in ("NOUN", "PROPN") and root.dep_ in ("dobj", "nsubjpass")
    )
    if shared:
        yield from (c for c in root.head.children if c.dep_ == "nsubj")


def _phrase(head: "Token", words: "Words") -> "Iterator[str]":
    for token in head.subtree:
        told = token.pos_ in ("NOUN", "PROPN", "NUM", "ADJ") and not _empty(token)
        if told and token not in words and abs(token.i - head.i) < REACH:
            yield stem(_lemma(token))


def _lemma(token: "Token") -> str:
    return str(token.lemma_).lower()


def _empty(token: "Token") -> bool:
    return token.is_stop or len(token) < 2 or _lemma(token) in STOP
