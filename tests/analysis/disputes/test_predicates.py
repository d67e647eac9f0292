"""Where entries of the lexicon match, and what they need beside their words."""

from __future__ import annotations

import pytest
from spacy.language import Language

from generator.analysis.disputes.predicates import find_matches, lexicon
from generator.analysis.disputes.stance import CONDITIONS, holds
from generator.analysis.syntax import read_words


def held(nlp: Language, sentence: str) -> set[str]:
    return {m.predicate.name for m in find_matches(read_words(nlp(sentence))) if holds(m)}


@pytest.mark.parametrize(
    ("sentence", "name", "wanted"),
    [
        ("Maria Keller has little faith in Oskar Lind.", "faith", True),
        ("Maria Keller has every faith in Oskar Lind.", "faith", False),
        ("Maria Keller has run out of patience with Oskar Lind.", "run patience out", True),
        ("Maria Keller showed great patience with Oskar Lind.", "patience", False),
        ("Maria Keller is against Oskar Lind's plan.", "against", True),
        ("Maria Keller leaned against Oskar Lind's car.", "against", False),
        ("Maria Keller said that Oskar Lind was to blame.", "blame", True),
        ("Maria Keller wants to stop Oskar Lind's plan.", "stop", True),
        ("Maria Keller and Oskar Lind are at each other's throats.", "throat", True),
        ("Maria Keller cleared her throat before Oskar Lind spoke.", "throat", False),
        ("The two had a slanging match.", "match slanging", True),
        ("The two had a tennis match.", "match slanging", False),
    ],
)
def test_an_entry_holds_where_its_conditions_are_met(
    nlp: Language, sentence: str, name: str, wanted: bool
) -> None:
    assert (name in held(nlp, sentence)) is wanted


def test_every_place_that_an_entry_needs_is_known() -> None:
    """A condition that is misspelt would be read as a preposition, and never hold."""
    places = {"object", "subject", "patient", "when", "owner", "self", "clause", "infinitive", "asked"}
    prepositions = set(
        "about across after against among around as at before between by for from in into of off on onto out outside "
        "over through to toward towards under with within".split()
    )
    for entries in lexicon().entries.values():
        for entry in entries:
            named = {*entry.who, *entry.whom, *entry.needs, *entry.unless, *entry.under}
            assert named <= places | prepositions | set(CONDITIONS), entry.name


def test_wrongs_only_accuse_where_they_are_said() -> None:
    wrongs = [entry for entries in lexicon().entries.values() for entry in entries if entry.said]
    assert len(wrongs) > 500
    assert {entry.kind for entry in wrongs} == {"reproach"}
