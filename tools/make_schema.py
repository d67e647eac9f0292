"""Write the JSON Schemas of what goes out and what comes in: `python tools/make_schema.py` (or `make schema`).

That of what `briefings extract` prints is made from `generator.model.Analysis`, that of `corrections.yml` from
`generator.editorial.corrections.Corrections`. Both ship with the package, as `generator/*.schema.json`.
With --check nothing is written; the exit code is 1 where a file is not current.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from pydantic.json_schema import GenerateJsonSchema

from generator.editorial.corrections import Corrections
from generator.model import Analysis

PACKAGE = Path(__file__).resolve().parents[1] / "generator"


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


def corrections_schema() -> dict[str, Any]:
    """Return the schema of the file of corrections, as YAML gives it; every value of it may be text."""
    made: dict[str, Any] = {
        "$schema": GenerateJsonSchema.schema_dialect,
        **Corrections.model_json_schema(mode="validation"),
    }
    for part in (made, *made["$defs"].values()):
        for field in part["properties"].values():
            field.pop("title", None)
            field.pop("default", None)
            if any(choice == {"type": "null"} for choice in field.get("anyOf", ())):
                # A key that is left out is null inside only.
                (kept,) = (choice for choice in field.pop("anyOf") if choice != {"type": "null"})
                field.update(kept)
    return made


def main() -> int:
    """Write the files, or check them; return the exit code."""
    made = {"analysis.schema.json": schema(), "corrections.schema.json": corrections_schema()}
    for name, content in made.items():
        file, text = PACKAGE / name, json.dumps(content, indent=2, ensure_ascii=False) + "\n"
        if "--check" not in sys.argv[1:]:
            file.write_text(text, encoding="utf-8", newline="\n")
        elif not file.is_file() or file.read_text(encoding="utf-8") != text:
            return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
