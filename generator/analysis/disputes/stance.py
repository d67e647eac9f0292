"""What a stance is, and what is common to the ways in which one is found."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from generator.analysis.disputes.arguments import Place, fill, has_infinitive
from generator.analysis.disputes.clauses import demanders, is_passive, is_that_clause
from generator.analysis.disputes.modality import (
    has_duty,
    is_asked,
    is_lacking,
    is_negated,
    is_supposed,
    is_undone,
)
from generator.analysis.disputes.predicates import Match
from generator.analysis.disputes.senses import has_other_sense
from generator.analysis.disputes.vocabulary import vocabulary
from generator.analysis.disputes.voices import DONE_TO, Voices, holders
from generator.analysis.syntax import Word

WONDERING = frozenset(("ask", "wonder"))
"""Verbs whose clause nobody holds for true by them."""
SEEKING = frozenset(
    "attempt fight hope move pledge promise seek struggle swear threaten try vow want".split()
)
"""Verbs by which their subject means to do what follows: it is against whoever is behind what it wants to stop."""


@dataclass(frozen=True, slots=True)
class Stance:
    """One actor is against (or for) another, by one predicate."""

    source: str
    target: str | None
    """None: the text does not say whom here (a denial without an addressee)."""
    match: Match
    features: tuple[str, ...]
    """What speaks for it and against it; dispute_weights.csv says how much."""
    attributed_to: str | None = None


def _is_copular(token: Word) -> bool:
    """Say whether a word hangs on a form of "be": "is to blame", "is against the plan"."""
    return token.head.lemma == "be" and token.dep_ in ("xcomp", "prep")


def _is_felt(verb: Word) -> bool:
    """Say whether somebody feels what the verb says done to him: "felt betrayed by"."""
    return any(child.dep_ == "auxpass" and child.lemma == "feel" for child in verb.children)


def _is_sought(verb: Word) -> bool:
    """Say whether somebody only wants to do what the verb says: "tries to stop", "vowed to halt"."""
    return verb.dep_ == "xcomp" and verb.head.lemma in SEEKING


def _is_wanted(verb: Word) -> bool:
    """Say whether somebody calls for another to do what the verb says: "chanted for her to go"."""
    return bool(demanders(verb)) and any(child.lower_ == "for" for child in verb.children)


CONDITIONS: dict[str, Callable[[Word], bool]] = {
    "negation": is_negated,
    "duty": has_duty,
    "undone": is_undone,
    "lack": is_lacking,
    "copula": _is_copular,
    "felt": _is_felt,
    "sought": _is_sought,
    "wanted": _is_wanted,
}
"""What an entry may need beside places that are filled."""


def holds(match: Match) -> bool:
    """Say whether the conditions of an entry are met where it matches: what it needs is there, what it bars is not."""
    predicate, token = match.predicate, match.token
    if has_other_sense(match):
        return False
    if not all(CONDITIONS[need](token) for need in predicate.needs if need in CONDITIONS):
        return False
    if predicate.under and not (token.dep_ == "pobj" and token.head.lower_ in predicate.under):
        return False
    places = [slot for slot in predicate.needs if slot not in CONDITIONS]
    if places and not any(fill(match, slot) for slot in places):
        return False
    return not any(
        fill(match, slot) or (slot == "infinitive" and has_infinitive(token)) for slot in predicate.unless
    )


def parties(
    places: Iterable[Place], voices: Voices, *, bases: bool = False, acts: bool = False
) -> Iterator[tuple[str, str]]:
    """Yield the actors that stand at some places, each once, with its place and the way it is reached.

    Args:
        places: The words that stand there, each with its place in the frame.
        voices: Who is named where.
        bases: Whether who attacks a base in a country attacks that country.
        acts: Whether those count to whom something is done: who orders the arrest of Vey is against her, who
            condemns it is not.
    """
    seen = set()
    for place in places:
        for actor, way in holders(place.token, voices):
            if place.slot == "loose" and way != "self":
                continue
            if way.startswith(DONE_TO):
                if not acts:
                    continue
                way = way.removeprefix(DONE_TO)
            base = bases and place.token.lemma in vocabulary().bases
            if way == "in" and place.slot != "subject" and not base:
                continue  # "captured the mood in Chile": a place, no party
            if actor not in seen:
                seen.add(actor)
                yield actor, f"{place.slot} {way}"


def signs(match: Match, negated: bool) -> Iterator[str]:
    """Yield what speaks against a stance, whatever its predicate: negated, supposed, asked."""
    if negated:
        yield "negated"
    if is_supposed(match.token):
        yield "supposed"
    if is_asked(match.token):
        yield "asked"
    if match.predicate.pos == "verb" and is_passive(match.token):
        yield "passive"


def is_anothers(token: Word, voices: Voices) -> bool:
    """Say whether what a clause tells is not its speaker's word: he does not say it, or others say it, unnamed.

    "She did not come out and say that he must go"; "A lot of people, she told reporters, said he should go"; "She asked
    why he had lied".
    """
    at = token
    while at.head.i != at.i and not (at.dep_ == "ccomp" and at.head.pos_ == "VERB"):
        if at.dep_ == "acl" and is_that_clause(at):
            return True  # "the perception that he is a racist"
        at = at.head
    cue = at.head
    if cue is at or cue.pos_ != "VERB":
        return False
    if (
        cue.lemma in WONDERING
        or is_negated(cue)
        or (cue.dep_ == "conj" and cue.tag_ == "VB" and is_negated(cue.head))
    ):
        return True
    told = [Place(child, "who") for child in cue.children if child.dep_ == "nsubj"]
    return any(place.token.pos_ == "NOUN" for place in told) and not list(parties(told, voices))
