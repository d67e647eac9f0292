"""Reading `corrections.yml`: YAML in which every value is text, and messages that name the line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import Any, get_args

import yaml
from pydantic import BaseModel, ValidationError

from generator.editorial.corrections import Corrections
from generator.errors import SettingsError

Place = tuple[str | int, ...]
"""Where something stands in the file: keys and positions in lists."""
LARGEST = 2_000_000
"""Of the file, in bytes; YAML takes about a second for a tenth of it."""
_EXPECTED = {
    "tuple_type": "wants a list: begin each entry with a dash (-)",
    "dict_type": "wants keys and values (name: ...)",
    "model_type": "wants keys and values (name: ...)",
    "model_attributes_type": "wants keys and values (name: ...)",
    "string_type": "wants words: put them between quotation marks",
    "string_too_long": "is too long: 400 characters are the most",
    "bool_parsing": "is neither true nor false",
    "bool_type": "is neither true nor false",
}


@dataclass(frozen=True, slots=True)
class CorrectionsFile:
    """Corrections, and where each of them stands."""

    name: str = "corrections.yml"
    corrections: Corrections = field(default_factory=Corrections)
    lines: dict[Place, int] = field(default_factory=dict)

    def where(self, place: Place) -> str:
        """Name a place of the file: "corrections.yml, line 12"."""
        return f"{self.name}, line {_line(self.lines, place)}"


def read_corrections(path: Path, *, required: bool = False) -> CorrectionsFile:
    """Read the file.

    Args:
        path: Where it lies.
        required: Whether it is an error if there is none.

    Returns:
        The corrections; none where there is no file.

    Raises:
        SettingsError: It cannot be read, is not YAML, or says something that no correction says.
    """
    try:
        data = path.read_bytes()
    except (FileNotFoundError, NotADirectoryError) as error:
        if not required:
            return CorrectionsFile(path.name)
        raise SettingsError(
            f"{path}: is not there. Write it, or mend `corrections` under extra.briefings in mkdocs.yml."
        ) from error
    except OSError as error:
        raise SettingsError(f"{path}: cannot be read ({error.strerror}).") from error
    if len(data) > LARGEST:
        raise SettingsError(f"{path}: is larger than {LARGEST // 1_000_000} MB. Divide the site.")
    try:
        return parse_corrections(data.decode("utf-8-sig"), path.name)
    except UnicodeDecodeError as error:
        raise SettingsError(f"{path}: is not in UTF-8. Save it in that encoding.") from error


def parse_corrections(text: str, name: str = "corrections.yml") -> CorrectionsFile:
    """Read corrections from the text of a file.

    Raises:
        SettingsError: As `read_corrections`; every problem is named with its line.
    """
    try:
        for event in yaml.parse(text, Loader=yaml.SafeLoader):
            if isinstance(event, yaml.AliasEvent):
                line = event.start_mark.line + 1 if event.start_mark else 1
                raise SettingsError(
                    f"{name}, line {line}: *{event.anchor} repeats another part. Write it out; if the * is meant "
                    "as such, put the value between quotation marks."
                )
        root = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise SettingsError(
            f"{name}, line {line}: is not YAML ({error.problem}). Words with a colon, a quotation mark or a # in "
            "them stand between quotation marks; lines that belong together begin at the same column."
        ) from error
    except (yaml.YAMLError, RecursionError) as error:
        raise SettingsError(f"{name}: is not YAML ({str(error) or 'nested too deeply'}).") from error
    lines: dict[Place, int] = {}
    problems: list[str] = []
    plain = _plain(root, (), lines, problems, name) if root is not None else None
    corrections = Corrections()
    if not problems:
        try:
            corrections = Corrections.model_validate({} if plain is None else plain)
        except ValidationError as error:
            problems = [f"{name}, line {line}: {words}" for line, words in sorted(_told(error, lines))]
    if problems:
        raise SettingsError("\n".join(problems))
    return CorrectionsFile(name, corrections, lines)


def _plain(node: yaml.Node, place: Place, lines: dict[Place, int], problems: list[str], name: str) -> Any:
    """Make plain values of a node; a value is text, whatever YAML takes it for ("no", 2014), or None if empty."""
    lines[place] = node.start_mark.line + 1
    if isinstance(node, yaml.MappingNode):
        values: dict[str, Any] = {}
        for key_node, value_node in node.value:
            key, line = str(key_node.value), key_node.start_mark.line + 1
            if key in values:
                problems.append(f"{name}, line {line}: `{key}` stands here twice. Put the two together.")
            values[key] = _plain(value_node, (*place, key), lines, problems, name)
            lines[(*place, key)] = line
        return {key: value for key, value in values.items() if value is not None}
    if isinstance(node, yaml.SequenceNode):
        items = [
            _plain(item, (*place, number), lines, problems, name) for number, item in enumerate(node.value)
        ]
        return [{} if item is None else item for item in items]
    return None if node.tag.endswith(":null") and not node.value.strip("~ ") else node.value


def _line(lines: dict[Place, int], place: Place) -> int:
    while place and place not in lines:
        place = place[:-1]
    return lines.get(place, 1)


def _told(error: ValidationError, lines: dict[Place, int]) -> Iterator[tuple[int, str]]:
    """Yield the line and the wording of each problem."""
    told: set[Place] = set()
    for item in error.errors():
        place: Place = item["loc"]
        # A choice of two types adds their names to the place.
        while place and place not in lines and item["type"] != "missing":
            place = place[:-1]
        if place in told:  # of a choice of two types one message is enough
            continue
        told.add(place)
        line = _line(lines, place)
        key = next((part for part in reversed(place) if isinstance(part, str)), "the file")
        if item["type"] == "extra_forbidden":
            yield line, f"there is no key `{key}` here. {_known(place)}"
        elif item["type"] == "missing":
            yield line, f"the key `{key}` is missing."
        elif item["type"] == "literal_error":
            yield line, f"`{key}` is {item['ctx']['expected']}, and not {str(item['input'])!r}."
        elif item["type"] == "value_error":
            subject = f"`{key}` " if isinstance(place[-1] if place else 0, str) else "this correction "
            yield line, f"{subject}{item['ctx']['error']}."
        else:
            yield line, f"`{key}` {_EXPECTED.get(item['type'], item['msg'])}."


def _known(place: Place) -> str:
    """Say which keys there are where an unknown one stands."""
    keys = _keys(place[:-1])
    near = get_close_matches(str(place[-1]), keys, n=1)
    meant = f"Did you mean `{near[0]}`? " if near else ""
    return f"{meant}Known are: {', '.join(keys)}."


def _keys(place: Sequence[str | int]) -> list[str]:
    model: Any = Corrections
    for part in place:
        if isinstance(part, int):
            continue
        if isinstance(model, type) and issubclass(model, BaseModel) and part in model.model_fields:
            model = model.model_fields[part].annotation
        inner = [kind for kind in get_args(model) if isinstance(kind, type) and issubclass(kind, BaseModel)]
        model = inner[0] if inner else model
    return list(model.model_fields) if isinstance(model, type) and issubclass(model, BaseModel) else []
