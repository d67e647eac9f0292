"""Own examples of actors without a name: groups, descriptions and pronouns; more than half of the claims are traps."""

from __future__ import annotations

from pathlib import Path

from spacy.language import Language

from generator.analysis.pipeline import analyse
from generator.model import Actor, Analysis
from tests.quality.test_actors_examples import article, called, table

TABLE = Path(__file__).with_name("nominals_examples.txt")
FLOORS = {"found": 0.9, "traps": 0.97}
"""Shares of the claims that hold; a wrong merge is worse than a missed one, so the floor of the traps is the higher."""
TRAPS = ("! ", "? ")


def is_trap(claim: str) -> bool:
    return claim.startswith(TRAPS) or " # " in claim


def mentioned(analysis: Analysis, actor: Actor, words: str) -> bool:
    """Say whether words are a mention of an actor, as a whole or without the article that opens it."""
    held = [mention.of(analysis.text) for mention in actor.mentions]
    return any(words == mention or mention.split(" ", 1)[-1] == words for mention in held)


def holds(analysis: Analysis, claim: str) -> bool:
    """Say whether a claim of the table holds."""
    if claim.startswith("! "):
        return not called(analysis, claim[2:])
    if claim.startswith("? "):
        return not any(
            mentioned(analysis, actor, words) for actor in analysis.actors for words in claim[2:].split(", ")
        )
    name, sign, wanted = next(part for s in (" = ", " : ", " # ") if (part := claim.partition(s))[1])
    actors = called(analysis, name)
    if sign == " # ":
        return len(actors) <= 1 and not any(
            mentioned(analysis, actor, words) for actor in actors for words in wanted.split(", ")
        )
    if len(actors) != 1:
        return False
    if sign == " : ":
        return actors[0].kind == wanted
    return all(mentioned(analysis, actors[0], words) for words in wanted.split(", "))


def test_the_table_is_large_and_half_of_it_are_traps() -> None:
    claims = [claim for _, row in table(TABLE) for claim in row]
    assert len(claims) >= 80
    assert 2 * sum(map(is_trap, claims)) >= len(claims)


def test_claims_on_own_examples_hold(nlp: Language) -> None:
    rows = table(TABLE)
    misses: dict[str, list[str]] = {"found": [], "traps": []}
    counts = {"found": 0, "traps": 0}
    analyses = analyse(nlp, [article(text) for text, _ in rows])
    for (text, wanted), analysis in zip(rows, analyses, strict=True):
        for claim in wanted:
            sort = "traps" if is_trap(claim) else "found"
            counts[sort] += 1
            if not holds(analysis, claim):
                shown = ", ".join(
                    f"{a.name} ({a.kind}: {[m.of(analysis.text) for m in a.mentions]})"
                    for a in analysis.actors
                )
                misses[sort].append(f"{text} | {claim} | found: {shown}")
    for sort, floor in FLOORS.items():
        share = 1 - len(misses[sort]) / counts[sort]
        assert share >= floor, f"{sort}: {share:.3f} of {counts[sort]} claims\n" + "\n".join(misses[sort])
