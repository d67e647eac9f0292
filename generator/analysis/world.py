"""What the lexicons know of the world: countries, regions, bodies, titles, first names, common nouns.

The files lie in ``generator/lexicons``; an editor can read and extend them.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Literal

from mkdocs.utils.yaml import yaml_load

from generator.model import ActorKind

Gender = Literal["m", "f"]
Sense = Literal["name", "adjective", "people", "seat"]
"""How a word stands for what it names: "China", "Chinese", "the Dutchmen", "Beijing"."""

_LEXICONS = resources.files("generator") / "lexicons"


@dataclass(frozen=True, slots=True)
class Known:
    """Something that the lexicons know by name."""

    name: str
    kind: ActorKind
    sense: Sense = "name"


@dataclass(frozen=True, slots=True)
class Nouns:
    """Common nouns (singular, lower case) by what they stand for; see nouns.yml."""

    person: frozenset[str]
    female: frozenset[str]
    male: frozenset[str]
    organization: frozenset[str]
    government: frozenset[str]
    country: frozenset[str]
    group: frozenset[str]
    place: frozenset[str]
    event: frozenset[str]
    thing: frozenset[str]
    publication: frozenset[str]


@dataclass(frozen=True, slots=True)
class KindSigns:
    """Words that stand beside a name and show what it is of; see kind_signs.yml."""

    company_nouns: frozenset[str]
    company_verbs: frozenset[str]
    acting_verbs: frozenset[str]
    place_nouns: frozenset[str]
    nature_verbs: frozenset[str]
    medicine_verbs: frozenset[str]
    product_verbs: frozenset[str]
    medicine_nouns: frozenset[str]
    medicine_adjectives: frozenset[str]
    against_bodies: frozenset[str]
    company_tails: frozenset[str]
    foreign_heads: frozenset[str]
    national_bodies: frozenset[str]
    party_words: frozenset[str]
    team_nouns: frozenset[str]
    team_verbs: frozenset[str]
    team_words: frozenset[str]
    drone_nouns: frozenset[str]


@dataclass(frozen=True, slots=True)
class Titles:
    """Words before and after a person's name; see titles.yml."""

    gender: dict[str, Gender | None]
    """Lower-case title before a name: the gender that it tells."""
    after: frozenset[str]


def _rows(file: str) -> Iterator[dict[str, str]]:
    text = (_LEXICONS / file).read_text(encoding="utf-8")
    yield from csv.DictReader(line for line in text.splitlines() if not line.startswith("#"))


def _values(field: str) -> list[str]:
    return [value for value in field.split("|") if value]


@cache
def nouns() -> Nouns:
    """Read the common nouns."""
    lists = yaml_load((_LEXICONS / "nouns.yml").read_text(encoding="utf-8"))
    return Nouns(**{name: frozenset(map(str, words)) for name, words in lists.items()})


@cache
def kind_signs() -> KindSigns:
    """Read the words that show what a name is of."""
    lists = yaml_load((_LEXICONS / "kind_signs.yml").read_text(encoding="utf-8"))
    return KindSigns(**{name: frozenset(map(str, words)) for name, words in lists.items()})


@cache
def titles() -> Titles:
    """Read the titles."""
    lists = yaml_load((_LEXICONS / "titles.yml").read_text(encoding="utf-8"))
    told: tuple[tuple[str, Gender | None], ...] = (("either", None), ("male", "m"), ("female", "f"))
    gender = {str(word).lower(): value for name, value in told for word in lists[name]}
    return Titles(gender, frozenset(map(str, lists["after"])))


@cache
def first_names() -> dict[str, Gender | None]:
    """Read the first names: the gender that each tells, None where both bear it."""
    return {row["name"]: _GENDERS[row["gender"]] for row in _rows("first_names.csv")}


@cache
def cities() -> frozenset[str]:
    """Read the names of large cities."""
    return frozenset(_lines("cities.txt"))


@cache
def short_names() -> dict[str, frozenset[str]]:
    """Read the short forms of first names: each to the full names that it may stand for."""
    found: dict[str, set[str]] = {}
    for row in _rows("short_names.csv"):
        found.setdefault(row["name"], set()).add(row["name"])
        for short in _values(row["short"]):
            found.setdefault(short, {short}).add(row["name"])
    return {name: frozenset(full) for name, full in found.items()}


@cache
def surnames() -> frozenset[str]:
    """Read frequent surnames."""
    return frozenset(_lines("surnames.txt"))


def _lines(file: str) -> Iterator[str]:
    text = (_LEXICONS / file).read_text(encoding="utf-8")
    yield from (line for line in text.splitlines() if line and not line.startswith("#"))


_GENDERS: dict[str, Gender | None] = {"m": "m", "f": "f", "x": None}


@cache
def known() -> dict[str, Known]:
    """Read the names that the lexicons know: the words as printed, without "the", to what they stand for.

    Where two entries claim a word, a name comes before a seat, and a country before a body or a region.
    """
    found: dict[str, Known] = {}
    for row in _rows("countries.csv"):
        for name in [row["name"], *_values(row["also"])]:
            found[_bare(name)] = Known(row["name"], "country")
    for row in _rows("organizations.csv"):
        for name in [row["name"], *_values(row["also"])]:
            found.setdefault(_bare(name), Known(row["name"], "organization", _sense(name)))
    for row in _rows("regions.csv"):
        for name in [row["name"], *_values(row["also"])]:
            found.setdefault(_bare(name), Known(row["name"], "place"))
    for row in _rows("countries.csv"):
        fields: tuple[tuple[str, Sense], ...] = (
            ("adjectives", "adjective"),
            ("people", "people"),
            ("seats", "seat"),
        )
        for field, sense in fields:
            for name in _values(row[field]):
                found.setdefault(_bare(name), Known(row["name"], "country", sense))
    return found


def _sense(name: str) -> Sense:
    return "seat" if name in ("Brussels", "Capitol Hill", "Foggy Bottom") else "name"


def _bare(name: str) -> str:
    return name[4:] if name[:4] in ("the ", "The ") else name


def singular(noun: str) -> str:
    """Guess the singular of a lower-case English noun; what is none comes back as it is."""
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if noun.endswith("men") and len(noun) > 3:
        return noun[:-2] + "an"
    if noun.endswith(("sses", "shes", "ches", "xes")):
        return noun[:-2]
    if noun.endswith("s") and not noun.endswith(("ss", "us", "is")) and len(noun) > 3:
        return noun[:-1]
    return noun
