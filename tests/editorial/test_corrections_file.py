"""corrections.yml as it is read: lenient in what YAML is fussy about, strict in everything else."""

from __future__ import annotations

import string
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.editorial.corrections import Corrections
from generator.editorial.corrections_file import parse_corrections, read_corrections
from generator.errors import SettingsError

FORM = """
everywhere:
  actors:
    - actor: Harbour Board
      name: Velmouth Harbour Board
      kind: organization
briefings:
  harbour:
    quotations:
      - quotation: We signed nothing
        speaker: nobody
    disputes:
      - dispute: [Harbour Board, Dockers’ Union]
        drop: yes
    evidence:
"""


def test_a_form_is_read_and_every_correction_knows_its_line() -> None:
    known = parse_corrections(FORM)
    harbour = known.corrections.briefings["harbour"]
    assert known.corrections.everywhere.actors[0].name == "Velmouth Harbour Board"
    assert harbour.quotations[0].speaker == "nobody"
    assert harbour.disputes[0].dispute == ("Harbour Board", "Dockers’ Union")
    assert harbour.disputes[0].drop
    assert harbour.evidence == (), "a list that was left empty holds nothing"
    assert known.where(("briefings", "harbour", "quotations", 0)) == "corrections.yml, line 10"
    assert known.where(("briefings", "harbour", "title")) == "corrections.yml, line 8"


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "briefings:\n", "everywhere: ~\n"])
def test_a_file_that_says_nothing_corrects_nothing(text: str) -> None:
    assert parse_corrections(text).corrections == Corrections()


@pytest.mark.parametrize("name", ["No", "2014", "1e3", "2026-03-01", "Null Island", "off", "1:30", "0x10"])
def test_a_value_is_text_whatever_yaml_takes_it_for(name: str) -> None:
    text = f"everywhere:\n  actors:\n    - actor: {name}\n      role: {name}\n"
    (actor,) = parse_corrections(text).corrections.everywhere.actors
    assert (actor.actor, actor.role) == (name, name)


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("briefing:\n  x:\n    title: y\n", 1, "Did you mean `briefings`?"),
        ("briefings:\n  x:\n    titel: y\n", 3, "Did you mean `title`?"),
        ("briefings:\n  x:\n    quotations:\n      - quotation: a\n        speeker: b\n", 5, "`speaker`"),
        ("briefings:\n  x:\n    quotations:\n      - quotation: a\n", 4, "does not say what is right"),
        ("briefings:\n  x:\n    quotations:\n      - speaker: a\n", 4, "the key `quotation` is missing"),
        ("everywhere:\n  actors:\n    - actor: a\n      kind: human\n", 4, "'person', 'organization'"),
        ("everywhere:\n  actors:\n    - actor: a\n      drop: perhaps\n", 4, "neither true nor false"),
        (
            "everywhere:\n  actors:\n    - actor: a\n      drop: true\n      name: b\n",
            3,
            "keep one of the two",
        ),
        ("everywhere:\n  actors:\n    - actor: a\n      same_as: c\n      name: b\n", 3, "correct the other"),
        ("everywhere:\n  actors:\n    actor: a\n", 2, "begin each entry with a dash"),
        ("everywhere:\n  actors: a\n", 2, "begin each entry with a dash"),
        ("everywhere:\n  actors:\n    - a\n", 3, "wants keys and values"),
        ("briefings:\n  x:\n    disputes:\n      - dispute: {a: b}\n        drop: true\n", 4, "wants words"),
        ("briefings:\n  x:\n    title: a\n  x:\n    title: b\n", 4, "stands here twice"),
        ("briefings:\n  x:\n    title: a: b\n", 3, "between quotation marks"),
        ("briefings:\n  x:\n    title: *b\n", 3, "Write it out"),
        ("briefings:\n  x:\n\ttitle: a\n", 3, "is not YAML"),
        ('briefings:\n  x:\n    title: " "\n', 3, "is empty"),
        ('briefings:\n  x:\n    title: "a\\u202eb"\n', 3, "cannot be shown"),
        ("- a\n", 1, "wants keys and values"),
    ],
)
def test_what_no_correction_says_is_named_with_its_line_and_what_to_do(
    text: str, line: int, words: str
) -> None:
    with pytest.raises(SettingsError) as caught:
        parse_corrections(text)
    first = str(caught.value).splitlines()[0]
    assert first.startswith(f"corrections.yml, line {line}: "), first
    assert words in first


def test_all_problems_of_a_file_are_named_at_once() -> None:
    text = "briefings:\n  x:\n    titel: y\n    quotations:\n      - quotation: a\n"
    with pytest.raises(SettingsError) as caught:
        parse_corrections(text)
    assert [line.split(":")[0] for line in str(caught.value).splitlines()] == [
        "corrections.yml, line 3",
        "corrections.yml, line 5",
    ]


def test_a_file_that_is_not_there_corrects_nothing_unless_it_was_asked_for(tmp_path: Path) -> None:
    assert read_corrections(tmp_path / "corrections.yml").corrections == Corrections()
    with pytest.raises(SettingsError, match="is not there"):
        read_corrections(tmp_path / "corrections.yml", required=True)


def test_a_file_in_another_encoding_is_named(tmp_path: Path) -> None:
    (tmp_path / "corrections.yml").write_bytes("briefings:\n  x:\n    title: Café\n".encode("cp1252"))
    with pytest.raises(SettingsError, match="is not in UTF-8"):
        read_corrections(tmp_path / "corrections.yml")


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet=string.ascii_letters + " \n\t-:[]{}&*#'\"|>!%,?~", max_size=120))
def test_no_text_brings_the_reader_down(text: str) -> None:
    """Either it is understood, or the error is one that an editor can mend."""
    with suppress(SettingsError):
        assert isinstance(parse_corrections(text).corrections, Corrections)
