"""Of which gender a person is: by "Mr" and "Ms", by what the article calls them, and by "she" in what they say.

A first name tells it for most of the world, and not for all of it; what the article itself shows comes first.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from generator.analysis.actors.columns import Columns
from generator.analysis.actors.found import Found, head_of
from generator.analysis.world import Gender, nouns, titles

if TYPE_CHECKING:
    from generator.analysis.actors.coreference import Entity

_PRONOUNS: Mapping[str, Gender] = {"he": "m", "she": "f", "himself": "m", "herself": "f"}
_SUBJECT = ("nsubj", "nsubjpass")
_STEPS = 4
"""Verbs between "she" and the one that reports what she did ("said that it was true that she had")."""


def by_title(cols: Columns, found: Sequence[Found]) -> dict[int, Gender]:
    """Return the genders that words right before a name tell ("Ms Roe", "Lady Roe"), by the indexes of the mentions."""
    known, told = titles().gender, {}
    for i, mention in enumerate(found):
        if mention.form != "name" or mention.kind != "person":
            continue
        first = mention.title[0] if mention.title else mention.first
        before = cols.text[max(0, first - 1) : mention.first]
        if first and cols.sentence[first - 1] != cols.sentence[mention.first]:
            before = before[1:]
        genders = [gender for word in before if (gender := known.get(word.lower()))]
        if genders:
            told[i] = genders[-1]
    return told


def tell_genders(
    cols: Columns,
    found: Sequence[Found],
    entities: Sequence[Entity],
    titled: Mapping[int, Gender],
    roles: Mapping[int, Sequence[tuple[int, int]]],
) -> None:
    """Give each person the gender that the article shows, where a title or nothing else tells it.

    Args:
        cols: The document.
        found: All mentions, in the order of the text.
        entities: The actors with a name.
        titled: The genders that titles tell, by mention.
        roles: The tokens of what the article says that somebody is, by mention.
    """
    people = [entity for entity in entities if entity.kind == "person"]
    for entity in people:
        entity.gender = entity.gender or _settled(titled.get(i) for i in entity.mentions)
    unknown = {found[i].head: entity for entity in people if not entity.gender for i in entity.mentions}
    if not unknown:
        return
    spoken = _by_speech(cols, found, unknown)
    for entity in people:
        if entity.gender is None and len(entity.full) > 1:
            called = (
                _of_noun(cols, head_of(cols, *span)) for i in entity.mentions for span in roles.get(i, ())
            )
            entity.gender = _settled(called) or _settled(spoken.get(entity.number, ()))


def _settled(told: Iterable[Gender | None]) -> Gender | None:
    """Return what all tell who tell anything."""
    genders = {gender for gender in told if gender}
    return genders.pop() if len(genders) == 1 else None


def _of_noun(cols: Columns, token: int) -> Gender | None:
    word = cols.text[token].lower()
    if word in nouns().female:
        return "f"
    # A woman may be called chairman, and a spokesman hardly ever is one.
    return "m" if word in nouns().male and word != "chairman" else None


def _by_speech(
    cols: Columns, found: Sequence[Found], unknown: Mapping[int, Entity]
) -> dict[int, list[Gender]]:
    """Return what "he" and "she" tell of those who report something of themselves: "Teo Roe said that he was ill"."""
    subjects = {cols.head[token]: entity for token, entity in unknown.items() if cols.dep[token] in _SUBJECT}
    told: dict[int, list[Gender]] = {}
    for mention in found:
        gender = _PRONOUNS.get(mention.words[0]) if mention.form == "pronoun" else None
        if gender is None or cols.dep[mention.head] not in (*_SUBJECT, "dobj"):
            continue
        verb = cols.head[mention.head]
        for _ in range(_STEPS):
            if cols.dep[verb] not in ("ccomp", "xcomp", "conj"):
                break
            verb = cols.head[verb]
            if verb in subjects:
                told.setdefault(subjects[verb].number, []).append(gender)
                break
    return told
