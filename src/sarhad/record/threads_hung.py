"""What a merge or split of threads hangs on: the ids a person gives become anchors of statements, which outlive a thread's id."""

from dataclasses import replace
from typing import Any

from sarhad.errors import UnknownId, WrongUse
from sarhad.record.threads_together import THREAD_KINDS, anchor_of, founder, holds, members
from sarhad.record.view import View
from sarhad.records import Judgement


def hung(judgement: Judgement, view: View) -> Judgement:
    """The judgement as it is kept. WrongUse or UnknownId where it names no thread of its kind, or nothing would come of it."""
    if judgement.verdict == "split":
        return _split(judgement, view)
    if not judgement.value:
        raise WrongUse(f"a merge needs the id of another {judgement.field}: --value ID")
    one, other = _thread(judgement.target, judgement, view), _thread(judgement.value, judgement, view)
    if one is other:
        raise WrongUse(f"{judgement.target} and {judgement.value} are one {judgement.field} already")
    return replace(
        judgement,
        target=_key(judgement.target, one, other),
        value=_key(judgement.value, other, one),
    )


def _split(judgement: Judgement, view: View) -> Judgement:
    thread = _thread(judgement.target, judgement, view)
    if thread.id == judgement.target:
        raise WrongUse(
            f"a split takes a statement out of its {judgement.field}; name the statement: sarhad show {thread.id} lists them"
        )
    if all(anchor_of(m) == judgement.target for m in members(thread)):
        raise WrongUse(f"{judgement.target} stands alone in {thread.id} already")
    return judgement


def _thread(key: str, judgement: Judgement, view: View) -> Any:
    threads = getattr(view.fused, THREAD_KINDS[judgement.field or ""])
    found = next((t for t in threads if t.id == key), None) or next(
        (t for t in threads if holds(t, key)), None
    )
    if found is None:
        raise UnknownId(f"no {judgement.field} has the id {key!r} or a report by that statement")
    return found


def _key(given: str, thread: Any, other: Any) -> str:
    """A statement that the other thread does not rest on, too; where there is none, the id."""
    key = founder(thread) if given == thread.id else given
    own = (a for m in members(thread) if (a := anchor_of(m)) and not holds(other, a))
    return next(own, str(thread.id)) if holds(other, key) else key
