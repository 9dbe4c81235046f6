"""Formats: each command names what it can write, -f and -o mean the same everywhere, and old spellings go on working."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer

from program import EXAMPLE, Ran, run
from untaken.cli.app import app
from untaken.cli.products import Wanted
from untaken.cli.roll import load_all
from untaken.cli.spellings import as_now
from untaken.telling.document import Block, Role, Run, Table
from untaken.text.trouble import Trouble
from untaken.writing.formats import Stuff, every_format, format_called, offered

SILENT = {"doctor", "explain", "new collection", "new scenario", "rename", "walk", "watch"}
"""The commands that make no product: they converse, change files or begin some."""


def commands(group: Any = None, path: str = "") -> Iterator[tuple[str, Any]]:
    """Every command by its name, as Typer knows it."""
    load_all()
    for name, each in (group or typer.main.get_command(app)).commands.items():
        if hasattr(each, "commands"):
            yield from commands(each, f"{path}{name} ")
        else:
            yield f"{path}{name}", each


@pytest.fixture
def island(tmp_path: Path) -> Path:
    shutil.copytree(EXAMPLE, tmp_path / "scenarios" / "island")
    return tmp_path


def test_every_command_that_makes_something_has_the_same_two_options() -> None:
    declared = {}
    for name, command in commands():
        options = {opt: param for param in command.params for opt in param.opts}
        declared[name] = [
            (param.opts, param.metavar, param.help.split(":")[0], param.default)
            for param in (options.get("-f"), options.get("-o"))
            if param
        ]
    assert {name for name, found in declared.items() if not found} == SILENT
    same = [(["-f", "--format"], "FORMAT", "In which format", None), (["-o", "--output"], "PATH", "Where to", None)]
    assert {name: found for name, found in declared.items() if found not in ([], same)} == {}


def test_a_command_names_the_formats_that_it_writes() -> None:
    helps = {name: {opt: param for param in each.params for opt in param.opts} for name, each in commands()}
    assert helps["show"]["-f"].help.startswith("In which format: text, md or html; ")
    assert helps["check"]["-f"].help.startswith("In which format: text, json, github or sarif; ")
    assert helps["render"]["-f"].help.startswith("In which format: svg, png, pdf or dot; ")


@pytest.mark.parametrize(
    ("words", "now"),
    [
        (["check", "--output-format", "json"], ["check", "--format", "json"]),
        (["stats", "--output-format=json"], ["stats", "--format=json"]),
        (["schema", "--out", "x"], ["schema", "--output", "x"]),
        (["verify", "--annotations=a.jsonld"], ["verify", "--format", "json-ld", "--output=a.jsonld"]),
        (["show", "--", "--out"], ["show", "--", "--out"]),
        (["show", "--annotations"], ["show", "--annotations"]),
        ([], []),
    ],
)
def test_old_spellings_are_those_of_today(words: list[str], now: list[str]) -> None:
    assert as_now(words) == now


def test_old_spellings_go_on_working_and_no_help_tells_of_them(island: Path) -> None:
    old, now = (run("stats", option, "json", cwd=island) for option in ("--output-format", "-f"))
    assert old == now
    assert json.loads(now.out)["scenarios"]
    assert run("schema", "--out", "there", cwd=island) == Ran(
        0, "there/scenario.schema.json\nthere/collection.schema.json\n", ""
    )
    helps = [option for _, each in commands() for param in each.params for option in param.opts]
    assert not {"--output-format", "--out", "--annotations"} & {*helps}


# where to


def test_the_ending_of_a_file_names_its_format() -> None:
    wanted = Wanted.of(Stuff.SOURCES, None, "sources.bib")
    assert ([each.name for each in wanted.formats], wanted.file) == (["bibtex"], Path("sources.bib"))
    assert [each.name for each in Wanted.of(Stuff.DOCUMENT, "md", "notes.txt").formats] == ["md"]
    assert [each.name for each in Wanted.of(Stuff.PICTURE, None, "x.PDF", "svg,png").formats] == ["pdf"]


def test_a_name_without_an_ending_and_one_that_ends_with_a_slash_is_a_folder(tmp_path: Path) -> None:
    (tmp_path / "a.folder").mkdir()
    for output in ("slides", "slides.2024/", str(tmp_path / "a.folder")):
        wanted = Wanted.of(Stuff.PICTURE, None, output, "svg")
        assert (wanted.file, wanted.folder) == (None, Path(output))
    assert Wanted.of(Stuff.DOCUMENT, None, None).is_for_people


@pytest.mark.parametrize(
    ("stuff", "formats", "output", "trouble"),
    [
        (Stuff.DOCUMENT, "svg", None, Trouble("this cannot be written as 'svg'", "write one of: text, md, html")),
        (Stuff.DOCUMENT, "htm", None, Trouble("'htm' is no format", "write 'html'")),
        (Stuff.SOURCES, ",", None, Trouble("no format is named", "write one of: text, md, html, bibtex, csl-json")),
        (
            Stuff.SLIDES,
            None,
            "lecture.jpg",
            Trouble("nothing here is written as '.jpg'", "end the name with .pptx, or write -f", "lecture.jpg"),
        ),
        (
            Stuff.DOCUMENT,
            "md,html",
            "notes.md",
            Trouble("2 formats do not go into one file", "name a folder with -o", "notes.md"),
        ),
    ],
)
def test_what_cannot_be_written_is_refused_with_what_can(
    stuff: Stuff, formats: str | None, output: str | None, trouble: Trouble
) -> None:
    with pytest.raises(Trouble) as caught:
        Wanted.of(stuff, formats, output, usual=next(iter(offered(stuff))))
    assert caught.value == trouble


def test_text_goes_into_files_as_it_is_printed(island: Path) -> None:
    printed = run("show", "ferry", cwd=island).out
    assert run("show", "ferry", "-o", "ferry.txt", cwd=island) == Ran(0, "ferry.txt\n", "")
    assert (island / "ferry.txt").read_text(encoding="utf-8") == printed
    assert run("show", "ferry", "-f", "md,html", "-o", "out", cwd=island).out == "out/ferry.md\nout/ferry.html\n"
    assert run("show", "ferry", "-f", "md", cwd=island).out == (island / "out" / "ferry.md").read_text("utf-8")
    both = run("show", "ferry", "-f", "md,html", cwd=island)
    assert both == Ran(2, "", "error: several formats cannot be printed at once\nhelp: name a folder with -o\n")


def test_a_picture_is_one_file_where_there_is_one(island: Path) -> None:
    assert run("render", "ferry", "-o", "sea/ferry.svg", cwd=island).paths == ["sea/ferry.svg"]
    assert [path.name for path in (island / "sea").iterdir()] == ["ferry.svg"]
    many = run("render", "ferry", "inquiry", "-o", "all.svg", cwd=island)
    assert many == Ran(2, "", "error: all.svg: 2 files do not go into one\nhelp: name a folder with -o\n")
    assert not (island / "all.svg").exists()


# formats themselves


def test_every_format_has_a_name_of_its_own_and_an_ending_of_its_own_for_each_thing() -> None:
    names = [each.name for each in every_format()]
    assert sorted(names) == sorted(set(names))
    for stuff in Stuff:
        endings = [each.suffix for each in offered(stuff).values()]
        assert endings
        assert sorted(endings) == sorted(set(endings))


def test_a_document_is_a_page_whose_text_is_never_markup() -> None:
    document = [
        Block((Run("War & <peace>"),), Role.TITLE),
        Block((Run("For:", Role.LEAD), Run(" a <b>"), Run(" — O'Brien", Role.OWNER)), Role.FOR, 1),
        Block((Run("deeper"),), Role.PIN, 3),
        Table(("id", "count"), (("a|b", "3"),), 1),
    ]
    page = format_called("html", Stuff.DOCUMENT).write(Stuff.DOCUMENT, document).decode("utf-8")
    assert page.partition("<body>\n")[2] == (
        '<h1 class="title">War &amp; &lt;peace&gt;</h1>\n'
        "<ul>\n"
        '<li class="for"><strong>For:</strong> a &lt;b&gt;<span class="owner"> — O&#x27;Brien</span></li>\n'
        "<ul>\n"
        '<li class="pin">deeper</li>\n'
        "</ul>\n</ul>\n"
        '<table><thead><tr><th>id</th><th class="number">count</th></tr></thead>'
        '<tbody><tr><td>a|b</td><td class="number">3</td></tr></tbody></table>\n'
        "</body></html>\n"
    )
