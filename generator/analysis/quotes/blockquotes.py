"""Block quotations: what stands in one is quoted, with marks or without; who speaks stands before or below it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from generator.analysis.quotes.cues import speech_verbs
from generator.analysis.quotes.drafts import Draft
from generator.analysis.quotes.labels import is_nobody, label_at
from generator.analysis.quotes.reading import Passage, Reading
from generator.analysis.quotes.signatures import signature, unsigned_name
from generator.analysis.quotes.speakers import Found, after_to, phrase, subject
from generator.analysis.syntax import Word

Introduction = Callable[[Passage], tuple[Word, tuple[int, int] | None, str] | None]
"""Reads a passage that ends with a colon: the cue, the speaker's tokens and the construction."""

_LINE = re.compile(r"[ \t]*((?:>[ \t]?)+)?[ \t]*([^\n]*)\n?")
_WRITTEN = frozenset(
    "letter statement post email e-mail tweet message book report memo note speech essay article interview "
    "write post tweet read publish".split()
)
"""Words of a sentence that has no colon and still announces the block below it."""
_WRITES = frozenset(("write", "post", "tweet", "publish"))
_FEW = 3
"""Words of a block that may stand elsewhere by chance."""
_WORD = re.compile(r"\w+")


@dataclass(slots=True)
class _Part:
    """A paragraph of a block quotation, in tokens."""

    passage: Passage
    first: int
    end: int
    depth: int


@dataclass(slots=True)
class _Unit:
    """What one voice says in a block quotation."""

    parts: list[_Part] = field(default_factory=list)
    signed: tuple[int, int] | None = None


def find_blocks(
    reading: Reading, turns: dict[Passage, Draft], introduction: Introduction
) -> dict[Passage, list[Draft]]:
    """Find what block quotations say, and who says it.

    A line below the words that begins with a dash and a name, or a name alone, signs them; else the sentence before
    the block may introduce them; else nobody is named. A block that repeats words of the article (a pull quote) says
    nothing new, and a block that reports with a cue of its own is read as any paragraph: neither is a draft of its own.

    Args:
        reading: The article.
        turns: The passages that are turns of an interview.
        introduction: Reads the sentence before a block.

    Returns:
        The drafts of each passage that is settled here, none for those of a pull quote.
    """
    found: dict[Passage, list[Draft]] = {}
    whole = ""
    for before, group in _groups(reading, turns):
        if _is_note(reading, group[0]):
            continue
        whole = whole or "".join(_plain(reading, passage) for passage in reading.passages)
        if _repeats(reading, group, whole):
            found |= {passage: [] for passage in group}
            continue
        colon = before is not None and _last_word(reading, before) == ":"
        units = list(_units(reading, group))
        if not colon and any(_reports(reading, part) for unit in units for part in unit.parts):
            continue
        found |= {passage: [] for passage in group}
        opening = next((unit for unit in units if unit.parts and not unit.parts[0].depth), None)
        for unit in units:
            if unit.parts:
                draft = _draft(reading, unit)
                if unit is opening and unit.signed is None and before is not None:
                    _introduce(reading, draft, before, colon, introduction)
                found[unit.parts[0].passage].append(draft)
    return found


def _groups(reading: Reading, turns: dict[Passage, Draft]) -> Iterator[tuple[Passage | None, list[Passage]]]:
    """Yield the block quotations, each with the passage before it."""
    group: list[Passage] = []
    before: Passage | None = None
    last: Passage | None = None
    for passage in reading.passages:
        quoted = passage.kind == "quotation" and passage not in turns and passage.first < passage.end
        if quoted:
            if not group:
                before = last
            group.append(passage)
        elif group:
            yield before, group
            group = []
        last = passage
    if group:
        yield before, group


def _units(reading: Reading, group: Sequence[Passage]) -> Iterator[_Unit]:
    """Split a block quotation where it is signed, and put what is quoted inside of it aside."""
    parts = [part for passage in group for part in _parts(reading, passage)]
    unit, inner = _Unit(), _Unit()
    for number, part in enumerate(parts):
        current = inner if part.depth else unit
        last = number + 1 == len(parts)
        name: tuple[int, int] | None = None
        signed = signature(reading, part.first, part.end)
        if signed is not None:
            dash, name = signed
            while dash > part.first and reading.tokens[dash - 1].text.strip() in ("", ">"):
                dash -= 1
            if dash > part.first:
                current.parts.append(_Part(part.passage, part.first, dash, part.depth))
        elif last and current.parts:
            name = unsigned_name(reading, part.first, part.end)
        if name is None:
            current.parts.append(part)
            continue
        current.signed = name
        yield current
        if part.depth:
            inner = _Unit()
        else:
            unit = _Unit()
    yield from (left for left in (inner, unit) if left.parts)


def _parts(reading: Reading, passage: Passage) -> Iterator[_Part]:
    """Yield the paragraphs of a passage; in plain text the marks ">" say how deep each line is quoted."""
    span = reading.chars(passage.first, passage.end)
    text = reading.text[span.start : span.end]
    if not text.startswith(">"):
        yield _Part(passage, passage.first, passage.end, passage.depth)
        return
    start, end, depth = -1, -1, 0
    for match in _LINE.finditer(text):
        if match.start() == len(text):
            break
        here = (match[1] or "").count(">") - 1
        if not match[2].strip() or (start >= 0 and here != depth):
            if start >= 0:
                yield _part(reading, passage, span.start + start, span.start + end, depth)
            start = -1
        if match[2].strip():
            start = match.start(2) if start < 0 else start
            end, depth = match.end(2), here
    if start >= 0:
        yield _part(reading, passage, span.start + start, span.start + end, depth)


def _part(reading: Reading, passage: Passage, start: int, end: int, depth: int) -> _Part:
    first, stop = reading.range(start, end)
    return _Part(passage, first, stop, max(0, depth))


def _draft(reading: Reading, unit: _Unit) -> Draft:
    spans = [(part.first, part.end) for part in unit.parts]
    segments = sorted({n for first, end in spans for n in reading.quoted[first:end] if n >= 0})
    return Draft(spans, "direct", None, unit.signed, "signature" if unit.signed else "nobody", segments)


def _introduce(
    reading: Reading, draft: Draft, before: Passage, colon: bool, introduction: Introduction
) -> None:
    """Set cue and speaker from the sentence before a block."""
    sentence = _last_sentence(reading, before)
    for token in sentence:
        if token.lower_ == "according":
            found = after_to(token)
            if found is not None and (colon or not reading.quoted_words([(before.first, before.end)])):
                draft.cue, draft.speaker, draft.how = token, phrase(found.head), "according to"
                return
    if colon:
        known = introduction(before)
        if known is not None and (_says(known[0]) or any(_written(token) for token in sentence)):
            draft.cue, draft.speaker, draft.how = known
        return
    in_writing = any(_written(token) and _medium(token) for token in sentence)
    for token in sentence:
        wrote = in_writing or token.lemma_ in _WRITES
        if token.pos_ == "VERB" and token.lemma_ in speech_verbs() and reading.quoted[token.i] < 0 and wrote:
            found = subject(token)
            if found is not None and _names(found):
                draft.cue, draft.speaker, draft.how = token, phrase(found.head), found.how
                return


def _says(cue: Word) -> bool:
    """Say whether a cue before a colon is a word of speech, or no verb: "They had three reasons:" quotes nobody."""
    return cue.pos_ not in ("VERB", "AUX") or cue.lemma_ in speech_verbs()


def _written(token: Word) -> bool:
    return token.lemma in _WRITTEN


def _medium(token: Word) -> bool:
    """Say whether a noun is that in which somebody says something: "in a letter", "on his blog"."""
    return (
        token.pos_ == "NOUN"
        and token.dep_ == "pobj"
        and token.head.lower_ in ("in", "on", "via", "by", "with")
    )


def _names(found: Found) -> bool:
    return found.how == "subject" and found.head.lower_ not in ("it", "this", "that")


def _last_sentence(reading: Reading, passage: Passage) -> list[Word]:
    start = passage.end - 1
    while start > passage.first and not reading.tokens[start].is_sent_start:
        start -= 1
    return reading.tokens[start : passage.end]


def _last_word(reading: Reading, passage: Passage) -> str:
    return reading.tokens[passage.end - 1].text if passage.end > passage.first else ""


def _reports(reading: Reading, part: _Part) -> bool:
    """Say whether a paragraph quotes with a cue of its own ("We sail," said the minister)."""
    numbers = {n for n in reading.quoted[part.first : part.end] if n >= 0}
    return bool(numbers) and any(
        reading.quoted[i] < 0
        and reading.tokens[i].pos_ == "VERB"
        and reading.tokens[i].lemma_ in speech_verbs()
        for i in range(part.first, part.end)
    )


def _is_note(reading: Reading, passage: Passage) -> bool:
    """Say whether a block is a note of the editors: "Update: ..."."""
    span = reading.chars(passage.first, passage.end)
    label = label_at(reading.text, span.start, span.end)
    return label is not None and is_nobody(label.words)


def _repeats(reading: Reading, group: Sequence[Passage], whole: str) -> bool:
    """Say whether the words of a block stand in a paragraph of the article too."""
    words = _plain(reading, group[0])
    return len(group) == 1 and len(words.split()) > _FEW and whole.count(words) > 1


def _plain(reading: Reading, passage: Passage) -> str:
    if passage.first >= passage.end:
        return ""
    span = reading.chars(passage.first, passage.end)
    return f" {' '.join(_WORD.findall(reading.text[span.start : span.end].lower()))} "
