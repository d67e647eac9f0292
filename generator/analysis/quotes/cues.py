"""Cue words: what reports that somebody says, thinks, wants or intends, and which act that is."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from importlib import resources

import yaml

from generator.analysis.syntax import Word
from generator.model import QuoteAct

_ACTS: tuple[QuoteAct, ...] = ("refusal", "denial", "plan", "belief", "statement")
"""Where a word stands in two classes, the later one counts for verbs ("vow" is a statement of a plan)."""
_COMMENT = frozenset(
    "comment respond reply answer discuss say confirm speak elaborate disclose reveal specify".split()
)
"""To refuse one of these is a refusal to comment; to refuse anything else is a plan."""
_NO_ANSWER = frozenset("comment respond reply answer elaborate specify disclose confirm".split())
"""Not to do one of these is no answer; not to say something may still be a statement ("did not say it was safe")."""
_NOBODY = frozenset("neither nobody none no".split())


@functools.cache
def lexicon() -> Mapping[str, frozenset[str]]:
    """Return the cue words by class; the file is generator/lexicons/cues.yml."""
    raw = yaml.safe_load(
        resources.files("generator").joinpath("lexicons/cues.yml").read_text(encoding="utf-8")
    )
    return {name: frozenset(word for line in lines for word in line.split()) for name, lines in raw.items()}


@functools.cache
def speech_verbs() -> frozenset[str]:
    """Return the verbs that may stand beside quoted words and give them to their subject."""
    words = lexicon()
    return words["statement"] | words["denial"] | frozenset("think believe agree disagree hope wish".split())


@functools.cache
def _act_of_lemma() -> Mapping[str, QuoteAct]:
    words = lexicon()
    return {lemma: act for act in _ACTS for lemma in words[act]}


def act_of(cue: Word, *, clause: bool) -> QuoteAct:
    """Say what the speaker does with this cue: states, believes, plans, denies or refuses to comment.

    Args:
        cue: The cue word.
        clause: Whether a clause or quoted words are reported. Words with another common sense ("maintain a fleet",
            "show strength") state something only with one of them.
    """
    lemma = cue.lemma_.lower()
    words = lexicon()
    if lemma in words["refusal"]:
        below = {child.lemma_ for child in cue.subtree if child.i > cue.i}
        return "refusal" if below & _COMMENT else "plan"
    if _unanswered(cue, lemma):
        return "refusal"
    if lemma in ("comment", "answer", "response") and any(child.lower_ == "no" for child in cue.children):
        return "refusal"
    if lemma in words["denial"] or lemma in ("denial", "rebuttal"):
        negated = any(child.dep_ == "neg" for child in cue.children)
        return "statement" if negated else "denial"  # "did not deny the exchange"
    if cue.pos_ == "NOUN":
        return _act_of_noun(lemma)
    known = _act_of_lemma().get(lemma)
    if known is None or (known == "statement" and not clause and lemma in words["ambiguous"]):
        return "statement" if lemma in (":", "accord", "put") or not cue.is_alpha else "belief"
    return known


def is_avoided(cue: Word) -> bool:
    """Say whether something was not said, or nobody's to report: "stopped short of calling her a liar"."""
    if cue.tag_ == "VBN" and cue.lemma_ == "ask" and cue.dep_ == "advcl":
        # "Asked whether he would run, Brun said no.": who asked is not told
        return not any(child.dep_ == "agent" for child in cue.children)
    if cue.lemma_ == "deny" and any(child.dep_ == "dative" for child in cue.children):
        return True  # "denied him a visa"
    if cue.lemma_ in ("ask", "request", "insist"):
        below = next((child for child in cue.children if child.dep_ == "xcomp"), None)
        if below is not None and below.lemma_ in _IDENTIFY:
            # "an official, who asked not to be named"
            return any(child.dep_ == "neg" for child in below.children)
    if cue.dep_ != "pcomp":
        return False
    preposition = cue.head
    return preposition.lower_ == "without" or (
        preposition.lower_ == "of" and preposition.head.lower_ == "short"
    )


_IDENTIFY = frozenset(("name", "identify", "quote", "cite"))


def _unanswered(cue: Word, lemma: str) -> bool:
    """Say whether an answer is refused or not given: "refused to say", "has not commented", "neither replied"."""
    if cue.pos_ != "VERB" or lemma not in _COMMENT:
        return False
    if cue.dep_ == "xcomp" and cue.head.lemma_ in lexicon()["refusal"]:
        return True
    if lemma not in _NO_ANSWER and not (
        lemma == "say" and any(child.lower_ in _OPEN for below in cue.children for child in below.children)
    ):
        return False
    return any(
        child.dep_ == "neg"
        or (
            child.dep_ in ("nsubj", "nsubjpass")
            and (child.lower_ in _NOBODY or any(below.lower_ in _NOBODY for below in child.children))
        )
        for child in cue.children
    )


_OPEN = frozenset("whether if who when why how what where".split())
"""Words behind which something is left open: "did not say whether"."""


def _act_of_noun(lemma: str) -> QuoteAct:
    if lemma in _PLANS:
        return "plan"
    return "statement" if lemma in lexicon()["nouns"] and lemma not in _BELIEFS else "belief"


_PLANS = frozenset("plan pledge promise vow threat offer bid effort".split())
_BELIEFS = frozenset(
    "belief concern conviction doubt expectation fear feeling hope idea impression notion sentiment suspicion "
    "theory thought view vision wish worry opinion support".split()
)
