"""Scales of stance, scope, precision and standing that a statement or thread is coded on."""

from enum import StrEnum

from sarhad.codebook.plover import Auxiliary


class Stance(StrEnum):
    """How the speaker stands to the proposition; the outlet's own flat report asserts."""

    ASSERTS = "asserts"
    ALLEGES = "alleges"
    DENIES = "denies"
    NEITHER = "neither"
    REFRAMES = "reframes"


class Scope(StrEnum):
    """One happening, a run of them, or a rise, fall or assessment. Only single acts are incidents."""

    SINGLE = "single"
    SERIES = "series"
    TREND = "trend"


class DatePrecision(StrEnum):
    """How finely a date is known."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    UNKNOWN = "unknown"


class Basis(StrEnum):
    """Where a date of publication comes from, in the four words of a reading."""

    METADATA = "metadata"
    HEADER = "header"
    DATELINE = "dateline"
    INFERRED = "inferred"


class PlaceLevel(StrEnum):
    """How large the place named is."""

    SITE = "site"
    TOWN = "town"
    ADM2 = "adm2"
    ADM1 = "adm1"
    COUNTRY = "country"
    OTHER = "other"


class CommitmentStatus(StrEnum):
    """What became of an undertaking. Kroc 0 is pledged, 1 and 2 in_progress, 3 kept."""

    OFFERED = "offered"
    PLEDGED = "pledged"
    REPLEDGED = "repledged"
    IN_PROGRESS = "in_progress"
    STALLED = "stalled"
    KEPT = "kept"
    BROKEN = "broken"


class DisputeKind(StrEnum):
    """How a proposition is contested."""

    DENIES = "denies"
    NEITHER = "neither"
    REFRAMES = "reframes"
    COUNTER_ACCUSES = "counter-accuses"


class Manner(StrEnum):
    """How a speaker takes part in a dispute: finer than the stance of one statement."""

    ASSERTS = "asserts"
    ALLEGES = "alleges"
    DENIES = "denies"
    NEITHER = "neither"
    REFRAMES = "reframes"
    CONDITIONS = "conditions"
    COUNTER_ACCUSES = "counter-accuses"
    FALLS_SILENT = "falls silent"


class Avowal(StrEnum):
    """How somebody stands to a happening that is laid at a door."""

    CLAIMS = "claims responsibility"
    NOBODY = "claimed by nobody"
    ACCUSES = "accuses"
    DENIES = "denies"
    NEITHER = "neither confirms nor denies"
    SILENT = "does not answer"


class TalkLevel(StrEnum):
    """How high a talk is held, from the offices of those who sit in it."""

    HEAD = "head of state or government"
    MINISTER = "minister"
    DEPUTY = "deputy or official"
    TECHNICAL = "technical or military"
    ENVOY = "envoy"


class TalkPart(StrEnum):
    """How somebody stands beside a talk to which they are no party."""

    HOST = "host"
    MEDIATOR = "mediator"
    WITNESS = "witness"


class Course(StrEnum):
    """What became of an undertaking, beside how far it was carried out (Kroc 0 to 3)."""

    OFFERED = "offered"
    ANNOUNCED = "announced"
    REANNOUNCED = "re-announced"
    UNDER_WAY = "under way"
    STALLED = "stalled"
    REVERSED = "reversed"
    LAPSED = "lapsed"
    CARRIED_OUT = "carried out"


class StandingKind(StrEnum):
    """What kind of standing thing undertakings are about."""

    PIPELINE = "pipeline"
    RAILWAY = "railway"
    MARKET = "border market"
    CROSSING = "crossing"
    ZONE = "free-trade zone"
    AGREEMENT = "agreement"
    RESOLUTION = "resolution"


class Relation(StrEnum):
    """How two documents stand to each other. Duplicates and rewrites descend from one telling: one witness."""

    DUPLICATE = "duplicate"
    REWRITE = "rewrite"
    UPDATE = "update"
    SAME_EVENT = "same_event"


class Reliability(StrEnum):
    """Admiralty: how far a source can be relied on. The machine gives neither A nor E: both need a track record."""

    COMPLETELY = "A"
    USUALLY = "B"
    FAIRLY = "C"
    NOT_USUALLY = "D"
    UNRELIABLE = "E"
    UNKNOWN = "F"


class Credibility(StrEnum):
    """Admiralty: how far an information is to be believed, whoever tells it. The machine never calls one improbable."""

    CONFIRMED = "1"
    PROBABLE = "2"
    POSSIBLE = "3"
    DOUBTFUL = "4"
    IMPROBABLE = "5"
    UNKNOWN = "6"


def plain(stance: Stance, aux: Auxiliary | None) -> bool:
    """Whether a statement is told as plain fact: asserted (or reframed), and present, recent or historical."""
    return stance in (Stance.ASSERTS, Stance.REFRAMES) and aux in (None, Auxiliary.HISTORICAL)
