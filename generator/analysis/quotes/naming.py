"""Quoted words that are nobody's speech: names and titles ("A River of Iron"), and what a thing is called."""

from __future__ import annotations

from generator.analysis.quotes.drafts import Draft
from generator.analysis.quotes.reading import Reading

_NAMING = frozenset("know name title entitle nickname christen baptise baptize spell mark".split())
"""Verbs that say what a thing is called: "known as the 'bread law'"."""
_SMALL = frozenset("a an the of and or in on at to for from with by de la le du des von van der is".split())
"""Words that are written small within a title."""
_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
_AROUND = 3
"""Words beside the quoted ones, at most: "the gate 'Old Martha'"."""


def only_names(reading: Reading, draft: Draft) -> bool:
    """Say whether the quoted words of a reported clause are a name or title, and nothing but them is reported."""
    inside = [i for first, end in draft.spans for i in range(first, end)]
    segments = {reading.quoted[i] for i in inside} - {-1}
    if not segments or draft.cue is None:
        return False
    last = reading.segments[max(segments)].end
    around = [i for i in reading.words(inside) if reading.quoted[i] < 0 and i < last]
    if len(around) > _AROUND:
        return False
    if draft.cue.lemma in _NAMING:
        return not any(reading.tokens[i].tag_ in _FINITE for i in inside if i < last)
    return all(_is_title(reading, number) or _marked(reading, number) for number in segments)


def _marked(reading: Reading, number: int) -> bool:
    """Say whether a quoted word is what stands on a thing or what it is called: the button marked "STOP"."""
    segment = reading.segments[number]
    before = reading.tokens[segment.first - 1]
    return (
        before.tag_ == "VBN" and before.lemma in _NAMING | {"label", "call", "dub"} and before.dep_ == "acl"
    )


def _is_title(reading: Reading, number: int) -> bool:
    """Say whether every word of a quoted stretch but the small ones has a capital letter, with no stop at the end."""
    segment = reading.segments[number]
    if reading.passages[segment.passage].kind in ("headline", "heading", "subtitle"):
        return False
    words = [reading.tokens[i] for i in range(segment.first, segment.end)]
    alphas = [token for token in words if token.is_alpha]
    if len(alphas) < 2 or any(token.text in (".", "!", "?", "…") for token in words):
        return False
    return alphas[0].text[0].isupper() and all(
        token.text[0].isupper() or token.lower_ in _SMALL for token in alphas
    )
