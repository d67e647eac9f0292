"""A logistic regression that keeps few signs: for dispute_pairs.csv, used by tools/fit_predicates.py."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

PRICE = 3.0
"""Price of a weight (L1); this one leaves about 160 signs. Others were not compared on these signs."""
LEAST = 6
"""Pairs in which a sign must have been seen."""
ROUNDS = 1500
FLOOR = 0.005
"""Smaller weights print as 0.00 and are left out."""


@dataclass(frozen=True)
class Fitted:
    """What was learned: log-odds of a pair without signs, and of each sign that is kept."""

    start: float
    weights: dict[str, float]

    def total(self, signs: Sequence[str]) -> float:
        """Return the log-odds of a pair with these signs."""
        return self.start + sum(self.weights.get(sign, 0.0) for sign in dict.fromkeys(signs))


def fit_pairs(data: Sequence[tuple[Sequence[str], bool]]) -> Fitted:
    """Fit by accelerated proximal gradient steps (Beck and Teboulle 2009), without chance in it.

    Args:
        data: The signs of each pair, and whether the one was judged to be against the other.
    """
    counts = Counter(sign for signs, _ in data for sign in dict.fromkeys(signs))
    names = sorted(sign for sign, count in counts.items() if count >= LEAST)
    column = {name: number for number, name in enumerate(names)}
    places = [
        (n, column[s]) for n, (signs, _) in enumerate(data) for s in dict.fromkeys(signs) if s in column
    ]
    row, col = (np.array(side, dtype=np.int64) for side in zip(*places, strict=True))
    y = np.array([float(label) for _, label in data])
    size, pairs = len(names), len(data)

    def forward(w: np.ndarray) -> np.ndarray:
        margins: np.ndarray = w[size] + np.bincount(row, w[col], pairs)
        return margins

    def back(r: np.ndarray) -> np.ndarray:
        return np.append(np.bincount(col, r[row], size), r.sum())

    v = np.ones(size + 1)
    for _ in range(30):  # the largest eigenvalue bounds the step
        v = back(forward(v))
        largest = float(np.linalg.norm(v))
        v /= largest
    step = 4 / largest / 1.02
    w = moved = np.zeros(size + 1)
    t = 1.0
    for _ in range(ROUNDS):
        p = 1 / (1 + np.exp(-np.clip(forward(moved), -30, 30)))
        new = moved - step * back(p - y)
        new[:size] = np.sign(new[:size]) * np.maximum(np.abs(new[:size]) - step * PRICE, 0)
        later = (1 + (1 + 4 * t * t) ** 0.5) / 2
        moved = new + (t - 1) / later * (new - w)
        w, t = new, later
    kept = {name: float(w[n]) for n, name in enumerate(names) if abs(w[n]) >= FLOOR}
    return Fitted(float(w[size]), kept)
