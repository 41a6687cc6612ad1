"""Which acts a sentence keeps apart: "since the war", "hours before the killing", "in response to a raid on". What is told of
one of them is not told of the others."""

from typing import Any

from sarhad.knowledge.places_names import words
from sarhad.reading.places_roles import HIT

HARM = HIT | words(
    "kill die wound injure explode detonate blast explosion bombing airstrike shelling clash raid ambush killing "
    "assassination assault shooting crash fire launch incursion offensive death operation martyr"
)
TALK = words(
    "meet meeting talk summit round negotiation visit conference gathering consultation session discussion arrive"
)
APART = words("since amid despite until till before after following ahead")
"""What stands behind them is another act: "strikes have grown since the war in Gaza began"."""
ANSWERS = words("retaliate retaliation respond response avenge revenge reprisal react reaction answer")
SUFFERED = words("kill die wound injure hurt hospitalize hospitalise martyr perish")
"""What is told as suffered after an attack was suffered in it."""
OTHER_ACTS = words("war conflict violence escalation ceasefire truce") | HARM | TALK


def clause_of(token: Any) -> Any:
    """The verb that carries the clause a token stands in."""
    return next((step for step in (token, *token.ancestors) if step.pos_ in ("VERB", "AUX")), token)


def of_another(root: Any, act: Any) -> bool:
    """Whether a place belongs to an act told before or after: "since the start of the war in Gaza"."""
    event = False
    for step in (root, *root.ancestors):
        if step.i == act.i or step.is_ancestor(act):
            return False
        if step.dep_ == "relcl" and step.head.lemma_.lower() not in OTHER_ACTS:
            return False
        event = event or step.lemma_.lower() in OTHER_ACTS
        if event and (word := _set_apart(step)):
            return not (word in ("after", "following") and act.lemma_.lower() in SUFFERED)
    return False


def gone_through(root: Any, clause: Any) -> bool:
    """ "Crowds gathered in Haifa to mourn a man who was abducted": what somebody has gone through may be elsewhere, unless the
    place is told with him ("two men in Haifa who were shot")."""
    of_somebody = clause.dep_ == "relcl" and any(c.lower_ in ("who", "whom") for c in clause.children)
    return of_somebody and not (clause.is_ancestor(root) or clause.head.is_ancestor(root))


def told_apart(act: Any) -> bool:
    """ "Hours before the killing of X, they struck a house in Y": the place is that of what the clause tells."""
    clause = clause_of(act)
    for step in (act, *act.ancestors):
        if step.i == clause.i:
            return False
        word = _set_apart(step)
        if word is not None:
            return not (word in ("after", "following") and clause.lemma_.lower() in SUFFERED)
    return False


def _set_apart(step: Any) -> str | None:
    """The word that sets what `step` tells before or after another act, if one does."""
    word = str(step.head.lower_)
    if step.dep_ in ("pobj", "pcomp"):
        answer = word in ("to", "for") and step.head.head.lemma_.lower() in ANSWERS
        return word if word in APART or answer else None
    return next((str(c.lower_) for c in step.children if c.dep_ == "mark" and c.lower_ in APART), None)
