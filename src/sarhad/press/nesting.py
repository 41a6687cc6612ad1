"""How deep the elements of a page nest: trees of very deep pages take minutes (200,000 levels: 158 s) or the stack."""

import re

MAX_NESTING = 800
TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9]*)")
FLAT = frozenset(
    [
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "source",
        "track",
        "wbr",
        "p",
        "li",
        "td",
        "th",
        "tr",
        "dt",
        "dd",
        "option",
    ]
)


def too_deep(page: str) -> bool:
    """Whether elements nest so deep that a tree of them would exhaust the stack of a recursive reader."""
    depth = 0
    for tag in TAG.finditer(page):
        if tag.group(2).lower() in FLAT:
            continue
        depth = depth + 1 if not tag.group(1) else max(0, depth - 1)
        if depth > MAX_NESTING:
            return True
    return False
