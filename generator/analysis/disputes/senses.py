"""Whether a word of the lexicon has the sense of its entry where it stands, or another and peaceful one."""

from __future__ import annotations

from generator.analysis.disputes.modality import has_duty
from generator.analysis.disputes.predicates import Match, is_verb_of, lexicon
from generator.analysis.disputes.vocabulary import harsh_words, vocabulary
from generator.analysis.syntax import Word

VOWS = frozenset("vow pledge promise swear".split())
"""Verbs that threaten only by what is to be done: "vowed to crush the rebels", not "to do a better job"."""
HOSTILE = frozenset(
    {"sanction", "lawsuit", "assault", "threat", "criticism", "rejection", "protest", "accusation"}
)
DONE = frozenset({"accusation", "assault", "criticism", "reproach", "sanction"})
"""Classes of what is nobody's quarrel if it is done to oneself."""
REFLEXIVE = frozenset("himself herself itself themselves myself ourselves yourself oneself".split())
DEMANDED = frozenset({"duty", "wanted"})
"""What entries need that are themselves about what somebody is to do."""
GIVEN = frozenset("them him her us me you".split())
"""Pronouns of those to whom something is given, where no name stands."""


def has_other_sense(match: Match) -> bool:
    """Say whether a word means nothing hostile where it matches."""
    token, predicate = match.token, match.predicate
    if token.lower_ == "opposed" and token.i and token.doc[token.i - 1].lower_ == "as":
        return True  # "as opposed to"
    if predicate.pos != "verb" and _is_half(token):
        return True
    if predicate.pos == "adjective":
        return token.lemma == "responsible" and _is_duty(token)
    if predicate.pos == "noun":
        return predicate.kind == "lawsuit" and token.lemma == "action" and _is_of_arms(token)
    if predicate.kind == "sanction" and _is_own_campaign(token):
        return True
    if predicate.name == "cut" and any(child.lower_ in ("short", "off") for child in token.children):
        return True  # "cut her short"
    if predicate.kind in DONE and any(
        child.dep_ == "dobj" and child.lower_ in REFLEXIVE for child in token.children
    ):
        return True  # "blew himself up"
    if predicate.kind == "reproach":
        return DEMANDED.isdisjoint(predicate.needs) and _is_advice(token)
    if predicate.name == "charge":
        return any(c.ent_type_ == "MONEY" or c.text in "$€£" for c in _below(token))  # a price
    if predicate.name == "strike":
        return any(c.dep_ == "dobj" and c.lemma in vocabulary().bargains for c in token.children)
    if predicate.name == "name":
        return not any(c.lemma in vocabulary().suspected for c in _below(token))
    if predicate.name == "deny":
        return _denies_a_gift(token)
    return predicate.name in VOWS and not _vows_harm(token)


def _below(verb: Word) -> list[Word]:
    """Return the objects of a verb and of its prepositions."""
    near = [child for child in verb.children if child.i > verb.i]
    return near + [below for child in near for below in child.children]


def _is_half(word: Word) -> bool:
    """Say whether a word is half of another: "soft-drink makers", "domestic-abuse reports"."""
    before, after = word.doc[max(0, word.i - 1) : word.i], word.doc[word.i + 1 : word.i + 2]
    ends = [(other, other.idx + len(other), word.idx) for other in before]
    ends += [(other, word.idx + len(word), other.idx) for other in after]
    return any(other.text == "-" and end == start for other, end, start in ends)


def _is_of_arms(noun: Word) -> bool:
    """Say whether what sounds like a lawsuit is fought with arms: "military action against Libya"."""
    return any(c.dep_ in ("amod", "compound") and c.lower_ in vocabulary().armed for c in noun.children)


def _is_own_campaign(verb: Word) -> bool:
    """Say whether somebody ends what is his own: "suspended his campaign"."""
    things = [
        child for child in verb.children if child.dep_ == "dobj" and child.lemma in vocabulary().campaigns
    ]
    return any(child.tag_ == "PRP$" for thing in things for child in thing.children)


def _is_duty(adjective: Word) -> bool:
    """Say whether an office is described: "the official responsible for the records"."""
    if adjective.dep_ in ("amod", "relcl", "acl", "advcl"):
        return True
    below = [c for prep in adjective.children if prep.lower_ == "for" for c in prep.children]
    # "responsible for dividing the costs", not "for killing twelve"
    return any(
        c.dep_ == "pcomp" and not is_verb_of(c, HOSTILE) and c.lemma not in harsh_words() for c in below
    )


def _is_advice(verb: Word) -> bool:
    """Say whether somebody is advised to do what would be a reproach if he did it: "should ignore his critics"."""
    done = any(child.dep_ == "aux" and child.lower_ == "have" for child in verb.children)
    return has_duty(verb) and not done and verb.tag_ == "VB"


def _denies_a_gift(verb: Word) -> bool:
    """Say whether something is not given, and no claim denied: "denied them help"."""
    things = [child for child in verb.children if child.dep_ in ("dobj", "dative", "iobj", "oprd")]
    return len(things) > 1 or any(
        child.dep_ == "dative" or child.lower_ in GIVEN or child.lemma in vocabulary().gifts
        for child in things
    )


def _vows_harm(verb: Word) -> bool:
    """Say whether what is vowed is an act against somebody."""
    vowed = [child for child in verb.children if child.dep_ in ("xcomp", "ccomp", "dobj")]
    vowed += [joined for child in vowed for joined in child.conjuncts]
    nouns = lexicon().entries
    return any(is_verb_of(word, HOSTILE) or ("noun", word.lemma) in nouns for word in vowed)
