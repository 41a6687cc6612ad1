"""What a country's name, adjective or capital stands for where it stands."""

from sarhad.codebook.actors import Sector
from sarhad.knowledge.actors import Hit
from sarhad.reading import actors_words as words
from sarhad.reading.actors_grammar import Token, hyphen_before, hyphen_word
from sarhad.reading.actors_roles import role_of
from sarhad.reading.actors_spans import Names

_BEFORE = frozenset(["amod", "compound", "nmod", "poss"])


def state_code(names: Names, token: Token, hit: Hit) -> str | None:
    """The code of a country named here; None where it is only part of a word or a capital only a place."""
    if hyphen_before(names.doc, names.span(token)[0]) in ("anti", "pro", "non", "post", "ex"):
        return None
    if hyphen_word(names.doc, names.span(token)[1]) in words.OF_SOIL:
        return None
    if hit.how == "metonym" and not acts(token):
        return None
    country = hit.entry.country
    after = names.doc[token.i + 1] if token.i + 1 < len(names.doc) else token
    if (
        after.tag_ == "VBG" and hit.how == "name"
    ):  # "with Pakistan blaming attacks on …" is parsed as one phrase
        return f"{country}.GOV"
    if token.dep_ in _BEFORE and token.head.pos_ in ("NOUN", "PROPN"):
        return f"{country}.{_before_noun(token.head, bare=hit.how == 'name' and token.dep_ != 'poss')}"
    if hit.how == "adjective" and token.tag_.startswith("NN") and token.dep_ not in _BEFORE:
        return f"{country}.{_demonym(token)}" if token.text not in ("US", "U.S", "U.S.") else f"{country}.GOV"
    return f"{country}.GOV"


def acts(token: Token) -> bool:
    """Whether a capital stands for its government here, not for the town."""
    if _is_dateline(token):
        return False
    top = token
    while top.dep_ == "conj" and top.head.i != top.i:
        top = top.head
    head = top.head.lemma_.lower()
    if top.dep_ == "pobj":
        return _by_preposition(top)
    if top.dep_ in ("dobj", "dative"):
        return head in words.ADDRESSED
    if top.dep_ == "poss":
        return head not in words.GROUND and top.head.pos_ == "NOUN"
    if top.dep_ in ("compound", "nmod", "amod"):
        return role_of(top.head) in (Sector.GOV, Sector.MIL)
    return bool(top.dep_ == "nsubj")


def _is_dateline(token: Token) -> bool:
    """ "TEHRAN, 28 October –", "Islamabad:": where the report was written."""
    after = token.doc[token.i + 1].text if token.i + 1 < len(token.doc) else ""
    opens = token.is_sent_start or token.doc[token.i - 1].text in ("\n", "\n\n", ".")
    return (after in ("–", "—", "--", ":", "(") and (opens or token.is_upper)) or (
        after == "," and token.is_upper
    )


def _by_preposition(token: Token) -> bool:
    prep = token.head
    above = prep.head.lemma_.lower()
    if prep.lower_ in ("with", "between", "against", "by"):
        return True
    if prep.lower_ == "from":
        sent = (
            prep.head.head.head if prep.head.dep_ == "pobj" else prep.head
        )  # "the call for restraint from London"
        return above in words.SENT_BY or sent.lemma_.lower() in words.SENT_BY
    if prep.lower_ == "on":  # "called on Tehran", "put pressure on Kabul"
        laid = [above, *(c.lemma_.lower() for c in prep.head.children if c.dep_ == "dobj")]
        return bool(words.LAID_ON & set(laid))
    if prep.lower_ in ("for", "of"):
        return above in (words.MEANT_FOR if prep.lower_ == "for" else words.SPOKEN_OF)
    return prep.lower_ == "to" and (above in words.SENT_TO or above in words.ADDRESSED)


def _before_noun(head: Token, *, bare: bool) -> Sector:
    """Forces before strikes, soil before ground, the government before anything else: also before an attack
    (a "missile attack" is the forces'), and where
    the country's bare name stands before a blow ("U.S. strikes")."""
    lemma = head.lemma_.lower()
    armed = any(c.dep_ == "compound" and c.lemma_.lower() in words.MILITARY_ACTS for c in head.lefts)
    if (lemma in words.ATTACKS and not armed) or (bare and lemma in words.BLOWS):
        return Sector.GOV
    if lemma in words.MILITARY_ACTS or head.lower_ in words.MILITARY_ACTS:
        return Sector.MIL
    return Sector.UNK if lemma in words.GROUND else Sector.GOV


def _demonym(token: Token) -> Sector:
    """ "Four Pakistanis" are people, "the Saudis" who act their government, "undocumented Afghans" refugees."""
    first = token.head
    if (
        token.dep_ == "conj"
        and first.tag_ == "NNPS"
        and not any(c.dep_ in ("det", "amod", "nummod") for c in token.lefts)
    ):
        return _demonym(first)  # "the Saudis, Emiratis and Qataris"
    told = {child.lower_ for child in token.lefts}
    if told & {"undocumented", "displaced", "registered", "illegal", "refugee"}:
        return Sector.REF
    counted = bool(told & {"a", "an"}) or any(child.dep_ == "nummod" for child in token.lefts)
    return Sector.GOV if "the" in told and not counted and token.dep_ == "nsubj" else Sector.CVL
