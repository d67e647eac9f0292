"""A word that means something peaceful where it stands shows no quarrel."""

from __future__ import annotations

import pytest
from spacy.language import Language

from generator.analysis.disputes.predicates import find_matches
from generator.analysis.disputes.senses import has_other_sense
from generator.analysis.syntax import read_words


def senses(nlp: Language, sentence: str, name: str) -> set[bool]:
    return {has_other_sense(m) for m in find_matches(read_words(nlp(sentence))) if m.predicate.name == name}


@pytest.mark.parametrize(
    ("name", "peaceful", "hostile"),
    [
        ("soft", "The firm makes soft-drink cans.", "Keller is soft on crime."),
        (
            "responsible",
            "Keller is the clerk responsible for the keys.",
            "Keller is responsible for the fire.",
        ),
        ("deny", "The town denied them a permit.", "The town denied the claim."),
        ("vow", "Keller vowed to do a better job.", "Keller vowed to punish the firm."),
        ("ignore", "Keller should ignore the rumour.", "Keller should have ignored the rumour."),
    ],
)
def test_sense(nlp: Language, name: str, peaceful: str, hostile: str) -> None:
    assert True in senses(nlp, peaceful, name)
    assert senses(nlp, hostile, name) == {False}


def test_as_opposed_to_is_no_opposition(nlp: Language) -> None:
    matches = find_matches(read_words(nlp("He likes fish, as opposed to meat.")))
    assert all(has_other_sense(m) for m in matches if m.token.lower_ == "opposed")
