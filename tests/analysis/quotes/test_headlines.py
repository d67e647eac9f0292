from __future__ import annotations

import pytest
from spacy.language import Language

from generator.analysis.pipeline import analyse
from generator.sources.read import parse_article

BODY = "\n\nThe rivers minister Piet Lund visited the weir on Monday. The council will vote on Friday.\n"


def direct(nlp: Language, headline: str) -> list[tuple[str, str]]:
    analysis = next(analyse(nlp, [parse_article((headline + BODY).encode(), "a.txt")]))
    return [
        (quote.spans[0].of(analysis.text), quote.speaker.of(analysis.text) if quote.speaker else "-")
        for quote in analysis.quotes
        if quote.kind == "direct"
    ]


@pytest.mark.parametrize(
    ("headline", "speaker"),
    [
        ("Minister: 'The gates will hold'", "Minister"),
        ("Lund: 'The gates will hold'", "Lund"),
        ("Piet Lund on the weir: 'The gates will hold'", "Piet Lund"),
        ("'The gates will hold' - minister", "minister"),
        ("'The gates will hold': Piet Lund", "Piet Lund"),
        ("Weir dispute: 'The gates will hold'", "-"),
    ],
)
def test_the_words_beside_a_quoted_headline_say_whose_it_is(
    nlp: Language, headline: str, speaker: str
) -> None:
    assert direct(nlp, headline) == [("'The gates will hold'", speaker)]


def test_a_quoted_word_in_a_headline_is_nobodys(nlp: Language) -> None:
    assert direct(nlp, "'Ghost' weir closes after sixty years") == []
