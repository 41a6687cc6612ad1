"""A deed in words: what was done by whom to whom, with no party that its sentence does not name."""

import re

from sarhad.codebook import EventType
from sarhad.codebook.actors import country_of, sector_of
from sarhad.monitor.desk import Desk
from sarhad.monitor.own_words import mode_of
from sarhad.monitor.wording import NOBODY, act, join
from sarhad.records import Actor, Statement

NOT_NAMED = NOBODY["UNK"]


def act_of(s: Statement, desk: Desk) -> str:
    """What was done by whom to whom, with no party that the sentence does not name."""
    noun, before = act(s.type, mode_of(s))
    actors = join(_doer(a, s, desk) for a in s.actors)
    targets = (_code(a, s, desk) for a in s.recipients if not _only_ground(a, s) and not _only_counted(a, s))
    called = (desk.names.of(code) for code in targets)
    recipients = join(name for name in called if name != NOT_NAMED)
    several = len({country_of(a.code) for a in s.actors}) > 1
    if s.type is EventType.ASSAULT and several and (not recipients or s.scope.value != "single"):
        return f"violence involving {actors}"  # a clash, or a joint strike whose target is not told: the text says which
    return noun + (f" by {actors}" if actors else "") + (f" {before} {recipients}" if recipients else "")


_PEOPLE = re.compile(r"(?:people|persons?|others|victims|those|dead|more|\d[\d,.]*)$", re.I)


def _only_counted(a: Actor, s: Statement) -> bool:
    """ "The pager blasts killed 12 people": those who died are counted; whom it was aimed at is not told."""
    counted = s.deaths is not None or s.injured is not None
    return (
        counted
        and s.confidence < 1.0
        and sector_of(a.code) == "CVL"
        and _PEOPLE.search(a.mention.strip()) is not None
    )


def _only_ground(a: Actor, s: Statement) -> bool:
    """ "A strike on the Lebanese capital killed X's commander": where somebody else is hit, the soil is only the place."""
    soil = sector_of(a.code) in ("UNK", "GOV") and a.resolved_by in ("adjective", "place", "metonym")
    return soil and any(r.resolved_by not in ("adjective", "place", "metonym") for r in s.recipients)


def _doer(a: Actor, s: Statement, desk: Desk) -> str:
    """A politician out of office by name: what a former president ordered was not done by the party."""
    if a.name and sector_of(a.code) == "PTY" and a.name != desk.names.of(a.code):
        return desk.names.actor(a)
    told = desk.names.doers([_code(a, s, desk)])
    return told.replace("armed forces", "security forces") if _SECURITY.search(a.mention) else told


_SECURITY = re.compile(r"\bsecurity (?:forces|services|personnel|officials)\b", re.I)


def _code(a: Actor, s: Statement, desk: Desk) -> str:
    """Civilians, gunmen and soldiers whose country the sentence leaves open are told without one."""
    return a.code if "/" in a.code or desk.seen.actor(a, s) else f"UNK.{sector_of(a.code)}"
