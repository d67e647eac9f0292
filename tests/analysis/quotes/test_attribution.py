from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from generator.analysis.quotes.attribution import attribution
from generator.model import Actor, Mention, Quote, Span, Speaker


def actor(text: str, name: str, *mentions: tuple[str, str]) -> Actor:
    found, at = [], 0
    for words, form in mentions:
        at = text.index(words, at)
        found.append(Mention(start=at, end=at + len(words), form=form))
        at += len(words)
    return Actor(id=name.lower(), name=name, kind="person", salience=0.5, mentions=tuple(found))


def attributed(nlp: Language, text: str, said: str, speaker: str, *actors: Actor) -> Quote:
    """Attribute one quote; every component before has been left out, so that only this one is tested."""
    with nlp.select_pipes(disable=[name for name in nlp.pipe_names if name.startswith("briefings_")]):
        doc: Doc = nlp(text)
    at, who = text.index(said), text.index(speaker)
    doc._.quotes = (
        Quote(
            id="q1",
            spans=(Span(start=at, end=at + len(said)),),
            kind="indirect",
            speaker=Speaker(start=who, end=who + len(speaker)),
        ),
    )
    doc._.actors = actors
    quote: Quote = attribution(doc)._.quotes[0]
    return quote


def test_a_name_beside_the_cue_gets_its_actor(nlp: Language) -> None:
    text = "Kroll said the lock is shut."
    quote = attributed(nlp, text, "the lock is shut", "Kroll", actor(text, "Kroll", ("Kroll", "name")))
    assert quote.speaker is not None
    assert quote.speaker.actor == "kroll"


def test_a_pronoun_gets_the_actor_that_it_was_resolved_to(nlp: Language) -> None:
    text = "Kroll came. She said the lock is shut."
    known = actor(text, "Kroll", ("Kroll", "name"), ("She", "pronoun"))
    quote = attributed(nlp, text, "the lock is shut", "She", known)
    assert quote.speaker is not None
    assert quote.speaker.actor == "kroll"


def test_a_relative_pronoun_gets_the_actor_of_its_noun(nlp: Language) -> None:
    text = "The board heard Kroll, who said the lock is shut."
    quote = attributed(nlp, text, "the lock is shut", "who", actor(text, "Kroll", ("Kroll", "name")))
    assert quote.speaker is not None
    assert quote.speaker.actor == "kroll"


def test_the_words_of_a_lawyer_are_not_given_to_the_client(nlp: Language) -> None:
    text = "Kroll's lawyer said the lock is shut."
    quote = attributed(
        nlp, text, "the lock is shut", "Kroll's lawyer", actor(text, "Kroll", ("Kroll", "name"))
    )
    assert quote.speaker is not None
    assert quote.speaker.actor is None


def test_the_words_of_a_body_are_not_given_to_its_owner(nlp: Language) -> None:
    text = "Norway waited. Its foreign service said the lock is shut."
    known = actor(text, "Norway", ("Norway", "name"), ("Its", "pronoun"))
    quote = attributed(nlp, text, "the lock is shut", "Its foreign service", known)
    assert quote.speaker is not None
    assert quote.speaker.actor is None


def test_a_title_before_a_name_speaks_for_the_name(nlp: Language) -> None:
    text = "The spokesman, Jonas Kroll, said the lock is shut."
    known = actor(text, "Jonas Kroll", ("Jonas Kroll", "name"))
    quote = attributed(nlp, text, "the lock is shut", "The spokesman, Jonas Kroll", known)
    assert quote.speaker is not None
    assert quote.speaker.actor == "jonas kroll"


def test_a_quote_is_about_the_actors_that_its_words_name_and_not_about_its_speaker(nlp: Language) -> None:
    text = "Kroll said that Weiss and Kroll met Aas."
    quote = attributed(
        nlp,
        text,
        "that Weiss and Kroll met Aas",
        "Kroll",
        actor(text, "Aas", ("Aas", "name")),
        actor(text, "Weiss", ("Weiss", "name")),
        actor(text, "Kroll", ("Kroll", "name"), ("Kroll", "name")),
    )
    assert quote.about == ("aas", "weiss")


def test_without_actors_nothing_changes(nlp: Language) -> None:
    text = "Kroll said the lock is shut."
    quote = attributed(nlp, text, "the lock is shut", "Kroll")
    assert quote.speaker is not None
    assert quote.speaker.actor is None
    assert quote.about == ()


def test_which_is_the_body_and_not_the_person_of_it(nlp: Language) -> None:
    doc = nlp(
        '"It is late," said Jonas Weber of the Green Fields Alliance, which said that the Commission was late.'
    )
    names = {actor.id: actor.name for actor in doc._.actors}
    last = doc._.quotes[-1]
    assert last.speaker is not None
    assert names[last.speaker.actor or ""] == "Green Fields Alliance"


def test_who_stands_between_commas_behind_said_speaks(nlp: Language) -> None:
    doc = nlp("The audit, said the spokesman, Anders Foss, ‘says what it says,’ and nobody was welcome.")
    names = {actor.id: actor.name for actor in doc._.actors}
    assert [names.get(q.speaker.actor or "") for q in doc._.quotes if q.speaker] == ["Anders Foss"]


def test_the_place_of_a_report_says_nothing(nlp: Language) -> None:
    doc = nlp("OSLO, Feb 4 — The union sued the federation on Wednesday, saying it had withheld bonuses.")
    assert [quote.speaker.of(doc.text) for quote in doc._.quotes if quote.speaker] == ["The union"]
