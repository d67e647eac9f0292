from __future__ import annotations

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from tests.analysis.actors.actor_texts import body


def told(doc: Doc) -> list[tuple[str, str]]:
    """Return what is told of others in all quotes: the words and who is said to have said them."""
    return [
        (" + ".join(span.of(doc.text) for span in inner.spans), inner.speaker.of(doc.text))
        for quote in doc._.quotes
        for inner in quote.told
    ]


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ('Maria Kroll said that Jan Roth called the plan "a bad joke."', '"a bad joke."', "Jan Roth"),
        ('Critics attacked Ana Holt for calling the rowers "tourists."', '"tourists."', "Ana Holt"),
        ('The council accused Anna Lind of describing the men as "lazy."', '"lazy."', "Anna Lind"),
        (
            'Mira Holt rejected Ole Harker\'s claim that she had been "paid to go."',
            '"paid to go."',
            "Ole Harker",
        ),
        ('Harker said that the guests had shouted "More soup!"', '"More soup!"', "the guests"),
        (
            "\"The captain told me, 'Stay below,' and I stayed,\" said Mira Holt.",
            "'Stay below,'",
            "The captain",
        ),
        ("\"'Stay below,' the captain told us,\" Mira Holt said.", "'Stay below,'", "the captain"),
    ],
)
def test_words_that_are_told_of_another_are_his(nlp: Language, text: str, words: str, speaker: str) -> None:
    assert told(body(nlp, text)) == [(words, speaker)]


def test_they_are_no_quote_of_their_own(nlp: Language) -> None:
    doc = body(nlp, 'Maria Kroll said that Jan Roth called the plan "a bad joke."')
    assert [quote.speaker.of(doc.text) for quote in doc._.quotes] == ["Maria Kroll"]


def test_whoever_is_sued_for_saying_it_has_said_it(nlp: Language) -> None:
    doc = body(nlp, 'The union sued the minister, Ole Brandt, for saying that its members were "thieves."')
    assert [quote.speaker.of(doc.text) for quote in doc._.quotes] == ["the minister"]


@pytest.mark.parametrize(
    "text",
    [
        'Jan Roth said that Jan Roth had called the strikers "idlers."',
        'Maria Kroll said that she called the plan "a bad joke."',
        "\"I said, 'Stay below,' and they stayed,\" said Mira Holt.",
        "\"If the captain had said, 'Stay below,' I would have stayed,\" said Mira Holt.",
        "\"The captain did not say, 'Stay below,'\" said Mira Holt.",
        "\"The captain would say, 'Stay below,'\" said Mira Holt.",
        '"They call it a ‘pause’ but it is the end," said Mira Holt.',
        'Maria Kroll said that the plan was "a bad joke."',
    ],
)
def test_nothing_is_told_of_another(nlp: Language, text: str) -> None:
    assert told(body(nlp, text)) == []
