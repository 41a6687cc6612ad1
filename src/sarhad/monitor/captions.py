"""Captions that stand in the text of an article: what a picture shows is no report of the day.

"Smoke rises … on June 4, 2024", "Officers inspect a house hit by …, on Saturday. Jane Doe/AP": the scene is told in the
present, the deed only names it, and day and place are the picture's.
"""

import re

from sarhad.records import Statement

_SCENE = re.compile(
    r"^\W*(?:[A-Z]{3,}[\w, .]*\W+)?(?:[\w’'.-]+,?\s+){1,14}?"
    r"(?:speaks?|attends?|walks?|stands?|looks?|gestures?|poses?|holds?|waves?|(?:is|are) (?:seen|pictured|shown)|arrives?|leaves?|"
    r"listens?|carry|carries|inspects?|sits?|gathers?|address(?:es)?|rides?|drives?|fly|flies|rises?|billows?|reacts?|chants?|burns?|"
    r"march(?:es)?|protests?|prays?|mourns?|patrols?|pass(?:es)?|works?|search(?:es)?|wears?|greets?|survey|surveys|clear|clears|use|uses|"
    r"tr(?:y|ies)|flees?|takes?|visits?|check|checks|examines?|remains?|lies?|lie|run|runs|cr(?:y|ies)|comforts?|embraces?|erupts?|falls?|lands?|glows?|illuminates?)\b"
)
_PAST = re.compile(
    r"\b(?:was|were|had|has|have|will|would|said|says|told|began|met|came|went|according|reported|warned|struck|fired|launched)\b"
)
_FULL_DATE = re.compile(
    r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? \d{1,2},? (?:19|20)\d\d\b|\b\d{1,2} [A-Z][a-z]+ (?:19|20)\d\d\b"
)
_WEEKDAY_AT_END = re.compile(r"^(?!.*\b(?:said|says)\b).*\bon (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\W*$")
_CREDIT = re.compile(
    r"^[\s(]*(?:Photo|Image|Picture|File)?\b[^.\n]{0,60}(?:/(?:AP|AFP|Reuters|EPA|Getty|Anadolu|Bloomberg|NurPhoto)|Getty Images|\bvia (?:AP|Getty|Reuters)|REUTERS|\(AP)"
)
_CREDITED = re.compile(
    r"\((?:[A-Z][\w.’'-]*\s){1,4}?[A-Z][\w.’'-]*\s?/\s?[A-Z][\w-]{1,12}(?:\s(?:Images|News|Photo|via [\w ]+))?\)\W*$"
)
""" "… pay their last respects.(Dana Miro/XYZ-NEWS)": the photographer's name closes a caption."""


def of_a_picture(s: Statement, after: str) -> bool:
    """Whether the sentence of `s` shows a scene; `after` is the text behind it, where a photographer is credited."""
    words = " ".join(s.sentence.quote.split())
    if _CREDITED.search(words):
        return True
    scene = _SCENE.match(words)
    if scene is None:
        return False
    past = _PAST.search(words)
    if past is not None and past.start() < scene.end():
        return False
    return bool(_FULL_DATE.search(words) or _WEEKDAY_AT_END.search(words) or _CREDIT.match(after))
