"""Mistakes between lines: blanks, tabs, colons, dashes, indentation."""

import re

from untaken.reading.yaml.blocks import broken_block
from untaken.reading.yaml.patches import Patch, Patches, quotes, strange_blanks, tabs
from untaken.reading.yaml.stumble import Place, Slip, Stumble

_STRANGE_BLANK = re.compile(
    "^ *(?:- +)*(?:[^\\s:]+:)? *(?P<blank>[\u00a0\u1680\u2000-\u200b\u202f\u205f\u2060\u3000\ufeff])"
)


def strange_blank(stumble: Stumble) -> Slip | None:
    for line in (stumble.line, *stumble.above(stumble.line)):
        found = _STRANGE_BLANK.match(stumble.head(line))
        if found:
            message = f"this is no ordinary blank (U+{ord(found['blank']):04X})"
            patches = strange_blanks(stumble.lines, _STRANGE_BLANK)
            return Slip((line, found.start("blank")), message, "delete it and type a blank", patches)
        if stumble.key(line) and line != stumble.line:
            break
    return None


def tab(stumble: Stumble) -> Slip | None:
    for line in (stumble.line, stumble.line - 1):
        found = re.match(r" *(- *)?\t", stumble.head(line))
        if found:
            place = line, found.end() - 1
            if not stumble.text(line).strip():
                return Slip(place, "a tab stands in this empty line", "delete it", tabs(stumble.lines))
            if found[1]:
                return Slip(place, "a tab stands after the '-'", "write a blank there", _blank(place))
            cure = "indent with blanks: two for each step"
            return Slip(place, "a tab stands in the indentation", cure, tabs(stumble.lines))
    if stumble.letter(stumble.place) == "\t":
        return Slip(stumble.place, "a tab stands here", "write a blank", _blank(stumble.place))
    return None


def _blank(place: Place) -> Patches:
    return (Patch(*place, 1, " "),)


def second_colon(stumble: Stumble) -> Slip | None:
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
    cure = f"put {straight} round text that contains ': '"
    return Slip(stumble.place, "a second ': ' stands in this line", cure, quotes(stumble.lines, line))


def key_taken_for_text(stumble: Stumble) -> Slip | None:
    """The line begins with a key, but what stands above it is a text that it continues."""
    if not stumble.says("mapping values are not allowed"):
        return None
    key = stumble.key(stumble.line)
    if key is None:
        return _no_key(stumble, stumble.line)
    above, between = _owner(stumble)
    owner = stumble.key(above) if above is not None else None
    guilty = next((line for line in between if stumble.indentation(line) == key[1]), None)
    if guilty is None and between and (owner is None or stumble.text(above or 0).rstrip().endswith(":")):
        guilty = between[0]
    if guilty is not None or owner is None or above is None:
        return _no_key(stumble, stumble.line if guilty is None else guilty)
    message = f"this line is indented deeper than '{owner[0]}' above it, and so continues its text"
    cure = "give it the same indentation, or put quotes round text that contains ': '"
    return _dash(stumble, above) or Slip((stumble.line, key[1]), message, cure)


def _owner(stumble: Stumble) -> tuple[int | None, list[int]]:
    """The nearest line above that begins with a key, and the lines between that do not."""
    between: list[int] = []
    for line in stumble.above(stumble.line):
        if stumble.key(line):
            return line, between[::-1]
        between.append(line)
    return None, between[::-1]


def missing_colon(stumble: Stumble) -> Slip | None:
    if stumble.says("could not find expected ':'") and stumble.opened:
        return _no_key(stumble, stumble.opened[0])
    return None


def _no_key(stumble: Stumble, line: int) -> Slip:
    """What is wrong with a line that should be 'key: value' and is not."""
    text, place = stumble.head(line), (line, stumble.indentation(line))
    above, below = next(stumble.above(line), None), stumble.below(line)
    if above is not None and re.search(r": *[|>][-+\d]*( +#.*)?$", stumble.head(above)):
        return Slip(place, "the text after | or > is not indented", "indent it deeper than its key")
    glued = re.match(r" *(?:- +)?(?P<key>[\w-]+):(?=[^\s:/])", text)
    if glued:
        key = glued["key"]
        patch = Patch(line, glued.start("key"), len(key) + 1, f"{key}: ")
        return Slip((line, glued.end()), f"a blank is missing after '{key}:'", f"write '{key}: …'", (patch,))
    word = re.sub(" +#.*", "", text).strip()
    if word.startswith(("!", "&", "*")):
        return Slip(place, f"a line cannot begin with {word[0]}", "put # before a remark, or quotes round the text")
    if below is not None and stumble.indentation(below) > place[1] and re.fullmatch(r"[\w-]+", word):
        patch = Patch(*place, len(word), f"{word}:")
        return Slip(place, f"a colon is missing after '{word}'", f"write '{word}:'", (patch,))
    cure = "write 'key: value', put # before a remark, and indent text that continues the line above"
    return _dash(stumble, line) or Slip(place, "this line is no 'key: value'", cure)


def _dash(stumble: Stumble, line: int) -> Slip | None:
    """What is wrong with the dash of a list item."""
    found = re.match(r" *(?P<dash>[–—−•·]|-(?=[^\s-]))", stumble.head(line))
    if not found:
        return None
    place = line, found.start("dash")
    if found["dash"] == "-":
        return Slip(place, "a blank is missing after the '-'", "write '- …'", (Patch(*place, 1, "- "),))
    hyphen = "-" if stumble.letter((line, place[1] + 1)) == " " else "- "
    cure = "write '- …', with a hyphen and a blank"
    return Slip(place, f"'{found['dash']}' begins no list item", cure, (Patch(*place, 1, hyphen),))


def misplaced_line(stumble: Stumble) -> Slip | None:
    """A line whose indentation fits nothing above it, or that does not continue a list."""
    in_list = "block collection" in stumble.context
    if not (stumble.begins_line and stumble.says("expected key", "expected '-' indicator", "expected <block end>")):
        return None
    return broken_block(stumble) or _misplaced(stumble, in_list)


def _misplaced(stumble: Stumble, in_list: bool) -> Slip | None:
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
    guilty = None if in_list else _mistake_above(stumble)
    if guilty:
        return guilty
    if in_list and (needless := _needless_dash(stumble)):
        return needless
    if in_list:
        message = "this line does not begin with '- ', as the items above it do"
        cure = "begin it with '- ', or give it the indentation of what it belongs to"
    else:
        message = "this line is indented differently from the lines that it belongs to"
        cure = "let it begin exactly under its neighbours"
    return _dash(stumble, stumble.line) or Slip(stumble.place, message, cure)


_NAMED = {"nodes", "options", "branches", "sources", "actors", "facts"}
"""The keys under which ids stand, not list items."""


def _needless_dash(stumble: Stumble) -> Slip | None:
    """A dash before the first of several ids, which need none."""
    first = stumble.opened[0] if stumble.opened else 0
    above = next(stumble.above(first), None)
    owner = stumble.key(above) if above is not None else None
    if owner is None or owner[0] not in _NAMED or stumble.indentation(first) != stumble.place[1]:
        return None
    message = f"a '- ' stands here, but '{owner[0]}' holds ids, which need none"
    return Slip(
        (first, stumble.place[1]), message, f"delete it, and let the id begin exactly as in line {stumble.line + 1}"
    )


def _mistake_above(stumble: Stumble) -> Slip | None:
    """Where a comment ends a line that is no 'key: value', YAML notices the mistake only behind it."""
    above = next(stumble.above(stumble.line), None)
    if above is None:
        return None
    is_key = stumble.key(above) or stumble.head(above).lstrip().startswith("- ")
    if not is_key and stumble.indentation(above) == stumble.indentation(stumble.line):
        return _no_key(stumble, above)
    return _dash(stumble, above)


def ended_before(stumble: Stumble) -> Slip | None:
    """YAML took the file for ended: after three dots, or since its first line is indented and this one is not."""
    if not stumble.says("<document start>"):
        return None
    above = list(stumble.above(stumble.line))
    for line in above:
        if re.match(r"\.\.\.(\s|$)", stumble.head(line)):
            return Slip((line, 0), "three dots end the file here", "delete the line")
    first = above[-1] if above else stumble.line
    if stumble.indentation(first) > stumble.place[1]:
        cure = "let it begin at the left margin, as the keys below it do"
        return Slip((first, stumble.indentation(first)), "the first line of the file is indented", cure)
    message = "the text above has ended before this line"
    return _mistake_above(stumble) or Slip(stumble.place, message, "begin the file with 'title: …'")
