"""Whether what a person judged is a matter of the actor, place, act or theatre that is asked for."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from sarhad.knowledge.theatres import Theatre
from sarhad.monitor.selecting import belongs, in_period, select
from sarhad.records import Filters, Fused, Judgement, Reading, Statement

BY_DOCUMENTS = ("document", "stories", "families")
"""Kinds that are what their documents tell."""


def made_in_period(judgement: Judgement, filters: Filters) -> bool:
    """By the day on which it was said."""
    day = judgement.made_at.date()
    return in_period(day, day, filters)


def concerns(
    kind: str, item: Any, readings: Iterable[Reading], filters: Filters, theatre: Theatre | None
) -> bool:
    """Whether the thing of this kind is what is asked for, on whatever day."""
    wanted = replace(filters, since=None, until=None)
    if isinstance(item, Statement):
        return belongs(item, wanted, theatre)
    if kind in BY_DOCUMENTS:
        inside = set(getattr(item, "documents", (item.id,)))
        told = (r for r in readings if r.document.id in inside)
        return any(belongs(s, wanted, theatre) for r in told for s in r.statements)
    return bool(getattr(select(Fused(**{kind: (item,)}), wanted, theatre), kind))
