"""Walks in files: saved after every move, taken up again, and never lost to a mistake, a full disk or a sudden end."""

import json
import os
import resource
import shutil
import signal
import subprocess
from pathlib import Path
from typing import Any

import pytest

from privileges import need_permissions, run_bound
from program import EXAMPLE, Ran, command, environment, run, run_each
from untaken.checking.loading import load
from untaken.cli.held import HeldFile
from untaken.cli.keeping import read_walk, unused
from untaken.history import Course, Walk
from untaken.history.keeping import kept, record
from untaken.history.session import Session
from untaken.text.trouble import Trouble


@pytest.fixture
def island(tmp_path: Path) -> Path:
    """A folder in which `scenarios/` holds the example as the collection `island`."""
    shutil.copytree(EXAMPLE, tmp_path / "scenarios" / "island")
    return tmp_path


def save(folder: Path, *answers: str, name: str = "walk.json") -> Path:
    """The walk of these answers from the ferry on, in a file, as the program saves it."""
    walk = Walk(Course.of(load([folder / "scenarios"]).points, "ferry"))
    for answer in answers:
        after = walk.choose(answer)
        assert isinstance(after, Walk)
        walk = after
    path = folder / name
    path.write_text(kept(Session(walk, seed=1, asks=True)), encoding="utf-8")
    return path


def moves(path: Path) -> list[str]:
    return [move["way"] for move in json.loads(path.read_text(encoding="utf-8"))["moves"]]


def last_lines(ran: Ran, count: int = 1) -> list[str]:
    return ran.out.splitlines()[-count:]


def rename(folder: Path, old: str, new: str, file: str = "ferry") -> None:
    path = folder / "scenarios" / "island" / f"{file}.yaml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_a_walk_is_saved_at_every_move_and_says_how_to_go_on(island: Path) -> None:
    ran = run("walk", "ferry", "--save", "my walk.json", cwd=island, typed="1\n")
    assert (ran.code, ran.err) == (0, "")
    assert last_lines(ran) == ["The walk is saved. Go on with: untaken walk --resume 'my walk.json'"]
    assert moves(island / "my walk.json") == ["sail"]


def test_a_resumed_walk_goes_on_where_it_was_and_in_its_file(island: Path) -> None:
    path = save(island, "sail")
    ran = run("walk", "--resume", "walk.json", cwd=island, typed="breaks\n")
    assert (ran.code, ran.err) == (0, "")
    assert "Does the storm break before the narrows?" in ran.out
    assert "Sail tonight?" not in ran.out
    assert moves(path) == ["sail", "breaks"]


def test_a_resumed_walk_may_be_saved_elsewhere_and_leaves_its_file_alone(island: Path) -> None:
    path = save(island, "sail")
    before = path.read_bytes()
    ran = run("walk", "--resume", "walk.json", "--save", "other.json", cwd=island, typed="breaks\n")
    assert (ran.code, ran.err, path.read_bytes()) == (0, "", before)
    assert moves(island / "other.json") == ["sail", "breaks"]


def test_a_resumed_walk_keeps_its_manner_unless_another_is_named(island: Path) -> None:
    run("walk", "ferry", "--save", "walk.json", "--seed", "5", "--reveal", "end", "--ask", cwd=island)
    assert manner(island) == (5, "end", True)
    run("walk", "--resume", "walk.json", cwd=island)
    assert manner(island) == (5, "end", True)
    run("walk", "--resume", "walk.json", "--seed", "6", "--reveal", "always", cwd=island)
    assert manner(island) == (6, "always", True)


def manner(folder: Path) -> tuple[Any, ...]:
    kept = json.loads((folder / "walk.json").read_text(encoding="utf-8"))
    return kept["seed"], kept["reveal"], kept["asks"]


def test_a_walk_from_a_folder_or_a_file_of_scenarios_says_how_it_is_found_again(island: Path) -> None:
    elsewhere = island / "elsewhere"
    elsewhere.mkdir()
    ran = run("walk", "ferry", "--scenarios", "../scenarios", "--save", "a.json", cwd=elsewhere)
    assert last_lines(ran) == ["The walk is saved. Go on with: untaken walk --resume a.json --scenarios ../scenarios"]
    path = "../scenarios/island/inquiry.yaml"
    ran = run("walk", path, "--save", "b.json", cwd=elsewhere)
    assert last_lines(ran) == [f"The walk is saved. Go on with: untaken walk {path} --resume b.json"]
    assert run("walk", path, "--resume", "b.json", cwd=elsewhere).code == 0
    here = island / "scenarios" / "island"
    assert run("walk", "--resume", elsewhere / "a.json", "--scenarios", ".", cwd=here).code == 0


def test_a_walk_whose_scenario_is_not_here_says_which_it_is(island: Path) -> None:
    save(island)
    (island / "elsewhere").mkdir()
    ran = run("walk", "--resume", "../walk.json", cwd=island / "elsewhere")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.endswith(
        "error: ../walk.json: the walk in it began at 'ferry'\nhelp: name its file, or its folder with --scenarios\n"
    )


def test_another_scenario_than_the_walk_s_own_is_refused(island: Path) -> None:
    path = save(island, "sail")
    before = path.read_bytes()
    ran = run("walk", "inquiry", "--resume", "walk.json", cwd=island)
    assert ran == Ran(
        2,
        "",
        "error: walk.json: the walk in it began at 'ferry', not at 'inquiry'\n"
        "help: leave the scenario's name out, or name another file\n",
    )
    assert path.read_bytes() == before
    assert run("walk", "island/ferry", "--resume", "walk.json", cwd=island).code == 0


# what is no saved walk


def test_what_cannot_be_resumed_is_told_with_a_cure(island: Path) -> None:
    whole = save(island, "sail").read_bytes()
    (island / "half.json").write_bytes(whole[: len(whole) // 2])
    (island / "empty.json").touch()
    (island / "latin.json").write_bytes(b"\xe9\xff")
    (island / "huge.json").write_bytes(b" " * 2_000_001)
    (island / "later.json").write_bytes(whole.replace(b'"untaken_walk": 2', b'"untaken_walk": 3'))
    one, begin_anew = "name a file that --save wrote", "name a file that --save wrote, or begin anew"
    assert {name: read_walk(island / name) for name in os.listdir(island)} == {
        "walk.json": record(whole.decode()),
        "scenarios": Trouble("it is a folder", one, island / "scenarios"),
        "huge.json": Trouble("it is too large for a saved walk", one, island / "huge.json"),
        "half.json": Trouble("it is no saved walk, or it breaks off in the middle", begin_anew, island / "half.json"),
        "empty.json": Trouble("it is empty", begin_anew, island / "empty.json"),
        "latin.json": Trouble("it is no saved walk, or its text is damaged", begin_anew, island / "latin.json"),
        "later.json": Trouble(
            "it was saved by another version of untaken (format 3; this one reads those up to 2)",
            "update untaken, or begin anew",
            island / "later.json",
        ),
    }
    assert read_walk(island / "nowhere.json") == Trouble("there is no such file", one, island / "nowhere.json")
    assert read_walk(island / "walk.json" / "x") == Trouble(
        "it cannot be read: not a directory", one, island / "walk.json" / "x"
    )
    assert read_walk(Path("/dev/zero")) == Trouble("it is no ordinary file", one, "/dev/zero")


def test_a_file_that_cannot_be_resumed_is_left_alone(island: Path) -> None:
    path = save(island, "sail")
    half = path.read_bytes()[:100]
    path.write_bytes(half)
    ran = run("walk", "--resume", "walk.json", cwd=island)
    assert ran == Ran(
        2,
        "",
        "error: walk.json: it is no saved walk, or it breaks off in the middle\n"
        "help: name a file that --save wrote, or begin anew\n",
    )
    assert path.read_bytes() == half


def test_an_editor_s_byte_order_mark_does_no_harm(island: Path) -> None:
    path = save(island, "sail")
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert run("walk", "--resume", "walk.json", cwd=island, typed="breaks\n").code == 0
    assert moves(path) == ["sail", "breaks"]


# what is there already


def test_a_new_walk_is_saved_over_nothing_that_is_there(island: Path) -> None:
    save(island, "sail")
    (island / "essay.md").write_text("mine", encoding="utf-8")
    (island / "empty.json").touch()
    another = "name another file with --save"
    assert {name: unused(island / name) for name in os.listdir(island)} == {
        "walk.json": Trouble(
            "it holds another walk, which began at 'ferry' and has 1 move",
            "go on with that one with --resume instead of --save, or name another file",
            island / "walk.json",
        ),
        "essay.md": Trouble("it is there already, and is no saved walk", another, island / "essay.md"),
        "scenarios": Trouble("it is a folder", another, island / "scenarios"),
        "empty.json": None,
    }
    assert unused(island / "new.json") is None
    assert unused(Path("/dev/full")) == Trouble("it is no ordinary file", another, "/dev/full")


def test_a_walk_that_cannot_be_saved_does_not_begin(island: Path) -> None:
    (island / "essay.md").write_text("mine", encoding="utf-8")
    found = run_each([("walk", "ferry", "--save", name) for name in ("essay.md", "essay.md/walk.json")], island)
    assert [*found.values()] == [
        Ran(
            2,
            "",
            "error: essay.md: it is there already, and is no saved walk\nhelp: name another file with --save\n",
        ),
        Ran(2, "", "error: essay.md/walk.json: it cannot be written: file exists\nhelp: name another file\n"),
    ]
    assert (island / "essay.md").read_text(encoding="utf-8") == "mine"


def test_an_empty_file_and_the_end_of_a_link_may_be_written(island: Path) -> None:
    (island / "empty.json").touch()
    (island / "link.json").symlink_to(island / "walks" / "mine.json")
    found = run_each([("walk", "ferry", "--save", name) for name in ("empty.json", "link.json")], island)
    assert [ran.err for ran in found.values()] == ["", ""]
    assert moves(island / "empty.json") == moves(island / "walks" / "mine.json") == []
    assert (island / "link.json").is_symlink()


# scenarios that were changed since


def test_of_a_walk_through_a_changed_scenario_what_fits_is_walked_and_the_file_kept_aside(island: Path) -> None:
    path = save(island, "sail", "breaks", "1", "blame")
    before = path.read_bytes()
    rename(island, "breaks: {", "storms: {")
    ran = run("walk", "--resume", "walk.json", cwd=island)
    assert ran.code == 0
    assert ran.err == (
        "warning: walk.json: the scenario 'ferry' was changed since; the first move still fits, and the walk stands there\n"
        "help: the walk as it was is kept in walk.json~\n"
    )
    assert (moves(path), (island / "walk.json~").read_bytes()) == (["sail"], before)


def test_what_was_kept_aside_before_is_not_overwritten(island: Path) -> None:
    save(island, "sail", "breaks")
    (island / "walk.json~").write_text("kept before", encoding="utf-8")
    rename(island, "sail:", "go:")
    ran = run("walk", "--resume", "walk.json", cwd=island)
    assert ran.err == (
        "warning: walk.json: the scenario 'ferry' was changed since; no move fits any more, and the walk stands at its beginning\n"
        "help: the walk as it was is kept in walk.json~2\n"
    )
    assert (island / "walk.json~").read_text(encoding="utf-8") == "kept before"
    assert moves(island / "walk.json~2") == ["sail", "breaks"]


def test_a_change_that_no_move_meets_is_told_and_nothing_is_kept_aside(island: Path) -> None:
    save(island, "sail", "breaks", "1", "blame")
    rename(island, "holds:", "stays:")
    rename(island, "acquit:", "nobody:", "inquiry")
    ran = run("walk", "--resume", "walk.json", cwd=island)
    assert ran.err == (
        "warning: walk.json: the scenarios 'ferry' and 'inquiry' were changed since; all moves still fit\n"
    )
    assert not (island / "walk.json~").exists()
    assert run("walk", "--resume", "walk.json", cwd=island).err == ""


def test_words_that_were_changed_are_no_change(island: Path) -> None:
    save(island, "sail")
    rename(island, "label: Wait for daylight", "label: Stay in port")
    assert run("walk", "--resume", "walk.json", cwd=island).err == ""


def test_a_scenario_with_mistakes_is_shown_them_and_the_walk_waits(island: Path) -> None:
    path = save(island, "sail")
    before = path.read_bytes()
    rename(island, "leads-to: crossing", "leads-to: crosing")
    ran = run("walk", "--resume", "walk.json", cwd=island)
    assert (ran.code, ran.out, path.read_bytes()) == (1, "", before)
    assert "error[unknown-target]" in ran.err


# nothing that was saved is lost


def test_the_walk_and_its_transcript_do_not_share_a_file(island: Path) -> None:
    path = save(island, "sail")
    (island / "link.json").symlink_to("walk.json")
    refusal = "it cannot hold both the walk and its transcript\nhelp: name another file with --transcript\n"
    lines = [
        ("walk", "ferry", "--save", "new", "--transcript", "./new"),
        ("walk", "--resume", "walk.json", "--transcript", "walk.json"),
        ("walk", "--resume", "walk.json", "--transcript", "link.json"),
    ]
    assert [(ran.code, ran.out, ran.err) for ran in run_each(lines, island).values()] == [
        (2, "", f"error: {name}: {refusal}") for name in ("new", "walk.json", "link.json")
    ]
    assert (moves(path), (island / "new").exists()) == (["sail"], False)


def test_who_begins_again_is_asked_and_keeps_the_road_and_a_copy_of_both_files(island: Path) -> None:
    line = ("walk", "ferry", "--save", "walk.json", "--transcript", "walk.md")
    stayed = run(*line, cwd=island, typed="wait\n\nacquit\nr\n\n")
    assert "Begin again? A saved walk keeps the road that you walked. (y begins, Enter stays): \n" in stayed.out
    assert moves(island / "walk.json") == ["wait", "inquiry", "acquit"]
    before = {name: (island / name).read_bytes() for name in ("walk.json", "walk.md")}
    ran = run("walk", "--resume", "walk.json", "--transcript", "walk.md", cwd=island, typed="r\ny\nsail\n")
    assert (ran.code, ran.err) == (0, "")
    assert last_lines(ran, 4) == [
        "What stood there before the walk began again is kept in walk.json~.",
        "What stood there before the walk began again is kept in walk.md~.",
        "The transcript is in walk.md.",
        "The walk is saved. Go on with: untaken walk --resume walk.json",
    ]
    assert {name: (island / f"{name}~").read_bytes() for name in before} == before
    again = read_walk(island / "walk.json")
    assert not isinstance(again, Trouble)
    assert ([move.way for move in again.moves], [[move.way for move in road] for road in again.left]) == (
        ["sail"],
        [["wait", "inquiry", "acquit"]],
    )


def test_what_is_taken_back_stays_in_the_file_until_another_road_is_walked_and_then_with_it(island: Path) -> None:
    path = save(island, "sail", "breaks", "inquiry")
    run("walk", "--resume", "walk.json", cwd=island, typed="b\nb\n")
    kept = json.loads(path.read_text(encoding="utf-8"))
    assert ([move["way"] for move in kept["undone"]], kept["moves"]) == (["sail", "breaks", "inquiry"], [])
    run("walk", "--resume", "walk.json", cwd=island, typed="f\n")
    assert moves(path) == ["sail"]
    run("walk", "--resume", "walk.json", cwd=island, typed="b\nwait\n")
    kept = json.loads(path.read_text(encoding="utf-8"))
    assert [[move["way"] for move in road] for road in kept["left"]] == [["sail", "breaks", "inquiry"]]
    assert moves(path) == ["wait"]


def test_a_transcript_of_another_walk_is_kept_and_one_of_the_same_walk_goes_on(island: Path) -> None:
    first = run("walk", "ferry", "--save", "walk.json", "--transcript", "walk.md", cwd=island, typed="sail\n")
    assert (first.code, first.err) == (0, "")
    before = (island / "walk.md").read_bytes()
    again = run("walk", "--resume", "walk.json", "--transcript", "walk.md", cwd=island, typed="\n")
    assert (again.code, again.err) == (0, "")
    whole = (island / "walk.md").read_bytes()
    assert len(whole) > len(before)
    other = run("walk", "ferry", "--transcript", "walk.md", cwd=island, typed="wait\n")
    assert (other.code, other.err) == (0, "The transcript that was there is kept in walk.md~.\n")
    assert (island / "walk.md~").read_bytes() == whole


def test_of_two_walks_in_one_file_none_is_lost(island: Path) -> None:
    save(island)
    walks = [walking(island, "--resume", "walk.json") for _ in range(2)]
    for child in walks:
        asked(child)
    ends = [answered(child, answer) for child, answer in zip(walks, ("sail", "wait"), strict=True)]
    assert [child.returncode for child in walks] == [0, 0]
    assert ends == [
        ("The walk is saved. Go on with: untaken walk --resume walk.json\n", ""),
        (
            "The walk is saved. Go on with: untaken walk --resume walk-2.json\n",
            "walk.json was changed by somebody else meanwhile, and is as they left it.\n",
        ),
    ]
    assert (moves(island / "walk.json")[0], moves(island / "walk-2.json")) == ("sail", ["wait"])


def test_a_folder_that_somebody_locks_and_never_gives_back_keeps_nobody_from_saving(tmp_path: Path) -> None:
    fcntl = pytest.importorskip("fcntl")
    handle = os.open(tmp_path, os.O_RDONLY)
    fcntl.flock(handle, fcntl.LOCK_EX)
    held = HeldFile.at(tmp_path / "walk.json")
    assert held.write(b"kept") is None
    assert held.holds == b"kept"
    os.close(handle)


def test_a_transcript_that_somebody_works_on_during_the_walk_is_left_alone(island: Path) -> None:
    child = walking(island, "ferry", "--transcript", "walk.md")
    asked(child)
    (island / "walk.md").write_text("My notes", encoding="utf-8")
    assert answered(child, "wait") == (
        "The transcript is in walk-2.md.\n",
        "walk.md was changed by somebody else meanwhile, and is as they left it.\n",
    )
    assert (island / "walk.md").read_text(encoding="utf-8") == "My notes"
    assert "Wait for daylight" in (island / "walk-2.md").read_text(encoding="utf-8")


def walking(folder: Path, *args: str) -> subprocess.Popen[bytes]:
    """A walk that waits for an answer."""
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    return subprocess.Popen(command("walk", *args), cwd=folder, env=environment({"PYTHONUNBUFFERED": "1"}), **pipes)


def asked(child: subprocess.Popen[bytes]) -> None:
    """Wait until the question has come."""
    assert child.stdout is not None
    read = b""
    while not read.endswith(b"for help): "):
        read += child.stdout.read(1)


def answered(child: subprocess.Popen[bytes], answer: str) -> tuple[str, str]:
    """The last line of what is printed once an answer is given and input has ended, and what is complained of."""
    out, err = child.communicate(f"{answer}\n".encode(), timeout=20)
    return f"{out.decode().splitlines()[-1]}\n", err.decode()


# disks that refuse, and sudden ends


def limited() -> None:
    """No file of this process grows beyond 600 bytes: a disk that is full."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (600, 600))


def test_a_full_disk_in_the_midst_of_a_walk_loses_nothing_that_was_saved(island: Path) -> None:
    save(island, "sail")
    answers = b"breaks\n\nblame\n"
    line = command("walk", "--resume", "walk.json", "--plain")
    done = subprocess.run(line, cwd=island, env=environment(), input=answers, capture_output=True, preexec_fn=limited)
    assert done.returncode == 2
    assert done.stderr.decode() == (
        "error: walk.json: it stands where it stood, for the rest cannot be written: file too large\n"
        "help: the same road can be walked again: untaken walk ferry --choose sail,breaks,blame\n"
    )
    assert moves(island / "walk.json") == ["sail", "breaks", "inquiry"]
    assert sorted(path.name for path in island.iterdir()) == ["scenarios", "walk.json"]


def test_a_folder_that_may_not_be_written_is_told_before_the_walk_begins(island: Path) -> None:
    (island / "locked").mkdir(mode=0o500)
    need_permissions(island / "locked")
    ran = run_bound("walk", "ferry", "--save", "locked/walk.json", cwd=island)
    assert ran == Ran(
        2, "", "error: locked/walk.json: it cannot be written: permission denied\nhelp: name another file\n"
    )


def test_a_walk_that_is_killed_has_all_the_moves_that_were_shown(island: Path) -> None:
    child = subprocess.Popen(
        command("walk", "ferry", "--ask", "--save", "walk.json", "--plain"),
        cwd=island,
        env=environment({"PYTHONUNBUFFERED": "1"}),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    assert child.stdin is not None
    assert child.stdout is not None
    for answer, shown in ((b"sail\n", b"Chosen: Sail on the evening tide."), (b"breaks\n", b"It breaks.")):
        child.stdin.write(answer)
        child.stdin.flush()
        while shown not in (line := child.stdout.readline()):
            assert line
    child.kill()
    child.communicate()
    assert moves(island / "walk.json") == ["sail", "breaks"]
    ran = run("walk", "--resume", "walk.json", cwd=island)
    assert (ran.code, ran.err) == (0, "")
    assert "The ferry is lost in the narrows" in ran.out
    assert sorted(path.name for path in island.iterdir()) == ["scenarios", "walk.json"]


def test_a_class_that_is_killed_in_its_vote_has_the_count_so_far(island: Path) -> None:
    child = walking(island, "ferry", "--vote", "--hide-first", "--save", "walk.json", "--plain")
    assert child.stdin is not None
    assert child.stdout is not None
    child.stdin.write(b"12\n")
    child.stdin.flush()
    read = b""
    while b"Hands for 2, Wait for daylight: " not in read:
        letter = child.stdout.read(1)
        assert letter, read
        read += letter
    child.kill()
    child.communicate()
    assert json.loads((island / "walk.json").read_text(encoding="utf-8"))["ballot"] == {"given": [["sail", 12]]}
    ran = run("walk", "--resume", "walk.json", "--plain", cwd=island, typed="19\n\n20 11\n\n\n")
    assert (ran.code, ran.err) == (0, "")
    assert "1. Sail on the evening tide: 12 before the arguments, 20 after (+8)\n" in ran.out
    assert moves(island / "walk.json") == ["sail"]


def test_ctrl_c_says_how_to_go_on(island: Path) -> None:
    child = subprocess.Popen(
        command("walk", "ferry", "--save", "walk.json", "--plain"),
        cwd=island,
        env=environment({"PYTHONUNBUFFERED": "1"}),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert child.stdout is not None
    read = b""
    while not read.endswith(b"for help): "):
        read += child.stdout.read(1)
    child.send_signal(signal.SIGINT)
    out, err = child.communicate(timeout=20)
    assert child.returncode == 130
    assert out.decode().splitlines()[-1] == "The walk is saved. Go on with: untaken walk --resume walk.json"
    assert err.decode().splitlines()[-1] == "interrupted; the walk stands at “Sail tonight?”"
