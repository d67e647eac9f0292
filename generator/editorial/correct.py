"""An editor's corrections put into the briefings that the program found: pure, in a fixed order, and nothing silent.

Actors first, on all briefings and then on one, since everything else names them; then what was said, the evidence, the
disputes, title and lead. A correction that fits nothing, or more than one thing, or changes nothing, is handed back.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TypeVar

from generator.editorial import revise
from generator.editorial.corrections import (
    ARTICLE,
    NOBODY,
    NONE,
    BriefingCorrections,
    Corrections,
    DisputeCorrection,
    EvidenceCorrection,
    QuotationCorrection,
)
from generator.editorial.corrections_file import Place
from generator.editorial.matching import (
    AlreadySoError,
    MismatchError,
    find_actor,
    find_dispute,
    find_proof,
    find_quote,
    find_sentence,
)
from generator.editorial.roster import Roster
from generator.model import Briefing, Change, Contest, KeyActor, Lead, Proof

Entry = TypeVar("Entry", QuotationCorrection, EvidenceCorrection, DisputeCorrection)
Target = TypeVar("Target")


@dataclass(frozen=True, slots=True)
class Unapplied:
    """A correction that was not applied."""

    place: Place
    """Where it stands in the file."""
    problem: str
    """Why, and what to do."""
    idle: bool = False
    """It would change nothing: the page is as the editor wants it."""


def correct(
    briefings: Sequence[Briefing], corrections: Corrections
) -> tuple[list[Briefing], tuple[Unapplied, ...]]:
    """Apply corrections.

    Args:
        briefings: As the program made them, with all actors that it found (`drafts`).
        corrections: What an editor says.

    Returns:
        The corrected briefings, in the same order, and the corrections that were not applied, in that of the file.
    """
    if corrections == Corrections():
        return list(briefings), ()
    desk = _Desk({briefing.slug: briefing for briefing in briefings})
    known = desk.roster.briefings
    for number, correction in enumerate(corrections.everywhere.actors):
        desk.attempt(("everywhere", "actors", number), desk.roster.correct, correction)
    for name, wanted in corrections.briefings.items():
        if name in known:
            desk.one(name, wanted)
            continue
        near = get_close_matches(name, known, n=2, cutoff=0.5) or list(known)[:3]
        desk.unapplied.append(
            Unapplied(("briefings", name), f"there is no briefing `{name}`. The nearest: {', '.join(near)}.")
        )
    return list(known.values()), tuple(desk.unapplied)


class _Desk:
    """The briefings in the making, and what could not be applied."""

    def __init__(self, briefings: Mapping[str, Briefing]) -> None:
        self.roster = Roster(briefings)
        self.unapplied: list[Unapplied] = []

    def attempt(self, place: Place, act: Callable[..., None], *given: object) -> None:
        """Apply one correction, or note why it does not apply."""
        try:
            act(*given)
        except MismatchError as error:
            self.unapplied.append(Unapplied(place, str(error), idle=isinstance(error, AlreadySoError)))

    def _briefing(self, name: str) -> Briefing:
        return self.roster.briefings[name]

    def one(self, name: str, wanted: BriefingCorrections) -> None:
        """Apply the corrections of one briefing."""
        here: Place = ("briefings", name)
        for number, fresh in enumerate(wanted.new_actors):
            self.attempt((*here, "new_actors", number), self.roster.add, name, fresh)
        for number, correction in enumerate(wanted.actors):
            self.attempt((*here, "actors", number), self.roster.correct, correction, name)
        quotes = self._each((*here, "quotations"), wanted.quotations, self._find_quote, self._quotation)
        self.roster.put(name, revise.without_quotes(self._briefing(name), quotes))
        proofs = self._each((*here, "evidence"), wanted.evidence, self._find_proof, self._evidence)
        self.roster.put(name, revise.without_evidence(self._briefing(name), proofs))
        disputes = self._each((*here, "disputes"), wanted.disputes, self._find_dispute, self._dispute)
        self.roster.put(name, revise.without_disputes(self._briefing(name), disputes))
        self.roster.put(name, revise.joined(self._briefing(name)))
        self.attempt((*here, "title"), self._title, name, wanted.title)
        self.attempt((*here, "lead"), self._lead, name, wanted.lead)

    # Everything else is found first and changed then: what one correction drops moves no other.

    def _each(
        self,
        place: Place,
        entries: Sequence[Entry],
        find: Callable[[str, Entry], Target],
        change: Callable[[str, Target, Entry], None],
    ) -> list[Target]:
        """Apply the corrections of one list; return what is to be taken off."""
        name = str(place[1])
        found: dict[Target, int] = {}

        def seek(number: int) -> None:
            target = find(name, entries[number])
            if target in found:
                raise MismatchError("an earlier correction is about the same one. Put the two together.")
            found[target] = number

        for number in range(len(entries)):
            self.attempt((*place, number), seek, number)
        for target, number in found.items():
            if not entries[number].drop:
                self.attempt((*place, number), change, name, target, entries[number])
        return [target for target, number in found.items() if entries[number].drop]

    def _find_quote(self, name: str, correction: QuotationCorrection) -> int:
        return find_quote(correction.quotation, self._briefing(name))

    def _quotation(self, name: str, place: int, correction: QuotationCorrection) -> None:
        briefing = self._briefing(name)
        said = briefing.quotes[place]
        wanted = correction.speaker or NOBODY
        actor = None if wanted.casefold() == NOBODY else self._known(wanted, briefing)
        speaker = said.quote.speaker
        if (speaker.actor if speaker else None) == (actor.id if actor else None) and (actor or not speaker):
            raise AlreadySoError
        fresh = revise.spoken_by(briefing, said, actor)
        quotes = (*briefing.quotes[:place], fresh, *briefing.quotes[place + 1 :])
        self.roster.put(name, briefing.model_copy(update={"quotes": quotes}))

    def _known(self, wanted: str, briefing: Briefing) -> KeyActor:
        return find_actor(
            wanted, briefing.actors, "Write somebody whom the program missed under `new_actors`."
        )

    def _find_proof(self, name: str, correction: EvidenceCorrection) -> tuple[int, int]:
        return find_proof(correction.evidence, self._briefing(name))

    def _evidence(self, name: str, place: tuple[int, int], correction: EvidenceCorrection) -> None:
        briefing = self._briefing(name)
        contest = briefing.disputes[place[0]]
        proof = contest.evidence[place[1]]
        fresh = proof
        if correction.who or correction.against:
            ends = self._ends(briefing, contest, proof, correction.who, correction.against)
            if ends != (proof.evidence.source, proof.evidence.target):
                note = Change(what="direction", found=revise.direction(briefing, [proof]))
                fresh = revise.directed(fresh, *ends).model_copy(
                    update={"changes": revise.changed(fresh.changes, note)}
                )
        if correction.according_to:
            fresh = self._told(briefing, fresh, correction.according_to)
        if fresh == proof:
            raise AlreadySoError
        pieces = (*contest.evidence[: place[1]], fresh, *contest.evidence[place[1] + 1 :])
        self._put(name, place[0], contest.model_copy(update={"evidence": pieces}))

    def _told(self, briefing: Briefing, proof: Proof, wanted: str) -> Proof:
        teller = None if wanted.casefold() == ARTICLE else self._known(wanted, briefing).id
        if teller == proof.evidence.attributed_to:
            return proof
        note = Change(what="teller", found=revise.names(briefing).get(proof.evidence.attributed_to or ""))
        evidence = proof.evidence.model_copy(update={"attributed_to": teller})
        return proof.model_copy(update={"evidence": evidence, "changes": revise.changed(proof.changes, note)})

    def _ends(
        self, briefing: Briefing, contest: Contest, proof: Proof, who: str | None, against: str | None
    ) -> tuple[str, str]:
        """Find out who is against whom: parties, or who speaks for them; of two parties the other need not be named."""
        able = {*contest.parties, *revise.ends_of(contest.evidence)}
        known = [actor for actor in briefing.actors if actor.id in able]
        source, target = (find_actor(name, known).id if name else None for name in (who, against))
        given = source or target
        if len(contest.parties) == 2 and given in contest.parties:
            (other,) = (party for party in contest.parties if party != given)
        else:
            other = (proof.evidence.target if source else proof.evidence.source) or ""
        source, target = source or other, target or other
        if not source or not target or source == target:
            raise MismatchError("does not say who of them is against whom: give `who` and `against`.")
        return source, target

    def _find_dispute(self, name: str, correction: DisputeCorrection) -> int:
        return find_dispute(correction.dispute, self._briefing(name))

    def _dispute(self, name: str, place: int, correction: DisputeCorrection) -> None:
        briefing = self._briefing(name)
        contest = fresh = briefing.disputes[place]
        if correction.issue:
            issue = "" if correction.issue.casefold() == NONE else correction.issue
            if issue != contest.issue:
                note = Change(what="issue", found=contest.issue or None)
                fresh = fresh.model_copy(
                    update={"issue": issue, "changes": revise.changed(fresh.changes, note)}
                )
        if correction.who or correction.against:
            pieces = tuple(
                revise.directed(
                    proof, *self._ends(briefing, contest, proof, correction.who, correction.against)
                )
                for proof in fresh.evidence
            )
            if pieces != fresh.evidence:
                note = Change(what="direction", found=revise.direction(briefing, fresh.evidence))
                fresh = fresh.model_copy(
                    update={"evidence": pieces, "changes": revise.changed(fresh.changes, note)}
                )
        if correction.same_as:
            fresh = self._same(briefing, fresh, correction.same_as)
        if fresh == contest:
            raise AlreadySoError
        self._put(name, place, fresh)

    def _same(self, briefing: Briefing, contest: Contest, wanted: str) -> Contest:
        """Give a dispute the id, and with it the page, of another one of the same parties."""
        others = {
            other.id: other
            for known in (briefing, *self.roster.briefings.values())
            for other in known.disputes
            if set(other.parties) == set(contest.parties) and other.id != contest.id
        }
        near = briefing.model_copy(update={"disputes": tuple(others.values())})
        other = near.disputes[find_dispute(wanted, near)]
        note = Change(what="merged", found=contest.issue or None)
        return contest.model_copy(update={"id": other.id, "changes": revise.changed(contest.changes, note)})

    def _put(self, name: str, place: int, contest: Contest) -> None:
        briefing = self._briefing(name)
        disputes = (*briefing.disputes[:place], contest, *briefing.disputes[place + 1 :])
        self.roster.put(name, briefing.model_copy(update={"disputes": disputes}))

    # The head of the briefing

    def _title(self, name: str, title: str | None) -> None:
        briefing = self._briefing(name)
        if title is None:
            return
        if title == briefing.title:
            raise AlreadySoError
        note = Change(what="title", found=briefing.title)
        self.roster.put(
            name, briefing.model_copy(update={"title": title, "changes": (*briefing.changes, note)})
        )

    def _lead(self, name: str, wanted: Sequence[str]) -> None:
        briefing = self._briefing(name)
        if not wanted:
            return
        lead = tuple(_sentence(briefing, words) for words in wanted)
        if lead == briefing.lead:
            raise AlreadySoError
        self.roster.put(
            name,
            briefing.model_copy(update={"lead": lead, "changes": (*briefing.changes, Change(what="lead"))}),
        )


def _sentence(briefing: Briefing, words: str) -> Lead:
    """Find a sentence of any of a briefing's articles."""
    problem: MismatchError | None = None
    for article in range(len(briefing.articles)):
        try:
            return Lead(article=article, span=find_sentence(words, briefing, article))
        except MismatchError as error:
            problem = problem or error
    raise problem or MismatchError("there is no article.")
