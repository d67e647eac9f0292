"""Briefings from analyses: articles on one story merged, ids made the same everywhere, the newest first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.editorial.disputes import merge_disputes, merge_support
from generator.editorial.identity import Bearer, identify, name_key
from generator.model import (
    Actor,
    Analysis,
    Briefing,
    Collection,
    KeyActor,
    Lead,
    Quote,
    QuoteAct,
    Said,
    Speaker,
)
from generator.text import one_line

ACTING_PLACE = 0.2
"""Salience below which a place that neither speaks nor disputes is where things happen, and no actor."""
UNSPOKEN: frozenset[QuoteAct] = frozenset({"belief", "plan"})
MOST_SILENT_ACTORS = 12
"""Actors that neither speak nor dispute are listed as long as they are among this many most salient ones."""


@dataclass(frozen=True, slots=True)
class Story:
    """The analysed articles of one briefing."""

    slug: str
    articles: tuple[Analysis, ...]


Identity = Mapping[tuple[str, int, str], str]


def compile_collection(stories: Sequence[Story]) -> Collection:
    """Make the briefings of all stories, as the program found them.

    Args:
        stories: In any order; their slugs are distinct, each has at least one article.

    Returns:
        The newest first (those without a date last), then by slug.
    """
    return collect(drafts(stories))


def drafts(stories: Sequence[Story]) -> list[Briefing]:
    """Make the briefings of all stories with every actor that was found: what an editor corrects.

    Args:
        stories: As for `compile_collection`.

    Returns:
        By slug.
    """
    stories = sorted(stories, key=lambda story: story.slug)
    bearers = [
        Bearer(story.slug, number, actor)
        for story in stories
        for number, article in enumerate(story.articles)
        for actor in article.actors
    ]
    identity = identify(bearers)
    return [_briefing(story, identity) for story in stories]


def collect(briefings: Iterable[Briefing]) -> Collection:
    """Put drafts in order, and leave out of each the actors that do not matter in it."""
    listed = [
        briefing.model_copy(update={"actors": _listed(briefing)})
        for briefing in sorted(briefings, key=lambda briefing: briefing.slug)
    ]
    listed.sort(key=lambda briefing: briefing.date or "", reverse=True)  # equal dates stay in slug order
    return Collection(briefings=tuple(listed))


def _briefing(story: Story, identity: Identity) -> Briefing:
    articles = story.articles
    first = articles[0]
    return Briefing(
        slug=story.slug,
        title=one_line(first.title),
        date=max((article.date for article in articles if article.date), default=None),
        publishers=_distinct(article.publisher for article in articles if article.publisher),
        topics=_distinct(topic for article in articles for topic in article.topics),
        sample=any(article.sample for article in articles),
        articles=articles,
        lead=tuple(Lead(article=0, span=span) for span in first.summary),
        actors=_actors(story, identity),
        quotes=_quotes(story, identity),
        disputes=merge_disputes(story.slug, articles, identity),
        support=merge_support(story.slug, articles, identity),
    )


def _distinct(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(values))


def _quotes(story: Story, identity: Identity) -> tuple[Said, ...]:
    """All that was said, article by article.

    The same words of the same speaker in a second article are left out, and so are beliefs and plans in the
    article's own words, and those of nobody ("rumors that ..."): no reader could hold anyone to them.
    """
    said: list[Said] = []
    seen: set[tuple[str, str | None]] = set()
    for number, article in enumerate(story.articles):
        for quote in article.quotes:
            if quote.kind == "indirect" and (quote.act in UNSPOKEN or quote.speaker is None):
                continue
            known = _rename(story, number, quote, identity)
            words = name_key(" ".join(span.of(article.text) for span in quote.spans))
            key = (words, known.speaker.actor if known.speaker else None)
            if number and key in seen:
                continue
            seen.add(key)
            said.append(Said(article=number, quote=known))
    return tuple(said)


def _rename(story: Story, number: int, quote: Quote, identity: Identity) -> Quote:
    """Give a quote the actors of the briefing; a mere place that it names is nobody that it speaks of."""

    def known(speaker: Speaker) -> Speaker:
        if speaker.actor is None:
            return speaker
        return speaker.model_copy(update={"actor": identity[story.slug, number, speaker.actor]})

    speaker = known(quote.speaker) if quote.speaker is not None else None
    told = tuple(told.model_copy(update={"speaker": known(told.speaker)}) for told in quote.told)
    people = [actor.id for actor in story.articles[number].actors if actor.kind != "place"]
    about = _distinct(identity[story.slug, number, actor] for actor in quote.about if actor in people)
    return quote.model_copy(update={"speaker": speaker, "about": about, "told": told})


def _actors(story: Story, identity: Identity) -> tuple[KeyActor, ...]:
    held: dict[str, list[Actor]] = {}
    for number, article in enumerate(story.articles):
        for actor in article.actors:
            held.setdefault(identity[story.slug, number, actor.id], []).append(actor)
    merged = (_key_actor(actor_id, group) for actor_id, group in held.items())
    return tuple(sorted(merged, key=lambda actor: (-actor.salience, actor.id)))


def _listed(briefing: Briefing) -> tuple[KeyActor, ...]:
    """Choose the actors of a briefing: what speaks, disputes, sides, was corrected, is spoken of, and what matters."""
    needed = {actor.id for actor in briefing.actors if actor.changes}
    needed |= {said.quote.speaker.actor or "" for said in briefing.quotes if said.quote.speaker}
    needed |= {actor for said in briefing.quotes for actor in said.quote.about}
    for dispute in briefing.disputes:
        needed |= set(dispute.parties)
        for proof in dispute.evidence:
            evidence = proof.evidence
            needed |= {i for i in (evidence.source, evidence.target, evidence.attributed_to) if i}
    for backing in briefing.support:
        support = backing.support
        needed |= {i for i in (support.source, support.target, support.attributed_to) if i}
    able = [a for a in briefing.actors if a.kind != "place" or a.salience >= ACTING_PLACE or a.id in needed]
    return tuple(a for rank, a in enumerate(able) if rank < MOST_SILENT_ACTORS or a.id in needed)


def _key_actor(actor_id: str, group: Sequence[Actor]) -> KeyActor:
    """Merge an actor of several articles: fullest name, first role, highest salience, all mentions."""
    fullest = max(group, key=lambda actor: len(actor.name.split()))
    others = (alias for actor in group for alias in (actor.name, *actor.aliases))
    return KeyActor(
        id=actor_id,
        name=one_line(fullest.name),
        kind=fullest.kind,
        role=next((one_line(actor.role) for actor in group if actor.role), None),
        aliases=tuple(dict.fromkeys(one_line(a) for a in others if name_key(a) != name_key(fullest.name))),
        salience=round(max(actor.salience for actor in group), 4),
        named=sum(len(actor.mentions) for actor in group),
    )
