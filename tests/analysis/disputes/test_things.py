"""Who is behind a thing, and who speaks for whom."""

from __future__ import annotations

import pytest
from spacy.language import Language

from generator.analysis.disputes.camps import find_camps
from generator.analysis.disputes.component import listen
from generator.analysis.disputes.things import find_makers
from generator.analysis.pipeline import prepare
from generator.analysis.syntax import read_words
from generator.sources.read import parse_article


def makers(nlp: Language, text: str) -> dict[str, str]:
    doc = nlp(prepare(nlp, parse_article(text.encode(), "a.txt")))
    names = {actor.id: actor.name for actor in doc._.actors}
    words = read_words(doc)
    return {noun: names[actor] for noun, actor in find_makers(doc, words, listen(doc, words)).items()}


def camps(nlp: Language, text: str) -> dict[str, str]:
    doc = nlp(prepare(nlp, parse_article(text.encode(), "a.txt")))
    names = {actor.id: actor.name for actor in doc._.actors}
    words = read_words(doc)
    return {names[one]: names[body] for one, body in find_camps(doc, words, listen(doc, words)).body.items()}


@pytest.mark.parametrize(
    ("text", "noun", "maker"),
    [
        ("Maria Keller drafted the bill in May, and Hans Borg reads it now.", "bill", "Maria Keller"),
        ("Hans Borg spoke of the bill by Maria Keller on Monday.", "bill", "Maria Keller"),
        ("Maria Keller's plan was read by Hans Borg.", "plan", "Maria Keller"),
        ("Maria Keller ruled on Friday that Hans Borg must pay the rent.", "ruling", "Maria Keller"),
        ("Maria Keller drafted the bill in May, and Hans Borg reads the plan now.", "plan", "Maria Keller"),
        ("Maria Keller closed the port. Hans Borg spoke of the closure.", "closure", "Maria Keller"),
        ("Maria Keller closed the port. Hans Borg spoke of the decision.", "decision", "Maria Keller"),
        ("Maria Keller proposed a contract. Hans Borg read a clause.", "clause", "Maria Keller"),
    ],
)
def test_a_thing_has_somebody_behind_it(nlp: Language, text: str, noun: str, maker: str) -> None:
    assert makers(nlp, text).get(noun) == maker


def test_backing_counts_less_than_making(nlp: Language) -> None:
    text = "Hans Borg supports the bill. Maria Keller drafted the bill in May."
    assert makers(nlp, text)["bill"] == "Maria Keller"


def test_who_did_not_make_it_is_not_behind_it(nlp: Language) -> None:
    assert "ban" not in makers(nlp, "Maria Keller has not imposed the ban that Hans Borg spoke of.")


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("Maria Keller closed the port. Hans Borg cut fares. Norway spoke of the decision.", "decision"),
        ("Hans Borg spoke of the decision. Later Maria Keller closed the port.", "decision"),
        ("Maria Keller and Hans Borg signed the contract.", "contract"),
    ],
)
def test_what_may_be_anybodys_is_nobodys(nlp: Language, text: str, noun: str) -> None:
    assert noun not in makers(nlp, text)


@pytest.mark.parametrize(
    "text",
    [
        "Maria Keller, chairwoman of Amnesty International, spoke in Oslo on Monday to the press.",
        "Amnesty International chairwoman Maria Keller spoke in Oslo on Monday to the press.",
        "Maria Keller of Amnesty International spoke in Oslo on Monday to the press.",
    ],
)
def test_a_leader_speaks_for_the_body(nlp: Language, text: str) -> None:
    assert camps(nlp, text) == {"Maria Keller": "Amnesty International"}


def test_a_former_leader_speaks_for_herself(nlp: Language) -> None:
    text = "Maria Keller, the former chairwoman of Amnesty International, spoke in Oslo on Monday."
    assert camps(nlp, text) == {}
