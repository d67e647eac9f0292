"""Corrections of what was said and disputed: each does what it says and nothing else."""

from __future__ import annotations

import pytest

from generator.editorial.compile import Story, compile_collection
from generator.editorial.permalinks import quote_anchor
from generator.model import Analysis
from tests.editorial.desk import (
    BOARD,
    FOUND,
    REHN,
    STORIES,
    UNION,
    corrected,
    found,
    here,
    permalinks,
    refused,
)
from tests.pages.made import ferry, harbour


def test_no_corrections_change_nothing() -> None:
    assert corrected({}) == (FOUND, ())


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


def berths() -> Analysis:
    """A later article on the quarrel over berth fees, which words the issue anew."""
    article = ferry()
    first = article.disputes[0].model_copy(update={"issue": "empty places at the mole"})
    return article.model_copy(update={"date": "2026-05-01", "disputes": (first,)})


def test_a_dispute_that_is_worded_anew_in_another_briefing_gets_the_page_of_the_first() -> None:
    of = [*STORIES, Story("later", (berths(),))]
    same = {"dispute": "empty places", "same_as": "berth fees"}
    briefings, unapplied = corrected({"briefings": {"later": {"disputes": [same]}}}, of)
    assert unapplied == ()
    (first,), (second,) = briefings["ferry"].disputes, briefings["later"].disputes
    assert (second.id, second.issue) == (first.id, "empty places at the mole")
    assert [(c.what, c.found) for c in second.changes] == [("merged", "empty places at the mole")]


def test_two_disputes_of_one_briefing_become_one_with_the_evidence_of_both() -> None:
    of = [Story("harbour", (harbour(),)), Story("ferry", (ferry(), berths()))]
    found_apart = {b.slug: b for b in compile_collection(of).briefings}["ferry"]
    assert len(found_apart.disputes) == 2
    same = {"dispute": "empty places", "same_as": "berth fees"}
    briefings, unapplied = corrected({"briefings": {"ferry": {"disputes": [same]}}}, of)
    assert unapplied == ()
    (contest,) = briefings["ferry"].disputes
    assert (contest.issue, len(contest.evidence)) == ("berth fees", 2)
    assert permalinks(briefings["ferry"]) == permalinks(found_apart)


def test_disputes_of_other_parties_are_never_the_same() -> None:
    assert "no dispute" in refused(disputes=[{"dispute": "night shift", "same_as": "berth fees"}])


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
