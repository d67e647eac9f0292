"""What an editor can correct: the content of `corrections.yml`, typed and checked.

Every correction names what it is about (an actor, a quotation, a dispute, a piece of evidence) as a reader of the page
would, by name, words or permalink, and says what is right instead.
"""

from __future__ import annotations

import re
from typing import Annotated, Self

from pydantic import AfterValidator, Field, model_validator

from generator.model import ActorKind, Frozen
from generator.text import one_line

NOBODY, NONE, ARTICLE = "nobody", "none", "the article"
"""What stands for no speaker, for no role or issue, and for the article itself as the one that says so."""
_UNSHOWN = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufff9-\ufffb\ufffe\uffff]")


def _line(text: str) -> str:
    text = one_line(text)
    if not text:
        raise ValueError("is empty: write something, or delete the line")
    if _UNSHOWN.search(text):
        raise ValueError("holds a character that cannot be shown: type the line anew")
    return text


Text = Annotated[str, AfterValidator(_line), Field(max_length=400)]
"""Words on one line."""


class Correction(Frozen):
    """One correction: the first key says what is corrected, each other one what is right."""

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        others = list(type(self).model_fields)[1:]
        given = [name for name in others if getattr(self, name)]
        if not given:
            raise ValueError(f"does not say what is right: give one of {', '.join(others)}")
        if "drop" in given and len(given) > 1:
            raise ValueError("drops something and changes it: keep one of the two")
        return self


class ActorCorrection(Correction):
    """What is right about an actor."""

    actor: Text
    """A name that the page shows for it, or its id: the last part of the address of its page."""
    name: Text | None = None
    """How it is called."""
    kind: ActorKind | None = None
    """`person`, `organization`, `country`, `place`, `group` or `other`."""
    role: Text | None = None
    """Its role; `none` for no role."""
    same_as: Text | None = None
    """The name of another actor that is the same: the two become one, which keeps the name and page of the other."""
    apart: bool = False
    """`true`: not the actor of the same name in other briefings. Only below `briefings`."""
    drop: bool = False
    """`true`: it is no actor. Its quotations are nobody's then; its disputes, and evidence told by it, go."""

    @model_validator(mode="after")
    def _one_or_two(self) -> Self:
        if self.same_as and (self.apart or self.name or self.kind or self.role):
            raise ValueError("makes two actors one and changes it: correct the other actor instead")
        return self


class NewActor(Frozen):
    """An actor that the program did not find."""

    name: Text
    """How it is called."""
    kind: ActorKind
    """`person`, `organization`, `country`, `place`, `group` or `other`."""
    role: Text | None = None
    """Its role."""


class QuotationCorrection(Correction):
    """What is right about a quotation."""

    quotation: Text
    """Some of its words, or its permalink (`q-...`)."""
    speaker: Text | None = None
    """The name of the actor who says it; `nobody` if it is not to be given to anybody."""
    drop: bool = False
    """`true`: it is no quotation."""


class EvidenceCorrection(Correction):
    """What is right about a sentence that shows a dispute."""

    evidence: Text
    """Some of its words, or its permalink (`e-...`)."""
    who: Text | None = None
    """The party that is against the other in it."""
    against: Text | None = None
    """The party whom it is against."""
    according_to: Text | None = None
    """The actor that says so; `the article` if no other does."""
    drop: bool = False
    """`true`: it shows no dispute. A dispute without any other evidence goes, too."""


class DisputeCorrection(Correction):
    """What is right about a dispute."""

    dispute: Text | tuple[Text, ...]
    """Its issue as the page shows it, or a list of its parties, or its id: the last part of its page's address."""
    issue: Text | None = None
    """What it is over; `none` if nothing that is said is it."""
    same_as: Text | None = None
    """The issue or id of another dispute of the same parties that is the same, in this briefing or in another."""
    who: Text | None = None
    """The party that is against the other in all of its evidence."""
    against: Text | None = None
    """The party whom it is against."""
    drop: bool = False
    """`true`: it is no dispute."""


class BriefingCorrections(Frozen):
    """The corrections of one briefing."""

    title: Text | None = None
    """The headline of the briefing."""
    lead: tuple[Text, ...] = ()
    """The sentences that stand at its top, each by some of its words."""
    new_actors: tuple[NewActor, ...] = ()
    """Actors that the program did not find."""
    actors: tuple[ActorCorrection, ...] = ()
    """Actors, in this briefing only."""
    quotations: tuple[QuotationCorrection, ...] = ()
    """Quotations."""
    evidence: tuple[EvidenceCorrection, ...] = ()
    """Sentences that show disputes."""
    disputes: tuple[DisputeCorrection, ...] = ()
    """Disputes."""


class Everywhere(Frozen):
    """The corrections of all briefings."""

    actors: tuple[ActorCorrection, ...] = ()
    """Actors, wherever they appear."""


class Corrections(Frozen):
    """All of `corrections.yml`."""

    everywhere: Everywhere = Everywhere()
    """What holds in all briefings."""
    briefings: dict[str, BriefingCorrections] = Field(default_factory=dict)
    """What holds in one: by the name of its file or folder, which is the last part of its address."""

    def words(self) -> frozenset[str]:
        """Return the words of the editor that a page may show."""
        everyone: list[ActorCorrection | NewActor] = [*self.everywhere.actors]
        shown: list[str | None] = []
        for known in self.briefings.values():
            everyone += [*known.new_actors, *known.actors]
            shown += [known.title, *(dispute.issue for dispute in known.disputes)]
        shown += [text for actor in everyone for text in (actor.name, actor.role)]
        return frozenset(text for text in shown if text)
