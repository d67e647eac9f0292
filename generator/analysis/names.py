"""Names as strings: their words, acronyms, and whether one is a short form of another."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.analysis.world import Gender, gender_of_first, is_first_name, short_names, titles

_SMALL = frozenset("of the and for on in de la du des del di da e y et und al & to at a an".split())
_LEGAL_FORMS = frozenset("inc corp ltd limited llc plc gmbh ag sa nv spa co incorporated".split())
_HUMPS = re.compile(r"[A-Z][a-z]+")
_INITIAL = re.compile(r"^(?:[A-Z]\.?-?){1,3}$")


def key(name: str) -> str:
    """Fold a name for comparison: no leading "the", no final "'s", no full stops in abbreviations, no case."""
    folded = " ".join(name.replace("’", "'").split())
    if folded[:4].lower() == "the ":
        folded = folded[4:]
    if folded.endswith("'s"):
        folded = folded[:-2]
    return folded.replace(".", "").casefold()


def is_acronym(name: str) -> bool:
    """Say whether a name is letters only, most of them capitals ("USCC", "U.N.", "NATO")."""
    letters = name.replace(".", "")
    return (
        2 <= len(letters) <= 7 and letters.isalpha() and sum(c.isupper() for c in letters) > len(letters) / 2
    )


def is_humped(word: str) -> bool:
    """Say whether a word has a capital behind small letters ("LibreVoix")."""
    return len(_HUMPS.findall(word)) > 1


def abbreviates(acronym: str, words: Sequence[str]) -> bool:
    """Say whether an acronym can stand for a name of several words.

    Its letters are the first letters of the words, small words and a country before the name counted or not; or it
    has four letters and more, begins and ends with the name's first and last letters, and leaves others out ("USCC").
    """
    letters = acronym.replace(".", "").casefold()
    parts = [part for word in words for part in re.split(r"[-/]", word) if part and part[0].isalnum()]
    if len(words) == 1:
        parts = _HUMPS.findall(words[0])  # "LibreVoix (LV)"
    large = [part for part in parts if part.lower() not in _SMALL]
    first = "".join(part[0] for part in large).casefold()
    every = "".join(part[0] for part in parts).casefold()
    spelt = "".join(part.replace(".", "") if is_acronym(part) else part[0] for part in large).casefold()
    if letters in (first, every, spelt, first[1:] if len(first) > 3 else first):
        return len(letters) > 1
    if len(letters) < 4 or len(spelt) < len(letters) or (spelt[0], spelt[-1]) != (letters[0], letters[-1]):
        return False
    rest = iter(spelt)
    return all(letter in rest for letter in letters)


def holds_in_order(long: Sequence[str], short: Sequence[str]) -> bool:
    """Say whether the words of `short` are the first or the last words of `long`, which has more."""
    n = len(short)
    return 0 < n < len(long) and (list(long[:n]) == list(short) or list(long[-n:]) == list(short))


def bare_person(words: Sequence[str]) -> tuple[str, ...]:
    """Return a person's name without titles before it and abbreviations after it."""
    known = titles()
    first, last = 0, len(words)
    while last - first > 1 and words[first].lower() in known.gender:
        first += 1
    while last - first > 1 and words[last - 1] in known.after:
        last -= 1
    return tuple(words[first:last])


def bare_body(words: Sequence[str]) -> tuple[str, ...]:
    """Return a company's name without what says its legal form ("Segway, Inc.")."""
    last = len(words)
    while last > 1 and (words[last - 1] == "," or words[last - 1].lower().rstrip(".") in _LEGAL_FORMS):
        last -= 1
    return tuple(words[:last])


def same_person(one: Sequence[str], other: Sequence[str]) -> bool:
    """Say whether two full names (of two words and more) can be of one person.

    The last words are the same and the first ones too, or one is the other's initial, short form ("Larry",
    "Lawrence") or another spelling ("Mohamed", "Mohammed"); or all words of the one are among those of the other
    ("Charles Fillmore", "Charles J. Fillmore"; "Duncan Smith", "Iain Duncan Smith").
    """
    if one == other:
        return True
    a, b = [w.casefold() for w in one], [w.casefold() for w in other]
    small, large = sorted((a, b), key=len)
    if 2 <= len(small) < len(large) and large[-len(small) :] == small:
        return True
    if a[-1] == b[-1]:
        if a[0] == b[0]:
            return _middles_agree(a[1:-1], b[1:-1])
        if _skeleton(a[0]) == _skeleton(b[0]) or short_for(one[0], other[0]):
            return _middles_agree(a[1:-1], b[1:-1])
        short, long = sorted((a[0], b[0]), key=len)
        return bool(_INITIAL.match(short.title())) and long[0] == short[0] and len(short.strip(".")) == 1
    if len(a) == 2 and a[::-1] == b:
        return True  # the family name first or last
    return 2 <= len(small) < len(large) and small[0] == large[0] and all(word in large for word in small)


def short_for(one: str, other: str) -> bool:
    """Say whether one first name is a short form of the other ("Bill", "William"), or both of a third."""
    first, second = short_names().get(one, frozenset((one,))), short_names().get(other, frozenset((other,)))
    return not first.isdisjoint(second)


def _skeleton(word: str) -> str:
    """Return what the spellings of a name have in common: doubled letters once, "y" as "i", no hyphens."""
    letters = word.replace("y", "i").replace("ou", "u").replace("-", "")
    return "".join(c for i, c in enumerate(letters) if i == 0 or c != letters[i - 1])


def _middles_agree(one: Sequence[str], other: Sequence[str]) -> bool:
    return not one or not other or one[0][0] == other[0][0]


def gender_of(words: Sequence[str]) -> Gender | None:
    """Return the gender that a person's name tells by title or first name."""
    known = titles()
    for word in words:
        if word.lower() not in known.gender:
            break
        told = known.gender[word.lower()]
        if told:
            return told
    bare = bare_person(words)
    if len(bare) < 2:
        return None
    for word in bare[:-1]:  # "Canon Felix Dray": a word that is no name tells nothing
        for name in (word, word.split("-")[0]):
            if len(name.strip(".")) > 1 and is_first_name(name):
                return gender_of_first(name)
    return None
