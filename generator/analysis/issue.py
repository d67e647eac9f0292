"""What a dispute is over: a short phrase of the text, verbatim."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from generator.analysis.arguments import clauses, fill
from generator.analysis.predicates import Match

LONGEST = 12
"""Words of an issue; a longer phrase is cut at its last whole part that fits."""
# What follows a noun phrase and is no part of the thing itself.
LOOSE = frozenset("relcl appos advcl punct cc conj parataxis npadvmod".split())
DETERMINERS = frozenset("a an the this that these those such any some his her its their our my".split())
# "the suggestion that ties were strained": what is contested is that ties were strained.
CLAIMS = frozenset(
    "suggestion claim allegation statement idea charge accusation assertion notion view report".split()
)
DEEDS = frozenset("sanction lawsuit assault protest".split())


def issue_of(match: Match, actors: dict[int, str]) -> tuple[Token, Token] | None:
    """Return the first and last word of the contested thing, or None if the sentence does not say.

    Args:
        match: A predicate.
        actors: Token index of each actor's head word: an actor is nobody's issue.
    """
    for head in _candidates(match):
        if head.i in actors or head.pos_ in ("PRON", "PROPN", "NUM") or head.ent_type_ in ("DATE", "TIME"):
            continue
        claimed = next((c for c in head.children if c.dep_ in ("acl", "ccomp") and c.tag_ != "VB"), None)
        if (
            head.lemma_ in CLAIMS
            and claimed is not None
            and any(c.lower_ == "that" for c in claimed.children)
        ):
            return phrase(claimed)
        return phrase(head)
    return None


def _candidates(match: Match) -> Iterator[Token]:
    predicate = match.predicate
    for slot in predicate.over:
        if slot == "clause":
            yield from clauses(match)
        elif slot == "infinitive":
            yield from (c for c in match.token.children if c.dep_ in ("xcomp", "acl") and c.tag_ == "VB")
        else:
            yield from fill(match, slot)
    for slot in predicate.whom:
        if slot not in ("self", "clause", "infinitive", "subject", "owner"):
            yield from fill(match, slot)
    if predicate.kind in DEEDS and predicate.pos == "noun":
        yield match.token


def phrase(head: Token) -> tuple[Token, Token]:
    """Cut the phrase of a head word: without its determiner and whatever is loosely joined to it."""
    verbal = head.pos_ in ("VERB", "AUX")
    first, last = head, head
    for child in sorted(head.children, key=lambda c: -c.i):
        if child.i > head.i or (verbal and child.dep_ not in ("nsubj", "nsubjpass", "neg", "aux", "auxpass")):
            continue
        if child.lower_ in DETERMINERS or child.dep_ in ("punct", "cc", "mark", "preconj", "predet"):
            if not verbal:
                break
            continue
        if child.dep_ == "poss":
            break  # "Smith's plan": the plan
        left = child.left_edge
        if head.i - left.i > LONGEST:
            break
        first = left
    while first.i < head.i and first.lower_ in DETERMINERS:
        first = first.nbor()
    for child in head.children:
        if child.i < head.i:
            continue
        if (child.dep_ in LOOSE and child.dep_ != "conj") or (child.dep_ == "cc" and last.i != head.i):
            break
        if child.dep_ in ("conj", "cc") or child.right_edge.i - first.i >= LONGEST:
            break
        last = _right_end(child)
    return first, last


def _right_end(child: Token) -> Token:
    """Return the last word of a part, cut before a comma, a dash or a relative clause."""
    end = child
    for token in child.subtree:
        if token.i < child.i:
            continue
        if (token.is_punct and token.text not in ("-", "'", "%")) or token.dep_ == "relcl":
            break
        if token.i > end.i + 1 or token.is_space:
            break
        end = token
    return end
