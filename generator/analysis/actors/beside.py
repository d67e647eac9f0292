"""Descriptions that stand beside a name: "Ann Roe, a former specialist", "the mayor of Lisbon, Ann Roe"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from generator.analysis.actors.columns import Columns
from generator.analysis.actors.found import Found, head_of

if TYPE_CHECKING:
    from generator.analysis.actors.coreference import Entity


def beside_names(
    cols: Columns,
    found: Sequence[Found],
    owner: dict[int, Entity],
    roles: Mapping[int, Sequence[tuple[int, int]]],
) -> None:
    """Give the descriptions beside a name to its bearer: "Tkacik, a former specialist", "the regulator, IPSO"."""
    at_head = {m.head: i for i, m in enumerate(found) if m.form == "nominal"}
    for i, spans in roles.items():
        if i not in owner:
            continue
        for first, last in spans:
            head = head_of(cols, first, last)
            if first >= found[i].last and cols.dep[head] in ("nsubj", "nsubjpass"):
                continue  # "near Ardal, officials said": they do something of their own
            owner[i].roles.add(cols.text[head].lower())
            take(owner, at_head.get(head), owner[i])
            # "The consultant, a former rower named Ann Roe": all three are one.
            beside = at_head.get(cols.head[head]) if cols.dep[head] == "appos" else None
            if beside is not None and found[beside].definite and not found[beside].plural:
                take(owner, beside, owner[i])
    for i, mention in enumerate(found):
        if mention.form != "name" or i not in owner:
            continue
        head = cols.head[mention.head]
        if cols.dep[mention.head] == "compound" and owner[i].kind == "organization" and head == mention.last:
            # "the Hamas organization" is Hamas, and no other body beside it; "a Hamas office" is not.
            if cols.text[head].lower() in _SAME_BODY and head in at_head:
                take(owner, at_head[head], owner[i])
            continue
        if cols.dep[mention.head] != "appos":
            continue
        nominal = at_head.get(head)
        if nominal is not None and not found[nominal].plural and found[nominal].kind == owner[i].kind:
            owner[i].roles.add(cols.text[head].lower())
            take(owner, nominal, owner[i])


_SAME_BODY = frozenset("organization organisation party company corporation group movement".split())


def take(owner: dict[int, Entity], i: int | None, entity: Entity) -> None:
    """Give a mention to an actor, if it has none yet."""
    if i is not None and i not in owner:
        entity.mentions.append(i)
        owner[i] = entity
