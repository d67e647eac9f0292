"""Whole articles of the project's own against the disputes that a careful reader finds in them.

Each file of tests/quality/articles, articles_blind and articles_later holds an invented article, one sentence a line,
and its labels: the parties with all names that the article gives them, who is against whom over what, the sentences
that show it (by their opening words), and traps. Those of articles_blind and articles_later were written and labelled
by somebody who had not seen what the program makes of any text. docs/quality-disputes.md says how they were labelled
and which figures were measured.
Run this file as a script to see the figures, and with --misses every miss.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import yaml
from spacy.language import Language

from generator.analysis.pipeline import analyse, load
from generator.editorial.disputes import issue_words
from generator.editorial.identity import name_key
from generator.model import Analysis, Span
from generator.sources.read import parse_article

pytestmark = pytest.mark.quality

NAMES = ("articles", "articles_blind", "articles_later")
SETS = {name: sorted(Path(__file__).with_name(name).glob("*.yml")) for name in NAMES}
OVERLAP = 0.5
"""The share of the shorter of two stretches that both must hold to be the same sentence."""

FLOORS = {
    "articles": {"ordered": 0.73, "evidence": 0.63, "issue": 0.48},
    "articles_blind": {"ordered": 0.70, "evidence": 0.59, "issue": 0.48},
    "articles_later": {"ordered": 0.58, "evidence": 0.48, "issue": 0.36},
}
"""The least that each figure may be (F1; of the issue, the mean share of words)."""
MOST_TRAPS = {"articles": 0, "articles_blind": 0, "articles_later": 4}


@dataclass(frozen=True)
class Side:
    """Who is against whom, as labelled."""

    who: frozenset[str]
    whom: frozenset[str]
    must: bool
    issues: tuple[str, ...]
    evidence: tuple[Span, ...]
    nice_evidence: tuple[Span, ...]
    attributed_to: frozenset[str] | None
    words: str


@dataclass(frozen=True)
class Labelled:
    """An article and what a reader finds in it."""

    name: str
    text: str
    sides: tuple[Side, ...]
    traps: tuple[Side, ...]


def read(path: Path) -> Labelled:
    """Read a labelled article; every sentence ends up in its paragraph."""
    raw = yaml.safe_load(path.read_text(encoding="utf-8"))
    text = "\n\n".join(block.replace("\n", " ") for block in raw["text"].strip().split("\n\n"))
    lines = [line for line in raw["text"].splitlines() if line]

    def sentence(opening: str) -> Span:
        (line,) = (line for line in lines if line.startswith(opening))
        start = text.index(line)
        return Span(start=start, end=start + len(line))

    def side(entry: dict[str, Any], must: bool) -> Side:
        attributed = entry.get("attributed_to")
        return Side(
            who=names(raw["parties"][entry["who"]]),
            whom=names(raw["parties"][entry["whom"]]),
            must=must,
            issues=tuple(part.strip() for part in entry.get("issue", "").split(";")),
            evidence=tuple(map(sentence, entry.get("evidence", ()))),
            nice_evidence=tuple(map(sentence, entry.get("nice_evidence", ()))),
            attributed_to=names(raw["parties"][attributed]) if attributed else None,
            words=f"{entry['who']} against {entry['whom']}",
        )

    return Labelled(
        path.stem,
        text,
        tuple(side(entry, entry["level"] == "must") for entry in raw["disputes"]),
        tuple(side(entry, False) for entry in raw["traps"]),
    )


def names(listed: Sequence[str]) -> frozenset[str]:
    return frozenset(map(name_key, listed))


@dataclass
class Tally:
    """Found and right, found and wrong, missed."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        return self.right / (self.right + self.wrong) if self.right else 0.0

    @property
    def recall(self) -> float:
        return self.right / (self.right + self.missed) if self.right else 0.0

    @property
    def f1(self) -> float:
        return 2 * self.right / (2 * self.right + self.wrong + self.missed) if self.right else 0.0


@dataclass
class Score:
    """What was counted, and each miss in words."""

    ordered: Tally = field(default_factory=Tally)
    evidence: Tally = field(default_factory=Tally)
    issues: list[float] = field(default_factory=list)
    attributed: list[bool] = field(default_factory=list)
    traps: int = 0
    pairs: int = 0
    articles: int = 0
    misses: list[str] = field(default_factory=list)

    @property
    def issue(self) -> float:
        return sum(self.issues) / len(self.issues) if self.issues else 0.0


def agreement(issue: str, wanted: Sequence[str]) -> float:
    """The share of content words that an issue has in common with the labelled one (F1, the best of several)."""
    found = set(issue_words(issue))
    best = 0.0
    for other in wanted:
        words = set(issue_words(other))
        best = max(best, 2 * len(found & words) / (len(found) + len(words)) if found or words else 0.0)
    return best


@dataclass(frozen=True)
class Told:
    """A piece of evidence that was found."""

    who: frozenset[str]
    whom: frozenset[str]
    span: Span
    attributed_to: frozenset[str] | None
    issue: str
    words: str

    def is_of(self, side: Side) -> bool:
        return bool(self.who & side.who and self.whom & side.whom)

    def is_between(self, side: Side) -> bool:
        return self.is_of(side) or bool(self.who & side.whom and self.whom & side.who)


def told(analysis: Analysis) -> Iterator[Told]:
    """Every piece of evidence that has two sides."""

    def known(actor: str) -> frozenset[str]:
        found = analysis.actor(actor)
        return names([found.name, *found.aliases])

    for dispute in analysis.disputes:
        for piece in dispute.evidence:
            if piece.source and piece.target:
                yield Told(
                    known(piece.source),
                    known(piece.target),
                    Span(start=piece.start, end=piece.end),
                    known(piece.attributed_to) if piece.attributed_to else None,
                    dispute.issue,
                    f"{analysis.actor(piece.source).name} against {analysis.actor(piece.target).name}"
                    f" [{piece.predicate}] {analysis.text[piece.start : piece.end][:90]!r}",
                )


def score(label: Labelled, analysis: Analysis, total: Score) -> None:
    """Count one article: the labels are complete, so that what is not in them is wrong."""
    total.articles += 1
    found = list(told(analysis))
    total.pairs += len({(t.who, t.whom) for t in found})
    for side in label.sides:
        hits = [t for t in found if t.is_of(side)]
        if side.must:
            total.ordered.right += bool(hits)
            total.ordered.missed += not hits
        if hits and side.must:
            total.issues.append(max(agreement(t.issue, side.issues) for t in hits))
            if total.issues[-1] < OVERLAP:
                shown = " / ".join(dict.fromkeys(t.issue for t in hits))
                total.misses.append(f"issue: {label.name}: {side.words}: {shown!r}, not {side.issues}")
        if side.must and not hits:
            lines = "\n      ".join(span.of(label.text)[:150] for span in side.evidence)
            total.misses.append(f"missed: {label.name}: {side.words}\n      {lines}")
        for hit in hits:
            if any(same(hit.span, span) for span in side.evidence):
                right = hit.attributed_to == side.attributed_to or bool(
                    hit.attributed_to and hit.attributed_to & (side.attributed_to or side.who)
                )
                total.attributed.append(right)
                if not right:
                    total.misses.append(f"according to: {label.name}: {hit.words}")
    for pair in dict.fromkeys((t.who, t.whom) for t in found):
        of_pair = [t for t in found if (t.who, t.whom) == pair]
        if not any(of_pair[0].is_of(side) for side in label.sides):
            total.ordered.wrong += 1
            shown = "\n      ".join(t.words for t in of_pair)
            total.misses.append(f"wrong: {label.name}: {shown}")
    _sentences(label, found, total)
    for trap in label.traps:
        if any(t.is_of(trap) for t in found):
            total.traps += 1
            total.misses.append(f"trap: {label.name}: {trap.words}")


def _sentences(label: Labelled, found: Sequence[Told], total: Score) -> None:
    """Count the sentences: each belongs to two parties, whichever way round."""
    for piece in {(t.who | t.whom, t.span): t for t in found}.values():
        sides = [side for side in label.sides if piece.is_between(side)]
        if not any(same(piece.span, s) for side in sides for s in (*side.evidence, *side.nice_evidence)):
            total.evidence.wrong += 1
            if sides:
                total.misses.append(f"wrong sentence: {label.name}: {piece.words}")
    for side in label.sides:
        if side.must:
            hits = [t for t in found if t.is_between(side)]
            for span in side.evidence:
                seen = any(same(t.span, span) for t in hits)
                total.evidence.right += seen
                total.evidence.missed += not seen
                if hits and not seen:
                    total.misses.append(f"sentence: {label.name}: {side.words}: {span.of(label.text)[:150]}")


def same(one: Span, other: Span) -> bool:
    shared = min(one.end, other.end) - max(one.start, other.start)
    return shared >= OVERLAP * min(one.end - one.start, other.end - other.start)


def measure(nlp: Language, paths: Sequence[Path]) -> Score:
    """Analyse labelled articles and count."""
    total = Score()
    known = [read(path) for path in paths]
    articles = [parse_article(label.text.encode(), f"{label.name}.txt") for label in known]
    for label, analysis in zip(known, analyse(nlp, articles), strict=True):
        score(label, analysis, total)
    return total


@pytest.fixture(scope="module", params=SETS)
def measured(nlp: Language, request: pytest.FixtureRequest) -> tuple[str, Score]:
    return request.param, measure(nlp, SETS[request.param])


@pytest.mark.parametrize(
    "path", [path for paths in SETS.values() for path in paths], ids=lambda path: path.stem
)
def test_labels_use_the_words_of_the_article(path: Path) -> None:
    label = read(path)
    for side in label.sides:
        assert side.evidence
        assert any(side.issues)
    assert label.traps


@pytest.mark.parametrize("figure", ["ordered", "evidence"])
def test_figures_stay_above_their_floors(measured: tuple[str, Score], figure: str) -> None:
    name, total = measured
    assert getattr(total, figure).f1 >= FLOORS[name][figure], "\n".join(total.misses)


def test_issues_are_those_of_the_text(measured: tuple[str, Score]) -> None:
    name, total = measured
    assert total.issue >= FLOORS[name]["issue"], "\n".join(total.misses)


def test_traps_are_not_reported(measured: tuple[str, Score]) -> None:
    name, total = measured
    assert total.traps <= MOST_TRAPS[name], "\n".join(m for m in total.misses if m.startswith("trap"))


def show(total: Score, misses: bool) -> None:
    for name in ("ordered", "evidence"):
        t: Tally = getattr(total, name)
        counts = f"{t.right}/{t.wrong}/{t.missed}"
        print(f"{name:16} P {t.precision:.3f}  R {t.recall:.3f}  F1 {t.f1:.3f}   right/wrong/missed {counts}")
    print(f"issue            {total.issue:.3f}   of {len(total.issues)} pairs found")
    print(f"according to     {sum(total.attributed)} of {len(total.attributed)}")
    print(f"traps            {total.traps}")
    print(f"pairs an article {total.pairs / total.articles:.2f}")
    if misses:
        print(*sorted(total.misses), sep="\n")


if __name__ == "__main__":
    for name, paths in SETS.items():
        print(f"{name} ({len(paths)})")
        show(measure(load(), paths), "--misses" in sys.argv[1:])
