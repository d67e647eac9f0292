"""Who speaks for whom, by which words."""

from __future__ import annotations

import pytest
from spacy.language import Language

from generator.analysis.disputes.camps import Camps, find_camps, heard
from generator.analysis.disputes.component import listen
from generator.analysis.pipeline import prepare
from generator.analysis.syntax import read_words
from generator.sources.read import parse_article


def camps(nlp: Language, text: str) -> dict[str, str]:
    doc = nlp(prepare(nlp, parse_article(text.encode(), "a.txt")))
    names = {actor.id: actor.name for actor in doc._.actors}
    words = read_words(doc)
    return {names[one]: names[body] for one, body in find_camps(doc, words, listen(doc, words)).body.items()}


@pytest.mark.parametrize(
    ("text", "person", "body"),
    [
        (
            "Amnesty International met in Oslo on Monday. Its chairwoman, Maria Keller, spoke to the press.",
            "Maria Keller",
            "Amnesty International",
        ),
        (
            "The Bank of Peru met on Monday. Visitors waited. Governor Maria Keller spoke to the press.",
            "Maria Keller",
            "Bank of Peru",
        ),
        (
            "The Ministry of Justice met on Monday. Visitors waited. Justice Minister Maria Keller spoke.",
            "Maria Keller",
            "Ministry of Justice",
        ),
        (
            "Hans Borg met Maria Keller. Borg's lawyer, Jonas Brandt, said nothing.",
            "Jonas Brandt",
            "Hans Borg",
        ),
        (
            "Jonas Brandt, for Amnesty International, told the judge that the house was empty.",
            "Jonas Brandt",
            "Amnesty International",
        ),
    ],
)
def test_a_title_leads_to_the_body(nlp: Language, text: str, person: str, body: str) -> None:
    assert camps(nlp, text).get(person) == body


@pytest.mark.parametrize(
    "text",
    [
        "The Ministry of Health met on Monday. Visitors waited. Justice Minister Maria Keller spoke.",
        "The Ministry of Health met on Monday. Visitors waited. Prime Minister Maria Keller spoke.",
        "The Bank of Peru met on Monday. The Bank of Chile waited. Visitors came. Governor Maria Keller spoke.",
        "Maria Keller of Norway won the race in Oslo on Monday.",
    ],
    ids=["another field", "prime minister", "two banks", "a country of origin"],
)
def test_a_title_does_not_lead_to_what_does_not_fit(nlp: Language, text: str) -> None:
    assert "Maria Keller" not in camps(nlp, text)


def test_the_words_of_a_nameless_spokesman_are_his_bodys(nlp: Language) -> None:
    text = "A spokesman for Amnesty International said on Monday that Maria Keller was wrong."
    doc = nlp(prepare(nlp, parse_article(text.encode(), "a.txt")))
    words = read_words(doc)
    voices = listen(doc, words)
    found = heard(voices, find_camps(doc, words, voices))
    assert set(found.heads.values()) == {"amnesty-international", "maria-keller"}


def test_who_has_a_name_keeps_his_words() -> None:
    known = Camps({"ann": "union", "voice": "union"}, frozenset({"voice"}))
    assert (known.voice("ann"), known.voice("voice")) == ("ann", "union")
    assert known.one("ann", "voice")
