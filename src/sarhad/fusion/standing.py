"""Standing projects and obligations: pipelines, railways, border markets, crossings, free-trade zones, agreements, resolutions.

Each is named once, and the undertakings that speak of it attach to it. A thing without a name of its own ("the pipeline") is known by
the two countries that build it; where several could be meant it is nobody's.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sarhad.codebook import Auxiliary, CommitmentStatus, EventType, Stance, StandingKind
from sarhad.fusion.gathering import LATEST, Gathering
from sarhad.fusion.lands import land_named
from sarhad.fusion.sides import countries
from sarhad.records import Blocker, Commitment, Standing, Statement, stable_id

_NAME = r"(?P<name>(?:[A-Z][\w’'.]*(?:[ –-]|(?<=[a-z]),? and ))*)"
_AT = r"(?: (?:at|in|near) (?P<at>[A-Z][\w’']+(?:[–-][A-Z]\w+)*))?"
_ENDS = r"(?: (?:between|linking|connecting|from) (?P<ends>[A-Z]\w+(?:,? (?:and|to|with) [A-Z]\w+)+))?"
_KINDS = {
    kind: re.compile(words)
    for kind, words in {
        StandingKind.PIPELINE: rf"{_NAME}(?:(?:natural )?gas |oil |[Pp]eace )?[Pp]ipelines?\b{_ENDS}|\b(?P<short>TAPI)\b",
        StandingKind.RAILWAY: rf"{_NAME}(?:[Rr]ailways?|[Rr]ailroad|[Rr]ail (?:line|link|project))\b{_ENDS}",
        StandingKind.MARKET: rf"{_NAME}(?:joint |common )?[Bb]order[ -](?:[Mm]arkets?|[Bb]azaars?)\b{_AT}|{_NAME.replace('name', 'other')}[Ss]ustenance [Mm]arkets?\b",
        StandingKind.CROSSING: rf"{_NAME}(?:[Bb]order )?(?:[Cc]rossings?(?: [Pp]oint)?|[Bb]order (?:[Gg]ate|[Pp]oint|[Tt]erminal))\b{_AT}",
        StandingKind.ZONE: rf"{_NAME}(?:[Jj]oint )?(?:[Ff]ree[ -](?:[Tt]rade )?|[Ss]pecial [Ee]conomic |[Ee]conomic )[Zz]ones?\b{_AT}",
        StandingKind.AGREEMENT: rf"{_NAME}(?:[Aa]ccords?|[Aa]greement|[Tt]reaty|[Pp]act|[Pp]rotocol|[Mm]emorandum)\b|(?P<year>\b(?:19|20)\d\d) (?:\w+ )?(?:accord|agreement|treaty|pact|protocol|memorandum)\b",
        StandingKind.RESOLUTION: r"\b[Rr]esolution (?P<short>\d{3,4})\b",
    }.items()
}
_HINTS: dict[StandingKind, tuple[str, ...]] = {
    StandingKind.PIPELINE: ("ipeline", "TAPI"),
    StandingKind.RAILWAY: ("Rail", "rail"),
    StandingKind.MARKET: ("arket", "azaar"),
    StandingKind.CROSSING: ("rossing", "order"),
    StandingKind.ZONE: ("Zone", "zone"),
    StandingKind.AGREEMENT: ("ccord", "greement", "reaty", "Pact", "pact", "rotocol", "emorandum"),
    StandingKind.RESOLUTION: ("esolution",),
}
"""One of these stands in every text that names a thing of the kind: seen ten times as fast as the name is read."""


def _find(kind: StandingKind, text: str) -> re.Match[str] | None:
    """The first thing of a kind that a text names."""
    return _KINDS[kind].search(text) if any(hint in text for hint in _HINTS[kind]) else None


BY_PARTIES = (StandingKind.PIPELINE, StandingKind.RAILWAY, StandingKind.MARKET, StandingKind.ZONE)
"""Of these two countries seldom have more than one matter; crossings and agreements are many."""
_NO_NAME = frozenset(
    "the a an this that these those its their his her our both two three four several new old joint common first second main key all such other each "
    "any no and of gas oil peace natural border free trade special economic security ceasefire truce bilateral trilateral work construction under since "
    "if when while after before in on at for to by with as officials border nuclear framework memorandum".split()
)
PAIR = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One clause that speaks of a standing thing: its own name, the countries in it, and who acts in the clause."""

    statement: Statement
    kind: StandingKind
    words: frozenset[str]
    lands: frozenset[str]
    parties: frozenset[str]
    called: str


Key = tuple[StandingKind, frozenset[str]]


def standing(gathering: Gathering, promised: Sequence[Commitment]) -> list[Standing]:
    """Every named thing, with the commitments that attach to it and everybody who speaks of it."""
    bound = _bound(promised)
    told = [m for s in gathering.told() for m in _mentions(s, bound.get(s.anchor, frozenset()))]
    told.sort(
        key=lambda m: (
            gathering.published(m.statement) or LATEST,
            m.statement.document_id,
            m.statement.evidence.span,
        )
    )
    groups = _groups(told)
    at = {(m.statement.anchor, m.kind): key for key, group in groups.items() for m in group}
    attached: dict[Key, list[Commitment]] = {}
    for c in promised:
        for key in dict.fromkeys(
            at[h.anchor, kind] for h in c.history for kind in _KINDS if (h.anchor, kind) in at
        ):
            attached.setdefault(key, []).append(c)
    return [_standing(key, group, attached.get(key, []), gathering) for key, group in groups.items()]


def _bound(promised: Sequence[Commitment]) -> dict[str, frozenset[str]]:
    """The countries that an undertaking binds, by the statements that tell of it."""
    return {h.anchor: countries((*c.by, *c.toward)) for c in promised for h in c.history}


def _mentions(s: Statement, bound: frozenset[str]) -> Iterator[Mention]:
    """What the clause speaks of; of one kind the first."""
    for kind in _KINDS:
        if found := _find(kind, s.evidence.quote) or _held_up(s, kind):
            own, lands = _named(found)
            yield Mention(
                statement=s,
                kind=kind,
                words=own,
                lands=lands,
                parties=countries(a.code for a in (*s.actors, *s.recipients)) | bound,
                called=found.group().strip(),
            )


def _held_up(s: Statement, kind: StandingKind) -> re.Match[str] | None:
    """The whole of which a part is told to stand still: "work on the southern section"."""
    stalled = s.commitment is not None and s.commitment.status is CommitmentStatus.STALLED
    return _find(kind, s.commitment.object) if s.commitment is not None and stalled else None


def _named(found: re.Match[str]) -> tuple[frozenset[str], frozenset[str]]:
    """The words of its own name, and the countries in it."""
    told = found.groupdict()
    own = " ".join(told.get(part) or "" for part in ("short", "year", "other", "name", "at", "ends"))
    parts = [p.removesuffix("’s").removesuffix("'s") for p in re.split(r"[\s–,-]+", own) if p]
    lands = {p: land_named(p) for p in parts}
    words = (p.lower() for p, land in lands.items() if not land and p.lower() not in _NO_NAME)
    return frozenset(words), frozenset(land for land in lands.values() if land)


def names_in(text: str) -> dict[StandingKind, frozenset[str]]:
    """The standing things that a text names, each kind with the words of its own name; unnamed ones are left out."""
    found = {kind: _named(m)[0] for kind in _KINDS if (m := _find(kind, text))}
    return {kind: words for kind, words in found.items() if words}


def _groups(told: Sequence[Mention]) -> dict[Key, list[Mention]]:
    """By a word of their name; else by their two countries; else the only one of the kind that the page speaks of."""
    groups: dict[Key, list[Mention]] = {}
    named: dict[tuple[StandingKind, str], Key] = {}
    for m in (m for m in told if m.words):
        key = next((named[m.kind, w] for w in sorted(m.words) if (m.kind, w) in named), (m.kind, m.words))
        named.update({(m.kind, w): key for w in m.words if (m.kind, w) not in named})
        groups.setdefault(key, []).append(m)
    unnamed = [m for m in told if not m.words]
    for m in unnamed:
        if m.kind in BY_PARTIES and (pair := _pair(m)):
            groups.setdefault((m.kind, pair), []).append(m)
    spoken: dict[tuple[str, StandingKind], list[Key]] = {}
    for key, group in groups.items():
        for page in dict.fromkeys(m.statement.document_id for m in group):
            spoken.setdefault((page, key[0]), []).append(key)
    for m in unnamed:
        meant = spoken.get((m.statement.document_id, m.kind), ())
        if len(meant) == 1 and not (m.kind in BY_PARTIES and _pair(m)):
            groups[meant[0]].append(m)
    return groups


def _pair(m: Mention) -> frozenset[str]:
    """The two countries whose thing it is; those in its name before those who act."""
    lands = m.lands if len(m.lands) == PAIR else m.parties
    return lands if len(lands) == PAIR else frozenset()


def _standing(
    key: Key, group: Sequence[Mention], attached: Sequence[Commitment], gathering: Gathering
) -> Standing:
    joint = [lands for c in attached if len(lands := countries((*c.by, *c.toward))) > 1]
    parties = {land for m in group for land in m.lands}.union(*joint)
    if not any(m.words for m in group):
        parties |= key[1]
    told = list(dict.fromkeys(m.statement for m in group))
    opposed = [b for s in told if (b := _opposed(s, parties, gathering))]
    sure = [s for s in told if s in gathering.told_in[s.document_id]]
    return Standing(
        id=stable_id("n", key[0].value, *sorted(key[1])),
        kind=key[0],
        name=max((m.called for m in group), key=lambda c: (len(c), c)),
        parties=tuple(sorted(parties)),
        commitments=tuple(c.id for c in attached),
        reports=tuple(gathering.report(s) for s in told),
        opposition=tuple(opposed),
        witnesses=gathering.witnesses(sure),
    )


_AGAINST = (EventType.REJECT, EventType.THREATEN, EventType.SANCTION, EventType.COERCE, EventType.ACCUSE)
_OPPOSES = re.compile(
    r"\b(?:oppos|object|reject|block|veto|sanction|warn|threat|against|discourag|hinder|obstruct|unacceptable)\w*",
    re.I,
)


def _opposed(s: Statement, parties: set[str], gathering: Gathering) -> Blocker | None:
    """A third party's sure word or deed against it."""
    by = [a for a in s.actors if countries([a.code]) and not countries([a.code]) & parties]
    told = s.type in _AGAINST and s.aux in (None, Auxiliary.HISTORICAL) and s.stance is Stance.ASSERTS
    sure = s.anchor in gathering.by_anchor
    if not (told and sure and by and parties and _OPPOSES.search(s.evidence.quote)):
        return None
    return Blocker(
        what=s.evidence.quote,
        by=by[0].code,
        evidence=s.sentence,
        published=gathering.printed(s),
        family=gathering.family(s),
    )
