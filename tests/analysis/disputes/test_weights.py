from __future__ import annotations

import math

from generator.analysis.disputes.stances import LIKELY
from generator.analysis.disputes.vocabulary import vocabulary
from generator.analysis.disputes.weights import probability, weights


def test_the_signs_of_a_pair_are_summed() -> None:
    known = weights()
    total = known["bias"] + known["loose"] + known["first"]
    assert math.isclose(probability(["loose", "first"]), 1 / (1 + math.exp(-total)))


def test_a_loose_pair_without_signs_is_not_likely() -> None:
    assert probability(["loose"]) < LIKELY / 2


def test_who_stands_first_is_more_often_the_one_who_is_against() -> None:
    assert weights()["first"] > weights().get("second", 0.0)


def test_who_is_spoken_of_is_seldom_the_one_who_is_against() -> None:
    assert weights()["is spoken of"] < 0


def test_no_list_of_words_is_empty_and_verbs_that_do_are_not_verbs_that_suffer() -> None:
    words = vocabulary()
    assert all(
        (
            words.documents,
            words.writing,
            words.private,
            words.offices,
            words.support,
            words.suffer,
            words.naming,
        )
    )
    assert "launch" in words.support - words.suffer
    assert "face" in words.suffer - words.support
