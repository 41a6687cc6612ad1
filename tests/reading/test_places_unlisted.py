"""Places that no gazetteer lists: what is looked for in any text, also in one that is no prose."""

from sarhad.reading.places_unlisted import unlisted


def test_a_long_key_of_capitals_and_hyphens_is_looked_through_at_once() -> None:
    assert not list(unlisted("A-" * 5_000 + " Bb-" * 5_000, []))
