"""Who tells a deed: why a line may give it as the outlet's own word, or to a teller who only told something beside it."""

import re

from sarhad.codebook.actors import country_of, sector_of
from sarhad.monitor.clauses import behind_trigger
from sarhad.monitor.support import Seen
from sarhad.records import Statement

_SAID = (
    r"(?:said|says|told|reported|reports|announced|confirmed|claimed|claims|stated|alleged|insisted|added)"
)
_LEADS_IN = re.compile(rf"(?<!what )(?<!\bas )\b\w+,?(?: [\w’']+,)? {_SAID}\b(?P<between>[^.;:–—]*)$")
_NOT_WHAT = re.compile(r"\bwhat (?:[\w’'-]+ ){1,4}$")
_TURNS = re.compile(
    r",? \b(?:and|but|while|as|which|who|whom|after|since|following|before|until|amid|when|over|in response to|because of|for|about)\b",
    re.I,
)
_CLOSES = re.compile(
    rf",[“”\"’']? (?:[\w’'.-]+ ){{1,9}}{_SAID}\b[^,;–—]{{0,40}}\W*$|\baccording to\b[^;–—]*$", re.I
)


def teller_against(s: Statement, seen: Seen) -> str:
    """Why who tells it may be misread; "" when nothing speaks against it."""
    if s.speaker is None:
        if s.plain and _believed(s):
            return "it is believed, and by whom is not read"
        if s.plain and _inside_a_quotation(s):
            return "it stands in a quotation, and whose it is is not read"
        if s.plain and _told_by_somebody(s):
            return "somebody may tell it, and who does is not read"
        return "it goes on from somebody's words" if s.plain and _goes_on(s, seen) else ""
    if not s.plain and re.search(r"\bto condemn\b", s.sentence.quote):
        return "it is asked of somebody, who has not said it"
    if not s.plain and (country_of(s.speaker.code) == "UNK" or sector_of(s.speaker.code) == "CVL"):
        return "whoever claims it is no party that is named"
    return "its teller may tell something else" if _aside(s) else ""


_BELIEVED = re.compile(
    r"\b(?:believed|thought|suspected|presumed|understood) to (?:have been|be) (?:[\w-]+ ){0,3}by\b", re.I
)


def _believed(s: Statement) -> bool:
    """ "In an attack widely believed to have been carried out by X": nobody tells it as known."""
    return bool(s.actors) and _BELIEVED.search(s.sentence.quote) is not None


def _inside_a_quotation(s: Statement) -> bool:
    """A closing mark without its opening one, or the other way round: the words of somebody whom an earlier sentence names."""
    words = s.sentence.quote.strip().rstrip(".,;")
    curly = words.endswith("”") and words.count("”") > words.count("“")
    opened = words.startswith("“") and words.count("“") > words.count("”")
    return opened or curly or (words.endswith('"') and words.count('"') % 2 == 1)


def _told_by_somebody(s: Statement) -> bool:
    """ "The ministry, meanwhile, said the group carried out …", "…, an official confirmed": a party's word read as the
    outlet's own. Of six such lines strangers called four wrong."""
    words, start = s.sentence.quote, max(0, s.trigger.span.start - s.sentence.span.start)
    lead = _LEADS_IN.search(words[:start])
    if (
        lead
        and not _NOT_WHAT.search(words[: lead.start("between")].rsplit(" ", 1)[0] + " ")
        and not _TURNS.search(lead["between"])
    ):
        return True
    return _CLOSES.search(words[start:]) is not None


_THE_DEED = re.compile(
    r"^\W*(?:The|This|That|These|Those) (?:[\w’'-]+ ){0,2}?(?:attacks?|strikes?|airstrikes?|assault|raids?|operation|blasts?|shelling|bombing|"
    r"killing|barrage|incident|operatives|dead|victims)\b|^\W*(?:It|They|He|She) "
)
_IN_WORDS = re.compile(rf"\b(?:{_SAID}|according to)\b")


def _goes_on(s: Statement, seen: Seen) -> bool:
    """ "The army said it had raided the village. The raid killed four": the teller stands in the sentence before."""
    before = " ".join(seen.before(s.sentence, 300).split())
    last = re.split(r"(?<=[.!?”\"])\s+(?=[A-Z“\"•])", before.strip())[-1]
    if _THE_DEED.match(s.sentence.quote):
        return _IN_WORDS.search(last) is not None
    own = _HIS_WORD.search(last)
    forces = (a.code for a in s.actors if sector_of(a.code) == "MIL")
    doers = {key for code in forces for key in (code.partition("/")[2], country_of(code)) if key}
    return own is not None and bool(doers & seen.names(own[1]))


_HIS_WORD = re.compile(
    r"^\W*((?:[\w’'.()-]+ ){1,8})(?:said|says|announced|confirmed) (?:that )?(?:it|its|they|the)\b"
)
""" "The army said it struck the hills. Its jets hit 30 launchers": one telling, one teller."""


_WHOSE = re.compile(
    r"(?:’s|'s|s’)\s+(?!office|government|ministr|army|militar|forces|spokes|media|state|news)[a-z]"
)
_TO_DATE = re.compile(r"\b(?:since|when|following)\s+\S*\s?\S*$", re.I)
_CUES = re.compile(r"\b(?:said|says|announced|claimed|claims|reported|stated|confirmed|told)\b")


def _aside(s: Statement) -> bool:
    """ "The agency said a new leader replaced X, who was killed in May"; "… the attack – officials say 40 died": told by the
    outlet, and the teller's own words are elsewhere. Strangers called all four such lines wrong."""
    if s.speaker is None or s.speaker.span is None:
        return False
    if not s.sentence.span.covers(s.speaker.span):
        return s.confidence < 1.0 and not re.search(r"[“”\"]", s.sentence.quote)  # not even quoted
    at = s.sentence.span.start
    if s.speaker.code not in {a.code for a in s.actors} and _TO_DATE.search(
        s.sentence.quote[: max(0, s.evidence.span.start - at)] + s.evidence.quote[:10]
    ):
        return True  # "an official said its tone had not changed since X struck"
    if _WHOSE.match(s.sentence.quote[s.speaker.span.end - at :]):
        return True  # "the minister’s aide said"
    between = s.sentence.quote[s.speaker.span.end - at : max(0, s.trigger.span.start - at)]
    if len(_CUES.findall(between)) > 1:
        return True  # "X said the front was quiet, as its army said it struck"
    told_by = re.search(r"\baccording to\b(.{0,80})", behind_trigger(s))
    if told_by and s.speaker.mention not in told_by[1] and s.speaker.span.start < s.trigger.span.start:
        return True  # "X said it was swayed by the strike, which killed 90, according to officials"
    speaker, trigger = s.speaker.span.start - at, s.trigger.span.start - at
    words = s.sentence.quote
    if speaker > trigger and re.search(r"\s[–—-]\s", words[trigger:speaker]):
        return True
    clause = words[:trigger].rsplit(",", 1)[-1] if trigger > 0 else ""
    return re.match(r"\s*(?:who|which)\b", clause) is not None and s.speaker.code not in {
        a.code for a in s.actors
    }
