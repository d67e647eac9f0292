"""Single persons whom an article never names: who counts as one, and what the page calls them."""

from __future__ import annotations

import pytest
from spacy.language import Language

from tests.analysis.actors.test_nominals import actors


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A senior official said that the talks had failed.", "Senior official"),
        ("A spokeswoman for Norlake Industries said the pit was safe.", "Spokeswoman for Norlake Industries"),
        ("The mayor said that the bridge would open.", "Mayor"),
    ],
)
def test_one_who_speaks_and_is_told_from_others_is_a_person(nlp: Language, text: str, name: str) -> None:
    assert actors(nlp, text)[name].kind == "person"


@pytest.mark.parametrize(
    "text",
    [
        "A student said that the soup was cold.",
        "His wife said that the soup was cold.",
        "No senior official said that the talks had failed.",
        "A senior official drank tea.",
    ],
)
def test_who_may_be_anybody_or_does_not_speak_is_nobody(nlp: Language, text: str) -> None:
    assert actors(nlp, text) == {}


def test_the_pronoun_in_the_next_sentence_is_the_person(nlp: Language) -> None:
    text = "The shift leader said that the crane had been oiled. She had checked it."
    person = actors(nlp, text)["Shift leader"]
    assert [mention.form for mention in person.mentions] == ["nominal", "pronoun"]
