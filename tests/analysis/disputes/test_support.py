"""Who stands with whom: told as a fact, and nothing else."""

from __future__ import annotations

import pytest
from spacy.language import Language

from generator.model import Analysis
from tests.analysis.disputes.test_component import read


def sides(analysis: Analysis) -> list[tuple[str, str]]:
    return [(analysis.actor(s.source).name, analysis.actor(s.target).name) for s in analysis.support]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Maria Keller backed Jonas Brandt on Monday.", ("Maria Keller", "Jonas Brandt")),
        ("Maria Keller sided with Jonas Brandt over the dam.", ("Maria Keller", "Jonas Brandt")),
        ("Maria Keller praised Jonas Brandt's plan.", ("Maria Keller", "Jonas Brandt")),
        ("Jonas Brandt was endorsed by Maria Keller.", ("Maria Keller", "Jonas Brandt")),
        ("Maria Keller voiced support for Jonas Brandt.", ("Maria Keller", "Jonas Brandt")),
    ],
)
def test_who_takes_a_side_stands_with_the_other(nlp: Language, text: str, expected: tuple[str, str]) -> None:
    found = read(nlp, text)
    assert sides(found) == [expected]
    assert found.disputes == ()
    (support,) = found.support
    assert text[support.start : support.end] == text


@pytest.mark.parametrize(
    "text",
    [
        "Maria Keller did not back Jonas Brandt.",
        "Would Maria Keller back Jonas Brandt?",
        "Maria Keller might endorse Jonas Brandt.",
        "If Maria Keller backs Jonas Brandt, the dam is safe.",
        "Jonas Brandt said that Maria Keller supported him.",
        "Maria Keller thanked Jonas Brandt.",
        "Maria Keller has the support of Jonas Brandt.",
        "Maria Keller looked for support for Jonas Brandt.",
    ],
)
def test_what_is_no_fact_or_takes_no_side_is_no_support(nlp: Language, text: str) -> None:
    assert sides(read(nlp, text)) == []


def test_who_tells_of_it_is_named(nlp: Language) -> None:
    found = read(nlp, "Ruth Holm said that Maria Keller had backed Jonas Brandt.")
    assert sides(found) == [("Maria Keller", "Jonas Brandt")]
    assert found.actor(found.support[0].attributed_to or "").name == "Ruth Holm"
