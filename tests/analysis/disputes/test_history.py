"""What is long past, mended, a game or the life of somebody who died is no live dispute."""

from __future__ import annotations

import pytest
from spacy.language import Language

from generator.analysis.disputes.history import (
    is_background,
    is_disaster,
    is_obituary,
    is_sport,
    mentions_sport,
)
from tests.analysis.disputes.test_component import read


@pytest.mark.parametrize(
    "sentence",
    [
        "In 1974 farmers fought the army over a firing range.",
        "They had quarrelled decades ago.",
        "She attacked him in May but said on Sunday that this was over.",
        "The two had previously clashed.",
    ],
)
def test_old_and_settled_quarrels_are_background(sentence: str) -> None:
    assert is_background(sentence, 2020)


@pytest.mark.parametrize(
    "sentence",
    ["The group has fought the scheme since 2014.", "The crew sued the company two years ago.", "She sued."],
)
def test_what_goes_on_is_live(sentence: str) -> None:
    assert not is_background(sentence, 2020)


def test_who_dies_is_remembered_but_who_is_killed_may_be_a_dispute() -> None:
    assert is_obituary("Conductor Anton Feld dies at 91")
    assert not is_obituary("Activist Anton Feld died in police custody")


def test_an_article_of_a_game_has_many_words_of_sport() -> None:
    words = "the coach praised the goalkeeper after the final and the league match".split()
    assert is_sport(words)
    assert mentions_sport(words)
    assert not is_sport(words + ["minister"] * 400)


def test_a_disaster_is_told_in_the_opening() -> None:
    assert is_disaster("Landslide buries road in the north")
    assert not is_disaster("Minister defends bill that would let the state flood a valley")


def test_an_account_of_earlier_cases_goes_on_to_the_end_of_the_paragraph(nlp: Language) -> None:
    news = "Norway sued Orlo Lines on Monday."
    before = (
        "Orlo Lines has previously been fined. Chile barred Orlo Lines from its ports, citing two wrecks."
    )
    found = read(nlp, f"{news} {before}")
    assert [dispute.parties for dispute in found.disputes] == [("norway", "orlo-lines")]


def test_news_after_an_account_of_earlier_cases_is_news(nlp: Language) -> None:
    found = read(
        nlp, "Orlo Lines has previously been fined. Chile sued Orlo Lines on Monday over two wrecks."
    )
    assert [dispute.parties for dispute in found.disputes] == [("chile", "orlo-lines")]
