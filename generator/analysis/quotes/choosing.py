"""Which of the nouns around a cue speaks: a choice among candidates, weighed by where each stands.

The constructions of speakers.py name one noun each. Where the parse is wrong, or several constructions apply, another
noun nearby is the speaker. All of them are candidates here, and so is nobody; weights fitted on annotated news
(tools/fit_speakers.py, lexicons/speaker_weights.json) say how likely each one is. The likelihood is the confidence.
"""

from __future__ import annotations

import functools
import json
import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib import resources
from typing import NamedTuple

from generator.analysis.quotes.cues import speech_verbs
from generator.analysis.quotes.drafts import Draft
from generator.analysis.quotes.reading import Reading
from generator.analysis.quotes.speakers import can_speak, phrase
from generator.analysis.syntax import Word

_NOMINAL = frozenset(("PROPN", "NOUN", "PRON"))
_PART = frozenset(("compound", "amod", "nmod", "nummod", "det", "npadvmod", "flat"))
_SUBJECTS = frozenset(("nsubj", "nsubjpass"))
_STOPS = frozenset((".", "!", "?"))
_REACH = 40
"""Tokens on each side of a cue that are searched."""
_STEPS = 5
"""The longest way up or down the parse that has a name of its own."""
_MANY = 14
"""Candidates on one side, the nearest ones."""


class Choice(NamedTuple):
    """A candidate: the head of a noun phrase with its features, or nobody (head is None)."""

    head: Word | None
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SpeakerWeights:
    """What was fitted."""

    features: Mapping[str, float]
    given: Mapping[str, float]
    """How often the speaker is right in each construction that leaves no choice."""


GIVEN = frozenset(
    (
        "label",
        "turn",
        "turn in capitals",
        "headline",
        "continued",
        "interview",
        "signature",
        "accused",
        "alone",
        "nobody",
    )
)
"""Constructions that leave no choice: the speaker is named without a verb, nobody is named, or who is blamed for what
he said ("sued her for saying ...")."""
UNMEASURED = 0.75
"""How sure the speaker is in a construction of which the annotated news has too few: signatures, interviews."""
RULED = {
    "possessor": UNMEASURED,
    "said to": UNMEASURED,
    "quoted as": 0.9,
    "inverted": 0.9,
    "termed": 0.9,
    "worded": 0.9,
}
"""Constructions whose speaker stands, whatever is weighed, and how sure he is then: whose claim it is, who is said to
have said it, whom another quotes ("the agency quoted Finch as saying"), who follows ", said" between commas, who calls
a thing so ("what the mayor called 'a fairy tale'"), and in whose words or view the sentence is."""
_RELATIVE = 0.9
"""How sure "who" is in the clause of which it is the subject."""
SURE = 0.5
"""A speaker who is less likely is left out: no speaker is better than a wrong one; see docs/quality-quotes.md."""


@functools.cache
def speaker_weights() -> SpeakerWeights:
    """Read the fitted weights (generator/lexicons/speaker_weights.json)."""
    path = resources.files("generator").joinpath("lexicons/speaker_weights.json")
    raw = json.loads(path.read_text(encoding="utf-8"))
    return SpeakerWeights(raw["features"], raw["given"])


def candidates(reading: Reading, draft: Draft) -> Iterator[Choice]:
    """Yield who may speak a quote that has a cue: the nouns of the cue's sentence outside of the quote, and nobody."""
    cue = draft.cue
    if cue is None:
        return
    own = draft.words()
    kind = "c" if draft.clause and draft.kind == "indirect" else draft.kind[:1]
    lemma, tag = cue.lemma, cue.tag_
    ruled = draft.head
    yield Choice(
        None,
        ("nobody", "nobody " + tag, "nobody w " + lemma, "nobody how " + draft.how, "nobody k " + kind),
    )
    chain = _chain(cue)
    for head, order in _nouns(reading, cue, own, ruled):
        yield Choice(
            head, _features(reading, cue, head, chain, order, kind, draft.how if head.i == ruled else "no")
        )


def _nouns(reading: Reading, cue: Word, own: frozenset[int], ruled: int | None) -> Iterator[tuple[Word, int]]:
    """Yield the heads of noun phrases around a cue, nearest first on each side, with their rank there.

    Looked at are the tokens up to the end of its sentence, without the quote and other quotations.
    """
    tokens, parts, forms, quoted = reading.tokens, reading.parts, reading.forms, reading.quoted
    mine = quoted[cue.i]
    seen = False
    for step, stop in ((-1, -1), (1, len(forms))):
        rank, left = 0, _REACH
        for i in range(cue.i + step, stop, step):
            if i in own or quoted[i] not in (-1, mine):
                continue
            if not left or forms[i] in _STOPS or "\n" in forms[i]:
                break
            left -= 1
            if reading.silent[i] or i in reading.datelines:
                continue
            token = tokens[i]
            if i != ruled:
                if parts[i] not in _NOMINAL and token.dep_ not in _SUBJECTS:
                    continue
                if token.dep_ in _PART and token.head.i not in own and token.head.pos_ in _NOMINAL:
                    continue
            seen = seen or i == ruled
            rank += 1
            yield token, step * rank
            if rank == _MANY:
                break
    if not seen and ruled is not None:
        yield tokens[ruled], 0


def _chain(cue: Word) -> dict[int, str]:
    """Return the words above a cue, each with the way up to it."""
    chain = {cue.i: ""}
    way = ""
    token = cue
    for _ in range(_STEPS):
        above = token.head
        if above.i == token.i:
            break
        way += "^" + token.dep_
        token = above
        chain[token.i] = way
    return chain


def _way(chain: Mapping[int, str], head: Word) -> str:
    """Return the way from the cue to a word along the parse: up to a word above both, then down."""
    down = ""
    token = head
    for _ in range(_STEPS):
        if token.i in chain:
            return chain[token.i] + down
        down = ">" + token.dep_ + (":" + token.lower_ if token.dep_ == "prep" else "") + down
        above = token.head
        if above.i == token.i:
            break
        token = above
    return "far"


def _features(
    reading: Reading, cue: Word, head: Word, chain: Mapping[int, str], order: int, kind: str, how: str
) -> tuple[str, ...]:
    """Return the features of a candidate; six more gave 1,186 right ones of 1,264 held-out quotations, these 1,185."""
    way = _way(chain, head)
    tag, dep = cue.tag_, head.dep_
    distance = head.i - cue.i
    size = abs(distance)
    near = "1" if size == 1 else "2" if size == 2 else "4" if size < 5 else "9" if size < 10 else "20"
    side = "before" if distance < 0 else "after"
    commas = abs(reading.commas[head.i] - reading.commas[cue.i])
    part = reading.parts[head.i]
    who = head.lower_ if part == "PRON" else head.ent_type_ or part
    above = head.head
    verb = (
        "cue" if above.i == cue.i else "speech" if above.lemma_ in speech_verbs() else reading.parts[above.i]
    )
    return (
        "way " + way,
        f"way w {way} {cue.lemma}",
        "how " + how,
        f"how k {how} {kind}",
        f"commas {min(commas, 3)} {side}",
        "who " + who,
        f"place {side} {near} {kind} {tag}",
        f"order {order}",
        f"order d {order} {dep} {tag}",
        f"who d {who} {dep}",
        f"dep {dep} {head.tag_}",
        f"verb {verb} {dep} {side} {tag[:2]}",
    )


def _same(one: Word | None, other: Word | None) -> bool:
    """Say whether two candidates are one: a noun and its apposition ("his lawyer, Ines Bohr, called it ...")."""
    if one is None or other is None or one is other:
        return one is other
    return (one.dep_ == "appos" and one.head is other) or (other.dep_ == "appos" and other.head is one)


def _tells_another(draft: Draft, cue: Word, head: Word | None) -> bool:
    """Say whether a chosen speaker only tells that another says it: 'Barra said Velt told him: "Leave."'."""
    return (
        draft.how == "subject"
        and draft.kind != "indirect"
        and head is not None
        and head.i != draft.head
        and cue.dep_ == "ccomp"
        and head.dep_ == "nsubj"
        and head.head.i == cue.head.i
    )


def _ruled(reading: Reading, draft: Draft) -> float:
    """Return how sure the speaker is whom the construction names whatever is weighed; 0 where it does not settle that.

    "a young woman who asked her brother": it is she who asks, whoever else stands nearby.
    """
    if draft.how == "subject" and draft.head is not None and reading.tokens[draft.head].lower_ == "who":
        return _RELATIVE
    return RULED.get(draft.how, 0.0)


def choose_speaker(reading: Reading, draft: Draft) -> None:
    """Give a quote its likeliest speaker, or none where nobody is likely enough, and say how likely that is.

    What is in "the report's suggestion" is never told by whoever takes issue with it: it is the owner's.
    """
    fitted = speaker_weights()
    if draft.after is not None:
        draft.speaker, draft.likely = draft.after.speaker, draft.after.likely
        return
    if draft.how in GIVEN or draft.cue is None:
        unknown = UNMEASURED if draft.speaker is not None else 0.0
        draft.likely = fitted.given.get(draft.how, unknown)
        if draft.likely < SURE:
            draft.speaker = None
        return
    known = fitted.features
    choices = list(candidates(reading, draft))
    if draft.host is not None:
        # What is told of somebody is his only where the teller's words name him.
        told = draft.host.words()
        choices = [
            c
            for c in choices
            if c.head is not None and c.head.i in told and c.head.pos_ != "PRON" and can_speak(c.head)
        ]
        if not choices:
            draft.speaker, draft.head = None, None
            return
    scores = [sum([known.get(name, 0.0) for name in choice.names]) for choice in choices]
    top = max(scores)
    parts = [math.exp(score - top) for score in scores]
    head = choices[scores.index(top)].head
    draft.likely = sum(
        [part for part, choice in zip(parts, choices, strict=True) if _same(choice.head, head)]
    ) / sum(parts)
    ruled = _ruled(reading, draft)
    if ruled and draft.head is not None:
        same = head is not None and head.i == draft.head
        draft.likely = max(ruled, draft.likely if same else 0.0)
        head = reading.tokens[draft.head]
    if draft.host is None and draft.head is not None and _tells_another(draft, draft.cue, head):
        head, draft.likely = reading.tokens[draft.head], UNMEASURED
    if head is None or draft.likely < SURE:
        draft.speaker, draft.head = None, None
        return
    barrier = draft.words() | {draft.cue.i}
    speaker = phrase(head, barrier)
    if head.dep_ == "conj" and head.head.i not in barrier:
        both = phrase(head.head, barrier)  # "Denney and Kroll said": not Kroll alone
        if both[0] <= head.i < both[1]:
            head, speaker = head.head, both
    draft.head, draft.speaker = head.i, speaker
