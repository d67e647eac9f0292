"""Pictures that the program draws itself: who is against whom, as SVG with a text for those who do not see it."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape as escape_html

from generator.model import Contest
from generator.pages.markdown import Safe, shown

MOST_NODES = 8
"""Parties drawn; the others stand in the text below."""
_WIDTH, _RADIUS, _LINE, _LETTERS = 320.0, 98.0, 15.0, 17
_RISE = 19.0
"""Half the height of the ellipse for each node: labels have two lines and must not touch."""
_MIDDLE_X = _WIDTH / 2


@dataclass(frozen=True, slots=True)
class Edge:
    """One party against another."""

    source: str
    target: str
    directed: bool
    weight: int
    """How many pieces of evidence say so."""


def edges(disputes: Sequence[Contest]) -> tuple[Edge, ...]:
    """Count who is against whom; parties of a dispute without any direction are joined without an arrow."""
    counted: dict[tuple[str, str, bool], int] = {}
    for contest in disputes:
        pairs = [
            (proof.evidence.source, proof.evidence.target)
            for proof in contest.evidence
            if proof.evidence.source and proof.evidence.target
        ]
        for source, target in pairs:
            if source != target:
                counted[source, target, True] = counted.get((source, target, True), 0) + 1
        if not pairs:
            for at, one in enumerate(contest.parties):
                for other in contest.parties[at + 1 :]:
                    counted[one, other, False] = counted.get((one, other, False), 0) + 1
    return tuple(Edge(*key, weight) for key, weight in counted.items())


def against_whom(
    disputes: Sequence[Contest], names: Mapping[str, str], links: Mapping[str, str]
) -> Safe | None:
    """Draw who is against whom, on an ellipse.

    Args:
        disputes: The disputes of a briefing.
        names: What the parties are called, by id.
        links: Where their names lead, by id; a party may have none.

    Returns:
        A figure as HTML on one line, or None where fewer than three parties would be drawn: two sides facing
        each other are told better by words.
    """
    drawn = edges(disputes)
    order = list(dict.fromkeys(party for edge in drawn for party in (edge.source, edge.target)))[:MOST_NODES]
    drawn = tuple(edge for edge in drawn if edge.source in order and edge.target in order)
    if len(order) < 3:
        return None
    labels = {party: _lines(shown(names[party])) for party in order}
    top = 24 + max(len(lines) for lines in labels.values()) * _LINE
    rise = max(70.0, _RISE * len(order))
    height = 2 * (rise + top)
    places = {}
    for number, party in enumerate(order):
        turn = 2 * math.pi * number / len(order) - math.pi / 2
        places[party] = (_MIDDLE_X + _RADIUS * math.cos(turn), height / 2 + rise * math.sin(turn))
    told = "; ".join(
        f"{names[e.source]} {'against' if e.directed else 'at odds with'} {names[e.target]}" for e in drawn
    )
    parts = [_edge(edge, places) for edge in drawn]
    parts += [_node(labels[party], places[party], height, links.get(party)) for party in order]
    return Safe(
        f'<figure class="graph beyond-sheet" data-pagefind-ignore="all">'
        f'<svg viewBox="0 0 {_WIDTH:.0f} {height:.0f}" width="{_WIDTH:.0f}" fill="currentColor" '
        f'font-size="12.5" role="group" '
        f'aria-label="{_attribute(f"Who is against whom: {told}")}">{"".join(parts)}</svg>'
        "<figcaption>An arrow leads from one who is against another to the other.</figcaption></figure>"
    )


def _edge(edge: Edge, places: Mapping[str, tuple[float, float]]) -> str:
    """A line that bends a little, so that two of opposite direction lie beside each other."""
    (x, y), (to_x, to_y) = places[edge.source], places[edge.target]
    length = math.hypot(to_x - x, to_y - y)
    along_x, along_y = (to_x - x) / length, (to_y - y) / length
    bend = 0.14 * length
    middle_x, middle_y = (x + to_x) / 2 - along_y * bend, (y + to_y) / 2 + along_x * bend
    # The line ends short of the dot, coming from where it was bent to.
    near = math.hypot(to_x - middle_x, to_y - middle_y)
    end_x, end_y = to_x - (to_x - middle_x) / near * 9, to_y - (to_y - middle_y) / near * 9
    width = min(1.2 + 0.5 * edge.weight, 4)
    line = (
        '<path class="edge" fill="none" stroke="currentColor" stroke-opacity="0.5" '
        f'd="M{x:.1f} {y:.1f}Q{middle_x:.1f} {middle_y:.1f} {end_x:.1f} {end_y:.1f}" '
        f'stroke-width="{width:.1f}"/>'
    )
    if not edge.directed:
        return line
    way_x, way_y = (end_x - middle_x) / (near - 9), (end_y - middle_y) / (near - 9)
    left = (end_x - 7 * way_x - 4 * way_y, end_y - 7 * way_y + 4 * way_x)
    right = (end_x - 7 * way_x + 4 * way_y, end_y - 7 * way_y - 4 * way_x)
    head = " ".join(f"{px:.1f},{py:.1f}" for px, py in ((end_x, end_y), left, right))
    return f'{line}<polygon class="head" points="{head}"/>'


def _node(lines: Sequence[str], place: tuple[float, float], height: float, link: str | None) -> str:
    x, y = place
    first = y + 20 if y > height / 2 - 1 else y - 12 - (len(lines) - 1) * _LINE
    at = min(max(x, 62), _WIDTH - 62)
    rows = "".join(
        f'<tspan x="{at:.1f}" y="{first + number * _LINE:.1f}">{_text(line)}</tspan>'
        for number, line in enumerate(lines)
    )
    drawn = f'<circle cx="{x:.1f}" cy="{y:.1f}" r="5"/><text text-anchor="middle">{rows}</text>'
    return f'<a href="{_attribute(link)}">{drawn}</a>' if link else f"<g>{drawn}</g>"


def _lines(name: str) -> list[str]:
    """Break a name into at most two lines."""
    words, lines = name.split(" "), [""]
    for word in words:
        if lines[-1] and len(lines[-1]) + 1 + len(word) > _LETTERS:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}".strip()
    if len(lines) > 2 or any(len(line) > _LETTERS + 4 for line in lines):
        lines = [line if len(line) <= _LETTERS + 4 else f"{line[:_LETTERS]}…" for line in lines[:2]]
        lines[-1] = lines[-1] if lines[-1].endswith("…") else f"{lines[-1]} …"
    return lines


def _text(words: str) -> str:
    """Escape words for an element; Markdown reads nothing in a block of HTML."""
    return escape_html(words, quote=False).replace("{", "&#123;")


def _attribute(words: str) -> str:
    return escape_html(shown(words), quote=True).replace("{", "&#123;")
