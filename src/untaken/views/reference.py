"""The reference of every key, in Markdown: made from the model, with words from `keys`."""

import re
import textwrap
from collections.abc import Iterator

from untaken.keys import GUIDES, Guide, Key
from untaken.sources import Noun

_WIDTH = 120


def reference() -> str:
    """A heading for each noun of the format, and under it each of its keys: purpose, example, whether it is needed."""
    text = "\n".join(line for noun, guide in GUIDES.items() for line in _section(noun, guide))
    return re.sub(r"\n{3,}", "\n\n", text)


def needed(noun: type[Noun]) -> frozenset[str]:
    """The keys that a noun cannot do without."""
    return frozenset(info.alias or name for name, info in noun.model_fields.items() if info.is_required())


def _section(noun: type[Noun], guide: Guide) -> Iterator[str]:
    yield f"### {guide.name}\n"
    yield from textwrap.wrap(guide.about, _WIDTH, break_on_hyphens=False)
    yield ""
    for name, key in guide.keys.items():
        yield from _entry(name, key, name in needed(noun))
    yield ""


def _entry(name: str, key: Key, is_needed: bool) -> Iterator[str]:
    text = f"- **`{name}`**{' (needed)' if is_needed else ''}: {key.purpose}"
    yield from textwrap.wrap(text, _WIDTH, subsequent_indent="  ", break_on_hyphens=False, break_long_words=False)
    yield from (f"  - `{word}`: {meaning}" for word, meaning in key.words.items())
    yield from _example(key)


def _example(key: Key) -> Iterator[str]:
    """One line stands in the sentence; several stand as they are in a file."""
    lines = key.example.split("\n")
    if len(lines) > 1:
        lines = ["```yaml", *lines, "```"]
        yield "\n" + textwrap.indent("\n".join(lines), "  ") + "\n"
    else:
        # After a list a line of its own would belong to the list's last item.
        yield f"\n  Example: `{lines[0]}`" if key.words else f"  Example: `{lines[0]}`"
