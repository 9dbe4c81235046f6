"""A placed page in words, for who listens: what is on it, in the order in which it is read, and nothing else."""

from collections.abc import Iterator
from dataclasses import replace

from untaken.drawing.placed import Placed, PlacedPage

_SPOKEN = ("title", "subtitle", "context", "foot", "pill")


def described(page: PlacedPage) -> PlacedPage:
    """The page with its own description."""
    return replace(page, words="\n".join(_lines(page)))


def called(page: PlacedPage) -> str:
    """What one page of several is about: the questions on it, or how it ends, or else its title."""
    heads = [box.paragraphs()[-1] for box in page.boxes if box.name.startswith(_QUESTIONS) and box.lines]
    ends = [box.paragraphs()[0] for box in page.boxes if box.name.startswith(_ENDS) and box.lines]
    return "; ".join(dict.fromkeys(heads)) or "; ".join(dict.fromkeys(ends)) or page.title


_QUESTIONS, _ENDS = ("Decision", "Chance"), ("Outcome", "Note")


def _lines(page: PlacedPage) -> Iterator[str]:
    numbers = {box.key: box.text for box in page.boxes if box.what == "disc"}
    dates = {box.key: box.text for box in page.boxes if box.what == "when"}
    for box in page.boxes:
        if box.name:
            number, date = numbers.get(box.key, ""), dates.get(box.key, "")
            head = " ".join(filter(None, (box.name, number)))
            yield f"{head}{f' ({date})' if date else ''}: {_sentences(box)}"
        elif box.what in _SPOKEN:
            yield box.text


def _sentences(box: Placed) -> str:
    return " ".join(each if each.endswith((".", "?", "!")) else f"{each}." for each in box.paragraphs())
