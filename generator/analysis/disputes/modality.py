"""Whether what a sentence says is said to be so: negated, supposed, asked, or long past."""

from __future__ import annotations

from collections.abc import Sequence

from generator.analysis.syntax import Word

NEGATIONS = frozenset(
    "not n't never no neither nor without hardly barely scarcely nothing nobody none".split()
)
# Verbs and nouns that turn what depends on them into its opposite ("denied attacking", "stopped short of").
REVERSING = frozenset(
    "deny avoid stop cease refrain decline refuse end abandon drop halt fail lift ease remove prevent avert "
    "withdraw unlikely unwilling reluctant hesitant loath defuse resolve settle soften close shelve scrap "
    "discontinue hard difficult impossible".split()
)
# What somebody leaves something undone for ("did not come to protest against her").
POINTED = frozenset("protest snub spite punish avoid".split())
# Nouns for not doing what depends on them.
REFUSALS = frozenset("failure hesitation inability refusal reluctance unwillingness".split())
# Adjectives whose negation is that of what follows them ("is not ready to back").
READY = frozenset("ready prepared willing able inclined eager keen".split())
# Verbs by which what their subject says was bad is so no longer ("relations, once frosty, have warmed").
MENDING = frozenset(
    "warm thaw improve mend heal ease normalise normalize recover restore repair patch reconcile".split()
)
# ... and by which a quarrel is none any more ("the row was settled", "the dispute is over").
SETTLED = frozenset("settle settled resolve resolved over".split())
# Asked or left open by whoever speaks.
CONDITIONS = frozenset("if unless whether".split())
POSSIBLE = frozenset("could might may".split())
SUPPOSING = frozenset("possible hypothetical potential likely alleged possibly".split())
# Adverbs by which "would" is a guess ("would probably take issue with that"); alone it may report a plan.
GUESSING = frozenset("perhaps presumably probably likely maybe doubtless surely certainly".split())
FEARING = frozenset("fear worry".split())
# Of what there is little or none any more ("lost faith in", "little time for").
SCANT = frozenset("little scant limited less no zero minimal".split())
LOSING = frozenset("lose lack exhaust forfeit shake".split())
HIGHEST = 6
"""Verbs on the way up that can still negate or suppose what is below them."""


def is_negated(token: Word) -> bool:
    """Say whether a predicate is negated: by a word of its own, or by a verb above that reverses it."""
    if any(_negates(child) for child in token.children):
        return True
    at = token
    for _ in range(HIGHEST):
        steps = ("xcomp", "pcomp", "dobj", "attr", "acomp", "prep", "pobj")
        if at.dep_ == "amod" and at.head.dep_ == "attr":  # "is not a serious person", "is no honest man"
            at = at.head
            if any(_negates(child) for child in at.children):
                return True
        if (at.dep_ in steps or at.lower_ == "short") and at.head.i != at.i:  # "stopped short of blaming"
            at = at.head
        else:
            return at.dep_ == "acl" and _is_not_planned(at.head)
        if at.dep_ == "prep" and at.lower_ == "without":
            return True
        if at.pos_ in ("VERB", "AUX", "ADJ"):
            if any(_negates(child) for child in at.children):
                return True
            if at.lemma in REVERSING or _is_no_more(at):
                return True
            if at.dep_ not in ("xcomp", "pcomp") and not (at.dep_ == "acomp" and at.lemma in READY):
                return _is_purpose_of_nothing(at)
    return False


def _is_no_more(verb: Word) -> bool:
    """Say whether what depends on a verb is over: "the front, which she used to accuse of taking bribes"."""
    return verb.lower_ == "used" and not any(
        child.dep_ == "dobj" and child.tag_ != "WDT" for child in verb.children
    )


def _is_purpose_of_nothing(verb: Word) -> bool:
    """Say whether nothing is done to do what a verb says: "I don't close mines to win an argument with him"."""
    purpose = verb.dep_ == "advcl" and verb.tag_ == "VB" and verb.lemma not in POINTED
    return purpose and any(child.dep_ == "neg" for child in verb.head.children)


def _is_not_planned(plan: Word) -> bool:
    """Say whether there is no such plan: "had no desire to undermine them", "his refusal to condemn it"."""
    if plan.lemma in REFUSALS or any(c.lower_ == "no" and c.dep_ == "det" for c in plan.children):
        return True
    return plan.dep_ == "dobj" and any(_negates(child) for child in plan.head.children)


def _negates(child: Word) -> bool:
    if child.dep_ in ("nsubj", "nsubjpass") and any(
        c.lower_ in ("neither", "no") and c.dep_ in ("det", "preconj", "cc") for c in child.children
    ):
        return True  # "neither the union nor the company", "no minister"
    if child.lower_ == "longer" and any(c.lower_ == "no" for c in child.children):
        return True
    if child.lower_ == "nor" and child is child.sent[0]:
        return True  # "Nor does she plan to sue"
    return child.dep_ == "neg" or (
        child.lower_ in NEGATIONS and child.dep_ in ("det", "advmod", "preconj", "nsubj")
    )


def is_denied(part: Word, phrase: Sequence[Word]) -> bool:
    """Say whether a part of a phrase is negated by a word that is none of it: "bore him no grudge"."""
    return any(_negates(child) and child not in phrase for child in part.children)


def is_undone(verb: Word) -> bool:
    """Say whether a verb is negated by a word of its own: "has not asked us"; but "denies having asked"."""
    return any(_negates(child) for child in verb.children)


def is_lacking(noun: Word) -> bool:
    """Say whether there is little or none of what a noun says: "little faith in", "ran out of patience with"."""
    if any(child.lower_ in SCANT for child in noun.children) or is_negated(noun):
        return True
    at = noun.head
    while at.pos_ == "ADP" and at.head is not at:  # "ran out of"
        at = at.head
    thin = any(child.lower_ == "thin" for child in at.children)
    return at.lemma in LOSING or thin or (at.lemma == "run" and any(c.lower_ == "out" for c in at.children))


def is_supposed(token: Word) -> bool:
    """Say whether a predicate is only supposed: under a condition, or with a modal verb of possibility."""
    at = token
    for _ in range(HIGHEST):
        for child in at.children:
            if child.dep_ == "mark" and child.lower_ in CONDITIONS:
                return True
            if child.dep_ == "aux" and child.lower_ in POSSIBLE:
                return True
            if child.dep_ in ("amod", "advmod") and child.lower_ in SUPPOSING:
                return True
            if child.dep_ == "aux" and child.lower_ == "can" and _has_condition(at):
                return True  # "If it turns down the plan, Keogh can overrule it"
        if _is_guessed(at):
            return True
        if at.dep_ in ("ccomp", "relcl") and _feared(at):
            return True
        if at.dep_ == "ccomp" and at.head.lemma in SUPPOSING | {"be"}:
            return any(t.lower_ in SUPPOSING for t in (at.head, *at.head.children))
        if at.dep_ in ("ccomp", "ROOT", "relcl", "parataxis") or at.head.i == at.i:
            return False
        at = at.head
    return False


def _is_guessed(verb: Word) -> bool:
    """Say whether somebody guesses what another would do: "would probably take issue with that"."""
    near = {child.lower_ for child in verb.children if child.dep_ in ("aux", "advmod")}
    return "would" in near and not GUESSING.isdisjoint(near)


def _has_condition(verb: Word) -> bool:
    """Say whether a clause with "if" or "unless" hangs on a verb."""
    return any(
        child.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ in CONDITIONS for c in child.children)
        for child in verb.children
    )


def _feared(verb: Word) -> bool:
    """Say whether what a clause tells is only feared ("fears that it will", "which it fears will")."""
    near = [verb.head, *(child for child in verb.children if child.i < verb.i)]
    return any(token.pos_ == "VERB" and token.lemma in FEARING for token in near)


def is_mended(noun: Word) -> bool:
    """Say whether a sentence tells that bad relations have become better, or that a quarrel is over."""
    if noun.pos_ == "VERB":
        return any(_ends(child) for child in noun.children)
    verb = noun.head
    if noun.dep_ not in ("nsubj", "nsubjpass", "dobj"):
        return False
    if verb.lemma in MENDING:
        return True
    if noun.dep_ == "dobj" or any(_negates(child) for child in verb.children):
        return False
    bare = {child.lower_ for child in verb.children if not child.children} if verb.lemma == "be" else set()
    return bool(({verb.lemma} | bare) & SETTLED)


def _ends(verb: Word) -> bool:
    """Say whether the same go on to end their quarrel: "fell out over the toll, but settled the matter"."""
    return (
        verb.dep_ == "conj"
        and verb.lemma in SETTLED | MENDING
        and not any(child.dep_ in ("nsubj", "neg") for child in verb.children)
    )


def is_asked(token: Word) -> bool:
    """Say whether the sentence is a question."""
    return any(t.text == "?" for t in token.sent[-3:])


_TELLING = frozenset("need have call urge ask demand want order tell force chant clamour clamor".split())


def has_duty(verb: Word) -> bool:
    """Say whether somebody is told to do what the verb says ("should", "must", "needs to", "call on ... to")."""
    if any(c.dep_ == "aux" and c.lower_ in ("should", "must", "ought") for c in verb.children):
        return True
    if verb.lemma_ == "need" and any(c.dep_ == "xcomp" for c in verb.children):
        return True
    # "told him to go", not "told the Gazette that he had gone"
    told = any(c.dep_ in ("aux", "auxpass") and c.tag_ in ("VBD", "VBZ", "VBP", "MD") for c in verb.children)
    bare = verb.tag_ in ("VB", "VBN") and not told
    below = verb.dep_ in ("xcomp", "ccomp") or (
        verb.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ == "for" for c in verb.children)
    )  # "called for her to resign"
    return bare and below and verb.head.lemma_ in _TELLING
