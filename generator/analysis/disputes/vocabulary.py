"""Lists of words on which the finder of disputes relies besides its predicates."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The lists of dispute_words.yml, which says what each is for."""

    documents: frozenset[str]
    writing: frozenset[str]
    publishing: frozenset[str]
    private: frozenset[str]
    offices: frozenset[str]
    staff: frozenset[str]
    support: frozenset[str]
    told_of: frozenset[str]
    suffer: frozenset[str]
    naming: frozenset[str]
    members: frozenset[str]
    bases: frozenset[str]
    media: frozenset[str]
    done_to: frozenset[str]
    learning: frozenset[str]
    counts: frozenset[str]
    called_after: frozenset[str]
    armed: frozenset[str]
    campaigns: frozenset[str]
    suspected: frozenset[str]
    bargains: frozenset[str]
    gifts: frozenset[str]


@cache
def vocabulary() -> Vocabulary:
    """Read dispute_words.yml (once a process)."""
    text = files("generator").joinpath("lexicons/dispute_words.yml").read_text(encoding="utf-8")
    # The base loader leaves every word a string: "on" and "no" are words here, not truth values.
    lists: dict[str, list[str]] = yaml.load(text, Loader=yaml.BaseLoader)
    return Vocabulary(**{name: frozenset(words) for name, words in lists.items()})


@cache
def harsh_words() -> frozenset[str]:
    """Read the lemmas by which speakers find fault (once a process)."""
    text = files("generator").joinpath("lexicons/harsh_words.txt").read_text(encoding="utf-8")
    return frozenset(word for line in text.splitlines() if not line.startswith("#") for word in line.split())
