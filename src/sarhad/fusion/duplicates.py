"""Near-duplicates: documents that share their wording.

Hashes of 8-word passages, one in eight of them, the same ones wherever a passage stands, propose candidates (MinHash by
divisibility: unlike bands of minima it also finds the excerpt in the long text); exact Jaccard and containment over 4-word
shingles decide. A pair is near-duplicate when half of the shingles of both are shared (Jaccard) or most of the shorter one
stands in the longer (containment). Texts of a few sentences are found by every run of four words: samples passed over some.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from zlib import crc32

from sarhad.codebook import Relation
from sarhad.fusion.words import tokens
from sarhad.records import Link

SHINGLE = 4
JACCARD = 0.5
CONTAINED = 0.6
PASSAGE = 8
SAMPLE = 8
FEWEST = 6
FEW_WORDS = 100
SHARED = 0.08
"""Two texts are compared when they share this much of the keys of the one with fewer."""
MOST = 50
"""Of the documents under one key so many are compared: a passage in more of them is a house's standing text, or a wire story of which
each copy is found by fifty others."""
SHORTEST = 12
"""Below this many shingles (a headline, a feed teaser) only near-identity counts: two teasers share stock phrases."""
TEMPLATE_WORDS = 160

Shingles = frozenset[int]

_TEMPLATE = re.compile(
    r"enable (?:javascript|cookies)|javascript is (?:disabled|required)|verify(?:ing)? (?:that )?you are (?:a )?human|"
    r"are you a robot|not a robot|unusual (?:traffic|activity)|access (?:to this page )?(?:is |has been )?denied|"
    r"checking your browser|captcha|subscri(?:be|ption)[^.]{0,60}(?:to (?:continue|read|unlock)|required)|"
    r"(?:log|sign) in to (?:continue|read)|already a subscriber|page (?:could )?not (?:be )?found|403 forbidden|error 404",
    re.I,
)


def is_template(text: str) -> bool:
    """Whether a text is a paywall, bot check or error page rather than an article: such pages are no telling of anything."""
    return len(tokens(text)) < TEMPLATE_WORDS and bool(_TEMPLATE.search(text))


def shingles(text: str) -> Shingles:
    """Hashes of every run of four words, of the whole when it is shorter; CRC-32 is stable between runs, `hash` is not."""
    words = tokens(text)
    runs = (" ".join(words[i : i + SHINGLE]).encode() for i in range(max(1, len(words) - SHINGLE + 1)))
    return frozenset(crc32(run) | len(run) << 32 for run in runs) if words else frozenset()


def overlap(a: Shingles, b: Shingles) -> tuple[float, float]:
    """Jaccard and containment (of the smaller in the larger)."""
    shared = len(a & b)
    if not shared:
        return 0.0, 0.0
    return shared / (len(a) + len(b) - shared), shared / min(len(a), len(b))


def passage_keys(text: str) -> tuple[int, ...]:
    """By which passages a text is found: of all its runs of eight words those whose hash is divisible by eight, at least
    `FEWEST`; of a short text also all runs of four words. What is chosen depends on the passage alone, so an excerpt keeps
    the keys of what it took over."""
    words = tokens(text)
    if not words:
        return ()
    starts = range(max(1, len(words) - PASSAGE + 1))
    runs = {crc32(" ".join(words[i : i + PASSAGE]).encode()) for i in starts}
    chosen = sorted(h for h in runs if h % SAMPLE == 0)
    long = chosen if len(chosen) >= FEWEST else sorted(runs)[:FEWEST]
    return tuple(long if len(words) > FEW_WORDS else [*long, *sorted(shingles(text))])


def reused(asked: Sequence[int], found: Mapping[str, int], kept: Callable[[str], int]) -> list[str]:
    """Of the documents that share `found` keys with the one that asks, those that share enough to be compared; `kept` tells how
    many keys a document has."""
    enough = ((i, min(len(asked), kept(i)) * SHARED) for i in sorted(found))
    return [i for i, least in enough if found[i] >= least]


def candidates(rows: Iterable[tuple[str, str]]) -> set[tuple[str, str]]:
    """Pairs of ids whose texts share passages; independent of their order as long as no passage stands in more than `MOST`."""
    holders: dict[int, list[str]] = {}
    sizes: dict[str, int] = {}
    out = set[tuple[str, str]]()
    for name, text in rows:
        asked = passage_keys(text)
        found = Counter(other for key in asked for other in holders.get(key, ()))
        out.update((other, name) for other in reused(asked, found, sizes.__getitem__))
        sizes[name] = len(asked)
        for key in asked:
            if len(held := holders.setdefault(key, [])) < MOST:
                held.append(name)
    return out


def near_duplicates(rows: Iterable[tuple[str, str]]) -> list[Link]:
    """Pairs of (id, text) rows that share their wording, each told once with a < b, sorted."""
    texts = {i: t for i, t in sorted(dict(rows).items()) if not is_template(t)}
    sets = {i: shingles(t) for i, t in texts.items()}
    pairs = sorted(candidates(texts.items()))
    return [link for a, b in pairs if (link := decide(a, b, sets[a], sets[b])) is not None]


def decide(a: str, b: str, left: Shingles, right: Shingles) -> Link | None:
    """The link of two near-duplicates, if they are."""
    jaccard, contained = overlap(left, right)
    if min(len(left), len(right)) < SHORTEST:
        near = jaccard >= 0.9
    else:
        near = jaccard >= JACCARD or contained >= CONTAINED
    if not near:
        return None
    why = f"{jaccard:.0%} of the wording of both is shared, {contained:.0%} of the shorter one"
    return Link(a=a, b=b, relation=Relation.DUPLICATE, why=why, score=round(max(jaccard, contained), 4))
