"""The house keeps its own rules: layers, sizes, style, and nothing in it that belongs to one machine."""

import ast
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from program import TOP, environment

SOURCES = sorted((TOP / "src").rglob("*.py"))
LONGEST_FILE = 300
LONGEST_FUNCTION = 40
DOCUMENTED = ("telling", "drawing", "rules")
Documented = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef


def run_tool(*args: str) -> None:
    """Run a program of this environment at the top of the project; what it complains of is the failure's text."""
    done = subprocess.run(args, cwd=TOP, env=environment(), capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def beside_python(name: str) -> str:
    """A program that stands in the same environment as this Python."""
    found = shutil.which(name, path=str(Path(sys.executable).parent))
    assert found, f"{name} is not installed beside {sys.executable}"
    return found


def test_the_layers_and_walls_of_the_house_stand() -> None:
    run_tool(beside_python("lint-imports"))


def test_the_code_is_clean_and_formatted() -> None:
    run_tool(sys.executable, "-m", "ruff", "check", ".")
    run_tool(sys.executable, "-m", "ruff", "format", "--check", ".")


@pytest.mark.slow
def test_the_types_are_right() -> None:
    run_tool(sys.executable, "-m", "mypy")


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(TOP / "src")))
def test_no_file_and_no_function_is_long(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= LONGEST_FILE
    long = {
        node.name: length
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (length := (node.end_lineno or node.lineno) - node.lineno + 1) > LONGEST_FUNCTION
    }
    assert long == {}


def test_the_house_has_few_rooms_and_each_name_stands_for_one_class() -> None:
    rooms = {path.relative_to(TOP / "src" / "untaken").parts[0] for path in SOURCES if path.parent.name != "untaken"}
    assert len(rooms) <= 14
    classes = [
        node.name
        for path in SOURCES
        for node in ast.parse(path.read_text(encoding="utf-8")).body
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_")
    ]
    assert sorted({name for name in classes if classes.count(name) > 1}) == []


# What went wrong is a value, and shown in one place


SHOWN_BY = {"text/trouble.py", "reading/diagnostics.py", "writing/reports.py"}
"""Of a trouble; of what is wrong in a file, for people and for programs."""


def room_of(path: Path) -> str:
    return path.relative_to(TOP / "src" / "untaken").as_posix()


def test_what_went_wrong_is_put_into_lines_in_one_place() -> None:
    found = {
        room_of(path)
        for path in SOURCES
        for each in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(each, ast.Constant) and re.match(r"\s*(error|warning|help): ", str(each.value))
    }
    assert found <= SHOWN_BY


def test_there_is_one_way_to_refuse() -> None:
    named = [name for path in SOURCES for name in re.findall(r"class (\w*Refus\w*)", path.read_text(encoding="utf-8"))]
    assert named == []
    assert [room_of(path) for path in SOURCES if "raise typer.BadParameter" in path.read_text(encoding="utf-8")] == []


def test_no_number_means_that_it_was_said() -> None:
    found = [
        f"{room_of(path)}: {node.name}"
        for path in SOURCES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef)
        and node.returns
        and (of := {part.strip() for part in ast.unparse(node.returns).split("|")}) & {"int"}
        and of - {"int", "None"}
    ]
    assert found == []


def test_every_module_says_what_it_is_for() -> None:
    assert [str(path) for path in SOURCES if not ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))] == []


def test_what_tells_draws_and_judges_is_documented() -> None:
    paths = [path for path in SOURCES if set(DOCUMENTED) & set(path.parts)]
    assert len(paths) > 8
    assert [name for path in paths for name in undocumented(path)] == []


def undocumented(path: Path) -> Iterator[str]:
    """The public functions and classes of a file that lack a docstring."""
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, Documented) and not node.name.startswith("_") and not ast.get_docstring(node):
            yield f"{path.name}: {node.name}"


# What belongs to one machine. The words are put together from parts, so that this file passes its own test.
FOREIGN = {
    "a path of a machine": r"(?<![\w.~$}>-])/(?:" + "|".join(("work", "home", "tmp", "root", "Users")) + r")/\w",
    "a registry": "|".join(("pypi" + r"\.org", "python" + "hosted", "index" + "-url", "--find" + "-links")),
    "an address of a network": r"\b(?:127|10|192\.168)(?:\.\d+){2,3}:\d+|local" + "host",
}


def tracked() -> list[Path]:
    """The files that are in git, or are about to be."""
    if not (TOP / ".git").exists() or not shutil.which("git"):
        pytest.skip("this is no git checkout")
    line = ["git", "-c", f"safe.directory={TOP}", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(line, cwd=TOP, capture_output=True, text=True, check=True)
    paths = [TOP / name for name in listed.stdout.split("\0") if name]
    assert len(paths) > 50
    return [path for path in paths if path.is_file()]


def test_nothing_in_the_project_belongs_to_one_machine() -> None:
    found = []
    for path in tracked():
        data = path.read_bytes()
        # Fonts and pictures hold a zero byte, text does not.
        lines = [] if b"\0" in data else data.decode("utf-8", "replace").splitlines()
        for number, line in enumerate(lines, 1):
            found += [f"{path.name}:{number}: {what}" for what, sign in FOREIGN.items() if re.search(sign, line)]
    assert found == []


# What a command costs


def imported(code: str, *args: str) -> set[str]:
    """The modules, by the first part of their names, that a process has imported when this code has run."""
    script = f"import json, sys\ntry:\n    {code}\nfinally:\n    print(json.dumps(list(sys.modules)), file=sys.stderr)"
    done = subprocess.run(
        [sys.executable, "-c", script, *args], cwd=TOP, env=environment(), capture_output=True, text=True
    )
    return {name.split(".")[0] for name in json.loads(done.stderr)}


def test_importing_the_package_costs_nothing() -> None:
    modules = imported("import untaken")
    assert "untaken" in modules
    assert modules & {"pydantic", "rich", "graphviz", "pygraphviz", "fontTools", "typer", "yaml"} == set()
