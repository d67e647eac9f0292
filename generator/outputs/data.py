"""The data of a page as JSON: what the page shows, with ids, offsets into the articles and permalinks.

The names are those of the contract of ``briefings extract``; every offset counts code points into the article's
text. The text itself is not published: how much of it a page shows is a setting.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from generator.model import Analysis, Briefing, Change, Collection, Contest, Proof, Said, Span
from generator.outputs.addresses import Addresses, folder
from generator.pages.indexes import ActorDossier, DisputeDossier, actor_dossiers, dispute_dossiers
from generator.pages.links import (
    actor_page,
    briefing_page,
    dispute_page,
    evidence_anchor,
    quote_anchor,
    quote_anchors,
)
from generator.pages.markdown import shown, web_address
from generator.pages.wording import attribution, beside, quoted_words, reporting, told_of_another
from generator.settings import Settings

Record = dict[str, Any]
_SHORT = ("id", "url", "kind", "act", "reporting", "text", "speaker", "corrected")


def encoded(record: object) -> bytes:
    """Write a record as one line of JSON in UTF-8; half of a surrogate pair, which is no character, becomes "?"."""
    return (json.dumps(record, ensure_ascii=False, separators=(",", ":")) + "\n").encode(errors="replace")


@dataclass(frozen=True, slots=True)
class Desk:
    """A collection seen from each of its sides: what all files for machines are made of."""

    briefings: tuple[Briefing, ...]
    actors: Mapping[str, ActorDossier]
    """Those that have a page."""
    disputes: Mapping[str, DisputeDossier]
    addresses: Addresses
    settings: Settings

    @classmethod
    def of(cls, collection: Collection, settings: Settings) -> Desk:
        """Gather the actors and disputes of a collection."""
        actors = {i: known for i, known in actor_dossiers(collection).items() if known.has_page}
        return cls(
            briefings=collection.briefings,
            actors=actors,
            disputes=dispute_dossiers(collection),
            addresses=Addresses(settings.site_url),
            settings=settings,
        )

    # Records of pages

    def briefing(self, briefing: Briefing) -> Record:
        """Return the data of a briefing's page."""
        page = briefing_page(briefing.slug)
        here = folder(page)
        names = {actor.id: actor.name for actor in briefing.actors}
        return _kept(
            type="briefing",
            id=briefing.slug,
            title=briefing.title,
            url=self.addresses.page(here, page),
            date=briefing.date,
            publishers=briefing.publishers,
            topics=briefing.topics,
            sample=briefing.sample or None,
            articles=[_article(article) for article in briefing.articles],
            summary=[
                {
                    "article": lead.article,
                    **_span(lead.span),
                    "text": shown(briefing.words(lead.article, lead.span)),
                }
                for lead in briefing.lead
            ],
            actors=[
                _kept(
                    id=actor.id,
                    name=actor.name,
                    kind=actor.kind,
                    role=actor.role,
                    aliases=actor.aliases,
                    salience=actor.salience,
                    mentions=actor.named,
                    corrected=_corrected(actor.changes),
                    url=self.addresses.page(here, actor_page(actor.id)) if actor.id in self.actors else None,
                )
                for actor in briefing.actors
            ],
            quotes=[
                self.quote(here, briefing, said, anchor, names)
                for said, anchor in zip(briefing.quotes, quote_anchors(briefing), strict=True)
            ],
            disputes=[self._contest(here, briefing, contest) for contest in briefing.disputes],
            corrected=_corrected(briefing.changes),
            dropped=tuple(drop.model_dump() for drop in briefing.dropped) or None,
        )

    def actor(self, dossier: ActorDossier) -> Record:
        """Return the data of an actor's page: as many entries of each list as the page has, and how many there are."""
        page, size = actor_page(dossier.actor.id), self.settings.page_size
        here = folder(page)
        return _kept(
            type="actor",
            id=dossier.actor.id,
            name=dossier.actor.name,
            url=self.addresses.page(here, page),
            kind=dossier.actor.kind,
            role=dossier.role,
            aliases=tuple(dossier.aliases),
            corrected=_corrected(dossier.actor.changes),
            counts={
                "briefings": len(dossier.briefings),
                "quotes": len(dossier.said),
                "about": len(dossier.about),
                "disputes": len(dossier.disputes),
            },
            quotes=[self._elsewhere(here, *entry) for entry in dossier.said[:size]],
            about=[self._elsewhere(here, *entry) for entry in dossier.about[:size]],
            disputes=[
                {**_sides(contest), "url": self.addresses.page(here, dispute_page(contest.id))}
                for contest in list(dossier.disputes.values())[:size]
            ],
            briefings=[self._headline(here, briefing) for briefing in dossier.briefings[:size]],
        )

    def dispute(self, dossier: DisputeDossier) -> Record:
        """Return the data of a dispute's page."""
        contest, size = dossier.contest, self.settings.page_size
        page = dispute_page(contest.id)
        here = folder(page)
        evidence = [
            {**self.proof(here, briefing, known, proof), "briefing": briefing.slug}
            for briefing, known in dossier.appearances
            for proof in known.evidence
        ]
        names = {a.id: a.name for briefing, _ in dossier.appearances for a in briefing.actors}
        return {
            "type": "dispute",
            **_sides(contest),
            "url": self.addresses.page(here, page),
            "counts": {"briefings": len(dossier.appearances), "evidence": len(evidence)},
            "names": {party: names[party] for party in contest.parties},
            "evidence": evidence[:size],
            "briefings": [self._headline(here, briefing) for briefing, _ in dossier.appearances[:size]],
        }

    # Parts of records

    def quote(
        self, here: str, briefing: Briefing, said: Said, anchor: str, names: Mapping[str, str]
    ) -> Record:
        """Return what is known of a quotation; `anchor` is its place on the page, `names` are those of the actors."""
        quote, article = said.quote, said.article
        speaker = quote.speaker
        return _kept(
            id=anchor,
            url=self.addresses.page(here, briefing_page(briefing.slug), anchor),
            article=article if len(briefing.articles) > 1 else None,
            kind=quote.kind,
            text=quoted_words(briefing, article, quote),
            reporting=reporting(briefing, article, quote) or None,
            attribution=attribution(briefing, article, quote) or None,
            spans=[_span(span) for span in quote.spans],
            speaker=speaker
            and _kept(
                actor=speaker.actor,
                name=names.get(speaker.actor or ""),
                **(_words(briefing, article, named) if (named := beside(quote)) else {}),
            ),
            cue=quote.cue and _words(briefing, article, quote.cue),
            about=quote.about,
            told=[
                {
                    "text": told_of_another(briefing, article, told),
                    "speaker": _kept(
                        actor=told.speaker.actor,
                        name=names.get(told.speaker.actor or ""),
                        **_words(briefing, article, told.speaker),
                    ),
                }
                for told in quote.told
            ]
            or None,
            act=quote.act,
            confidence=quote.confidence,
            corrected=_corrected(said.changes),
        )

    def proof(self, here: str, briefing: Briefing, contest: Contest, proof: Proof) -> Record:
        """Return what is known of a piece of evidence."""
        evidence, anchor = proof.evidence, evidence_anchor(briefing, contest, proof)
        return _kept(
            id=anchor,
            url=self.addresses.page(here, briefing_page(briefing.slug), anchor),
            article=proof.article if len(briefing.articles) > 1 else None,
            text=shown(briefing.words(proof.article, evidence)),
            **_span(evidence),
            source=evidence.source,
            target=evidence.target,
            predicate=evidence.predicate,
            attributed_to=evidence.attributed_to,
            corrected=_corrected(proof.changes),
        )

    def _contest(self, here: str, briefing: Briefing, contest: Contest) -> Record:
        return {
            **_sides(contest),
            "url": self.addresses.page(here, dispute_page(contest.id)),
            "evidence": [self.proof(here, briefing, contest, proof) for proof in contest.evidence],
        }

    def _elsewhere(self, here: str, briefing: Briefing, said: Said) -> Record:
        """Return the short form of a quotation; the long one is in the data of its briefing."""
        names = {actor.id: actor.name for actor in briefing.actors}
        whole = self.quote(here, briefing, said, quote_anchor(briefing, said), names)
        short = {name: whole[name] for name in _SHORT if name in whole}
        return {**short, "briefing": briefing.slug, "date": briefing.date}

    def _headline(self, here: str, briefing: Briefing) -> Record:
        url = self.addresses.page(here, briefing_page(briefing.slug))
        return _kept(id=briefing.slug, title=briefing.title, date=briefing.date, url=url)


def _article(article: Analysis) -> Record:
    return _kept(
        title=article.title,
        date=article.date,
        byline=article.byline,
        publisher=article.publisher,
        url=web_address(article.url),
    )


def _sides(contest: Contest) -> Record:
    return _kept(
        id=contest.id,
        parties=contest.parties,
        issue=contest.issue or None,
        kind=contest.kind,
        corrected=_corrected(contest.changes),
    )


def _corrected(changes: tuple[Change, ...]) -> list[Record] | None:
    """Tell what an editor changed; None where nothing was."""
    return [_kept(what=change.what, found=change.found) for change in changes] or None


def _words(briefing: Briefing, article: int, span: Span) -> Record:
    return {"words": shown(briefing.words(article, span)), **_span(span)}


def _span(span: Span) -> dict[str, int]:
    return {"start": span.start, "end": span.end}


def _kept(**values: Any) -> Record:
    """Leave out what is not known; an empty list says that there is none."""
    return {
        name: list(value) if isinstance(value, tuple) else value
        for name, value in values.items()
        if value is not None
    }
