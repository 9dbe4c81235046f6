"""What stands round a drawing: title, question, context and legend above, sources below. Lengths are in points."""

from dataclasses import dataclass
from functools import cached_property, lru_cache

from untaken.drawing.place.draft import Draft, bare
from untaken.drawing.place.legend import Legend, legend
from untaken.drawing.place.paper import Paper
from untaken.drawing.place.setting import SetText
from untaken.drawing.placed import Connector, Placed
from untaken.drawing.sheet import Sheet, TextRole, words
from untaken.telling.phrases import pictures

_GAP = 11.0
"""Between what stands round a drawing and the drawing, in its own units."""
_LEGEND_GAP = 4.0
_BESIDE_TITLE = 40.0
_LARGER_TITLES = 1.25
_MOST = 0.5
"""What stands round a drawing takes no more of the page's height: where it would, its type is made smaller."""


@dataclass(frozen=True)
class Margins:
    """The head and the foot of a page at one scale of its drawing; `crowd` makes their type smaller."""

    sheet: Sheet
    paper: Paper
    scale: float
    legend: Legend
    crowd: float = 1.0

    @property
    def head(self) -> float:
        """How large titles are beside those of a slide; they keep ahead of the type in the drawing."""
        return self.crowd * max(self.paper.size, min(self.scale, _LARGER_TITLES * self.paper.size))

    @property
    def small(self) -> float:
        """How large everything else is: never larger than the drawing's own smallest type."""
        return self.crowd * min(self.scale, self.paper.size)

    @property
    def width(self) -> float:
        """Between the margins of the page."""
        return self.paper.width - 2 * self.paper.margin

    @property
    def room(self) -> tuple[float, float]:
        """Width and height that are left for the drawing."""
        return self.width, self.paper.height - 2 * self.paper.margin - self.head_height - self.foot_height

    @property
    def top(self) -> float:
        """The y at which the drawing begins."""
        return self.paper.margin + self.head_height

    @cached_property
    def head_height(self) -> float:
        """The height of title, question, context and legend, with the gap below them."""
        high = sum(_height(text, role, scale, self.width) for _, text, role, scale in self._texts)
        if self.legend.samples and not self._legend_beside:
            high += (_LEGEND_GAP + self.legend.height(self.width / self.small)) * self.small
        return high + _GAP * self.small

    @cached_property
    def foot_height(self) -> float:
        """The height of the sources, with the gap above them."""
        if not self._foot:
            return 0.0
        return _height(self._foot, TextRole.FOOT, self.small, self.width) + _GAP * self.small

    @property
    def _foot(self) -> str:
        return pictures.sources(self.sheet.foot)

    @property
    def _texts(self) -> list[tuple[str, str, TextRole, float]]:
        sheet = self.sheet
        every = (
            ("title", sheet.title, TextRole.TITLE, self.head),
            ("subtitle", sheet.subtitle, TextRole.SUBTITLE, self.head),
            ("context", sheet.context, TextRole.CONTEXT, self.small),
        )
        return [each for each in every if each[1].strip()]

    @cached_property
    def _legend_beside(self) -> bool:
        """Whether the legend has room on the title's line."""
        title = _set(self.sheet.title, TextRole.TITLE).length * self.head
        return title + self.legend.width * self.small + _BESIDE_TITLE < self.width

    def placed(self) -> tuple[list[Placed], list[Connector]]:
        """The boxes and the connectors of head and foot."""
        boxes: list[Placed] = []
        connectors: list[Connector] = []
        down = self.paper.margin
        for what, text, role, scale in self._texts:
            boxes += _lines(what, text, role, scale, self.width, self.paper.margin, down)
            down += _height(text, role, scale, self.width)
        if self.legend.samples:
            down += _LEGEND_GAP * self.small
            if self._legend_beside:
                title = _height("x", TextRole.TITLE, self.head, self.width)
                down = self.paper.margin + (title - self.legend.height(self.width) * self.small) / 2
            draft = self.legend.draft(self.width / self.small, self._legend_beside)
            found, connectors = draft.placed(self.small, self.paper.margin, down)
            boxes += found
        if self._foot:
            down = self.paper.height - self.paper.margin - _height(self._foot, TextRole.FOOT, self.small, self.width)
            boxes += _lines("foot", self._foot, TextRole.FOOT, self.small, self.width, self.paper.margin, down)
        return boxes, connectors


def margins(sheet: Sheet, paper: Paper, scale: float) -> Margins:
    """Head and foot of a page, with type small enough to leave half of it for the drawing."""
    found = Margins(sheet, paper, scale, legend(sheet))
    while found.head_height + found.foot_height > _MOST * paper.height:
        found = Margins(sheet, paper, scale, found.legend, found.crowd * 0.9)
    return found


@lru_cache(maxsize=256)
def _set(text: str, role: TextRole) -> SetText:
    return SetText([words(text, role)])


def _height(text: str, role: TextRole, scale: float, width: float) -> float:
    """The height of a text that is enlarged by `scale`, in a room of `width` points."""
    return _set(text, role).height(width / scale) * scale


def _lines(what: str, text: str, role: TextRole, scale: float, width: float, x: float, y: float) -> list[Placed]:
    box = bare((), what, _set(text, role).lines(0, 0, width / scale))
    return Draft([box]).placed(scale, x, y)[0]
