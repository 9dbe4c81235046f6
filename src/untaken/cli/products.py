"""What a command makes, in which format and where to: -f and -o mean the same for every command."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from untaken.faces.terminal import put, say
from untaken.text.naming import sentence_list
from untaken.text.trouble import Trouble
from untaken.writing.artifacts import write_all
from untaken.writing.formats import ANOTHER_PLACE, Format, Stuff, ending_in, formats_called, offered, too_many

if TYPE_CHECKING:
    from untaken.model import TurningPoint


def in_format(stuff: Stuff, usual: str = "text", also: Stuff | None = None) -> Any:
    """The option -f of a command that makes this, and perhaps something else also."""
    known = offered(stuff) | (offered(also) if also else {})
    names = sentence_list(known, "or")
    several = f"; several parted by commas. [default: {usual}]" if len(known) > 1 else " alone, so far."
    described = f"In which format: {names}{several}"
    return typer.Option("-f", "--format", metavar="FORMAT", help=described, show_default=False)


def where_to(usual: str = "printed") -> Any:
    """The option -o of a command; `usual` says where its product goes without it."""
    described = f"Where to: a file, or a folder. [default: {usual}]"
    return typer.Option("-o", "--output", metavar="PATH", help=described, show_default=False)


@dataclass(frozen=True)
class Wanted:
    """In which formats something is wanted, and where: in a file, in a folder, or, where both are None, printed."""

    stuff: Stuff
    formats: tuple[Format, ...]
    file: Path | None = None
    folder: Path | None = None

    @classmethod
    def of(
        cls, stuff: Stuff, formats: str | None, output: str | None, usual: str = "text", home: Path | None = None
    ) -> "Wanted":
        """What the options say. The ending of a file names its format where -f does not.

        Without -o it goes into the folder `home`, or, without that, is printed.

        Raises Trouble for a format in which this cannot be written, and for several that would go into one file.
        """
        named = formats_called(formats, stuff) if formats is not None else None
        if output is None or not _is_file(output):
            folder = home if output is None else Path(output)
            return cls(stuff, named or formats_called(usual, stuff), folder=folder)
        path = Path(output)
        if named and len(named) > 1:
            raise Trouble(f"{len(named)} formats do not go into one file", ANOTHER_PLACE, path)
        return cls(stuff, named or (_by_ending(path, stuff, usual),), file=path)

    @property
    def is_printed(self) -> bool:
        """Whether it goes to standard output."""
        return not (self.file or self.folder)

    @property
    def is_for_people(self) -> bool:
        """Whether it is read on a screen, in words."""
        return self.is_printed and [each.name for each in self.formats] == ["text"]

    def path(self, name: str, format: Format) -> Path:
        """The file of something of this name."""
        return self.file or (self.folder or Path()) / f"{name}{format.suffix}"


def _is_file(output: str) -> bool:
    """Whether a file is meant: what is there is one, or the name has an ending. A folder's may end with a slash."""
    path = Path(output)
    return not path.is_dir() if path.exists() else bool(path.suffix) and not output.endswith("/")


def _by_ending(path: Path, stuff: Stuff, usual: str) -> Format:
    known = offered(stuff)
    preferred = list(formats_called(usual, stuff))
    if found := ending_in(path.suffix, [*preferred, *known.values()]):
        return found
    if path.exists() or not path.suffix:
        return preferred[0]
    endings = sentence_list(dict.fromkeys(each.suffix for each in known.values()), "or")
    raise Trouble(f"nothing here is written as '{path.suffix}'", f"end the name with {endings}, or write -f", path)


def deliver(
    wanted: Wanted, things: Mapping[str, Any], show: Callable[[Any], None] | None = None
) -> list[tuple[Path, Format]]:
    """Write the things, by name, as is wanted, or print them, in words with `show`: the files that were written.

    Several things that are printed have a blank line between them. Raises Trouble where several would go into one file.
    """
    if wanted.is_printed:
        _print(wanted, things, show)
        return []
    if wanted.file and len(things) > 1:
        raise too_many(len(things), wanted.file)
    made = {
        (wanted.path(name, each), each): each.write(wanted.stuff, thing)
        for name, thing in things.items()
        for each in wanted.formats
    }
    write_all({path: data for (path, _), data in made.items()})
    return [*made]


def deliver_and_say(wanted: Wanted, things: Mapping[str, Any], show: Callable[[Any], None] | None = None) -> None:
    """The same; the files are named."""
    for path, _ in deliver(wanted, things, show):
        say(str(path))


def name_of(point: "TurningPoint", among: "Sequence[TurningPoint]") -> str:
    """What the file of a turning point is called: its id, behind the collection's where several have the same."""
    alone = sum(each.id == point.id for each in among) == 1
    return point.id if alone or not point.collection else f"{point.collection}-{point.id}"


def _print(wanted: Wanted, things: Mapping[str, Any], show: Callable[[Any], None] | None) -> None:
    if len(wanted.formats) > 1:
        raise Trouble("several formats cannot be printed at once", ANOTHER_PLACE)
    (format,) = wanted.formats
    for at, thing in enumerate(things.values()):
        if at:
            say()
        if show and wanted.is_for_people:
            show(thing)
        else:
            put(format.write(wanted.stuff, thing).decode("utf-8"))
