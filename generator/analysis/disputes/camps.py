"""Who speaks for whom: a spokesman, a leader, a minister has the voice of his body."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from importlib.resources import files
from typing import Any

import yaml
from spacy.tokens import Doc

from generator.analysis.disputes.clauses import subjects
from generator.analysis.disputes.vocabulary import vocabulary
from generator.analysis.disputes.voices import Voices, holders
from generator.analysis.syntax import Word

BODIES = frozenset({"organization", "country", "group"})
INTRODUCED = 4
"""Mentions of a person among which the text says for whom he speaks."""
SMALL = frozenset("of the and for".split())
POINTING = frozenset({"its", "their"})
"""Words by which a title points back to the body of which the sentence before tells."""
CHAIN = 3
"""Steps from a voice to its body: the lawyer of the chairman of a club."""


@dataclass(frozen=True, slots=True)
class Titles:
    """The lists of camps.yml, which says what each is for."""

    voices: frozenset[str]
    heads: frozenset[str]
    past: frozenset[str]
    of_title: Mapping[str, tuple[str, ...]]
    """Title to the words of which one stands in the name of the body that goes with it."""


@cache
def titles() -> Titles:
    """Read camps.yml (once a process)."""
    text = files("generator").joinpath("lexicons/camps.yml").read_text(encoding="utf-8")
    raw: dict[str, Any] = yaml.safe_load(text)
    voices, heads, past = (frozenset(raw[name].split()) for name in ("voices", "heads", "past"))
    of_title: dict[str, tuple[str, ...]] = {}
    for body, of_body in raw["bodies"].items():
        for title in of_body.split():
            of_title[title] = (*of_title.get(title, ()), body)
    return Titles(voices, heads | voices | vocabulary().offices, past, of_title)


@dataclass(frozen=True, slots=True)
class Camps:
    """Persons with the body for which they speak."""

    body: Mapping[str, str] = field(default_factory=dict)
    nameless: frozenset[str] = frozenset()
    """Those who are nothing but a voice: "a spokesman for the union"."""

    def voice(self, actor: str) -> str:
        """Return whose words an actor's are: those of somebody without a name are the body's."""
        return self.body[actor] if actor in self.nameless else actor

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
    Penhallow of Lowmoor Homes", "Ann Reed, for the company, said", "a spokesman for the mayor". The text that names
    two bodies for a person names the first more closely. A title alone ("chief executive Ada Holm") is one of the
    body of which the sentence before tells.
    """
    kinds = {actor.id: actor.kind for actor in doc._.actors}
    bodies = {actor for actor, kind in kinds.items() if kind in BODIES}
    # a company that is known by one word is often taken for a person
    things = bodies | {actor.id for actor in doc._.actors if " " not in actor.name and actor.kind != "place"}
    countries = {actor for actor, kind in kinds.items() if kind == "country"}
    called = {a.id: frozenset(a.name.lower().split()) for a in doc._.actors if a.id in bodies}
    found: dict[str, str] = {}
    read: dict[str, int] = {}
    for head, actor in sorted(voices.heads.items()):
        word = words[head]
        if kinds.get(actor) != "person" or actor in found or word.pos_ not in ("PROPN", "NOUN"):
            continue
        if word.pos_ == "NOUN" and word.lemma not in titles().voices:
            continue
        read[actor] = read.get(actor, 0) + 1
        if read[actor] <= INTRODUCED:
            body = _named_beside(word, words, voices, bodies, things, countries)
            body = body or _only_body(word, called, voices)
            if body is not None and body != actor:
                found[actor] = body
    ends = {actor: _end_of(actor, found) for actor in found}
    named = {actor.id for actor in doc._.actors if any(m.form == "name" for m in actor.mentions)}
    return Camps(ends, frozenset(ends) - named)


def heard(voices: Voices, camps: Camps) -> Voices:
    """Return who stands and speaks where, with a body in the place of its nameless voices."""
    if not camps.nameless:
        return voices
    return replace(
        voices,
        heads={at: camps.voice(actor) for at, actor in voices.heads.items()},
        inside={at: camps.voice(actor) for at, actor in voices.inside.items()},
        speakers={at: camps.voice(actor) for at, actor in voices.speakers.items()},
        authors={thing: camps.voice(actor) for thing, actor in voices.authors.items()},
    )


def _end_of(actor: str, found: Mapping[str, str]) -> str:
    """Return the body at the end of a chain of voices."""
    for _ in range(CHAIN):
        if actor not in found:
            break
        actor = found[actor]
    return actor


def _named_beside(
    name: Word, words: Sequence[Word], voices: Voices, bodies: set[str], things: set[str], countries: set[str]
) -> str | None:
    own = voices.inside.get(name.i)
    beside = [name, *(c for c in name.children if c.dep_ in ("compound", "appos", "nmod", "relcl"))]
    if name.dep_ in ("appos", "compound"):
        beside.insert(0, name.head)
    known = titles().heads
    for word in beside:
        if word.dep_ == "relcl":
            if word.lemma_ in ("chair", "head", "lead", "run"):
                return _first((t for t in word.subtree if t.i > word.i), voices, bodies)
        elif word.lemma in known or any(c.lemma in known for c in word.children):
            if any(t.lower_ in titles().past for t in word.subtree):
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
            if body is None and any(t.lower_ in POINTING for t in around):
                body = next((a for a in _told_before(name, words, voices) if a in things), None)
            if body is not None:
                return body
    for child in name.children:
        if child.dep_ == "prep" and child.i > name.i:
            apart = child.i > 0 and words[child.i - 1].text == ","
            if child.lower_ in ("of", "from") or (child.lower_ == "for" and apart):
                return _first(child.subtree, voices, bodies - countries)
    return None


def _only_body(name: Word, called: Mapping[str, frozenset[str]], voices: Voices) -> str | None:
    """Return the body that goes with a title, if the article has one alone; `called` are the words of each name.

    Of "Justice Minister Eline Thorsen" it is the ministry of justice, and none of another field.
    """
    beside = [*name.children, name.head] if name.dep_ in ("appos", "compound") else name.children
    bodies = [noun for word in beside for noun in titles().of_title.get(word.lemma, ())]
    if not bodies:
        return None
    around = [word for title in beside for word in (title, *title.children)]
    if any(word.lower_ == "prime" for word in around):
        return None  # a prime minister is of no ministry
    field = {word.lower_ for word in around if word.i not in voices.inside}
    for noun in bodies:
        fitting = [body for body, name_words in called.items() if noun in name_words]
        if len(fitting) == 1 and _fits(
            called[fitting[0]] - {noun},
            {word for word in field if noun not in titles().of_title.get(word, ())},
        ):
            return fitting[0]
    return None


def _fits(name: frozenset[str], field: set[str]) -> bool:
    """Say whether the words of a body's name and those beside a title do not tell of different fields."""
    return not field or not name - SMALL or bool(name & field)


def _told_before(name: Word, words: Sequence[Word], voices: Voices) -> Iterator[str]:
    """Yield of whom the sentence before tells: the actors that its subject names."""
    start = name.sent[0].i
    before = words[start - 1].sent if start else []
    root = next((word for word in before if word.head is word), None)
    for subject in subjects(root) if root is not None else ():
        for actor, way in holders(subject, voices):
            if way in ("self", "appos"):
                yield actor


def _first(tokens: Iterable[Word], voices: Voices, bodies: set[str]) -> str | None:
    named = (voices.inside.get(token.i) for token in tokens)
    return next((actor for actor in named if actor in bodies), None)
