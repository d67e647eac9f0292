"""Feeds: Atom (RFC 4287) and JSON Feed 1.1 of all briefings, of each actor and of each dispute.

An entry is a briefing, dated as its article is: one without a date has no place in a feed. What changes only the
analysis changes no date, so that readers are not shown old news anew.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateError

from generator.errors import SettingsError
from generator.model import Briefing, Contest, Said
from generator.outputs.addresses import ATOM, JSON_FEED, folder
from generator.outputs.data import Desk, Record, encoded
from generator.pages.dates import day
from generator.pages.indexes import ActorDossier, DisputeDossier
from generator.pages.links import FRONT, actor_page, briefing_page, dispute_page
from generator.pages.markdown import shown, web_address
from generator.pages.sides import facing, relation
from generator.pages.wording import attribution, quoted_words, reporting
from generator.settings import Settings

ENTRIES = 30
"""Entries of the feed of all briefings."""
ENTRIES_OF_ONE = 20
"""Entries of the feed of an actor or of a dispute."""
QUOTES, DISPUTES = 8, 6
"""How many of each an entry shows; the page has them all."""
_SPACE = uuid.uuid5(uuid.NAMESPACE_URL, "urn:briefings")
_NEVER = "1970-01-01T00:00:00Z"


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed before it is written."""

    page: str
    """The page in docs_dir that it accompanies."""
    title: str
    description: str
    entries: tuple[Record, ...]


class Feeds:
    """Writes the feeds of a site.

    Args:
        desk: What is told.
        settings: The site's settings; `templates` holds the folder "feeds".
    """

    def __init__(self, desk: Desk, settings: Settings) -> None:
        self._desk, self._settings = desk, settings
        self._folder = settings.path(settings.templates) / "feeds"
        self._environment = feed_environment(self._folder)

    def site(self) -> dict[str, bytes]:
        """Make the feeds of all briefings: path in docs_dir -> content."""
        newest = [b for b in self._desk.briefings if b.date][:ENTRIES]
        feed = Feed(
            page=FRONT,
            title=self._settings.site_name,
            description="The newest briefings.",
            entries=tuple(self._entry("", b, b.quotes, b.disputes, whole=True) for b in newest),
        )
        return self._written(feed)

    def actor(self, dossier: ActorDossier) -> dict[str, bytes]:
        """Make the feeds of an actor: in each briefing what it said and what it disputes."""
        page, said = actor_page(dossier.actor.id), _by_briefing(dossier.said)
        feed = Feed(
            page=page,
            title=f"{shown(dossier.actor.name)} – {self._settings.site_name}",
            description=f"Briefings that name {shown(dossier.actor.name)}.",
            entries=tuple(
                self._entry(
                    folder(page),
                    briefing,
                    said.get(briefing.slug, ()),
                    [contest for contest in briefing.disputes if dossier.actor.id in contest.parties],
                )
                for briefing in dossier.briefings
                if briefing.date
            )[:ENTRIES_OF_ONE],
        )
        return self._written(feed)

    def dispute(self, dossier: DisputeDossier) -> dict[str, bytes]:
        """Make the feeds of a dispute: in each briefing its evidence."""
        contest = dossier.contest
        page = dispute_page(contest.id)
        names = {a.id: a.name for briefing, _ in dossier.appearances for a in briefing.actors}
        sides = " and ".join(shown(names[party]) for party in facing(contest))
        feed = Feed(
            page=page,
            title=f"{shown(contest.issue) or sides} – {self._settings.site_name}",
            description=f"Briefings in which {sides} are at odds.",
            entries=tuple(
                self._entry(folder(page), briefing, (), [known])
                for briefing, known in dossier.appearances
                if briefing.date
            )[:ENTRIES_OF_ONE],
        )
        return self._written(feed)

    def _entry(
        self,
        here: str,
        briefing: Briefing,
        said: Sequence[Said],
        contests: Sequence[Contest],
        whole: bool = False,
    ) -> Record:
        page = briefing_page(briefing.slug)
        address = self._desk.addresses.page(here, page)
        names = {actor.id: actor.name for actor in briefing.actors}
        lead = [shown(briefing.words(lead.article, lead.span)) for lead in briefing.lead]
        told = [words for one in said if (words := _words(briefing, one, names))]
        content = self._fill(
            "entry.html.j2",
            lead=lead if whole or not (told or contests) else [],
            quotes=told[:QUOTES],
            further=_further(len(said) - len(told[:QUOTES])),
            disputes=[_dispute(briefing, contest, names) for contest in contests[:DISPUTES]],
            sample=briefing.sample,
            address=address,
        )
        return {
            "id": address if self._desk.addresses.site else _urn(self._settings, briefing.slug),
            "url": address,
            "title": shown(briefing.title),
            "content": content,
            "summary": lead[0] if lead else "",
            "updated": f"{briefing.date}T00:00:00Z",
            "day": day(briefing.date),
            "topics": [shown(topic) for topic in briefing.topics],
            "originals": [
                {"url": url, "title": shown(article.title)}
                for article in briefing.articles
                if (url := web_address(article.url))
            ],
        }

    def _written(self, feed: Feed) -> dict[str, bytes]:
        here, addresses = folder(feed.page), self._desk.addresses
        values: dict[str, Any] = {
            "id": addresses.page(here, feed.page) if addresses.site else _urn(self._settings, feed.page),
            "home": addresses.page(here, feed.page),
            "atom": addresses.file(here, here + ATOM),
            "title": feed.title,
            "description": feed.description,
            "author": self._settings.site_name,
            "updated": max((entry["updated"] for entry in feed.entries), default=_NEVER),
            "entries": feed.entries,
        }
        atom = self._fill("atom.xml.j2", **values).strip() + "\n"
        return {here + ATOM: atom.encode(), here + JSON_FEED: encoded(self._json(here, feed))}

    def _json(self, here: str, feed: Feed) -> Record:
        """Return a feed as JSON Feed 1.1 has it."""
        addresses = self._desk.addresses
        absolute = {"feed_url": addresses.file(here, here + JSON_FEED)} if addresses.site else {}
        return {
            "version": "https://jsonfeed.org/version/1.1",
            "title": feed.title,
            "description": feed.description,
            "home_page_url": addresses.page(here, feed.page),
            **absolute,
            "language": "en",
            "authors": [{"name": self._settings.site_name}],
            "items": [_item(entry) for entry in feed.entries],
        }

    def _fill(self, template: str, **values: Any) -> str:
        try:
            return self._environment.get_template(template).render(values)
        except (TemplateError, TypeError) as error:
            where = f"{self._folder / template}:{getattr(error, 'lineno', '')}".rstrip(":")
            raise SettingsError(
                f"{where}: cannot be filled in ({error}). Restore it, or mend `templates` under "
                "extra.briefings in mkdocs.yml."
            ) from error


def feed_environment(templates: Path) -> Environment:
    """Make the environment of the feed templates: every value is escaped for XML, none may be missing."""
    return Environment(
        loader=FileSystemLoader(templates),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _urn(settings: Settings, name: str) -> str:
    """Name something for good where no address is known: an Atom id must be absolute."""
    return uuid.uuid5(_SPACE, f"{settings.site_name}/{name}").urn


def _item(entry: Record) -> Record:
    outside = {"external_url": entry["originals"][0]["url"]} if entry["originals"] else {}
    topics = {"tags": entry["topics"]} if entry["topics"] else {}
    return {
        "id": entry["id"],
        "url": entry["url"],
        **outside,
        "title": entry["title"],
        "content_html": entry["content"],
        **({"summary": entry["summary"]} if entry["summary"] else {}),
        "date_published": entry["updated"],
        **topics,
    }


def _further(number: int) -> str:
    return f"{number} more quotation{'' if number == 1 else 's'}" if number else ""


def _by_briefing(entries: Iterable[tuple[Briefing, Said]]) -> dict[str, list[Said]]:
    found: dict[str, list[Said]] = {}
    for briefing, said in entries:
        found.setdefault(briefing.slug, []).append(said)
    return found


def _words(briefing: Briefing, said: Said, names: dict[str, str]) -> Record | None:
    """Word a quotation; a clause that nothing leads up to is not shown: it would read as the article's own."""
    quote = said.quote
    before = reporting(briefing, said.article, quote)
    if quote.kind != "direct" and not before:
        return None
    return {
        "words": quoted_words(briefing, said.article, quote),
        "before": before,
        "direct": quote.kind == "direct",
        "attribution": attribution(briefing, said.article, quote),
        "speaker": shown(names.get(quote.speaker.actor or "", "")) if quote.speaker else "",
        "corrected": bool(said.changes),
    }


def _dispute(briefing: Briefing, contest: Contest, names: dict[str, str]) -> Record:
    proof = contest.evidence[0]
    teller = proof.evidence.attributed_to
    return {
        "issue": shown(contest.issue),
        "sides": [shown(names[party]) for party in facing(contest)],
        "relation": relation(contest),
        "evidence": shown(briefing.words(proof.article, proof.evidence)),
        "teller": shown(names[teller]) if teller in names else "",
        "corrected": bool(contest.changes or proof.changes),
    }
