"""By which noun and words a description calls somebody."""

from __future__ import annotations

import pytest
from spacy.language import Language

from generator.analysis.actors.calling import end_of, is_past, noun_of, owner_of
from generator.analysis.actors.columns import Columns, columns


def read(nlp: Language, text: str, word: str) -> tuple[Columns, int]:
    """Return a sentence as columns, and where a word stands in it."""
    cols = columns(nlp(text))
    return cols, cols.text.index(word)


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("Kestrel's managers denied it.", ["Kestrel"]),
        ("The union's two managers denied it.", ["union"]),
        ("The managers denied it.", []),
    ],
)
def test_a_genitive_says_whose_somebody_is(nlp: Language, text: str, owner: list[str]) -> None:
    cols, head = read(nlp, text, "managers")
    first = head - ("two" in cols.text)
    assert [cols.text[t] for t in owner_of(cols, first, head)] == owner


def test_what_belongs_to_the_verb_is_no_part_of_a_description(nlp: Language) -> None:
    cols, head = read(nlp, "Helena Moe accused the union of frightening patients.", "union")
    assert end_of(cols, head) == head + 1
    cols, head = read(nlp, "The head of the union denied it.", "head")
    assert end_of(cols, head) > head + 1


def test_a_former_minister_is_told_from_the_minister(nlp: Language) -> None:
    cols, head = read(nlp, "Karl Stein, a former minister, denied it.", "minister")
    assert is_past(cols, head - 1, head)
    cols, head = read(nlp, "Karl Stein, a prime minister, denied it.", "minister")
    assert not is_past(cols, head - 1, head)
    assert noun_of(cols, head) == "premier"
