"""Sorts of bodies: by which nouns an article may call the same body again."""

from __future__ import annotations

from functools import cache
from importlib import resources

from mkdocs.utils.yaml import yaml_load


@cache
def sorts() -> dict[str, frozenset[str]]:
    """Read the sorts of bodies: each noun, with the sorts that it belongs to."""
    text = (resources.files("generator") / "lexicons" / "sorts.yml").read_text(encoding="utf-8")
    found: dict[str, set[str]] = {}
    for sort, words in yaml_load(text).items():
        for word in words:
            found.setdefault(str(word), set()).add(str(sort))
    return {word: frozenset(members) for word, members in found.items()}
