from __future__ import annotations

from generator.editorial.identity import Bearer, identify, name_key
from generator.model import Actor, ActorKind, Mention, MentionForm


def bearer(
    briefing: str,
    name: str,
    kind: ActorKind = "person",
    *,
    article: int = 0,
    aliases: tuple[str, ...] = (),
    form: MentionForm = "name",
) -> Bearer:
    mention = Mention(start=0, end=len(name), form=form)
    actor = Actor(id=name, name=name, kind=kind, aliases=aliases, salience=0.5, mentions=(mention,))
    return Bearer(briefing, article, actor)


def ids(*bearers: Bearer) -> list[str]:
    identity = identify(bearers)
    return [identity[b.briefing, b.article, b.actor.id] for b in bearers]


def test_a_full_name_is_the_same_person_in_every_briefing() -> None:
    one, other = ids(bearer("a", "Ines Castellan"), bearer("b", "Ines Castellan"))
    assert one == other == "ines-castellan"


def test_a_person_known_by_one_word_stays_in_its_briefing() -> None:
    assert ids(bearer("a", "Castellan"), bearer("b", "Castellan")) == ["castellan-a", "castellan-b"]


def test_an_organization_of_one_word_is_the_same_everywhere() -> None:
    one, other = ids(bearer("a", "Norvex", "organization"), bearer("b", "Norvex", "organization"))
    assert one == other


def test_what_is_never_named_stays_in_its_briefing() -> None:
    one, other = ids(
        bearer("a", "the union", "organization", form="nominal"),
        bearer("b", "the union", "organization", form="nominal"),
    )
    assert one != other


def test_in_one_story_a_surname_is_the_person_whose_alias_it_is() -> None:
    one, other = ids(
        bearer("a", "Ines Castellan", aliases=("Castellan",)), bearer("a", "Castellan", article=1)
    )
    assert one == other == "ines-castellan"


def test_a_surname_of_two_people_merges_with_neither() -> None:
    first, second, short = ids(
        bearer("a", "Ines Castellan", aliases=("Castellan",)),
        bearer("a", "Marco Castellan", aliases=("Castellan",)),
        bearer("a", "Castellan", article=1),
    )
    assert len({first, second, short}) == 3


def test_two_actors_of_one_article_are_never_one() -> None:
    one, other = ids(bearer("a", "Castellan"), bearer("a", "castellan"))
    assert one != other


def test_a_person_is_not_the_country_of_the_same_name() -> None:
    one, other = ids(bearer("a", "Georgia Vale"), bearer("b", "Georgia Vale", "place"))
    assert one != other


def test_kinds_that_waver_do_not_split_an_actor() -> None:
    one, other = ids(bearer("a", "Sea Council", "organization"), bearer("b", "Sea Council", "group"))
    assert one == other


def test_ids_do_not_depend_on_what_else_is_on_the_site() -> None:
    alone = ids(bearer("b", "Castellan"))
    assert ids(bearer("a", "Castellan"), bearer("b", "Castellan"))[1:] == alone


def test_name_key_folds_articles_possessives_and_dots() -> None:
    assert name_key("The U.S.’s") == name_key("the US") == "us"
