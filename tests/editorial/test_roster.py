"""Corrections of actors: in one briefing or in all, and every briefing stays whole."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.editorial.desk import (
    BOARD,
    FOUND,
    REHN,
    UNION,
    actor,
    corrected,
    found,
    here,
    permalinks,
)


def test_a_new_name_holds_in_all_briefings_and_the_page_stays_where_it_is() -> None:
    briefings, unapplied = corrected(
        {"everywhere": {"actors": [{"actor": "Velmouth Harbour Board", "name": "Port of Velmouth"}]}}
    )
    assert unapplied == ()
    for briefing in briefings.values():
        assert actor(briefing, BOARD).name == "Port of Velmouth"
        assert found(briefing) == [("name", "Velmouth Harbour Board")]
        assert permalinks(briefing) == permalinks(FOUND[briefing.slug])


def test_kind_and_role_are_corrected_and_a_role_can_be_none() -> None:
    briefing = here(
        actors=[
            {"actor": "tomas-rehn", "kind": "group", "role": "general secretary"},
            {"actor": "Ines Castellan", "role": "none"},
        ]
    )
    rehn, castellan = actor(briefing, REHN), actor(briefing, "ines-castellan")
    assert (rehn.kind, rehn.role, castellan.role) == ("group", "general secretary", None)
    assert [c.found for c in rehn.changes] == ["person", "the union’s secretary"]
    assert [c.found for c in castellan.changes] == ["the board’s director"]


def test_a_name_given_by_a_correction_can_be_used_in_the_ones_below() -> None:
    briefing = here(
        actors=[{"actor": "Tomas Rehn", "name": "Thomas Rehn"}],
        quotations=[{"quotation": "the port would reopen", "speaker": "Thomas Rehn"}],
    )
    assert briefing.quotes[3].quote.speaker is not None
    assert briefing.quotes[3].quote.speaker.actor == REHN


def test_two_actors_become_one_with_all_that_is_said_and_disputed() -> None:
    briefing = here(
        actors=[
            {"actor": "Tomas Rehn", "same_as": "Dockers’ Union"},
            {"actor": "Ines Castellan", "same_as": "Velmouth Harbour Board"},
        ]
    )
    union = actor(briefing, UNION)
    assert "Tomas Rehn" in union.aliases
    assert union.named == 2
    assert ("merged", "Tomas Rehn") in found(briefing)
    assert all(known.id != REHN for known in briefing.actors)
    speakers = [said.quote.speaker.actor for said in briefing.quotes if said.quote.speaker]
    assert speakers == [BOARD, UNION, UNION, None]
    assert [set(contest.parties) for contest in briefing.disputes] == [{BOARD, UNION}]
    assert permalinks(briefing) == permalinks(FOUND["harbour"]), (
        "the evidence of both has stayed where it was"
    )


def test_two_actors_of_different_briefings_become_one_with_one_page() -> None:
    briefings, unapplied = corrected(
        {"everywhere": {"actors": [{"actor": "Lena Ostrel", "same_as": "Ines Castellan"}]}}
    )
    assert unapplied == ()
    known = actor(briefings["ferry"], "ines-castellan")
    assert (known.name, known.role, known.aliases) == (
        "Ines Castellan",
        "who runs the line",
        ("Lena Ostrel",),
    )
    assert briefings["harbour"] == FOUND["harbour"]


def test_a_dispute_of_an_actor_with_itself_is_none_and_nobody_took_it_off() -> None:
    briefing = here(actors=[{"actor": "Dockers’ Union", "same_as": "Velmouth Harbour Board"}])
    assert [contest.issue for contest in briefing.disputes] == [""]
    assert briefing.dropped == ()


def test_an_actor_of_the_same_name_elsewhere_gets_a_page_of_its_own() -> None:
    briefing = here(actors=[{"actor": BOARD, "apart": True}])
    own = actor(briefing, "velmouth-harbour-board-harbour")
    assert own.name == "Velmouth Harbour Board"
    assert own.id in briefing.disputes[0].parties
    assert permalinks(briefing) == permalinks(FOUND["harbour"])


def test_what_is_no_actor_goes_with_its_disputes_and_its_words_are_nobodys() -> None:
    briefing = here(actors=[{"actor": "Tomas Rehn", "drop": True}])
    assert all(known.id != REHN for known in briefing.actors)
    assert [said.quote.speaker and said.quote.speaker.actor for said in briefing.quotes][1:3] == [None, None]
    assert [contest.issue for contest in briefing.disputes] == ["blocking the night shift"]
    assert [(drop.of, drop.found) for drop in briefing.dropped] == [("dispute", ""), ("actor", "Tomas Rehn")]


def test_evidence_told_by_an_actor_that_is_none_goes_since_its_teller_is_unknown() -> None:
    briefing = here(actors=[{"actor": "Ines Castellan", "drop": True}])
    assert [contest.issue for contest in briefing.disputes] == ["blocking the night shift"]


def test_an_actor_that_was_missed_can_be_added_and_speak() -> None:
    briefing = here(
        new_actors=[{"name": "Mara Vey", "kind": "person", "role": "port spokeswoman"}],
        quotations=[{"quotation": "the port would reopen", "speaker": "Mara Vey"}],
    )
    assert briefing.actors[-1].name == "Mara Vey"
    assert ("added", None) in found(briefing)
    assert ("speaker", "Officials") in found(briefing)


def test_an_added_actor_is_the_one_of_that_name_elsewhere() -> None:
    briefing = here(new_actors=[{"name": "Lena Ostrel", "kind": "person"}])
    assert briefing.actors[-1].id == "lena-ostrel"


NAMES = st.sampled_from([BOARD, UNION, REHN, "ines-castellan", "Lena Ostrel", "Nobody Known"])
CHANGES = st.sampled_from(
    [
        {"name": "Another Name"},
        {"kind": "group"},
        {"role": "none"},
        {"drop": True},
        {"apart": True},
        *({"same_as": name} for name in (BOARD, UNION, REHN)),
    ]
)
ACTORS = st.lists(st.builds(lambda name, change: {"actor": name, **change}, NAMES, CHANGES), max_size=4)


@settings(max_examples=150, deadline=None)
@given(ACTORS, ACTORS)
def test_whatever_is_corrected_the_briefings_stay_whole(everywhere: list[Any], local: list[Any]) -> None:
    """Every id that is referred to is an actor of the briefing, every dispute has two parties, no id is there twice."""
    wanted = {"everywhere": {"actors": everywhere}, "briefings": {"harbour": {"actors": local}}}
    briefings, unapplied = corrected(wanted)
    assert len(unapplied) <= len(everywhere) + len(local)
    for briefing in briefings.values():
        ids = [known.id for known in briefing.actors]
        assert len(ids) == len(set(ids))
        assert permalinks(briefing) <= permalinks(FOUND[briefing.slug])
        for said in briefing.quotes:
            speaker = said.quote.speaker
            assert speaker is None or speaker.actor is None or speaker.actor in ids
            assert set(said.quote.about) <= set(ids)
        assert len({contest.id for contest in briefing.disputes}) == len(briefing.disputes)
        for contest in briefing.disputes:
            assert len(contest.parties) > 1
            assert contest.evidence
            named = {e for p in contest.evidence for e in (p.evidence.source, p.evidence.target)} - {None}
            assert named <= set(ids)
            assert set(contest.parties) <= set(ids)
