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


def quoted(text: str) -> str:
    r"""The text in quotes of the kind that it does not hold itself.

    >>> print(quoted("No: war"), quoted('She said: "No"'), quoted("C:\\new"))
    "No: war" 'She said: "No"' 'C:\new'
    """
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    return f"'{text}'" if "'" not in text else json.dumps(text, ensure_ascii=False)


def bare(value: str) -> str:
    """A value without the quotes round it.

    >>> bare('"wreck"'), bare("wreck")
    ('wreck', 'wreck')
    """
    in_quotes = len(value) > 1 and value[0] == value[-1] and value[0] in "'\""
    return value[1:-1] if in_quotes else value
