"""What the words of a description tell: whose it is, and what tells it from another of the same noun."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import resources

from mkdocs.utils.yaml import yaml_load

from generator.analysis.actors.calling import owner_of
from generator.analysis.actors.columns import Columns
from generator.analysis.actors.found import Found
from generator.analysis.world import known, singular


@dataclass(frozen=True, slots=True)
class Lists:
    """Words that decide which descriptions can be actors; see nominals.yml."""

    quantities: frozenset[str]
    collective: frozenset[str]
    vague: frozenset[str]
    state: frozenset[str]
    empty: frozenset[str]
    never: frozenset[str]
    speaks: frozenset[str]
    offices: frozenset[str]
    told: frozenset[str]
    modified: frozenset[str]
    returning: frozenset[str]


@cache
def lists() -> Lists:
    """Read the words."""
    text = (resources.files("generator") / "lexicons" / "nominals.yml").read_text(encoding="utf-8")
    return Lists(**{name: frozenset(map(str, words)) for name, words in yaml_load(text).items()})


def is_country(cols: Columns, token: int) -> bool:
    """Say whether a token names a country or its people."""
    entry = known().get(cols.text[token])
    if entry is not None:
        return entry.kind == "country"
    return cols.entity[token] == "GPE"


def is_vague(cols: Columns, mention: Found) -> bool:
    """Say whether the words leave open who is meant: "people", "a man", not "a Somali man"."""
    noun = cols.text[mention.head].lower()
    one = singular(noun)
    if noun not in lists().vague and not (mention.kind == "organization" and one in lists().vague):
        return False
    if noun == "office" and owner_of(cols, mention.first, mention.head):
        return False  # "the president's office"
    if noun in lists().modified and mention.definite and _has_noun(cols, mention):
        return False  # "the conciliation service", "its ethics board", "the players' union"
    if mention.plural and one in lists().modified and any(cols.pos[t] == "NUM" for t in _before(mention)):
        return False  # "six clubs"
    told = noun in lists().told or one in lists().told
    return not (
        told and (any(is_origin(cols, t) for t in _before(mention)) or _place_after(cols, mention.head))
    )


def _before(mention: Found) -> range:
    return range(mention.first, mention.head)


def _place_after(cols: Columns, head: int) -> bool:
    """Say whether a place or body with a name follows a noun: "parents in Thornby", "fans of Norvik"."""
    of = head + 1
    if of + 1 >= len(cols.text) or cols.text[of].lower() not in ("of", "in", "at", "from"):
        return False
    named = (t for t in range(of + 1, min(of + 4, len(cols.text))) if cols.head[t] == of)
    return any(cols.pos[t] == "PROPN" and cols.dep[t] == "pobj" for t in named)


def _has_noun(cols: Columns, mention: Found) -> bool:
    """Say whether a noun, or whose it is, tells which body is meant."""
    named = range(mention.first, mention.head)
    told = any(cols.dep[t] in ("compound", "nmod") and cols.pos[t] in ("NOUN", "PROPN") for t in named)
    return told or bool(owner_of(cols, mention.first, mention.head))


def is_origin(cols: Columns, token: int) -> bool:
    """Say whether a token tells of which country, people or belief somebody is: "Somali", "Kurdish", "Shiite"."""
    return cols.entity[token] in ("GPE", "NORP") or is_country(cols, token)


def country_after(cols: Columns, head: int) -> bool:
    """Say whether a country follows a noun: "the government of Peru"."""
    if head + 1 >= len(cols.text) or cols.text[head + 1].lower() not in ("of", "in"):
        return False
    return any(is_country(cols, t) for t in range(head + 2, min(head + 5, len(cols.text))))


def is_named_part(cols: Columns, mention: Found) -> bool:
    """Say whether the noun is written as part of a name ("the Union", "Police Chief")."""
    return cols.text[mention.head][0].isupper() and mention.head > 0 and not _opens(cols, mention.first)


def _opens(cols: Columns, token: int) -> bool:
    return (
        token == 0
        or cols.sentence[token - 1] != cols.sentence[token]
        or not cols.text[token - 1][0].isalnum()
    )


def distinguishing(cols: Columns, mention: Found) -> tuple[frozenset[str], str | None]:
    """Return the words that tell a group from others of its noun, and its number."""
    words, number = set(), None
    owner = owner_of(cols, mention.first, mention.head)
    for token in (*owner, *range(mention.first, mention.head)):
        word = cols.text[token].lower()
        if cols.pos[token] == "NUM":
            number = word
        elif word not in lists().empty and cols.pos[token] in ("ADJ", "NOUN", "PROPN", "VERB", "PRON"):
            words.add(word)
    of = mention.head + 1
    accused = cols.dep[mention.head] in ("dobj", "nsubjpass")  # "accused police of brutality"
    if of + 1 < len(cols.text) and cols.head[of] == mention.head and cols.pos[of] == "ADP" and not accused:
        objects = [t for t in range(of + 1, min(of + 8, len(cols.text))) if cols.dep[t] == "pobj"]
        # "Nurses at three hospitals in Eastmere": also where the hospitals are.
        inner = {of, *(t + 1 for t in objects if cols.head[t] == of)}
        words |= {cols.text[t].lower() for t in objects if cols.head[t] in inner}
    return frozenset(words), number
