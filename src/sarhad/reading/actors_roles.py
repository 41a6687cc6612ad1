"""Which sector a noun tells, by itself and with its modifiers."""

from sarhad.codebook.actors import Sector
from sarhad.reading.actors_grammar import Token
from sarhad.reading.actors_words import GENERIC, MODIFIERS, PHRASES, ROLES


def role_of(token: Token) -> Sector | None:
    """The sector of a role noun in its phrase: "spokesman" GOV, "army spokesman" MIL; None for other nouns."""
    lemma = _lemma(token)
    before = [_lemma(c) for c in token.lefts if c.dep_ in ("compound", "amod", "nmod", "poss", "npadvmod")]
    for word in reversed(before):
        pair = PHRASES.get((word, lemma))
        if pair is not None:
            return pair
    if lemma in GENERIC:
        for word in before:
            if word in MODIFIERS:
                return MODIFIERS[word]
    return ROLES.get(lemma) or ROLES.get(token.lower_)


def _lemma(token: Token) -> str:
    lemma = str(token.lemma_).lower()
    if token.tag_ in ("NNP", "NNPS") and lemma not in ROLES and lemma.endswith("s"):
        return lemma[:-1]
    return lemma
