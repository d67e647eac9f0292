"""Who does it, to whom, over what: the places of a predicate's frame, read off the parse."""

from __future__ import annotations

from dataclasses import dataclass

from generator.analysis.disputes.clauses import (
    OBJECTS,
    SUBJECTS,
    announcers,
    demanders,
    grammatical_subjects,
    is_passive,
    logical_objects,
    subjects,
    supporting_verb,
)
from generator.analysis.disputes.predicates import TURNING, Match, is_verb_of, lexicon
from generator.analysis.disputes.vocabulary import vocabulary
from generator.analysis.syntax import Word

CLAUSES = frozenset({"ccomp", "acl", "relcl"})
EXCLUDER = "excluder"
"""The place of whoever somebody is expelled or fired from: only who is named there itself."""
EXCLUDING = frozenset(
    "ban banish bar deport dismiss eject evict exclude expel fire oust sack suspend".split()
)
"""Verbs by whose passive somebody leaves whoever does it: "was expelled from Chile", "fired from the Gazette"."""

_AFAR = dict.fromkeys(
    "arise come emanate erupt flare grow mount pour rain".split(), ("between", "from", "against")
)
"""Verbs with the prepositions that belong to their subject, and stand behind them."""
ASKING = frozenset("how if whether why".split())
"""Words that open what is asked."""


@dataclass(frozen=True, slots=True)
class Place:
    """A word that fills a place of a frame, and which place that is."""

    token: Word
    slot: str


def prepositional(match: Match, preposition: str) -> list[Word]:
    """Return what follows a preposition that belongs to the predicate."""
    anchors = [match.token, *match.parts]
    if match.predicate.pos == "verb":
        # "place the blame for the spill on Chile": the parser hangs "on" where it likes.
        anchors += [
            below
            for part in match.parts
            for c in part.children
            if c.lower_ in ("of", "for") and c.dep_ == "prep"
            for below in c.children
            if below.dep_ == "pobj"
        ]
        anchors += [
            c for c in match.token.children if c.dep_ in ("dobj", "prt", "advmod", "acomp", "xcomp", "prep")
        ]
    elif (
        match.token.dep_ in ("dobj", "acomp", "attr", "oprd", "nsubjpass")
        # "clashes broke out between", "opposition has come from"
        or (match.token.dep_ == "nsubj" and preposition in _AFAR.get(match.token.head.lemma, ("between",)))
        or (match.predicate.pos == "adjective" and match.token.head.pos_ in ("VERB", "AUX"))
    ):
        anchors.append(match.token.head)
    elif (
        match.token.dep_ == "pobj"
    ):  # "at odds with", "in a row with": the preposition hangs on the verb or "at"
        anchors += [match.token.head, match.token.head.head]
        if _is_in_protest(match.token):
            anchors += [match.token.head, *_verb_above(match.token)]
    found = []
    for word in (match.token, *match.parts):
        if word.lower_ == preposition:  # "is against the plan", "sided with Vey against Holm"
            found += [c for c in word.children if c.dep_ in ("pobj", "pcomp")]
    if match.predicate.mutual:  # "no love lost between", "a feud raging between"
        anchors += [c for c in match.token.children if c.dep_ == "acl"]
    for anchor in anchors:
        for child in anchor.children:
            if (
                child.lower_ == preposition
                and child.dep_ in ("prep", "agent", "dative", "prt")
                and child.i > match.token.i
            ):
                found += [c for c in child.children if c.dep_ in ("pobj", "pcomp")]
    if preposition == "on":  # "blamed them on Twitter"
        found = [word for word in found if word.lower_ not in vocabulary().media]
    return list(dict.fromkeys(below for word in found for below in _asked_of(word)))


def _asked_of(word: Word) -> list[Word]:
    """Return of whom it is asked: "an inquiry into whether the bank had hidden losses"; else the word itself."""
    asked = (*word.head.children, *word.children)
    if word.dep_ != "pcomp" or not any(c.lower_ in ASKING for c in asked):
        return [word]
    return [c for c in word.children if c.dep_ in SUBJECTS or c.dep_ == "nsubjpass"] or [word]


def _is_in_protest(noun: Word) -> bool:
    """Say whether something is done "in protest", whatever the words hang on."""
    return noun.lemma == "protest" and noun.dep_ == "pobj" and noun.head.lower_ == "in"


def _verb_above(word: Word) -> list[Word]:
    """Return the nearest verb above a word."""
    while word.head is not word:
        word = word.head
        if word.pos_ == "VERB":
            return [word]
    return []


def clauses(match: Match) -> list[Word]:
    """Return the verbs of the clauses that depend on the predicate."""
    return [
        c for c in match.token.children if c.dep_ in CLAUSES and c.i > match.token.i and c.dep_ != "relcl"
    ]


def conditions(verb: Word) -> list[Word]:
    """Return of whom something is wanted: "will not lift the embargo until Chile frees the men"."""
    return [
        token
        for clause in verb.children
        if clause.dep_ == "advcl"
        and any(c.dep_ == "mark" and c.lower_ in ("until", "unless") for c in clause.children)
        for token in subjects(clause)
    ]


def _infinitives(match: Match) -> list[Word]:
    verbs = [c for c in match.token.children if c.dep_ in ("xcomp", "acl", "ccomp") and c.tag_ == "VB"]
    if match.predicate.kind != "rejection":
        return verbs
    # Who refuses to blame somebody is not against that one.
    entries = lexicon().entries
    return [
        v
        for v in verbs
        if all(p.kind == "support" or p.words[1:] for p in entries.get(("verb", v.lemma_), ()))
    ]


def has_infinitive(verb: Word) -> bool:
    """Say whether an infinitive depends on a verb."""
    below = [*verb.children, *(g for c in verb.children if c.dep_ in OBJECTS for g in (c, *c.conjuncts))]
    below += [g for c in below if c.pos_ in ("NOUN", "PROPN") for g in c.children]
    return any(c.tag_ == "VB" and c.dep_ in ("xcomp", "ccomp", "advcl", "acl", "relcl") for c in below)


def copular_subjects(token: Word) -> list[Word]:
    """Return of whom an adjective or noun is said: "he is wrong", "a lawmaker critical of", "called him a liar"."""
    head = token.head
    if token.lemma == "strike" and token.dep_ == "pobj" and head.lower_ == "on":
        # "are on strike", "the nurses, on strike for a week"
        return [head.head] if head.head.pos_ in ("NOUN", "PROPN") else grammatical_subjects(head.head)
    described = token.dep_ == "amod" and head.lower_ == "as"  # "described him as corrupt"
    if (
        described
        or token.dep_
        in (
            "acomp",
            "attr",
            "oprd",
            "ccomp",
            "xcomp",
            "pobj",
            "conj",
            "advcl",
            "dobj",
        )
        or (token.dep_ == "prep" and head.lemma == "be")
    ):
        if token.dep_ == "conj" and head.pos_ == token.pos_:
            return copular_subjects(head) if head.i != token.i else []
        verb = head.head if token.dep_ == "pobj" or described else head
        while token.dep_ == "pobj" and verb.pos_ == "ADP" and verb.head is not verb:  # "out of touch"
            verb = verb.head
        if verb.lemma_ in vocabulary().naming and token.dep_ != "attr":
            named = [o for o in logical_objects(verb) if o.i != token.i]
            if named:
                return named
        own = [c for c in token.children if c.dep_ in SUBJECTS or c.dep_ == "nsubjpass"]
        if own:
            return own
        if token.dep_ == "dobj" or (token.dep_ == "pobj" and head.lower_ not in ("at", "in", "as", "of")):
            return []
        return grammatical_subjects(verb) if verb.pos_ in ("VERB", "AUX") else []
    if token.dep_ == "amod" and token.i > head.i:
        return [head]
    if token.dep_ == "amod":
        return called_so(token)
    if token.dep_ == "appos":
        return [head]
    return [c for c in token.children if c.dep_ in SUBJECTS or c.dep_ == "nsubjpass"]


def called_so(adjective: Word) -> list[Word]:
    """Return of whom an adjective is said with a noun: "is a corrupt man", "called him a very stupid man"."""
    noun = adjective.head
    if noun.dep_ in ("attr", "oprd"):
        return copular_subjects(noun)
    if noun.dep_ == "dobj" and noun.head.lemma_ == "have":
        return subjects(noun.head)  # "has corrupt elements"
    if noun.dep_ == "appos" and noun.head.dep_ == "dobj" and noun.head.head.lemma_ in vocabulary().naming:
        return [noun.head]  # the parser's way to read "called the envoy a stupid man"
    return []


def _owners(token: Word) -> list[Word]:
    owners = [c for c in token.children if c.dep_ in ("poss", "compound", "amod", "nmod") and c.i < token.i]
    return [_whose(token) if c.lower_ == "whose" else c for c in owners]


def _whose(noun: Word) -> Word:
    """Return the noun whose clause this is: "the farmers, whose anger at Chile is old"."""
    at = noun
    while at.head.i != at.i:
        if at.dep_ == "relcl":
            return at.head
        at = at.head
    return noun


def fill(match: Match, slot: str) -> list[Word]:
    """Return the words that fill a place of the frame."""
    token, verb = match.token, match.predicate.pos == "verb"
    if slot == "object":
        return logical_objects(token) if verb else []
    if slot == "subject":
        return subjects(token) if verb else copular_subjects(token)
    if slot == "patient":  # "was slipped the papers": who lets it be done
        return grammatical_subjects(token) if is_passive(token) else []
    if slot == "owner":
        return _owners(token)
    if slot == "self":
        return [token, *copular_subjects(token), *(c for c in token.children if c.dep_ == "appos")]
    if slot == "clause":
        return [s for clause in clauses(match) for s in grammatical_subjects(clause)]
    if slot == "asked":
        return [
            s
            for clause in clauses(match)
            if any(c.lower_ in ASKING for c in clause.children)
            for s in grammatical_subjects(clause)
        ]
    if slot == "when":
        return [s for clause in _occasions(token) for s in subjects(clause)]
    if slot == "infinitive":
        return [o for v in _infinitives(match) for o in _objects_and_partners(v)]
    return prepositional(match, slot)


def _occasions(verb: Word) -> list[Word]:
    """Return the verbs of the clauses that tell what a verb answers: "objected when the chairman cut her short"."""
    return [
        child
        for child in verb.children
        if child.dep_ == "advcl" and child.i > verb.i and any(c.lower_ == "when" for c in child.children)
    ]


def _objects_and_partners(verb: Word) -> list[Word]:
    found = logical_objects(verb)
    for child in verb.children:
        if child.dep_ == "prep" and child.lower_ in ("with", "to", "from", "against", "on"):
            found += [c for c in child.children if c.dep_ == "pobj"]
    return found


def usual_opponents(match: Match) -> list[Place]:
    """Return who is against, in the usual places of the part of speech."""
    token = match.token
    if match.predicate.pos == "verb":
        found = subjects(token)
        if not found and is_passive(token):
            found = demanders(token)
            if not found and token.lemma in EXCLUDING:
                return [Place(t, EXCLUDER) for t in prepositional(match, "from") if t.dep_ == "pobj"]
            if not found and match.predicate.kind == "sanction":
                found = announcers(token)
        return [Place(t, "subject") for t in found]
    if match.predicate.pos == "adjective":
        return [Place(t, "subject") for t in copular_subjects(token)]
    places = [Place(t, "owner") for t in _owners(token)]
    for preposition in ("by", "from", "among"):
        places += [Place(t, preposition) for t in prepositional(match, preposition)]
    places += [
        Place(t, "clause")  # "allegations made by", "the ban that they imposed"
        for c in token.children
        if c.dep_ == "acl"
        for t in subjects(c)
        if t.i != token.i
    ]
    if _is_in_protest(token):
        return places + [Place(t, "support") for verb in _verb_above(token) for t in _doers(verb)]
    verb = supporting_verb(token, apart=match.predicate.mutual)
    if verb is None or verb.lemma_ in vocabulary().suffer or is_verb_of(verb, TURNING):
        return places
    if verb.lemma_ in vocabulary().told_of:
        return places  # "senators investigating the attack" did not make it
    doers = subjects(verb)
    if not doers and match.predicate.mutual and token.dep_ == "pobj" and token.head.lower_ in ("in", "into"):
        doers = grammatical_subjects(verb)  # "are locked in a dispute", "was drawn into a row with"
    return places + [Place(t, "support" if verb.lemma_ in vocabulary().support else "loose") for t in doers]


def _doers(verb: Word) -> list[Word]:
    """Return who does what a verb says, or to whom it is done where nobody is said to do it."""
    return subjects(verb) or grammatical_subjects(verb)


def sufferers(noun: Word) -> list[Word]:
    """Return who meets with what the noun says ("faced criticism", "came under attack")."""
    verb = supporting_verb(noun)
    if verb is not None and verb.lemma == "be" and noun.head.lower_ == "under":  # "is under fire"
        return grammatical_subjects(verb)
    if verb is None or verb.lemma_ not in vocabulary().suffer:
        return []
    if verb.lemma_ == "come" and noun.head.lower_ != "under":
        return []
    return grammatical_subjects(verb)
