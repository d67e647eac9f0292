"""The tables of the site: read by any program, and by a spreadsheet without harm."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from generator.model import Briefing, Change
from generator.outputs.data import Desk
from generator.outputs.tables import table, tables
from generator.settings import read_settings
from tests.pages.made import collection

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def made() -> dict[str, bytes]:
    return tables(Desk.of(collection(), read_settings(ROOT / "mkdocs.yml", site_url="https://example.org/")))


def rows(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode(), newline=""), strict=True))


def test_there_is_a_row_for_each_briefing_actor_page_piece_of_evidence_and_quotation(
    made: dict[str, bytes],
) -> None:
    briefings = collection().briefings
    desk = Desk.of(collection(), read_settings(ROOT / "mkdocs.yml"))
    assert len(rows(made["briefings.csv"])) == len(briefings)
    assert len(rows(made["actors.csv"])) == len(desk.actors)
    assert len(rows(made["quotes.csv"])) == sum(len(b.quotes) for b in briefings)
    assert len(rows(made["disputes.csv"])) == sum(len(d.evidence) for b in briefings for d in b.disputes)


def test_lines_end_as_the_standard_says_and_none_breaks_inside(made: dict[str, bytes]) -> None:
    for content in made.values():
        assert content.endswith(b"\r\n")
        assert content.count(b"\n") == content.count(b"\r\n") == len(rows(content)) + 1


def test_a_quotation_has_its_words_its_speaker_and_its_permalink(made: dict[str, bytes]) -> None:
    row = next(row for row in rows(made["quotes.csv"]) if row["speaker"] == "lena-ostrel")
    assert row["text"] == "We pay for berths that do not exist"
    assert (row["name"], row["speaker_words"], row["cue"]) == ("Lena Ostrel", "Lena Ostrel", "said")
    assert row["url"] == f"https://example.org/briefings/ferry/#{row['quote']}"


@pytest.mark.parametrize("start", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "  =1"])
def test_no_cell_is_a_formula(start: str) -> None:
    cell = table("a b", [(start, 1)]).decode().split("\r\n")[1]
    assert cell[0] == "'"


def test_numbers_and_what_is_not_known_stay_as_they_are() -> None:
    assert table("a b c", [(-1, 0.5, None)]) == b"a,b,c\r\n-1,0.5,\r\n"


def test_commas_and_quotation_marks_in_a_cell_are_kept() -> None:
    assert rows(table("a b", [('one, "two"', "three\nfour")])) == [{"a": 'one, "two"', "b": "three four"}]


def test_a_row_says_what_an_editor_corrected_in_it() -> None:
    changed = Change(what="speaker", found="Lena Ostrel")

    def correct(briefing: Briefing) -> Briefing:
        first, *others = briefing.quotes
        return briefing.model_copy(
            update={"quotes": (first.model_copy(update={"changes": (changed, changed)}), *others)}
        )

    whole = collection()
    edited = whole.model_copy(
        update={"briefings": tuple(correct(b) if b.quotes else b for b in whole.briefings)}
    )
    desk = Desk.of(edited, read_settings(ROOT / "mkdocs.yml"))
    found = [row["corrected"] for row in rows(tables(desk)["quotes.csv"])]
    with_quotes = [briefing for briefing in edited.briefings if briefing.quotes]
    assert (found.count("speaker"), set(found)) == (len(with_quotes), {"speaker", ""})


def test_quotations_of_equal_words_have_ids_of_their_own() -> None:
    whole = collection()
    first = next(briefing for briefing in whole.briefings if briefing.quotes)
    twice = first.model_copy(update={"quotes": (first.quotes[0], *first.quotes)})
    desk = Desk.of(whole.model_copy(update={"briefings": (twice,)}), read_settings(ROOT / "mkdocs.yml"))
    ids = [row["quote"] for row in rows(tables(desk)["quotes.csv"])]
    assert ids[1] == f"{ids[0]}-2"
    assert len(set(ids)) == len(ids)
