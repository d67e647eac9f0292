"""A desk of two briefings, and corrections on it: what the tests of corrections share."""

from __future__ import annotations

from typing import Any

from generator.editorial.compile import Story, collect, compile_collection, drafts
from generator.editorial.correct import Unapplied, correct
from generator.editorial.corrections import Corrections
from generator.editorial.permalinks import evidence_anchor, quote_anchor
from generator.model import Briefing, KeyActor
from tests.pages.made import ferry, harbour

STORIES = [Story("harbour", (harbour(),)), Story("ferry", (ferry(),))]
FOUND = {briefing.slug: briefing for briefing in compile_collection(STORIES).briefings}
BOARD, UNION, REHN = "velmouth-harbour-board", "dockers-union", "tomas-rehn"


def corrected(
    corrections: dict[str, Any], of: list[Story] | None = None
) -> tuple[dict[str, Briefing], tuple[Unapplied, ...]]:
    briefings, unapplied = correct(drafts(of or STORIES), Corrections.model_validate(corrections))
    return {briefing.slug: briefing for briefing in collect(briefings).briefings}, unapplied


def here(**lists: Any) -> Briefing:
    """The harbour's briefing with corrections of its own, all of which apply."""
    briefings, unapplied = corrected({"briefings": {"harbour": lists}})
    assert unapplied == ()
    assert briefings["ferry"] == FOUND["ferry"], "a correction of one briefing changes no other"
    return briefings["harbour"]


def refused(**lists: Any) -> str:
    """Why the one correction of the harbour's briefing does not apply; nothing is changed then."""
    briefings, (one,) = corrected({"briefings": {"harbour": lists}})
    assert briefings == FOUND
    return one.problem


def actor(briefing: Briefing, actor_id: str) -> KeyActor:
    return next(known for known in briefing.actors if known.id == actor_id)


def found(briefing: Briefing) -> list[tuple[str, str | None]]:
    """Everything that is marked as corrected: what, and what was found."""
    marked = [*briefing.actors, *briefing.quotes, *briefing.disputes]
    marked += [proof for contest in briefing.disputes for proof in contest.evidence]
    return [(c.what, c.found) for thing in (briefing, *marked) for c in thing.changes]


def permalinks(briefing: Briefing) -> set[str]:
    quotes = {quote_anchor(briefing, said) for said in briefing.quotes}
    return quotes | {evidence_anchor(briefing, c, p) for c in briefing.disputes for p in c.evidence}
