"""The trained encoder at run time: sentences in, for each word the chance that it names an act, for each act what is told of it.

Weights, word pieces and labels are files of the package, trained by `scripts/train` on the text in `training/`.
"""

import functools
import json
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import resources
from typing import TYPE_CHECKING, Any

from sarhad.errors import MissingPart

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

LONGEST = 256
"""Word pieces of a sentence that are read; what is longer is cut."""
FAINT = 0.2
"""Chance below which a word is not asked what it tells."""
_REMEMBERED = 5_000
"""Sentences kept as read, the last used: what agencies sell is printed many times over (some 10 kB a sentence)."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words in a role, as half-open characters of the sentence, and how sure the encoder is of it."""

    start: int
    end: int
    chance: float


@dataclass(frozen=True, slots=True)
class Seen:
    """What the encoder sees at one word: `types` is the chance of each label of `Labels.types` ("" is no act)."""

    start: int
    end: int
    types: tuple[float, ...]
    roles: dict[str, tuple[Piece, ...]]
    facets: dict[str, tuple[float, ...]]


@dataclass(frozen=True, slots=True)
class Labels:
    """What the encoder's outputs mean, in their order."""

    types: tuple[str, ...]
    roles: tuple[str, ...]
    facets: dict[str, tuple[str, ...]]


class Encoder:
    """A loaded model. Reading a sentence depends on nothing but the sentence."""

    def __init__(self, session: "InferenceSession", tokenizer: "Tokenizer", labels: Labels) -> None:
        self._session = session
        self._tokenizer = tokenizer
        self.labels = labels
        self._known: OrderedDict[str, tuple[Seen, ...]] = OrderedDict()

    def see(self, sentences: Sequence[str]) -> list[tuple[Seen, ...]]:
        """For each sentence its words that may name an act, in order of the text."""
        return [self._remembered(s) for s in sentences]

    def _remembered(self, sentence: str) -> tuple[Seen, ...]:
        if sentence in self._known:
            self._known.move_to_end(sentence)
        else:
            self._known[sentence] = self._read(sentence)
            if len(self._known) > _REMEMBERED:
                self._known.popitem(last=False)
        return self._known[sentence]

    def _read(self, sentence: str) -> tuple[Seen, ...]:
        """One sentence at a time: 8-bit arithmetic takes its scale from all that is read together, so in a batch a
        sentence would be seen otherwise beside other sentences."""
        import numpy as np

        coded = self._tokenizer.encode(sentence)
        pieces = np.array([coded.ids[:LONGEST]], dtype=np.int64)
        types, ask, answer, told = self._session.run(None, {"pieces": pieces, "mask": np.ones_like(pieces)})
        return self._seen(_words(coded, LONGEST), types[0], ask[0], answer[0], told[0])

    def _seen(
        self,
        words: list[tuple[int, int, int]],
        types: "NDArray[np.float32]",
        ask: "NDArray[np.float32]",
        answer: "NDArray[np.float32]",
        told: "NDArray[np.float32]",
    ) -> tuple[Seen, ...]:
        import numpy as np

        if not words:
            return ()
        firsts = [w[0] for w in words]
        chances = _softmax(types[firsts])
        likely = [k for k in range(len(words)) if 1 - chances[k, 0] >= FAINT]
        if not likely:
            return ()
        asked = ask[[firsts[k] for k in likely]]
        scores = np.einsum("krw,prw->krp", asked, answer[firsts]) / ask.shape[-1] ** 0.5
        facets = self._facets(told[[firsts[k] for k in likely]])
        out = []
        for row, k in enumerate(likely):
            roles = {r: _pieces(scores[row, n], words) for n, r in enumerate(self.labels.roles)}
            own = {name: tuple(chance[row]) for name, chance in facets.items()}
            out.append(Seen(words[k][1], words[k][2], tuple(chances[k].tolist()), roles, own))
        return tuple(out)

    def _facets(self, told: "NDArray[np.float32]") -> dict[str, list[list[float]]]:
        """For each facet the chances of its labels, a row a word."""
        out, at = {}, 0
        for name, labels in self.labels.facets.items():
            out[name] = _softmax(told[:, at : at + len(labels)]).tolist()
            at += len(labels)
        return out


def _words(coded: Any, width: int) -> list[tuple[int, int, int]]:
    """Each word's first piece, and its characters."""
    out: list[tuple[int, int, int]] = []
    last = None
    for k, (word, (start, end)) in enumerate(zip(coded.word_ids[:width], coded.offsets[:width], strict=True)):
        if word is None:
            continue
        if word != last:
            out.append((k, start, end))
        else:
            out[-1] = (out[-1][0], out[-1][1], end)
        last = word
    return out


def _softmax(x: "NDArray[np.float32]") -> "NDArray[np.float32]":
    import numpy as np

    e: NDArray[np.float32] = np.exp(x - x.max(-1, keepdims=True))
    total: NDArray[np.float32] = e / e.sum(-1, keepdims=True)
    return total


def _pieces(scores: "NDArray[np.float32]", words: list[tuple[int, int, int]]) -> tuple[Piece, ...]:
    """Unbroken runs of words more likely in the role than not."""
    out: list[Piece] = []
    last = -2
    for k in (scores > 0).nonzero()[0].tolist():
        chance = float(1 / (1 + 2.718281828 ** -min(30.0, float(scores[k]))))
        if k == last + 1:
            out[-1] = Piece(out[-1].start, words[k][2], max(out[-1].chance, chance))
        else:
            out.append(Piece(words[k][1], words[k][2], chance))
        last = k
    return tuple(out)


@functools.cache
def load_encoder() -> Encoder:
    """The encoder of the package, on one thread. MissingPart when a library it needs is not installed."""
    try:
        import onnxruntime
        from tokenizers import Tokenizer
    except ImportError as error:
        raise MissingPart(f"{error.name} is not installed; run: pip install sarhad") from error
    folder = resources.files("sarhad.reading") / "data" / "encoder"
    for name in ("reader.onnx", "tokenizer.json", "labels.json"):
        if not (folder / name).is_file():
            raise MissingPart(f"{name} of the encoder is missing; install sarhad again, or run scripts/train")
    told = json.loads((folder / "labels.json").read_text(encoding="utf-8"))
    labels = Labels(
        tuple(told["types"]), tuple(told["roles"]), {k: tuple(v) for k, v in told["facets"].items()}
    )
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    session = onnxruntime.InferenceSession((folder / "reader.onnx").read_bytes(), options)
    return Encoder(
        session, Tokenizer.from_str((folder / "tokenizer.json").read_text(encoding="utf-8")), labels
    )
