"""Whether the text goes on to say that a quarrel is over: "fell out in 2020; they have since made a film together"."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

BETWEEN = 40
"""Characters at most between the subject of the peace and its words: "the two sides, in public, shook hands"."""
SPOKEN_OF = (
    r"(?:they|both|the (?:two|pair|couple|firms|companies|parties|sides|men|women|rivals)|all (?:that|this)|"
    r"(?:he|she|it) (?:has|have|had|was|were|is|long|later|thought|since|then)|"
    r"(?:and|but|,|which|who) (?:was|were|has|have|had|are|is|long|since|later|now|then)|"
    r"the (?:case|matter|dispute|suit|quarrel|row|feud|claim|action|charges?))"
)
"""Of whom or what the words of peace must be said."""
DOUBT = re.compile(
    r"\b(?:never|not|no longer|refus\w+|fail\w+|yet to|without|hop\w+|would|could|will|should|must|unless|if|urg\w+|"
    r"call\w+|ask\w+|try|tried|tries|want\w*|until|rather than|instead of)\b|n['’]t\b"
)
"""Words by which there is no peace, or not yet."""


@cache
def _pattern() -> re.Pattern[str]:
    """Read dispute_settled.txt (once a process)."""
    text = files("generator").joinpath("lexicons/dispute_settled.txt").read_text(encoding="utf-8")
    phrases = [_phrase(line) for line in text.splitlines() if line and not line.startswith("#")]
    return re.compile(rf"\b(?={SPOKEN_OF}\b)[^.;:]{{0,{BETWEEN}}}?\b(?:{'|'.join(phrases)})\b")


def _phrase(line: str) -> str:
    """Return the pattern of a line of the list."""
    parts = []
    for word in line.split():
        if word == "*":
            parts.append(r"(?:[\w'’-]+ ){0,3}")
        elif word.endswith("?"):
            parts.append(f"(?:{word[:-1]} )?")
        else:
            parts.append(f"(?:{word}) ")
    return "".join(parts).rstrip()


def is_settled(rest: str, following: str) -> bool:
    """Say whether the words behind a quarrel tell that it is over.

    Args:
        rest: The words of its sentence behind the predicate.
        following: The next sentence of the paragraph; empty if there is none.
    """
    return any(_tells_of_peace(words.lower()) for words in (rest, following))


def _tells_of_peace(words: str) -> bool:
    return any(DOUBT.search(found.group()) is None for found in _pattern().finditer(words))
