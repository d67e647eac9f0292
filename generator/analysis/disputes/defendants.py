"""Lists of defendants: "the lawsuit names A, B and C as defendants".

Parsers break on such lists, and the verb is often taken for a noun ("lawsuit names"): the order of the words is surer.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.analysis.disputes.voices import Voices
from generator.analysis.syntax import Word

NAMING = frozenset("name names named naming list lists listed listing".split())
DEFENDANTS = frozenset({"defendant", "defendants"})
SUITS = ("lawsuit", "suit", "complaint", "petition", "claim")


def find_defendants(sentences: Sequence[Sequence[Word]], voices: Voices) -> Iterator[tuple[int, str, str]]:
    """Yield who sues whom where a sentence lists the defendants.

    Args:
        sentences: Of an article, in order.
        voices: Its actors, and who is behind its lawsuits.

    Yields:
        Number of the sentence, who sues, who is sued.
    """
    for place, sentence in enumerate(sentences):
        end = next((n for n, word in enumerate(sentence) if word.lower_ in DEFENDANTS), 0)
        if not end:
            continue
        lower = [word.lower_ for word in sentence[:end]]
        verb = next((n for n, word in enumerate(lower) if word in NAMING), None)
        if verb is None or "as" not in lower[max(verb, end - 3) : end]:
            continue
        before = _actors(sentence[:verb], voices)
        after = _actors(sentence[verb:end], voices)
        behind = next((voices.authors[suit] for suit in SUITS if suit in voices.authors), None)
        suing = [behind] if behind is not None else before[:1] if after else []
        for source in suing:
            for target in after or before:  # "A and B are named as defendants"
                if source != target:
                    yield place, source, target


def _actors(tokens: Sequence[Word], voices: Voices) -> list[str]:
    return list(dict.fromkeys(voices.inside[t.i] for t in tokens if t.i in voices.inside))
