"""Governments: "the Chilean government" is Chile, and "the government" may be that of any country of an article."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from generator.analysis.actors.beside import take
from generator.analysis.actors.calling import in_headline, noun_of
from generator.analysis.actors.columns import Columns
from generator.analysis.actors.found import Found

if TYPE_CHECKING:
    from generator.analysis.actors.coreference import Entity


def governments(cols: Columns, found: Sequence[Found], owner: dict[int, Entity]) -> set[int]:
    """Give "the Chilean government" to Chile, and "the government" too if the article knows of no other.

    Returns:
        Indexes of the descriptions of a government that may be that of any country of the article.
    """
    countries = {
        token: owner[i]
        for i, m in enumerate(found)
        if m.form == "name" and i in owner and owner[i].kind == "country"
        for token in range(m.first, m.last)
    }
    governing, open_ones = [], []
    for i, mention in enumerate(found):
        if mention.form != "nominal" or i in owner or noun_of(cols, mention.head) not in _GOVERNMENTS:
            continue
        if cols.text[mention.head].lower() == "authority":
            continue
        beside = [countries[t] for t in range(mention.first, mention.head) if t in countries]
        beside += [countries[t] for t in _after_of(cols, mention.head) if t in countries]
        if beside:
            take(owner, i, beside[0])
            governing.append(beside[0].number)
        elif not any(cols.pos[t] in ("NOUN", "PROPN", "ADJ") for t in range(mention.first, mention.head)):
            open_ones.append(i)
    if len(set(governing)) == 1:
        entity = next(e for e in owner.values() if e.number == governing[0])
        for i in open_ones:
            if found[i].start > found[entity.mentions[0]].start and (
                cols.text[found[i].first].lower() == "the" or in_headline(cols, found[i])
            ):
                take(owner, i, entity)
    # Whose government it is cannot be told; an actor of its own it is only where no country is known.
    return {i for i in open_ones if i not in owner} if countries else set()


_GOVERNMENTS = frozenset(("government", "authority", "regime"))


def _after_of(cols: Columns, head: int) -> range:
    follows = head + 1 < len(cols.text) and cols.text[head + 1].lower() == "of"
    return range(head + 2, min(head + 4, len(cols.text))) if follows else range(0)
