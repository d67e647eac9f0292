import pytest
from spacy.language import Language
from spacy.tokens import Doc

from tests.analysis.actors.actor_texts import body, read


def names(doc: Doc) -> list[tuple[str, str | None]]:
    return [(doc.text[m.start : m.end], m.kind) for m in doc._.mentions if m.form == "name"]


def test_a_name_ends_where_the_name_ends(nlp: Language) -> None:
    doc = body(
        nlp,
        "The U.S.-Mexico Water and Boundary Review Commission released a report.",
    )
    assert ("U.S.-Mexico Water and Boundary Review Commission", "organization") in names(doc)


def test_a_title_is_no_part_of_a_name_but_is_kept(nlp: Language) -> None:
    doc = body(nlp, "British Prime Minister Alan Croft met the press.")
    mention = next(m for m in doc._.mentions if doc.text[m.start : m.end] == "Alan Croft")
    first, last = mention.title
    assert doc[first:last].text == "British Prime Minister"


def test_a_hyphen_parts_two_countries(nlp: Language) -> None:
    doc = body(nlp, "Trade between them grew. China-Russia ties improved.")
    assert [words for words, _ in names(doc)] == ["China", "Russia"]


def test_the_parties_of_a_case_at_law_are_nobody_in_its_name(nlp: Language) -> None:
    doc = body(nlp, "The court of Lomna overturned Holm v. Lind on Monday.")
    assert not {"Holm", "Lind"} & {words for words, _ in names(doc)}


@pytest.mark.parametrize("kind", ["caption", "credit", "byline", "tagline", "dateline"])
def test_only_prose_counts(nlp: Language, kind: str) -> None:
    doc = read(nlp, (kind, "Peter Moe in Norway"), ("paragraph", "The talks went on for a week."))
    assert not doc._.mentions


def test_a_headline_in_capitals_names_only_who_is_named_below(nlp: Language) -> None:
    doc = read(
        nlp, ("headline", "Quist Leaves Harbour Talks Early"), ("paragraph", "Mara Quist left the talks.")
    )
    assert [words for words, _ in names(doc)] == ["Quist", "Mara Quist"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Beijing protested against the sale.", "country"),
        ("The two met in Beijing.", "place"),
        ("Moscow's demands grew.", "country"),
        ("Moscow's mayor resigned.", "place"),
        ("A gap between Ankara and Athens remains.", "country"),
    ],
)
def test_a_capital_is_a_government_or_a_city_by_its_use(nlp: Language, text: str, kind: str) -> None:
    assert {found for _, found in names(body(nlp, text))} == {kind}


def test_missiles_in_a_list_of_missiles_are_no_actors(nlp: Language) -> None:
    assert not names(body(nlp, "It keeps many missiles, including Hwasongs and several Scuds."))


def test_descriptions_know_number_and_definiteness(nlp: Language) -> None:
    doc = body(nlp, "The ministry asked two experts.")
    found = {doc.text[m.start : m.end]: m for m in doc._.mentions}
    assert (found["The ministry"].form, found["The ministry"].definite) == ("nominal", True)
    assert found["two experts"].plural


def test_the_place_and_agency_of_a_dateline_are_no_mentions(nlp: Language) -> None:
    doc = body(nlp, "LIMA, Peru (Quay Wire) — The mayor of Lima met Mara Quist of Quay Wire on Monday.")
    assert [name for name, _ in names(doc)] == ["Lima", "Mara Quist", "Quay Wire"]


def test_a_place_inside_a_bodys_name_is_one_where_the_name_leads_to_it(nlp: Language) -> None:
    doc = body(nlp, "The University of Bergen sued Air Norway Cargo. The ruling stands.")
    inside = [doc.text[m.start : m.end] for m in doc._.mentions if m.inside]
    assert inside == ["Bergen"]


def test_what_a_body_does_is_not_done_by_the_country_in_its_name(nlp: Language) -> None:
    doc = body(nlp, "Norway has a new agency. Fisheries Inspectorate Norway fined two boats.")
    assert sum(doc.text[m.start : m.end] == "Norway" for m in doc._.mentions) == 1


def test_small_words_between_hyphens_belong_to_the_name(nlp: Language) -> None:
    doc = body(nlp, "Members of Sipah-e-Marjan denied the attack.")
    assert [words for words, _ in names(doc)] == ["Sipah-e-Marjan"]


def test_a_people_is_not_its_country_where_the_country_is_named(nlp: Language) -> None:
    doc = body(nlp, "Norway warned travellers. All the Norwegians in the town were told to leave.")
    assert names(doc) == [("Norway", "country"), ("Norwegians", "group")]


def test_the_with_a_capital_inside_a_sentence_makes_a_body(nlp: Language) -> None:
    doc = body(nlp, "She has written for The Lantern since May.")
    assert ("Lantern", "organization") in names(doc)


def test_a_body_before_a_person_is_not_part_of_the_persons_name(nlp: Language) -> None:
    doc = body(nlp, "The member of Parliament Thomas Reyes resigned on Friday.")
    assert ("Thomas Reyes", "person") in names(doc)


@pytest.mark.parametrize("text", ["The General Assembly met on Monday.", "He was born in Saint Petersburg."])
def test_a_title_word_before_a_body_or_a_city_is_no_title(nlp: Language, text: str) -> None:
    assert "person" not in {kind for _, kind in names(body(nlp, text))}
