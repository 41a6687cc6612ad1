"""Fusion: from the statements of many documents to what they tell together.

`fuse` is pure and deterministic: the same readings give the same result, in whatever order they arrive.
"""

from collections.abc import Sequence
from datetime import date

from sarhad.fusion.accusations import accusations
from sarhad.fusion.assessments import assessments
from sarhad.fusion.avowals import avowed
from sarhad.fusion.ceasefires import ceasefires
from sarhad.fusion.charges import newest
from sarhad.fusion.commitments import commitments
from sarhad.fusion.counts_told import with_counts
from sarhad.fusion.courses import charted
from sarhad.fusion.disputes import disputes
from sarhad.fusion.drift import drift, retold, unattributed
from sarhad.fusion.duplicates import near_duplicates
from sarhad.fusion.families import families, relate
from sarhad.fusion.fulfilled import fulfilled
from sarhad.fusion.gathering import arrange, gather
from sarhad.fusion.incidents import incidents
from sarhad.fusion.obligations import obligations
from sarhad.fusion.stalls import with_stalls
from sarhad.fusion.standing import standing
from sarhad.fusion.stories import StoryRow, stories, story_row
from sarhad.fusion.talks import talks
from sarhad.fusion.undone import attach
from sarhad.records import Fused, Link, Reading, Story

__all__ = ["StoryRow", "fuse", "near_duplicates", "stories"]


Grown = tuple[Sequence[Link], Sequence[Story]]
"""How documents stand to each other, and their stories, where they were worked out as each came."""


def fuse(readings: Sequence[Reading], *, today: date | None = None, grown: Grown | None = None) -> Fused:
    """What many readings tell together. `today` bounds nothing yet: silence is counted by whoever tells it. `grown` spares comparing
    all documents anew; it is what comparing them would find."""
    ordered = arrange(readings)
    documents = [r.document for r in ordered]
    links, told = grown or (relate(documents), stories(map(story_row, documents)))
    kin = families(documents, links)
    gathering = gather(ordered, kin)
    retellings = retold(gathering)
    happened = incidents(gathering, unattributed(gathering, retellings))
    going_on = assessments(gathering)
    quarrels = disputes(gathering)
    last = newest(gathering)
    promised = fulfilled([charted(c, gathering, last) for c in commitments(gathering)], gathering)
    held = with_stalls(promised, standing(gathering, promised), gathering)
    charged = accusations(gathering, quarrels)
    return Fused(
        families=tuple(kin),
        links=tuple(links),
        stories=tuple(told),
        incidents=tuple(with_counts(avowed(happened, charged, quarrels, gathering), gathering)),
        talks=tuple(talks(gathering)),
        disputes=tuple(quarrels),
        commitments=(*attach(held.commitments, held.things, gathering), *obligations(gathering)),
        ceasefires=tuple(ceasefires(gathering, happened, going_on)),
        drift=tuple(drift(gathering, happened, going_on, retellings)),
        assessments=tuple(going_on),
        accusations=tuple(charged),
        standing=held.things,
    )
