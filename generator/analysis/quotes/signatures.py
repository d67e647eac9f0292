"""Signatures: who said it, behind a dash or in brackets below the words ("— Hanna Moe, baker")."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.analysis.kinds import of_noun
from generator.analysis.quotes.labels import is_role
from generator.analysis.quotes.reading import Reading
from generator.analysis.syntax import Word

_DASH = re.compile(
    r"(?:\A|(?<=[.!?…\"'])\s*(?:\n[> \t]*)?)(?P<dash>—|–|―|--?|~)\s*(?=[^\W\d_a-z]|\w{1,3} [A-Z])"
)
DASHES = frozenset(("—", "–", "―", "--", "-", "~"))
_LONGEST = 90
"""Characters of a signature, at most."""
_WORDS = 14
_SMALL = frozenset(("DET", "PRON", "ADP", "CCONJ", "SCONJ", "AUX", "PART"))
_SIDE = frozenset(("relcl", "acl", "amod"))


def signature(reading: Reading, first: int, end: int) -> tuple[int, tuple[int, int]] | None:
    """Read the signature at the end of a stretch of tokens.

    Returns:
        The token of the dash, and the tokens of the name; None where no name follows a dash at the end.
    """
    span = reading.chars(first, end)
    text = reading.text
    low = max(span.start, span.end - _LONGEST)
    matches = (
        list(_DASH.finditer(text[low : span.end]))
        if low > span.start
        else list(_DASH.finditer(text[span.start : span.end]))
    )
    for match in reversed(matches):
        if match.start("dash") == 0 and low > span.start:
            continue
        dash, _ = reading.range(low + match.start("dash"), low + match.end("dash"))
        name, _ = reading.range(low + match.end(), span.end)
        words = signed_name(reading, name, end)
        if words is not None:
            return dash, words
    return None


def signed_beside(reading: Reading, first: int, end: int) -> tuple[Word, tuple[int, int]] | None:
    """Read the signature that a stretch of tokens begins with, behind a dash or in brackets.

    Returns:
        The dash or bracket, and the tokens of the name.
    """
    if end - first < 2:
        return None
    sign = reading.tokens[first]
    if sign.text == "(":
        end = next((i for i in range(first, end) if reading.tokens[i].text == ")"), end)
        if reading.tokens[first + 1].ent_type_ != "PERSON":
            return None
    elif sign.text not in DASHES:
        return None
    name = signed_name(reading, first + 1, end)
    return (sign, name) if name is not None else None


def signed_name(reading: Reading, first: int, end: int) -> tuple[int, int] | None:
    """Return the tokens of the name that a signature begins with, without what is said of the person."""
    inside = [token for token in reading.tokens[first:end] if not token.is_space]
    if not inside or len(inside) > _WORDS or not _begins_name(inside):
        return None
    # A capital letter or a word for a person is surer than the tagger, which takes many a lone name for a verb.
    verbs = [token for token in inside[1:] if token.pos_ in ("VERB", "AUX") and token.text.islower()]
    acts = (token for token in verbs if of_noun(token.text) is None)
    if any(token.dep_ not in _SIDE for token in acts):
        return None
    stop = next((token.i for token in inside if _ends_name(token)), end)
    while stop > first and reading.tokens[stop - 1].is_space:
        stop -= 1
    return (first, stop) if stop > first else None


def unsigned_name(reading: Reading, first: int, end: int) -> tuple[int, int] | None:
    """Return the name of a line that is nothing but a name, with a role or not: "Ole Brandt, fisherman"."""
    inside = [token for token in reading.tokens[first:end] if not token.is_space]
    if not inside or inside[-1].text in (".", "!", "?", ":", ";"):
        return None
    words = signed_name(reading, first, end)
    if words is None:
        return None
    name = reading.tokens[slice(*words)]
    known = any(token.ent_type_ == "PERSON" for token in name) or is_role(
        " ".join(token.text for token in name)
    )
    return words if known else None


def _begins_name(inside: Sequence[Word]) -> bool:
    first = inside[0]
    if not first.text[:1].isupper():
        return False
    two = len(inside) > 1 and inside[1].is_alpha and inside[1].text.istitle() and first.pos_ not in _SMALL
    return two or first.pos_ == "PROPN" or of_noun(first.text) is not None


def _ends_name(token: Word) -> bool:
    return token.text in (",", "(", ";", ":", "|", "/", "—", "–", "--", "-", "[", '"') or "\n" in token.text
