"""The actors of all briefings, found by name without reading every briefing, and corrected."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.editorial import revise
from generator.editorial.corrections import NONE, ActorCorrection, NewActor
from generator.editorial.identity import name_key
from generator.editorial.matching import AlreadySoError, MismatchError, find_actor, former_names
from generator.model import Briefing, Change, KeyActor
from generator.text import distinct, slug


class Roster:
    """Briefings in the making.

    Args:
        briefings: By their names.
    """

    def __init__(self, briefings: Mapping[str, Briefing]) -> None:
        self.briefings: dict[str, Briefing] = {}
        self._ids: set[str] = set()
        # 100,000 actors are asked for once for each correction; read one by one they would take a second each time.
        self._called: dict[str, dict[tuple[str, str], None]] = {}
        for name, briefing in briefings.items():
            self.put(name, briefing)

    def put(self, name: str, briefing: Briefing) -> None:
        """Put a briefing in the place of the one of the same name."""
        known = self.briefings.get(name)
        before = {id(actor) for actor in known.actors} if known else frozenset[int]()
        self.briefings[name] = briefing
        for actor in briefing.actors:
            if id(actor) not in before:
                self._ids.add(actor.id)
                for key in (
                    f"#{actor.id}",
                    *map(name_key, (actor.name, *actor.aliases, *former_names(actor))),
                ):
                    self._called.setdefault(key, {})[name, actor.id] = None

    def correct(self, correction: ActorCorrection, name: str | None = None) -> None:
        """Correct an actor, in one briefing or in all of them.

        Raises:
            MismatchError: It fits none or more than one, or changes nothing.
        """
        if name is None:
            known = self._like(correction.actor) or list(self._everyone())
        else:
            known = list(self.briefings[name].actors)
        actor = find_actor(correction.actor, known)
        if correction.apart and name is None:
            raise MismatchError("`apart` belongs below `briefings`: say in which one it is another actor.")
        other = self._other(correction.same_as, actor) if correction.same_as else None
        own_id = self._free_id(f"{name_key(actor.name)} {name}") if correction.apart else None
        if correction.name:
            self._check_name(correction.name, actor, name)
        holders = [name] if name is not None else [holder for holder, _ in self._entries(f"#{actor.id}")]
        revised = {holder: self._revised(holder, actor.id, correction, other, own_id) for holder in holders}
        if all(briefing == self.briefings[holder] for holder, briefing in revised.items()):
            raise AlreadySoError
        for holder, briefing in revised.items():
            self.put(holder, briefing)

    def add(self, name: str, fresh: NewActor) -> None:
        """Add an actor to a briefing; one of the same name and kind elsewhere is the same.

        Raises:
            MismatchError: The briefing has an actor of this name.
        """
        briefing, key = self.briefings[name], name_key(fresh.name)
        if any(name_key(actor.name) == key for actor in briefing.actors):
            raise MismatchError(f"the program found {fresh.name}. Correct it under `actors`, or delete this.")
        same = [a for a in self._like(fresh.name) if name_key(a.name) == key and a.kind == fresh.kind]
        actor = KeyActor(
            id=same[0].id if same else self._free_id(key),
            name=fresh.name,
            kind=fresh.kind,
            role=fresh.role,
            salience=0,
            named=0,
            changes=(Change(what="added"),),
        )
        self.put(name, revise.with_actor(briefing, actor))

    def _entries(self, *keys: str) -> list[tuple[str, str]]:
        """Return the briefings and ids of the actors of these keys that are still there, in order."""
        entries = {entry for key in keys for entry in self._called.get(key, {})}
        return [entry for entry in sorted(entries) if self._actor(*entry)]

    def _actor(self, name: str, actor_id: str) -> KeyActor | None:
        return next((actor for actor in self.briefings[name].actors if actor.id == actor_id), None)

    def _like(self, wanted: str) -> list[KeyActor]:
        """Return the actors of all briefings that may be meant by a name or an id."""
        entries = self._entries(f"#{wanted.rstrip('/').rsplit('/', 1)[-1]}", name_key(wanted))
        return [actor for entry in entries if (actor := self._actor(*entry))]

    def _everyone(self) -> Iterator[KeyActor]:
        return (actor for briefing in self.briefings.values() for actor in briefing.actors)

    def _other(self, wanted: str, actor: KeyActor) -> KeyActor:
        """Find the actor that another is the same as: in any briefing, since it may not be named in this one."""
        near = [other for other in self._like(wanted) if other.id != actor.id]
        return find_actor(wanted, near or [other for other in self._everyone() if other.id != actor.id])

    def _free_id(self, name: str) -> str:
        return distinct(slug(name, "actor"), set(self._ids))

    def _check_name(self, wanted: str, actor: KeyActor, name: str | None) -> None:
        known = self._like(wanted) if name is None else self.briefings[name].actors
        if any(name_key(other.name) == name_key(wanted) and other.id != actor.id for other in known):
            raise MismatchError(
                f"another actor is called {wanted} already. Write `same_as` if the two are one."
            )

    def _revised(
        self,
        name: str,
        actor_id: str,
        correction: ActorCorrection,
        other: KeyActor | None,
        own_id: str | None,
    ) -> Briefing:
        briefing, actor = self.briefings[name], self._actor(name, actor_id)
        assert actor is not None
        if correction.drop:
            return revise.without_actor(briefing, actor)
        if other:
            return revise.merged(briefing, actor, other)
        actor = _described(actor, correction)
        return revise.apart(briefing, actor, own_id) if own_id else revise.with_actor(briefing, actor)


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
