from __future__ import annotations

import pytest
from spacy.language import Language

from generator.analysis.pipeline import prepare
from generator.analysis.quotes.interviews import sides, with_initials
from generator.analysis.quotes.reading import Reading
from generator.model import Article, Block


def reading(nlp: Language, text: str) -> Reading:
    blocks = (Block(start=0, end=len(text), kind="paragraph"),)
    return Reading(nlp(prepare(nlp, Article(source="own", text=text, title="own", blocks=blocks))))


@pytest.mark.parametrize(
    ("lead", "asks", "answers"),
    [
        ("Mara Voss, a biologist, spoke to Jonas Reed about eels.", "Jonas Reed", "Mara Voss"),
        ("Jonas Reed of the Northern Lantern interviewed Mara Voss.", "Jonas Reed", "Mara Voss"),
        ("The biologist Mara Voss was interviewed by Jonas Reed.", "Jonas Reed", "The biologist Mara Voss"),
        ("We met Mara Voss at the weir.", None, "Mara Voss"),
        ("Mara Voss has counted eels for years. We met her at the weir.", None, "Mara Voss"),
        ("Interview with Mara Voss", None, "Mara Voss"),
        ("Q&A: Mara Voss on the eels", None, "Mara Voss"),
        ("Mara Voss and Piet Lund met the council about the eels.", None, None),
        ("The eels of the river are dying.", None, None),
    ],
)
def test_the_sides_are_those_that_the_lead_names(
    nlp: Language, lead: str, asks: str | None, answers: str | None
) -> None:
    found = reading(nlp, lead)
    said = sides(found, found.passages)
    assert [words and found.doc[slice(*words)].text for words in (said.asks, said.answers)] == [asks, answers]


def test_initials_of_two_names_are_nobodys(nlp: Language) -> None:
    found = reading(nlp, "Mara Voss met Mark Vale at the weir.")
    assert with_initials(found, found.passages, "MV") is None
