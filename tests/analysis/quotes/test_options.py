from __future__ import annotations

import pytest
from spacy.language import Language

from generator.analysis.quotes.indirect import speaker_of
from generator.analysis.quotes.marks import find_marks
from generator.analysis.quotes.options import is_done, options
from generator.analysis.quotes.places import by_place
from generator.analysis.quotes.reading import Reading


def reading_of(nlp: Language, text: str) -> Reading:
    doc = nlp.get_pipe("briefings_blocks")(nlp.make_doc(text))
    for name in ("tok2vec", "tagger", "parser", "attribute_ruler", "lemmatizer", "ner"):
        doc = nlp.get_pipe(name)(doc)
    doc._.marks = find_marks(text, doc._.blocks)
    return Reading(doc)


def done(nlp: Language, sentence: str, verb: str) -> bool:
    reading = reading_of(nlp, sentence)
    cue = next(token for token in reading.tokens if token.text == verb)
    return is_done(reading, cue, speaker_of(cue))


@pytest.mark.parametrize(
    ("sentence", "verb"),
    [
        ("Austria recalled its ambassador on Friday.", "recalled"),
        ("The company recalled 4,000 cars.", "recalled"),
        ("The ministry closed the tunnel.", "closed"),
    ],
)
def test_what_a_body_does_to_a_thing_is_not_said(nlp: Language, sentence: str, verb: str) -> None:
    assert done(nlp, sentence, verb)


@pytest.mark.parametrize(
    ("sentence", "verb"),
    [
        ("She recalled the storm of her childhood.", "recalled"),
        ("The company recalled that the cars were safe.", "recalled"),
        ("The ministry recalled the promise.", "recalled"),
        ('The ministry called the tunnel "a trap."', "called"),
        ("The ministry denied the leak.", "denied"),
    ],
)
def test_memories_clauses_promises_and_quoted_words_are_said(nlp: Language, sentence: str, verb: str) -> None:
    assert not done(nlp, sentence, verb)


def parts(nlp: Language, sentence: str, verb: str) -> list[str]:
    reading = reading_of(nlp, sentence)
    cue = next(token for token in reading.tokens if token.text == verb)
    known = list(options(reading, cue))
    every = [*known, *by_place(reading, cue, known)]
    return [" + ".join(reading.doc[a:b].text for a, b in option.spans) for option in every]


def test_a_clause_may_end_before_the_next_report_of_the_same_speaker(nlp: Language) -> None:
    sentence = "Moe said the old ferry would sail on Monday and called the delay a shame."
    assert "the old ferry would sail on Monday" in parts(nlp, sentence, "said")
    sentence = "Moe said the old ferry would sail on Monday, adding that nobody would pay."
    assert "the old ferry would sail on Monday" in parts(nlp, sentence, "said")


def test_a_clause_may_begin_at_a_that_some_words_behind_the_verb(nlp: Language) -> None:
    sentence = "Moe warned at the last harbour meeting in Turku that the ferry would sail without a crew."
    assert "that the ferry would sail without a crew" in parts(nlp, sentence, "warned")
