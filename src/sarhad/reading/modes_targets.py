"""Who is killed as a target: a leader, an official, somebody named who leads."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from sarhad.reading import grammar
from sarhad.reading.draft import Draft
from sarhad.records import Actor

if TYPE_CHECKING:
    from spacy.tokens import Token

_KILLS = frozenset(
    "kill assassinate killing assassination elimination eliminate slay slaying murder target".split()
)
_FIGURES = frozenset(
    (
    "leader commander chief head official general minister president premier chairman mastermind deputy figure leadership "
    "colonel admiral scientist ringleader spokesman governor ambassador envoy"
    ).split()
)  # fmt: skip
_RANK = frozenset("senior top high-ranking ranking leading key".split())
_PART = frozenset("one number dozen member two three four several".split())


def targeted(draft: Draft) -> Draft:
    """The draft, as a targeted killing where its victim is a figure; who "was killed in an air strike" was told to have
    died by the strike."""
    verb = _killing(draft.token)
    if verb is None or not (
        any(map(_is_figure, _victims(verb))) or any(_is_known(a, draft) for a in draft.recipients)
    ):
        return draft
    told = draft.mode is not None and (verb.pos_ != "VERB" or grammar.is_passive(verb) or _by_means(verb))
    return draft if told else replace(draft, mode="targeted")


def _killing(token: "Token") -> "Token | None":
    """The word of killing: the act's own, or that of "the strike that killed", "a strike killed"."""
    if token.lemma_.lower() in _KILLS:
        return token
    near = [token.head] if token.dep_ == "nsubj" else []
    near += grammar.children(token, "relcl")
    return next((t for t in near if t.lemma_ == "kill"), None)


def _by_means(verb: "Token") -> bool:
    """ "An air strike killed the commander"."""
    doer = grammar.subject(verb)
    return doer is not None and doer.pos_ == "NOUN" and not doer.ent_type_


def _victims(word: "Token") -> Iterator["Token"]:
    if word.pos_ == "VERB":
        heads = grammar.objects(word)
    elif aimed := _aim(word):  # "was the target of an elimination"
        heads = grammar.children(aimed.head, "nsubj")
    else:
        of = [o for name, o in grammar.prepositional(word) if name == "of"]
        heads = of or grammar.children(word, "poss")  # "Iran's killing of a rebel": the one who kills
    for head in heads:
        yield from grammar.conjuncts(head)[:1]
        if head.lemma_.lower() in _PART:
            yield from (o for name, o in grammar.prepositional(head) if name == "of")


def _aim(word: "Token") -> "Token | None":
    """The noun "target" of "was the target of the killing"."""
    near = (word, word.head.head)
    return next((t for t in near if t.lemma_.lower() == "target" and t.dep_ == "attr"), None)


def _is_figure(token: "Token") -> bool:
    near = [token, *(c for c in token.children if c.dep_ in ("compound", "appos", "amod", "nmod"))]
    words = {t.lemma_.lower() for t in near}
    return bool(words & (_RANK if token.lemma_.lower() == "member" else _FIGURES))


def _is_known(victim: Actor, draft: Draft) -> bool:
    """A person told by name, whose side is known: "the killing of Rashid", who was told to lead a group."""
    if victim.span is None or victim.code[4:7] in _NOBODY or victim.resolved_by == "event":
        return False
    words = draft.token.doc.char_span(victim.span.start, victim.span.end, alignment_mode="expand")
    return words is not None and words.root.ent_type_ == "PERSON"


_NOBODY = ("CVL", "UNK", "REF", "JRN")
