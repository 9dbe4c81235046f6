"""How a text is written as a value in YAML."""

import json
import re

_PLAIN = re.compile(r"[^\W_](?:[\w.’/-]| (?=[\w]))*")


def written(text: str) -> str:
    """The text as YAML reads it back anywhere: as it is where that is plain, else in quotes.

    >>> written("leads-to"), written("No: war"), written("-")
    ('leads-to', '"No: war"', '"-"')
    """
    return text if _PLAIN.fullmatch(text) else quoted(text)


# Prose: begins with a letter, a day or a bracket; of a colon and a hash, which mean something to YAML, it holds none.
_PROSE = re.compile(r"(?:[^\W\d_]|\d{1,2} [^\W\d_]|\()[\w .,;!?'’“”()/–—-]*")
_TYPED = {"y", "n", "yes", "no", "on", "off", "true", "false", "null", "nan", "inf"}
"""Words that other readers of YAML take for something else than text."""


def scalar(text: str) -> str:
    """A sentence or an id as YAML reads it back to the letter, and no reader takes for anything but text.

    >>> scalar("The ferry’s master, ashore"), scalar("Sail: tonight? #3"), scalar("no")
    ('The ferry’s master, ashore', '"Sail: tonight? #3"', '"no"')
    """
    plain = _PROSE.fullmatch(text) and text == text.strip() and text.casefold() not in _TYPED
    return text if plain else quoted(text)


# What YAML takes for the end of a line, which JSON leaves as it is, and blanks that nobody would see.
_ESCAPES = {"\x85": "\\N", "\u2028": "\\L", "\u2029": "\\P", "\u00a0": "\\_", "\ufeff": "\\uFEFF"}


def quoted(text: str) -> str:
    r"""The text in quotes of the kind that it does not hold itself.

    >>> print(quoted("No: war"), quoted('She said: "No"'), quoted("C:\\new"))
    "No: war" 'She said: "No"' 'C:\new'
    """
    of_one_line = text.isprintable()
    if of_one_line and '"' not in text and "\\" not in text:
        return f'"{text}"'
    if of_one_line and "'" not in text:
        return f"'{text}'"
    return "".join(_ESCAPES.get(letter, letter) for letter in json.dumps(text, ensure_ascii=False))


def bare(value: str) -> str:
    """A value without the quotes round it.

    >>> bare('"wreck"'), bare("wreck")
    ('wreck', 'wreck')
    """
    in_quotes = len(value) > 1 and value[0] == value[-1] and value[0] in "'\""
    return value[1:-1] if in_quotes else value
