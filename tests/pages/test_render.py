"""All pages of a collection: what is on them, that it is the articles' own, and that it stays where it is."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
import yaml
from markdown import markdown

from generator.check import fold, missing_words, read_page
from generator.editorial.compile import Story, compile_collection
from generator.errors import SettingsError
from generator.model import Analysis, Quote, Speaker
from generator.pages.render import render
from generator.pages.sheet_selection import Excerpt, Plea, Selection
from generator.settings import Settings, read_settings
from tests.pages.made import (
    HARBOUR,
    actor,
    blocks,
    collection,
    crowded,
    empty,
    ferry,
    harbour,
    sentences,
    span,
)

ROOT = Path(__file__).resolve().parents[2]
EXTENSIONS = ["attr_list", "md_in_html", "toc", "tables", "fenced_code"]


@pytest.fixture(scope="module")
def settings() -> Settings:
    return read_settings(ROOT / "mkdocs.yml")


@pytest.fixture(scope="module")
def pages(settings: Settings) -> dict[str, str]:
    return render(collection(), settings, {})


def body(page: str) -> str:
    return page.split("\n---\n", 1)[1]


def html(page: str) -> str:
    return markdown(body(page), extensions=EXTENSIONS)


def words(page: str) -> str:
    """The text of a page as it is read."""

    class Reader(HTMLParser):
        text = ""

        def handle_data(self, data: str) -> None:
            self.text += data

    reader = Reader(convert_charrefs=True)
    reader.feed(html(page))
    return fold(reader.text)


def only(*analyses: Analysis, settings: Settings, selections: dict[str, Selection] | None = None) -> str:
    """The page of one briefing of the articles."""
    return render(compile_collection([Story("it", analyses)]), settings, selections or {})["briefings/it.md"]


def test_every_briefing_actor_and_dispute_has_its_page(pages: dict[str, str]) -> None:
    assert {"index.md", "search.md", "briefings/index.md", "actors/index.md", "disputes/index.md"} <= set(
        pages
    )
    assert {f"briefings/{slug}.md" for slug in ("harbour", "ferry", "fog", "crowded")} <= set(pages)
    assert "actors/velmouth-harbour-board.md" in pages
    assert len([name for name in pages if name.startswith("disputes/") and name != "disputes/index.md"]) == 7


def test_every_word_marked_as_an_articles_stands_in_it(pages: dict[str, str]) -> None:
    texts = [fold(analysis.text) for analysis in (harbour(), ferry(), empty(), crowded())]
    proved = 0
    for name, page in pages.items():
        quoted = read_page(html(page)).quoted
        assert list(missing_words(quoted, texts)) == [], name
        proved += len(quoted)
    assert proved > 500


def test_every_quotation_dispute_and_lead_is_marked_as_the_articles(settings: Settings) -> None:
    quoted = {fold(text) for text in read_page(html(only(harbour(), settings=settings))).quoted}
    assert {
        "The union has walked away, … from its own signature.",
        "We signed nothing about nights",
        "Officials said the port would reopen on Oct. 14",
        "blocking the night shift",
        "Tomas Rehn, the union’s secretary, rejected the charge of breach.",
        "said Ines Castellan",
        "the board’s director",
    } <= quoted


def test_who_is_against_whom_and_according_to_whom_is_said(settings: Settings) -> None:
    page = words(only(harbour(), settings=settings))
    assert "Velmouth Harbour Board against Dockers’ Union" in page
    assert "Tomas Rehn against Velmouth Harbour Board, according to Ines Castellan" in page
    assert "no phrase of the source says what it is over" in page


def test_a_speaker_who_is_no_actor_is_called_as_the_article_does(settings: Settings) -> None:
    page = only(harbour(), settings=settings)
    assert '### <span class="from-article">Officials</span>' in page
    assert "speaker less certain" in page


def test_words_without_a_speaker_are_said_to_be_so(settings: Settings) -> None:
    article = harbour(quotes=(Quote(id="q", spans=(span(HARBOUR, "“Nobody did.”"),), kind="direct"),))
    page = words(only(article, settings=settings))
    assert "Not attributed The article does not say who said this, or the analysis could not tell." in page


def test_what_was_not_found_is_said_in_words(settings: Settings) -> None:
    page = words(only(empty(), settings=settings))
    for sentence in (
        "The analysis found nobody who acts in this article.",
        "No dispute was found in what the article says.",
        "Nobody is quoted in what the article says.",
        "No passage of the article is shown here.",
    ):
        assert sentence in page
    bare = render(compile_collection([Story("it", (empty(),))]), settings, {})
    assert "Nobody is quoted in the briefings." in words(bare["index.md"])
    assert "The briefings name nobody who acts." in words(bare["actors/index.md"])
    assert "No dispute was found in the briefings." in words(bare["disputes/index.md"])


def test_a_sample_says_so_and_no_other_page_does(pages: dict[str, str]) -> None:
    told = {name for name, page in pages.items() if "Sample." in words(page)}
    assert "briefings/harbour.md" in told
    assert "actors/tomas-rehn.md" in told
    assert told.isdisjoint({"briefings/ferry.md", "actors/lena-ostrel.md"})


def test_the_page_of_an_actor_gathers_all_briefings(pages: dict[str, str]) -> None:
    page = words(pages["actors/velmouth-harbour-board.md"])
    assert "Ferry line sues Velmouth Harbour Board" in page
    assert "Harbour board and union clash over night work" in page
    assert "We pay for berths that do not exist" in page, "said about it"


def bodies() -> Analysis:
    """An article that names nine silent bodies."""
    names = [f"Body {chr(65 + n)}{chr(97 + n)}" for n in range(9)]
    text = "Many bodies\n\n" + " ".join(f"{name} met." for name in names) + "\n"
    return Analysis(
        source="a.txt",
        text=text,
        title="Many bodies",
        blocks=blocks(text),
        sentences=sentences(text),
        actors=tuple(actor(text, name, salience=0.9 - n / 20) for n, name in enumerate(names)),
    )


def test_who_is_only_named_in_passing_has_no_page_and_no_link(settings: Settings) -> None:
    article = bodies()
    made = render(compile_collection([Story("it", (article,))]), settings, {})
    assert "actors/body-aa.md" in made
    assert "actors/body-ii.md" not in made
    assert "Body Ii" in made["briefings/it.md"]
    assert "body-ii.md" not in made["briefings/it.md"]


def test_a_silent_actor_of_two_briefings_has_a_page(settings: Settings) -> None:
    article = bodies()
    made = render(compile_collection([Story("a", (article,)), Story("b", (article,))]), settings, {})
    assert "actors/body-ii.md" in made


def anchors(page: str, kind: str) -> set[str]:
    return {name for name in read_page(html(page)).ids if re.fullmatch(kind + r"-[0-9a-f]{8}", name)}


def test_links_to_quotations_and_evidence_outlive_a_changed_analysis(settings: Settings) -> None:
    """Another speaker, fewer disputes, a longer article: what is still there is where it was."""
    before = only(harbour(), settings=settings)
    article = harbour()
    changed = harbour(
        quotes=tuple(
            q.model_copy(update={"speaker": article.quotes[0].speaker, "id": "x"}) for q in article.quotes[1:]
        ),
        disputes=article.disputes[1:],
        actors=article.actors,
    )
    after = only(changed, settings=settings)
    for kind, count in (("q", 3), ("e", 1), ("s", 2)):
        kept = anchors(after, kind)
        assert len(kept) >= count
        assert kept <= anchors(before, kind)


def test_every_link_leads_to_a_page_or_a_place_on_it(pages: dict[str, str]) -> None:
    ids = {name: read_page(html(page)).ids for name, page in pages.items()}
    followed = 0
    for name, page in pages.items():
        for target in re.findall(r"\]\(([^)]+)\)", body(page)):
            if target.startswith("http"):
                continue
            path, _, anchor = target.partition("#")
            file = (Path("/", name).parent / path).resolve().as_posix().lstrip("/") if path else name
            assert file in pages, f"{name}: {target}"
            assert not anchor or anchor in ids[file], f"{name}: {target}"
            followed += 1
    assert followed > 500


def test_no_place_has_the_name_of_another(pages: dict[str, str]) -> None:
    for name, page in pages.items():
        found = re.findall(r'\bid="([^"]+)"', html(page))
        assert len(found) == len(set(found)), name


def test_front_matter_carries_what_the_search_sorts_and_narrows_by(pages: dict[str, str]) -> None:
    matter = yaml.safe_load(pages["briefings/harbour.md"].split("---")[1])
    assert matter["title"] == "Harbour board and union clash over night work"
    assert (matter["kind"], matter["date"], matter["year"]) == ("briefing", "2026-03-03", "2026")
    assert matter["speakers"] == ["Ines Castellan", "Tomas Rehn"]
    assert matter["publishers"] == ["Quay Gazette"]
    assert "blocking the night shift" in matter["issues"]
    assert matter["description"].startswith("The Velmouth Harbour Board accused")


def test_what_is_not_on_the_sheet_is_left_out_in_print(settings: Settings) -> None:
    briefing = compile_collection([Story("it", (harbour(),))]).briefings[0]
    chosen = Selection(
        title=Excerpt(length=13),
        lead=(Excerpt(index=0, length=26),),
        actors=("velmouth-harbour-board",),
        disputes=(Plea(id=briefing.disputes[0].id, evidence=0),),
        quotes=(1,),
        left_out="3 further quotations",
    )
    page = only(harbour(), settings=settings, selections={"it": chosen})
    text = html(page)
    printed = re.sub(r"\s+", " ", drop_hidden(text))
    assert "We signed nothing about nights" in printed
    assert "has walked away" not in printed
    assert "blocking the night shift" in printed
    assert "rejected the charge" not in printed
    assert "union clash" not in printed
    assert "Dockers’ Union on Tuesday" not in printed.split("<aside")[0]
    assert "Left out here, and on the full page: 3 further quotations." in printed


def drop_hidden(text: str) -> str:
    """Leave out the elements that the printed page hides."""

    class Reader(HTMLParser):
        kept, depth = "", 0

        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            if self.depth or "beyond-sheet" in (dict(attrs).get("class") or ""):
                self.depth += tag not in {"rect", "img", "br"}
            else:
                self.kept += self.get_starttag_text() or ""

        def handle_endtag(self, _: str) -> None:
            self.depth -= self.depth > 0

        def handle_data(self, data: str) -> None:
            self.kept += "" if self.depth else data

    reader = Reader(convert_charrefs=True)
    reader.feed(text)
    return reader.kept


def test_without_the_source_only_quoted_words_are_published(settings: Settings) -> None:
    bare = settings.model_copy(update={"source_text": "none"})
    page = only(harbour(), settings=bare)
    assert "In the source" not in page
    assert "Ships waited off the mole" not in page
    assert "We signed nothing about nights" in page
    assert "Read the whole article" in page


def test_an_index_has_pages_of_the_set_size(settings: Settings) -> None:
    small = settings.model_copy(update={"page_size": 5})
    made = render(collection(), small, {})
    assert "actors/page/2.md" in made
    assert "Page 1 of" in words(made["actors/index.md"])
    listed = [
        len(re.findall(r"^- ", made[name], re.M)) for name in made if re.match("actors/(index|page)", name)
    ]
    assert max(listed) == 5
    assert sum(listed) == len([n for n in made if re.match(r"actors/(?!index|page/)", n)])


@pytest.mark.parametrize("slug", ["index", "readme"])
def test_a_briefing_of_any_name_does_not_take_the_place_of_an_index(settings: Settings, slug: str) -> None:
    made = render(compile_collection([Story(slug, (ferry(),))]), settings, {})
    assert f"briefings/{slug}_.md" in made
    assert "briefings/index.md" in made


def test_a_missing_template_is_named(settings: Settings, tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"index\.md\.j2: is missing"):
        render(collection(), settings.model_copy(update={"templates": tmp_path}), {})


def test_a_broken_template_is_named(settings: Settings, tmp_path: Path) -> None:
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "index.md.j2").write_text("{{ nothing_of_the_kind }}")
    with pytest.raises(SettingsError, match=r"index\.md\.j2.*nothing_of_the_kind"):
        render(collection(), settings.model_copy(update={"templates": tmp_path}), {})


def test_pages_are_the_same_every_time(pages: dict[str, str], settings: Settings) -> None:
    assert render(collection(), settings, {}) == pages


def test_no_page_is_wide_open_to_a_nested_quotation(settings: Settings) -> None:
    """A quotation in a quotation is marked once; the outer marks are the page's, the inner the article's."""
    text = "A hearing\n\n“They told us ‘never again’ and left,” said Lena Ostrel.\n"
    outer = span(text, "“They told us ‘never again’ and left,”")
    quotes = (
        Quote(
            id="a", spans=(outer,), kind="direct", speaker=Speaker(**span(text, "Lena Ostrel").model_dump())
        ),
        Quote(id="b", spans=(span(text, "‘never again’"),), kind="direct"),
    )
    article = Analysis(
        source="a.txt",
        text=text,
        title="A hearing",
        blocks=blocks(text),
        sentences=sentences(text),
        quotes=quotes,
    )
    page = html(only(article, settings=settings))
    assert page.count("<mark>") == 1
    assert "<mark>“They told us ‘never again’ and left,”</mark>" in page


def test_long_paragraphs_are_cut_to_what_is_around_the_claims(settings: Settings) -> None:
    lines = [
        f"Sentence number {n} tells of nothing that anybody would ever want to quote." for n in range(20)
    ]
    text = "Long\n\n" + " ".join(lines) + "\n"
    article = Analysis(
        source="a.txt",
        text=text,
        title="Long",
        blocks=blocks(text),
        sentences=tuple(span(text, line) for line in lines),
        quotes=(Quote(id="a", spans=(span(text, lines[10]),), kind="mixed"),),
    )
    page = words(only(article, settings=settings))
    assert f"[…] {lines[9]} {lines[10]} {lines[11]} […]" in page
    assert lines[8] not in page
    assert lines[12] not in page


def test_one_sentence_that_shows_both_says_each_against_the_other(settings: Settings) -> None:
    dispute = harbour().disputes[0]
    piece = dispute.evidence[0]
    back = piece.model_copy(update={"source": piece.target, "target": piece.source})
    mutual = dispute.model_copy(update={"evidence": (piece, back, *dispute.evidence[1:])})
    told = words(only(harbour().model_copy(update={"disputes": (mutual,)}), settings=settings))
    assert "Velmouth Harbour Board and Dockers’ Union against each other" in told
