"""Floors under the figures of docs/quality-disputes.md, on gold data that lies outside of the repository."""

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
from generator.errors import ArticleError
from generator.model import Article
from generator.sources.read import read_article

# set -> SHA-256 of its gold, floors (just below what was reached), most traps that may be reported
FLOORS = {
    "articles": (
        "fd41acfe46805a89386bec9488895c6b9148e79133af1b82adc7e49a9ba5a705",
        {"ordered": 0.68, "evidence": 0.58},
        0,
    ),
    "dse": ("eb02be765548b652a0d44fc0585979aca22e51f9f981b9a05ebaa2ce46e0829d", {"ordered": 0.495}, 0),
    "plv": ("9a008de67181efd19f0d082474c68c95c8c528fb47784626433f85cea1a3ea26", {"ordered": 0.705}, 0),
}


def readable(folder: Path) -> list[Article]:
    found = []
    for file in sorted(folder.glob("*.txt")):
        try:
            found.append(read_article(file, None))
        except ArticleError:  # counts as an article without a dispute
            continue
    return found


@pytest.mark.quality
@pytest.mark.parametrize("name", FLOORS)
def test_disputes_stay_above_their_floor(name: str, nlp: Language, shared: Path, tmp_path: Path) -> None:
    digest, floors, traps = FLOORS[name]
    folder = shared / "eval/disputes" / name / "dev"
    gold = folder / "gold.jsonl"
    if not gold.is_file():
        pytest.skip(f"{gold} is absent")
    assert hashlib.sha256(gold.read_bytes()).hexdigest() == digest, "other gold: set the floors anew"
    predictions = tmp_path / "predictions.jsonl"
    with predictions.open("w", encoding="utf-8") as sink:
        for analysis in analyse(nlp, readable(folder)):
            sink.write(analysis.model_dump_json() + "\n")
    scorer = shared / "eval/disputes/score.py"
    done = subprocess.run(
        [sys.executable, str(scorer), str(gold), str(predictions), "--json"],
        capture_output=True,
        text=True,
        check=True,
    )
    result: dict[str, Any] = json.loads(done.stdout)
    for figure, floor in floors.items():
        assert result[figure]["F1"] >= floor
    assert result["counts"].get("forbidden_reported", 0) <= traps
