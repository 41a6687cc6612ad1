"""Whether an act is told as done: negated, future, hypothetical, historical; one happening, a series or a trend."""

import re
from typing import TYPE_CHECKING

from sarhad.codebook import Auxiliary, EventType, Scope
from sarhad.reading import grammar

if TYPE_CHECKING:
    from spacy.tokens import Token

_WILL = frozenset(("will", "'ll", "shall"))
_MAY = frozenset(("may", "might", "could", "can", "would", "should", "must", "ought"))
# What these verbs govern is wanted, feared or planned, not done.
_IRREALIS = frozenset(
    (
        "want plan aim intend seek hope wish threaten vow promise pledge agree offer urge call demand ask "
        "press prepare consider propose order decide authorise authorize refuse decline try attempt need "
        "require warn prevent avoid deter stop stave avert advocate fear risk discuss mull weigh contemplate "
        "encourage allow permit invite persuade force convince expect resolve swear commit undertake "
        "volunteer recommend suggest design mean"
    ).split()
)
_FUTURE = frozenset("schedule set expect plan due slate poise prepare".split())
_IRREAL_NOUNS = frozenset(
    (
        "threat fear risk possibility prospect plan call demand request proposal danger likelihood chance "
        "case event hope need warning potential concern intention pretext possibility scenario idea option "
        "desire verge brink threshold bill motion readiness willingness speculation anticipation appeal deterrence prevention"
    ).split()
)
_IRREAL_ADJECTIVES = frozenset(
    (
        "possible potential likely imminent planned future prospective threatened upcoming proposed expected "
        "impending hypothetical feared further eventual"
    ).split()
)
_FUTURE_ADJECTIVES = frozenset("planned upcoming scheduled forthcoming expected next future".split())
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
_PAST = re.compile(
    r"\b(?:historically|previously|for (?:many )?decades|decades (?:ago|of)|in the past(?! (?:few|couple|\d|one|two|three|four|five|"
    r"six|seven|24|48|week|month|day|hour|year))|years ago|a (?:decade|century) ago|cold war|world war|colonial)\b",
    re.I,
)


def auxiliary(token: "Token", kind: EventType) -> Auxiliary | None:
    """How the act named by `token` is not a present or recent fact, historical apart (that needs dates)."""
    if _negated(token):
        return Auxiliary.NEGATION
    if _asked_or_supposed(token):
        return Auxiliary.HYPOTHETICAL
    if _shares_an_infinitive(token):
        return auxiliary(token.head, kind) or Auxiliary.HYPOTHETICAL
    if token.pos_ in ("VERB", "AUX"):
        return _of_verb(token, kind)
    return _of_noun(token, kind) or _of_engaging(token, kind) or _of_clause_above(token, kind)


_ENGAGES = frozenset("engage enter participate partake join go".split())


def _of_engaging(noun: "Token", kind: EventType) -> Auxiliary | None:
    """ "are set to engage in discussions": as the verb is told, so are the talks."""
    up = noun.head
    if noun.dep_ == "pobj" and up.lower_ in ("in", "into") and up.head.lemma_ in _ENGAGES:
        return _of_verb(up.head, kind)
    return None


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
    if token.tag_ != "VB" or token.dep_ != "conj" or token.head.pos_ not in ("VERB", "AUX"):
        return False
    return not any(c.dep_ in ("aux", "nsubj", "nsubjpass") for c in token.children)


_CALLED_OFF = frozenset("foil thwart abort scrap cancel prevent avert defuse".split())


def _never_came(token: "Token") -> bool:
    """ "killed no one", "instead of attacking", "have yet to sign", "decided against striking", "a foiled attack"."""
    if token.pos_ in ("VERB", "AUX"):
        nobody = [o for o in grammar.objects(token) if o.lower_ in ("nobody", "none", "nothing") or any(c.lower_ == "no" for c in o.children)]  # fmt: skip
        if nobody:
            return True
        up = token.head
        if token.dep_ == "pcomp" and (up.lower_ in ("without", "against") or (up.lower_ == "of" and up.head.lower_ in ("instead", "short"))):  # fmt: skip
            return True
        return (
            token.dep_ == "xcomp"
            and up.lemma_ in ("have", "be")
            and any(c.lower_ == "yet" for c in up.children)
        )
    up = token.head
    if token.dep_ in ("dobj", "nsubjpass") and up.lemma_ in _CALLED_OFF:
        return True
    happened = up.lemma_ in ("take", "happen", "occur", "materialise", "materialize", "go")
    return token.dep_ == "nsubj" and happened and any(c.dep_ == "neg" for c in up.children)


def _negated(token: "Token") -> bool:
    if _never_came(token):
        return True
    if any(
        c.dep_ == "neg" or (c.lower_ in ("no", "never") and c.dep_ in ("det", "advmod", "neg"))
        for c in token.children
    ):
        return True
    if token.pos_ not in ("VERB", "AUX"):
        return _noun_negated(token)
    head = grammar.finite(token)
    if head != token and any(c.dep_ == "neg" for c in head.children):
        return True
    if (
        token.dep_ == "xcomp"
        and token.head.lemma_ in ("fail", "refuse", "decline")
        and token.head.lemma_ == "fail"
    ):
        return True
    if token.dep_ == "pcomp" and token.head.lower_ in ("without",):
        return True
    if _not_before(token):
        return True
    below = grammar.subject(token)
    return below is not None and any(
        c.lower_ in ("no", "neither") and c.dep_ in ("det", "preconj") for c in below.children
    )


def _not_before(verb: "Token") -> bool:
    """ "They cannot, by law, talk": a "not" between subject and verb that the parser hung on an aside."""
    own = grammar.children(verb, "nsubj", "nsubjpass")
    if not own or own[0].i > verb.i or verb.i - own[0].i > 10:
        return False
    between = verb.doc[own[0].right_edge.i + 1 : verb.i]
    return not any(t.pos_ == "VERB" for t in between) and any(
        t.dep_ == "neg" and t.i > 0 and t.nbor(-1).pos_ == "AUX" for t in between
    )


def _noun_negated(noun: "Token") -> bool:
    up = noun.head
    if noun.dep_ == "pobj" and up.lower_ in ("without", "despite") and up.lower_ == "without":
        return True
    if (
        noun.dep_ == "pobj"
        and up.lower_ in ("of",)
        and up.head.lemma_ in ("short", "stop", "lack", "absence")
    ):
        return True
    return (
        noun.dep_ in ("dobj", "attr")
        and up.pos_ in ("VERB", "AUX")
        and any(c.dep_ == "neg" for c in up.children)
    )


def _of_verb(verb: "Token", kind: EventType) -> Auxiliary | None:
    own = _of_modals(verb)
    if own is not None:
        return own
    if _conditional(verb):
        return Auxiliary.HYPOTHETICAL
    at = verb
    for _ in range(4):
        up = at.head
        if up == at:
            return None
        if at.dep_ in ("xcomp", "pcomp", "ccomp", "acl", "advcl") or (
            at.dep_ == "conj" and up.pos_ in ("VERB", "AUX")
        ):
            governed = _governed(at, up)
            if governed is not None:
                return governed
            if (
                at.dep_ in ("ccomp", "advcl")
                and grammar.children(at, "nsubj", "nsubjpass")
                and at.dep_ == "ccomp"
            ):
                return None
            at = up
            continue
        if at.dep_ == "prep" and up.pos_ == "ADJ" and up.lower_ in _UNCERTAIN:
            return Auxiliary.HYPOTHETICAL
        if (
            at.dep_ == "prep"
            and at.lower_ == "from"
            and up.lemma_ in ("prevent", "stop", "deter", "discourage", "refrain")
        ):
            return Auxiliary.HYPOTHETICAL
        if at.dep_ == "prep" and up.pos_ == "NOUN" and up.lemma_.lower() in _IRREAL_NOUNS:
            return Auxiliary.HYPOTHETICAL
        if at.dep_ in ("prep", "agent"):
            at = up
            continue
        return None
    return None


def _of_modals(verb: "Token") -> Auxiliary | None:
    holder = verb
    while (
        holder.dep_ == "conj"
        and holder.head.pos_ in ("VERB", "AUX")
        and not grammar.children(holder, "aux", "nsubj", "nsubjpass")
    ):
        holder = holder.head
    for aux in grammar.children(holder, "aux"):
        if aux.lower_ in _WILL:
            return Auxiliary.FUTURE
        if aux.lower_ == "would" and _reported(holder):
            return Auxiliary.FUTURE
        if aux.lower_ in _MAY:
            return Auxiliary.HYPOTHETICAL
        if (
            aux.lower_ == "to"
            and holder.dep_ in ("ROOT", "ccomp")
            and grammar.children(holder, "nsubj")
            and holder.head.lemma_ not in _IRREALIS
        ):
            return Auxiliary.FUTURE  # the headline's "Israel to strike Iran"
        if aux.lower_ == "going" or (
            aux.lower_ == "to" and holder.dep_ == "xcomp" and holder.head.lower_ == "going"
        ):
            return Auxiliary.FUTURE
    return None


def _reported(verb: "Token") -> bool:
    """ "said it would": a future told from the past, unless a condition stands with it."""
    return verb.dep_ == "ccomp" and verb.head.pos_ == "VERB" and not _conditional(verb)


def _conditional(verb: "Token") -> bool:
    marks = [c.lower_ for c in verb.children if c.dep_ in ("mark", "advmod")]
    if any(m in ("if", "unless", "whether", "should", "until", "lest") for m in marks):
        return True
    joined = verb.dep_ == "conj" and verb.head.i < verb.i and not grammar.children(verb, "nsubj", "nsubjpass")
    return (
        joined and verb.head.pos_ in ("VERB", "AUX") and _conditional(verb.head)
    )  # "if it stops or agrees to"


def _governed(verb: "Token", up: "Token") -> Auxiliary | None:
    lemma = up.lemma_.lower()
    if verb.dep_ == "acl" and lemma in ("failure", "inability", "unwillingness", "refusal", "reluctance"):
        return Auxiliary.NEGATION
    infinitive = verb.dep_ in ("xcomp", "acl", "advcl", "ccomp") and any(
        c.lower_ == "to" for c in verb.children
    )
    if verb.dep_ == "xcomp" and lemma in ("plan", "schedule", "due", "set", "expect", "slate") and infinitive:
        return Auxiliary.FUTURE
    if up.pos_ == "ADJ" and infinitive:
        return Auxiliary.HYPOTHETICAL
    if (
        verb.dep_ == "ccomp"
        and any(c.dep_ == "neg" for c in up.children)
        and lemma in ("see", "think", "believe", "expect", "foresee")
    ):
        return Auxiliary.NEGATION
    if verb.dep_ == "ccomp" and lemma in ("hope", "fear", "expect", "warn") and verb.tag_ != "VBD":
        return Auxiliary.HYPOTHETICAL
    if verb.dep_ == "advcl" and infinitive:
        return Auxiliary.HYPOTHETICAL  # "to prevent": a purpose
    if verb.dep_ == "xcomp" and lemma in _FUTURE and up.tag_ in ("VBN", "JJ", "VBD"):
        return Auxiliary.FUTURE
    if (
        verb.dep_ in ("xcomp", "ccomp", "acl", "pcomp")
        and lemma in _IRREALIS
        and (infinitive or verb.dep_ != "ccomp")
    ):
        return Auxiliary.HYPOTHETICAL
    if up.pos_ == "NOUN" and verb.dep_ == "acl" and infinitive:
        return Auxiliary.HYPOTHETICAL
    return None


def _of_noun(noun: "Token", kind: EventType) -> Auxiliary | None:
    for c in noun.children:
        if c.dep_ in ("amod", "compound", "nmod"):
            if c.lower_ in _FUTURE_ADJECTIVES and kind in (
                EventType.CONSULT,
                EventType.AGREE,
                EventType.COOPERATE,
            ):
                return Auxiliary.FUTURE
            if c.lower_ in _IRREAL_ADJECTIVES and c.lower_ not in ("further", "likely"):
                return Auxiliary.HYPOTHETICAL
    at: Token = noun
    for _ in range(5):
        up = at.head
        if up == at:
            return None
        if at.dep_ in ("pobj", "prep", "compound", "conj", "amod", "appos", "dobj", "pcomp", "acl"):
            if up.pos_ == "NOUN" and up.lemma_.lower() in _IRREAL_NOUNS:
                return Auxiliary.HYPOTHETICAL
            if up.pos_ == "VERB":
                return _noun_under_verb(noun, at, up)
            at = up
            continue
        return None
    return None


_FEARED = frozenset(
    (
        "warn fear prevent avoid deter avert threaten risk stop expect consider urge plan propose want seek demand "
        "oppose brace prepare anticipate await foresee save protect shield"
    ).split()
)


def _noun_under_verb(noun: "Token", at: "Token", up: "Token") -> Auxiliary | None:
    lemma = up.lemma_.lower()
    if lemma in _FEARED:
        return Auxiliary.HYPOTHETICAL
    if lemma == "call" and at.dep_ == "prep" and at.lower_ == "for":
        return Auxiliary.HYPOTHETICAL
    return None


_LINKING = frozenset(("be", "remain", "seem", "appear", "become"))


def _of_clause_above(noun: "Token", kind: EventType) -> Auxiliary | None:
    """A noun shares its verb's modality when it is that verb's own argument ("could launch strikes")."""
    at = noun
    for _ in range(3):
        up = at.head
        if up == at or at.dep_ not in (
            "dobj",
            "nsubj",
            "nsubjpass",
            "attr",
            "pobj",
            "prep",
            "conj",
            "agent",
            "compound",
        ):
            return None
        if up.pos_ in ("VERB", "AUX"):
            if at.dep_ in ("nsubj", "nsubjpass") and up.lemma_.lower() in _LINKING:
                return _of_modals(up) or _of_predicate(up)
            if at.dep_ in ("nsubj", "nsubjpass") and up.lemma_.lower() in (
                "expect",
                "plan",
                "schedule",
                "slate",
            ):
                return Auxiliary.FUTURE
            if at.dep_ in ("nsubj", "nsubjpass") and up.lemma_.lower() in ("hinge", "depend"):
                return Auxiliary.HYPOTHETICAL
            if at.dep_ in ("dobj", "nsubj", "nsubjpass", "attr"):
                return _of_verb(up, kind)
            return _of_modals(up) if at.dep_ == "prep" else None
        at = up
    return None


_UNCERTAIN = frozenset(
    (
        "capable likely certain imminent possible expected inevitable probable contingent conditional dependent "
        "subject unlikely"
    ).split()
)


def _of_predicate(verb: "Token") -> Auxiliary | None:
    """ "A retaliation is almost certain", "the truce is contingent on": not yet so."""
    complements = grammar.children(verb, "acomp", "attr", "oprd")
    if any(c.lower_ in _UNCERTAIN for c in complements) or _conditional(verb):
        return Auxiliary.HYPOTHETICAL
    return None


def scope(token: "Token") -> Scope:
    """Whether one happening is told, a run of them, or a rise or fall."""
    words = {c.lower_ for c in token.children} | {c.lemma_.lower() for c in token.children}
    near = [g.lemma_.lower() for _, g in zip(range(3), grammar.governors(token), strict=False)]
    if words & _TREND_ADJECTIVES or any(n in _TREND_NOUNS for n in near[:2]):
        return Scope.TREND
    subject = grammar.subject(token) if token.pos_ == "VERB" else None
    if subject is not None and subject.lemma_.lower() in _TREND_NOUNS:
        return Scope.TREND
    clause = {t.lower_ for t in token.sent if abs(t.i - token.i) <= 6}
    if clause & _SERIES_WORDS or "ever since" in token.sent.text:
        return Scope.SERIES
    plural_event = token.tag_ == "NNS" and not any(c.ent_type_ in ("DATE", "TIME") for c in token.subtree)
    return Scope.SERIES if plural_event and not any(c.pos_ == "NUM" for c in token.children) else Scope.SINGLE


def told_as_past(token: "Token") -> bool:
    """Whether the words themselves put the act far back ("historically", "in the past", "for decades")."""
    return bool(_PAST.search(token.sent.text))
