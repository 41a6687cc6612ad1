"""Whether a verb tells its act as done, or as possible, wanted, feared or to come."""

from typing import TYPE_CHECKING

from sarhad.codebook import Auxiliary
from sarhad.reading import grammar

if TYPE_CHECKING:
    from spacy.tokens import Token

_WILL = frozenset(("will", "'ll", "shall"))
_MAY = frozenset(("may", "might", "could", "can", "would", "should", "must", "ought"))
_IRREALIS = frozenset(
    (
        "want seek hope wish threaten offer urge call demand ask press consider propose order authorise authorize refuse "
        "decline try attempt need require warn prevent avoid deter stave avert advocate fear risk discuss mull weigh "
        "contemplate encourage allow permit invite persuade force convince volunteer recommend suggest design mean aim plot "
        "conspire scheme"
    ).split()
)
"""What these verbs govern is wanted, feared or asked for, not done."""
_FUTURE = frozenset(
    (
        "schedule set expect plan due slate poise prepare intend vow promise pledge agree decide resolve swear commit "
        "undertake tip"
    ).split()
)
"""What these verbs govern is planned, scheduled or promised."""
_DOUBTED = frozenset("fear worry doubt speculate suspect hope".split())
IRREAL_NOUNS = frozenset(
    (
        "threat fear risk possibility prospect plan call demand request proposal danger likelihood chance case event hope need "
        "warning potential concern intention pretext scenario idea option desire verge brink threshold bill motion readiness "
        "preparation invitation offer bid push appetite arrangement "
        "willingness speculation anticipation appeal deterrence prevention"
    ).split()
)
UNCERTAIN = frozenset(
    (
        "capable likely certain imminent possible expected inevitable probable contingent conditional dependent "
        "subject unlikely close near ready"
    ).split()
)


def of_verb(verb: "Token") -> Auxiliary | None:
    """How the act of `verb` is told: by its own modals and conditions, else by what governs it."""
    if conditional(verb):
        return Auxiliary.HYPOTHETICAL
    if _supposed(verb):
        return Auxiliary.HYPOTHETICAL
    own = of_modals(verb)
    if own is None and (_still_ahead(verb) or _on_paper(verb)):
        return Auxiliary.FUTURE
    return own if own is not None else _from_above(verb)


_PAPERS = frozenset("bill motion draft resolution law decree".split())


def _on_paper(verb: "Token") -> bool:
    """ "Approved a bill on sending troops": allowed or ordered, not yet done."""
    before = verb.doc[max(0, verb.i - 2)]
    return verb.dep_ == "pcomp" and verb.tag_ == "VBG" and before.lemma_.lower() in _PAPERS


_SUPPOSING = frozenset(
    "threat fear risk possibility prospect danger likelihood chance case event hope potential concern scenario idea speculation "
    "worry probability expectation assumption suggestion".split()
)


def _supposed(verb: "Token") -> bool:
    """ "In the event that it strikes", "fears that it attacks": a clause behind such a noun, wherever it was hung."""
    opening = next((c for c in verb.children if c.lower_ == "that" and c.dep_ == "mark"), None)
    return opening is not None and opening.i > 0 and opening.nbor(-1).lemma_.lower() in _SUPPOSING


def _still_ahead(verb: "Token") -> bool:
    """ "Before talks resume on Thursday", "once they meet": a present behind such a word is yet to come."""
    now = verb.tag_ in ("VBZ", "VBP") and not grammar.children(verb, "aux", "auxpass")
    being = any(c.lower_ in ("is", "are") for c in grammar.children(verb, "auxpass"))
    return (now or being) and any(
        c.lower_ in ("before", "once") and c.dep_ in ("mark", "advmod") for c in verb.children
    )


def _from_above(verb: "Token") -> Auxiliary | None:
    at = verb
    for _ in range(4):
        up = at.head
        if up == at or _own_clause(at, up):
            return None if up == at else _governed(at, up)
        if at.dep_ in grammar.CLAUSES and (at.dep_ != "conj" or up.pos_ in ("VERB", "AUX")):
            told = _governed(at, up) or _shared(at, up)
        elif at.dep_ in ("prep", "agent"):
            told = _under_preposition(at, up)
        else:
            return None
        if told is not None:
            return told
        at = up
    return None


def _own_clause(at: "Token", up: "Token") -> bool:
    """A finite clause of its own tells for itself: only the verb right above it may cast doubt on it."""
    finite = at.tag_ != "VB" or any(c.lower_ in ("did", "do", "does") for c in grammar.children(at, "aux"))
    own = at.dep_ in ("ccomp", "advcl", "relcl") and grammar.children(at, "nsubj", "nsubjpass")
    return bool(finite and own)


def _depending(at: "Token", up: "Token") -> bool:
    """ "contingent on Iran agreeing": the parser hangs the condition beside its adjective."""
    return (
        at.dep_ == "advcl"
        and at.tag_ == "VBG"
        and any(c.lower_ in UNCERTAIN for c in grammar.children(up, "acomp"))
    )


def _shared(at: "Token", up: "Token") -> Auxiliary | None:
    """ "can be eased, supported by donors": the participle hangs on what the verb may do."""
    if _depending(at, up):
        return Auxiliary.HYPOTHETICAL
    bare = (
        at.dep_ == "advcl" and at.tag_ in ("VBN", "VBG") and not grammar.children(at, "nsubj", "mark", "aux")
    )
    denied = any(c.dep_ == "neg" for c in up.children)
    return of_modals(up) if bare and at.i > up.i and not denied else None


def _under_preposition(at: "Token", up: "Token") -> Auxiliary | None:
    if up.pos_ == "ADJ" and up.lower_ in UNCERTAIN:
        return Auxiliary.HYPOTHETICAL
    if at.lower_ == "from" and up.lemma_ in ("prevent", "stop", "deter", "discourage", "refrain"):
        return Auxiliary.HYPOTHETICAL
    if up.pos_ == "NOUN" and up.lemma_.lower() in IRREAL_NOUNS:
        return Auxiliary.HYPOTHETICAL
    return None


def of_modals(verb: "Token") -> Auxiliary | None:
    """ "will", "may", "is going to", and the headline's "to strike"."""
    holder = _modal_holder(verb)
    for aux in grammar.children(holder, "aux"):
        if aux.lower_ in _WILL or (aux.lower_ == "would" and _reported(holder)):
            return Auxiliary.HYPOTHETICAL if _on_condition(holder) or _feared(holder) else Auxiliary.FUTURE
        if aux.lower_ in _MAY:
            return Auxiliary.HYPOTHETICAL
        if aux.lower_ == "going" or (aux.lower_ == "to" and _to_come(holder)):
            return Auxiliary.FUTURE
    return None


def _modal_holder(verb: "Token") -> "Token":
    """The verb whose modals count for `verb`: "may strike and kill"; not "could not wait and struck"."""
    holder = verb
    while (
        holder.dep_ == "conj"
        and holder.head.pos_ in ("VERB", "AUX")
        and not grammar.children(holder, "aux", "nsubj", "nsubjpass")
        and not (holder.tag_ in ("VBD", "VBZ", "VBP") and holder.head.tag_ == "VB")
    ):
        holder = holder.head
    return holder


def _to_come(verb: "Token") -> bool:
    """The headline's "Israel to strike Iran", and "going to strike"."""
    if verb.dep_ == "xcomp" and verb.head.lower_ == "going":
        return True
    told = verb.dep_ in ("ROOT", "ccomp") and bool(grammar.children(verb, "nsubj"))
    return bool(told and verb.head.lemma_ not in _IRREALIS)


def _reported(verb: "Token") -> bool:
    """ "said it would": a future told from the past."""
    return bool(verb.dep_ == "ccomp" and verb.head.pos_ == "VERB")


def _feared(verb: "Token") -> bool:
    return verb.dep_ == "ccomp" and verb.head.lemma_ in _DOUBTED


_IF = frozenset(("if", "unless", "whether", "should", "until", "lest", "provided"))


def conditional(verb: "Token") -> bool:
    """Whether the clause is itself a condition: "if it strikes", "unless they agree", "if it stops or agrees to"."""
    if any(c.lower_ in _IF and c.dep_ in ("mark", "advmod") for c in verb.children):
        return True
    if _in_case(verb):
        return True
    joined = verb.dep_ == "conj" and verb.head.i < verb.i and not grammar.children(verb, "nsubj", "nsubjpass")
    return bool(joined and verb.head.pos_ in ("VERB", "AUX") and conditional(verb.head))


def _in_case(verb: "Token") -> bool:
    """ "In case the talks fail": the parser hangs no mark on the verb."""
    first = min((c.left_edge.i for c in verb.children), default=verb.i)
    words = [t.lower_ for t in verb.doc[max(verb.sent.start, first - 2) : first + 1]]
    return words[-3:-1] == ["in", "case"] or words[-2:] == ["case", "that"]


def _on_condition(verb: "Token") -> bool:
    """ "will stop if the other side does", "only when the war ends", "on the condition that"."""
    for c in verb.children:
        if c.dep_ == "advcl" and (conditional(c) or _only_when(c)):
            return True
        if c.lower_ in ("on", "in") and c.dep_ == "prep":
            return any(o.lemma_ in ("condition", "exchange", "return") for o in c.children)
    return False


def _only_when(clause: "Token") -> bool:
    words = {c.lower_ for c in clause.children}
    start = clause.left_edge
    if start.i > 0:
        words.add(start.nbor(-1).lower_)
    return "only" in words and bool(words & {"when", "once", "after"})


def _governed(verb: "Token", up: "Token") -> Auxiliary | None:
    """What the word above makes of the verb: "planned to", "failed to", "hoped that", a purpose."""
    lemma = up.lemma_.lower()
    if lemma == "condition" and up.pos_ == "NOUN" and verb.dep_ in ("acl", "ccomp", "relcl"):
        return Auxiliary.HYPOTHETICAL
    if verb.dep_ == "acl" and lemma in ("failure", "inability", "unwillingness", "refusal", "reluctance"):
        return Auxiliary.NEGATION
    if lemma in ("stop", "cease", "halt", "quit") and verb.dep_ == "xcomp" and verb.tag_ == "VBG":
        return Auxiliary.HYPOTHETICAL if of_modals(up) else Auxiliary.NEGATION
    if verb.dep_ == "ccomp":
        return _of_clause_told(verb, up, lemma)
    if not grammar.to_do(verb):
        irreal = verb.dep_ in ("xcomp", "acl", "pcomp") and lemma in _IRREALIS | {"stop"}
        return Auxiliary.HYPOTHETICAL if irreal else None
    return _of_infinitive(verb, up, lemma)


def _of_clause_told(verb: "Token", up: "Token", lemma: str) -> Auxiliary | None:
    if any(c.dep_ == "neg" for c in up.children) and lemma in (
        "see",
        "think",
        "believe",
        "expect",
        "foresee",
    ):
        return Auxiliary.NEGATION
    if lemma in ("hope", "fear", "expect", "warn") and verb.tag_ != "VBD":
        return Auxiliary.HYPOTHETICAL
    return Auxiliary.HYPOTHETICAL if lemma in _IRREALIS and grammar.to_do(verb) else None


_WENT = frozenset("travel visit meet arrive fly come go gather convene land host phone telephone be".split())
_ON_ARRIVAL = frozenset("discuss meet talk hold attend take participate".split())
_READILY = frozenset("quick swift first last proud glad pleased sorry".split())
""" "Was quick to reject": it did."""


def _of_infinitive(verb: "Token", up: "Token", lemma: str) -> Auxiliary | None:
    if verb.dep_ in ("xcomp", "advcl", "acl") and lemma in _FUTURE:
        if any(c.lower_ in ("how", "whether", "if") and c.dep_ in ("advmod", "mark") for c in verb.children):
            return Auxiliary.HYPOTHETICAL
        supposed = conditional(up) or of_modals(up) is Auxiliary.HYPOTHETICAL
        return Auxiliary.HYPOTHETICAL if supposed else Auxiliary.FUTURE
    if verb.dep_ in ("xcomp", "acl", "pcomp") and lemma in _IRREALIS:
        return Auxiliary.HYPOTHETICAL
    if verb.dep_ == "xcomp" and _is_to(up):
        return Auxiliary.FUTURE
    if up.pos_ == "ADJ" and lemma in _READILY:
        return None
    if up.pos_ == "ADJ" or (verb.dep_ == "acl" and up.pos_ == "NOUN"):
        return Auxiliary.HYPOTHETICAL
    if verb.dep_ == "advcl":
        return None if _came_to(verb, up) else Auxiliary.HYPOTHETICAL
    return None


def _is_to(be: "Token") -> bool:
    """ "Chad is to withdraw"; what "the aim is to reach" is not settled."""
    doers = grammar.children(be, "nsubj")
    told = (
        be.lemma_ == "be" and be.tag_ in ("VBZ", "VBP") and not grammar.children(be, "acomp", "attr", "neg")
    )
    return told and bool(doers) and (doers[0].pos_ in ("PROPN", "PRON") or doers[0].lemma_.lower() in _DOERS)


_DOERS = frozenset("side party country government army force state minister president delegation".split())


def _came_to(verb: "Token", up: "Token") -> bool:
    """ "Met to discuss", "was in Oslo to attend", "came together to share": who came for it did it."""
    if up.tag_ != "VBD" or of_modals(up) is not None:
        return False
    together = any(c.lower_ == "together" for c in up.children)
    return together or (up.lemma_ in _WENT and verb.lemma_ in _ON_ARRIVAL)
