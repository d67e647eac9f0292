"""The sides of a dispute: who faces whom, and which words of each belong to it."""

from __future__ import annotations

import math
from collections.abc import Sequence

from generator.model import Backing, Briefing, Contest, Said
from generator.pages.graph import edges

CERTAIN = 0.85
"""A speaker is less certain below this share of right ones among those found in the same way: a verb of saying
beside its subject gives about 0.95, all other ways less than 0.85."""


def standing(contest: Contest) -> dict[str, str]:
    """Find who stands on the side of which party: the parties, and who alone speaks for one in the evidence.

    Evidence may name a minister where the party is the country. Who is against a party, or against who stands with
    it, stands on the other side; if that side is one party, it is with that party.

    Returns:
        Actor -> party; whom the evidence puts on both sides, or on a side of several parties, stands with none.
    """
    halves = _halves(contest, contest.parties)
    if halves is None:
        return {party: party for party in contest.parties}
    half = {party: number for number, parties in enumerate(halves) for party in parties}
    pairs = [(p.evidence.source, p.evidence.target) for p in contest.evidence]
    known = [(source, target) for source, target in pairs if source and target]
    waiting, torn = list(half), set()
    for actor in waiting:
        near = [b if a == actor else a for a, b in known if actor in (a, b)]
        for found in dict.fromkeys(near):
            if found not in half:
                half[found] = 1 - half[actor]
                waiting.append(found)
            elif half[found] == half[actor]:
                torn |= {found, actor}
    side = {party: party for party in contest.parties}
    for actor, number in half.items():
        if actor not in side and actor not in torn and len(halves[number]) == 1:
            side[actor] = halves[number][0]
    return side


def _halves(contest: Contest, order: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """Part the parties into two sides that are against each other, that of the first one first, if they part so."""
    if len(order) == 2:
        return (order[0],), (order[1],)
    against: dict[str, set[str]] = {party: set() for party in order}
    for edge in edges([contest]):
        if edge.one in against and edge.other in against:
            against[edge.one].add(edge.other)
            against[edge.other].add(edge.one)
    side = {order[0]: 0}
    waiting = [order[0]]
    for party in waiting:
        for other in order:
            if other in against[party] and other not in side:
                side[other] = 1 - side[party]
                waiting.append(other)
    parted = all(side.get(party) != side.get(other) for party in order for other in against[party])
    if not parted or len(side) < len(order):
        return None
    first, second = (tuple(party for party in order if side[party] == number) for number in (0, 1))
    return first, second


def facing(contest: Contest) -> tuple[str, ...]:
    """Order the parties so that who is more often against the other comes first."""
    side = standing(contest)
    weight = dict.fromkeys(contest.parties, 0)
    for proof in contest.evidence:
        party = side.get(proof.evidence.source or "")
        if party and proof.evidence.target:
            weight[party] += 1
    return tuple(sorted(contest.parties, key=lambda party: -weight[party]))


def camps(contest: Contest) -> tuple[tuple[str, ...], ...]:
    """Put the parties on two sides, so that those against each other face each other.

    Returns:
        Two sides, that of the first of `facing` first; each party by itself where the evidence does not part them
        into two.
    """
    order = facing(contest)
    return _halves(contest, order) or tuple((party,) for party in order)


def relation(contest: Contest) -> str:
    """Word how two sides stand: one against the other, each against the other, or at odds."""
    if len(contest.parties) != 2:
        return "at odds"
    side = standing(contest)
    # Whose party is against the other: one minister of a country against another of the other is one way, not two.
    ways = {
        side[proof.evidence.source]
        for proof in contest.evidence
        if proof.evidence.source in side and proof.evidence.target
    }
    return {0: "at odds with", 1: "against"}.get(len(ways), "each against the other")


def headline(contest: Contest, names: Sequence[str]) -> str:
    """Head a dispute: by its issue, or by its parties where no phrase says what it is over.

    Args:
        contest: The dispute.
        names: What its parties are called, in the order of `facing`.
    """
    if contest.issue:
        return contest.issue
    if relation(contest) == "against":
        return " against ".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"


def statements(briefing: Briefing, contest: Contest, party: str) -> tuple[int, ...]:
    """Find what a party says in a dispute.

    These are its quotations in the sentences that show the dispute, then those that speak of another party, unless
    they stand nearer to the evidence of another dispute of the two: words on one thing are no answer on another. Only
    quotations whose speaker is certain count: on the page of a dispute a wrong one would put words into the mouth
    of an opponent.

    Returns:
        Places in `briefing.quotes`, the nearest to the dispute first, and of these the party's own words first.
    """
    others = set(contest.parties) - {party}
    found: list[tuple[int, bool, int]] = []
    for number, said in enumerate(briefing.quotes):
        quote = said.quote
        if quote.speaker is None or quote.speaker.actor != party or quote.confidence < CERTAIN:
            continue
        if any(
            proof.article == said.article and any(span.overlaps(proof.evidence) for span in quote.spans)
            for proof in contest.evidence
        ):
            found.append((0, quote.kind != "direct", number))
        elif (spoken_of := others & set(quote.about)) and not any(
            party in rival.parties
            and spoken_of & set(rival.parties)
            and distance(rival, said) < distance(contest, said)
            for rival in briefing.disputes
        ):
            found.append((1, quote.kind != "direct", number))
    return tuple(number for _, _, number in sorted(found))


def distance(contest: Contest, said: Said) -> float:
    """Measure how far a quotation stands from the nearest evidence of a dispute.

    Returns:
        Characters between the two, 0 where they overlap; infinite where no evidence is of the quotation's article.
    """
    gaps = (
        max(span.start - proof.evidence.end, proof.evidence.start - span.end, 0)
        for proof in contest.evidence
        if proof.article == said.article
        for span in said.quote.spans
    )
    return min(gaps, default=math.inf)


def backers(briefing: Briefing, contest: Contest, party: str) -> tuple[Backing, ...]:
    """Find who stands with a party of a dispute: each once, by the first sentence that shows it.

    Support between those who dispute is left out: it does not tell who is on whose side. So is that of one whom the
    briefing does not list.
    """
    listed = {actor.id for actor in briefing.actors}
    found: dict[str, Backing] = {}
    for backing in briefing.support:
        source = backing.support.source
        if backing.support.target == party and source in listed and source not in contest.parties:
            found.setdefault(source, backing)
    return tuple(found.values())


def supporters(briefing: Briefing) -> tuple[tuple[str, str], ...]:
    """List who stands with whom on a side of the briefing's disputes: each pair once, in the order of the disputes."""
    pairs = (
        (backing.support.source, party)
        for contest in briefing.disputes
        for party in contest.parties
        for backing in backers(briefing, contest, party)
    )
    return tuple(dict.fromkeys(pairs))


def told(contest: Contest, party: str) -> int | None:
    """Find the piece of evidence in which the party, or else who speaks for it, is the one against another, if any.

    A sentence that shows both against each other stands on both sides only where a side has no other: of the rest the
    first one is taken.
    """
    of_others = {
        (proof.article, proof.evidence.start) for proof in contest.evidence if proof.evidence.source != party
    }
    side = standing(contest)
    own = [
        (proof.evidence.source != party, (proof.article, proof.evidence.start) in of_others, number)
        for number, proof in enumerate(contest.evidence)
        if side.get(proof.evidence.source or "") == party
    ]
    return min(own)[2] if own else None


def teller(contest: Contest) -> str | None:
    """Return the actor according to whom all of it is told, if it is one alone and no party."""
    tellers = {proof.evidence.attributed_to for proof in contest.evidence}
    only = tellers.pop() if len(tellers) == 1 else None
    return only if only not in contest.parties else None
