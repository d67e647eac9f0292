from __future__ import annotations

from generator.sources.html_quotes import HtmlQuotes
from generator.sources.read import parse_article


def test_only_what_stands_in_block_quotations_is_kept() -> None:
    html = "<p>Not this.</p><blockquote><p>One &amp; two.</p><p>Three.</p></blockquote><script>x</script>"
    assert HtmlQuotes().read(html) == [("One & two.", 1), ("Three.", 1)]


def test_footer_and_cite_are_lines_of_their_own() -> None:
    html = "<blockquote>It floods.<footer>— <cite>Hanna Moe</cite></footer></blockquote>"
    assert HtmlQuotes().read(html) == [("It floods.", 1), ("— Hanna Moe", 1)]


def test_a_title_in_the_middle_of_a_sentence_stays_there() -> None:
    assert HtmlQuotes().read("<blockquote>I read <cite>The Eel</cite> twice.</blockquote>") == [
        ("I read The Eel twice.", 1)
    ]


def test_markdown_between_the_tags_is_quoted() -> None:
    text = "# Letters\n\nHanna Moe wrote:\n\n<blockquote>\n\nIt *floods*.\n\n</blockquote>\n\nIt rained on Monday."
    article = parse_article(text.encode(), "a.md")
    assert [(block.kind, block.of(article.text)) for block in article.blocks][2:] == [
        ("quotation", "It floods."),
        ("paragraph", "It rained on Monday."),
    ]


def test_a_quotation_in_a_quotation_is_deeper() -> None:
    text = "# Letters\n\nShe wrote:\n\n> > It is safe.\n>\n> It floods.\n"
    article = parse_article(text.encode(), "a.md")
    assert [block.depth for block in article.blocks if block.kind == "quotation"] == [1, 0]


def test_a_short_quotation_gets_the_marks_that_a_browser_shows() -> None:
    article = parse_article(b"# Letters\n\nShe said: <q>It floods.</q> It rained on Monday.", "a.md")
    assert "She said: “It floods.” It rained" in article.text


def test_tags_that_are_never_closed_do_no_harm() -> None:
    article = parse_article(
        b"# Letters\n\n</blockquote></q>\n\n<blockquote><p>It floods.\n\nIt rained on Monday.", "a.md"
    )
    assert "It floods." in article.text
    assert "It rained on Monday." in article.text
