"""What sort of thing a name or a noun stands for: one judgement per string, from its words and what NER says of it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Literal

from generator.analysis.names import is_acronym
from generator.analysis.world import cities, first_names, kind_signs, known, nouns, singular, surnames, titles
from generator.model import ActorKind

Guess = ActorKind | Literal["thing"] | None
"""A kind of actor; "thing" for what is never one (a missile, a law, an event); None: nothing is known."""

_LABELS: dict[str, Guess] = {
    "PERSON": "person",
    "ORG": "organization",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "NORP": "group",
    "EVENT": "thing",
    "PRODUCT": "thing",
    "LAW": "thing",
    "WORK_OF_ART": "thing",
    "LANGUAGE": "thing",
}
_COMPANY = frozenset(
    "inc inc. corp corp. ltd ltd. llc plc gmbh ag sa co co. group holdings bros. bros partners airlines motors".split()
)


_PROFESSIONS = (
    "ologist",
    "ographer",
    "onomist",
    "ometrist",
    "iatrist",
    "iatrician",
    "tician",
    "ropist",
    "arian",
)
"""Endings of nouns for people that no list holds all of ("hydrologist", "lexicographer")."""
_STORMS = frozenset("hurricane typhoon cyclone operation".split())
_KINSHIP = frozenset("sons daughters friends mothers grandmothers brothers sisters knights doctors".split())
"""Heads of the names of bodies that tell of their members ("Friends of the Drava")."""
_IRISH = ("O'", "O’", "Mc")
_PLACE_FIRST = frozenset(
    "fort mount mt mt. lake cape port isle camp gulf river piazza rue château chateau".split()
)
_PLACES_IN_NAMES = frozenset(
    "station cemetery turnpike expressway parkway blvd blvd. ave ave. reserve junction crossing courthouse dam "
    "lighthouse garden gardens pier monastery abbey shrine basilica chapel residence villa inn motel restaurant cafe "
    "café pub hills springs falls woods barracks ruins".split()
)
"""Words that make a place of a name, whatever they are alone ("the station reported")."""


def of_label(label: str) -> Guess:
    """Return the kind that a label of the entity recognizer means."""
    return _LABELS.get(label)


@lru_cache(maxsize=8192)
def of_noun(noun: str) -> Guess:
    """Return what a common noun stands for (any case, singular or plural)."""
    word, lists = noun.lower(), nouns()
    for form in (word, singular(word)):
        if form in lists.group and form != singular(form):
            return "group"
        if form in lists.person:
            return "person" if form == word else "group"
        if form in lists.organization or form in lists.government:
            return "organization"
        if form in lists.country:
            return "country"
        if form in lists.group:
            return (
                "group"
                if form != word or form in ("people", "family", "crowd", "public", "mob", "troops")
                else "person"
            )
        if form in lists.place:
            return "place"
        if form in lists.event or form in lists.thing:
            return "thing"
        if form.endswith(_PROFESSIONS):
            return "person" if form == word else "group"
    return None


def of_name(words: Sequence[str]) -> tuple[Guess, float]:
    """Judge a name by its words alone.

    Args:
        words: The words of the name, titles included.

    Returns:
        The kind, and how much that judgement weighs against one label of the entity recognizer (which weighs 1).
    """
    return _of_name(tuple(words))


@lru_cache(maxsize=8192)
def _of_name(words: tuple[str, ...]) -> tuple[Guess, float]:
    entry = known().get(" ".join(words))
    if entry is not None:
        return entry.kind, 9.0
    lists = nouns()
    if " ".join(words) in cities() and len(words) > 1:
        return "place", 2.0
    tail = known().get(" ".join(words[-2:]))
    if len(words) > 2 and tail is not None and tail.kind == "organization" and tail.sense == "name":
        return "organization", 3.0  # "Norwegian Red Cross"
    last = head_word(words)  # a "Ministry of Tourism" is no doctrine
    if last.endswith(("ism", "isms")) and len(last) > 5 and last.lower() != "tourism":
        return "thing", 5.0
    if len(words) > 1:
        if words[-1].lower() in _COMPANY:
            return "organization", 4.0
        if "&" in words[1:-1]:
            return "organization", 3.0  # "Lyle & Dunmore"
        if words[0].lower() in _STORMS and len(words) <= 3:
            return "thing", 3.0  # "Hurricane Odette", "Operation Long Reach"
        foreign = kind_signs().foreign_heads
        if words[0].lower() in foreign and words[0] not in first_names():
            return "organization", 3.0  # "École Normale", "Banco de Oro"
        country = known().get(words[-1])
        if words[0].lower() in kind_signs().national_bodies and country and country.kind == "country":
            return "organization", 3.0  # "Sport England"
        if words[-1].lower() in kind_signs().company_tails and len(words) <= 3:
            return "organization", 2.5
        if words[0].lower() in titles().gender and words[0].lower() not in lists.organization:
            return _after_title(words)
        head = head_word(words).lower()
        several: tuple[tuple[Guess, frozenset[str]], ...] = (
            ("organization", lists.organization),
            ("place", lists.place),
            ("thing", lists.event | lists.thing),
        )
        fits = [kind for kind, members in several if head in members or singular(head) in members]
        if len(words) > 1 and words[-1].lower() in _PLACES_IN_NAMES:
            return "place", 2.0
        if words[0].lower() in _PLACE_FIRST and (not fits or fits == ["place"]):
            return "place", 2.5
        if not fits and head in _KINSHIP and len(words) > 2:
            return "organization", 2.5  # "Sons of the Harbour"
        if fits:
            if words[0] in first_names() and len(words) == 2:
                return fits[0], 0.5
            return fits[0], 3.0 if len(fits) == 1 or fits[0] != "organization" else 1.5
        if of_noun(words[-1]) == "group":
            return "organization", 1.5
        if words[0] in first_names() and len(words) <= 4:
            return "person", 2.0
        if words[0] in ("von", "van", "de", "du", "della", "di", "dos", "bin", "ibn", "ter", "ten", "den"):
            return "person", 2.0  # "von Hagen"
        if words[-1].startswith(_IRISH) and words[-1][2:3].isupper() and len(words) <= 3:
            return "person", 1.2
        return None, 0.0
    word = words[0]
    if word[:2] in ("d'", "d’"):
        return "person", 1.2  # "d'Estrel"
    if word.lower() in lists.thing and word.isupper():
        return "thing", 3.0  # "DNA"
    if is_acronym(word) and word.isupper():
        return "organization", 0.5
    if word.endswith(("ology", "istics", "osophy", "nomics", "matics")):
        return "thing", 1.0
    if word.lower() in lists.organization:
        return "organization", 1.0
    if word.lower() in lists.event | lists.thing:
        return "thing", 1.0
    if word in first_names():
        return "person", 1.2
    if word in cities():
        return "place", 0.4 if word in surnames() else 1.5
    return None, 0.0


def _after_title(words: Sequence[str]) -> tuple[Guess, float]:
    lists, head = nouns(), words[-1].lower()
    listed = head in lists.organization | lists.place | lists.event | lists.thing
    if listed and (len(words) > 2 or (head in lists.organization and words[-1] not in surnames())):
        return ("organization", 2.0) if head in lists.organization else (of_noun(head), 2.0)
    return "person", 3.0


def head_word(words: Sequence[str]) -> str:
    """Return the head noun of a name: the last word, or the one before "of", "for", "on", "in", "to" or a comma.

    What hyphens join is one word.
    """
    for i, word in enumerate(words[1:], 1):
        if word in ("of", "for", "on", "in", "to", ",", "at", "against"):
            return words[i - 1]
    if len(words) > 2 and words[-2] == "-":
        return "".join(words[-3:])  # "Ban Ki-moon" is no moon
    return words[-1]


def like_person(words: Sequence[str]) -> bool:
    """Say whether a name of two or three words ends with a frequent surname and begins with no word of the lexicons."""
    return (
        2 <= len(words) <= 3
        and words[-1] in surnames()
        and words[-1] not in known()
        and of_noun(words[-1]) is None
        and of_noun(words[0]) is None
        and all(word not in known() and word[0].isupper() for word in words)
    )
