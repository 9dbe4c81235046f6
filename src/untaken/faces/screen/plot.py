"""The map of a walk as paragraphs: the road as a trunk, what was not taken hanging from it."""

from collections.abc import Iterable, Iterator

from textual.content import Content

from untaken.faces.screen.painting import HAPPENED
from untaken.faces.screen.rows import BLANK, Row, row, said
from untaken.telling.phrases import screens
from untaken.telling.phrases.claims import WHAT_HAPPENED
from untaken.telling.phrases.pictures import YOUR_ROAD
from untaken.telling.walk.road import Growth, Twig

HERE = "▸"
TAKEN, ASIDE, UNKNOWN, CLOSED = "●", "○", "?", "×"
_DEEPEST = 8
"""Beyond that a map goes no further to the right, or a long road would leave no room for words."""


def plot(twigs: Iterable[Twig]) -> tuple[Row, ...]:
    """A map with the meaning of its signs."""
    drawn = tuple(twigs)
    rows = [paragraph for at, twig in enumerate(drawn) for paragraph in _drawn(twig, is_first=not at)]
    return (*rows, BLANK, *_legend(drawn))


def _drawn(twig: Twig, is_first: bool) -> Iterator[Row]:
    margin = "  " * min(twig.depth, _DEEPEST)
    if twig.growth is Growth.TITLE:
        if not is_first:
            yield BLANK
        yield row(twig.text.upper(), "bold $quiet")
    elif twig.growth in (Growth.NODE, Growth.SEEN):
        yield _node(twig, margin)
    else:
        signs = _signs(twig)
        style = "bold" if twig.taken else "strike $quiet" if twig.growth is Growth.CLOSED else "$quiet"
        yield Row(said(twig.text, "$history" if twig.happened and not twig.taken else style), Content(margin) + signs)


def _node(twig: Twig, margin: str) -> Row:
    text = said(twig.text, "bold" if twig.here else "" if twig.taken else "$quiet")
    if twig.growth is Growth.SEEN:
        text = Content.styled("→ ", "$quiet") + text
    return Row(text, Content(margin) + Content.styled(f"{HERE} " if twig.here else "", "bold"))


def _signs(twig: Twig) -> Content:
    """The signs of a way; what a sign means is never said by its colour alone."""
    if twig.growth is Growth.OPEN:
        first = UNKNOWN
    elif twig.growth is Growth.CLOSED:
        first = CLOSED
    else:
        first = TAKEN if twig.taken else ASIDE
    marked = Content.styled(HAPPENED, "bold $history") if twig.happened else Content("")
    return Content.styled(first, "bold" if twig.taken else "$quiet") + marked + Content(" ")


def _legend(twigs: tuple[Twig, ...]) -> Iterator[Row]:
    if any(twig.here for twig in twigs):
        yield row(screens.HERE, "$quiet", f"{HERE} ", "bold")
    ways = [twig for twig in twigs if twig.growth not in (Growth.TITLE, Growth.NODE, Growth.SEEN)]
    meanings = (
        (TAKEN, YOUR_ROAD, any(twig.taken for twig in ways)),
        (HAPPENED, WHAT_HAPPENED, any(twig.happened for twig in ways)),
        (ASIDE, "not taken", any(twig.growth is Growth.WAY and not twig.taken for twig in ways)),
        (UNKNOWN, screens.OPEN, any(twig.growth is Growth.OPEN for twig in ways)),
        (CLOSED, "closed", any(twig.growth is Growth.CLOSED for twig in ways)),
    )
    for sign, meaning, is_shown in meanings:
        if is_shown:
            yield row(meaning, "$quiet", f"{sign} ", "bold $history" if sign == HAPPENED else "$quiet")
