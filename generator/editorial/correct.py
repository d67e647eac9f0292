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
    ActorCorrection,
    BriefingCorrections,
    Corrections,
    DisputeCorrection,
    EvidenceCorrection,
    NewActor,
    QuotationCorrection,
)
from generator.editorial.corrections_file import Place
from generator.editorial.identity import name_key
from generator.editorial.matching import (
    MismatchError,
    find_actor,
    find_dispute,
    find_proof,
    find_quote,
    find_sentence,
)
from generator.model import Briefing, Change, Contest, KeyActor, Lead, Proof
from generator.text import distinct, slug

ALREADY = "the program has it so already. Delete this correction."
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
    desk = _Desk({briefing.slug: briefing for briefing in briefings})
    for number, correction in enumerate(corrections.everywhere.actors):
        desk.attempt(("everywhere", "actors", number), desk.actor, correction, list(desk.briefings))
    for name, wanted in corrections.briefings.items():
        if name in desk.briefings:
            desk.one(name, wanted)
            continue
        near = get_close_matches(name, desk.briefings, n=2, cutoff=0.5) or list(desk.briefings)[:3]
        desk.unapplied.append(
            Unapplied(("briefings", name), f"there is no briefing `{name}`. The nearest: {', '.join(near)}.")
        )
    return list(desk.briefings.values()), tuple(desk.unapplied)


class _Desk:
    """The briefings in the making, and what could not be applied."""

    def __init__(self, briefings: Mapping[str, Briefing]) -> None:
        self.briefings = dict(briefings)
        self.unapplied: list[Unapplied] = []

    def attempt(self, place: Place, act: Callable[..., None], *given: object) -> None:
        """Apply one correction, or note why it does not apply."""
        try:
            act(*given)
        except MismatchError as error:
            self.unapplied.append(Unapplied(place, str(error), idle=str(error) == ALREADY))

    def one(self, name: str, wanted: BriefingCorrections) -> None:
        """Apply the corrections of one briefing."""
        here: Place = ("briefings", name)
        for number, fresh in enumerate(wanted.new_actors):
            self.attempt((*here, "new_actors", number), self._add, name, fresh)
        for number, correction in enumerate(wanted.actors):
            self.attempt((*here, "actors", number), self.actor, correction, [name])
        quotes = self._each((*here, "quotations"), wanted.quotations, self._find_quote, self._quotation)
        self.briefings[name] = revise.without_quotes(self.briefings[name], quotes)
        proofs = self._each((*here, "evidence"), wanted.evidence, self._find_proof, self._evidence)
        self.briefings[name] = revise.without_evidence(self.briefings[name], proofs)
        disputes = self._each((*here, "disputes"), wanted.disputes, self._find_dispute, self._dispute)
        self.briefings[name] = revise.without_disputes(self.briefings[name], disputes)
        self.attempt((*here, "title"), self._title, name, wanted.title)
        self.attempt((*here, "lead"), self._lead, name, wanted.lead)

    # Actors

    def actor(self, correction: ActorCorrection, names: Sequence[str]) -> None:
        """Correct an actor in the briefings of these names."""
        known = [actor for name in names for actor in self.briefings[name].actors]
        actor = find_actor(correction.actor, known)
        holders = [name for name in names if any(a.id == actor.id for a in self.briefings[name].actors)]
        other = self._other(correction, actor) if correction.same_as else None
        if correction.apart and len(names) > 1:
            raise MismatchError("`apart` belongs below `briefings`: say in which one it is another actor.")
        fresh = self._free_id(f"{name_key(actor.name)} {names[0]}", actor.id) if correction.apart else ""
        if not (other or fresh or correction.drop):
            self._check_name(correction, actor, known)
        revised = {name: self._revised(name, actor.id, correction, other, fresh) for name in holders}
        if all(revised[name] == self.briefings[name] for name in holders):
            raise MismatchError(ALREADY)
        self.briefings |= revised

    def _revised(
        self, name: str, actor_id: str, correction: ActorCorrection, other: KeyActor | None, fresh: str
    ) -> Briefing:
        briefing = self.briefings[name]
        actor = next(actor for actor in briefing.actors if actor.id == actor_id)
        if correction.drop:
            return revise.without_actor(briefing, actor)
        if other:
            return revise.merged(briefing, actor, other)
        actor = _described(actor, correction)
        return revise.apart(briefing, actor, fresh) if fresh else revise.with_actor(briefing, actor)

    def _other(self, correction: ActorCorrection, actor: KeyActor) -> KeyActor:
        """Find the actor that another is the same as: in any briefing, since it may not be named in this one."""
        others = [a for b in self.briefings.values() for a in b.actors if a.id != actor.id]
        return find_actor(correction.same_as or "", others)

    def _free_id(self, name: str, own: str) -> str:
        taken = {actor.id for briefing in self.briefings.values() for actor in briefing.actors} | {own}
        return distinct(slug(name, "actor"), taken)

    def _check_name(self, correction: ActorCorrection, actor: KeyActor, known: Sequence[KeyActor]) -> None:
        key = name_key(correction.name or "")
        if key and any(name_key(a.name) == key and a.id != actor.id for a in known):
            raise MismatchError(
                f"another actor is called {correction.name} already. Write `same_as` if the two are one."
            )

    def _add(self, name: str, fresh: NewActor) -> None:
        briefing, key = self.briefings[name], name_key(fresh.name)
        if any(name_key(actor.name) == key for actor in briefing.actors):
            raise MismatchError(f"the program found {fresh.name}. Correct it under `actors`, or delete this.")
        everyone = [actor for known in self.briefings.values() for actor in known.actors]
        same = [a for a in everyone if name_key(a.name) == key and a.kind == fresh.kind]
        actor = KeyActor(
            id=same[0].id if same else self._free_id(key, ""),
            name=fresh.name,
            kind=fresh.kind,
            role=fresh.role,
            salience=0,
            named=0,
            changes=(Change(what="added"),),
        )
        self.briefings[name] = revise.with_actor(briefing, actor)

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
        return find_quote(correction.quotation, self.briefings[name])

    def _quotation(self, name: str, place: int, correction: QuotationCorrection) -> None:
        briefing = self.briefings[name]
        said = briefing.quotes[place]
        wanted = correction.speaker or NOBODY
        actor = None if wanted.casefold() == NOBODY else self._known(wanted, briefing)
        speaker = said.quote.speaker
        if (speaker.actor if speaker else None) == (actor.id if actor else None) and (actor or not speaker):
            raise MismatchError(ALREADY)
        fresh = revise.spoken_by(briefing, said, actor)
        quotes = (*briefing.quotes[:place], fresh, *briefing.quotes[place + 1 :])
        self.briefings[name] = briefing.model_copy(update={"quotes": quotes})

    def _known(self, wanted: str, briefing: Briefing) -> KeyActor:
        try:
            return find_actor(wanted, briefing.actors)
        except MismatchError as error:
            raise MismatchError(
                f"{error} Write somebody whom the program missed under `new_actors`."
            ) from error

    def _find_proof(self, name: str, correction: EvidenceCorrection) -> tuple[int, int]:
        return find_proof(correction.evidence, self.briefings[name])

    def _evidence(self, name: str, place: tuple[int, int], correction: EvidenceCorrection) -> None:
        briefing = self.briefings[name]
        contest = briefing.disputes[place[0]]
        proof = contest.evidence[place[1]]
        fresh = proof
        if correction.who or correction.against:
            ends = self._ends(briefing, contest, correction.who, correction.against)
            if ends != (proof.evidence.source, proof.evidence.target):
                note = Change(what="direction", found=revise.direction(briefing, [proof]))
                fresh = revise.directed(fresh, *ends).model_copy(
                    update={"changes": revise.changed(fresh.changes, note)}
                )
        if correction.according_to:
            fresh = self._told(briefing, fresh, correction.according_to)
        if fresh == proof:
            raise MismatchError(ALREADY)
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
        self, briefing: Briefing, contest: Contest, who: str | None, against: str | None
    ) -> tuple[str, str]:
        """Find out who is against whom; of two parties the other need not be named."""
        parties = [actor for actor in briefing.actors if actor.id in contest.parties]
        source, target = (find_actor(name, parties).id if name else None for name in (who, against))
        if len(parties) == 2:
            first, second = (actor.id for actor in parties)
            source = source or (first if target == second else second)
            target = target or (first if source == second else second)
        if source is None or target is None or source == target:
            raise MismatchError("does not say who of them is against whom: give `who` and `against`.")
        return source, target

    def _find_dispute(self, name: str, correction: DisputeCorrection) -> int:
        return find_dispute(correction.dispute, self.briefings[name])

    def _dispute(self, name: str, place: int, correction: DisputeCorrection) -> None:
        briefing = self.briefings[name]
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
                revise.directed(proof, *self._ends(briefing, contest, correction.who, correction.against))
                for proof in fresh.evidence
            )
            if pieces != fresh.evidence:
                note = Change(what="direction", found=revise.direction(briefing, fresh.evidence))
                fresh = fresh.model_copy(
                    update={"evidence": pieces, "changes": revise.changed(fresh.changes, note)}
                )
        if fresh == contest:
            raise MismatchError(ALREADY)
        self._put(name, place, fresh)

    def _put(self, name: str, place: int, contest: Contest) -> None:
        briefing = self.briefings[name]
        disputes = (*briefing.disputes[:place], contest, *briefing.disputes[place + 1 :])
        self.briefings[name] = briefing.model_copy(update={"disputes": disputes})

    # The head of the briefing

    def _title(self, name: str, title: str | None) -> None:
        briefing = self.briefings[name]
        if title is None:
            return
        if title == briefing.title:
            raise MismatchError(ALREADY)
        note = Change(what="title", found=briefing.title)
        self.briefings[name] = briefing.model_copy(
            update={"title": title, "changes": (*briefing.changes, note)}
        )

    def _lead(self, name: str, wanted: Sequence[str]) -> None:
        briefing = self.briefings[name]
        if not wanted:
            return
        lead = tuple(_sentence(briefing, words) for words in wanted)
        if lead == briefing.lead:
            raise MismatchError(ALREADY)
        self.briefings[name] = briefing.model_copy(
            update={"lead": lead, "changes": (*briefing.changes, Change(what="lead"))}
        )


def _described(actor: KeyActor, correction: ActorCorrection) -> KeyActor:
    """Give an actor another name, kind or role."""
    role = None if (correction.role or "").casefold() == NONE else correction.role or actor.role
    wanted = {"name": correction.name or actor.name, "kind": correction.kind or actor.kind, "role": role}
    notes = [
        Change(what=what, found=known)
        for what, known in (("name", actor.name), ("kind", actor.kind), ("role", actor.role))
        if wanted[what] != known
    ]
    return actor.model_copy(update={**wanted, "changes": revise.changed(actor.changes, *notes)})


def _sentence(briefing: Briefing, words: str) -> Lead:
    """Find a sentence of any of a briefing's articles."""
    problem: MismatchError | None = None
    for article in range(len(briefing.articles)):
        try:
            return Lead(article=article, span=find_sentence(words, briefing, article))
        except MismatchError as error:
            problem = problem or error
    raise problem or MismatchError("there is no article.")
