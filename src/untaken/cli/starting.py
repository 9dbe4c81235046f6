"""The commands new scenario and new collection."""

import os
import shlex
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from untaken.checking.desk import Desk
from untaken.checking.finding import find
from untaken.checking.homes import COLLECTION_FILE, FOLDER, SUFFIXES, Whose, home, shipped
from untaken.checking.loading import Loaded
from untaken.cli.app import CLEAN, INTERRUPTED, app, command
from untaken.cli.ending import Halted
from untaken.cli.schema import KindOfFile, schema_file, schema_text
from untaken.faces.terminal import ask, can_ask, say
from untaken.reading.marked import HOLE
from untaken.reading.yaml.controls import harmless
from untaken.text.listed import listed
from untaken.text.naming import id_of, sentence_list, write_instead
from untaken.text.trouble import Trouble
from untaken.writing.artifacts import write_all, write_new
from untaken.writing.sketch import COURSES, QUESTION, Beginning, new_collection, new_scenario, new_shape, title_of

new = typer.Typer(no_args_is_help=True, add_completion=False, rich_markup_mode=None)
app.add_typer(
    new, name="new", help="Begin a scenario or a collection.", epilog="Begin with: untaken new scenario the-ferry"
)

Folder = Annotated[
    Path | None,
    typer.Option(
        "--scenarios",
        metavar="DIR",
        help="The folder for scenarios; it is made where there is none. [default: scenarios/ here, or the folder "
        "where you are, if it holds some]",
    ),
]


def _id(text: str) -> str:
    """An id that is fit for the name of a file, or the reason why it is not."""
    fit = id_of(text)
    if fit != text:
        cure = f"write '{fit}'" if fit else "write small letters, digits and hyphens, such as 'the-ferry'"
        raise Trouble(f"'{harmless(text)}' makes no good name for a file", cure)
    return text


def _text(text: str) -> str:
    """A text that a file can hold, or the reason why it cannot."""
    if harmless(text) != text:
        raise Trouble(f"a control character is in '{harmless(text)}'", "leave it out")
    return text.strip()


def _texts(texts: list[str] | None) -> list[str]:
    """The labels of options, each given by itself, or as a list that was pasted; `-` is one on standard input."""
    given = [sys.stdin.read() if text == "-" else text for text in texts or ()]
    labels = [_text(label) for text in given for label in listed(text) or [""]]
    if not all(labels):
        raise Trouble("an option is empty", "write what a diagram is to call it")
    if len(labels) == 1:
        raise Trouble("a decision has at least two options", "write --option once for each")
    return labels


Id = Annotated[
    str, typer.Argument(metavar="ID", callback=_id, help="What the file is called: small letters and hyphens.")
]
Title = Annotated[
    str, typer.Option(metavar="TEXT", callback=_text, help="What the diagram is called. [default: made of the id]")
]
Question = Annotated[
    str, typer.Option(metavar="TEXT", callback=_text, help=f"The turning point in one sentence. [default: {QUESTION}]")
]
In = Annotated[str, typer.Option("--in", metavar="COLLECTION", help="The collection that it belongs to.")]
Shape = Annotated[
    str, typer.Option("--from", metavar="SCENARIO", help="A scenario whose nodes and roads to copy, without texts.")
]
Labels = Annotated[
    list[str] | None,
    typer.Option(
        metavar="LABEL",
        callback=_texts,
        help="A course that could be taken; once for each, what happened first. A pasted list is taken apart; - reads "
        "one from standard input.",
    ),
]


@command("scenario", new)
def scenario(
    id: Id,
    title: Title = "",
    question: Question = "",
    option: Labels = None,
    collection: In = "",
    shape: Shape = "",
    scenarios: Folder = None,
) -> int:
    """Begin a scenario: a short file with comments, valid as it is.

    On a terminal it asks for what is not given. A file that is there is never overwritten.

    \b
    Examples:
      untaken new scenario the-ferry
      untaken new scenario the-strike --title "The strike" --option "Go out" --option "Stay in"
      untaken new scenario the-harbour --from brest-litovsk
    """
    scenarios = scenarios or _folder()
    path = _free(_home(scenarios, collection), id)
    loaded = _found(shape, scenarios) if shape else None
    if loaded and not loaded.points:
        raise Halted(loaded.problems)
    if loaded and option:
        raise Trouble("--from brings its own options", "leave --option out")
    beginning = Beginning(
        str(path), title or title_of(id), question or QUESTION, *_shared(path.parent, bool(collection))
    )
    try:
        title, question = title or _asked("Title", beginning.title), question or _asked("Question", beginning.question)
        beginning = replace(beginning, title=title, question=question)
        text = _shaped(beginning, loaded) if loaded else new_scenario(beginning, *_options(option or ()))
    except (KeyboardInterrupt, EOFError):
        return _left()
    schemas = _write_schemas(path.parent / beginning.schema)
    write_new(path, text.encode("utf-8"))
    return _begun(path, schemas)


@command("collection", new)
def collection(
    name: Annotated[str, typer.Argument(metavar="NAME", callback=_id, help="What the folder is called.")],
    title: Annotated[
        str, typer.Option(metavar="TEXT", callback=_text, help="What it is called. [default: made of the name]")
    ] = "",
    scenarios: Folder = None,
) -> int:
    """Begin a collection: a folder of scenarios.

    They share the sources, actors and facts that its file declares.

    Example: untaken new collection strikes
    """
    scenarios = scenarios or _folder()
    path = _free(_home(scenarios, "") / name, Path(COLLECTION_FILE).stem)
    try:
        called = title or _asked("Title", title_of(name))
    except (KeyboardInterrupt, EOFError):
        return _left()
    schemas = _write_schemas(scenarios)
    write_new(path, new_collection(name, called).encode("utf-8"))
    _say_written(path, schemas)
    say(f"A scenario for it: untaken new scenario the-ferry --in {name}{_elsewhere(scenarios)}")
    return CLEAN


def _folder() -> Path:
    """The folder for scenarios, where none is named."""
    found = home()
    return Path(FOLDER) if found.whose is Whose.SHIPPED else found.folder


def _home(scenarios: Path, collection: str) -> Path:
    """The folder of the scenarios, or of that collection in it."""
    known = [path.name for path in _folders(scenarios) if _is_collection(path)]
    if collection and collection not in known:
        begin = f"begin it with `untaken new collection {id_of(collection) or 'NAME'}{_elsewhere(scenarios)}`"
        cure = write_instead(collection, known, begin)
        raise Trouble(f"{scenarios} has no collection '{harmless(collection)}'", cure)
    return scenarios / collection


def _folders(scenarios: Path) -> list[Path]:
    if scenarios.exists() and not scenarios.is_dir():
        raise Trouble("it is no folder", "name one with --scenarios", scenarios)
    return sorted(path for path in scenarios.iterdir() if path.is_dir()) if scenarios.exists() else []


def _is_collection(folder: Path) -> bool:
    return (folder / COLLECTION_FILE).is_file()


def _free(folder: Path, id: str) -> Path:
    """The path of a file that is not there yet."""
    for suffix in SUFFIXES:
        path = folder / f"{id}{suffix}"
        if path.exists() or path.is_symlink():
            raise Trouble("it is already there", "choose another name, or edit the file", path)
    return folder / f"{id}.yaml"


def _found(name: str, scenarios: Path) -> Loaded:
    """The scenario whose shape is wanted: one of the folder, or one that came with the program."""
    loaded = find([name], scenarios) if scenarios.is_dir() else Loaded()
    return loaded if loaded.points or loaded.scenarios else find([name], shipped())


def _shared(folder: Path, is_deeper: bool) -> tuple[str, str]:
    """The way to the folder of the schemas, and a source that may be cited.

    They stand a folder higher where the collection stands deeper than the folder for scenarios, or where they are
    there already; nothing is written elsewhere than where the user is or said.
    """
    if not _is_collection(folder):
        return "", ""
    above = is_deeper or schema_file(folder / "..", KindOfFile.SCENARIO).exists()
    shared = Desk().collection(folder / COLLECTION_FILE).decoded.model
    source = next((id for id in (shared.sources if shared else ()) if id != HOLE), "my-book")
    return "../" if above else "", source


def _asked(question: str, default: str) -> str:
    """What somebody at the terminal answers, the default where nobody is there."""
    while can_ask():
        answer = ask(f"{question} [{default}]: " if default else f"{question}: ")
        if answer is None:
            raise EOFError
        if harmless(answer) == answer:
            return answer.strip() or default
        say("A control character is in it; please type it again.")
    return default


def _shaped(beginning: Beginning, loaded: Loaded) -> str:
    return new_shape(beginning, loaded.points[0].scenario)


def _options(given: Sequence[str]) -> tuple[Sequence[str], int]:
    """The labels of the options, and the position of the one that happened."""
    if given or not can_ask():
        return given or COURSES, 0
    say("Options, the courses that could be taken. An empty line ends the list.")
    labels: list[str] = []
    while answer := _asked(f"  {len(labels) + 1}", COURSES[len(labels)] if len(labels) < len(COURSES) else ""):
        labels += listed(answer)
    numbers = [str(number) for number in range(1, len(labels) + 1)]
    while (number := _asked("Which of them happened?", "1")) not in numbers:
        say(f"Please type a number from 1 to {len(labels)}.")
    return labels, int(number) - 1


def _left() -> int:
    say(error=True)
    say("nothing was written", error=True)
    return INTERRUPTED


def _write_schemas(folder: Path) -> list[Path]:
    """What an editor goes by, for each kind of file where it is not there yet; the first line of a file names it.

    They come before the file that was asked for: once that is there, it stands in the way of a second try.
    """
    folder = Path(os.path.normpath(folder))
    missing = {path: schema_text(kind) for kind in KindOfFile if not (path := schema_file(folder, kind)).exists()}
    write_all(missing)
    return list(missing)


def _say_written(path: Path, schemas: Sequence[Path]) -> None:
    say(f"wrote {path}")
    if schemas:
        files = sentence_list(map(str, schemas))
        say(f"wrote {files}, by which editors complete keys and underline mistakes")


_NEXT = {
    "check": "says what is still missing",
    "render": "draws it",
    "watch": "draws it again whenever you save",
    "walk": "walks through it, choice by choice",
}


def _begun(path: Path, schemas: Sequence[Path]) -> int:
    """Say where the new scenario is, and what can be done with it."""
    _say_written(path, schemas)
    lines = {f"untaken {name} {shlex.quote(str(path))}": what for name, what in _NEXT.items()}
    width = max(map(len, lines))
    say("Now:")
    for line, what in lines.items():
        say(f"  {line.ljust(width)}  {what}")
    return CLEAN


def _elsewhere(scenarios: Path) -> str:
    return "" if scenarios == _folder() else f" --scenarios {shlex.quote(str(scenarios))}"
