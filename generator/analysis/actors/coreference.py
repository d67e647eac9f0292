"""Which mentions stand for the same actor: names first, then descriptions, then pronouns.

A wrong merge is worse than a missed one: a short name that fits two actors joins neither, unless the article has
settled on one bearer before the second came in.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from spacy.language import Language
from spacy.tokens import Doc

from generator.analysis.actors.antecedents import resolve as resolve_antecedents
from generator.analysis.actors.columns import Columns, columns
from generator.analysis.actors.descriptions import announced, attach
from generator.analysis.actors.found import Found
from generator.analysis.actors.genders import by_title, tell_genders
from generator.analysis.actors.nominals import gather, with_quantities
from generator.analysis.actors.pronouns import resolve_pronouns
from generator.analysis.actors.roles import find_roles
from generator.analysis.actors.sorts import sorts
from generator.analysis.kinds import Guess, head_word
from generator.analysis.names import (
    abbreviates,
    bare_body,
    bare_person,
    gender_of,
    holds_in_order,
    is_acronym,
    is_humped,
    key,
    same_person,
)
from generator.analysis.world import Gender, kind_signs, known
from generator.model import Quote


@dataclass(slots=True)
class Entity:
    """Somebody or something, while its mentions are gathered."""

    number: int
    kind: Guess
    canonical: str | None = None
    full: tuple[str, ...] = ()
    """The words of its fullest name."""
    keys: set[str] = field(default_factory=set)
    gender: Gender | None = None
    mentions: list[int] = field(default_factory=list)
    """Indexes into the document's mentions, in order."""
    roles: set[str] = field(default_factory=set)
    """Head nouns by which the article describes it, in lower case."""
    plural: bool = False
    named: bool = True


@Language.component("briefings_coreference", requires=["doc._.mentions"], assigns=["doc._.mentions"])
def coreference(doc: Doc) -> Doc:
    """Give every mention the number of the actor that it stands for."""
    cols = doc._.columns or columns(doc)
    found = with_quantities(cols, doc._.mentions)
    entities = entities_of(cols, found, doc._.quotes)
    resolve_antecedents(cols, found, entities, doc._.quotes)
    of = {i: entity.number for entity in entities for i in entity.mentions}
    doc._.mentions = tuple(
        replace(mention, entity=of[i]) if i in of else mention for i, mention in enumerate(found)
    )
    return doc


def entities_of(cols: Columns, found: list[Found], quotes: tuple[Quote, ...]) -> list[Entity]:
    """Gather what the mentions stand for, except "it", "they" and "we"."""
    titled = by_title(cols, found)
    entities = cluster_names(found, titled)
    roles = find_roles(cols, found)
    tell_genders(cols, found, entities, titled, roles)
    undecided = attach(cols, found, entities, roles)
    described = resolve_pronouns(cols, found, entities, quotes)
    taken = undecided.union(*(entity.mentions for entity in entities))
    speakers = {quote.speaker.start for quote in quotes if quote.speaker is not None}
    for group in gather(cols, found, taken, described, speakers):
        plain = group.kind == "organization" and not group.plural and not group.words
        bearer = announced(cols, found, group.noun, group.mentions, entities) if plain else None
        if bearer is not None:
            bearer.mentions = sorted([*bearer.mentions, *group.mentions])
            continue
        entities.append(
            Entity(len(entities), group.kind, mentions=group.mentions, plural=group.plural, named=False)
        )
    return entities


def cluster_names(found: list[Found], titled: Mapping[int, Gender]) -> list[Entity]:
    """Gather the names of each actor.

    Args:
        found: All mentions, in the order of the text.
        titled: The genders that titles tell, by mention.
    """
    names = [i for i, mention in enumerate(found) if mention.form == "name"]
    entities: list[Entity] = []
    by_key: dict[str, list[Entity]] = defaultdict(list)

    def new(words: tuple[str, ...], kind: Guess, canonical: str | None) -> Entity:
        entity = Entity(len(entities), kind, canonical, words)
        entities.append(entity)
        return entity

    # Full names make the actors, in the order of the text; short ones look for their bearer afterwards.
    home: dict[int, Entity] = {}
    people: dict[str, list[Entity]] = defaultdict(list)
    for i in names:
        mention = found[i]
        if mention.canonical:
            label = f"{mention.kind}:None:{_folded(mention.canonical.split())}"
            if mention.kind == "organization":
                country, rest = of_country(tuple(mention.canonical.split()))
                label = f"{mention.kind}:{country}:{_folded(rest)}"
            bearer = by_key[label][0] if by_key[label] else None
            if bearer is None:
                bearer = new(mention.words, mention.kind, mention.canonical)
                by_key[label].append(bearer)
            home[i] = bearer
            continue
        words = bare_person(mention.words) if mention.kind == "person" else bare_body(mention.words)
        if mention.kind == "person":
            if len(words) == 1:
                continue
            bearer = next((e for e in people[words[-1].casefold()] if same_person(e.full, words)), None)
            bearer = bearer or next(
                (e for e in people[words[0].casefold()] if same_person(e.full, words)), None
            )
            if bearer is None:
                bearer = new(words, "person", None)
            elif len(words) > len(bearer.full):
                bearer.full = words
            for word in dict.fromkeys((words[0].casefold(), words[-1].casefold())):
                if bearer not in people[word]:
                    people[word].append(bearer)
            bearer.gender = bearer.gender or titled.get(i) or gender_of(mention.words)
            home[i] = bearer
        else:
            country, rest = of_country(words) if mention.kind == "organization" else (None, words)
            string = f"{mention.kind}:{country}:{_folded(rest)}"
            if not by_key[string]:
                by_key[string].append(new(words, mention.kind, None))
            home[i] = by_key[string][0]
    spoken = {m.words[-1] for m in found if m.form == "nominal" and m.words}
    _join_bodies(entities, home, spoken)
    _place_single_names(found, names, home, entities, titled)
    for i in names:
        if i in home:
            home[i].mentions.append(i)
    kept = [entity for entity in entities if entity.mentions]
    for number, entity in enumerate(kept):
        entity.number = number
    return kept


def of_country(words: tuple[str, ...]) -> tuple[str | None, tuple[str, ...]]:
    """Part a body's name into the country that it begins or ends with and the rest.

    "US Senate" and "United States Senate" are one, and "Senate" is either; "Supreme Court of the United States" too.
    """
    for n in range(min(4, len(words) - 1), 0, -1):
        entry = known().get(" ".join(words[:n]))
        if entry is not None and entry.kind == "country" and entry.sense != "seat":
            return entry.name, words[n:]
    for n in range(1, len(words) - 2):
        if words[n] == "of" and words[n - 1].lower() in _STATE_BODIES:
            entry = known().get(" ".join(words[n + 1 :]).removeprefix("the "))
            if entry is not None and entry.kind == "country":
                return entry.name, words[:n]
    return None, words


_STATE_BODIES = frozenset(
    ("court", "senate", "parliament", "congress", "representatives", "commons", "government", "constitution")
)


def _folded(words: Sequence[str]) -> str:
    return key(" ".join(words)).replace("-", " ")


def _join_bodies(entities: list[Entity], home: dict[int, Entity], spoken: set[str]) -> None:
    """Join short names and acronyms of bodies with the full name that alone fits them.

    A noun with a capital ("Union" at the head of a sentence) that the article also writes small (it is among the
    `spoken`) is no name: it joins the only body of its sort.
    """
    bodies = [e for e in entities if e.kind == "organization"]
    parts = {e.number: of_country(e.full) for e in bodies}
    folded = {n: [w.casefold() for w in rest if w.lower() != "the"] for n, (_, rest) in parts.items()}
    long = [e for e in bodies if len(e.full) > 1 or (e.full and is_humped(e.full[0]))]
    targets: dict[int, Entity] = {}
    for short in bodies:
        string = " ".join(short.full)
        country, _ = parts[short.number]
        plain = folded[short.number]
        acronym = is_acronym(string)
        fits = []
        for full in long:
            other, _ = parts[full.number]
            if full is short or (country and other and country != other):
                continue
            words = folded[full.number]
            if acronym:
                if abbreviates(string, full.full) or (words[:1] == plain and words[1:] in _GENERIC):
                    fits.append(full)
            elif words == plain:
                if other and not country:
                    fits.append(full)
            elif not short.canonical and len(full.full) > len(short.full) and _shortens(words, plain):
                fits.append(full)
        noun = string.lower()
        if not fits and noun in spoken and noun in sorts():
            fits = [
                full for full in long if sorts().get(head_word(full.full).lower(), _NO_SORT) & sorts()[noun]
            ]
        # "Parliament" may be that of two countries; "Commission" one of two: then it stands for itself.
        roots = {e.number: e for e in (targets.get(e.number, e) for e in fits) if e is not short}
        longest = [e for e in roots.values() if not any(e is not o and _within(e, o) for o in roots.values())]
        if len(longest) == 1:
            targets[short.number] = longest[0]
    for i, entity in list(home.items()):
        seen = set()
        while entity.number in targets and entity.number not in seen:
            seen.add(entity.number)
            entity = targets[entity.number]
        home[i] = entity


def _shortens(words: list[str], plain: list[str]) -> bool:
    """Say whether a body's name may be cut to `plain`: "Microsoft", "the Review Commission", not "News"."""
    if not holds_in_order(words, plain):
        return False
    if words[: len(plain)] != plain and "of" in words[: -len(plain)]:
        return False  # the "General Staff of the Army" is not the Army
    if len(plain) > 1 or all(word in kind_signs().club_openings for word in words[: -len(plain)]):
        return True  # "Varnik" for "FC Varnik"
    if words[0] == plain[0]:  # not "the Senate" for the "Senate Hunters Fund"
        return plain[0] not in _CUT_TO or words[1] in ("of", "for", "on")
    return plain[0] in _CUT_TO


_NO_SORT: frozenset[str] = frozenset()
_GENERIC = [["corporation"], ["company"], ["group"], ["bank"], ["airlines"], ["news"]]
"""What stands behind an acronym in the same body's longer name ("MTR", "MTR Corporation")."""
_CUT_TO = frozenset(
    "commission committee council court ministry department parliament senate congress assembly church bank "
    "union university institute association federation agency authority academy conference party board bureau "
    "commonwealth league society administration office organization organisation foundation center centre "
    "hospital corps navy army force police guild trust forum chamber tribunal panel ministry foundation".split()
)
"""Nouns that alone, with a capital, stand for the one body of that sort in an article."""


def _within(one: Entity, other: Entity) -> bool:
    return holds_in_order([w.casefold() for w in other.full], [w.casefold() for w in one.full])


def _place_single_names(
    found: list[Found],
    names: list[int],
    home: dict[int, Entity],
    entities: list[Entity],
    titled: Mapping[int, Gender],
) -> None:
    """Give surnames and other one-word names of people to the bearer on whom the article has settled."""
    first_seen: dict[int, int] = {}
    for i in names:
        if i in home:
            first_seen.setdefault(id(home[i]), i)
    bearers: dict[str, list[Entity]] = defaultdict(list)
    for entity in entities:
        if entity.kind == "person" and id(entity) in first_seen:
            for word in dict.fromkeys(w.casefold() for w in entity.full):
                bearers[word].append(entity)
    settled: dict[tuple[str, Gender | None], Entity] = {}
    # A surname that already stood alone, not in a headline only, is not of him who bears it amid other names.
    lone: dict[str, list[int]] = defaultdict(list)
    for i in names:
        if i not in home and found[i].kind == "person":
            lone[bare_person(found[i].words)[-1].casefold()].append(i)

    for i in names:
        mention = found[i]
        if i in home or mention.kind != "person":
            continue
        words = bare_person(mention.words)
        word = words[-1].casefold()
        fits = bearers.get(word, [])
        last = [e for e in fits if e.full[-1].casefold() == word]
        fits = last or [
            e
            for e in fits
            if e.full[0].casefold() == word or sum(n < first_seen[id(e)] for n in lone[word]) < 2
        ]
        gender = titled.get(i)
        if gender:
            fits = [e for e in fits if e.gender in (None, gender)]
        before = [e for e in fits if first_seen[id(e)] < i]
        main = settled.get((word, None))
        choice = settled.get((word, gender), main)
        if choice is None or (gender and choice.gender not in (None, gender)):
            pool = before or fits
            choice = pool[0] if len(pool) == 1 else _main_bearer(pool, home)
        if choice is None and not fits:
            choice = Entity(len(entities), "person", None, words)
            entities.append(choice)
            first_seen[id(choice)] = i
            bearers[word].append(choice)
        if choice is None:
            continue  # which of two bearers is meant cannot be told, and a wrong guess is worse than none
        # A dog that is called "Mr. Marbles" does not settle whom "Marbles" means.
        settled[word, None if main in (None, choice) else gender] = choice
        choice.gender = choice.gender or gender
        home[i] = choice


def _main_bearer(pool: list[Entity], home: dict[int, Entity]) -> Entity | None:
    """Return the bearer whom the article names in full three times as often as all others of the same surname."""
    counts = Counter(entity.number for entity in home.values())
    ranking = sorted(pool, key=lambda e: -counts[e.number])
    if ranking and counts[ranking[0].number] >= 3 * sum(counts[e.number] for e in ranking[1:]):
        return ranking[0]
    return None
