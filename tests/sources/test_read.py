"""Which files are read, and what is said of those that cannot be."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.errors import ArticleError
from generator.sources.decoding import MAX_CHARACTERS
from generator.sources.read import find_articles, is_ignored, parse_article, read_article

BODY = "The harbour council of Tallinn voted on Monday to close the old pier, its chair said."
GERMAN = (
    "Der Hafenrat der Stadt hat am Montag beschlossen, den alten Anleger zu schließen, weil für die Reparatur kein "
    "Geld mehr da ist. Die Fischer sagten, sie seien nicht gefragt worden, und wollen nun vor Gericht ziehen. Der "
    "Bürgermeister wies die Vorwürfe zurück und sprach von einer Entscheidung, die niemandem leicht gefallen sei."
)
RUSSIAN = "Совет порта решил в понедельник закрыть старый причал, сообщил его председатель."


def problem(data: bytes, source: str = "a.txt", encoding: str | None = None) -> str:
    with pytest.raises(ArticleError) as caught:
        parse_article(data, source, encoding)
    assert caught.value.source == source
    return caught.value.problem


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "is empty"),
        (b" \n\t\r\n", "is empty"),
        ("\ufeff \u00a0\n".encode(), "nothing but white space"),
        (b"%PDF-1.7 ...", "is a PDF"),
        (b"PK\x03\x04....", "office document"),
        (b"{\\rtf1 text}", "rich text"),
        (b"A text\x00 with a NUL", "U+0000"),
        ("A council in UTF-16".encode("utf-16-le"), "--encoding utf-16-le"),
        (b"\x01\x02\x03\x04 text", "control characters"),
        ("It\u2019s a text".encode("windows-1252"), "--encoding windows-1252"),
        (b"\xff\xfe\x00\xd8", "is not UTF-16-LE"),
        (b"<!DOCTYPE html><html><body><p>Text</p>", "is a web page"),
        ("A \u202etxet a\u202c word".encode(), "RIGHT-TO-LEFT OVERRIDE in line 1"),
        (b"Pier to Close\n\nOctober 2, 2025\n", "has no body"),
        (b"Published under: A, B\n\n* * *\n", "has no body"),
        (GERMAN.encode(), "is in German"),
        (RUSSIAN.encode(), "is in Russian"),
        (b"word " * (MAX_CHARACTERS // 5 + 1), "too long"),
        (b"x" * 5_000_000, "too long"),
    ],
)
def test_what_is_no_article_is_refused_with_a_reason(data: bytes, said: str) -> None:
    assert said in problem(data)


@pytest.mark.parametrize("encoding", ["no-such-encoding", "hex", "a\x00b"])
def test_an_unknown_encoding_is_named(encoding: str) -> None:
    assert "encoding" in problem(BODY.encode(), encoding=encoding)


def test_the_wrong_encoding_is_named() -> None:
    assert "is not ascii" in problem("It’s closed, she said.".encode(), encoding="ascii")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_says_the_encoding_and_is_no_part_of_the_text(encoding: str) -> None:
    assert parse_article(BODY.encode(encoding), "a.txt").text == BODY
    assert parse_article(BODY.encode(encoding), "a.txt", "windows-1252").text == BODY


def test_a_given_encoding_is_used() -> None:
    text = "“It’s closed,” she said."
    assert parse_article(text.encode("windows-1252"), "a.txt", "windows-1252").text == text


def test_the_text_is_the_file_with_nothing_changed_but_line_ends() -> None:
    raw = "  Pier\u00a0to Close \r\n\r\n\tHe said: \u2018No.\x0c\x1b \u200e\r" + BODY + " \r\n\r\n"
    assert parse_article(raw.encode(), "a.txt").text == raw.replace("\r\n", "\n")


@pytest.mark.parametrize("name", ["a.pdf", "a.docx", "a.html", "noname", "a.TXT.bak"])
def test_other_types_are_named_as_left_out(name: str) -> None:
    assert "is left out" in problem(BODY.encode(), name)


def test_the_suffix_counts_in_any_case() -> None:
    assert parse_article(BODY.encode(), "A.TXT").text == BODY


def test_an_english_article_that_quotes_another_language_is_read() -> None:
    text = f"{BODY}\n\n“{GERMAN[:120]},” he said in German, and the council did not know what to say to him.\n\n{BODY}"
    assert parse_article(text.encode(), "a.txt").text == text


def test_a_short_text_is_not_judged_by_its_language() -> None:
    assert parse_article("Café José, São Paulo: Señor Núñez demite.".encode(), "a.txt").blocks


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ArticleError, match="is not there"):
        read_article(tmp_path / "none.txt")
    with pytest.raises(ArticleError, match="cannot be read"):
        read_article(tmp_path)


def test_the_source_is_the_path_as_given(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text(BODY, encoding="utf-8")
    assert read_article(file).source == str(file)


def test_a_folder_gives_its_articles_in_order_and_names_what_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / ".hidden").mkdir()
    (tmp_path / "b" / "again").symlink_to(tmp_path, target_is_directory=True)
    for name in ("z.txt", "a.md", "b/c.pdf", "b/a.TXT", "README.md", "LICENSE", "corrections.yml", "p.JPG", ".x.txt",
                 ".hidden/a.txt", "a.md~", "~$a.docx"):  # fmt: skip
        (tmp_path / name).write_text(BODY, encoding="utf-8")
    found = [file.relative_to(tmp_path).as_posix() for file in find_articles(tmp_path)]
    assert found == ["a.md", "b/a.TXT", "b/c.pdf", "z.txt"]


def test_a_file_is_itself_whatever_it_is() -> None:
    assert find_articles(Path("README.md")) == [Path("README.md")]
    assert is_ignored(Path("README.md"))
    assert not is_ignored(Path("readmission.md"))


def test_the_seed_article_is_recognised_line_by_line(shared: Path) -> None:
    article = read_article(shared / "seed" / "china-north-korea.txt")
    kinds = [block.kind for block in article.blocks]
    assert kinds[:6] == ["headline", "subtitle", "caption", "caption", "credit", "dateline"]
    assert kinds[-1] == "tagline"
    assert set(kinds[6:-1]) == {"paragraph"}
    assert article.date == "2014-10-22"
    assert article.topics == ("China", "North Korea")
