"""What an article comes back to: by it the issue of a dispute is chosen among the phrases that its sentences offer."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.analysis.disputes.grouping import Finding
from generator.analysis.disputes.issue import CLAIMS, EMPTY, LIVING, NOT_ISSUES, phrase
from generator.analysis.disputes.vocabulary import vocabulary
from generator.analysis.syntax import Word
from generator.model import Span

HINTED = 0.5
"""What a phrase that tells little counts, of the probability of its sentence."""
SAID = 0.6
"""... and a clause in which one speaks of the other."""
COMMON = 0.4
"""... and a thing that the sentences of a dispute have in common."""
TELLING = frozenset({"NOUN", "PROPN", "ADJ", "VERB"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "ADV"})
ENOUGH = 3
"""Sentences, and content words, beyond which a phrase is not more to the point."""
HEAD = 2
"""How many sentences of the body one of the article's head counts for."""
PASSING = frozenset(
    "last first second third new next other same own similar separate recent previous such many several further own "
    "latest former current whole entire big great good bad old late early".split()
)
"""Adjectives that do not say which thing is meant."""
COLOURS = frozenset("red yellow blue green black white grey gray brown".split())
SURE, TOPICAL, SPECIFIC = 1.0, 1.0, 0.6
"""What it counts that the words show the dispute surely, that the article comes back to them, that they are several."""
TOLD = 0.3
"""What is taken off a whole clause with its subject: a thing is named by a noun phrase, a deed by its verb."""
LIGHT = frozenset(
    "be have do make take get go give come say tell want need keep put let start begin try use see ask "
    "more less much many".split()
)
NOTHING = CLAIMS | EMPTY | LIVING | LIGHT
POINTING = 2
"""Words of a phrase that ends in a pronoun and tells little."""
LONGEST = 5
"""Words of a fuller name: a longer one tells a story."""
ABOUT = frozenset("of on over about".split())
CLEARER = 0.7
"""How much more a common thing must be worth than what a frame names in one sentence alone."""
VAGUE = 0.7
"""What is taken off a phrase that ends in a pronoun, or has no word but those that say that something is said."""


@dataclass(frozen=True, slots=True)
class Topics:
    """How often an article speaks of each thing, and how it names it most fully."""

    words: Sequence[Word]
    starts: Sequence[int]
    """Where each word starts."""
    counts: Mapping[str, int]
    """Lemma to the number of sentences that hold it."""
    actors: Mapping[int, str]
    """Word index to the actor that it stands for: who acts is no topic."""
    sentences: Sequence[Sequence[Word]]
    """Those of the body."""

    def between(self, start: int, end: int) -> Sequence[Word]:
        """Return the words from one character to another."""
        return self.words[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def value(self, start: int, end: int, sure: float) -> float:
        """Say how well a phrase names the issue of a dispute.

        Args:
            start: Its first character.
            end: One past its last.
            sure: The probability of the sentence's evidence that it is taken from.
        """
        held = self.between(start, end)
        content = [word.lemma for word in held if word.pos_ in CONTENT and word.lemma not in EMPTY]
        telling = self._telling(held)
        topical = max((min(self.counts.get(lemma, 1) - 1, ENOUGH) for lemma in telling), default=0) / ENOUGH
        specific = min(len(content), ENOUGH) / ENOUGH
        told = any(word.tag_ in FINITE for word in held[1:])
        vague = self.is_vague(start, end)
        return SURE * sure + TOPICAL * topical + SPECIFIC * specific - VAGUE * vague - TOLD * told

    def is_vague(self, start: int, end: int) -> bool:
        """Say whether a phrase leaves open what is meant: "the criticism", "burying it"."""
        held = self.between(start, end)
        return not self._telling(held) or held[-1].pos_ == "PRON"

    def points_back(self, start: int, end: int) -> bool:
        """Say whether a phrase is a verb and a pronoun: "burying it" tells little."""
        held = self.between(start, end)
        return len(held) <= POINTING and held[-1].pos_ == "PRON"

    def _telling(self, held: Sequence[Word]) -> list[str]:
        return [
            word.lemma
            for word in held
            if word.pos_ in TELLING and word.lemma not in NOTHING and word.i not in self.actors
        ]

    def things(self, start: int, end: int) -> frozenset[str]:
        """Return the lemmas of the things of which a stretch speaks."""
        return things_of(self.between(start, end), self.actors)

    def fullest(self, start: int, end: int) -> tuple[int, int]:
        """Return where a thing that is named by one word is named more fully, or where it stands."""
        held = self.between(start, end)
        if len(held) == 1:
            same = [
                w
                for w in self.words
                if w.lemma == held[0].lemma and w.pos_ == "NOUN" and w.i not in self.actors
            ]
            # "cranes" may be "harbour cranes"; "a yellow crane" is one of them
            for word in sorted(same, key=lambda w: w.lower_ != held[0].lower_):
                first, last = phrase(word) if _is_told_apart(word) else (word, word)
                if 0 < last.i - first.i < LONGEST:
                    return first.idx, last.idx + len(last)
        return start, end

    @property
    def body(self) -> Iterator[frozenset[str]]:
        """The things of each sentence of the body."""
        return (things_of(sentence, self.actors) for sentence in self.sentences)


def read_topics(
    words: Sequence[Word], sentences: Sequence[Sequence[Word]], body: int, actors: Mapping[int, str]
) -> Topics:
    """Count what an article speaks of.

    Args:
        words: Of the article.
        sentences: Those of its prose.
        body: Where its body starts.
        actors: Word index of each actor's head word: who acts is no topic.
    """
    counts: dict[str, int] = {}
    for sentence in sentences:
        weight = HEAD if sentence and sentence[0].idx < body else 1
        for lemma in dict.fromkeys(word.lemma for word in sentence if word.pos_ in CONTENT):
            counts[lemma] = counts.get(lemma, 0) + weight
    told = [sentence for sentence in sentences if sentence and sentence[0].idx >= body]
    return Topics(words, [word.idx for word in words], counts, actors, told)


def things_of(held: Sequence[Word], actors: Mapping[int, str]) -> frozenset[str]:
    """Return the lemmas of the things in a stretch: nouns that are no actors, and say more than that something is."""
    return frozenset(
        word.lemma
        for word in held
        if word.pos_ in ("NOUN", "PROPN")
        and word.lemma not in NOTHING
        and word.lemma not in vocabulary().documents
        and word.i not in actors
        and word.ent_type_ not in NOT_ISSUES
    )


def _is_told_apart(noun: Word) -> bool:
    """Say whether a noun has words beside it that say which thing is meant: "reservoir bill", "plan to sell"."""
    if noun.lemma in NOTHING or noun.ent_type_ in NOT_ISSUES:
        return False
    if any(child.lower_ in PASSING or child.dep_ == "poss" for child in noun.children):
        return False
    return any(
        (child.i == noun.i - 1 and child.dep_ in ("compound", "amod") and _tells(child))
        or (child.i == noun.i + 1 and child.lower_ in ABOUT)
        for child in noun.children
    )


def _tells(word: Word) -> bool:
    return (
        word.pos_ in ("NOUN", "ADJ")
        and word.lower_ not in PASSING | COLOURS
        and word.ent_type_ not in NOT_ISSUES
    )


@dataclass(frozen=True, slots=True)
class Finders:
    """Where words for the issue are looked for besides the frames."""

    said: Callable[[Finding], Span | None]
    """What one says of the other in a sentence."""
    common: Callable[[Sequence[int], int], Span | None]
    """What sentences, by their starts, have in common, so many of them at least."""
    around: Callable[[Sequence[Finding]], Span | None]
    """What the sentences and the title that names both parties are about at all."""


def choose_issue(findings: Sequence[Finding], topics: Topics, finders: Finders) -> Span | None:
    """Choose the words that name the issue of a dispute; None if its sentences name nothing.

    Args:
        findings: Of the dispute, in the order of the text.
        topics: Of the article.
        finders: Where else words are looked for.
    """
    starts = list(dict.fromkeys(f.evidence.start for f in findings))
    offered = [(f.issue, f.probability) for f in findings if f.issue]
    for finding in findings:
        if not finding.issue:
            offered += [(finding.hint, finding.probability * HINTED)] if finding.hint else []
            words = finders.said(finding)
            offered += [(words, finding.probability * SAID)] if words else []
    named = any(f.issue and not topics.is_vague(f.issue.start, f.issue.end) for f in findings)
    shared = finders.common(starts, 2) if named else None
    passing = finders.common(starts, 1)
    if not named:
        shared, passing = passing, None
    offered += [(shared, COMMON)] if shared else []
    offered += [(passing, COMMON - CLEARER)] if passing else []
    # "burying it" only where nothing else names the issue
    offered = [o for o in offered if not topics.points_back(o[0].start, o[0].end)] or offered
    valued = [(topics.value(words.start, words.end, sure), words) for words, sure in offered]
    best = max(valued, key=lambda offer: offer[0], default=None)
    if best is None or best[0] <= 0:  # "the accusation"
        around = finders.around(findings)
        best = (0.0, around) if around else best
    if best is None:
        return None
    start, end = topics.fullest(best[1].start, best[1].end)
    return Span(start=start, end=end)
