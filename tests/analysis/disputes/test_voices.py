"""Which actors a phrase stands for, and whose words a word belongs to."""

from __future__ import annotations

import pytest
from spacy.language import Language

from generator.analysis.disputes.voices import Voices, find_authors, holders, is_told
from generator.analysis.syntax import Word, read_words

ACTORS = {"Keller": "keller", "Lind": "lind", "Chile": "chile", "Norway": "norway", "Norwegian": "norway"}


def voices(
    words: list[Word], speakers: dict[int, str] | None = None, authors: dict[str, str] | None = None
) -> Voices:
    """Let each known name in a sentence stand for its actor."""
    places = {w.i: ACTORS[w.text] for w in words if w.text in ACTORS}
    return Voices(places, places, speakers or {}, authors=authors or {})


def find(words: list[Word], text: str) -> Word:
    return next(w for w in words if w.text == text)


@pytest.mark.parametrize(
    ("sentence", "head", "found"),
    [
        ("Keller left.", "Keller", [("keller", "self")]),
        ("Keller's plan failed.", "plan", [("keller", "owner")]),
        ("A law passed by Norway failed.", "law", [("norway", "clause")]),
        (
            "The criticism by Keller and Lind was harsh.",
            "criticism",
            [("keller", "owner"), ("lind", "owner")],
        ),
        ("The chairman, Lind, left.", "chairman", [("lind", "appos")]),
        ("A leader of Chile left.", "leader", [("chile", "owner")]),
        ("The map of Chile fell.", "map", [("chile", "of")]),
        ("The plan failed.", "plan", []),
    ],
)
def test_whom_a_phrase_stands_for(
    nlp: Language, sentence: str, head: str, found: list[tuple[str, str]]
) -> None:
    words = read_words(nlp(sentence))
    assert holders(find(words, head), voices(words)) == found


def test_a_private_person_does_not_stand_for_the_country(nlp: Language) -> None:
    words = read_words(nlp("A Norwegian woman left while the Norwegian government stayed."))
    assert holders(find(words, "woman"), voices(words)) == []
    assert holders(find(words, "government"), voices(words)) == [("norway", "owner")]


def test_who_holds_an_office_also_acts_for_its_body(nlp: Language) -> None:
    words = read_words(nlp("Norwegian minister Keller left."))
    assert holders(find(words, "Keller"), voices(words)) == [("keller", "self"), ("norway", "office")]


def test_a_document_stands_for_whoever_wrote_it(nlp: Language) -> None:
    words = read_words(nlp("The report was harsh."))
    assert holders(find(words, "report"), voices(words, authors={"report": "keller"})) == [
        ("keller", "author")
    ]


def test_the_author_is_the_one_to_whom_the_text_gives_the_document(nlp: Language) -> None:
    words = read_words(nlp("Keller's report was read by Lind. Chile waited for the report."))
    assert find_authors(words, voices(words)) == {"report": "keller"}


def test_a_document_that_is_nobodys_has_no_author(nlp: Language) -> None:
    words = read_words(nlp("Lind waited for the report."))
    assert find_authors(words, voices(words)) == {}


@pytest.mark.parametrize(
    ("sentence", "inside", "speaker"),
    [
        ("Keller said Chile had failed.", "failed", "keller"),
        ("Keller said Chile had failed.", "said", None),
        ("According to Keller, Chile had failed.", "failed", "keller"),
        ("Chile had failed.", "failed", None),
    ],
)
def test_whose_words_they_are(nlp: Language, sentence: str, inside: str, speaker: str | None) -> None:
    words = read_words(nlp(sentence))
    assert voices(words).speaker(find(words, inside)) == speaker


def test_quoted_words_are_the_speakers_whatever_the_sentence_says(nlp: Language) -> None:
    words = read_words(nlp("Keller said Chile had failed."))
    failed = find(words, "failed")
    assert voices(words, speakers={failed.i: "lind"}).speaker(failed) == "lind"


def test_we_are_whoever_speaks(nlp: Language) -> None:
    words = read_words(nlp("We reject the plan."))
    we = find(words, "We")
    assert voices(words).actor(we) is None
    assert voices(words, speakers={we.i: "lind"}).actor(we) == "lind"


def test_a_claim_is_not_of_whom_it_tells(nlp: Language) -> None:
    words = read_words(nlp("The claim that Chile lied was false."))
    assert is_told(find(words, "claim"), find(words, "lied"))
    assert holders(find(words, "claim"), voices(words)) == []
