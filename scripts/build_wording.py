#!/usr/bin/env python3
"""Count in how many public texts a word stands, for `sarhad.knowledge.wording`.

usage: scripts/build_wording.py TEXTS.jsonl.gz

TEXTS are statements and readouts of the White House, works of the United States government and so in the public domain
(17 U.S.C. 105): one JSON object a line with `title` and `text`. Only counts are kept, of words that stand in at least
`LEAST` texts. What one administration is called, and what it calls itself, stands in nearly all of them; that is wanted:
such words tell one report from another in no press.
"""

import gzip
import json
import sys
from collections import Counter
from pathlib import Path

from sarhad.fusion.words import names, stems

LEAST = 3
READ = 3000
"""Characters of a text that are counted: a news report's worth, so that long lists do not make every word common."""
OUT = Path(__file__).resolve().parent.parent / "src/sarhad/knowledge/data/wording.tsv.gz"


def counted(source: str) -> tuple[int, Counter[str]]:
    """How many texts there are, and in how many each word stands."""
    total, found = 0, Counter[str]()
    with gzip.open(source, "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            text = f"{row.get('title') or ''}\n{(row.get('text') or '')[:READ]}"
            found.update({*stems(text), *("^" + name for name in names(text))})
            total += 1
    return total, found


def main() -> None:
    total, found = counted(sys.argv[1])
    rows = [f"\t{total}", *(f"{w}\t{n}" for w, n in sorted(found.items()) if n >= LEAST)]
    OUT.write_bytes(gzip.compress("\n".join(rows).encode(), mtime=0))
    print(f"{len(rows) - 1} words of {total} texts in {OUT.name}")


if __name__ == "__main__":
    main()
