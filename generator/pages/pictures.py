"""Pictures of who is against whom, as SVG with a text for those who do not see it."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from html import escape as escape_html

from generator.model import Contest
from generator.pages.graph import Edge, components, edges, parties_of, strongest, with_support
from generator.pages.layout import Box, Drawing, Place, arrange
from generator.pages.markdown import Safe, shown

RAIL, MOST_IN_RAIL = 330.0, 12
"""Width of a picture beside the text, in CSS pixels, and how many parties it shows; the text tells of all."""
WHOLE, MOST_IN_WHOLE = 560.0, 40
"""The same of the widest picture of an index, and of all its pictures together."""
NARROW = 10
"""A picture of at most so many parties is as narrow as a phone."""
_SUPPORT = " A broken line joins one who stands with another to the other."
_HOP = 105.0
_LINE, _LETTERS = 15.0, 17
_LETTER, _WIDE_LETTER = 7.6, 13.0
"""Widths at 12.5 px: a little above the average of common system typefaces."""


def against_whom(
    disputes: Sequence[Contest],
    names: Mapping[str, str],
    links: Mapping[str, str],
    *,
    support: Iterable[tuple[str, str]] = (),
    most: int = MOST_IN_RAIL,
    width: float = RAIL,
) -> Safe | None:
    """Draw who is against whom: one picture for each group of parties that hang together.

    Args:
        disputes: The disputes to draw.
        names: What the parties are called, by id.
        links: Where their names lead, by id; a party may have none.
        support: Who stands with whom: pairs of one and the party.
        most: How many are drawn: those whose quarrels are shown most often.
        width: The greatest width of a picture.

    Returns:
        A figure as HTML on one line, or None where fewer than three parties would be drawn: two sides facing
        each other are told better by words.
    """
    drawn = with_support(strongest(edges(disputes), most), support, most)
    if len(parties_of(drawn)) < 3:
        return None
    pictures = [_picture(group, names, links, width) for group in components(drawn)]
    return Safe(
        f'<figure class="graph beyond-sheet" data-pagefind-ignore="all"><div class="pictures">{"".join(pictures)}'
        "</div><figcaption>An arrow leads from one who is against another to the other; a thicker line has more "
        f"evidence.{_SUPPORT if any(edge.support for edge in drawn) else ''}</figcaption></figure>"
    )


def _picture(group: Sequence[Edge], names: Mapping[str, str], links: Mapping[str, str], width: float) -> str:
    labels = {party: _lines(shown(names[party])) for party in parties_of(group)}
    boxes = {party: _box(lines) for party, lines in labels.items()}
    narrow = min(width, RAIL) if len(labels) <= NARROW else width
    drawing = arrange(boxes, [(edge.one, edge.other) for edge in group], narrow, _HOP)
    told = "; ".join(_told(edge, names) for edge in group)
    parts = [_edge(edge, drawing, boxes) for edge in group]
    parts += [
        _node(shown(names[party]), labels[party], drawing.places[party], boxes[party], links.get(party))
        for party in labels
    ]
    wide = ' class="wide"' if drawing.width > RAIL + 3 else ""
    return (
        f'<svg{wide} viewBox="0 0 {drawing.width:.1f} {drawing.height:.1f}" width="{drawing.width:.0f}" '
        f'height="{drawing.height:.0f}" fill="currentColor" font-size="12.5" role="group" '
        f'aria-label="{_attribute(f"Who is against whom: {told}")}">{"".join(parts)}</svg>'
    )


def _told(edge: Edge, names: Mapping[str, str]) -> str:
    one, other = names[edge.one], names[edge.other]
    if edge.support:
        return f"{one} stands with {other}"
    if edge.forth and edge.back:
        return f"{one} and {other} against each other"
    if edge.forth or edge.back:
        return f"{one} against {other}" if edge.forth else f"{other} against {one}"
    return f"{one} at odds with {other}"


def _edge(edge: Edge, drawing: Drawing, boxes: Mapping[str, Box]) -> str:
    """A line from box to box, with a head where it is against; it bends around other boxes."""
    start, end = drawing.places[edge.one], drawing.places[edge.other]
    bend = _bend(edge, drawing, boxes)
    away, back = _way(start, bend), _way(end, bend)
    x, y = _leave(start, away, boxes[edge.one], bool(edge.back))
    to_x, to_y = _leave(end, back, boxes[edge.other], bool(edge.forth))
    width = min(1 + 0.6 * edge.weight, 4)
    kind = 'class="edge support" stroke-dasharray="5 4"' if edge.support else 'class="edge"'
    line = (
        f'<path {kind} fill="none" stroke="currentColor" stroke-opacity="0.5" '
        f'd="M{x:.1f} {y:.1f}Q{bend[0]:.1f} {bend[1]:.1f} {to_x:.1f} {to_y:.1f}" stroke-width="{width:.1f}"/>'
    )
    heads = [_head(to_x, to_y, (-back[0], -back[1]))] if edge.forth else []
    heads += [_head(x, y, (-away[0], -away[1]))] if edge.back else []
    return line + "".join(heads)


def _bend(edge: Edge, drawing: Drawing, boxes: Mapping[str, Box]) -> Place:
    """Find where a line is bent to: the middle, unless another box lies in the way there."""
    (x, y), (to_x, to_y) = drawing.places[edge.one], drawing.places[edge.other]
    across = _way((x, y), (to_x, to_y))
    middle = ((x + to_x) / 2, (y + to_y) / 2)
    for by in (0, 25, -25, 45, -45, 70, -70, 100, -100, 140, -140):
        bend = (middle[0] - across[1] * by, middle[1] + across[0] * by)
        on_the_way = [
            (
                (1 - t) ** 2 * x + 2 * t * (1 - t) * bend[0] + t**2 * to_x,
                (1 - t) ** 2 * y + 2 * t * (1 - t) * bend[1] + t**2 * to_y,
            )
            for t in (step / 16 for step in range(1, 16))
        ]
        inside = all(0 < px < drawing.width and 0 < py < drawing.height for px, py in on_the_way)
        free = all(
            abs(px - drawing.places[party][0]) > box.width / 2 + 3
            or abs(py - drawing.places[party][1]) > box.height / 2 + 3
            for party, box in boxes.items()
            if party not in (edge.one, edge.other)
            for px, py in on_the_way
        )
        if inside and free:
            return bend
    return middle


def _way(start: Place, end: Place) -> Place:
    """The direction from one place to another, of length 1."""
    length = math.sqrt((end[0] - start[0]) ** 2 + (end[1] - start[1]) ** 2) or 1.0
    return (end[0] - start[0]) / length, (end[1] - start[1]) / length


def _leave(centre: Place, way: Place, box: Box, headed: bool) -> Place:
    """Where a line from the centre leaves the box, with room for the point of its head."""
    across = min(
        (half + 1) / abs(part) if part else math.inf
        for half, part in ((box.width / 2, way[0]), (box.height / 2, way[1]))
    ) + (8 if headed else 0)
    return centre[0] + way[0] * across, centre[1] + way[1] * across


def _head(x: float, y: float, way: Place) -> str:
    way_x, way_y = way
    points = ((x + 8 * way_x, y + 8 * way_y), (x - 4 * way_y, y + 4 * way_x), (x + 4 * way_y, y - 4 * way_x))
    return f'<polygon class="head" points="{" ".join(f"{px:.1f},{py:.1f}" for px, py in points)}"/>'


def _node(name: str, lines: Sequence[str], place: Place, box: Box, link: str | None) -> str:
    """A name in its box; a name that is broken or cut off is told in full to those who hear or point at it."""
    x, y = place
    first = y - (len(lines) - 1) * _LINE / 2 + 4.3
    rows = " ".join(
        f'<tspan x="{x:.1f}" y="{first + number * _LINE:.1f}">{_text(line)}</tspan>'
        for number, line in enumerate(lines)
    )
    drawn = (
        f'<rect class="node" x="{x - box.width / 2:.1f}" y="{y - box.height / 2:.1f}" width="{box.width:.1f}" '
        f'height="{box.height:.1f}" rx="4" fill="Canvas" stroke="currentColor" stroke-opacity="0.5"/>'
        f'<text text-anchor="middle">{rows}</text>'
    )
    if " ".join(lines) != name:
        drawn = f"<title>{_text(name)}</title>{drawn}"
    whole = f' aria-label="{_attribute(name)}"' if len(lines) > 1 else ""
    return f'<a href="{_attribute(link)}"{whole}>{drawn}</a>' if link else f"<g>{drawn}</g>"


def _box(lines: Sequence[str]) -> Box:
    def length(line: str) -> float:
        return sum(_WIDE_LETTER if unicodedata.east_asian_width(c) in "WF" else _LETTER for c in line)

    return Box(max(map(length, lines)) + 14, len(lines) * _LINE + 10)


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
