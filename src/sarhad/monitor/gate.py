"""What may be told plainly: why a statement, sure as the reader may be of it, is kept off the plain lines.

The reader's confidence says how sure it is of the coding. Here every part that a line would print is looked for in
the sentence that stands beside it: the doer, the target, the toll, and that it is told as done. What fails goes under
"unsure" with its reason. Judged lines of real briefs set these rules; each is a pattern, none knows a text.
"""

import re
from collections.abc import Callable

from sarhad.codebook import Auxiliary, CeasefirePhase, CommitmentStatus, EventType, Stance
from sarhad.codebook.actors import COUNTRIES, country_of, sector_of
from sarhad.monitor.numbers import toll_is_told
from sarhad.monitor.support import BEFORE, OWN, Seen
from sarhad.records import UNSURE, Actor, Statement

VERBAL = frozenset((EventType.ACCUSE, EventType.REJECT, EventType.REQUEST, EventType.THREATEN))

_STEMS = {
    EventType.ACCUSE: r"accus|blam|alleg|condemn|denounc|criticis|criticiz|slam|decr|attribut|charg|lambast|deplor|deno|point|hold|held|express|slamm|claim",
    EventType.REJECT: r"den|reject|refus|dismiss|rebuff|rul|oppos|declin|disput|refut|clarif|label|disavow|repudiat|turn|neither",
    EventType.REQUEST: r"urg|call|demand|ask|press|appeal|request|must|plead|implor|exhort|stress|remind|should",
    EventType.THREATEN: r"warn|threat|vow|ultimatum|pledg|promis|swor|swear",
}
"""Words that make these speech acts; "described", "raised", "investigating" may be anything."""

UNDERTAKE = re.compile(
    r"^(?:agree|pledg|promis|undert|commit|vow|sign|conclud|seal|reaffirm|reiterat|renew|assur|offer|propos|express|"
    r"announc|accept|stress|emphasi|highlight|underscor|underlin|reach|swor|swear|broker)"
)
_OPINION = re.compile(r"\s+(?:with\b|that\b(?!.{0,60}\b(?:will|would|should|shall|must|to)\b))", re.S)
_CRIME = re.compile(
    r"\bcommit\w*\b[^.;]{0,40}\b(?:crimes?|murder|massacre|genocide|suicide|atrocit\w+|violations?|offen[cs]es?|mistakes?|errors?|acts?|aggression)\b",
    re.I,
)
WORDS_OF_JOINT_TEXTS = re.compile(r"^(?:stress|emphasi|highlight|underscor|underlin|express)")
"""Verbs that undertake something only where two parties say it together, as joint statements do."""

OFFER = re.compile(r"^(?:offer|propos)")
OFFERED = re.compile(
    r"mediat|help|support|role|assist|\baid\b|ceasefire|cease-fire|truce|talks|dialogue|negotiat|deal|plan|cooperat|good offices|"
    r"\bhost|facilitat|amnesty|pact|treaty|loan|train|settle|compensat|shelter|asylum|invest",
    re.I,
)
"""What can be offered between parties; "offered a different characterization" is no offer."""

TRUCE = re.compile(r"cease-?\s?fire|truce|armistice|cessation of hostilities|hold(?:ing)? fire", re.I)
CONSULT = re.compile(
    r"meet|met\b|talk|visit|summit|discuss|negotiat|phone|telephon|\bcall|spoke|spoken|trip|arriv|travel|receiv|host|"
    r"mediat|deleg|conven|confer|consult|dialogue|\bround|held|hold|sat down",
    re.I,
)
NO_CONSULT = re.compile(
    r"\binterview|\breporters?\b|\bpress conference|\bjournalist|\bbriefed\b|speaking to (?:CNN|reporters)|\bnewspaper",
    re.I,
)

_STATE_OF_WAR = re.compile(
    r"^(?:wars?|conflicts?|violence|hostilit\w+|tensions?|insurgency|aggression|campaigns?|escalation|unrest|"
    r"militancy|terrorism|military operations?|retaliation|confrontations?|fighting|fight|fought)$",
    re.I,
)
_HEDGE = re.compile(
    r"\b(?:would|could|might|may|can|should|if|unless|whether|possible|possibly|potential|potentially|alleged plans?|"
    r"plans?|planned|planning|prospect|risk|fear\w*|threat\w*|attempt\w*|tried|trying|try|seek\w*|sought|want\w*|wish\w*|hop\w+|"
    r"expect\w*|intend\w*|aim\w*|prepar\w+|ready|readiness|able|ability|capab\w+|prevent\w*|avoid\w*|avert\w*|deter|fail\w*|"
    r"(?:claim|alleg|believ|suspect|purport|report|said|thought|accus)\w* (?:to have|of having|to be)|against any|refrain\w*|not|never|no|without|before|until|instead of|rather than|accus\w+ of|like|imagin\w+|should)\b[^.;:]*$",
    re.I,
)
"""Words that, before the trigger in its clause, may take the deed back."""

_WILL = re.compile(r"\b(?:will|’ll|'ll|going to|set to|due to|vow\w* to|to)\s+(?:\w+ly\s+)?(?:be\s+)?$", re.I)
_TOTAL = re.compile(
    r"\b(?:so far|since|death toll|in total|total of|overall|to date|has killed|have killed|have been killed|has been killed|"
    r"over the past|in the past|in recent|during the war|in the war|years?|months?|decades?|weeks?|killed in action)\b",
    re.I,
)
_UNCLEAN = re.compile(
    r"^#|\||related article|getty images|read more|advertisement|hide caption|toggle caption|\bupdated\b:",
    re.I,
)
SHORTEST = 4
"""Words below which a sentence is none: "Kabul denied" tells not what."""

_SOMEBODY = frozenset(("REB", "UAF", "CRM", "OPP"))


def doubt(s: Statement, seen: Seen) -> str:
    """Why this statement may not be told plainly; "" when it may."""
    if s.confidence < UNSURE:
        return "the reader is not sure of it"
    if s.confidence >= 1.0:
        return ""  # a person's word
    if why := _of_the_sentence(s):
        return why
    if why := _of_the_parties(s, seen):
        return why
    if s.coded_by == "project" and s.commitment is not None:
        return _undertaking(s, seen)
    if s.ceasefire is not None and s.ceasefire.phase is CeasefirePhase.TALKS_FAILED:
        return ""
    checked = _BY_TYPE.get(s.type)
    if checked is None:
        return ""
    return checked(s, seen)


def _of_the_sentence(s: Statement) -> str:
    words = " ".join(s.sentence.quote.split())
    if _UNCLEAN.search(words):
        return "the sentence is mixed with other text of the page"
    if s.type in VERBAL and len(words.split()) < SHORTEST:
        return "its sentence is cut short"
    if words.endswith("?"):
        return "it is asked, not told"
    return ""


def _of_the_parties(s: Statement, seen: Seen) -> str:
    if any(not seen.actor(a, s) for a in s.actors if not nameless(a, s)):
        return "who acts is not named beside it"
    printed = [a for a in s.recipients if not nameless(a, s)]
    if s.type in VERBAL:
        printed = list(aimed_at(s))
    if any(not seen.actor(a, s) for a in printed):
        return "toward whom is not named beside it"
    printed_too = s.type not in VERBAL and s.type not in (EventType.CONSULT, EventType.AGREE)
    if printed_too and s.speaker is not None and not _speaks(s.speaker, s, seen):
        return "who says so is not named beside it"
    doers, targets = {a.code for a in s.actors}, {a.code for a in s.recipients}
    if doers & targets and not any(a.name for a in s.recipients):
        return "doer and target look the same"
    return ""


def _speaks(speaker: Actor, s: Statement, seen: Seen) -> bool:
    """A speaker a line names must be named by its own words; "the group said" may be any."""
    if seen.blind:
        return True
    own = speaker.resolved_by in OWN or bool(seen.names(speaker.mention))
    return own and not _anonymous(speaker) and seen.actor(speaker, s)


def nameless(a: Actor, s: Statement) -> bool:
    """Gunmen, villagers, soldiers: told without a country where the sentence names none."""
    if "/" in a.code:
        return False
    sector = sector_of(a.code)
    if any(a is one for one in s.actors):
        return s.type is EventType.ASSAULT and sector in ("UAF", "REB", "CRM")
    return sector in ("CVL", "REF", "JRN", "UNK") or (
        s.type is EventType.ASSAULT and sector in ("MIL", "COP", "UAF", "REB", "CRM")
    )


def aimed_at(s: Statement) -> tuple[Actor, ...]:
    """Whom words are aimed at, as far as the sentence itself says so; a refusal's noun is seldom a party."""
    told = tuple(a for a in s.recipients if _told_as_target(a))
    if s.type is EventType.REJECT:
        return tuple(
            a for a in told if a.resolved_by in ("name", "metonym", "office") and _right_behind(a, s)
        )
    return told


def _told_as_target(a: Actor) -> bool:
    if a.resolved_by == "event":
        return False
    return country_of(a.code) != "UNK" or bool(_WORLD.search(a.mention))


_WORLD = re.compile(
    r"international community|global community|\bworld\b|\ball (?:parties|sides|countries|states)|both sides|regional",
    re.I,
)
BEHIND = 60


def _right_behind(a: Actor, s: Statement) -> bool:
    """Whether the party stands next to the verb, with no comma or quotation between."""
    if a.span is None:
        return False
    start, end = sorted((s.trigger.span.end, a.span.start))
    at = s.sentence.span.start
    between = s.sentence.quote[max(0, start - at) : max(0, end - at)]
    return len(between) <= BEHIND and not re.search(r"[,;:“”\"(]|\bby\b|\bthat\b", between)


def domestic(s: Statement, seen: Seen | None = None) -> bool:
    """Both sides of one country and no armed group: home affairs, which are no border's matter.

    Words and promises that are aimed at nobody are too, when no second party is named beside them.
    """
    codes = s.codes
    if (
        seen is not None
        and not seen.blind
        and s.confidence < 1.0
        and (s.type in VERBAL or s.type is EventType.AGREE)
    ):
        around = seen.names(s.sentence.quote) | seen.names(seen.before(s.sentence, BEFORE))
        if len(around | {country_of(c) for c in codes} - {"UNK"}) < 2:
            return True
    states = {country_of(c) for c in codes} - {"UNK"}
    if len(codes) < 2 or len(states) != 1 or any(sector_of(c) in _SOMEBODY for c in codes):
        return False
    abroad = s.place is not None and s.place.country is not None and s.place.country not in states
    return not abroad and not states & {"IGO", "NGO", "ISM", "IMG", "MNC"}


def before_trigger(s: Statement) -> str:
    """The words of the sentence before the trigger, from the last break of the clause on."""
    words = s.sentence.quote[: max(0, s.trigger.span.start - s.sentence.span.start)]
    if s.trigger.quote.endswith("ing"):
        words = re.split(r"[,“”\"]", words)[-1]
    return re.split(
        r"[;:]|, (?:and|but|which|who|while|after|as) |\b(?:after|when|while|as|that|which)\b", words
    )[-1]


# --- one rule a type of act


def _violence(s: Statement, _seen: Seen) -> str:
    trigger = s.trigger.quote.strip()
    if _in_passing(s):
        return "it is told in passing, not as an act"
    if any(sector_of(a.code) in ("CVL", "MED", "JRN", "REF") for a in s.actors):
        return "those named are hardly the doers"
    if _only_words(s):
        return "it may be words, not deeds"
    if _done_to(s):
        return "the one named may be the victim"
    if _at_targets_of(s):
        return "the one named may be the target"
    if _STATE_OF_WAR.match(trigger) and s.deaths is None:
        return "a state of fighting, no single act"
    if s.stance is Stance.NEITHER:
        return ""
    if _hedged(s):
        return "it may not be told as done"
    if (s.deaths or s.injured) and _TOTAL.search(s.sentence.quote):
        return "the count may be a running total"
    if not toll_is_told(s):
        return "the toll is not in its sentence"
    return ""


def _in_passing(s: Statement) -> bool:
    """ "soldiers killed in Afghanistan", "his aim of destroying": no clause of its own tells the deed."""
    trigger = s.trigger.quote.strip().casefold()
    before = s.sentence.quote[: max(0, s.trigger.span.start - s.sentence.span.start)].rstrip()
    if trigger.endswith("ing") and " " not in trigger:
        if trigger in before.casefold():
            return True  # "destroying its missiles, destroying its navy": a list of aims
        return not re.search(r"(?:[,–—;]|\b(?:is|are|was|were|been|be|and|began|kept|started))$", before)
    passive = trigger.split(" ")[0] in (
        "killed",
        "injured",
        "wounded",
        "attacked",
        "struck",
        "hit",
        "shot",
        "bombed",
    )
    if passive and not s.actors:
        return not re.search(
            r"\b(?:was|were|been|be|is|are|got|being|that|which|who|and|,)\s*(?:\w+ly|also|reportedly)?$",
            before,
        )
    return False


_STRUCK_BACK = re.compile(
    r"(?:hit|hits|hitting|lash\w*|fir\w+|struck|strik\w+|shot)\b(?:\s+(?:back|out))", re.I
)
_ARMS = re.compile(
    r"missile|rocket|drone|shell|bomb|air|strike|troops|militar|killed|dead|wounded|artillery|gun|barrage",
    re.I,
)


def _only_words(s: Statement) -> bool:
    """ "hit back at his counterpart for voicing support": a quarrel of words."""
    start = max(0, s.trigger.span.start - s.sentence.span.start)
    struck = _STRUCK_BACK.match(s.sentence.quote[start:])
    return struck is not None and not _ARMS.search(s.sentence.quote)


def _done_to(s: Statement) -> bool:
    """ "A man was killed": who stands before a passive did not do it."""
    before = s.sentence.quote[: max(0, s.trigger.span.start - s.sentence.span.start)]
    passive = re.search(r"\b(?:was|were|been|being)\s+(?:\w+ly\s+|also\s+)?$", before)
    if not passive:
        return False
    at = s.sentence.span.start
    return any(
        a.span is not None
        and at <= a.span.start < s.trigger.span.start
        and not re.search(r"\bby\b", before[a.span.start - at - 6 : a.span.start - at])
        for a in s.actors
    )


def _at_targets_of(s: Statement) -> bool:
    """ "strikes on Hezbollah targets that killed": whose targets they are did not strike."""
    at = s.sentence.span.start
    return any(
        a.span is not None and _TARGETS.match(s.sentence.quote[max(0, a.span.end - at) :]) for a in s.actors
    )


_TARGETS = re.compile(
    r"(?:’s|'s|s’)?\s+(?:\w+\s+)?(?:targets?|positions?|strongholds?|sites?|infrastructure|hideouts?|bases?|assets|outposts?|facilit\w+)\b",
    re.I,
)


def _hedged(s: Statement) -> bool:
    if s.aux in (Auxiliary.FUTURE, Auxiliary.HYPOTHETICAL, Auxiliary.NEGATION):
        return True
    before = before_trigger(s)[-_reach(s) :]
    return bool(_HEDGE.search(before) or _WILL.search(before))


def _reach(s: Statement) -> int:
    """How far before its trigger a clause is looked at: "should be … and expressed" takes nothing back, since a
    modal governs no past tense but its own."""
    return 25 if s.trigger.quote.split(" ")[0].endswith("ed") else 90


def _deed(s: Statement, _seen: Seen) -> str:
    return "it may not be told as done" if _hedged(s) else ""


def without_result(s: Statement) -> bool:
    """ "The latest round failed to bring a solution": said of talks, not of a party."""
    failed = s.type is EventType.REJECT and s.trigger.quote.casefold().startswith(
        ("fail", "collaps", "broke down", "end")
    )
    return (
        failed
        and s.aux is None
        and bool(re.search(r"\brounds?\b|\btalks\b|negotiat|dialogue", s.evidence.quote, re.I))
    )


_DO = re.compile(
    r"^\W*(?:not |immediately |also |now )*(?:stop|halt|end|withdraw|urge|release|return|act|cease|comply|hold|take|open|respect|uphold|"
    r"pull|curb|rein|dismantle|ensure|prevent|allow|disarm|agree|hand|expel|leave|lift|implement|honou?r|stay|refrain)\b",
    re.I,
)


def _must(s: Statement) -> bool:
    """ "must withdraw" demands; "must wait for our answer", "should know" do not. Whom it is aimed at stands named before."""
    after = s.sentence.quote[s.trigger.span.end - s.sentence.span.start :]
    named = any(a.resolved_by in ("name", "metonym") for a in s.recipients)
    return named and bool(_DO.match(after) or _DO.match(s.trigger.quote.partition(" ")[2]))


def _former(a: Actor, s: Statement) -> bool:
    """A former official speaks for nobody."""
    if not a.official:
        return True
    if a.span is None or not s.sentence.span.covers(a.span):
        return False
    at = a.span.start - s.sentence.span.start
    around = s.sentence.quote[max(0, at - 25) : at + len(a.mention) + 25]
    return bool(
        re.search(r"\b(?:former|ex-|then-|retired|analyst|expert|professor|author|fellow)\b", around, re.I)
    )


def _some_of_them(a: Actor, s: Statement, seen: Seen) -> bool:
    """ "nine members", "officials": several who carry no name of their own, unless it follows ("officials in Jordan")."""
    if a.resolved_by not in ("description", "open") or a.name or seen.blind or not _SEVERAL.search(a.mention):
        return False
    if seen.names(a.mention) or BOTH.search(a.mention):
        return False
    if a.span is None:
        return True
    end = a.span.end - s.sentence.span.start
    return not seen.names(s.sentence.quote[max(0, end) : max(0, end) + 24])


_SEVERAL = re.compile(
    r"\b(?:members|officials|ministers|leaders|troops|people|lawmakers|diplomats|allies|forces|others|groups|politicians|sources)\b",
    re.I,
)
BOTH = re.compile(r"\b(?:both|two|joint)\b", re.I)


def _words_against(s: Statement, seen: Seen) -> str:
    trigger = s.trigger.quote.strip().casefold()
    if without_result(s):
        return ""
    if s.coded_by != "silence" and not re.match(_STEMS[s.type], trigger):
        return "the word that was read may mean something else"
    if not s.actors:
        return "nobody is named who says so"
    if s.aux in (Auxiliary.FUTURE, Auxiliary.HYPOTHETICAL, Auxiliary.NEGATION):
        return "it may not have been said"
    if all(_anonymous(a) for a in s.actors):
        return "nobody is named who says so"
    if s.type is EventType.ACCUSE and not s.recipients:
        return "whom it is aimed at is not told"
    if any(a.resolved_by in ("adjective", "place") for a in s.actors):
        return "who says so is only an adjective"
    if any(
        sector_of(a.code) == "CVL" and a.resolved_by in ("name", "place", "adjective") for a in aimed_at(s)
    ):
        return "whom it is aimed at may be misread"
    if trigger.startswith("dismiss") and re.search(r"\b(?:was|were|been|being)\s+$", before_trigger(s)):
        return "the word that was read may mean something else"
    if re.match(r"(?:must|should)\b", trigger) and not _must(s):
        return "it may be no demand"
    if any(_former(a, s) for a in s.actors):
        return "it may be a private person who says so"
    if any(_some_of_them(a, s, seen) for a in s.actors):
        return "who says so is not named beside it"
    if s.type is EventType.REQUEST and _asked_of_another(s):
        return "whom it is aimed at may be misread"
    if _addressed(s):
        return "the one named may be the one spoken to"
    before = before_trigger(s)[-60:]
    return (
        "it may not have been said"
        if _WILL.search(before) or re.search(r"\b(?:not|never|would|could|may|might|if)\s+\w*\s*$", before)
        else ""
    )


def _asked_of_another(s: Statement) -> bool:
    """ "called on its friends to ask Tehran": what stands behind the "to" is not the one who is asked."""
    start = s.trigger.span.end
    spans = [a.span for a in aimed_at(s) if a.span is not None and a.span.start > start]
    if not spans:
        return False
    at = s.sentence.span.start
    between = s.sentence.quote[start - at : min(x.start for x in spans) - at]
    return bool(re.search(r"\bto\b", between))


def _addressed(s: Statement) -> bool:
    """ "We call on X": X, named right after the verb, is not the one who calls."""
    start = s.trigger.span.end - s.sentence.span.start
    after = s.sentence.quote[start : start + 30].casefold()
    before = s.sentence.quote[: max(0, start)].casefold()
    names = [
        (a.name or a.mention).casefold() for a in s.actors if a.resolved_by in ("pronoun", "description")
    ]
    we = bool(re.search(r"\b(?:we|i)\b", before[-40:]))
    return (we and any(word and word in after for n in names for word in n.split() if len(word) > 3)) or (
        we
        and any(a.resolved_by == "pronoun" for a in s.actors)
        and not s.speaker
        and "said" not in s.sentence.quote
    )


def _anonymous(a: Actor) -> bool:
    return country_of(a.code) == "UNK"


def _consultation(s: Statement, seen: Seen) -> str:
    if not CONSULT.search(s.trigger.quote) or NO_CONSULT.search(s.evidence.quote):
        return "it may be no meeting between parties"
    if any(sector_of(a.code) in ("MED", "JRN") for a in (*s.actors, *s.recipients)):
        return "it may be no meeting between parties"
    if s.aux in (Auxiliary.HYPOTHETICAL, Auxiliary.NEGATION) or (s.aux is None and _unheld(s)):
        return "the talks may not have been held"
    if re.search(r"\b(?:who|that|which|to)\s*$", before_trigger(s)) and s.trigger.quote.casefold() in (
        "meet",
        "visit",
        "talk",
        "discuss",
    ):
        return "the talks may not have been held"
    if s.mode == "visit" and any(a.mention.strip("#* ").casefold() in _STATES for a in s.actors):
        return "who travels is not told"
    if s.aux is Auxiliary.FUTURE and re.search(
        r"\b(?:unclear|if|whether|may|might|could|no plans?|not)\b", s.sentence.quote
    ):
        return "the talks may not come about"
    if any(_some_of_them(a, s, seen) for a in (*s.actors, *s.recipients)):
        return "who takes part is not named beside it"
    if any(a.resolved_by == "event" for a in (*s.actors, *s.recipients)) and s.ceasefire is None:
        return "who takes part is not named beside it"
    if len(s.codes) < 2 and s.mode != "visit" and not _plural(s):
        return "with whom is not told"
    return ""


_STATES = frozenset(n.casefold() for n in COUNTRIES.values()) | {
    "us",
    "u.s.",
    "uk",
    "u.k.",
    "the us",
    "the u.s.",
    "the uk",
    "the united states",
    "washington",
    "america",
}


def _plural(s: Statement) -> bool:
    return len({a.code for a in (*s.actors, *s.recipients)}) > 1 or len(s.actors) + len(s.recipients) > 1


def _unheld(s: Statement) -> bool:
    return bool(
        re.search(
            r"\b(?:would|could|might|may|should|if|unless|whether|hop\w+|urg\w+|call\w* (?:for|on)|propos\w+|want\w*|seek\w*|refus\w+|cancel\w*|postpon\w*|no|not|ahead of|before|future|outcome|prospects?|possib\w+|key in|role in|efforts)\b[^.;:,]*$",
            before_trigger(s)[-70:],
            re.I,
        )
    )


_STATUS = {
    CommitmentStatus.STALLED: r"\bhold\b|delay|stall|suspend|halt|postpon|stuck|yet to|not yet|slow|deadlock|shelv|dispute over|obstacle",
    CommitmentStatus.BROKEN: r"broke|violat|reneg|breach|fail|withdrew|walked away|abandon|reneging|backed out|tore up|scrap",
    CommitmentStatus.KEPT: r"fulfil|implement|complet|deliver|honou?r|kept|keeping|opened|open|inaugurat|carried out|began|handed|finish|met its",
}
"""What a text must say for a promise to have moved."""


def _undertaking(s: Statement, seen: Seen) -> str:
    if s.commitment is None and s.ceasefire is None:
        return ""
    if s.commitment is not None and s.commitment.status in (
        CommitmentStatus.PLEDGED,
        CommitmentStatus.REPLEDGED,
        CommitmentStatus.OFFERED,
    ):
        if any(_former(a, s) or _some_of_them(a, s, seen) for a in s.actors):
            return "who undertakes it is not named beside it"
        return undertakes(s)
    words = _STATUS.get(s.commitment.status) if s.commitment else None
    if words and not re.search(words, s.evidence.quote, re.I):
        return "what became of it is not in its words"
    return ""


def undertakes(s: Statement) -> str:
    """Why this is no undertaking by a named party; "" when it is."""
    trigger = s.trigger.quote.strip().casefold()
    if s.ceasefire is None and (re.match(r"agreement|proposal", trigger) or _CRIME.search(s.evidence.quote)):
        return "no word that undertakes anything"
    if any(a.resolved_by in ("adjective", "place") for a in s.actors) and s.ceasefire is None:
        return "who undertakes it is only an adjective"
    if trigger.startswith("agree") and _OPINION.match(
        s.sentence.quote[s.trigger.span.end - s.sentence.span.start :]
    ):
        return "an opinion shared, perhaps no undertaking"
    if s.ceasefire is None and not UNDERTAKE.match(trigger):
        return "no word that undertakes anything"
    if not s.actors or all(_anonymous(a) for a in s.actors):
        return "nobody is named who undertakes it"
    if s.aux in (Auxiliary.HYPOTHETICAL, Auxiliary.NEGATION, Auxiliary.FUTURE) or (
        s.ceasefire is None and _hedged(s)
    ):
        return "it may not have been undertaken"
    joint = len({country_of(a.code) for a in s.actors}) > 1
    if WORDS_OF_JOINT_TEXTS.match(trigger) and not joint and "commit" not in s.evidence.quote.casefold():
        return "an emphasis, perhaps no undertaking"
    if OFFER.match(trigger) and not OFFERED.search(s.evidence.quote):
        return "it may be no offer between parties"
    return ""


_BY_TYPE: dict[EventType, Callable[[Statement, Seen], str]] = {
    EventType.ASSAULT: _violence,
    EventType.COERCE: _deed,
    EventType.MOBILIZE: _deed,
    EventType.SANCTION: _deed,
    EventType.PROTEST: _deed,
    EventType.RETREAT: _deed,
    EventType.AID: _deed,
    EventType.COOPERATE: _deed,
    EventType.CONCEDE: _deed,
    EventType.SUPPORT: _deed,
    EventType.CONSULT: _consultation,
    EventType.AGREE: _undertaking,
    **dict.fromkeys(VERBAL, _words_against),
}
