"""What an editor should look at."""

from __future__ import annotations

from spacy.language import Language

from generator.analysis.pipeline import analyse
from generator.editorial.compile import Story
from generator.model import Article, Block
from generator.notes import notes


def told(nlp: Language, text: str) -> tuple[str, ...]:
    article = Article(
        source="own.txt", text=text, title="own", blocks=(Block(start=0, end=len(text), kind="paragraph"),)
    )
    return notes([Story("own", tuple(analyse(nlp, [article])))])


def test_a_surname_of_two_people_is_listed_for_review(nlp: Language) -> None:
    found = told(nlp, "Cousins Rhona Bligh and Duncan Bligh both stood for the seat. Bligh won.")
    assert [note for note in found if "Duncan Bligh or Rhona Bligh" in note and "line 1" in note] == list(
        found
    )
    assert len(found) == 1


def test_a_surname_that_is_settled_is_not_listed(nlp: Language) -> None:
    assert told(nlp, "Rhona Bligh stood for the seat. Bligh won, and Rhona Bligh thanked the town.") == ()
