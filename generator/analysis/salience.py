"""Salience: the order in which an editor would list the actors of an article."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from generator.model import ActorKind


@dataclass(frozen=True, slots=True)
class Features:
    """What is counted of an actor; shares are between 0 and 1."""

    mentions: int
    """Names, descriptions and pronouns."""
    names: int
    share: float
    """Its mentions in all mentions of actors."""
    first: float
    """Place of the first mention: 0 at the head of the article, 1 at its end."""
    headline: bool
    lead: bool
    """Named in the first paragraph of the body."""
    subject: float
    """Share of its mentions that are subjects."""
    speaks: bool
    spread: float
    """Share of the article's blocks that mention it."""
    kind: ActorKind


BIAS = -3.0
WEIGHTS = {
    "mentions": 0.9,  # per doubling
    "share": 3.0,
    "first": -1.6,
    "headline": 1.6,
    "lead": 0.7,
    "subject": 0.7,
    "speaks": 0.2,
    "spread": 0.6,
}
KINDS: dict[ActorKind, float] = {"person": 0.0, "organization": 0.0, "country": 0.0, "group": -0.6, "place": -2.0, "other": -2.0}


def salience(features: Features) -> float:
    """Return the salience of an actor, between 0 and 1."""
    x = BIAS + KINDS[features.kind] + WEIGHTS["mentions"] * math.log2(1 + features.mentions)
    for name in ("share", "first", "headline", "lead", "subject", "speaks", "spread"):
        x += WEIGHTS[name] * float(getattr(features, name))
    return round(1 / (1 + math.exp(-x)), 4)


def shares(counts: Sequence[int]) -> list[float]:
    """Return each count's share in their sum."""
    total = sum(counts) or 1
    return [count / total for count in counts]
