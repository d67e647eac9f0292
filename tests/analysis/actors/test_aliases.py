import pytest
from spacy.language import Language

from tests.analysis.actors.actor_texts import body, mentions


@pytest.mark.parametrize(
    ("text", "name", "other"),
    [
        ("Mara Quill, better known as Lady Finch, sang on Friday.", "Mara Quill", "Lady Finch"),
        ("Dora Selby was a pen name of the English author Anna Dorrit.", "Anna Dorrit", "Dora Selby"),
        ("Police arrested Ivo Lenz, alias Marko Hass, on Monday.", "Marko Hass", "Ivo Lenz"),
        ("Rosa Tarnley (born Jana Pell) sang on Friday.", "Rosa Tarnley", "Jana Pell"),
    ],
)
def test_two_names_that_the_article_equates_are_of_one(
    nlp: Language, text: str, name: str, other: str
) -> None:
    doc = body(nlp, text)
    assert {name, other} <= set(mentions(doc, name))


def test_a_surname_goes_along_with_the_second_name(nlp: Language) -> None:
    doc = body(nlp, "Mara Quill, better known as Lady Finch, sang. Finch thanked the crowd.")
    assert "Finch" in mentions(doc, "Mara Quill")


def test_two_names_side_by_side_stay_two(nlp: Language) -> None:
    doc = body(nlp, "Mara Quill, who has known Anna Dorrit as a friend for years, praised Dorrit.")
    assert mentions(doc, "Anna Dorrit") == ["Anna Dorrit", "Dorrit"]
    assert mentions(doc, "Mara Quill")[0] == "Mara Quill"
