"""What is said in an article, sentence by sentence: by whom, of whom, and whether it gives way."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files

import yaml
from spacy.tokens import Doc

from generator.analysis.disputes.camps import Camps
from generator.analysis.disputes.clauses import grammatical_subjects
from generator.analysis.disputes.issue import CLAIMS, EMPTY, NOT_ISSUES
from generator.analysis.disputes.voices import Voices, holders
from generator.analysis.syntax import Word
from generator.model import Quote, QuoteAct, Span

DEFINITE = frozenset("the this that these those".split())
DECLINING = frozenset({"refuse", "decline"})
VOICED = frozenset({"self", "owner", "office", "for", "of", "appos"})
"""Ways by which the words for a speaker say whose voice it is: "Chilean officials", "a spokesman for the union"."""


@cache
def lexicon() -> Mapping[str, frozenset[str]]:
    """Read answers.yml: class to words (once a process)."""
    text = files("generator").joinpath("lexicons/answers.yml").read_text(encoding="utf-8")
    raw: dict[str, list[str]] = yaml.safe_load(text)
    return {name: frozenset(word for line in lines for word in line.split()) for name, lines in raw.items()}


def is_silence(verb: Word) -> bool:
    """Say whether somebody refuses no more than an answer: "refused to respond", "declined to say"."""
    return verb.lemma in DECLINING and any(
        child.dep_ == "xcomp" and child.lemma in lexicon()["replying"] for child in verb.children
    )


@dataclass(frozen=True, slots=True)
class Speech:
    """What somebody says in a sentence."""

    place: int
    """Number of the sentence."""
    speaker: str
    about: tuple[str, ...]
    """The actors of whom it speaks, by name, pronoun or what they are behind; not the speaker."""
    act: QuoteAct
    cue: str
    """The word that reports it, in lower case; empty where there is none."""


@dataclass(frozen=True)
class Talk:
    """All that is said in an article, and where: what the rules on exchanges read."""

    speeches: Sequence[Speech]
    """In the order of the text."""
    spans: Sequence[Span]
    """The sentences of the prose."""
    sentences: Sequence[Sequence[Word]]
    """Their words."""
    camps: Camps
    voices: Voices
    bystanders: frozenset[str] = frozenset()
    """Actors who are no party to what is said of them."""

    def of_whom(self, speech: Speech) -> list[str]:
        """Return the camps of which a speech speaks, but for the speaker's own and for bystanders."""
        camps = (self.camps.of(actor) for actor in speech.about if actor not in self.bystanders)
        return [camp for camp in dict.fromkeys(camps) if camp != self.camps.of(speech.speaker)]

    @cached_property
    def _places(self) -> Mapping[int, int]:
        return {span.start: place for place, span in enumerate(self.spans)}

    @cached_property
    def by_place(self) -> Mapping[int, Sequence[Speech]]:
        """What is said in each sentence."""
        spoken: dict[int, list[Speech]] = {}
        for speech in self.speeches:
            spoken.setdefault(speech.place, []).append(speech)
        return spoken

    @cached_property
    def things(self) -> Sequence[frozenset[str]]:
        """The things that each sentence names."""
        return [things(sentence) for sentence in self.sentences]

    def place(self, start: int) -> int:
        """Return the number of the sentence that starts at a character."""
        return self._places[start]

    def is_asked(self, speech: Speech) -> bool:
        """Say whether the words of a speech are a question."""
        return speech.cue in lexicon()["asking"] or any(
            w.text == "?" for w in self.sentences[speech.place][-3:]
        )

    def yields(self, speech: Speech) -> bool:
        """Say whether the words of a speech give way: "agreed", "welcomed"; not where another is said to."""
        return any(
            word.lower_ in lexicon()["yielding"] and not self._is_of_another(word, speech.speaker)
            for word in self.sentences[speech.place]
        )

    def _is_of_another(self, word: Word, speaker: str) -> bool:
        if word.pos_ != "VERB":
            return False
        doers = [actor for s in grammatical_subjects(word) if (actor := self.voices.actor(s)) is not None]
        return bool(doers) and not any(self.camps.one(doer, speaker) for doer in doers)


def things(words: Sequence[Word]) -> frozenset[str]:
    """Return the lemmas of the things that words name."""
    return frozenset(
        word.lemma
        for word in words
        if word.pos_ == "NOUN" and word.lemma not in CLAIMS | EMPTY and word.ent_type_ not in NOT_ISSUES
    )


def find_bystanders(doc: Doc) -> frozenset[str]:
    """Return the actors who are no party to what is said of them: places, and those described once and never named."""
    return frozenset(
        actor.id
        for actor in doc._.actors
        if actor.kind == "place"
        or (len(actor.mentions) == 1 and all(mention.form != "name" for mention in actor.mentions))
    )


def find_speeches(
    doc: Doc, words: Sequence[Word], spans: Sequence[Span], voices: Voices, camps: Camps
) -> list[Speech]:
    """Return who says something in each sentence, in the order of the text; a long quotation spans several.

    Who speaks of a thing ("the study") speaks of whoever is behind it.

    Args:
        doc: An article.
        words: Its words.
        spans: The sentences of its prose.
        voices: Its actors, and who is behind its things.
        camps: Who speaks for whom.
    """
    starts, ends = [span.start for span in spans], [span.end for span in spans]
    at = [word.idx for word in words]
    found = []
    text = doc._.source or doc.text
    for quote in doc._.quotes:
        speaker = _speaker(quote, words, at, voices)
        if speaker is None:
            continue
        cue = quote.cue.of(text).lower() if quote.cue else ""
        told = _told_of(quote, words, at, voices)
        speaker = camps.voice(speaker)
        about = tuple(actor for actor in dict.fromkeys([*quote.about, *told]) if actor != speaker)
        first, end = quote.spans[0].start, quote.spans[-1].end
        for place in range(bisect_right(ends, first), bisect_left(starts, end)):
            if any(part.overlaps(spans[place]) for part in quote.spans):
                found.append(Speech(place, speaker, about, quote.act, cue))
    return sorted(found, key=lambda speech: speech.place)


def _speaker(quote: Quote, words: Sequence[Word], at: Sequence[int], voices: Voices) -> str | None:
    """Return who speaks: the actor found, or whose voice the words for the speaker name ("Chilean officials")."""
    if quote.speaker is None or quote.speaker.actor is not None:
        return quote.speaker.actor if quote.speaker else None
    named = words[bisect_left(at, quote.speaker.start) : bisect_left(at, quote.speaker.end)]
    head = next((word for word in named if word.head not in named or word.head is word), None)
    ways = holders(head, voices) if head is not None and head.pos_ in ("NOUN", "PROPN") else []
    return next((actor for actor, way in ways if way in VOICED), None)


def _told_of(quote: Quote, words: Sequence[Word], at: Sequence[int], voices: Voices) -> Iterator[str]:
    """Yield the actors for whom pronouns stand in a quote, and those behind the things of which it speaks."""
    for part in quote.spans:
        for word in words[bisect_left(at, part.start) : bisect_left(at, part.end)]:
            if word.i in voices.inside:
                if word.pos_ == "PRON":
                    yield voices.inside[word.i]
            elif (
                word.pos_ == "NOUN"
                and word.lemma in voices.authors
                and any(child.lower_ in DEFINITE for child in word.children)
            ):
                yield voices.authors[word.lemma]
