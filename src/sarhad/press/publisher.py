"""The name of the outlet as its page shows it: behind the headline in the page's title, in the copyright line, or as
the masthead above the menu.

A name is taken only when the page says it twice (masthead and title, say) or when its address spells it.
"""

import re
from collections.abc import Iterator, Sequence
from urllib.parse import urlsplit

from sarhad.press.boilerplate import boilerplate

DIVIDER = re.compile(r"\s+(?:[|·•»«–—-]|::)\s+|\s*\|\s*|:\s+")
COPYRIGHT = re.compile(
    r"(?:©|\(c\)|\bcopyright\b)[\s©]*(?:(?:19|20)\d\d(?:\s*[-–]\s*(?:(?:19|20)\d\d|\d\d))?)?[\s,]*(?:by\s+)?(?P<name>[^\W\d_][\w'’& -]{2,48})",
    re.I,
)
RIGHTS = re.compile(r"\s+(?:all\b|and\b|inc\b|ltd\b|llc\b|limited\b|pvt\b|group\b).*$", re.I)
MAX_WORDS, MAX_NAME = 6, 48
FOOT = 1_500
MIN_LETTERS = 4


def publisher_named(
    text: str,
    *,
    page_title: str | None = None,
    headlines: Sequence[str] = (),
    url: str | None = None,
) -> str | None:
    """The outlet's name as a page shows it, None when nothing on the page bears one out. `headlines`: what is known
    to be none, the likeliest to be a logo last."""
    host = compact((urlsplit(url or "").hostname or "").removeprefix("www.").rsplit(".", 1)[0])
    parts = [p.strip() for p in DIVIDER.split(page_title or "") if p.strip()]
    if len(host) >= MIN_LETTERS:  # what the address does not spell is a section as often as a name
        return _spelled(host, [*parts, text[:FOOT], text[-FOOT:]])
    for name in (*_from_title(parts, headlines), *_from_copyright(text)):
        if len(compact(name)) >= MIN_LETTERS and _twice(name, text, page_title):
            return name
    return _masthead(text, headlines)


def compact(name: str) -> str:
    """Letters and digits alone, as an address spells a name."""
    return "".join(c for c in name.casefold() if c.isalnum()).removeprefix("the")


def without_name(title: str, name: str | None) -> str:
    """A page's title without the outlet's name before or behind it.

    >>> without_name("River Post: Ferry stops for the winter", "River Post")
    'Ferry stops for the winter'
    """
    if not name:
        return title
    escaped = re.escape(name)
    rest = re.sub(
        rf"^{escaped}\s*(?:[|·•»–—:-]|::)+\s*|\s*(?:[|·•»«–—:-]|::)+\s*{escaped}$", "", title.strip()
    )
    return rest or title


def _spelled(host: str, places: list[str]) -> str | None:
    """The words that the address spells without its blanks: "khyberpost" → "Khyber Post"."""
    pattern = re.compile(
        r"(?<!\w)(?:The )?" + r"[ '’&-]{0,2}".join(map(re.escape, host)) + r"(?!\w|\.\w)", re.I
    )
    names = (m.group() for place in places for m in pattern.finditer(place))
    # one word in running text ("border" on border.example) is a word; two that spell the address are its name
    found = [n for n in names if n in places or (re.search(r"[ -]", n) and not n.islower())]
    return max(found, key=lambda name: (" " in name, not name.isupper(), not name.islower()), default=None)


def _from_title(parts: list[str], headlines: Sequence[str]) -> list[str]:
    """Parts of the page's title that are no headline; where all are, the one that could be a logo."""
    known = [compact(h) for h in headlines]
    named = [p for p in (parts[-1], parts[0]) if _name_like(p)] if len(parts) > 1 else []
    return [p for p in named if compact(p) not in known] or [p for p in named if compact(p) in known[-1:]]


def _from_copyright(text: str) -> Iterator[str]:
    for match in COPYRIGHT.finditer(text, max(0, len(text) - FOOT)):
        name = RIGHTS.sub("", match["name"]).strip(" -'’&")
        if _name_like(name):
            yield name


def _masthead(text: str, headlines: Sequence[str]) -> str | None:
    """The very first line, when the page says it again where outlets name themselves."""
    name = text.lstrip()[:FOOT].partition("\n")[0].strip()
    if not (_name_like(name) and len(name.split()) > 1 and name[0].isupper()) or boilerplate(name):
        return None
    again = rf"[(|]\s*{re.escape(name)}\s*[)|]|{re.escape(name)}\s*/|(?:©|\(c\)|by)\s*{re.escape(name)}"
    return (
        name
        if compact(name) not in map(compact, headlines) and re.search(again, text[len(name) :], re.I)
        else None
    )


def _name_like(text: str) -> bool:
    """Short, without digits at its start or the end of a sentence."""
    return (
        0 < len(text) <= MAX_NAME
        and len(text.split()) <= MAX_WORDS
        and not re.search(r"[.!?,;:|]|\d{4}", text)
    )


def _twice(name: str, text: str, page_title: str | None) -> bool:
    """Whether the page says the name at least twice, its title included."""
    return text.casefold().count(name.casefold()) + (name.casefold() in (page_title or "").casefold()) > 1
