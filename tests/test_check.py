from __future__ import annotations

from pathlib import Path

import pytest

from generator.check import check, fold, missing_words, read_page
from generator.errors import BriefingsError
from generator.settings import Settings, read_settings

ARTICLE = """Quay fees rise

The port’s director, Ines Castellan, said the fees were “long\u00a0overdue”.

Ship owners called them ruinous.
"""


@pytest.fixture
def site(tmp_path: Path) -> Settings:
    (tmp_path / "mkdocs.yml").write_text("site_name: X\nsite_url: https://example.org/desk/\n")
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "quay.txt").write_text(ARTICLE)
    return read_settings(tmp_path / "mkdocs.yml")


def put(settings: Settings, name: str, html: str) -> None:
    path = settings.path(settings.site_dir) / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(html, encoding="utf-8")


def problems(settings: Settings) -> tuple[str, ...]:
    return check(settings).problems


def test_words_of_the_article_pass_whatever_markup_stands_in_them(site: Settings) -> None:
    put(
        site,
        "briefings/quay/index.html",
        '<p class="from-article big">said the <mark>fees</mark> were\n “long overdue”.<br></p>',
    )
    proof = check(site)
    assert (proof.quoted, proof.problems) == (1, ())


@pytest.mark.parametrize(
    "words",
    ["said the fees are", "said the fees were 'long overdue'", "Ship owners said", "… ruinous … fees …!"],
)
def test_words_that_no_article_says_are_a_problem(site: Settings, words: str) -> None:
    put(site, "briefings/quay/index.html", f'<p class="from-article">{words}</p>')
    assert len(problems(site)) == 1
    assert fold(words) in problems(site)[0]
    assert "briefings/quay/index.html" in problems(site)[0]


def test_words_of_the_template_are_not_looked_up(site: Settings) -> None:
    put(site, "briefings/quay/index.html", "<p>Key actors</p>")
    assert check(site).quoted == 0


def test_a_link_to_a_missing_page_file_or_anchor_is_a_problem(site: Settings) -> None:
    put(
        site,
        "index.html",
        '<a href="a/">1</a><a href="a/#here">2</a><a href="b/">3</a><a href="a/#gone">4</a>',
    )
    put(site, "a/index.html", '<p id="here"><img src="../no.png"><a href="../../out/">5</a></p>')
    assert [problem.split("the link ")[1].split(" ")[0] for problem in problems(site)] == [
        "../no.png",
        "../../out/",
        "b/",
        "a/#gone",
    ]


def test_links_from_the_root_of_the_host_are_followed_too(site: Settings) -> None:
    put(
        site,
        "404.html",
        '<a href="/desk/">home</a><a href="/desk/gone/">gone</a><a href="https://example.org">x</a>',
    )
    put(site, "index.html", "<p>home</p>")
    (problem,) = problems(site)
    assert "/desk/gone/" in problem


def test_no_site_is_an_error_that_says_what_to_do(site: Settings) -> None:
    with pytest.raises(BriefingsError, match="briefings build"):
        check(site)


def test_each_part_around_an_ellipsis_must_stand_in_one_and_the_same_article() -> None:
    assert not list(missing_words(["one … three"], ["one two three"]))
    assert list(missing_words(["one … three"], ["one two", "two three"])) == ["one … three"]


def test_a_page_gives_its_ids_links_and_quoted_texts() -> None:
    page = read_page(
        '<a id="x" href="y">z</a><q class="from-article">a <b class="from-article">b</b></q><p>c'
    )
    assert (page.ids, page.links, sorted(page.quoted)) == ({"x"}, ["y"], ["a b", "b"])
