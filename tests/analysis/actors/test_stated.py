"""What a clause says that a person is."""

from __future__ import annotations

import pytest
from spacy.language import Language

from tests.analysis.actors.actor_texts import actor, body


@pytest.mark.parametrize(
    ("text", "description"),
    [
        (
            "Karl Stein, who has led the union since 2011, denied it. Then the president left.",
            "the president",
        ),
        ("Petra Stone is the treasurer of the club. The treasurer left early.", "The treasurer"),
        ("Emil Varga was elected chairman. The chairman thanked the club.", "The chairman"),
    ],
)
def test_a_clause_says_how_its_subject_may_be_called(nlp: Language, text: str, description: str) -> None:
    doc = body(nlp, text)
    found = next(a for a in doc._.actors if a.kind == "person")
    assert description in [mention.of(text) for mention in found.mentions]


def test_what_somebody_is_not_is_no_name_for_him(nlp: Language) -> None:
    text = "Petra Stone is not the treasurer of the club. The treasurer left early."
    found = actor(body(nlp, text), "Petra Stone")
    assert "The treasurer" not in [mention.of(text) for mention in found.mentions]
