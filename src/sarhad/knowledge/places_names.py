"""How a place's name is compared: without case, accents, apostrophes and hyphens."""

import unicodedata

APOSTROPHES = "'’‘ʼʻ`´ʿʾ"
"""Apostrophes, and the half rings of transliteration: "Sana'a", "Ta‘izz"."""
HYPHENS = "-‐‑–—"
_SPELLED = str.maketrans({"ı": "i", "İ": "i", "ł": "l", "Ł": "l", "ø": "o", "Ø": "o", "ß": "ss", "æ": "ae", "Æ": "ae",
                          "đ": "d", "Đ": "d", "ð": "d", "þ": "th", "ə": "e", "Ə": "e", "œ": "oe", "&": " and ",
                          ".": " ", ",": " ", "/": " ", "(": " ", ")": " "}
                         | dict.fromkeys(APOSTROPHES, "") | dict.fromkeys(HYPHENS, " "))  # fmt: skip


def words(text: str) -> frozenset[str]:
    """The words of a text, as a set: for word lists that read as prose."""
    return frozenset(text.split())


def fold(name: str) -> str:
    """The key of a name: "Dera Ismāʿīl Khān" and "Dera Ismail Khan" are one."""
    if name.isascii():
        plain = name.translate(_SPELLED)
    else:
        plain = "".join(
            c for c in unicodedata.normalize("NFKD", name.translate(_SPELLED)) if not unicodedata.combining(c)
        )
    return " ".join(plain.lower().split())


def latin(name: str) -> bool:
    """Whether every letter is Latin."""
    return all(not c.isalpha() or "LATIN" in unicodedata.name(c, "") or c in APOSTROPHES for c in name)


def plain_letters(name: str) -> str:
    """The name without accents, its case and signs kept: "Kermān" → "Kerman"."""
    return "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
