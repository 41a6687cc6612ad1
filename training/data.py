"""Marked texts as tensors: one row a text, one column a word piece; labels stand at the first piece of each word."""

import dataclasses
import random
import typing

import torch
from acts import Act, Marked
from swap import swapped
from tokenizers import Tokenizer

from sarhad.codebook import Auxiliary, CeasefirePhase, CommitmentStatus, EventType, Scope, Stance
from sarhad.codebook.plover import MODES
from sarhad.reading.sentences import sentences

LONGEST = 128
IGNORED = -100
TYPES = ["", *(t.value for t in EventType)]
ROLES = ["actors", "recipients", "speaker", "place", "day", "object"]
FACETS: dict[str, list[str]] = {
    "aux": ["", *(a.value for a in Auxiliary)],
    "stance": [s.value for s in Stance],
    "scope": [s.value for s in Scope],
    "commitment": ["", *(s.value for s in CommitmentStatus)],
    "phase": ["", *(p.value for p in CeasefirePhase)],
    "mode": ["", *sorted({m for modes in MODES.values() for m in modes})],
}
"""What is told of a trigger, each with its labels; the first is the usual one."""


BESIDE = frozenset(
    "a an the to of its it his her their our my in on at for with by from and or as that this these those be been was "
    "were is are has had have would will".split()
)
"""Words inside a trigger that name no act: coders differ on whether they belong to it, so nothing is learned from them."""


@dataclasses.dataclass(frozen=True, slots=True)
class Row:
    """One text: word pieces, first pieces of words, trigger labels, and for each act its head piece and labels."""

    pieces: list[int]
    firsts: list[bool]
    types: list[int]
    heads: list[int]
    roles: list[list[set[int]]]
    facets: list[dict[str, int]]
    about: list[int]


def row_of(one: Marked, tokenizer: Tokenizer) -> Row:
    """A text as word pieces with its labels; acts past the longest input are left out."""
    coded = tokenizer.encode(one.text)
    offsets, words = coded.offsets[:LONGEST], coded.word_ids[:LONGEST]
    firsts = [w is not None and (k == 0 or words[k - 1] != w) for k, w in enumerate(words)]

    def inside(span: tuple[int, int]) -> list[int]:
        return [
            k for k, (start, end) in enumerate(offsets) if firsts[k] and start < span[1] and span[0] < end
        ]

    def whole(k: int) -> str:
        end = next((j for j in range(k + 1, len(words)) if words[j] != words[k]), len(words))
        return one.text[offsets[k][0] : offsets[end - 1][1]]

    types = [0 if first else IGNORED for first in firsts]
    heads, roles, facets, kept = [], [], [], {}
    for number, act in enumerate(one.acts, 1):
        at = inside(act.trigger)
        if not at:
            continue
        naming = [k for k in at if whole(k).lower() not in BESIDE] or at
        for k in at:
            if types[k] <= 0:
                types[k] = TYPES.index(act.type.value) if k in naming else IGNORED
        kept[number] = len(heads)
        heads.append(naming[0])
        roles.append([{k for s in spans_of(act, role) for k in inside(s)} for role in ROLES])
        facets.append({name: labels.index(label_of(act, name)) for name, labels in FACETS.items()})
    about = [kept.get(a.about or 0, -1) for n, a in enumerate(one.acts, 1) if n in kept]
    return Row(coded.ids[:LONGEST], firsts, types, heads, roles, facets, about)


def spans_of(act: Act, role: str) -> tuple[tuple[int, int], ...]:
    """The spans of a role."""
    value = getattr(act, role)
    if value is None:
        return ()
    return value if role in ("actors", "recipients") else (value,)


def label_of(act: Act, name: str) -> str:
    """The label of a facet, "" where there is none."""
    value = getattr(act, name)
    return "" if value is None else str(getattr(value, "value", value))


def joined(rows: list[Marked]) -> Marked:
    """Several records as one text, so that what stands beside a sentence does not mislead."""
    text, acts = "", []
    for one in rows:
        shift, before = len(text) + (1 if text else 0), len(acts)
        text = f"{text} {one.text}" if text else one.text
        acts += [shifted(a, shift, before) for a in one.acts]
    return dataclasses.replace(rows[0], text=text, acts=tuple(acts))


def shifted(act: Act, by: int, before: int) -> Act:
    """An act whose text stands later."""
    later = act.moved(lambda span: (span[0] + by, span[1] + by))
    return dataclasses.replace(later, about=act.about + before if act.about else None)


def apart(one: Marked) -> list[Marked]:
    """A passage as single sentences, as the reader cuts it; an act whose trigger crosses an end is left out."""
    out = []
    for start, end in sentences(one.text):
        inside = [n for n, a in enumerate(one.acts, 1) if start <= a.trigger[0] and a.trigger[1] <= end]
        acts = tuple(cut(one.acts[n - 1], start, end, inside) for n in inside)
        out.append(dataclasses.replace(one, text=one.text[start:end].rstrip(), acts=acts))
    return out


def cut(act: Act, start: int, end: int, kept: list[int]) -> Act:
    """An act with only what its own sentence says of it."""

    def own(span: tuple[int, int] | None) -> tuple[int, int] | None:
        return span if span and start <= span[0] and span[1] <= end else None

    told = dataclasses.replace(
        act,
        actors=tuple(s for s in act.actors if own(s)),
        recipients=tuple(s for s in act.recipients if own(s)),
        speaker=own(act.speaker),
        place=own(act.place),
        day=own(act.day),
        dead=own(act.dead),
        object=own(act.object),
        about=kept.index(act.about) + 1 if act.about in kept else None,
    )
    return told.moved(lambda span: (span[0] - start, span[1] - start))


def epoch(texts: list[Marked], tokenizer: Tokenizer, chance: random.Random) -> list[Row]:
    """One pass over the texts: half with other countries; half of the passages sentence by sentence; one text in ten
    joined with a neighbour."""
    told = [swapped(t, chance) if chance.random() < 0.5 else t for t in texts]
    told = [piece for t in told for piece in (apart(t) if chance.random() < 0.5 else [t])]
    chance.shuffle(told)
    out, at = [], 0
    while at < len(told):
        many = 2 if chance.random() < 0.1 else 1
        out.append(row_of(joined(told[at : at + many]), tokenizer))
        at += many
    return out


def batches(rows: list[Row], size: int, chance: random.Random) -> typing.Iterator[dict[str, typing.Any]]:
    """Rows of like length together, in a random order of batches."""
    ordered = sorted(rows, key=lambda r: len(r.pieces))
    groups = [ordered[k : k + size] for k in range(0, len(ordered), size)]
    chance.shuffle(groups)
    for group in groups:
        yield batch(group)


def batch(rows: list[Row]) -> dict[str, typing.Any]:
    """Padded tensors of some rows; acts as (row, piece) pairs."""
    width = max(len(r.pieces) for r in rows)
    pieces = torch.zeros(len(rows), width, dtype=torch.long)
    mask = torch.zeros(len(rows), width, dtype=torch.long)
    types = torch.full((len(rows), width), IGNORED)
    for n, row in enumerate(rows):
        pieces[n, : len(row.pieces)] = torch.tensor(row.pieces)
        mask[n, : len(row.pieces)] = 1
        types[n, : len(row.types)] = torch.tensor(row.types)
    acts = [(n, k) for n, row in enumerate(rows) for k in range(len(row.heads))]
    roles = torch.zeros(len(acts), len(ROLES), width)
    for at, (n, k) in enumerate(acts):
        for r, where in enumerate(rows[n].roles[k]):
            for piece in where:
                roles[at, r, piece] = 1
    facets = {
        name: torch.tensor([rows[n].facets[k][name] for n, k in acts], dtype=torch.long) for name in FACETS
    }
    heads = torch.tensor([[n, rows[n].heads[k]] for n, k in acts], dtype=torch.long).reshape(-1, 2)
    about = torch.tensor(
        [rows[n].heads[rows[n].about[k]] if rows[n].about[k] >= 0 else -1 for n, k in acts], dtype=torch.long
    )
    return {"pieces": pieces, "mask": mask, "types": types, "heads": heads, "roles": roles, "facets": facets,
            "about": about}  # fmt: skip
