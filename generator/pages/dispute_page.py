"""What the page of a dispute shows: both sides with what each says, and how it went on from briefing to briefing."""

from __future__ import annotations

from typing import Any

from generator.model import Contest
from generator.pages.bundles import Bundle, bundles, sentences
from generator.pages.corrected import corrected
from generator.pages.indexes import DisputeDossier
from generator.pages.links import Anchors
from generator.pages.markdown import Safe
from generator.pages.shelf import Shelf, counted
from generator.pages.sides import camps, headline, relation, statements, told
from generator.pages.timeline import Event, timeline
from generator.pages.wording import Wording

SAID_BY_ONE = 4
"""Quotations of one side that are seen at once."""
EVIDENCE = "Evidence"


def matter(shelf: Shelf, dossier: DisputeDossier) -> dict[str, Any]:
    """Return the front matter of a dispute's page."""
    contest, names = dossier.contest, shelf.names(dossier.contest)
    return {
        "title": headline(contest, names),
        "description": f"{' and '.join(names)}: {counted(dossier.evidence, 'sentence')} of evidence in "
        f"{counted(len(dossier.appearances), 'briefing')}.",
        "kind": "dispute",
        "actors": names,
        "issues": [contest.issue] if contest.issue else [],
        "date": Safe(next((b.date for b, _ in dossier.appearances if b.date), "")),
        "sample": any(briefing.sample for briefing, _ in dossier.appearances),
    }


def values(shelf: Shelf, path: str, dossier: DisputeDossier) -> dict[str, Any]:
    """Return what the template of a dispute's page is filled with."""
    contest = dossier.contest
    wording = Wording.together([shelf.wording(briefing) for briefing, _ in dossier.appearances])
    title = headline(contest, shelf.names(contest))
    return {
        "title": title,
        "mark": wording.mark(title) if contest.issue else Safe(""),
        "issue": contest.issue,
        "kinds": ", ".join(dict.fromkeys(known.kind for _, known in dossier.appearances)),
        "camps": [[_side(shelf, path, dossier, party) for party in camp] for camp in camps(_whole(dossier))],
        "relation": relation(_whole(dossier)),
        "corrected": corrected(contest.changes, wording),
        "sample": any(briefing.sample for briefing, _ in dossier.appearances),
        "evidence_in_all": dossier.evidence,
        "timeline": _timeline(dossier),
        "course": _course(shelf, path, dossier),
        "others": [shelf.row(path, other) for other in _others(shelf, contest)[: shelf.size]],
    }


def _whole(dossier: DisputeDossier) -> Contest:
    """The dispute with the evidence of all briefings."""
    evidence = tuple(proof for _, contest in dossier.appearances for proof in contest.evidence)
    return dossier.contest.model_copy(update={"evidence": evidence})


def _side(shelf: Shelf, path: str, dossier: DisputeDossier, party: str) -> dict[str, Any]:
    said = [
        shelf.quote(path, briefing, briefing.quotes[number])
        for briefing, contest in dossier.appearances
        for number in statements(briefing, contest, party)
    ]
    acts = [
        shelf.evidence(path, briefing, contest, number)
        for briefing, contest in dossier.appearances
        if (number := told(contest, party)) is not None
    ]
    cut = SAID_BY_ONE if len(said) > SAID_BY_ONE + 2 else len(said)
    return {
        "name": shelf.name(path, party),
        "role": shelf.role(shelf.actors[party]),
        "said": said[:cut],
        "told": acts[0] if acts else None,
        "spoken_for": bool(acts and acts[0]["source"] != party),
        "rest": said[cut : shelf.size],
    }


def _timeline(dossier: DisputeDossier) -> Safe | None:
    events = [
        Event(briefing.date, EVIDENCE, sentences(contest), f"#in-{briefing.slug}")
        for briefing, contest in dossier.appearances
        if briefing.date
    ]
    return timeline(events, (EVIDENCE,), lambda count, _: f"{counted(count, 'sentence')} of evidence")


def _course(shelf: Shelf, path: str, dossier: DisputeDossier) -> list[dict[str, Any]]:
    """Tell the dispute from its beginning: briefing by briefing, the oldest first, as much as a page holds."""
    stages: list[dict[str, Any]] = []
    room, anchors = shelf.size, Anchors()
    for briefing, contest in dossier.appearances:
        shown: list[Bundle] = []
        for bundle in bundles(briefing, contest):
            if room > 0:
                shown.append(bundle)
                room -= len(bundle.sentences)
        if shown:
            evidence = [shelf.bundle(path, briefing, contest, bundle) for bundle in shown]
            for proof in evidence:
                proof["anchors"] = [anchors(wanted) for wanted in proof["anchors"]]
            anchor = f"in-{briefing.slug}"
            held = sum(len(bundle.sentences) for bundle in shown)
            stages.append(
                {**shelf.source(path, briefing), "anchor": anchor, "evidence": evidence, "sentences": held}
            )
    return stages[::-1]


def _others(shelf: Shelf, contest: Contest) -> list[DisputeDossier]:
    """Find the other disputes between two of the same parties, the newest first."""
    parties = set(contest.parties)
    near = dict.fromkeys(i for party in contest.parties for i in shelf.actors[party].disputes)
    return [
        shelf.disputes[i]
        for i in near
        if i != contest.id and len(parties & set(shelf.disputes[i].contest.parties)) > 1
    ]
