"""How options were spelt before: it goes on working, and no help tells of it."""

from collections.abc import Sequence

_EVERYWHERE = {"--output-format": ["--format"], "--out": ["--output"]}
_OF_COMMANDS = {"verify": {"--annotations": ["--format", "json-ld", "--output"]}}


def as_now(words: Sequence[str]) -> list[str]:
    """The words of a command line as they are spelt now.

    >>> as_now(["check", "--output-format=json"])
    ['check', '--format=json']
    >>> as_now(["verify", "--annotations", "pins.jsonld"])
    ['verify', '--format', 'json-ld', '--output', 'pins.jsonld']
    """
    known = _EVERYWHERE | _OF_COMMANDS.get(words[0] if words else "", {})
    end = [*words].index("--") if "--" in words else len(words)
    return [part for word in words[:end] for part in _respelt(word, known)] + [*words[end:]]


def _respelt(word: str, known: dict[str, list[str]]) -> list[str]:
    name, equals, value = word.partition("=")
    if name not in known:
        return [word]
    *before, last = known[name]
    return [*before, f"{last}{equals}{value}"]
