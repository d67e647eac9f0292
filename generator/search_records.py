"""What the search finds besides pages: quotations and disputes with their permalinks, names of actors, facets.

Everything comes from the data of the pages (`data.json`) that lie in the site. Pagefind's index has an entry for each
of its documents that every search loads: 100,000 quotations would cost each reader 770 kB. A document here is
therefore a briefing with a heading for each of its quotations, and the search page shows the headings that hold a hit.
Names need no index of words: they stand in small files by the first letters of each of their words.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from html import escape
from pathlib import Path
from string import ascii_lowercase
from typing import Any

Data = Mapping[str, Any]

QUOTATIONS, DISPUTES = "quotations", "disputes"
"""The indexes beside that of the pages, and their folders."""
LETTERS = 3
"""Letters of a word that name the file of the names that have a word beginning so."""
MOST_VALUES = 300
"""Values of a facet that are offered: those in most briefings."""
SPLIT = frozenset({"actor", "speaker", "dispute"})
"""Facets of more values than a reader should load: Pagefind keeps them apart by the first letter of the value."""
_ACTS = {"denial": "Denied:", "refusal": "Refused:", "plan": "Planned:", "belief": "Believed:"}
_NOBODY = "…"
"""Heading of a quotation that nobody is named for."""


def briefings(site: Path) -> Iterator[tuple[str, Data]]:
    """Yield the folder of each published briefing within the site, with its data."""
    for file in sorted(site.glob("briefings/*/data.json")):
        yield file.parent.relative_to(site).as_posix(), json.loads(file.read_text(encoding="utf-8"))


def actors(site: Path) -> Iterator[tuple[str, Data]]:
    """Yield the folder of each published actor within the site, with its data."""
    for file in sorted(site.glob("actors/*/data.json")):
        yield file.parent.relative_to(site).as_posix(), json.loads(file.read_text(encoding="utf-8"))


def quotations_page(data: Data) -> str | None:
    """Return a document of a briefing's quotations, each under its speaker's name; None if there is none."""
    parts = [(quote["id"], speaker(quote) or _NOBODY, said(quote)) for quote in data["quotes"]]
    speakers = dict.fromkeys(name for quote in data["quotes"] if (name := speaker(quote)))
    return _document(data, {**facets(data), "speaker": list(speakers)}, parts)


def disputes_page(data: Data) -> str | None:
    """Return a document of a briefing's disputes: each sentence of evidence once, under its issue and parties."""
    names = {actor["id"]: actor["name"] for actor in data["actors"]}
    parts = []
    for dispute in data["disputes"]:
        known = set()
        for proof in dispute["evidence"]:
            if proof["text"] in known:
                continue
            known.add(proof["text"])
            first, second = proof.get("source"), proof.get("target")
            sides = (
                f"{names[first]} against {names[second]}"
                if first in names and second in names
                else " and ".join(names[party] for party in dispute["parties"])
            )
            title = f"{dispute['issue']}: {sides}" if dispute.get("issue") else sides
            parts.append((proof["id"], title, proof["text"]))
    return _document(data, facets(data), parts)


def speaker(quote: Data) -> str:
    """Name who says it, or return the article's words for somebody without a name."""
    known = quote.get("speaker") or {}
    return str(known.get("name") or known.get("words") or "")


def said(quote: Data) -> str:
    """Word a quotation as a page does: what is no statement never stands without the words that say so."""
    if quote["kind"] == "direct":
        return f"“{quote['text']}”"
    before = quote.get("reporting") or _ACTS.get(quote["act"], "")
    return f"{before} {quote['text']}".strip()


def facets(data: Data) -> dict[str, list[str]]:
    """Return what a briefing can be narrowed down by: facet -> values."""
    speakers = dict.fromkeys(
        q["speaker"]["name"] for q in data["quotes"] if (q.get("speaker") or {}).get("name")
    )
    return {
        "actor": [actor["name"] for actor in data["actors"]],
        "dispute": [dispute["issue"] for dispute in data["disputes"] if dispute.get("issue")],
        "speaker": list(speakers),
        "publisher": data["publishers"],
        "topic": data["topics"],
        "year": [data["date"][:4]] if data.get("date") else [],
    }


def _document(
    data: Data, values: Mapping[str, Iterable[str]], parts: list[tuple[str, str, str]]
) -> str | None:
    """Write an HTML page for Pagefind: a heading and a paragraph for each part, and the facets."""
    if not parts:
        return None
    lines = [
        f'<html lang="en"><title>{escape(data["title"])}</title><body data-pagefind-body>',
        '<div hidden data-pagefind-ignore="index">',
        f'<b data-pagefind-meta="title">{escape(data["title"])}</b>',
    ]
    for facet, names in values.items():
        lines += [
            f'<b data-pagefind-filter="{filter_name(facet, name)}">{escape(name)}</b>' for name in names
        ]
    if data.get("date"):
        lines.append(f'<b data-pagefind-sort="date" data-pagefind-meta="date">{data["date"]}</b>')
    lines.append("</div>")
    lines += [
        f'<h2 id="{escape(anchor)}">{escape(title)}</h2><p>{escape(words)}</p>'
        for anchor, title, words in parts
    ]
    return "\n".join([*lines, "</body></html>\n"])


def filter_name(facet: str, value: str) -> str:
    """Name the filter of a value, as the theme and the search page do: "actor-v", "actor-" for other letters."""
    first = value[:1].lower()
    return facet if facet not in SPLIT else f"{facet}-{first if first in ascii_lowercase else ''}"


def offered(site: Path) -> dict[str, list[list[str | int]]]:
    """Return the values that each facet offers, with the number of briefings, those of most briefings first."""
    counts: dict[str, Counter[str]] = {}
    for _, data in briefings(site):
        for facet, values in facets(data).items():
            counts.setdefault(facet, Counter()).update(set(values))
    return {
        facet: [
            [value, n]
            for value, n in sorted(values.items(), key=lambda item: (-item[1], item[0]))[:MOST_VALUES]
        ]
        for facet, values in counts.items()
    }


def words(name: str) -> list[str]:
    """Split a name into words as a reader may type them: lower case, without accents and marks.

    The search page does the same.
    """
    plain = "".join(c for c in unicodedata.normalize("NFKD", name.lower()) if not unicodedata.combining(c))
    return re.findall(r"\w+", plain)


def names(site: Path) -> dict[str, list[list[Any]]]:
    """Gather the names of actors by the first letters of their words.

    Returns:
        Letters -> [name, folder, other names, role, briefings, quotations, disputes], the best known first.
    """
    found: dict[str, list[list[Any]]] = {}
    for folder, data in actors(site):
        counts = data["counts"]
        entry = [
            data["name"],
            f"{folder}/",
            data["aliases"],
            data.get("role") or "",
            counts["briefings"],
            counts["quotes"],
            counts["disputes"],
        ]
        keys = dict.fromkeys(
            word[:LETTERS] for name in (data["name"], *data["aliases"]) for word in words(name)
        )
        for key in keys:
            found.setdefault(key, []).append(entry)
    return {
        key: sorted(entries, key=lambda e: (-e[4] - e[5] - e[6], e[1]))
        for key, entries in sorted(found.items())
    }


def names_file(key: str) -> str:
    """Name the file of some first letters in letters that every file system and address takes."""
    return "-".join(f"{ord(letter):x}" for letter in key) + ".json"
