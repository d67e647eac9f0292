"""The claims of a briefing as its page shows them: disputes with their evidence, quotations by speaker."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from itertools import pairwise

from generator.model import Backing, Briefing, Contest, Proof, Said, Span, Told
from generator.pages.bundles import Bundle, against, bundles, is_mutual, sentences
from generator.pages.corrected import corrected
from generator.pages.links import Anchors, dispute_page, evidence_anchor, quote_anchor
from generator.pages.markdown import Safe, escape, shown
from generator.pages.sheet_selection import Selection
from generator.pages.sides import (
    CERTAIN,
    backers,
    camps,
    facing,
    headline,
    relation,
    statements,
    teller,
    told,
)
from generator.pages.speech import percent, speech
from generator.pages.views import (
    HIDDEN,
    ActorView,
    BackerView,
    DisputeView,
    EvidenceView,
    QuoteView,
    ShareView,
    SideView,
    Voice,
    folded,
)
from generator.pages.wording import PRONOUNS, Wording, credit, name_class, reporting, told_of_another
from generator.pages.wording import told as told_words

OPEN_QUOTES = 3
"""Quotations of a speaker that are seen at once."""
MOST_SHARES = 6
"""Speakers whose share of the words is shown; that of the others is added up."""


class Claims:
    """Makes the views of the claims of one briefing.

    Args:
        briefing: The briefing.
        selection: What of it is on the one printed page.
        wording: Knows its articles' words.
        anchors: Names the places on the page.
        actors: Its actors as the page shows them, by id.
        place: Finds the link to a span of one of its articles on the page.
        link: Makes the link from the page to another page.
    """

    def __init__(
        self,
        briefing: Briefing,
        selection: Selection,
        *,
        wording: Wording,
        anchors: Anchors,
        actors: Mapping[str, ActorView],
        place: Callable[[int, Span], Safe | None],
        link: Callable[[str], Safe],
    ) -> None:
        self._briefing, self._selection, self._wording = briefing, selection, wording
        self._anchors, self._actors, self._place, self._link = anchors, actors, place, link
        self._several = len({article.publisher for article in briefing.articles}) > 1
        # Named in the order of the articles: another speaker or another rank moves no permalink.
        named = [anchors(quote_anchor(briefing, said)) for said in briefing.quotes]
        self._quotes = [self._quote(number, anchor) for number, anchor in enumerate(named)]

    # Disputes

    def disputes(self) -> tuple[DisputeView, ...]:
        """Show the disputes, in the briefing's order."""
        return tuple(self._dispute(contest) for contest in self._briefing.disputes)

    def _dispute(self, contest: Contest) -> DisputeView:
        plea = next((p for p in self._selection.disputes if p.id == contest.id), None)
        proofs = [
            self._evidence(contest, proof, plea is None or plea.evidence == number)
            for number, proof in enumerate(contest.evidence)
        ]
        together = tuple(
            self._bundle(contest, bundle, proofs, plea.evidence if plea else None)
            for bundle in bundles(self._briefing, contest)
        )
        parties = [self._actors[party] for party in facing(contest)]
        only = teller(contest)
        return DisputeView(
            id=self._anchors(contest.id),
            page=self._link(dispute_page(contest.id)),
            issue=contest.issue,
            mark=self._wording.mark(contest.issue) if contest.issue else Safe(""),
            heading=escape(headline(contest, [party.name for party in parties])),
            kind=contest.kind,
            camps=tuple(
                tuple(self._side(contest, proofs, self._actors[party]) for party in camp)
                for camp in camps(contest)
            ),
            relation=relation(contest),
            teller=self._actors[only].link if only else None,
            evidence=together,
            sentences=sentences(contest),
            corrected=corrected(contest.changes, self._wording),
            print=Safe("") if plea else HIDDEN,
        )

    def _side(self, contest: Contest, proofs: list[EvidenceView], party: ActorView) -> SideView:
        said = statements(self._briefing, contest, party.id)
        number = told(contest, party.id)
        act = proofs[number] if not said and number is not None else None
        return SideView(
            actor=party,
            said=self._quotes[said[0]] if said else None,
            told=act,
            spoken_for=act is not None and act.source_actor != party.id,
            backers=tuple(self._backer(backing) for backing in backers(self._briefing, contest, party.id)),
        )

    def _backer(self, backing: Backing) -> BackerView:
        support = backing.support
        words = shown(self._briefing.words(backing.article, support))
        return BackerView(
            name=self._name(support.source),
            teller=self._name(support.attributed_to) if support.attributed_to else None,
            words=words,
            mark=self._wording.mark(words),
            place=self._place(backing.article, support),
        )

    def _evidence(self, contest: Contest, proof: Proof, printed: bool) -> EvidenceView:
        evidence = proof.evidence
        words = shown(self._briefing.words(proof.article, evidence))
        source, target = evidence.source, evidence.target
        if source and target:
            sides = Safe(f"{self._name(source)} against {self._name(target)}")
        else:
            first = [party for party in (source, target) if party]
            others = [party for party in contest.parties if party not in first]
            sides = Safe(" and ".join(self._name(party) for party in (*first, *others)))
        return EvidenceView(
            anchor=self._anchors(evidence_anchor(self._briefing, contest, proof)),
            others=(),
            source_actor=source,
            sides=sides,
            teller=self._name(evidence.attributed_to) if evidence.attributed_to else None,
            words=escape(words),
            mark=self._wording.mark(words),
            place=self._place(proof.article, evidence),
            source=self._publisher(proof.article),
            corrected=corrected(proof.changes, self._wording),
            print=Safe("") if printed else HIDDEN,
        )

    def _bundle(
        self, contest: Contest, bundle: Bundle, proofs: list[EvidenceView], printed: int | None
    ) -> EvidenceView:
        """Show pieces of evidence as one; of those the sheet has one of, it prints that one alone."""
        views = [proofs[number] for number in bundle.numbers]
        shown_here = printed if printed in bundle.numbers else None
        first = views[0]
        if len(views) == 1:
            return first
        text = self._briefing.articles[bundle.article].text
        spans = bundle.sentences
        words = shown(Span(start=spans[0].start, end=spans[-1].end).of(text))
        kept = contest.evidence[shown_here].evidence.start if shown_here is not None else None
        parts = [
            escape(shown(span.of(text)))
            if kept in (None, span.start)
            else Safe(f'<span class="beyond-sheet">{escape(shown(span.of(text)))}</span>')
            for span in spans
        ]
        gaps = [" " if span.end < later.start else "" for span, later in pairwise(spans)]
        return replace(
            first,
            others=tuple(view.anchor for view in views[1:]),
            sides=self._pairs(contest, bundle, shown_here) or first.sides,
            words=Safe("".join(part + gap for part, gap in zip(parts, [*gaps, ""], strict=True))),
            mark=self._wording.mark(words),
            corrected=next((view.corrected for view in views if view.corrected), None),
            print=next((view.print for view in views if not view.print), HIDDEN),
        )

    def _pairs(self, contest: Contest, bundle: Bundle, printed: int | None) -> Safe | None:
        """Tell who is against whom: "A against B and C; D against A"; the sheet prints one pair."""
        pairs = against(contest, bundle.numbers, printed)
        if not pairs:
            return None
        first, target = pairs[0][0], pairs[0][1][0]
        ordered = sorted(bundle.numbers, key=lambda number: (number != printed, number))
        shown = next(
            proof
            for proof in (contest.evidence[number] for number in ordered)
            if (proof.evidence.source, proof.evidence.target) == (first, target)
        )
        mutual = is_mutual(contest, shown)
        if mutual:
            back = ((s, [t for t in targets if (s, t) != (target, first)]) for s, targets in pairs)
            pairs = [(source, targets) for source, targets in back if targets]
        told_pairs = []
        for source, targets in pairs:
            names = [self._name(target) for target in targets]
            told_pairs.append((self._name(source), names[0], names[1:]))
        (source_name, target_name, more), *others = told_pairs
        rest = "".join(f" and {name}" for name in more)
        rest += "".join(
            f"; {one} against {' and '.join([other, *further])}" for one, other, further in others
        )
        beyond = f'<span class="beyond-sheet">{rest}</span>' if rest and printed is not None else rest
        if mutual:
            return Safe(f"{source_name} and {target_name} against each other{beyond}")
        return Safe(f"{source_name} against {target_name}{beyond}")

    def _name(self, actor_id: str) -> Safe:
        return self._actors[actor_id].link

    def _publisher(self, article: int) -> str:
        return self._briefing.articles[article].publisher or "" if self._several else ""

    # Quotations

    def voices(self) -> tuple[Voice, ...]:
        """Group the quotations by speaker: actors by their weight, then others, then nobody known."""
        rank = {actor.id: number for number, actor in enumerate(self._briefing.actors)}
        groups: dict[tuple[int, str], list[int]] = {}
        for number, said in enumerate(self._briefing.quotes):
            groups.setdefault(self._speaker(said, rank), []).append(number)
        return tuple(self._voice(key[1], numbers) for key, numbers in sorted(groups.items()))

    def _speaker(self, said: Said, rank: Mapping[str, int]) -> tuple[int, str]:
        speaker = said.quote.speaker
        if speaker is None:
            return len(rank) + 1, ""
        if speaker.actor is not None and speaker.actor in rank:
            return rank[speaker.actor], speaker.actor
        words = shown(self._briefing.words(said.article, speaker)).casefold()
        return (len(rank), words) if words not in PRONOUNS else (len(rank) + 1, "")

    def _voice(self, key: str, numbers: list[int]) -> Voice:
        speaker = self._briefing.quotes[numbers[0]].quote.speaker
        actor = self._actors.get(key) if speaker is not None and speaker.actor == key else None
        name = actor.name if actor else self._unnamed(numbers[0]) if key else "Not attributed"
        printed = any(number in self._selection.quotes for number in numbers)
        return Voice(
            anchor=self._anchors(f"said-by-{key}" if actor else "said" if key else "not-attributed"),
            heading=actor.link if actor else self._wording.cited(name) if key else escape(name),
            name=name,
            mark=self._wording.mark(name) if key else Safe(""),
            role=actor.role if actor else None,
            quotes=folded([self._quotes[number] for number in numbers], OPEN_QUOTES),
            count=len(numbers),
            known=bool(key),
            named=actor is not None,
            speech=speech(self._briefing, numbers),
            print=Safe("") if printed else HIDDEN,
        )

    def _unnamed(self, number: int) -> str:
        """Name a speaker who is no actor by the article's words, as they first stand there."""
        said = self._briefing.quotes[number]
        assert said.quote.speaker is not None
        return shown(self._briefing.words(said.article, said.quote.speaker))

    def _quote(self, number: int, anchor: str) -> QuoteView:
        said = self._briefing.quotes[number]
        phrase = credit(self._briefing, said.article, said.quote)
        return QuoteView(
            anchor=anchor,
            words=told_words(self._briefing, said.article, said.quote),
            direct=said.quote.kind == "direct",
            attribution=Safe(f'<span class="from-article">{escape(phrase)}</span>') if phrase else None,
            led_in=bool(reporting(self._briefing, said.article, said.quote)),
            inferred=said.quote.speaker is not None and said.quote.confidence < CERTAIN,
            about=tuple(self._name(actor) for actor in said.quote.about if actor in self._actors),
            others=tuple(self._other(said.article, inner) for inner in said.quote.told),
            place=self._place(said.article, said.quote.spans[0]),
            source=self._publisher(said.article),
            corrected=corrected(said.changes, self._wording),
            print=Safe("") if number in self._selection.quotes else HIDDEN,
        )

    def _other(self, article: int, inner: Told) -> tuple[Safe, Safe]:
        """Show words in a quotation that its speaker tells of another: whose they are, and the words."""
        actor = inner.speaker.actor
        named = shown(self._briefing.words(article, inner.speaker))
        words = escape(told_of_another(self._briefing, article, inner))
        return (
            self._name(actor) if actor and actor in self._actors else self._wording.cited(named),
            Safe(f'<span class="from-article">{words}</span>'),
        )


def shares(voices: tuple[Voice, ...]) -> tuple[ShareView, ...]:
    """Show how much of the words the most quoted actors have, and all others together.

    "Officials" and "the report" are among the others: nobody's share is told of somebody without a name. Words that
    nobody is named for count for nobody.

    Returns:
        The largest first; empty where fewer than two speak, or none of them has a name.
    """
    heard = [voice for voice in voices if voice.known and voice.speech.words]
    whole = sum(voice.speech.words for voice in heard)
    ranked = sorted((voice for voice in heard if voice.named), key=lambda voice: -voice.speech.words)
    if len(heard) < 2 or not ranked:
        return ()
    first = ranked if len(heard) <= MOST_SHARES + 1 else ranked[:MOST_SHARES]
    others = whole - sum(voice.speech.words for voice in first)

    def length(words: int) -> int:
        return max(1, round(100 * words / ranked[0].speech.words)) if words else 0

    shown_shares = [
        ShareView(
            name=voice.name,
            mark=Safe(f"{name_class(voice.name)} {voice.mark}".strip()),
            link=Safe(f"#{voice.anchor}"),
            percent=percent(voice.speech.words, whole),
            quoted=length(voice.speech.quoted),
            whole=length(voice.speech.words),
        )
        for voice in first
    ]
    if others:
        count = len(heard) - len(first)
        shown_shares.append(
            ShareView(
                "1 other" if count == 1 else f"{count} others", Safe(""), None, percent(others, whole), 0, 0
            )
        )
    return tuple(shown_shares)
