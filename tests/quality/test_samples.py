"""The sample articles against what a careful reader finds in them.

The labels lie in tests/golden/labels; docs/quality-samples.md says how they were made, how a match is counted
and which figures were measured. Run this file as a script to see the figures, and with --misses every miss.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.editorial.identity import name_key
from generator.extract import extract
from generator.model import BODY, Analysis, Quote, Span
from generator.sources.read import read_article

pytestmark = pytest.mark.quality

ROOT = Path(__file__).resolve().parents[2]
ARTICLES = ROOT / "articles"
LABELS = sorted((ROOT / "tests/golden/labels").glob("*.yml"))

COVERED = 0.9
"""The share of a quoted stretch that a quote must hold."""
HEARD = 0.6
"""The share of an indirectly reported stretch that a quote must hold: where a clause ends is a matter of
taste. It may be at most three times as long."""

FLOORS = {
    "actors found": 0.98,
    "actors whole": 0.98,
    "kinds": 0.97,
    "roles": 0.91,
    "first actors": 0.89,
    "no actors": 0.97,
    "quoted words": 0.97,
    "quoted words and speaker": 0.91,
    "indirect speech": 0.81,
    "no quotation that is none": 0.99,
    "disputes, who against whom": 0.66,
    "disputes, the sentence": 0.72,
    "disputes, the issue": 0.8,
}
"""The least that each figure may be; see docs/quality-samples.md."""
CEILINGS = {"right mouth": 4, "no dispute that is none": 4, "no trap": 0}
"""The most that each count of errors may be."""


@dataclass(frozen=True)
class Label:
    """What a reader finds in one article."""

    name: str
    raw: dict[str, Any]

    @property
    def article(self) -> Path:
        return ARTICLES / str(self.raw["article"])

    def names(self, name: str) -> frozenset[str]:
        """All names, folded, under which an actor may be listed."""
        for actor in self.raw["actors"]:
            if actor["name"] == name:
                return frozenset(map(name_key, (name, *actor.get("aliases", ()))))
        return frozenset({name_key(name)})

    def listed(self, name: str) -> bool:
        return any(actor["name"] == name for actor in self.raw["actors"])


@dataclass
class Score:
    """What was counted, and each miss in words."""

    right: Counter[str] = field(default_factory=Counter)
    of: Counter[str] = field(default_factory=Counter)
    misses: list[str] = field(default_factory=list)

    def count(self, figure: str, hit: bool, miss: str) -> None:
        self.of[figure] += 1
        self.right[figure] += hit
        if not hit:
            self.misses.append(f"{figure}: {miss}")

    def share(self, figure: str) -> float:
        return self.right[figure] / self.of[figure] if self.of[figure] else 1.0

    def errors(self, figure: str) -> int:
        return self.of[figure] - self.right[figure]


def labels() -> list[Label]:
    return [Label(path.stem, yaml.safe_load(path.read_text(encoding="utf-8"))) for path in LABELS]


def located(text: str, label: dict[str, Any], after: int) -> Span:
    """Where the labelled words stand: the first place at or after `after`."""
    start = text.index(label["first"], after)
    last = label.get("last", label["first"])
    return Span(start=start, end=text.index(last, start) + len(last))


def score(label: Label, analysis: Analysis, total: Score) -> None:
    """Count everything in one article."""
    _actors(label, analysis, total)
    _quotes(label, analysis, total)
    _disputes(label, analysis, total)


def _actors(label: Label, analysis: Analysis, total: Score) -> None:
    wanted = label.raw["actors"]
    for want in wanted:
        names = label.names(want["name"])
        found = [
            actor
            for actor in analysis.actors
            if name_key(actor.name) in names
            and not (
                actor.kind == "place" and want["kind"] == "country"
            )  # the city, apart from the government
        ]
        total.count("actors found", bool(found), f"{label.name}: {want['name']}")
        if found:
            total.count(
                "actors whole",
                len(found) == 1,
                f"{label.name}: {want['name']} is {len(found)} actors: {', '.join(a.name for a in found)}",
            )
            total.count(
                "kinds", found[0].kind == want["kind"], f"{label.name}: {found[0].name} is {found[0].kind}"
            )
            if "role" in want:
                total.count(
                    "roles",
                    _same_role(found[0].role, want["role"]),
                    f"{label.name}: {found[0].name}: {found[0].role!r}, not {want['role']!r}",
                )
    known = frozenset(name for want in wanted for name in label.names(want["name"]))
    for actor in analysis.actors[: len(wanted)]:
        total.count(
            "first actors", name_key(actor.name) in known, f"{label.name}: {actor.name} ({actor.kind})"
        )
    shown = {name_key(actor.name) for actor in analysis.actors}
    for name in label.raw["not_actors"]:
        total.count("no actors", name_key(name) not in shown, f"{label.name}: {name} is listed")


def _same_role(found: str | None, wanted: str) -> bool:
    """Say whether one role holds the other, the article left aside ("the ASGA's chairman", "chairman")."""
    if found is None:
        return False
    one, other = name_key(found), name_key(wanted)
    return one in other or other in one


def _speaks(label: Label, analysis: Analysis, quote: Quote, name: str | None) -> bool | None:
    """Say whether a quote is in the right mouth; None if it is in nobody's."""
    speaker = quote.speaker
    if speaker is None:
        return None if name else True
    if name is None:
        return False
    said = name_key(Span(start=speaker.start, end=speaker.end).of(analysis.text))
    listed = name_key(analysis.actor(speaker.actor).name) if speaker.actor else ""
    if not label.listed(name):
        return any(name_key(name) in words for words in (said, listed))
    if not speaker.actor:
        return None
    return listed in label.names(name)


def _covered(span: Span, quote: Quote) -> float:
    """The share of a span that the quote holds."""
    shared = sum(max(0, min(s.end, span.end) - max(s.start, span.start)) for s in quote.spans)
    return shared / (span.end - span.start)


def _quotes(label: Label, analysis: Analysis, total: Score) -> None:
    text, at = analysis.text, 0
    spoken = [quote for quote in analysis.quotes if quote.kind != "indirect"]
    claimed: dict[str, list[tuple[Span, str | None]]] = {}
    for want in label.raw["quotes"]:
        span = located(text, want, at)
        at = span.start
        words = f"{label.name}: {want['speaker']}: {want['first']}"
        if want["kind"] == "indirect":
            length = span.end - span.start
            near = [
                quote
                for quote in analysis.quotes
                if _covered(span, quote) >= HEARD and sum(s.end - s.start for s in quote.spans) <= 3 * length
            ]
            right = any(_speaks(label, analysis, quote, want["speaker"]) for quote in near)
            total.count("indirect speech", right, words)
            continue
        holding = [quote for quote in spoken if _covered(span, quote) >= COVERED]
        if want["speaker"]:  # words in marks that nobody says ("the quietest border") need not be found
            total.count("quoted words", bool(holding), words)
            total.count(
                "quoted words and speaker",
                any(_speaks(label, analysis, quote, want["speaker"]) for quote in holding),
                words + _heard(analysis, holding),
            )
        for quote in spoken:
            if _covered(span, quote) > 0:
                claimed.setdefault(quote.id, []).append((span, want["speaker"]))
    for quote in spoken:
        shown = f"{label.name}: {quote.spans[0].of(text)[:60]}{_heard(analysis, [quote])}"
        held = claimed.get(quote.id, [])
        total.count("no quotation that is none", bool(held), shown)
        if held and quote.speaker and quote.speaker.actor:
            verdicts = [_speaks(label, analysis, quote, name) for _, name in held]
            total.count("right mouth", all(verdicts), shown)


def _heard(analysis: Analysis, quotes: Iterable[Quote]) -> str:
    names = [
        analysis.actor(q.speaker.actor).name
        if q.speaker and q.speaker.actor
        else f"?{Span(start=q.speaker.start, end=q.speaker.end).of(analysis.text)}"
        if q.speaker
        else "nobody"
        for q in quotes
    ]
    return f" -> {', '.join(names) or 'not found'}"


@dataclass(frozen=True)
class Side:
    """Who is against whom in one labelled piece of evidence."""

    source: frozenset[str]
    target: frozenset[str]
    level: str
    issue: tuple[str, ...]
    sentence: str
    attributed_to: frozenset[str] | None
    words: str


def _sides(label: Label) -> Iterator[Side]:
    for dispute in label.raw["disputes"]:
        for piece in dispute["evidence"]:
            yield Side(
                source=_parties(label, piece["source"]),
                target=_parties(label, piece["target"]),
                level=dispute["level"],
                issue=tuple(dispute["issue"]),
                sentence=piece["sentence"],
                attributed_to=label.names(piece["attributed_to"]) if "attributed_to" in piece else None,
                words=f"{piece['source'][0]} against {piece['target'][0]}",
            )


def _parties(label: Label, names: Iterable[str]) -> frozenset[str]:
    return frozenset(folded for name in names for folded in label.names(name))


def _disputes(label: Label, analysis: Analysis, total: Score) -> None:
    def name(actor_id: str | None) -> str:
        return name_key(analysis.actor(actor_id).name) if actor_id else ""

    told = [
        (name(piece.source), name(piece.target), piece, dispute)
        for dispute in analysis.disputes
        for piece in dispute.evidence
        if piece.source and piece.target
    ]
    sides = list(_sides(label))
    for side in sides:
        fits = [t for t in told if t[0] in side.source and t[1] in side.target]
        if side.level != "must":
            continue
        total.count("disputes, who against whom", bool(fits), f"{label.name}: {side.words}")
        if not fits:
            continue
        start = analysis.text.index(side.sentence)
        total.count(
            "disputes, the sentence",
            any(piece.start <= start < piece.end for _, _, piece, _ in fits),
            f"{label.name}: {side.words}: {side.sentence}",
        )
        issues = sorted({dispute.issue for *_, dispute in fits})
        total.count(
            "disputes, the issue",
            any(word.lower() in issue.lower() for issue in issues for word in side.issue),
            f"{label.name}: {side.words}: {issues}",
        )
        if side.attributed_to:
            total.count(
                "disputes, according to",
                any(name(piece.attributed_to) in side.attributed_to for _, _, piece, _ in fits),
                f"{label.name}: {side.words}: {side.sentence}",
            )
    pairs = sorted({(source, target) for source, target, _, _ in told})
    for source, target in pairs:
        total.count(
            "no dispute that is none",
            any(source in side.source and target in side.target for side in sides),
            f"{label.name}: {source} against {target}",
        )
    parties = [{name(party) for party in dispute.parties} for dispute in analysis.disputes]
    for trap in label.raw["traps"]:
        one, other = (_parties(label, names) for names in trap["pair"])
        total.count(
            "no trap",
            not any(shown & one and shown & other for shown in parties),
            f"{label.name}: {trap['pair'][0][0]} and {trap['pair'][1][0]}: {trap['why']}",
        )


def measure() -> Score:
    """Extract all labelled samples and count."""
    total = Score()
    known = labels()
    for label, analysis in zip(known, extract([label.article for label in known]), strict=True):
        score(label, analysis, total)
    return total


@pytest.fixture(scope="module")
def measured() -> Score:
    return measure()


def test_every_sample_is_labelled() -> None:
    files = {path for path in ARTICLES.rglob("*") if path.suffix in {".txt", ".md"}}
    assert {label.article for label in labels()} == files


@pytest.mark.parametrize("label", labels(), ids=lambda label: label.name)
def test_a_sample_is_marked_as_one_and_has_the_size_of_a_news_article(label: Label) -> None:
    article = read_article(label.article)
    assert article.sample
    assert article.date
    body = " ".join(Span(start=b.start, end=b.end).of(article.text) for b in article.blocks if b.kind in BODY)
    assert 400 <= len(body.split()) <= 900


@pytest.mark.parametrize("label", labels(), ids=lambda label: label.name)
def test_labels_use_the_words_of_the_article(label: Label) -> None:
    text = read_article(label.article).text
    at = 0
    for want in label.raw["quotes"]:
        at = located(text, want, at).start
    for side in _sides(label):
        assert side.sentence in text
    for actor in label.raw["actors"]:
        assert actor.get("role", "") in text


@pytest.mark.parametrize("figure", FLOORS)
def test_figures_stay_above_their_floors(measured: Score, figure: str) -> None:
    shown = "\n".join(miss for miss in measured.misses if miss.startswith(f"{figure}:"))
    assert measured.share(figure) >= FLOORS[figure], shown


@pytest.mark.parametrize("figure", CEILINGS)
def test_errors_stay_below_their_ceilings(measured: Score, figure: str) -> None:
    shown = [miss for miss in measured.misses if miss.startswith(f"{figure}:")]
    assert len(shown) <= CEILINGS[figure], "\n".join(shown)


def main() -> None:
    """Print the figures, and the misses if they are asked for."""
    total = measure()
    for figure in total.of:
        print(f"{figure:32} {total.share(figure):6.3f}  {total.right[figure]:4} of {total.of[figure]:4}")
    if "--misses" in sys.argv[1:]:
        print(*sorted(total.misses), sep="\n")


if __name__ == "__main__":
    main()
