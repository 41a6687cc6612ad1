"""What is promised, in the text's own words: the complement of the verb or noun that undertakes it."""

import re
from typing import TYPE_CHECKING

from sarhad.reading import grammar

if TYPE_CHECKING:
    from spacy.tokens import Token

_VAGUE = frozenset("need importance necessity view that it itself themselves himself herself".split())
_LEFT_OUT = frozenset(("conj", "cc", "punct", "advcl", "parataxis", "mark", "relcl"))
_LONGEST = 120


def object_of(token: "Token") -> str | None:
    """The complement of the undertaking verb or noun, as the text has it."""
    verb = token.pos_ == "VERB"
    for c in _complements(token) if verb else _of_a_noun(token):
        if c.ent_type_ not in ("DATE", "TIME") and (words := _words(c)):
            return words
    return None if verb else _words(token)


def act(verb: "Token") -> str:
    """The words of a deed that is itself the undertaking: "withdraw its troops" of "Chad is to withdraw its troops"."""
    first, last = grammar.extent(verb, frozenset(("conj", "cc", "punct", "advcl", "nsubj", "aux", "mark")))
    active = verb.pos_ == "VERB" and not grammar.is_passive(verb)
    words: str = verb.doc[verb.i if active else first : last + 1].text
    return short(words)


def short(words: str) -> str:
    """No longer than a line can hold, cut between words."""
    cut = words.strip(" ,.;:\"'")
    return cut if len(cut) <= _LONGEST else cut[:_LONGEST].rsplit(" ", 1)[0]


def _of_a_noun(noun: "Token") -> list["Token"]:
    """ "a pledge to reopen", "a proposal on borders": what the promise is of; "a ceasefire" is itself the thing."""
    infinitives = [c for c in grammar.children(noun, "acl") if grammar.to_do(c)]
    return [
        *infinitives,
        *(o for name, o in grammar.prepositional(noun) if name in ("to", "on", "of", "for")),
    ]


def _complements(token: "Token") -> list["Token"]:
    infinitives = grammar.children(token, "xcomp", "acl")
    if token.lemma_.lower() == "work":
        infinitives += [c for c in grammar.children(token, "advcl") if grammar.to_do(c)]
    infinitives += [c for _, o in _asides(token) for c in grammar.children(o, "acl") if grammar.to_do(c)]
    things = [o for o in grammar.children(token, "dobj", "nsubjpass") if o.lemma_.lower() not in _VAGUE]
    if token.lemma_.lower() in ("give", "make"):
        things = []  # "made a pledge to Chad to finish the line": what is given is a word, what is promised stands behind it
        infinitives = infinitives or [t for t in token.subtree if t.i > token.i and grammar.to_do(t)][:1]
    inside = [i for o in grammar.children(token, "dobj") for c in o.children for i in _told_of(c)]
    clauses = grammar.children(token, "ccomp")
    through = _through(token)
    papers = [o for o in things if o.lemma_.lower() in grammar.PAPERS]
    if not infinitives:
        infinitives = grammar.undertaken(token)
    if papers and not infinitives:
        inside.sort(key=lambda c: c.dep_ != "acl")
        infinitives = [c for c in inside if grammar.to_do(c)] or [o for name, o in through if name == "for"]
    if token.dep_ == "relcl" and not things and not infinitives:
        return [token.head]  # "an offer that the premier has since accepted"
    return [
        *infinitives,
        *(i for i in inside if i.dep_ == "acl"),
        *clauses,
        *things,
        *(o for _, o in through),
        *inside,
    ]


def _told_of(part: "Token") -> list["Token"]:
    """What a thing promised is of; "brokered by Qatar" is not, but "to reopen the line", which the parse may hang there, is."""
    if grammar.agent(part) is None:
        return [part] if part.dep_ in ("acl", "prep") else []
    return [c for c in part.children if grammar.to_do(c)]


def _through(token: "Token") -> list[tuple[str, "Token"]]:
    """What it is of, told behind a preposition: never a day or "for its part", and a place or a paper ("in their statement") last."""
    aside = _asides(token)
    found = [(name, o) for name, o in grammar.prepositional(token) if name in ("to", "on", "in", "for", "of")]
    kept = [pair for pair in found if pair not in aside and pair[1].ent_type_ not in ("DATE", "TIME")]
    return sorted(kept, key=lambda pair: pair[0] == "in")


def _asides(token: "Token") -> list[tuple[str, "Token"]]:
    """ "For its part", "in return": under which the parse may hang what is promised."""
    return [(name, o) for name, o in grammar.prepositional(token) if (name, o.lower_) in _ASIDES]


_ASIDES = frozenset((("for", "part"), ("in", "turn"), ("in", "return"), ("in", "exchange"), ("in", "principle")))  # fmt: skip


def _words(token: "Token") -> str | None:
    told_of = ("acl",) if token.pos_ == "NOUN" else ()
    own = ("nsubj", "aux") if _by_a_pronoun(token) else ()
    first, last = grammar.extent(token, _LEFT_OUT.union(told_of, own))
    doc = token.doc
    while first < last and (
        doc[first].lower_ in ("to", "that", "of", "on", "the", "a") and doc[first].pos_ != "NOUN"
    ):
        first += 1
    told = doc[first : last + 1].text
    if doc[first].tag_ in ("WP", "WDT") and token.head.dep_ == "relcl" and first < token.i:
        told = f"{token.text} {_phrase(token.head.head)} {doc[token.i + 1 : last + 1].text}"
    text = short(_ASIDE.sub("", told))
    return _with_its_noun(token, text) if len(text) > 3 else None


def _phrase(noun: "Token") -> str:
    """ "The forty drivers" of "the forty drivers whom it promised to free"."""
    words: str = noun.doc[noun.left_edge.i : noun.i + 1].text
    return words


_ASIDE = re.compile(r"^(?:for )?(?:its|their) part,? to ")
""" "For its part to hand over": what the parse makes one phrase."""


def _by_a_pronoun(verb: "Token") -> bool:
    """ "That it would finish the line": who promised will do it."""
    subject = grammar.children(verb, "nsubj")
    return bool(subject) and subject[0].lower_ in ("it", "they", "he", "she", "we", "i")


def _with_its_noun(verb: "Token", words: str) -> str:
    """ "Resume it (work on the pipeline)": what a bare pronoun stands for, where one thing was spoken of just before."""
    bare = [o for o in grammar.children(verb, "dobj") if o.lower_ in ("it", "them")]
    if not bare or not words.endswith(bare[0].text):
        return words
    thing = _spoken_of(bare[0])
    if thing is None:
        return words
    first, last = grammar.extent(thing, _LEFT_OUT | {"acl"})
    opens = thing.doc[first].is_sent_start
    first += thing.doc[first].lower_ in ("the", "a", "an")
    told = thing.doc[first : last + 1].text
    return short(f"{words} ({told[0].lower() + told[1:] if opens else told})")


def _spoken_of(pronoun: "Token") -> "Token | None":
    """The thing that the clause or sentence before is about: its subject that is no party, of the pronoun's number."""
    sentence = pronoun.sent
    start = pronoun.doc[sentence.start - 1].sent.start if sentence.start else sentence.start
    many = pronoun.lower_ == "them"
    back = reversed(pronoun.doc[start : pronoun.i])
    about = next((t for t in back if _is_thing(t)), None)
    return about if about is not None and (about.tag_ == "NNS") == many else None


def _is_thing(token: "Token") -> bool:
    """A subject that neither speaks nor is named."""
    noun = token.pos_ == "NOUN" or token.lower_ == "work"  # at the head of a sentence it is parsed as a verb
    subject = token.dep_ in ("nsubj", "nsubjpass") and noun and not token.ent_type_
    return subject and token.head.lemma_.lower() not in _SAYS


_SAYS = frozenset(
    "say tell add announce state report warn note insist claim confirm deny explain argue".split()
)
