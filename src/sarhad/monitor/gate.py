"""What may be told plainly: why a statement, sure as the reader may be of it, is kept off the plain lines.

The reader's confidence says how sure it is of the coding. Here every part that a line would print is looked for in
the sentence that stands beside it: the doer, the target, the toll, and that it is told as done. What fails goes under
"unsure" with its reason. Judged lines of real briefs set these rules; each is a pattern, none knows a text.
"""

import re
from collections.abc import Callable

from sarhad.codebook import CeasefirePhase, EventType
from sarhad.codebook.actors import country_of, sector_of
from sarhad.monitor.clauses import VERBAL, anonymous
from sarhad.monitor.gate_deeds import deed, violence
from sarhad.monitor.gate_talks import consultation, laid_down, undertaking
from sarhad.monitor.gate_words import words_against
from sarhad.monitor.support import BEFORE, Seen
from sarhad.monitor.targets import aimed_at, nameless
from sarhad.records import UNSURE, Actor, Statement

_UNCLEAN = re.compile(
    r"^#|\||related article|getty images|read more|advertisement|hide caption|toggle caption|\bupdated\b:",
    re.I,
)


TOWARD_WHOM = "toward whom is not named beside it"
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
    if s.type not in VERBAL and _of_another_year(s, seen):
        return "its sentence tells another year"
    if (s.coded_by == "project" and s.commitment is not None) or laid_down(s):
        return undertaking(s, seen)
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
        return TOWARD_WHOM
    printed_too = s.type not in VERBAL and s.type not in (EventType.CONSULT, EventType.AGREE)
    if printed_too and s.speaker is not None and not _speaks(s.speaker):
        return "who says so is not named beside it"
    doers, targets = {a.code for a in s.actors}, {a.code for a in s.recipients}
    if doers & targets and not any(a.name for a in s.recipients):
        return "doer and target look the same"
    return ""


_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def _of_another_year(s: Statement, seen: Seen) -> bool:
    """ "Was killed in a strike ordered by the president on January 3, 2020", read four years later: no day is tied to the
    act, and the year beside it is not the page's."""
    years = {int(y) for y in _YEAR.findall(s.sentence.quote)}
    published = seen.year(s.document_id)
    return s.time is None and published is not None and bool(years) and max(years) < published


def _speaks(speaker: Actor) -> bool:
    """A line names who says so: by name, or in the text's own words ("the deputy governor"); "it said" may be any."""
    return _PRONOUN.fullmatch(speaker.mention.strip()) is None and (
        not anonymous(speaker) or " " in speaker.mention
    )


_PRONOUN = re.compile(r"he|she|it|they|we|i|his|her|its|their|who|which|one|others?|some|many|someone", re.I)


def domestic(s: Statement, seen: Seen | None = None) -> bool:
    """Both sides of one country and no armed group: home affairs, which are no border's matter.

    Words and promises that are aimed at nobody are too, when no second party is named beside them.
    """
    codes = s.codes
    bound = laid_down(s)
    if seen is not None and not seen.blind and s.confidence < 1.0:
        spoken = s.type in VERBAL or s.type is EventType.AGREE
        around = seen.names(s.sentence.quote) | seen.names(seen.before(s.sentence, BEFORE))
        alone = len(around | {country_of(c) for c in codes} - {"UNK"}) < 2
        if alone and (spoken or bound):
            return True
        if bound:
            return False  # "under the agreement" with its neighbour: its own troops and prisoners are what it is bound for
    states = {country_of(c) for c in codes} - {"UNK"}
    if len(codes) < 2 or len(states) != 1 or any(sector_of(c) in _SOMEBODY for c in codes):
        return False
    abroad = s.place is not None and s.place.country is not None and s.place.country not in states
    return not abroad and not states & {"IGO", "NGO", "ISM", "IMG", "MNC"}


_BY_TYPE: dict[EventType, Callable[[Statement, Seen], str]] = {
    EventType.ASSAULT: violence,
    EventType.COERCE: deed,
    EventType.MOBILIZE: deed,
    EventType.SANCTION: deed,
    EventType.PROTEST: deed,
    EventType.RETREAT: deed,
    EventType.AID: deed,
    EventType.COOPERATE: deed,
    EventType.CONCEDE: deed,
    EventType.SUPPORT: deed,
    EventType.CONSULT: consultation,
    EventType.AGREE: undertaking,
    **dict.fromkeys(VERBAL, words_against),
}
