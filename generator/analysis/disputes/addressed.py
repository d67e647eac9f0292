"""Whether words say at whom they are directed, whoever that is."""

from __future__ import annotations

from generator.analysis.disputes.arguments import fill
from generator.analysis.disputes.predicates import Match
from generator.analysis.kinds import of_noun
from generator.analysis.syntax import Word

ADDRESSED = frozenset("them him her us".split())
"""Pronouns that stand for somebody, known or not."""
TOLD = frozenset({"clause", "infinitive", "subject"})
"""Places of what is said, not of whoever it is said to."""
SOMEBODY = frozenset({"person", "group", "organization"})
"""Kinds of nouns that can be an addressee."""


def addressees(match: Match) -> list[Word]:
    """Return at whom words are directed where they stand, an actor or not: "will stand up to the billionaires"."""
    if match.predicate.kind == "reproach":
        return []
    return [
        word
        for slot in match.predicate.whom
        if slot not in TOLD
        for word in fill(match, slot)
        if word.lower_ in ADDRESSED
        or not SOMEBODY.isdisjoint((of_noun(word.lemma), of_noun(word.lower_)))
        or (word.pos_ == "PROPN" and word.ent_type_)
        or (slot == "object" and _is_any(word))
        or slot == "on"
    ]


def _is_any(noun: Word) -> bool:
    """Say whether a thing is new to the text: who "vowed to trash bad trade deals" means no deal told of before."""
    return noun.tag_ == "NNS" and not any(
        c.dep_ in ("poss", "det", "prep", "acl", "relcl") for c in noun.children
    )
