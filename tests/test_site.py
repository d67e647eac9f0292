from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator import search_index, site
from generator.errors import BriefingsError
from generator.server import address, server
from generator.settings import Settings, read_settings

CONFIG = """site_name: Desk
site_url: https://example.org/desk/
theme: mkdocs
plugins: []
markdown_extensions: [attr_list, md_in_html]
"""
FACETS = '<p data-pagefind-filter="topic">{}</p>\n'


@pytest.fixture
def project(tmp_path: Path) -> Settings:
    """A site of a few pages with facets, in the theme that comes with MkDocs."""
    docs = tmp_path / "briefings"
    docs.mkdir()
    (tmp_path / "mkdocs.yml").write_text(CONFIG)
    (docs / "index.md").write_text("# Front page\n\n[Quay](quay.md)\n")
    (docs / "quay.md").write_text("# Quay fees\n\n" + "\n".join(map(FACETS.format, "abcdefghij")))
    (docs / "ferry.md").write_text("# Ferries\n\n" + "\n".join(map(FACETS.format, "hgfk")))
    return read_settings(tmp_path / "mkdocs.yml")


@pytest.fixture
def built(project: Settings) -> Settings:
    site.build(project)
    return project


@pytest.fixture
def base(built: Settings) -> Iterator[str]:
    """The address of the built site while it is served."""
    running = server(built, 0)
    thread = threading.Thread(target=running.serve_forever)
    thread.start()
    yield address(built, running)
    running.shutdown()
    running.server_close()
    thread.join()


def files(settings: Settings) -> dict[str, bytes]:
    folder = settings.path(settings.site_dir)
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def beside(settings: Settings) -> list[str]:
    return sorted(path.name for path in settings.root.iterdir())


def test_the_site_has_the_pages_and_a_search_index(built: Settings) -> None:
    there = files(built)
    assert {"index.html", "quay/index.html", "404.html", "pagefind/pagefind.js"} <= set(there)
    assert beside(built) == ["briefings", "mkdocs.yml", "site"]


def test_two_builds_give_the_same_bytes_whatever_the_hour_and_the_hash_seed(built: Settings) -> None:
    before = files(built)
    program = (
        "import sys; from pathlib import Path; from generator import site, settings; "
        "site.build(settings.read_settings(Path(sys.argv[1])))"
    )
    for seed in ("1", "2"):
        environment = os.environ | {"PYTHONHASHSEED": seed}
        subprocess.run([sys.executable, "-c", program, str(built.config)], check=True, env=environment)
        assert files(built) == before
    assert b"lastmod" not in before["sitemap.xml"]


def test_a_clock_that_was_set_by_the_user_is_kept(project: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1772496000")
    site.build(project)
    assert b"2026-03-03" in files(project)["sitemap.xml"]
    assert os.environ["SOURCE_DATE_EPOCH"] == "1772496000"


def test_the_sorted_index_still_names_files_that_are_there(built: Settings) -> None:
    """Sorting it a second time reads every reference, and finds nothing to change."""
    before = files(built)
    search_index.settle(built.path(built.site_dir) / "pagefind")
    assert files(built) == before


def test_a_page_that_is_gone_leaves_the_site(built: Settings) -> None:
    (built.path(built.docs_dir) / "ferry.md").unlink()
    site.build(built)
    assert "ferry/index.html" not in files(built)


def test_a_warning_ends_the_build_and_what_was_published_stays(built: Settings) -> None:
    before = files(built)
    (built.path(built.docs_dir) / "ferry.md").write_text("[nowhere](gone.md)\n")
    with pytest.raises(BriefingsError, match=r"ferry\.md.*gone\.md"):
        site.build(built)
    assert files(built) == before
    assert beside(built) == ["briefings", "mkdocs.yml", "site"]


def test_a_theme_that_is_not_right_ends_the_build_with_a_message(project: Settings) -> None:
    (project.root / "theme").mkdir()
    (project.root / "theme" / "main.html").write_text("{% if %}")
    project.config.write_text(CONFIG.replace("theme: mkdocs", "theme: {name: null, custom_dir: theme}"))
    with pytest.raises(BriefingsError, match="MkDocs did not build"):
        site.build(project)
    assert not project.path(project.site_dir).exists()


def test_a_failing_index_leaves_what_was_published(built: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    before = files(built)
    (built.path(built.docs_dir) / "ferry.md").write_text("# New words\n")
    monkeypatch.setattr(sys, "executable", shutil.which("false"))
    with pytest.raises(BriefingsError, match="Pagefind"):
        site.build(built)
    assert files(built) == before


def test_a_failing_move_brings_the_old_site_back(built: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    before = files(built)
    rename = Path.rename

    def stubborn(self: Path, target: Path) -> Path:
        if self.name == "fresh":
            raise OSError(28, "No space left on device")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", stubborn)
    with pytest.raises(BriefingsError, match="No space left"):
        site.build(built)
    assert files(built) == before
    assert beside(built) == ["briefings", "mkdocs.yml", "site"]


def test_without_pages_there_is_nothing_to_build(project: Settings) -> None:
    shutil.rmtree(project.path(project.docs_dir))
    with pytest.raises(BriefingsError, match="briefings generate"):
        site.build(project)


@pytest.mark.parametrize("place", [".", "briefings", "briefings/site", ".."])
def test_a_site_dir_that_would_swallow_the_project_is_refused(project: Settings, place: str) -> None:
    with pytest.raises(BriefingsError, match="must lie apart"):
        site.build(project.model_copy(update={"site_dir": Path(place)}))
    assert (project.path(project.docs_dir) / "index.md").is_file()


def test_a_folder_with_somebodys_files_is_not_replaced(project: Settings) -> None:
    (project.root / "site").mkdir()
    (project.root / "site" / "thesis.txt").write_text("ten years")
    with pytest.raises(BriefingsError, match="holds files but no site"):
        site.build(project)
    assert (project.root / "site" / "thesis.txt").read_text() == "ten years"


@pytest.mark.parametrize("builder", ["mkdocs", "properdocs"])
def test_the_project_itself_builds_strictly_without_a_warning(tmp_path: Path, builder: str) -> None:
    root = Path(__file__).resolve().parents[1]
    if not (root / "briefings" / "index.md").is_file():
        pytest.skip("no pages were generated yet")
    command = [
        sys.executable,
        "-m",
        builder,
        "build",
        "--strict",
        "-f",
        root / "mkdocs.yml",
        "-d",
        tmp_path / "out",
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "WARNING" not in done.stderr
    assert (tmp_path / "out" / "index.html").is_file()


def test_every_file_has_its_type(base: str) -> None:
    for name, kind in {
        "": "text/html; charset=utf-8",
        "quay/": "text/html; charset=utf-8",
        "pagefind/pagefind.js": "text/javascript",
        "pagefind/wasm.en.pagefind": "application/octet-stream",
        "sitemap.xml": "application/xml",
    }.items():
        with urllib.request.urlopen(base + name) as answer:
            assert (name, answer.headers["Content-Type"]) == (name, kind)


def test_the_host_itself_leads_to_the_site(base: str) -> None:
    assert base.endswith("/desk/")
    with urllib.request.urlopen(base.removesuffix("desk/")) as answer:
        assert answer.url == base


@pytest.mark.parametrize(
    "name", ["gone", "assets-of-nobody/", "../mkdocs.yml", "%2e%2e/mkdocs.yml", "pagefind/"]
)
def test_what_is_not_there_gets_the_sites_own_page(base: str, built: Settings, name: str) -> None:
    """A folder without a page of its own is not listed, and nothing outside of the site is served."""
    with pytest.raises(urllib.error.HTTPError) as caught:
        urllib.request.urlopen(base + name)
    assert caught.value.code == 404
    assert caught.value.read() == files(built)["404.html"]


def test_a_taken_port_is_said(built: Settings) -> None:
    with (
        server(built, 0) as running,
        pytest.raises(BriefingsError, match=f"Port {running.server_port} is taken"),
    ):
        server(built, running.server_port)


@pytest.mark.parametrize("port", [-1, 70_000])
def test_a_port_that_is_none_is_said(built: Settings, port: int) -> None:
    with pytest.raises(BriefingsError, match="--port"):
        server(built, port)


def test_without_a_site_there_is_nothing_to_serve(project: Settings) -> None:
    with pytest.raises(BriefingsError, match="briefings build"):
        site.serve(project)


def test_serving_ends_with_ctrl_c_and_says_where_to_look(
    built: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("socketserver.BaseServer.serve_forever", interrupted)
    told: list[str] = []
    site.serve(built, 0, told.append)
    assert told[0].startswith("The site is at http://127.0.0.1:")
    assert "/desk/" in told[0]
