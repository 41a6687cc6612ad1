"""The reader's model: a small encoder; on it a label for each word, and for each trigger its roles and what is told of it."""

import torch
from data import FACETS, ROLES, TYPES
from torch import nn
from transformers import BertModel

WIDTH = 48
"""Dimensions of a role's query and key."""


class Reader(nn.Module):
    """`layers` of the base encoder are kept, from the bottom."""

    def __init__(self, base: BertModel, layers: int) -> None:
        super().__init__()
        base.encoder.layer = base.encoder.layer[:layers]
        self.encoder = base
        size = base.config.hidden_size
        self.drop = nn.Dropout(0.1)
        self.types = nn.Linear(size, len(TYPES))
        self.ask = nn.Linear(size, (len(ROLES) + 1) * WIDTH)
        self.answer = nn.Linear(size, (len(ROLES) + 1) * WIDTH)
        self.facets = nn.ModuleDict(
            {
                n: nn.Sequential(nn.Linear(size, 96), nn.GELU(), nn.Linear(96, len(v)))
                for n, v in FACETS.items()
            }
        )

    def forward(self, pieces: torch.Tensor, mask: torch.Tensor) -> tuple[torch.Tensor, ...]:
        """Type logits, queries, keys (roles and, last, what an act is about), facets, each for every piece."""
        hidden = self.drop(self.encoder(input_ids=pieces, attention_mask=mask).last_hidden_state)
        rows, width, _ = hidden.shape
        ask = self.ask(hidden).view(rows, width, len(ROLES) + 1, WIDTH)
        answer = self.answer(hidden).view(rows, width, len(ROLES) + 1, WIDTH)
        told = torch.cat([head(hidden) for head in self.facets.values()], dim=-1)
        return self.types(hidden), ask, answer, told


def loss_of(out: tuple[torch.Tensor, ...], batch: dict[str, torch.Tensor]) -> torch.Tensor:
    """The sum of the losses of words, roles, facets and links."""
    types, ask, answer, told = out
    seldom = torch.ones(len(TYPES))
    seldom[0] = 0.4  # nine words in ten name no act
    loss = 2 * nn.functional.cross_entropy(
        types.flatten(0, 1), batch["types"].flatten(), weight=seldom, ignore_index=-100
    )
    heads = batch["heads"]
    if not len(heads):
        return loss
    asked = ask[heads[:, 0], heads[:, 1]]
    scores = torch.einsum("arw,aprw->arp", asked, answer[heads[:, 0]]) / WIDTH**0.5
    words = (batch["types"][heads[:, 0]] != -100).float()
    roles = nn.functional.binary_cross_entropy_with_logits(
        scores[:, :-1], batch["roles"], reduction="none", pos_weight=torch.tensor(3.0)
    )
    loss = loss + 4 * (roles * words[:, None]).sum() / (words.sum() * len(ROLES))
    said = told[heads[:, 0], heads[:, 1]].split([len(v) for v in FACETS.values()], dim=-1)
    for logits, name in zip(said, FACETS, strict=True):
        loss = loss + 0.3 * nn.functional.cross_entropy(logits, batch["facets"][name])
    links = batch["about"] >= 0
    if links.any():
        rows = scores[links][:, -1].masked_fill(words[links] == 0, -1e4)
        loss = loss + 0.3 * nn.functional.cross_entropy(rows, batch["about"][links])
    return loss
