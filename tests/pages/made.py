"""Briefings made by hand: articles of a few sentences, and what an analysis would find in them."""

from __future__ import annotations

from generator.editorial.compile import Story, compile_collection
from generator.model import (
    Actor,
    Analysis,
    Block,
    Collection,
    Dispute,
    Evidence,
    Mention,
    Quote,
    Span,
    Speaker,
)

HARBOUR = """Harbour board and union clash over night work

The Velmouth Harbour Board accused the Dockers’ Union on Tuesday of blocking the night shift,
which costs $3 million a month.

“The union has walked away,” said Ines Castellan, the board’s director, “from its own signature.”

Tomas Rehn, the union’s secretary, rejected the charge of breach.
“We signed nothing about nights,” he said. “Nobody did.”

Ships waited off the mole. The weather was fair. Officials said the port would reopen on Oct. 14.
"""
FERRY = """Ferry line sues Velmouth Harbour Board

Ostrel Ferries sued the Velmouth Harbour Board over berth fees on Friday.

“We pay for berths that do not exist,” said Lena Ostrel, who runs the line.
"""


def span(text: str, words: str, nth: int = 0) -> Span:
    """Where the words stand in the text."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return Span(start=start, end=start + len(words))


def actor(
    text: str, name: str, kind: str = "organization", salience: float = 0.5, role: str | None = None
) -> Actor:
    place = span(text, name)
    return Actor(
        id=name.lower().replace(" ", "-"),
        name=name,
        kind=kind,
        role=role,
        salience=salience,
        mentions=(Mention(start=place.start, end=place.end),),
    )


def speaker(text: str, words: str, who: str | None, nth: int = 0) -> Speaker:
    place = span(text, words, nth)
    return Speaker(start=place.start, end=place.end, actor=who)


def blocks(text: str) -> tuple[Block, ...]:
    found, at = [], 0
    for number, paragraph in enumerate(text.strip("\n").split("\n\n")):
        start = text.index(paragraph, at)
        at = start + len(paragraph)
        found.append(Block(start=start, end=at, kind="paragraph" if number else "headline"))
    return tuple(found)


def sentences(text: str) -> tuple[Span, ...]:
    """The paragraphs: good enough where the blocks hold one or two sentences."""
    return tuple(Span(start=block.start, end=block.end) for block in blocks(text))


def harbour(**changes: object) -> Analysis:
    text = HARBOUR
    board, union = "velmouth-harbour-board", "dockers’-union"
    first = span(text, "The Velmouth Harbour Board accused")
    values: dict[str, object] = {
        "source": "harbour.txt",
        "text": text,
        "title": "Harbour board and union clash over night work",
        "date": "2026-03-03",
        "publisher": "Quay Gazette",
        "url": "https://quay.example/night?a=1&b=(2)",
        "topics": ("ports", "labour"),
        "sample": True,
        "blocks": blocks(text),
        "sentences": sentences(text),
        "actors": (
            actor(text, "Velmouth Harbour Board", salience=0.9),
            actor(text, "Dockers’ Union", salience=0.8),
            actor(text, "Ines Castellan", "person", 0.6, "the board’s director"),
            actor(text, "Tomas Rehn", "person", 0.4, "the union’s secretary"),
        ),
        "quotes": (
            Quote(
                id="q1",
                spans=(span(text, "“The union has walked away,”"), span(text, "“from its own signature.”")),
                kind="direct",
                speaker=speaker(text, "Ines Castellan", "ines-castellan"),
                cue=span(text, "said"),
                about=(union,),
            ),
            Quote(
                id="q2",
                spans=(span(text, "“We signed nothing about nights,”"),),
                kind="direct",
                speaker=Speaker(
                    start=text.index("he said"), end=text.index("he said") + 2, actor="tomas-rehn"
                ),
                cue=span(text, "said", 1),
            ),
            Quote(
                id="q3",
                spans=(span(text, "“Nobody did.”"),),
                kind="direct",
                confidence=0.6,
                speaker=Speaker(
                    start=text.index("he said"), end=text.index("he said") + 2, actor="tomas-rehn"
                ),
            ),
            Quote(
                id="q4",
                spans=(span(text, "the port would reopen on Oct. 14"),),
                kind="indirect",
                speaker=speaker(text, "Officials", None),
                cue=span(text, "said", 2),
            ),
        ),
        "disputes": (
            Dispute(
                id="d1",
                parties=(board, union),
                issue="blocking the night shift",
                kind="accusation",
                evidence=(
                    Evidence(
                        start=first.start,
                        end=text.index("\n\n", first.start),
                        source=board,
                        target=union,
                        predicate="accuse",
                    ),
                ),
            ),
            Dispute(
                id="d2",
                parties=("tomas-rehn", "velmouth-harbour-board", "ines-castellan"),
                issue="",
                kind="rejection",
                evidence=(
                    Evidence(
                        **span(
                            text, "Tomas Rehn, the union’s secretary, rejected the charge of breach."
                        ).model_dump(),
                        source="tomas-rehn",
                        target="velmouth-harbour-board",
                        predicate="reject",
                        attributed_to="ines-castellan",
                    ),
                ),
            ),
        ),
        "summary": (Span(start=first.start, end=text.index("\n\n", first.start)),),
    }
    return Analysis(**{**values, **changes})


def ferry() -> Analysis:
    text = FERRY
    return Analysis(
        source="ferry.txt",
        text=text,
        title="Ferry line sues Velmouth Harbour Board",
        date="2026-04-10",
        publisher="The Mole",
        blocks=blocks(text),
        sentences=sentences(text),
        actors=(
            actor(text, "Ostrel Ferries", salience=0.9),
            actor(text, "Velmouth Harbour Board", salience=0.7),
            actor(text, "Lena Ostrel", "person", 0.5, "who runs the line"),
        ),
        quotes=(
            Quote(
                id="q1",
                spans=(span(text, "“We pay for berths that do not exist,”"),),
                kind="direct",
                speaker=speaker(text, "Lena Ostrel", "lena-ostrel"),
                cue=span(text, "said"),
                about=("velmouth-harbour-board",),
            ),
        ),
        disputes=(
            Dispute(
                id="d1",
                parties=("ostrel-ferries", "velmouth-harbour-board"),
                issue="berth fees",
                kind="lawsuit",
                evidence=(
                    Evidence(
                        **span(
                            text, "Ostrel Ferries sued the Velmouth Harbour Board over berth fees on Friday."
                        ).model_dump(),
                        source="ostrel-ferries",
                        target="velmouth-harbour-board",
                        predicate="sue",
                    ),
                ),
            ),
        ),
        summary=(span(text, "Ostrel Ferries sued the Velmouth Harbour Board over berth fees on Friday."),),
    )


def empty() -> Analysis:
    text = "Fog over Velmouth\n\nFog lay over the mole all day.\n"
    return Analysis(
        source="fog.txt", text=text, title="Fog over Velmouth", blocks=blocks(text), sentences=sentences(text)
    )


def crowded() -> Analysis:
    """Everything in excess: names without an end, letters from right to left, quotations by the hundred."""
    names = [
        "The Interdepartmental Working Group on Harbour Dues, Berth Allocation and Night Work of Velmouth",
        "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
        "משה כהן",
        "Gwen {{ 7*7 }} <b>Okoro</b>",
        *(f"Delegate {number}" for number in range(1, 30)),
    ]
    lines = [f"{names[n % len(names)]} said: “Point {n} stands, whatever they say.”" for n in range(200)]
    text = "A very crowded hearing\n\n" + "\n\n".join(lines) + "\n"
    quotes, disputes = [], []
    for number, line in enumerate(lines):
        whole, words = span(text, line), f"“Point {number} stands, whatever they say.”"
        said = span(text, words)
        name = names[number % len(names)]
        quotes.append(
            Quote(
                id=f"q{number}",
                spans=(said,),
                kind="direct",
                speaker=Speaker(start=whole.start, end=whole.start + len(name), actor=name),
                cue=Span(start=said.start - 6, end=said.start - 2),
            )
        )
        if number < 4:
            other = names[(number + 1) % len(names)]
            disputes.append(
                Dispute(
                    id=f"d{number}",
                    parties=(name, other),
                    issue=f"Point {number} stands, whatever they say",
                    kind="accusation",
                    evidence=tuple(
                        Evidence(start=whole.start, end=whole.end, source=name, target=other, predicate="say")
                        for _ in range(4)
                    ),
                )
            )
    return Analysis(
        source="crowded.txt",
        text=text,
        title="A very crowded hearing",
        date="2026-05-01",
        blocks=blocks(text),
        sentences=sentences(text),
        actors=tuple(
            actor(text, name, "person", 0.9 - rank / 100).model_copy(update={"id": name})
            for rank, name in enumerate(names)
        ),
        quotes=tuple(quotes),
        disputes=tuple(disputes),
        summary=(span(text, lines[0]),),
    )


def stories() -> list[Story]:
    """A dispute of two and one of three, a shared actor, one where nothing was found, one of excess."""
    return [
        Story("harbour", (harbour(),)),
        Story("ferry", (ferry(),)),
        Story("fog", (empty(),)),
        Story("crowded", (crowded(),)),
    ]


def collection() -> Collection:
    """The briefings of `stories`."""
    return compile_collection(stories())
