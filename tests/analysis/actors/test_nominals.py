"""Actors without a name: which are gathered, what they are called, and when they are listed."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from generator.analysis.actors.nominals import is_named
from generator.analysis.actors.telling import lists
from generator.model import Actor


def actors(nlp: Language, text: str) -> dict[str, Actor]:
    doc: Doc = nlp(text)
    return {actor.name: actor for actor in doc._.actors}


def test_a_group_that_speaks_is_called_without_its_article(nlp: Language) -> None:
    found = actors(nlp, "The striking dockers said the gate was closed. The dockers said it twice.")
    assert list(found) == ["Striking dockers"]
    assert not is_named(found["Striking dockers"])
    assert len([m for m in found["Striking dockers"].mentions if m.form == "nominal"]) == 2


def test_who_neither_speaks_nor_disputes_is_not_listed(nlp: Language) -> None:
    assert actors(nlp, "The striking dockers ate soup. The dockers slept.") == {}


def test_two_groups_of_one_noun_stay_two(nlp: Language) -> None:
    found = actors(
        nlp,
        "Angry farmers said the price was low. Organic farmers said it was fair. The farmers said nothing more.",
    )
    assert set(found) == {"Angry farmers", "Organic farmers"}
    assert all(len(actor.mentions) == 1 for actor in found.values())


def test_named_actors_come_before_those_without_a_name(nlp: Language) -> None:
    doc = nlp("Protesters said the law was cruel. Protesters said so on Monday. Mara Quist rejected that.")
    assert [is_named(actor) for actor in doc._.actors] == [True, False]


def test_a_word_of_quantity_adds_a_mention_around_those_whom_it_counts(nlp: Language) -> None:
    doc = nlp("Thousands of protesters marched.")
    before = [m for m in doc._.mentions if m.form == "nominal"]
    assert [" ".join(m.words) for m in before] == ["Thousands of protesters", "protesters"]
    assert before[0].entity == before[1].entity


def test_vague_nouns_are_in_lower_case_and_no_group_is_both_vague_and_collective() -> None:
    words = lists()
    assert all(word == word.lower() for word in words.vague | words.state | words.quantities)
    assert {"police", "opposition", "troops"} <= words.collective - words.vague


def test_no_word_of_the_lists_is_read_as_a_truth_value() -> None:
    words = lists()
    assert "no" in words.never
    assert not {"True", "False", "None"} & (words.never | words.vague | words.empty | words.speaks)
