from __future__ import annotations

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from generator.analysis.disputes.pairs import route
from generator.analysis.disputes.predicates import find_matches
from generator.analysis.disputes.stance import Stance, holds
from generator.analysis.disputes.stances import read_stances
from generator.analysis.disputes.voices import Voices
from generator.analysis.syntax import read_words


def voices(doc: Doc, **names: str) -> Voices:
    """Make an actor of each name that a document holds: id = name."""
    places = {t.i: actor for actor, name in names.items() for t in doc if t.text == name}
    return Voices(places, places, {})


def loose(doc: Doc, found: Voices) -> list[Stance]:
    return [s for s in read_stances(read_words(doc), found, likely=0.0) if s.features[0] == "loose"]


def test_two_whom_no_frame_connects_are_a_candidate_both_ways(nlp: Language) -> None:
    doc = nlp("Keller spoke at length while Lind faced criticism.")
    found = loose(doc, voices(doc, keller="Keller", lind="Lind"))
    assert {(s.source, s.target) for s in found} == {("keller", "lind"), ("lind", "keller")}
    assert {s.match.token.text for s in found} == {"criticism"}


def test_a_frame_leaves_nothing_to_guess(nlp: Language) -> None:
    doc = nlp("Keller accused Lind of fraud.")
    assert loose(doc, voices(doc, keller="Keller", lind="Lind")) == []


def test_a_sentence_without_a_cue_has_no_candidate(nlp: Language) -> None:
    doc = nlp("Keller met Lind in Bergen.")
    assert loose(doc, voices(doc, keller="Keller", lind="Lind")) == []


def test_praise_is_no_cue(nlp: Language) -> None:
    doc = nlp("Keller stayed at home when Lind praised Berg.")
    assert loose(doc, voices(doc, keller="Keller", lind="Lind")) == []


def test_who_reports_a_quarrel_is_no_candidate(nlp: Language) -> None:
    doc = nlp("Keller said Norway had accused Chile of breaking the accord.")
    found = loose(doc, voices(doc, keller="Keller", norway="Norway", chile="Chile"))
    assert "keller" not in {s.source for s in found}


def test_whom_a_claim_of_others_speaks_of_is_not_opposed(nlp: Language) -> None:
    doc = nlp("Keller took issue with the claim that Chile had closed its ports.")
    found = loose(doc, voices(doc, keller="Keller", chile="Chile"))
    assert ("keller", "chile") not in {(s.source, s.target) for s in found}


def test_who_only_stands_in_a_list_is_no_party(nlp: Language) -> None:
    """Eight names in a sentence: more than a quarrel has."""
    names = "Berg Dahl Eik Falk Gard Holm Krog Lund".split()
    doc = nlp(f"Present were {', '.join(names)}, and there was criticism.")
    assert loose(doc, voices(doc, **{name.lower(): name for name in names})) == []


@pytest.mark.parametrize(
    ("sentence", "word", "met"),
    [
        ("Norway charged Keller with fraud.", "charged", True),
        ("Norway charged Keller to write the report.", "charged", False),
        ("Norway did not recognise the vote.", "recognise", True),
        ("Norway recognised the vote.", "recognised", False),
    ],
)
def test_an_entry_only_holds_under_its_conditions(nlp: Language, sentence: str, word: str, met: bool) -> None:
    matches = [m for m in find_matches(read_words(nlp(sentence))) if m.token.text == word]
    assert matches
    assert any(holds(match) for match in matches) == met


def test_the_way_between_two_words_goes_over_where_they_meet(nlp: Language) -> None:
    words = read_words(nlp("Keller accused Lind."))
    up, down = route(words[0], words[2])
    assert [t.text for t in up] == ["Keller", "accused"]
    assert [t.text for t in down] == ["accused", "Lind"]
