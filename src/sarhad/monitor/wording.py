"""Words for codes: how a desk officer names an actor, an act, a day, a toll. No line of a brief shows a bare code."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import PurePath

from sarhad.codebook import (
    CeasefirePhase,
    CommitmentStatus,
    DatePrecision,
    DisputeKind,
    EventType,
    PlaceLevel,
)
from sarhad.records import Actor, Dropped, Place, Reading, Toll

MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

_CODE = re.compile(r"\b[A-Z]{3}\.[A-Z]{3}(?:/[a-z0-9]+(?:-[a-z0-9]+)*)?")

SECTORS: Mapping[str, str] = {
    "GOV": "{c}", "UNK": "{c}", "MIL": "{own} armed forces", "COP": "{own} police", "SPY": "{own} intelligence service",
    "LEG": "{own} parliament", "JUD": "{own} courts", "PTY": "a party in {c}", "OPP": "the opposition in {c}",
    "REB": "armed groups ({c})", "UAF": "armed people in {c}", "CVL": "civilians ({c})", "REF": "refugees from {c}",
    "MED": "media in {c}", "JRN": "journalists in {c}", "BUS": "business in {c}", "CRM": "criminals ({c})",
    "REL": "a religious body in {c}", "PRM": "pro-government militia ({c})", "NGO": "an aid organisation", "IGO": "an international body",
    "EDU": "schools and teachers ({c})", "LAB": "workers ({c})", "SOC": "civil society ({c})", "ELI": "elites ({c})",
}  # fmt: skip

NOBODY: Mapping[str, str] = {
    "GOV": "a government not named", "UNK": "someone not named", "MIL": "armed forces not named", "UAF": "armed people",
    "REB": "armed groups not named", "CVL": "civilians", "REF": "refugees", "MED": "media", "COP": "police", "CRM": "criminals",
    "IGO": "an international body", "NGO": "an aid organisation", "SPY": "security sources", "LEG": "parliaments",
    "REL": "places of worship", "JRN": "journalists",
}  # fmt: skip

ACTS: Mapping[EventType, tuple[str, str]] = {
    EventType.ASSAULT: ("attack", "on"),
    EventType.COERCE: ("crackdown", "on"),
    EventType.MOBILIZE: ("forces moved or readied", "facing"),
    EventType.PROTEST: ("protest", "against"),
    EventType.SANCTION: ("sanction", "against"),
    EventType.RETREAT: ("withdrawal or release", "toward"),
    EventType.AID: ("aid", "for"),
    EventType.COOPERATE: ("joint work", "with"),
    EventType.CONSULT: ("talks", "with"),
    EventType.AGREE: ("pledge", "toward"),
    EventType.SUPPORT: ("words of support", "for"),
    EventType.CONCEDE: ("concession", "to"),
    EventType.REQUEST: ("demand", "to"),
    EventType.ACCUSE: ("accusation", "against"),
    EventType.REJECT: ("refusal or denial", "toward"),
    EventType.THREATEN: ("threat", "against"),
}
"""What an act is called, and the word between it and its recipient."""

MODES: Mapping[tuple[EventType, str], tuple[str, str]] = {
    (EventType.ASSAULT, "aerial"): ("air strike", "on"),
    (EventType.ASSAULT, "drone"): ("drone strike", "on"),
    (EventType.ASSAULT, "firearms"): ("shooting", "at"),
    (EventType.ASSAULT, "explosives"): ("bombing", "against"),
    (EventType.ASSAULT, "suicide-attack"): ("suicide attack", "on"),
    (EventType.ASSAULT, "heavy-weapons"): ("shelling or missile fire", "at"),
    (EventType.ASSAULT, "abduct"): ("abduction or capture", "of"),
    (EventType.ASSAULT, "targeted"): ("targeted killing", "of"),
    (EventType.ASSAULT, "destroy"): ("destruction", "of property of"),
    (EventType.ASSAULT, "crowd-control"): ("force used", "against"),
    (EventType.ASSAULT, "beat"): ("beating", "of"),
    (EventType.ASSAULT, "torture"): ("torture", "of"),
    (EventType.ASSAULT, "sexual"): ("sexual violence", "against"),
    (EventType.ASSAULT, "primitive"): ("attack with blades or stones", "on"),
    (EventType.ASSAULT, "unconventional"): ("attack with unconventional weapons", "on"),
    (EventType.COERCE, "arrest"): ("arrest", "of"),
    (EventType.COERCE, "deport"): ("deportation", "of"),
    (EventType.COERCE, "seize"): ("seizure", "from"),
    (EventType.COERCE, "restrict"): ("restriction or closure", "against"),
    (EventType.COERCE, "curfew"): ("curfew", "on"),
    (EventType.COERCE, "martial-law"): ("martial law", "over"),
    (EventType.COERCE, "censor"): ("censorship", "of"),
    (EventType.COERCE, "cyber"): ("cyber attack", "on"),
    (EventType.COERCE, "withhold"): ("withholding", "from"),
    (EventType.COERCE, "misinformation"): ("false information", "about"),
    (EventType.MOBILIZE, "troops"): ("troops moved or readied", "facing"),
    (EventType.MOBILIZE, "weapons"): ("weapons moved or readied", "facing"),
    (EventType.MOBILIZE, "police"): ("police deployed", "facing"),
    (EventType.MOBILIZE, "militia"): ("militia raised", "facing"),
    (EventType.SANCTION, "convict"): ("conviction", "of"),
    (EventType.SANCTION, "expel"): ("expulsion", "of"),
    (EventType.SANCTION, "withdraw"): ("withdrawal of ties or membership", "from"),
    (EventType.SANCTION, "discontinue"): ("ties or aid cut", "to"),
    (EventType.RETREAT, "withdraw"): ("withdrawal or return", "from or to"),
    (EventType.RETREAT, "release"): ("release", "of"),
    (EventType.RETREAT, "disarm"): ("disarming", "of"),
    (EventType.RETREAT, "ceasefire"): ("fire held", "toward"),
    (EventType.RETREAT, "access"): ("access opened", "for"),
    (EventType.RETREAT, "resign"): ("resignation", "before"),
    (EventType.PROTEST, "riot"): ("riot", "against"),
    (EventType.PROTEST, "strike"): ("strike", "against"),
    (EventType.PROTEST, "boycott"): ("boycott", "of"),
    (EventType.PROTEST, "hunger"): ("hunger strike", "against"),
    (EventType.PROTEST, "obstruct"): ("blockade by protesters", "against"),
    (EventType.PROTEST, "vandalize"): ("vandalism", "against"),
}

PHASES: Mapping[CeasefirePhase, str] = {
    CeasefirePhase.CALLED_FOR: "called for",
    CeasefirePhase.OFFERED: "offered",
    CeasefirePhase.TALKS: "talks",
    CeasefirePhase.TALKS_FAILED: "talks failed",
    CeasefirePhase.AGREED: "agreed",
    CeasefirePhase.IN_EFFECT: "in effect",
    CeasefirePhase.EXTENDED: "extended",
    CeasefirePhase.VIOLATED: "violated",
    CeasefirePhase.COLLAPSED: "collapsed",
    CeasefirePhase.ENDED: "ended",
}

STATUSES: Mapping[CommitmentStatus, str] = {
    CommitmentStatus.OFFERED: "offered",
    CommitmentStatus.PLEDGED: "pledged",
    CommitmentStatus.REPLEDGED: "pledged again",
    CommitmentStatus.IN_PROGRESS: "under way",
    CommitmentStatus.STALLED: "stalled",
    CommitmentStatus.KEPT: "kept",
    CommitmentStatus.BROKEN: "broken",
}

CONTESTS: Mapping[DisputeKind, str] = {
    DisputeKind.DENIES: "denied by",
    DisputeKind.NEITHER: "neither confirmed nor denied by",
    DisputeKind.REFRAMES: "told differently by",
    DisputeKind.COUNTER_ACCUSES: "answered with a counter-accusation by",
}


def join(words: Iterable[str]) -> str:
    """ "A", "A and B", "A, B and C"; each word once."""
    unique = list(dict.fromkeys(w for w in words if w))
    if len(unique) < 2:
        return "".join(unique)
    return f"{', '.join(unique[:-1])} and {unique[-1]}"


def shorten(text: str, limit: int = 240) -> str:
    """`text` on one line, cut at a word boundary when it is longer than `limit`."""
    line = " ".join(text.split())
    if len(line) <= limit:
        return line
    return line[:limit].rsplit(" ", 1)[0].rstrip(",;:–—-. ") + " …"


_TELLING = re.compile(r" |^(?!others$|theirs$)[a-z]{5,}s$", re.I)
"""What somebody unknown is called in the text, where that says who it is: "a resident", "strategists"."""
_BODY = re.compile(r"(?:both|the|its|his|their|an?) [a-z]+(?: [a-z]+)?$", re.I)
EUROPE = "Europe"
"""Coded as the European Union, and more than it: printed in the text's own word."""
_OFFICE = re.compile(
    r"\b(?:[A-Z]\w+ )?(?:Minister|President|Envoy|Ambassador|Secretary|Chief|Commander|General|Representative|Spokes\w+)\b"
)
_LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*\)")
_CUT_LINK = re.compile(r"\]\(\S*\)?|(?<![\w.])\[(?=[A-Z“\"])(?![^\[]*\])")
_STARS = re.compile(r"\*{1,3}|(?<!\w)_{1,2}(?=\w)|(?<=\w)_{1,2}(?!\w)|^\s*#{1,6}\s+|^\s*[>•-]\s+")


def bare(text: str) -> str:
    """`text` on one line without what Markdown adds: links' addresses, stars, heading marks."""
    line = " ".join(text.split())
    return _STARS.sub("", _CUT_LINK.sub("", _LINK.sub(r"\1", line))).strip()


def excerpt(text: str, part: str, limit: int = 240) -> str:
    """`text`, cut around `part` where it is longer than `limit`: a cut must not take away what is quoted for."""
    at = text.find(part)
    if len(text) <= limit or at + len(part) <= limit - 20:
        return shorten(text, limit)
    start = text.rfind(" ", 0, max(1, at - 60)) + 1
    return "… " + shorten(text[start:], limit)


def capital(text: str) -> str:
    """`text` with its first letter raised."""
    return text[:1].upper() + text[1:]


def day(value: date | None, precision: DatePrecision = DatePrecision.DAY) -> str:
    """A date at its precision: "11 Oct 2025", "Oct 2025", "2025", "" when unknown."""
    if value is None or precision is DatePrecision.UNKNOWN:
        return ""
    month = f"{MONTHS[value.month - 1]} {value.year}"
    if precision is DatePrecision.DAY:
        return f"{value.day} {month}"
    if precision is DatePrecision.WEEK:
        return f"week of {value.day} {month}"
    return month if precision is DatePrecision.MONTH else str(value.year)


def days(start: date | None, end: date | None, precision: DatePrecision = DatePrecision.DAY) -> str:
    """A span of days: "11–14 Oct 2025", "Oct 2025", "since Oct 2025 … " never more than is known."""
    if start is None or end is None or start == end or precision is not DatePrecision.DAY:
        return day(start or end, precision)
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}–{end.day} {MONTHS[end.month - 1]} {end.year}"
    return f"{day(start)} – {day(end)}"


UNDATED = "undated"


def printed(published: str | None) -> str:
    """ "2025-10" as "Oct 2025", "2025-10-11" as "11 Oct 2025"; "undated" when unknown."""
    if not published:
        return UNDATED
    parts = [int(p) for p in published[:10].split("-")]
    year, month, number = (*parts, 0, 0)[:3]
    words = (str(number) if number else "", MONTHS[month - 1] if month else "", str(year))
    return " ".join(w for w in words if w)


def count(number: int, one: str, many: str | None = None) -> str:
    """ "1 family", "3 families"."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def count_or_no(number: int, one: str, many: str | None = None) -> str:
    """ "no act", "1 act", "2 acts"."""
    return count(number, one, many) if number else f"no {one}"


def why_dropped(lost: Dropped) -> str:
    """The reason in one line, without the source that it may open with."""
    reason = " ".join(lost.reason.split())
    prefixes = (f"{lost.source}: ", f"{PurePath(lost.source)}: ") if lost.source else ()
    return next((reason.removeprefix(p) for p in prefixes if reason.startswith(p)), reason)


def as_reported(when: str) -> str:
    """ "Reported 11 Oct 2025"; of a text without a date "undated"."""
    return f"reported {when}" if when not in ("", UNDATED) else UNDATED


def file_name(source: str) -> str:
    """A path's last part, which people know; an address as it stands."""
    return source if "://" in source else PurePath(source).name


def why_unread(reading: Reading) -> str:
    """ "nothing found: …", "not read: …", or that it was screened out; "" of one that tells something."""
    if reading.unread is None:
        return ""
    lead = "not read: " if reading.unknown else "nothing found: " if reading.silent else ""
    return f"{lead}{reading.unread}"


def toll(deaths: Toll | None, injured: Toll | None) -> str:
    """ "4 dead", "at least 4 dead, 3 injured"; "" when no toll is told."""
    parts = [f"{_people(t)} {word}" for t, word in ((deaths, "dead"), (injured, "injured")) if t is not None]
    return ", ".join(parts)


def _people(value: Toll) -> str:
    if value.high is None:
        return f"at least {value.low}"
    return str(value.low) if value.low == value.high else f"{value.low} to {value.high}"


def act(kind: EventType, mode: str | None) -> tuple[str, str]:
    """The noun for an act and the preposition before its recipient."""
    return MODES.get((kind, mode or ""), ACTS[kind])


def _named_in(name: str, mention: str) -> bool:
    """Whether a description holds a word of the name, or is an office: "the military" is not its spokesman."""
    words = mention.casefold().split()
    return bool(_OFFICE.search(mention)) or any(w.casefold() in words for w in name.split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """Readable names for codes. `known` answers with the registry's name or None, `countries` names by ISO3."""

    known: Callable[[str], str | None] = lambda code: None
    countries: Mapping[str, str] = field(default_factory=dict)

    def of(self, code: str) -> str:
        """The name of a code; spelled out from its parts when the registry has none."""
        body, _, slug = code.partition("/")
        country, _, sector = body.partition(".")
        if slug:
            return self.known(code) or " ".join(map(capital, slug.split("-")))
        if country == "UNK":
            return NOBODY.get(sector, "someone not named")
        if country in ("IGO", "NGO", "ISM", "IMG", "MNC"):
            return self.known(code) or NOBODY.get(sector, "an international body")
        place = self.countries.get(country) or country
        own = f"{place}’" if place.endswith("s") else f"{place}’s"
        return SECTORS.get(sector, "{c}").format(c=place, own=own)

    def all(self, codes: Iterable[str]) -> str:
        """Several codes as one phrase."""
        return join(map(self.of, codes))

    def doers(self, codes: Iterable[str]) -> str:
        """Several codes as those who act: a country's soil does nothing, somebody there does."""
        return join(
            f"someone in {self.of(c)}" if c.endswith(".UNK") and not c.startswith("UNK.") else self.of(c)
            for c in codes
        )

    def spell(self, text: str) -> str:
        """Free text with every code in it replaced by its name."""
        return _CODE.sub(lambda m: self.of(m.group()), text)

    def country(self, code: str) -> str:
        """The country part of a code, named ("" when it has none)."""
        return self.countries.get(code.partition(".")[0], "")

    def actor(self, actor: Actor) -> str:
        """A person or body as named, with the country it acts for; a pronoun or bare state by its code's name."""
        if actor.mention == EUROPE:
            return EUROPE
        general = self.of(actor.code)
        if _BODY.match(actor.mention) and actor.name and not _named_in(actor.name, actor.mention):
            return general
        if (
            actor.code.startswith("UNK.")
            and actor.resolved_by != "pronoun"
            and _TELLING.search(actor.mention)
        ):
            return shorten(actor.mention, 60)
        if (
            not actor.name
            and actor.resolved_by in ("description", "office")
            and _OFFICE.search(actor.mention)
        ):
            country = self.country(actor.code)
            told = shorten(bare(actor.mention), 60)
            return told if not country or country.casefold() in told.casefold() else f"{told} ({country})"
        if (
            actor.resolved_by in ("place", "metonym", "adjective")
            or not actor.name
            or actor.name.casefold() in general.casefold()
        ):
            return general
        country = self.country(actor.code)
        if not country or country.casefold() in actor.name.casefold() or "/" in actor.code:
            return actor.name
        return f"{actor.name} ({country})"

    def actors(self, actors: Sequence[Actor]) -> str:
        """Several actors; a bare state is left out where someone named acts for it."""
        named = {a.code for a in actors if self.actor(a) != self.of(a.code)}
        return join(self.actor(a) for a in actors if self.actor(a) != self.of(a.code) or a.code not in named)

    def place(self, place: Place | None) -> str:
        """ "Chabahar, Iran"; "" when unknown."""
        if place is None:
            return ""
        country = self.countries.get(place.country or "", "")
        if not country or place.level is PlaceLevel.COUNTRY or country in place.name:
            return place.name
        return f"{place.name}, {country}"
