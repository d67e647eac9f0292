"""An invented archive of any size: briefings whose words, names and quotations are spread as in news.

Words are put together from syllables, and the commonest are English: a word of rank r is used in proportion to
1 / (r + 2.7) (Zipf and Mandelbrot), an actor of rank r in proportion to 1 / (r + 10) ** 0.8. Lengths are those of the
sample articles: 600 to 800 words, 6 to 20 quotations, up to 4 disputes.
"""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterator

from generator.model import (
    Analysis,
    Briefing,
    Collection,
    Contest,
    Evidence,
    KeyActor,
    Lead,
    Proof,
    Quote,
    Said,
    Span,
    Speaker,
)

FUNCTION = (
    "the of and to in a that for on with was is by it at as from had not but this has be are were which would their "
    "an have who its said he she they there after over more than into been about will could all no before against"
).split()
SYLLABLES = (
    "ba be bo cal co dan de dor e fa fer gan gi har il jo ka ker la lin lo ma mer mo na nel o pa per ri ro "
)
SYLLABLES += "sa sen so ta ten ti u va ver vi wa wen yo zan"
WORDS, ACTORS_PER_BRIEFING = 40_000, 2.5


class Archive:
    """Briefings by number; the same numbers give the same briefings.

    Args:
        size: How many briefings there are.
    """

    def __init__(self, size: int) -> None:
        self.size = size
        chance = random.Random(1)
        syllables = SYLLABLES.split()
        made: dict[str, None] = dict.fromkeys(FUNCTION)
        while len(made) < WORDS:
            made.setdefault("".join(chance.choices(syllables, k=chance.choice((2, 2, 3, 3, 3, 4)))))
        self.words = list(made)
        self._word_weights = list(itertools.accumulate(1 / (rank + 2.7) for rank in range(WORDS)))
        first = ["".join(chance.choices(syllables, k=2)).capitalize() for _ in range(800)]
        last = ["".join(chance.choices(syllables, k=3)).capitalize() for _ in range(6000)]
        names: dict[str, None] = {}
        while len(names) < max(60, int(size * ACTORS_PER_BRIEFING)):
            names.setdefault(f"{chance.choice(first)} {chance.choice(last)}")
        self.names = list(names)
        self._name_weights = list(
            itertools.accumulate(1 / (rank + 10) ** 0.8 for rank in range(len(self.names)))
        )
        self.publishers = [f"The {self.words[60 + n].capitalize()} Post" for n in range(40)]
        self.topics = [self.words[200 + n] for n in range(120)]

    def collection(self) -> Collection:
        """Return all briefings, the newest first."""
        return Collection.model_construct(
            briefings=tuple(sorted(self, key=lambda b: b.date or "", reverse=True))
        )

    def __iter__(self) -> Iterator[Briefing]:
        return (self.briefing(number) for number in range(self.size))

    def briefing(self, number: int) -> Briefing:
        """Make a briefing."""
        return _Draft(self, number).briefing()

    def sentence(self, chance: random.Random, least: int, most: int) -> str:
        """Put a sentence together."""
        words = chance.choices(self.words, cum_weights=self._word_weights, k=chance.randint(least, most))
        return " ".join(words).capitalize()

    def cast(self, chance: random.Random) -> list[str]:
        """Choose the actors of a briefing."""
        return list(dict.fromkeys(chance.choices(self.names, cum_weights=self._name_weights, k=9)))


class _Draft:
    """One briefing while it is made."""

    def __init__(self, archive: Archive, number: int) -> None:
        self.archive, self.number = archive, number
        self.chance = random.Random(number)
        self.text = ""
        self.quotes: list[Said] = []
        self.disputes: list[Contest] = []
        self.names = archive.cast(self.chance)
        self.ids = [name.lower().replace(" ", "-") for name in self.names]

    def briefing(self) -> Briefing:
        chance, archive = self.chance, self.archive
        title = archive.sentence(chance, 6, 11)
        self._say(f"{title}\n\n")
        lead = self._say(archive.sentence(chance, 18, 30) + ".")
        parts = (
            ["quote"] * chance.randint(6, 20)
            + ["dispute"] * chance.choice((0, 1, 1, 2, 2, 3, 4))
            + ["prose"] * 10
        )
        chance.shuffle(parts)
        for part in parts:
            self._say("\n\n" if chance.random() < 0.4 else " ")
            {"quote": self._quote, "dispute": self._dispute, "prose": self._prose}[part]()
        date = f"{2020 + chance.randrange(7)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
        publisher = chance.choice(archive.publishers)
        topics = tuple(dict.fromkeys(chance.choices(archive.topics, k=3)))
        article = Analysis.model_construct(
            source="", text=self.text, title=title, date=date, byline=None, publisher=publisher, topics=topics,
            url=f"https://example.org/{self.number}",
        )  # fmt: skip
        return Briefing.model_construct(
            slug=f"story-{self.number:05}", title=title, date=date, publishers=(publisher,), topics=topics,
            sample=True, articles=(article,), lead=(Lead(article=0, span=lead),), quotes=tuple(self.quotes),
            disputes=tuple(self.disputes),
            actors=tuple(
                KeyActor(id=i, name=name, kind="person", salience=round(0.9 - n / 20, 2), named=9 - n)
                for n, (i, name) in enumerate(zip(self.ids, self.names, strict=True))
            ),
        )  # fmt: skip

    def _say(self, words: str) -> Span:
        start = len(self.text)
        self.text += words
        return Span.model_construct(start=start, end=len(self.text))

    def _prose(self) -> None:
        self._say(self.archive.sentence(self.chance, 14, 30) + ".")

    def _quote(self) -> None:
        who = self.chance.randrange(len(self.names))
        direct = self.chance.random() < 0.6
        words = self.archive.sentence(self.chance, 7, 26)
        if direct:
            span = self._say(f"“{words},”")
            self._say(" ")
            speaker = self._say(self.names[who].split()[1])
            cue = Span.model_construct(start=speaker.end + 1, end=speaker.end + 5)
            self._say(" said.")
        else:
            speaker = self._say(self.names[who].split()[1])
            cue = Span.model_construct(start=speaker.end + 1, end=speaker.end + 5)
            self._say(" said ")
            span = self._say(f"that {words.lower()}")
            self._say(".")
        self.quotes.append(
            Said(
                article=0,
                quote=Quote(
                    id=f"q{len(self.quotes)}",
                    spans=(span,),
                    kind="direct" if direct else "indirect",
                    speaker=Speaker(start=speaker.start, end=speaker.end, actor=self.ids[who]),
                    cue=cue,
                ),
            )
        )

    def _dispute(self) -> None:
        one, other = self.chance.sample(range(len(self.names)), 2)
        issue = self.archive.sentence(self.chance, 3, 6).lower()
        words = f"{self.names[one]} accused {self.names[other]} of {issue} {self.archive.sentence(self.chance, 6, 14)}."
        span = self._say(words)
        proof = Evidence(
            start=span.start, end=span.end, source=self.ids[one], target=self.ids[other], predicate="accuse"
        )
        self.disputes.append(
            Contest(
                id=f"{self.ids[one]}-{self.ids[other]}-{self.number}",
                parties=(self.ids[one], self.ids[other]),
                issue=issue,
                kind="accusation",
                evidence=(Proof(article=0, evidence=proof),),
            )
        )
