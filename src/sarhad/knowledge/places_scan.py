"""Windows of a text that look like the name of a place, longest first at each word, and what stands around them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sarhad.knowledge.places_names import fold, words

WORD = re.compile(r"(?:[A-Z]\.){2,}|W\.Va\.|(?!(?<=['’])s\b)[^\W_]+(?:['’ʼ‘](?!s\b)[^\W_]+)*")
GAP = re.compile(r" |[-‐‑–]|['’]s | & |\n(?=\S)")
LONGEST = 7
ARTICLES = words("al el as an ash ar at ad az the")
KINDS = words(
    "border crossing pass gate valley river lake strait straits canal dam corridor camp refugee port "
    "airport airbase air base airfield field oil gas nuclear plant power facility site reactor centre "
    "center prison hospital mosque temple castle bridge tunnel island islands peninsula coast sea desert "
    "mountains heights hills plateau farms line zone province district county region agency division "
    "state city town tribal market pipeline refinery terminal enrichment technology heavy water research "
    "industrial military complex garrison panhandle route road pol occupied southern suburbs and of e i "
    "va o in ez es el-"
)
"""Small words that stand inside a name: "Chaman border crossing", "al-Udeid air base"."""
LOCATIVE = words(
    "in at near from outside to across along over around inside into toward towards through between off "
    "of within beyond via above below against on north south east west"
)
"""Words before a place's name. "of" and "on" prove little alone, but "city of", "outskirts of", "on Gaza" do."""
PROVES = LOCATIVE - {
    "of",
    "on",
    "against",
    "to",
    "between",
    "from",
    "above",
    "below",
    "over",
    "through",
    "north",
    "south",
    "east",
    "west",
}
TITLES = words(
    "mr mrs ms dr president minister premier general gen col colonel major maj captain capt sheikh mullah "
    "maulana ayatollah senator sen rep judge justice prince princess king queen lord sir spokesman "
    "spokeswoman spokesperson ambassador envoy commander chief secretary chancellor sergeant sgt "
    "lieutenant lt brigadier brig admiral adm governor gov mayor coach professor prof imam mufti rabbi "
    "pope saint deputy officer director author analyst"
)
INSTITUTIONS = words(
    "post times globe herald tribune gazette journal chronicle guardian telegraph observer university "
    "college school fc united rovers cup league championship award act accord accords protocol convention "
    "declaration bank airlines airways motors group inc corp ltd llc company foundation institute avenue "
    "street road st rd ave boulevard summit treaty agreement process format plan war"
)
PRESS = words("news News agency Agency TV Radio Media Times Post")
PERSONAL = words(
    "ali khan sharif hassan hasan hussein husain hussain ahmed ahmad mohammed muhammad mohammad abdullah "
    "ibrahim ismail omar umar hamza salman faisal khalid nasser nasrallah haniyeh sinwar amir asim munir "
    "bilawal imran nawaz shehbaz maryam asif dar hamid karim rahim jalal kamal jamal said saeed sadiq "
    "rashid mansour malik mir haider zaman noor sultan bibi khalil yusuf yousuf salim saleem tariq javed "
    "jawad reza mehdi hadi musa isa yahya zia ghani karzai washington? jackson lincoln madison jefferson "
    "franklin clinton austin houston dallas carter reagan nixon hayden wilson johnson davis harris walker "
    "cameron blair brown cook lewis nelson marshall sullivan bolton preston milton morgan logan tyler "
    "taylor mason warren monroe hamilton kent stanley chester burns charlotte victoria florence sydney "
    "adelaide virginia carolina savannah georgia? jordan? chad? israel? martin santiago diego francisco "
    "jose antonio maria rosa santos lopez garcia gomez rodriguez salvador leon luis rafael"
)
CAPITAL_OPENERS = words(
    "the in on at but and a an as for from after before while when since if with by to of that this these "
    "those it he she they his her their its some many most all both no not near inside outside across "
    "meanwhile later earlier however although though despite during between under over also according yet "
    "so north south east west northern southern eastern western northeastern northwestern southeastern "
    "southwestern central upper lower greater"
)


SURELY_STATES = words("Ariz Calif Colo Conn Fla Mich Minn Neb Okla Tenn Tex Wis Wyo")
"""Abbreviations of states that are no words, names or titles of their own ("Miss.", "Del.", "Wash." are)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """A run of words that may be a place's name, with the signs around it."""

    start: int
    end: int
    text: str
    key: str
    located: bool
    """A preposition of place stands right before it."""
    titled: bool
    """A person's title stands right before it."""
    institution: bool
    """A word of a paper, firm or school stands right after it."""
    personal: bool
    """The name is above all a person's name."""
    after_name: bool
    """Another capitalised word stands right before it."""
    before_name: bool
    """Another capitalised word stands right after it."""
    saint: bool
    """A saint's name in the genitive: "St. Patrick's Day", "St. John's Hospital"."""
    short: bool
    """It may be a state's abbreviation ("Alexandria, La.")."""


def windows(text: str) -> Iterator[Window]:
    """Candidate windows, leftmost first and longest first, with capitals where a name has them: on every word but
    articles and words for a kind of place."""
    words = list(WORD.finditer(text))
    capital = [w.group()[0].isupper() or w.group()[0].isdigit() for w in words]
    fits = [c or w.group() in ARTICLES or w.group() in KINDS for c, w in zip(capital, words, strict=True)]
    for i, word in enumerate(words):
        if not (word.group()[0].isupper() or word.group() in ARTICLES):
            continue
        for j in range(_last(text, words, fits, i), i - 1, -1):
            if any(capital[i : j + 1]):
                yield _window(text, words, i, j)


def _last(text: str, words: list[re.Match[str]], fits: list[bool], i: int) -> int:
    """The last word that a name beginning at word `i` may hold."""
    last = i
    while (
        last + 1 < len(words)
        and last - i < LONGEST - 1
        and fits[last + 1]
        and _joins(text, words[last], words[last + 1])
    ):
        last += 1
    return last


def _joins(text: str, left: re.Match[str], right: re.Match[str]) -> bool:
    gap = text[left.end() : right.start()]
    return (
        bool(GAP.fullmatch(gap))
        or (gap == ". " and left.group() in ("St", "Ste", "Mt", "Ft", "W"))
        or (gap == ", " and right.group() in ("D.C.", "DC"))
    )


def _window(text: str, words: list[re.Match[str]], i: int, j: int) -> Window:
    start, end = words[i].start(), words[j].end()
    before = words[i - 1] if i and text[words[i - 1].end() : start] in (" ", ". ", "\n") else None
    after = words[j + 1] if j + 1 < len(words) and text[end : words[j + 1].start()] == " " else None
    left, right = before.group() if before else "", after.group() if after else ""
    touching = before is not None and text[before.end() : start] == " "
    key = fold(text[start:end])
    return Window(
        start=start, end=end, text=text[start:end], key=key,
        located=touching and left.lower() in PROVES,
        titled=left.lower() in TITLES and (touching or len(left) <= 4) and left[:1].isupper(),
        institution=(right.lower() in INSTITUTIONS and right[:1].isupper()) or right in PRESS,
        personal=key in PERSONAL,
        after_name=touching and left[:1].isupper() and left.lower() not in CAPITAL_OPENERS,
        before_name=right[:1].isupper(),
        saint=key.startswith(("st ", "saint ")) and text[end : end + 2] in ("'s", "’s"),
        short=_short(text, start, end),
    )  # fmt: skip


def _short(text: str, start: int, end: int) -> bool:
    """Whether it may be a state's abbreviation: after a comma or a party ("D-N.Y."), or unlike any word ("S.C.", "Fla.")."""
    name = text[start:end]
    stopped = text[end : end + 1] == "."
    dotted = stopped or "." in name
    if not name.replace(".", "").replace(" ", "").isalpha():
        return False
    if dotted and ("." in name or name in SURELY_STATES):
        return True
    led = text[max(0, start - 2) : start] in (", ", "D-", "R-")
    return led and (dotted or name.isupper())
