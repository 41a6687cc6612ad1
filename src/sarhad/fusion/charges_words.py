"""How a denial is known, and the words of charges and denials that say nothing of what is charged."""

import re

from sarhad.codebook import Stance
from sarhad.fusion.words import content

DENYING = (Stance.DENIES, Stance.NEITHER)
DENIES = re.compile(
    r"\bden(?:y|ie[ds]|ying)\b|\b(?:reject|dismiss|refut|rebuff)\w* (?:[\w’'-]+ ){0,4}(?:alleg|accus|claim|charge|report|assertion|blame)\w*|\bbaseless\b|\bunfounded\b",
    re.I,
)
EMPTY = content(
    "accuse accuses accused accusing blame blamed blames allege alleged alleges charge charges charged claim claims claimed deny denied denies reject "
    "rejected rejects dismiss dismissed allegation allegations accusation accusations government country side officials said"
)
"""Words that fit any charge."""
