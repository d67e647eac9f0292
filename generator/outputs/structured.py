"""schema.org descriptions of pages (JSON-LD), made from the data of a page.

Only direct speech is a Quotation: the words of a reported clause are the article's. Its speaker is named where the way
in which the speaker was found is right nearly always; a wrong one would put words into somebody's mouth.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from generator.pages.sides import CERTAIN

Data = Mapping[str, Any]
Record = dict[str, Any]

TYPES = {"person": "Person", "organization": "Organization", "group": "Organization", "country": "Country"}
"""schema.org's types of actors; all others are a Thing."""
SPEAKERS = frozenset({"person", "organization", "group"})
"""Kinds of actors that schema.org takes for the speaker of a quotation."""


def described(data: Data, site_name: str) -> Record | None:
    """Describe a page.

    Args:
        data: The page's data, as in its data.json; relative addresses in it stay relative to the page.
        site_name: The name of the site.

    Returns:
        A JSON-LD document; None for a page of another kind.
    """
    makers = {"briefing": _briefing, "actor": _actor, "dispute": _dispute}
    if data.get("type") not in makers:
        return None
    return {"@context": "https://schema.org", "@graph": makers[data["type"]](data, site_name)}


def front(site_name: str, site_url: str) -> Record:
    """Describe the front page; where the site's address is known, with its search."""
    known: Record = {
        "@context": "https://schema.org",
        "@type": "WebSite",
        "name": site_name,
        "inLanguage": "en",
    }
    if site_url.startswith(("http://", "https://")):
        root = f"{site_url.rstrip('/')}/"
        known["url"] = root
        known["potentialAction"] = {
            "@type": "SearchAction",
            "target": {"@type": "EntryPoint", "urlTemplate": f"{root}search/?q={{words}}"},
            "query-input": "required name=words",
        }
    return known


def script(record: Record) -> str:
    """Write a record for a script element: nothing in it can end the element or begin another."""
    text = json.dumps(record, ensure_ascii=False, separators=(",", ":"))
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return text.encode(errors="replace").decode()


def _briefing(data: Data, site_name: str) -> list[Record]:
    kinds = {actor["id"]: actor["kind"] for actor in data["actors"]}
    quotations = [
        _quotation(quote, data["url"], kinds) for quote in data["quotes"] if quote["kind"] == "direct"
    ]
    page = {
        "@type": "Article",
        "@id": data["url"],
        "url": data["url"],
        "headline": data["title"],
        "datePublished": data.get("date"),
        "inLanguage": "en",
        "description": data["summary"][0]["text"] if data["summary"] else None,
        "keywords": data["topics"],
        "publisher": {"@type": "Organization", "name": site_name},
        "isBasedOn": [_source(article) for article in data["articles"]],
        "about": [{"@id": _name_id(actor)} for actor in data["actors"][:10]],
        "hasPart": [{"@id": quotation["@id"]} for quotation in quotations],
    }
    return [_kept(page), *(_named(actor) for actor in data["actors"]), *quotations]


def _source(article: Data) -> Record:
    return _kept(
        {
            "@type": "NewsArticle",
            "headline": article["title"],
            "url": article.get("url"),
            "datePublished": article.get("date"),
            "author": article.get("byline") and {"@type": "Person", "name": article["byline"]},
            "publisher": article.get("publisher") and {"@type": "Organization", "name": article["publisher"]},
        }
    )


def _quotation(quote: Data, page: str, kinds: Mapping[str, str]) -> Record:
    actor = (quote.get("speaker") or {}).get("actor")
    certain = kinds.get(actor or "") in SPEAKERS and quote["confidence"] >= CERTAIN
    who = {"@id": f"#actor-{actor}"} if certain else None
    return _kept(
        {
            "@type": "Quotation",
            "@id": f"#{quote['id']}",
            "url": quote["url"],
            "text": quote["text"],
            "inLanguage": "en",
            "creator": who,
            "spokenByCharacter": who,
            "isPartOf": {"@id": page},
        }
    )


def _name_id(actor: Data) -> str:
    return f"#actor-{actor['id']}"


def _named(actor: Data) -> Record:
    """Describe an actor; where it has a page, this page says more."""
    person = actor["kind"] == "person"
    return _kept(
        {
            "@type": TYPES.get(actor["kind"], "Thing"),
            "@id": _name_id(actor),
            "name": actor["name"],
            "alternateName": actor["aliases"],
            "jobTitle": actor.get("role") if person else None,
            "description": None if person else actor.get("role"),
            "mainEntityOfPage": actor.get("url"),
        }
    )


def _actor(data: Data, site_name: str) -> list[Record]:
    page = {
        "@type": "ProfilePage",
        "@id": data["url"],
        "url": data["url"],
        "name": data["name"],
        "inLanguage": "en",
        "mainEntity": _named(data),
        "isPartOf": {"@type": "WebSite", "name": site_name},
    }
    return [_kept(page)]


def _dispute(data: Data, site_name: str) -> list[Record]:
    page = {
        "@type": "WebPage",
        "@id": data["url"],
        "url": data["url"],
        "name": data.get("issue") or " and ".join(data["names"].values()),
        "inLanguage": "en",
        "about": [{"@type": "Thing", "name": name} for name in data["names"].values()],
        "isPartOf": {"@type": "WebSite", "name": site_name},
    }
    return [_kept(page)]


def _kept(record: Record) -> Record:
    """Leave out what is not known."""
    return {name: value for name, value in record.items() if value not in (None, [], "")}
