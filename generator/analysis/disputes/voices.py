"""Whose words a token belongs to, and which actors a noun phrase stands for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from generator.analysis.disputes.clauses import is_that_clause, logical_objects, subjects, with_conjuncts
from generator.analysis.disputes.predicates import TURNING, is_verb_of, lexicon
from generator.analysis.disputes.vocabulary import vocabulary
from generator.analysis.kinds import of_noun
from generator.analysis.quotes.cues import lexicon as cues
from generator.analysis.syntax import Word

FIRST_PERSON = frozenset("i we me us my our ourselves myself".split())
TOPICAL = frozenset("about concerning over regarding than".split())
"""Prepositions behind which no owner stands: "the remark about Vey" is not hers, "more people than Vey"."""
DONE_TO = "done to "
"""What begins the way to those to whom is done what a noun phrase says."""
ACTS = frozenset({"sanction", "protest", "lawsuit", "assault", "threat"})
"""Classes of nouns that say what is done to somebody."""
FELT = frozenset({"accusation", "criticism", "attitude"})
"""... and of those that say what is said or felt against somebody ("charges against Vey", "hostility toward Vey")."""
INDEFINITE = frozenset("another any each every no some".split())
HANDED = frozenset({"sale", "handover", "transfer"})
"""Nouns for what somebody is to get."""
DEEPEST = 3
"""Steps down into a noun phrase in search of an actor ("the handling of the crisis by the government")."""


@dataclass(frozen=True, slots=True)
class Voices:
    """Which actor stands at a token, and whose words a token belongs to."""

    heads: dict[int, str]
    inside: dict[int, str]
    """Every token of a mention, to its actor."""
    speakers: dict[int, str]
    """Tokens inside reported or quoted content, to the actor who says it."""
    persons: frozenset[str] = frozenset()
    """The actors that are persons: they can hold an office."""
    countries: frozenset[str] = frozenset()
    """The actors that are countries: a company of theirs does not act for them."""
    reported: frozenset[int] = frozenset()
    """Tokens that somebody says in other words than his own: "I" is not he there."""
    authors: dict[str, str] = field(default_factory=dict)
    """Kinds of documents ("report"), to the actor who wrote the one that the article speaks of."""

    def actor(self, token: Word) -> str | None:
        """Return the actor that a token names; "I" and "we" in somebody's words are that somebody."""
        actor = self.heads.get(token.i) or self.inside.get(token.i)
        if actor is None and token.lower_ in FIRST_PERSON and token.i not in self.reported:
            return self.speaker(token)
        return actor

    def speaker(self, token: Word) -> str | None:
        """Return who says the words that the token belongs to; None: the article itself."""
        return self.speakers.get(token.i) or self._reporter(token)

    def _reporter(self, token: Word) -> str | None:
        at = token
        while at.head.i != at.i:
            told = at.dep_ in ("ccomp", "parataxis") and at.head.pos_ == "VERB"
            if told and at.head.lemma not in vocabulary().learning:
                for subject in subjects(at.head):
                    for actor, _ in holders(subject, self):
                        return actor
            at = at.head
        for child in at.children:  # "According to the ministry, ..."
            if child.lower_ == "according":
                for to in child.children:
                    for name in (
                        to.children if not any(c.lemma in vocabulary().counts for c in to.children) else ()
                    ):
                        for actor, _ in holders(name, self):
                            return actor
        return None


def holders(token: Word, voices: Voices, depth: int = 0) -> list[tuple[str, str]]:
    """Return the actors that a noun phrase stands for, each with the way it is reached.

    The head itself if it is an actor; otherwise whose it is ("Smith's plan"), who made it ("a law passed by
    Congress"), and whom its parts name.
    """
    actor = voices.actor(token)
    if actor is not None:
        envoys = _countries(token, voices)
        return [(a, "self") for a in envoys] or [(actor, "self"), *_offices(token, actor, voices)]
    if depth >= DEEPEST:
        return []
    found: list[tuple[str, str]] = []
    for child in token.children:
        if child.dep_ in ("poss", "compound", "amod", "nmod"):
            if child.dep_ != "poss" and _is_private(token):
                continue  # "a British woman" is not Britain
            if child.dep_ == "compound" and token.lemma in vocabulary().called_after:
                continue  # "the Paris agreement"
            owners = [
                (a, _through(way, _ownership(token, child, a in voices.persons)))
                for c in with_conjuncts([child])
                for a, way in holders(c, voices, depth + 1)
            ]
            if _is_private(token) or _is_of_a_body(token):
                owners = [(a, way) for a, way in owners if a not in voices.countries]
            found += owners
        elif child.dep_ == "appos":
            if token.i < token.head.i < child.i:
                continue  # "the group blames Vey for the fall of its founder, Holm": not who the group is
            found += [(a, "appos") for a, _ in holders(child, voices, depth + 1)]
        elif child.dep_ in ("prep", "agent") and child.lower_ not in TOPICAL:
            for name in child.children:
                if name.dep_ in ("pobj", "pcomp"):
                    for c in with_conjuncts([name]):
                        found += [
                            (a, _through(way, _way(child, token))) for a, way in holders(c, voices, depth + 1)
                        ]
        elif child.dep_ in ("acl", "relcl") and not (
            is_told(token, child) or (is_that_clause(child) and any(way == "owner" for _, way in found))
        ):
            # "a plan to sue Vey", "a report that accuses Vey": who is against it is not against Vey
            # ... nor made the one who opposes it a thing ("the pact, which Vey opposed")
            named = [(n, "clause") for n in subjects(child) if not is_verb_of(child, TURNING)]
            named += [
                (n, "clause" if is_that_clause(child) else DONE_TO + "clause") for n in logical_objects(child)
            ]
            found += [(voices.inside[n.i], w) for n, w in named if n.i != token.i and n.i in voices.inside]
            if child.lemma in vocabulary().publishing:
                found += [
                    (a, "by")
                    for prep in child.children
                    if prep.lower_ in ("in", "by", "on")
                    for name in prep.children
                    if name.dep_ == "pobj"
                    for a, _ in holders(name, voices, depth + 1)
                ]
    if not found and token.lemma_ in voices.authors and not _is_any(token):
        return [(voices.authors[token.lemma_], "author")]
    return list(dict.fromkeys(found))


def _is_any(noun: Word) -> bool:
    """Say whether no thing of which the text has told is meant: "will block any proposals"."""
    return any(child.dep_ == "det" and child.lower_ in INDEFINITE for child in noun.children)


def _countries(token: Word, voices: Voices) -> list[str]:
    """Return the countries of which people are named together: "the Chilean and Peruvian envoys"."""
    if token.tag_ != "NNS" or _is_private(token):
        return []
    described = with_conjuncts([c for c in token.children if c.dep_ in ("amod", "nmod", "compound")])
    actors = [voices.inside.get(c.i) for c in described]
    named = list(dict.fromkeys(actor for actor in actors if actor in voices.countries))
    return [actor for actor in named if actor is not None] if len(named) > 1 else []


def _is_private(noun: Word) -> bool:
    """Say whether a noun stands for those who do not act for the country that describes them."""
    private = vocabulary().private
    return noun.lemma in private or (noun.tag_ == "NNPS" and noun.lemma.removesuffix("s") in private)


def _is_of_a_body(member: Word) -> bool:
    """Say whether somebody belongs to a body that is named: "American members of Congress" act for Congress."""
    return member.lemma in vocabulary().members and any(c.lower_ == "of" for c in member.children)


def is_told(noun: Word, clause: Word) -> bool:
    """Say whether a clause is what a noun of speech tells: "the claim that Chile lied" is not Chile's claim."""
    return noun.lemma_ in cues()["nouns"] and is_that_clause(clause)


def find_authors(words: Sequence[Word], voices: Voices) -> dict[str, str]:
    """Find who wrote the documents that an article speaks of: "the commission's report", later "the report"."""
    counts: dict[str, dict[str, int]] = {}
    documents = vocabulary().documents
    for token in words:
        if token.lemma_ in documents and token.pos_ == "NOUN":
            for actor, way in holders(token, voices):
                if way in ("owner", "by", "from"):
                    of_kind = counts.setdefault(token.lemma_, {})
                    of_kind[actor] = of_kind.get(actor, 0) + 1
            if token.dep_ == "dobj" and token.head.lemma_ in vocabulary().writing:
                for subject in subjects(token.head):
                    for actor, _ in holders(subject, voices)[:1]:
                        of_kind = counts.setdefault(token.lemma_, {})
                        of_kind[actor] = of_kind.get(actor, 0) + 1
    return {kind: max(of_kind, key=lambda a: of_kind[a]) for kind, of_kind in counts.items()}


def _offices(token: Word, actor: str, voices: Voices) -> list[tuple[str, str]]:
    """Return for whom a person holds an office: "the Chilean minister Ana Rey" acts for Chile."""
    beside = [
        c
        for c in token.children
        if c.dep_ in ("amod", "nmod", "poss", "compound", "appos") and c.i != token.i
    ]
    beside += [g for c in beside for g in c.children if g.dep_ in ("amod", "nmod", "poss", "compound")]
    if not any(c.lower_ in vocabulary().offices for c in beside):
        return []
    return [
        (voices.inside[c.i], "office")
        for c in beside
        if c.i in voices.inside and voices.inside[c.i] != actor and c.i < token.i
    ]


def _through(inner: str, outer: str) -> str:
    """Return the way through a noun to what it holds: "news of the arrest of Vey" tells what is done to her."""
    return DONE_TO + outer if inner.startswith(DONE_TO) and not outer.startswith(DONE_TO) else outer


def _ownership(noun: Word, owner: Word, person: bool) -> str:
    """Return how a noun is somebody's: "Vey's arrest" is done to her, "Chile's arrest of Vey" is Chile's."""
    suffered = owner.dep_ == "poss" and noun.lemma in vocabulary().done_to
    if suffered and not any(c.lower_ == "of" and c.dep_ == "prep" for c in noun.children):
        return DONE_TO + "owner"
    words = vocabulary()
    if person and noun.lemma in words.staff:
        return "office"
    another = owner.dep_ == "poss" and of_noun(noun.lemma) == "person"
    if person and another and noun.lemma not in words.members | words.offices:
        return DONE_TO + "owner"  # "Vey's brother" is not Vey
    return "owner"


def suffers(token: Word) -> Word | None:
    """Return the noun that says what is done to somebody who stands at a token, or at a word above it.

    Also the noun that is only called after a place there ("the Paris agreement").
    """
    at = token
    while at.head.i != at.i and at.pos_ not in ("VERB", "AUX"):
        if at.dep_ == "compound" and at.head.lemma in vocabulary().called_after:
            return at.head
        noun = at.head if at.dep_ == "poss" else at.head.head
        if at.dep_ == "poss" and _ownership(noun, at, at.ent_type_ == "PERSON").startswith(DONE_TO):
            return noun
        if (
            at.dep_ == "pobj"
            and at.head.dep_ == "prep"
            and noun.pos_ == "NOUN"
            and _is_done_to(at.head, noun)
        ):
            return noun
        at = at.head
    planned = at.dep_ == "acl" and at.tag_ == "VB" and at.i < token.i
    return at.head if planned else None  # "the plan to evict Vey"


def _is_done_to(preposition: Word, noun: Word) -> bool:
    """Say whether what follows a preposition is what a noun is done to: "the arrest of", "an attack on"."""
    if noun.lemma in HANDED and preposition.lower_ == "to":
        return False  # who resists "a sale to Chile" is against Chile
    if noun.lemma in vocabulary().done_to:
        # nor is who opposes "the extradition of Vey to Chile" against Chile
        return preposition.lower_ != "by"
    kinds = ACTS if preposition.lower_ == "of" else ACTS | FELT
    acts = (e for e in lexicon().entries.get(("noun", noun.lemma), ()) if e.kind in kinds and not e.words[1:])
    return any(preposition.lower_ in act.whom and not act.mutual for act in acts)


def _way(preposition: Word, noun: Word) -> str:
    if _is_done_to(preposition, noun):
        return DONE_TO + preposition.lower_
    if preposition.lower_ == "of" and noun.lemma in vocabulary().members:
        return "owner"  # "a member of the guild" is a guild member
    if preposition.lower_ == "by" or (preposition.lower_ == "from" and noun.lemma in cues()["nouns"]):
        return "owner"  # "a proposal by Chile" is Chile's proposal
    return (
        preposition.lower_
        if preposition.lower_ in ("of", "by", "from", "for", "in", "with", "to")
        else "prep"
    )
