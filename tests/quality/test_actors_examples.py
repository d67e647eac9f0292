"""Own examples of actors: names clustered, kinds, roles, pronouns, and what is no actor."""

from __future__ import annotations

from pathlib import Path

from spacy.language import Language

from generator.analysis.pipeline import analyse
from generator.model import Actor, Analysis, Article, Block

TABLE = Path(__file__).with_name("actors_examples.txt")
FLOOR = 0.98
"""Share of the claims that hold; the rest is listed when the test fails."""


def table(file: Path) -> list[tuple[str, tuple[str, ...]]]:
    """Read the texts of a table and the claims on each."""
    rows = []
    for line in file.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            text, _, claims = line.partition(" | ")
            rows.append((text, tuple(claim.strip() for claim in claims.split(" ; "))))
    return rows


def article(text: str) -> Article:
    """Make an article of one paragraph, and of a headline where " ¶ " parts one from it."""
    headline, parted, body = text.rpartition(" ¶ ")
    text = f"{headline}\n\n{body}" if parted else text
    start = len(text) - len(body)
    blocks = [Block(start=0, end=len(headline), kind="headline")] if parted else []
    blocks.append(Block(start=start, end=len(text), kind="paragraph"))
    return Article(source="own", text=text, title="own", blocks=tuple(blocks))


def called(analysis: Analysis, name: str) -> list[Actor]:
    return [actor for actor in analysis.actors if name in (actor.name, *actor.aliases)]


def holds(analysis: Analysis, claim: str) -> bool:
    """Say whether a claim of the table holds."""
    if claim.startswith("! "):
        return not called(analysis, claim[2:])
    for sign in (" = ", " : ", " @ "):
        name, found, wanted = claim.partition(sign)
        if found:
            break
    actors = called(analysis, name)
    if len(actors) != 1:
        return False
    if sign == " : ":
        return actors[0].kind == wanted
    if sign == " @ ":
        return actors[0].role == wanted
    words = [mention.of(analysis.text) for mention in actors[0].mentions]
    return all(any(part in word.split() or part == word for word in words) for part in wanted.split(", "))


def test_the_table_is_large_and_well_formed() -> None:
    rows = table(TABLE)
    assert len(rows) >= 120
    for text, claims in rows:
        assert all(any(sign in claim for sign in ("! ", " = ", " : ", " @ ")) for claim in claims), text


def test_claims_on_own_examples_hold(nlp: Language) -> None:
    rows = table(TABLE)
    misses, claims = [], 0
    analyses = analyse(nlp, [article(text) for text, _ in rows])
    for (text, wanted), analysis in zip(rows, analyses, strict=True):
        for claim in wanted:
            claims += 1
            if not holds(analysis, claim):
                shown = ", ".join(f"{a.name} ({a.kind}, {a.role})" for a in analysis.actors)
                misses.append(f"{text} | {claim} | found: {shown}")
    share = 1 - len(misses) / claims
    assert share >= FLOOR, f"{share:.3f} of {claims} claims\n" + "\n".join(misses)
