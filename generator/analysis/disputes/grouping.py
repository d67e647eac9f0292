"""From sentences to disputes: the same parties are one dispute, the most important first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from generator.analysis.disputes.camps import NO_CAMPS, Camps
from generator.analysis.disputes.ranking import Stage, importance
from generator.model import Dispute, Evidence, Span

MOST = 6
"""Disputes of one article; an article that tells of more is a survey, and its reader wants the main ones."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A sentence that shows one actor against another."""

    evidence: Evidence
    kind: str
    probability: float
    issue: Span | None
    anchor: int
    """Which word of the article shows it (index of the token)."""
    hint: Span | None = None
    """Words that tell little of the issue, for a dispute of which no sentence tells more."""

    @property
    def pair(self) -> frozenset[str]:
        """The two actors, whichever way round."""
        return frozenset((self.evidence.source or "", self.evidence.target or ""))


def group(
    findings: Sequence[Finding],
    text: str,
    stage: Stage,
    camps: Camps = NO_CAMPS,
    issue_of: Callable[[Sequence[Finding]], Span | None] = lambda findings: findings[0].issue,
    apart: Callable[[Sequence[Finding]], list[list[Finding]]] = lambda findings: [list(findings)],
) -> tuple[Dispute, ...]:
    """Make disputes of findings.

    Args:
        findings: In the order of the text.
        text: The article's own text.
        stage: Who matters in the article.
        camps: Who speaks for whom: what the leaders of two bodies say of each other is the bodies' dispute.
        issue_of: Chooses the words that name the issue of a dispute.
        apart: Divides what two parties hold against each other by its issues.

    Returns:
        At most `MOST`, the most important first; every piece of evidence is in the order of the text.
    """
    pairs: dict[frozenset[str], list[Finding]] = {}
    for finding in findings:
        sides = frozenset(camps.of(party) for party in finding.pair)
        # A quarrel inside of a camp is one of the two who have it, not of the camp.
        pairs.setdefault(sides if len(sides) > 1 else finding.pair, []).append(finding)
    groups = _join_sides([part for several in pairs.values() for part in apart(several)])
    ranked = sorted(groups, key=lambda several: -_weight(several, stage, camps))
    return tuple(
        _dispute(f"d{number}", several, text, camps, issue_of)
        for number, several in enumerate(ranked[:MOST], 1)
    )


def _join_sides(groups: list[list[Finding]]) -> list[list[Finding]]:
    """Join pairs that the very same words show ("expelled the envoys of Chile and Peru"): one dispute of three."""
    joined: dict[tuple[int, ...], list[Finding]] = {}
    for several in groups:
        key = tuple(sorted({finding.anchor for finding in several}))
        joined.setdefault(key, []).extend(several)
    return list(joined.values())


def _weight(findings: Sequence[Finding], stage: Stage, camps: Camps) -> float:
    return importance([(f.pair, f.probability, f.evidence.start) for f in findings], stage, camps)


def _dispute(
    name: str,
    findings: list[Finding],
    text: str,
    camps: Camps,
    issue_of: Callable[[Sequence[Finding]], Span | None],
) -> Dispute:
    findings = sorted(findings, key=lambda f: (f.evidence.start, f.anchor))
    strongest = max(findings, key=lambda f: f.probability)
    chosen = issue_of(findings)
    issue = with_both_marks(chosen, text) if chosen else None
    told = dict.fromkeys(
        party for f in findings for party in (f.evidence.source, f.evidence.target) if party is not None
    )
    # A leader and his body are one party, under the name of the body.
    parties = dict.fromkeys(camps.of(party) if camps.of(party) in told else party for party in told)
    if len(parties) < 2:
        parties = told
    return Dispute(
        id=name,
        parties=tuple(parties),
        issue=issue.of(text) if issue else "",
        issue_span=issue,
        kind=strongest.kind,
        evidence=tuple(dict.fromkeys(f.evidence for f in findings)),
    )


def with_both_marks(span: Span, text: str) -> Span:
    """Let a phrase that ends inside quotation marks end behind them, where only the closing mark is missing.

    Args:
        span: A phrase.
        text: The article's text.
    """
    words = span.of(text)
    for opening, closing in ('""', "“”", "«»"):
        odd = words.count(opening) % 2 if opening == closing else words.count(opening) > words.count(closing)
        if odd and text[span.end : span.end + 1] == closing:
            return span.model_copy(update={"end": span.end + 1})
    return span
