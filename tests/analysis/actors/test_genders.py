"""Of which gender a person is, by what the article shows."""

from __future__ import annotations

import pytest
from spacy.language import Language

from tests.analysis.actors.actor_texts import body, mentions


@pytest.mark.parametrize(
    ("text", "name", "pronoun"),
    [
        ("Ms Zqora met Karl Stein on Friday. She thanked him.", "Zqora", "She"),
        ("Robin Brand said that she was tired. Karl Stein waited. She left at noon.", "Robin Brand", "She"),
        ("Spokeswoman Robin Brand met Karl Stein on Friday. She left at noon.", "Robin Brand", "She"),
        ("Karl Stein met Zofia Harkan on Friday. She thanked him.", "Zofia Harkan", "She"),
        ("Cllr Winifred Oakes met Teo Brand. She praised him.", "Winifred Oakes", "She"),
        ("Canon Felix Dray met Ottilie Crane. She praised him.", "Canon Felix Dray", "him"),
    ],
)
def test_a_pronoun_goes_to_whom_title_name_or_clause_tell(
    nlp: Language, text: str, name: str, pronoun: str
) -> None:
    assert pronoun in mentions(body(nlp, text), name)


def test_a_title_that_contradicts_a_first_name_settles_nothing(nlp: Language) -> None:
    text = "Jenna Marbles owns a dog. The dog is called Mr. Marbles. Marbles said that she loved it."
    assert "she" in mentions(body(nlp, text), "Jenna Marbles")
