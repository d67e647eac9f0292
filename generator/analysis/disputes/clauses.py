"""Who does what a verb says, and to whom it is done, read off the parse."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.analysis.disputes.predicates import TURNING, is_verb_of
from generator.analysis.syntax import Word

SUBJECTS = frozenset({"nsubj", "csubj"})
OBJECTS = frozenset({"dobj", "dative"})
RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})
DEMANDING = frozenset("call demand urge want ask order tell press appeal chant clamour clamor".split())
"""Verbs whose subject wants what the verb below them says to be done."""
ANNOUNCING = frozenset("announce declare decide decree order rule".split())
"""Verbs whose subject does what it tells: it is the one that "announced that assets had been frozen"."""
AGENTS = frozenset("attorney barrister counsel lawyer solicitor".split())
"""Those who act for whoever instructs them: who "told its lawyers to sue" sues."""
UNRELATED = frozenset(
    "about after amid before concerning despite during following on over regarding since until".split()
)
"""Prepositions behind which stands what the subject of their verb need not have done: "asked for guards before the
attack"."""
DEEPEST = 4
"""Steps up a chain of verbs in search of a subject; longer chains are misparses more often than not."""


def with_conjuncts(tokens: Iterable[Word]) -> Iterator[Word]:
    """Yield each token and what is joined to it by "and" or "or"."""
    for token in tokens:
        yield token
        yield from token.conjuncts if token.dep_ != "conj" else ()


def is_that_clause(clause: Word) -> bool:
    """Say whether a clause begins with "that": "the claim that Chile lied"."""
    return any(c.lower_ == "that" and c.dep_ == "mark" for c in clause.children)


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
        if controlled and head.lemma_ not in ("promise", "threaten") and controlled[0].lemma not in AGENTS:
            return controlled
        return grammatical_subjects(head, depth + 1) if head.pos_ in ("VERB", "AUX", "ADJ") else []
    if verb.dep_ == "ccomp" and verb.tag_ in ("VB", "VBG", "VBN") and head.pos_ in ("VERB", "AUX"):
        return grammatical_subjects(head, depth + 1)
    if verb.dep_ in ("conj", "advcl", "acomp") and head.pos_ in ("VERB", "AUX", "ADJ"):
        return subjects(head, depth + 1) if verb.dep_ == "advcl" else grammatical_subjects(head, depth + 1)
    if verb.dep_ == "acl":
        if verb.tag_ == "VB":  # "a decision to sue", "plans to sue"
            owners = [c for c in head.children if c.dep_ == "poss"]
            return owners or ([] if _is_of_others(head) else _verb_subjects_of(head, depth + 1))
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


def _is_of_others(plan: Word) -> bool:
    """Say whether a plan is not of whom the sentence tells: "opposed a request to question her", "did not mention"."""
    verb = supporting_verb(plan)
    return verb is not None and (
        is_verb_of(verb, TURNING) or any(child.dep_ == "neg" for child in verb.children)
    )


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
        agents = [c for c in verb.children if c.dep_ == "agent"]
        if not agents:  # "was challenged in turn by Vey"
            within = [name for c in verb.children if c.dep_ == "prep" and c.i > verb.i for name in c.children]
            agents = [c for name in within for c in name.children if c.lower_ == "by" and c.dep_ == "prep"]
        return [c for agent in agents for c in agent.children if c.dep_ == "pobj"]
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


def supporting_verb(noun: Word, *, apart: bool = False) -> Word | None:
    """Return the verb whose object the noun is.

    Args:
        noun: Any noun.
        apart: Whether a verb beside it counts too: who "rose after clashes with Vey" has clashed.
    """
    if noun.dep_ in ("dobj", "nsubjpass") and noun.head.pos_ == "VERB":
        return noun.head
    beside = noun.dep_ == "pobj" and noun.head.dep_ == "prep" and (apart or noun.head.lower_ not in UNRELATED)
    if beside and noun.head.head.pos_ in ("VERB", "AUX"):
        return noun.head.head
    if noun.dep_ == "conj" and noun.head.pos_ == "NOUN":
        return supporting_verb(noun.head)
    return None
