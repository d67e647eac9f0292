"""By which nouns a body may be called again."""

from __future__ import annotations

import pytest

from generator.analysis.actors.sorts import may_be_called


@pytest.mark.parametrize(
    ("noun", "own", "name", "may"),
    [
        ("airline", {"airways"}, ("Arden", "Airways"), True),
        ("airline", {"breweries"}, ("Arden", "Breweries"), False),
        ("airline", {"industries"}, ("Arden", "Industries"), True),
        ("airline", {"kestrel"}, ("Kestrel",), False),
        ("company", {"kestrel"}, ("Kestrel",), True),
        ("company", {"treasury"}, ("Treasury",), False),
        ("company", {"authority"}, ("RVK",), False),
        ("agency", {"nafp"}, ("NAFP",), True),
        ("league", {"varnik"}, ("FC", "Varnik"), False),
        ("table", {"airways"}, ("Arden", "Airways"), False),
    ],
)
def test_a_body_is_called_by_its_sort_and_its_trade(
    noun: str, own: set[str], name: tuple[str, ...], may: bool
) -> None:
    assert may_be_called(noun, own, name) is may
