"""The words for offices: what a title in running text calls, and which office of the registry that is."""

import re

OFFICE_WORDS: dict[str, tuple[str, ...]] = {
    "president": ("president",),
    "vice president": ("vice president", "vice-president"),
    "prime minister": ("prime minister", "premier", "pm"),
    "caretaker prime minister": ("caretaker prime minister", "prime minister", "interim prime minister"),
    "chancellor": ("chancellor",),
    "supreme leader": ("supreme leader", "leader"),
    "king": ("king",),
    "crown prince": ("crown prince",),
    "emir": ("emir", "amir"),
    "sultan": ("sultan",),
    "foreign minister": ("foreign minister", "minister of foreign affairs", "fm", "top diplomat", "external affairs minister", "minister for foreign affairs", "counterpart"),
    "deputy prime minister": ("deputy prime minister", "deputy pm"),
    "secretary of state": ("secretary of state", "top diplomat", "us secretary of state"),
    "foreign secretary": ("foreign secretary", "foreign minister"),
    "defence minister": ("defence minister", "defense minister", "minister of defence", "minister of defense"),
    "defence secretary": ("defence secretary", "defense secretary", "secretary of defense", "secretary of war", "war secretary"),
    "interior minister": ("interior minister", "home minister", "minister of interior", "minister of the interior", "security czar"),
    "information minister": ("information minister", "minister of information"),
    "commerce minister": ("commerce minister",),
    "finance minister": ("finance minister",),
    "army chief": ("army chief", "chief of army staff", "coas", "chief of defence forces", "field marshal", "general"),
    "ispr director general": ("military spokesman", "military spokesperson", "dg ispr", "ispr director general", "army spokesman"),
    "spokesman": ("spokesman", "spokesperson", "spokeswoman"),
    "foreign office spokesperson": ("spokesman", "spokesperson", "spokeswoman"),
    "special envoy": ("special envoy", "special representative", "envoy"),
    "security council secretary": ("secretary", "security council secretary", "security chief"),
    "national security adviser": ("national security adviser", "national security advisor"),
    "intelligence chief": ("intelligence chief", "spy chief", "director general"),
    "speaker": ("speaker", "parliament speaker", "speaker of parliament"),
    "ambassador": ("ambassador", "envoy"),
    "secretary general": ("secretary-general", "secretary general", "chief"),
    "high commissioner": ("high commissioner", "commissioner"),
    "director general": ("director general", "director-general", "chief"),
    "group leader": ("leader", "chief", "head", "commander"),
    "party leader": ("leader", "chief", "chairman", "head"),
}  # fmt: skip
"""Office → the words that call it."""

_ALL_WORDS = sorted({word for words in OFFICE_WORDS.values() for word in words}, key=len, reverse=True)
_GONE = r"former|then|late|ex|slain|ousted|incoming|predecessor|elect|deposed|assassinated|designate|nominee"

OFFICE_BEFORE = re.compile(
    rf"(?P<gone>\b(?i:{_GONE})\b[\w\s’'-]{{0,25}}?)?\b(?P<office>(?i:{'|'.join(map(re.escape, _ALL_WORDS))}))"
    r"(?:\s+(?:of|for|on|to)\s+(?:the\s+)?[A-Z]\w+)?,?\s+(?:[A-Z][\w.-]*\s+){0,2}\Z"
)
"""A title right before a person's name, told as former or not."""


_BASE = re.compile(
    r" (?:to\b|for\b|in\b|of\b|on\b|abroad\b|\(one).*"
)  # "ambassador to Pakistan" is called ambassador


def bare_office(office: str) -> str:
    """An office without where it is held: `bare_office("ambassador to Pakistan") == "ambassador"`."""
    return _BASE.sub("", office)


def office_matches(office: str, words: str) -> bool:
    """Whether words in a text call an office: `office_matches("foreign minister", "FM")`."""
    lower = " ".join(words.lower().split())
    plain = bare_office(office)
    return lower == plain or lower in OFFICE_WORDS.get(plain, ()) or plain.endswith(f" {lower}")
