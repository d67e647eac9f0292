from __future__ import annotations

import pytest
from spacy.language import Language

from tests.analysis.quotes.test_component import analysed

QUOTE = '"The gates will hold for years to come."'


def speaker(nlp: Language, *paragraphs: str) -> str | None:
    analysis = analysed(nlp, "The Lantern asked its readers about the weir.", *paragraphs)
    (quote,) = [quote for quote in analysis.quotes if quote.kind == "direct"]
    return quote.speaker.of(analysis.text) if quote.speaker else None


@pytest.mark.parametrize(
    "paragraphs",
    [
        (QUOTE + " – Piet Lund, minister",),
        (QUOTE + " -- Piet Lund",),
        (QUOTE + "― Piet Lund",),
        (QUOTE + " (Piet Lund, minister)",),
        (QUOTE, "— Piet Lund, minister"),
    ],
)
def test_a_name_behind_a_dash_or_in_brackets_signs_the_words(
    nlp: Language, paragraphs: tuple[str, ...]
) -> None:
    assert speaker(nlp, *paragraphs) == "Piet Lund"


def test_a_dash_before_a_sentence_is_no_signature(nlp: Language) -> None:
    analysis = analysed(nlp, 'They sang "Deep Water" – Hanna Moe played the fiddle – until dawn.')
    assert not [quote for quote in analysis.quotes if quote.speaker and quote.kind == "direct"]
