"""Roles: what the article says a person or body is, verbatim ("CIA spokesman", "leader of North Korea")."""

from __future__ import annotations

from generator.analysis.actors.columns import Columns, noun_at
from generator.analysis.actors.found import Found
from generator.analysis.actors.sorts import sorts
from generator.analysis.kinds import of_noun
from generator.analysis.world import nouns, titles

_ARTICLES = frozenset(("a", "an", "the", "his", "her", "their", "its"))
_STOPS = frozenset(
    (",", ";", ":", ".", "(", ")", "—", "–", '"', "who", "which", "that", "whose", "said", "says")
)
_LONGEST = 14
"""Words of the longest role that is worth printing."""


def find_roles(cols: Columns, found: list[Found]) -> dict[int, list[tuple[int, int]]]:
    """Find the words that say what a named person or body is.

    Returns:
        For each mention (by index) the token ranges of its roles, in the order of the text.
    """
    roles: dict[int, list[tuple[int, int]]] = {}
    starts = {m.first: i for i, m in enumerate(found) if m.form == "name"}
    for i, mention in enumerate(found):
        if mention.form != "name" or mention.kind not in ("person", "organization"):
            continue
        spans = []
        before = _before(cols, mention)
        if before:
            spans.append(before)
        after = _after(cols, mention, starts)
        if after:
            spans.append(after)
        ahead = _ahead(cols, mention)
        if ahead:
            spans.append(ahead)
        if spans:
            roles[i] = spans
    return roles


def _noun_kind_fits(cols: Columns, token: int, mention: Found) -> bool:
    kind = of_noun(cols.text[token])
    if cols.text[token].lower() in nouns().organization:
        kind = "organization" if mention.kind == "organization" else kind
    if mention.kind == "person":
        return kind == "person" or cols.text[token].lower() in titles().gender
    return kind in ("organization", "country", "group")


def _before(cols: Columns, mention: Found) -> tuple[int, int] | None:
    """Return the role right before a name: "CIA spokesman Dean Boyd", "security czar Zhou Yongkang"."""
    if mention.kind != "person":
        return _naming(cols, mention)
    last = mention.title[1] if mention.title else mention.first
    first = mention.title[0] if mention.title else mention.first
    while (
        first > 0
        and cols.sentence[first - 1] == cols.sentence[mention.first]
        and cols.pos[first - 1] in ("NOUN", "PROPN", "ADJ")
        and (cols.text[first - 1] not in _STOPS)
    ):
        first -= 1
    while (
        first > 0
        and cols.text[first - 1] == "-"
        and first > 1
        and cols.sentence[first - 2] == cols.sentence[first]
    ):
        first -= 2
    if first == last or not any(_noun_kind_fits(cols, t, mention) for t in range(first, last)):
        return None
    if (
        first > 1
        and cols.text[first - 1] == "and"
        and of_noun(cols.text[first - 2]) == "person"
        and cols.tag[cols.head[mention.head]] != "VBP"
        and cols.text[cols.head[mention.head]] not in ("were", "are")
    ):
        first -= 2  # "Lawyer and activist Zainab Bello"
    if first > 1 and cols.text[first - 1] in ("'", "’") and cols.tag[first - 1] == "POS":
        first -= 2  # "Dockworkers' leader Joanne Pruitt"
    if not _is_role_word(cols, last - 1):
        return None
    if last - first == 1 and cols.text[first].lower().rstrip(".") in _COURTESY:
        return None
    return (first, last)


def _naming(cols: Columns, mention: Found) -> tuple[int, int] | None:
    """Return what a body is, before its name: "the start-up Kestrel", "the hedge fund Blackthorn Row"."""
    last = first = mention.first
    if not _names_body(cols, last - 1, mention) or cols.sentence[last - 1] != cols.sentence[last]:
        return None
    if cols.dep[mention.head] in ("compound", "nmod", "amod") and cols.head[mention.head] >= mention.last:
        return None  # "the union Varnik leaders": the name is part of what follows
    while first > 0 and cols.sentence[first - 1] == cols.sentence[last] and last - first < _LONGEST:
        if cols.pos[first - 1] not in ("NOUN", "PROPN", "ADJ") and cols.text[first - 1] != "-":
            break
        first -= 1
    opener = cols.text[first - 1].lower() if first else ""
    plain = first < last and (opener in _ARTICLES or cols.tag[first - 1] == "POS" or opener in _OPENING)
    return (first, last) if plain else None


_OPENING = frozenset("this that our my your said".split())


def _names_body(cols: Columns, token: int, mention: Found) -> bool:
    """Say whether a noun with a small letter says what body the name behind it is of."""
    if (
        token < 0
        or mention.kind != "organization"
        or cols.tag[token] != "NN"
        or not cols.text[token].islower()
    ):
        return False
    word = noun_at(cols, token)
    return word in nouns().organization or word in sorts()


_COURTESY = frozenset("mr mrs ms miss mister sir dr lady lord madam dame st saint hon h.e".split())


def _is_role_word(cols: Columns, token: int) -> bool:
    word = cols.text[token].lower()
    return word in titles().gender or of_noun(word) == "person"


def _after(cols: Columns, mention: Found, starts: dict[int, int]) -> tuple[int, int] | None:
    """Return the role after a comma or bracket: "John Tkacik, a former State Department China specialist,"."""
    comma = mention.last
    if comma < len(cols.text) and cols.text[comma] in ("Jr.", "Sr.", "MP"):
        comma += 1
    if comma + 1 >= len(cols.text) or cols.text[comma] not in (",", "(", "—", "–"):
        return None
    sentence = cols.sentence[mention.first]
    first = comma + 1
    if first + 2 < len(cols.text) and cols.text[first].isdigit() and cols.text[first + 1] == ",":
        comma, first = first + 1, first + 2  # "Klara Stein, 51, a nurse from Ulm"
    while first < len(cols.text) and cols.text[first].lower() in _ARTICLES:
        first += 1
    last, noun = first, None
    while last < len(cols.text) and cols.sentence[last] == sentence and last - first < _LONGEST:
        word = cols.text[last]
        if noun is not None and cols.pos[last] == "DET" and cols.pos[last - 1] in ("NOUN", "PROPN"):
            break  # "the group the government blames": what follows is a clause of its own
        if word in _STOPS or (cols.pos[last] in ("VERB", "AUX") and cols.tag[last] not in ("VBN", "VBG")):
            break
        if cols.pos[last] in ("VERB", "AUX") and noun is None and cols.tag[last] == "VBG":
            break
        if (
            noun is None
            and cols.pos[last] in ("ADP", "SCONJ", "PRON", "CCONJ", "ADV")
            and word.lower() not in ("now", "then", "also", "once", "and", "current", "co")
        ):
            break
        if noun is None and (of_noun(word) is not None) and _ends_phrase(cols, last):
            if not _noun_kind_fits(cols, last, mention):
                break
            noun = last
        last += 1
    if noun is None:
        return None
    if last < len(cols.text) and cols.tag[last] in _FINITE and cols.sentence[last] == sentence:
        return None  # "in a letter to Ann Roe, the mayor said": somebody else does something
    owner = cols.text[comma + 1].lower() in ("her", "his", "their")
    if owner and any(cols.text[t] == "and" for t in range(noun + 1, min(noun + 3, len(cols.text)))):
        return None  # "Ann Roe, her mother and her sister"
    if mention.kind == "person" and noun + 1 < len(cols.text) and noun + 1 in starts and last == noun + 1:
        return None
    last = _trim(cols, first, last)
    return (first, last) if last > noun else (first, noun + 1)


_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))


def _ends_phrase(cols: Columns, token: int) -> bool:
    return token + 1 >= len(cols.text) or (
        cols.pos[token + 1] not in ("NOUN", "PROPN") and cols.text[token + 1] not in ("'s", "-")
    )


def _trim(cols: Columns, first: int, last: int) -> int:
    while last > first and cols.pos[last - 1] in (
        "ADP",
        "CCONJ",
        "DET",
        "PUNCT",
        "PART",
        "ADV",
        "SCONJ",
        "SPACE",
    ):
        last -= 1
    return last


def _ahead(cols: Columns, mention: Found) -> tuple[int, int] | None:
    """Return the role before a comma: "The group's chairman, John Smith,", "the mayor of Lisbon, Ann Roe,"."""
    comma = (mention.title[0] if mention.title else mention.first) - 1
    if mention.kind not in ("person", "organization") or comma < 1:
        return None
    if cols.text[comma].lower() == "named":
        return _phrase(cols, comma - 1, mention, comma)
    if cols.text[comma] != "," or cols.sentence[comma] != cols.sentence[mention.first]:
        return None
    if mention.kind == "person" and cols.dep[mention.head] == "appos" and cols.head[mention.head] < comma:
        found = _phrase(cols, cols.head[mention.head], mention, comma)
        if found:
            return found
    # The parser often hangs the name on the place before the comma ("the mayor of Lisbon"), or on nothing.
    closed = mention.last >= len(cols.text) or cols.text[mention.last] in _CLOSING
    if not closed or cols.dep[mention.head] in ("nsubj", "nsubjpass", "conj", "pobj", "dobj"):
        return None
    for head in range(comma - 1, max(-1, comma - _FARTHEST), -1):
        if cols.sentence[head] != cols.sentence[comma] or cols.pos[head] in ("VERB", "AUX", "PUNCT", "CCONJ"):
            return None
        if cols.pos[head] == "NOUN" and cols.dep[head] not in ("compound", "nmod", "poss"):
            found = _phrase(cols, head, mention, comma) if cols.tag[head] == "NN" else None
            if found:
                opener = cols.text[found[0] - 1].lower() if found[0] else ""
                return found if opener in _ARTICLES or opener == "'s" else None
    return None


_CLOSING = frozenset((",", ".", ";", ":", ")", "—", "–", "?", "!"))
_FARTHEST = 9
"""Tokens before the comma in which the noun of a role is looked for."""


def _phrase(cols: Columns, head: int, mention: Found, last: int) -> tuple[int, int] | None:
    """Return the noun phrase of a head up to a token, without the word that opens it, if it may be a role."""
    if head < 0 or not (_noun_kind_fits(cols, head, mention) or _names_a_sort(cols, head, mention)):
        return None
    first = head
    while (
        first > 0
        and cols.sentence[first - 1] == cols.sentence[head]
        and cols.pos[first - 1] in ("NOUN", "PROPN", "ADJ", "PART", "NUM")
    ):
        first -= 1
    if cols.text[first] == "'s":
        first += 1
    return (first, last) if last - first < _LONGEST else None


def _names_a_sort(cols: Columns, head: int, mention: Found) -> bool:
    """Say whether a noun for people is one for bodies too: "the developer, Lowmoor Homes"."""
    return mention.kind == "organization" and noun_at(cols, head) in sorts()
