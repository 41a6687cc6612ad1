"""The standards as enumerations and tables. Facts and codes only; every definition is in our own words."""

from sarhad.codebook.ceasefires import Arrangement, CeasefirePhase, Ending
from sarhad.codebook.plover import MODES, QUAD, Auxiliary, EventType, Quad, mode_belongs
from sarhad.codebook.scales import (
    Basis,
    CommitmentStatus,
    Credibility,
    DatePrecision,
    DisputeKind,
    PlaceLevel,
    Relation,
    Reliability,
    Scope,
    Stance,
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
    "Credibility",
    "DatePrecision",
    "DisputeKind",
    "Ending",
    "EventType",
    "PlaceLevel",
    "Quad",
    "Relation",
    "Reliability",
    "Scope",
    "Stance",
    "mode_belongs",
    "plain",
]
