"""The standards as enumerations and tables. Facts and codes only; every definition is in our own words."""

from sarhad.codebook.ceasefires import CeasefirePhase
from sarhad.codebook.plover import MODES, QUAD, Auxiliary, EventType, Quad, mode_belongs
from sarhad.codebook.scales import (
    Basis,
    CommitmentStatus,
    DatePrecision,
    DisputeKind,
    PlaceLevel,
    Relation,
    Scope,
    Stance,
    plain,
)

__all__ = [
    "MODES",
    "QUAD",
    "Auxiliary",
    "Basis",
    "CeasefirePhase",
    "CommitmentStatus",
    "DatePrecision",
    "DisputeKind",
    "EventType",
    "PlaceLevel",
    "Quad",
    "Relation",
    "Scope",
    "Stance",
    "mode_belongs",
    "plain",
]
