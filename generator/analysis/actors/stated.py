"""What a clause says that a person is: "Ann Roe, who leads the union", "Ann Roe is the chair of the union"."""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.actors.columns import Columns
from generator.analysis.actors.found import Found
from generator.analysis.kinds import of_noun

_LEADS = frozenset("led leads lead heads headed head chairs chaired chair runs presides presided".split())
_HELPERS = frozenset(("has", "had", "have", "now", "also", "still", "currently"))
_IS = frozenset(("is", "was", "'s", "remains", "remained", "became", "becomes", "been", "be"))
_MADE = frozenset("appointed elected named re-elected reelected made crowned sworn".split())
_TITLES = ("head", "president", "chairman", "director")
"""What those who lead something may be called."""
_TITLES_OF = {
    "bank": ("governor",),
    "ministry": ("minister",),
    "department": ("minister", "secretary"),
    "university": ("rector", "chancellor"),
    "government": ("premier",),
    "school": ("headteacher",),
    "province": ("governor",),
    "state": ("governor",),
}
"""What else they may be called by what they lead: "Ann Roe, who has led the Reserve Bank since 2019"."""
_REACH = 10
"""Tokens behind a verb in which the noun that it makes of its subject is looked for."""


def titles_by_clause(cols: Columns, mention: Found) -> Iterator[str]:
    """Yield what one may be called who leads something: "Ann Roe, who has led the union since 2014"."""
    who = mention.last + (mention.last < len(cols.text) and cols.text[mention.last] == ",")
    if who >= len(cols.text) or cols.text[who].lower() != "who":
        return
    verb = who + 1
    while verb < len(cols.text) and cols.text[verb].lower() in _HELPERS:
        verb += 1
    if verb < len(cols.text) and cols.text[verb].lower() in _LEADS and cols.pos[verb] == "VERB":
        yield from _TITLES
        led = (t for t in range(verb + 1, min(verb + _REACH, len(cols.text))) if cols.head[t] == verb)
        body = next((t for t in led if cols.dep[t] == "dobj"), None)
        if body is not None:
            yield from _TITLES_OF.get(cols.text[body].lower(), ())


def noun_by_clause(cols: Columns, mention: Found) -> int | None:
    """Return the noun that a clause makes of its subject: "Ann Roe is the chair", "was elected treasurer"."""
    verb = cols.head[mention.head]
    if cols.dep[mention.head] not in ("nsubj", "nsubjpass") or verb < mention.last:
        return None
    word = cols.text[verb].lower()
    if word not in _IS and word not in _MADE:
        return None
    if any(
        cols.dep[t] == "neg" and cols.head[t] == verb
        for t in range(mention.last, min(verb + 3, len(cols.text)))
    ):
        return None
    for token in range(verb + 1, min(verb + _REACH, len(cols.text))):
        if cols.head[token] == verb and cols.dep[token] in ("attr", "oprd", "acomp"):
            plain = cols.tag[token] in ("NN", "NNP") and of_noun(cols.text[token]) == "person"
            return token if plain else None
    return None


def role_by_clause(cols: Columns, mention: Found) -> tuple[int, int] | None:
    """Return the words by which a clause says what a person is: "Vera Lind is chief economist at Norbank"."""
    noun = noun_by_clause(cols, mention)
    if noun is None or cols.text[noun].lower() in _SAYS_LITTLE:
        return None
    if cols.text[cols.head[mention.head]].lower() in ("be", "been"):
        return None  # "would be the president"
    first = noun
    while first > mention.last and cols.pos[first - 1] in ("NOUN", "PROPN", "ADJ", "PART"):
        first -= 1
    last, end = noun + 1, noun + 1
    while (
        last < len(cols.text) and cols.sentence[last] == cols.sentence[noun] and last - first < _LONGEST_ROLE
    ):
        if last == noun + 1 and cols.text[last] not in ("of", "at", "for", "in", "to"):
            break
        if cols.pos[last] not in ("ADP", "DET", "NOUN", "PROPN", "ADJ") and cols.text[last] != "'s":
            break
        last += 1
        if cols.pos[last - 1] in ("NOUN", "PROPN"):
            end = last
    return (first, end)


_SAYS_LITTLE = frozenset(
    "person man woman boy girl one father mother son daughter friend winner loser victim".split()
)
_LONGEST_ROLE = 12
