from __future__ import annotations

import pytest
from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ('built."― Hanna', ["built", ".", '"', "―", "Hanna"]),
        ('gone."—Ole', ["gone", ".", '"', "—", "Ole"]),
        ('answer—"The', ["answer", "—", '"', "The"]),
        ("well-known", ["well", "-", "known"]),
    ],
)
def test_marks_and_dashes_are_tokens_of_their_own(nlp: Language, text: str, tokens: list[str]) -> None:
    assert [token.text for token in nlp.make_doc(text)] == tokens
