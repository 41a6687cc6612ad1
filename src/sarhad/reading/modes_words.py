"""What is asked, refused or threatened: help, a change, a concession, a meeting."""

import re
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from sarhad.codebook import EventType
from sarhad.reading import grammar
from sarhad.reading.ceasefires import TRUCE
from sarhad.reading.draft import Draft
from sarhad.reading.kind import subtree

if TYPE_CHECKING:
    from spacy.tokens import Span

Rule = Callable[[Draft], str | None]


def in_words(draft: Draft) -> Draft:
    """The draft with the mode that its words tell, where they tell one."""
    rule = _RULES.get(draft.type)
    mode = rule(draft) if rule is not None else None
    return replace(draft, mode=mode) if mode is not None else draft


def _after(draft: Draft) -> str:
    """The words of the clause from the act on: what is asked, refused or threatened."""
    doc, token = draft.token.doc, draft.token
    end = max(draft.clause[1], token.right_edge.i)
    words: str = doc[draft.words[0] : end + 1].text
    return f"{token.head.text} {words}" if token.dep_ == "relcl" else words  # "talks that Israel opposes"


# --- asked

_YIELD = (
    r"cease-?fires?|truce|cessation|de-?escalat\w*|restraint|calm|refrain\w*|stand down|hold(?:ing)? (?:its|their) fire|"
    r"not to (?:attack|strike|retaliate|respond|escalate|launch|invade|use)|stop(?:ping)?|halt\w*|end|ending|cease|peace|"
    r"lift(?:ing)?|withdraw\w*|pull (?:\w+ ){0,3}?(?:back|out)|roll back|vacate|releas\w+|free|(?:hand|turn)(?:ing)? over|"
    r"surrender\w*|disarm\w*|lay down|lay aside|(?:re-?)?open(?:ing)?|avoid\w*|back down|concessions?|compromise\w*|"
    r"give up|give back|renounce|abandon\w*|pay|accept\w*|pause|suspend\w*|relent"
)
_MEET = (
    r"talks?|negotiat\w+|dialogue|meet(?:ings?)?|summit|sit down|the table|engag(?:e|ing) with|conference|"
    r"(?:cease-?fire|truce|peace) (?:talks|negotiations)"
)
_ASSIST = (
    r"help\w*|assist\w*|aid|support|protect(?:ion|ing)?|donat\w+|fund(?:s|ing)?|cooperat\w+|co-operat\w+|investigat\w+|"
    r"to justice|shelter|asylum|refuge|extradit\w+|interven\w+|mediat\w+|provide|send|supply|contribut\w+|rescue"
)
_CHANGE = r"respect\w*|comply|adhere|uphold|honou?r|remain|(?:to|must|should) (?:urge|pressure)|reform\w*"
_ASKED = re.compile(
    rf"\b(?:(?P<meet>{_MEET})|(?P<yield>{_YIELD}|allow\w*|permit|let)|(?P<assist>{_ASSIST})|(?P<change>{_CHANGE}))\b",
    re.I,
)
_OTHERS = re.compile(r"\b(?:stop|halt|end|prevent)\w* (?:[\w'’-]+ ){1,5}?from \w+ing\b", re.I)
""" "Stop militants from crossing": to act against others is no concession of one's own."""


def _asked(draft: Draft) -> str:
    """ "Called for a ceasefire" asks to yield, "called for talks" to meet; whatever else is asked is a change."""
    words = _OTHERS.sub("", _after(draft))
    found = _ASKED.search(words) or _asked_further(draft)
    return found.lastgroup or "change" if found else draft.mode or "change"


def _asked_further(draft: Draft) -> "re.Match[str] | None":
    """ "Urging both sides to “refrain from attacks”", where the quotation is a clause of its own."""
    rest = draft.token.doc[draft.clause[1] + 1 : draft.token.sent.end].text
    return _ASKED.search(_OTHERS.sub("", rest)) if _JOINED.match(rest) else None


_JOINED = re.compile(r"^[“\"'‘\s]*\w")


# --- refused

_REFUSED = re.compile(
    rf"\b(?:(?P<meet>{_MEET})|(?P<yield>{_YIELD})|(?P<claim>claims?|allegations?|accusations?|charges|reports?)|"
    r"(?P<assist>bases?|airspace|access|overflights?|visas?|help|assistance|aid|asylum|extradit\w+|support|join|"
    r"co-?operat\w+))\b",
    re.I,
)
_PUT = re.compile(r"\b(?:demands?|calls?|ultimatum|pressure|proposals?|appeals?|terms|offers?)\b", re.I)
_DENIES = frozenset("deny refute rebut dispute contest denial challenge question clarify".split())


def _refused(draft: Draft) -> str | None:
    """What is refused; who denies a charge refuses nothing."""
    if draft.mode is not None or draft.token.lemma_.lower() in _DENIES or draft.coded_by == "silence":
        return None
    words = _after(draft)
    found = _REFUSED.search(words)
    if found is not None:
        return found.lastgroup if found.lastgroup != "claim" else None
    return "yield" if _PUT.search(words) else None


# --- threatened

_THREATS = re.compile(
    r"\b(?:(?P<relations>(?:sever|cut|break|suspend|downgrade)\w* (?:[\w'’-]+ ){0,4}?(?:ties|relations|trade))|"
    r"(?P<arrest>to justice|prosecut\w+|arrest\w*)|(?P<expel>expel\w*|deport\w*)|"
    r"(?P<territory>(?:seiz|annex|occupy|captur)\w* |take the oil|enter \w+ territory)|"
    r"(?P<restrict>sanctions?|tariffs?|blockade|close (?:the|its)|clos(?:e|ing|ure) \w+ (?:border|strait|airspace))|"
    r"(?P<violence>attack\w*|strik\w+|retaliat\w+|reveng\w*|aveng\w*|punish\w*|destroy\w*|crush\w*|annihilat\w*|"
    r"obliterat\w*|decimat\w*|bomb\w*|kill\w*|die|war|force|harsh|severe|painful|all scenarios|any scenario|respond|"
    r"response|price|hit\w*|hurt\w*|pay|defeat\w*|confront\w*|act against|costs?|battle|fight\w*|target\w*|missiles?))\b",
    re.I,
)  # fmt: skip


def _threatened(draft: Draft) -> str | None:
    if draft.mode is not None:
        return None
    found = _THREATS.search(_after(draft))
    armed = any(a.code[4:7] in ("MIL", "REB") for a in draft.actors)
    return found.lastgroup if found else "violence" if armed else None


# --- charged, cut off, withheld

_CHARGES = frozenset("charge indict prosecute arraign".split())
_AT_RISK = re.compile(r"\b(?:at risk|in danger|safety|concerns?|alarm\w*)\b", re.I)
_EXPELLED = re.compile(r"\bpersona(?:e)? non grata\b|\b(?:dismissed|sacked|ousted|expelled)\b", re.I)
_FREEDOMS = re.compile(r"\b(?:freedoms?|rights|liberties)\b", re.I)
_FUNDS = re.compile(r"\b(?:funds?|assets?|reserves|dollars|billions|millions|money|salar(?:y|ies))\b", re.I)
_NETWORK = re.compile(r"\b(?:internet|social media|websites?|broadcast\w*|newspapers?)\b", re.I)  # fmt: skip
_ENDED = re.compile(
    r"\b(?:(?:cut|cancel|suspend|halt|freez|froze|end|withh[eo]ld)\w*|withdr[ae]w\w* (?:[\w'’-]+ ){0,2}?(?:support|funding|funds|aid))\b",
    re.I,
)


def _blamed(draft: Draft) -> str | None:
    """ "The prosecutor charged a man"; a rival "charged with breaching" by a state is only accused."""
    courts = {a.code[4:7] for a in draft.actors} & {"GOV", "JUD", "COP"}
    of = any(c.dep_ == "prep" and c.lower_ == "of" for c in draft.token.children)
    rival = any(a.code[4:7] in ("GOV", "MIL") for a in draft.recipients)
    charges = draft.token.lemma_.lower() in _CHARGES and bool(courts)
    if charges and not of and not rival:
        return "investigate"
    return "disapprove" if draft.token.lemma_.lower() == "warn" and _AT_RISK.search(draft.text) else None


def _cut_off(draft: Draft) -> str | None:
    if draft.mode is not None:
        return None
    if _EXPELLED.search(draft.token.doc[draft.words[0] : draft.token.sent.end].text):
        return "expel"
    return "discontinue" if _ENDED.search(draft.text) else None


def _kept_back(draft: Draft) -> str | None:
    """Money that is blocked is withheld, a network that is slowed is censored."""
    if draft.mode == "seize" and _FREEDOMS.search(draft.text):
        return "restrict"
    if draft.mode not in (None, "restrict"):
        return None
    token = draft.token
    named = [*grammar.objects(token), *grammar.children(token, "nsubjpass")]
    named += [token.head] if token.dep_ in ("acl", "relcl") else []
    things = " ".join(subtree(o) for o in named)
    if draft.token.lemma_.lower() in ("block", "withhold") and _FUNDS.search(things):
        return "withhold"
    return "censor" if _NETWORK.search(draft.text) else None


# --- given up


def _given_up(draft: Draft) -> str | None:
    """ "The truce will not apply to the north"."""
    return "ceasefire" if draft.mode is None and TRUCE.search(draft.text) else None


# --- moved

_MOVED = re.compile(
    r"\b(?:(?P<weapons>tanks?|warplanes?|fighter jets|missiles?|batter(?:y|ies)|artillery|air defen[cs]es?|launchers?|drones?)|"
    r"(?P<police>police|riot squads?|security apparatus|law enforcement)|(?P<militia>militias?|proxies|paramilitar\w+))\b",
    re.I,
)  # fmt: skip
_TROOPS = frozenset("deployment reinforcement deploy reinforce".split())


def _moved(draft: Draft) -> str | None:
    """Who or what is moved, by the words the act is done to or done by."""
    token = draft.token
    things = grammar.objects(token) if token.pos_ == "VERB" else []
    found = _MOVED.search(" ".join(subtree(o) for o in things))
    if found is not None:
        return found.lastgroup
    alone = draft.coded_by == "encoder" and bool({t.lemma_.lower() for t in _own(draft)} & _TROOPS)
    return "troops" if alone and not _MOVED.search(draft.text) else None


def _own(draft: Draft) -> "Span":
    return draft.token.doc[draft.words[0] : draft.words[1] + 1]


_RULES: dict[EventType, Rule] = {
    EventType.REQUEST: _asked,
    EventType.REJECT: _refused,
    EventType.THREATEN: _threatened,
    EventType.ACCUSE: _blamed,
    EventType.SANCTION: _cut_off,
    EventType.COERCE: _kept_back,
    EventType.MOBILIZE: _moved,
    EventType.RETREAT: _given_up,
}
