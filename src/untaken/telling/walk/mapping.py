"""A map in words, for a face that prints and for reading aloud."""

from collections.abc import Iterable, Iterator

from untaken.telling.document import Block, Role, block
from untaken.telling.phrases import places, roads
from untaken.telling.walk.road import Growth, Twig

_LEADS = {
    Growth.NODE: roads.THEN,
    Growth.OPEN: roads.OPEN,
    Growth.CLOSED: roads.CLOSED,
    Growth.SEEN: roads.BACK_TO,
}


def map_blocks(twigs: Iterable[Twig]) -> Iterator[Block]:
    """What was taken and what not, and, where that may be told, what happened."""
    for twig in twigs:
        if twig.growth is Growth.TITLE:
            yield block(twig.text, Role.TITLE)
            continue
        is_node = twig.growth in (Growth.NODE, Growth.SEEN)
        indent = twig.depth + 1 if is_node else max(twig.depth + 1, 2)
        text = places.marked(twig.text) if twig.happened else twig.text
        yield block(text, Role.NODE if is_node else Role.STEP, indent, _lead(twig))


def _lead(twig: Twig) -> str:
    """What a line of the map is, in words; nothing before a node of the road."""
    if twig.here:
        return roads.YOU_ARE_HERE
    if twig.growth is Growth.WAY:
        return roads.TAKEN if twig.taken else roads.NOT_TAKEN
    return "" if twig.growth is Growth.NODE and not twig.depth else _LEADS[twig.growth]
