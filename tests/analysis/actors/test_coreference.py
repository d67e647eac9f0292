import pytest
from spacy.language import Language

from tests.analysis.actors.actor_texts import body, mentions


@pytest.mark.parametrize(
    ("text", "name", "words"),
    [
        ("Mara Quist spoke. Quist left.", "Mara Quist", ["Mara Quist", "Quist"]),
        (
            "The Northern Fisheries Commission met. The NFC set a quota.",
            "Northern Fisheries Commission",
            ["NFC"],
        ),
        ("The US Senate met. The Senate voted.", "US Senate", ["US Senate", "Senate"]),
        ("China objected. Beijing sent a note.", "China", ["China", "Beijing"]),
        ("Anna Kovacs met David Brill. She told him to wait.", "David Brill", ["David Brill", "him"]),
        ("Sarah Lindgren hurt herself.", "Sarah Lindgren", ["Sarah Lindgren", "herself"]),
        ("The judge, Rosa Delgado, left. The judge was ill.", "Rosa Delgado", ["Rosa Delgado", "The judge"]),
    ],
)
def test_mentions_of_one_actor_come_together(nlp: Language, text: str, name: str, words: list[str]) -> None:
    found = mentions(body(nlp, text), name)
    assert [word for word in words if word not in found] == []


def test_two_people_of_one_surname_stay_two_and_the_surname_alone_is_neither(nlp: Language) -> None:
    doc = body(nlp, "Bill Harlan met Joan Harlan on Monday. Harlan refused.")
    assert {actor.name for actor in doc._.actors} == {"Bill Harlan", "Joan Harlan"}
    assert "Harlan" not in mentions(doc, "Bill Harlan") + mentions(doc, "Joan Harlan")


def test_a_surname_that_the_article_has_settled_stays_with_its_bearer(nlp: Language) -> None:
    doc = body(nlp, "Bill Harlan spoke. Harlan refused. His sister, Joan Harlan, agreed. Harlan left.")
    assert mentions(doc, "Bill Harlan").count("Harlan") == 2


def test_two_bodies_with_one_short_name_are_not_merged_by_it(nlp: Language) -> None:
    doc = body(
        nlp, "The Northern Fisheries Commission and the Southern Trade Commission met. The Commission voted."
    )
    for name in ("Northern Fisheries Commission", "Southern Trade Commission"):
        assert "Commission" not in mentions(doc, name)


def test_the_first_word_of_a_body_that_is_a_body_itself_is_not_its_short_name(nlp: Language) -> None:
    doc = body(nlp, "The Senate Hunters Fund spent more than any other. The Senate voted on Monday.")
    assert {actor.name for actor in doc._.actors} >= {"Senate Hunters Fund", "Senate"}


def test_whom_somebody_asks_why_he_left_is_who_left(nlp: Language) -> None:
    doc = body(nlp, "Bret Moss opened the debate by asking Mark Roth why he had left the party.")
    pronoun = doc.text.index("he had")
    assert [a.name for a in doc._.actors if any(m.start == pronoun for m in a.mentions)] == ["Mark Roth"]


def test_i_in_a_quotation_is_its_speaker(nlp: Language) -> None:
    assert "I" in mentions(body(nlp, '"I am innocent," said Hugo Lange.'), "Hugo Lange")


def test_who_is_named_in_a_quotation_does_not_speak_it(nlp: Language) -> None:
    doc = body(nlp, 'Hugo Lange refused to back Carl Stern. "Mr. Stern has my questions," he said.')
    assert ("he" in mentions(doc, "Hugo Lange"), "he" in mentions(doc, "Carl Stern")) == (True, False)


def test_a_pronoun_in_reported_words_outside_of_the_marks_may_be_the_speaker(nlp: Language) -> None:
    doc = body(
        nlp, 'The accident killed Carl Stern. Hugo Lange said that he had heard of it "with everybody else."'
    )
    assert ("he" in mentions(doc, "Hugo Lange"), "he" in mentions(doc, "Carl Stern")) == (True, False)


def test_a_pronoun_in_a_quotation_is_not_its_speaker(nlp: Language) -> None:
    doc = body(nlp, 'Carl Stern resigned on Friday. "He had no choice," said Hugo Lange.')
    assert "He" in mentions(doc, "Carl Stern")
