"""Evidence as a reader takes it in: a sentence once, whomever it is against, and a quotation in one piece."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model import Briefing, Contest, Proof, Span


@dataclass(frozen=True, slots=True)
class Bundle:
    """Pieces of evidence that are read as one."""

    article: int
    sentences: tuple[Span, ...]
    """In the order of the text, with nothing but white space between them."""
    numbers: tuple[int, ...]
    """Places in the evidence of the dispute: at least one for each sentence."""


def sentences(contest: Contest) -> int:
    """Count the sentences that show a dispute: one that shows several against each other is one sentence."""
    return len({(proof.article, proof.evidence.start, proof.evidence.end) for proof in contest.evidence})


def bundles(briefing: Briefing, contest: Contest) -> tuple[Bundle, ...]:
    """Put together the evidence of one sentence, and that of sentences of one quotation that follow each other.

    A sentence that another tells than the one before it, or in which an editor changed something, stays by itself.

    Returns:
        In the order of the evidence; each piece is in one.
    """
    alike: dict[tuple[object, ...], list[int]] = {}
    for number, proof in enumerate(contest.evidence):
        evidence = proof.evidence
        edited = number if proof.changes else None
        key = (proof.article, evidence.start, evidence.end, evidence.attributed_to, edited)
        alike.setdefault(key, []).append(number)
    found: list[Bundle] = []
    for numbers in alike.values():
        proof = contest.evidence[numbers[0]]
        span = Span(start=proof.evidence.start, end=proof.evidence.end)
        before = found[-1] if found else None
        if before and _goes_on(briefing, contest.evidence[before.numbers[-1]], before.sentences[-1], proof):
            found[-1] = Bundle(before.article, (*before.sentences, span), (*before.numbers, *numbers))
        else:
            found.append(Bundle(proof.article, (span,), tuple(numbers)))
    return tuple(found)


def _goes_on(briefing: Briefing, before: Proof, last: Span, proof: Proof) -> bool:
    """Whether a sentence goes on with the quotation of the one before it."""
    evidence = proof.evidence
    if before.article != proof.article or before.changes or proof.changes:
        return False
    if before.evidence.attributed_to != evidence.attributed_to or evidence.start < last.end:
        return False
    if briefing.articles[proof.article].text[last.end : evidence.start].strip():
        return False
    return any(
        said.article == proof.article
        and any(span.overlaps(last) for span in said.quote.spans)
        and any(span.overlaps(evidence) for span in said.quote.spans)
        for said in briefing.quotes
    )


def is_mutual(contest: Contest, shown: Proof) -> bool:
    """Say whether the same sentence shows the other party against the first as well.

    Args:
        contest: The dispute.
        shown: A piece of its evidence.
    """
    evidence = shown.evidence
    return any(
        proof.article == shown.article
        and (proof.evidence.start, proof.evidence.end) == (evidence.start, evidence.end)
        and (proof.evidence.source, proof.evidence.target) == (evidence.target, evidence.source)
        for proof in contest.evidence
    )


def against(
    contest: Contest, numbers: tuple[int, ...], first: int | None = None
) -> list[tuple[str, list[str]]]:
    """Tell who is against whom in pieces of evidence: source -> targets, each pair once.

    Args:
        contest: The dispute.
        numbers: Places in its evidence.
        first: The piece whose pair is told first; else that of the first piece.

    Returns:
        In the order of the pieces; those without a direction are left out.
    """
    ordered = sorted(numbers, key=lambda number: (number != first, number))
    held: dict[str, list[str]] = {}
    for number in ordered:
        evidence = contest.evidence[number].evidence
        if evidence.source and evidence.target:
            targets = held.setdefault(evidence.source, [])
            if evidence.target not in targets:
                targets.append(evidence.target)
    return list(held.items())
