"""Evidence is read as a reader takes it in: a sentence once, and a quotation in one piece."""

from __future__ import annotations

from generator.editorial.compile import Story, compile_collection
from generator.model import Analysis, Briefing, Contest, Evidence, Proof
from generator.pages.bundles import against, bundles, sentences
from generator.pages.sides import facing, relation, standing, told
from tests.pages.made import FERRY, ferry, span

ONE, OTHER, VOICE = "ostrel-ferries", "velmouth-harbour-board", "lena-ostrel"
SUED, PAY = "Ostrel Ferries sued the Velmouth Harbour Board over berth fees on Friday.", "“We pay for berths"


def proof(words: str, source: str | None, target: str | None, teller: str | None = None) -> Proof:
    place = span(FERRY, words)
    return Proof(
        article=0,
        evidence=Evidence(
            start=place.start,
            end=place.end,
            source=source,
            target=target,
            predicate="say",
            attributed_to=teller,
        ),
    )


def shown(*proofs: Proof, article: Analysis | None = None) -> tuple[Briefing, Contest]:
    briefing = compile_collection([Story("it", (article or ferry(),))]).briefings[0]
    return briefing, briefing.disputes[0].model_copy(update={"evidence": proofs})


def test_a_sentence_that_shows_two_pairs_is_read_and_counted_once() -> None:
    briefing, contest = shown(proof(SUED, ONE, OTHER), proof(SUED, VOICE, OTHER))
    assert [bundle.numbers for bundle in bundles(briefing, contest)] == [(0, 1)]
    assert sentences(contest) == 1
    assert against(contest, (0, 1)) == [(ONE, [OTHER]), (VOICE, [OTHER])]
    assert against(contest, (0, 1), first=1)[0] == (VOICE, [OTHER]), "that of the sheet comes first"


def test_sentences_of_one_quotation_are_read_as_one_and_others_are_not() -> None:
    briefing, contest = shown(proof("“We pay for", VOICE, OTHER), proof("berths that", VOICE, OTHER))
    assert [bundle.numbers for bundle in bundles(briefing, contest)] == [(0, 1)]
    assert sentences(contest) == 2
    apart = shown(proof("“We pay", VOICE, OTHER), proof("berths that", VOICE, OTHER))
    assert [bundle.numbers for bundle in bundles(*apart)] == [(0,), (1,)], "words between are left out"
    unquoted = shown(proof("Ostrel Ferries sued", ONE, OTHER), proof("the Velmouth", ONE, OTHER))
    assert [bundle.numbers for bundle in bundles(*unquoted)] == [(0,), (1,)]


def test_what_another_tells_stays_by_itself() -> None:
    briefing, contest = shown(proof(SUED, ONE, OTHER), proof(SUED, ONE, OTHER, teller=VOICE))
    assert len(bundles(briefing, contest)) == 2


def test_who_speaks_for_a_party_stands_on_its_side() -> None:
    _, contest = shown(proof(SUED, ONE, OTHER), proof(PAY, VOICE, OTHER))
    assert standing(contest) == {ONE: ONE, OTHER: OTHER, VOICE: ONE}
    assert relation(contest) == "against", "one way, by whomever it is said"
    assert told(contest, ONE) == 0


def test_a_side_is_told_by_who_speaks_for_it_where_nothing_else_is() -> None:
    _, contest = shown(proof(PAY, VOICE, OTHER))
    assert (facing(contest), relation(contest), told(contest, ONE)) == ((ONE, OTHER), "against", 0)
    assert told(contest, OTHER) is None


def test_two_against_each_other_are_so_only_if_both_are() -> None:
    _, contest = shown(proof(SUED, ONE, OTHER), proof(PAY, OTHER, VOICE))
    assert relation(contest) == "each against the other"


def test_who_is_on_both_sides_stands_on_none() -> None:
    _, contest = shown(proof(SUED, VOICE, OTHER), proof(PAY, VOICE, ONE))
    assert VOICE not in standing(contest)


def test_of_three_parties_who_speaks_for_the_one_that_stands_alone_is_with_it() -> None:
    _, contest = shown(proof(SUED, ONE, OTHER), proof(PAY, "dockers", OTHER), proof("Lena", VOICE, ONE))
    three = contest.model_copy(update={"parties": (ONE, "dockers", OTHER)})
    assert standing(three)[VOICE] == OTHER
    assert told(three, OTHER) == 2
