"""The package as a stranger gets it: built, installed into an empty environment, used in an empty folder."""

import re
import subprocess
import sys
import sysconfig
import tarfile
import venv
import zipfile
from importlib.util import find_spec
from pathlib import Path

import pytest

from program import SHIPPED, TOP, Ran, environment

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        not all(map(find_spec, ("build", "hatchling", "pip"))),
        reason="the wheel is built with build, hatchling and pip, and one of them is not installed",
    ),
]

ESSAYS = re.compile(r"few-who-won|looking-back", re.IGNORECASE)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel and the sdist."""
    folder = tmp_path_factory.mktemp("built")
    line = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder), str(TOP)]
    done = subprocess.run(line, env=environment(), capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


@pytest.fixture(scope="module")
def wheel(built: Path) -> Path:
    (found,) = built.glob("*.whl")
    return found


@pytest.fixture(scope="module")
def scripts(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The programs of an empty environment with the wheel in it; what it depends on lies in ours."""
    base = str(tmp_path_factory.mktemp("environment"))
    venv.create(base, with_pip=False)
    paths = sysconfig.get_paths("venv", vars={"base": base, "platbase": base})
    python = str(Path(paths["scripts"]) / "python")
    line = [sys.executable, "-m", "pip", "--python", python, "install", "--no-deps", "--no-index", str(wheel)]
    done = subprocess.run(line, env=environment(), capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    ours = {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}
    (Path(paths["purelib"]) / "dependencies.pth").write_text("\n".join(ours), encoding="utf-8")
    return Path(paths["scripts"])


def run(scripts: Path, *args: str, cwd: Path) -> Ran:
    """Run a program of the empty environment; nothing of ours is on its path but the dependencies."""
    env = {name: value for name, value in environment().items() if name != "PYTHONPATH"}
    done = subprocess.run([str(scripts / args[0]), *args[1:]], cwd=cwd, env=env, capture_output=True)
    return Ran(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))


def test_the_wheel_holds_the_package_the_scenarios_and_the_licences_and_nothing_else(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    package = {name for name in names if not re.match(r"untaken-[\d.]+\.dist-info/", name)}
    written = (path for path in (TOP / "src").rglob("*.*") if "__pycache__" not in path.parts)
    code = {path.relative_to(TOP / "src").as_posix() for path in written}
    scenarios = {f"untaken/{path.relative_to(TOP).as_posix()}" for path in (TOP / "scenarios").rglob("*.*")}
    assert package == code | scenarios
    assert {Path(name).suffix for name in scenarios} == {".yaml", ".lock", ".json", ".md"}
    licences = {name.split(".dist-info/licenses/")[1] for name in names if ".dist-info/licenses/" in name}
    assert licences == {
        "LICENSE", "src/untaken/fonts/NotoEmoji-LICENSE.txt", "src/untaken/fonts/SourceSansPro-LICENSE.txt",
    }  # fmt: skip
    assert [name for name in names if name.endswith(".dist-info/sboms/sbom.cdx.json")] != []


def test_every_scenario_of_the_wheel_leads_to_its_schema(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = {name for name in archive.namelist() if re.fullmatch(r"untaken/scenarios/.*\.yaml", name)}
        schemas = {name: re.search(rb"\$schema=\.\./(\S+)", archive.read(name).partition(b"\n")[0]) for name in names}
        assert len(names) > len(SHIPPED)
        for name, schema in schemas.items():
            assert schema, name
            assert f"{name.rsplit('/', 2)[0]}/{schema[1].decode()}" in archive.namelist()


def test_the_sdist_holds_what_the_wheel_and_the_tests_are_made_of_and_no_essay(built: Path) -> None:
    (found,) = built.glob("*.tar.gz")
    with tarfile.open(found) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    assert {"pyproject.toml", "LICENSE", "README.md", "tests/test_wheel.py", "src/untaken/__init__.py"} <= names
    assert "scenarios/october-1917/collection.yaml" in names
    assert [name for name in names if ESSAYS.search(name) or name.endswith(".pyc")] == []


def test_the_installed_package_is_the_wheel_s(scripts: Path, tmp_path: Path) -> None:
    ran = run(scripts, "python", "-c", "import untaken; print(untaken.__file__)", cwd=tmp_path)
    assert Path(ran.out.strip()).is_relative_to(scripts.parent)


def test_the_installed_program_lists_and_checks_the_scenarios_that_came_along(scripts: Path, tmp_path: Path) -> None:
    listed = run(scripts, "untaken", "list", cwd=tmp_path)
    package = Path(run(scripts, "python", "-c", "import untaken; print(untaken.__path__[0])", cwd=tmp_path).out.strip())
    said = f"no scenarios are here; reading those that came with untaken: {package / 'scenarios'}\n"
    assert (listed.code, listed.err) == (0, said)
    assert {line.split()[0] for line in listed.out.partition("\n\n")[0].splitlines()[1:]} == SHIPPED
    checked = run(scripts, "untaken", "check", str(package / "scenarios"), cwd=tmp_path)
    assert (checked.code, checked.err) == (0, "")
    assert checked.out.startswith(f"{len(SHIPPED)} scenarios: 0 errors, 0 warnings")


def test_the_installed_program_draws_in_an_empty_folder_and_leaves_nothing_elsewhere(
    scripts: Path, tmp_path: Path
) -> None:
    package = Path(run(scripts, "python", "-c", "import untaken; print(untaken.__path__[0])", cwd=tmp_path).out.strip())
    before = everything_in(package)
    ran = run(scripts, "untaken", "render", "martov-motion", "brest-litovsk", "--detail", "outline", cwd=tmp_path)
    assert ran.code == 0, ran.err
    wanted = {f"{id}-outline.{format}" for id in ("martov-motion", "brest-litovsk") for format in ("svg", "png")}
    assert {path.name for path in (tmp_path / "output").iterdir()} == wanted
    assert [path.name for path in tmp_path.iterdir()] == ["output"]
    assert everything_in(package) == before


def everything_in(folder: Path) -> set[Path]:
    return {path for path in folder.rglob("*") if path.suffix != ".pyc" and path.name != "__pycache__"}
