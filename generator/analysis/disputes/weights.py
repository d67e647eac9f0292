"""How likely two actors are at odds, given what speaks for it: a sum of readable weights."""

from __future__ import annotations

import csv
import math
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files

TABLES = ("dispute_weights.csv", "dispute_pairs.csv")
"""The signs of frames, and those of pairs that no frame connects."""


@cache
def weights() -> Mapping[str, float]:
    """Read the tables: feature to log-odds (once a process)."""
    return {feature: weight for table in TABLES for feature, weight in _read(table)}


def _read(table: str) -> list[tuple[str, float]]:
    path = files("generator").joinpath("lexicons", table)
    lines = (line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    return [(row["feature"], float(row["weight"])) for row in csv.DictReader(lines)]


def probability(features: Iterable[str]) -> float:
    """Return the probability (0..1) that a pair with these features is at odds.

    Args:
        features: Those of all stances of one actor toward another in a sentence; each counts once, and one that
            has no weight counts nothing.
    """
    known = weights()
    total = known["bias"] + sum(known.get(feature, 0.0) for feature in dict.fromkeys(features))
    return 1 / (1 + math.exp(-total))
