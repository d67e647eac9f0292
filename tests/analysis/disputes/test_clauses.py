"""Who does what a verb says, and to whom it is done."""

from __future__ import annotations

import pytest
from spacy.language import Language

from generator.analysis.disputes.clauses import (
    is_passive,
    logical_objects,
    subjects,
    with_conjuncts,
)
from generator.analysis.syntax import Word, read_words


def word(nlp: Language, sentence: str, text: str) -> Word:
    return next(w for w in read_words(nlp(sentence)) if w.text == text)


def texts(words: list[Word]) -> list[str]:
    return [w.text for w in words]


@pytest.mark.parametrize(
    ("sentence", "verb", "who"),
    [
        ("Keller accused Lind of fraud.", "accused", "Keller"),
        ("Lind was accused of fraud by Keller.", "accused", "Keller"),
        ("Keller met the press and accused Lind of fraud.", "accused", "Keller"),
        ("Keller promised to sue Lind.", "sue", "Keller"),
        ("Keller asked Lind to leave the room.", "leave", "Lind"),
        ("Keller left the room after accusing Lind of fraud.", "accusing", "Keller"),
        ("Keller, who accused Lind of fraud, left the room.", "accused", "Keller"),
        ("Keller's decision to sue Lind was a surprise.", "sue", "Keller"),
    ],
)
def test_who_does_it(nlp: Language, sentence: str, verb: str, who: str) -> None:
    assert texts(subjects(word(nlp, sentence, verb))) == [who]


def test_a_passive_without_an_agent_does_not_say_who(nlp: Language) -> None:
    assert subjects(word(nlp, "Lind was accused of fraud.", "accused")) == []


@pytest.mark.parametrize(
    ("sentence", "verb", "whom"),
    [
        ("Keller accused Lind of fraud.", "accused", "Lind"),
        ("Lind was accused of fraud by Keller.", "accused", "Lind"),
        ("The man accused of fraud by Keller left the room.", "accused", "man"),
        ("The minister whom Keller accused of fraud left the room.", "accused", "minister"),
        ("Keller criticised and rejected the plan.", "criticised", "plan"),
    ],
)
def test_to_whom_it_is_done(nlp: Language, sentence: str, verb: str, whom: str) -> None:
    assert texts(logical_objects(word(nlp, sentence, verb))) == [whom]


@pytest.mark.parametrize(
    ("sentence", "verb", "passive"),
    [
        ("Lind was accused of fraud.", "accused", True),
        ("The man accused of fraud left.", "accused", True),
        ("Keller has accused Lind of fraud.", "accused", False),
        ("Keller accused Lind of fraud.", "accused", False),
    ],
)
def test_a_passive_is_told_from_a_perfect(nlp: Language, sentence: str, verb: str, passive: bool) -> None:
    assert is_passive(word(nlp, sentence, verb)) == passive


def test_whoever_is_joined_shares_the_place(nlp: Language) -> None:
    subject = word(nlp, "Keller, Lind and Berg accused the firm of fraud.", "Keller")
    assert texts(list(with_conjuncts([subject]))) == ["Keller", "Lind", "Berg"]


def test_a_plan_that_is_opposed_is_not_the_opponents(nlp: Language) -> None:
    assert subjects(word(nlp, "Keller opposed a request to question Lind.", "question")) == []
    assert subjects(word(nlp, "Keller did not mention plans to question Lind.", "question")) == []
    assert texts(subjects(word(nlp, "Keller announced plans to question Lind.", "question"))) == ["Keller"]
