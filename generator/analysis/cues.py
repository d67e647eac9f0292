"""Cue words: what reports that somebody says, thinks, wants or intends, and which act that is."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from importlib import resources

import yaml
from spacy.tokens import Token

from generator.model import QuoteAct

_ACTS: tuple[QuoteAct, ...] = ("refusal", "denial", "plan", "belief", "statement")
"""Where a word stands in two classes, the later one counts for verbs ("vow" is a statement of a plan)."""
_COMMENT = frozenset("comment respond reply answer discuss say confirm speak elaborate".split())
"""To refuse one of these is a refusal to comment; to refuse anything else is a plan."""


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


def act_of(cue: Token, *, clause: bool) -> QuoteAct:
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
    if lemma in ("comment", "answer", "response") and any(child.lower_ == "no" for child in cue.children):
        return "refusal"
    if lemma in words["denial"] or lemma in ("denial", "rebuttal"):
        return "denial"
    if cue.pos_ == "NOUN":
        return _act_of_noun(lemma)
    known = _act_of_lemma().get(lemma)
    if known is None or (known == "statement" and not clause and lemma in words["ambiguous"]):
        return "statement" if lemma in (":", "accord") or not cue.is_alpha else "belief"
    return known


def _act_of_noun(lemma: str) -> QuoteAct:
    if lemma in _PLANS:
        return "plan"
    return "statement" if lemma in lexicon()["nouns"] and lemma not in _BELIEFS else "belief"


_PLANS = frozenset("plan pledge promise vow threat offer bid effort".split())
_BELIEFS = frozenset(
    "belief concern conviction doubt expectation fear feeling hope idea impression notion sentiment suspicion "
    "theory thought view vision wish worry opinion support".split()
)
