"""Who does what a word says, and to whom, wherever they stand in the sentence."""

from __future__ import annotations

import pytest
from spacy.language import Language

from generator.analysis.disputes.arguments import (
    copular_subjects,
    fill,
    has_infinitive,
    sufferers,
    usual_opponents,
)
from generator.analysis.disputes.clauses import (
    supporting_verb,
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
