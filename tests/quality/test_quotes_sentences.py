"""Own sentences, one per phenomenon: which words are a quote, whose, and by which cue."""

from __future__ import annotations

from pathlib import Path

import pytest
from spacy.language import Language

from generator.analysis.pipeline import analyse
from generator.model import Analysis, Article, Block

TABLE = Path(__file__).with_name("quotes_sentences.txt")
FLOOR = 0.95
"""The share of sentences with every quote, speaker and cue right; reached: see docs/quality-quotes.md."""
Row = tuple[str, str, tuple[tuple[str, str, str], ...]]


def table() -> list[Row]:
    rows: list[Row] = []
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        if line.startswith("= "):
            name, _, text = line[2:].partition(" | ")
            rows.append((name, text.replace("¶", "\n\n"), ()))
        elif line.startswith("> "):
            words, speaker, cue = line[2:].rsplit(" | ", 2)
            name, text, quotes = rows[-1]
            rows[-1] = (name, text, (*quotes, (words, speaker, cue)))
    return rows


def article(text: str) -> Article:
    found, at = [], 0
    for part in text.split("\n\n"):
        found.append(Block(start=at, end=at + len(part), kind="paragraph"))
        at += len(part) + 2
    return Article(source="own", text=text, title="own", blocks=tuple(found))


def reported(analysis: Analysis) -> tuple[tuple[str, str, str], ...]:
    text = analysis.text
    return tuple(
        (
            " + ".join(span.of(text) for span in quote.spans),
            quote.speaker.of(text) if quote.speaker else "-",
            quote.cue.of(text) if quote.cue else "-",
        )
        for quote in analysis.quotes
    )


@pytest.fixture(scope="module")
def results(nlp: Language) -> list[tuple[Row, tuple[tuple[str, str, str], ...]]]:
    rows = table()
    analyses = analyse(nlp, [article(text) for _, text, _ in rows])
    return [(row, reported(analysis)) for row, analysis in zip(rows, analyses, strict=True)]


def test_the_table_holds_a_hundred_and_twenty_phenomena() -> None:
    assert len({name for name, _, _ in table()}) >= 120


def test_the_sentences_are_read_as_a_careful_reader_would(
    results: list[tuple[Row, tuple[tuple[str, str, str], ...]]],
) -> None:
    wrong = [f"{row[0]}: {found}" for row, found in results if found != row[2]]
    assert 1 - len(wrong) / len(results) >= FLOOR, "\n".join(wrong)


def test_no_quote_is_given_to_a_wrong_speaker(
    results: list[tuple[Row, tuple[tuple[str, str, str], ...]]],
) -> None:
    """No speaker is better than a wrong one."""
    wrong = []
    for (name, _, wanted), found in results:
        speakers = {words: speaker for words, speaker, _ in wanted}
        wrong += [
            f"{name}: {speaker}"
            for words, speaker, _ in found
            if words in speakers and speaker not in ("-", speakers[words])
        ]
    assert len(wrong) <= 2, "\n".join(wrong)
