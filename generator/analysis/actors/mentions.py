"""Mentions: where the article names an actor, describes one ("the ministry") or uses a pronoun.

Names are runs of capitalised words, cut and joined with the help of the lexicons and of the entity recognizer; what
one place of the article shows about a string (its kind, that it is a name at all) holds for all places.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from generator.analysis.actors.calling import is_introduced, owner_of
from generator.analysis.actors.columns import Columns, columns
from generator.analysis.actors.cutting import Cutter
from generator.analysis.actors.found import Found, head_of
from generator.analysis.actors.judging import Judge
from generator.analysis.actors.runs import Runs
from generator.analysis.kinds import of_noun
from generator.analysis.world import nouns, own_lexicon, read_lexicon

__all__ = ["Found", "find_mentions", "head_of", "mentions"]

_DEFINITE = frozenset(
    ("the", "this", "that", "these", "those", "its", "his", "her", "their", "our", "my", "your")
)
_PRONOUNS = frozenset(
    "he him his himself she her hers herself they them their theirs themselves themself it its itself "
    "i me my mine myself we us our ours ourselves 'em".split()
)


@Language.factory(
    "briefings_mentions",
    default_config={"lexicon": None},
    requires=["doc._.blocks"],
    assigns=["doc._.mentions"],
)
def mentions(  # spaCy gives a factory these arguments by name
    nlp: Language,  # noqa: ARG001
    name: str,  # noqa: ARG001
    lexicon: str | None,
) -> Callable[[Doc], Doc]:
    """Make the component that finds the mentions of the prose blocks, in the order of the text.

    Args:
        nlp: The pipeline.
        name: The name of the component in it.
        lexicon: The path of a lexicon of the user; see `world.read_lexicon`.

    Raises:
        SettingsError: The lexicon cannot be read.
    """
    names = read_lexicon(Path(lexicon)) if lexicon else own_lexicon()

    def find(doc: Doc) -> Doc:
        doc._.columns = columns(doc, names)
        doc._.mentions = tuple(find_mentions(doc._.columns))
        return doc

    return find


def find_mentions(cols: Columns) -> list[Found]:
    """Find names, descriptions and pronouns in the prose blocks, in the order of the text."""
    names = _names(cols)
    taken = {i for name in names for i in range(name.first, name.last)}
    every = names + list(_descriptions(cols, taken)) + list(_pronouns(cols, taken))
    return sorted(every, key=lambda m: (m.start, -m.end))


def _names(cols: Columns) -> list[Found]:
    """Find the names: those of the body first, by which those of a headline in capitals are known."""
    runs, cutter = Runs(cols), Cutter(cols)
    body: list[tuple[int, int]] = []
    heads: list[tuple[int, int]] = []
    for first, last in runs.find():
        if not runs.is_dateline(first, last):
            (heads if cols.block[first] in runs.shouting else body).append((first, last))
    heads = [piece for piece in heads if cols.block[piece[0]] not in runs.capitals]
    heads.extend((cols.block.index(block), _last_of(cols, block)) for block in sorted(runs.capitals))
    found = [name for first, last in body for name in cutter.cut(first, last)]
    spellings = {name.words for name in found}
    surnames = {name.words[-1] for name in found if name.words}
    for first, last in heads:
        found.extend(cutter.cut_headline(first, last, spellings, surnames))
    judged = Judge(cols).judge(found)
    cases = [name for name in judged if _is_case(cols, name)]
    if not cases:
        return judged
    told = {name.words[-1] for name in judged if name not in cases and name.words}
    return [name for name in judged if name not in cases or name.words[-1] in told]


def _is_case(cols: Columns, name: Found) -> bool:
    """Say whether a surname stands in the name of a case at law: "Roe v. Wade"."""
    around = (*cols.text[max(0, name.first - 1) : name.first], *cols.text[name.last : name.last + 1])
    return name.kind == "person" and name.last - name.first == 1 and not _VERSUS.isdisjoint(around)


_VERSUS = frozenset(("v", "v."))


def _last_of(cols: Columns, block: int) -> int:
    return len(cols.block) - cols.block[::-1].index(block)


def _descriptions(cols: Columns, taken: set[int]) -> Iterator[Found]:
    """Yield noun phrases whose head stands for a person, a body, a country or a group."""
    lists = nouns()
    for i, pos in enumerate(cols.pos):
        if pos not in ("NOUN", "PROPN") or cols.block[i] < 0 or i in taken:
            continue
        word = cols.text[i].lower()
        if cols.dep[i] in ("compound", "nmod") and cols.head[i] > i:
            if cols.text[cols.head[i]].lower() in lists.publication and of_noun(word) == "organization":
                yield Found(
                    cols.start[i],
                    cols.end(i),
                    i,
                    i + 1,
                    i,
                    "nominal",
                    "organization",
                    (cols.text[i],),
                    definite=True,
                )
            continue
        kind = of_noun(word) if not _is_guard(cols, i) else "organization"
        writes = word in lists.publication
        if kind in (None, "thing", "place") and not writes:
            continue
        first = i
        while first > 0 and _is_beside(cols, first - 1, i) and _left_part(cols, first - 1, i):
            first -= 1
        opener = cols.text[first].lower()
        owner = owner_of(cols, first, i)
        yield Found(
            start=cols.start[first],
            end=cols.end(i),
            first=first,
            last=i + 1,
            head=i,
            form="nominal",
            kind=kind if not writes or kind not in (None, "thing", "place") else "thing",
            words=tuple(cols.text[first : i + 1]),
            definite=opener in _DEFINITE or (bool(owner) and not is_introduced(cols, owner)),
            plural=cols.tag[i] in ("NNS", "NNPS"),
        )


def _is_guard(cols: Columns, token: int) -> bool:
    """Say whether a guard is a body: "the border guard", "the coast guard"."""
    return cols.text[token].lower() == "guard" and token > 0 and cols.text[token - 1].lower() in _GUARDED


_GUARDED = frozenset(("border", "coast", "national", "republican", "civil", "revolutionary", "presidential"))


def _is_beside(cols: Columns, token: int, other: int) -> bool:
    """Say whether two tokens stand in one sentence, neither in the line that says where it was written."""
    return cols.sentence[token] == cols.sentence[other] and cols.block[token] == cols.block[other]


def _left_part(cols: Columns, token: int, head: int) -> bool:
    """Say whether a token left of a noun belongs to its phrase: it hangs on it, directly or over others between."""
    for _ in range(6):
        if cols.head[token] == head:
            return cols.dep[token] in _LEFT
        if not token < cols.head[token] < head:
            return False
        token = cols.head[token]
    return False


_LEFT = frozenset(
    (
        "det",
        "amod",
        "compound",
        "poss",
        "nummod",
        "nmod",
        "quantmod",
        "npadvmod",
        "case",
        "predet",
        "punct",
        "advmod",
    )
)
_PLURAL = re.compile(r"^(they|them|their|theirs|themselves|we|us|our|ours|ourselves|'em)$")


def _pronouns(cols: Columns, taken: set[int]) -> Iterator[Found]:
    for i, word in enumerate(cols.text):
        low = word.lower()
        if low in _PRONOUNS and cols.block[i] >= 0 and i not in taken and word not in ("US", "IT"):
            if cols.pos[i] not in ("PRON", "DET", "X", "NOUN", "PROPN") or (
                low == "mine" and cols.pos[i] != "PRON"
            ):
                continue
            yield Found(
                cols.start[i],
                cols.end(i),
                i,
                i + 1,
                i,
                "pronoun",
                None,
                (low,),
                plural=bool(_PLURAL.match(low)),
            )
