"""Which sector a noun tells, by itself and with its modifiers."""

from sarhad.codebook.actors import Sector
from sarhad.reading.actors_grammar import Token
from sarhad.reading.actors_words import GENERIC, HURT, MODIFIERS, PHRASES, POWERS, QUANTITY, ROLES


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
    if lemma == "opposition" and not any(c.lower_ == "the" for c in token.lefts):
        return None  # "despite opposition from …" is no party
    if lemma == "mission" and not any(c.dep_ == "poss" for c in token.lefts):
        return None
    if lemma in ("prisoner", "captive") and _of_war(token):
        return Sector.MIL
    if token.tag_ == "NNS" and lemma in POWERS:
        return Sector.GOV
    if (lemma == "other" and token.tag_ == "NNS") or _is_count(token):
        return Sector.CVL
    return ROLES.get(lemma) or ROLES.get(token.lower_)


def _of_war(token: Token) -> bool:
    """ "Prisoners of war" are soldiers."""
    return [t.lower_ for t in token.doc[token.i + 1 : token.i + 3]] == ["of", "war"]


def _is_count(token: Token) -> bool:
    """A number that stands for people: "251 taken hostage", "hundreds more killed"."""
    if not (token.like_num or token.lemma_.lower() in QUANTITY) or token.dep_ in ("nummod", "quantmod"):
        return False
    if token.dep_ == "nsubj" and token.head.lemma_.lower() in HURT:
        return False  # "thousands of pagers killed": what kills is counted, too
    captive = any(child.lower_ in ("hostage", "captive", "prisoner") for child in token.head.rights)
    return (
        captive
        or token.head.lemma_.lower() in HURT
        or any(child.lemma_.lower() in HURT for child in token.rights)
    )


def _lemma(token: Token) -> str:
    lemma = str(token.lemma_).lower()
    if token.tag_ in ("NNP", "NNPS") and lemma not in ROLES and lemma.endswith("s"):
        return lemma[:-1]
    return lemma
