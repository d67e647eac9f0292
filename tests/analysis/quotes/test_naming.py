from __future__ import annotations

import pytest
from spacy.language import Language

from tests.analysis.quotes.test_component import analysed


@pytest.mark.parametrize(
    "text",
    [
        'Voss has written "The Last Eel" and "A River of Iron," which was her first book.',
        'It was known as the "bread law" before.',
        'The keepers named the gate "Old Martha" and painted it green.',
    ],
)
def test_titles_and_names_are_nobodys_speech(nlp: Language, text: str) -> None:
    assert [quote for quote in analysed(nlp, text).quotes if quote.kind != "indirect"] == []


def test_a_judgement_in_marks_is_speech(nlp: Language) -> None:
    analysis = analysed(nlp, 'The judge called the computer "a very expensive clock" on Monday.')
    assert [quote.kind for quote in analysis.quotes] == ["mixed"]
