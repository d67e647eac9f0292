"""Denials meet the charge or claim before them."""

from __future__ import annotations

import pytest
from spacy.language import Language

from generator.analysis.pipeline import analyse
from generator.model import Analysis, Article, Block


def read(nlp: Language, *paragraphs: str) -> Analysis:
    text = "\n\n".join(paragraphs)
    blocks, at = [], 0
    for paragraph in paragraphs:
        blocks.append(Block(start=at, end=at + len(paragraph), kind="paragraph"))
        at += len(paragraph) + 2
    (analysis,) = analyse(nlp, [Article(source="a.txt", text=text, title="A", blocks=tuple(blocks))])
    return analysis


def told(analysis: Analysis) -> list[tuple[str, str, str]]:
    return [
        (analysis.actor(e.source or "").name, analysis.actor(e.target or "").name, e.predicate)
        for dispute in analysis.disputes
        for e in dispute.evidence
    ]


def pairs(analysis: Analysis) -> set[tuple[str, str]]:
    return {(one, other) for one, other, _ in told(analysis)}


def test_a_denial_without_an_addressee_answers_the_latest_charge(nlp: Language) -> None:
    found = read(
        nlp, "Norway accused Chile of overfishing. Peru has a new minister.", "Chile denied it on Monday."
    )
    assert ("Chile", "Norway") in pairs(found)
    assert not any("Peru" in pair for pair in pairs(found))


def test_a_claim_that_is_called_false_is_a_charge(nlp: Language) -> None:
    found = read(nlp, "Maria Keller said Hans Borg had sold the archive. Borg said this was false.")
    assert {("Hans Borg", "Maria Keller"), ("Maria Keller", "Hans Borg")} <= pairs(found)


def test_the_one_who_is_charged_answers_with_what_he_says_next(nlp: Language) -> None:
    found = read(
        nlp, "Maria Keller accused Hans Borg of selling the archive. Borg said the archive was in the cellar."
    )
    assert ("Hans Borg", "Maria Keller", "answer") in told(found)


@pytest.mark.parametrize(
    "answer",
    [
        "Borg apologised to her and said the archive would be bought back.",
        "Borg declined to comment.",
        "Borg said he accepted the finding.",
    ],
)
def test_who_yields_or_is_silent_does_not_answer(nlp: Language, answer: str) -> None:
    found = read(nlp, f"Maria Keller accused Hans Borg of selling the archive. {answer}")
    assert ("Hans Borg", "Maria Keller") not in pairs(found)


def test_what_the_accuser_adds_is_evidence(nlp: Language) -> None:
    found = read(
        nlp,
        'Maria Keller accused Hans Borg of selling the archive. "It was there in May," Keller said. '
        "Peru has a new minister.",
    )
    assert ("Maria Keller", "Hans Borg", "add") in told(found)
    assert len(told(found)) == 2


def test_nobody_answers_what_nobody_said(nlp: Language) -> None:
    assert not pairs(read(nlp, "Chile denied it on Monday. Norway and Peru signed a treaty."))


def test_a_fault_found_without_a_name_is_the_opponents(nlp: Language) -> None:
    found = read(
        nlp,
        "Maria Keller accused Jonas Brandt of selling the harbour. "
        'Fishermen met in the hall. "The price was misleading," Keller said.',
    )
    (dispute,) = found.disputes
    assert [piece.source for piece in dispute.evidence] == ["maria-keller", "maria-keller"]
    assert dispute.evidence[-1].target == "jonas-brandt"


def test_an_act_that_names_whose_it_is_is_meant_for_the_opponent(nlp: Language) -> None:
    found = read(
        nlp,
        "The town read the allegations by Maria Keller on Monday. "
        "Jonas Brandt rejected Keller's charges. Visitors like the harbour.",
    )
    (dispute,) = found.disputes
    assert ("maria-keller", "jonas-brandt") in [(piece.source, piece.target) for piece in dispute.evidence]


def test_a_denial_answers_the_nearer_of_a_charge_and_a_claim(nlp: Language) -> None:
    found = read(
        nlp,
        "Maria Keller accused Hans Borg of selling the archive. Visitors like the town hall. It rained in May.",
        "Jonas Brandt said that Borg had burnt the letters. Borg denied it.",
    )
    assert ("Hans Borg", "Jonas Brandt") in pairs(found)


def test_a_denial_answers_who_spoke_of_the_thing_that_it_denies(nlp: Language) -> None:
    found = read(
        nlp,
        "Maria Keller and Hans Borg met in Oslo. Keller said that the wells of the valley were dry.",
        "Borg denied that the wells were in danger.",
    )
    assert ("Hans Borg", "Maria Keller") in pairs(found)


def test_a_denial_of_another_thing_answers_nobody(nlp: Language) -> None:
    found = read(
        nlp,
        "Maria Keller and Hans Borg met in Oslo. Keller said that the wells of the valley were dry.",
        "Borg denied that the station would be closed.",
    )
    assert not pairs(found)


def test_a_remark_that_is_rejected_was_a_charge(nlp: Language) -> None:
    found = read(
        nlp,
        "Maria Keller said that Amnesty International had sold the only house it owned.",
        "Hans Borg, a member, rejected Keller's remark. Amnesty International has an office in Oslo.",
    )
    assert ("Maria Keller", "Amnesty International", "claim") in told(found)


def test_who_refuses_no_more_than_an_answer_is_against_nobody(nlp: Language) -> None:
    found = read(
        nlp, "Maria Keller said that Hans Borg had sold the archive. Borg refused to respond to that."
    )
    assert not pairs(found)


def test_an_old_year_in_a_charge_makes_it_no_history(nlp: Language) -> None:
    found = read(
        nlp,
        "Visitors came to Oslo in 2014. Maria Keller criticised Hans Borg, saying that he sold the archive in 2009.",
    )
    assert ("Maria Keller", "Hans Borg") in pairs(found)


def test_who_is_described_once_can_deny_what_somebody_said(nlp: Language) -> None:
    found = read(
        nlp,
        "Maria Keller complained that she had seen the cells only once. Prison authorities denied that.",
        "It rained in Oslo. Visitors like the harbour. A band played. Nobody sang.",
    )
    assert ("Prison authorities", "Maria Keller") in pairs(found)


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("Maria Keller told reporters that the port was safe. Hans Borg derided the remark.", True),
        ("Maria Keller told reporters that the port was safe. Hans Borg derided the opera.", False),
        ("Hans Borg said that it was for her to act, an answer that Maria Keller derided.", None),
    ],
)
def test_what_was_just_said_is_its_speakers(nlp: Language, text: str, pair: bool | None) -> None:
    wanted = ("Maria Keller", "Hans Borg") if pair is None else ("Hans Borg", "Maria Keller")
    assert (wanted in pairs(read(nlp, text))) is (pair is not False)


@pytest.mark.parametrize(("thing", "answers"), [("her decision", True), ("Peru", False)])
def test_who_stands_by_a_deed_answers_the_charge(nlp: Language, thing: str, answers: bool) -> None:
    found = read(nlp, f"Hans Borg accused Maria Keller of haste. Keller stood by {thing}.")
    assert (("Maria Keller", "Hans Borg", "stand by") in told(found)) is answers
