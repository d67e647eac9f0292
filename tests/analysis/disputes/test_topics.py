"""Which words name the issue of a dispute."""

from __future__ import annotations

import pytest
from spacy.language import Language

from tests.analysis.disputes.test_component import read


def issues(nlp: Language, *sentences: str) -> list[str]:
    return [dispute.issue for dispute in read(nlp, " ".join(sentences)).disputes]


def test_a_thing_is_named_as_fully_as_the_article_names_it(nlp: Language) -> None:
    assert issues(
        nlp,
        "The harbour bill was read on Monday.",
        "Maria Keller criticised Jonas Brandt over the bill.",
    ) == ["harbour bill"]


def test_what_the_article_comes_back_to_is_the_issue(nlp: Language) -> None:
    assert issues(
        nlp,
        "The ferry tariff rose in May.",
        "Maria Keller criticised Jonas Brandt over the ferry tariff.",
        "The ferry tariff hurts the islands.",
        "Maria Keller also criticised Jonas Brandt for a joke.",
    ) == ["ferry tariff"]


def test_the_dam_is_the_issue_of_a_row_over_the_dam(nlp: Language) -> None:
    (issue,) = issues(nlp, "Maria Keller criticised Jonas Brandt for the row over the stone dam.")
    assert issue == "stone dam"


def test_a_verb_and_a_pronoun_name_an_issue_only_where_nothing_else_does(nlp: Language) -> None:
    assert issues(nlp, "Maria Keller accused Jonas Brandt of burying it.") == ["burying it"]
    assert issues(
        nlp,
        "The harbour audit was long.",
        "Maria Keller accused Jonas Brandt of burying it.",
        "Keller also criticised Brandt over the harbour audit.",
    ) == ["harbour audit"]


@pytest.mark.parametrize("opening", ["having", "being"])
def test_an_issue_does_not_begin_with_an_auxiliary(nlp: Language, opening: str) -> None:
    text = f"Maria Keller accused Jonas Brandt of {opening} paid for the ferry licence."
    assert not any(issue.startswith(opening) for issue in issues(nlp, text))


def test_what_one_says_of_the_other_is_the_issue_where_no_frame_names_it(nlp: Language) -> None:
    (issue,) = issues(
        nlp,
        "The union Metallbund said Maria Keller had closed every foundry in Graz.",
        "Keller said this was false.",
    )
    assert issue == "closed every foundry in Graz"
