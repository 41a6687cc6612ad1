"""Invented reports that are much alike, for what joins in any order."""

from datetime import date, timedelta
from random import Random

from sarhad.codebook import Basis, DatePrecision
from sarhad.records import Dating, Document, Span, stable_id

PLACES = ("Spinwan", "Torwarsk", "Marghuz", "Chenab Bridge", "Lower Dara", "Qashlaq")
ACTS = ("shelled the customs post", "reopened the salt market", "signed a grazing pact", "halted coal lorries",
        "buried four guards", "counted flood losses")  # fmt: skip
WHO = ("Colonel Zarin", "governor Ilyas", "herder council", "ferry guild", "Minister Palwasha")
DAY = date(2025, 5, 1)


def document(
    name: str, text: str, day: date | None = DAY, title: str = "", outlet: str | None = None
) -> Document:
    dating = (
        Dating(start=day, end=day, precision=DatePrecision.DAY, basis=Basis.METADATA) if day else Dating()
    )
    return Document(
        id=name, page_sha256=stable_id("x", text), text=text, source="test", title=title, publisher=outlet,
        passages=(Span(start=0, end=len(text)),), published=dating,
    )  # fmt: skip


def telling(number: int, seed: int) -> Document:
    """One of many reports: few subjects, days and houses, so that many are alike and some are copies."""
    dice = Random(seed)
    place, act, who = dice.choice(PLACES), dice.choice(ACTS), dice.choice(WHO)
    lines = [
        f"{who} {act} near {place} on market day.",
        f"Officials of {place} said that {who} {act} before noon.",
        f"The road from {place} stayed shut while {who} waited for orders.",
        f"Traders in {place} counted what was lost after {who} {act}.",
        f"An elder named Gul number {dice.randint(1, 4)} asked both sides of {place} to keep calm.",
        f"It was not known who had told {who} of it.",
    ]
    dice.shuffle(lines)
    day = None if dice.random() < 0.1 else DAY + timedelta(days=dice.randint(0, 40))
    text = " ".join(lines[: dice.randint(2, 6)])
    return document(
        f"d{number:03}", text, day, f"{who} {act} at {place}", dice.choice(("River Post", "Hill Times", None))
    )
