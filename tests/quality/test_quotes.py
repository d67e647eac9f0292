"""Floors for the reading of quotes on annotated news that is not in the repository (skipped without it)."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from spacy.language import Language

from generator.analysis.pipeline import analyse
from generator.sources.read import read_article

pytestmark = pytest.mark.quality

GOLD = "556b31b302008d246ca9e2a966f61542f45b1c10284532e7a5273b1a96f113b7"
"""SHA-256 of the gold that the floors were measured on."""
FLOORS = {
    ("direct+mixed", "e2e", "f1"): 0.877,
    ("direct+mixed", "f1"): 0.933,
    ("direct+mixed", "speaker_accuracy"): 0.94,
    ("indirect", "e2e", "f1"): 0.618,
    ("all", "e2e", "f1"): 0.71,
    ("direct, exact", "f1"): 0.875,
}
"""Just below the figures of docs/quality-quotes.md; lowering one needs a line in the changelog."""


@pytest.fixture(scope="module")
def figures(nlp: Language, shared: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    folder = shared / "eval" / "quotes" / "polnear" / "dev"
    assert hashlib.sha256((folder / "gold.jsonl").read_bytes()).hexdigest() == GOLD, "another gold"
    articles = [read_article(path) for path in sorted(folder.glob("*.txt"))]
    predictions = tmp_path_factory.mktemp("quotes") / "predictions.jsonl"
    with predictions.open("w", encoding="utf-8") as sink:
        for analysis in analyse(nlp, articles):
            sink.write(analysis.model_dump_json() + "\n")
    scorer = shared / "eval" / "quotes" / "score.py"
    done = subprocess.run(
        [sys.executable, str(scorer), str(predictions), str(folder), "--json"],
        capture_output=True,
        text=True,
        check=True,
    )
    result: dict[str, Any] = json.loads(done.stdout[done.stdout.index("\n{") :])
    return result


@pytest.mark.parametrize("path", FLOORS)
def test_the_figures_do_not_fall(figures: dict[str, Any], path: tuple[str, ...]) -> None:
    value: Any = figures
    for key in path:
        value = value[key]
    assert value >= FLOORS[path]
