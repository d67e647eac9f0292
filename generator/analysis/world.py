"""What the lexicons know of the world: countries, regions, bodies, titles, first names, common nouns.

The files lie in ``generator/lexicons``; an editor can read and extend them.
"""

from __future__ import annotations

import csv
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from pathlib import Path
from typing import Literal

from mkdocs.utils.yaml import yaml_load

from generator.errors import SettingsError
from generator.model import ActorKind

Gender = Literal["m", "f"]
Sense = Literal["name", "adjective", "people", "seat"]
"""How a word stands for what it names: "China", "Chinese", "the Dutchmen", "Beijing"."""

_LEXICONS = resources.files("generator") / "lexicons"


@dataclass(frozen=True, slots=True)
class Known:
    """Something that the lexicons know by name."""

    name: str
    kind: ActorKind | Literal["thing"]
    """ "thing": what a user says to be no actor."""
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
    charging_verbs: frozenset[str]
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
    party_marks: frozenset[str]
    nameless_first: frozenset[str]
    nameless_last: frozenset[str]
    club_openings: frozenset[str]


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
def name_genders() -> dict[str, Gender | None]:
    """Read the genders of further first names of the whole world, by the names without case and marks above letters."""
    _, *lines = _lines("name_genders.csv")
    return {name: _GENDERS[gender] for name, _, gender in (line.partition(",") for line in lines)}


_PLAIN = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ß": "ss", "æ": "ae", "ı": "i", "ð": "d", "þ": "th", "œ": "oe"}
)


@lru_cache(maxsize=8192)
def _folded(name: str) -> str:
    marked = unicodedata.normalize("NFKD", name.lower().translate(_PLAIN))
    return "".join(letter for letter in marked if not unicodedata.combining(letter))


def is_first_name(name: str) -> bool:
    """Say whether a word at the head of a person's name is a first name of which anything is known."""
    return name in first_names() or _folded(name) in name_genders()


def gender_of_first(name: str) -> Gender | None:
    """Return the gender that a first name tells, None where it tells none or both bear it."""
    wide = name_genders()
    return wide[_folded(name)] if _folded(name) in wide else first_names().get(name)


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


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Names that are known: those of the package, and those that a user adds."""

    known: Mapping[str, Known]
    """The words as printed, without "the", to what they stand for."""
    long: Mapping[str, list[list[str]]]
    """The names of three words and more, by their first words, the longest first."""


def lexicon_of(names: Mapping[str, Known]) -> Lexicon:
    """Make a lexicon of names."""
    found: dict[str, list[list[str]]] = {}
    for name in names:
        words = name.split()
        if len(words) > 2:
            found.setdefault(words[0], []).append(words)
    return Lexicon(names, {first: sorted(several, key=len, reverse=True) for first, several in found.items()})


@cache
def own_lexicon() -> Lexicon:
    """Return the names that the package itself knows."""
    return lexicon_of(known())


def read_lexicon(file: Path) -> Lexicon:
    """Read names that a user adds to those of the package; where both know a name, the user's counts.

    Args:
        file: A CSV table in UTF-8 with the columns `name`, `kind` (person, organization, country, place, group, or
            `none` for what is no actor) and `also` (other names, parted by "|"). Lines that begin with "#" are
            comments.

    Raises:
        SettingsError: The file cannot be read, lacks a column, or holds an unknown kind.
    """
    try:
        text = file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(
            f"{file}: the lexicon cannot be read ({error}). It is a CSV table in UTF-8."
        ) from error
    added: dict[str, Known] = {}
    lines = [(number, line) for number, line in enumerate(text.splitlines(), 1) if line[:1] not in ("", "#")]
    rows = csv.DictReader(line for _, line in lines)
    if not {"name", "kind"} <= set(rows.fieldnames or ()):
        raise SettingsError(f"{file}: the first line of a lexicon names its columns: name,kind,also.")
    for (number, _), row in zip(lines[1:], rows, strict=False):
        kind = _USER_KINDS.get((row["kind"] or "").strip())
        if kind is None or not (row["name"] or "").strip():
            raise SettingsError(
                f"{file}: line {number}: {row['kind']!r} is no kind. Write a name and one of {', '.join(_USER_KINDS)}."
            )
        name = row["name"].strip()
        for form in [name, *_values(row.get("also") or "")]:
            added[_bare(form.strip())] = Known(name, kind)
    return lexicon_of({**known(), **added})


_USER_KINDS: dict[str, ActorKind | Literal["thing"]] = {
    "person": "person",
    "organization": "organization",
    "country": "country",
    "place": "place",
    "group": "group",
    "none": "thing",
}


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
    if noun.endswith(("wives", "thieves")):
        return noun[:-3] + ("fe" if noun.endswith("wives") else "f")
    if noun.endswith(("sses", "shes", "ches", "xes")):
        return noun[:-2]
    if noun.endswith("s") and not noun.endswith(("ss", "us", "is")) and len(noun) > 3:
        return noun[:-1]
    return noun
