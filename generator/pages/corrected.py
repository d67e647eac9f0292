"""How a page says that an editor corrected something, and what the program had found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from generator.model import Briefing, Change
from generator.pages.markdown import Safe
from generator.pages.wording import Wording

_FOUND = {
    "name": "found as",
    "kind": "kind found:",
    "role": "role found:",
    "merged": "the same as what was found as",
    "speaker": "speaker found:",
    "issue": "issue found:",
    "direction": "found:",
    "teller": "found according to",
    "title": "headline of the article:",
}
"""What leads up to the words that were found."""
_NOTHING = {
    "role": "no role was found",
    "speaker": "no speaker was found",
    "issue": "no issue was found",
    "direction": "who is against whom was not found",
    "teller": "found as told by the source",
    "merged": "found as a dispute of its own",
    "added": "not found by the program",
    "lead": "an editor chose the sentences",
}
"""What is said where nothing was found."""
_OFF: dict[str, tuple[str, str]] = {
    "actor": ("actor", "actors"),
    "quotation": ("quotation", "quotations"),
    "dispute": ("dispute", "disputes"),
    "evidence": ("piece of evidence", "pieces of evidence"),
}


def corrected(changes: Sequence[Change], wording: Wording) -> Safe | None:
    """Word a correction: "Corrected by an editor (speaker found: ...)", or None where there is none.

    Args:
        changes: What an editor changed.
        wording: Knows the words of the articles; those among what was found are marked as such.

    Returns:
        Markdown on one line; what was found stands in an element that the printed page leaves out.
    """
    if not changes:
        return None
    told = "; ".join(_told(change, wording) for change in changes)
    kinds = {change.what for change in changes}
    parts = " and ".join(name for what, name in (("title", "headline"), ("lead", "lead")) if what in kinds)
    return Safe(
        f'{f"{parts} corrected".strip().capitalize()} by an editor <span class="found beyond-sheet">({told})</span>'
    )


def _told(change: Change, wording: Wording) -> str:
    if change.what == "apart":
        return "found as one with others of this name"
    if change.found is None or change.what not in _FOUND:
        return _NOTHING.get(change.what, "not found")
    return f"{_FOUND[change.what]} {wording.cited(change.found)}"


def taken_off(briefing: Briefing) -> str:
    """Count what an editor took off a briefing: "1 quotation and 2 disputes"; empty where nothing was."""
    counts: Counter[str] = Counter(drop.of for drop in briefing.dropped)
    parts = [f"{counts[of]}\u00a0{words[counts[of] > 1]}" for of, words in _OFF.items() if counts[of]]
    return " and ".join(filter(None, [", ".join(parts[:-1]), *parts[-1:]]))
