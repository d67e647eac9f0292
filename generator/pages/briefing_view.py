"""What a briefing page shows, as plain values for its template."""

from __future__ import annotations

from generator.model import Briefing, KeyActor, Span
from generator.pages.claims import Claims, shares
from generator.pages.corrected import corrected, taken_off
from generator.pages.dates import day
from generator.pages.excerpts import Excerpt, excerpt
from generator.pages.links import Anchors, actor_page, briefing_page, published, relative, sheet_address
from generator.pages.markdown import Safe, escape, shown, web_address
from generator.pages.pictures import against_whom
from generator.pages.sheet_selection import Selection
from generator.pages.sides import backers, supporters
from generator.pages.speech import Speech
from generator.pages.views import HIDDEN, KINDS, ActorView, SourceView, folded
from generator.pages.wording import Wording, name_class, unlinked
from generator.settings import Settings

PAPERS = {"a4": "A4", "letter": "Letter"}
OPEN_ACTORS, OPEN_VOICES = 8, 10
"""Actors and speakers that are seen at once; further ones are folded away."""
OPEN_PASSAGES, MOST_OPEN_PASSAGES = 30, 40
"""Of more passages of a source than the second only the first ones are seen at once."""


class BriefingView:
    """A briefing as its page shows it.

    Args:
        briefing: The briefing.
        selection: What of it is on the one printed page.
        settings: The site's settings.
        pages: The ids of the actors that have a page.
    """

    def __init__(
        self, briefing: Briefing, selection: Selection, settings: Settings, pages: frozenset[str]
    ) -> None:
        self._briefing, self._selection, self._settings, self._pages = briefing, selection, settings, pages
        self._page = briefing_page(briefing.slug)
        self._anchors = Anchors()
        self.wording = Wording([briefing])
        self.slug, self.sample = briefing.slug, briefing.sample
        self.date, self.day = briefing.date, day(briefing.date)
        shows_source = settings.source_text != "none"
        self._excerpts = self._choose() if shows_source else []
        self.title = self._cut(shown(briefing.title), selection.title.length)
        self.title_mark = self.wording.mark(briefing.title)
        self.lead = self._lead()
        actors = {actor.id: self._actor(actor) for actor in briefing.actors}
        self.actors = folded(tuple(actors.values()), OPEN_ACTORS)
        claims = Claims(
            briefing,
            selection,
            wording=self.wording,
            anchors=self._anchors,
            actors=actors,
            place=self._place,
            link=lambda page: relative(self._page, page),
        )
        self.disputes = claims.disputes()
        self.graph = against_whom(
            briefing.disputes,
            {actor.id: actor.name for actor in briefing.actors},
            {
                actor.id: published(self._page, actor_page(actor.id))
                for actor in briefing.actors
                if actor.id in pages
            },
            support=supporters(briefing),
        )
        voices = claims.voices()
        self.voices = folded(voices, OPEN_VOICES)
        self.shares = shares(voices)
        self.speech = Speech(
            quoted=sum(voice.speech.quoted for voice in voices if voice.known),
            reported=sum(voice.speech.reported for voice in voices if voice.known),
        )
        self.sources = self._sources()
        self.sheets = tuple((PAPERS[paper], sheet_address(briefing.slug, paper)) for paper in settings.sheets)
        self.topics = ", ".join(briefing.topics)
        self.meta = self._meta()
        self.left_out = selection.left_out
        self.corrected = corrected(briefing.changes, self.wording)
        self.taken_off = taken_off(briefing)
        self.counts = (len(briefing.actors), len(briefing.disputes), len(briefing.quotes))

    @property
    def description(self) -> str:
        """The first lead sentence, cut at a word: for search results and link previews."""
        if not self._briefing.lead:
            return ""
        lead = self._briefing.lead[0]
        words = shown(self._briefing.words(lead.article, lead.span))
        return words if len(words) <= 200 else words[:200].rsplit(" ", 1)[0] + " …"

    def _actor(self, actor: KeyActor) -> ActorView:
        top = max((a.salience for a in self._briefing.actors), default=0) or 1
        return ActorView(
            id=actor.id,
            name=actor.name,
            link=self._name(actor),
            role=self.wording.cited(actor.role) if actor.role else None,
            kind=KINDS.get(actor.kind, ""),
            named=actor.named,
            width=max(2, round(100 * actor.salience / top)),
            corrected=corrected(actor.changes, self.wording),
            print=Safe("") if actor.id in self._selection.actors else HIDDEN,
        )

    def _name(self, actor: KeyActor) -> Safe:
        if actor.id not in self._pages:
            return unlinked(actor.name, self.wording)
        target = relative(self._page, actor_page(actor.id))
        marks = f"{name_class(actor.name)} {self.wording.mark(actor.name)}".strip()
        return Safe(f"[{escape(actor.name)}]({target}){{ {marks} }}")

    def _meta(self) -> tuple[Safe, ...]:
        """The line below the title: date, publishers with links to their articles."""
        parts = [Safe(f'<time datetime="{self.date}">{escape(self.day)}</time>')] if self.date else []
        for source in self.sources:
            name = source.publisher if len(self.sources) == 1 else source.about
            if source.address:
                name = name or "Original article"
                parts.append(
                    Safe(f'[{escape(name)}]({source.address}){{ .original rel="external noopener" }}')
                )
            elif name:
                parts.append(escape(name))
        return tuple(parts)

    def _cut(self, words: str, length: int | None) -> Safe:
        """Show words of which the printed page has only the beginning."""
        if length is None or length >= len(words):
            return escape(words)
        rest = f'<span class="beyond-sheet"> {escape(words[length:].strip())}</span>'
        return Safe(f"{escape(words[:length])}{rest}")

    def _lead(self) -> tuple[tuple[Safe, Safe | None, Safe, bool], ...]:
        """The lead sentences: words, link to the place, class for print, whether print cuts them."""
        on_sheet = {chosen.index: chosen for chosen in self._selection.lead}
        shown_leads = []
        for number, lead in enumerate(self._briefing.lead):
            words = shown(self._briefing.words(lead.article, lead.span))
            chosen = on_sheet.get(number)
            length = chosen.length if chosen else None
            shown_leads.append(
                (
                    self._cut(words, length),
                    self._place(lead.article, lead.span),
                    Safe("") if chosen else HIDDEN,
                    length is not None and length < len(words),
                )
            )
        return tuple(shown_leads)

    def _choose(self) -> list[Excerpt]:
        briefing = self._briefing
        chosen = []
        for number, article in enumerate(briefing.articles):
            quoted = [s for said in briefing.quotes if said.article == number for s in said.quote.spans]
            evidence: list[Span] = [
                proof.evidence
                for contest in briefing.disputes
                for proof in contest.evidence
                if proof.article == number
            ]
            evidence += [
                backing.support
                for contest in briefing.disputes
                for party in contest.parties
                for backing in backers(briefing, contest, party)
                if backing.article == number
            ]
            leads = [lead.span for lead in briefing.lead if lead.article == number]
            chosen.append(
                excerpt(
                    article,
                    [*quoted, *evidence, *leads],
                    quoted,
                    self._anchors,
                    whole=self._settings.source_text == "full",
                )
            )
        return chosen

    def _place(self, article: int, span: Span) -> Safe | None:
        anchor = self._excerpts[article].place(span) if self._excerpts else None
        return Safe(f"#{anchor}") if anchor else None

    def _sources(self) -> tuple[SourceView, ...]:
        views = []
        for number, article in enumerate(self._briefing.articles):
            chosen = self._excerpts[number] if self._excerpts else None
            passages = chosen.passages if chosen else ()
            seen = len(passages) if len(passages) <= MOST_OPEN_PASSAGES else OPEN_PASSAGES
            publisher = article.publisher or article.byline or ""
            about = ", ".join(filter(None, [publisher, day(article.date)]))
            views.append(
                SourceView(
                    title=article.title,
                    mark=self.wording.mark(article.title),
                    publisher=publisher,
                    about=about,
                    address=web_address(article.url),
                    passages=passages[:seen],
                    further=passages[seen:],
                    cut_off=chosen.cut_off if chosen else False,
                )
            )
        return tuple(views)
