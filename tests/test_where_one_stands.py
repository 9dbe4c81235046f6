"""Which scenarios a command takes when none are named: those of the folder, and never in silence those of the program."""

import shutil
from pathlib import Path

import pytest

from program import EXAMPLE, SHIPPED, TOP, Ran, run
from untaken.checking.homes import Home, Whose, home, is_installed, shipped
from untaken.writing.artifacts import write_new, write_whole

NOTHING_HERE = "no scenario is in this folder\nhelp: name a folder with --scenarios, or begin one: untaken new scenario the-ferry\n"
COMPOSE = "services:\n  harbour:\n    image: ferry\n"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that we are in, an empty one."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def stand_in_collection(folder: Path) -> None:
    shutil.copytree(EXAMPLE, folder, dirs_exist_ok=True)


def stand_above_collections(folder: Path) -> None:
    shutil.copytree(EXAMPLE, folder / "island")


def stand_beside_scenarios(folder: Path) -> None:
    shutil.copy(EXAMPLE / "ferry.yaml", folder / "ferry.yml")


@pytest.mark.parametrize("stand", [stand_in_collection, stand_above_collections, stand_beside_scenarios])
def test_the_scenarios_where_one_stands_are_taken(here: Path, stand: object) -> None:
    stand(here)  # type: ignore[operator]
    assert home() == Home(Path(), Whose.AROUND)


def test_what_was_named_and_the_folder_called_scenarios_come_first(here: Path) -> None:
    stand_in_collection(here)
    (here / "scenarios").mkdir()
    assert home(Path("mine")) == Home(Path("mine"), Whose.NAMED)
    assert home() == Home(Path("scenarios"), Whose.HERE)


@pytest.mark.parametrize("there", ["docker-compose.yml", ".ferry.yaml", "ferry.txt", "notes/ferry.yaml"])
def test_other_files_make_no_folder_of_scenarios(here: Path, there: str) -> None:
    (here / there).parent.mkdir(exist_ok=True)
    (here / there).write_text(COMPOSE if "compose" in there else "title: A\nquestion: B\nnodes: {}\n", encoding="utf-8")
    assert home() == Home(shipped(), Whose.SHIPPED)


def test_a_broken_scenario_is_one_still(here: Path) -> None:
    (here / "ferry.yaml").write_bytes(b'\xef\xbb\xbf"nodes":\n\x00\xff: [\n')
    assert home().whose is Whose.AROUND


def test_every_command_takes_the_scenarios_where_one_stands_and_says_so(here: Path) -> None:
    stand_in_collection(here)
    said = f"reading the scenarios of this folder: {here}\n"
    assert run("check", cwd=here) == Ran(0, "2 scenarios: 0 errors, 0 warnings\n", said)
    for line in (
        ["list"],
        ["stats"],
        ["sources"],
        ["show", "ferry"],
        ["compare", "ferry"],
        ["walk", "ferry", "--choose", "1"],
        ["page", "ferry", "-o", "page.html"],
        ["render", "ferry", "--view", "ties", "-f", "dot", "-o", "out"],
    ):
        ran = run(*line, cwd=here)
        assert (ran.code, ran.err) == (0, said), line
        assert "reform-or-revolution" not in ran.out


def test_what_came_with_the_program_is_read_only_by_who_does_not_judge_and_that_is_said(here: Path) -> None:
    ran = run("list", cwd=here)
    assert (ran.code, ran.err) == (0, f"no scenarios are here; reading those that came with untaken: {shipped()}\n")
    assert {line.split()[0] for line in ran.out.partition("\n\n")[0].splitlines()[1:]} == SHIPPED


@pytest.mark.parametrize(
    "line",
    [
        ["check"],
        ["check", "--fix"],
        ["check", "brest-litovsk"],
        ["verify", "--texts", "."],
        ["check", "--output-format", "json"],
    ],
)
def test_whoever_judges_never_answers_for_what_came_with_the_program(here: Path, line: list[str]) -> None:
    assert run(*line, cwd=here) == Ran(2, "", f"error: {here}: {NOTHING_HERE}")


def test_a_path_needs_no_folder_and_nothing_is_said_of_one(here: Path) -> None:
    stand_in_collection(here)
    (here / "elsewhere").mkdir()
    ran = run("check", "../ferry.yaml", cwd=here / "elsewhere")
    assert (ran.code, ran.err) == (0, "")


def test_verify_keeps_its_record_where_one_stands(here: Path) -> None:
    stand_in_collection(here)
    run("verify", "--texts", ".", cwd=here)
    assert not (shipped() / "quotations.lock").exists()
    assert run("verify", "--texts", ".", cwd=here).err.startswith(f"reading the scenarios of this folder: {here}\n")


def test_a_new_scenario_goes_where_one_stands_and_nothing_is_written_beside(here: Path) -> None:
    mine = here / "mine"
    stand_in_collection(mine)
    ran = run("new", "scenario", "the-strike", cwd=mine)
    assert ran.out.startswith(
        "wrote the-strike.yaml\nwrote scenario.schema.json and collection.schema.json, by which editors"
    )
    assert [path.name for path in here.iterdir()] == ["mine"]
    assert "the-strike" in run("list", cwd=mine).out


def test_a_new_scenario_uses_the_schemas_that_stand_a_folder_higher(here: Path) -> None:
    stand_above_collections(here)
    run("schema", "-o", ".", cwd=here)
    run("new", "scenario", "the-strike", cwd=here / "island")
    text = (here / "island" / "the-strike.yaml").read_text(encoding="utf-8")
    assert "$schema=../scenario.schema.json" in text
    assert not (here / "island" / "scenario.schema.json").exists()


# ── nothing is written into an installed program ──


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the package as a wheel leaves it, its collection inside."""
    folder = tmp_path_factory.mktemp("site")
    shutil.copytree(TOP / "src" / "untaken", folder / "untaken", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(TOP / "scenarios", folder / "untaken" / "scenarios")
    return folder


def everything(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts}


def test_no_command_writes_into_an_installed_program(installed: Path, tmp_path: Path) -> None:
    before = everything(installed)
    inside = installed / "untaken" / "scenarios"
    slip = inside / "october-1917" / "brest-litovsk.yaml"
    slip.write_text(slip.read_text(encoding="utf-8").replace("title:", "titel:", 1), encoding="utf-8")
    before[slip] = slip.read_bytes()
    env = {"PYTHONPATH": str(installed)}
    (tmp_path / "texts").mkdir()
    belongs = "it belongs to the program, which never writes into itself"
    for line, said in (
        (
            ["verify", "yalta", "--texts", "texts", "--scenarios", str(inside)],
            f"nothing is recorded: {inside / 'october-1917'} came with the program",
        ),
        (["check", "--fix", "--scenarios", str(inside)], belongs),
        (["new", "scenario", "mine", "--scenarios", str(inside)], belongs),
        (["new", "collection", "mine", "--scenarios", str(inside)], belongs),
        (["schema", "-o", str(inside)], belongs),
    ):
        ran = run(*line, cwd=tmp_path, env=env)
        assert said in ran.err, line
        assert ran.code == 2, line
    assert everything(installed) == before


def test_files_are_written_nowhere_in_the_package() -> None:
    package = TOP / "src" / "untaken"
    assert is_installed(package / "scenarios")
    assert not is_installed(TOP / "scenarios")
    for write in (write_whole, write_new):
        with pytest.raises(PermissionError, match="belongs to the program"):
            write(package / "deeper" / "new.yaml", b"")
    assert not (package / "deeper").exists()
