"""What a briefing page shows, as plain values for its template."""

from __future__ import annotations

from generator.model import Briefing, Contest, KeyActor, Proof, Said, Span
from generator.pages.dates import day
from generator.pages.excerpts import Excerpt, excerpt
from generator.pages.links import (
    Anchors,
    actor_page,
    briefing_page,
    dispute_page,
    evidence_anchor,
    published,
    quote_anchor,
    relative,
    sheet_address,
)
from generator.pages.markdown import Safe, escape, shown, web_address
from generator.pages.pictures import against_whom
from generator.pages.sheet_selection import Selection
from generator.pages.views import ActorView, DisputeView, EvidenceView, QuoteView, SourceView, Voice
from generator.pages.wording import PRONOUNS, Wording, attribution, name_class, reporting, told
from generator.settings import Settings

HIDDEN = Safe("beyond-sheet")
"""Class of what the printed page leaves out."""
PAPERS = {"a4": "A4", "letter": "Letter"}
KINDS = {"country": "country", "organization": "organization", "group": "group", "place": "place"}
CERTAIN = 0.85
"""A speaker is shown as less certain below this share of right ones among those found in the same way: a verb
of saying beside its subject gives about 0.95, all other ways less than 0.85."""
OPEN_EVIDENCE = 2
"""Pieces of evidence of a dispute that are seen at once; further ones are folded away."""


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
        self._known = {actor.id: actor for actor in briefing.actors}
        self.wording = Wording([briefing])
        self._several = len({article.publisher for article in briefing.articles}) > 1
        self.slug, self.sample = briefing.slug, briefing.sample
        self.date, self.day = briefing.date, day(briefing.date)
        shows_source = settings.source_text == "excerpts"
        self._excerpts = self._choose() if shows_source else []
        self.title = self._cut(shown(briefing.title), selection.title.length)
        self.title_mark = self.wording.mark(briefing.title)
        self.lead = self._lead()
        self.actors = tuple(self.actor(actor) for actor in briefing.actors)
        self.disputes = tuple(self._dispute(contest) for contest in briefing.disputes)
        self.graph = against_whom(
            briefing.disputes,
            {actor.id: actor.name for actor in briefing.actors},
            {actor.id: published(actor_page(actor.id)) for actor in briefing.actors if actor.id in pages},
        )
        self.voices = self._voices()
        self.sources = self._sources()
        self.sheets = tuple((PAPERS[paper], sheet_address(briefing.slug, paper)) for paper in settings.sheets)
        self.meta = self._meta()
        self.left_out = selection.left_out
        self.counts = (len(briefing.actors), len(briefing.disputes), len(briefing.quotes))

    @property
    def description(self) -> str:
        """The first lead sentence, cut at a word: for search results and link previews."""
        if not self._briefing.lead:
            return ""
        lead = self._briefing.lead[0]
        words = shown(self._briefing.words(lead.article, lead.span))
        return words if len(words) <= 200 else words[:200].rsplit(" ", 1)[0] + " …"

    def actor(self, actor: KeyActor) -> ActorView:
        """Show an actor."""
        top = max((a.salience for a in self._briefing.actors), default=0) or 1
        return ActorView(
            id=actor.id,
            name=actor.name,
            link=self._name(actor.id),
            role=self.wording.cited(actor.role) if actor.role else None,
            kind=KINDS.get(actor.kind, ""),
            named=actor.named,
            width=max(2, round(100 * actor.salience / top)),
            print=Safe("") if actor.id in self._selection.actors else HIDDEN,
        )

    def _name(self, actor_id: str) -> Safe:
        actor = self._known[actor_id]
        if actor_id not in self._pages:
            return Safe(f'<span class="name">{self.wording.cited(actor.name)}</span>')
        target = relative(self._page, actor_page(actor_id))
        marks = f"{name_class(actor.name)} {self.wording.mark(actor.name)}".strip()
        return Safe(f"[{escape(actor.name)}]({target}){{ {marks} }}")

    def _meta(self) -> tuple[Safe, ...]:
        """The line below the title: date, publishers with their articles, topics."""
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
        topics = ", ".join(self._briefing.topics)
        return tuple([*parts, escape(topics)] if topics else parts)

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
            leads = [lead.span for lead in briefing.lead if lead.article == number]
            chosen.append(excerpt(article, [*quoted, *evidence, *leads], quoted, self._anchors))
        return chosen

    def _place(self, article: int, span: Span) -> Safe | None:
        anchor = self._excerpts[article].place(span) if self._excerpts else None
        return Safe(f"#{anchor}") if anchor else None

    def _publisher(self, article: int) -> str:
        return self._briefing.articles[article].publisher or "" if self._several else ""

    def _dispute(self, contest: Contest) -> DisputeView:
        plea = next((p for p in self._selection.disputes if p.id == contest.id), None)
        proofs = [
            self._evidence(contest, proof, plea is None or plea.evidence == number)
            for number, proof in enumerate(contest.evidence)
        ]
        if plea is not None and plea.evidence >= OPEN_EVIDENCE:
            # What is printed must not be folded away.
            proofs.insert(0, proofs.pop(plea.evidence))
        return DisputeView(
            id=self._anchors(contest.id),
            page=relative(self._page, dispute_page(contest.id)),
            issue=contest.issue,
            mark=self.wording.mark(contest.issue),
            kind=contest.kind,
            sides=tuple(self.actor(self._known[party]) for party in facing(contest)),
            relation=relation(contest),
            open=tuple(proofs[:OPEN_EVIDENCE]),
            folded=tuple(proofs[OPEN_EVIDENCE:]),
            print=Safe("") if plea else HIDDEN,
        )

    def _evidence(self, contest: Contest, proof: Proof, printed: bool) -> EvidenceView:
        evidence = proof.evidence
        words = shown(self._briefing.words(proof.article, evidence))
        source, target = evidence.source, evidence.target
        if source and target:
            sides = Safe(f"{self._name(source)} against {self._name(target)}")
        elif source or target:
            alone = self._name(source or target or "")
            others = [self._name(party) for party in contest.parties if party not in (source, target)]
            sides = Safe(" and ".join([alone, *others]))
        else:
            sides = Safe(" and ".join(self._name(party) for party in contest.parties))
        return EvidenceView(
            anchor=self._anchors(evidence_anchor(self._briefing, contest, proof)),
            sides=sides,
            teller=self._name(evidence.attributed_to) if evidence.attributed_to else None,
            words=words,
            mark=self.wording.mark(words),
            place=self._place(proof.article, evidence),
            source=self._publisher(proof.article),
            print=Safe("") if printed else HIDDEN,
        )

    def _voices(self) -> tuple[Voice, ...]:
        """Group the quotations by speaker: actors by their weight, then others, then nobody known."""
        rank = {actor.id: number for number, actor in enumerate(self._briefing.actors)}
        groups: dict[tuple[int, str], list[int]] = {}
        for number, said in enumerate(self._briefing.quotes):
            groups.setdefault(self._speaker(said, rank), []).append(number)
        return tuple(self._voice(key, numbers) for key, numbers in sorted(groups.items()))

    def _speaker(self, said: Said, rank: dict[str, int]) -> tuple[int, str]:
        speaker = said.quote.speaker
        if speaker is None:
            return len(rank) + 1, ""
        if speaker.actor in rank:
            return rank[speaker.actor], speaker.actor
        words = shown(self._briefing.words(said.article, speaker)).casefold()
        return (len(rank), words) if words not in PRONOUNS else (len(rank) + 1, "")

    def _voice(self, key: tuple[int, str], numbers: list[int]) -> Voice:
        name = key[1]
        actor = self._known.get(name) if key[0] < len(self._known) else None
        if actor is not None:
            heading, role = self._name(name), self.wording.cited(actor.role) if actor.role else None
        else:
            heading, role = self._unknown(numbers[0]) if name else Safe("Not attributed"), None
        quotes = tuple(self._quote(number) for number in numbers)
        printed = any(number in self._selection.quotes for number in numbers)
        return Voice(
            anchor=self._anchors(f"said-by-{name}" if actor else "not-attributed" if not name else "said"),
            heading=heading,
            role=role,
            quotes=quotes,
            known=bool(name),
            print=Safe("") if printed else HIDDEN,
        )

    def _unknown(self, number: int) -> Safe:
        """Name a speaker who is no actor by the article's words, as they first stand there."""
        said = self._briefing.quotes[number]
        assert said.quote.speaker is not None
        return self.wording.cited(shown(self._briefing.words(said.article, said.quote.speaker)))

    def _quote(self, number: int) -> QuoteView:
        said = self._briefing.quotes[number]
        phrase = attribution(self._briefing, said.article, said.quote)
        return QuoteView(
            anchor=self._anchors(quote_anchor(self._briefing, said)),
            words=told(self._briefing, said.article, said.quote),
            direct=said.quote.kind == "direct",
            attribution=Safe(f'<span class="from-article">{escape(phrase)}</span>') if phrase else None,
            led_in=bool(reporting(self._briefing, said.article, said.quote)),
            inferred=said.quote.speaker is not None and said.quote.confidence < CERTAIN,
            about=tuple(self._name(actor) for actor in said.quote.about if actor in self._known),
            place=self._place(said.article, said.quote.spans[0]),
            source=self._publisher(said.article),
            print=Safe("") if number in self._selection.quotes else HIDDEN,
        )

    def _sources(self) -> tuple[SourceView, ...]:
        views = []
        for number, article in enumerate(self._briefing.articles):
            chosen = self._excerpts[number] if self._excerpts else None
            publisher = article.publisher or article.byline or ""
            about = ", ".join(filter(None, [publisher, day(article.date)]))
            views.append(
                SourceView(
                    title=article.title,
                    mark=self.wording.mark(article.title),
                    publisher=publisher,
                    about=about,
                    address=web_address(article.url),
                    passages=chosen.passages if chosen else (),
                    cut_off=chosen.cut_off if chosen else False,
                )
            )
        return tuple(views)


def facing(contest: Contest) -> tuple[str, ...]:
    """Order the parties so that who is more often against the other comes first."""
    weight = dict.fromkeys(contest.parties, 0)
    for proof in contest.evidence:
        if proof.evidence.source in weight and proof.evidence.target:
            weight[proof.evidence.source] += 1
    return tuple(sorted(contest.parties, key=lambda party: -weight[party]))


def relation(contest: Contest) -> str:
    """Word how two sides stand: one against the other, each against the other, or at odds."""
    if len(contest.parties) != 2:
        return "at odds"
    ways = {
        (proof.evidence.source, proof.evidence.target)
        for proof in contest.evidence
        if proof.evidence.source and proof.evidence.target
    }
    return {0: "at odds with", 1: "against"}.get(len(ways), "each against the other")
