"""The turns of interviews and transcripts: who speaks stands at the head of the paragraph."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from generator.analysis.kinds import of_name
from generator.analysis.quotes.drafts import Draft
from generator.analysis.quotes.interviews import Sides, sides, with_initials
from generator.analysis.quotes.labels import Label, is_nobody, is_role, label_at
from generator.analysis.quotes.reading import Passage, Reading
from generator.analysis.syntax import Word

_GAP = 6
"""How many paragraphs without a label may go on with a turn, at most."""
_LEAD = 8
"""How many passages at the head of an article, and before the first turn, say who is interviewed."""
_SHARE = 0.4
"""At least this share of the paragraphs from the first turn to the last begins with a label."""
_DIALOGUE = re.compile(r"\?|\b(?:I|we|you|me|us|my|our|your|yes|no|thank)\b", re.IGNORECASE)
"""What people say to each other, and lists of facts do not."""
_LETTERS = re.compile(r"[^\W\d_]")
"""A list of figures ("Smith: 547.") has none behind its labels."""
_PLACES = frozenset(("GPE", "LOC", "FAC", "DATE", "TIME"))
_ASIDE = re.compile(r"[(\[*].*[)\]*]\s*\Z", re.DOTALL)


@dataclass(frozen=True, slots=True)
class _Turn:
    at: int
    """Which passage of the article."""
    label: Label


def find_turns(reading: Reading) -> dict[Passage, Draft]:
    """Find the turns of an interview or transcript: passages that start with a label and a colon ("SMITH: ...").

    A turn holds the passages behind it that have no label, as long as another turn follows.

    Returns:
        The draft of each passage; several passages of one turn have the same.
    """
    text = reading.text
    found = []
    for at, passage in enumerate(reading.passages):
        if passage.first < passage.end and passage.kind != "headline":
            label = label_at(text, reading.starts[passage.first], reading.ends[passage.end - 1])
            if label is not None and not is_nobody(label.words) and not _is_place(reading, label):
                found.append(_Turn(at, label))
    turns = _letters(found) + _named(reading, found)
    if not turns:
        return {}
    turns.sort(key=lambda turn: turn.at)
    lead = _lead(reading, turns[0].at)
    said_by = sides(reading, lead) if any(turn.label.part for turn in turns) else Sides()
    reach = turns[-1].at - turns[0].at + 1
    dense = len(turns) >= _SHARE * reach and len(turns) > 2
    drafts: dict[Passage, Draft] = {}
    for number, turn in enumerate(turns):
        draft = _draft(reading, turn, said_by, lead)
        drafts[reading.passages[turn.at]] = draft
        following = turns[number + 1].at if number + 1 < len(turns) else turn.at
        if dense and following - turn.at - 1 <= _GAP:
            for at in range(turn.at + 1, following):
                passage = reading.passages[at]
                if _goes_on(reading, passage, draft):
                    draft.spans.append((passage.first, passage.end))
                    draft.segments += sorted(
                        {n for n in reading.quoted[passage.first : passage.end] if n >= 0}
                    )
                    drafts[passage] = draft
    return drafts


def _is_place(reading: Reading, label: Label) -> bool:
    """Say whether a label is a single word for a place or a day: "Bergen: Two roofs are gone"."""
    first, end = reading.range(label.start, label.end)
    if end - first != 1 or label.capitals or label.part is not None or is_role(label.words):
        return False
    return reading.tokens[first].ent_type_ in _PLACES or of_name([label.words])[0] in ("place", "country")


def _lead(reading: Reading, first: int) -> list[Passage]:
    """Return the passages before the first turn: those at the head of the article, and the last ones."""
    return [
        passage for at, passage in enumerate(reading.passages[:first]) if at < _LEAD or at >= first - _LEAD
    ]


def _letters(found: Sequence[_Turn]) -> list[_Turn]:
    """Return the turns whose label says that this one asks and that one answers, if both occur."""
    turns = [turn for turn in found if turn.label.part]
    parts = {turn.label.part for turn in turns}
    return turns if parts == {"asks", "answers"} or (parts == {"asks"} and len(turns) < len(found)) else []


def _named(reading: Reading, found: Sequence[_Turn]) -> list[_Turn]:
    """Return the turns whose label names somebody.

    A label in capitals names somebody where another one stands in the article too, any other where it stands at
    the head of two passages; and only if what follows is spoken, or the article knows the name.
    """
    named = [turn for turn in found if not turn.label.part]
    if not named:
        return []
    counts = Counter(turn.label.words for turn in named)
    letters = len(found) > len(named)
    answers = [_body(reading, turn) for turn in named]
    spoken = sum(bool(_DIALOGUE.search(body)) for body in answers) * 3 >= len(answers)
    elsewhere = _words_elsewhere(reading, named)
    chosen: set[str] = set()
    figures = {
        turn.label.words for turn, body in zip(named, answers, strict=True) if not _LETTERS.search(body)
    }
    for turn in named:
        words = turn.label.words
        known = is_role(words) or words.split()[-1].lower() in elsewhere
        often = counts[words] > 1 or letters
        if turn.label.capitals and len(counts) > 1:
            often = often or known or (spoken and len(named) > 2)
        if often and (known or spoken) and words not in figures:
            chosen.add(words)
    for before, turn, after in zip([None, *named], named, [*named[1:], None], strict=False):
        near = any(
            other is not None and other.label.words in chosen and abs(other.at - turn.at) == 1
            for other in (before, after)
        )
        if near and len(chosen) > 1 and is_role(turn.label.words):
            chosen.add(turn.label.words)
    return [turn for turn in named if turn.label.words in chosen]


def _body(reading: Reading, turn: _Turn) -> str:
    passage = reading.passages[turn.at]
    return reading.text[turn.label.body : reading.chars(passage.first, passage.end).end]


def _words_elsewhere(reading: Reading, turns: Sequence[_Turn]) -> frozenset[str]:
    """Return the words written as names that stand anywhere but in a label, in lower case."""
    inside = {position for turn in turns for position in range(turn.label.start, turn.label.end)}
    return frozenset(
        form.lower()
        for form, part, start in zip(reading.forms, reading.parts, reading.starts, strict=True)
        if part == "PROPN" and form[:1].isupper() and start not in inside
    )


def _draft(reading: Reading, turn: _Turn, said_by: Sides, lead: Sequence[Passage]) -> Draft:
    passage = reading.passages[turn.at]
    label = turn.label
    first, stop = reading.range(label.start, label.end)
    body, _ = reading.range(label.body, reading.chars(passage.first, passage.end).end)
    cue: Word = reading.tokens[max(first, body - 1)]
    speaker: tuple[int, int] | None = (first, max(stop, first + 1))
    how = "turn in capitals" if label.capitals else "turn"
    if label.part is not None:
        speaker = said_by.asks if label.part == "asks" else said_by.answers
        how = "interview" if speaker else "nobody"
    elif label.initials:
        speaker = with_initials(reading, lead, label.words) or speaker
    segments = sorted({n for n in reading.quoted[body : passage.end] if n >= 0})
    return Draft([(body, passage.end)], "direct", cue, speaker, how, segments)


def _goes_on(reading: Reading, passage: Passage, draft: Draft) -> bool:
    """Say whether a paragraph without a label belongs to the turn before it."""
    if passage.kind not in ("paragraph", "item", "quotation") or passage.first >= passage.end:
        return False
    span = reading.chars(passage.first, passage.end)
    if _ASIDE.match(reading.text, span.start, span.end):
        return False
    first, end = draft.spans[0]
    in_marks = reading.quoted[first] >= 0 and reading.quoted[first] == reading.quoted[end - 1]
    return not in_marks or reading.quoted[passage.first] >= 0
