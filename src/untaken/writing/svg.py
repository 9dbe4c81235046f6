"""A placed page as SVG: each box with its text in a group of its own, words for who listens, the typeface inside.

Nothing of what a page does not show reaches the file: it is written from what is placed, and from nothing else.
"""

from collections import defaultdict
from collections.abc import Iterator
from html import escape
from itertools import groupby

from untaken.drawing.outlines import Letter, outlined
from untaken.drawing.placed import Connector, Placed, PlacedPage, PlacedRun, Shape
from untaken.drawing.theme import INNER, LIGHT, Paint, Theme
from untaken.drawing.typeface import EMOJI_FAMILY, FAMILY, Face, embedded
from untaken.writing.strokes import arrow_head, corners, pieces, pointed


def svg(page: PlacedPage, theme: Theme = LIGHT, steps: bool = False, prefix: str = "", outlines: bool = False) -> bytes:
    """The page as an SVG file; with `steps`, each part says when it is seen, as `data-step` and `data-until`.

    Its parts are called box-1, line-1 and so on, in the order in which they are painted; `prefix` goes before all ids,
    for a document that holds several pictures. With `outlines` letters are drawn as shapes, and no typeface is needed.
    """
    writer = _Writer(page, theme, steps, prefix, _Shapes(prefix) if outlines else None)
    return "\n".join(['<?xml version="1.0" encoding="UTF-8"?>', *writer.lines(), ""]).encode("utf-8")


class _Writer:
    def __init__(
        self, page: PlacedPage, theme: Theme, steps: bool, prefix: str, shapes: "_Shapes | None" = None
    ) -> None:
        self.page, self.theme, self.steps, self.prefix, self.shapes = page, theme, steps, prefix, shapes

    def lines(self) -> Iterator[str]:
        page = self.page
        wide, high = _number(page.width), _number(page.height)
        yield (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{wide}pt" height="{high}pt" viewBox="0 0 {wide} {high}" '
            f'role="img" aria-labelledby="{self.prefix}title {self.prefix}description" lang="{_text(page.language)}" '
            f'xml:lang="{_text(page.language)}">'
        )
        yield f'<title id="{self.prefix}title">{_text(page.title)}</title>'
        yield f'<desc id="{self.prefix}description">{_text(page.words)}</desc>'
        if self.shapes is None:
            yield f"<style>{_font_faces(page)}</style>"
        yield f'<rect class="paper" width="{wide}" height="{high}" fill="{self.theme.paper}"/>'
        yield (
            f'<g font-family="{FAMILY}, {EMOJI_FAMILY}, sans-serif" xml:space="preserve">' if not self.shapes else "<g>"
        )
        for at, box in enumerate(page.boxes, 1):
            yield from self._box(box, f"{self.prefix}box-{at}")
        for at, connector in enumerate(page.connectors, 1):
            yield from self._connector(connector, f"{self.prefix}line-{at}")
        yield "</g>"
        yield from self.shapes.defined() if self.shapes else ()
        yield "</svg>"

    def _seen(self, part: Placed | Connector) -> str:
        if not self.steps:
            return ""
        until = f' data-until="{part.until}"' if part.until is not None else ""
        return f' data-step="{part.step}"{until}'

    def _box(self, box: Placed, id: str) -> Iterator[str]:
        yield f'<g id="{id}" class="{box.what} {box.look.value}"{self._seen(box)}>'
        if box.name:
            yield f"<title>{_text(box.name)}</title>"
        yield from _outline(box, self.theme.grounds[box.look])
        for line in box.lines:
            for run in line.runs:
                if run.text:
                    yield self._run(run, line.baseline)
        yield "</g>"

    def _run(self, run: PlacedRun, baseline: float) -> str:
        if self.shapes is not None:
            return self.shapes.run(run, baseline, self.theme.types[run.role].color)
        face = {Face.BOLD: ' font-weight="bold"', Face.ITALIC: ' font-style="italic"'}.get(run.face, "")
        color = self.theme.types[run.role].color
        place = f'x="{_number(run.x)}" y="{_number(baseline)}" font-size="{_number(run.size)}"'
        return f'<text {place}{face} fill="{color}">{_text(run.text)}</text>'

    def _connector(self, connector: Connector, id: str) -> Iterator[str]:
        yield f'<g id="{id}" class="{connector.stroke.value}"{self._seen(connector)}>'
        head = arrow_head(connector)
        for pen in self.theme.strokes[connector.stroke]:
            dashes = " ".join(_number(each * connector.pen) for each in pen.dashes)
            dashed = f' stroke-dasharray="{dashes}"' if dashes else ""
            width = _number(pen.width * connector.pen)
            path = _path(connector, pen.late * connector.pen)
            yield f'<path d="{path}" fill="none" stroke="{pen.color}" stroke-width="{width}"{dashed}/>'
        if head:
            color = self.theme.arrow_color(connector.stroke)
            yield f'<polygon points="{corners(head)}" fill="{color}"/>'
        yield "</g>"


class _Shapes:
    """Draws letters as shapes. Each shape stands once in the file, and is used wherever its letter stands."""

    def __init__(self, prefix: str) -> None:
        self.prefix = prefix
        self._ids: dict[str, str] = {}
        self._paths: dict[str, str] = {}

    def run(self, run: PlacedRun, baseline: float, color: str) -> str:
        place = f"translate({_number(run.x)} {_number(baseline)})"
        groups = []
        for em, letters in groupby(outlined(run.text, run.face), key=lambda letter: letter.em):
            scale = f"scale({run.size / em:.6f} {-run.size / em:.6f})"
            groups.append(f'<g transform="{place} {scale}" fill="{color}">{"".join(map(self._use, letters))}</g>')
        return "".join(groups)

    def _use(self, letter: Letter) -> str:
        id = self._ids.setdefault(letter.name, f"{self.prefix}letter-{len(self._ids) + 1}")
        self._paths[id] = letter.path
        return f'<use href="#{id}" x="{_number(letter.x)}"/>'

    def defined(self) -> Iterator[str]:
        yield "<defs>"
        for id, path in self._paths.items():
            yield f'<path id="{id}" d="{path}"/>'
        yield "</defs>"


def _outline(box: Placed, ground: Paint) -> Iterator[str]:
    """The shape of a box, and the second line inside it where its ground has one."""
    if not ground.fill and not ground.border:
        return
    pen = ground.border * box.pen
    # A row of dots is made of round ends of dashes without length.
    dots = f' stroke-dasharray="0 {_number(2.1 * pen)}" stroke-linecap="round"' if ground.dotted else ""
    border = f' stroke="{ground.color}" stroke-width="{_number(pen)}"{dots}' if ground.border else ""
    yield _shape(box, 0.0, f'fill="{ground.fill or "none"}"{border}')
    if ground.inner:
        within = f'fill="none" stroke="{ground.inner_color}" stroke-width="{_number(INNER * box.pen)}"'
        yield _shape(
            box,
            ground.inner * box.pen,
            within,
        )


def _shape(box: Placed, inset: float, painted: str) -> str:
    match box.shape:
        case Shape.POINTED:
            return f'<polygon points="{corners(pointed(box, inset))}" {painted} stroke-linejoin="round"/>'
        case Shape.CIRCLE:
            center = f'cx="{_number(box.x + box.width / 2)}" cy="{_number(box.y + box.height / 2)}"'
            return f'<circle {center} r="{_number(box.width / 2 - inset)}" {painted}/>'
    place = f'x="{_number(box.x + inset)}" y="{_number(box.y + inset)}"'
    size = f'width="{_number(box.width - 2 * inset)}" height="{_number(box.height - 2 * inset)}"'
    radius = max(0.0, box.corner - inset)
    rounded = f' rx="{_number(radius)}"' if box.shape is Shape.ROUNDED else ""
    return f"<rect {place} {size}{rounded} {painted}/>"


def _path(connector: Connector, late: float) -> str:
    start, found = pieces(connector, late)
    parts = [f"M{_pair(start)}"]
    for piece in found:
        parts.append(f"Q{_pair(piece.around)} {_pair(piece.end)}" if piece.around else f"L{_pair(piece.end)}")
    return "".join(parts)


def _pair(point: tuple[float, float]) -> str:
    return f"{_number(point[0])},{_number(point[1])}"


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".") or "0"


def _text(text: str) -> str:
    return escape(text)


def _font_faces(page: PlacedPage) -> str:
    """A rule for each face that occurs, with only the letters that occur in it."""
    letters: dict[Face, set[str]] = defaultdict(set)
    for run in page.runs:
        letters[run.face] |= set(run.text)
    rules = [
        _font_face(FAMILY, embedded(used, face), face)
        for face, used in sorted(letters.items(), key=lambda each: each[0])
    ]
    rules.append(_font_face(EMOJI_FAMILY, embedded(set().union(*letters.values()) - _PLAIN, None), Face.REGULAR))
    return "".join(rules)


_PLAIN = frozenset(map(chr, range(0x20, 0x2190)))
"""The letters that the emoji font has, too, but that the text font draws."""


def _font_face(family: str, data: str, face: Face) -> str:
    if not data:
        return ""
    weight = "bold" if face is Face.BOLD else "normal"
    style = "italic" if face is Face.ITALIC else "normal"
    source = f"src:url({data}) format('woff')"
    return f"@font-face{{font-family:'{family}';font-weight:{weight};font-style:{style};{source}}}"
