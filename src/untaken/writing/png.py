"""What Graphviz's PNG lacks: words for who listens, and white that is white."""

import struct
import zlib
from collections.abc import Iterator

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_HEADER = b"IHDR"


def finished(data: bytes, title: str, words: str, language: str) -> bytes:
    """A PNG with its title and description in its metadata."""
    chunks = []
    for kind, body in _chunks(data):
        chunks.append(_chunk(kind, _white(body) if kind == b"PLTE" else body))
        if kind == _HEADER:
            chunks += [_text(b"Title", title, language), _text(b"Description", words, language)]
    return _SIGNATURE + b"".join(chunks)


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = len(_SIGNATURE)
    while at < len(data):
        length, kind = struct.unpack(">I4s", data[at : at + 8])
        yield kind, data[at + 8 : at + 8 + length]
        at += 12 + length


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def _white(palette: bytes) -> bytes:
    """gd keeps the first six or seven bits of each colour: here the last ones follow, so that white is 255 again."""
    return bytes(min(255, value + (value >> 6)) for value in palette)


def _text(keyword: bytes, text: str, language: str) -> bytes:
    """An international text, packed."""
    packed = zlib.compress(text.encode("utf-8"))
    tag = language.encode("ascii", "ignore").replace(b"\0", b"")
    return _chunk(b"iTXt", keyword + b"\0\1\0" + tag + b"\0\0" + packed)
