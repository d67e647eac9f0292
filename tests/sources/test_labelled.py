"""Blocks and facts of small labelled articles: what each line of a news page is."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import pytest

from generator.sources.read import parse_article


@dataclass
class Labelled:
    name: str
    lines: list[str] = field(default_factory=list)
    blocks: list[tuple[str, str]] = field(default_factory=list)
    facts: dict[str, str] = field(default_factory=dict)


def labelled() -> list[Labelled]:
    found: list[Labelled] = []
    for line in Path(__file__).with_name("labelled.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("=== "):
            found.append(Labelled(line[4:]))
        elif found and line.startswith("= "):
            name, value = line[2:].split(": ", 1)
            found[-1].facts[name] = value
        elif found and not line:
            found[-1].lines.append("")
        elif found:
            kinds, words = line.split("| ", 1)
            found[-1].lines.append(words.replace(" ¦ ", " "))
            if kinds == "+":
                kind, before = found[-1].blocks.pop()
                found[-1].blocks.append((kind, f"{before}\n{words}"))
            else:
                parts = zip(kinds.split("+"), words.split(" ¦ "), strict=True)
                found[-1].blocks += [(kind, part.strip()) for kind, part in parts]
    return found


@pytest.mark.parametrize("article", labelled(), ids=lambda article: article.name)
def test_each_line_is_recognised_for_what_it_is(article: Labelled) -> None:
    read = parse_article("\n".join(article.lines).strip("\n").encode(), f"{article.name}.txt")
    assert [(block.kind, block.of(read.text)) for block in read.blocks] == article.blocks


@pytest.mark.parametrize("article", [a for a in labelled() if a.facts], ids=lambda article: article.name)
def test_what_the_lines_state_is_known(article: Labelled) -> None:
    read = parse_article("\n".join(article.lines).strip("\n").encode(), f"{article.name}.txt")
    known = {name: getattr(read, name) for name in article.facts}
    known |= {name: ", ".join(value) for name, value in known.items() if isinstance(value, tuple)}
    assert {name: str(value) for name, value in known.items()} == article.facts


def test_the_table_is_not_empty() -> None:
    assert len(labelled()) >= 60
