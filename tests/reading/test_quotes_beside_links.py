"""A quote stops at the address of a link where what stands on its side of it tells the act."""

from told_cases import told

from sarhad.reading import Tools, read

LINK = "](https://news.example/2026/03/a-page-with-a-long-name)"


def quotes(text: str, tools: Tools) -> dict[str, str]:
    return {s.trigger.quote: s.evidence.quote for s in read(told(text), tools).statements}


def test_the_clause_on_one_side_of_a_link_is_quoted_alone(tools: Tools) -> None:
    text = f"Sudanese troops shelled [a village near the border{LINK} on Monday."
    assert quotes(text, tools)["shelled"] == "Sudanese troops shelled [a village near the border"


def test_a_clause_too_short_beside_it_is_quoted_with_the_link(tools: Tools) -> None:
    text = f"Egypt [shelled{LINK} the town of Wadi Halfa in northern Sudan."
    assert quotes(text, tools)["shelled"] == text.removesuffix(".")
