"""What speaks for two actors of a sentence being at odds where no frame connects them: signs for a learned sum."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.analysis.disputes.clauses import is_passive
from generator.analysis.disputes.harsh import HARSH
from generator.analysis.disputes.modality import is_negated
from generator.analysis.disputes.predicates import Match
from generator.analysis.disputes.voices import Voices
from generator.analysis.syntax import Word

FARTHEST = 4
"""Arcs between a cue and an actor whose way to it still tells something."""
LONGEST = 8
"""Arcs between two actors beyond which the exact number says nothing."""
SHAPED = 5
"""Arcs between two actors up to which the whole way is a sign of its own."""
PLACES = {
    "nsubj": "subject",
    "csubj": "subject",
    "dobj": "object",
    "dative": "object",
    "nsubjpass": "object",
    "poss": "owner",
    "compound": "owner",
    "amod": "owner",
    "nmod": "owner",
    "pcomp": "pobj",
}
SILENT = frozenset({"pobj", "conj", "appos"})
"""Arcs on the way to a cue that do not change the place in which somebody stands to it."""


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence with the actors and the cues in it."""

    actors: Mapping[str, Sequence[Word]]
    """The heads of the mentions of each actor."""
    cues: Mapping[int, tuple[str, ...]]
    """Word index of each predicate or harsh word, to its classes."""
    places: Mapping[tuple[int, str], tuple[int, str]]
    """For a cue and an actor near it: how many arcs apart, and in which place the actor stands to it."""
    tellers: Mapping[int, str | None]
    """Word index of each mention, to the actor who says the words."""


def make_scene(actors: Mapping[str, Sequence[Word]], matches: Sequence[Match], voices: Voices) -> Scene:
    """Gather what the signs of all pairs of a sentence are read from."""
    cues: dict[int, tuple[str, ...]] = {}
    anchors: dict[int, Word] = {}
    for match in matches:
        anchors[match.token.i] = match.token
        kinds = cues.get(match.token.i, ())
        kind = "harsh" if match.predicate is HARSH else match.predicate.kind
        if kind not in kinds:
            cues[match.token.i] = (*kinds, kind)
    places: dict[tuple[int, str], tuple[int, str]] = {}
    for at, cue in anchors.items():
        for actor, mentions in actors.items():
            place = _place(cue, mentions)
            if place is not None:
                places[at, actor] = place
    tellers = {t.i: voices.speaker(t) for mentions in actors.values() for t in mentions}
    return Scene(actors, cues, places, tellers)


def read_signs(scene: Scene, who: str, whom: str) -> Iterator[str]:
    """Yield what speaks for one actor of a sentence being against another, or against it.

    Args:
        scene: The sentence.
        who: The one that may be against the other.
        whom: The other.
    """
    mine, theirs = scene.actors[who], scene.actors[whom]
    routes = [(a, b, *route(a, b)) for a in mine for b in theirs]
    a, b, up, down = min(routes, key=lambda r: (not r[2], len(r[2]) + len(r[3]), r[0].i, r[1].i))
    yield "first" if a.i < b.i else "second"
    yield f"types {_type(a)} {_type(b)}"
    yield f"who type {_type(a)}"
    yield f"whom type {_type(b)}"
    yield from _way(scene, a, b, up, down) if up else ("way none",)
    side = "after who" if a.i < b.i else "before who"
    near, far = sorted((a.i, b.i))
    for at, kinds in scene.cues.items():
        yield from (f"sentence {kind}" for kind in kinds)
        if near < at < far:
            yield from (f"{side} {kind}" for kind in kinds)
        yield from _cue(kinds, scene.places.get((at, who)), scene.places.get((at, whom)))
    yield from _speech(scene, who, whom)


def _type(token: Word) -> str:
    return token.ent_type_ or token.pos_


def _cue(kinds: tuple[str, ...], who: tuple[int, str] | None, whom: tuple[int, str] | None) -> Iterator[str]:
    """Yield in which places the two stand to a cue."""
    for kind in kinds:
        if who is not None and whom is not None:
            yield f"{kind}: who {who[1]}, whom {whom[1]}"
            yield f"cue: who {who[1]}, whom {whom[1]}"
        if who is not None:
            yield f"{kind}: who {who[1]}"
        if whom is not None:
            yield f"{kind}: whom {whom[1]}"


def route(a: Word, b: Word) -> tuple[list[Word], list[Word]]:
    """Return the words from one up to where the two meet, and from there down to the other; empty if never."""
    up = [a]
    while up[-1].head.i != up[-1].i:
        up.append(up[-1].head)
    rank = {t.i: n for n, t in enumerate(up)}
    down = [b]
    while down[-1].i not in rank:
        if down[-1].head.i == down[-1].i:
            return [], []
        down.append(down[-1].head)
    return up[: rank[down[-1].i] + 1], down[::-1]


def _way(scene: Scene, a: Word, b: Word, up: list[Word], down: list[Word]) -> Iterator[str]:
    """Yield the signs of the way between two mentions: its length, its shape, the cues on it and beside it."""
    length = len(up) + len(down) - 2
    rising, falling = [_arc(t) for t in up[:-1]], [_arc(t) for t in down[1:]]
    yield f"way of {min(length, LONGEST)}"
    if length <= SHAPED:
        yield f"way {' '.join(rising)} ^ {' '.join(falling)}"
    yield f"who as {' '.join(rising[-2:])}"
    yield f"whom as {' '.join(falling[:2])}"
    yield f"who is {_arc(a)}"
    yield f"whom is {_arc(b)}"
    for token in up[1:]:
        yield from (f"above who {kind}" for kind in scene.cues.get(token.i, ()))
    for token in down[:-1]:
        yield from (f"above whom {kind}" for kind in scene.cues.get(token.i, ()))
    for token in (*up[1:], *down[1:-1]):
        if is_negated(token):
            yield "way negated"
        for child in token.children:
            yield from (f"beside the way {kind}" for kind in scene.cues.get(child.i, ()))


def _arc(token: Word) -> str:
    if token.dep_ == "prep":
        return token.lower_
    if token.dep_ == "nsubj" and is_passive(token.head):
        return "object"
    return PLACES.get(token.dep_, token.dep_)


def _place(cue: Word, mentions: Sequence[Word]) -> tuple[int, str] | None:
    """Return how near the nearest mention stands to a cue, and in which place ("subject", "on", "object owner")."""
    best: tuple[int, str] | None = None
    for mention in mentions:
        up, down = route(cue, mention)
        length = len(up) + len(down) - 2
        if up and length <= FARTHEST and (best is None or length < best[0]):
            steps = [f"^{_arc(t)}" for t in up[:-1]]
            steps += [arc for t in down[1:] if (arc := _arc(t)) not in SILENT]
            best = (length, " ".join(steps) or "self")
    return best


def _speech(scene: Scene, who: str, whom: str) -> Iterator[str]:
    """Yield whether one speaks of the other, with which cues, and whether somebody else tells of them."""
    for token in scene.actors[whom]:
        teller = scene.tellers[token.i]
        if teller is not None and teller != who:
            yield "told by another"
        if teller != who:
            continue
        yield "says"
        yield f"says as {_arc(token)}"
        clause = token
        while clause.dep_ not in ("ROOT", "ccomp", "parataxis") and clause.head.i != clause.i:
            clause = clause.head
        first, last = clause.left_edge.i, clause.right_edge.i
        for at, kinds in scene.cues.items():
            if first <= at <= last:
                yield from (f"says {kind}" for kind in kinds)
    if any(scene.tellers[token.i] == whom for token in scene.actors[who]):
        yield "is spoken of"
