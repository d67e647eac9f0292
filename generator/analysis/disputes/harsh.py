"""Speakers whose words about somebody are harsh, though no predicate says that they are against that one."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from generator.analysis.disputes.arguments import Place
from generator.analysis.disputes.clauses import is_passive, logical_objects, with_conjuncts
from generator.analysis.disputes.modality import has_duty, is_negated
from generator.analysis.disputes.predicates import Match, Predicate, is_verb_of
from generator.analysis.disputes.stance import Stance, is_anothers, parties, signs
from generator.analysis.disputes.vocabulary import harsh_words, vocabulary
from generator.analysis.disputes.voices import Voices
from generator.analysis.syntax import Word

WIDEST = 25
"""Words to either side of a clause's verb among which harsh words are looked for."""
THINKING = frozenset("believe feel hope say think".split())
"""Verbs whose clause is what their subject thinks, and no reproach to it."""
ADVISING = frozenset("advise hope propose recommend suggest".split())
"""Verbs whose clause says what somebody should do and reproaches nobody: "suggested that Brod should do the same"."""
APART = frozenset({"ccomp", "parataxis", "conj", "advcl"})
"""How a clause hangs on another that tells of something else."""
DISPUTING = frozenset({"denial", "rejection"})
"""Classes of verbs whose clause their subject holds for untrue."""
HARSH = Predicate(("harsh", "words"), "verb", "criticism", whom=("subject", "object"))


def harsh_stances(words: Sequence[Word], voices: Voices) -> Iterator[Stance]:
    """Yield the speakers whose words about somebody are harsh: a clause that they say, with that one in it."""
    harsh_lemmas = harsh_words()
    # "illegal immigrants" are called so by everybody
    found = [t for t in words if t.lemma in harsh_lemmas and t.is_alpha and t.i not in voices.inside]
    places = [t.i for t in found]
    for clause in words:
        if clause.pos_ not in ("VERB", "AUX"):
            continue
        reported = clause.dep_ == "ccomp" and clause.head.pos_ == "VERB"
        if not reported and not (
            clause.i in voices.speakers and clause.dep_ in ("ROOT", "conj", "parataxis")
        ):
            continue
        near = found[bisect_left(places, clause.i - WIDEST + 1) : bisect_left(places, clause.i + WIDEST)]
        below = [t.i for t in clause.subtree] if near else [clause.i]
        first, last = min(below), max(below)
        harsh = [t for t in near if first <= t.i <= last and not _is_of_another(t, clause)]
        told = has_duty(clause) and not (reported and clause.head.lemma in ADVISING)
        if not harsh and not told:
            continue
        speaker = teller = voices.speaker(clause)
        patient = "object" if not is_passive(clause) else "passive"
        whom = [Place(t, "spoken subject") for t in with_conjuncts(_clause_subjects(clause))]
        objects = [Place(t, f"spoken {patient}") for t in with_conjuncts(logical_objects(clause))]
        if clause.lemma in vocabulary().naming and objects:
            # "The report says that Chile sees Peru as unreliable": Chile's opinion, not that of who tells it.
            speaker, whom = next((actor for actor, _ in parties(whom, voices)), None), []
        elif reported and (is_anothers(clause, voices) or is_verb_of(clause.head, DISPUTING)):
            continue
        if speaker is None:
            continue
        if not any(t.i == clause.i for t in harsh) or not _is_done_to(objects, whom, speaker, voices):
            whom += objects
        seen: set[str] = set()
        for target, at in parties(whom, voices):
            if target != speaker and target not in seen:
                seen.add(target)
                how: tuple[str, ...] = ("told to",) if told and "subject" in at else ()
                if harsh:
                    how += ("harsh verb" if any(t.i == clause.i for t in harsh) else "harsh below",)
                elif not how:
                    continue
                features = (
                    f"kind {HARSH.kind} clause",
                    f"harsh words {min(len(harsh), 3)}",
                    *how,
                    f"whom {at}",
                    f"said with {clause.head.lemma}" if reported else "said in a quotation",
                    *signs(Match(HARSH, clause), is_negated(clause)),
                )
                yield Stance(
                    speaker, target, Match(HARSH, clause), features, teller if teller != speaker else None
                )


def _is_of_another(word: Word, clause: Word) -> bool:
    """Say whether a word stands in a clause below that has a subject of its own, or is only thought there.

    "They are his mortal enemy, so he should relax"; "She thinks it is overreach".
    """
    at = word
    while at is not clause and at.head is not at:
        if at.dep_ == "ccomp" and at.head is clause and clause.lemma in THINKING:
            return True
        if at.dep_ in APART and any(c.dep_ in ("nsubj", "nsubjpass") for c in at.children):
            return True
        at = at.head
    return False


def _is_done_to(objects: list[Place], subjects: list[Place], speaker: str, voices: Voices) -> bool:
    """Say whether a harsh verb tells what somebody else has done to its object: "the clinic failed its patients"."""
    own = {actor for actor, _ in parties(subjects, voices)}
    return bool(objects and subjects) and speaker not in own


def _clause_subjects(clause: Word) -> list[Word]:
    return [c for c in clause.children if c.dep_ in ("nsubj", "nsubjpass", "csubj")]
