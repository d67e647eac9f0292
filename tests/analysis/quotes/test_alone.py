"""Quoted sentences beside which no verb of speech stands."""

from __future__ import annotations

import pytest
from spacy.language import Language

from tests.analysis.quotes.test_component import analysed


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            'Captain Fleck was blunt. "We lost the boat and will not get it back." The insurers met.',
            "Captain Fleck",
        ),
        ('Kroll, a lawyer for the tenants, disagreed. "They will not leave."', "Kroll"),
        (
            '"Nobody told us that the road would be shut." Ines Valdez has run the bakery for 31 years.',
            "Ines Valdez",
        ),
        ('Harker met Olga Lund at the gate. "They will not leave."', None),
        ('The ruling was long. "They will not leave the house."', None),
    ],
)
def test_the_speaker_is_the_only_person_of_the_next_sentence(
    nlp: Language, text: str, speaker: str | None
) -> None:
    found = analysed(nlp, text)
    (quote,) = [quote for quote in found.quotes if quote.kind == "direct"]
    assert (quote.speaker.of(found.text) if quote.speaker else None) == speaker


def test_paragraphs_left_open_are_one_quote(nlp: Language) -> None:
    found = analysed(
        nlp,
        "The rescue took nine hours.",
        '"We heard them before we saw them.',
        '"Then the wind turned and we lost them."',
    )
    (quote,) = found.quotes
    assert len(quote.spans) == 2
    assert quote.speaker is None


def test_a_slogan_without_a_verb_is_no_quote(nlp: Language) -> None:
    assert not analysed(nlp, 'The board fired her in May. "A warrior of change."').quotes
