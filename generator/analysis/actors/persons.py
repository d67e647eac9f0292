"""Single persons whom an article never names: "a senior official", "the shift leader", "a spokeswoman for Meridian".

One is an actor only where the words tell which one: "a student" may be any student.
"""

from __future__ import annotations

from collections.abc import Set

from generator.analysis.actors.calling import owner_of
from generator.analysis.actors.columns import Columns
from generator.analysis.actors.found import Found
from generator.analysis.actors.telling import (
    country_after,
    distinguishing,
    is_country,
    is_named_part,
    is_vague,
    lists,
)

_NO_ONE = ("compound", "nmod", "amod", "attr", "appos", "oprd", "npadvmod")
"""Places in a clause in which a noun says what somebody is, and speaks of nobody new."""
_PRONOUN = frozenset("his her its their our my your".split())
_WHOSE = frozenset(("of", "for", "at"))


def is_somebody(cols: Columns, mention: Found, names: Set[int], speaks: bool) -> bool:
    """Say whether a description tells of one certain person.

    Args:
        cols: The document.
        mention: A description of a person.
        names: The first tokens of the names of persons.
        speaks: Whether a quotation is ascribed to the description.
    """
    head, opener = mention.head, cols.text[mention.first].lower()
    noun = cols.text[head].lower()
    if cols.tag[head] != "NN" or is_vague(cols, mention) or opener in lists().never or opener in _PRONOUN:
        return False
    if cols.dep[head] in _NO_ONE or is_named_part(cols, mention):
        return False
    if cols.dep[head] == "pobj" and cols.text[cols.head[head]].lower() in ("as", "like", "than"):
        return False
    if cols.pos[mention.first] != "DET" or owner_of(cols, mention.first, head):
        return False  # "the election for governor"; "the union's own treasurer" is mostly named soon
    last = end_of_name(cols, head)
    if not names.isdisjoint(range(head + 1, last + 2)):
        return False  # "the chairman of the commission Ann Roe"
    # "China summoned the Austrian ambassador" is between two countries; the words of an ambassador are his own.
    before = range(mention.first, head)
    if (
        noun in lists().state
        and not speaks
        and (any(is_country(cols, t) for t in before) or country_after(cols, head))
    ):
        return False
    if last > head or (opener == "the" and noun in lists().offices):
        return True
    return bool(distinguishing(cols, mention)[0])


def end_of_name(cols: Columns, head: int) -> int:
    """Return the last token of what a person without a name is called: "spokeswoman for the Harbour Board"."""
    token = head + 2
    if token >= len(cols.text) or cols.head[head + 1] != head or cols.text[head + 1].lower() not in _WHOSE:
        return head
    if cols.dep[head] in ("dobj", "nsubjpass"):
        return head  # "accused the coach of betrayal"
    while token < len(cols.text) and cols.pos[token] == "DET":
        token += 1
    last = head
    while token < min(head + 8, len(cols.text) - 1) and cols.sentence[token] == cols.sentence[head]:
        word, following = cols.text[token].lower(), cols.pos[token + 1]
        if cols.pos[token] in ("PROPN", "NOUN", "ADJ"):
            last = token
        elif cols.tag[token] == "POS":
            pass  # "a lawyer of the Dockers' Federation"
        elif word not in ("of", "the", "and", "-", "for") or (word == "and" and following != "PROPN"):
            break
        token += 1
    return last
