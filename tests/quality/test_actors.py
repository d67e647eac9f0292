"""Floors for actors on the development parts of two public data sets; skipped where they are absent.

A floor lies just below the figure that was reached; the digest makes sure that it was reached on the same gold.
"""

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

SETS = {
    "sel": (
        "e113604f400769a9a402caeb0be7ab7b6e6cfe20219ff83e8bd818744b175c87",
        {("key", "ap"): 0.927, ("key", "r_prec"): 0.88, ("kind", "acc_all"): 0.948, ("name", "alias"): 0.93},
    ),
    "gum": (
        "30415866804b8e1e1fe628d9b6ff98293be0a5c97b8e2b23e1248060e366e5bf",
        {
            ("score",): 0.82,
            ("key", "ap"): 0.803,
            ("clustering", "f1"): 0.89,
            ("clustering", "p"): 0.972,
            ("pronouns", "acc"): 0.90,
            ("pronouns", "prec"): 0.95,
        },
    ),
}


@pytest.mark.parametrize("name", SETS)
def test_actors_stay_above_their_floors(name: str, nlp: Language, shared: Path, tmp_path: Path) -> None:
    digest, floors = SETS[name]
    folder = shared / "eval" / "actors" / name / "dev"
    gold = folder / "gold.jsonl"
    assert hashlib.sha256(gold.read_bytes()).hexdigest() == digest, (
        "other gold: measure anew, set the floors anew"
    )
    predictions = tmp_path / "predictions.jsonl"
    articles = (read_article(path) for path in sorted(folder.glob("*.txt")))
    predictions.write_text(
        "".join(analysis.model_dump_json() + "\n" for analysis in analyse(nlp, articles)), encoding="utf-8"
    )
    scorer = shared / "eval" / "actors" / "score.py"
    arguments = [sys.executable, str(scorer), str(gold), str(predictions), "--texts", str(folder), "--json"]
    figures = json.loads(subprocess.run(arguments, capture_output=True, text=True, check=True).stdout)
    below = {path: dig(figures, path) for path, floor in floors.items() if dig(figures, path) < floor}
    assert not below


def dig(figures: Any, path: tuple[str, ...]) -> float:
    for key in path:
        figures = figures[key]
    return float(figures)
