"""What is known of an actor or a dispute over all briefings, and pages of a list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from generator.model import Briefing, Collection, Contest, KeyActor, Said
from generator.pages.bundles import sentences

Entry = TypeVar("Entry")

LEADING = 5
"""A silent actor has a page of its own if it is among this many first ones of a briefing."""


@dataclass(slots=True)
class ActorDossier:
    """An actor over all briefings, the newest first."""

    actor: KeyActor
    """As the newest briefing has it."""
    role: str | None = None
    aliases: dict[str, None] = field(default_factory=dict)
    briefings: list[Briefing] = field(default_factory=list)
    said: list[tuple[Briefing, Said]] = field(default_factory=list)
    about: list[tuple[Briefing, Said]] = field(default_factory=list)
    disputes: dict[str, Contest] = field(default_factory=dict)
    leading: bool = False

    @property
    def has_page(self) -> bool:
        """Whether there is something to show beyond its name: words, words about it, disputes, or weight."""
        return bool(self.said or self.about or self.disputes or self.leading or len(self.briefings) > 1)


@dataclass(slots=True)
class DisputeDossier:
    """A dispute over all briefings, the newest first."""

    contest: Contest
    """As the newest briefing has it."""
    appearances: list[tuple[Briefing, Contest]] = field(default_factory=list)

    @property
    def evidence(self) -> int:
        """How many sentences show it."""
        return sum(sentences(contest) for _, contest in self.appearances)


def actor_dossiers(collection: Collection) -> dict[str, ActorDossier]:
    """Gather what the briefings tell of each actor.

    Returns:
        By the actors' ids, in the order of the briefings and of the weight in them.
    """
    dossiers: dict[str, ActorDossier] = {}
    for briefing in collection.briefings:
        for rank, actor in enumerate(briefing.actors):
            dossier = dossiers.setdefault(actor.id, ActorDossier(actor))
            dossier.briefings.append(briefing)
            dossier.role = dossier.role or actor.role
            dossier.aliases |= dict.fromkeys((actor.name, *actor.aliases))
            dossier.leading = dossier.leading or rank < LEADING
        for said in briefing.quotes:
            if said.quote.speaker and said.quote.speaker.actor in dossiers:
                dossiers[said.quote.speaker.actor].said.append((briefing, said))
            for actor_id in said.quote.about:
                if actor_id in dossiers:
                    dossiers[actor_id].about.append((briefing, said))
        for contest in briefing.disputes:
            for party in contest.parties:
                dossiers[party].disputes.setdefault(contest.id, contest)
    for dossier in dossiers.values():
        dossier.aliases.pop(dossier.actor.name, None)
    return dossiers


def dispute_dossiers(collection: Collection) -> dict[str, DisputeDossier]:
    """Gather what the briefings tell of each dispute, by the disputes' ids."""
    dossiers: dict[str, DisputeDossier] = {}
    for briefing in collection.briefings:
        for contest in briefing.disputes:
            dossier = dossiers.setdefault(contest.id, DisputeDossier(contest))
            dossier.appearances.append((briefing, contest))
    return dossiers


@dataclass(frozen=True, slots=True)
class Leaf(Generic[Entry]):
    """One page of a list."""

    number: int
    """Counted from 1."""
    last: int
    entries: tuple[Entry, ...]


def leaves(entries: Sequence[Entry], size: int) -> Iterator[Leaf[Entry]]:
    """Cut a list into pages; an empty list has one page, which says so."""
    last = max(1, -(-len(entries) // size))
    for number in range(1, last + 1):
        yield Leaf(number, last, tuple(entries[(number - 1) * size : number * size]))
