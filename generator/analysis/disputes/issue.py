"""What a dispute is over: a short phrase of the text, verbatim."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from generator.analysis.disputes.arguments import clauses, copular_subjects, fill
from generator.analysis.disputes.predicates import Match
from generator.analysis.disputes.vocabulary import vocabulary
from generator.analysis.disputes.voices import Voices
from generator.analysis.syntax import Word

LONGEST = 12
"""Words of an issue; a longer phrase is cut at its last whole part that fits."""
# What follows a noun phrase and is no part of the thing itself.
LOOSE = frozenset("relcl appos advcl punct cc conj parataxis npadvmod".split())
DETERMINERS = frozenset("a an the this that these those such any some his her its their our my own".split())
SHARED = 2
"""How often a thing must stand in a dispute's sentences to be its issue; the headline counts twice."""
THING_PLACES = frozenset({"dobj", "pobj", "nsubj", "nsubjpass", "attr"})
LIVING = frozenset(
    "ally adversary enemy foe friend opponent "
    "operator authority opposition lawmaker senator ambassador envoy diplomat attaché attache embassy colleague "
    "partner critic rival neighbour neighbor scientist reporter journalist "
    "man woman people person child parent family member leader minister president official officer spokesman "
    "spokeswoman spokesperson lawyer judge police worker driver farmer resident citizen voter taxpayer government "
    "company party group union council country ministry side director chief head chairman chairwoman treasurer".split()
)
# Nouns that say that something is said; what is said is the issue.
CLAIMS = frozenset(
    "suggestion claim allegation statement idea charge accusation assertion notion view report criticism complaint "
    "remark comment objection insinuation denial condemnation rebuke".split()
)
EMPTY = frozenset(
    "thing matter issue way fact lot bit time day week month year end point kind part other occasion moment panic "
    "link".split()
)
"""Nouns that tell nothing."""
RELATIONS = frozenset(("relation", "relationship"))
"""What is bad between two is not what they are at odds over."""
UNFIT = CLAIMS | EMPTY | LIVING | RELATIONS
DEEDS = frozenset("sanction lawsuit assault protest".split())
BRIEF = 3
"""Words after the first of a phrase from which on it tells something, though it ends in "it"."""
POINTING = frozenset("it this that them him her so".split())
ABOUT = frozenset("of about over on regarding concerning against".split())
"""Prepositions that lead from a claim to what is claimed."""
NOT_ISSUES = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "CARDINAL", "PERSON"})


def issue_of(match: Match, actors: Mapping[int, str], *, vague: bool = False) -> tuple[Word, Word] | None:
    """Return the first and last word of the contested thing, or None if the sentence does not say.

    Args:
        match: A predicate.
        actors: Word index of each actor's head word: an actor is nobody's issue.
        vague: Whether the words may tell little: "charges", "to discuss it".
    """
    for head in _candidates(match):
        found = _issue_at(head, actors, vague, 0)
        if found is not None:
            return found
    return None


def _issue_at(head: Word, actors: Mapping[int, str], vague: bool, depth: int) -> tuple[Word, Word] | None:
    if head.i in actors or head.pos_ in ("PRON", "PROPN", "NUM", "DET") or head.ent_type_ in NOT_ISSUES:
        return None
    if head.lemma in EMPTY:
        return None
    for child in head.children:  # "the row over the dam": the dam
        if child.dep_ == "prep" and child.lower_ == "over" and child.i > head.i and head.pos_ == "NOUN":
            for name in child.children:
                below = _issue_at(name, actors, vague, depth + 1) if name.dep_ == "pobj" else None
                if below is not None:
                    return below
    if head.lemma in CLAIMS:  # "the suggestion that ties were strained": that ties were strained
        if depth:
            return None
        for child in head.children:
            if child.dep_ in ("acl", "ccomp") and child.tag_ != "VB" and _says_something(child):
                if any(c.lower_ == "that" for c in child.children):
                    return phrase(child, bare=_is_of_somebody(child, actors))
            elif child.dep_ == "prep" and child.lower_ in ABOUT:
                for name in child.children:
                    below = (
                        _issue_at(name, actors, vague, depth + 1) if name.dep_ in ("pobj", "pcomp") else None
                    )
                    if below is not None:
                        return below
        return phrase(head) if vague else None
    if head.pos_ in ("VERB", "AUX"):
        called = _what_is_called(head)
        if called is not None:
            return _issue_at(called, actors, vague, depth)
        if not vague and not _says_something(head):
            return None
        first, last = phrase(head, bare=_is_of_somebody(head, actors))
        if head.tag_ == "VB" and last.lower_ in POINTING and last.i - first.i < BRIEF:
            return None  # "to discuss it"
        while first.lower_ in ("to", "having", "being") and first.i < last.i:
            first = first.nbor()
        return first, last
    return phrase(head)


def _is_of_somebody(verb: Word, actors: Mapping[int, str]) -> bool:
    """Say whether a clause tells what somebody did, who is named as a party already: "he had lost them twice"."""
    subjects = [child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass") and child.i < verb.i]
    return bool(subjects) and all(child.pos_ == "PRON" or child.i in actors for child in subjects)


def _what_is_called(verb: Word) -> Word | None:
    """Return the noun that a clause gives as a name: "a policy of drift" in "for what she called a policy of drift"."""
    if not any(child.lower_ == "what" and child.i < verb.i for child in verb.children):
        return None
    names = (
        c for c in verb.children if c.i > verb.i and c.pos_ == "NOUN" and c.dep_ in ("oprd", "attr", "dobj")
    )
    return next(names, None)


def _says_something(verb: Word) -> bool:
    """Say whether a clause tells more than its verb: "to discuss it", "acting" leave the reader with nothing."""
    last, start = phrase(verb)[1], verb.sent[0].i
    return any(
        token.pos_ in ("NOUN", "PROPN", "ADJ", "ADV") and token.lemma not in CLAIMS
        for token in verb.sent[verb.i + 1 - start : last.i + 1 - start]
    )


def _candidates(match: Match) -> Iterator[Word]:
    predicate = match.predicate
    for slot in predicate.over:
        if slot == "clause":
            yield from clauses(match)
            yield from (c for c in match.token.children if c.dep_ in ("xcomp", "pcomp") and c.tag_ == "VBG")
        elif slot == "infinitive":
            yield from (c for c in match.token.children if c.dep_ in ("xcomp", "acl") and c.tag_ == "VB")
        else:
            yield from fill(match, slot)
    for slot in predicate.whom if not predicate.mutual else ():  # "relations with ally Chile": a party
        if slot not in ("self", "clause", "infinitive", "subject", "owner"):
            yield from fill(match, slot)
    if "subject" in predicate.whom:  # "the ruling is wrong": the ruling
        yield from (word for word in copular_subjects(match.token) if word.pos_ == "NOUN")
    if predicate.kind in DEEDS and predicate.pos == "noun":
        yield match.token


def common_thing(
    sentences: Sequence[Sequence[Word]],
    headline: frozenset[str],
    actors: Mapping[int, str],
    counts: Mapping[str, int],
    least: int = 1,
) -> tuple[Word, Word] | None:
    """Return the thing that the sentences of a dispute have in common with each other or with the headline.

    Args:
        sentences: The sentences that show the dispute.
        headline: Lemmas of the article's headline.
        actors: Word index of each actor's head word.
        counts: Lemma to the number of sentences of the article that hold it.
        least: In how many of the sentences it must stand.

    Returns:
        Its first and last word, where it first stands; None if there is no such thing.
    """
    names = ("PROPN",) if not any(any(_things(s, actors, "NOUN")) for s in sentences) else ()
    first: dict[str, Word] = {}
    here: dict[str, int] = {}
    for sentence in sentences:
        for lemma in dict.fromkeys(_things(sentence, actors, "NOUN", *names)):
            here[lemma] = here.get(lemma, 0) + 1
        for token in sentence:
            if token.lemma in here:
                first.setdefault(token.lemma, token)
    weighed = {
        lemma: count + 2 * (lemma in headline) + min(counts.get(lemma, 1) - 1, 4) / 2
        for lemma, count in here.items()
        if lemma in first and count >= least
    }
    if not weighed or max(weighed.values()) < SHARED:
        return None
    return phrase(first[max(weighed, key=lambda lemma: weighed[lemma])])


def what_is_said(
    sentence: Sequence[Word], source: str, target: str, voices: Voices
) -> tuple[Word, Word] | None:
    """Return what one says of another in a sentence: "closed every plant" in "Vey said Holm had closed every plant"."""
    for word in sentence:
        if word.dep_ not in ("nsubj", "nsubjpass") or voices.actor(word) != target:
            continue
        verb = word.head
        if (
            verb.pos_ == "VERB"
            and verb.lemma != "have"
            and voices.speaker(verb) == source
            and _says_something(verb)
        ):
            return phrase(verb, bare=True)
    return None


def _things(sentence: Sequence[Word], actors: Mapping[int, str], *pos: str) -> Iterator[str]:
    for token in sentence:
        if token.pos_ in pos and token.dep_ in THING_PLACES and token.i not in actors:
            lemma = token.lemma
            if lemma not in UNFIT and lemma not in vocabulary().offices and token.ent_type_ not in NOT_ISSUES:
                yield lemma


def phrase(head: Word, bare: bool = False) -> tuple[Word, Word]:
    """Cut the phrase of a head word: without its determiner and whatever is loosely joined to it.

    Args:
        head: Of a noun phrase or a clause.
        bare: Whether a clause is to begin with its verb.
    """
    verbal = head.pos_ in ("VERB", "AUX")
    first, last = head, head
    for child in () if bare else sorted(head.children, key=lambda c: -c.i):
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
    while not verbal and first.i < head.i and first.lower_ in DETERMINERS:
        first = first.nbor()
    for child in head.children:
        if child.i < head.i or child.is_space:
            continue
        if child.lower_ == "over" and not verbal:
            break
        alone = verbal and last.i == head.i and child.dep_ == "advcl"  # "acting before he knew"
        if alone:
            last = _right_end(child)
            continue
        if (child.dep_ in LOOSE and child.dep_ != "conj") or (child.dep_ == "cc" and last.i != head.i):
            break
        if child.dep_ in ("conj", "cc") or child.right_edge.i - first.i >= LONGEST:
            break
        if child.dep_ == "prep" and not verbal and any(c.lemma in EMPTY for c in child.children):
            break  # "cranes on three occasions": the cranes
        last = _right_end(child)
    return first, last


def _right_end(child: Word) -> Word:
    """Return the last word of a part, cut before a comma, a dash or a relative clause."""
    end = child
    relative = {token.left_edge.i for token in child.subtree if token.dep_ == "relcl"}
    for token in child.subtree:
        if token.i < child.i:
            continue
        if (token.is_punct and token.text not in ("-", "'", "%")) or token.i in relative:
            break
        if token.i > end.i + 1 or token.is_space:
            break
        end = token
    return end
