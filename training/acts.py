"""Training text: read and check the marked files. GUIDE.md says how they are marked.

usage: python training/acts.py check [FILE ...]    say what is wrong, and count
"""

import collections
import dataclasses
import hashlib
import pathlib
import re
import sys
import typing

from sarhad.codebook import (
    Auxiliary,
    CeasefirePhase,
    CommitmentStatus,
    EventType,
    Scope,
    Stance,
    mode_belongs,
)

CORPUS = pathlib.Path(__file__).parent / "corpus"
KEYS = frozenset("t a r s p d x st sc of c f dead".split())
MANY = frozenset("ar")
Piece = tuple[int, int]
"""A span of a text, half-open code points."""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """One act of a text. Spans are half-open code points of it."""

    type: EventType
    mode: str | None
    trigger: tuple[int, int]
    actors: tuple[tuple[int, int], ...] = ()
    recipients: tuple[tuple[int, int], ...] = ()
    speaker: tuple[int, int] | None = None
    place: tuple[int, int] | None = None
    day: tuple[int, int] | None = None
    dead: tuple[int, int] | None = None
    aux: Auxiliary | None = None
    stance: Stance = Stance.ASSERTS
    scope: Scope = Scope.SINGLE
    about: int | None = None
    commitment: CommitmentStatus | None = None
    object: tuple[int, int] | None = None
    phase: CeasefirePhase | None = None

    def moved(self, move: typing.Callable[[Piece], Piece]) -> "Act":
        """The same act with every span where `move` puts it."""

        def one(piece: Piece | None) -> Piece | None:
            return None if piece is None else move(piece)

        return dataclasses.replace(
            self,
            trigger=move(self.trigger),
            actors=tuple(map(move, self.actors)),
            recipients=tuple(map(move, self.recipients)),
            speaker=one(self.speaker),
            place=one(self.place),
            day=one(self.day),
            dead=one(self.dead),
            object=one(self.object),
        )


@dataclasses.dataclass(frozen=True, slots=True)
class Marked:
    """A text and its acts."""

    text: str
    acts: tuple[Act, ...]
    file: str
    line: int


class Faulty(ValueError):
    """A line that cannot be read."""


def corpus(files: typing.Iterable[pathlib.Path] = ()) -> typing.Iterator[Marked]:
    """Every record of the corpus; Faulty at the first that is wrong."""
    for path in files or sorted(CORPUS.glob("*.acts")):
        for record in records(path):
            yield marked(path.name, *record)


def corpus_hash() -> str:
    """One hash over every file of the training text, in the order of their names."""
    whole = hashlib.sha256()
    for path in sorted(CORPUS.glob("*.acts")):
        whole.update(path.read_bytes())
    return whole.hexdigest()


def records(path: pathlib.Path) -> typing.Iterator[tuple[int, str, list[str]]]:
    """The records of a file: line number, text, act lines."""
    at, text, acts = 0, "", []
    for number, raw in enumerate([*path.read_text(encoding="utf-8").splitlines(), ""], 1):
        line = raw.strip()
        if line.startswith("#"):
            continue
        if line.startswith("> "):
            if text:
                yield at, text, acts
            at, text, acts = number, line[2:].strip(), []
        elif line and text:
            acts.append(line)
        elif not line and text:
            yield at, text, acts
            text, acts = "", []
        elif line:
            raise Faulty(f"{path.name}:{number}: an act without a text")


def marked(file: str, line: int, text: str, lines: list[str]) -> Marked:
    """One record, read."""
    acts = []
    for n, written in enumerate(lines, 1):
        try:
            acts.append(act(text, written, n, len(lines)))
        except (Faulty, ValueError) as error:
            raise Faulty(f"{file}:{line}: act {n}: {error}") from None
    return Marked(text, tuple(acts), file, line)


def act(text: str, written: str, number: int, of_all: int) -> Act:
    """One act line."""
    head, *cells = [c.strip() for c in written.split("|")]
    kind, _, mode = head.partition("/")
    event = EventType(kind)
    if mode and not mode_belongs(event, mode):
        raise Faulty(f"{mode} is no mode of {kind}")
    told: dict[str, str] = {}
    for cell in cells:
        key, equals, value = cell.partition("=")
        if not equals or key.strip() not in KEYS or key.strip() in told or not value.strip():
            raise Faulty(f"cannot read {cell!r}")
        told[key.strip()] = value.strip()
    if "t" not in told:
        raise Faulty("no trigger")
    trigger = place_of(text, told["t"], None)
    spans = {k: mentions(text, told[k], trigger) for k in told if k in MANY}
    one = {k: place_of(text, told[k], trigger) for k in ("s", "p", "d", "dead") if k in told}
    about = int(told["of"]) if "of" in told else None
    if about is not None and (about == number or not 1 <= about <= of_all):
        raise Faulty(f"of={about} points at no other act")
    status, _, thing = told.get("c", "").partition(":")
    return Act(
        type=event,
        mode=mode or None,
        trigger=trigger,
        actors=spans.get("a", ()),
        recipients=spans.get("r", ()),
        speaker=one.get("s"),
        place=one.get("p"),
        day=one.get("d"),
        dead=one.get("dead"),
        aux=Auxiliary(told["x"]) if "x" in told else None,
        stance=Stance(told.get("st", "asserts")),
        scope=Scope(told.get("sc", "single")),
        about=about,
        commitment=CommitmentStatus(status.strip()) if status else None,
        object=place_of(text, thing.strip(), trigger) if thing.strip() else None,
        phase=CeasefirePhase(told["f"]) if "f" in told else None,
    )


def mentions(text: str, written: str, trigger: tuple[int, int]) -> tuple[tuple[int, int], ...]:
    """Several mentions."""
    return tuple(place_of(text, m.strip(), trigger) for m in written.split(";") if m.strip())


def place_of(text: str, written: str, trigger: tuple[int, int] | None) -> tuple[int, int]:
    """Where a piece stands: the one told by its number, else the one nearest to the trigger."""
    numbered = re.fullmatch(r"(.+)#(\d)", written)
    piece = numbered[1] if numbered else written
    found = [m.start() for m in re.finditer(rf"(?<!\w){re.escape(piece)}(?!\w)", text)]
    if not found:
        raise Faulty(f"{piece!r} does not stand in the text")
    if numbered:
        if int(numbered[2]) > len(found):
            raise Faulty(f"{piece!r} stands there {len(found)} times")
        start = found[int(numbered[2]) - 1]
    elif trigger is None:
        if len(found) > 1:
            raise Faulty(f"{piece!r} stands there {len(found)} times; say which with #1")
        start = found[0]
    else:
        start = min(found, key=lambda at: min(abs(at - trigger[0]), abs(at + len(piece) - trigger[0])))
    return start, start + len(piece)


def check(files: list[pathlib.Path]) -> int:
    """Print what is wrong and what there is; the number of faults."""
    faults, texts, counts = 0, [], collections.Counter[str]()
    for path in files:
        for record in records(path):
            try:
                one = marked(path.name, *record)
            except Faulty as error:
                print(error)
                faults += 1
                continue
            texts.append(one)
            counts.update(a.type.value for a in one.acts)
    empty = sum(not t.acts or all(a.scope is Scope.TREND for a in t.acts) for t in texts)
    doubled = [t for t, n in collections.Counter(t.text for t in texts).items() if n > 1]
    for text in doubled:
        print(f"twice: {text}")
    print(
        f"{len(texts)} records, {empty} without an act of their own, {sum(counts.values())} acts, {faults} faulty"
    )
    print(", ".join(f"{k} {n}" for k, n in counts.most_common()))
    return faults + len(doubled)


if __name__ == "__main__":
    if len(sys.argv) < 2 or sys.argv[1] != "check":
        sys.exit(__doc__)
    named = [pathlib.Path(f) for f in sys.argv[2:]] or sorted(CORPUS.glob("*.acts"))
    sys.exit(1 if check(named) else 0)
