"""How far an incident is to be relied on, by the Admiralty's two scales, and which parties are heard among its witnesses.

The source is graded by facts alone: who owns the outlet, whether its land is a party's, whose word it prints. The same rule holds for
every side. A and E need a track record, which nobody keeps here; improbable is a person's word. "Confirmed" takes two independent
families, each in its own voice or each on the word of another side.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from sarhad.codebook import Credibility, Reliability
from sarhad.codebook.actors import BOTH_SIDES, sector_of
from sarhad.fusion.gathering import Gathering
from sarhad.fusion.sides import country, side, sides, vague
from sarhad.knowledge.outlets import Outlet, OutletKind, Owner, outlet
from sarhad.records import Grade, Statement

OWNED = (Owner.STATE, Owner.MILITARY, Owner.PARTY)
APART = (Owner.PUBLIC, Owner.INTERGOVERNMENTAL)
ORDER = (Reliability.USUALLY, Reliability.FAIRLY, Reliability.NOT_USUALLY, Reliability.UNKNOWN)
UNSURE = Grade(
    source=Reliability.UNKNOWN,
    information=Credibility.UNKNOWN,
    source_why="the reader is sure of no report",
    information_why="the reader is sure of no report",
)
"""What only unsure reports tell cannot be judged."""


@dataclass(frozen=True, slots=True)
class Heard:
    """The witnesses of an incident: for each the parties whose word it tells, none where one of its reports is nobody's word."""

    houses: tuple[frozenset[str], ...]

    @property
    def interested(self) -> tuple[str, ...]:
        """Codes of the parties that are heard, in order; a state and its army are one party."""
        return _once(sorted(code for house in self.houses for code in house))

    @property
    def disinterested(self) -> int:
        """Witnesses that are no party's."""
        return sum(not house for house in self.houses)

    @property
    def voices(self) -> int:
        """Independent voices: each disinterested witness, and each side once however many print its word; one page that cites
        both sides is still one witness."""
        return min(len(self.houses), self.disinterested + len(sides(self.interested)))


def heard(voice: Sequence[Statement], gathering: Gathering) -> Heard:
    """Who is heard in the reports that tell an incident."""
    lands = _lands(voice)
    return Heard(
        tuple(
            frozenset() if None in words else frozenset(w for w in words if w)
            for house in gathering.houses(voice)
            for words in ([party_of(s, lands, gathering) for s in house],)
        )
    )


def grade(voice: Sequence[Statement], told: str, words: Heard, gathering: Gathering) -> Grade:
    """Both grades, each with its reason."""
    lands = _lands(voice)
    rated = [_source(s, lands, gathering) for s in voice]
    source, why = min(rated, key=lambda r: (ORDER.index(r[0]), r[1]))
    if source is Reliability.NOT_USUALLY and why != _BOTHS and (parties := _speaking(voice, lands)):
        why = _word_of(parties)
    information, because = _information(told, words, both=any(map(_of_both, voice)))
    return Grade(source=source, information=information, source_why=why, information_why=because)


def denied(grade: Grade) -> Grade:
    """The grade of what parties alone tell, once the other side is heard to deny it."""
    information, why = _DENIED
    return replace(grade, information=information, information_why=why)


def _lands(voice: Iterable[Statement]) -> frozenset[str]:
    """Sides of who did it and whom it was done to; civilians stand for their land, and so does the soil it happened on."""
    codes = [a.code for s in voice for a in (*s.actors, *s.recipients)]
    soil = frozenset(s.place.country for s in voice if s.place and s.place.country)
    return soil | sides(codes) | frozenset(land for c in codes if "/" not in c and (land := country(c)))


def party_of(s: Statement, lands: frozenset[str], gathering: Gathering) -> str | None:
    """Whose word a report is: its speaker's, where that is a party, or of the party that owns the outlet."""
    if s.speaker is not None:
        return s.speaker.code if _speaks_for_itself(s.speaker.code, s, lands) else None
    house = _outlet(s, gathering)
    return f"{house.country}.GOV" if house and house.owner in OWNED and house.country in lands else None


def _speaks_for_itself(code: str, s: Statement, lands: frozenset[str]) -> bool:
    """A party; of an act whose doer is not told, anybody armed or in power: it may be the speaker."""
    doer_told = any(not vague(a.code) for a in s.actors)
    return side(code) in lands or (not doer_told and sector_of(code) in ARMED)


def _speaking(voice: Sequence[Statement], lands: frozenset[str]) -> tuple[str, ...]:
    """Codes of the parties whose word the reports are, the one most often heard first."""
    codes = [s.speaker.code for s in voice if s.speaker and _speaks_for_itself(s.speaker.code, s, lands)]
    return _once(sorted(codes, key=lambda c: (-codes.count(c), c)))


def _once(codes: Iterable[str]) -> tuple[str, ...]:
    """The first code of each side."""
    first: dict[str, str] = {}
    for code in codes:
        first.setdefault(side(code), code)
    return tuple(first.values())


def _word_of(parties: Sequence[str]) -> str:
    if len(parties) == 1:
        return f"the word of a party ({parties[0]})"
    return f"the word of {len(parties)} parties ({', '.join(parties)})"


_BOTHS = "the word of both parties"


def _of_both(s: Statement) -> bool:
    """ "Both countries said": the reader keeps one speaker, and it is not that one's word alone."""
    return s.speaker is not None and BOTH_SIDES.match(s.speaker.mention) is not None


ARMED = frozenset(("MIL", "COP", "SPY", "GOV", "REB"))


def _outlet(s: Statement, gathering: Gathering) -> Outlet | None:
    publisher = gathering.documents[s.document_id].publisher
    return outlet(publisher) if publisher else None


def _source(s: Statement, lands: frozenset[str], gathering: Gathering) -> tuple[Reliability, str]:
    if s.speaker is not None and _speaks_for_itself(s.speaker.code, s, lands):
        return Reliability.NOT_USUALLY, _BOTHS if _of_both(s) else _word_of((s.speaker.code,))
    house = _outlet(s, gathering)
    if house is None:
        return Reliability.UNKNOWN, "the outlet is not known"
    at_home = house.country in lands
    owned = f"{house.name}: {house.owner.value}, {house.country}"
    if at_home and house.owner in OWNED:
        return Reliability.NOT_USUALLY, f"{owned}, owned on a party's side"
    if at_home or house.owner in OWNED:
        return Reliability.FAIRLY, f"{owned}, {'of a party’s land' if at_home else 'owned by no party to it'}"
    if house.kind is OutletKind.AGENCY or house.owner in APART:
        return Reliability.USUALLY, f"{owned}, agency or public body of a land that is no party"
    return Reliability.FAIRLY, f"{owned}, of a land that is no party"


_DENIED = (Credibility.DOUBTFUL, "alleged and denied")


def _information(told: str, words: Heard, *, both: bool) -> tuple[Credibility, str]:
    if told == "denied":
        return _DENIED
    if told != "fact":
        if words.voices > 1:
            return Credibility.POSSIBLE, f"alleged only, by {words.voices} independent voices"
        return Credibility.DOUBTFUL, "alleged only, by one voice"
    if words.voices > 1:
        whose = "independent voices" if words.disinterested else "sides, each for itself"
        return Credibility.CONFIRMED, f"told by {words.voices} {whose}"
    if words.disinterested:
        return Credibility.PROBABLE, "told plainly by one witness that is no party"
    if len(sides(words.interested)) > 1:
        return Credibility.POSSIBLE, "told on parties' word alone, by one witness"
    whose = "both parties'" if both else "one party's"
    return Credibility.POSSIBLE, f"told on {whose} word alone"
