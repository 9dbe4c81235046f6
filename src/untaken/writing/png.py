"""What Graphviz's PNG lacks: words for who listens, and greys that are grey."""

import struct
import zlib
from collections.abc import Iterator

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_HEADER = b"IHDR"
_DOTS = b"pHYs"
_METRE = 0.0254
"""An inch, in metres."""
_A_METRE = 1
"""The unit in which a PNG counts its dots."""


def finished(data: bytes, title: str, words: str, language: str, dpi: int) -> bytes:
    """A PNG with its title and description in its metadata, and how many dots make an inch."""
    chunks = []
    for kind, body in _chunks(data):
        if kind == _DOTS:
            continue
        chunks.append(_chunk(kind, _restored(body) if kind == b"PLTE" else body))
        if kind == _HEADER:
            dots = struct.pack(">IIB", *[round(dpi / _METRE)] * 2, _A_METRE)
            chunks += [_chunk(_DOTS, dots), _text(b"Title", title, language), _text(b"Description", words, language)]
    return _SIGNATURE + b"".join(chunks)


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = len(_SIGNATURE)
    while at < len(data):
        length, kind = struct.unpack(">I4s", data[at : at + 8])
        yield kind, data[at + 8 : at + 8 + length]
        at += 12 + length


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


_NEARLY_GREY = 4
"""How far apart the three parts of a colour may be that was a grey before gd put it into its palette."""


def _restored(palette: bytes) -> bytes:
    """gd keeps the first six or seven bits of each colour: here the last ones follow, and a grey is one again."""
    every = [min(255, value + (value >> 6)) for value in palette]
    found = bytearray()
    for at in range(0, len(every), 3):
        color = every[at : at + 3]
        found += bytes([max(color)] * 3 if max(color) - min(color) <= _NEARLY_GREY else color)
    return bytes(found)


def _text(keyword: bytes, text: str, language: str) -> bytes:
    """An international text, packed."""
    packed = zlib.compress(text.encode("utf-8"))
    tag = language.encode("ascii", "ignore").replace(b"\0", b"")
    return _chunk(b"iTXt", keyword + b"\0\1\0" + tag + b"\0\0" + packed)
