"""Whom descriptions stand for; nobody where two fit about equally."""

from __future__ import annotations

import pytest
from spacy.language import Language

from generator.analysis.actors.sorts import sorts


def mentions(nlp: Language, text: str, name: str) -> list[str]:
    doc = nlp(text)
    return [m.of(text) for actor in doc._.actors if actor.name == name for m in actor.mentions]


@pytest.mark.parametrize(
    ("text", "name", "words"),
    [
        ("Governor Rosa Delgado vetoed it. The governor laughed.", "Rosa Delgado", "The governor"),
        ("Norlake Industries closed. The company had debts.", "Norlake Industries", "The company"),
        ("The Dockers' Federation met. The union was angry.", "Dockers' Federation", "The union"),
        ("Chile met Peru. The Chilean government left.", "Chile", "The Chilean government"),
    ],
)
def test_a_description_leads_to_the_one_who_is_called_so_or_is_of_that_sort(
    nlp: Language, text: str, name: str, words: str
) -> None:
    assert words in mentions(nlp, text, name)


@pytest.mark.parametrize(
    "text",
    [
        "Judge Colin Baird met Judge Rosa Delgado. The judge left.",
        "Colin Baird met Prime Minister Rosa Delgado. The minister left.",
        "Norlake Industries met Arden Industries. The company left.",
        "Norlake Industries fell. Its company left.",
        "Norlake Industries fell. The company that owns it left.",
    ],
)
def test_it_leads_to_nobody_where_two_fit_or_another_is_meant(nlp: Language, text: str) -> None:
    doc = nlp(text)
    said = [m.of(text) for actor in doc._.actors for m in actor.mentions if m.form == "nominal"]
    assert not {"The judge", "The minister", "The company", "Its company"} & set(said)


def test_who_is_clearly_nearer_is_meant(nlp: Language) -> None:
    text = (
        "Judge Colin Baird retired in May. The garden was large. The weather was fine. The roses grew. Rain fell. "
        "Judge Rosa Delgado opened the trial. The judge read the charge."
    )
    assert "The judge" in mentions(nlp, text, "Rosa Delgado")


def test_sorts_are_in_the_singular() -> None:
    assert "company" in sorts()["firm"] & sorts()["manufacturer"]
    assert not sorts()["union"] & sorts()["court"]


def test_a_body_described_and_never_named_is_not_one_of_like_sort_that_is_named(nlp: Language) -> None:
    text = "The health agency lied, said the Audit Office. The agency denied it."
    assert mentions(nlp, text, "Audit Office") == ["Audit Office"]
