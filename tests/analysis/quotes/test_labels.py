from __future__ import annotations

import pytest

from generator.analysis.quotes.labels import is_nobody, is_role, label_at


@pytest.mark.parametrize(
    ("text", "words", "part"),
    [
        ("SEN. LUND: Who pays?", "SEN. LUND", None),
        ("Anna van der Meer: Who pays?", "Anna van der Meer", None),
        ("Lund (laughs): Who pays?", "Lund", None),
        ("Q: Who pays?", "Q", "asks"),
        ("A. The town pays.", "A", "answers"),
        ("Question: Who pays?", "Question", "asks"),
        ('"Lund: Who pays?"', "Lund", None),
    ],
)
def test_a_label_is_read_with_its_part(text: str, words: str, part: str | None) -> None:
    label = label_at(text, 0, len(text))
    assert label is not None
    assert (label.words, label.part) == (words, part)
    assert text[label.start : label.end] == words
    assert text[label.body] in "WT"


@pytest.mark.parametrize(
    "text",
    [
        "The council met at 12:30 on Monday.",
        "A plan of the council: it pays.",
        "Lund:",
        "the mayor: no.",
        "",
        "Q",
    ],
)
def test_a_sentence_has_no_label(text: str) -> None:
    assert label_at(text, 0, len(text)) is None


def test_facts_and_notes_are_nobody_and_titles_are_somebody() -> None:
    assert is_nobody("Cost")
    assert is_nobody("Editor's note")
    assert not is_nobody("Lund")
    assert is_role("MODERATOR")
    assert is_role("Sen. Lund")
    assert not is_role("Cost")
