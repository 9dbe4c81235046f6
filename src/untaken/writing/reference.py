"""The reference of every key, in Markdown: made from the model, with words from `keys`."""

import re
import textwrap
from collections.abc import Iterable, Iterator

from untaken.model.keys import GUIDES, Guide, Key
from untaken.model.shape import needed
from untaken.model.sources import Noun
from untaken.text.naming import sentence_list

_WIDTH = 120


def reference() -> str:
    """A heading for each noun of the format, and under it each of its keys: purpose, example, whether it is needed.

    What a key has in common with one of the same name that was told before is told there.
    """
    lines = [*_wrapped(" · ".join(_link(guide) for guide in GUIDES.values())), ""]
    for noun in GUIDES:
        lines += _section(noun)
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines))


def told_at(name: str, key: Key) -> Guide:
    """The first noun of which this is said of a key of this name."""
    return next(guide for guide in GUIDES.values() if guide.keys.get(name) == key)


def _link(guide: Guide) -> str:
    return f"[{guide.name}](#{guide.name.lower().replace(' ', '-')})"


def _section(noun: type[Noun]) -> Iterator[str]:
    guide = GUIDES[noun]
    yield f"### {guide.name}\n"
    yield from _wrapped(guide.about)
    yield ""
    elsewhere: dict[str, list[str]] = {}
    for name, key in guide.keys.items():
        title = f"**`{name}`**{' (needed)' if name in needed(noun) else ''}"
        teller = told_at(name, key)
        if teller is guide:
            yield from _entry(title, key)
        else:
            elsewhere.setdefault(_link(teller), []).append(title)
    for link, titles in elsewhere.items():
        yield from _wrapped(f"- {sentence_list(titles)}: as under {link}.", "  ")
    yield ""


def _entry(title: str, key: Key) -> Iterator[str]:
    yield from _wrapped(f"- {title}: {key.purpose}", "  ")
    yield from (f"  - `{word}`: {meaning}" for word, meaning in key.words.items())
    # After a list, a line right below it would belong to the list's last item.
    yield from [""] if key.words else []
    yield from _example(key.example.split("\n"))


def _example(lines: list[str]) -> Iterable[str]:
    """One line stands in the sentence; several stand as they are in a file."""
    if len(lines) == 1:
        return [f"  Example: `{lines[0]}`"]
    return ["", *(f"  {line}" for line in ("```yaml", *lines, "```")), ""]


def _wrapped(text: str, indent: str = "") -> list[str]:
    return textwrap.wrap(text, _WIDTH, subsequent_indent=indent, break_on_hyphens=False, break_long_words=False)
