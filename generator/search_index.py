"""Pagefind's index in one order: its facets come in the order of a hash table, other with every run.

An index file is gzip around "pagefind_dcd" and one CBOR item (RFC 8949), of which Pagefind uses unsigned
integers, texts and arrays. Files are named by their content, and the meta file refers to them by those names.
Nothing but the order of facets and of their values is changed here.
"""

from __future__ import annotations

import gzip
import hashlib
import json
from pathlib import Path

_MAGIC = b"pagefind_dcd"
_UNSIGNED, _TEXT, _ARRAY = 0, 3, 4
_FILTERS, _SORTS = 3, 4
"""Places in the meta file: version, pages, index chunks, filters, sorts, fields."""


def settle(folder: Path) -> None:
    """Put the facets of an index in alphabetical order, so that the same pages give the same bytes.

    Args:
        folder: "pagefind" in the site.

    Raises:
        ValueError: The index is not of the form that is known here.
    """
    entry_file = folder / "pagefind-entry.json"
    entry = json.loads(entry_file.read_text(encoding="utf-8"))
    for language in entry["languages"].values():
        language["hash"] = _settle_language(folder, language["hash"])
    entry_file.write_text(json.dumps(entry, ensure_ascii=False, sort_keys=True), encoding="utf-8")


def _settle_language(folder: Path, name: str) -> str:
    meta_file = folder / f"pagefind.{name}.pf_meta"
    meta = _items(_unpacked(meta_file))
    filters = []
    for reference in _items(meta[_FILTERS]):
        facet, encoded = _items(reference)
        file = folder / "filter" / f"{_string(encoded)}.pf_filter"
        title, values = _items(_unpacked(file))
        content = _array([title, _array(sorted(_items(values), key=_first))])
        file.unlink()
        filters.append(
            _array([facet, _text(_named(file.parent, content, _string(encoded), "", ".pf_filter"))])
        )
    meta[_FILTERS] = _array(sorted(filters, key=_first))
    meta[_SORTS] = _array(sorted(_items(meta[_SORTS]), key=_first))
    meta_file.unlink()
    return _named(folder, _array(meta), name, "pagefind.", ".pf_meta")


def _named(folder: Path, content: bytes, name: str, before: str, after: str) -> str:
    """Write a file under a name made of its content, as long as the one that Pagefind gave; return it."""
    language, _, old = name.rpartition("_")
    fresh = f"{language}_{hashlib.sha256(content).hexdigest()[: len(old)]}"
    (folder / f"{before}{fresh}{after}").write_bytes(gzip.compress(_MAGIC + content, mtime=0))
    return fresh


def _unpacked(file: Path) -> bytes:
    data = gzip.decompress(file.read_bytes())
    if not data.startswith(_MAGIC):
        raise ValueError(f"{file.name}: not an index file of Pagefind")
    return data.removeprefix(_MAGIC)


def _head(data: bytes, at: int) -> tuple[int, int, int]:
    """Read the head of an item: its major type, its number, and where its content starts."""
    major, small = data[at] >> 5, data[at] & 31
    if small < 24:
        return major, small, at + 1
    if small > 27:
        raise ValueError("an item of the index has no stated length")
    size = 1 << (small - 24)
    return major, int.from_bytes(data[at + 1 : at + 1 + size], "big"), at + 1 + size


def _end(data: bytes, at: int) -> int:
    """Find where the item at a place ends."""
    major, number, at = _head(data, at)
    if major == _UNSIGNED:
        return at
    if major == _TEXT:
        return at + number
    if major == _ARRAY:
        for _ in range(number):
            at = _end(data, at)
        return at
    raise ValueError(f"the index holds an item of type {major}")


def _items(data: bytes) -> list[bytes]:
    """Split an array into its encoded items."""
    major, number, at = _head(data, 0)
    if major != _ARRAY:
        raise ValueError("an array is missing in the index")
    parts = []
    for _ in range(number):
        end = _end(data, at)
        parts.append(data[at:end])
        at = end
    return parts


def _first(data: bytes) -> str:
    """Return the text that an array begins with."""
    return _string(_items(data)[0])


def _string(data: bytes) -> str:
    major, _, at = _head(data, 0)
    if major != _TEXT:
        raise ValueError("a text is missing in the index")
    return data[at:].decode()


def _encoded(major: int, number: int) -> bytes:
    if number < 24:
        return bytes([major << 5 | number])
    code = next(code for code in range(4) if number < 1 << (8 << code))
    return bytes([major << 5 | 24 + code]) + number.to_bytes(1 << code, "big")


def _array(items: list[bytes]) -> bytes:
    return _encoded(_ARRAY, len(items)) + b"".join(items)


def _text(value: str) -> bytes:
    return _encoded(_TEXT, len(value.encode())) + value.encode()
