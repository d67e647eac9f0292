"""Who does what a word says, and to whom, wherever they stand in the sentence."""

from __future__ import annotations

import pytest
from spacy.language import Language

from generator.analysis.disputes.arguments import (
    copular_subjects,
    fill,
    has_infinitive,
    is_passive,
    logical_objects,
    subjects,
    sufferers,
    supporting_verb,
    usual_opponents,
    with_conjuncts,
)
from generator.analysis.disputes.predicates import Match, find_matches
from generator.analysis.syntax import Word, read_words


def word(nlp: Language, sentence: str, text: str) -> Word:
    return next(w for w in read_words(nlp(sentence)) if w.text == text)


def match(nlp: Language, sentence: str, name: str) -> Match:
    return next(m for m in find_matches(read_words(nlp(sentence))) if m.predicate.name == name)


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


@pytest.mark.parametrize(
    ("sentence", "described", "whom"),
    [
        ("Lind is wrong.", "wrong", "Lind"),
        ("Lind is a liar.", "liar", "Lind"),
        ("Keller called Lind a liar.", "liar", "Lind"),
    ],
)
def test_of_whom_something_is_said(nlp: Language, sentence: str, described: str, whom: str) -> None:
    assert texts(copular_subjects(word(nlp, sentence, described))) == [whom]


@pytest.mark.parametrize(
    ("sentence", "name", "slot", "found"),
    [
        ("Keller accused Lind of fraud.", "accuse", "object", ["Lind"]),
        ("Keller accused Lind of fraud.", "accuse", "subject", ["Keller"]),
        ("Keller accused Lind of fraud.", "accuse", "of", ["fraud"]),
        ("Norway filed a lawsuit against Lind.", "lawsuit", "against", ["Lind"]),
        ("Norway's lawsuit was a surprise.", "lawsuit", "owner", ["Norway"]),
        ("Keller accused Lind of fraud.", "accuse", "with", []),
    ],
)
def test_places_of_a_frame(nlp: Language, sentence: str, name: str, slot: str, found: list[str]) -> None:
    assert texts(fill(match(nlp, sentence, name), slot)) == found


def test_a_noun_is_somebodys_by_its_owner_and_by_its_verb(nlp: Language) -> None:
    owned = usual_opponents(match(nlp, "Norway's lawsuit was a surprise.", "lawsuit"))
    assert [(p.token.text, p.slot) for p in owned] == [("Norway", "owner")]
    filed = usual_opponents(match(nlp, "Norway filed a lawsuit against Lind.", "lawsuit"))
    assert [(p.token.text, p.slot) for p in filed] == [("Norway", "support")]


def test_who_meets_with_criticism_is_not_who_utters_it(nlp: Language) -> None:
    faced = match(nlp, "Lind faced criticism from Keller.", "criticism")
    assert texts(sufferers(faced.token)) == ["Lind"]
    assert [p.token.text for p in usual_opponents(faced)] == ["Keller"]


def test_a_noun_that_no_verb_governs_has_no_sufferer(nlp: Language) -> None:
    alone = word(nlp, "Criticism is cheap.", "Criticism")
    assert supporting_verb(alone) is None
    assert sufferers(alone) == []


def test_an_infinitive_below_the_verb_or_its_object(nlp: Language) -> None:
    assert has_infinitive(word(nlp, "Keller ordered Lind to write the report.", "ordered"))
    assert not has_infinitive(word(nlp, "Keller read the report.", "read"))
