"""Who speaks for whom: a spokesman, a leader, a minister has the voice of his body."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from spacy.tokens import Doc

from generator.analysis.disputes.syntax import Word
from generator.analysis.disputes.vocabulary import vocabulary
from generator.analysis.disputes.voices import Voices

BODIES = frozenset({"organization", "country", "group"})
HEADS = frozenset(
    "chairman chairwoman chair chief executive founder boss owner coach captain secretary director manager "
    "co-founder vice-president deputy editor lawyer attorney editor-in-chief".split()
)
"""Titles beside those of a state by which a person speaks for a body."""
INTRODUCED = 4
"""Mentions of a person by name among which the text says for whom he speaks."""
PAST = frozenset("former formerly ex late retired".split())
"""Words by which somebody no longer speaks for the body that is named."""


@dataclass(frozen=True, slots=True)
class Camps:
    """Persons with the body for which they speak."""

    body: Mapping[str, str] = field(default_factory=dict)

    def of(self, actor: str) -> str:
        """Return the body for which an actor speaks, or the actor itself."""
        return self.body.get(actor, actor)

    def one(self, first: str, second: str) -> bool:
        """Say whether two actors are of one camp."""
        return self.of(first) == self.of(second)


NO_CAMPS = Camps()


def find_camps(doc: Doc, words: Sequence[Word], voices: Voices) -> Camps:
    """Find for which body each person speaks: the one that the words of the title name.

    "Schiene chairman Toni Wieser", "its leader, Bram Teller", "Greta Osk, who chairs the Farmers' League", "Guy
    Penhallow of Lowmoor Homes". The text that names two bodies for a person names the first more closely.
    """
    bodies = {actor.id for actor in doc._.actors if actor.kind in BODIES}
    titles = vocabulary().offices | HEADS
    persons = {actor.id for actor in doc._.actors if actor.kind == "person"}
    found: dict[str, str] = {}
    read: dict[str, int] = {}
    for head, actor in sorted(voices.heads.items()):
        if actor not in persons or actor in found or words[head].pos_ != "PROPN":
            continue
        read[actor] = read.get(actor, 0) + 1
        if read[actor] <= INTRODUCED:
            body = _named_beside(words[head], voices, bodies, titles)
            if body is not None:
                found[actor] = body
    return Camps(found)


def _named_beside(name: Word, voices: Voices, bodies: set[str], titles: frozenset[str]) -> str | None:
    own = voices.inside.get(name.i)
    beside = [name, *(c for c in name.children if c.dep_ in ("compound", "appos", "nmod", "relcl", "prep"))]
    if name.dep_ in ("appos", "compound"):
        beside.insert(0, name.head)
    for word in beside:
        if word.dep_ == "prep" and word.head.i == name.i:
            if word.lower_ in ("of", "from"):
                return _first(word.subtree, voices, bodies)
        elif word.dep_ == "relcl":
            if word.lemma_ in ("chair", "head", "lead", "run"):
                return _first((t for t in word.subtree if t.i > word.i), voices, bodies)
        elif word.lemma in titles or any(c.lemma in titles for c in word.children):
            if any(t.lower_ in PAST for t in word.subtree):
                return None
            around = [
                t
                for c in word.children
                if c.i != name.i
                and (
                    c.dep_ in ("poss", "compound", "amod", "nmod")
                    or (c.dep_ == "prep" and c.lower_ in ("of", "for", "at"))
                )
                for t in c.subtree
            ]
            named = (voices.inside.get(t.i) for t in around)
            body = next((actor for actor in named if actor is not None and actor != own), None)
            if body is not None:
                return body
    return None


def _first(tokens: Iterable[Word], voices: Voices, bodies: set[str]) -> str | None:
    named = (voices.inside.get(token.i) for token in tokens)
    return next((actor for actor in named if actor in bodies), None)
