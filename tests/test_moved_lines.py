"""What is said of a scenario in which one line, or one block, is moved or missing: each first message is kept."""

from collections.abc import Callable, Iterator
from pathlib import Path

from mistakes import CLEAN
from untaken.checking.desk import Desk
from untaken.checking.loading import load

LINES = CLEAN.splitlines()


def margin(line: str) -> int:
    return len(line) - len(line.lstrip())


def block(at: int) -> range:
    """What stands below a line and further in."""
    end = next((to for to in range(at + 1, len(LINES)) if margin(LINES[to]) <= margin(LINES[at])), len(LINES))
    return range(at + 1, end)


def moved(at: int, lines: range, by: int) -> Iterator[tuple[str, list[str]]]:
    """The scenario with some lines moved to the right, or to the left, as far as all have room."""
    if all(margin(LINES[each]) + by >= 0 for each in lines):
        what = "block under line" if lines[0] > at else "line"
        text = [" " * (margin(line) + by) + line.lstrip() if to in lines else line for to, line in enumerate(LINES)]
        yield f"{what} {at + 1} by {by:+}", text


def changed() -> Iterator[tuple[str, list[str]]]:
    for at, line in enumerate(LINES):
        for by in (-2, -1, 1, 2):
            yield from moved(at, range(at, at + 1), by)
        if below := block(at):
            yield from moved(at, below, -2)
            yield f"line {at + 1} with nothing behind it", [*LINES[:at], line, *LINES[below[-1] + 1 :]]
        yield f"no line {at + 1}", [*LINES[:at], *LINES[at + 1 :]]


def said(lines: list[str]) -> str:
    """The first message, with its place."""
    path = Path("ferry.yaml")
    problems = load([path], Desk().with_text(path, "\n".join(lines) + "\n")).problems
    if not problems:
        return "nothing"
    first = problems[0]
    return f"{first.span.line}:{first.span.column} {first.code} {first.message}"


def test_each_line_and_each_block_that_is_moved_or_missing_is_told_as_it_was(
    agrees: Callable[[str, Path], None],
) -> None:
    told = [f"{what}: {said(lines)}\n" for what, lines in changed()]

    agrees("".join(told), Path(__file__).parent / "golden" / "moved-lines.txt")
