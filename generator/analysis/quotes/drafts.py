"""A quote in the making, and how a quoted sentence without a cue joins the quote before it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import chain

from generator.analysis.quotes.reading import Passage, Reading, Segment
from generator.analysis.syntax import Word

_CUE_CLAUSE = 14
"""The longest clause behind a quotation that is only its cue."""


@dataclass(slots=True)
class Draft:
    """A quote in the making, in tokens."""

    spans: list[tuple[int, int]]
    kind: str
    cue: Word | None = None
    speaker: tuple[int, int] | None = None
    how: str = "none"
    """The construction in which the speaker was found."""
    segments: list[int] = field(default_factory=list)
    clause: bool = True
    """What is reported is a clause or holds quoted words."""
    head: int | None = None
    """The head word of the speaker."""
    after: Draft | None = None
    """The quote that this one continues, with the same speaker."""
    likely: float = 0.0
    """How likely the speaker is the right one, or, without one, how likely nobody is."""
    host: Draft | None = None
    """The quote whose speaker tells these words of somebody else."""
    told: list[Draft] = field(default_factory=list)
    """The quoted words in it that are of somebody else."""

    def words(self) -> frozenset[int]:
        """Return the tokens of what is said."""
        return frozenset(chain.from_iterable(range(first, end) for first, end in self.spans))


def another_acts(reading: Reading, draft: Draft, segment: Segment) -> bool:
    """Say whether narration between a quote and a quoted sentence brings somebody else in.

    '"We sail," said Harker. Kroll, a lawyer, disagreed. "They will not."': the second may be Kroll's.
    """
    tokens = reading.tokens
    start = max(draft.spans[-1][1], draft.cue.i + 1 if draft.cue is not None else 0)
    own = {tokens[i].lower_ for i in range(*draft.speaker)} if draft.speaker else set()
    if _asked(reading, draft, segment, start):
        return True
    behind = False  # the sentence of the cue has ended
    for i in range(start, segment.first):
        token = tokens[i]
        behind = behind or token.text in (".", "!", "?")
        if behind and token.dep_ == "nsubj" and reading.quoted[i] < 0 and token.ent_type_ != "DATE":
            return token.lower_ not in own and token.lower_ not in _SAME
    return False


def _asked(reading: Reading, draft: Draft, segment: Segment, start: int) -> bool:
    """Say whether a question stands between, or in a row of bare quotations: 'And she? "No."'."""
    tokens, quoted = reading.tokens, reading.quoted
    if any(tokens[i].text == "?" and quoted[i] < 0 for i in range(start, segment.first)):
        return True
    last = reading.segments[draft.segments[-1]] if draft.segments else None
    row = segment.first > 0 and quoted[segment.first - 1] >= 0
    return row and last is not None and any(token.text == "?" for token in tokens[last.end - 2 : last.end])


def last_inside(reading: Reading, segment: Segment) -> str:
    """Return the last word or stop within a quotation."""
    for i in range(segment.end - 1, segment.first, -1):
        token = reading.tokens[i]
        if token.is_space or token.text[0] in "\"'”’»`":
            continue
        return token.text
    return ""


def tells_on(verb: Word) -> bool:
    """Say whether a sentence behind a quotation tells of something else.

    '"Never!" The benches roared and the sitting ended.', '"Why?" The minister said he would write to her.'
    """
    if any(child.dep_ == "ccomp" and child.i > verb.i for child in verb.children):
        return True
    joined = [child for child in verb.children if child.dep_ == "conj"]
    return any(child.dep_ in ("nsubj", "nsubjpass") for other in joined for child in other.children)


def goes_on(reading: Reading, draft: Draft, segment: Segment) -> bool:
    """Say whether the sentence of a quotation goes on behind its cue: '"We won," he said, but "it was close."'."""
    if draft.cue is None or not draft.segments or draft.spans[-1][1] > draft.cue.i:
        return False
    last = reading.segments[draft.segments[-1]]
    between = reading.tokens[last.end : segment.first]
    return (
        last_inside(reading, last) == ","
        and draft.cue in between
        and 3 <= len(between) <= _CUE_CLAUSE
        and between[-2].text == ","
        and between[-1].lower_ in _AND
        and not any(token.text in _ENDS for token in between)
        and last_inside(reading, segment)[-1:] in ",.!?…"
    )


_AND = frozenset(("and", "but"))
_SAME = frozenset("he she they it we i who that".split())
"""Subjects that most often go on with the one who has just spoken."""


def continue_quotes(
    reading: Reading, drafts: list[Draft], pending: list[Segment]
) -> tuple[list[Draft], list[Segment]]:
    """Give quoted sentences without a cue to the quote before them.

    Behind a quotation of the same passage they are part of it ('The plan was "too little," he said. "It helps
    nobody."'); behind indirect speech, and as a passage of their own behind one that ends with speech, they are
    quotes of their own with the same speaker.

    Returns:
        The quotes, and the quoted sentences that continue none.
    """
    added: list[Draft] = []
    lone: list[Segment] = []
    ordered = sorted(drafts, key=lambda draft: draft.spans[-1][1])
    ends = [max(draft.spans[-1][1], draft.cue.i if draft.cue else 0) for draft in ordered]
    for segment in pending:
        near = _before(ordered, ends, segment)
        own = Draft([(segment.first, segment.end)], "direct", segments=[segment.number])
        here = reading.passages[segment.passage].first
        if near is None or near.cue is None:
            lone.append(segment)
        elif max(near.spans[-1][1], near.cue.i) < here:
            if _behind_speech(reading, near, segment):
                added.append(replace(own, how="continued", after=near))
            else:
                lone.append(segment)
        elif another_acts(reading, near, segment):
            lone.append(segment)
        else:
            quoted = _in_its_sentence(reading, ordered, near)
            if quoted is not None:
                quoted.spans.append((segment.first, segment.end))
                quoted.segments.append(segment.number)
            else:
                added.append(replace(own, how="continued", after=near))
    return drafts + added, lone


def _in_its_sentence(reading: Reading, ordered: list[Draft], near: Draft) -> Draft | None:
    """Return the quotation in whose sentence a quote stands ('"No," he said, adding that it was late.')."""
    if near.kind != "indirect" or near.cue is None:
        return near if near.kind != "indirect" else None
    for draft in ordered:
        if draft.kind == "indirect" or draft.cue is None or draft.how in _NO_CLAUSE:
            continue
        if draft.cue.i < near.cue.i and draft.spans[-1][1] <= near.cue.i:
            between = range(max(draft.cue.i, draft.spans[-1][1]), near.cue.i)
            if len(between) < _CUE_CLAUSE and not any(reading.tokens[i].text in _ENDS for i in between):
                return draft
    return None


_NO_CLAUSE = frozenset(("turn", "turn in capitals", "label", "headline"))
_ENDS = frozenset((".", "!", "?"))


def _behind_speech(reading: Reading, near: Draft, segment: Segment) -> bool:
    """Say whether a quotation opens its passage and the passage before ends with the sentence of a quote."""
    number = segment.passage
    passage = reading.passages[number]
    if number == 0 or segment.first != passage.first or near.cue is None or near.how in _NO_CLAUSE:
        return False
    before = reading.passages[number - 1]
    at = max(near.spans[-1][1], near.cue.i)
    if not before.first <= near.cue.i < before.end:
        return False
    rest = range(at, before.end - 1)
    return not any(reading.quoted[i] < 0 and reading.tokens[i].text in _ENDS for i in rest)


def _before(ordered: list[Draft], ends: list[int], segment: Segment) -> Draft | None:
    """Return the last quote that ends before a segment."""
    best, at = None, -1
    for draft, end in zip(ordered, ends, strict=True):
        if at < end <= segment.first:
            best, at = draft, end
    return best


def ends_quoted(reading: Reading, passage: Passage, draft: Draft) -> bool:
    """Say whether a passage ends with the quotation, or with the cue clause of it."""
    if not passage.segments or passage.segments[-1].number not in draft.segments:
        return False
    rest = list(reading.words(range(passage.segments[-1].end, passage.end)))
    return not rest or (draft.cue is not None and draft.cue.i in rest and len(rest) <= _CUE_CLAUSE)
