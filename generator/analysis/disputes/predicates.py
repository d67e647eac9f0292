"""The words that say who is against whom: the lexicon, and where it matches in a document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal

import yaml

from generator.analysis.syntax import Word

PartOfSpeech = Literal["verb", "noun", "adjective"]
SECTIONS: dict[str, PartOfSpeech] = {"verbs": "verb", "nouns": "noun", "adjectives": "adjective"}
DEFAULT_WHOM: dict[PartOfSpeech, tuple[str, ...]] = {
    "verb": ("object",),
    "noun": ("of", "against"),
    "adjective": ("of", "against"),
}
WRONGS: dict[str, tuple[str, tuple[str, ...], PartOfSpeech]] = {
    "does": ("subject", (), "verb"),
    "gets": ("patient", (), "verb"),
    "leaves": ("subject", ("undone",), "verb"),
    "is": ("subject", (), "adjective"),
}
"""Sections of dispute_wrongs.txt: the place of the one who is accused, what the entry needs, its part of speech."""
PARTS_OF_SPEECH: dict[str, PartOfSpeech] = {
    "VERB": "verb",
    "AUX": "verb",
    "NOUN": "noun",
    "PROPN": "noun",
    "ADJ": "adjective",
}

PLACES = frozenset({"object", "subject", "patient", "clause", "infinitive", "asked", "when"})
"""Places of a frame that are no prepositions."""
NOWHERE: tuple[dict[str, Word], dict[str, Word]] = ({}, {})
PARTICLES = frozenset("away back down off out over up".split())
"""They stand at their verb itself."""
DESCRIBING = frozenset({"amod", "compound"})
"""How words hang on the noun that they describe."""
LEADING = frozenset({"prep", "advmod", "prt"})
"""How particles and prepositions hang on a verb, with more below them that belongs to its phrase."""
HOLDING = frozenset(
    {"agent", "conj", "dative", "dobj", "nsubjpass", "pcomp", "pobj", "prep", "prt", "advmod"}
)
"""How words hang below a verb that hold what it is done with."""
DEEP = 4
"""Steps down to that: "sat / on / copies / of / the report"."""
TURNING = frozenset({"criticism", "accusation", "rejection", "denial", "attitude"})
"""Classes of verbs that turn on their object: who condemns an arrest does not make it."""
BRINGING = frozenset({"sanction", "lawsuit", "assault", "threat"})
"""Classes by which what is done to somebody is brought about: "demanded the arrest of Vey"."""


@dataclass(frozen=True, slots=True)
class Predicate:
    """An entry of the lexicon."""

    words: tuple[str, ...]
    """Lemmas; the first one is the anchor, the others hang below it."""
    pos: PartOfSpeech
    kind: str
    """The class: "accusation", "sanction" ..."""
    who: tuple[str, ...] = ()
    """Places of the one who is against; empty: the usual one of the part of speech."""
    whom: tuple[str, ...] = ()
    """Places of the one who is opposed."""
    over: tuple[str, ...] = ()
    """Places of the contested thing."""
    needs: tuple[str, ...] = ()
    """Places of which one must be filled; those of CONDITIONS in stance.py ask something else."""
    unless: tuple[str, ...] = ()
    """Places of which none may be filled."""
    under: tuple[str, ...] = ()
    """Prepositions under one of which a noun must stand ("at each other's throats")."""
    mutual: bool = False
    things: frozenset[str] = frozenset()
    """Nouns of which one must stand below the words, if any is given ("sit on: report")."""
    said: bool = False
    """Only one who says it of another accuses by it: an entry of dispute_wrongs.txt."""
    direct: bool = False
    """An idiom: only who stands there itself, or is behind what does, is opposed ("advise against travel to Chile")."""

    @property
    def name(self) -> str:
        """The entry as the lexicon writes it."""
        return " ".join(self.words)


@dataclass(frozen=True, slots=True)
class Match:
    """A place where an entry matches."""

    predicate: Predicate
    token: Word
    """The anchor."""
    parts: tuple[Word, ...] = ()
    """The other words of a phrase."""


@dataclass(frozen=True, slots=True)
class Relations:
    """Nouns for relations, and the words that call them bad."""

    nouns: frozenset[str]
    bad: frozenset[str]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All entries, by part of speech and anchor; phrases before single words."""

    entries: dict[tuple[PartOfSpeech, str], tuple[Predicate, ...]]
    anchors: frozenset[str]
    """All anchors, whatever their part of speech."""
    relations: Relations


@cache
def lexicon() -> Lexicon:
    """Read the lexicon that ships with the package (once a process)."""
    raw, idioms = _load("disputes.yml"), _load("dispute_idioms.yml")
    relations = raw.pop("relations")
    found: dict[tuple[PartOfSpeech, str], list[Predicate]] = {}
    for predicate in (*_entries(raw), *_entries(idioms, named=True), *_wrongs()):
        found.setdefault((predicate.pos, predicate.words[0]), []).append(predicate)
    return Lexicon(
        entries={key: tuple(sorted(several, key=_length)) for key, several in found.items()},
        anchors=frozenset(anchor for _, anchor in found),
        relations=Relations(frozenset(relations["nouns"]), frozenset(relations["bad"])),
    )


def _length(predicate: Predicate) -> int:
    """Return how late an entry is tried: long ones first; of the same length those of the dispute lexicon."""
    return -len(predicate.words)


def _wrongs() -> Iterator[Predicate]:
    """Yield the entries of dispute_wrongs.txt: what somebody reproaches another with who says it of him."""
    section = ""
    for line in _read("dispute_wrongs.txt").splitlines():
        if line.startswith("["):
            section = line.strip("[]")
        elif line and not line.startswith("#"):
            words, _, things = line.partition(":")
            whom, needs, pos = WRONGS[section]
            yield Predicate(
                words=tuple(words.split()),
                pos=pos,
                kind="reproach",
                whom=(whom,),
                over=("object",),
                needs=needs,
                things=frozenset(things.split()),
                said=True,
                direct=True,
            )


def _read(name: str) -> str:
    return files("generator").joinpath("lexicons", name).read_text(encoding="utf-8")


def _load(name: str) -> dict[str, Any]:
    # The base loader leaves every word a string: "on" and "no" are words here, not truth values. Its twin in C, where
    # there is one, reads the two files in .16 s instead of 1.3.
    raw: dict[str, Any] = yaml.load(_read(name), Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))
    return raw


def _entries(raw: dict[str, Any], *, named: bool = False) -> Iterator[Predicate]:
    """Yield the entries of a file; of idioms (`named`) those verbs only hold that say at whom they are directed.

    "Despite carping that ...": by whoever stands near, it was against nobody that was meant (PolNeAR's training part).
    """
    for kind, sections in raw.items():
        for section, entries in sections.items():
            pos = SECTIONS[section]
            for words, frame in entries.items():
                frame = frame or {}
                whom = tuple(frame.get("whom", DEFAULT_WHOM[pos]))
                needs = tuple(frame.get("needs", ()))
                if named and pos == "verb" and not PLACES.intersection(whom):
                    needs = needs or whom
                yield Predicate(
                    words=tuple(words.split()),
                    pos=pos,
                    kind=kind,
                    who=tuple(frame.get("who", ())),
                    whom=whom,
                    over=tuple(frame.get("over", ())),
                    needs=needs,
                    unless=tuple(frame.get("unless", ())),
                    under=tuple(frame.get("under", ())),
                    mutual=frame.get("mutual") == "true",
                    direct=named,
                )


def is_verb_of(verb: Word, kinds: frozenset[str]) -> bool:
    """Say whether the lexicon has a verb by itself in one of some classes."""
    entries = lexicon().entries.get(("verb", verb.lemma), ())
    return any(entry.kind in kinds and not entry.words[1:] for entry in entries)


def find_matches(words: Sequence[Word]) -> list[Match]:
    """Find every entry that matches, in the order of the text.

    A word may match in several classes ("attack": a deed, and a reproach when somebody says it of another); in
    one class the longest entry counts.
    """
    entries, anchors = lexicon().entries, lexicon().anchors
    found: list[Match] = []
    said: frozenset[str] = frozenset()
    sentence: Sequence[Word] = ()
    for token in words:
        lemma = token.lemma
        if lemma not in anchors and token.lower_ not in anchors:
            continue
        pos = PARTS_OF_SPEECH.get(token.pos_)
        if lemma == "against" and token.head.lemma == "be":
            pos = "adjective"  # "is against the plan"
        if token.dep_ == "ccomp" and any(child.dep_ == "mark" for child in token.children):
            pos = "verb"  # "demanded that the mayor resign": the parser may take it for a noun
        if pos is None:
            continue
        candidates = entries.get((pos, lemma), ())
        if not candidates and pos != "verb" and token.lower_ != lemma:
            candidates = entries.get((pos, token.lower_), ())
        if pos == "verb" and token.tag_ == "VBN":
            candidates = entries.get(("adjective", token.lower_), ()) + candidates
        if not candidates:
            continue
        taken: list[str] = []
        if len(candidates) > 1:
            if token.sent is not sentence:
                sentence = token.sent
                said = frozenset(form for word in sentence for form in (word.lemma, word.lower_))
            # most phrases of "have" or "take" fail here: to look for their words in the parse takes ten times as long
            candidates = tuple([predicate for predicate in candidates if _can_match(predicate, said)])
        near, below = _below(token) if any(p.words[1:] for p in candidates) else NOWHERE
        for predicate in candidates:
            if predicate.kind in taken:
                continue
            parts = _parts(predicate.words[1:], near, below)
            if parts is not None and _has_thing(token, parts, predicate.things):
                taken.append(predicate.kind)
                found.append(Match(predicate, token, parts))
    return found


def _can_match(predicate: Predicate, said: frozenset[str]) -> bool:
    """Say whether a sentence has all words of an entry at all, wherever they hang."""
    if predicate.things and predicate.things.isdisjoint(said):
        return False
    return all(word in said for word in predicate.words[1:])


def _has_thing(anchor: Word, parts: tuple[Word, ...], things: frozenset[str]) -> bool:
    """Say whether one of some nouns stands below a word, as its object or behind a preposition."""
    if not things:
        return True
    last = parts[-1] if parts and parts[-1].dep_ == "prep" else anchor
    below = list(last.children)  # "sat on the report", not "sat on the terrace with a report"
    if anchor.pos_ == "ADJ":
        below += anchor.head.children  # "was asleep at the wheel": it hangs on the verb
    for _ in range(DEEP):
        if any(word.lemma in things or word.lower_ in things for word in below):
            return True
        below = [child for word in below if word.dep_ in HOLDING for child in word.children]
    return False


def _below(anchor: Word) -> tuple[dict[str, Word], dict[str, Word]]:
    """Return the words at which the parts of a phrase may stand, by lemma and form: beside its anchor, and all.

    They stand two steps below it at most, three under prepositions ("run out of patience"), and before it only if they
    describe it ("a slanging match"). Read once for all entries of an anchor: "take" begins thirty of them.
    """
    near = [c for c in anchor.children if c.i > anchor.i or c.dep_ in DESCRIBING]
    below = near + [grandchild for child in near for grandchild in child.children]
    for child in near:
        for grandchild in child.children:
            led = grandchild.dep_ == "prep" and child.dep_ in LEADING  # "run out of patience"
            beside = grandchild.dep_ == "pobj" and child.dep_ == "prep"  # "sided with Vey against Holm"
            if led or beside:
                below += [c for c in grandchild.children if led or c.dep_ in ("prep", "det", "amod")]
    return _by_form(near), _by_form(below)


def _by_form(words: Sequence[Word]) -> dict[str, Word]:
    found: dict[str, Word] = {}
    for word in words:
        found.setdefault(word.lemma, word)
        found.setdefault(word.lower_, word)
    return found


def _parts(words: tuple[str, ...], near: dict[str, Word], below: dict[str, Word]) -> tuple[Word, ...] | None:
    """Find the further words of a phrase below its anchor; None if one is missing."""
    parts = []
    for word in words:
        # "forced Chile to bail out the bank" is not "forced out"
        part = (near if word in PARTICLES else below).get(word)
        if part is None:
            return None
        parts.append(part)
    return tuple(parts)
