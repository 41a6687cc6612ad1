"""The standards as enumerations and tables. Facts and codes only; every definition is in our own words."""

from sarhad.codebook.ceasefires import Arrangement, CeasefirePhase, Ending
from sarhad.codebook.plover import MODES, QUAD, Auxiliary, EventType, Quad, mode_belongs
from sarhad.codebook.scales import (
    Basis,
    CommitmentStatus,
    Course,
    Credibility,
    DatePrecision,
    DisputeKind,
    Manner,
    PlaceLevel,
    Relation,
    Reliability,
    Scope,
    Stance,
    StandingKind,
    TalkLevel,
    plain,
)

__all__ = [
    "MODES",
    "QUAD",
    "Arrangement",
    "Auxiliary",
    "Basis",
    "CeasefirePhase",
    "CommitmentStatus",
    "Course",
    "Credibility",
    "DatePrecision",
    "DisputeKind",
    "Ending",
    "EventType",
    "Manner",
    "PlaceLevel",
    "Quad",
    "Relation",
    "Reliability",
    "Scope",
    "Stance",
    "StandingKind",
    "TalkLevel",
    "mode_belongs",
    "plain",
]
