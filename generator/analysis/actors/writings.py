"""Writings that speak for their author: "the report said" is the body speaking whose report it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from generator.analysis.actors.columns import Columns
from generator.analysis.actors.found import Found
from generator.analysis.world import nouns

if TYPE_CHECKING:
    from generator.analysis.actors.coreference import Entity


def speak_for_authors(cols: Columns, found: Sequence[Found], owner: dict[int, Entity]) -> None:
    """Give "the report said" to the body whose report it is, where the article knows of one such body only."""
    publications = nouns().publication
    writings = [
        i
        for i, m in enumerate(found)
        if m.form == "nominal" and i not in owner and cols.text[m.head].lower() in publications
    ]
    at = {found[i].head: entity for i, entity in owner.items() if entity.kind == "organization"}
    authors: Counter[int] = Counter()
    by_number: dict[int, Entity] = {}
    for i in writings:
        mention = found[i]
        reach = min(mention.head + 4, len(cols.text))
        before = [
            at[t]
            for t in range(max(0, mention.head - _BEFORE_REPORT), mention.head)
            if t in at and (t >= mention.first or cols.head[t] == mention.head)
        ]
        after = [
            at[t]
            for t in range(mention.head + 1, reach)
            if t in at and cols.text[mention.head + 1] in ("by", "of", "from")
        ]
        for entity in (before or after)[-1:]:
            authors[entity.number] += 1
            by_number[entity.number] = entity
    if len(authors) != 1:
        return
    author = by_number[next(iter(authors))]
    for i in writings:
        mention = found[i]
        if mention.definite and _speaks(cols, mention.head):
            author.mentions.append(i)
            owner[i] = author


_BEFORE_REPORT = 8
"""Tokens before "report" in which its owner is looked for ("the commission's late draft report")."""


def _speaks(cols: Columns, head: int) -> bool:
    """Say whether something is said by a noun: "the report says", "according to the report"."""
    above = cols.head[head]
    if cols.dep[head] == "nsubj":
        return cols.text[above].lower() in _SAYS
    return cols.dep[head] == "pobj" and cols.text[cols.head[above]].lower() == "according"


_SAYS = frozenset(
    "said says say stated states concluded concludes conclude noted notes warned warns argues argued recommends "
    "recommended found finds acknowledges acknowledged called calls urged urges criticized criticised claims claimed "
    "added adds suggests suggested describes described accuses accused asserts asserted assesses assessed".split()
)
