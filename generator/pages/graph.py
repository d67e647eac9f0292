"""Who is against whom as a graph: counted, cut to what can be read, and taken apart where it falls apart."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.model import Contest


@dataclass(frozen=True, slots=True)
class Edge:
    """Two who are at odds, or of whom one stands with the other."""

    one: str
    other: str
    forth: int
    """How many sentences show the one against the other."""
    back: int
    """How many show the other against the one; without any direction both are 0."""
    support: bool = False
    """Whether the one stands with the other instead."""

    @property
    def weight(self) -> int:
        """How often the two are shown at odds."""
        return max(1, self.forth + self.back)


def edges(disputes: Iterable[Contest]) -> tuple[Edge, ...]:
    """Count who is against whom; parties of a dispute without any direction are joined without one.

    Returns:
        One for each pair, in the order in which the disputes name them.
    """
    counted: dict[tuple[str, str], list[int]] = {}

    def pair(one: str, other: str, ways: tuple[int, int]) -> None:
        turned = (other, one) in counted
        known = counted.setdefault((other, one) if turned else (one, other), [0, 0])
        known[0] += ways[turned]
        known[1] += ways[not turned]

    for contest in disputes:
        # Each sentence once.
        directed = dict.fromkeys(
            (proof.evidence.source, proof.evidence.target, proof.article, proof.evidence.start)
            for proof in contest.evidence
            if proof.evidence.source and proof.evidence.target
        )
        for source, target, *_ in directed:
            if source != target:
                pair(source, target, (1, 0))
        if not directed:
            for at, one in enumerate(contest.parties):
                for other in contest.parties[at + 1 :]:
                    pair(one, other, (0, 0))
    return tuple(Edge(one, other, forth, back) for (one, other), (forth, back) in counted.items())


def strongest(found: Sequence[Edge], most: int) -> tuple[Edge, ...]:
    """Keep the edges that are shown most often, as long as they join at most so many parties.

    Returns:
        In the order given.
    """
    kept: set[int] = set()
    parties: set[str] = set()
    for number in sorted(range(len(found)), key=lambda n: (-found[n].weight, n)):
        wanted = parties | {found[number].one, found[number].other}
        if len(wanted) <= most:
            kept.add(number)
            parties = wanted
    return tuple(edge for number, edge in enumerate(found) if number in kept)


def with_support(found: Sequence[Edge], support: Iterable[tuple[str, str]], most: int) -> tuple[Edge, ...]:
    """Add who stands with one of the parties, as long as there are at most so many names.

    Args:
        found: Who is against whom.
        support: Pairs of one and the party that it stands with.
        most: How many names are drawn in all.
    """
    parties = set(parties_of(found))
    apart = {frozenset((edge.one, edge.other)) for edge in found}
    drawn = set(parties)
    added = []
    for one, other in support:
        pair = frozenset((one, other))
        if other in parties and pair not in apart and len(drawn | pair) <= most:
            added.append(Edge(one, other, 0, 0, support=True))
            apart.add(pair)
            drawn |= pair
    return (*found, *added)


def components(found: Sequence[Edge]) -> list[tuple[Edge, ...]]:
    """Take the graph apart into what hangs together, the largest first."""
    groups: list[tuple[set[str], list[Edge]]] = []
    for edge in found:
        ends = {edge.one, edge.other}
        touched = [group for group in groups if group[0] & ends]
        parties, held = set(ends), []
        for group in touched:
            parties |= group[0]
            held += group[1]
            groups.remove(group)
        groups.append((parties, [*held, edge]))
    order = {id(edge): number for number, edge in enumerate(found)}
    sorted_groups = [tuple(sorted(held, key=lambda e: order[id(e)])) for _, held in groups]
    return sorted(sorted_groups, key=lambda held: (-len(parties_of(held)), order[id(held[0])]))


def parties_of(found: Iterable[Edge]) -> tuple[str, ...]:
    """List the parties of edges, in the order in which they are named."""
    return tuple(dict.fromkeys(party for edge in found for party in (edge.one, edge.other)))
