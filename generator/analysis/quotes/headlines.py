"""Quotations in headlines that have no verb: "Minister: 'We will not pay'", "'The gates will hold' - Lund"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.analysis.kinds import of_noun
from generator.analysis.quotes.cues import speech_verbs
from generator.analysis.quotes.drafts import Draft
from generator.analysis.quotes.labels import AFTER_NAME, is_nobody
from generator.analysis.quotes.options import Option, trim
from generator.analysis.quotes.reading import Passage, Reading
from generator.analysis.quotes.speakers import Found
from generator.analysis.quotes.taken import Taken
from generator.analysis.syntax import Word

_DASHES = frozenset(("—", "–", "―", "--", "-"))
_ACTORS = frozenset(("person", "organization", "group", "country"))
_LABEL = 9
"""Words before the colon, at most."""
_LONGEST = 32
"""Tokens; a longer passage is no headline."""
_LEAST = 3
"""Words before the dash, at least."""
_SIGNED = 5
"""Words of a speaker behind the quotation, at most."""


def find_headline(reading: Reading, passage: Passage) -> Draft | None:
    """Read a headline that is a quotation and the words that say whose.

    Returns:
        The quotation, without a speaker where the words beside it name nobody; None where the headline has a verb
        of speech, or says nothing of a speaker at all.
    """
    if passage.kind != "headline" or len(passage.segments) != 1:
        return None
    segment = passage.segments[0]
    before = _words(reading, passage.first, segment.first)
    after = _words(reading, segment.end, passage.end)
    if any(token.lemma in speech_verbs() and token.pos_ == "VERB" for token in before):
        return None
    sign = bool(after) and (after[0].text in _DASHES or after[0].text in (":", ","))
    if not sign and any(token.lemma in speech_verbs() and token.pos_ == "VERB" for token in after):
        return None
    speaker: tuple[int, int] | None
    if before and before[-1].text == ":" and not any(token.is_alpha for token in after):
        cue, label = before[-1], before[:-1]
        if len(label) > _LABEL:
            return None
        speaker = _speaker(reading, passage, label)
    elif not before and after:
        cue = after[0]
        inside = [token.text for token in reading.tokens[segment.first : segment.end]]
        if not sign and inside[-2:-1] != [","]:
            return None
        label = after[1:] if sign else after
        if cue.text != ",":  # "'We were left to die': survivor speaks out"
            label = label[: next((n for n, token in enumerate(label) if token.pos_ in _VERBAL), len(label))]
        speaker = _speaker(reading, passage, label)
        if speaker is None or len(label) > _SIGNED:
            return None
    else:
        return None
    spans = [(segment.first, segment.end)]
    return Draft(spans, "direct", cue, speaker, "headline" if speaker else "nobody", [segment.number])


def _words(reading: Reading, first: int, end: int) -> list[Word]:
    return [token for token in reading.tokens[first:end] if not token.is_space]


def _speaker(reading: Reading, passage: Passage, label: Sequence[Word]) -> tuple[int, int] | None:
    """Return the tokens of a label that name somebody, without the topic behind them."""
    cut = next((n for n, token in enumerate(label) if n and token.lower_ in AFTER_NAME), len(label))
    name = list(label[:cut])
    if not name or is_nobody(" ".join(token.text for token in label)) or is_nobody(name[0].text):
        return None
    head = name[-1]
    kind = of_noun(head.text)
    if kind is None and head.text[:1].isupper():
        named = head.ent_type_ in ("PERSON", "ORG", "GPE", "NORP") or _stands_elsewhere(
            reading, passage, head
        )
        kind = "person" if named else None
    return (name[0].i, head.i + 1) if kind in _ACTORS else None


def _stands_elsewhere(reading: Reading, passage: Passage, word: Word) -> bool:
    """Say whether a word of the headline is a name in the article."""
    return any(token.text == word.text and token.pos_ == "PROPN" for token in reading.tokens[passage.end :])


_VERBAL = frozenset(("VERB", "AUX"))
_NAMED = frozenset(("PROPN", "NOUN"))
_TOPIC = frozenset(
    "update breaking video watch live exclusive opinion analysis report photos explainer".split()
)
"""What stands before the colon of a headline and is nobody."""


def find_labelled(reading: Reading, taken: Taken) -> Iterator[tuple[Option, Found]]:
    """Read the headlines without a verb of speech and without marks.

    "Minister: no more money for the dam", "No strike before Easter - union".
    """
    for passage in reading.passages[:2]:
        size = passage.end - passage.first
        if size > _LONGEST or any(taken[i] for i in range(passage.first, passage.end)):
            continue
        if passage.kind == "paragraph" and passage.first > 3:
            continue
        if passage.kind == "headline":
            yield from _signed(reading, passage)
        colon = next((i for i in range(passage.first, passage.end) if reading.tokens[i].text == ":"), None)
        if colon is None or not 0 < colon - passage.first <= 5 or passage.end - colon < 4:
            continue
        label = reading.tokens[passage.first : colon]
        rest = reading.tokens[colon + 1 : passage.end]
        if label[-1].pos_ not in _NAMED or label[-1].lower_ in _TOPIC or label[0].lower_ in _TOPIC:
            continue
        if not any(token.pos_ in ("VERB", "AUX") or reading.quoted[token.i] >= 0 for token in rest):
            continue
        spans = trim(reading, colon + 1, passage.end, -1)
        yield Option(reading.tokens[colon], "headline", rest[0], spans), Found(label[-1], "headline")


def _signed(reading: Reading, passage: Passage) -> Iterator[tuple[Option, Found]]:
    """Read who stands behind the last dash of a headline, if that is somebody."""
    dashes = [i for i in range(passage.first, passage.end) if reading.forms[i] in _DASHES]
    dashes = [i for i in dashes if reading.text[reading.starts[i] - 1].isspace()]
    if not dashes:
        return
    dash = dashes[-1]
    label = _words(reading, dash + 1, passage.end)
    if dash - passage.first < _LEAST or not 0 < len(label) <= _SIGNED or any(t.pos_ == "VERB" for t in label):
        return
    if _speaker(reading, passage, label) is None:
        return
    spans = trim(reading, passage.first, dash, -1)
    if spans:
        root = reading.tokens[passage.first]
        yield Option(reading.tokens[dash], "headline", root, spans), Found(label[-1], "headline")
