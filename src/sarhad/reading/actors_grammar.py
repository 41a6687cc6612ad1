"""The noun phrase seen from its head: where it begins and ends, and which names and nouns modify it.

Works on any spaCy parse. Token indexes are used throughout; nothing here knows the registry's codes.
"""

from collections.abc import Iterator
from typing import Any

Token = Any  # spacy.tokens.Token; spaCy ships without complete types and is not imported here
Doc = Any

LEFT = frozenset(["amod", "compound", "nmod", "poss", "nummod", "det", "quantmod", "predet", "advmod", "punct", "npadvmod"])  # fmt: skip
NAMING = frozenset(["amod", "compound", "nmod", "poss", "npadvmod"])
FROM = frozenset(
    ["of", "from", "in", "inside", "across", "at", "near", "along", "on", "within", "around", "for"]
)
_LOCATED = frozenset(["operating", "based", "living", "residing", "hiding", "stationed", "active", "located", "fleeing"])  # fmt: skip


def phrase_start(token: Token) -> int:
    """Index of the first word of the base noun phrase headed at `token`."""
    start = token.i
    for child in token.lefts:
        if child.dep_ in LEFT and child.sent.start <= child.left_edge.i:
            start = min(start, child.left_edge.i)
    return next(
        (at + 1 for at in range(token.i - 1, start - 1, -1) if "\n" in token.doc[at].text), int(start)
    )


def modifiers(token: Token) -> list[Token]:
    """Naming words left of the head inside its phrase, nested ones too, in order."""
    out: list[Token] = []
    stack = [c for c in token.lefts if c.dep_ in NAMING]
    while stack:
        child = stack.pop()
        out.append(child)
        stack.extend(c for c in child.children if c.dep_ in NAMING or c.dep_ == "conj")
    return sorted(out, key=lambda t: int(t.i))


def complements(token: Token) -> Iterator[tuple[str, Token]]:
    """(preposition, noun) of what follows the head: "of Pakistan", "operating from Afghanistan"."""
    for child in token.rights:
        if child.dep_ == "prep":
            yield from _objects(child)
        elif child.dep_ in ("acl", "relcl", "amod") and child.lower_ in _LOCATED:
            for inner in child.children:
                if inner.dep_ == "prep":
                    yield from _objects(inner)
                elif inner.dep_ == "prt" or inner.dep_ == "advmod":
                    yield from ((p, n) for c in inner.children if c.dep_ == "prep" for p, n in _objects(c))


def _objects(prep: Token) -> Iterator[tuple[str, Token]]:
    for child in prep.children:
        if child.dep_ == "pobj":
            yield prep.lower_, child
            for inner in child.rights:  # "minister of foreign affairs of Iran"
                if inner.dep_ == "prep" and inner.lower_ == "of" == prep.lower_:
                    yield from _objects(inner)
        elif child.dep_ == "prep":
            yield from _objects(child)


def conjuncts(token: Token) -> list[Token]:
    """The nouns joined to this one on its right: "and", commas, in order."""
    beside = [c for c in token.children if c.dep_ == "appos" and c.pos_ == "PROPN" == token.pos_]
    out: list[Token] = [c for c in beside if any(j.dep_ == "conj" for j in c.children)]  # "X, Y and Z"
    stack = [token, *beside]
    while stack:
        here = stack.pop()
        joined = [
            c for c in here.children if c.dep_ == "conj" and c.pos_ in ("NOUN", "PROPN", "PRON", "ADJ", "NUM")
        ]
        out.extend(joined)
        stack.extend(joined)
    return sorted(out, key=lambda t: int(t.i))


def is_subject(token: Token) -> bool:
    """Whether the phrase headed at `token`, or the list it stands in, is a subject."""
    here = token
    while here.dep_ == "conj" and here.head.i != here.i:
        here = here.head
    return here.dep_ in ("nsubj", "nsubjpass", "agent") or (
        here.dep_ == "ROOT" and here.pos_ in ("NOUN", "PROPN")
    )


def governing_verb(token: Token) -> Token | None:
    """The verb that the phrase depends on, through prepositions and lists."""
    here = token
    for _ in range(6):
        if here.head.i == here.i:
            return None
        here = here.head
        if here.pos_ in ("VERB", "AUX"):
            return here
    return None


def own_verbs(token: Token) -> list[int]:
    """The verb an object depends on, and those above it that lend it their subject: "met him to warn him"."""
    verb = governing_verb(token)
    out: list[int] = []
    while verb is not None:
        out.append(int(verb.i))
        if verb.dep_ not in ("xcomp", "advcl", "conj") or any(
            c.dep_ in ("nsubj", "nsubjpass") for c in verb.children
        ):
            break
        verb = verb.head if verb.head.pos_ in ("VERB", "AUX") else None
    return out


def hyphen_word(doc: Doc, last: int) -> str:
    """The word hyphened to the right of token `last`: "run" in "Hamas-run"; else an empty string."""
    if last + 2 < len(doc) and doc[last + 1].text in ("-", "‑", "–") and not doc[last].whitespace_:
        return str(doc[last + 2].lower_) if not doc[last + 1].whitespace_ else ""
    tail = doc[last].text
    return str(tail.rpartition("-")[2].lower()) if "-" in tail else ""


def hyphen_before(doc: Doc, first: int) -> str:
    """The word hyphened to the left: "anti" in "anti-Iran"; else an empty string."""
    if (
        first >= 2
        and doc[first - 1].text in ("-", "‑")
        and not doc[first - 1].whitespace_
        and not doc[first - 2].whitespace_
    ):
        return str(doc[first - 2].lower_)
    head = doc[first].text
    return str(head.partition("-")[0].lower()) if "-" in head else ""


def is_expletive(token: Token, verbs: frozenset[str], selves: frozenset[str]) -> bool:
    """Whether "it" stands for nothing: "it is unlikely", "it comes after"."""
    verb = token.head
    if token.dep_ not in ("nsubj", "expl") or verb.pos_ not in ("VERB", "AUX"):
        return bool(token.dep_ == "expl")
    if verb.lemma_ == "come":
        return any(c.lower_ in ("after", "as", "amid", "before") for c in verb.children)
    complements_ = [c for c in verb.children if c.dep_ in ("acomp", "attr", "ccomp", "xcomp")]
    return verb.lemma_ in verbs and not any(c.lower_ in selves for c in complements_)


def words_before(token: Token) -> set[str]:
    """The words that hang on the left of a noun, in small letters: its articles, numbers, adjectives."""
    return {child.lower_ for child in token.lefts}
