"""Whether an act is told as done: negated, future, hypothetical; one happening, a series or a trend."""

from typing import TYPE_CHECKING

from sarhad.codebook import Auxiliary, EventType, Scope
from sarhad.reading import grammar
from sarhad.reading.modality_given import given
from sarhad.reading.modality_negation import negated
from sarhad.reading.modality_nouns import of_noun
from sarhad.reading.modality_verbs import conditional, of_verb

if TYPE_CHECKING:
    from spacy.tokens import Token

_TREND_NOUNS = frozenset(
    (
        "surge rise increase uptick spike escalation decline decrease drop fall wave upsurge resurgence spate "
        "growth reduction intensification deterioration"
    ).split()
)
_TREND_ADJECTIVES = frozenset(
    "growing increasing rising increased mounting escalating surging intensifying".split()
)
_SERIES_WORDS = frozenset(
    (
        "daily regular repeated frequent recurrent repeatedly regularly frequently often continued continuing "
        "ongoing numerous series sporadic intermittent persistent multiple several routine occasional "
        "successive"
    ).split()
)


def auxiliary(token: "Token", kind: EventType) -> Auxiliary | None:
    """How the act named by `token` is not a present or recent fact, historical apart (that needs dates)."""
    verb = token.pos_ in ("VERB", "AUX")
    if verb and conditional(token):
        return Auxiliary.HYPOTHETICAL
    if negated(token):
        return Auxiliary.NEGATION
    if _asked_or_supposed(token):
        return Auxiliary.HYPOTHETICAL
    if given(token, kind):
        return None
    if _shares_an_infinitive(token):
        bare = token.head.tag_ != "VB"
        return auxiliary(token.head, kind) or (Auxiliary.HYPOTHETICAL if bare else None)
    return of_verb(token) if verb else of_noun(token, kind)


def _asked_or_supposed(token: "Token") -> bool:
    """ "Did Israel bomb the pier?", "Had there been an attack, ...": nothing is told."""
    sentence = token.sent
    if sentence.text.rstrip().endswith("?"):
        return True
    opening = sentence[0]
    return (
        opening.lower_ in ("had", "were", "should")
        and opening.tag_ != "NN"
        and any(t.lower_ in ("would", "could", "might") for t in sentence)
    )


def _shares_an_infinitive(token: "Token") -> bool:
    """ "threatened to bomb the camps, kill their leaders": the base form hangs on what governs the first verb."""
    if (
        token.tag_ != "VB"
        or token.dep_ != "conj"
        or token.head.pos_ not in ("VERB", "AUX")
        or token.head.tag_ == "VBP"
    ):
        return False
    return not any(c.dep_ in ("aux", "nsubj", "nsubjpass") for c in token.children)


def scope(token: "Token") -> Scope:
    """Whether one happening is told, a run of them, or a rise or fall."""
    words = {c.lower_ for c in token.children} | {c.lemma_.lower() for c in token.children}
    near = [g.lemma_.lower() for _, g in zip(range(3), grammar.governors(token), strict=False)]
    if words & _TREND_ADJECTIVES or any(n in _TREND_NOUNS for n in near[:2]):
        return Scope.TREND
    subject = grammar.subject(token) if token.pos_ == "VERB" else None
    if subject is not None and subject.lemma_.lower() in _TREND_NOUNS:
        return Scope.TREND
    if _told_over_a_time(token.head if token.dep_ == "dobj" else token):
        return Scope.SERIES
    clause = {t.lower_ for t in token.sent if abs(t.i - token.i) <= 6}
    if clause & _SERIES_WORDS or "ever since" in token.sent.text:
        return Scope.SERIES
    plural_event = token.tag_ == "NNS" and not any(c.ent_type_ in ("DATE", "TIME") for c in token.subtree)
    return Scope.SERIES if plural_event and not any(c.pos_ == "NUM" for c in token.children) else Scope.SINGLE


_SPANS = frozenset("day week month year decade time period war conflict".split())
_OVER = frozenset("over during throughout for since".split())


def _told_over_a_time(verb: "Token") -> bool:
    """ "Has been shelling the town", "has fired rockets over the past year", "has fired thousands of rockets": a
    perfect with a stretch of time, or with more than one blow can hold and no day told. "Has struck for the first
    time in months" is one blow."""
    children = list(verb.children)
    if verb.tag_ not in ("VBN", "VBG") or not any(c.dep_ == "aux" and c.lemma_ == "have" for c in children):
        return False
    clause = list(verb.subtree)
    if any(t.lower_ in ("first", "today", "yesterday") for t in clause):
        return False
    if verb.tag_ == "VBG":
        return True
    over = [p for p in children if p.dep_ == "prep" and p.lower_ in _OVER]
    if any(c.dep_ == "pobj" and c.lemma_.lower() in _SPANS for p in over for c in p.children):
        return True
    days = any(t.ent_type_ in ("DATE", "TIME") for t in clause)
    return not days and any(c.dep_ == "dobj" and c.lower_ == "thousands" for c in children)
