"""The sides of a dispute: only words that are certainly a party's own stand on its side."""

from __future__ import annotations

from generator.editorial.compile import Story, compile_collection
from generator.model import Analysis, Backing, Briefing, Contest, Support
from generator.pages.sides import backers, camps, facing, headline, relation, statements, teller, told
from tests.pages.made import ferry, harbour


def compiled(article: Analysis) -> Briefing:
    return compile_collection([Story("it", (article,))]).briefings[0]


def quoted(briefing: Briefing, contest: Contest, party: str) -> list[str]:
    return [
        briefing.words(said.article, said.quote.spans[0])
        for said in (briefing.quotes[number] for number in statements(briefing, contest, party))
    ]


def test_a_side_says_what_it_says_of_the_other() -> None:
    briefing = compiled(ferry())
    contest = briefing.disputes[0].model_copy(update={"parties": ("lena-ostrel", "velmouth-harbour-board")})
    assert quoted(briefing, contest, "lena-ostrel") == ["“We pay for berths that do not exist,”"]
    assert quoted(briefing, contest, "velmouth-harbour-board") == []


def test_words_in_the_sentence_of_the_evidence_come_before_words_about_the_other() -> None:
    article = harbour()
    first, second = article.quotes[:2]
    evidence = (
        article.disputes[1]
        .evidence[0]
        .model_copy(update={"start": second.spans[0].start - 5, "end": second.spans[0].end})
    )
    speaker = second.speaker
    changed = harbour(
        quotes=(first.model_copy(update={"speaker": speaker, "about": ("velmouth-harbour-board",)}), second),
        disputes=(article.disputes[1].model_copy(update={"evidence": (evidence,)}),),
    )
    briefing = compiled(changed)
    assert quoted(briefing, briefing.disputes[0], "tomas-rehn") == [
        "“We signed nothing about nights,”",
        "“The union has walked away,”",
    ]


def test_words_nearer_to_another_dispute_of_the_two_stand_there_alone() -> None:
    briefing = compiled(harbour())
    mould, said = briefing.disputes[1], briefing.quotes[0]
    about = {"speaker": briefing.quotes[1].quote.speaker, "about": ("velmouth-harbour-board",)}
    quotes = tuple(
        said.model_copy(update={"quote": other.quote.model_copy(update=about)})
        for other in briefing.quotes[:2]
    )

    def behind(number: int) -> Contest:
        end = quotes[number].quote.spans[0].end
        proof = mould.evidence[0]
        evidence = proof.evidence.model_copy(update={"start": end, "end": end + 1})
        return mould.model_copy(update={"evidence": (proof.model_copy(update={"evidence": evidence}),)})

    both = briefing.model_copy(update={"quotes": quotes, "disputes": (behind(0), behind(1))})
    assert [statements(both, contest, "tomas-rehn") for contest in both.disputes] == [(0,), (1,)]
    alone = both.model_copy(update={"disputes": (behind(0),)})
    assert statements(alone, alone.disputes[0], "tomas-rehn") == (0, 1)


def test_words_of_a_speaker_who_is_less_certain_stand_on_no_side() -> None:
    article = ferry()
    briefing = compiled(
        article.model_copy(update={"quotes": (article.quotes[0].model_copy(update={"confidence": 0.6}),)})
    )
    contest = briefing.disputes[0].model_copy(update={"parties": ("lena-ostrel", "velmouth-harbour-board")})
    assert statements(briefing, contest, "lena-ostrel") == ()


def test_who_stands_with_a_party_stands_on_its_side_once() -> None:
    briefing = compiled(harbour())
    dispute = briefing.disputes[1].model_copy(update={"parties": briefing.disputes[1].parties[:2]})
    tomas, board = dispute.parties

    def backing(start: int, source: str) -> Backing:
        return Backing(
            article=0,
            support=Support(start=start, end=start + 5, source=source, target=board, predicate="back"),
        )

    first, again = backing(0, "ines-castellan"), backing(9, "ines-castellan")
    others = (backing(20, tomas), backing(30, "nobody-listed"))
    told_of = briefing.model_copy(update={"support": (first, again, *others)})
    assert backers(told_of, dispute, board) == (first,), "neither the opponent nor one without a page"
    assert backers(told_of, dispute, tomas) == ()


def test_a_dispute_without_an_issue_is_headed_by_its_parties() -> None:
    first, second = compiled(harbour()).disputes
    assert headline(first, ["A", "B"]) == "blocking the night shift"
    assert headline(first.model_copy(update={"issue": ""}), ["A", "B"]) == "A against B"
    assert headline(second, ["A", "B", "C"]) == "A, B and C"


def test_who_is_against_the_other_comes_first() -> None:
    contest = compiled(ferry()).disputes[0]
    turned = contest.model_copy(update={"parties": contest.parties[::-1]})
    assert facing(turned) == ("ostrel-ferries", "velmouth-harbour-board")
    assert relation(turned) == "against"
    assert told(turned, "ostrel-ferries") == 0
    assert told(turned, "velmouth-harbour-board") is None


def test_a_sentence_of_both_sides_stands_on_one_only_if_that_has_no_other() -> None:
    contest = compiled(ferry()).disputes[0]
    one, other = contest.parties
    shared = contest.evidence[0]
    back, own = (
        shared.model_copy(update={"evidence": shared.evidence.model_copy(update=changed)})
        for changed in (
            {"source": shared.evidence.target, "target": shared.evidence.source},
            {"start": shared.evidence.end, "end": shared.evidence.end + 5},
        )
    )
    assert shared.evidence.source == one
    mutual = contest.model_copy(update={"evidence": (shared, back, own)})
    assert (told(mutual, one), told(mutual, other)) == (2, 1)
    nothing_else = contest.model_copy(update={"evidence": (shared, back)})
    assert (told(nothing_else, one), told(nothing_else, other)) == (0, 1)


def test_parties_on_one_side_stand_together() -> None:
    second = compiled(harbour()).disputes[1]
    tomas, board, ines = second.parties
    assert camps(second) == ((tomas,), (board,), (ines,)), "nothing tells which side Ines Castellan is on"
    proof = second.evidence[0]
    joined = proof.model_copy(update={"evidence": proof.evidence.model_copy(update={"target": ines})})
    assert camps(second.model_copy(update={"evidence": (proof, joined)})) == ((tomas,), (board, ines))
    ring = proof.model_copy(
        update={"evidence": proof.evidence.model_copy(update={"source": board, "target": ines})}
    )
    contest = second.model_copy(update={"evidence": (proof, joined, ring)})
    assert len(camps(contest)) == 3, "each is against each"


def test_one_who_tells_all_of_it_is_named_unless_it_is_a_party() -> None:
    first, second = compiled(harbour()).disputes
    assert teller(first) is None
    assert teller(second) is None, "Ines Castellan is a party"
    assert teller(second.model_copy(update={"parties": second.parties[:2]})) == "ines-castellan"
