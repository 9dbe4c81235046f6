"""A new scenario and a new collection: valid as they are, whatever their texts hold, and nothing is ever overwritten."""

import re
import shutil
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import untaken.cli.app
from program import EXAMPLE, TOP, Ran, converse, run
from scenarios_at_random import IDS, TEXTS, turning_points
from untaken.checking.loading import load
from untaken.history.graph import Graph
from untaken.model import Basis, Option, Outcome, Scenario, TurningPoint
from untaken.reading.diagnostics import Diagnostic
from untaken.reading.yaml import read_text
from untaken.text.naming import id_of
from untaken.text.scalars import scalar
from untaken.text.trouble import Trouble
from untaken.writing.sketch import Beginning, new_collection, new_scenario, new_shape

GOLDEN = TOP / "tests" / "golden" / "new"


def loaded(text: str) -> tuple[Scenario | None, tuple[Diagnostic, ...]]:
    """The scenario that a file with this text holds, if no error is in it, and what is wrong with it."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "new.yaml"
        path.write_text(text, encoding="utf-8")
        found = load([path])
    return (found.points[0].scenario if found.points else None), found.problems


# Texts come back as they were given

WORDS = TEXTS.map(str.strip)
"""The format knows no blanks round a text."""


@given(WORDS | IDS, WORDS | IDS)
def test_a_text_reads_back_as_it_was_whether_key_or_value(key: str, value: str) -> None:
    tree = read_text(f"{scalar(key)}: {scalar(value)}  # a note\n", "x.yaml").tree
    [(name, text)] = tree.entries.values()  # type: ignore[union-attr]
    assert (name.value, text.value) == (key, value)  # type: ignore[union-attr]


@given(WORDS, WORDS, st.lists(WORDS, min_size=2, max_size=4), st.data())
def test_a_new_scenario_holds_what_was_asked_for(
    title: str, question: str, labels: list[str], data: st.DataObject
) -> None:
    happened = data.draw(st.integers(0, len(labels) - 1))
    scenario, problems = loaded(new_scenario(Beginning("new.yaml", title, question), labels, happened))
    assert scenario is not None, problems
    assert (scenario.title, scenario.question) == (title, question)
    [turning_point] = [node for node in scenario.nodes.values() if not isinstance(node, Outcome)]
    assert turning_point.text == question
    assert [step.label for step in turning_point.steps.values()] == labels
    assert [step.historical for step in turning_point.steps.values()].index(True) == happened
    assert [each.code for each in problems] == ["option-without-argument"] * len(labels)


@settings(max_examples=50)
@given(turning_points(), WORDS)
def test_the_shape_of_a_scenario_is_kept_and_nothing_of_its_texts(point: TurningPoint, title: str) -> None:
    scenario, problems = loaded(new_shape(Beginning("new.yaml", title), point.scenario))
    assert scenario is not None, problems
    assert scenario.title == title
    assert shape(scenario) == shape(point.scenario)
    assert not any(node.when or node.date or node.context or node.notes for node in scenario.nodes.values())


def shape(scenario: Scenario) -> tuple[object, ...]:
    """Nodes with their kinds, steps with where they lead, and what happened."""
    graph = Graph.of(scenario)
    nodes = [
        (id, type(node), isinstance(node, Outcome) and node.basis is Basis.RECORDED)
        for id, node in scenario.nodes.items()
    ]
    return graph.start, nodes, [(arc.tail, arc.id, arc.head, arc.step.historical) for arc in graph.arcs]


# What waits behind a # can be used


def filled_in(text: str) -> str:
    """The file with every line used, behind those at its head, that waits to be filled in."""
    head, _, rest = text.partition("\ntitle:")
    return head + re.sub(r"(?m)^( *)# (?=[a-z]+:| +[-\w])", r"\1", f"\ntitle:{rest}")


def test_all_that_waits_to_be_filled_in_is_valid_when_it_is() -> None:
    scenario, problems = loaded(filled_in(new_scenario(Beginning("new.yaml", "The ferry"))))
    assert scenario is not None, problems
    assert [each.code for each in problems] == ["single-source"]
    assert (scenario.when, scenario.date, scenario.where) == ("12 October 1884", "1884-10-12", "Port Ellen")
    options = scenario.nodes["turning-point"].steps.values()
    assert [len(option.arguments) for option in options if isinstance(option, Option)] == [2, 2]


def test_all_that_waits_in_a_collection_is_valid_when_it_is_filled_in(tmp_path: Path) -> None:
    (tmp_path / "collection.yaml").write_text(filled_in(new_collection("island", "The island")), encoding="utf-8")
    text = new_scenario(Beginning("x.yaml", "X", source="my-book"))
    (tmp_path / "x.yaml").write_text(filled_in(text), encoding="utf-8")
    found = load([tmp_path])
    assert [each.code for each in found.problems] == ["single-source"]
    [point] = found.points
    assert [*point.sources, *point.actors, *point.facts] == ["my-book", "owners", "mail-kept"]
    assert point.sources["my-book"].sections == ("Chapter 1", "Chapter 2")


# Names


@given(TEXTS | IDS)
def test_an_id_made_of_a_text_is_fit_to_be_a_file_s_name_and_stays_as_it_is(text: str) -> None:
    id = id_of(text)
    assert id_of(id) == id
    assert not re.search(r"""[\s/\\.:*?"<>|]""", id)
    assert len(id.encode()) < 250


# The commands

WROTE = """\
wrote scenarios/the-ferry.yaml
wrote scenarios/scenario.schema.json and scenarios/collection.schema.json, by which editors complete keys and underline mistakes
Now:
  untaken check scenarios/the-ferry.yaml   says what is still missing
  untaken render scenarios/the-ferry.yaml  draws it
  untaken watch scenarios/the-ferry.yaml   draws it again whenever you save
  untaken walk scenarios/the-ferry.yaml    walks through it, choice by choice
"""


def test_a_new_scenario_goes_into_the_folder_scenarios_and_says_what_comes_next(
    tmp_path: Path, agrees: Callable[[str, Path], None]
) -> None:
    assert run("new", "scenario", "the-ferry", cwd=tmp_path) == Ran(0, WROTE, "")
    agrees((tmp_path / "scenarios" / "the-ferry.yaml").read_text(encoding="utf-8"), GOLDEN / "the-ferry.yaml")
    ran = run("check", "scenarios/the-ferry.yaml", cwd=tmp_path)
    assert (ran.code, ran.out) == (0, "1 scenario: 0 errors, 2 warnings\n")


def test_a_new_scenario_of_a_collection_may_cite_its_sources(
    tmp_path: Path, agrees: Callable[[str, Path], None]
) -> None:
    ran = run("new", "collection", "island", "--title", "The island: its ferries", cwd=tmp_path)
    assert ran == Ran(
        0,
        "wrote scenarios/island/collection.yaml\n"
        "wrote scenarios/scenario.schema.json and scenarios/collection.schema.json, "
        "by which editors complete keys and underline mistakes\n"
        "A scenario for it: untaken new scenario the-ferry --in island\n",
        "",
    )
    agrees((tmp_path / "scenarios/island/collection.yaml").read_text(encoding="utf-8"), GOLDEN / "collection.yaml")
    options = ("--title", "The ferry", "--question", "Sail?", "--option", "No: wait", "--option", "Sail")
    assert run("new", "scenario", "the-ferry", "--in", "island", *options, cwd=tmp_path).code == 0
    path = tmp_path / "scenarios/island/the-ferry.yaml"
    agrees(path.read_text(encoding="utf-8"), GOLDEN / "the-ferry-of-the-island.yaml")
    assert run("check", cwd=tmp_path).out == "1 scenario: 0 errors, 2 warnings\n"


def test_a_shape_may_be_that_of_a_scenario_here_or_of_one_that_came_along(
    tmp_path: Path, agrees: Callable[[str, Path], None]
) -> None:
    shutil.copytree(EXAMPLE, tmp_path / "scenarios" / "island")
    for name, shape in (("the-storm", "ferry"), ("the-treaty", "brest-litovsk")):
        ran = run("new", "scenario", name, "--from", shape, "--in", "island", cwd=tmp_path)
        assert (ran.code, ran.err) == (0, "")
    path = tmp_path / "scenarios" / "island" / "the-storm.yaml"
    agrees(path.read_text(encoding="utf-8"), GOLDEN / "the-storm.yaml")
    assert run("check", cwd=tmp_path).code == 0


_NAME = "makes no good name for a file"
_THERE = "it is already there"
REFUSED = {
    ("scenario", "The Ferry"): Trouble(f"'The Ferry' {_NAME}", "write 'the-ferry'"),
    ("scenario", "ferry.yaml"): Trouble(f"'ferry.yaml' {_NAME}", "write 'ferry'"),
    ("scenario", "../ferry"): Trouble(f"'../ferry' {_NAME}", "write 'ferry'"),
    ("scenario", "collection"): Trouble(f"'collection' {_NAME}", "write 'the-collection'"),
    ("scenario", "con"): Trouble(f"'con' {_NAME}", "write 'the-con'"),
    ("scenario", "..."): Trouble(f"'...' {_NAME}", "write small letters, digits and hyphens, such as 'the-ferry'"),
    ("scenario", "ferry", "--in", "island"): Trouble(
        _THERE, "choose another name, or edit the file", "scenarios/island/ferry.yaml"
    ),
    ("scenario", "inquiry", "--in", "island"): Trouble(
        _THERE, "choose another name, or edit the file", "scenarios/island/inquiry.yml"
    ),
    ("scenario", "new", "--in", "islnd"): Trouble("scenarios has no collection 'islnd'", "write 'island'"),
    ("scenario", "new", "--in", "../island"): Trouble("scenarios has no collection '../island'", "write 'island'"),
    ("scenario", "new", "--option", "Sail"): Trouble(
        "a decision has at least two options", "write --option once for each"
    ),
    ("scenario", "new", "--option", "Sail", "--option", " "): Trouble(
        "an option is empty", "write what a diagram is to call it"
    ),
    ("scenario", "new", "--title", "a\x07b"): Trouble("a control character is in 'a\ufffdb'", "leave it out"),
    ("scenario", "new", "--from", "ferry", "--option", "a", "--option", "b"): Trouble(
        "--from brings its own options", "leave --option out"
    ),
    ("scenario", "new", "--scenarios", "a-file"): Trouble("it is no folder", "name one with --scenarios", "a-file"),
    ("collection", "island"): Trouble(
        _THERE, "choose another name, or edit the file", "scenarios/island/collection.yaml"
    ),
    ("collection", "new", "--scenarios", "a-file"): Trouble("it is no folder", "name one with --scenarios", "a-file"),
}


@pytest.fixture
def island(tmp_path: Path) -> Path:
    """A folder in which `scenarios/` holds the example as the collection `island`, its second scenario as .yml."""
    folder = tmp_path / "scenarios" / "island"
    shutil.copytree(EXAMPLE, folder)
    (folder / "inquiry.yaml").rename(folder / "inquiry.yml")
    (tmp_path / "a-file").touch()
    return tmp_path


@pytest.mark.parametrize(("line", "trouble"), REFUSED.items(), ids=[" ".join(line) for line in REFUSED])
def test_what_cannot_be_is_refused_with_its_cure_and_nothing_is_written_or_changed(
    island: Path, monkeypatch: pytest.MonkeyPatch, line: tuple[str, ...], trouble: Trouble
) -> None:
    before = contents(island)
    monkeypatch.chdir(island)
    with pytest.raises(Trouble) as caught:
        untaken.cli.app.run(["new", *line])
    assert caught.value == trouble
    assert contents(island) == before


def contents(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_an_unknown_shape_exits_2_with_the_nearest_name(tmp_path: Path) -> None:
    ran = run("new", "scenario", "new", "--from", "brest-litovks", cwd=tmp_path)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.endswith("is called 'brest-litovks'\n  help: write 'brest-litovsk'\n")
    assert [*tmp_path.iterdir()] == []


# At a terminal

ANSWERS = [
    ("Title [The ferry]: ", "The ferry: a storm\n"),
    ("Question [What was to be done?]: ", "\n"),
    ("  1 [What was done]: ", "1. Wait\n"),
    ("  2 [What was left undone]: ", "2. Sail\n"),
    ("  3: ", "\n"),
    ("Which of them happened? [1]: ", "3\n"),
    ("Which of them happened? [1]: ", "2\n"),
]


LIST = "1. Sign the terms\n2) Fight on\n\n  • Declare neither war nor peace\n"


@pytest.mark.parametrize(
    ("options", "typed"),
    [((LIST,), ""), (("-",), LIST), (("- Sign the terms", "Fight on", "a) Declare neither war nor peace"), "")],
)
def test_a_pasted_list_of_options_is_taken_apart(tmp_path: Path, options: tuple[str, ...], typed: str) -> None:
    words = [word for option in options for word in ("--option", option)]
    ran = run("new", "scenario", "brest", *words, cwd=tmp_path, typed=typed)
    assert ran.code == 0, ran.err
    [point] = load([tmp_path / "scenarios" / "brest.yaml"]).points
    labels = [option.label for option in point.scenario.nodes["turning-point"].steps.values()]
    assert labels == ["Sign the terms", "Fight on", "Declare neither war nor peace"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals")
def test_at_a_terminal_it_asks_and_enter_accepts(tmp_path: Path) -> None:
    code, text = converse("new", "scenario", "the-ferry", cwd=tmp_path, answers=ANSWERS)
    assert code == 0, text
    assert "Please type a number from 1 to 2.\n" in text
    assert text.endswith(WROTE)
    [point] = load([tmp_path / "scenarios" / "the-ferry.yaml"]).points
    assert (point.scenario.title, point.scenario.question) == ("The ferry: a storm", "What was to be done?")
    options = point.scenario.nodes["turning-point"].steps.values()
    assert [(option.label, option.historical) for option in options] == [("Wait", False), ("Sail", True)]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals")
@pytest.mark.parametrize(("key", "asked"), [("\x03", 0), ("\x04", 3)], ids=["Ctrl-C", "the end of input"])
def test_ctrl_c_and_the_end_of_input_leave_nothing_behind_and_say_so(tmp_path: Path, key: str, asked: int) -> None:
    answers = [*ANSWERS[:asked], (ANSWERS[asked][0], key)]
    code, text = converse("new", "scenario", "the-ferry", cwd=tmp_path, answers=answers)
    assert (code, text.splitlines()[-1]) == (130, "nothing was written")
    assert [*tmp_path.iterdir()] == []
