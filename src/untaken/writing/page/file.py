"""The page as one file: style, script, typeface and data inside, under a policy that lets nothing else run or load."""

import base64
import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from html import escape
from importlib.resources import files
from string import Template

from untaken.drawing.typeface import EMOJI_FAMILY, FAMILY, Face, embedded
from untaken.model import Option, Step
from untaken.telling.phrases import pages
from untaken.writing.page.diagram import diagram_data
from untaken.writing.page.places import point_data
from untaken.writing.page.roads import Json, machine_data
from untaken.writing.page.selection import Book
from untaken.writing.page.words import words_data

_SCRIPTS = ("machine.js", "walk.js", "dom.js", "claims.js", "scene.js", "report.js", "views.js", "history.js", "app.js")


@cache
def _part(name: str) -> str:
    """A file beside this one, without indentation, blank lines and remarks."""
    lines = map(str.strip, files(__package__).joinpath(name).read_text(encoding="utf-8").splitlines())
    return "\n".join(line for line in lines if line and not line.startswith("//"))


def page_file(book: Book, language: str = "en") -> bytes:
    """The file of a page: HTML that needs nothing else."""
    data = json.dumps(page_data(book), ensure_ascii=False, separators=(",", ":"))
    style = _style(data + book.title)
    script = "\n".join(map(_part, _SCRIPTS))
    page = Template(_part("page.html")).substitute(
        language=escape(language),
        title=escape(book.title),
        policy=escape(_policy(script, style), quote=False),
        style=style,
        script=script,
        # A text may hold "</script>" or "<!--".
        data=data.replace("<", "\\u003c"),
        needs_script=escape(pages.NEEDS_SCRIPT),
    )
    return page.encode("utf-8")


def page_data(book: Book) -> Json:
    """All that a page knows."""
    course = book.course
    nodes = [node for id in book.told for node in course.graphs[id].nodes.values()]
    most = max((_arguments(node.steps.values()) for node in nodes), default=0)
    return {
        "title": book.title,
        "machine": machine_data(book),
        "order": book.told,
        "points": {id: point_data(course, id) for id in book.told},
        "diagrams": {id: diagram_data(course.points[id], course.graphs[id]) for id in book.told},
        "words": words_data(most),
    }


def _arguments(steps: Iterable[Step]) -> int:
    return sum(len(step.arguments) for step in steps if isinstance(step, Option))


def _policy(script: str, style: str) -> str:
    return (
        "default-src 'none'; base-uri 'none'; form-action 'none'; "
        f"script-src {_hash(script)}; style-src {_hash(style)}; font-src data:; img-src data:"
    )


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"


def _style(text: str) -> str:
    return "\n".join([*_faces(text), _part("page.css")])


_FACES: Mapping[Face, str] = {
    Face.REGULAR: "font-weight: 400",
    Face.BOLD: "font-weight: 700",
    Face.ITALIC: "font-weight: 400; font-style: italic",
}


def _faces(text: str) -> Iterator[str]:
    """A rule for each face, with only the letters that occur."""
    letters = frozenset(text)
    for face, how in _FACES.items():
        yield f"@font-face {{ font-family: '{FAMILY}'; {how}; src: url({embedded(letters, face)}) format('woff'); }}"
    if emoji := embedded([each for each in letters if ord(each) >= _FIRST_EMOJI], None):
        yield f"@font-face {{ font-family: '{EMOJI_FAMILY}'; src: url({emoji}) format('woff'); }}"


_FIRST_EMOJI = 0x2190
"""Below it the text font draws what the emoji font has, too."""
