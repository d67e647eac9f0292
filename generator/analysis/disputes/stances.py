"""Who stands against whom in a sentence, and who says so: predicates with their places filled by actors."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.analysis.disputes.arguments import (
    EXCLUDER,
    Place,
    called_so,
    conditions,
    copular_subjects,
    fill,
    prepositional,
    sufferers,
    usual_opponents,
)
from generator.analysis.disputes.clauses import SUBJECTS, demanders, subjects, with_conjuncts
from generator.analysis.disputes.harsh import DISPUTING, harsh_stances
from generator.analysis.disputes.loose import loose_stances
from generator.analysis.disputes.modality import is_denied, is_negated
from generator.analysis.disputes.predicates import (
    BRINGING,
    Match,
    Predicate,
    find_matches,
    is_verb_of,
    lexicon,
)
from generator.analysis.disputes.stance import Stance, holds, is_anothers, parties, signs
from generator.analysis.disputes.vocabulary import vocabulary
from generator.analysis.disputes.voices import Voices, holders
from generator.analysis.disputes.weights import probability
from generator.analysis.syntax import Word

FAR = ("support", "loose")
DEEDS = frozenset({"sanction", "protest", "lawsuit", "assault", "threat"})
"""Classes of acts that are told soberly."""
CHARGED = (" self", " owner", " appos", " office", " author")
"""Ways to whoever a lawsuit or inquiry is against."""
INDIRECT = (" for", " in", " prep", " to", " with")
"""Ways to somebody who has only to do with a thing: "concerns about the talks with Chile"."""
CONDITIONAL = frozenset({"sanction", "threat", "rejection", "protest"})
"""Classes of acts that are told with what they are to bring about: "will strike until the company pays"."""
REPORTING = frozenset("report reveal show find learn read hear conclude".split())
"""Verbs by which their subject tells what it has found out, and is no party to it."""
REPORTERS = frozenset("police constabulary sheriff coroner firefighters rescuers officers detectives".split())
"""Words in the names of those who tell what happened, and accuse nobody in a quarrel of their own."""
LIKELY = 0.2
"""The least probability of a loose stance; what is less likely is no help beside surer sentences either."""


def read_stances(words: Sequence[Word], voices: Voices, likely: float | None = LIKELY) -> Iterator[Stance]:
    """Yield every stance: those of frames, predicate by predicate in the order of the text, then loose ones.

    Args:
        words: Those of the article.
        voices: Who stands and speaks where.
        likely: The least probability of a loose one; None if they are not wanted.
    """
    matches = [match for match in find_matches(words) if holds(match)]
    framed = list(_framed(words, matches, voices))
    yield from framed
    if likely is None:
        return
    known = [match for match in matches if not match.predicate.said]  # with those the weights were fitted
    for stance in loose_stances(words, known, voices, framed):
        if probability(stance.features) >= likely:
            yield stance


def _framed(words: Sequence[Word], matches: Sequence[Match], voices: Voices) -> Iterator[Stance]:
    reported: set[tuple[int, str]] = set()
    alone: set[tuple[int, str]] = set()
    known: set[tuple[int, str, str | None]] = set()
    for match in matches:
        for stance in _stances_of(match, voices):
            known.add((match.token.sent[0].i, stance.source, stance.target))
            if stance.attributed_to is not None:
                told = reported if stance.target is not None else alone
                told.add((match.token.sent[0].i, stance.attributed_to))
            yield stance
    yield from _bad_relations(words, voices)
    for stance in harsh_stances(words, voices):
        # Who tells that one is against another is no party to it, unless he says what that one must do.
        teller = (stance.match.token.sent[0].i, stance.source)
        if stance.attributed_to is not None and (*teller, stance.target) in known:
            continue  # "sees it as a threat" says more than that a harsh word stands there
        if teller not in reported and (teller not in alone or "told to" in stance.features):
            yield stance


def _stances_of(match: Match, voices: Voices) -> Iterator[Stance]:
    predicate, token = match.predicate, match.token
    speaker = voices.speaker(token)
    if predicate.kind == "reproach":
        who = _reproachers(match, voices, speaker)
    else:
        near = _opponents(match)
        # "Chile's sanctions": Chile; only where nobody stands beside the noun, the subject of its verb.
        who = list(parties([p for p in near if p.slot not in FAR], voices)) or list(parties(near, voices))
    # "was fired from the Gazette", not "from the team that Kroll trains"; weighed as its subject would be
    who = [
        (a, by.replace(EXCLUDER, "subject")) for a, by in who if EXCLUDER not in by or by.endswith(" self")
    ]
    if predicate.kind == "assault":
        who = [(actor, by) for actor, by in who if not by.endswith(" in")]  # "a fire in Chile injured"
    if (not who and not predicate.mutual) or _is_anybody(match):
        return
    # Of a word that needs a negation ("does not recognise"), the negation is a part.
    negated = not {"negation", "lack", "undone"} & set(predicate.needs) and (
        is_negated(token) or any(is_denied(part, match.parts) for part in match.parts)
    )
    whom = [Place(t, slot) for slot in predicate.whom for t in with_conjuncts(fill(match, slot))]
    if predicate.pos == "noun" and "self" not in predicate.who:
        whom += [Place(t, "sufferer") for t in with_conjuncts(sufferers(token))]
    if predicate.kind == "assault" and any(p.token.lemma in vocabulary().bases for p in whom):
        # The parser hangs "in Chile" on the verb as often as on the base.
        whom += [Place(t, "object") for t in prepositional(match, "in")]
    if predicate.kind == "denial":
        whom = [place for place in whom if not _is_quarrel(place.token)]
    targets = list(parties(whom, voices, bases=predicate.kind == "assault", acts=predicate.kind in BRINGING))
    # "the situation in Chile is deplorable": no reproach to Chile; "a charge that she called absurd": none to her
    # ... and who retorts that he himself was right answers somebody else
    own = {actor for actor, _ in who}
    targets = [
        (actor, at)
        for actor, at in targets
        if at != "subject in"
        and not (actor in own and (at.endswith(" clause") or predicate.kind == "denial"))
    ]
    if not targets and predicate.kind in CONDITIONAL:
        targets = list(parties([Place(t, "condition") for t in conditions(token)], voices))
    if predicate.direct:
        targets = [(actor, at) for actor, at in targets if not at.endswith(INDIRECT)]
    if predicate.kind == "lawsuit":
        # "an inquiry into the sinking of a ferry from Chile" is none into Chile
        targets = [(actor, at) for actor, at in targets if at.endswith(CHARGED)]
    if predicate.mutual and predicate.pos == "noun" and fill(match, "between"):
        who = []  # who speaks of "the conflict between" others is no party to it
    if predicate.mutual and (not who or not targets):
        everyone = list(dict.fromkeys([*who, *targets]))
        if len(everyone) < 2:
            everyone = _sides(token, voices) or everyone
        who, targets = everyone, everyone
    unsupported = predicate.kind == "support" and predicate.pos == "verb" and negated
    if unsupported:
        predicate = replace(predicate, kind="rejection")
        match, negated = Match(predicate, token, match.parts), False
    flags = tuple(signs(match, negated))
    told: set[tuple[str, str | None]] = set()
    for source, by in who:
        for target, at in targets or ((None, "nobody"),):
            if source == target or (source, target) in told:
                continue
            told.add((source, target))
            # Judges of single sentences found "tension between A and B" neutral, as nobody acts in it.
            features = ("mutual",) if predicate.mutual else tuple(_names(predicate, by, at))
            if unsupported:
                features = ("support negated", f"who {by}", f"whom {at}")
            features += flags
            if speaker is not None and speaker != source:
                features += ("deed reported" if predicate.kind in DEEDS else "reported",)
            if by == "speaker" and token.dep_ == "ccomp":
                features += (f"said with {token.head.lemma}",)
            yield Stance(source, target, match, features, None if speaker == source else speaker)
            if predicate.mutual and target is not None and (target, source) not in told:
                told.add((target, source))
                yield Stance(target, source, match, features, None if speaker == target else speaker)


def _is_anybody(match: Match) -> bool:
    """Say whether whoever does it is told of: "any company that turns customers down"."""
    doers = subjects(match.token) if match.predicate.pos == "verb" else []
    return any(c.lower_ == "any" and c.dep_ == "det" for doer in doers for c in doer.children)


def _sides(verb: Word, voices: Voices) -> list[tuple[str, str]]:
    """Return whose people the subject names together: "Chilean and Peruvian envoys failed to agree"."""
    described = [
        c for s in subjects(verb) for c in s.children if c.dep_ in ("amod", "compound", "nmod", "poss")
    ]
    actors = [voices.actor(c) for c in with_conjuncts(described)]
    named = list(dict.fromkeys(actor for actor in actors if actor is not None))
    return [(actor, "subject owner") for actor in named] if len(named) > 1 else []


def _is_quarrel(noun: Word) -> bool:
    """Say whether a noun is a quarrel: who denies a rift with somebody is not against that one."""
    return any(entry.kind == "tension" for entry in lexicon().entries.get(("noun", noun.lemma), ()))


def _opponents(match: Match) -> list[Place]:
    if match.predicate.who:
        return [Place(t, slot) for slot in match.predicate.who for t in with_conjuncts(fill(match, slot))]
    return [Place(t, p.slot) for p in usual_opponents(match) for t in with_conjuncts([p.token])]


def _reproachers(match: Match, voices: Voices, speaker: str | None) -> list[tuple[str, str]]:
    """Return who reproaches: whoever calls another so, or whoever says the words."""
    token = match.token
    while token.dep_ == "conj" and token.head.i != token.i:  # "as unreliable and reckless"
        token = token.head
    if token.dep_ == "amod" and token.i < token.head.i and called_so(token):
        token = token.head if token.head.dep_ != "appos" else token.head.head  # "called him a stupid man"
    below_as = token.dep_ == "pobj" or token.head.lower_ == "as"
    head = token.head.head if below_as else token.head
    below = token.dep_ in ("oprd", "pobj", "dobj", "ccomp", "amod", "acomp")
    if match.predicate.pos != "verb" and below and head.lemma_ in vocabulary().naming and head.pos_ == "VERB":
        return [(a, "namer self") for s in with_conjuncts(subjects(head)) for a, _ in holders(s, voices)]
    if is_anothers(match.token, voices):
        return []
    if match.predicate.said:
        accuser = _accuser(match.token, voices)
        return [(accuser, "speaker")] if accuser is not None else []
    if speaker is None and match.predicate.pos == "verb":
        return [(a, "speaker") for d in with_conjuncts(demanders(token)) for a, _ in holders(d, voices)]
    return [(speaker, "speaker")] if speaker is not None else []


def _accuser(token: Word, voices: Voices) -> str | None:
    """Return who says of another that he did wrong; None if nobody does, or one whose trade is to report it."""
    accuser = voices.speakers.get(token.i)
    reported = token.dep_ == "ccomp" and (
        token.head.lemma in REPORTING or is_verb_of(token.head, DISPUTING)  # "denied that Vey had lied"
    )
    return None if accuser is None or reported or not REPORTERS.isdisjoint(accuser.split("-")) else accuser


def _names(predicate: Predicate, by: str, at: str) -> Iterator[str]:
    """Yield what is weighed: the class, the entry, and where both stand (for deeds apart: see fit_predicates.py)."""
    deed = "deed " if predicate.kind in DEEDS else ""
    yield f"kind {predicate.kind} {predicate.pos}"
    yield f"{predicate.kind} {predicate.pos} {predicate.name}"
    yield f"{deed}who {by}"
    yield f"{deed}whom {at}"


def _bad_relations(words: Sequence[Word], voices: Voices) -> Iterator[Stance]:
    """Yield the two sides of relations that are called bad ("ties between the two have soured")."""
    relations = lexicon().relations
    for token in words:
        if token.pos_ not in ("NOUN", "PROPN") or token.lemma not in relations.nouns:
            continue
        if not _is_called_bad(token, relations.bad):
            continue
        if (token.dep_ in SUBJECTS or token.dep_ == "nsubjpass") and is_negated(token.head):
            continue  # "are not strained"
        match = Match(RELATION, token)
        places = [Place(c, "owner") for c in fill(match, "owner")]
        places += [Place(c, "owner") for c in token.children if c.dep_ == "amod" and c.i in voices.heads]
        for slot in ("between", "with", "among", "to"):
            for c in with_conjuncts(fill(match, slot)):
                # "with ally Chile": the parser hangs the name on whatever it likes.
                named = c.i not in voices.inside and c.i + 1 in voices.inside
                places.append(Place(words[c.i + 1] if named else c, slot))
        sides = list(parties(places, voices))
        if len(sides) == 1:
            sides += [(a, "subject self") for s in copular_subjects(token) for a, _ in holders(s, voices)]
        speaker = voices.speaker(token)
        for source, _ in sides:
            for target, _ in sides:
                if source != target:
                    features = ("mutual", *signs(match, is_negated(token)))
                    yield Stance(source, target, match, features, None if speaker == source else speaker)


RELATION = Predicate(("bad", "relations"), "noun", "tension", whom=("between", "with"), mutual=True)


def _is_called_bad(noun: Word, bad: frozenset[str]) -> bool:
    around = [c for c in noun.children if c.dep_ in ("amod", "acl", "compound")]
    if noun.dep_ in SUBJECTS or noun.dep_ in ("nsubjpass", "dobj", "pobj"):
        head = noun.head
        around.append(head)
        if noun.dep_ in SUBJECTS or noun.dep_ == "nsubjpass":
            around += [
                c for c in head.children if c.dep_ in ("acomp", "attr", "prep", "advmod", "xcomp", "oprd")
            ]
            below = [g for c in head.children if c.dep_ == "prep" for g in c.children]
            around += below + [
                c for g in below for c in g.children if c.dep_ == "amod"
            ]  # "at their lowest point"
    return any(t.lemma in bad or t.lower_ in bad for t in around)
