"""Whom a denial without an addressee answers, and what is said in the quarrel before and after."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.analysis.disputes.addressed import addressees
from generator.analysis.disputes.arguments import copular_subjects, fill
from generator.analysis.disputes.camps import Camps
from generator.analysis.disputes.clauses import logical_objects
from generator.analysis.disputes.issue import CLAIMS
from generator.analysis.disputes.speeches import Speech, Talk, lexicon, things
from generator.analysis.disputes.stance import Stance
from generator.analysis.disputes.vocabulary import vocabulary
from generator.analysis.disputes.weights import probability
from generator.analysis.quotes.cues import lexicon as cues
from generator.analysis.syntax import Word

REACH = 8
"""Sentences back in which the charge that a denial answers is looked for; any number if one alone accuses."""
NEAR = 2
"""Sentences back in which another's words are what a denial answers, where nobody is charged."""
ECHO = 3
"""Sentences in which a thing may stand at most to show by itself whose words are denied; all speak of the topic."""
AROUND = 4
"""Sentences to either side in which an opponent is near."""
CHARGE = 0.3
"""The least probability of a charge that can be answered."""
POINTING = frozenset("this that it them these those so".split())


MEETING = frozenset({"criticism", "reproach", "attitude", "accusation"})
"""Classes whose words, said of "the remark", are meant for who made it."""
DEFENDING = frozenset({"defend", "justify", "stand by"})
"""Predicates that answer a charge if what is defended is a thing: "defended the increase"."""
APPOSED = frozenset({"appos", "attr", "dobj", "npadvmod", "nsubj", "conj", "dep", "ROOT"})
"""How a noun hangs on the clause that it sums up ("he refused, an answer that she derided"); the parser varies."""
DEMANDED = frozenset("deadline demand threat ultimatum".split())
"""Nouns for what a threat demands."""
OPENED = frozenset({"accusation", "criticism", "threat", "lawsuit", "protest", "rejection", "denial"})
"""Classes whose words, without an addressee, are meant for the one opponent whom the speaker has nearby."""

TOGETHER = frozenset(
    "blockade boycott demonstration march occupation picket protest rally sale sit-in stoppage strike walkout".split()
)
"""What many do, or somebody with his own; of whoever does not, its critics do not speak."""
OWNED = frozenset({"who by self", "who owner self", "who from self"})
"""Places in which a noun of an act names whose it is."""
OPENLY = frozenset({"who subject self", "who subject appos", "who speaker", "deed who subject self"})
"""Places in which it is beyond doubt who is against."""


def answer(stances: Sequence[Stance], places: Sequence[int], talk: Talk) -> list[Stance]:
    """Give each denial without an addressee the one whose charge or claim it meets.

    The latest charge against the one who denies (or against his body) counts, or the latest words about him right
    before: whichever is nearer.

    Args:
        stances: In the order of the text.
        places: The number of the sentence of each stance.
        talk: What is said in the article.
    """
    camps = talk.camps
    answered = []
    for at, stance in zip(places, stances, strict=True):
        if stance.target is None and _meets_a_claim(stance) and not _stands_by_somebody(stance, talk):
            charge = _charged_by(stance, at, stances, places, camps)
            claim = _spoke_before(stance, at, talk, NEAR)
            if _points_back(stance, POINTING):  # "objected to that": to what was said right before
                charge = _spoke_before(stance, at, talk, 1) or charge
            threat = _threatened_by(stance, at, stances, places, camps)
            met = [found for found in (charge, claim, threat) if found is not None] or _echoed(
                stance, at, talk
            )
            if stance.match.predicate.name in DEFENDING:
                # Long after, it answers nobody any more; and what another says of it is no answer of one's own.
                near = NEAR if stance.attributed_to is None else -1
                met = [found for found in met if at - found[0] <= near]
            if met:
                stance = _against(stance, max(met, key=lambda found: found[0])[1], "whom answered")
                if stance.target == stance.attributed_to and any(_sums_up(w, stance) for w in _met(stance)):
                    stance = replace(stance, attributed_to=None)  # "a charge that she called absurd"
        answered.append(stance)
    return [
        _against(stance, opponent, "whom near")
        if stance.target is None
        and _is_open(stance)
        and not addressees(stance.match)
        and not _is_against_a_deed(stance)
        and (opponent := _only_opponent(stance, at, answered, places, camps)) is not None
        and opponent
        != stance.attributed_to  # "he blames both of them, Falk said": not Falk, who would say so
        else stance
        for at, stance in zip(places, answered, strict=True)
    ]


def _stands_by_somebody(stance: Stance, talk: Talk) -> bool:
    """Say whether another is defended, and no deed of one's own: "stood by her minister"."""
    defends = stance.match.predicate.name in DEFENDING
    return defends and any(word.i in talk.voices.inside for word in _met(stance))


def _is_open(stance: Stance) -> bool:
    """Say whether words without an addressee are meant for an opponent: who says them is beyond doubt."""
    kind, features = stance.match.predicate.kind, set(stance.features)
    if stance.match.predicate.name in DEFENDING:
        return False
    if kind == "reproach":  # "illegal aliens" are nobody's reproach to an opponent
        token = stance.match.token
        named = any(above.lemma in vocabulary().naming for above in token.ancestors)
        return "who speaker" in features and (token.dep_ != "amod" or named)
    if stance.match.predicate.pos == "noun":  # "allegations by the union"
        return kind in ("accusation", "criticism", "protest") and bool(OWNED & features)
    return kind in OPENED and stance.match.predicate.pos == "verb" and bool(OPENLY & features)


def _is_against_a_deed(stance: Stance) -> bool:
    """Say whether words are against those who do something together: "denounced the walkout", not an opponent nearby.

    Who does it is behind it, as the article tells (`things.py`); if it does not, nobody knows whom the words mean.
    """
    return any(word.lemma in TOGETHER for word in logical_objects(stance.match.token))


def _against(stance: Stance, target: str, way: str) -> Stance:
    features = (*(f for f in stance.features if f != "whom nobody"), way)
    return replace(stance, target=target, features=features)


def _only_opponent(
    stance: Stance, at: int, stances: Sequence[Stance], places: Sequence[int], camps: Camps
) -> str | None:
    """Return the one with whom an actor is at odds in the sentences around, if it is one camp alone."""
    source, denies = stance.source, stance.match.predicate.kind == "denial"
    near: dict[str, str] = {}
    for place, other in zip(places, stances, strict=True):
        if other.target is None or abs(place - at) > AROUND or other.match.predicate.kind == "support":
            continue
        if denies and place > at:
            continue  # nobody denies what is said later
        if camps.one(other.source, other.target) or probability(other.features) < CHARGE:
            continue
        if camps.one(other.source, source):
            near.setdefault(camps.of(other.target), other.target)
        elif camps.one(other.target, source):
            near.setdefault(camps.of(other.source), other.source)
    return next(iter(near.values())) if len(near) == 1 else None


def _meets_a_claim(stance: Stance) -> bool:
    """Say whether a stance is against what somebody said: "denied it", "said that was untrue"."""
    token, kind = stance.match.token, stance.match.predicate.kind
    if stance.match.predicate.pos == "noun" and "who support self" in stance.features:
        return False  # "gave evidence over the objections of Vey": whose they are is not said by the verb
    if kind == "denial":
        return True
    if kind == "rejection":
        if stance.match.predicate.pos == "noun":
            # "his refusal to use the term", "her opposition to the war": it is said to what
            return not any(c.dep_ in ("prep", "acl") and c.i > token.i for c in token.children)
        met = logical_objects(token) if stance.match.predicate.pos == "verb" else []
        return not met or any(_is_claim(word) and word.lemma != "conviction" for word in met)
    if kind == "reproach" and token.lemma in lexicon()["untrue"]:
        return any(_is_claim(word) for word in copular_subjects(token))
    return kind in MEETING and any(_is_spoken(word) for word in _met(stance))


def _met(stance: Stance) -> list[Word]:
    """Return what a stance is against, as its sentence names it: "called the remark cheap"."""
    match = stance.match
    return [word for slot in (*match.predicate.whom, *match.predicate.over) for word in fill(match, slot)]


def _is_spoken(word: Word) -> bool:
    """Say whether a word stands for what somebody has just said: "the remark", "this", "an answer that she derided"."""
    if word.lower_ in ("this", "that"):
        return True
    if word.lemma not in lexicon()["spoken"]:
        return word.lemma in lexicon()["told"] and any(c.lower_ in POINTING for c in word.children)
    definite = any(child.lower_ in ("the", "this", "that", "these", "those") for child in word.children)
    return definite or (word.dep_ in APPOSED and any(child.dep_ == "relcl" for child in word.children))


def _is_claim(word: Word) -> bool:
    lemma = word.lemma
    return word.lower_ in POINTING or lemma in CLAIMS or lemma in DEMANDED or lemma in cues()["nouns"]


def _threatened_by(
    stance: Stance, at: int, stances: Sequence[Stance], places: Sequence[int], camps: Camps
) -> tuple[int, str] | None:
    """Return who threatened last, where somebody rejects "the ultimatum"."""
    if not any(word.lemma in DEMANDED for word in logical_objects(stance.match.token)):
        return None
    threats = [
        (place, other.source)
        for place, other in zip(places, stances, strict=True)
        if other.match.predicate.kind == "threat"
        and at - REACH <= place <= at
        and not camps.one(other.source, stance.source)
    ]
    return max(threats, key=lambda threat: threat[0]) if threats else None


def _charged_by(
    stance: Stance, at: int, stances: Sequence[Stance], places: Sequence[int], camps: Camps
) -> tuple[int, str] | None:
    bare = stance.match.predicate.kind == "rejection" and not logical_objects(stance.match.token)
    reach = (
        NEAR if bare else len(stances)
    )  # "refused to complete it" is no answer to what was said long before
    charges = [
        (abs(at - place), -place, other.source, at - place <= REACH)
        for place, other in zip(places, stances, strict=True)
        if other.target is not None
        and camps.one(other.target, stance.source)
        and not camps.one(other.source, stance.source)
        and other.match.predicate.kind != "support"
        and -1 <= at - place <= reach
        and probability(other.features) >= CHARGE
    ]
    if not charges or (not min(charges)[3] and len({camps.of(charge[2]) for charge in charges}) > 1):
        return None
    return -min(charges)[1], min(charges)[2]


def _echoed(stance: Stance, at: int, talk: Talk) -> list[tuple[int, str]]:
    """Return who spoke last of a thing that a denial names: "denied that the wells were dry"."""
    if not _is_denial(stance):
        return []
    denied = things(stance.match.token.subtree) - {stance.match.token.lemma}
    rare = {thing for thing in denied if sum(thing in held for held in talk.things) <= ECHO}
    for speech in reversed(talk.speeches):
        another = at - REACH <= speech.place < at and not talk.camps.one(speech.speaker, stance.source)
        if another and rare & talk.things[speech.place]:
            return [] if speech.act == "refusal" else [(speech.place, speech.speaker)]
    return []


def _spoke_before(stance: Stance, at: int, talk: Talk, back: int) -> tuple[int, str] | None:
    camps = talk.camps
    if any(_sums_up(word, stance) for word in _met(stance)):
        here = [s for s in talk.by_place.get(at, ()) if not camps.one(s.speaker, stance.source)]
        if here and here[0].act != "refusal":
            return at, here[0].speaker
    for speech in reversed(talk.speeches):
        if not at - back <= speech.place < at or camps.one(speech.speaker, stance.source):
            continue
        # "Brugg said this was false": what was said right before, or shortly before of the one who denies.
        pointing = _points_back(stance)
        of_him = _speaks_of(speech, stance.source, camps) if pointing else stance.source in speech.about
        if (pointing and speech.place == at - 1) or (of_him and (pointing or _is_denial(stance))):
            return None if speech.act == "refusal" else (speech.place, speech.speaker)
    return None


def _sums_up(word: Word, stance: Stance) -> bool:
    """Say whether a noun sums up its own sentence: "he said that it was for the trust, an answer that she derided"."""
    above = stance.match.token
    while above.head is not above and above.dep_ != "relcl":
        above = above.head
    return above.dep_ == "relcl" and above.head is word and _is_spoken(word)


def _is_denial(stance: Stance) -> bool:
    return stance.match.predicate.kind == "denial" and stance.match.predicate.pos == "verb"


def _points_back(stance: Stance, words: frozenset[str] = frozenset()) -> bool:
    """Say whether what is denied is "that" or "the claim"; with words given, whether it is one of them."""
    token = stance.match.token
    met = [
        *logical_objects(token),
        *(copular_subjects(token) if stance.match.predicate.pos != "verb" else ()),
    ]
    met += [word for child in token.children if child.lower_ == "to" for word in child.children]
    if not words and stance.match.predicate.kind in MEETING:
        return any(_is_spoken(word) for word in _met(stance))
    return any(word.lower_ in words if words else _is_claim(word) for word in met)


def met_claims(
    answered: Sequence[Stance], places: Sequence[int], talk: Talk
) -> Iterator[tuple[Stance, Speech, str]]:
    """Yield each denial with the claim that it meets, and of whom the claim is.

    "The union said Brugg had closed every plant. Brugg said this was false.": the union's words are a charge. "Vey
    said the council had sold the field. Holm, a councillor, rejected her remark.": Vey's words are one against the
    council.
    """
    camps = talk.camps
    for at, stance in zip(places, answered, strict=True):
        if stance.target is None:
            continue
        met = "whom answered" in stance.features
        if not met and not _rejects_words(stance):
            continue
        for speech in reversed(talk.speeches):
            if not at - (NEAR if met else REACH) <= speech.place < at or speech.speaker != stance.target:
                continue
            if _speaks_of(speech, stance.source, camps):
                yield stance, speech, stance.source
                break
            of_whom = talk.of_whom(speech)
            if not met and len(of_whom) == 1:
                yield stance, speech, next(a for a in speech.about if camps.of(a) == of_whom[0])
                break


def _rejects_words(stance: Stance) -> bool:
    """Say whether somebody rejects another's words: "rejected her remark", "disputed the union's claim"."""
    token = stance.match.token
    return stance.match.predicate.kind in ("denial", "rejection") and any(
        word.lemma in CLAIMS for word in logical_objects(token)
    )


def _speaks_of(speech: Speech, actor: str, camps: Camps) -> bool:
    return any(camps.one(about, actor) for about in speech.about)
