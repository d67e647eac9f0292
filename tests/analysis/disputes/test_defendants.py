"""Lists of defendants."""

from __future__ import annotations

import pytest
from spacy.language import Language

from generator.analysis.pipeline import analyse
from generator.sources.read import parse_article


def sued(nlp: Language, text: str) -> set[tuple[str, str]]:
    (analysis,) = analyse(nlp, [parse_article(text.encode(), "a.txt")])
    return {
        (analysis.actor(e.source or "").name, analysis.actor(e.target or "").name)
        for dispute in analysis.disputes
        for e in dispute.evidence
        if e.predicate == "name defendant"
    }


@pytest.mark.parametrize(
    "listed",
    [
        "The lawsuit names Hans Borg, Anton Feld and Petra Lang as defendants.",
        "Hans Borg, Anton Feld and Petra Lang are named as defendants.",
    ],
)
def test_each_defendant_is_sued(nlp: Language, listed: str) -> None:
    found = sued(nlp, f"Maria Keller filed a lawsuit in Munich on Monday over the sale of a house. {listed}")
    assert found == {("Maria Keller", name) for name in ("Hans Borg", "Anton Feld", "Petra Lang")}


def test_nobody_is_sued_where_nobody_is_named_so(nlp: Language) -> None:
    text = (
        "Maria Keller filed a lawsuit in Munich. It names Hans Borg as a witness. The defendants are unknown."
    )
    assert not sued(nlp, text)
