"""What the README says is so: its commands run, its examples print what it shows, what it points to is there."""

import re
import shlex
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

from program import TOP, Live, command, environment, run

README = (TOP / "README.md").read_text(encoding="utf-8")
FENCES = [(each["kind"], each["text"]) for each in re.finditer(r"(?ms)^```(?P<kind>\w*)\n(?P<text>.*?)^```$", README)]


@dataclass(frozen=True)
class Step:
    """A command of the README, the exit code that it is to have, and the output that is shown, if any."""

    words: tuple[str, ...]
    code: int
    output: str


def steps() -> list[Step]:
    """Every command in the order of the README."""
    found = []
    for kind, text in FENCES:
        if kind in ("console", "sh"):
            for part in re.split(r"(?m)^\$ ", text)[1:]:
                line, _, output = part.partition("\n")
                line, _, code = line.partition("# exit ")
                found.append(Step(tuple(shlex.split(line)), int(code or 0), output.strip("\n")))
    return found


STEPS = steps()
PROGRAM = [step for step in STEPS if step.words[0] == "untaken"]


@pytest.fixture(scope="module")
def few(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with only those scenarios that the README names, without what ties them to others: soon drawn."""
    made = tmp_path_factory.mktemp("few")
    named = {word for step in PROGRAM for word in step.words}
    for path in (TOP / "scenarios").rglob("*.yaml"):
        if path.stem in named or path.name == "collection.yaml":
            tied = r"(?m)^( *)(continues|gates|courses|requires|unless):.*\n(\1 .*\n)*"
            text = re.sub(tied, "", path.read_text(encoding="utf-8"))
            copy = made / path.relative_to(TOP)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_text(text, encoding="utf-8")
    return made


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder laid out as the project is, with the files that the README shows: those that begin with their name."""
    made = tmp_path_factory.mktemp("project")
    shutil.copytree(TOP / "scenarios", made / "scenarios")
    for kind, text in FENCES:
        named = re.match(r"# ([\w-]+\.yaml)\n", text)
        if kind == "yaml" and named:
            (made / named[1]).write_text(text, encoding="utf-8")
    return made


def prepare(step: Step, folder: Path) -> None:
    """A walk is saved where no file is, and taken up or drawn where an earlier command has saved one."""
    for option, name in zip(step.words, step.words[1:], strict=False):
        if option == "--save":
            (folder / name).unlink(missing_ok=True)
        elif option in ("--resume", "--walk", "class") and not (folder / name).exists():
            (saving,) = (each for each in PROGRAM if ("--save", name) in zip(each.words, each.words[1:], strict=False))
            subprocess.run(command(*saving.words[1:]), cwd=folder, env=environment(), check=True, capture_output=True)


@pytest.mark.slow
@pytest.mark.parametrize("step", PROGRAM, ids=lambda step: " ".join(step.words))
def test_a_command_of_the_readme_does_what_it_says(step: Step, whole: Path, few: Path) -> None:
    if step.words[1] == "watch":
        with Live(*step.words[1:], cwd=whole) as live:
            live.until(lambda state: [each["path"] for each in state["scenarios"]] == ["ferry.yaml"])
            assert '<section id="problems"' in live.get()
            assert live.end().code == step.code
        return
    prepare(step, whole if step.output else few)
    if not step.output:
        ran = run(*step.words[1:], cwd=few)
        assert ran.code == step.code, ran.err
        return
    done = subprocess.run(
        command(*step.words[1:]),
        cwd=whole,
        env=environment({"PYTHONUNBUFFERED": "1"}),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    printed = done.stdout.decode("utf-8").strip("\n")
    assert (done.returncode, printed) == (step.code, step.output)


def test_the_readme_shows_every_command_and_some_of_what_it_prints() -> None:
    shown = {step.words[1] for step in PROGRAM}
    assert shown == {
        "list", "show", "check", "explain", "compare", "render", "timeline", "deck", "handout", "page", "class", "sources", "doctor", "walk",
        "ties", "new", "stats", "watch",
    }  # fmt: skip
    assert len([step for step in PROGRAM if step.output]) >= 3


def test_the_first_command_of_the_readme_is_make_demo_and_the_second_make_test() -> None:
    assert [step.words for step in STEPS[:2]] == [("make", "demo"), ("make", "test")]


def test_every_target_that_the_readme_makes_is_in_the_makefile() -> None:
    makefile = (TOP / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"(?m)^([a-z]+):", makefile))
    named = set(re.findall(r"`make ([a-z]+)`", README)) | {step.words[1] for step in STEPS if step.words[0] == "make"}
    assert len(named) >= 3
    assert named <= targets


def test_every_picture_and_file_that_the_readme_links_to_is_there() -> None:
    links = re.findall(r"\]\(([^)\s]+)\)", README)
    files = [link for link in links if "://" not in link and not link.startswith("#")]
    assert len(files) >= 4
    assert [link for link in files if not (TOP / link).is_file()] == []
