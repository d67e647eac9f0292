"""What a word may report: the parts of its sentence, each named by its construction."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.analysis.kinds import of_noun
from generator.analysis.quotes.cues import lexicon, speech_verbs
from generator.analysis.quotes.reading import Reading
from generator.analysis.quotes.speakers import TAKES_ADDRESSEE, Found, quoted_as
from generator.analysis.syntax import Word

_PARTS = frozenset(
    (
        "ccomp",
        "xcomp",
        "dobj",
        "pobj",
        "pcomp",
        "nsubjpass",
        "acl",
        "oprd",
        "advcl",
        "attr",
        "acomp",
        "relcl",
        "conj",
        "dep",
    )
)
_AUXILIARY = frozenset(("aux", "auxpass"))
_NOUN = frozenset(("NOUN", "PROPN"))


class Option(NamedTuple):
    """A part of a sentence that a word may report."""

    cue: Word
    name: str
    """The construction."""
    root: Word
    spans: tuple[tuple[int, int], ...]


def options(reading: Reading, cue: Word) -> Iterator[Option]:
    """Yield the parts of the sentence that a word may report."""
    here = cue.i
    if cue.dep_ in _AUXILIARY or _goes_on(cue) or quoted_as(cue) is not None:
        return
    objects: list[Word] = []
    children = list(cue.children)
    for child in children:
        dep = child.dep_
        if dep == "dobj" and _is_addressee(reading, cue, child):
            continue
        if dep == "xcomp" and cue.lemma_ == "learn":
            continue  # "learned to sail"
        if dep in _PARTS and not (dep == "conj" or dep == "dep"):
            name = dep
            yield Option(cue, name, child, trim(reading, child.left_edge.i, child.right_edge.i + 1, here))
            if dep in ("dobj", "oprd", "nsubjpass", "dative"):
                objects.append(child)
        elif dep in ("prep", "agent", "dative") and child.pos_ != "NOUN":
            for below in child.children:
                if below.dep_ in ("pobj", "pcomp"):
                    name = "prep." + below.dep_ + ":" + child.lower_
                    yield Option(
                        cue, name, below, trim(reading, below.left_edge.i, below.right_edge.i + 1, here)
                    )
                    if child.lower_ in ("as", "for", "of", "from") and objects and objects[-1].i < child.i:
                        first = objects[-1].left_edge.i
                        if first > here:
                            spans = trim(reading, first, below.right_edge.i + 1, here)
                            yield Option(cue, "object+" + child.lower_, below, spans)
        if dep == "dobj" and child.pos_ in _NOUN:
            if any(_owns(below) for below in child.children):
                continue  # "rejected Kroll's claim that ...": the claim is Kroll's, what is rejected is all of it
            for below in child.children:
                if below.dep_ in ("acl", "relcl", "ccomp") and below.i > child.i:
                    name = "dobj." + below.dep_
                    yield Option(
                        cue, name, below, trim(reading, below.left_edge.i, below.right_edge.i + 1, here)
                    )
    yield from _passive(reading, cue, children)
    if len(objects) > 1 and objects[0].left_edge.i > here:
        yield Option(
            cue,
            "object+oprd",
            objects[-1],
            trim(reading, objects[0].left_edge.i, objects[-1].right_edge.i + 1, here),
        )
    yield from _governing(reading, cue)


def _owns(below: Word) -> bool:
    """Say whether a word under a noun says whose it is: "Kroll's claim", "a claim by Kroll"."""
    if below.dep_ == "poss":
        return below.pos_ != "PRON"
    return below.dep_ in ("prep", "agent") and below.lower_ == "by"


def _is_addressee(reading: Reading, cue: Word, thing: Word) -> bool:
    """Say whether what looks like an object is told something: "told one of the students that ..."."""
    if cue.lemma_ not in TAKES_ADDRESSEE or thing.i < cue.i:
        return False
    return that_behind(reading, cue.i, reading.sentence(cue.i)[1]) is not None


def is_done(reading: Reading, cue: Word, found: Found | None) -> bool:
    """Say whether a verb's noun object is something done and not said: "the state recalled its envoy".

    It is where a state or body does it, or it is done to somebody or to so many things, unless words are quoted, a
    clause hangs on the noun, or the noun is one of speech ("recalled the promise").
    """
    if cue.lemma not in lexicon()["done"]:
        return False
    children = list(cue.children)
    if any(child.dep_ in ("ccomp", "xcomp", "oprd") for child in children):
        return False
    thing = next((child for child in children if child.dep_ in ("dobj", "nsubjpass")), None)
    if thing is None or thing.pos_ not in _NOUN or thing.lemma in lexicon()["nouns"]:
        return False
    below = list(thing.children)
    if reading.quoted_words([(cue.i, reading.sentence(cue.i)[1])]) or any(
        child.dep_ in ("relcl", "acl", "ccomp") for child in below
    ):
        return False
    return (
        of_noun(thing.lemma_) in _SOMEBODY
        or any(child.dep_ == "nummod" for child in below)
        or (found is not None and (found.head.ent_type_ in _BODIES or of_noun(found.head.lemma_) in _BODY))
    )


_BODIES = frozenset(("ORG", "GPE", "NORP"))
_BODY = frozenset(("organization", "country"))
_SOMEBODY = _BODY | {"person", "group"}


THAT = 15
"""How many tokens behind a verb the clause may begin that it reports."""


def that_behind(reading: Reading, cue: int, end: int) -> int | None:
    """Return the "that" which opens a clause behind a verb and some words: "told the paper on Friday that ..."."""
    for i in range(cue + 2, min(cue + THAT, end - 2)):
        if reading.quoted[i] >= 0:
            return None
        if reading.forms[i] == "that" and (
            reading.parts[i] == "SCONJ" or reading.tokens[i].dep_ in ("advmod", "mark")
        ):
            return i
    return None


def _goes_on(cue: Word) -> bool:
    """Say whether a verb says how an act goes on: "they continue to back it"."""
    return cue.lemma in lexicon()["aspectual"] and any(child.dep_ == "xcomp" for child in cue.children)


def _passive(reading: Reading, cue: Word, children: Sequence[Word]) -> Iterator[Option]:
    """Yield what is said of a passive subject together with it: "who was once described as ..."."""
    about = next((child for child in children if child.dep_ == "nsubjpass"), None)
    if about is None or about.left_edge.i > cue.i:
        return
    for child in children:
        if child.i < cue.i or not (
            child.dep_ in ("oprd", "xcomp", "ccomp") or (child.dep_ == "prep" and child.lower_ in _SAID_OF)
        ):
            continue
        spans = (
            () if about.tag_ in _RELATIVE else trim(reading, about.left_edge.i, about.right_edge.i + 1, cue.i)
        )
        spans += trim(reading, child.left_edge.i, child.right_edge.i + 1, cue.i)
        name = "passive+" + (child.lower_ if child.dep_ == "prep" else child.dep_)
        yield Option(cue, name, child, spans)
        return


_RELATIVE = frozenset(("WP", "WDT"))
"""Tags of pronouns that stand for a word outside of the clause: by itself "who" tells a reader nothing."""
_SAID_OF = frozenset(("as", "of", "for"))


def _governing(reading: Reading, cue: Word) -> Iterator[Option]:
    """Yield the clause that the cue stands beside: "..., he said", "according to ...", "as he put it, ..."."""
    head = cue.head
    dep = cue.dep_
    if head.i == cue.i or (cue.pos_ == "VERB" and cue.lemma not in speech_verbs()):
        return  # nobody adds ", continuing to build," to say who said the rest
    if dep in ("parataxis", "prep", "advcl", "ccomp", "dep", "pcomp", "mark", "nsubj", "attr", "amod"):
        if dep in ("nsubj", "attr"):
            if cue.pos_ not in _NOUN or head.pos_ not in ("AUX", "VERB"):
                return
            for child in head.children:
                if child.dep_ in ("ccomp", "xcomp", "attr", "advcl", "acomp") and child.i != cue.i:
                    name = dep + ">" + child.dep_
                    yield Option(
                        cue, name, child, trim(reading, child.left_edge.i, child.right_edge.i + 1, cue.i)
                    )
            return
        if dep == "amod":
            yield Option(cue, "amod", head, _without(reading, head, cue))
            return
        while head.pos_ == "ADP" and head.head.i != head.i:
            head = head.head
        if head.pos_ in ("VERB", "AUX") or dep in ("prep", "parataxis"):
            sent = head
            for _ in range(6):
                if sent.dep_ in ("ccomp", "xcomp", "conj", "ROOT") and (sent.dep_ == "ROOT" or dep != "prep"):
                    break
                if dep in ("prep", "advcl") and sent.pos_ not in ("VERB", "AUX") and sent.head.i != sent.i:
                    sent = sent.head
                else:
                    break
            yield Option(cue, "^" + dep, sent, _behind_apposition(reading, cue, _without(reading, sent, cue)))
    if dep in ("acl", "relcl") and head.pos_ in ("NOUN", "PROPN", "PRON"):
        yield Option(cue, "^" + dep, head, _without(reading, head, cue))


def _behind_apposition(
    reading: Reading, cue: Word, spans: tuple[tuple[int, int], ...]
) -> tuple[tuple[int, int], ...]:
    """Leave out the name beside who is named: "According to her barrister, Yusuf Roth, she bought weedkiller"."""
    if cue.lower_ != "according" or not spans or spans[0][0] < cue.i:
        return spans
    (first, end), *more = spans
    comma = next((i for i in range(first + 1, min(first + _NAME, end)) if reading.forms[i] == ","), None)
    if comma is None or any(reading.parts[i] not in _IN_NAME for i in range(first, comma)):
        return spans
    rest = reading.tokens[comma + 1 : end]
    named = reading.tokens[comma - 1]
    if named.dep_ in _SUBJECT or not any(token.dep_ in _SUBJECT and token.i > comma for token in rest[:THAT]):
        return spans
    return (*trim(reading, comma + 1, end, cue.i), *more)


_NAME = 8
_IN_NAME = frozenset(("PROPN", "NOUN", "DET", "ADJ", "ADP"))
_SUBJECT = frozenset(("nsubj", "nsubjpass"))


def _without(reading: Reading, clause: Word, cue: Word) -> tuple[tuple[int, int], ...]:
    """Return a clause without the words of the cue and what hangs on it."""
    first, end = clause.left_edge.i, clause.right_edge.i + 1
    low, high = cue.left_edge.i, cue.right_edge.i + 1
    parts: list[tuple[int, int]] = []
    if low > first:
        parts += trim(reading, first, min(low, end), -1)
    if high < end:
        parts += trim(reading, max(high, first), end, -1)
    return tuple(part for part in parts if any(True for _ in reading.words(range(*part))))


def trim(reading: Reading, first: int, end: int, cue: int) -> tuple[tuple[int, int], ...]:
    """Drop punctuation and spaces at the ends (marks of whole segments stay), and what lies across the cue."""
    tokens, quoted, silent = reading.tokens, reading.quoted, reading.silent
    if first <= cue < end:
        if cue - first > end - cue:
            end = cue
        else:
            first = cue + 1
    while first < end and silent[first] and (quoted[first] < 0 or tokens[first].is_space):
        first += 1
    while end > first and silent[end - 1] and (quoted[end - 1] < 0 or tokens[end - 1].is_space):
        end -= 1
    if first >= end:
        return ()
    # A segment that is cut is taken whole, if only its mark or last words lie outside.
    number = quoted[end - 1]
    if number >= 0:
        segment = reading.segments[number]
        if segment.first >= first - 1 and not segment.first <= cue < segment.end:
            end = segment.end
    number = quoted[first]
    if number >= 0:
        segment = reading.segments[number]
        if segment.end <= end and not segment.first <= cue < segment.end:
            first = segment.first
    return ((first, end),)
