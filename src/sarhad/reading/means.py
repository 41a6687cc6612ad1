"""By which means force is used, as words tell it: the weapon, or what is done to people and things."""

import re


def _words(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{pattern})\b", re.I)


_AIR = r"air(?: and \w+)?[ -]?(?:strikes?|raids?|attacks?)|aerial|warplanes?|(?:fighter )?jets?|air force|from the air|gunships?|sorties?|F-\d\d"
_STORED = r"(?! (?:production|facilit|factor|site|program|depot|launch(?:er|ing)|arsenal|stockpile|defen[cs]e|unit|base|maker))"
""" "A missile factory", "its drone unit": what is hit or who, not by what."""
_HEAVY = (
    rf"missiles?\b{_STORED}|rockets?\b{_STORED}|shell(?:s|ed|ing)|artillery\b{_STORED}|howitzers?|mortars?|tanks?|"
    r"bombard\w*|barrages?|salvos?|projectiles?|sho(?:t|ot\w*) down"
)
_WEAPONS = (
    ("suicide-attack", _words(r"suicide(?: \w+)?|blew (?:him|her|them)sel\w+|bombers? (?:rammed|drove|blew|detonated)")),
    ("unconventional", _words(r"chemical weapons?|nerve (?:agent|gas)|chlorine|white phosphorus")),
    ("crowd-control", _words(r"tear ?gas|water cannons?|rubber bullets|batons?|pepper spray")),
    ("drone", _words(rf"drones?\b{_STORED}|uavs?|unmanned|quadcopters?|loitering munitions?")),
    ("aerial", _words(_AIR)),
    ("heavy-weapons", _words(_HEAVY)),
    ("explosives", _words(r"(?:\w+-)?bomb(?:s|ing|ings)?|blasts?|explo\w+|ieds?|(?:land)?mines?|grenades?|detonat\w+|booby")),
    ("abduct", _words(r"hostages?|kidnap\w*|abduct\w*|captive|snatch\w*")),
    ("firearms", _words(r"gun\w*|shot|shoot\w*|opened fire|firing|gunfire|snipers?|bullets?|rifles?|exchange of fire")),
    ("targeted", _words(r"assassinat\w*|targeted (?:killing|strike)s?|eliminat\w+")),
    ("primitive", _words(r"stabb\w+|kni(?:fe|ves|fed)|machetes?|axes?|hurled stones|stone-throwing|molotov")),
)  # fmt: skip
_OF_ONES_OWN = frozenset(("abduct",))
"""Told by the act's own words alone: "two of the hostages were killed" tells of people killed, not taken."""


def means_told(own: str, clause: str) -> str | None:
    """The means that the act's own words tell, else those of its clause."""
    return _told(own, frozenset()) or _told(_ANSWERED.sub(" ", clause), _OF_ONES_OWN)


def _told(text: str, without: frozenset[str]) -> str | None:
    for mode, pattern in _WEAPONS:
        found = pattern.search(text) if mode not in without else None
        if found:
            return _first_of(mode, found.start(), text)
    return None


_ANSWERED = re.compile(r"\b(?:in (?:response|retaliation|revenge) (?:to|for)|following|amid)\b[^,;]*", re.I)
"""What an act answers was done by others, in their own way."""


def _first_of(mode: str, at: int, text: str) -> str:
    """ "Rockets and drones": what is told first."""
    heavy = _HEAVIES.search(text) if mode == "drone" else None
    return "heavy-weapons" if heavy is not None and heavy.start() < at else mode


_HEAVIES = dict(_WEAPONS)["heavy-weapons"]
