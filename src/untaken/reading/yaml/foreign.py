"""Files that are no plain text in UTF-8: what they are, by their first bytes, and how a text is made of them."""

from untaken.reading.diagnostics import Diagnostic
from untaken.reading.rules import NOT_UTF8
from untaken.reading.yaml.controls import harmless
from untaken.reading.yaml.places import Places
from untaken.text.span import Span

_AS_TEXT = "save it as plain text in UTF-8 (in Word: Save as, Plain text, Unicode (UTF-8))"
_AS_UTF8 = "save it as UTF-8 (in Notepad: Save as, Encoding, UTF-8)"
_KINDS: tuple[tuple[tuple[bytes, ...], str, str], ...] = (
    ((b"\xff\xfe", b"\xfe\xff"), "the file is saved as UTF-16", _AS_UTF8),
    ((b"\xd0\xcf\x11\xe0",), "the file is a document of an old Word, not a text", _AS_TEXT),
    ((b"{\\rtf",), "the file is a document in rich text (RTF), not a plain text", _AS_TEXT),
    ((b"%PDF-",), "the file is a PDF, not a text", "copy the text out of it into a file of its own"),
    ((b"<!DOCTYPE", b"<!doctype", b"<html"), "the file is a web page, not a scenario", "save the scenario itself"),
)
_ZIP = b"PK\x03\x04"
_PARTS = {b"word/": "a Word document", b"content.xml": "a document of LibreOffice or its like"}


def foreign(data: bytes, path: str) -> Diagnostic | None:
    """What a file is, where it is no text at all; `path` is what the message calls it."""
    for beginnings, message, cure in _KINDS:
        if data.startswith(beginnings):
            return Diagnostic(Span(path), NOT_UTF8, message, cure)
    if not data.startswith(_ZIP):
        return None
    document = next((name for part, name in _PARTS.items() if part in data), None)
    if document:
        return Diagnostic(Span(path), NOT_UTF8, f"the file is {document}, not a plain text", _AS_TEXT)
    return Diagnostic(Span(path), NOT_UTF8, "the file is a zip file, not a text", "unpack it, and name what is in it")


def not_utf8(data: bytes, place: int, path: str) -> Diagnostic:
    """What is said of bytes of which the one at a place is no UTF-8."""
    whole = harmless(data.decode("utf-8", errors="replace"))
    span = Places(whole, path).at(len(data[:place].decode("utf-8")))
    try:
        letter = data.decode("cp1252")[place]
    except UnicodeDecodeError:
        return Diagnostic(span, NOT_UTF8, "a letter here is not UTF-8", _AS_UTF8)
    message = f"the letter '{letter}' is saved as Windows-1252 has it, not as UTF-8 has it"
    return Diagnostic(span, NOT_UTF8, message if letter.isprintable() else "a letter here is not UTF-8", _AS_UTF8)
