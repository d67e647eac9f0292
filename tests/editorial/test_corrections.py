"""What an editor can correct, as the documentation and the schema tell it."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator, ValidationError

from generator.editorial.corrections import (
    ActorCorrection,
    BriefingCorrections,
    Corrections,
    DisputeCorrection,
    Everywhere,
    EvidenceCorrection,
    NewActor,
    QuotationCorrection,
)
from generator.editorial.corrections_file import parse_corrections

ROOT = Path(__file__).resolve().parents[2]
REFERENCE = (ROOT / "docs" / "reference-corrections.md").read_text(encoding="utf-8")
HOW_TO = (ROOT / "docs" / "how-to.md").read_text(encoding="utf-8")
SECTIONS: dict[str, type] = {
    "The file": Corrections,
    "Everywhere": Everywhere,
    "One briefing": BriefingCorrections,
    "An actor": ActorCorrection,
    "A new actor": NewActor,
    "A quotation": QuotationCorrection,
    "A piece of evidence": EvidenceCorrection,
    "A dispute": DisputeCorrection,
}


def examples() -> list[str]:
    """The corrections that the documentation shows."""
    shown = re.findall(r"```yaml\n(.*?)```", REFERENCE + HOW_TO, re.DOTALL)
    return [text for text in shown if re.match(r"(?:everywhere|briefings):", text)]


def validator() -> Draft202012Validator:
    schema = json.loads((ROOT / "generator" / "corrections.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


@pytest.mark.parametrize("title", SECTIONS)
def test_every_key_is_documented_and_no_other(title: str) -> None:
    text = re.search(rf"^#+ {title}\n(.*?)(?=^#|\Z)", REFERENCE, re.DOTALL | re.MULTILINE)
    assert text
    model: Any = SECTIONS[title]
    assert set(re.findall(r"^\| `(\w+)` \|", text[1], re.MULTILINE)) == set(model.model_fields)


def test_the_order_in_which_a_briefing_is_corrected_is_documented() -> None:
    text = REFERENCE.split("### One briefing")[1].split("###")[0]
    order = re.findall(r"^\| `(\w+)` \|", text, re.MULTILINE)
    assert order == ["new_actors", "actors", "quotations", "evidence", "disputes", "title", "lead"]


@pytest.mark.parametrize("text", examples())
def test_every_example_of_the_documentation_is_understood_and_keeps_the_schema(text: str) -> None:
    assert parse_corrections(text).corrections != Corrections()
    validator().validate(yaml.safe_load(text))


def test_there_are_examples() -> None:
    assert len(examples()) == 4


@pytest.mark.parametrize(
    "wrong",
    [
        {"briefing": {}},
        {"briefings": {"x": {"quotations": [{"speaker": "a"}]}}},
        {"everywhere": {"actors": [{"actor": "a", "kind": "human"}]}},
        {"everywhere": {"actors": {"actor": "a"}}},
    ],
)
def test_the_schema_refuses_what_the_reader_refuses(wrong: Any) -> None:
    with pytest.raises(ValidationError):
        validator().validate(wrong)


def test_the_words_that_a_page_may_show_are_names_roles_issues_and_headlines() -> None:
    known = Corrections.model_validate(
        {
            "everywhere": {"actors": [{"actor": "a", "name": "One"}, {"actor": "b", "role": "two"}]},
            "briefings": {
                "x": {
                    "title": "Three",
                    "new_actors": [{"name": "Four", "kind": "group", "role": "five"}],
                    "disputes": [{"dispute": "c", "issue": "six"}],
                    "quotations": [{"quotation": "d", "speaker": "e"}],
                }
            },
        }
    )
    assert known.words() == {"One", "two", "Three", "Four", "five", "six"}
