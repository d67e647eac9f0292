"""To be written."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc


@Language.component("briefings_actors")
def actors(doc: Doc) -> Doc:
    """To be written."""
    return doc
