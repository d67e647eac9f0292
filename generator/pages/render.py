"""All Markdown pages of a site."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from jinja2 import TemplateError, TemplateNotFound

from generator.errors import SettingsError
from generator.model import Briefing, Collection, Contest, Said
from generator.pages.briefing_view import BriefingView
from generator.pages.dates import day, year
from generator.pages.indexes import (
    ActorDossier,
    DisputeDossier,
    actor_dossiers,
    dispute_dossiers,
    leaves,
)
from generator.pages.links import (
    FRONT,
    SEARCH,
    actor_page,
    briefing_page,
    dispute_page,
    evidence_anchor,
    index_page,
    quote_anchor,
    relative,
)
from generator.pages.markdown import Safe, environment, escape, front_matter, shown, tidy
from generator.pages.sheet_selection import Selection
from generator.pages.sides import facing, headline, relation
from generator.pages.views import KINDS
from generator.pages.wording import Wording, attribution, name_class, reporting, told
from generator.progress import tracked
from generator.settings import Settings
from generator.text import slug

NEWEST, OPEN_DISPUTES, VOICES = 10, 8, 10
"""How many of each the front page shows."""


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
        self._actors = actor_dossiers(collection)
        self._disputes = dispute_dossiers(collection)
        self._with_page = frozenset(name for name, dossier in self._actors.items() if dossier.has_page)
        self._wordings: dict[str, Wording] = {}

    def all(self) -> dict[str, str]:
        """Make every page."""
        makers: list[tuple[str, Callable[[str], str]]] = [(FRONT, self._front), (SEARCH, self._search)]
        makers += [(briefing_page(b.slug), self._briefing_maker(b)) for b in self._collection.briefings]
        makers += [(actor_page(i), self._actor_maker(self._actors[i])) for i in sorted(self._with_page)]
        makers += [(dispute_page(i), self._dispute_maker(d)) for i, d in sorted(self._disputes.items())]
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
            view = BriefingView(briefing, selection, self._settings, self._with_page)
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
            actor, size = dossier.actor, self._settings.page_size
            wording = Wording(dossier.briefings)
            matter = {
                "title": actor.name,
                "description": f"{actor.name}: {counted(len(dossier.said), 'quotation')}, "
                f"{counted(len(dossier.disputes), 'dispute')} in "
                f"{counted(len(dossier.briefings), 'briefing')}.",
                "kind": "actor",
                "actors": [actor.name],
                "speakers": [actor.name] if dossier.said else [],
                "date": Safe(next((b.date for b in dossier.briefings if b.date), "")),
                "sample": any(briefing.sample for briefing in dossier.briefings),
            }
            return self._fill(
                "actor.md.j2",
                path,
                matter,
                name=actor.name,
                mark=wording.mark(actor.name),
                role=wording.cited(dossier.role) if dossier.role else None,
                kind=KINDS.get(actor.kind, ""),
                aliases=[wording.cited(alias) for alias in dossier.aliases],
                said=[self._quote(path, *entry) for entry in dossier.said[:size]],
                said_in_all=len(dossier.said),
                about=[self._quote(path, *entry) for entry in dossier.about[:size]],
                about_in_all=len(dossier.about),
                contests=[self._row(path, self._disputes[i]) for i in list(dossier.disputes)[:size]],
                contests_in_all=len(dossier.disputes),
                appearances=[self._headline(path, b) for b in dossier.briefings[:size]],
                appearances_in_all=len(dossier.briefings),
                sample=matter["sample"],
            )

        return make

    def _dispute_maker(self, dossier: DisputeDossier) -> Callable[[str], str]:
        def make(path: str) -> str:
            contest, size = dossier.contest, self._settings.page_size
            sides = [self._name(path, party) for party in facing(contest)]
            names = self._names(contest)
            title = headline(contest, names)
            told = [
                self._evidence(path, briefing, number, known)
                for briefing, known in dossier.appearances
                for number in range(len(known.evidence))
            ]
            matter = {
                "title": title,
                "description": f"{' and '.join(names)}: {counted(len(told), 'piece')} of evidence in "
                f"{counted(len(dossier.appearances), 'briefing')}.",
                "kind": "dispute",
                "actors": names,
                "issues": [contest.issue] if contest.issue else [],
                "date": Safe(next((b.date for b, _ in dossier.appearances if b.date), "")),
                "sample": any(briefing.sample for briefing, _ in dossier.appearances),
            }
            wording = Wording([briefing for briefing, _ in dossier.appearances])
            return self._fill(
                "dispute.md.j2",
                path,
                matter,
                title=title,
                mark=wording.mark(title) if contest.issue else Safe(""),
                issue=contest.issue,
                kind=contest.kind,
                sides=sides,
                relation=relation(contest),
                evidence=told[:size],
                evidence_in_all=len(told),
                appearances=[self._headline(path, b) for b, _ in dossier.appearances[:size]],
                sample=matter["sample"],
            )

        return make

    def _front(self, path: str) -> str:
        briefings = self._collection.briefings
        voices = sorted(
            (d for d in self._actors.values() if d.said),
            key=lambda d: (-len(d.said), d.actor.name, d.actor.id),
        )
        most = len(voices[0].said) if voices else 1
        return self._fill(
            "index.md.j2",
            path,
            {"title": self._settings.site_name, "kind": "front"},
            site=self._settings.site_name,
            totals=(len(briefings), len(self._with_page), len(self._disputes)),
            newest=[self._headline(path, briefing) for briefing in briefings[:NEWEST]],
            contests=[self._row(path, d) for d in list(self._disputes.values())[:OPEN_DISPUTES]],
            voices=[
                {
                    "link": self._name(path, d.actor.id),
                    "role": self._wording_of(d).cited(d.role) if d.role else None,
                    "count": len(d.said),
                    "width": round(100 * len(d.said) / most),
                }
                for d in voices[:VOICES]
            ],
        )

    def _search(self, path: str) -> str:
        return self._fill("search.md.j2", path, {"title": "Search", "kind": "search"})

    def _indexes(self) -> Iterator[tuple[str, Callable[[str], str]]]:
        actors = sorted(
            (self._actors[i] for i in self._with_page), key=lambda d: (slug(d.actor.name), d.actor.id)
        )
        lists: tuple[tuple[str, list[Any], Callable[[str, Any], Any]], ...] = (
            ("briefings", list(self._collection.briefings), self._headline),
            ("actors", actors, self._actor_row),
            ("disputes", list(self._disputes.values()), self._row),
        )
        for kind, entries, show in lists:
            for leaf in leaves(entries, self._settings.page_size):
                yield index_page(kind, leaf.number), self._index_maker(kind, leaf, show, len(entries))

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
                entries=[show(path, entry) for entry in leaf.entries],
                total=total,
                number=leaf.number,
                last=leaf.last,
                before=relative(path, index_page(kind, leaf.number - 1)) if leaf.number > 1 else None,
                after=relative(path, index_page(kind, leaf.number + 1)) if leaf.number < leaf.last else None,
            )

        return make

    # Parts of pages

    def _wording_of(self, dossier: ActorDossier) -> Wording:
        return self._wording(dossier.briefings[0])

    def _wording(self, briefing: Briefing) -> Wording:
        if briefing.slug not in self._wordings:
            self._wordings[briefing.slug] = Wording([briefing])
        return self._wordings[briefing.slug]

    def _names(self, contest: Contest) -> list[str]:
        return [self._actors[party].actor.name for party in facing(contest)]

    def _name(self, path: str, actor_id: str) -> Safe:
        dossier = self._actors[actor_id]
        name, wording = dossier.actor.name, self._wording_of(dossier)
        if actor_id not in self._with_page:
            return Safe(f'<span class="name">{wording.cited(name)}</span>')
        marks = f"{name_class(name)} {wording.mark(name)}".strip()
        return Safe(f"[{escape(name)}]({relative(path, actor_page(actor_id))}){{ {marks} }}")

    def _headline(self, path: str, briefing: Briefing) -> dict[str, Any]:
        lead = briefing.lead[0] if briefing.lead else None
        words = shown(briefing.words(lead.article, lead.span)) if lead else ""
        wording = self._wording(briefing)
        return {
            "title": briefing.title,
            "mark": wording.mark(briefing.title),
            "link": relative(path, briefing_page(briefing.slug)),
            "day": day(briefing.date),
            "publishers": ", ".join(briefing.publishers),
            "lead": words,
            "counts": [
                counted(len(briefing.disputes), "dispute"),
                counted(len(briefing.quotes), "quotation"),
            ],
            "sample": briefing.sample,
        }

    def _row(self, path: str, dossier: DisputeDossier) -> dict[str, Any]:
        contest, (briefing, _) = dossier.contest, dossier.appearances[0]
        return {
            "issue": contest.issue,
            "heading": headline(contest, self._names(contest)),
            "mark": self._wording(briefing).mark(contest.issue) if contest.issue else Safe(""),
            "link": relative(path, dispute_page(contest.id)),
            "sides": [self._name(path, party) for party in facing(contest)],
            "relation": relation(contest),
            "kind": contest.kind,
            "day": day(briefing.date),
            "evidence": counted(dossier.evidence, "piece") + " of evidence",
        }

    def _actor_row(self, path: str, dossier: ActorDossier) -> dict[str, Any]:
        return {
            "link": self._name(path, dossier.actor.id),
            "role": self._wording_of(dossier).cited(dossier.role) if dossier.role else None,
            "counts": [
                counted(len(dossier.briefings), "briefing"),
                *([counted(len(dossier.said), "quotation")] if dossier.said else []),
                *([counted(len(dossier.disputes), "dispute")] if dossier.disputes else []),
            ],
        }

    def _quote(self, path: str, briefing: Briefing, said: Said) -> dict[str, Any]:
        phrase = attribution(briefing, said.article, said.quote)
        speaker = said.quote.speaker.actor if said.quote.speaker else None
        return {
            "words": told(briefing, said.article, said.quote),
            "direct": said.quote.kind == "direct",
            "led_in": bool(reporting(briefing, said.article, said.quote)),
            "speaker": self._name(path, speaker) if speaker in self._actors else None,
            "attribution": Safe(f'<span class="from-article">{escape(phrase)}</span>') if phrase else None,
            "link": relative(path, briefing_page(briefing.slug), quote_anchor(briefing, said)),
            "title": briefing.title,
            "mark": self._wording(briefing).mark(briefing.title),
            "day": day(briefing.date),
        }

    def _evidence(self, path: str, briefing: Briefing, number: int, contest: Contest) -> dict[str, Any]:
        proof = contest.evidence[number]
        evidence = proof.evidence
        words = shown(briefing.words(proof.article, evidence))
        both = evidence.source and evidence.target
        return {
            "sides": [self._name(path, a) for a in (evidence.source, evidence.target) if a] if both else [],
            "teller": self._name(path, evidence.attributed_to) if evidence.attributed_to else None,
            "words": words,
            "mark": self._wording(briefing).mark(words),
            "link": relative(path, briefing_page(briefing.slug), evidence_anchor(briefing, contest, proof)),
            "title": briefing.title,
            "title_mark": self._wording(briefing).mark(briefing.title),
            "day": day(briefing.date),
        }


def counted(number: int, noun: str) -> str:
    """Word a number of things: "no quotations", "1 quotation", "1,024 quotations"."""
    return (
        f"{number or 'no'} {noun}{'' if number == 1 else 's'}"
        if number < 1000
        else f"{number:,} {noun}{'' if number == 1 else 's'}"
    )
