"""What YAML's scanner stumbles over, in an author's words: place, cause and cure.

The scanner says where it gave up, which is often lines behind the mistake. `READINGS` look at the lines round it for the
mistakes that authors make, one function each; the first that recognises one speaks.
"""

import re
from collections.abc import Callable
from typing import NamedTuple

import yaml

from untaken.reader.stumble import Place, Stumble


class Slip(NamedTuple):
    """A mistake in the YAML: its place from 0, what it is, and the cure."""

    place: Place
    message: str
    cure: str


def explain(stumble: Stumble) -> Slip:
    """The mistake behind what the scanner reports."""
    found = (reading(stumble) for reading in READINGS)
    return next(filter(None, found), None) or Slip(
        stumble.place, f"the file is not YAML: {stumble.problem}", "check the indentation and the quotation marks"
    )


_STRANGE_BLANK = re.compile(
    "^ *(?:- +)*(?:[^\\s:]+:)? *(?P<blank>[\u00a0\u1680\u2000-\u200b\u202f\u205f\u2060\u3000\ufeff])"
)


def _strange_blank(stumble: Stumble) -> Slip | None:
    for line in (stumble.line, *stumble.above(stumble.line)):
        found = _STRANGE_BLANK.match(stumble.text(line))
        if found:
            message = f"this is no ordinary blank (U+{ord(found['blank']):04X})"
            return Slip((line, found.start("blank")), message, "delete it and type a blank")
        if stumble.key(line) and line != stumble.line:
            break
    return None


def _tab(stumble: Stumble) -> Slip | None:
    for line in (stumble.line, stumble.line - 1):
        found = re.match(r" *(- *)?\t", stumble.text(line))
        if found:
            place = line, found.end() - 1
            if found[1]:
                return Slip(place, "a tab stands after the '-'", "write a blank there")
            return Slip(place, "a tab stands in the indentation", "indent with blanks: two for each step")
    return Slip(stumble.place, "a tab stands here", "write a blank") if stumble.letter(stumble.place) == "\t" else None


def _open_quotation(stumble: Stumble) -> Slip | None:
    opened, message = None, "the quotation mark that opens here is never closed"
    last = stumble.last
    if "quoted scalar" in stumble.context and stumble.says(
        "unexpected end of stream", "document indicator", "separator"
    ):
        opened = stumble.opened
    elif (
        stumble.says("could not find expected ':'") and stumble.opened and stumble.letter(stumble.opened) in ("'", '"')
    ):
        opened = stumble.opened
    elif _is_quoted(last) and last.start_mark.line < last.end_mark.line == stumble.line:
        opened = last.start_mark.line, last.start_mark.column
        message = f"the quotation mark that opens here is closed only in line {stumble.line + 1}"
    if opened is None:
        return None
    mark, rest = stumble.letter(opened), stumble.text(opened[0])[opened[1] + 1 :]
    typographic = next((each for each in "”’“»" if each in rest), None)
    if typographic:
        return Slip(opened, message, f"close it with {mark}, the mark that opened it; {typographic} does not count")
    apostrophe = ", or write ’ where an apostrophe is meant" if mark == "'" else ""
    return Slip(opened, message, f"close it with {mark} where the text ends{apostrophe}")


def _stray_bracket(stumble: Stumble) -> Slip | None:
    letter = stumble.letter(stumble.place)
    if letter not in ("]", "}") or not stumble.says("expected"):
        return None
    opening = stumble.letter(stumble.opened) if stumble.opened else ""
    if "flow" in stumble.context and opening in _CLOSING:
        return Slip(stumble.place, f"a {opening} is closed with {letter}", f"write {_CLOSING[opening]} instead")
    return Slip(stumble.place, f"nothing opens this {letter}", f"delete it, or put quotes round text with a {letter}")


_CLOSING = {"[": "]", "{": "}"}


def _text_after_quotation(stumble: Stumble) -> Slip | None:
    last = stumble.last
    if not (_is_quoted(last) and last.end_mark.line == stumble.line and stumble.says("expected")):
        return None
    if last.style == "'":
        cure = 'write ’ for an apostrophe, or put "double quotes" round the whole text'
    else:
        cure = "put 'single quotes' round the whole text, and write ’ for an apostrophe"
    return Slip(stumble.place, "text goes on after the closing quotation mark", cure)


def _text_after_brackets(stumble: Stumble) -> Slip | None:
    before = stumble.text(stumble.line)[: stumble.place[1]].rstrip()
    if before.endswith(("]", "}")) and stumble.says("expected"):
        cure = "put quotes round text with brackets, or begin a new line"
        return Slip(stumble.place, f"text goes on after the {before[-1]}", cure)
    return None


def _inside_brackets(stumble: Stumble) -> Slip | None:
    if not (stumble.says("',' or") and stumble.opened):
        return None
    line, column = stumble.opened
    opening = stumble.letter(stumble.opened)
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


def _second_colon(stumble: Stumble) -> Slip | None:
    if not stumble.says("mapping values are not allowed"):
        return None
    line, column = stumble.place
    before, after = stumble.text(line)[:column], stumble.text(line)[column + 1 :]
    key = stumble.key(line)
    if key is None or key[1] + len(key[0]) >= column:
        return None
    if not after.partition(" #")[0].strip():
        word = before.split()[-1]
        cure = f"put quotes round the text, or put '{word}:' on a line of its own, indented"
        return Slip(stumble.place, "a second colon ends this line", cure)
    straight = "straight quotes (\" or '), not typographic ones," if re.search(": *[“„«‘]", before) else "quotes"
    return Slip(stumble.place, "a second ': ' stands in this line", f"put {straight} round text that contains ': '")


def _key_taken_for_text(stumble: Stumble) -> Slip | None:
    """The line begins with a key, but what stands above it is a text that it continues."""
    if not stumble.says("mapping values are not allowed"):
        return None
    key = stumble.key(stumble.line)
    if key is None:
        return _no_key(stumble, stumble.line)
    owner, between = None, []
    for line in stumble.above(stumble.line):
        owner = stumble.key(line)
        if owner:
            dash = _dash(stumble, line)
            if dash:
                return dash
            break
        between.insert(0, line)
    for line in between:
        if stumble.indentation(line) == key[1]:
            return _no_key(stumble, line)
    if between and owner and stumble.text(next(stumble.above(between[0]))).rstrip().endswith(":"):
        return _no_key(stumble, between[0])
    if owner and owner[1] < key[1]:
        message = f"this line is indented deeper than '{owner[0]}' above it, and so continues its text"
        cure = "give it the same indentation, or put quotes round text that contains ': '"
        return Slip((stumble.line, key[1]), message, cure)
    return _no_key(stumble, between[-1] if between else stumble.line)


def _missing_colon(stumble: Stumble) -> Slip | None:
    if stumble.says("could not find expected ':'") and stumble.opened:
        return _no_key(stumble, stumble.opened[0])
    return None


def _no_key(stumble: Stumble, line: int) -> Slip:
    """What is wrong with a line that should be 'key: value' and is not."""
    text, place = stumble.text(line), (line, stumble.indentation(line))
    above, below = next(stumble.above(line), None), stumble.below(line)
    if above is not None and re.search(r": *[|>][-+\d]*( +#.*)?$", stumble.text(above)):
        return Slip(place, "the text after | or > is not indented", "indent it deeper than its key")
    glued = re.match(r" *(?:- +)?(?P<key>[\w-]+):(?=[^\s:/])", text)
    if glued:
        key = glued["key"]
        return Slip((line, glued.end()), f"a blank is missing after '{key}:'", f"write '{key}: …'")
    word = re.sub(" +#.*", "", text).strip()
    if word.startswith(("!", "&", "*")):
        return Slip(place, f"a line cannot begin with {word[0]}", "put # before a remark, or quotes round the text")
    if below is not None and stumble.indentation(below) > place[1] and re.fullmatch(r"[\w-]+", word):
        return Slip(place, f"a colon is missing after '{word}'", f"write '{word}:'")
    cure = "write 'key: value', put # before a remark, and indent text that continues the line above"
    return _dash(stumble, line) or Slip(place, "this line is no 'key: value'", cure)


def _dash(stumble: Stumble, line: int) -> Slip | None:
    """What is wrong with the dash of a list item."""
    found = re.match(r" *(?P<dash>[–—−•·]|-(?=[^\s-]))", stumble.text(line))
    if not found:
        return None
    place = line, found.start("dash")
    if found["dash"] == "-":
        return Slip(place, "a blank is missing after the '-'", "write '- …'")
    return Slip(place, f"'{found['dash']}' begins no list item", "write '- …', with a hyphen and a blank")


def _misplaced_line(stumble: Stumble) -> Slip | None:
    """A line whose indentation fits nothing above it, or that does not continue a list."""
    in_list = "block collection" in stumble.context
    if not (stumble.begins_line and stumble.says("expected key", "expected '-' indicator", "expected <block end>")):
        return None
    text = stumble.text(stumble.line).lstrip()
    above = next((line for line in stumble.above(stumble.line) if stumble.text(line).lstrip().startswith("- ")), None)
    under_key = not in_list and stumble.opened is not None and stumble.opened[1] == stumble.place[1]
    if text.startswith("- ") and above is not None and not under_key:
        side = "right" if stumble.place[1] > stumble.indentation(above) else "left"
        message = f"this '- ' stands further {side} than the '- ' of line {above + 1}"
        return Slip(stumble.place, message, "put the one exactly under the other")
    if text.startswith("- "):
        return Slip(stumble.place, "a list item stands among keys", "delete the '- ', or indent it under its key")
    if text.startswith(":"):
        return Slip(stumble.place, "a key is missing before the colon", "write 'key: value'")
    if in_list:
        message = "this line does not begin with '- ', as the items above it do"
        cure = "begin it with '- ', or give it the indentation of what it belongs to"
    else:
        message = "this line is indented differently from the lines that it belongs to"
        cure = "let it begin exactly under its neighbours"
    return _dash(stumble, stumble.line) or Slip(stumble.place, message, cure)


def _ended_before(stumble: Stumble) -> Slip | None:
    """YAML took the file for ended: after three dots, or since its first line is indented and this one is not."""
    if not stumble.says("<document start>"):
        return None
    above = list(stumble.above(stumble.line))
    for line in above:
        if stumble.text(line).rstrip() == "...":
            return Slip((line, 0), "three dots end the file here", "delete the line")
    first = above[-1] if above else stumble.line
    if stumble.indentation(first) > stumble.place[1]:
        cure = "let it begin at the left margin, as the keys below it do"
        return Slip((first, stumble.indentation(first)), "the first line of the file is indented", cure)
    return Slip(stumble.place, "the text above has ended before this line", "begin the file with 'title: …'")


_SIMPLE: tuple[tuple[str, str, str], ...] = (
    ("cannot start any token", "text cannot begin with {letter}", "put quotes round it"),
    ("expected alphabetic or numeric character", "text cannot begin with {letter}", "put quotes round it"),
    ("mapping keys are not allowed", "text cannot begin with '? '", "put quotes round it"),
    (
        "sequence entries are not allowed",
        "a list item cannot begin in the line of its key",
        "put '- …' on the next line, indented, or quotes round text that begins with '- '",
    ),
    ("unknown escape character", 'a backslash in "double quotes" begins a code', "use 'single quotes' round the text"),
    ("hexdecimal", 'a backslash in "double quotes" begins a code', "use 'single quotes' round the text"),
    ("hexadecimal", 'a backslash in "double quotes" begins a code', "use 'single quotes' round the text"),
    ("node content", "a key or a value is missing here", "check the commas and colons round it"),
    ("unexpected ':'", "a blank is missing after this colon", "write ': '"),
    ("undefined tag handle", "text cannot begin with !", "put quotes round it"),
)


def _simple(stumble: Stumble) -> Slip | None:
    if "block scalar" in stumble.context and stumble.opened:
        cure = "begin the text on the next line, indented, or put quotes round text that begins with | or >"
        return Slip(stumble.opened, "only a line break may stand after | or >", cure)
    if "directive" in stumble.context and stumble.opened:
        return Slip(stumble.opened, "a line cannot begin with %", "put # before a remark, or quotes round the text")
    place = stumble.opened if "scanning an a" in stumble.context and stumble.opened else stumble.place
    for phrase, message, cure in _SIMPLE:
        if stumble.says(phrase):
            return Slip(place, message.format(letter=stumble.letter(place)), cure)
    return None


def _elsewhere_in_line(stumble: Stumble) -> Slip | None:
    last = stumble.last
    if isinstance(last, yaml.AliasEvent) and last.start_mark.line == stumble.line:
        return Slip((stumble.line, last.start_mark.column), "text cannot begin with *", "put quotes round it")
    if stumble.says("expected key", "expected <block end>", "expected '-' indicator"):
        return Slip(
            stumble.place, "this does not fit what stands before it in the line", "put quotes round the whole text"
        )
    return None


def _is_quoted(event: yaml.Event | None) -> bool:
    return isinstance(event, yaml.ScalarEvent) and event.style in ("'", '"')


READINGS: tuple[Callable[[Stumble], Slip | None], ...] = (
    _strange_blank,
    _tab,
    _open_quotation,
    _stray_bracket,
    _text_after_quotation,
    _text_after_brackets,
    _inside_brackets,
    _second_colon,
    _key_taken_for_text,
    _missing_colon,
    _misplaced_line,
    _ended_before,
    _simple,
    _elsewhere_in_line,
)
