"""Whether a text is in English."""

from __future__ import annotations

import functools
import re

from py3langid.langid import MODEL_FILE, LanguageIdentifier  # type: ignore[import-untyped]  # it ships no types

from generator.errors import ArticleError

# Words that hold English sentences together.
_ENGLISH = frozenset(
    "the of and to a in that is was for it on with as he his be at by i this had not are but from or "
    "have an they which you were her she all would there their we him been has when who will more no "
    "if out so said what its about than into them can only other new some could these two may then "
    "do after says over also".split()
)
_ENOUGH_ENGLISH = 0.2
_ENOUGH_WORDS = 30
"""Below this number of words a text in Latin letters is not judged: names outweigh the rest."""
_SAMPLE = 20_000
"""Characters that are looked at."""
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_NAMES = dict(
    pair.split("=")
    for pair in (
        "ar=Arabic zh=Chinese cs=Czech da=Danish nl=Dutch fi=Finnish fr=French de=German el=Greek "
        "he=Hebrew hi=Hindi hu=Hungarian id=Indonesian it=Italian ja=Japanese ko=Korean "
        "no=Norwegian nb=Norwegian fa=Persian pl=Polish pt=Portuguese ro=Romanian ru=Russian "
        "es=Spanish sv=Swedish tr=Turkish uk=Ukrainian vi=Vietnamese"
    ).split()
)


def refuse_other_languages(text: str, source: str) -> None:
    """Refuse an article that is not in English; a text too short to judge passes.

    Two tests must agree for a text in Latin letters: few of the words that hold English sentences together,
    and another language by py3langid (n-grams; Lui and Baldwin 2012, "langid.py").

    Args:
        text: The article's body.
        source: The article's path, for the message.

    Raises:
        ArticleError: It is in another language.
    """
    sample = text[:_SAMPLE]
    letters = [character for character in sample if character.isalpha()]
    latin = sum(1 for character in letters if character < "\u0250")
    foreign_script = len(letters) >= 20 and latin < 0.5 * len(letters)
    words = _WORD.findall(sample.lower())
    if not foreign_script:
        if len(words) < _ENOUGH_WORDS:
            return
        if sum(word in _ENGLISH for word in words) >= _ENOUGH_ENGLISH * len(words):
            return
    language = str(_identifier().classify(sample)[0])
    if language == "en" and not foreign_script:
        return
    name = _NAMES.get(language, f"another language ({language})") if language != "en" else "another language"
    raise ArticleError(
        source, f"is in {name}, as far as can be told. Only articles in English are read: take it out."
    )


@functools.cache
def _identifier() -> LanguageIdentifier:
    return LanguageIdentifier.from_model_file(MODEL_FILE)
