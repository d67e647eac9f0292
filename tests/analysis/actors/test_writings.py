from __future__ import annotations

import pytest
from spacy.language import Language

from tests.analysis.actors.actor_texts import body, mentions


def test_a_report_speaks_for_the_body_whose_report_it_is(nlp: Language) -> None:
    doc = body(
        nlp,
        "The Northern Fisheries Commission's report came out on Monday. The report said that stocks fell. "
        "According to the report, nobody counted them. Mara Quist burned the report.",
    )
    said = mentions(doc, "Northern Fisheries Commission")
    assert ("The report" in said, said.count("the report")) == (True, 1)


@pytest.mark.parametrize(
    ("text", "author", "writing"),
    [
        ("A study by the Karst Institute found that the well was dry.", "Karst Institute", "A study"),
        ("A letter from Mara Quist warned of losses.", "Mara Quist", "A letter"),
        ("Mara Quist's memo said that the deal was dead.", "Mara Quist", "memo"),
        ("The study, drawn up by the Karst Institute, found salt.", "Karst Institute", "The study"),
        ("The memo, which was written by Mara Quist, said no.", "Mara Quist", "The memo"),
        ("The well is dry, according to the Karst Institute's audit.", "Karst Institute", "audit"),
    ],
)
def test_a_writing_speaks_for_the_author_beside_it(
    nlp: Language, text: str, author: str, writing: str
) -> None:
    assert any(said.endswith(writing) for said in mentions(body(nlp, text), author))


def test_each_of_two_reports_speaks_for_its_own_author_and_the_report_for_none(nlp: Language) -> None:
    doc = body(
        nlp,
        "A report by the Karst Institute said that the well was dry. A report from the Harbour Council said that "
        "it was full. The report said that nobody drank from it.",
    )
    assert [said for said in mentions(doc, "Karst Institute") if "report" in said] == ["A report"]
    assert [said for said in mentions(doc, "Harbour Council") if "report" in said] == ["A report"]


def test_the_only_new_report_is_that_of_the_only_author(nlp: Language) -> None:
    text = "A draft report says that the well is dry. {}The Karst Institute report says that it was full."
    assert "A draft report" in mentions(body(nlp, text.format("")), "Karst Institute")
    another = "Another report says that nobody knows. "
    assert "A draft report" not in mentions(body(nlp, text.format(another)), "Karst Institute")


def test_a_report_on_a_body_is_not_its_own(nlp: Language) -> None:
    doc = body(nlp, "A report on the Harbour Council said that its chairman was paid twice.")
    assert not any("report" in said for said in mentions(doc, "Harbour Council"))
