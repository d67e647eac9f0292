"""Direct speech: whole sentences in quotation marks, with the cue before, after or between them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.analysis.quotes.blockquotes import find_blocks
from generator.analysis.quotes.cues import lexicon, speech_verbs
from generator.analysis.quotes.drafts import Draft, another_acts, ends_quoted, goes_on, last_inside, tells_on
from generator.analysis.quotes.headlines import find_headline
from generator.analysis.quotes.labels import AFTER_NAME
from generator.analysis.quotes.paragraphs import left_open, take_open
from generator.analysis.quotes.reading import Passage, Reading, Segment
from generator.analysis.quotes.signatures import DASHES, signed_beside
from generator.analysis.quotes.speakers import Found, after_of, noun_beside, of_noun, phrase, subject
from generator.analysis.quotes.turns import find_turns
from generator.analysis.syntax import Word

_STOPS = frozenset((".", "!", "?", ";", "…", "...", ".."))
_PLAIN_SPEECH = frozenset("say tell add write ask reply continue note tweet state".split())
_SIDE = frozenset(("relcl", "acl"))
_REACH = 40
"""How many tokens of narration are searched for a cue on one side of a quotation."""
_FEW = 4
"""Quoted stretches of fewer words are looked at more strictly: they are rarely whole sentences."""


@dataclass(frozen=True, slots=True)
class _Cue:
    """A cue beside a quotation: the verb, or only a colon; with the speaker if there is one."""

    token: Word
    found: Found | None
    span: tuple[int, int] | None = None


def find_direct(reading: Reading) -> tuple[list[Draft], list[Segment]]:
    """Find the direct speech of an article, in the order of the text.

    Returns:
        The quotes, and the quoted sentences that no cue stands beside: they may continue what is said before.
    """
    drafts: list[Draft] = []
    pending: list[Segment] = []
    last: Draft | None = None  # the quotation that ends the passage before: this one may continue it
    before: Passage | None = None
    waiting: list[Segment] = []  # the paragraphs before that are quoted, not closed, and have no cue yet
    turns = find_turns(reading)
    blocks = find_blocks(reading, turns, lambda passage: _introduction(reading, passage))
    for passage in reading.passages:
        if passage in turns:
            if not drafts or drafts[-1] is not turns[passage]:
                drafts.append(turns[passage])
            last, before = None, passage
            continue
        if passage in blocks:
            drafts += blocks[passage]
            last, before = None, passage
            continue
        headline = find_headline(reading, passage)
        if headline is not None:
            drafts.append(headline)
            last, before = None, passage
            continue
        found = list(_Passage(reading, passage, before, last).drafts(pending))
        if found and found[0] is not last:
            take_open(found[0], waiting)
        waiting = left_open(reading, passage, waiting) if not found else []
        drafts += [draft for draft in found if draft is not last]
        last = found[-1] if found and ends_quoted(reading, passage, found[-1]) else None
        before = passage
    return drafts, pending


def _introduction(reading: Reading, passage: Passage) -> tuple[Word, tuple[int, int] | None, str] | None:
    """Return the cue, the speaker's words and the construction of a passage that ends with a colon."""
    cue = _Passage(reading, passage, None, None).before_colon()
    if cue is None:
        return None
    if cue.span is not None:
        return cue.token, cue.span, "label"
    if cue.found is None:
        return cue.token, None, "none"
    return cue.token, phrase(cue.found.head, frozenset((cue.token.i,))), cue.found.how


class _Passage:
    """The quoted stretches of one passage and the narration between them."""

    def __init__(
        self, reading: Reading, passage: Passage, before: Passage | None, last: Draft | None
    ) -> None:
        self.reading, self.passage, self.before, self.last = reading, passage, before, last
        self.tokens = reading.tokens

    def drafts(self, pending: list[Segment]) -> Iterator[Draft]:
        previous: Draft | None = None
        for index, segment in enumerate(self.passage.segments):
            gap_before = self.passage.segments[index - 1].end if index else self.passage.first
            after = self.passage.segments[index + 1 :]
            gap_after = after[0].first if after else self.passage.end
            if index == 0 and segment.first == self.passage.first and not self._dialogue(segment):
                previous = self.last
            draft = self._draft(segment, gap_before, gap_after, previous)
            if draft is None:
                if self._uncued(segment, gap_before, gap_after):
                    pending.append(segment)
                previous = previous if segment.end - segment.first <= _FEW + 2 else None
                continue
            if draft is not previous or draft is self.last:
                yield draft
            previous = draft

    def _dialogue(self, segment: Segment) -> bool:
        """Say whether a question stands between the paragraph before and this one: the next one answers."""
        if self.last is None or not self.reading.segments[self.last.segments[-1]].closed:
            return False
        before = self.reading.segments[self.last.segments[-1]]
        return "?" in (last_inside(self.reading, before), last_inside(self.reading, segment))

    def _draft(self, segment: Segment, before: int, after: int, previous: Draft | None) -> Draft | None:
        if previous is not None and goes_on(self.reading, previous, segment):
            previous.spans.append((segment.first, segment.end))
            previous.segments.append(segment.number)
            return previous
        if not self._sentence_like(segment, before, after):
            return None
        span = (segment.first, segment.end)
        right = self._right(segment, after)
        left = self._left(segment, before) or self._introduced(segment)
        cue = right if right is not None and (self._ends_open(segment) or left is None) else left
        if cue is None and previous is not None and not self._others_speak(previous, segment):
            previous.spans.append(span)
            previous.segments.append(segment.number)
            return previous
        if cue is None:
            return None
        draft = Draft([span], "direct", cue.token, segments=[segment.number])
        barrier = frozenset(range(segment.first, segment.end))
        if cue.span is not None:
            draft.speaker, draft.how = cue.span, "label"
        elif cue.found is not None:
            draft.speaker = phrase(cue.found.head, barrier | {cue.token.i})
            draft.how, draft.head = cue.found.how, cue.found.head.i
        if previous is not None and previous.cue is not None and cue.token.i == previous.cue.i:
            previous.spans.append(span)
            previous.segments.append(segment.number)
            return previous
        return draft

    def _others_speak(self, previous: Draft, segment: Segment) -> bool:
        """Say whether another cue than the previous quotation's own, or another actor, stands between the two."""
        if self._dialogue_in_a_row(previous, segment):
            return True
        between = self.tokens[previous.spans[-1][1] : segment.first]
        if another_acts(self.reading, previous, segment) or any(token.text == "?" for token in between):
            return True
        own = previous.cue.i if previous.cue is not None else -1
        start = max(previous.spans[-1][1], own + 1)
        while start < segment.first and self.tokens[start].text not in _STOPS:
            start += 1  # "..., he said when asked about it." is still his sentence
        return any(
            self.tokens[i].pos_ == "VERB"
            and self.reading.quoted[i] < 0
            and self.tokens[i].dep_ not in _SIDE
            and self.tokens[i].lemma_ in _PLAIN_SPEECH
            for i in range(start, segment.first)
        )

    def _dialogue_in_a_row(self, previous: Draft, segment: Segment) -> bool:
        """Say whether quotations stand one behind the other with nothing between, behind a question: "Yes." "Why?"."""
        asked = last_inside(self.reading, self.reading.segments[previous.segments[-1]]) == "?"
        row = [at for at in (segment.first - 1, segment.end) if 0 <= at < len(self.tokens)]
        return asked and any(self.reading.quoted[at] >= 0 for at in row)

    def _uncued(self, segment: Segment, before: int, after: int) -> bool:
        """Say whether the segment is a sentence of its own that follows another one, without any cue."""
        head = self._before(segment.first, before)
        return (
            segment.end - segment.first > _FEW
            and (head is None or head.text in _STOPS)
            and self._sentence_like(segment, before, after)
            and last_inside(self.reading, segment)[-1:] in ".!?…"
        )

    def _sentence_like(self, segment: Segment, before: int, after: int) -> bool:
        """Say whether the quoted words stand as sentences of their own, and not as words of the narration."""
        inner = list(self.reading.words(range(segment.first, segment.end)))
        if not inner:
            return False
        head = self._before(segment.first, before)
        if (
            head is not None
            and head.text not in _STOPS
            and head.text not in (":", ",", "(", "—", "–", "-", "--")
        ):
            # No punctuation before it: only "said “We ..." with a capital letter.
            if head.lemma_ not in speech_verbs() and head.dep_ not in ("dobj", "dative", "pobj"):
                return False
            if not self.tokens[inner[0]].text[:1].isupper() or not self._ends_closed(segment, after):
                return False
            return len(inner) > _FEW or (
                head.pos_ == "VERB" and last_inside(self.reading, segment)[-1:] in ".,!?"
            )
        if head is not None and head.text == "," and len(inner) < _FEW and not self._ends_open(segment):
            return self._cue_in(range(max(before, head.i - 6), head.i)) is not None
        return self._ends_closed(segment, after) or len(inner) > 12

    def _before(self, first: int, gap: int) -> Word | None:
        """Return the last token of the narration before a segment; None at the head of the passage."""
        for i in range(first - 1, self.passage.first - 1, -1):
            token = self.tokens[i]
            if token.is_space:
                if "\n" in token.text:
                    return None
                continue
            if i < gap:
                # A quotation ends directly before: its last word or stop stands for it.
                return self._stop_inside(i)
            return token
        return None

    def _stop_inside(self, last: int) -> Word:
        for i in range(last, max(self.passage.first, last - 3) - 1, -1):
            if self.tokens[i].text in _STOPS:
                return self.tokens[i]
        return self.tokens[last]

    def _ends_open(self, segment: Segment) -> bool:
        """Say whether the sentence goes on behind the quotation: "...," he said."""
        last = last_inside(self.reading, segment)
        following = self.tokens[segment.end].text if segment.end < self.passage.end else ""
        return last in (",", "?", "!", "—", "–", "--", "-") or following == ","

    def _ends_closed(self, segment: Segment, after: int) -> bool:
        last = last_inside(self.reading, segment)
        following = self.tokens[segment.end].text if segment.end < self.passage.end else "."
        return last[-1:] in ",.!?…—–-" or following in (",", ".", "—", "–", ";", "--") or segment.end >= after

    def _right(self, segment: Segment, after: int) -> _Cue | None:
        """Find the cue in the clause behind a quotation."""
        if segment.end >= after:
            return self._signed_below(segment)
        last = last_inside(self.reading, segment)
        following = self.tokens[segment.end].text
        if following == "(":
            return self._signed(segment, after)
        if last == "." and following not in DASHES and following != ",":
            return None
        stop = segment.end
        while stop < min(after, segment.end + _REACH) and not (
            (self.tokens[stop].text in _STOPS and stop > segment.end) or "\n" in self.tokens[stop].text
        ):
            stop += 1
        signed = self._signed(segment, stop)
        if signed is not None:
            return signed
        if last in ("?", "!") and following != "," and self.tokens[segment.end].text[:1].isupper():
            cue = self._cue_in(range(segment.end, min(stop, segment.end + 9)))
            return None if cue is not None and tells_on(cue.token) else cue
        return self._cue_in(range(segment.end, stop))

    def _signed(self, segment: Segment, stop: int) -> _Cue | None:
        """Read a signature behind a dash or in brackets: "..." — Jane Doe, of the clinic."""
        found = signed_beside(self.reading, segment.end, stop)
        return _Cue(found[0], None, found[1]) if found is not None else None

    def _signed_below(self, segment: Segment) -> _Cue | None:
        """Read a signature in the next paragraph, below one that is nothing but the quotation."""
        below = segment.passage + 1
        whole = (segment.first, segment.end) == (self.passage.first, self.passage.end)
        if not whole or below >= len(self.reading.passages):
            return None
        passage = self.reading.passages[below]
        found = signed_beside(self.reading, passage.first, passage.end)
        return _Cue(found[0], None, found[1]) if found is not None and found[0].text != "(" else None

    def _left(self, segment: Segment, before: int) -> _Cue | None:
        """Find the cue in the sentence before a quotation."""
        head = self._before(segment.first, before)
        if head is None or head.i < before:
            return None
        if head.text in _STOPS:
            return None
        return self._to_the_left(head, before)

    def _to_the_left(self, head: Word, before: int) -> _Cue | None:
        start = head.i
        low = max(before, head.i - _REACH)
        while start > low and not (
            self._stops(self.tokens[start - 1]) or self._starts_sentence(start, before)
        ):
            start -= 1
        cue = self._cue_in(range(start, head.i + 1), last=True)
        if cue is not None:
            return cue
        for i in range(start, head.i - 1):
            if self.tokens[i].lower_ == "words" and self.tokens[i + 1].lower_ == "of":
                found = after_of(self.tokens[i])
                return _Cue(self.tokens[i], found) if found is not None else None
        if head.text == ":" and head.i > start:
            return self._label(start, head)
        return None

    def _stops(self, token: Word) -> bool:
        return token.text in _STOPS or "\n" in token.text

    def _starts_sentence(self, at: int, before: int) -> bool:
        return (
            at > before
            and bool(self.tokens[at].is_sent_start)
            and self.reading.quoted[at] < 0
            and (self.tokens[at - 1].text in _STOPS)
        )

    def _introduced(self, segment: Segment) -> _Cue | None:
        """Find the cue in the sentence that ends the passage before with a colon."""
        if self.before is None or segment.first != self.passage.first:
            return None
        return _Passage(self.reading, self.before, None, None).before_colon()

    def before_colon(self) -> _Cue | None:
        """Find the cue in the sentence that ends the passage with a colon."""
        if self.passage.end <= self.passage.first:
            return None
        colon = self.tokens[self.passage.end - 1]
        return self._to_the_left(colon, self.passage.first) if colon.text == ":" else None

    def _label(self, start: int, colon: Word) -> _Cue | None:
        """Read "X: ..." and "X did this: ..."; the colon is the cue, or the verb of the sentence."""
        inside = [self.tokens[i] for i in range(start, colon.i) if not self.tokens[i].is_space]
        verbs = [token for token in inside if token.pos_ in ("VERB", "AUX") and token.dep_ not in _SIDE]
        if not verbs:
            nouns = [token for token in inside if token.pos_ in ("PROPN", "NOUN", "PRON")]
            if nouns and (nouns[-1].lemma_ in ("word", "words") or nouns[-1].lemma_ in lexicon()["nouns"]):
                return _Cue(nouns[-1], of_noun(nouns[-1]))
            cut = next(
                (n for n, token in enumerate(inside) if n and token.lower_ in _BEHIND_NAME), len(inside)
            )
            named = [token for token in inside[:cut] if token in nouns]  # "Karin Lodge, 34, baker: ..."
            if named and cut <= 8:
                return _Cue(
                    colon, None, phrase(named[-1], frozenset(range(inside[cut - 1].i + 1, colon.i + 1)))
                )
            return None
        for verb in verbs:
            found = subject(verb)
            if found is not None and self.reading.quoted[found.head.i] < 0:
                return _Cue(verbs[-1], found)
        return None

    def _cue_in(self, place: range, last: bool = False) -> _Cue | None:
        """Return the first (or last) verb of speech of a stretch that has a speaker outside of the quotation."""
        best = None
        for i in place:
            token = self.tokens[i]
            if self.reading.quoted[i] >= 0 or token.lemma not in speech_verbs():
                continue
            if token.pos_ not in ("VERB", "AUX") and not (
                token.tag_ in ("NN", "NNP", "VBD", "JJ") and token.text in _ODD
            ):
                continue
            if token.dep_ in ("relcl", "amod", "compound") and best is not None:
                continue
            found = self._speaker(token, place)
            cue = _Cue(token, found)
            if not last and found is not None and token.dep_ not in ("relcl", "amod"):
                return cue
            if best is None or last or (best.found is None and found is not None):
                best = cue
        return best

    def _speaker(self, verb: Word, place: range) -> Found | None:
        """Find the subject by the parse, or by its place where the parse gives the quoted words for one."""
        found = subject(verb)
        near = found is not None and (found.head.i in place or found.how != "subject")
        here = (
            found is not None and self.reading.quoted[found.head.i] < 0 and found.head.i >= self.passage.first
        )
        if near and here:
            return found
        beside = noun_beside(self.tokens, self.reading.quoted, verb, place)
        if beside is not None or (found is not None and self.reading.quoted[found.head.i] < 0):
            return beside or found
        for i in range(place.start, verb.i):
            token = self.tokens[i]
            if token.dep_ == "nsubj" and self.reading.quoted[i] < 0 and token.head.dep_ not in _SIDE:
                return Found(token, "first subject")
        return None


_BEHIND_NAME = AFTER_NAME | {","}
_ODD = frozenset("said says tweeted wrote added asked quipped tweets writes adds read reads".split())
"""Forms that the tagger takes for nouns when an article uses them in an odd place."""
