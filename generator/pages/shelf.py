"""What pages across briefings are put together from: names, headlines, rows, quotations, evidence."""

from __future__ import annotations

from typing import Any

from generator.model import Backing, Briefing, Collection, Contest, Said, Span
from generator.pages.bundles import Bundle, against
from generator.pages.corrected import corrected
from generator.pages.dates import day
from generator.pages.indexes import ActorDossier, DisputeDossier, actor_dossiers, dispute_dossiers
from generator.pages.links import (
    actor_page,
    briefing_page,
    dispute_page,
    evidence_anchor,
    published,
    quote_anchor,
    relative,
)
from generator.pages.markdown import Safe, escape, shown
from generator.pages.sides import facing, headline, relation
from generator.pages.wording import Wording, credit, name_class, reporting, told, unlinked
from generator.settings import Settings

OF_EVIDENCE = "\u00a0of\u00a0evidence"
"""On one line with the number before it."""


class Shelf:
    """A collection, with what is known of each actor and dispute over all briefings.

    Args:
        collection: The briefings, the newest first.
        settings: The site's settings.
    """

    def __init__(self, collection: Collection, settings: Settings) -> None:
        self.briefings, self.size = collection.briefings, settings.page_size
        self.actors = actor_dossiers(collection)
        self.disputes = dispute_dossiers(collection)
        self.with_page = frozenset(name for name, dossier in self.actors.items() if dossier.has_page)
        self._wordings: dict[str, Wording] = {}

    def wording(self, briefing: Briefing) -> Wording:
        """Return what knows the words of a briefing's articles."""
        if briefing.slug not in self._wordings:
            self._wordings[briefing.slug] = Wording([briefing])
        return self._wordings[briefing.slug]

    def role(self, dossier: ActorDossier) -> Safe | None:
        """Show the role of an actor."""
        return self.wording(dossier.briefings[0]).cited(dossier.role) if dossier.role else None

    def names(self, contest: Contest) -> list[str]:
        """Name the parties of a dispute, in the order in which they face each other."""
        return [self.actors[party].actor.name for party in facing(contest)]

    def name(self, path: str, actor_id: str) -> Safe:
        """Show the name of an actor, linked if it has a page."""
        dossier = self.actors[actor_id]
        name, wording = dossier.actor.name, self.wording(dossier.briefings[0])
        if actor_id not in self.with_page:
            return unlinked(name, wording)
        marks = f"{name_class(name)} {wording.mark(name)}".strip()
        return Safe(f"[{escape(name)}]({relative(path, actor_page(actor_id))}){{ {marks} }}")

    def addresses(self, path: str) -> dict[str, str]:
        """Return where the names of actors lead from a published page: MkDocs mends no link in an SVG."""
        return {actor: published(path, actor_page(actor)) for actor in sorted(self.with_page)}

    def headline(self, path: str, briefing: Briefing) -> dict[str, Any]:
        """Show a briefing as an entry of a list."""
        lead = briefing.lead[0] if briefing.lead else None
        return {
            **self.source(path, briefing),
            "publishers": ", ".join(briefing.publishers),
            "lead": shown(briefing.words(lead.article, lead.span)) if lead else "",
            "counts": [
                counted(len(briefing.disputes), "dispute"),
                counted(len(briefing.quotes), "quotation"),
            ],
            "sample": briefing.sample,
        }

    def source(self, path: str, briefing: Briefing, anchor: str = "") -> dict[str, Any]:
        """Show where something stands: the briefing's title, linked, and its day."""
        return {
            "title": briefing.title,
            "mark": self.wording(briefing).mark(briefing.title),
            "link": relative(path, briefing_page(briefing.slug), anchor),
            "day": day(briefing.date),
            "date": briefing.date,
        }

    def row(self, path: str, dossier: DisputeDossier) -> dict[str, Any]:
        """Show a dispute as an entry of a list."""
        contest, (briefing, _) = dossier.contest, dossier.appearances[0]
        several = len(dossier.appearances) > 1
        return {
            "issue": contest.issue,
            "heading": headline(contest, self.names(contest)),
            "mark": self.wording(briefing).mark(contest.issue) if contest.issue else Safe(""),
            "link": relative(path, dispute_page(contest.id)),
            "sides": [self.name(path, party) for party in facing(contest)],
            "relation": relation(contest),
            "kind": contest.kind,
            "day": day(briefing.date),
            "evidence": Safe(
                f"{counted(dossier.evidence, 'sentence')}{OF_EVIDENCE}"
                + (f" in {counted(len(dossier.appearances), 'briefing')}" if several else "")
            ),
        }

    def actor_row(self, path: str, dossier: ActorDossier) -> dict[str, Any]:
        """Show an actor as an entry of a list."""
        return {
            "link": self.name(path, dossier.actor.id),
            "role": self.role(dossier),
            "counts": [
                counted(len(dossier.briefings), "briefing"),
                *([counted(len(dossier.said), "quotation")] if dossier.said else []),
                *([counted(len(dossier.disputes), "dispute")] if dossier.disputes else []),
            ],
        }

    def quote(self, path: str, briefing: Briefing, said: Said) -> dict[str, Any]:
        """Show a quotation away from the page of its briefing."""
        phrase = credit(briefing, said.article, said.quote)
        speaker = said.quote.speaker.actor if said.quote.speaker else None
        return {
            **self.source(path, briefing, quote_anchor(briefing, said)),
            "words": told(briefing, said.article, said.quote),
            "direct": said.quote.kind == "direct",
            "led_in": bool(reporting(briefing, said.article, said.quote)),
            "speaker": self.name(path, speaker) if speaker in self.actors else None,
            "attribution": Safe(f'<span class="from-article">{escape(phrase)}</span>') if phrase else None,
            "corrected": corrected(said.changes, self.wording(briefing)),
        }

    def evidence(self, path: str, briefing: Briefing, contest: Contest, number: int) -> dict[str, Any]:
        """Show a piece of evidence away from the page of its briefing."""
        proof = contest.evidence[number]
        evidence = proof.evidence
        words = shown(briefing.words(proof.article, evidence))
        ends = [end for end in (evidence.source, evidence.target) if end]
        anchor = evidence_anchor(briefing, contest, proof)
        return {
            **self.source(path, briefing, anchor),
            "anchor": anchor,
            "source": evidence.source,
            "sides": Safe(f"{self.name(path, ends[0])} against {self.name(path, ends[1])}")
            if len(ends) == 2
            else Safe(""),
            "teller": self.name(path, evidence.attributed_to) if evidence.attributed_to else None,
            "words": words,
            "words_mark": self.wording(briefing).mark(words),
            "corrected": corrected(proof.changes, self.wording(briefing)),
        }

    def bundle(self, path: str, briefing: Briefing, contest: Contest, bundle: Bundle) -> dict[str, Any]:
        """Show pieces of evidence that are read as one; the anchors of the further ones are kept."""
        pieces = [self.evidence(path, briefing, contest, number) for number in bundle.numbers]
        spans = bundle.sentences
        words = shown(briefing.words(bundle.article, Span(start=spans[0].start, end=spans[-1].end)))
        pairs = [
            f"{self.name(path, source)} against {' and '.join(self.name(path, t) for t in targets)}"
            for source, targets in against(contest, bundle.numbers)
        ]
        return {
            **pieces[0],
            "anchors": [piece["anchor"] for piece in pieces],
            "sides": Safe("; ".join(pairs)),
            "words": words,
            "words_mark": self.wording(briefing).mark(words),
            "corrected": next((piece["corrected"] for piece in pieces if piece["corrected"]), None),
        }

    def backing(self, path: str, briefing: Briefing, contest: Contest, backing: Backing) -> dict[str, Any]:
        """Show who stands with whom away from the page of the briefing, with a link to the dispute there."""
        support = backing.support
        words = shown(briefing.words(backing.article, support))
        return {
            **self.source(path, briefing, contest.id),
            "one": self.name(path, support.source),
            "other": self.name(path, support.target),
            "teller": self.name(path, support.attributed_to) if support.attributed_to else None,
            "words": words,
            "words_mark": self.wording(briefing).mark(words),
        }


def counted(number: int, noun: str) -> Safe:
    """Word a number of things, on one line: "no quotations", "1 quotation", "1,024 quotations"."""
    return Safe(f"{f'{number:,}' if number else 'no'}\u00a0{noun}{'' if number == 1 else 's'}")
