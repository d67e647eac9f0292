"""Who stands with whom: what counts against a dispute, told as a fact, is support."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set

from generator.analysis.disputes.speeches import lexicon
from generator.analysis.disputes.stance import Stance
from generator.analysis.disputes.voices import Voices
from generator.model import Actor, Dispute, Quote, Span, Support

SIDING = frozenset({"self", "owner", "office", "by", "of", "appos", "author"})
"""Ways from a place of the frame to the actor in it by which he himself is meant, or what is his."""
PLACES = ("deed whom ", "whom ", "who ", "deed who ")
NO_SIDE = frozenset({"loose", "negated", "supposed", "asked", "passive who", "support negated"})
"""Signs by which nobody is told to stand with anybody."""


def find_support(
    stances: Iterable[tuple[Stance, Span]],
    opposed: Mapping[int, frozenset[frozenset[str]]],
    able: Set[str],
    voices: Voices,
) -> Iterator[Support]:
    """Yield who stands with whom, in the order of the text, each pair once a sentence.

    Args:
        stances: With their sentences, in the order of the text, those of every class.
        opposed: For each sentence (by its start), the pairs that it shows at odds: they do not stand together in it.
        able: The actors that can take a side, or be told to.
        voices: Who stands where.
    """
    seen = set()
    for stance, span in stances:
        if stance.target is None or not stands_with(stance, voices):
            continue
        key = (span.start, stance.source, stance.target)
        if key in seen or frozenset(key[1:]) in opposed.get(span.start, frozenset()):
            continue
        teller = stance.attributed_to
        if not {stance.source, stance.target, teller or stance.source} <= able:
            continue
        seen.add(key)
        yield Support(
            start=span.start,
            end=span.end,
            source=stance.source,
            target=stance.target,
            predicate=stance.match.predicate.name,
            attributed_to=teller,
        )


def who_can(actors: Iterable[Actor], quotes: Iterable[Quote], disputes: Iterable[Dispute]) -> frozenset[str]:
    """Return the actors that can take a side: no place, and nobody without a name who neither speaks nor disputes."""
    speaking = {quote.speaker.actor for quote in quotes if quote.speaker}
    disputing = {party for dispute in disputes for party in dispute.parties}
    return frozenset(
        actor.id
        for actor in actors
        if actor.kind != "place"
        and (
            actor.id in speaking
            or actor.id in disputing
            or any(mention.form == "name" for mention in actor.mentions)
        )
    )


def stands_with(stance: Stance, voices: Voices) -> bool:
    """Say whether a stance takes another's side, and is told as a fact."""
    predicate, token = stance.match.predicate, stance.match.token
    if predicate.kind != "support" or predicate.words[0] not in lexicon()["siding"]:
        return False
    if NO_SIDE & set(stance.features) or stance.attributed_to == stance.target:
        return False  # "he says that the whole town is behind him": his word alone
    if predicate.pos == "noun" and "self" not in predicate.who:
        given = token.dep_ == "dobj" and token.head.lemma in lexicon()["giving"]
        if not given and not any(child.dep_ == "poss" for child in token.children):
            return False  # "has the support of", "looks for support": whose it is, or whether there is any
    ways = [feature.rsplit(" ", 1)[-1] for feature in stance.features if feature.startswith(PLACES)]
    if ways[-1:] == ["owner"]:  # "the mayor's plan" is the mayor's, "council reform" is not the council's
        return any(
            w.dep_ == "poss" and w.head.dep_ != "poss" and voices.actor(w) == stance.target
            for w in token.subtree
        )
    return all(way in SIDING for way in ways)
