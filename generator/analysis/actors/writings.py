"""Writings that speak for their author: "the report said" is the body speaking whose report it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from generator.analysis.actors.columns import Columns
from generator.analysis.actors.found import Found
from generator.analysis.world import nouns

if TYPE_CHECKING:
    from generator.analysis.actors.coreference import Entity

_BEFORE = 8
"""Tokens before "report" in which its owner is looked for ("the commission's late draft report")."""
_BEHIND = 8
"""Tokens behind it ("a report by the harbour city's independent planning board")."""
_SAYS = frozenset(
    "said says say stated states concluded concludes conclude noted notes warned warns argues argued recommends "
    "recommended found finds acknowledges acknowledged called calls urged urges criticized criticised claims claimed "
    "added adds suggests suggested describes described accuses accused asserts asserted assesses assessed "
    "shows showed shown reveals revealed estimates estimated puts".split()
)
_WRITTEN = frozenset(
    "written prepared compiled authored drafted drawn produced published issued released".split()
)


def speak_for_authors(cols: Columns, found: Sequence[Found], owner: dict[int, Entity]) -> None:
    """Give what speaks in writing to its author.

    A writing whose author stands beside it is the author's ("a study by the institute"). Another one is so where the
    article knows of one such body only: "the report", "Report says" in a headline, and "a draft report" where it is
    the only one of which the article speaks so.
    """
    publications = nouns().publication
    writings = [
        i
        for i, m in enumerate(found)
        if m.form == "nominal" and i not in owner and cols.text[m.head].lower() in publications
    ]
    if not writings:
        return
    at = {found[i].head: entity for i, entity in owner.items() if found[i].form != "pronoun"}
    stated = {i: entity for i in writings if (entity := _author(cols, found[i], at)) is not None}
    bodies = {entity.number: entity for entity in stated.values() if entity.kind == "organization"}
    author = next(iter(bodies.values())) if len(bodies) == 1 else None
    written = {cols.text[found[i].head].lower() for i, entity in stated.items() if entity is author}
    introduced = [i for i in writings if i not in stated and _is_introduced(cols, found[i])]
    for i in writings:
        mention = found[i]
        if mention.plural or not _speaks(cols, mention.head):
            continue
        entity = stated.get(i)
        if entity is None and author is not None:
            alone = introduced == [i] and cols.text[mention.head].lower() in written
            bare = mention.last - mention.first == 1 and cols.text[mention.head].lower() in written
            entity = author if mention.definite or alone or bare else None
        if entity is not None:
            entity.mentions.append(i)
            owner[i] = entity


def _author(cols: Columns, mention: Found, at: Mapping[int, Entity]) -> Entity | None:
    """Return who wrote something, where the words beside it say so: its owner, or whom "by" or "from" names."""
    head = mention.head
    before = [
        at[t]
        for t in range(max(0, head - _BEFORE), head)
        if t in at
        and (t >= mention.first or cols.head[t] == head)
        and (at[t].kind == "organization" or (cols.dep[t] == "poss" and cols.head[t] == head))
    ]
    if before:
        return before[-1]
    for t in range(head + 1, min(head + 1 + _BEHIND, len(cols.text))):
        if t not in at or cols.dep[t] != "pobj":
            continue
        names = cols.text[cols.head[t]].lower()
        above = cols.head[cols.head[t]]
        if above == head:
            if names in ("by", "from") or (names == "of" and at[t].kind == "organization"):
                return at[t]
        elif names == "by" and cols.text[above].lower() in _WRITTEN and cols.head[above] == head:
            return at[t]  # "the report, which was drawn up by the institute"
    return None


def _is_introduced(cols: Columns, mention: Found) -> bool:
    """Say whether the article speaks of a writing as of a new one: "a draft report"."""
    return not mention.plural and cols.text[mention.first].lower() in ("a", "an", "another")


def _speaks(cols: Columns, head: int) -> bool:
    """Say whether something is said by a noun: "the report says", "according to the report"."""
    above = cols.head[head]
    if cols.dep[head] == "nsubj":
        return cols.text[above].lower() in _SAYS
    return cols.dep[head] == "pobj" and cols.text[cols.head[above]].lower() == "according"
