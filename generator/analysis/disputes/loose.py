"""Pairs of actors that no frame connects, but that a sentence may show at odds all the same.

The frames of the lexicon are strict: most of what they find is right, and most of what there is they miss
("the latest in a string of attacks by A, who once worked for B, on his old boss"). Here every ordered pair of a
sentence with a cue in it becomes a candidate, and the weights of dispute_pairs.csv decide.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import permutations

from generator.analysis.disputes.addressed import addressees
from generator.analysis.disputes.clauses import is_that_clause, supporting_verb
from generator.analysis.disputes.harsh import HARSH
from generator.analysis.disputes.issue import CLAIMS
from generator.analysis.disputes.modality import is_negated
from generator.analysis.disputes.pairs import Scene, make_scene, read_signs
from generator.analysis.disputes.predicates import BRINGING, Match, is_verb_of
from generator.analysis.disputes.stance import Stance, is_anothers, signs
from generator.analysis.disputes.vocabulary import harsh_words, vocabulary
from generator.analysis.disputes.voices import Voices, holders, is_told, suffers
from generator.analysis.syntax import Word, sentences_of

MOST = 7
"""Actors of one sentence; a sentence with more is a list, and says of no two of them that they are at odds."""
UNREACHED = 10
"""Arcs that a cue counts as far from an actor whose place to it tells nothing."""


def loose_stances(
    words: Sequence[Word], matches: Sequence[Match], voices: Voices, framed: Sequence[Stance]
) -> Iterator[Stance]:
    """Yield a candidate for every ordered pair of actors in a sentence with a cue.

    Args:
        words: Those of the article.
        matches: All matches of the lexicon, in the order of the text.
        voices: Who stands and speaks where.
        framed: What the frames tell. Between two whom a frame connects nothing is left to guess; who reports a
            quarrel is no party to it; and a word whose frame is filled shows others only if there is no better.
    """
    settled = {(s.match.token.sent[0].i, frozenset((s.source, s.target))) for s in framed}
    reporters = {(s.match.token.sent[0].i, s.attributed_to) for s in framed}
    used = {s.match.token.i for s in framed if s.target is not None}
    harsh_lemmas = harsh_words()
    harsh = [t for t in words if t.lemma in harsh_lemmas and t.is_alpha]
    heads = sorted(voices.heads)
    at = 0
    for sentence in sentences_of(words):
        start, end = sentence[0].i, sentence[-1].i + 1
        actors: dict[str, list[Word]] = {}
        while at < len(heads) and heads[at] < end:
            actors.setdefault(voices.heads[heads[at]], []).append(words[heads[at]])
            at += 1
        if not 2 <= len(actors) <= MOST:
            continue
        cues = [m for m in matches if start <= m.token.i < end]
        known = {m.token.i for m in cues}
        cues += [Match(HARSH, t) for t in harsh if start <= t.i < end and t.i not in known]
        against = [m for m in cues if m.predicate.kind != "support"]
        if not against:
            continue
        # "blamed the media for what Vey had said": not Vey
        against = [m for m in against if m.token.i in used or not _is_at_a_stranger(m, voices)]
        if not against:
            continue
        free = [m for m in against if m.token.i not in used] or against
        scene = make_scene(actors, cues, voices)
        for who, whom in permutations(actors, 2):
            if (start, who) in reporters or (start, frozenset((who, whom))) in settled:
                continue
            own = scene.actors[who]
            if not all(_is_claimed(token, own) or _is_pitied(token, own) for token in scene.actors[whom]):
                stance = _candidate(scene, free, who, whom, voices)
                cue = stance.match.token
                if voices.speaker(cue) != who or not is_anothers(cue, voices):
                    yield stance


def _is_claimed(token: Word, others: Sequence[Word]) -> bool:
    """Say whether a token stands in a claim that none of the others makes ("rejected the claim that Chile lied")."""
    at = token
    while at.head.i != at.i:
        charged = at.head.lemma in CLAIMS and is_that_clause(at)
        if at.dep_ == "acl" and (charged or is_told(at.head, at)):
            claim = at.head
            return not any(claim.is_ancestor(other) for other in others)
        at = at.head
    return False


def _is_at_a_stranger(match: Match, voices: Voices) -> bool:
    """Say whether words are directed at somebody who is no actor."""
    named = addressees(match) if match.predicate is not HARSH else []
    return bool(named) and not any(holders(word, voices) for word in named)


def _is_pitied(token: Word, others: Sequence[Word]) -> bool:
    """Say whether something is done to who stands at a token, and none of the others does it."""
    act = suffers(token)
    if act is None or any(act.is_ancestor(other) for other in others):
        return False
    verb = supporting_verb(act)  # "began an assault on"
    return verb is None or not (verb.lemma in vocabulary().support or is_verb_of(verb, BRINGING))


def _candidate(scene: Scene, cues: Sequence[Match], who: str, whom: str, voices: Voices) -> Stance:
    """Make the stance, shown by the cue that stands nearest to the two."""

    def distance(match: Match) -> tuple[int, int]:
        ways = (scene.places.get((match.token.i, actor), (UNREACHED, ""))[0] for actor in (who, whom))
        return (sum(ways), match.token.i)

    match = min(cues, key=distance)
    features = ("loose", *dict.fromkeys(read_signs(scene, who, whom)), *signs(match, is_negated(match.token)))
    speaker = voices.speaker(match.token)
    return Stance(who, whom, match, features, None if speaker == who else speaker)
