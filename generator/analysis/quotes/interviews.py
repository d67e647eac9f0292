"""Who asks and who answers in an interview, where the article says it: "X spoke to Y of the Lantern"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from generator.analysis.kinds import of_noun
from generator.analysis.quotes.reading import Passage, Reading
from generator.analysis.quotes.speakers import phrase, subject
from generator.analysis.syntax import Word

Words = tuple[int, int]
"""A stretch of tokens: first and end."""

_ASKS = frozenset(("interview", "question", "ask", "quiz"))
_MEETS = frozenset("speak talk sit chat meet converse".split())
"""Both who asks and who answers may be the subject of these: the rest of the sentence must tell."""
_TALKS = frozenset(("interview", "conversation", "talk", "chat", "q&a", "discussion"))
_PAPER = frozenset("we us i me".split())
"""The paper speaks of itself."""
_OURS = _PAPER | {"our"}
_SOMEBODY = frozenset("he she him her they them".split())
_REPORTERS = frozenset(
    "reporter correspondent journalist editor interviewer host columnist presenter anchor".split()
)
_HEAD = re.compile(
    r"\s*(?:q\s*&\s*a|q\s+and\s+a|interview|questions? for|\d+ questions (?:for|to))\b", re.IGNORECASE
)
_LEAD = 400
"""How many tokens of a passage are searched, so that the time stays linear."""


@dataclass(frozen=True, slots=True)
class Sides:
    """The words that name who asks and who answers; None where the article does not say."""

    asks: Words | None = None
    answers: Words | None = None


@dataclass(frozen=True, slots=True)
class _Party:
    """One of the two who meet."""

    kind: Literal["paper", "media", "name", "unknown"]
    words: Words | None = None
    described: bool = False
    """The article says who this is, or has named it before."""


def sides(reading: Reading, lead: Sequence[Passage]) -> Sides:
    """Say who asks and who answers.

    Args:
        reading: The article.
        lead: The passages before the first turn.
    """
    places = [range(passage.first, min(passage.end, passage.first + _LEAD)) for passage in lead]
    found = Sides()
    for token in (reading.tokens[i] for place in places for i in place):
        here = _met(reading, token, lead)
        found = Sides(found.asks or here.asks, found.answers or here.answers)
    if found.answers is None:
        found = Sides(found.asks, _announced(reading, lead, found.asks) or _met_by_us(reading, lead))
    return found


def _met_by_us(reading: Reading, lead: Sequence[Passage]) -> Words | None:
    """Return the only person whom the lead names, where the paper tells of itself: "We met in her kitchen"."""
    names = names_before(reading, lead)
    if len({reading.tokens[end - 1].lower_ for _, end in names}) != 1:
        return None
    first = min(passage.first for passage in lead)
    last = max(min(passage.end, passage.first + _LEAD) for passage in lead)
    ours = any(token.lower_ in _OURS and reading.quoted[token.i] < 0 for token in reading.tokens[first:last])
    return names[0] if ours else None


def _met(reading: Reading, token: Word, lead: Sequence[Passage]) -> Sides:
    """Read one word that says that two people talked."""
    lemma = token.lemma
    if token.pos_ in ("VERB", "AUX") and lemma in _ASKS:
        return _asked(reading, token, lead)
    if token.pos_ == "VERB" and lemma in _MEETS:
        one = subject(token)
        other = _object(token) if lemma == "meet" else _behind(token, ("to", "with"))
        if one is None or other is None:
            return Sides()
        return _either(_party(reading, one.head, lead), _party(reading, other, lead))
    if token.pos_ == "VERB" and lemma in ("answer", "take"):
        return _answered(reading, token, lead)
    if token.pos_ in ("NOUN", "PROPN") and lemma in _TALKS:
        return _talk(reading, token, lead)
    return Sides()


def _asked(reading: Reading, verb: Word, lead: Sequence[Passage]) -> Sides:
    deps = {child.dep_: child for child in verb.children}
    if "nsubjpass" in deps:
        agent = _behind(verb, ("by",))
        asks = _party(reading, agent, lead).words if agent is not None else None
        return Sides(asks, _name_only(_party(reading, deps["nsubjpass"], lead)))
    one, other = subject(verb), _object(verb)
    if one is None or other is None:
        return Sides()
    return Sides(_party(reading, one.head, lead).words, _name_only(_party(reading, other, lead)))


def _answered(reading: Reading, verb: Word, lead: Sequence[Passage]) -> Sides:
    """Read "X answered questions from Y"."""
    one, other = subject(verb), _object(verb)
    if one is None or other is None or other.lemma_ != "question":
        return Sides()
    asker = _behind(other, ("from", "by", "of")) or _behind(verb, ("from", "by"))
    asks = _party(reading, asker, lead).words if asker is not None else None
    return Sides(asks, _name_only(_party(reading, one.head, lead)))


def _talk(reading: Reading, noun: Word, lead: Sequence[Passage]) -> Sides:
    other = _behind(noun, ("with",))
    if other is None:
        return Sides()
    party = _party(reading, other, lead)
    owner = next((child for child in noun.children if child.dep_ == "poss"), None)
    if owner is not None:
        asks = _party(reading, owner, lead)
        return Sides(asks.words, _name_only(party))
    if party.kind not in ("media", "paper"):
        return Sides(None, _name_only(party))
    verb = next((above for above in noun.ancestors if above.pos_ == "VERB"), None)
    one = subject(verb) if verb is not None else None
    return Sides(party.words, _name_only(_party(reading, one.head, lead)) if one is not None else None)


def _either(one: _Party, other: _Party) -> Sides:
    """Tell who of two that meet answers: not the paper, not its reporter, and the one that is introduced."""
    asking = [party.kind in ("paper", "media") for party in (one, other)]
    if asking[0] != asking[1]:
        asks, answers = (one, other) if asking[0] else (other, one)
        return Sides(asks.words, _name_only(answers))
    if not any(asking) and one.described != other.described and "unknown" not in (one.kind, other.kind):
        asks, answers = (other, one) if one.described else (one, other)
        return Sides(asks.words, answers.words)
    return Sides()


def _name_only(party: _Party) -> Words | None:
    return party.words if party.kind == "name" else None


def _object(verb: Word) -> Word | None:
    return next((child for child in verb.children if child.dep_ in ("dobj", "dative")), None)


def _behind(word: Word, prepositions: tuple[str, ...]) -> Word | None:
    """Return what a preposition behind a word names; "sat down with" hangs it on the particle."""
    below = [word, *(child for child in word.children if child.dep_ in ("prt", "advmod", "prep"))]
    for head in below:
        for child in head.children if head.lower_ not in prepositions else (head,):
            if child.lower_ in prepositions:
                named = [noun for noun in child.children if noun.dep_ == "pobj"]
                if named:
                    return named[0]
    return None


def _party(reading: Reading, head: Word, lead: Sequence[Passage]) -> _Party:
    lower = head.lower_
    if lower in _PAPER or (head.dep_ == "poss" and lower == "our"):
        return _Party("paper")
    if lower in _SOMEBODY:
        names = [name for name in names_before(reading, lead) if name[1] <= head.i]
        keys = {reading.tokens[end - 1].lower_ for _, end in names}
        return _Party("name", names[0], described=True) if len(keys) == 1 else _Party("unknown")
    words = _with_first_name(reading, phrase(head))
    inside = [reading.tokens[i] for i in range(*words)]
    around = [token.lower_ for token in head.subtree if token.i >= words[0]]
    if head.ent_type_ == "ORG" or any(token.ent_type_ == "ORG" for token in inside):
        short = _person_in(inside)
        return _Party("media", short or words)
    if any(word in _REPORTERS for word in around):
        return _Party("media", _person_in(inside) or words)
    titled = of_noun(head.text) == "person" and any(token.pos_ == "PROPN" for token in inside)
    if head.pos_ != "PROPN" and not titled:
        return _Party("unknown")
    described = any(child.dep_ in ("appos", "relcl", "acl") for child in head.children) or any(
        of_noun(token.text) == "person" for token in inside if token.i != head.i
    )
    key = head.lower_
    described = described or any(
        reading.tokens[end - 1].lower_ == key and end <= words[0] for _, end in names_before(reading, lead)
    )
    return _Party("name", words, described)


def _with_first_name(reading: Reading, words: Words) -> Words:
    """Take in the first name where the parser has cut it off."""
    first, end = words
    while first and reading.tokens[first].ent_type_ == "PERSON" and reading.doc[first].ent_iob_ == "I":
        first -= 1
    return first, end


def _person_in(inside: list[Word]) -> Words | None:
    """Return the person's name in "the Lantern's Jonas Reed" and "Jonas Reed of the Lantern"."""
    people = [token.i for token in inside if token.ent_type_ == "PERSON"]
    return (people[0], people[-1] + 1) if people else None


def names_before(reading: Reading, lead: Sequence[Passage]) -> list[Words]:
    """Return the people's names of two words and more in the passages before the first turn, in order."""
    return [words for passage in lead for words in _names(reading, passage)]


def _names(reading: Reading, passage: Passage) -> Iterator[Words]:
    first, last = passage.first, min(passage.end, passage.first + _LEAD)
    while first < last:
        end = first
        while end < last and _in_name(reading.tokens[end]):
            end += 1
        if end - first > 1 and any(reading.tokens[i].ent_type_ == "PERSON" for i in range(first, end)):
            yield first, end
        first = max(end, first + 1)


def _in_name(token: Word) -> bool:
    return token.pos_ == "PROPN" and token.text[:1].isupper() and token.ent_type_ in ("PERSON", "")


def _announced(reading: Reading, lead: Sequence[Passage], asks: Words | None) -> Words | None:
    """Return whom a headline announces: "Q&A: Mara Voss on the eels"; and the only name before "We met her"."""
    for passage in lead[:2]:
        start = reading.starts[passage.first]
        text = reading.text[start : reading.chars(passage.first, passage.end).end]
        match = _HEAD.match(text)
        if match is None:
            continue
        runs = list(_capitalised(reading, passage, start + match.end()))
        runs = [run for run in runs if run != asks]
        if runs:
            return runs[0]
    return None


def _capitalised(reading: Reading, passage: Passage, after: int) -> Iterator[Words]:
    first = passage.first
    while first < passage.end:
        end = first
        while end < passage.end and reading.tokens[end].pos_ == "PROPN" and reading.starts[end] >= after:
            end += 1
        if end - first > 1:
            yield first, end
        first = max(end, first + 1)


def with_initials(reading: Reading, lead: Sequence[Passage], initials: str) -> Words | None:
    """Return the only name before the first turn that has these initials: "MV" for Mara Voss."""
    wanted = initials.replace(".", "")
    found: dict[str, Words] = {}
    for passage in lead:
        for first in range(passage.first, passage.end - len(wanted) + 1):
            run = reading.tokens[first : first + len(wanted)]
            around = reading.tokens[max(passage.first, first - 1) : first]
            if (
                all(
                    token.text[0] == letter and token.pos_ == "PROPN"
                    for token, letter in zip(run, wanted, strict=True)
                )
                and all(len(token) > 1 for token in run)
                and not (
                    around and around[0].pos_ == "PROPN" and around[0].text.istitle() and len(wanted) > 2
                )
            ):
                found.setdefault(" ".join(token.lower_ for token in run), (first, first + len(wanted)))
    return next(iter(found.values())) if len(found) == 1 else None
