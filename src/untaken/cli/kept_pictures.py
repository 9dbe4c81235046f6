"""The single pictures that a command line drew before: those that would come out the same are not drawn again."""

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from untaken.cli.redrawing import digest_of, marks_of
from untaken.cli.remembering import Memory
from untaken.writing.orders import Rendered


def kept_pictures(words: Sequence[str]) -> dict[str, list[Rendered]]:
    """The pages that this command line drew before, by their marks, if all files of a mark are as they were written."""
    found: dict[str, list[Rendered]] = {}
    changed: set[str] = set()
    with suppress(AttributeError, KeyError, TypeError, ValueError):
        for each in _memory(words).recall() or []:
            page = _page(each)
            found.setdefault(page.mark, []).append(page)
            if each["files"] != marks_of(each["files"]):
                changed.add(page.mark)
    return {mark: pages for mark, pages in found.items() if mark not in changed}


def keep_pictures(words: Sequence[str], drawn: Sequence[Rendered]) -> None:
    """Remember what a command line drew, or found to be there still."""
    _memory(words).keep([_record(each) for each in drawn if each.files])


def _memory(words: Sequence[str]) -> Memory:
    return Memory(f"pictures-{digest_of(words)}")


def _record(page: Rendered) -> dict[str, Any]:
    of_all = {"name": page.name, "smallest": page.smallest, "strange": page.strange, "pages": page.pages}
    return {**of_all, "mark": page.mark, "files": marks_of(map(str, page.files))}


def _page(record: Any) -> Rendered:
    """What a record holds. Raises KeyError, TypeError or ValueError where somebody has written into it."""
    files = tuple(map(Path, record["files"]))
    name, strange, mark = (str(record[key]) for key in ("name", "strange", "mark"))
    return Rendered(name, files, float(record["smallest"]), strange, int(record["pages"]), mark)
