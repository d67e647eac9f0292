"""Whom "it", "they" and "we" stand for, and that they stand for nobody where it is not sure."""

from __future__ import annotations

import pytest
from spacy.language import Language

from generator.analysis.actors.antecedents import Choice, probabilities, weights


def pronouns(nlp: Language, text: str) -> dict[str, list[str]]:
    doc = nlp(text)
    return {actor.name: [m.of(text) for m in actor.mentions if m.form == "pronoun"] for actor in doc._.actors}


@pytest.mark.parametrize(
    ("text", "name", "pronoun"),
    [
        ("Norlake Industries said it would appeal.", "Norlake Industries", "it"),
        ("Norlake Industries closed the pit. It said the pit was old.", "Norlake Industries", "It"),
        ("Protesters said they would stay.", "Protesters", "they"),
        ('"We will not pay," Norlake Industries said.', "Norlake Industries", "We"),
    ],
)
def test_who_speaks_is_meant(nlp: Language, text: str, name: str, pronoun: str) -> None:
    assert pronoun in pronouns(nlp, text)[name]


@pytest.mark.parametrize(
    "text",
    [
        "It is clear that Norlake Industries will appeal.",
        "Norlake Industries rejected the law. It was passed in May.",
        "The report named Norlake Industries. It says the pit was unsafe.",
        '"We will not pay," said Petra Stone. Norlake Industries was silent.',
    ],
)
def test_a_law_a_report_and_nothing_at_all_are_no_body(nlp: Language, text: str) -> None:
    assert pronouns(nlp, text)["Norlake Industries"] == []


def test_probabilities_add_up_to_one_and_follow_the_weights() -> None:
    choices = [Choice(1, None, ("near",)), Choice(2, None, ("far",)), Choice(-1, None, ())]
    sure = probabilities(choices, {"near": 2.0, "far": -2.0})
    assert sum(sure) == pytest.approx(1)
    assert sure[0] > sure[2] > sure[1]


def test_speaking_speaks_for_a_body_and_against_a_thing() -> None:
    for sort in ("it", "they"):
        assert weights()[sort]["speaks agent"] > 0 > weights()[sort]["speaks thing"]
