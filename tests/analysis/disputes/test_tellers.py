"""According to whom a quarrel is told."""

from __future__ import annotations

from generator.analysis.disputes.grouping import Finding
from generator.analysis.disputes.tellers import name_tellers
from generator.model import Actor, Evidence, Mention


def actor(name: str, *forms: str) -> Actor:
    mentions = tuple(Mention(start=9 * n, end=9 * n + 5, form=form) for n, form in enumerate(forms))
    return Actor(
        id=name.lower().replace(" ", "-"), name=name, kind="organization", salience=0.5, mentions=mentions
    )


def told_by(teller: str | None, start: int) -> Finding:
    evidence = Evidence(
        start=start, end=start + 5, source="a", target="b", predicate="resent", attributed_to=teller
    )
    return Finding(evidence=evidence, kind="attitude", probability=0.5, issue=None, anchor=start)


def tellers(*actors: Actor) -> list[str | None]:
    findings = [told_by(one.id, 10 * n) for n, one in enumerate(actors)]
    return [finding.evidence.attributed_to for finding in name_tellers(findings, actors)]


def test_a_body_described_once_is_the_one_of_that_name() -> None:
    found = tellers(actor("International commission", "nominal"), actor("Harbour Commission", "name", "name"))
    assert found == ["harbour-commission", "harbour-commission"]


def test_of_two_bodies_of_that_name_neither_is_meant() -> None:
    found = tellers(
        actor("International commission", "nominal"),
        actor("Harbour Commission", "name"),
        actor("River Commission", "name"),
    )
    assert found[0] == "international-commission"


def test_a_body_with_a_name_stays_apart() -> None:
    found = tellers(actor("Joint Commission", "name"), actor("Harbour Commission", "name"))
    assert found == ["joint-commission", "harbour-commission"]
