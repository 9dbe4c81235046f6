"""Files that no author means to write: each ends in a plain message, soon, and nothing is written but into the output."""

import os
import re
import subprocess
from collections.abc import Callable, Mapping
from itertools import pairwise
from pathlib import Path

import pytest

import program
from mistakes import CLEAN
from privileges import need_permissions, run_bound
from program import Ran, command, environment, screen

SECONDS = 20


def run(*args: str | Path, cwd: Path) -> Ran:
    """Run the program; it shows no traceback, nothing that a terminal would obey, and leaves the folder as it was."""
    before = everything_in(cwd)
    ran = program.run(*args, cwd=cwd, seconds=SECONDS)
    said = ran.out + ran.err
    assert not [letter for letter in said if (ord(letter) < 32 and letter != "\n") or 127 <= ord(letter) < 160]
    assert max(map(len, said.splitlines())) < 1000
    assert [path for path in everything_in(cwd) if path not in before and path.parts[0] != "out"] == []
    return ran


def everything_in(folder: Path) -> list[Path]:
    return [
        (Path(here) / name).relative_to(folder) for here, folders, files in os.walk(folder) for name in folders + files
    ]


def alias_bomb() -> str:
    first = "a: &a [x, x, x, x, x, x, x, x, x, x]\n"
    return first + "".join(f"{b}: &{b} [{', '.join([f'*{a}'] * 10)}]\n" for a, b in pairwise("abcdefghi"))


def chain(length: int) -> str:
    """A scenario of so many decisions in a row, the last of which leads nowhere."""
    nodes = "".join(
        f"  n{at}: {{decision: Go on?, options: {{on: {{label: On, leads-to: n{at + 1}}}}}}}\n" for at in range(length)
    )
    return f"title: A long road\nquestion: How long?\nnodes:\n{nodes}"


Files = Mapping[str, tuple[Callable[[], str | bytes], str]]
"""What is in each file, and the code of a message about it."""

SMALL: Files = {
    "empty": (lambda: "", "empty-file"),
    "blanks": (lambda: " \n\n  \n", "empty-file"),
    "a-nul-byte": (lambda: CLEAN.replace("Port Ellen", "Port\0Ellen"), "control-character"),
    "invalid-utf8": (lambda: b"title: \xff\xfe\x80\n", "not-utf8"),
    "half-a-letter": (lambda: "title: й".encode()[:-1], "not-utf8"),
    "utf16": (lambda: CLEAN.encode("utf-16"), "not-utf8"),
    "utf16-unmarked": (lambda: CLEAN.encode("utf-16-le"), "control-character"),
    "utf32": (lambda: CLEAN.encode("utf-32"), "not-utf8"),
    "a-picture": (lambda: b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40, "not-utf8"),
    "escapes": (lambda: CLEAN.replace("Port", "\x1b]0;mine\x07\x1b[31mPort"), "control-character"),
    "escapes-in-codes": (lambda: CLEAN.replace("Port Ellen", r'"\e]0;mine\a\x9b31m"'), "control-character"),
    "escapes-in-a-tag": (lambda: "title: !%1B%07 x\n", "yaml-tag"),
    "turned-direction": (lambda: CLEAN.replace("Port", "\u202etroP"), "control-character"),
    "alias-bomb": (alias_bomb, "file-too-large"),
    "anchor-in-itself": (lambda: "title: &a [*a]\n", "yaml-alias"),
    "key-anchored-in-itself": (lambda: "&a {*a : *a}\n", "yaml-alias"),
    "deep-in-brackets": (lambda: "title: " + "[" * 10_000 + "]" * 10_000, "nested-too-deep"),
    "deep-in-open-braces": (lambda: "title: " + "{a: " * 10_000, "nested-too-deep"),
    "deep-in-dashes": (lambda: "- " * 10_000, "nested-too-deep"),
    "deep-in-question-marks": (lambda: "? " * 10_000, "nested-too-deep"),
    "python-object": (lambda: "title: !!python/object/apply:os.system ['touch mine']\n", "yaml-tag"),
    "python-name": (lambda: "title: !!python/name:os.system\n", "yaml-tag"),
    "a-list": (lambda: "- title\n- question\n", "wrong-type"),
    "a-number": (lambda: "42\n", "wrong-type"),
    "null": (lambda: "null\n", "wrong-type"),
    "two-documents": (lambda: "--- a\n--- b\n", "yaml-syntax"),
}
LARGE: Files = {
    "comments": (lambda: "# nothing\n" * 50_000, "empty-file"),
    "12-mb": (lambda: b"# wave\n" * 1_800_000, "empty-file"),
    "70-mb": (lambda: b"# wave\n" * 10_000_000, "file-too-large"),
    "nul-bytes": (lambda: b"\0" * 2_000_000, "control-character"),
    "anchors": (lambda: "".join(f"- &a{at} x\n" for at in range(5_000)), "yaml-alias"),
    "deep-in-lines": (lambda: "".join(f"{' ' * at}a:\n" for at in range(1_900)), "nested-too-deep"),
    "a-long-line": (lambda: f"title: {'x' * 1_900_000}\n", "missing-key"),
    "a-long-key": (lambda: f"{'x' * 1_900_000}: y\n", "yaml-syntax"),
    "many-blanks": (lambda: f"title: a{' ' * 1_900_000}: b\n", "yaml-syntax"),
    "many-colons": (lambda: f"title: {'b: ' * 600_000}\n", "yaml-syntax"),
    "many-brackets": (lambda: f"title: {'[}' * 500_000}\n", "yaml-syntax"),
    "many-open-quotes": (lambda: "title: '" + "x\n" * 200_000, "yaml-syntax"),
    "many-tabs": (lambda: "\t" * 1_900_000, "yaml-syntax"),
    "many-lines-of-text": (lambda: "title: a\n" + "and so on\n" * 180_000 + "nodes: b\n", "yaml-syntax"),
    "30000-keys": (lambda: "".join(f"k{at}: v\n" for at in range(30_000)), "unknown-key"),
    "8000-keys": (lambda: "".join(f"k{at}: v\n" for at in range(8_000)), "unknown-key"),
    "8000-equal-keys": (lambda: "k: v\n" * 8_000, "duplicate-key"),
    "8000-nodes-that-are-texts": (
        lambda: "title: x\nquestion: y\nnodes:\n" + "".join(f"  n{at}: x\n" for at in range(8_000)),
        "wrong-type",
    ),
    "3000-decisions": (lambda: chain(3_000), "unknown-target"),
    "3000-misspelt-targets": (lambda: chain(3_000).replace("to: n", "to: m"), "unknown-target"),
}


def write(folder: Path, files: Files) -> None:
    for name, (content, _) in files.items():
        text = content()
        (folder / f"{name}.yaml").write_bytes(text if isinstance(text, bytes) else text.encode())


@pytest.mark.parametrize("name", LARGE)
def test_a_large_hostile_file_ends_in_a_plain_message(name: str, tmp_path: Path) -> None:
    write(tmp_path, {name: LARGE[name]})
    ran = run("check", f"{name}.yaml", cwd=tmp_path)
    assert ran.code == 1
    assert f"error[{LARGE[name][1]}]" in ran.err
    assert ran.out.startswith("1 scenario: ")


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Ran:
    """What is said of all small hostile files."""
    folder = tmp_path_factory.mktemp("hostile")
    write(folder, SMALL)
    return run("check", ".", cwd=folder)


@pytest.mark.parametrize("name", SMALL)
def test_a_hostile_file_has_a_plain_message(name: str, told: Ran) -> None:
    assert told.code == 1
    assert re.search(rf"^{name}\.yaml:\d+:\d+: error\[{SMALL[name][1]}\]", told.err, re.MULTILINE)


def test_hostile_files_beside_a_sound_one_do_not_keep_it_from_being_drawn(tmp_path: Path) -> None:
    write(tmp_path, SMALL)
    (tmp_path / "ferry.yaml").write_text(CLEAN, encoding="utf-8")
    ran = run("render", "-f", "svg", "-o", "out", "--scenarios", ".", cwd=tmp_path)
    assert ran.code == 1
    assert os.listdir(tmp_path / "out") == ["ferry.svg"]


@pytest.mark.parametrize("name", ["alias-bomb", "deep-in-brackets", "python-object", "empty"])
def test_a_hostile_collection_is_reported_once_and_its_scenarios_are_absent(name: str, tmp_path: Path) -> None:
    write(tmp_path, {"collection": SMALL[name]})
    for id in ("one", "two"):
        (tmp_path / f"{id}.yaml").write_text(CLEAN, encoding="utf-8")
    ran = run("render", "-o", "out", "--scenarios", ".", cwd=tmp_path)
    assert ran.code == 1
    assert re.findall(r"^(\S+?):.*error\[(.+)\]", ran.err, re.MULTILINE) == [("collection.yaml", SMALL[name][1])]
    assert not (tmp_path / "out").exists()


def test_a_hostile_record_of_quotations_is_a_warning(tmp_path: Path) -> None:
    for at, content in enumerate((b"[" * 200_000, b"\xff\xfe", b"{}", b'{"format": 1, "texts": []}', b"\0" * 100_000)):
        folder = tmp_path / str(at)
        folder.mkdir()
        (folder / "collection.yaml").write_text("title: One scenario\n", encoding="utf-8")
        (folder / "ferry.yaml").write_text(CLEAN, encoding="utf-8")
        (folder / "quotations.lock").write_bytes(content)
    ran = run("check", ".", cwd=tmp_path)
    assert (ran.code, ran.out) == (0, "5 scenarios: 0 errors, 5 warnings\n")
    assert ran.err.count("warning[broken-lock]") == 5


UNREADABLE: dict[str, tuple[Callable[[Path], object], str]] = {
    "nothing.yaml": (lambda path: None, "there is no such file"),
    "nothing": (lambda path: None, "there is no such file"),
    "folder.yaml": (lambda path: path.mkdir(), "no scenario is in this folder"),
    "dangling.yaml": (lambda path: path.symlink_to("nowhere.yaml"), "this link leads to no file"),
    "loop.yaml": (lambda path: path.symlink_to("loop.yaml"), "cannot be opened: too many levels of symbolic links"),
    "pipe.yaml": (lambda path: os.mkfifo(path), "this is not an ordinary file"),
    "zero.yaml": (lambda path: path.symlink_to("/dev/zero"), "this is not an ordinary file"),
    "terminal.yaml": (lambda path: path.symlink_to("/dev/tty"), "this is not an ordinary file"),
    "x" * 300 + ".yaml": (lambda path: None, "cannot be opened: file name too long"),
    "file/below.yaml": (lambda path: path.parent.write_text(""), "cannot be opened: not a directory"),
}


@pytest.mark.parametrize("name", UNREADABLE)
def test_what_cannot_be_read_ends_with_2_and_says_why(name: str, tmp_path: Path) -> None:
    make, cause = UNREADABLE[name]
    make(tmp_path / name)
    ran = run("render", tmp_path / name, "-o", "out", cwd=tmp_path)
    assert ran.code == 2
    assert cause in ran.err
    assert not (tmp_path / "out").exists()


def test_what_cannot_be_read_is_told_beside_what_can(tmp_path: Path) -> None:
    names = ["dangling.yaml", "folder.yaml", "loop.yaml", "pipe.yaml", "zero.yaml"]
    for name in names:
        UNREADABLE[name][0](tmp_path / name)
    (tmp_path / "ferry.yaml").write_text(CLEAN, encoding="utf-8")
    ran = run("check", ".", cwd=tmp_path)
    assert ran.code == 2
    assert re.findall(r"^(\S+?):1:1: error\[unreadable-file\]", ran.err, re.MULTILINE) == names
    assert ran.out == "6 scenarios: 5 errors, 0 warnings\n"


def test_a_collection_that_cannot_be_read_is_not_overlooked(tmp_path: Path) -> None:
    (tmp_path / "collection.yaml").symlink_to("nowhere.yaml")
    (tmp_path / "ferry.yaml").write_text(CLEAN, encoding="utf-8")
    ran = run("check", "ferry.yaml", cwd=tmp_path)
    assert ran.code == 2
    assert "collection.yaml:1:1: error[unreadable-file]: this link leads to no file" in ran.err


@pytest.mark.parametrize("forbidden", ["ferry.yaml", "."])
def test_a_file_or_folder_without_permission_ends_with_2(forbidden: str, tmp_path: Path) -> None:
    folder = tmp_path / "scenarios"
    folder.mkdir()
    (folder / "ferry.yaml").write_text(CLEAN, encoding="utf-8")
    (folder / forbidden).chmod(0)
    need_permissions(folder / forbidden)
    try:
        for asked in ("scenarios", "scenarios/ferry.yaml"):
            ran = run_bound("check", asked, cwd=tmp_path)
            assert ran.code == 2
            assert "permission denied" in ran.err
    finally:
        (folder / forbidden).chmod(0o700)


def test_an_empty_folder_says_that_no_scenarios_are_in_it(tmp_path: Path) -> None:
    ran = run("check", ".", cwd=tmp_path)
    assert ran.code == 2
    assert "error[no-scenarios]: no scenario is in this folder" in ran.err


def test_folders_that_lead_into_themselves_are_read_once(tmp_path: Path) -> None:
    (tmp_path / "ferry.yaml").write_text(CLEAN, encoding="utf-8")
    (tmp_path / "again").symlink_to(tmp_path)
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "up").symlink_to("..")
    assert run("check", ".", cwd=tmp_path).out == "1 scenario: 0 errors, 0 warnings\n"


def test_a_thousand_folders_in_each_other_are_searched(tmp_path: Path) -> None:
    depth = 1_200
    descriptor = os.open(tmp_path, os.O_RDONLY)
    descriptors = [descriptor]
    for _ in range(depth):
        os.mkdir("d", dir_fd=descriptors[-1])
        descriptors.append(os.open("d", os.O_RDONLY, dir_fd=descriptors[-1]))
        os.close(descriptors.pop(0)) if len(descriptors) > 2 else None
    for each in descriptors:
        os.close(each)
    ferry = tmp_path.joinpath(*["d"] * 1_000, "ferry.yaml")
    ferry.write_text(CLEAN, encoding="utf-8")
    try:
        ran = subprocess.run(command("check", "."), cwd=tmp_path, env=environment(), capture_output=True)
        assert (ran.returncode, ran.stdout) == (0, b"1 scenario: 0 errors, 0 warnings\n")
    finally:
        ferry.unlink()
        for length in range(depth, 0, -1):
            tmp_path.joinpath(*["d"] * length).rmdir()


HOSTILE_NAMES = [
    "...yaml",
    "..\\..\\mine.yaml",
    "-o.yaml",
    "\x1b]0;mine\x07.yaml",
    "new\nline.yaml",
    "%s {0}.yaml",
    "é́.yml",
]


@pytest.mark.slow
def test_nothing_is_drawn_outside_the_output_folder_whatever_things_are_called(tmp_path: Path) -> None:
    text = CLEAN
    for name in ("harbour", "crossing", "narrows", "wreck", "sail"):
        text = text.replace(f"  {name}:", f'  "../../{name}/../mine":').replace(
            f": {name}\n", f": ../../{name}/../mine\n"
        )
        text = text.replace(f"to: {name}}}", f"to: ../../{name}/../mine}}")
    for name in HOSTILE_NAMES:
        (tmp_path / name).write_text(text.replace("The ferry", "../../The /ferry"), encoding="utf-8")
    for options in ([], ["--split"]):
        ran = run("render", *(f"./{name}" for name in HOSTILE_NAMES), "-f", "dot", "-o", "out", *options, cwd=tmp_path)
        assert ran.code == 0
        assert "error" not in ran.err
    made = os.listdir(tmp_path / "out")
    assert len(made) > len(HOSTILE_NAMES)
    assert all(os.path.isfile(tmp_path / "out" / name) for name in made)


def test_a_name_that_a_terminal_would_obey_does_not_reach_it(tmp_path: Path) -> None:
    name = "\x1b]0;mine\x07\x9b31m.yaml"
    (tmp_path / name).write_text(CLEAN.replace("Port", "\x1b]0;mine\x07Port"), encoding="utf-8")
    code, said = screen("check", name, cwd=tmp_path, columns=80)
    assert code == 1
    assert "]0;mine" in said
    assert "\x1b]" not in said
    assert "\x07" not in said
    assert "\x9b" not in said
