from __future__ import annotations

import pytest

from generator.editorial.disputes import contest_id, issue_words, merge_disputes, merge_support, same_issue
from generator.model import Analysis, Block, Dispute, Evidence, Support

TEXT = "Holm accused Vey of hiding the audit. Vey denied it."


def article(*disputes: Dispute) -> Analysis:
    block = Block(start=0, end=len(TEXT), kind="paragraph")
    return Analysis(source="a", text=TEXT, title="t", blocks=(block,), disputes=disputes)


def dispute(issue: str, parties: tuple[str, ...] = ("h", "v")) -> Dispute:
    proof = Evidence(start=0, end=37, source=parties[0], target=parties[1], predicate="accuse")
    return Dispute(id="d", parties=parties, issue=issue, kind="accusation", evidence=(proof,))


IDENTITY = {("b", n, a): f"{a}-everywhere" for n in (0, 1) for a in ("h", "v", "w")}


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("the hidden audit", "audit", True),
        ("audits of the port", "an audit", True),
        ("the audit", "wages", False),
        ("the audit", "", True),
    ],
)
def test_issues_are_one_if_most_words_of_the_shorter_are_shared(one: str, other: str, same: bool) -> None:
    assert same_issue(one, other) is same
    assert same_issue(other, one) is same


def test_the_same_parties_over_the_same_issue_are_one_dispute_with_all_evidence() -> None:
    merged = merge_disputes(
        "b", [article(dispute("the audit")), article(dispute("a hidden audit"))], IDENTITY
    )
    assert [(c.parties, c.issue) for c in merged] == [(("h-everywhere", "v-everywhere"), "the audit")]
    assert [proof.article for proof in merged[0].evidence] == [0, 1]


def test_the_same_parties_over_another_issue_are_two() -> None:
    assert len(merge_disputes("b", [article(dispute("the audit"), dispute("wages"))], IDENTITY)) == 2


def test_evidence_carries_the_ids_of_the_site() -> None:
    (merged,) = merge_disputes("b", [article(dispute("the audit"))], IDENTITY)
    evidence = merged.evidence[0].evidence
    assert (evidence.source, evidence.target, evidence.attributed_to) == (
        "h-everywhere",
        "v-everywhere",
        None,
    )


def test_parties_that_turn_out_to_be_one_actor_make_no_dispute() -> None:
    same = dict.fromkeys(IDENTITY, "one")
    assert merge_disputes("b", [article(dispute("the audit"))], same) == ()


def test_the_id_depends_on_parties_and_issue_alone() -> None:
    assert contest_id(["h", "v"], "the audit") == contest_id(["v", "h"], "Audits")
    assert contest_id(["h", "v"], "the audit") != contest_id(["h", "v"], "wages")
    assert contest_id(["h", "v"], "the audit").startswith("h-v-audit-")


def test_the_words_of_an_address_are_words() -> None:
    """A plural's s is dropped, and no other."""
    assert issue_words("the refusal to discuss rates, which was a crisis for buses") == (
        "refusal",
        "discuss",
        "rate",
        "which",
        "was",
        "crisis",
        "buse",
    )


def test_support_carries_the_ids_of_the_briefing() -> None:
    backed = Support(start=0, end=37, source="h", target="v", predicate="back", attributed_to="w")
    articles = [article(), article().model_copy(update={"support": (backed,)})]
    (backing,) = merge_support("b", articles, IDENTITY)
    assert backing.article == 1
    assert backing.support == backed.model_copy(
        update={"source": "h-everywhere", "target": "v-everywhere", "attributed_to": "w-everywhere"}
    )


def test_nobody_stands_with_himself_under_another_name() -> None:
    backed = Support(start=0, end=37, source="h", target="v", predicate="back")
    one = {**IDENTITY, ("b", 0, "v"): "h-everywhere"}
    assert merge_support("b", [article().model_copy(update={"support": (backed,)})], one) == ()
