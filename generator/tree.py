"""Writing generated files: only what changed, and never deleting what somebody else wrote."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from generator.errors import BriefingsError

MANIFEST = ".manifest.json"
"""The list of the files that the generator owns in a folder. MkDocs leaves dot files out of the site."""


@dataclass(frozen=True, slots=True)
class Changes:
    """What differs between what is there and what should be, as sorted POSIX paths."""

    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.added or self.changed or self.removed)


def compare(
    folder: Path, files: Mapping[str, bytes], keep: bool = False, manifest: str = MANIFEST
) -> Changes:
    """Compare generated files with those in a folder, without writing.

    Args:
        folder: Where they lie; it need not exist.
        files: POSIX path relative to the folder -> content.
        keep: Files that the generator owns but no longer makes stay.
        manifest: The name of the list of owned files: a folder can hold several sets of them.
    """
    added, changed = [], []
    for name in sorted(files):
        path = _inside(folder, name)
        if not path.is_file():
            added.append(name)
        elif path.read_bytes() != files[name]:
            changed.append(name)
    gone = (
        ()
        if keep
        else (
            name for name in _owned(folder, manifest) if name not in files and _inside(folder, name).is_file()
        )
    )
    return Changes(tuple(added), tuple(changed), tuple(gone))


def write(folder: Path, files: Mapping[str, bytes], keep: bool = False, manifest: str = MANIFEST) -> Changes:
    """Make the folder hold the files; what the manifest does not list is never touched or deleted.

    A file is written beside its place and then moved there, so that a reader never sees half of one; what has
    not changed is not written, so that a watching server does not loop.

    Args:
        folder: Where they go; it is made if need be.
        files: POSIX path relative to the folder -> content.
        keep: Files that the generator owns but no longer makes stay, and stay owned.
        manifest: The name of the list of owned files: a folder can hold several sets of them.

    Returns:
        What was written and removed.
    """
    changes = compare(folder, files, keep, manifest)
    owned = sorted({*files, *_owned(folder, manifest)} - set(changes.removed))
    # The list first: a run that is broken off must not leave files that nobody owns.
    if set(changes.added) - set(_owned(folder, manifest)):
        _put(folder / manifest, _listing(owned))
    for name in (*changes.added, *changes.changed):
        _put(_inside(folder, name), files[name])
    for name in changes.removed:
        path = _inside(folder, name)
        path.unlink()
        for parent in list(path.parents)[: len(PurePosixPath(name).parents) - 1]:
            if any(parent.iterdir()):
                break
            parent.rmdir()
    if not (folder / manifest).is_file() or (folder / manifest).read_bytes() != _listing(owned):
        _put(folder / manifest, _listing(owned))
    return changes


def _listing(owned: Iterable[str]) -> bytes:
    return (json.dumps(list(owned), indent=0, ensure_ascii=False) + "\n").encode()


def _owned(folder: Path, manifest: str) -> list[str]:
    try:
        names = json.loads((folder / manifest).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return []
    except ValueError as error:
        raise BriefingsError(
            f"{folder / manifest}: is not a list of files ({error}). Restore it from version control, "
            "or delete it together with the generated files."
        ) from error
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        raise BriefingsError(
            f"{folder / manifest}: is not a list of file names. Restore it from version control."
        )
    return sorted(names)


def _inside(folder: Path, name: str) -> Path:
    """Resolve a generated name; a name that leads out of the folder is never written or deleted."""
    pure = PurePosixPath(name)
    if pure.is_absolute() or ".." in pure.parts or not pure.parts:
        raise BriefingsError(
            f"{folder}: {name!r} would lie outside of the folder; nothing was written there."
        )
    return folder.joinpath(*pure.parts)


def _put(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.part")
    beside.write_bytes(data)
    beside.replace(path)
