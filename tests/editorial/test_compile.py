from __future__ import annotations

from generator.editorial.compile import MOST_SILENT_ACTORS, Story, compile_collection
from generator.model import Actor, Analysis, Block, Mention, Quote, Span, Speaker

TEXT = "Ines Castellan spoke. “Fees are overdue,” she said. Owners of ships objected to it all."


def actor(name: str, salience: float = 0.5, role: str | None = None) -> Actor:
    mention = Mention(start=0, end=max(1, len(name)), form="name")
    kind = "person" if " " in name else "organization"
    return Actor(
        id=name.lower(), name=name, kind=kind, role=role, salience=salience, mentions=(mention, mention)
    )


def quote(speaker: str | None, start: int = 22, about: tuple[str, ...] = ()) -> Quote:
    span = Speaker(start=43, end=46, actor=speaker)
    return Quote(id="q-1", spans=(Span(start=start, end=42),), kind="direct", speaker=span, about=about)


def analysis(
    *actors: Actor, quotes: tuple[Quote, ...] = (), date: str | None = None, title: str = "T"
) -> Analysis:
    return Analysis(
        source="a.txt",
        text=TEXT,
        title=title,
        date=date,
        blocks=(Block(start=0, end=len(TEXT), kind="paragraph"),),
        actors=actors,
        quotes=quotes,
        summary=(Span(start=0, end=21),),
    )


def test_the_newest_briefing_comes_first_and_those_without_a_date_last() -> None:
    stories = [
        Story("b", (analysis(date="2026-01-01"),)),
        Story("c", (analysis(),)),
        Story("a", (analysis(date="2026-03-01"),)),
        Story("d", (analysis(date="2026-03-01"),)),
    ]
    assert [b.slug for b in compile_collection(stories).briefings] == ["a", "d", "b", "c"]


def test_the_order_in_which_stories_come_does_not_matter() -> None:
    stories = [
        Story("a", (analysis(actor("Holm"), date="2026-01-01"),)),
        Story("b", (analysis(actor("Holm")),)),
    ]
    assert compile_collection(stories) == compile_collection(stories[::-1])


def test_an_actor_of_two_articles_is_one_with_all_its_mentions_and_its_first_role() -> None:
    story = Story(
        "a", (analysis(actor("Ines Castellan")), analysis(actor("Ines Castellan", 0.7, role="director")))
    )
    (found,) = compile_collection([story]).briefings[0].actors
    assert (found.id, found.named, found.salience, found.role) == ("ines-castellan", 4, 0.7, "director")


def test_speakers_and_those_spoken_of_carry_the_ids_of_the_site() -> None:
    story = Story("a", (analysis(actor("Holm"), actor("Vey"), quotes=(quote("holm", about=("vey",)),)),))
    (said,) = compile_collection([story]).briefings[0].quotes
    assert said.quote.speaker is not None
    assert (said.quote.speaker.actor, said.quote.about) == ("holm", ("vey",))


def test_the_same_words_of_the_same_speaker_in_a_second_article_are_listed_once() -> None:
    one = analysis(actor("Holm"), quotes=(quote("holm"),))
    briefing = compile_collection([Story("a", (one, one))]).briefings[0]
    assert [said.article for said in briefing.quotes] == [0]


def test_the_same_words_of_nobody_known_are_no_words_of_somebody() -> None:
    one, other = (
        analysis(actor("Holm"), quotes=(quote("holm"),)),
        analysis(actor("Holm"), quotes=(quote(None),)),
    )
    assert len(compile_collection([Story("a", (one, other))]).briefings[0].quotes) == 2


def test_silent_actors_are_listed_up_to_a_number_and_speakers_always() -> None:
    many = [actor(f"Body{n:02}", salience=1 - n / 100) for n in range(30)]
    story = Story("a", (analysis(*many, quotes=(quote("body29"),)),))
    listed = [a.name for a in compile_collection([story]).briefings[0].actors]
    assert listed == [f"Body{n:02}" for n in range(MOST_SILENT_ACTORS)] + ["Body29"]


def test_a_mere_place_is_neither_an_actor_nor_what_a_quote_speaks_of() -> None:
    port, board = actor("Velmouth", 0.1).model_copy(update={"kind": "place"}), actor("Board", 0.1)
    said = quote(board.id, about=(port.id, board.id))
    (briefing,) = compile_collection([Story("a", (analysis(board, port, quotes=(said,)),))]).briefings
    assert [a.name for a in briefing.actors] == ["Board"]
    assert briefing.quotes[0].quote.about == ("board",)
    busy = port.model_copy(update={"salience": 0.6})
    (briefing,) = compile_collection([Story("a", (analysis(board, busy),))]).briefings
    assert [a.name for a in briefing.actors] == ["Velmouth", "Board"]


def test_beliefs_plans_and_rumours_in_the_words_of_the_article_are_not_shown_as_said() -> None:
    words = quote("Board").model_copy(update={"kind": "indirect"})
    acts = ("statement", "belief", "plan", "denial", "refusal")
    quotes = tuple(words.model_copy(update={"act": act, "id": f"q-{act}"}) for act in acts)
    direct = quote("Board").model_copy(update={"act": "belief"})
    rumour = words.model_copy(update={"speaker": None})
    board = actor("Board").model_copy(update={"id": "Board"})
    (briefing,) = compile_collection(
        [Story("a", (analysis(board, quotes=(*quotes, rumour, direct)),))]
    ).briefings
    shown = [(said.quote.kind, said.quote.act) for said in briefing.quotes]
    assert shown == [
        ("indirect", "statement"),
        ("indirect", "denial"),
        ("indirect", "refusal"),
        ("direct", "belief"),
    ]
