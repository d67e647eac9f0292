"""What the tests of the actor components share: a text in, its document or actors out."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from generator.analysis.pipeline import prepare
from generator.model import Actor, Article, Block


def read(nlp: Language, *blocks: tuple[str, str]) -> Doc:
    """Analyse a text of blocks, each a kind and its words."""
    text, made = "", []
    for kind, words in blocks:
        made.append(Block(start=len(text), end=len(text) + len(words), kind=kind))  # type: ignore[arg-type]
        text += words + "\n\n"
    return nlp(prepare(nlp, Article(source="own", text=text, title="own", blocks=tuple(made))))


def body(nlp: Language, text: str) -> Doc:
    """Analyse a text of one paragraph."""
    return read(nlp, ("paragraph", text))


def actor(doc: Doc, name: str) -> Actor:
    """Return the actor of that name."""
    found: Actor = next(one for one in doc._.actors if one.name == name)
    return found


def mentions(doc: Doc, name: str) -> list[str]:
    """Return the words of an actor's mentions."""
    return [mention.of(doc.text) for mention in actor(doc, name).mentions]
