"""Disputes of several articles on one story: the same parties over the same issue are one."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from generator.model import Analysis, Backing, Contest, Dispute, Evidence, Proof
from generator.text import digest, one_line, slug

SAME_ISSUE = 0.5
"""Share of the shorter issue's words that must stand in the other for the two to be one issue."""
_SMALL_WORDS = frozenset(
    "a an the of for on in to and or over by with from its their his her that this at as".split()
)
_PLURAL = re.compile(r"(?<=\w{3})(?<![isu])s$")
"""The s of a plural; that of "was", "bus", "crisis" and "discuss" stays, for the words stand in addresses."""
_SLUG_LENGTH = 60


def merge_disputes(
    briefing: str, articles: Sequence[Analysis], identity: Mapping[tuple[str, int, str], str]
) -> tuple[Contest, ...]:
    """Merge the disputes of the articles of one briefing.

    Args:
        briefing: The briefing's slug.
        articles: Its articles.
        identity: (briefing, article, id in the article) -> id everywhere.

    Returns:
        In the order in which they are first met, article after article: the ranking of the first holds.
    """
    merged: list[Contest] = []
    for number, article in enumerate(articles):
        for dispute in article.disputes:
            fresh = _contest(briefing, number, dispute, identity)
            if fresh is None:
                continue
            for at, known in enumerate(merged):
                if set(known.parties) == set(fresh.parties) and same_issue(known.issue, fresh.issue):
                    merged[at] = known.model_copy(update={"evidence": known.evidence + fresh.evidence})
                    break
            else:
                merged.append(fresh)
    return tuple(merged)


def merge_support(
    briefing: str, articles: Sequence[Analysis], identity: Mapping[tuple[str, int, str], str]
) -> tuple[Backing, ...]:
    """Gather who stands with whom in the articles of one briefing.

    Args:
        briefing: The briefing's slug.
        articles: Its articles.
        identity: (briefing, article, id in the article) -> id everywhere.

    Returns:
        Article by article, in the order of the text; nobody stands with himself under another name.
    """
    gathered = []
    for number, article in enumerate(articles):
        for support in article.support:
            source, target = (identity[briefing, number, actor] for actor in (support.source, support.target))
            teller = support.attributed_to and identity[briefing, number, support.attributed_to]
            if source != target:
                known = support.model_copy(
                    update={"source": source, "target": target, "attributed_to": teller}
                )
                gathered.append(Backing(article=number, support=known))
    return tuple(gathered)


def issue_words(issue: str) -> tuple[str, ...]:
    """Return the words of an issue that carry its meaning, without case and plural s, each once."""
    words = re.findall(r"\w+", issue.casefold())
    return tuple(dict.fromkeys(_PLURAL.sub("", word) for word in words if word not in _SMALL_WORDS))


def same_issue(one: str, other: str) -> bool:
    """Say whether two issues are the same: most words of the shorter stand in the longer; none fits any."""
    first, second = set(issue_words(one)), set(issue_words(other))
    if not first or not second:
        return True
    return len(first & second) / min(len(first), len(second)) >= SAME_ISSUE


def contest_id(parties: Sequence[str], issue: str) -> str:
    """Return the id of a dispute: readable, the same for the same parties and issue in every briefing."""
    words = issue_words(issue)
    readable = slug(" ".join([*sorted(parties), *words]))[:_SLUG_LENGTH].rstrip("-")
    return f"{readable}-{digest(*sorted(parties), '', *sorted(words), length=6)}"


def _contest(
    briefing: str, number: int, dispute: Dispute, identity: Mapping[tuple[str, int, str], str]
) -> Contest | None:
    def everywhere(actor: str | None) -> str | None:
        return None if actor is None else identity[briefing, number, actor]

    def proof(evidence: Evidence) -> Proof:
        renamed = {
            name: everywhere(getattr(evidence, name)) for name in ("source", "target", "attributed_to")
        }
        return Proof(article=number, evidence=evidence.model_copy(update=renamed))

    parties = tuple(dict.fromkeys(identity[briefing, number, actor] for actor in dispute.parties))
    if len(parties) < 2:
        return None
    issue = one_line(dispute.issue)
    return Contest(
        id=contest_id(parties, issue),
        parties=parties,
        issue=issue,
        kind=dispute.kind,
        evidence=tuple(proof(evidence) for evidence in dispute.evidence),
    )
