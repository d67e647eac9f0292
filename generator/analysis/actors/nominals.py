"""Actors that the article never names: "protesters", "police", "two inspectors", "the opposition".

A group or body that is only described is an actor too where it speaks or is at odds with somebody. Its mentions are
gathered by their noun and by the words that tell one such group from another; what fits two of them joins neither.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Doc

from generator.analysis.actors.calling import owner_of
from generator.analysis.actors.columns import Columns
from generator.analysis.actors.found import Found
from generator.analysis.actors.persons import end_of_name, is_somebody
from generator.analysis.actors.telling import (
    country_after,
    distinguishing,
    is_country,
    is_named_part,
    is_vague,
    lists,
)
from generator.analysis.world import singular
from generator.model import Actor, ActorKind, Dispute, Quote

_ACTED = frozenset(("nsubj", "nsubjpass", "dobj", "dative", "pobj", "agent"))
"""Places in a clause in which somebody acts or is acted upon."""
_REACH = 60
"""Sentences back in which a group is looked for that a later description may mean."""


_MOST = 20
"""Groups of one noun among which a description may choose; it keeps long documents fast."""


@dataclass(slots=True)
class Nameless:
    """A group or body without a name, while its mentions are gathered."""

    noun: str
    kind: ActorKind
    plural: bool
    words: frozenset[str]
    """What tells it from others of that noun: "striking", "port"."""
    number: str | None
    """How many they are, as the article writes it."""
    mentions: list[int]
    last: int
    """The sentence that mentions it last."""


def with_quantities(cols: Columns, found: Sequence[Found]) -> list[Found]:
    """Add "thousands of protesters" and "a group of dockers" beside "protesters" and "dockers"."""
    at = {m.head: m for m in found if m.form == "nominal"}
    out = list(found)
    for mention in found:
        if mention.form != "nominal" or mention.kind != "group" or mention.first < 2:
            continue
        of = mention.first - 1
        outer = cols.head[of]
        if cols.text[of].lower() != "of" or outer >= of or cols.head[mention.head] != of:
            continue
        if cols.text[outer].lower() not in lists().quantities or outer in at:
            continue
        first = outer
        while (
            first > 0 and cols.head[first - 1] == outer and cols.dep[first - 1] in ("det", "amod", "quantmod")
        ):
            first -= 1
        out.append(
            Found(
                start=cols.start[first],
                end=mention.end,
                first=first,
                last=mention.last,
                head=outer,
                form="nominal",
                kind="group",
                words=tuple(cols.text[first : mention.last]),
                plural=True,
            )
        )
    return sorted(out, key=lambda m: (m.start, -m.end))


def gather(
    cols: Columns, found: Sequence[Found], taken: set[int], pronouns: Mapping[int, int], speakers: Set[int]
) -> list[Nameless]:
    """Gather the groups, bodies and persons that are described and not named, in the order of the text.

    Args:
        cols: The document.
        found: All mentions, in the order of the text.
        taken: Indexes of the mentions that stand for a named actor.
        pronouns: For pronouns that stand for a description, the index of either.
        speakers: The characters at which the speakers of quotations begin.
    """
    at = {m.first for m in found if m.form == "name" and m.kind == "person"}
    groups: list[Nameless] = []
    by_noun: dict[tuple[str, bool], list[Nameless]] = {}
    inner: dict[int, Nameless] = {}
    waiting: list[tuple[int, int]] = []
    introduced: dict[str, int] = {}
    again = _returning(cols, found, taken)
    for i, mention in enumerate(found):
        if mention.form != "nominal" or i in taken:
            continue
        part = _counted(cols, mention)
        if part is not None:
            waiting.append((i, part))
            continue
        first = None
        if mention.kind == "person" and not is_somebody(cols, mention, at, mention.start in speakers):
            first = _introduced(cols, mention, i, introduced)
            if first is None:
                continue
        vague = is_vague(cols, mention) and i not in again
        if mention.kind != "person" and not _can_act(cols, mention):
            continue
        group = _place(cols, found, i, by_noun, vague)
        if group is None:
            continue
        if not group.mentions:
            groups.append(group)
        if first is not None:
            group.mentions.append(first)
        group.mentions.append(i)
        group.last = cols.sentence[mention.first]
        inner[mention.head] = group
    for i, head in waiting:
        if head in inner:
            inner[head].mentions.append(i)
    holder = {i: group for group in groups if group.kind == "person" for i in group.mentions}
    for pronoun, i in pronouns.items():
        if i in holder:
            holder[i].mentions.append(pronoun)
    for group in groups:
        group.mentions.sort()
    return [
        group
        for group in groups
        if any(_acts(cols, found[i]) for i in group.mentions) and _is_somebody(cols, found, group, speakers)
    ]


def _is_somebody(cols: Columns, found: Sequence[Found], group: Nameless, speakers: Set[int]) -> bool:
    """Say whether a certain body is meant: "a company" that comes once may be any company."""
    first = found[group.mentions[0]]
    if group.number == "one" and not first.plural:
        return False
    if group.kind == "person" and first.definite:
        return len(group.mentions) > 1 or bool(group.words) or first.start in speakers
    if group.kind == "person":
        return cols.text[first.first].lower() != "another" and not _is_supposed(cols, first.head)
    if len(group.mentions) > 1 or first.definite:
        return True
    if cols.tag[first.head] in ("NNS", "NNPS"):
        return group.number is not None or not _is_supposed(cols, first.head)
    return group.plural or (bool(group.words) and cols.text[first.first].lower() not in ("one", "another"))


def _is_supposed(cols: Columns, token: int) -> bool:
    """Say whether a clause only supposes what somebody does: "he feared that voters would punish him"."""
    for _ in range(4):
        above = cols.head[token]
        if cols.pos[above] == "VERB":
            before = range(max(0, above - 3), above)
            return any(cols.head[t] == above and cols.text[t].lower() in _SUPPOSING for t in before)
        if above == token:
            return False
        token = above
    return False


_SUPPOSING = frozenset("would will could may might should can 'll 'd wo ca".split())


def _counted(cols: Columns, mention: Found) -> int | None:
    """Return the noun that a word of quantity counts: "protesters" in "a group of protesters"."""
    of = mention.head + 1
    if cols.text[mention.head].lower() not in lists().quantities or of + 1 >= len(cols.text):
        return None
    if cols.text[of].lower() != "of":
        return None
    return next((t for t in range(of + 1, min(of + 8, len(cols.text))) if cols.head[t] == of), None)


def _can_act(cols: Columns, mention: Found) -> bool:
    """Say whether a description can be an actor of its own."""
    head = mention.head
    noun = cols.text[head].lower()
    if mention.kind not in ("group", "organization"):
        return False
    if cols.dep[head] in ("compound", "nmod", "amod", "attr", "appos", "oprd", "npadvmod"):
        return False
    if cols.text[mention.first].lower() in lists().never:
        return False
    if cols.dep[head] == "pobj" and cols.text[cols.head[head]].lower() in ("as", "like", "than"):
        return False
    # "Chinese troops", "the Kenyan authorities" act for their country.
    if noun in lists().state or singular(noun) in lists().state:
        before = (*owner_of(cols, mention.first, head), *range(mention.first, head))
        if any(is_country(cols, t) for t in before) or country_after(cols, head):
            return False
    return not is_named_part(cols, mention)


def _acts(cols: Columns, mention: Found) -> bool:
    token = mention.head
    for _ in range(4):
        if cols.dep[token] != "conj":
            break
        token = cols.head[token]
    return cols.dep[token] in _ACTED


def _introduced(cols: Columns, mention: Found, i: int, seen: dict[str, int]) -> int | None:
    """Return the description that introduced a person of whom the article speaks again ("a cook ... the cook").

    Args:
        cols: The document.
        mention: A description of a person.
        i: Its index.
        seen: The latest introductions by their nouns; this one is added if it is one.
    """
    noun, opener = cols.text[mention.head].lower(), cols.text[mention.first].lower()
    if cols.tag[mention.head] != "NN" or is_vague(cols, mention) or not _acts(cols, mention):
        return None
    if opener in ("a", "an"):
        seen[noun] = i
        return None
    plain = opener == "the" and mention.head == mention.first + 1
    return seen.pop(noun, None) if plain else None


def _returning(cols: Columns, found: Sequence[Found], taken: Set[int]) -> set[int]:
    """Return the descriptions of bodies to which the article comes back with "the", and that decide something."""
    by_noun: dict[str, list[int]] = {}
    for i, mention in enumerate(found):
        plain = mention.form == "nominal" and mention.head == mention.first + 1 and i not in taken
        if plain and cols.text[mention.first].lower() == "the":
            by_noun.setdefault(cols.text[mention.head].lower(), []).append(i)
    again: set[int] = set()
    for noun, same in by_noun.items():
        if noun in lists().returning and len(same) > 1 and any(_decides(cols, found[i].head) for i in same):
            again.update(same)
    return again


def _decides(cols: Columns, token: int) -> bool:
    """Say whether a noun is the subject of a verb that takes a will: "the league refused"."""
    verb = cols.head[token]
    deciding = {cols.text[verb].lower()} | {
        cols.text[t].lower()
        for t in range(verb + 1, min(verb + 4, len(cols.text)))
        if cols.head[t] == verb and cols.dep[t] == "xcomp"
    }
    return cols.dep[token] in ("nsubj", "nsubjpass") and not deciding.isdisjoint(lists().speaks)


def _place(
    cols: Columns,
    found: Sequence[Found],
    i: int,
    by_noun: dict[tuple[str, bool], list[Nameless]],
    vague: bool,
) -> Nameless | None:
    """Return the group that a description means: a known one, a new one, or None where two known ones fit.

    What is vague only joins a group that is known: "parents" are those of Thornby, of whom the article spoke.
    """
    mention = found[i]
    noun = singular(cols.text[mention.head].lower())
    plural = mention.plural or cols.text[mention.head].lower() in lists().collective
    words, number = distinguishing(cols, mention)
    here = cols.sentence[mention.first]
    held = by_noun.setdefault((noun, plural), [])
    near = [g for g in held[-_MOST:] if here - g.last <= _REACH and number in (None, g.number)]
    same = [g for g in near if g.words == words]
    fits = same or [g for g in near if (words <= g.words if mention.definite else not g.words)]
    if not fits and words:
        # "The European federations" are some of the 19 federations, not all.
        proper = any(cols.text[t][0].isupper() for t in range(mention.first + 1, mention.head))
        fits = [g for g in near if mention.definite and not proper and g.words < words and g.number is None]
    if not fits and words and not mention.definite:
        fits = [
            g for g in near if g.words and (g.words < words or words < g.words) and _in_head(cols, found, g)
        ]
    if len(fits) > 1:
        told = [g for g in fits if not _in_head(cols, found, g)]
        fits = told if len(told) == 1 else _main(fits, here)
        if not fits:
            return None
    if vague:
        fits = fits or ([g for g in near if words <= g.words] if mention.plural and not words else [])
        return fits[0] if len(fits) == 1 else None
    indefinite = cols.text[mention.first].lower() in ("a", "an", "another", "other")
    if fits and not indefinite:
        fits[0].words |= words
        return fits[0]
    kind = mention.kind if mention.kind in ("organization", "person") else "group"
    group = Nameless(noun, kind, plural, words, number, [], here)
    held.append(group)
    return group


def _in_head(cols: Columns, found: Sequence[Found], group: Nameless) -> bool:
    """Say whether only the head of the article has spoken of a group, which its first sentence calls more fully."""
    return all(cols.kinds[cols.block[found[i].head]] in ("headline", "subtitle") for i in group.mentions)


def _main(fits: Sequence[Nameless], here: int) -> list[Nameless]:
    """Return the one of several groups of which the article speaks most, if no other was spoken of just now."""
    first, second = sorted(fits, key=lambda group: -len(group.mentions))[:2]
    much = len(first.mentions) >= max(2, 2 * len(second.mentions))
    return [first] if much and all(here - g.last > 1 for g in fits if g is not first) else []


_OF_FIELDS = frozenset(("ministry", "department", "chamber", "secretariat"))
"""Bodies that are called by what they see to: "the ministry of justice"."""


def name_of_group(text: str, cols: Columns, found: Sequence[Found], group: Sequence[int]) -> str:
    """Return how the article calls a group: its noun with what tells it from others, without an article."""
    best = min(group, key=lambda i: (-_weight(cols, found[i]), i))
    mention = found[best]
    first = mention.first
    owner = owner_of(cols, first, mention.head)
    first = owner.start if owner else first
    while first < mention.head and (
        cols.pos[first] in ("DET", "PRON", "PUNCT", "ADV", "ADP") or cols.text[first].lower() in lists().empty
    ):
        first += 1
    fully = mention.kind == "person" or cols.text[mention.head].lower() in _OF_FIELDS
    last = end_of_name(cols, mention.head) if fully else mention.head
    name = " ".join(text[cols.start[first] : cols.end(last)].split())
    return name[:1].upper() + name[1:]


def _weight(cols: Columns, mention: Found) -> int:
    """Weigh a mention as a name: one that its own noun ends, with one or two words before it."""
    words, number = distinguishing(cols, mention)
    before = sum(cols.text[t].lower() in words for t in range(mention.first, mention.head))
    counted = cols.text[mention.head].lower() in lists().quantities
    return min(before, 2) + (number is not None and before == 0) - 5 * counted


@Language.component(
    "briefings_parties",
    requires=["doc._.actors", "doc._.quotes", "doc._.disputes"],
    assigns=["doc._.actors", "doc._.quotes"],
)
def parties(doc: Doc) -> Doc:
    """Leave out the actors without a name that neither speak nor dispute: they are part of the scenery."""
    needed = set(_needed(doc._.quotes, doc._.disputes))
    kept = tuple(actor for actor in doc._.actors if is_named(actor) or actor.id in needed)
    if len(kept) < len(doc._.actors):
        ids = {actor.id for actor in kept}
        doc._.quotes = tuple(
            quote.model_copy(update={"about": tuple(a for a in quote.about if a in ids)})
            for quote in doc._.quotes
        )
        doc._.actors = kept
    return doc


def is_named(actor: Actor) -> bool:
    """Say whether the article calls an actor by a name."""
    return any(mention.form == "name" for mention in actor.mentions)


def _needed(quotes: Sequence[Quote], disputes: Sequence[Dispute]) -> Iterator[str]:
    for quote in quotes:
        for speaker in (quote.speaker, *(told.speaker for told in quote.told)):
            if speaker is not None and speaker.actor is not None:
                yield speaker.actor
    for dispute in disputes:
        yield from dispute.parties
        for evidence in dispute.evidence:
            yield from (
                a for a in (evidence.source, evidence.target, evidence.attributed_to) if a is not None
            )
