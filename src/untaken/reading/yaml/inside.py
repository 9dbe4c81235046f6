"""Mistakes within a line: quotation marks, brackets, first letters of a text."""

import re

from untaken.reading.yaml.patches import Patch, Patches, quotes
from untaken.reading.yaml.stumble import Place, Slip, Stumble


def open_quotation(stumble: Stumble) -> Slip | None:
    opened, message = None, "the quotation mark that opens here is never closed"
    in_quotation = "quoted scalar" in stumble.context and stumble.says(
        "end of stream", "document indicator", "separator"
    )
    opening = stumble.letter(stumble.opened) if stumble.opened else ""
    in_key = stumble.says("could not find expected ':'") and opening in ("'", '"')
    if in_quotation or in_key:
        opened = stumble.opened
    elif stumble.quoted and stumble.quoted[0] < stumble.line:
        opened = stumble.quoted
        message = f"the quotation mark that opens here is closed only in line {stumble.line + 1}"
    if opened is None:
        return None
    mark, rest = stumble.letter(opened), stumble.text(opened[0])[opened[1] + 1 :]
    typographic = next((each for each in "”’“»" if each in rest), None)
    if typographic:
        cure = f"close it with {mark}, the mark that opened it; {typographic} does not count"
        return Slip(opened, message, cure, _straight(stumble, opened))
    apostrophe = ", or write ’ where an apostrophe is meant" if mark == "'" else ""
    return Slip(opened, message, f"close it with {mark} where the text ends{apostrophe}")


def _straight(stumble: Stumble, opened: Place) -> Patches:
    """The mark that opened a text, for the typographic one that ends its line."""
    text = stumble.text(opened[0]).rstrip()
    mark = stumble.letter(opened)
    ends_there = text[-1] in "”’“»" and mark not in text[opened[1] + 1 :]
    return (Patch(opened[0], len(text) - 1, 1, mark),) if ends_there else ()


def stray_bracket(stumble: Stumble) -> Slip | None:
    letter = stumble.letter(stumble.place)
    if letter not in ("]", "}") or not stumble.says("expected"):
        return None
    opening = stumble.letter(stumble.opened) if stumble.opened else ""
    if "flow" in stumble.context and opening in _CLOSING:
        return Slip(stumble.place, f"a {opening} is closed with {letter}", f"write {_CLOSING[opening]} instead")
    return Slip(stumble.place, f"nothing opens this {letter}", f"delete it, or put quotes round text with a {letter}")


_CLOSING = {"[": "]", "{": "}"}


def missing_comma(stumble: Stumble) -> Slip | None:
    rest = stumble.text(stumble.line)[stumble.place[1] :][:_LONGEST_KEY]
    if "flow" in stumble.context and not stumble.begins_line and re.match(r"[\w-]+: ", rest):
        return Slip(stumble.place, "a comma is missing here", "write ', ' between a value and the next key")
    return None


_LONGEST_KEY = 100


def text_after_quotation(stumble: Stumble) -> Slip | None:
    if not (stumble.quoted and stumble.says("expected")):
        return None
    if stumble.letter(stumble.quoted) == "'":
        cure = 'write ’ for an apostrophe, or put "double quotes" round the whole text'
    else:
        cure = "put 'single quotes' round the whole text, and write ’ for an apostrophe"
    patches = quotes(stumble.lines, stumble.line)
    return Slip(stumble.place, "text goes on after the closing quotation mark", cure, patches)


def text_after_brackets(stumble: Stumble) -> Slip | None:
    before = stumble.text(stumble.line)[: stumble.place[1]].rstrip()
    if before.endswith(("]", "}")) and stumble.says("expected"):
        cure = "put quotes round text with brackets, or begin a new line"
        patches = quotes(stumble.lines, stumble.line)
        return Slip(stumble.place, f"text goes on after the {before[-1]}", cure, patches)
    return None


def inside_brackets(stumble: Stumble) -> Slip | None:
    opening = stumble.letter(stumble.opened) if stumble.opened else ""
    if not (stumble.says("',' or") and stumble.opened and opening in _CLOSING):
        return None
    line, column = stumble.opened
    rest = "\n".join((stumble.text(line)[column:], *stumble.lines[line + 1 :]))
    if rest.count(opening) > rest.count(_CLOSING[opening]):
        cure = f"close it with {_CLOSING[opening]}, or put quotes round text with a {opening}"
        return Slip(stumble.opened, f"the {opening} that opens here is never closed", cure)
    if stumble.letter(stumble.place) == ":":
        message = "two ': ' stand here without a comma between them"
        return Slip(stumble.place, message, "put quotes round text that contains ': ', or a comma before the next key")
    return Slip(
        stumble.place, "a comma is missing here", "part values with commas; put quotes round text with brackets"
    )


_QUOTES = "put quotes round it"
_BACKSLASH = ('a backslash in "double quotes" begins a code', "use 'single quotes' round the text")
_PHRASES: tuple[tuple[str, tuple[str, str]], ...] = (
    ("cannot start any token", ("text cannot begin with {letter}", _QUOTES)),
    ("expected alphabetic or numeric character", ("text cannot begin with {letter}", _QUOTES)),
    ("mapping keys are not allowed", ("text cannot begin with '? '", _QUOTES)),
    (
        "sequence entries are not allowed",
        (
            "a list item cannot begin in the line of its key",
            "put '- …' on the next line, indented, or quotes round text that begins with '- '",
        ),
    ),
    ("escape c", _BACKSLASH),
    ("hexdecimal", _BACKSLASH),
    ("hexadecimal", _BACKSLASH),
    ("node content", ("a key or a value is missing here", "check the commas and colons round it")),
    ("unexpected ':'", ("a blank is missing after this colon", "write ': '")),
    ("undefined tag handle", ("text cannot begin with !", _QUOTES)),
)


def first_letter(stumble: Stumble) -> Slip | None:
    if "block scalar" in stumble.context and stumble.opened:
        cure = "begin the text on the next line, indented, or put quotes round text that begins with | or >"
        return Slip(stumble.opened, "only a line break may stand after | or >", cure)
    if "scanning a tag" in stumble.context and stumble.opened:
        return Slip(stumble.opened, "text cannot begin with !", _QUOTES, quotes(stumble.lines, stumble.opened[0]))
    if "directive" in stumble.context and stumble.opened:
        return Slip(stumble.opened, "a line cannot begin with %", "put # before a remark, or quotes round the text")
    place = stumble.opened if "scanning an a" in stumble.context and stumble.opened else stumble.place
    if re.match(r" *\* ", stumble.head(place[0])) and stumble.begins(place):
        cure = "write '- …', with a hyphen and a blank"
        return Slip(place, "'*' begins no list item", cure, (Patch(*place, 1, "-"),))
    for phrase, (message, cure) in _PHRASES:
        if stumble.says(phrase):
            patches = quotes(stumble.lines, place[0]) if cure == _QUOTES else ()
            return Slip(place, message.format(letter=stumble.letter(place)), cure, patches)
    return None


def elsewhere_in_line(stumble: Stumble) -> Slip | None:
    if stumble.alias:
        return Slip(stumble.alias, "text cannot begin with *", _QUOTES, quotes(stumble.lines, stumble.alias[0]))
    if stumble.says("expected key", "expected <block end>", "expected '-' indicator"):
        message = "this does not fit what stands before it in the line"
        return Slip(stumble.place, message, "put quotes round the whole text")
    return None
