"""Sorts of bodies: by which nouns an article may call the same body again."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import cache
from importlib import resources

from mkdocs.utils.yaml import yaml_load

from generator.analysis.kinds import of_noun
from generator.analysis.names import is_acronym
from generator.analysis.world import kind_signs


@cache
def sorts() -> dict[str, frozenset[str]]:
    """Read the sorts of bodies: each noun, with the sorts that it belongs to."""
    return _by_noun("sorts.yml")


@cache
def trades() -> dict[str, frozenset[str]]:
    """Read the trades of companies: each noun, with the trades that it tells of."""
    return _by_noun("trades.yml")


def _by_noun(file: str) -> dict[str, frozenset[str]]:
    text = (resources.files("generator") / "lexicons" / file).read_text(encoding="utf-8")
    found: dict[str, set[str]] = {}
    for sort, words in yaml_load(text).items():
        for word in words:
            found.setdefault(str(word), set()).add(str(sort))
    return {word: frozenset(members) for word, members in found.items()}


def may_be_called(noun: str, own: Collection[str], name: Sequence[str]) -> bool:
    """Say whether a body may be called by a noun because of what its name and the article say that it is.

    Args:
        noun: The noun.
        own: The nouns by which the article calls it, and the one that its name holds.
        name: The words of its name; empty for one that the lexicons know.
    """
    wanted = sorts().get(noun)
    if wanted is None:
        return False
    told = {sort for other in own for sort in sorts().get(other, ())}
    if not told:  # a body of which nothing is known is perhaps a company, and no airline or bank
        return noun not in trades() and bool(_guessed(name) & wanted)
    trade = trades().get(noun)
    lines = {line for other in own for line in trades().get(other, ())}
    return bool(told & wanted) and (trade is None or not lines or bool(trade & lines))


def _guessed(name: Sequence[str]) -> frozenset[str]:
    """Guess the sorts of a body whose name tells none: an acronym may be an agency's, a Treasury is no company."""
    if not name or name[0] in kind_signs().party_marks or any(of_noun(word) is not None for word in name):
        return frozenset()
    acronym = len(name) == 1 and is_acronym(name[0])
    return frozenset(("company", "association", "agency") if acronym else ("company",))
