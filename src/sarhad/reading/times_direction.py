"""Whether a time in a clause lies behind or ahead, told by the nearest verb: a rule of thumb, no parse."""

import re


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_WORD = re.compile(r"[A-Za-z]+(?:['’][a-z]+)?")
# an initial or a title ("Daniel P. Davison", "Gen. Munir") ends no sentence
_STOP = re.compile(
    r"(?<!\b[A-Z])(?<!\b(?:Mr|Dr|Lt|St|No))(?<!\b(?:Mrs|Gen|Col|Sen|Gov|Rep|Maj))[.!?;:]['\"”’)]*\s+(?=[\"“‘'(]?[A-Z])|\n"
)
_AHEAD = _set(
    "will shall won't we'll they'll he'll she'll it'll i'll payable expire expires expiring scheduled upcoming planned "
    "expects deadline slated tomorrow hopes intends aims tentatively meets arrives travels begins opens resumes "
    "convenes departs hosts"
)
_AHEAD_PHRASE = re.compile(
    r"\b(?:by|as (?:soon|early|late) as|no later than|starting|beginning|effective|(?:runs?|valid|lasts?|continues?) (?:through|to))"
    r"\s+(?:on\s+|the\s+)?$",
    re.I,
)
_MOVED_TO = re.compile(
    r"\b(?:extend|postpone|delay|defer|push|adjourn|move|continue|reschedule)\w*\b[^.]{0,40}?\b(?:to|until|till|past|through)\s+"
    r"(?:the\s+)?$",
    re.I,
)
_SET_FOR = re.compile(
    r"\b(?:call|set|schedul|slat|plann|announc|reserv|due|elections?|polls|vote|talks|summit|meeting|hearing)\w*\b"
    r"[^.,;]{0,30}?\bfor\s+(?:the\s+)?$",
    re.I,
)
_AHEAD_RIGHT = re.compile(r"\s+(?:deadline|expiry|return date|expiration|maturity|redemption)\b", re.I)
_BEHIND_RIGHT = re.compile(
    r"['’]?s?,?\s+(?:(?:it|he|she|they|the [a-z]+)\s+)?(?:had|was|were)\b(?!\s+(?:to|due|expected))", re.I
)
_BY = re.compile(r"\bby\s+(?:the\s+)?$", re.I)
_SAYING = _set("said told says added noted warned reported announced")
_WILL_RIGHT = re.compile(r"\s+(?:will|shall)\b")
_PAST_NOUNS = _set(
    "attack attacks assault massacre killing killings raid invasion earthquake coup onslaught bombing bombings"
)
_AGENTS = _set("he she it they we i who officials")
_BEHIND = _set(
    "said was were had told began met came went took made held gave got left saw fell rose struck hit sent won lost led "
    "found became brought fought broke shot spoke wrote ran shut knew kept paid put stood thought flew did grew drew "
    "spent drove sank swept withdrew overthrew agreed says since last ago blew threw caught sought chose rang fled bore "
    "laid dealt burst rejoined reopened"
)
_NOT_VERBS = _set("united need indeed speed breed feed seed bed red armed hundred sacred alleged so-called")
_BARE = _set(
    "meet resume begin start hold visit travel attend take arrive vote open close expire end be convene depart"
)
_NOT_DONE = _set(
    "refused failed declined began continued managed used unable started able appeared seemed returned"
)


def ahead(text: str, start: int, end: int) -> bool | None:
    """True: told as to come; False: told as past; None: nothing tells."""
    left = _clause_before(text, start)
    if _BEHIND_RIGHT.match(text, end) or _told_next(text, end):
        return False
    if _WILL_RIGHT.match(text, end):
        return True
    if _AHEAD_PHRASE.search(left[-30:]) or _MOVED_TO.search(left[-60:]) or _fixed_ahead(text, end):
        return not (_BY.search(left) and _from_right(text, end, _SAYING) is False)
    if _SET_FOR.search(left[-60:]) and text[end : end + 2] not in ("'s", "’s"):
        return True
    told = _from_left(_words(left)[-14:])
    return told if told is not None else _from_right(text, end)


def _clause_before(text: str, start: int) -> str:
    left = text[max(0, start - 160) : start]
    cut = [m.end() for m in _STOP.finditer(left)]
    return left[cut[-1] :] if cut else left


def _words(text: str) -> list[str]:
    return [w.lower().replace("’", "'") for w in _WORD.findall(text)]


_INTENDED = re.compile(
    r"\b(?:decid|agree|plan|promis|vow|pledg|order|invit|expect|schedul|hop|intend|prepar|propos|offer|summon|direct|"
    r"ask|requir|want|wait|aim|threaten|commit)\w*\s(?:[^.,;:]{1,80}\s)?to\s+(?!the\b|an?\b|its\b|their\b|his\b|her\b)[a-z]+\b[^.;:]*$",
    re.I,
)


def intended(text: str, start: int) -> bool:
    """ "agreed to admit them in March": what hangs on an intention is more often to come than long past."""
    return _INTENDED.search(_clause_before(text, start)) is not None


_NEXT_WORD = re.compile(r"\s+(?:also\s+|again\s+)?([a-z]+)\b")
_SURE = _set("will to shall won't would")


def _told_next(text: str, end: int) -> bool:
    """ "the department on Sunday issued …": the verb right after."""
    match = _NEXT_WORD.match(text, end)
    word = match[1] if match else ""
    return (word in _BEHIND or _past_form(word)) and word not in _AHEAD


def _past_form(word: str) -> bool:
    return word.endswith("ed") and len(word) > 3 and word not in _NOT_VERBS


def _fixed_ahead(text: str, end: int) -> bool:
    """ "the Jan. 14 deadline" lies ahead; "his Tuesday deadline" may have passed."""
    return text[end - 1 : end].isdigit() and _AHEAD_RIGHT.match(text, end) is not None


def _from_left(words: list[str]) -> bool | None:
    for at in range(len(words) - 1, -1, -1):
        word, before = words[at], words[max(0, at - 4) : at]
        if _tells_ahead(words, at):
            return "had" not in before
        if word in _BARE and before and before[-1] in ("to", "would", "could", "should"):
            if _NOT_DONE & set(before):
                continue
            return True
        if word in _PAST_NOUNS and len(words) - at <= 5:
            return False
        if word in _BEHIND or (_past_form(word) and word not in ("expected", *_WANTS)):
            return "be" in before[-2:] and not _AGENTS & set(before[-1:]) and bool(_SURE & set(before[-4:]))
    return None


# what these words must be followed by to tell of something to come: "is due to open", not "closed due to rain"
_WANTS = {
    "due": re.compile(r"(?:to (?!(?:the|an?|its|their|his|her|what|some)\b)\w*[^s](?: |$)|in|on|by|next|this|back|at|$)"),
    "set": re.compile(r"(?:to|for)\b"),
    "going": re.compile(r"to\b"),
    "plan": re.compile(r"(?:to|for)\b"),
    "plans": re.compile(r"(?:to|for)\b"),
}  # fmt: skip
_NEAR = _set("until till ahead")
_NO_PRESENT = _set("to did didn't not could couldn't")


def _tells_ahead(words: list[str], at: int) -> bool:
    """Whether the word at `at` puts the time after it ahead."""
    word, after = words[at], " ".join(words[at + 1 : at + 4])
    if word in _NEAR:  # "until Friday", "ahead of Friday's vote"; further off they speak of something else
        return len(words) - at <= 4 and not after.startswith("further")
    if word == "expected":
        return words[at - 1 : at] not in (["than"], ["as"])
    if word == "meet":  # "the envoys meet on Monday"
        return not _NO_PRESENT & set(words[max(0, at - 3) : at])
    wants = _WANTS.get(word)
    return wants.match(after) is not None if wants else word in _AHEAD


def _from_right(text: str, end: int, but: frozenset[str] = frozenset()) -> bool | None:
    right = text[end : end + 90]
    if cut := _STOP.search(right):
        right = right[: cut.start()]
    for word in _words(right)[:9]:
        if word in ("will", "shall", "won't", "meets", "arrives", "begins"):
            return True
        if word not in but and (word in _BEHIND or _past_form(word)):
            return False
    return None
