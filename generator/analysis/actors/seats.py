"""Capitals: "Beijing protested" is a government, "in Beijing" is a city."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from generator.analysis.actors.columns import Columns
from generator.analysis.actors.found import Found
from generator.analysis.kinds import of_noun

_SUBJECT = frozenset(("nsubj", "nsubjpass"))
_CITY_BEFORE = frozenset(
    "in at near outside around through into across inside throughout downtown central via within leave left".split()
)
_PARTNER = frozenset("with from by between against toward towards for on upon".split())
_CITY_NOUNS = frozenset(
    "mayor street streets airport police suburb suburbs school hotel court time newspaper university stadium exchange "
    "resident residents hospital museum skyline metro subway neighborhood district office embassy".split()
)


def tell_cities(cols: Columns, found: list[Found]) -> list[Found]:
    """Tell the capital that is a city from the one that stands for its government."""
    evidence: Counter[str] = Counter()
    signs: dict[int, int] = {}
    for n, name in enumerate(found):
        if name.sense == "seat" and name.canonical:
            signs[n] = _means_government(cols, name)
            evidence[" ".join(name.words)] += signs[n]
    for n, sign in signs.items():
        name = found[n]
        if sign < 0 or (sign == 0 and evidence[" ".join(name.words)] <= 0):
            found[n] = replace(name, kind="place", canonical=None, sense="name")
    # Where the capital acts for its country in the article, its streets and airports make no second actor.
    acting = {found[n].words for n in signs if found[n].canonical}
    return [
        name
        for n, name in enumerate(found)
        if not (n in signs and name.kind == "place" and name.words in acting)
    ]


def _means_government(cols: Columns, name: Found) -> int:
    """Return 1 where a seat of power means the government, -1 where it means the city, 0 where nothing tells."""
    if name.inside:
        return -1  # "University of Copenhagen"
    if name.words[0] in (
        "Kremlin",
        "Pentagon",
        "Downing",
        "Whitehall",
        "10",
        "No.",
        "Number",
        "Capitol",
        "Foggy",
    ):
        return 1
    before = cols.text[name.first - 1].lower() if name.first else ""
    after = cols.text[name.last] if name.last < len(cols.text) else ""
    following = cols.text[name.last + 1] if name.last + 1 < len(cols.text) else ""
    if before in _CITY_BEFORE or (after == "," and following in cols.known):
        return -1
    if after in ("—", "–", "-", "(", ":") and (
        name.first == 0 or cols.block[name.first - 1] != cols.block[name.first]
    ):
        return -1
    token = name.head
    while cols.dep[token] == "conj" and cols.head[token] < token:
        token = cols.head[token]  # "between Ankara and Athens": what holds of the first holds of all
    if token != name.head and cols.text[token - 1].lower() in _PARTNER:
        return 1
    if token != name.head and cols.dep[token] in _SUBJECT and cols.text[token] in cols.known:
        return 1  # "Lisbon and Madrid have agreed"
    head = cols.head[name.head]
    governor = cols.text[head].lower()
    dep = cols.dep[name.head]
    if after in ("'s", "’s", "'"):
        possessed = cols.text[head].lower() if dep == "poss" else following.lower()
        return (
            -1
            if possessed in _CITY_NOUNS or cols.pos[head] == "PROPN" or of_noun(possessed) == "place"
            else 1
        )
    if dep in _SUBJECT:
        return -1 if cols.text[head] in ("is", "was", "has", "been", "be") and cols.pos[head] == "AUX" else 1
    if dep in ("dobj", "agent", "dative"):
        return (
            1
            if governor not in ("visit", "visited", "left", "leave", "reach", "reached", "bombed", "hit")
            else -1
        )
    if governor in ("to", "of", "for", "on") or before in ("to", "of"):
        return 0
    if before in _PARTNER or governor in _PARTNER:
        return 1 if before != "from" or cols.pos[cols.head[head]] == "NOUN" else 0
    if dep == "compound" and name.head < head:
        return -1 if governor in _CITY_NOUNS or of_noun(governor) == "place" else 0
    return 0
