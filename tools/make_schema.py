"""Write the JSON Schema of what `briefings extract` prints: `python tools/make_schema.py` (or `make schema`).

It is made from `generator.model.Analysis` and ships with the package as `generator/analysis.schema.json`.
With --check nothing is written; the exit code is 1 where the file is not current.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from pydantic.json_schema import GenerateJsonSchema

from generator.model import Analysis

FILE = Path(__file__).resolve().parents[1] / "generator" / "analysis.schema.json"


def schema() -> dict[str, Any]:
    """Return the schema of one line of the output."""
    made: dict[str, Any] = {
        "$schema": GenerateJsonSchema.schema_dialect,
        **Analysis.model_json_schema(mode="serialization"),
    }
    for part in (made, *made["$defs"].values()):
        # A reader may rely on every field: what is unknown or empty is printed too, as null or [].
        part["required"] = list(part["properties"])
        for field in part["properties"].values():
            field.pop("title", None)  # it only repeats the field's name
    return made


def main() -> int:
    """Write the file, or check it; return the exit code."""
    text = json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"
    if "--check" in sys.argv[1:]:
        return int(not FILE.is_file() or FILE.read_text(encoding="utf-8") != text)
    FILE.write_text(text, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
