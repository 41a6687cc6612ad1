"""Outlets: the same outlet by its name, its host and its URL."""

import pytest

from sarhad.knowledge.outlets import Owner, outlet, outlets


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("https://www.dawn.com/news/1?x=1#y", "Dawn"),
        ("dawn.com", "Dawn"),
        ("DAWN", "Dawn"),
        ("AP", "Associated Press"),
        ("The Associated Press", "Associated Press"),
        ("https://en.irna.ir/news/1", "IRNA"),
        ("http://timesofindia.indiatimes.com/x", "The Times of India"),
        ("times of israel", "The Times of Israel"),
        ("whitehouse.gov", "The White House"),
    ],
)
def test_an_outlet_by_name_host_or_url(said: str, name: str) -> None:
    found = outlet(said)
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize(
    "said", ["", "Nobody's Gazette", "https://example.org/a", "http://[::1", "notdawn.com", "com"]
)
def test_an_unknown_outlet_is_unknown(said: str) -> None:
    assert outlet(said) is None


def test_no_host_and_no_name_belongs_to_two() -> None:
    hosts = [h for o in outlets() for h in o.hosts]
    assert len(hosts) == len(set(hosts))
    names = [n.lower() for o in outlets() for n in {o.name, *o.aka}]
    assert sorted(n for n in set(names) if names.count(n) > 1) == []


def test_countries_are_codes_and_owners_are_told() -> None:
    assert len(outlets()) >= 150
    assert all(len(o.country) == 3 and o.country.isupper() for o in outlets())
    assert outlet("irna.ir") is not None
    assert {o.owner for o in outlets()} == set(Owner)
