"""The office in which somebody takes part in a talk, read from the words beside the name, and how high it is.

A title in the mention ("Foreign Minister Ishaq Dar") or in the apposition behind it counts; an office that was held once does not.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from sarhad.codebook import TalkLevel
from sarhad.codebook.actors import country_of, sector_of
from sarhad.fusion.words import sentences
from sarhad.records import Actor, Capacity, Document, Evidence, Statement

RANKS = (TalkLevel.HEAD, TalkLevel.MINISTER, TalkLevel.DEPUTY, TalkLevel.ENVOY, TalkLevel.TECHNICAL)
"""From the highest down."""
_FIELD = r"(?:foreign|defen[cs]e|interior|home|trade|commerce|finance|energy|oil|petroleum|transport|water|information|health|economy|external affairs|security)"
_OFFICE = re.compile(
    r"\b(?:"
    r"(?P<deputy>(?:deputy|vice|assistant|acting deputy)[- ](?:\w+ ){0,3}?(?:minister|secretary|president|governor|chief|director|commissioner)|"
    r"under-?secretar(?:y|ies)|(?:additional |interior |commerce |cabinet |permanent )secretary|"
    r"director[- ]generals?|national security advis[eo]rs?|special assistant|advis[eo]rs?|governors?|deputies)|"
    r"(?P<abroad>(?:foreign|defen[cs]e|home) secretar(?:y|ies))|"
    r"(?P<envoy>(?:special |presidential |peace )*(?:envoys?|representatives?)|ambassadors?|chargé d[’']affaires|consul[- ]generals?|chief negotiators?)|"
    r"(?P<minister>deputy prime ministers?|"
    rf"(?:{_FIELD} )*ministers?|(?-i:FM|EAM)|top diplomats?|secretar(?:y|ies) of (?:state|defen[cs]e|the treasury|commerce)|foreign policy chief)|"
    r"(?P<head>(?:prime ministers?|premiers?|presidents?|chancellors?|kings?|emirs?|sultans?|crown princes?|supreme leaders?|heads? of (?:state|government)|(?-i:PM)|leaders?))|"
    r"(?P<technical>(?:army|military|air force|navy|naval|border (?:guards?|force)|intelligence|ISI|police) (?:chiefs?|commanders?|officers?|officials?|delegations?)|"
    r"chiefs? of (?:the )?(?:army|general|defen[cs]e|air) staff|(?:field marshal|(?:lieutenant |major |brigadier )?general|colonel|brigadier|commander)s?|"
    r"technical (?:teams?|committees?|experts?|delegations?)|experts?)"
    r")\b",
    re.I,
)
_FIRST = re.compile(r"\bdeputy prime ministers?\b", re.I)
_HEADS = re.compile(r"\bprime ministers?\b", re.I)
_FORMER = re.compile(r"\b(?:former|ex-?|late|then|outgoing|ousted)[ -](?:\w+ ){0,2}$", re.I)
_COUNTERPART = re.compile(r"\bcounterparts?\b", re.I)
_BEHIND = re.compile(r"^\s*,\s*(?P<office>[^,.;:()]{3,80})(?=[,.;)])")
NOT_IN_PERSON = ("pronoun", "event", "adjective", "place", "metonym")


def office_of(text: str, code: str) -> tuple[str, TalkLevel] | None:
    """The highest office that words beside a name tell, and its level."""
    found = ((m.group(), _level(m, code)) for m in _offices(text, code))
    return min(found, key=lambda f: RANKS.index(f[1]), default=None)


def _offices(text: str, code: str) -> Iterator[re.Match[str]]:
    """Every office told that is still held."""
    for match in _OFFICE.finditer(text):
        before = text[: match.start()]
        leads = match.group().lower().startswith("leader")
        if not _FORMER.search(before) and not (leads and _no_head(before, code)):
            yield match


def _no_head(before: str, code: str) -> bool:
    """A leader of a party, of the opposition or of a group leads no state."""
    return sector_of(code) != "GOV" or _OTHER_LEADER.search(before) is not None


_OTHER_LEADER = re.compile(
    r"\b(?:deputy|opposition|party|majority|minority|house|senate|parliamentary|faction|rebel|militant|union|religious|spiritual|community|team|delegation|world|regional|senior|top|two|the|other|gulf|arab|european|eu|military)\s+$",
    re.I,
)


def _level(match: re.Match[str], code: str) -> TalkLevel:
    kind = match.lastgroup or ""
    words = match.group()
    if _FIRST.fullmatch(words):
        return TalkLevel.MINISTER
    if _HEADS.fullmatch(words):
        return TalkLevel.HEAD
    if kind == "abroad":  # in London a secretary is a minister, in most capitals of the region an official
        return TalkLevel.MINISTER if country_of(code) in ("GBR", "USA") else TalkLevel.DEPUTY
    return {
        "deputy": TalkLevel.DEPUTY,
        "envoy": TalkLevel.ENVOY,
        "minister": TalkLevel.MINISTER,
        "head": TalkLevel.HEAD,
    }.get(kind, TalkLevel.TECHNICAL)


def capacities(
    told: Sequence[Statement], talkers: Sequence[Sequence[Actor]], documents: Mapping[str, Document]
) -> tuple[Capacity, ...]:
    """The office of everybody whose mention tells one, each person once; a counterpart holds the office of the other. Of one who is named
    without an office there, another sentence of the same document may tell it."""
    found: dict[tuple[str, str], Capacity] = {}
    for s, actors in zip(told, talkers, strict=True):
        held = list(_held(s, actors, documents[s.document_id]))
        levels = {c.level for c in held if c.level is not None}
        for c in held:
            if c.level is None and len(levels) != 1:
                continue
            level = c.level or next(iter(levels))
            whole = Capacity(code=c.code, name=c.name, office=c.office, level=level, evidence=c.evidence)
            found.setdefault((c.code, c.name or c.office.casefold()), whole)
    return tuple(found.values())


def _held(s: Statement, actors: Sequence[Actor], document: Document) -> Iterator[Capacity]:
    for a in actors:
        here = a.span is not None and a.resolved_by not in NOT_IN_PERSON and s.sentence.span.covers(a.span)
        told = (office_of(a.mention, a.code) or office_of(_apposition(s, a), a.code)) if here else None
        if told is not None:
            yield Capacity(code=a.code, name=_name(a), office=told[0], level=told[1], evidence=s.sentence)
        elif here and _COUNTERPART.search(a.mention):
            yield Capacity(code=a.code, name=_name(a), office="counterpart", level=None, evidence=s.sentence)
        elif (elsewhere := _told_elsewhere(a, document)) is not None:
            office, level, evidence = elsewhere
            yield Capacity(code=a.code, name=a.name, office=office, level=level, evidence=evidence)


def _told_elsewhere(a: Actor, document: Document) -> tuple[str, TalkLevel, Evidence] | None:
    """ "Russian President Vladimir Putin" in one sentence, "Putin" in another."""
    name = (a.name or "").strip()
    if " " not in name or a.resolved_by in ("place", "metonym", "adjective"):
        return None
    for m in re.finditer(rf"\b{re.escape(name.split()[-1])}\b", document.text):
        before = document.text[max(0, m.start() - BESIDE) : m.start()]
        for office in _offices(before, a.code):
            between = _FIRST_NAMES.fullmatch(before[office.end() :])
            if between and _same_person(between.group(), name):
                return office.group(), _level(office, a.code), _sentence_at(document, m.start())
    return None


BESIDE = 80
"""Characters before a name in which its office stands."""
_FIRST_NAMES = re.compile(r" +\[?(?:(?:[A-Z]\.|(?:Gen|Lt|Col|Maj|Dr|Adm|Brig)\.|[A-Z][\w’'-]*) +){0,3}")


def _same_person(between: str, name: str) -> bool:
    """Whether the words told before a family name may be this one's: many share it, and first names are spelt in many ways."""
    told = {w[0].casefold() for w in re.findall(r"[^\W\d_][\w’'-]*(?!\.)\b(?!\.)", between)}
    return not told or bool(told & {w[0].casefold() for w in name.split()[:-1]})


def _sentence_at(document: Document, at: int) -> Evidence:
    start = document.text.rfind("\n", 0, at) + 1
    end = document.text.find("\n", at)
    inside = sentences(document.text, start, len(document.text) if end < 0 else end)
    return document.quote(next(s for s in inside if s.start <= at < s.end))


def _name(a: Actor) -> str | None:
    """Of a person who is named there; a state that stands for its minister has none."""
    named = bool(a.name) and (a.name or "").split()[-1].casefold() in a.mention.casefold()
    return a.name if named and " " in (a.name or "").strip() else None


def _apposition(s: Statement, a: Actor) -> str:
    end = a.span.end - s.sentence.span.start if a.span else 0
    behind = _BEHIND.match(s.sentence.quote[end:])
    return behind.group("office") if behind else ""
