"""Bytes of a file to text: encodings, line ends, and what is no text at all."""

from __future__ import annotations

import codecs
import re
import unicodedata

from generator.errors import ArticleError

MAX_CHARACTERS = 400_000
"""The longest text that is read, in code points: about 65,000 words.

The longest of 4,178 news articles has 33,672; the analysis of 400,000 takes 24 seconds of processor time and 1.5 GB.
"""

_BYTE_ORDER_MARKS = (  # UTF-32 first: its mark begins with that of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_NOT_TEXT = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "a rich text document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a compressed file"),
)
# No character of a text (NUL, half a surrogate pair, two code points that XML forbids).
_IMPOSSIBLE = re.compile("[\x00\ud800-\udfff\ufffe\uffff]")
# These two show all that follows in another order than it stands in: a reader would see other words than the
# article has. The other direction marks occur around names in Arabic or Hebrew script and are kept.
_OVERRIDES = re.compile("[\u202d\u202e]")
_CONTROLS = re.compile("[\x01-\x08\x0e-\x1f\x7f]")
# Real articles hold a stray control character now and then (one in 4,000); a binary holds a few in a hundred.
_CONTROLS_ALLOWED = 0.01
_WEB_PAGE = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?(?:<!doctype\s+html|<html\b)", re.IGNORECASE)


def decode(data: bytes, source: str, encoding: str | None = None) -> str:
    """Decode the bytes of an article.

    A byte order mark says what the encoding is, whatever `encoding` says. CRLF becomes LF; nothing else
    is changed.

    Args:
        data: The bytes of the file.
        source: The article's path, for messages.
        encoding: The encoding where it is not UTF-8; any name that Python knows.

    Returns:
        The text, not empty, at most `MAX_CHARACTERS` code points.

    Raises:
        ArticleError: The file is empty, too long, no text, or not in that encoding.
    """
    if not data.strip():
        raise ArticleError(source, "is empty. Put the article's text into it, or delete the file.")
    for magic, what in _NOT_TEXT:
        if data.startswith(magic):
            raise ArticleError(source, f"is {what}, not text. Save the article as plain text (UTF-8).")
    if len(data) > 4 * MAX_CHARACTERS + 4:
        raise _too_long(source, f"{len(data):,} bytes")
    text = _decoded(data, source, encoding).replace("\r\n", "\n")
    if len(text) > MAX_CHARACTERS:
        raise _too_long(source, f"{len(text):,} characters")
    _refuse_what_is_no_text(text, source)
    return text


def _too_long(source: str, size: str) -> ArticleError:
    return ArticleError(
        source,
        f"is too long for an article ({size}; at most {MAX_CHARACTERS:,} characters). Split it into one "
        "file per article.",
    )


def _decoded(data: bytes, source: str, encoding: str | None) -> str:
    for mark, name in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            try:
                return data[len(mark) :].decode(name)
            except UnicodeDecodeError as error:
                raise ArticleError(
                    source,
                    f"begins with the mark of {name.upper()} but is not {name.upper()} (byte "
                    f"{error.start + 1}). Save it again as UTF-8.",
                ) from error
    if encoding is None:
        return _utf8(data, source)
    try:
        return data.decode(encoding)
    except LookupError as error:
        raise ArticleError(
            source,
            f"cannot be read: there is no text encoding named {encoding!r}. Give one such as utf-8, "
            "windows-1252 or utf-16 with --encoding.",
        ) from error
    except ValueError as error:  # UnicodeError is one; a few codecs raise the plain one
        raise ArticleError(
            source,
            f"is not {encoding} ({error}). Give its encoding with --encoding, or save it as UTF-8 and leave "
            "--encoding out.",
        ) from error


def _utf8(data: bytes, source: str) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        value = data[error.start]
        where = f"is not UTF-8 (byte 0x{value:02X} in line {line})"
        if b"\x00" in data:
            raise ArticleError(source, f"{where} and not text. {_utf16_hint(data)}") from error
        start, end = max(0, error.start - 12), error.start + 12
        words = " ".join(data[start:end].decode("windows-1252", "replace").split())
        raise ArticleError(
            source,
            f"{where}. Save it as UTF-8, or give its encoding: --encoding windows-1252 would read these "
            f"characters as “{words}”.",
        ) from error


def _utf16_hint(data: bytes) -> str:
    """Say what a file with NUL bytes may be: in UTF-16 every second byte of English is one."""
    for name, zeros in (("utf-16-le", data[1:2000:2]), ("utf-16-be", data[0:2000:2])):
        if zeros and zeros.count(0) > 0.8 * len(zeros):
            return f"It looks like UTF-16: give --encoding {name}, or save it as UTF-8."
    return "Save the article as plain text (UTF-8)."


def _refuse_what_is_no_text(text: str, source: str) -> None:
    if not text.strip():
        raise ArticleError(
            source, "holds nothing but white space. Put the article's text into it, or delete the file."
        )
    found = _IMPOSSIBLE.search(text)
    if found:
        hint = _utf16_hint(text.encode("latin-1", "replace"))
        raise ArticleError(source, f"is not text: {_name(found[0])} in {_line(text, found.start())}. {hint}")
    if sum(1 for _ in _CONTROLS.finditer(text)) > _CONTROLS_ALLOWED * len(text):
        raise ArticleError(
            source, "is not text: it is full of control characters. Save it as plain text (UTF-8)."
        )
    found = _OVERRIDES.search(text)
    if found:
        raise ArticleError(
            source,
            f"holds {_name(found[0])} in {_line(text, found.start())}, which shows words in another order than "
            "they are written. Delete this character.",
        )
    if _WEB_PAGE.match(text):
        raise ArticleError(
            source,
            "is a web page. Save the article's text as plain text (.txt) or Markdown (.md), without the page "
            "around it.",
        )


def _name(character: str) -> str:
    return f"U+{ord(character):04X} {unicodedata.name(character, 'control character')}"


def _line(text: str, position: int) -> str:
    return f"line {text.count(chr(10), 0, position) + 1}"
