"""What YAML's scanner says, in an author's words: cause and cure.

The phrases on the left are those of libyaml and of PyYAML's own scanner, which agree but for a few words.
"""

import re
from collections.abc import Sequence

Explained = tuple[int, int, str, str]
"""Line and column from 0, message, cure."""

_PHRASES: tuple[tuple[str, str, str], ...] = (
    ("mapping values are not allowed", "a second ': ' stands in this line", "put quotes round text that contains ': '"),
    (
        "cannot start any token",
        "this character cannot begin a value",
        "indent with spaces, and put quotes round text that begins with @, ` or %",
    ),
    (
        "unexpected end of stream",
        "a quotation mark is never closed",
        "close it, or use a typographic apostrophe (’) inside the text",
    ),
    (
        "did not find expected ',' or ']'",
        "a list in [brackets] is not closed, or lacks a comma",
        "close it with ], and put quotes round text that contains a comma",
    ),
    (
        "did not find expected ',' or '}'",
        "a mapping in {braces} is not closed, or lacks a comma",
        "close it with }, and put quotes round text that contains a comma or a bracket",
    ),
    (
        "did not find expected key",
        "this line does not continue what stands above it",
        "give it the same indentation as its neighbours, and put quotes round text that contains quotation marks",
    ),
    (
        "did not find expected '-' indicator",
        "this line does not continue the list above it",
        "begin it with '- ', or give it the indentation of what it belongs to",
    ),
    ("could not find expected ':'", "a key without ': ' stands here", "write 'key: value', with a colon and a blank"),
    (
        "found unknown escape character",
        'a backslash in "double quotes" begins a code',
        "use 'single quotes' round text with backslashes",
    ),
    (
        "did not find expected alphabetic or numeric character",
        "* or & begins an alias here",
        "put quotes round text that begins with * or &",
    ),
    (
        "block sequence entries are not allowed",
        "a list item cannot begin here",
        "put '- ' on a line of its own, indented under its key",
    ),
    (
        "did not find expected <document start>",
        "the text above has ended before this line",
        "indent the line under the key that it belongs to",
    ),
    (
        "did not find the expected comment or line break",
        "only a line break may stand after | or >",
        "begin the text on the next line, indented",
    ),
    ("found undefined tag handle", "the tag is unknown", "put quotes round text that begins with !"),
    (
        "did not find expected",
        "this does not fit what stands above it",
        "check the indentation and the quotation marks",
    ),
    ("expected", "this does not fit what stands above it", "check the indentation and the quotation marks"),
)


def explain(problem: str, context: str, line: int, column: int, lines: Sequence[str]) -> Explained:
    """The place, cause and cure of what the scanner reports at `line` and `column` (from 0) of a text's `lines`."""
    tab = _tab_before(line, lines)
    if tab is not None:
        return *tab, "a tab stands in the indentation", "indent with blanks: two for each step"
    for phrase, message, cure in _PHRASES:
        if phrase in problem:
            return (*_place(line, column, lines), message, cure)
    return line, column, f"the file is not YAML: {problem or context}", "check the indentation and the quotation marks"


def _tab_before(line: int, lines: Sequence[str]) -> tuple[int, int] | None:
    """The first tab in the indentation of this line or of the one before it."""
    for number in (line, line - 1):
        if 0 <= number < len(lines):
            found = re.match(r" *\t", lines[number])
            if found:
                return number, found.end() - 1
    return None


def _place(line: int, column: int, lines: Sequence[str]) -> tuple[int, int]:
    """Where an author would look: at the last written line, when the scanner only noticed at the file's end."""
    while line > 0 and (line >= len(lines) or not lines[line].strip()):
        line, column = line - 1, 0
    text = lines[line] if line < len(lines) else ""
    return line, min(column, max(0, len(text) - 1)) or len(text) - len(text.lstrip())
