from __future__ import annotations

import pytest
from spacy.language import Language

from generator.analysis.pipeline import analyse
from generator.analysis.summary import dateline
from generator.sources.read import parse_article


@pytest.mark.parametrize(
    ("sentence", "left"),
    [
        ("VELMOUTH — The board met.", "The board met."),
        ("VELMOUTH, March 3 (Quay Wire) – The board met.", "The board met."),
        ("ST. ORMAN (Quay Wire) - “No,” said the board.", "“No,” said the board."),
        ("— Velmouth closed its port.", "Velmouth closed its port."),
        ("- The bank raised its rate.", "The bank raised its rate."),
        ("The board — which met on Friday — has no say.", "The board — which met on Friday — has no say."),
        ("NATO members – all of them – agreed.", "NATO members – all of them – agreed."),
        ("PORT chief – Castellan – agreed.", "PORT chief – Castellan – agreed."),
        ("Velmouth-based firms rose.", "Velmouth-based firms rose."),
    ],
)
def test_a_lead_begins_behind_its_dateline(sentence: str, left: str) -> None:
    assert sentence[dateline(sentence) :] == left


def test_the_lead_is_the_first_long_sentences_word_for_word(nlp: Language) -> None:
    text = """Fees rise

It is over.

VELMOUTH — The Velmouth Harbour Board raised its fees by a tenth on Tuesday after a long dispute.

Ship owners said that they would look for another port along the coast this year.

The fees had not changed in nine years, according to the port's own figures on trade.
"""
    analysis = next(analyse(nlp, [parse_article(text.encode(), "fees.txt")]))
    assert [span.of(text)[:30] for span in analysis.summary] == [
        "The Velmouth Harbour Board rai",
        "Ship owners said that they wou",
    ]


def test_an_article_of_short_sentences_has_a_lead_as_well(nlp: Language) -> None:
    analysis = next(analyse(nlp, [parse_article(b"Fees rise\n\nIt is over. They won.\n", "fees.txt")]))
    assert [span.of(analysis.text) for span in analysis.summary] == ["It is over."]
