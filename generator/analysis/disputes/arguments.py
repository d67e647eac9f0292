"""Who does it, to whom, over what: the places of a predicate's frame, read off the parse."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.analysis.disputes.predicates import Match, lexicon
from generator.analysis.disputes.vocabulary import vocabulary
from generator.analysis.syntax import Word

SUBJECTS = frozenset({"nsubj", "csubj"})
OBJECTS = frozenset({"dobj", "dative"})
RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})
CLAUSES = frozenset({"ccomp", "acl", "relcl"})
DEMANDING = frozenset("call demand urge want ask order tell press appeal".split())
"""Verbs whose subject wants what the verb below them says to be done."""
ANNOUNCING = frozenset("announce declare decide decree order rule".split())
"""Verbs whose subject does what it tells: it is the one that "announced that assets had been frozen"."""
EXCLUDER = "excluder"
"""The place of whoever somebody is expelled or fired from: only who is named there itself."""
EXCLUDING = frozenset(
    "ban banish bar deport dismiss eject evict exclude expel fire oust sack suspend".split()
)
"""Verbs by whose passive somebody leaves whoever does it: "was expelled from Chile", "fired from the Gazette"."""
DEEPEST = 4
"""Steps up a chain of verbs in search of a subject; longer chains are misparses more often than not."""


@dataclass(frozen=True, slots=True)
class Place:
    """A word that fills a place of a frame, and which place that is."""

    token: Word
    slot: str


def with_conjuncts(tokens: Iterable[Word]) -> Iterator[Word]:
    """Yield each token and what is joined to it by "and" or "or"."""
    for token in tokens:
        yield token
        yield from token.conjuncts if token.dep_ != "conj" else ()


def is_passive(verb: Word) -> bool:
    """Say whether a verb form is passive."""
    if any(child.dep_ in ("nsubjpass", "auxpass", "agent") for child in verb.children):
        return True
    if verb.tag_ != "VBN" or any(child.dep_ in ("aux", "dobj") for child in verb.children):
        return False
    if verb.dep_ == "acomp" and verb.head.lemma_ == "be":
        return True  # "assets had been frozen", where the parser sees an adjective
    if verb.dep_ in ("acl", "advcl"):
        return True
    own_subject = any(child.dep_ in SUBJECTS for child in verb.children)
    return verb.dep_ == "conj" and not own_subject and verb.head.pos_ == "VERB" and is_passive(verb.head)


def _antecedent(token: Word, verb: Word) -> Word:
    """Return what a relative pronoun stands for, or the token itself."""
    if token.lower_ not in RELATIVE or token.pos_ not in ("PRON", "SCONJ", "DET"):
        return token
    while verb.dep_ in ("conj", "xcomp", "ccomp") and verb.head.i != verb.i:
        verb = verb.head
    if verb.dep_ != "relcl":
        return token
    if token.lower_ == "which" and verb.head.ent_type_ == "PERSON":
        # "Jonas Weber of the Green Fields Alliance, which": no person.
        things = [
            w for w in verb.head.subtree if w.dep_ == "pobj" and w.i < token.i and w.ent_type_ != "PERSON"
        ]
        return things[-1] if things else verb.head
    return verb.head


def grammatical_subjects(verb: Word, depth: int = 0) -> list[Word]:
    """Return the subjects of a verb as written, or those that it shares with the verb or noun above it."""
    own = [c for c in verb.children if c.dep_ in SUBJECTS or c.dep_ == "nsubjpass"]
    if own:
        return [_antecedent(token, verb) for token in own]
    head = verb.head
    if depth >= DEEPEST or head.i == verb.i:
        return []
    called = demanded_of(verb)
    if called:
        return called
    if verb.dep_ == "xcomp":
        # "asked Iran to stop": the object is the one who is to stop; "promised to stop": the subject.
        controlled = [c for c in head.children if c.dep_ == "dobj" and c.i < verb.i]
        if controlled and head.lemma_ not in ("promise", "threaten"):
            return controlled
        return grammatical_subjects(head, depth + 1) if head.pos_ in ("VERB", "AUX", "ADJ") else []
    if verb.dep_ == "ccomp" and verb.tag_ in ("VB", "VBG", "VBN") and head.pos_ in ("VERB", "AUX"):
        return grammatical_subjects(head, depth + 1)
    if verb.dep_ in ("conj", "advcl", "acomp") and head.pos_ in ("VERB", "AUX", "ADJ"):
        return subjects(head, depth + 1) if verb.dep_ == "advcl" else grammatical_subjects(head, depth + 1)
    if verb.dep_ == "acl":
        if verb.tag_ == "VB":  # "a decision to sue", "plans to sue"
            owners = [c for c in head.children if c.dep_ == "poss"]
            return owners or _verb_subjects_of(head, depth + 1)
        return [head]
    if verb.dep_ == "pcomp":  # "by accusing", "of attacking"
        above = head.head
        if above.pos_ in ("VERB", "AUX"):
            if head.lower_ in ("of", "for", "from"):
                objects = logical_objects(above)
                if objects:
                    return objects
            return subjects(above, depth + 1)
        return _verb_subjects_of(above, depth + 1)
    return []


def demanded_of(verb: Word) -> list[Word]:
    """Return of whom it is demanded: "called on Chile to stop", "appealed to the union to end the strike"."""
    head = verb.head
    if verb.dep_ not in ("xcomp", "advcl") or verb.tag_ != "VB" or head.lemma_ not in ("call", "appeal"):
        return []
    wanted = ("on", "upon") if head.lemma_ == "call" else ("to",)
    return [
        c
        for on in head.children
        if on.lower_ in wanted and on.i < verb.i
        for c in on.children
        if c.dep_ == "pobj"
    ]


def demanders(verb: Word) -> list[Word]:
    """Return who wants it done: "called for the mayor to be prosecuted", "urged Chile to stop"."""
    head = verb.head
    wanted = verb.dep_ in ("xcomp", "ccomp", "advcl") and verb.tag_ in ("VB", "VBN")
    return subjects(head) if wanted and head.pos_ == "VERB" and head.lemma_ in DEMANDING else []


def announcers(verb: Word) -> list[Word]:
    """Return who announces what is done, by nobody named: "Norway announced that his assets had been frozen"."""
    clause = verb.head if verb.dep_ == "acomp" else verb
    above = clause.head
    told = clause.dep_ == "ccomp" and above.pos_ == "VERB" and above.lemma_ in ANNOUNCING
    return subjects(above) if told else []


def _verb_subjects_of(noun: Word, depth: int) -> list[Word]:
    """Return the subjects of the verb whose object (or complement) the noun is."""
    if depth >= DEEPEST:
        return []
    if noun.dep_ in ("dobj", "attr") and noun.head.pos_ in ("VERB", "AUX"):
        return subjects(noun.head, depth)
    if noun.dep_ == "pobj" and noun.head.head.pos_ in ("VERB", "AUX"):
        return subjects(noun.head.head, depth)
    return []


def subjects(verb: Word, depth: int = 0) -> list[Word]:
    """Return who does what the verb says: the subject, in the passive the agent."""
    if verb.pos_ in ("VERB", "AUX") and is_passive(verb):
        return [
            c for agent in verb.children if agent.dep_ == "agent" for c in agent.children if c.dep_ == "pobj"
        ]
    return grammatical_subjects(verb, depth)


def logical_objects(verb: Word) -> list[Word]:
    """Return to whom it is done: the object, in the passive the subject."""
    if is_passive(verb):
        if verb.dep_ == "acl" and not any(c.dep_ == "nsubjpass" for c in verb.children):
            return [verb.head]
        return grammatical_subjects(verb)
    own = [_antecedent(c, verb) for c in verb.children if c.dep_ in OBJECTS and c.pos_ != "ADP"]
    if own:
        return own
    # "the man whom they accuse": without a pronoun the antecedent is the object.
    if verb.dep_ == "relcl" and any(c.dep_ in SUBJECTS and c.lower_ not in RELATIVE for c in verb.children):
        return [verb.head]
    # "criticised and rejected the plan": verbs that are joined share the object that follows the last.
    shared = [c for c in verb.children if c.dep_ == "conj" and c.pos_ == "VERB" and not _has_subject(c)]
    return [o for c in shared[:1] for o in logical_objects(c)]


def _has_subject(verb: Word) -> bool:
    return any(c.dep_ in SUBJECTS or c.dep_ == "nsubjpass" for c in verb.children)


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
        or (match.token.dep_ == "nsubj" and preposition == "between")  # "clashes broke out between"
        or (match.predicate.pos == "adjective" and match.token.head.pos_ in ("VERB", "AUX"))
    ):
        anchors.append(match.token.head)
    elif (
        match.token.dep_ == "pobj"
    ):  # "at odds with", "in a row with": the preposition hangs on the verb or "at"
        anchors += [match.token.head, match.token.head.head]
    found = []
    for anchor in anchors:
        for child in anchor.children:
            if (
                child.lower_ == preposition
                and child.dep_ in ("prep", "agent", "dative", "prt")
                and child.i > match.token.i
            ):
                found += [c for c in child.children if c.dep_ in ("pobj", "pcomp")]
    return list(dict.fromkeys(found))


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
    return [v for v in verbs if all(p.kind == "support" for p in entries.get(("verb", v.lemma_), ()))]


def has_infinitive(verb: Word) -> bool:
    """Say whether an infinitive depends on a verb."""
    below = [*verb.children, *(g for c in verb.children if c.dep_ in OBJECTS for g in (c, *c.conjuncts))]
    below += [g for c in below if c.pos_ in ("NOUN", "PROPN") for g in c.children]
    return any(c.tag_ == "VB" and c.dep_ in ("xcomp", "ccomp", "advcl", "acl", "relcl") for c in below)


def copular_subjects(token: Word) -> list[Word]:
    """Return of whom an adjective or noun is said: "he is wrong", "a lawmaker critical of", "called him a liar"."""
    head = token.head
    described = token.dep_ == "amod" and head.lower_ == "as"  # "described him as corrupt"
    if described or token.dep_ in (
        "acomp",
        "attr",
        "oprd",
        "ccomp",
        "xcomp",
        "pobj",
        "conj",
        "advcl",
        "dobj",
    ):
        if token.dep_ == "conj" and head.pos_ == token.pos_:
            return copular_subjects(head) if head.i != token.i else []
        verb = head.head if token.dep_ == "pobj" or described else head
        if verb.lemma_ in vocabulary().naming and token.dep_ != "attr":
            named = [o for o in logical_objects(verb) if o.i != token.i]
            if named:
                return named
        own = [c for c in token.children if c.dep_ in SUBJECTS or c.dep_ == "nsubjpass"]
        if own:
            return own
        if token.dep_ == "dobj" or (token.dep_ == "pobj" and head.lower_ not in ("at", "in", "as")):
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
    if slot == "owner":
        return _owners(token)
    if slot == "self":
        return [token, *copular_subjects(token), *(c for c in token.children if c.dep_ == "appos")]
    if slot == "clause":
        return [s for clause in clauses(match) for s in grammatical_subjects(clause)]
    if slot == "infinitive":
        return [o for v in _infinitives(match) for o in _objects_and_partners(v)]
    return prepositional(match, slot)


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
    verb = supporting_verb(token)
    if verb is None or verb.lemma_ in vocabulary().suffer:
        return places
    return places + [
        Place(t, "support" if verb.lemma_ in vocabulary().support else "loose") for t in subjects(verb)
    ]


def supporting_verb(noun: Word) -> Word | None:
    """Return the verb whose object the noun is."""
    if noun.dep_ in ("dobj", "nsubjpass") and noun.head.pos_ == "VERB":
        return noun.head
    if noun.dep_ == "pobj" and noun.head.dep_ == "prep" and noun.head.head.pos_ in ("VERB", "AUX"):
        return noun.head.head
    if noun.dep_ == "conj" and noun.head.pos_ == "NOUN":
        return supporting_verb(noun.head)
    return None


def sufferers(noun: Word) -> list[Word]:
    """Return who meets with what the noun says ("faced criticism", "came under attack")."""
    verb = supporting_verb(noun)
    if verb is None or verb.lemma_ not in vocabulary().suffer:
        return []
    if verb.lemma_ == "come" and noun.head.lower_ != "under":
        return []
    return grammatical_subjects(verb)
