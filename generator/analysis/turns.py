"""The turns of interviews and transcripts: who speaks stands at the head of the paragraph."""

from __future__ import annotations

from collections import Counter

from generator.analysis.drafts import Draft
from generator.analysis.reading import Passage, Reading

_LABEL = 4
"""How many words the label of a turn may have ("DR. JANE Q. DOE:")."""
_QUOTE_MARKS = frozenset(('"', "'", "''", "``", "“", "‘"))


def find_turns(reading: Reading) -> dict[Passage, Draft]:
    """Find the turns of an interview or transcript: passages that start with a label and a colon ("SMITH: ...").

    A label in capitals is one; any other must stand at the head of two passages at least.
    """
    found: list[tuple[Passage, int, int]] = []
    for passage in reading.passages:
        first = passage.first
        if first < passage.end and reading.tokens[first].text in _QUOTE_MARKS:
            first += 1
        colon = next(
            (i for i in range(first, min(first + _LABEL + 1, passage.end)) if reading.tokens[i].text == ":"),
            None,
        )
        if colon is None or colon == first or colon + 2 >= passage.end or passage.kind == "headline":
            continue
        label = [reading.tokens[i] for i in range(first, colon)]
        if all(token.text[:1].isupper() or token.text in _QUOTE_MARKS for token in label):
            found.append((passage, first, colon))
    names = Counter(_name(reading, first, colon) for _, first, colon in found)
    turns = {}
    for passage, first, colon in found:
        name = _name(reading, first, colon)
        capitals = name.upper() == name
        if len(name) < 2 or names[name] < (1 if capitals and len(names) > 1 else 2):
            continue  # "Q:" and "A:" name nobody
        segments = sorted({n for n in reading.quoted[colon + 1 : passage.end] if n >= 0})
        turns[passage] = Draft(
            [(colon + 1, passage.end)],
            "direct",
            reading.tokens[colon],
            (first, colon),
            "turn in capitals" if capitals else "turn",
            segments,
        )
    return turns


def _name(reading: Reading, first: int, end: int) -> str:
    return " ".join(reading.tokens[i].text for i in range(first, end))
