"""Who stands against whom in a sentence, and who says so: predicates with their places filled by actors."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from spacy.tokens import Doc, Token

from generator.analysis.arguments import (
    NAMING,
    SUBJECTS,
    Place,
    copular_subjects,
    fill,
    has_infinitive,
    is_passive,
    logical_objects,
    subjects,
    sufferers,
    usual_opponents,
    with_conjuncts,
)
from generator.analysis.cues import lexicon as cues
from generator.analysis.modality import has_duty, is_asked, is_negated, is_supposed
from generator.analysis.predicates import Match, Predicate, find_matches, harsh_words, lexicon

FIRST_PERSON = frozenset("i we me us my our ourselves myself".split())
SECOND_PERSON = frozenset("you your".split())
DOCUMENTS = frozenset(
    "report study letter article editorial survey book paper review memo dossier draft lawsuit suit complaint "
    "petition indictment".split()
)
WRITING = frozenset("file write publish release issue bring lodge sign draft".split())
# Persons and groups that do not act for the country or body that describes them ("a British woman").
PRIVATE = frozenset(
    "woman man people citizen national person girl boy child teenager student worker employee tourist player "
    "model family resident journalist reporter actor singer writer author user customer fan immigrant refugee "
    "migrant passenger pilot coach athlete victim lawyer doctor teacher scientist researcher artist company firm "
    "businessman voter".split()
)
# Titles by which a person acts for a country or a body.
OFFICES = frozenset(
    "president minister premier chancellor secretary spokesman spokeswoman spokesperson ambassador envoy leader "
    "governor official general commander chief king queen prince director chairman chairwoman head diplomat "
    "administrator commissioner dictator ruler".split()
)
FAR = ("support", "loose")
DEEPEST = 3
"""Steps down into a noun phrase in search of an actor ("the handling of the crisis by the government")."""


@dataclass(frozen=True, slots=True)
class Stance:
    """One actor is against (or for) another, by one predicate."""

    source: str
    target: str | None
    """None: the text does not say whom here (a denial without an addressee)."""
    match: Match
    features: tuple[str, ...]
    """What speaks for it and against it; dispute_weights.csv says how much."""
    attributed_to: str | None = None


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
    authors: dict[str, str] = field(default_factory=dict)
    """Kinds of documents ("report"), to the actor who wrote the one that the article speaks of."""

    def actor(self, token: Token) -> str | None:
        """Return the actor that a token names; "I" and "we" in somebody's words are that somebody."""
        actor = self.heads.get(token.i) or self.inside.get(token.i)
        if actor is None and token.lower_ in FIRST_PERSON:
            return self.speaker(token)
        return actor

    def speaker(self, token: Token) -> str | None:
        """Return who says the words that the token belongs to; None: the article itself."""
        return self.speakers.get(token.i) or self._reporter(token)

    def _reporter(self, token: Token) -> str | None:
        at = token
        while at.head.i != at.i:
            if at.dep_ in ("ccomp", "parataxis") and at.head.pos_ == "VERB":
                for subject in subjects(at.head):
                    for actor, _ in holders(subject, self):
                        return actor
            at = at.head
        for child in at.children:  # "According to the ministry, ..."
            if child.lower_ == "according":
                for to in child.children:
                    for name in to.children:
                        for actor, _ in holders(name, self):
                            return actor
        return None


def holders(token: Token, voices: Voices, depth: int = 0) -> list[tuple[str, str]]:
    """Return the actors that a noun phrase stands for, each with the way it is reached.

    The head itself if it is an actor; otherwise whose it is ("Smith's plan"), who made it ("a law passed by
    Congress"), and whom its parts name.
    """
    actor = voices.actor(token)
    if actor is not None:
        return [(actor, "self"), *_offices(token, actor, voices)]
    if depth >= DEEPEST:
        return []
    found: list[tuple[str, str]] = []
    for child in token.children:
        if child.dep_ in ("poss", "compound", "amod", "nmod"):
            if child.dep_ != "poss" and token.lemma_.lower() in PRIVATE:
                continue  # "a British woman" is not Britain
            found += [(a, "owner") for c in with_conjuncts([child]) for a, _ in holders(c, voices, depth + 1)]
        elif child.dep_ == "appos":
            found += [(a, "appos") for a, _ in holders(child, voices, depth + 1)]
        elif child.dep_ in ("prep", "agent"):
            for name in child.children:
                if name.dep_ in ("pobj", "pcomp"):
                    for c in with_conjuncts([name]):
                        found += [(a, _way(child)) for a, _ in holders(c, voices, depth + 1)]
        elif child.dep_ in ("acl", "relcl") and not _is_told(token, child):
            for name in (*subjects(child), *logical_objects(child)):
                if name.i != token.i and name.i in voices.inside:
                    found.append((voices.inside[name.i], "clause"))
    if not found and token.lemma_ in voices.authors:
        return [(voices.authors[token.lemma_], "author")]
    return list(dict.fromkeys(found))


def _is_told(noun: Token, clause: Token) -> bool:
    """Say whether a clause is what a noun of speech tells: "the claim that Chile lied" is not Chile's claim."""
    return noun.lemma_ in cues()["nouns"] and any(
        c.lower_ == "that" and c.dep_ == "mark" for c in clause.children
    )


def find_authors(doc: Doc, voices: Voices) -> dict[str, str]:
    """Find who wrote the documents that an article speaks of: "the commission's report", later "the report"."""
    counts: dict[str, dict[str, int]] = {}
    for token in doc:
        if token.pos_ == "NOUN" and token.lemma_ in DOCUMENTS:
            for actor, way in holders(token, voices):
                if way in ("owner", "by", "from"):
                    of_kind = counts.setdefault(token.lemma_, {})
                    of_kind[actor] = of_kind.get(actor, 0) + 1
            if token.dep_ == "dobj" and token.head.lemma_ in WRITING:
                for subject in subjects(token.head):
                    for actor, _ in holders(subject, voices)[:1]:
                        of_kind = counts.setdefault(token.lemma_, {})
                        of_kind[actor] = of_kind.get(actor, 0) + 1
    return {kind: max(of_kind, key=lambda a: of_kind[a]) for kind, of_kind in counts.items()}


def _offices(token: Token, actor: str, voices: Voices) -> list[tuple[str, str]]:
    """Return for whom a person holds an office: "the Chilean minister Ana Rey" acts for Chile."""
    beside = [
        c
        for c in token.children
        if c.dep_ in ("amod", "nmod", "poss", "compound", "appos") and c.i != token.i
    ]
    beside += [g for c in beside for g in c.children if g.dep_ in ("amod", "nmod", "poss", "compound")]
    if not any(c.lower_ in OFFICES for c in beside):
        return []
    return [
        (voices.inside[c.i], "office")
        for c in beside
        if c.i in voices.inside and voices.inside[c.i] != actor and c.i < token.i
    ]


def _way(preposition: Token) -> str:
    return (
        preposition.lower_
        if preposition.lower_ in ("of", "by", "from", "for", "in", "with", "to")
        else "prep"
    )


def read_stances(doc: Doc, voices: Voices) -> Iterator[Stance]:
    """Yield every stance, predicate by predicate in the order of the text."""
    reported: set[tuple[int, str]] = set()
    for match in find_matches(doc):
        for stance in _stances_of(match, voices):
            if stance.attributed_to is not None:
                reported.add((match.token.sent.start, stance.attributed_to))
            yield stance
    yield from _bad_relations(doc, voices)
    for stance in _harsh_words(doc, voices):
        # Who tells that one is against another is no party to it.
        if (stance.match.token.sent.start, stance.source) not in reported:
            yield stance


def _stances_of(match: Match, voices: Voices) -> Iterator[Stance]:
    predicate, token = match.predicate, match.token
    negated = is_negated(token)
    if "negation" in predicate.needs:
        if not negated:
            return
        negated = False
    if "duty" in predicate.needs and not has_duty(token):
        return
    places = [slot for slot in predicate.needs if slot not in ("negation", "duty")]
    if places and not any(fill(match, slot) for slot in places):
        return
    if any(
        fill(match, slot) or (slot == "infinitive" and has_infinitive(token)) for slot in predicate.unless
    ):
        return
    speaker = voices.speaker(token)
    whom = [Place(t, slot) for slot in predicate.whom for t in with_conjuncts(fill(match, slot))]
    if predicate.kind == "reproach":
        who = _reproachers(match, voices, speaker)
    else:
        near = _opponents(match)
        # "Chile's sanctions": Chile; only where nobody stands beside the noun, the subject of its verb.
        who = list(_actors([p for p in near if p.slot not in FAR], voices)) or list(_actors(near, voices))
    if predicate.pos == "noun" and "self" not in predicate.who:
        whom += [Place(t, "sufferer") for t in with_conjuncts(sufferers(token))]
    targets = list(_actors(whom, voices))
    if predicate.mutual and (not who or not targets):
        everyone = list(dict.fromkeys([*who, *targets]))
        who, targets = everyone, everyone
    unsupported = predicate.kind == "support" and predicate.pos == "verb" and negated
    if unsupported:
        predicate = replace(predicate, kind="rejection")
        match, negated = Match(predicate, token, match.parts), False
    flags = tuple(_flags(match, negated))
    told: set[tuple[str, str | None]] = set()
    for source, by in who:
        for target, at in targets or ((None, "nobody"),):
            if source == target or (source, target) in told:
                continue
            told.add((source, target))
            # Judges of single sentences found "tension between A and B" neutral, as nobody acts in it.
            features = ("mutual",) if predicate.mutual else (*_names(predicate), f"who {by}", f"whom {at}")
            if unsupported:
                features = ("support negated", f"who {by}", f"whom {at}")
            features += flags
            if speaker is not None and speaker != source:
                features += ("reported",)
            if by == "speaker" and token.dep_ == "ccomp":
                features += (f"said with {token.head.lemma_.lower()}",)
            yield Stance(source, target, match, features, None if speaker == source else speaker)
            if predicate.mutual and target is not None and (target, source) not in told:
                told.add((target, source))
                yield Stance(target, source, match, features, None if speaker == target else speaker)


def _opponents(match: Match) -> list[Place]:
    if match.predicate.who:
        return [Place(t, slot) for slot in match.predicate.who for t in with_conjuncts(fill(match, slot))]
    return [Place(t, p.slot) for p in usual_opponents(match) for t in with_conjuncts([p.token])]


def _reproachers(match: Match, voices: Voices, speaker: str | None) -> list[tuple[str, str]]:
    """Return who reproaches: whoever calls another so, or whoever says the words."""
    token = match.token
    below_as = token.dep_ == "pobj" or token.head.lower_ == "as"
    head = token.head.head if below_as else token.head
    below = token.dep_ in ("oprd", "pobj", "dobj", "ccomp", "amod", "acomp")
    if match.predicate.pos != "verb" and below and head.lemma_ in NAMING and head.pos_ == "VERB":
        return [(a, "namer self") for s in with_conjuncts(subjects(head)) for a, _ in holders(s, voices)]
    return [(speaker, "speaker")] if speaker is not None else []


def _actors(places: list[Place], voices: Voices) -> Iterator[tuple[str, str]]:
    seen = set()
    for place in places:
        for actor, way in holders(place.token, voices):
            if place.slot == "loose" and way != "self":
                continue
            if way == "in" and place.slot != "subject":
                continue  # "captured the mood in Chile": a place, no party
            if actor not in seen:
                seen.add(actor)
                yield actor, f"{place.slot} {way}"


def _names(predicate: Predicate) -> tuple[str, ...]:
    return (f"kind {predicate.kind} {predicate.pos}", f"{predicate.kind} {predicate.pos} {predicate.name}")


def _flags(match: Match, negated: bool) -> Iterator[str]:
    if negated:
        yield "negated"
    if is_supposed(match.token):
        yield "supposed"
    if is_asked(match.token):
        yield "asked"
    if match.predicate.pos == "verb" and is_passive(match.token):
        yield "passive"


def _bad_relations(doc: Doc, voices: Voices) -> Iterator[Stance]:
    """Yield the two sides of relations that are called bad ("ties between the two have soured")."""
    relations = lexicon().relations
    for token in doc:
        if token.pos_ not in ("NOUN", "PROPN") or token.lemma_.lower() not in relations.nouns:
            continue
        if not _is_called_bad(token, relations.bad):
            continue
        match = Match(RELATION, token)
        places = [Place(c, "owner") for c in fill(match, "owner")]
        for slot in ("between", "with", "among"):
            places += [Place(c, slot) for c in with_conjuncts(fill(match, slot))]
        parties = list(_actors(places, voices))
        if len(parties) == 1:
            parties += [(a, "subject self") for s in copular_subjects(token) for a, _ in holders(s, voices)]
        speaker = voices.speaker(token)
        for source, _ in parties:
            for target, _ in parties:
                if source != target:
                    features = ("mutual", *_flags(match, is_negated(token)))
                    yield Stance(source, target, match, features, None if speaker == source else speaker)


def _harsh_words(doc: Doc, voices: Voices) -> Iterator[Stance]:
    """Yield the speakers whose words about somebody are harsh: a clause that they say, with that one in it."""
    for clause in doc:
        if clause.pos_ not in ("VERB", "AUX"):
            continue
        reported = clause.dep_ == "ccomp" and clause.head.pos_ == "VERB"
        if not reported and not (
            clause.i in voices.speakers and clause.dep_ in ("ROOT", "conj", "parataxis")
        ):
            continue
        spoken = [t for t in clause.subtree if t.i - clause.i < WIDEST and clause.i - t.i < WIDEST]
        harsh = [t for t in spoken if t.lemma_.lower() in harsh_words() and t.is_alpha]
        told = has_duty(clause)
        if not harsh and not told:
            continue
        speaker = voices.speaker(clause)
        if speaker is None:
            continue
        patient = "object" if not is_passive(clause) else "passive"
        whom = [Place(t, "spoken subject") for t in with_conjuncts(_clause_subjects(clause))]
        whom += [Place(t, f"spoken {patient}") for t in with_conjuncts(logical_objects(clause))]
        seen: set[str] = set()
        for target, at in _actors(whom, voices):
            if target != speaker and target not in seen:
                seen.add(target)
                near: tuple[str, ...] = ("told to",) if told and "subject" in at else ()
                if harsh:
                    near += ("harsh verb" if any(t.i == clause.i for t in harsh) else "harsh below",)
                elif not near:
                    continue
                features = (
                    f"kind {HARSH.kind} clause",
                    f"harsh words {min(len(harsh), 3)}",
                    *near,
                    f"whom {at}",
                    f"said with {clause.head.lemma_.lower()}" if reported else "said in a quotation",
                    *_flags(Match(HARSH, clause), is_negated(clause)),
                )
                yield Stance(speaker, target, Match(HARSH, clause), features)


def _clause_subjects(clause: Token) -> list[Token]:
    return [c for c in clause.children if c.dep_ in ("nsubj", "nsubjpass", "csubj")]


WIDEST = 25
"""Words to either side of a clause's verb among which harsh words are looked for."""
HARSH = Predicate(("harsh", "words"), "verb", "criticism", whom=("subject", "object"))
RELATION = Predicate(("bad", "relations"), "noun", "tension", whom=("between", "with"), mutual=True)


def _is_called_bad(noun: Token, bad: frozenset[str]) -> bool:
    around = [c for c in noun.children if c.dep_ in ("amod", "acl", "compound")]
    if noun.dep_ in SUBJECTS or noun.dep_ in ("nsubjpass", "dobj", "pobj"):
        head = noun.head
        around.append(head)
        if noun.dep_ in SUBJECTS or noun.dep_ == "nsubjpass":
            around += [
                c for c in head.children if c.dep_ in ("acomp", "attr", "prep", "advmod", "xcomp", "oprd")
            ]
            around += [g for c in head.children if c.dep_ == "prep" for g in c.children]
    return any(t.lemma_.lower() in bad or t.lower_ in bad for t in around)
