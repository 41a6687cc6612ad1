"""Whether a time in a clause lies behind or ahead, told by the nearest verb: a rule of thumb, no parse."""

import re

_WORD = re.compile(r"[A-Za-z]+(?:['’][a-z]+)?")
_STOP = re.compile(r"[.!?;:]['\"”’)]*\s+(?=[\"“‘'(]?[A-Z])|\n")
_AHEAD = frozenset(
    [
        "will",
        "shall",
        "won't",
        "we'll",
        "they'll",
        "he'll",
        "she'll",
        "it'll",
        "i'll",
        "due",
        "payable",
        "expire",
        "expires",
        "expiring",
        "scheduled",
        "upcoming",
        "planned",
        "plans",
        "plan",
        "expected",
        "expects",
        "until",
        "till",
        "deadline",
        "slated",
        "ahead",
        "tomorrow",
        "hopes",
        "intends",
        "aims",
        "going",
        "set",
        "tentatively",
    ]
)
_AHEAD_PHRASE = re.compile(
    r"\b(?:by|as (?:soon|early|late) as|no later than|starting|beginning|effective)\s+(?:on\s+|the\s+)?$",
    re.I,
)
_MOVED_TO = re.compile(
    r"\b(?:extend|postpone|delay|defer|push|adjourn|move|continue|reschedule)\w*\b[^.]{0,40}?\b(?:to|until|till|past)\s+"
    r"(?:the\s+)?$",
    re.I,
)
_AHEAD_RIGHT = re.compile(r"\s+(?:deadline|expiry|return date|expiration|maturity|redemption)\b", re.I)
_BEHIND_RIGHT = re.compile(
    r"['’]?s?,?\s+(?:(?:it|he|she|they|the [a-z]+)\s+)?(?:had|was|were)\b(?!\s+(?:to|due|expected))", re.I
)
_PAST_NOUNS = frozenset(
    [
        "attack",
        "attacks",
        "assault",
        "massacre",
        "killing",
        "killings",
        "raid",
        "invasion",
        "earthquake",
        "coup",
        "onslaught",
    ]
)
_AGENTS = frozenset(["he", "she", "it", "they", "we", "i", "who", "officials"])
_BEHIND = frozenset(
    [
        "said",
        "was",
        "were",
        "had",
        "told",
        "began",
        "met",
        "came",
        "went",
        "took",
        "made",
        "held",
        "gave",
        "got",
        "left",
        "saw",
        "fell",
        "rose",
        "struck",
        "hit",
        "sent",
        "won",
        "lost",
        "led",
        "found",
        "became",
        "brought",
        "fought",
        "broke",
        "shot",
        "spoke",
        "wrote",
        "ran",
        "shut",
        "knew",
        "kept",
        "paid",
        "put",
        "stood",
        "thought",
        "flew",
        "did",
        "grew",
        "drew",
        "spent",
        "drove",
        "sank",
        "swept",
        "withdrew",
        "overthrew",
        "agreed",
        "says",
        "since",
        "last",
        "ago",
    ]
)
_NOT_VERBS = frozenset(
    [
        "united",
        "need",
        "indeed",
        "speed",
        "breed",
        "feed",
        "seed",
        "bed",
        "red",
        "armed",
        "hundred",
        "sacred",
        "alleged",
        "so-called",
    ]
)
_BARE = frozenset(
    [
        "meet",
        "resume",
        "begin",
        "start",
        "hold",
        "visit",
        "travel",
        "attend",
        "take",
        "arrive",
        "vote",
        "open",
        "close",
        "expire",
        "end",
        "be",
    ]
)


_AGENTS = frozenset(["he", "she", "it", "they", "we", "i", "who", "officials"])


def ahead(text: str, start: int, end: int) -> bool | None:
    """True: told as to come; False: told as past; None: nothing tells."""
    left = text[max(0, start - 160) : start]
    if cut := [m.end() for m in _STOP.finditer(left)]:
        left = left[cut[-1] :]
    if _BEHIND_RIGHT.match(text, end) or _told_next(text, end):
        return False
    if _AHEAD_PHRASE.search(left[-30:]) or _MOVED_TO.search(left[-60:]) or _fixed_ahead(text, end):
        return True
    words = [w.lower().replace("’", "'") for w in _WORD.findall(left)][-14:]
    told = _from_left(words)
    return told if told is not None else _from_right(text, end)


_NEXT_WORD = re.compile(r"\s+(?:also\s+|again\s+)?([a-z]+)\b")
_SURE = frozenset("will to shall won't would".split())


def _told_next(text: str, end: int) -> bool:
    """ "the department on Sunday issued …": the verb right after."""
    match = _NEXT_WORD.match(text, end)
    word = match[1] if match else ""
    return (
        (word in _BEHIND or (word.endswith("ed") and len(word) > 4))
        and word not in _AHEAD
        and word not in _NOT_VERBS
    )


def _fixed_ahead(text: str, end: int) -> bool:
    """ "the Jan. 14 deadline" lies ahead; "his Tuesday deadline" may have passed."""
    return text[end - 1 : end].isdigit() and _AHEAD_RIGHT.match(text, end) is not None


def _from_left(words: list[str]) -> bool | None:
    for at in range(len(words) - 1, -1, -1):
        word = words[at]
        before = words[max(0, at - 4) : at]
        if word in _AHEAD:
            return "had" not in before[-3:] and not (word == "ahead" and "of" in words[at : at + 2])
        if word in _BARE and before and before[-1] in ("to", "would", "could", "should"):
            return True
        if word in _PAST_NOUNS and len(words) - at <= 5:
            return False
        if word in _BEHIND or (word.endswith("ed") and len(word) > 3 and word not in _NOT_VERBS):
            return "be" in before[-2:] and not _AGENTS & set(before[-1:]) and bool(_SURE & set(before[-4:]))
    return None


def _from_right(text: str, end: int) -> bool | None:
    right = text[end : end + 90]
    if cut := _STOP.search(right):
        right = right[: cut.start()]
    for word in _WORD.findall(right)[:9]:
        word = word.lower().replace("’", "'")
        if word in ("will", "shall", "won't"):
            return True
        if word in _BEHIND or (word.endswith("ed") and len(word) > 3 and word not in _NOT_VERBS):
            return False
    return None
