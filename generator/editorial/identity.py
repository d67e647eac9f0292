"""Which actors of different articles are one and the same, and the id that it carries everywhere."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.model import Actor
from generator.text import distinct, one_line, slug

_KIN = {"country": "body", "organization": "body", "group": "body", "other": "body", "place": "body"}
"""Kinds between which an extractor may waver from article to article; a person is never anything else."""


@dataclass(frozen=True, slots=True)
class Bearer:
    """An actor of one article of one briefing."""

    briefing: str
    """The briefing's slug."""
    article: int
    actor: Actor

    @property
    def family(self) -> str:
        """What it can be the same as, by kind."""
        return _KIN.get(self.actor.kind, self.actor.kind)

    @property
    def named(self) -> bool:
        """Whether the article names it; "the union" is no name."""
        return any(mention.form == "name" for mention in self.actor.mentions)


def name_key(name: str) -> str:
    """Fold a name for comparison: case, a leading article, a possessive, dots and odd spaces do not count."""
    folded = one_line(name).casefold().replace("’", "'")
    folded = re.sub(r"^(?:the|an?) ", "", folded)
    folded = re.sub(r"'s?$", "", folded)
    return folded.replace(".", "")


def identify(bearers: Sequence[Bearer]) -> dict[tuple[str, int, str], str]:
    """Give every actor an id that is the same wherever it is the same actor.

    Within a briefing (articles on one story) two actors are one if their names are the same, or if the name
    of one is an alias of exactly one other. Across briefings only a full name counts: a person known by one
    word, or something that is never named ("the union"), stays in its briefing, since a wrong merge is worse
    than a missed one; the briefing's slug is then part of the id, so that ids do not depend on what else is
    on the site.

    Args:
        bearers: All actors, in the order of the briefings and articles.

    Returns:
        (briefing, article, the actor's id in the article) -> id.
    """
    identity: dict[tuple[str, int, str], str] = {}
    taken: set[str] = set()
    everywhere: dict[tuple[str, str], str] = {}
    briefings: dict[str, list[Bearer]] = {}
    for bearer in bearers:
        briefings.setdefault(bearer.briefing, []).append(bearer)
    for briefing, members in briefings.items():
        used: set[tuple[str, str]] = set()
        for group in _groups(members):
            best = max(group, key=lambda b: (b.named, len(b.actor.name.split()), -b.article))
            name = name_key(best.actor.name)
            key = (best.family, name if _travels(best) else f"{name} {briefing}")
            if key not in everywhere or key in used:
                everywhere[key] = distinct(slug(key[1], "actor"), taken)
            used.add(key)
            for bearer in group:
                identity[bearer.briefing, bearer.article, bearer.actor.id] = everywhere[key]
    return identity


def _travels(bearer: Bearer) -> bool:
    """Say whether its name is enough to know it again in another story."""
    if not bearer.named:
        return False
    return bearer.actor.kind != "person" or len(bearer.actor.name.split()) > 1


def _groups(members: Sequence[Bearer]) -> list[list[Bearer]]:
    """Put together the actors of one briefing that are the same; two of one article never are."""
    groups: list[list[Bearer]] = []
    for bearer in members:
        fitting = [
            group
            for group in groups
            if group[0].family == bearer.family and all(other.article != bearer.article for other in group)
        ]
        key = name_key(bearer.actor.name)
        same = [g for g in fitting if any(name_key(other.actor.name) == key for other in g)]
        if not same and bearer.named:
            names = {key, *(name_key(alias) for alias in bearer.actor.aliases)}
            known = [
                g
                for g in fitting
                if any(
                    o.named and (key in map(name_key, o.actor.aliases) or name_key(o.actor.name) in names)
                    for o in g
                )
            ]
            same = known if len(known) == 1 else []
        if same:
            same[0].append(bearer)
        else:
            groups.append([bearer])
    return groups
