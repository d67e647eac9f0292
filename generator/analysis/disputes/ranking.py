"""Which dispute of an article is its main quarrel: what the headline, the lead and most of its sentences tell."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from math import sqrt

from generator.analysis.disputes.camps import NO_CAMPS, Camps
from generator.model import BODY, Actor, Block, Span

IN_TITLE, IN_LEAD = 1.0, 0.5
"""How prominently somebody stands who is named in the title, or below it and in the first sentence of the body."""
HEAD = 1.5
"""How much more a sentence of the article's head counts; the two whom the title names matter more than a sentence."""
LEAST = 0.3
"""Weight of two parties who matter little: their dispute still counts by its sentences."""
FADING = 0.9
"""Each further sentence counts so much less: a quarrel told at length is not the main one by its length alone."""


@dataclass(frozen=True, slots=True)
class Stage:
    """Who matters in an article, and where its body begins."""

    salience: Mapping[str, float] = field(default_factory=dict)
    billing: Mapping[str, float] = field(default_factory=dict)
    """How prominently the head of the article names each actor."""
    body: int = 0

    def weight(self, party: str) -> tuple[float, float]:
        """Return how salient and how prominent an actor is."""
        return self.salience.get(party, 0.0), self.billing.get(party, 0.0)


def set_stage(actors: Iterable[Actor], blocks: Sequence[Block], sentences: Sequence[Span]) -> Stage:
    """Say who matters in an article.

    Args:
        actors: Of the article.
        blocks: Its blocks.
        sentences: Of its prose blocks, in order.
    """
    body = next((block.start for block in blocks if block.kind in BODY), 0)
    title = next((block.end for block in blocks if block.kind == "headline" and block.start < body), 0)
    lead = next((sentence.end for sentence in sentences if sentence.start >= body), body)
    first = {actor.id: min(mention.start for mention in actor.mentions) for actor in actors if actor.mentions}
    billing = {
        actor: IN_TITLE if start < title else IN_LEAD if start < lead else 0.0
        for actor, start in first.items()
    }
    return Stage({actor.id: actor.salience for actor in actors}, billing, body)


def importance(
    told: Sequence[tuple[frozenset[str], float, int]], stage: Stage, camps: Camps = NO_CAMPS
) -> float:
    """Weigh a dispute.

    Args:
        told: For each of its sentences the two actors, how sure it is, and where it starts.
        stage: Who matters.
        camps: Who speaks for whom: a body is as prominent as whoever speaks for it.

    Returns:
        The more the surer and the more its sentences are (those of the head of the article count more), and the
        more the article is about the two parties, above all about the one that it is less about.
    """
    sure = sorted((p * (HEAD if start < stage.body else 1) for _, p, start in told), reverse=True)
    evidence = sum(p * FADING**n for n, p in enumerate(sure))
    sides: dict[str, tuple[float, float]] = {}
    for pair, _, _ in told:
        for party in sorted(pair):
            salience, billing = stage.weight(party)
            known = sides.get(camps.of(party), (0.0, 0.0))
            sides[camps.of(party)] = (max(known[0], salience), max(known[1], billing))
    salient = sorted((salience for salience, _ in sides.values()), reverse=True)[:2]
    billed = sorted((billing for _, billing in sides.values()), reverse=True)[:2]
    return evidence * (LEAST + sqrt(salient[0] * salient[-1]) + billed[-1])
