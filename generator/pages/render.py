"""All Markdown pages of a site."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from jinja2 import TemplateError, TemplateNotFound

from generator.errors import SettingsError
from generator.model import Briefing, Collection
from generator.pages import actor_page as of_actor
from generator.pages import dispute_page as of_dispute
from generator.pages.briefing_view import BriefingView
from generator.pages.dates import year
from generator.pages.indexes import ActorDossier, DisputeDossier, leaves
from generator.pages.links import FRONT, SEARCH, actor_page, briefing_page, dispute_page, index_page, relative
from generator.pages.markdown import Safe, environment, front_matter, tidy
from generator.pages.pictures import MOST_IN_WHOLE, WHOLE, against_whom
from generator.pages.sheet_selection import Selection
from generator.pages.shelf import Shelf, counted
from generator.pages.sides import supporters
from generator.progress import tracked
from generator.settings import Settings
from generator.text import slug

NEWEST, OPEN_DISPUTES, VOICES = 10, 8, 10
"""How many of each the front page shows."""
OF_ONE_BRIEFING = 2
"""Disputes of one briefing on the front page, as long as there are others."""


def render(collection: Collection, settings: Settings, selections: Mapping[str, Selection]) -> dict[str, str]:
    """Make all pages.

    Args:
        collection: The briefings, the newest first.
        settings: The site's settings.
        selections: What of each briefing is on its one printed page, by slug.

    Returns:
        Path within docs_dir -> Markdown, in a fixed order.

    Raises:
        SettingsError: A template is missing or is not right.
    """
    return Pages(collection, settings, selections).all()


class Pages:
    """The pages of a collection."""

    def __init__(
        self, collection: Collection, settings: Settings, selections: Mapping[str, Selection]
    ) -> None:
        self._collection, self._settings, self._selections = collection, settings, selections
        self._templates = settings.path(settings.templates)
        self._environment = environment(self._templates)
        self._shelf = Shelf(collection, settings)

    def all(self) -> dict[str, str]:
        """Make every page."""
        makers: list[tuple[str, Callable[[str], str]]] = [(FRONT, self._front), (SEARCH, self._search)]
        makers += [(briefing_page(b.slug), self._briefing_maker(b)) for b in self._collection.briefings]
        shelf = self._shelf
        makers += [(actor_page(i), self._actor_maker(shelf.actors[i])) for i in sorted(shelf.with_page)]
        makers += [(dispute_page(i), self._dispute_maker(d)) for i, d in sorted(shelf.disputes.items())]
        makers += self._indexes()
        return {path: make(path) for path, make in tracked(makers, "Writing pages", len(makers))}

    def _fill(self, template: str, path: str, matter: dict[str, Any], **values: Any) -> str:
        here = {
            "to": lambda page, anchor="": relative(path, page, anchor),
            "front": relative(path, FRONT),
            "search": relative(path, SEARCH),
            "briefings": relative(path, index_page("briefings")),
            "actors": relative(path, index_page("actors")),
            "disputes": relative(path, index_page("disputes")),
            "counted": counted,
            "depth": 3,
            "front_matter": front_matter(matter),
        }
        try:
            return tidy(self._environment.get_template(template).render({**here, **values}))
        except TemplateNotFound as error:
            raise SettingsError(
                f"{self._templates / 'pages' / str(error.name)}: is missing. Restore it, or mend `templates` "
                "under extra.briefings in mkdocs.yml."
            ) from error
        except (TemplateError, TypeError) as error:
            where = f"{template}:{getattr(error, 'lineno', '')}".rstrip(":")
            raise SettingsError(
                f"{self._templates / 'pages' / where}: cannot be filled in for {path} ({error})."
            ) from error

    # One page each

    def _briefing_maker(self, briefing: Briefing) -> Callable[[str], str]:
        def make(path: str) -> str:
            selection = self._selections.get(briefing.slug, Selection())
            view = BriefingView(briefing, selection, self._settings, self._shelf.with_page)
            names = {actor.id: actor.name for actor in briefing.actors}
            speakers = [names.get(q.quote.speaker.actor or "") for q in briefing.quotes if q.quote.speaker]
            matter = {
                "title": briefing.title,
                "description": view.description,
                "kind": "briefing",
                "date": Safe(briefing.date or ""),
                "day": view.day,
                "year": year(briefing.date),
                "publishers": briefing.publishers,
                "topics": briefing.topics,
                "actors": list(names.values()),
                "issues": [contest.issue for contest in briefing.disputes if contest.issue],
                "speakers": list(dict.fromkeys(filter(None, speakers))),
                "sample": briefing.sample,
            }
            return self._fill("briefing.md.j2", path, matter, briefing=view)

        return make

    def _actor_maker(self, dossier: ActorDossier) -> Callable[[str], str]:
        def make(path: str) -> str:
            told = of_actor.values(self._shelf, path, dossier)
            return self._fill("actor.md.j2", path, of_actor.matter(dossier), **told)

        return make

    def _dispute_maker(self, dossier: DisputeDossier) -> Callable[[str], str]:
        def make(path: str) -> str:
            told = of_dispute.values(self._shelf, path, dossier)
            return self._fill("dispute.md.j2", path, of_dispute.matter(self._shelf, dossier), **told)

        return make

    def _front(self, path: str) -> str:
        shelf, briefings = self._shelf, self._collection.briefings
        voices = sorted(
            (d for d in shelf.actors.values() if d.said),
            key=lambda d: (-len(d.said), d.actor.name, d.actor.id),
        )
        most = len(voices[0].said) if voices else 1
        return self._fill(
            "index.md.j2",
            path,
            {"title": self._settings.site_name, "kind": "front"},
            site=self._settings.site_name,
            totals=(len(briefings), len(shelf.with_page), len(shelf.disputes)),
            newest=[shelf.headline(path, briefing) for briefing in briefings[:NEWEST]],
            contests=[shelf.row(path, dossier) for dossier in open_disputes(shelf)],
            voices=[
                {
                    "link": shelf.name(path, d.actor.id),
                    "role": shelf.role(d),
                    "count": len(d.said),
                    "width": round(100 * len(d.said) / most),
                }
                for d in voices[:VOICES]
            ],
        )

    def _search(self, path: str) -> str:
        return self._fill("search.md.j2", path, {"title": "Search", "kind": "search"})

    def _indexes(self) -> Iterator[tuple[str, Callable[[str], str]]]:
        shelf = self._shelf
        actors = sorted(
            (shelf.actors[i] for i in shelf.with_page), key=lambda d: (slug(d.actor.name), d.actor.id)
        )
        disputes = sorted(shelf.disputes.values(), key=lambda d: (-len(d.appearances), -d.evidence))
        lists: tuple[tuple[str, list[Any], Callable[[str, Any], Any]], ...] = (
            ("briefings", list(self._collection.briefings), shelf.headline),
            ("actors", actors, shelf.actor_row),
            ("disputes", disputes, shelf.row),
        )
        for kind, entries, show in lists:
            for leaf in leaves(entries, self._settings.page_size):
                yield index_page(kind, leaf.number), self._index_maker(kind, leaf, show, len(entries))

    def _whole_graph(self, path: str) -> Safe | None:
        """Draw who disputes whom over all briefings."""
        shelf = self._shelf
        contests = [contest for dossier in shelf.disputes.values() for _, contest in dossier.appearances]
        names = {actor: dossier.actor.name for actor, dossier in shelf.actors.items()}
        support = [pair for briefing in shelf.briefings for pair in supporters(briefing)]
        return against_whom(
            contests, names, shelf.addresses(path), support=support, most=MOST_IN_WHOLE, width=WHOLE
        )

    def _index_maker(
        self, kind: str, leaf: Any, show: Callable[[str, Any], Any], total: int
    ) -> Callable[[str], str]:
        def make(path: str) -> str:
            title = kind.capitalize() + (f", page {leaf.number} of {leaf.last}" if leaf.number > 1 else "")
            return self._fill(
                f"{kind}.md.j2",
                path,
                {"title": title, "kind": "index"},
                title=title,
                graph=self._whole_graph(path) if kind == "disputes" and leaf.number == 1 else None,
                entries=[show(path, entry) for entry in leaf.entries],
                total=total,
                number=leaf.number,
                last=leaf.last,
                before=relative(path, index_page(kind, leaf.number - 1)) if leaf.number > 1 else None,
                after=relative(path, index_page(kind, leaf.number + 1)) if leaf.number < leaf.last else None,
            )

        return make


def open_disputes(shelf: Shelf) -> list[DisputeDossier]:
    """Choose the disputes of the front page: the newest, and of one briefing only the first few."""
    taken: Counter[str] = Counter()
    first: list[DisputeDossier] = []
    others: list[DisputeDossier] = []
    for dossier in shelf.disputes.values():
        briefing = dossier.appearances[0][0].slug
        taken[briefing] += 1
        (first if taken[briefing] <= OF_ONE_BRIEFING else others).append(dossier)
    return [*first, *others][:OPEN_DISPUTES]
