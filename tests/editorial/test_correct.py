"""Corrections on briefings: each does what it says and nothing else, and none is lost in silence."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.editorial.compile import Story, collect, compile_collection, drafts
from generator.editorial.correct import Unapplied, correct
from generator.editorial.corrections import Corrections
from generator.editorial.permalinks import evidence_anchor, quote_anchor
from generator.model import Briefing, KeyActor
from tests.pages.made import ferry, harbour

STORIES = [Story("harbour", (harbour(),)), Story("ferry", (ferry(),))]
FOUND = {briefing.slug: briefing for briefing in compile_collection(STORIES).briefings}
BOARD, UNION, REHN = "velmouth-harbour-board", "dockers-union", "tomas-rehn"


def corrected(
    corrections: dict[str, Any], of: list[Story] | None = None
) -> tuple[dict[str, Briefing], tuple[Unapplied, ...]]:
    briefings, unapplied = correct(drafts(of or STORIES), Corrections.model_validate(corrections))
    return {briefing.slug: briefing for briefing in collect(briefings).briefings}, unapplied


def here(**lists: Any) -> Briefing:
    """The harbour's briefing with corrections of its own, all of which apply."""
    briefings, unapplied = corrected({"briefings": {"harbour": lists}})
    assert unapplied == ()
    assert briefings["ferry"] == FOUND["ferry"], "a correction of one briefing changes no other"
    return briefings["harbour"]


def refused(**lists: Any) -> str:
    """Why the one correction of the harbour's briefing does not apply; nothing is changed then."""
    briefings, (one,) = corrected({"briefings": {"harbour": lists}})
    assert briefings == FOUND
    return one.problem


def actor(briefing: Briefing, actor_id: str) -> KeyActor:
    return next(known for known in briefing.actors if known.id == actor_id)


def found(briefing: Briefing) -> list[tuple[str, str | None]]:
    """Everything that is marked as corrected: what, and what was found."""
    marked = [*briefing.actors, *briefing.quotes, *briefing.disputes]
    marked += [proof for contest in briefing.disputes for proof in contest.evidence]
    return [(c.what, c.found) for thing in (briefing, *marked) for c in thing.changes]


def permalinks(briefing: Briefing) -> set[str]:
    quotes = {quote_anchor(briefing, said) for said in briefing.quotes}
    return quotes | {evidence_anchor(briefing, c, p) for c in briefing.disputes for p in c.evidence}


def test_no_corrections_change_nothing() -> None:
    assert corrected({}) == (FOUND, ())


# Actors


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


# Quotations


def test_another_speaker_is_certain_and_the_words_beside_that_name_the_wrong_one_are_not_shown() -> None:
    briefing = here(quotations=[{"quotation": "walked away", "speaker": "Tomas Rehn"}])
    quote = briefing.quotes[0].quote
    assert quote.speaker is not None
    assert (quote.speaker.actor, quote.cue, quote.confidence) == (REHN, None, 1.0)
    assert (quote.speaker.start, quote.speaker.end) == (quote.spans[0].start, quote.spans[0].end)
    assert found(briefing) == [("speaker", "Ines Castellan")]


def test_a_pronoun_beside_a_quotation_stays_with_another_speaker() -> None:
    briefing = here(quotations=[{"quotation": "“Nobody did.”", "speaker": "Ines Castellan"}])
    speaker = briefing.quotes[2].quote.speaker
    assert speaker is not None
    assert briefing.words(0, speaker) == "he"
    assert briefing.quotes[2].quote.confidence == 1.0


def test_nobody_is_a_speaker_too() -> None:
    briefing = here(quotations=[{"quotation": "Nobody did", "speaker": "Nobody"}])
    assert briefing.quotes[2].quote.speaker is None


@pytest.mark.parametrize("form", ["{}", "#{}", "https://example.org/desk/briefings/harbour/#{}"])
def test_a_quotation_is_found_by_its_permalink_and_dropped(form: str) -> None:
    anchor = quote_anchor(FOUND["harbour"], FOUND["harbour"].quotes[1])
    briefing = here(quotations=[{"quotation": form.format(anchor), "drop": True}])
    assert [said.quote.id for said in briefing.quotes] == ["q1", "q3", "q4"]
    assert [(drop.of, drop.id) for drop in briefing.dropped] == [("quotation", anchor)]


def test_two_quotations_of_the_same_words_are_told_apart_as_on_the_page() -> None:
    article = harbour()
    twice = Story("harbour", (harbour(quotes=(article.quotes[2], article.quotes[1], article.quotes[2])),))
    anchor = quote_anchor(FOUND["harbour"], FOUND["harbour"].quotes[2])
    one = {"quotation": f"{anchor}-2", "speaker": "Ines Castellan"}
    briefings, unapplied = corrected({"briefings": {"harbour": {"quotations": [one]}}}, [twice])
    assert unapplied == ()
    assert [bool(said.changes) for said in briefings["harbour"].quotes] == [False, False, True]


# Disputes and evidence


@pytest.mark.parametrize("wanted", ["blocking the night shift", "night shift", ["Dockers’ Union", BOARD]])
def test_a_dispute_is_found_by_its_issue_or_its_parties_and_dropped(wanted: str | list[str]) -> None:
    briefing = here(disputes=[{"dispute": wanted, "drop": True}])
    assert [contest.issue for contest in briefing.disputes] == [""]
    assert [(drop.of, drop.found) for drop in briefing.dropped] == [("dispute", "blocking the night shift")]


def test_an_issue_is_corrected_and_the_page_of_the_dispute_stays_where_it_is() -> None:
    contest = here(disputes=[{"dispute": "night shift", "issue": "night work"}]).disputes[0]
    assert (contest.issue, contest.id) == ("night work", FOUND["harbour"].disputes[0].id)
    assert [(c.what, c.found) for c in contest.changes] == [("issue", "blocking the night shift")]


def test_a_direction_is_turned_around_for_a_dispute_or_for_one_sentence() -> None:
    turned = here(disputes=[{"dispute": "night shift", "who": "Dockers’ Union"}])
    evidence = turned.disputes[0].evidence[0].evidence
    assert (evidence.source, evidence.target) == (UNION, BOARD)
    assert found(turned) == [("direction", "Velmouth Harbour Board against Dockers’ Union")]
    one = here(evidence=[{"evidence": "accused the Dockers", "against": "Velmouth Harbour Board"}])
    assert one.disputes[0].evidence[0].evidence == evidence


def test_who_speaks_for_a_party_can_be_named_in_evidence_and_the_party_stays() -> None:
    article = harbour()
    first = article.disputes[0]
    spoken = first.evidence[0].model_copy(update={"source": "ines-castellan"})
    story = Story("harbour", (harbour(disputes=(first.model_copy(update={"evidence": (spoken,)}),)),))
    turned = {"evidence": "accused the Dockers", "who": "Dockers’ Union", "against": "Ines Castellan"}
    wanted = {"actors": [{"actor": BOARD, "apart": True}], "evidence": [turned]}
    briefings, unapplied = corrected({"briefings": {"harbour": wanted}}, [story])
    assert unapplied == ()
    (contest,) = briefings["harbour"].disputes
    assert contest.parties == ("velmouth-harbour-board-harbour", UNION)
    evidence = contest.evidence[0].evidence
    assert (evidence.source, evidence.target) == (UNION, "ines-castellan")


def test_who_tells_of_a_dispute_is_corrected_or_taken_back() -> None:
    rejected = "rejected the charge of breach"
    own = here(evidence=[{"evidence": rejected, "according_to": "the article"}])
    assert own.disputes[1].evidence[0].evidence.attributed_to is None
    other = here(evidence=[{"evidence": "accused the Dockers", "according_to": "Tomas Rehn"}])
    assert other.disputes[0].evidence[0].evidence.attributed_to == REHN
    assert found(other) == [("teller", None)]


def test_a_dispute_without_evidence_goes() -> None:
    briefing = here(evidence=[{"evidence": "accused the Dockers", "drop": True}])
    assert [contest.issue for contest in briefing.disputes] == [""]
    assert [drop.of for drop in briefing.dropped] == ["evidence", "dispute"]


# The head


def test_title_and_lead_are_an_editors_choice() -> None:
    briefing = here(title="Night work at the port", lead=["The weather was fair"])
    assert briefing.title == "Night work at the port"
    (lead,) = briefing.lead
    assert "The weather was fair" in briefing.words(lead.article, lead.span)
    assert found(briefing)[:2] == [("title", "Harbour board and union clash over night work"), ("lead", None)]


# Nothing is lost in silence


@pytest.mark.parametrize(
    ("lists", "words"),
    [
        ({"actors": [{"actor": "Tomas Rhen", "drop": True}]}, "The nearest: Tomas Rehn."),
        ({"actors": [{"actor": "Tomas Rehn", "name": "Tomas Rehn"}]}, "has it so already"),
        ({"actors": [{"actor": "Tomas Rehn", "name": "Ines Castellan"}]}, "Write `same_as`"),
        ({"actors": [{"actor": "Tomas Rehn", "same_as": "Lena Ostrell"}]}, "The nearest: Lena Ostrel"),
        ({"new_actors": [{"name": "Tomas Rehn", "kind": "person"}]}, "the program found Tomas Rehn"),
        (
            {"quotations": [{"quotation": "We signed it all", "drop": True}]},
            "“We signed nothing about nights,”",
        ),
        ({"quotations": [{"quotation": "q-00000000", "drop": True}]}, "no quotation has the permalink"),
        ({"quotations": [{"quotation": "Nobody did", "speaker": "Tomas Rehn"}]}, "has it so already"),
        ({"quotations": [{"quotation": "Nobody did", "speaker": "Mara Vey"}]}, "under `new_actors`"),
        ({"evidence": [{"evidence": "the charge of arson", "drop": True}]}, "rejected the charge of breach"),
        (
            {"evidence": [{"evidence": "rejected the charge", "against": "Tomas Rehn"}]},
            "give `who` and `against`",
        ),
        (
            {"evidence": [{"evidence": "accused the Dockers", "who": "Tomas Rehn"}]},
            "there is no actor “Tomas Rehn”",
        ),
        ({"disputes": [{"dispute": "berth fees", "drop": True}]}, "blocking the night shift: Velmouth"),
        ({"disputes": [{"dispute": [BOARD, "Mara Vey"], "drop": True}]}, "no actor “Mara Vey”"),
        ({"title": "Harbour board and union clash over night work"}, "has it so already"),
        ({"lead": ["The weather was foul"]}, "no sentence here holds"),
    ],
)
def test_what_fits_nothing_or_changes_nothing_is_named(lists: dict[str, Any], words: str) -> None:
    assert words in refused(**lists)


def test_what_fits_more_than_one_thing_is_named_with_what_tells_them_apart() -> None:
    problem = refused(lead=["the"])
    assert "sentences hold “the”" in problem
    assert "Give more of its words" in problem


def test_two_actors_of_one_name_are_told_apart_by_their_ids() -> None:
    twice = (*harbour().actors, harbour().actors[3].model_copy(update={"id": "another", "salience": 0.1}))
    story = Story("harbour", (harbour(actors=twice),))
    wanted = {"quotations": [{"quotation": "walked away", "speaker": "Tomas Rehn"}]}
    _, (one,) = corrected({"briefings": {"harbour": wanted}}, [story])
    assert "Tomas Rehn (tomas-rehn); Tomas Rehn (tomas-rehn-2)" in one.problem
    assert "new_actors" not in one.problem
    wanted["quotations"][0]["speaker"] = "tomas-rehn-2"
    briefings, unapplied = corrected({"briefings": {"harbour": wanted}}, [story])
    assert unapplied == ()
    assert briefings["harbour"].quotes[0].changes


def test_a_briefing_that_is_not_there_is_named() -> None:
    briefings, (one,) = corrected({"briefings": {"harbor": {"title": "x"}}})
    assert briefings == FOUND
    assert one.place == ("briefings", "harbor")
    assert "The nearest: harbour" in one.problem


def test_a_second_correction_of_one_thing_is_named() -> None:
    one = {"quotation": "Nobody did", "drop": True}
    briefings, (second,) = corrected({"briefings": {"harbour": {"quotations": [one, one]}}})
    assert second.place == ("briefings", "harbour", "quotations", 1)
    assert len(briefings["harbour"].quotes) == 3


def test_apart_belongs_to_one_briefing() -> None:
    _, (one,) = corrected({"everywhere": {"actors": [{"actor": BOARD, "apart": True}]}})
    assert "below `briefings`" in one.problem


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
