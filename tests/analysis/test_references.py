"""What an analysis says of actors, it says of actors that are in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from spacy.language import Language

from generator.analysis.pipeline import analyse
from generator.model import Analysis
from generator.sources.read import read_article

SAMPLES = sorted(
    p for p in Path(__file__).parents[2].joinpath("articles").iterdir() if p.suffix in (".md", ".txt")
)


def referred(analysis: Analysis) -> Iterator[str | None]:
    for quote in analysis.quotes:
        yield from quote.about
        for speaker in (quote.speaker, *(told.speaker for told in quote.told)):
            yield speaker.actor if speaker else None
    for dispute in analysis.disputes:
        yield from dispute.parties
        for evidence in dispute.evidence:
            yield from (evidence.source, evidence.target, evidence.attributed_to)
    for support in analysis.support:
        yield from (support.source, support.target, support.attributed_to)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_every_actor_that_is_referred_to_is_there(nlp: Language, path: Path) -> None:
    (analysis,) = analyse(nlp, [read_article(path)])
    assert set(referred(analysis)) - {None} <= {actor.id for actor in analysis.actors}
