"""The words of a briefing as a sheet words them: verbatim, on one line each, and ready to be set."""

from __future__ import annotations

import datetime
import re
import unicodedata

from generator.model import Briefing, Contest, KeyActor, Proof, Said, Span
from generator.pages.bundles import is_mutual
from generator.text import one_line

_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001eeff]"
)
"""The blocks of letters that run from right to left: Hebrew, Arabic, Syriac, Thaana, N'Ko, Adlam ..."""
_DOUBLE_MARKS, _SINGLE_MARKS = (
    ("``", "''", '"', "“", "”", "„", "«", "»"),
    ("'", "‘", "’", "‚", "‹", "›", "`", "´"),
)
_LEFT_TO_RIGHT_ISOLATE, _POP_ISOLATE = "\u2066", "\u2069"
_SOFT_HYPHEN, _ZERO_WIDTH_SPACE, _NO_BREAK_SPACE = "\u00ad", "\u200b", "\u00a0"
LONGEST_WORD = 14
"""Widths of a capital M that a word may have before it gets places to break: the rail is 15 wide."""
_BREAK_EVERY = 8
_PRONOUNS = frozenset(
    "he she they it i we you who which that this these those one him her them us me".split()
)
_MONTHS = "January February March April May June July August September October November December".split()


def plain(text: str) -> str:
    """Fold white space, and drop control characters and what would turn the direction of the text around."""
    return _CONTROLS.sub("", one_line(text))


def settable(text: str) -> str:
    """Make text safe to set in a narrow column: no word wider than the column, no direction that spreads.

    A word that is too wide gets soft hyphens (between letters) or places to break; text with right-to-left
    letters is isolated, so that the words around it keep their order, and runs from left to right as a whole:
    it is a name, or an English sentence that holds one.
    """
    text = plain(text)
    text = " ".join(_breakable(word) for word in text.split(" "))
    if _RIGHT_TO_LEFT.search(text):
        return f"{_LEFT_TO_RIGHT_ISOLATE}{text}{_POP_ISOLATE}"
    return text


def settable_name(text: str) -> str:
    """Make a name safe to set, and keep it on one line if it is short."""
    return unbroken(settable(text))


def unbroken(text: str) -> str:
    """Keep a short name, number or date on one line; one of more than 24 characters may break."""
    return text.replace(" ", _NO_BREAK_SPACE) if len(text) <= 24 else text


def _breakable(word: str) -> str:
    if len(word) <= LONGEST_WORD:
        return word
    width = sum(1.0 if char.isupper() or ord(char) > 0x2E80 else 0.6 for char in word)
    if width <= LONGEST_WORD:
        return word
    parts, start = [], 0
    for at in range(_BREAK_EVERY, len(word)):
        if at - start >= _BREAK_EVERY and not unicodedata.category(word[at]).startswith(("M", "Cf")):
            parts.append(word[start:at])
            start = at
    parts.append(word[start:])
    joined = parts[0]
    for part in parts[1:]:
        letters = joined[-1].isalpha() and part[0].isalpha() and joined[-1].isascii()
        joined += (_SOFT_HYPHEN if letters else _ZERO_WIDTH_SPACE) + part
    return joined


def cut(text: str, length: int) -> int:
    """Return how many code points of the text to show, at most `length`: up to the end of a word."""
    space = text.rfind(" ", length // 2, length + 1)
    return len(text[: space if space > 0 else length].rstrip(" ,;:–—-"))


def day(date: str | None) -> str:
    """Word a date ("2014-10-22") as "22 October 2014"; without one, nothing."""
    if date is None:
        return ""
    known = datetime.date.fromisoformat(date)
    return f"{known.day} {_MONTHS[known.month - 1]} {known.year}"


def title_words(briefing: Briefing) -> str:
    """Return the title on one line."""
    return plain(briefing.title)


def lead_words(briefing: Briefing, place: int) -> str:
    """Return a lead sentence on one line."""
    lead = briefing.lead[place]
    return plain(briefing.words(lead.article, lead.span))


def evidence_words(briefing: Briefing, contest: Contest, place: int) -> str:
    """Return the sentence of a piece of evidence on one line."""
    proof = contest.evidence[place]
    return plain(briefing.words(proof.article, proof.evidence))


def quote_words(briefing: Briefing, said: Said) -> str:
    """Return what was said, verbatim.

    Direct speech stands in one pair of quotation marks whatever marks the article has around it, with an
    ellipsis where the article breaks off to say who speaks, and without the comma that leads on to the speaker
    ("... by noon," she said); a reported clause stands as it is.
    """
    parts = [plain(briefing.words(said.article, span)) for span in said.quote.spans]
    if said.quote.kind != "direct":
        return " … ".join(parts)
    bare = [part for part in map(without_marks, parts) if part]
    return f"“{' … '.join(bare).removesuffix(',')}”"


def without_marks(text: str) -> str:
    """Take the outer quotation marks off, one at each end; a single one at the end only if one opens it.

    The last is for the apostrophe of a plural ("the workers’"): marks within are the speaker's own.
    """
    opening = next((mark for mark in _DOUBLE_MARKS + _SINGLE_MARKS if text.startswith(mark)), "")
    bare = text.removeprefix(opening)
    closing = _DOUBLE_MARKS + (_SINGLE_MARKS if opening in _SINGLE_MARKS else ())
    return bare.removesuffix(next((mark for mark in closing if bare.endswith(mark)), "")).strip()


def actor_of(briefing: Briefing, actor_id: str | None) -> KeyActor | None:
    """Return the actor of that id, or None where there is none."""
    return next((actor for actor in briefing.actors if actor.id == actor_id), None)


def speaker_name(briefing: Briefing, said: Said) -> str:
    """Name the speaker: the actor, else the article's words beside the cue ("officials"), else nothing.

    A pronoun names nobody: on a sheet there is no sentence before it to look in.
    """
    speaker = said.quote.speaker
    if speaker is None:
        return ""
    if actor := actor_of(briefing, speaker.actor):
        return plain(actor.name)
    beside = plain(briefing.words(said.article, Span(start=speaker.start, end=speaker.end)))
    return "" if beside.lower() in _PRONOUNS else beside


def party_names(briefing: Briefing, contest: Contest, proof: Proof) -> str:
    """Word the parties of a dispute.

    Returns:
        "A against B" where the evidence tells who is against whom and there are no others, "A and B against each
        other" where its sentence tells both; else "A, B and C".
        Beyond four, three are named and the others counted.
    """
    names = {
        actor_id: settable_name(actor.name)
        for actor_id in contest.parties
        if (actor := actor_of(briefing, actor_id))
    }
    evidence = proof.evidence
    source, target = names.get(evidence.source or ""), names.get(evidence.target or "")
    if source and target and source != target and len(names) == 2:
        if is_mutual(contest, proof):
            return f"{source} and {target} against each other"
        return f"{source} against {target}"
    listed = list(names.values())
    return listing([*listed[:3], f"{len(listed) - 3} others"] if len(listed) > 4 else listed)


def listing(parts: list[str]) -> str:
    """Join words as English lists do: "a", "a and b", "a, b and c"."""
    return " and ".join(filter(None, [", ".join(parts[:-1]), *parts[-1:]]))


def counted(number: int, one: str, many: str) -> str:
    """Word a number of things ("1 mention", "24 mentions"), on one line."""
    return f"{number}{_NO_BREAK_SPACE}{one if number == 1 else many}"


def web_address(url: str) -> str:
    """Return an address as one reads it: without its scheme and the slash at its end."""
    return re.sub(r"^https?://", "", url).rstrip("/")
