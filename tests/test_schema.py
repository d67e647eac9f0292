"""The JSON Schema of the contract: current, and what `briefings extract` prints keeps it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, ValidationError
from spacy.language import Language

from generator.analysis.pipeline import analyse
from generator.sources.read import parse_article

ROOT = Path(__file__).resolve().parents[1]
ARTICLE = """Port authority accuses ferry line of dumping

ESMERAL, June 2, 2026 - The Esmeral Port Authority accused Corvo Lines on Tuesday of dumping oil in the bay.

"They knew the valve was broken," said Ana Teles, the authority's director. "They sailed all the same."

Corvo Lines denied it. Its spokesman, Piet Maas, said that no valve had failed.
"""


@pytest.fixture(scope="module")
def validator() -> Draft202012Validator:
    schema = json.loads((ROOT / "generator" / "analysis.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


@pytest.fixture(scope="module")
def printed(nlp: Language) -> dict[str, Any]:
    (analysis,) = analyse(nlp, [parse_article(ARTICLE.encode(), "port.txt")])
    found: dict[str, Any] = json.loads(analysis.model_dump_json())
    return found


def test_the_schema_is_current() -> None:
    """`make schema` writes it anew after a change of generator/model.py."""
    made = subprocess.run([sys.executable, "tools/make_schema.py", "--check"], cwd=ROOT, check=False)
    assert made.returncode == 0, "generator/analysis.schema.json is not current: run `make schema`"


def test_what_extract_prints_keeps_the_schema(
    validator: Draft202012Validator, printed: dict[str, Any]
) -> None:
    validator.validate(printed)
    assert printed["actors"]
    assert printed["quotes"]


@pytest.mark.parametrize(
    "change",
    [
        {"title": None},
        {"date": "June 2, 2026"},
        {"actors": [{"id": "ana"}]},
        {"summary": [{"start": -1, "end": 4}]},
        {"mood": "tense"},
    ],
)
def test_the_schema_refuses_what_the_contract_does_not_allow(
    validator: Draft202012Validator, printed: dict[str, Any], change: dict[str, Any]
) -> None:
    with pytest.raises(ValidationError):
        validator.validate(printed | change)


def test_a_field_that_is_left_out_breaks_the_schema(
    validator: Draft202012Validator, printed: dict[str, Any]
) -> None:
    for name in printed:
        with pytest.raises(ValidationError):
            validator.validate({key: value for key, value in printed.items() if key != name})
