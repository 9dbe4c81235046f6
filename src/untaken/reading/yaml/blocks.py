"""Blocks that YAML could read for a while, and that broke only at a line which is right itself."""

import re

from untaken.reading.yaml.stumble import Slip, Stumble


def broken_block(stumble: Stumble) -> Slip | None:
    """A line that is right, after a block that began too far in, or after a neighbour that stands too far left."""
    parent = next((line for line in stumble.above(stumble.line) if stumble.indentation(line) < stumble.place[1]), None)
    first = stumble.below(parent) if parent is not None else None
    if parent is None or first is None or first >= stumble.line or stumble.indentation(first) <= stumble.place[1]:
        return None
    owner = stumble.key(parent)
    if owner is None or not re.search(r":( +#.*)?$", stumble.head(parent)):
        return None
    if stumble.text(stumble.line).lstrip().startswith("- "):
        return _without_dash(stumble, owner[0], first)
    if _stands_too_far_left(stumble, parent, first):
        message = f"'{owner[0]}' stands further left than its neighbour in line {stumble.line + 1}"
        return Slip((parent, owner[1]), message, "let it begin exactly under its neighbours")
    return _begun_too_far_in(stumble, owner[0], parent, first)


def _without_dash(stumble: Stumble, owner: str, first: int) -> Slip | None:
    if stumble.head(first).lstrip().startswith("-"):
        return None
    message = f"'{owner}' holds a list, but no '- ' begins it"
    cure = f"begin the item with '- …', as in line {stumble.line + 1}"
    return Slip((first, stumble.indentation(first)), message, cure)


def _stands_too_far_left(stumble: Stumble, parent: int, first: int) -> bool:
    """Whether the line over the block, not the block, is what broke the order of its neighbours."""
    column, over = stumble.place[1], stumble.indentation(parent)
    if over % 2 == 1 and column % 2 == 0:
        return True
    sibling = next((line for line in stumble.above(parent) if stumble.indentation(line) <= column), None)
    return sibling is not None and stumble.indentation(sibling) == column and not _is_alone(stumble, first)


def _is_alone(stumble: Stumble, first: int) -> bool:
    """Whether the first line of the block is the only one that stands so far in."""
    between = (line for line in stumble.above(stumble.line) if line > first)
    return all(stumble.indentation(line) > stumble.indentation(first) for line in between)


def _begun_too_far_in(stumble: Stumble, owner: str, parent: int, first: int) -> Slip | None:
    column, below = stumble.place[1], stumble.below(stumble.line)
    holds_more = stumble.head(stumble.line).rstrip().endswith(":")
    goes_on = below is not None and stumble.indentation(below) == stumble.indentation(first) and not holds_more
    if column - stumble.indentation(parent) < 2 or goes_on:
        return None
    message = f"under '{owner}', this line stands further in than line {stumble.line + 1}"
    cure = "let both begin at the same column, or write the line that is missing above this one"
    return Slip((first, stumble.indentation(first)), message, cure)
