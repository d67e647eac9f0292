"""Words that are directed at somebody are not meant for whoever stands nearby."""

from __future__ import annotations

import pytest
from spacy.language import Language

from generator.analysis.disputes.addressed import addressees
from generator.analysis.disputes.predicates import find_matches
from generator.analysis.syntax import read_words


def named(nlp: Language, sentence: str, name: str) -> list[str]:
    matches = [m for m in find_matches(read_words(nlp(sentence))) if m.predicate.name == name]
    return sorted({word.text for match in matches for word in addressees(match)})


@pytest.mark.parametrize(
    ("sentence", "name", "whom"),
    [
        ("Keller blamed the media for the leak.", "blame", ["media"]),
        ("Keller criticised them.", "criticise", ["them"]),
        ("Keller criticised bad trade deals.", "criticise", ["deals"]),
        ("Keller criticised the deal.", "criticise", []),
        ("Keller criticised it.", "criticise", []),
    ],
)
def test_addressees(nlp: Language, sentence: str, name: str, whom: list[str]) -> None:
    assert named(nlp, sentence, name) == whom
