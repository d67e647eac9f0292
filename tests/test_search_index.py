from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from generator.search_index import _array, _encoded, _head, _items, _text, settle

MAGIC = b"pagefind_dcd"


def number(value: int) -> bytes:
    return _encoded(0, value)


def index(folder: Path, facets: dict[str, list[str]], pages: int = 3) -> Path:
    """Write an index of the form that Pagefind writes, with facets in the order given."""
    (folder / "filter").mkdir(parents=True)
    references = []
    for place, (facet, values) in enumerate(facets.items()):
        content = _array(
            [_text(facet), _array([_array([_text(value), _array([number(9)])]) for value in values])]
        )
        (folder / "filter" / f"en_000000{place}.pf_filter").write_bytes(gzip.compress(MAGIC + content))
        references.append(_array([_text(facet), _text(f"en_000000{place}")]))
    listed = _array([_array([_text(f"en_{page}"), number(page)]) for page in range(pages)])
    meta = _array([_text("1.5.2"), listed, _array([]), _array(references), _array([]), _array([])])
    (folder / "pagefind.en_0123456789.pf_meta").write_bytes(gzip.compress(MAGIC + meta))
    entry = {"version": "1.5.2", "languages": {"en": {"hash": "en_0123456789", "page_count": pages}}}
    (folder / "pagefind-entry.json").write_text(json.dumps(entry))
    return folder


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def test_the_order_of_facets_and_of_their_values_does_not_matter(tmp_path: Path) -> None:
    one = index(tmp_path / "1", {"year": ["2026", "2025"], "actor": ["Rehn", "Castellan", "Å"]}, pages=70_000)
    two = index(tmp_path / "2", {"actor": ["Å", "Castellan", "Rehn"], "year": ["2025", "2026"]}, pages=70_000)
    settle(one)
    settle(two)
    assert files(one) == files(two)


def test_every_reference_leads_to_a_file_and_no_other_file_is_left(tmp_path: Path) -> None:
    folder = index(tmp_path / "1", {"year": ["2026"], "actor": ["Rehn", "Castellan"]})
    settle(folder)
    name = json.loads((folder / "pagefind-entry.json").read_text())["languages"]["en"]["hash"]
    meta = gzip.decompress((folder / f"pagefind.{name}.pf_meta").read_bytes()).removeprefix(MAGIC)
    references = [_items(reference)[1][1:].decode() for reference in _items(_items(meta)[3])]
    assert len(name) == len("en_0123456789")
    assert sorted(files(folder)) == sorted(
        ["pagefind-entry.json", f"pagefind.{name}.pf_meta", *(f"filter/{r}.pf_filter" for r in references)]
    )


@pytest.mark.parametrize("value", [0, 23, 24, 255, 256, 65_535, 65_536, 2**32 - 1, 2**32])
def test_numbers_of_every_length_are_read_as_they_are_written(value: int) -> None:
    data = _encoded(0, value)
    assert _head(data, 0) == (0, value, len(data))


@pytest.mark.parametrize("content", [b"other magic", MAGIC + b"\xa1\x00\x00", MAGIC + b"\x9f\xff"])
def test_an_index_of_another_form_is_refused(tmp_path: Path, content: bytes) -> None:
    folder = index(tmp_path / "1", {"year": ["2026"]})
    (folder / "pagefind.en_0123456789.pf_meta").write_bytes(gzip.compress(content))
    with pytest.raises(ValueError, match="index"):
        settle(folder)
