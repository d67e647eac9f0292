"""What an article holds and what was found in it: frozen, typed, and the JSON contract.

Every offset counts Unicode code points into `Article.text`; `end` is exclusive. This module knows nothing of
files, spaCy or Jinja. `Analysis.model_dump_json()` is one line of what ``briefings extract`` prints.
"""

from __future__ import annotations

from typing import Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

ActorKind = Literal["person", "organization", "country", "place", "group", "other"]
"""What sort of thing an actor is."""

MentionForm = Literal["name", "nominal", "pronoun"]
"""How a mention refers: by name, by a description ("the ministry") or by a pronoun."""

QuoteKind = Literal["direct", "mixed", "indirect"]
"""Direct: all of it in quotation marks; mixed: a reported clause that holds quoted words; indirect: none."""

QuoteAct = Literal["statement", "belief", "plan", "denial", "refusal"]
"""What the speaker does: states, believes or wishes, intends, denies, or refuses to comment."""

BlockKind = Literal[
    "headline",  # the article's title
    "subtitle",  # the line below it
    "byline",  # who wrote it
    "dateline",  # when (a line of its own)
    "caption",  # what a picture shows
    "credit",  # whose picture or text it is
    "heading",  # a heading inside the body
    "paragraph",  # the body
    "quotation",  # a block quotation
    "item",  # an item of a list
    "tagline",  # "Published under: ..." and other lines of the publisher
]
"""What a block of an article's text is."""

PROSE: frozenset[BlockKind] = frozenset({"headline", "subtitle", "heading", "paragraph", "quotation", "item"})
"""The kinds of block in which actors, quotes and disputes are looked for."""

BODY: frozenset[BlockKind] = frozenset({"paragraph", "quotation", "item"})
"""The kinds of block that make the article's body: an article without one is refused."""


class Frozen(BaseModel):
    """A value that never changes once made; unknown fields are errors."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


class Span(Frozen):
    """A stretch of an article's text, in code points."""

    start: int = Field(ge=0)
    """The first code point."""
    end: int
    """One past the last code point."""

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        if self.end <= self.start:
            raise ValueError(f"a span must not be empty: {self.start}..{self.end}")
        return self

    def of(self, text: str) -> str:
        """Return the words of this span in `text`."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Say whether the two spans share a character."""
        return self.start < other.end and other.start < self.end

    def holds(self, other: Span) -> bool:
        """Say whether `other` lies wholly in this span."""
        return self.start <= other.start and other.end <= self.end


class Block(Span):
    """A block of the article (headline, caption, paragraph ...) without the white space around it."""

    kind: BlockKind
    depth: int = Field(default=0, ge=0)
    """Of a block quotation: in how many others it stands."""


class Article(Frozen):
    """A source article: its text, the parts of it, and what is known about it."""

    source: str
    """The path as it was given."""
    text: str
    """The whole text, without front matter and markup; every offset counts its code points."""
    title: str
    date: str | None = Field(default=None, pattern=r"^\d{4}-\d{2}-\d{2}$")
    """The day of publication (ISO 8601) where the article states one."""
    byline: str | None = None
    publisher: str | None = None
    url: str | None = None
    """Where the original stands."""
    topics: tuple[str, ...] = ()
    sample: bool = False
    """The article is an invented sample; every page that rests on it says so."""
    blocks: tuple[Block, ...] = ()
    """In the order of the text; together they hold every character of it that is not white space."""


class Mention(Span):
    """A place in the text that names an actor or refers to it."""

    form: MentionForm = "name"


class Actor(Frozen):
    """Someone or something that acts in an article."""

    id: str
    name: str
    kind: ActorKind
    role: str | None = None
    """The role as the article words it ("CIA spokesman"), verbatim."""
    role_span: Span | None = None
    """Where the role stands."""
    aliases: tuple[str, ...] = ()
    """Other names that the article uses for it, without pronouns, in the order of the text."""
    salience: float = Field(ge=0, le=1)
    """How much the actor matters in the article (1: most)."""
    mentions: tuple[Mention, ...]
    """In the order of the text."""


class Speaker(Span):
    """The name, noun phrase or pronoun beside the cue, and the actor behind it where it is known."""

    actor: str | None = None


class Told(Frozen):
    """Quoted words that the speaker of a quote tells of somebody else."""

    spans: tuple[Span, ...] = Field(min_length=1)
    """What stands in quotation marks, with the marks."""
    speaker: Speaker
    """Who is said to have said it."""
    cue: Span


class Quote(Frozen):
    """Something that somebody said, as the article reports it."""

    id: str
    spans: tuple[Span, ...] = Field(min_length=1)
    """What was said: quoted words with their marks; for mixed and indirect speech the reported clause."""
    kind: QuoteKind
    speaker: Speaker | None = None
    cue: Span | None = None
    """The words that report it ("said", "according to")."""
    about: tuple[str, ...] = ()
    """The actors that the quote speaks of."""
    act: QuoteAct = "statement"
    told: tuple[Told, ...] = ()
    """Quoted words in it that are of somebody else, in the order of the text."""
    confidence: float = Field(default=1.0, ge=0, le=1)
    """How sure the speaker is (1: beside the cue in the same sentence)."""


class Evidence(Span):
    """A sentence that shows a dispute: who is against whom in it, and who says so."""

    source: str | None = None
    """The actor who is against the target."""
    target: str | None = None
    """The actor whom the source is against."""
    predicate: str
    """The lexicon entry that matched ("accuse", "take issue with")."""
    attributed_to: str | None = None
    """The actor that the article names as the origin of the statement, if it is not the article itself."""


class Dispute(Frozen):
    """Two or more actors at odds over something."""

    id: str
    parties: tuple[str, ...] = Field(min_length=2)
    """The actors at odds."""
    issue: str
    """The contested thing, in words of the article; empty if no phrase of it says."""
    issue_span: Span | None = None
    kind: str
    """The class of the strongest predicate ("accusation", "sanction", "rift" ...)."""
    evidence: tuple[Evidence, ...] = Field(min_length=1)
    """In the order of the text."""


class Support(Span):
    """A sentence that shows agreement: who stands with whom in it, and who says so."""

    source: str
    """The actor who stands with the target: backs, praises, defends it."""
    target: str
    predicate: str
    """The lexicon entry that matched ("back", "side")."""
    attributed_to: str | None = None
    """The actor that the article names as the origin of the statement, if it is not the article itself."""


class Analysis(Article):
    """An article and everything that was found in it."""

    actors: tuple[Actor, ...] = ()
    """By falling salience."""
    quotes: tuple[Quote, ...] = ()
    """In the order of the text."""
    disputes: tuple[Dispute, ...] = ()
    """The most important first."""
    support: tuple[Support, ...] = ()
    """In the order of the text."""
    summary: tuple[Span, ...] = ()
    """The lead: sentences of the article, in its order."""
    sentences: tuple[Span, ...] = ()
    """The sentences of the prose blocks, in order."""

    def actor(self, actor_id: str) -> Actor:
        """Return the actor of that id.

        Raises:
            KeyError: There is none.
        """
        for actor in self.actors:
            if actor.id == actor_id:
                return actor
        raise KeyError(actor_id)


class Change(Frozen):
    """Something that an editor corrected."""

    what: Literal[
        "name",
        "kind",
        "role",
        "merged",
        "apart",
        "added",
        "speaker",
        "issue",
        "direction",
        "teller",
        "title",
        "lead",
    ]
    """Which of its properties; merged: two actors made one; apart: one made two; added: not found at all."""
    found: str | None = None
    """What the program had found, in words; None: nothing."""


class Drop(Frozen):
    """Something that an editor took off a briefing."""

    of: Literal["actor", "quotation", "dispute", "evidence"]
    id: str
    found: str
    """Its name, words or issue."""


class KeyActor(Frozen):
    """An actor of a briefing, over all of its articles."""

    id: str
    """The same in every briefing; also the name of the actor's page."""
    name: str
    kind: ActorKind
    role: str | None = None
    aliases: tuple[str, ...] = ()
    salience: float = Field(ge=0, le=1)
    named: int = Field(ge=0)
    """How often the articles name it or refer to it, pronouns included."""
    changes: tuple[Change, ...] = ()


class Said(Frozen):
    """A quote of a briefing; speaker and about are ids of its actors."""

    article: int
    """Which of the briefing's articles it stands in."""
    quote: Quote
    """The span of a speaker that only an editor names is that of the quote itself."""
    changes: tuple[Change, ...] = ()


class Proof(Frozen):
    """A piece of evidence of a briefing; source and target are ids of its actors."""

    article: int
    evidence: Evidence
    parties: tuple[str, ...] = ()
    """Of its dispute, as they were before an editor merged actors: the permalink is made from them."""
    changes: tuple[Change, ...] = ()


class Contest(Frozen):
    """A dispute of a briefing, over all of its articles."""

    id: str
    """The same in every briefing that holds it; also the name of the dispute's page."""
    parties: tuple[str, ...]
    issue: str
    kind: str
    evidence: tuple[Proof, ...]
    changes: tuple[Change, ...] = ()


class Backing(Frozen):
    """A piece of support of a briefing; its actors are ids of the briefing."""

    article: int
    support: Support


class Lead(Frozen):
    """A sentence that says what a briefing is about."""

    article: int
    span: Span


class Briefing(Frozen):
    """One or several articles on one story, merged and corrected: what a briefing page shows."""

    slug: str
    title: str
    date: str | None
    publishers: tuple[str, ...]
    topics: tuple[str, ...]
    sample: bool
    articles: tuple[Analysis, ...]
    """As analysed: the ids in them are those of each article, not of the briefing."""
    lead: tuple[Lead, ...]
    actors: tuple[KeyActor, ...]
    """By falling salience."""
    quotes: tuple[Said, ...]
    """Article by article, in the order of the text."""
    disputes: tuple[Contest, ...]
    """The most important first."""
    support: tuple[Backing, ...] = ()
    """Who stands with whom: article by article, in the order of the text."""
    changes: tuple[Change, ...] = ()
    """Of title and lead."""
    dropped: tuple[Drop, ...] = ()

    def words(self, article: int, span: Span) -> str:
        """Return the words of a span in one of the articles."""
        return span.of(self.articles[article].text)


class Collection(Frozen):
    """All briefings of a site, the newest first; actors and disputes carry the same id in all of them."""

    briefings: tuple[Briefing, ...]
