"""An article's text stays text: in Markdown and its extensions, in templates, front matter and links."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st
from jinja2 import DictLoader, UndefinedError
from markdown import markdown

from generator.pages.markdown import (
    Safe,
    environment,
    escape,
    front_matter,
    piece,
    shown,
    tidy,
    together,
    web_address,
)

EXTENSIONS = ["attr_list", "md_in_html", "toc", "tables", "fenced_code"]
"""Those of mkdocs.yml, and those that MkDocs adds by itself."""

HOSTILE = [
    "`code` and ``more``",
    "[x](javascript:alert(1))",
    "![x](https://other.example/x.png)",
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "</div></section></main>",
    "<!-- comment --> <?php ?> <![CDATA[x]]>",
    "{{ 7*7 }} {% raw %} {# gone #}",
    "# heading #",
    "1. one",
    "2) two",
    "- item",
    "+ item",
    "* item",
    "> quotation",
    "| a | b |",
    "--- and === and ***",
    "::: block",
    "!!! note",
    "??? note",
    "/// caption",
    ":smile: 10:30:15 ::",
    "text { .x } {: .x} { #id } {: onclick=alert(1) }",
    "&lt;b&gt; &amp; &#60;b&#62; &nbsp; &copy",
    "*emphasis* _emphasis_ **strong** __strong__ ~~gone~~ ==mark== ^^ins^^",
    "[ref][1] [^1] [1]: https://other.example",
    "*[HTML]: Hyper",
    '--8<-- "secret.txt"',
    "https://other.example/ and <https://other.example/> and a@b.example",
    r"back\slash \\ \* \_ \`",
    "$x$ $$y$$ \\(z\\)",
    "trailing backslash \\",
    "~~~ fence",
    "``` fence",
    "[TOC]",
    "\u2003wide\u00a0spaces\u2009here",
    "term : definition",
    "&#x202e;",
]


class Text(HTMLParser):
    """The text of HTML, and the elements and attributes in it."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.text, self.tags = "", []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, *sorted(name for name, _ in attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data


def folded(text: str) -> str:
    return " ".join(text.replace("\u00a0", " ").split())


def published(markdown_text: str) -> Text:
    return Text(markdown(markdown_text, extensions=EXTENSIONS))


@pytest.mark.parametrize("words", HOSTILE)
@pytest.mark.parametrize(
    ("frame", "tags"),
    [
        ("{}\n{{ .words }}", [("p", "class")]),
        ('> “<span class="from-article">{}</span>”', [("blockquote",), ("p",), ("span", "class")]),
        ("# {} {{ .title }}", [("h1", "class", "id")]),
        ("### [{}](x.md) {{ #here .issue }}", [("h3", "class", "id"), ("a", "href")]),
        (
            "1. [{}](x.md){{ .name }} said\n    {{ .actor }}",
            [("ol",), ("li", "class"), ("a", "class", "href")],
        ),
        (
            '<div class="quote" id="q" markdown="1">\n\n{}\n{{ .x }}\n\n</div>',
            [("div", "class", "id"), ("p", "class")],
        ),
    ],
    ids=["paragraph", "quotation", "title", "heading", "item", "block"],
)
def test_hostile_words_are_shown_as_they_are_wherever_a_template_puts_them(
    words: str, frame: str, tags: list[tuple[str, ...]]
) -> None:
    html = published(frame.format(escape(words)))
    assert html.tags == tags
    assert folded(words) in folded(html.text)


@settings(max_examples=400, deadline=None)
@given(
    st.text(
        alphabet=st.sampled_from("ab1 .:-#`*_{}[]()<>&|~^=+!?/\\$\"'’%;@\n\t\x00\x02\u202e\u00a0é"),
        max_size=40,
    )
)
@example("\x02\x03klzzwxh:0000\x03")
@example("a\x00b")
def test_any_text_comes_out_as_itself(words: str) -> None:
    """Characters that cannot be shown become an ellipsis; all others stay, and no element is made."""
    html = published(f"x {escape(words)} y\n{{ .words }}")
    assert html.tags == [("p", "class")]
    assert folded(html.text) == folded(f"x {shown(words)} y")


@settings(max_examples=200, deadline=None)
@given(*[st.text(st.characters(exclude_categories=["Cc", "Cf", "Cs", "Cn"]), max_size=40)] * 2)
def test_pieces_of_a_passage_are_the_passage(one: str, other: str) -> None:
    html = published(f"<span>.{piece(one)}</span><mark>{piece(other)}.</mark>\n{{ .passage }}")
    assert folded(html.text) == folded(f".{one}{other}.")
    assert [tag for tag, *_ in html.tags] == ["p", "span", "mark"]


@pytest.mark.parametrize("words", HOSTILE)
def test_front_matter_gives_back_the_words(words: str) -> None:
    lines = front_matter({"title": words, "actors": [words, "b"], "empty": "", "none": []})
    assert lines.startswith("---\n")
    assert yaml.safe_load(lines.strip("-")) == {"title": shown(words), "actors": [shown(words), "b"]}


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=60))
def test_front_matter_holds_any_text(words: str) -> None:
    assert yaml.safe_load(front_matter({"title": f"x{words}"}).strip("-")) == {"title": shown(f"x{words}")}


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "data:text/html,x",
        "//other.example",
        "/etc/passwd",
        "http:",
        "https://[bad",
        "",
        None,
    ],
)
def test_what_is_no_web_address_is_no_link(url: str | None) -> None:
    assert web_address(url) is None


@pytest.mark.parametrize(
    "url",
    [
        "https://a.example/x?y=1&z=(2)#p",
        'https://a.example/a b`c*d_e[f]{g}<h>"i',
        "https://a.example/%E4%B8%AD",
        "http://a.example/x){ onclick=y }",
    ],
)
def test_a_web_address_stays_in_its_link(url: str) -> None:
    address = web_address(url)
    html = published(f"[words]({address}){{ .original }} after")
    assert html.tags == [("p",), ("a", "class", "href")]
    assert html.text.strip() == "words after"


def test_templates_escape_every_value_that_is_not_made_as_markdown() -> None:
    env = environment(Path())
    env.loader = DictLoader({"t": "{{ a }} {{ b }} {{ a ~ b }}", "u": "{{ missing }}", "n": "{{ none }}"})
    filled = env.get_template("t").render(a="*x*", b=Safe("*y*"))
    assert filled == r"\*x\* *y* \*x\*\*y\*"
    with pytest.raises(UndefinedError):
        env.get_template("u").render()
    with pytest.raises(TypeError, match="text and numbers"):
        env.get_template("n").render(none=None)


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("about $3 million a year", "3\u00a0million"),
        ("on Oct. 14 visiting", "Oct.\u00a014"),
        ("on 14 October in", "14\u00a0October"),
        ("said Gen. Xu", "Gen.\u00a0Xu"),
        ("9.5 percent on", "9.5\u00a0percent"),
    ],
)
def test_numbers_dates_and_titles_stay_on_one_line(words: str, kept: str) -> None:
    assert kept in together(words)
    assert together(words).count("\u00a0") == 1


def test_plain_words_stay_plain() -> None:
    """The committed pages are read as diffs: ordinary prose is not full of backslashes."""
    words = "The board’s director (50) said: “No. 3-4 of 12% isn't much!” - a U.S. report; see p. 9/10."
    assert escape(words).replace("\u00a0", " ") == words


def test_a_separating_dot_stays_with_what_stands_before_it() -> None:
    assert tidy("6 March · 2 disputes · sample") == "6 March\u00a0· 2 disputes\u00a0· sample\n"


def test_a_tidy_page_has_single_empty_lines() -> None:
    assert tidy("\n\na  \n \n\n\nb\n{ .x }\n\n\n") == "a\n\nb\n{ .x }\n"
