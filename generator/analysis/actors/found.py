"""What a mention is, while actors are looked for: a stretch of tokens, and what is known of it."""

from __future__ import annotations

from dataclasses import dataclass

from generator.analysis.actors.columns import Columns
from generator.analysis.kinds import Guess
from generator.analysis.names import bare_body
from generator.analysis.world import Sense, first_names, titles
from generator.model import MentionForm


@dataclass(frozen=True, slots=True)
class Found:
    """A mention of somebody or something that may be an actor."""

    start: int
    """First character."""
    end: int
    first: int
    """First token."""
    last: int
    """The token after the last one."""
    head: int
    """The token that the syntax hangs on."""
    form: MentionForm
    kind: Guess = None
    words: tuple[str, ...] = ()
    """The words of a name or of a description."""
    sense: Sense = "name"
    """How a name of the lexicons stands for what it means ("China", "Chinese", "Beijing")."""
    canonical: str | None = None
    """What the lexicons call it."""
    title: tuple[int, int] | None = None
    """The tokens before a person's name that say what the person is ("CIA spokesman")."""
    definite: bool = False
    """A description with "the", "this" or a possessive."""
    plural: bool = False
    inside: bool = False
    """A name inside a longer one ("Kenya" in "Bank of Kenya"): it says little of how much the article is about it."""
    entity: int = -1
    """Number of the actor that it stands for; -1: none. Given by the coreference component."""


def head_of(cols: Columns, first: int, last: int) -> int:
    """Return the token of a stretch that hangs on something outside it; the last such one."""
    for i in range(last - 1, first - 1, -1):
        if not first <= cols.head[i] < last or cols.head[i] == i:
            return i
    return last - 1


def name_of(cols: Columns, first: int, last: int) -> Found:
    """Make a named mention of a run of tokens, without what does not belong to a name at its end."""
    while last - first > 1 and cols.text[last - 1] in ("-", "'s", ",", "&", "of", "and"):
        last -= 1
    while (
        last - first > 2
        and cols.text[last - 1].isupper()
        and (
            cols.text[last - 1] in titles().after
            or (cols.entity[first] == "PERSON" and cols.text[first] in first_names())
        )
        and cols.text[last - 1].isalpha()
        and len(cols.text[last - 1]) > 1
        and not cols.text[first].isupper()
    ):
        last -= 1  # "Daniel Bernoulli FRS"
    words = tuple(cols.text[first:last])
    entry = cols.known.get(cols.words(first, last)) or cols.known.get(" ".join(bare_body(words)))
    return Found(
        start=cols.start[first],
        end=cols.end(last - 1),
        first=first,
        last=last,
        head=head_of(cols, first, last),
        form="name",
        words=words,
        kind=entry.kind if entry else None,
        sense=entry.sense if entry else "name",
        canonical=entry.name if entry else None,
    )
