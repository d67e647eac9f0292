"""What somebody calls a thing: the union rejected what the mayor called "a fairy tale".

The quoted words are those of the one who calls it so, never of the one who rejects it.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.quotes.cues import lexicon
from generator.analysis.quotes.options import Option, trim
from generator.analysis.quotes.reading import Reading
from generator.analysis.quotes.speakers import Found, subject
from generator.analysis.quotes.taken import Taken
from generator.analysis.syntax import Word

_BESIDE = 4
"""Words between the verb and the quotation: "described to the court as a"."""
_ABOVE = 3
"""Steps from "what" up to the verb of naming."""


def find_termed(reading: Reading, taken: Taken) -> Iterator[tuple[Option, Found]]:
    """Yield the quoted words that a clause with "what" gives to its subject.

    Args:
        reading: The article.
        taken: Which words direct speech holds.
    """
    if not reading.segments:
        return
    for i in [i for i, form in enumerate(reading.forms) if form in ("what", "What")]:
        if reading.quoted[i] >= 0:
            continue
        verb = _verb(reading.tokens[i])
        found = subject(verb) if verb is not None else None
        if verb is None or found is None or found.how != "subject" or found.head.i == i:
            continue
        number = next((n for n in reading.quoted[verb.i + 1 : verb.i + 2 + _BESIDE] if n >= 0), -1)
        if number < 0:
            continue
        segment = reading.segments[number]
        first = segment.first
        if reading.tokens[first - 1].dep_ == "det":
            first -= 1  # called a "swindle"
        spans = trim(reading, first, segment.end, verb.i)
        if spans and not any(taken[at] for at in range(*spans[0])):
            yield Option(verb, "termed", verb, spans), Found(found.head, "termed")


def _verb(what: Word) -> Word | None:
    """Return the verb of naming whose clause "what" opens."""
    above = what
    for _ in range(_ABOVE):
        above = above.head
        if above.pos_ == "VERB" and above.lemma_ in lexicon()["naming"]:
            return above if above.left_edge.i == what.i else None
    return None
