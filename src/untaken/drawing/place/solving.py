"""How wide each column is, and in which row it stands, so that the type on the page is as large as it can be.

Heights depend on widths alone; so they are looked up once for every width that is tried, and the scale of the type is
found by bisection. A row is a band over the page: the time axis, the questions, and the options below them.
"""

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

from untaken.drawing.place.building import DATE_INDENT, Station
from untaken.drawing.place.leaves import DISC
from untaken.drawing.place.nests import GUTTER
from untaken.drawing.place.stepped import Narrowest
from untaken.drawing.theme import LEADING, SMALLEST

BETWEEN_ROWS = 30.0
"""Between two rows: room for what happened to lead on from the right to the left."""
MARGIN_OF_ROWS = 16.0
"""At both sides of rows, for the same connector."""
AXIS_GAP = 6.0
_EVERY_ROW = 6
_MOST_IN_VAIN = 3
"""Where so many more rows bring no larger type, none will."""
_MOST_DATE_LINES = 3
_WORTH_A_ROW = 1.03
_PRECISE = 1.0015
_SMALLEST_SCALE, _USUAL_SCALE = 1e-4, 0.4
"""Nothing is smaller than the one, and little smaller than the other."""


def axis_height(lines: int) -> float:
    """The height of the time axis with dates of so many lines; none where nothing stands on it."""
    return lines and max(2 * DISC, lines * SMALLEST * LEADING) + AXIS_GAP


@dataclass(frozen=True)
class Column:
    """A station with the least widths that keep it below given heights."""

    station: Station

    @cached_property
    def least(self) -> float:
        """The least width."""
        return self.station.least

    def header_height(self, width: float) -> float:
        """The height of its question."""
        return self.station.leaf.height(width) if self.station.column else 0.0

    def stack_height(self, width: float) -> float:
        """The height of all below the question."""
        return self.station.column.stack(width)[0] if self.station.column else 0.0

    def end_height(self, width: float) -> float:
        """The height of an outcome, which stands beside questions and options."""
        return 0.0 if self.station.column else self.station.leaf.height(width)

    def date_lines(self, width: float) -> int:
        """How many lines its date takes."""
        dates = self.station.when.paragraphs
        if not self.station.number:
            return 0
        return dates[0].count(width - DATE_INDENT - 6) if dates else 1

    @cached_property
    def narrowest(self) -> tuple[Narrowest, ...]:
        """Its widths by the height of all below its question, of that, by the lines of its date, and as an outcome."""
        values = (self.stack_height, self.header_height, self.date_lines, self.end_height)
        return tuple(Narrowest(self.least, value) for value in values)


@dataclass(frozen=True, slots=True)
class Band:
    """One row: its columns with their widths, and the heights of axis, questions and what is below them."""

    columns: tuple[Column, ...]
    widths: tuple[float, ...]

    @property
    def axis(self) -> float:
        """The height of its time axis."""
        lines = [each.date_lines(wide) for each, wide in zip(self.columns, self.widths, strict=True)]
        return axis_height(max(lines))

    @property
    def header(self) -> float:
        """The height of its highest question."""
        return max(each.header_height(wide) for each, wide in zip(self.columns, self.widths, strict=True))

    @property
    def body(self) -> float:
        """The height of questions and all below them, or of the outcome where that is higher."""
        header = self.header
        both = zip(self.columns, self.widths, strict=True)
        return max(max(header + each.stack_height(wide), each.end_height(wide)) for each, wide in both)

    @property
    def height(self) -> float:
        """The height of all."""
        return self.axis + self.body

    @property
    def width(self) -> float:
        """The width of all columns with the gutters between them."""
        return sum(self.widths) + GUTTER * (len(self.widths) - 1)


def _row_counts(columns: int) -> Iterator[int]:
    """The numbers of rows that are tried: each of the first, then ever further apart."""
    rows = 1
    while rows <= columns:
        yield rows
        rows = rows + 1 if rows < _EVERY_ROW else math.ceil(rows * 1.3)


@dataclass(frozen=True)
class Solver:
    """Finds the largest scale for the columns of one page.

    `room` gives the width and the height that the columns have at a scale, in units of it.
    """

    columns: tuple[Column, ...]
    room: Callable[[float], tuple[float, float]]
    largest: float

    def solve(self) -> tuple[float, list[Band]]:
        """The scale, in points a unit, and the rows."""
        best, bands = 0.0, list[Band]()
        vain = 0
        for rows in _row_counts(len(self.columns)):
            scale, found = self._largest(rows, best * _WORTH_A_ROW)
            if found:
                best, bands, vain = scale, found, 0
            elif bands and (vain := vain + 1) == _MOST_IN_VAIN:
                break
        return best, [self._shared(band, best, len(bands)) for band in bands]

    def _largest(self, rows: int, above: float) -> tuple[float, list[Band]]:
        """The largest scale with so many rows, if there is one above a bound."""
        if above > self.largest:
            return 0.0, []
        if bands := self._fitting(self.largest, rows):
            return self.largest, bands
        low, high = max(above, _USUAL_SCALE), self.largest
        best = self._fitting(low, rows)
        if not best and above < _USUAL_SCALE:
            low, high = max(above, _SMALLEST_SCALE), _USUAL_SCALE
            best = self._fitting(low, rows)
        if not best:
            return 0.0, []
        while high / low > _PRECISE:
            middle = (low * high) ** 0.5
            if bands := self._fitting(middle, rows):
                low, best = middle, bands
            else:
                high = middle
        return low, best

    def _fitting(self, scale: float, rows: int) -> list[Band]:
        """Rows that fit on the page at a scale; none where they do not."""
        width, height = self._room(scale, rows)
        if sum(each.least for each in self.columns) + GUTTER * (len(self.columns) - rows) > width * rows:
            return []
        for axis, dates in self._axes:
            for header in self._headers:
                stack = (height - BETWEEN_ROWS * (rows - 1)) / rows - axis - header
                if stack > 0 and (bands := self._packed(width, dates, header, stack, rows)):
                    return bands
        return []

    def _room(self, scale: float, rows: int) -> tuple[float, float]:
        width, height = self.room(scale)
        return (width - 2 * MARGIN_OF_ROWS if rows > 1 else width), height

    @cached_property
    def _axes(self) -> list[tuple[float, int]]:
        most = max((each.date_lines(each.least) for each in self.columns), default=1)
        return [(axis_height(lines), lines) for lines in range(min(1, most), min(_MOST_DATE_LINES, most) + 1)]

    @cached_property
    def _headers(self) -> list[float]:
        """The heights of questions that are worth trying."""
        widths = (0.0, 40.0, 80.0, 130.0, 200.0, 300.0, 600.0)
        return sorted({round(each.header_height(each.least + wide), 3) for each in self.columns for wide in widths})[
            :12
        ]

    def _packed(self, width: float, dates: int, header: float, stack: float, rows: int) -> list[Band]:
        """The columns, each as narrow as these heights allow, in as few rows as hold them."""
        found: list[tuple[list[Column], list[float]]] = []
        used = width
        for column, wide in zip(self.columns, self._widths(width, dates, header, stack), strict=False):
            if wide is None:
                return []
            if found and used + GUTTER + wide <= width:
                used += GUTTER + wide
            else:
                found.append(([], []))
                used = wide
                if len(found) > rows:
                    return []
            found[-1][0].append(column)
            found[-1][1].append(wide)
        return [Band(tuple(columns), tuple(widths)) for columns, widths in found]

    def _widths(self, width: float, dates: int, header: float, stack: float) -> Iterator[float | None]:
        limits = (stack, header + 0.01, dates, header + stack)
        for column in self.columns:
            needs = [each.within(limit, width) for each, limit in zip(column.narrowest, limits, strict=True)]
            if None in needs:
                yield None
                return
            yield max(need for need in needs if need is not None)

    def _shared(self, band: Band, scale: float, rows: int) -> Band:
        """The row with what is left of the width shared out, in proportion."""
        room, _ = self._room(scale, rows)
        spare = room - band.width
        whole = sum(band.widths)
        return Band(band.columns, tuple(wide + spare * wide / whole for wide in band.widths))
