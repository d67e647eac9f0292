"""Two names that the article says are of one: "Mara Quill, better known as Lady Finch", "(born Mara Quill)"."""

from __future__ import annotations

from dataclasses import replace

from generator.analysis.actors.columns import Columns
from generator.analysis.actors.found import Found

_FILLERS = frozenset(
    ", ( also better best widely professionally formerly previously then now later commonly popularly publicly is was "
    "who and whose".split()
)
"""What may stand between a name and "known as"."""
_NAMES = frozenset(("pen", "stage", "real", "birth", "ring", "full", "maiden", "original", "legal"))
_REACH = 30
"""Tokens of the longest bracket between the two names ("(born 3 May 1961 in Oslo)")."""


def one_of_two(cols: Columns, names: list[Found]) -> list[Found]:
    """Give the second of two names that the article equates the words of the first, so that they are gathered.

    Only persons and bodies, and only names of which each stands in full; the surname of the second goes along where
    nobody else bears it.
    """
    ends = {name.last: name for name in names if _full(name)}
    same: dict[tuple[str, ...], tuple[str, ...]] = {}
    for name in names:
        if not _full(name) or name.words in same:
            continue
        border = _before_equation(cols, name.first)
        first = ends.get(border) if border is not None else None
        if (
            first is not None
            and first.kind == name.kind
            and cols.block[first.first] == cols.block[name.first]
        ):
            words = same.get(first.words, first.words)
            if words != name.words:
                same[name.words] = words
    if not same:
        return names
    bearers = [name.words[-1] for name in names if _full(name) and name.words not in same]
    for words in list(same):
        if words[-1] not in bearers and len(words) > 1:
            same.setdefault(words[-1:], same[words])
    able = ("person", "organization")
    return [
        replace(name, words=same[name.words]) if name.kind in able and name.words in same else name
        for name in names
    ]


def _full(name: Found) -> bool:
    return name.kind in ("person", "organization") and not name.canonical and len(name.words) > 1


def _before_equation(cols: Columns, at: int) -> int | None:
    """Return the token behind the name that the words before `at` equate with what begins there, or None."""
    word = [text.lower() for text in cols.text[max(0, at - 8) : at]]
    if word[-2:] == ["known", "as"]:
        return _back(cols, at - 3)
    if word[-1:] in (["alias"], ["aka"], ["a.k.a."], ["née"]):
        return _back(cols, at - 2)
    if word[-2:] == ["(", "born"]:
        return at - 2
    for n in range(4, 7):  # "known by her stage name"
        if word[-n : 2 - n] == ["known", "by"] and word[-1] in ("name", "pseudonym", "nickname", "moniker"):
            return _back(cols, at - n - 1)
    for n in range(1, min(6, len(word))):  # "was a pen name of the Norwegian author"
        if (
            word[-n] in ("of", "is", "was")
            and len(word) > n + 2
            and word[-n - 1] == "name"
            and word[-n - 2] in _NAMES
        ):
            if word[-n] != "of":
                return _back(cols, at - n - 3)
            verb = at - n - 4  # before the article of "a pen name of"
            return _back(cols, verb - 1) if verb > 0 and cols.text[verb].lower() in ("is", "was") else None
        if word[-n] in (",", ".", ";", "(", ")"):
            break
    return None


def _back(cols: Columns, at: int) -> int | None:
    """Go back over fillers and one bracket; return the token behind what stands before them, or None."""
    for _ in range(_REACH):
        if at < 0:
            return None
        if cols.text[at] == ")":
            start = at
            while at >= 0 and cols.text[at] != "(" and start - at < _REACH:
                at -= 1
            at -= 1
        elif cols.text[at].lower() in _FILLERS:
            at -= 1
        else:
            return at + 1
    return None
