"""Salience: the order in which an editor would list the actors of an article."""

from __future__ import annotations

import math
from dataclasses import dataclass

from generator.model import ActorKind


@dataclass(frozen=True, slots=True)
class Features:
    """What is counted of an actor; shares are between 0 and 1."""

    mentions: int
    """Names, descriptions and pronouns."""
    first: float
    """Place of the first mention: 0 at the head of the article, 1 at its end."""
    headline: bool
    lead: bool
    """Named in the first paragraph of the body."""
    subject: float
    """Share of its mentions that are subjects."""
    speaks: bool
    modifier: float
    """Share of its mentions that only qualify another word ("Chinese officials", "US Senate")."""
    spread: float
    """Share of the article's blocks that mention it."""
    kind: ActorKind


BIAS = -3.0
"""Puts an actor that a long article names once in passing near 0.05, and its main actor above 0.9."""
WEIGHTS = {
    "mentions": 1.1,  # per doubling
    "first": -1.6,
    "headline": 1.0,
    "lead": 1.0,
    "subject": 0.3,
    "modifier": -0.4,
    "speaks": 0.3,
    "spread": 0.5,
}
"""Pairwise logistic regression on which of two actors of an article people put into a summary; rounded by hand.

Made with tools/fit_salience.py on 201 articles with people's judgements. Twenty further features (rank of the first
mention, subject of the lead, share of pronouns, "in" and "by" before a name, quotations, ...) were tried: none adds
more than chance on articles that were left out.
"""
KINDS: dict[ActorKind, float] = {
    "person": 0.0,
    "organization": -0.3,  # bodies are named for their officials, too; gains on all three sets that were compared
    "country": 0.3,
    "group": -0.3,
    "place": -1.6,  # where things happen; a place acts only as its government, and that is another actor
    "other": -1.6,
}


def salience(features: Features) -> float:
    """Return the salience of an actor, between 0 and 1."""
    x = BIAS + KINDS[features.kind] + WEIGHTS["mentions"] * math.log2(1 + features.mentions)
    for name in ("first", "headline", "lead", "subject", "modifier", "speaks", "spread"):
        x += WEIGHTS[name] * float(getattr(features, name))
    return round(1 / (1 + math.exp(-x)), 4)
