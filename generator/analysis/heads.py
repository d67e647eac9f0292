"""The head of a phrase, and which actor the head word of each mention stands for."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from spacy.tokens import Doc

from generator.analysis.syntax import Word, words_of


def head_of(phrase: Sequence[Word]) -> Word:
    """Return the word of a phrase that stands nearest to the root of its sentence, the first of several.

    Punctuation is the head of nothing but punctuation.

    Args:
        phrase: Words that follow each other, at least one.
    """
    if len(phrase) == 1:
        return phrase[0]
    first, last = phrase[0].i, phrase[-1].i
    tops = [word for word in phrase if word.head is word or not first <= word.head.i <= last]
    return min(tops, key=_height) if len(tops) > 1 else tops[0]


def _height(word: Word) -> tuple[bool, int]:
    return word.is_punct, sum(1 for _ in word.ancestors)


def actor_heads(doc: Doc) -> dict[int, str]:
    """Return which actor the head word of each mention stands for: token index to actor id.

    Where two mentions share their head, the shorter one counts ("China" in "Beijing, China").
    """
    words = words_of(doc)
    starts = [word.idx for word in words]
    found: dict[int, tuple[int, str]] = {}
    for actor in doc._.actors:
        for mention in actor.mentions:
            phrase = words[bisect_right(starts, mention.start) - 1 : bisect_left(starts, mention.end)]
            head, length = head_of(phrase).i, mention.end - mention.start
            if head not in found or length < found[head][0]:
                found[head] = (length, actor.id)
    return {head: actor_id for head, (_, actor_id) in found.items()}
