"""The record: append-only, with the time of what happened and the time of knowing it kept apart.

`open_record` opens a file; `Record` writes and reads it; `View` shows it as people judged it. `apply_judgements` gives
readings as judged, to fuse and to brief on.
"""

from sarhad.record.growth import Growth, Joined
from sarhad.record.judgements import Correction, apply_judgements, judge_fused
from sarhad.record.loading import Stats
from sarhad.record.opening import open_record
from sarhad.record.search import SearchHit
from sarhad.record.store import Record
from sarhad.record.together import together
from sarhad.record.view import Found, Mark, View

__all__ = [
    "Correction",
    "Found",
    "Growth",
    "Joined",
    "Mark",
    "Record",
    "SearchHit",
    "Stats",
    "View",
    "apply_judgements",
    "judge_fused",
    "open_record",
    "together",
]
