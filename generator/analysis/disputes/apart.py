"""Two issues of the same parties are two disputes; many sentences on one contested thing are one."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from generator.analysis.disputes.grouping import Finding
from generator.analysis.disputes.topics import Topics
from generator.model import Span

GOING_ON = frozenset({"add", "answer", "claim"})
"""Predicates of sentences that belong to a quarrel which others show."""
RETURNED = 3
"""Sentences in which a thing must stand to be a matter of its own (one of the headline counts twice)."""
BESIDE = 3
"""Sentences within which two speak of one matter, whatever words they use, unless one says that it is another."""
ANOTHER = frozenset("separate separately another unrelated".split())


@dataclass(frozen=True, slots=True)
class Matter:
    """A sentence that shows a dispute by itself, with what it is about."""

    at: int
    """Number of the sentence."""
    things: frozenset[str]
    """Lemmas of the things that it speaks of."""
    own: frozenset[str]
    """Those to which the article comes back."""
    another: bool
    """Whether it says that it is another matter."""


def set_apart(
    findings: Sequence[Finding],
    topics: Topics,
    spans: Sequence[Span],
    issue_of: Callable[[Sequence[Finding]], Span | None],
) -> list[list[Finding]]:
    """Divide what two parties hold against each other by the things that it is about.

    It is divided only where each part has a sentence of its own on a thing to which the article comes back, where no
    sentence of the body speaks of the things of both, and where both parts can be given a name; a wrong division is
    worse than a missed one.

    Args:
        findings: Of the same parties, in the order of the text.
        topics: Of the article.
        spans: Its sentences.
        issue_of: Chooses the words that name an issue.

    Returns:
        One list, or several, each in the order of the text.
    """
    findings = sorted(findings, key=lambda f: (f.evidence.start, f.anchor))
    starts = [span.start for span in spans]
    matters: dict[int, Matter] = {}
    for n, finding in enumerate(findings):
        at = bisect_right(starts, finding.evidence.start) - 1
        if finding.evidence.predicate not in GOING_ON and finding.kind != "denial":
            things = topics.things(spans[at].start, spans[at].end)
            named = topics.things(finding.issue.start, finding.issue.end) if finding.issue else things
            own = frozenset(lemma for lemma in named if topics.counts.get(lemma, 0) >= RETURNED)
            another = any(word.lower_ in ANOTHER for word in topics.between(spans[at].start, spans[at].end))
            matters[n] = Matter(at, things, own, another)
    parts = _parts(matters, topics)
    if len(parts) < 2:
        return [list(findings)]
    divided = _deal(findings, parts)
    words = [topics.things(i.start, i.end) if (i := issue_of(part)) else frozenset[str]() for part in divided]
    if not all(words) or any(a & b for n, a in enumerate(words) for b in words[n + 1 :]):
        return [list(findings)]
    return divided


def _parts(matters: Mapping[int, Matter], topics: Topics) -> list[list[int]]:
    """Put together the sentences on one matter; without a thing to which the article comes back they are no part."""
    parts: list[list[int]] = []
    for n, matter in matters.items():
        same = [part for part in parts if any(_is_one(matters[m], matter, topics) for m in part)]
        parts = [part for part in parts if part not in same]
        parts.append(sorted([n, *(m for part in same for m in part)]))
    return sorted(part for part in parts if any(matters[n].own for n in part))


def _is_one(one: Matter, other: Matter, topics: Topics) -> bool:
    near = abs(one.at - other.at) <= BESIDE and not (one.another or other.another)
    if near or one.things & other.things:
        return True
    return any(one.own & held and other.own & held for held in topics.body)


def _deal(findings: Sequence[Finding], parts: Sequence[Sequence[int]]) -> list[list[Finding]]:
    """Give every sentence to a part: that before it, or for the first sentences the one after them."""
    part_of = {n: number for number, part in enumerate(parts) for n in part}
    divided: list[list[Finding]] = [[] for _ in parts]
    current = part_of[min(part_of)]
    for n, finding in enumerate(findings):
        current = part_of.get(n, current)
        divided[current].append(finding)
    return divided
