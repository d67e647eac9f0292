"""Markdown articles: the readable text, its blocks, and the front matter."""

from __future__ import annotations

import pytest

from generator.errors import ArticleError
from generator.model import Article
from generator.sources.read import parse_article

BODY = "The harbour council of Tallinn voted on Monday to close the old pier, its chair said."


def read(text: str) -> Article:
    return parse_article(text.encode(), "a.md")


def blocks(text: str) -> list[tuple[str, str]]:
    article = read(text)
    return [(block.kind, block.of(article.text)) for block in article.blocks]


def test_the_front_matter_says_what_is_known() -> None:
    article = read(
        "---\ntitle: Pier to Close\ndate: 2026-03-04\nauthor: [Anna Tamm, Mart Kask]\npublisher: The Lantern\n"
        f"url: https://lantern.example/pier\ntags: [Estonia, 2026]\nsample: true\nlayout: post\n---\n\n{BODY}\n"
    )
    assert article.title == "Pier to Close"
    assert article.date == "2026-03-04"
    assert article.byline == "Anna Tamm, Mart Kask"
    assert article.publisher == "The Lantern"
    assert article.url == "https://lantern.example/pier"
    assert article.topics == ("Estonia", "2026")
    assert article.sample
    assert article.text == f"Pier to Close\n\n{BODY}"


@pytest.mark.parametrize(
    ("date", "iso"),
    [
        ("2026-03-04T10:00:00Z", "2026-03-04"),
        ("'4 March 2026'", "2026-03-04"),
        ('"Mar. 4, 2026"', "2026-03-04"),
    ],
)
def test_dates_of_the_front_matter(date: str, iso: str) -> None:
    assert read(f"---\ndate: {date}\n---\n{BODY}").date == iso


@pytest.mark.parametrize(
    ("front", "said"),
    [
        ("title: a: b", "not YAML"),
        ("title: [a", "not YAML"),
        ("title: [a, b]", "title is a list"),
        ("title: yes", "title is True"),
        ("date: soon", "a date such as"),
        ("date: 2026-02-30", "not YAML"),
        ("date: '2026-02-30'", "a date such as"),
        ("date: 2026", "a date such as"),
        ("url: javascript:alert(1)", "https://"),
        ("sample: perhaps", "true or false"),
        ("tags: {a: b}", "words"),
        ("tags: [[a]]", "words"),
        ("- a\n- b", "keys and values"),
        ("just words", "keys and values"),
        ("? [a]\n: b", "not YAML"),
        ("a: &x [*x]\ntitle: *x", "title is a list"),
        ("a: !!python/object/apply:os.system [ls]", "not YAML"),
        ("a: " + "[" * 1000, "not YAML"),
    ],
)
def test_broken_front_matter_is_refused_with_a_reason(front: str, said: str) -> None:
    with pytest.raises(ArticleError) as caught:
        read(f"---\n{front}\n---\n\n{BODY}\n")
    assert said in caught.value.problem


def test_front_matter_that_is_not_closed_or_is_toml_is_refused() -> None:
    with pytest.raises(ArticleError, match="not closed"):
        read(f"---\ntitle: a\n\n{BODY}\n")
    with pytest.raises(ArticleError, match="TOML"):
        read(f"+++\ntitle = 'a'\n+++\n\n{BODY}\n")


def test_empty_front_matter_is_none() -> None:
    assert read(f"---\n---\n{BODY}").text == BODY


def test_blocks_of_markdown() -> None:
    text = (
        f"# Pier to Close\n\n{BODY}\n\n## The fishermen\n\n> They were never asked,\n> said one.\n\n"
        f"- They want *two* boats.\n- They want [a pier](https://pier.example).\n\n1. Now\n\n{BODY}\n"
    )
    assert blocks(text) == [
        ("headline", "Pier to Close"),
        ("paragraph", BODY),
        ("heading", "The fishermen"),
        ("quotation", "They were never asked, said one."),
        ("item", "They want two boats."),
        ("item", "They want a pier."),
        ("item", "Now"),
        ("paragraph", BODY),
    ]


def test_no_markup_html_code_or_table_is_text() -> None:
    article = read(
        f"{BODY}\n\nHe <b>said</b> **no** &amp; ~~yes~~ left \\*at once\\*.\n\n<div>not this</div>\n\n"
        f"```\nnor this\n```\n\n| nor | that |\n|---|---|\n| a | b |\n\n<!-- nor this -->\n\n{BODY}\n"
    )
    assert article.text == f"{BODY}\n\nHe said no & left *at once*.\n\n{BODY}".replace("& left", "&  left")


def test_lines_of_the_publisher_are_recognised() -> None:
    assert blocks(
        f"# Pier to Close\n\n*By Anna Tamm*  \n4 March 2026\n\n![The pier in March](pier.jpg)\n\n{BODY}\n\n"
        "*Tags: Estonia, Ports*\n\n*Sample article: all of it is invented.*\n"
    ) == [
        ("headline", "Pier to Close"),
        ("byline", "By Anna Tamm"),
        ("dateline", "4 March 2026"),
        ("caption", "The pier in March"),
        ("paragraph", BODY),
        ("tagline", "Tags: Estonia, Ports"),
        ("tagline", "Sample article: all of it is invented."),
    ]


def test_a_title_that_is_also_a_heading_stands_once() -> None:
    assert (
        read(f"---\ntitle: Pier to Close\n---\n\n# Pier to Close\n\n{BODY}").text
        == f"Pier to Close\n\n{BODY}"
    )


def test_without_a_title_the_first_words_are_it() -> None:
    assert (
        read(BODY).title
        == "The harbour council of Tallinn voted on Monday to close the old pier, its chair …"
    )


def test_a_file_of_code_has_no_body() -> None:
    with pytest.raises(ArticleError, match="has no body"):
        read("---\ntitle: a\n---\n\n```\ncode\n```\n")
