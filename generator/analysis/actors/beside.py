"""Descriptions that stand beside a name: "Ann Roe, a former specialist", "the mayor of Lisbon, Ann Roe"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from generator.analysis.actors.calling import owner_of
from generator.analysis.actors.columns import Columns, noun_at
from generator.analysis.actors.found import Found, head_of
from generator.analysis.actors.sorts import sorts
from generator.analysis.kinds import Guess

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
        if nominal is not None and "and" in cols.text[head : mention.first]:
            # "their union and the operator, Norvik": the name is that of the nearer one, wherever the parser hangs it.
            nominal = at_head.get(next((t for t in range(mention.first - 1, head, -1) if t in at_head), head))
            if nominal is not None and _is_listed(cols, found[nominal], mention, owner[i].kind):
                owner[i].roles.add(cols.text[found[nominal].head].lower())
                take(owner, nominal, owner[i])
            continue
        if nominal is not None and not found[nominal].plural and found[nominal].kind == owner[i].kind:
            owner[i].roles.add(cols.text[head].lower())
            take(owner, nominal, owner[i])


def _is_listed(cols: Columns, nominal: Found, name: Found, kind: Guess) -> bool:
    """Say whether a description right before a comma and a name is of that name's bearer."""
    comma = cols.text[nominal.last : name.first] == [","]
    noun = noun_at(cols, nominal.head)
    fits = nominal.kind == kind or (kind == "organization" and noun in sorts())
    return comma and fits and not nominal.plural


_SAME_BODY = frozenset("organization organisation party company corporation group movement".split())


def take(owner: dict[int, Entity], i: int | None, entity: Entity) -> None:
    """Give a mention to an actor, if it has none yet."""
    if i is not None and i not in owner:
        entity.mentions.append(i)
        owner[i] = entity


def take_offices(cols: Columns, found: Sequence[Found], owner: dict[int, Entity]) -> None:
    """Give somebody's office to whose it is: "Mr Roe's office denied it", "the president's office"."""
    at = {m.head: i for i, m in enumerate(found) if i in owner}
    for i, mention in enumerate(found):
        if mention.form != "nominal" or cols.text[mention.head].lower() != "office":
            continue
        bearer = owner_of(cols, mention.first, mention.head)
        whose = next((at[t] for t in reversed(bearer) if t in at), None)
        if whose is not None and owner[whose].kind == "person":
            take(owner, i, owner[whose])
