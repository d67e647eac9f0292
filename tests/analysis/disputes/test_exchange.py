"""How a quarrel goes on after the sentences that show it."""

from __future__ import annotations

import pytest
from spacy.language import Language

from generator.analysis.pipeline import analyse
from generator.model import Analysis
from generator.sources.read import parse_article

CHARGE = "Maria Keller accused Hans Borg of selling the archive."


def told(nlp: Language, text: str) -> list[tuple[str, str, str]]:
    (analysis,) = analyse(nlp, [parse_article(text.encode(), "a.txt")])
    return list(_pieces(analysis))


def _pieces(analysis: Analysis) -> list[tuple[str, str, str]]:
    return [
        (
            analysis.actor(e.source or "").name,
            analysis.actor(e.target or "").name,
            analysis.text[e.start : e.end],
        )
        for dispute in analysis.disputes
        for e in dispute.evidence
    ]


@pytest.mark.parametrize(
    "words",
    [
        '"He emptied it at night," Keller said.',
        "Keller said that the travel agency in the cellar was empty too.",
        "Keller said that he had promised to keep the letters.",
    ],
    ids=["of a pronoun", "of a bystander", "of what the other promised"],
)
def test_what_the_accuser_says_next_belongs_to_the_quarrel(nlp: Language, words: str) -> None:
    assert ("Maria Keller", "Hans Borg", words) in told(nlp, f"{CHARGE} {words}")


@pytest.mark.parametrize(
    "words",
    [
        "Keller asked whether the archive had a window.",
        "Keller said that she accepted his apology.",
        "Keller said that Jonas Brandt had a good voice.",
    ],
    ids=["a question", "peace", "a third"],
)
def test_what_else_she_says_does_not(nlp: Language, words: str) -> None:
    shown = [sentence for *_, sentence in told(nlp, f"{CHARGE} {words} Jonas Brandt sings.")]
    assert words not in shown


def test_who_does_not_join_is_against_nobody(nlp: Language) -> None:
    text = "Maria Keller called a strike on Monday. Hans Borg has not joined Keller."
    assert not told(nlp, text)
