"""What the page of an actor shows: when it spoke, with whom it is at odds, its words and those about it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Any

from generator.model import Backing, Briefing, Contest, Said
from generator.pages.corrected import corrected
from generator.pages.graph import edges
from generator.pages.indexes import ActorDossier, DisputeDossier
from generator.pages.links import dispute_page, relative
from generator.pages.markdown import Safe
from generator.pages.shelf import OF_EVIDENCE, Shelf, counted
from generator.pages.sides import backers
from generator.pages.timeline import Event, timeline
from generator.pages.views import KINDS
from generator.pages.wording import Wording

SAID, ABOUT, DISPUTED = "Quotations", "Said about", "Disputes"
_WORDED = {SAID: "quotation", ABOUT: "quotation", DISPUTED: "dispute"}
OPEN_BRIEFINGS, OPEN_QUOTES, OPEN_OPPONENTS = 5, 6, 8
"""Briefings, quotations of one briefing, and opponents that are seen at once."""

Quotes = Sequence[tuple[Briefing, Said]]


def matter(dossier: ActorDossier) -> dict[str, Any]:
    """Return the front matter of an actor's page."""
    name = dossier.actor.name
    return {
        "title": name,
        "description": f"{name}: {counted(len(dossier.said), 'quotation')}, "
        f"{counted(len(dossier.disputes), 'dispute')} in {counted(len(dossier.briefings), 'briefing')}.",
        "kind": "actor",
        "actors": [name],
        "speakers": [name] if dossier.said else [],
        "date": Safe(next((b.date for b in dossier.briefings if b.date), "")),
        "sample": any(briefing.sample for briefing in dossier.briefings),
    }


def values(shelf: Shelf, path: str, dossier: ActorDossier) -> dict[str, Any]:
    """Return what the template of an actor's page is filled with."""
    actor, size = dossier.actor, shelf.size
    wording = Wording.together([shelf.wording(briefing) for briefing in dossier.briefings])
    counts = _counts(dossier)
    entries = [_entry(shelf, path, briefing, counts[briefing.slug]) for briefing in dossier.briefings[:size]]
    opponents = _opponents(shelf, path, dossier)[:size]
    return {
        "name": actor.name,
        "mark": wording.mark(actor.name),
        "role": wording.cited(dossier.role) if dossier.role else None,
        "kind": KINDS.get(actor.kind, ""),
        "aliases": [wording.cited(alias) for alias in dossier.aliases if not _part_of(alias, actor.name)],
        "corrected": corrected(actor.changes, wording),
        "sample": any(briefing.sample for briefing in dossier.briefings),
        "timeline": _timeline(dossier, counts),
        "entries": entries[:OPEN_BRIEFINGS] if len(entries) > OPEN_BRIEFINGS + 2 else entries,
        "older": entries[OPEN_BRIEFINGS:] if len(entries) > OPEN_BRIEFINGS + 2 else [],
        "entries_in_all": len(dossier.briefings),
        "entries_shown": len(entries),
        "opponents": opponents[:OPEN_OPPONENTS] if len(opponents) > OPEN_OPPONENTS + 2 else opponents,
        "further": opponents[OPEN_OPPONENTS:] if len(opponents) > OPEN_OPPONENTS + 2 else [],
        "support": _support(shelf, path, dossier)[:size],
        "said": _grouped(shelf, path, dossier.said[:size]),
        "said_shown": min(len(dossier.said), size),
        "said_in_all": len(dossier.said),
        "about": _grouped(shelf, path, dossier.about[:size]),
        "about_shown": min(len(dossier.about), size),
        "about_in_all": len(dossier.about),
    }


def _counts(dossier: ActorDossier) -> dict[str, dict[str, int]]:
    """Count what each briefing has of the actor, by its slug."""
    said = Counter(briefing.slug for briefing, _ in dossier.said)
    about = Counter(briefing.slug for briefing, _ in dossier.about)
    return {
        briefing.slug: {
            SAID: said[briefing.slug],
            ABOUT: about[briefing.slug],
            DISPUTED: sum(dossier.actor.id in contest.parties for contest in briefing.disputes),
        }
        for briefing in dossier.briefings
    }


def _entry(shelf: Shelf, path: str, briefing: Briefing, count: Mapping[str, int]) -> dict[str, Any]:
    told = [
        *([counted(count[SAID], "quotation")] if count[SAID] else []),
        *([Safe(f"spoken\u00a0of in\u00a0{count[ABOUT]:,}")] if count[ABOUT] else []),
        *([counted(count[DISPUTED], "dispute")] if count[DISPUTED] else []),
    ]
    return {**shelf.source(path, briefing), "anchor": f"in-{briefing.slug}", "counts": told or ["named"]}


def _timeline(dossier: ActorDossier, counts: Mapping[str, Mapping[str, int]]) -> Safe | None:
    events = [
        Event(briefing.date, lane, count, f"#in-{briefing.slug}")
        for briefing in dossier.briefings
        if briefing.date
        for lane, count in counts[briefing.slug].items()
        if count
    ]
    return timeline(events, (SAID, ABOUT, DISPUTED), lambda count, lane: counted(count, _WORDED[lane]))


def _part_of(alias: str, name: str) -> bool:
    """Whether another name tells nothing new: the surname alone."""
    return set(alias.casefold().split()) <= set(name.casefold().split())


def _support(shelf: Shelf, path: str, dossier: ActorDossier) -> list[dict[str, Any]]:
    """List with whom the actor stands, and who stands with it: each sentence once, the newest first."""
    here = dossier.actor.id
    found: dict[tuple[str, int, int, str, str], tuple[Briefing, Contest, Backing]] = {}
    for briefing in dossier.briefings:
        for contest in briefing.disputes:
            for party in contest.parties:
                for backing in backers(briefing, contest, party):
                    support = backing.support
                    key = (briefing.slug, backing.article, support.start, support.source, support.target)
                    if here in (support.source, support.target):
                        found.setdefault(key, (briefing, contest, backing))
    return [shelf.backing(path, *entry) for entry in found.values()]


def _opponents(shelf: Shelf, path: str, dossier: ActorDossier) -> list[dict[str, Any]]:
    """List whom the actor is at odds with, those with the most evidence first, and over what."""
    held: dict[str, list[tuple[DisputeDossier, int]]] = {}
    for contest_id in dossier.disputes:
        known = shelf.disputes[contest_id]
        for opponent, weight in _against(dossier.actor.id, known).items():
            held.setdefault(opponent, []).append((known, weight))
    ranked = sorted(held.items(), key=lambda item: -sum(weight for _, weight in item[1]))
    most = max((sum(weight for _, weight in known) for _, known in ranked), default=1)
    return [
        {
            "link": shelf.name(path, opponent),
            "role": shelf.role(shelf.actors[opponent]),
            "width": max(2, round(100 * sum(weight for _, weight in known) / most)),
            "evidence": Safe(f"{counted(sum(weight for _, weight in known), 'sentence')}{OF_EVIDENCE}"),
            "rows": [
                {**shelf.row(path, one), "link": relative(path, dispute_page(one.contest.id))}
                for one, _ in known[:OPEN_OPPONENTS]
            ],
        }
        for opponent, known in ranked
    ]


def _against(actor_id: str, known: DisputeDossier) -> dict[str, int]:
    """Return who stands against the actor in a dispute: of three parties two may be on one side."""
    found = edges(contest for _, contest in known.appearances)
    against = {
        edge.other if edge.one == actor_id else edge.one: edge.weight
        for edge in found
        if actor_id in (edge.one, edge.other)
    }
    return against or dict.fromkeys((p for p in known.contest.parties if p != actor_id), 1)


def _grouped(shelf: Shelf, path: str, quotes: Quotes) -> list[dict[str, Any]]:
    """Group quotations by briefing, those beyond the first ones folded away."""
    groups = []
    for _, together in groupby(quotes, key=lambda entry: entry[0].slug):
        entries = list(together)
        views = [shelf.quote(path, *entry) for entry in entries]
        cut = OPEN_QUOTES if len(views) > OPEN_QUOTES + 2 else len(views)
        groups.append({**shelf.source(path, entries[0][0]), "open": views[:cut], "rest": views[cut:]})
    return groups
