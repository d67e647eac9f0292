from __future__ import annotations

import pytest
from spacy.language import Language

from generator.analysis.quotes.indirect import speaker_of
from generator.analysis.quotes.speakers import phrase


@pytest.mark.parametrize(
    ("sentence", "cue", "speaker"),
    [
        ("The mayor of Oslo said the lock is shut.", "said", "The mayor of Oslo"),
        ("Ann Weiss, the mayor, said the lock is shut.", "said", "Ann Weiss"),
        ("Weiss toured the site and said the lock is shut.", "said", "Weiss"),
        ("Weiss left, saying the lock is shut.", "saying", "Weiss"),
        ("The lock is shut, according to the harbor master.", "according", "the harbor master"),
        ("The claim was rejected by the ministry.", "rejected", "the ministry"),
        ("Weiss's claim that the lock is shut was wrong.", "claim", "Weiss"),
        ("Weiss asked Kroll to say that the lock is shut.", "say", "Kroll"),
        ("Weiss and Kroll said the lock is shut.", "said", "Weiss and Kroll"),
    ],
)
def test_the_speaker_is_the_noun_phrase_that_the_cue_names(
    nlp: Language, sentence: str, cue: str, speaker: str
) -> None:
    doc = nlp(sentence)
    token = next(token for token in doc if token.text == cue)
    found = speaker_of(token)
    assert found is not None
    first, end = phrase(found.head, frozenset((token.i,)))
    assert doc[first:end].text == speaker


@pytest.mark.parametrize(
    ("sentence", "cue"),
    [
        ("The harbor was accused of fraud.", "accused"),
        ("The delay fed rumors that the lock is shut.", "rumors"),
    ],
)
def test_nobody_is_named_where_the_sentence_names_nobody(nlp: Language, sentence: str, cue: str) -> None:
    assert speaker_of(next(token for token in nlp(sentence) if token.text == cue)) is None


def test_the_place_at_the_head_of_a_report_says_nothing(nlp: Language) -> None:
    doc = nlp("OSLO - President Aas said that the lock is shut.")
    found = speaker_of(next(token for token in doc if token.text == "said"))
    assert found is not None
    assert found.head.text == "Aas"
