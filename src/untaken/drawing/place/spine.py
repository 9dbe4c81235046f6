"""The spine layout: history runs to the right, one column a decision; what could have been chosen stands below it.

What happened leads from question to option to the next question. The roads not taken hang on their options.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from untaken.drawing.place.building import DATE_INDENT, Station, stations
from untaken.drawing.place.columns import ColumnWay
from untaken.drawing.place.connecting import connector
from untaken.drawing.place.draft import Draft, bare
from untaken.drawing.place.leaves import DISC, disc
from untaken.drawing.place.margins import margins
from untaken.drawing.place.nests import GUTTER, lead_on
from untaken.drawing.place.pages import finished
from untaken.drawing.place.paper import Paper
from untaken.drawing.place.solving import BETWEEN_ROWS, MARGIN_OF_ROWS, Band, Column, Solver
from untaken.drawing.place.stubs import Stubs
from untaken.drawing.placed import Connector, Flank, Look, Placed, PlacedPage, Stroke
from untaken.drawing.sheet import Sheet
from untaken.drawing.structure import Structure
from untaken.drawing.theme import LEADING, SMALLEST

_TURN = 10.0
"""From a column's right side to where what happened turns up to the next question."""
_EDGE = 5.0
"""From the edge of the rows to the connector that leads from one to the next."""
_AXIS_APART = 6.0


def spine_page(sheet: Sheet, papers: Sequence[Paper]) -> PlacedPage:
    """The sheet on that one of the papers on which its type is largest."""
    return structure_page(Structure(sheet), papers)


def structure_page(structure: Structure, papers: Sequence[Paper]) -> PlacedPage:
    """What is on the sheet of a structure, on that paper on which its type is largest."""
    columns = tuple(map(Column, stations(structure)))
    return max((_page(structure, columns, paper) for paper in papers), key=lambda page: page.scale)


def _page(structure: Structure, columns: tuple[Column, ...], paper: Paper) -> PlacedPage:
    """The columns on one paper; with stubs where the spine comes from or goes on."""
    sheet, stubs = structure.sheet, Stubs.of(structure)

    def room(scale: float) -> tuple[float, float]:
        width, height = margins(sheet, paper, scale).room
        return width / scale - stubs.left - stubs.right, height / scale

    solver = Solver(columns, room, paper.largest / SMALLEST)
    scale, bands = solver.solve()
    return finished(sheet, paper, scale, _Rows(bands, room(scale)[0], stubs).draft(), stubs.left)


@dataclass(frozen=True)
class _Stop:
    """A station with its place in its row."""

    station: Station
    x: float
    width: float
    header: Placed
    way: ColumnWay | None


class _Rows:
    """Puts the rows of a page into a draft; `width` is what they have between its stubs, in units."""

    def __init__(self, bands: Sequence[Band], width: float, stubs: Stubs) -> None:
        self._bands, self._width, self._stubs = bands, width, stubs
        self._draft = Draft()

    def draft(self) -> Draft:
        """The whole drawing."""
        y, before = 0.0, None
        for band in self._bands:
            row = _Row(band, self._draft, MARGIN_OF_ROWS if len(self._bands) > 1 else 0.0, y)
            stops = row.place()
            if before is None:
                self._stubs.from_before(self._draft, stops[0].header, row.entry(stops[0]))
            if before and before.way:
                self._over_to(before.way, stops[0].header, row.entry(stops[0]), y)
            before = stops[-1]
            y += band.height + BETWEEN_ROWS
        if before and before.way:
            self._stubs.to_next(self._draft, before.way, self._width)
        return self._draft

    def _over_to(self, way: ColumnWay, head: Placed, y: float, row: float) -> None:
        """What leads on from the end of one row to the beginning of the next."""
        right, left, between = self._width - _EDGE, _EDGE, row - BETWEEN_ROWS / 2
        points = [*way.points, (right, way.points[-1][1]), (right, between), (left, between), (left, y), (head.x, y)]
        stroke = Stroke.HISTORY_BRIDGED if way.bridged else None
        step = max(way.step, head.step)
        self._draft.connectors.append(connector(way.link, points, stroke, Flank.RIGHT, step=step))


@dataclass(frozen=True)
class _Row:
    """Puts one row into a draft, from x and y on."""

    band: Band
    on: Draft
    x: float
    y: float

    @cached_property
    def _top(self) -> float:
        return self.y + self.band.axis

    @cached_property
    def _bottom(self) -> float:
        """The lower side of all its questions."""
        return self._top + self.band.header

    @cached_property
    def _lowest_header(self) -> float:
        both = zip(self.band.columns, self.band.widths, strict=True)
        return min((each.header_height(wide) for each, wide in both if each.station.column), default=0.0)

    def entry(self, stop: _Stop) -> float:
        """The height at which what happened comes into a box of the row."""
        usual = self._bottom - self._lowest_header / 2
        return min(usual, stop.header.y + stop.header.height / 2) if stop.station.is_end else usual

    def place(self) -> list[_Stop]:
        """Put it in; gives its stops."""
        x, stops = self.x, list[_Stop]()
        for column, width in zip(self.band.columns, self.band.widths, strict=True):
            stops.append(self._stop(column.station, x, width))
            x += width + GUTTER
        for stop, following in zip(stops, [*stops[1:], None], strict=True):
            self._date(stop, following)
            if stop.way and following:
                lead_on(self.on, stop.way, stop.x + stop.width + _TURN, following.header, self._height(stop, following))
        return stops

    def _height(self, stop: _Stop, following: _Stop) -> float:
        """The height at which the way out of one stop enters the next: straight on where that is possible."""
        assert stop.way is not None
        y, end = stop.way.points[-1][1], following.header
        if following.station.is_end and end.y + 8 < y < end.bottom - 8:
            return y
        return self.entry(following)

    def _stop(self, station: Station, x: float, width: float) -> _Stop:
        if station.column is None:
            return _Stop(station, x, width, station.leaf.place(self.on, x, self._top, width), None)
        high = station.leaf.height(width)
        header = station.leaf.place(self.on, x, self._bottom - high, width)
        return _Stop(station, x, width, header, station.column.place_options(self.on, header, width))

    def _date(self, stop: _Stop, following: _Stop | None) -> None:
        """The number, the date, and the time axis on to the next one."""
        station, middle = stop.station, self.y + DISC
        if not station.number:
            return
        look = Look.DISC if stop.header.look is not Look.DECISION_OFF else Look.DISC_OFF
        if station.is_end:
            look = Look.DISC_END if station.box.history else Look.DISC_OFF
        step = station.leaf.shown
        mark = disc(station.box, station.number, stop.x + DISC, middle, look, step)
        self.on.boxes.append(mark)
        top = middle - SMALLEST * LEADING / 2
        room = stop.width - DATE_INDENT - _AXIS_APART
        lines = station.when.lines(stop.x + DATE_INDENT, top, room)
        end = mark.right
        if lines:
            self.on.boxes.append(bare(station.box.id, "when", lines, step))
            end = max(run.x + run.width for line in lines for run in line.runs)
        if following and following.x - end > 3 * _AXIS_APART:
            shown = following.station.leaf.shown
            self._axis(((end + _AXIS_APART, middle), (following.x, middle)), stop, following, shown)
        if stop.header.y > self._top + 1:
            points = ((stop.x + DISC, mark.bottom), (stop.x + DISC, stop.header.y))
            self._axis(points, stop, stop, step)

    def _axis(self, points: tuple[tuple[float, float], ...], tail: _Stop, head: _Stop, step: int) -> None:
        side = Flank.RIGHT if head is not tail else Flank.BOTTOM
        into = Flank.LEFT if head is not tail else Flank.TOP
        keys = tail.station.box.id, head.station.box.id
        self.on.connectors.append(Connector(*keys, Stroke.AXIS, points, side, into, step=step))
