"""Which language: four that share a script, told apart in a sentence."""

import gzip
import json
import os
from pathlib import Path

import pytest

from sarhad.press.language import language_of


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The two ministers agreed on Monday to open a third market at the border."),
        ("ur", "دونوں وزیروں نے سرحد پر تیسری منڈی کھولنے پر اتفاق کیا ہے"),
        ("ur", "سرحد کھل گئی ہے"),
        ("fa", "دو وزیر روز دوشنبه برای گشایش بازارچه سوم در مرز توافق کردند"),
        ("ps", "دواړو وزیرانو د دریم سرحدي بازار د پرانیستلو هوکړه وکړه"),
        ("ar", "اتفق الوزيران يوم الاثنين على فتح سوق ثالثة على الحدود"),
        ("tr", "İki bakan pazartesi günü sınırda üçüncü bir pazar açma konusunda anlaştı."),
        ("ru", "Два министра договорились в понедельник открыть третий рынок на границе."),
    ],
)
def test_one_sentence(language: str, text: str) -> None:
    assert language_of(text) == language


@pytest.mark.parametrize(
    ("text", "claimed", "told"),
    [("", None, "und"), ("12:40", "fa-IR", "fa"), ("ok", "None", "und"), ("2025", "en_US", "en")],
)
def test_too_short_to_tell(text: str, claimed: str | None, told: str) -> None:
    assert language_of(text, claimed) == told


def test_the_text_outweighs_the_claim() -> None:
    text = "The delegation left for the capital on Sunday, and talks are to go on there next week."
    assert language_of(text, "ur") == "en"


def test_a_menu_in_another_language_counts_for_what_it_is() -> None:
    text = "Home | Politics | Archive | فارسی\n\nThe delegation left for the capital on Sunday, and talks go on there."
    assert language_of(text) == "en"
    assert (
        language_of("English | Home\n\nدو وزیر روز دوشنبه برای گشایش بازارچه سوم در مرز توافق کردند") == "fa"
    )


@pytest.mark.skipif(not os.environ.get("SARHAD_DATA"), reason="SARHAD_DATA is not set: no real texts to read")
@pytest.mark.parametrize(("name", "language"), [("urdu", "ur"), ("persian", "fa"), ("pashto", "ps")])
def test_real_press(name: str, language: str) -> None:
    with gzip.open(Path(os.environ["SARHAD_DATA"]) / "press" / f"{name}.jsonl.gz") as opened:
        texts = [json.loads(line)["text"] for line, _ in zip(opened, range(200), strict=False)]
    texts = [t for t in texts if len(t) > 40]
    assert sum(language_of(t) == language for t in texts) >= 0.99 * len(texts)
    assert sum(language_of(t[:60]) == language for t in texts) >= 0.95 * len(texts)
