"""The title, the legend and the sources round a drawing."""

from dataclasses import dataclass

from untaken import palette
from untaken.labels import Style, cell, row, run, stacked, table, text_lines
from untaken.model import Basis
from untaken.picture import Kind, Picture
from untaken.typeface import Face, measure
from untaken.views.diagram.shape import Frame
from untaken.views.diagram.styles import SUBTITLE_SIZE, TITLE_SIZE


def page_head(picture: Picture, frame: Frame) -> str:
    """The title and, at its right where there is room, else below, the legend."""
    title = Style(frame.type_size(TITLE_SIZE), palette.INK, Face.BOLD)
    subtitle = Style(frame.type_size(SUBTITLE_SIZE), palette.QUIET)
    small = Style(frame.type_size(frame.foot_size), palette.QUIET)
    entries = _legend(picture, small)
    legend = table(row(*(each for entry in entries for each in entry.cells)))
    taken = sum(entry.width for entry in entries) * 1.02 + 4
    titled = measure(title.face, title.size)(picture.title)
    beside = titled + taken + 2 * title.size < frame.text_width
    lines = text_lines(picture.title, frame.text_width, title)
    first = (
        [cell(stacked(lines), WIDTH=round(frame.text_width - taken))] if beside else [cell(stacked(lines), COLSPAN=2)]
    )
    first += [cell(legend, "RIGHT", VALIGN="MIDDLE", WIDTH=round(taken))] if beside and entries else []
    rows = [row(*first)]
    if picture.subtitle:
        rows.append(row(cell(stacked(text_lines(picture.subtitle, frame.text_width, subtitle)), COLSPAN=2)))
    if picture.context:
        rows.append(row(cell(stacked(text_lines(picture.context, frame.text_width, small)), COLSPAN=2)))
    if entries and not beside:
        rows.append(row(cell(legend, WIDTH=round(taken)), cell("", WIDTH=round(max(1, frame.text_width - taken)))))
    return _full_width(frame, *rows, *_space(frame.above, 2))


def page_foot(picture: Picture, frame: Frame) -> str:
    """The sources that the page cites."""
    style = Style(frame.type_size(frame.foot_size), palette.QUIET)
    sources = (
        text_lines(f"Sources: {'; '.join(picture.sources)}", frame.text_width, style)
        if picture.sources
        else [run("", style)]
    )
    return _full_width(frame, *_space(frame.below, 2), row(cell("", WIDTH=_CLUSTER_MARGIN), cell(stacked(sources))))


_CLUSTER_MARGIN = 8
"""What Graphviz leaves free at the left of the title, and not at the left of the foot, in points of the drawing."""


def _full_width(frame: Frame, *rows: str) -> str:
    return table(*rows, WIDTH=round(frame.text_width))


def _space(height: float, columns: int = 1) -> list[str]:
    return [row(cell("", HEIGHT=round(height), COLSPAN=columns))] if height >= 1 else []


@dataclass(frozen=True, slots=True)
class _Entry:
    """A sample and its word in the legend, and how wide they are together, in points."""

    cells: tuple[str, ...]
    width: float


def _legend(picture: Picture, style: Style) -> list[_Entry]:
    """A sample and a word for each kind of thing that occurs in the picture."""
    unit = style.size
    kinds = {head.kind for head in picture.heads}
    marks = {each.mark for card in picture.cards for each in card.rows}
    thin, thick = max(1, round(unit / 11)), max(2, round(unit / 5))
    samples = (
        (Kind.DECISION in kinds, _box(unit, BGCOLOR=palette.NIGHT), "decision"),
        (
            Kind.CHANCE in kinds,
            _box(unit, BGCOLOR=palette.MIST, STYLE="ROUNDED", BORDER=thin, COLOR=palette.INK),
            "chance",
        ),
        (
            picture.has_history,
            _box(unit, BGCOLOR=palette.HISTORY_TINT, BORDER=thick, COLOR=palette.HISTORY),
            "what happened",
        ),
        (
            any(not each.historical for each in picture.cards),
            _line(unit, STYLE="DASHED", BORDER=thin, COLOR=palette.QUIET),
            "road not taken",
        ),
        (
            any(each.basis is Basis.INFERRED for each in picture.heads),
            _box(unit, STYLE="DOTTED", BORDER=thin, COLOR=palette.QUIET),
            "inferred",
        ),
        ("▲" in marks, run("▲", style.colored(palette.FOR)), "for"),
        ("▼" in marks, run("▼", style.colored(palette.AGAINST)), "against"),
    )
    return [_entry(sample, words, style) for occurs, sample, words in samples if occurs]


def _box(unit: float, **attributes: object) -> str:
    height = max(round(unit * 0.75), 2 * int(str(attributes.get("BORDER", 0))) + 3)
    return table(row(cell("")), **attributes, WIDTH=round(unit * 1.6), HEIGHT=height, FIXEDSIZE="TRUE")


def _line(unit: float, **attributes: object) -> str:
    return table(
        row(cell("")),
        **attributes,
        SIDES="B",
        WIDTH=round(unit * 1.9),
        HEIGHT=max(5, round(unit * 0.2)),
        FIXEDSIZE="TRUE",
    )


def _entry(sample: str, words: str, style: Style) -> _Entry:
    gap, beside = round(style.size * 1.1), round(style.size * 0.35)
    sample_width = style.size * (1.9 if "TABLE" in sample else 0.9)
    cells = (cell("", WIDTH=gap), cell(sample, VALIGN="MIDDLE"), cell("", WIDTH=beside), cell(run(words, style)))
    return _Entry(cells, gap + sample_width + beside + measure(style.face, style.size)(words))
