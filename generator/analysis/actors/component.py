"""Actors: what the mentions of an article amount to, named, described and in the order of their weight."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import cast

from spacy.language import Language
from spacy.tokens import Doc

from generator.analysis.actors.columns import Columns, columns
from generator.analysis.actors.found import Found, head_of
from generator.analysis.actors.nominals import name_of_group
from generator.analysis.actors.roles import find_roles
from generator.analysis.actors.salience import Features, salience
from generator.analysis.actors.stated import role_by_clause
from generator.analysis.names import bare_person, is_acronym, key
from generator.model import Actor, ActorKind, Mention, Span
from generator.text import distinct, one_line, slug

NAMELESS = 0.2
"""Share of its salience that an actor without a name keeps: those with a name are listed before it."""


@Language.component("briefings_actors", requires=["doc._.mentions"], assigns=["doc._.actors"])
def actors(doc: Doc) -> Doc:
    """Make the actors of the article: those that it names, by falling salience."""
    cols = doc._.columns or columns(doc)
    found = doc._.mentions
    text: str = doc._.source or doc.text
    named, nameless = groups(found)
    roles = find_roles(cols, list(found))
    every = named + nameless
    kinds = [kind_of(found, group) for group in every]
    weights = [salience(counted) for counted in features(doc, cols, found, every, kinds)]
    weights[len(named) :] = [round(NAMELESS * weight, 4) for weight in weights[len(named) :]]
    taken: set[str] = set()
    made = []
    order = sorted(range(len(every)), key=lambda n: (-weights[n], found[every[n][0]].start))
    for n in order:
        group = every[n]
        name, aliases = _names(text, cols, found, group, kinds[n])
        span = _role(cols, found, group, roles, kinds[n]) if kinds[n] in ("person", "organization") else None
        made.append(
            Actor(
                id=distinct(slug(name, "actor"), taken),
                name=name,
                kind=kinds[n],
                role=one_line(text[span.start : span.end]) if span else None,
                role_span=span,
                aliases=aliases,
                salience=weights[n],
                mentions=tuple(
                    Mention(start=found[i].start, end=found[i].end, form=found[i].form) for i in group
                ),
            )
        )
    doc._.actors, doc._.columns = tuple(made), None
    return doc


def groups(found: tuple[Found, ...]) -> tuple[list[list[int]], list[list[int]]]:
    """Gather the mentions of each actor, by their indexes: the actors with a name, and those without."""
    gathered: dict[int, list[int]] = defaultdict(list)
    for i, mention in enumerate(found):
        if mention.entity >= 0:
            gathered[mention.entity].append(i)
    named = [group for group in gathered.values() if any(found[i].form == "name" for i in group)]
    return named, [group for group in gathered.values() if all(found[i].form != "name" for i in group)]


def kind_of(found: tuple[Found, ...], group: list[int]) -> ActorKind:
    """Return what an actor is, by what its names are."""
    votes = Counter(
        found[i].kind for i in group if found[i].form == "name" and found[i].kind not in (None, "thing")
    )
    for i in group:
        if found[i].canonical:
            return cast(ActorKind, found[i].kind)
    if not votes and all(found[i].form != "name" for i in group):
        # "A group of protesters" is no body: where one mention tells of several people, all do.
        return cast(ActorKind, min((str(found[i].kind) for i in group if found[i].kind), default="group"))
    return cast(ActorKind, votes.most_common(1)[0][0]) if votes else "other"


def _names(
    text: str, cols: Columns, found: tuple[Found, ...], group: list[int], kind: ActorKind
) -> tuple[str, tuple[str, ...]]:
    """Return the name for the page and the other names, in the order of the text."""
    if all(found[i].form != "name" for i in group):
        return name_of_group(text, cols, found, group), ()
    forms: dict[str, str] = {}
    governments: list[str] = []
    canonical = None
    for i in group:
        mention = found[i]
        if mention.form == "nominal" and mention.kind == "organization" and kind == "country":
            governments.append(one_line(text[mention.start : mention.end]))
        if mention.form != "name":
            continue
        printed = one_line(text[mention.start : mention.end])
        if mention.kind == "person":
            bare = bare_person(mention.words)
            printed = printed[printed.find(bare[0]) :] if bare and bare[0] in printed else printed
        if mention.canonical and (mention.kind == "country" or canonical is None):
            canonical = mention.canonical
        if mention.sense != "adjective":
            known = forms.setdefault(key(printed), printed)
            if known.isupper() and not printed.isupper() and (kind == "person" or " " in known):
                forms[key(printed)] = printed  # what a headline in capitals shouts
    if canonical and kind in ("country", "place"):
        best = canonical
    elif forms:
        best = max(forms.values(), key=lambda form: (not is_acronym(form), len(form.split()), len(form)))
    else:
        best = canonical or one_line(text[found[group[0]].start : found[group[0]].end])
    for government in governments:
        called = government.split(" ", 1)[-1] if government[:4].lower() == "the " else government
        if " " in called:
            forms.setdefault(key(called), called)
    return best, tuple(form for form in forms.values() if key(form) != key(best))


def _role(
    cols: Columns,
    found: tuple[Found, ...],
    group: list[int],
    roles: dict[int, list[tuple[int, int]]],
    kind: ActorKind,
) -> Span | None:
    """Return where the article first says at some length what a person or body is."""
    spans = [span for i in group for span in roles.get(i, ())]
    if kind == "organization":
        # Behind a body's name may stand another one: of such only a common noun in the singular says what it is.
        spans = [span for span in spans if cols.tag[head_of(cols, *span)] == "NN"]
    elif not spans:
        spans = [span for i in group if found[i].form == "name" and (span := role_by_clause(cols, found[i]))]
    if not spans:
        return None
    # One bare word ("President") says less than a phrase that comes later ("President of Egypt").
    first, last = next((span for span in spans if span[1] - span[0] > 1), spans[0])
    return Span(start=cols.start[first], end=cols.end(last - 1))


def features(
    doc: Doc, cols: Columns, found: tuple[Found, ...], every: list[list[int]], kinds: list[ActorKind]
) -> list[Features]:
    """Count what tells how much the article is about each actor."""
    body = [i for i, kind in enumerate(cols.kinds) if kind in ("paragraph", "quotation", "item")]
    lead = body[0] if body else -1
    blocks = len({b for b in cols.block if b >= 0}) or 1
    length = max(cols.end(len(cols.text) - 1), 1) if cols.text else 1
    speakers = [quote.speaker.start for quote in doc._.quotes if quote.speaker is not None]
    spoken = set(speakers)
    counted = []
    for whole, kind in zip(every, kinds, strict=True):
        group = [i for i in whole if not found[i].inside] or whole[:1]
        places = [cols.block[found[i].first] for i in group]
        subjects = sum(cols.dep[found[i].head] in ("nsubj", "nsubjpass") for i in group)
        counted.append(
            Features(
                mentions=len(group),
                first=found[group[0]].start / length,
                headline=any(cols.kinds and cols.kinds[b] == "headline" for b in places),
                lead=lead in places,
                subject=subjects / len(group),
                modifier=sum(cols.dep[found[i].head] in _MODIFIER for i in group) / len(group),
                speaks=any(found[i].start in spoken for i in group),
                spread=len(set(places)) / blocks,
                kind=kind,
            )
        )
    return counted


_MODIFIER = ("compound", "amod", "nmod", "npadvmod")
