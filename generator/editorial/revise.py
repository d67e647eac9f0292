"""What can be done to a briefing: one change each, as pure functions that keep everything else and all permalinks."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from generator.editorial.disputes import contest_id, same_issue
from generator.editorial.identity import name_key
from generator.editorial.matching import former_names, word_key
from generator.editorial.permalinks import evidence_anchor, quote_anchor
from generator.model import Backing, Briefing, Change, Contest, Drop, KeyActor, Proof, Said, Speaker
from generator.text import one_line

_STANDS_FOR_ANYBODY = frozenset("he she they it i we who him her them".split())
"""Words beside a quotation that an editor may give to somebody else without contradicting them."""


def changed(changes: tuple[Change, ...], *fresh: Change) -> tuple[Change, ...]:
    """Add changes; of two changes of one property the first one knows what the program had found."""
    known = {change.what for change in changes}
    return changes + tuple(change for change in fresh if change.what not in known)


def with_actor(briefing: Briefing, actor: KeyActor) -> Briefing:
    """Put an actor in the place of the one of the same id, or at the end."""
    if all(known.id != actor.id for known in briefing.actors):
        return briefing.model_copy(update={"actors": (*briefing.actors, actor)})
    actors = tuple(actor if known.id == actor.id else known for known in briefing.actors)
    return briefing.model_copy(update={"actors": actors})


def merged(briefing: Briefing, one: KeyActor, other: KeyActor) -> Briefing:
    """Make one actor the same as another, which may be known from another briefing only."""
    here = next((actor for actor in briefing.actors if actor.id == other.id), None)
    known = here or one.model_copy(
        update={name: getattr(other, name) for name in ("id", "name", "kind", "aliases", "changes")}
    )
    names = (*known.aliases, one.name, *one.aliases)
    whole = known.model_copy(
        update={
            "aliases": tuple(dict.fromkeys(n for n in names if name_key(n) != name_key(known.name))),
            "role": known.role or one.role,
            "salience": max(known.salience, one.salience),
            "named": known.named + one.named if here else one.named,
            "changes": changed(known.changes, Change(what="merged", found=one.name)),
        }
    )
    actors = [actor for actor in briefing.actors if actor.id not in (one.id, other.id)]
    ranked = tuple(sorted((*actors, whole), key=lambda actor: (-actor.salience, actor.id)))
    return renamed(briefing.model_copy(update={"actors": ranked}), {one.id: other.id})


def apart(briefing: Briefing, actor: KeyActor, actor_id: str) -> Briefing:
    """Give an actor an id of its own, and with it a page of its own."""
    own = actor.model_copy(
        update={"id": actor_id, "changes": changed(actor.changes, Change(what="apart", found=actor.name))}
    )
    actors = tuple(own if known.id == actor.id else known for known in briefing.actors)
    return renamed(briefing.model_copy(update={"actors": actors}), {actor.id: actor_id})


def without_actor(briefing: Briefing, actor: KeyActor) -> Briefing:
    """Take an actor off: what it said is nobody's then; evidence that shows it, or is told by it, goes."""
    rest = renamed(briefing, {actor.id: None})
    actors = tuple(known for known in briefing.actors if known.id != actor.id)
    return dropped(
        rest.model_copy(update={"actors": actors}), Drop(of="actor", id=actor.id, found=actor.name)
    )


def renamed(briefing: Briefing, names: Mapping[str, str | None]) -> Briefing:
    """Replace the ids of actors in all that is said and disputed; None: the actor is no more.

    A dispute of fewer than two parties or without evidence goes; two that become one are merged. The permalinks of
    evidence stay; the id of a dispute follows its parties, as it does everywhere.
    """
    quotes = tuple(_quote(said, names) for said in briefing.quotes)
    disputes: list[Contest] = []
    gone: list[Drop] = []
    for contest in briefing.disputes:
        fresh = _contest(contest, names)
        if fresh is None:
            if not _one_only(contest, names):
                gone.append(dispute_drop(contest))
            continue
        for at, known in enumerate(disputes):
            if set(known.parties) == set(fresh.parties) and same_issue(known.issue, fresh.issue):
                disputes[at] = known.model_copy(
                    update={"evidence": _distinct((*known.evidence, *fresh.evidence))}
                )
                break
        else:
            disputes.append(fresh)
    support = tuple(kept for backing in briefing.support if (kept := _backing(backing, names)))
    update = {"quotes": quotes, "disputes": tuple(disputes), "support": support}
    return dropped(briefing.model_copy(update=update), *gone)


def _one_only(contest: Contest, names: Mapping[str, str | None]) -> bool:
    """Say whether all parties of a dispute became one actor: then it was none, and nobody misses it."""
    return len({names.get(party, party) for party in contest.parties}) == 1


def _quote(said: Said, names: Mapping[str, str | None]) -> Said:
    quote = said.quote

    def known(speaker: Speaker) -> Speaker:
        actor = speaker.actor
        return speaker.model_copy(update={"actor": names[actor]}) if actor and actor in names else speaker

    speaker = known(quote.speaker) if quote.speaker is not None else None
    told = tuple(told.model_copy(update={"speaker": known(told.speaker)}) for told in quote.told)
    about = tuple(dict.fromkeys(i for actor in quote.about if (i := names.get(actor, actor))))
    revised = quote.model_copy(update={"speaker": speaker, "about": about, "told": told})
    return said if revised == quote else said.model_copy(update={"quote": revised})


def _backing(backing: Backing, names: Mapping[str, str | None]) -> Backing | None:
    found = backing.support
    source, target = (names.get(i, i) for i in (found.source, found.target))
    teller = names.get(found.attributed_to, found.attributed_to) if found.attributed_to else None
    if not source or not target or source == target or (found.attributed_to and not teller):
        return None
    told = found.model_copy(update={"source": source, "target": target, "attributed_to": teller})
    return backing.model_copy(update={"support": told})


def _contest(contest: Contest, names: Mapping[str, str | None]) -> Contest | None:
    moved = not names.keys().isdisjoint(contest.parties)
    evidence = []
    for proof in contest.evidence:
        found = proof.evidence
        ends = found.source, found.target, found.attributed_to
        if any(end and names.get(end, end) is None for end in ends):
            continue  # it shows a dispute with somebody who is no more, or is told by him: by whom is not known then
        source, target, teller = (names.get(end, end) if end else None for end in ends)
        if source is not None and source == target:
            continue
        told = found.model_copy(update={"source": source, "target": target, "attributed_to": teller})
        parties = (proof.parties or contest.parties) if moved else proof.parties
        evidence.append(proof.model_copy(update={"evidence": told, "parties": parties}))
    left = tuple(dict.fromkeys(i for party in contest.parties if (i := names.get(party, party))))
    # A party need not be named in the evidence (somebody speaks for it), but one whose evidence is gone is none.
    lost = {names.get(end or "", end) for end in ends_of(contest.evidence)} - ends_of(evidence)
    left = tuple(party for party in left if party not in lost)
    if len(left) < 2 or not evidence:
        return None
    update: dict[str, object] = {
        "parties": left,
        "evidence": _distinct(evidence) if moved else tuple(evidence),
    }
    if moved:
        issue = next((c.found or "" for c in contest.changes if c.what == "issue"), contest.issue)
        update["id"] = contest_id(left, issue)
    return contest.model_copy(update=update)


def ends_of(evidence: Iterable[Proof]) -> set[str | None]:
    """Return who is against whom in pieces of evidence."""
    return {end for proof in evidence for end in (proof.evidence.source, proof.evidence.target)}


def _distinct(evidence: Iterable[Proof]) -> tuple[Proof, ...]:
    """Keep the first of several pieces that say the same of one sentence."""
    first: dict[tuple[object, ...], Proof] = {}
    for proof in evidence:
        known = proof.evidence
        first.setdefault((proof.article, known.start, known.end, known.source, known.target), proof)
    return tuple(first.values())


def dropped(briefing: Briefing, *drops: Drop) -> Briefing:
    """Note what was taken off."""
    return briefing.model_copy(update={"dropped": (*briefing.dropped, *drops)}) if drops else briefing


def dispute_drop(contest: Contest) -> Drop:
    """Note that a dispute was taken off."""
    return Drop(of="dispute", id=contest.id, found=contest.issue)


def without_quotes(briefing: Briefing, places: Collection[int]) -> Briefing:
    """Take quotations off, by their places."""
    drops = [
        Drop(
            of="quotation",
            id=quote_anchor(briefing, said),
            found=" … ".join(one_line(briefing.words(said.article, span)) for span in said.quote.spans),
        )
        for place, said in enumerate(briefing.quotes)
        if place in places
    ]
    kept = tuple(said for place, said in enumerate(briefing.quotes) if place not in places)
    return dropped(briefing.model_copy(update={"quotes": kept}), *drops)


def without_evidence(briefing: Briefing, places: Collection[tuple[int, int]]) -> Briefing:
    """Take pieces of evidence off, by the places of their disputes and their own; a dispute without any goes, too."""
    drops: list[Drop] = []
    kept: list[Contest] = []
    for place, contest in enumerate(briefing.disputes):
        left = tuple(p for number, p in enumerate(contest.evidence) if (place, number) not in places)
        drops += [
            Drop(
                of="evidence",
                id=evidence_anchor(briefing, contest, proof),
                found=one_line(briefing.words(proof.article, proof.evidence)),
            )
            for number, proof in enumerate(contest.evidence)
            if (place, number) in places
        ]
        if left:
            kept.append(contest.model_copy(update={"evidence": left}))
        else:
            drops.append(dispute_drop(contest))
    return dropped(briefing.model_copy(update={"disputes": tuple(kept)}), *drops)


def joined(briefing: Briefing) -> Briefing:
    """Put disputes of one id together; one that was not made the same as another says what they are over."""
    first: dict[str, Contest] = {}
    for contest in briefing.disputes:
        known = first.setdefault(contest.id, contest)
        if known is not contest:
            own, other = sorted(
                (known, contest), key=lambda one: any(c.what == "merged" for c in one.changes)
            )
            first[contest.id] = own.model_copy(
                update={
                    "evidence": _distinct((*known.evidence, *contest.evidence)),
                    "changes": changed(own.changes, *other.changes),
                }
            )
    return briefing.model_copy(update={"disputes": tuple(first.values())})


def without_disputes(briefing: Briefing, places: Collection[int]) -> Briefing:
    """Take disputes off, by their places."""
    drops = [dispute_drop(contest) for place, contest in enumerate(briefing.disputes) if place in places]
    kept = tuple(contest for place, contest in enumerate(briefing.disputes) if place not in places)
    return dropped(briefing.model_copy(update={"disputes": kept}), *drops)


def spoken_by(briefing: Briefing, said: Said, actor: KeyActor | None) -> Said:
    """Give a quotation to an actor, or to nobody.

    The article's words beside it are kept where they can stand for the actor: a pronoun, or words of its names. Others
    name somebody else; without them the speaker's span is that of the quotation itself.
    """
    quote = said.quote
    speaker: Speaker | None = None
    cue = quote.cue
    if actor is not None:
        first = quote.spans[0]
        speaker = Speaker(start=first.start, end=first.end, actor=actor.id)
        if quote.speaker is not None and _fits(one_line(briefing.words(said.article, quote.speaker)), actor):
            speaker = quote.speaker.model_copy(update={"actor": actor.id})
    if speaker is None or (quote.speaker is not None and not speaker.overlaps(quote.speaker)):
        cue = None
    return said.model_copy(
        update={
            "quote": quote.model_copy(update={"speaker": speaker, "cue": cue, "confidence": 1.0}),
            "changes": changed(said.changes, Change(what="speaker", found=speaker_found(briefing, said))),
        }
    )


def _fits(words: str, actor: KeyActor) -> bool:
    names = (actor.name, *actor.aliases, *former_names(actor), actor.role or "")
    return words.casefold() in _STANDS_FOR_ANYBODY or any(
        word_key(name_key(words)) in word_key(name) for name in names
    )


def speaker_found(briefing: Briefing, said: Said) -> str | None:
    """Name the speaker that the program found: the actor, else the words beside the quotation."""
    speaker = said.quote.speaker
    if speaker is None:
        return None
    return names(briefing).get(speaker.actor or "") or one_line(briefing.words(said.article, speaker))


def directed(proof: Proof, source: str, target: str) -> Proof:
    """Say who is against whom in a piece of evidence."""
    evidence = proof.evidence.model_copy(update={"source": source, "target": target})
    return proof.model_copy(update={"evidence": evidence})


def direction(briefing: Briefing, evidence: Iterable[Proof]) -> str | None:
    """Word who is against whom in pieces of evidence, each way once; None where they do not say."""
    known = names(briefing)
    ways = {
        f"{known.get(p.evidence.source, '')} against {known.get(p.evidence.target, '')}": None
        for p in evidence
        if p.evidence.source and p.evidence.target
    }
    return "; ".join(ways) or None


def names(briefing: Briefing) -> dict[str, str]:
    """Return the names of a briefing's actors by their ids."""
    return {actor.id: actor.name for actor in briefing.actors}
