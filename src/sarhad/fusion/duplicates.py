"""Near-duplicates: documents that share their wording.

MinHash and LSH over 4-word shingles propose candidates; exact Jaccard and containment decide. A pair is near-duplicate when half
of the shingles of both are shared (Jaccard) or most of the shorter one stands in the longer (containment).
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from zlib import crc32

from sarhad.codebook import Relation
from sarhad.fusion.words import tokens
from sarhad.records import Link

SHINGLE = 4
JACCARD = 0.5
CONTAINED = 0.6
PERMUTATIONS = 128
BANDS = 64
"""64 bands of 2 rows let a pair of Jaccard 0.3 through with probability 0.998; exact comparison throws out the rest."""
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


def candidates(sets: Sequence[Shingles]) -> set[tuple[int, int]]:
    """Pairs of positions that LSH puts into one bucket; independent of their order."""
    from rensa import RMinHash, RMinHashLSH

    used = [i for i, s in enumerate(sets) if s]
    if len(used) < 2:
        return set()
    minhashes = RMinHash.from_token_sets([[f"{x:x}" for x in sorted(sets[i])] for i in used], PERMUTATIONS, 7)
    index = RMinHashLSH(0.3, PERMUTATIONS, BANDS)
    index.insert_many(minhashes, 0)
    found = zip(used, index.query_all(minhashes), strict=True)
    return {(min(i, used[j]), max(i, used[j])) for i, near in found for j in near if used[j] != i}


def near_duplicates(rows: Iterable[tuple[str, str]]) -> list[Link]:
    """Pairs of (id, text) rows that share their wording, each told once with a < b, sorted."""
    ordered = sorted(dict(rows).items())
    templates = _templates(ordered)
    sets = [frozenset() if i in templates else shingles(t) for i, t in ordered]
    links = [
        link
        for i, j in sorted(candidates(sets))
        if (link := _decide(ordered[i][0], ordered[j][0], sets[i], sets[j])) is not None
    ]
    return sorted(links, key=lambda link: (link.a, link.b))


def _decide(a: str, b: str, left: Shingles, right: Shingles) -> Link | None:
    jaccard, contained = overlap(left, right)
    if min(len(left), len(right)) < SHORTEST:
        near = jaccard >= 0.9
    else:
        near = jaccard >= JACCARD or contained >= CONTAINED
    if not near:
        return None
    why = f"{jaccard:.0%} of the wording of both is shared, {contained:.0%} of the shorter one"
    return Link(a=a, b=b, relation=Relation.DUPLICATE, why=why, score=round(max(jaccard, contained), 4))


def _templates(rows: Sequence[tuple[str, str]]) -> frozenset[str]:
    """Rows that are templates by their words, or share such a page's exact text."""
    texts = {i: " ".join(tokens(t)) for i, t in rows}
    bad = Counter(texts[i] for i, t in rows if is_template(t))
    return frozenset(i for i, t in texts.items() if t in bad)
