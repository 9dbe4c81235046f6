"""The command walk as a person meets it: by words, at random, in a pipe, interrupted, and on a real terminal."""

import os
import re
import shutil
import signal
import subprocess
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from program import EXAMPLE, READING_SHIPPED, TOP, Ran, command, environment, run
from tmux import PROMPTS, Terminal, opened
from untaken.checking.loading import load
from untaken.cli.ending import CLEAN, ended
from untaken.cli.scripts import walk_by_words, words_of
from untaken.history import Course, Walk
from untaken.history.session import Reveal, Session
from untaken.history.wandering import Wandering

GOLDEN = TOP / "tests" / "golden" / "walks"
SCENE = (
    "Port Ellen\nShould the ferry sail?\n\nDecision, 12 October, evening: Sail tonight?\n"
    "Who decides: the ferry’s master and the owners.\n"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder in which `scenarios/` holds the example as the collection `island`."""
    shutil.copytree(EXAMPLE, tmp_path / "scenarios" / "island")
    return tmp_path


def misspell(folder: Path, name: str) -> None:
    """Put a mistake into a scenario."""
    path = folder / "scenarios" / "island" / f"{name}.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("question:", "qestion:", 1), encoding="utf-8")


# What is walked


def test_without_a_scenario_the_walk_begins_where_the_history_does(folder: Path) -> None:
    ran = run("walk", cwd=folder)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("The ferry and the storm\nPort Ellen\n")
    assert ran.out.endswith("Your choice (1-2, ? for help): \nInput has ended. The walk stands at “Sail tonight?”.\n")


def test_a_scenario_with_errors_is_not_walked(folder: Path) -> None:
    misspell(folder, "ferry")
    ran = run("walk", "ferry", cwd=folder)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith("scenarios/island/ferry.yaml:3:1: error[unknown-key]: the file has no key 'qestion'\n")


def test_an_unknown_scenario_is_answered_with_the_nearest_name(folder: Path) -> None:
    assert run("walk", "fery", cwd=folder) == Ran(
        2,
        "",
        "error[unknown-scenario]: no scenario in scenarios is called 'fery'\n  help: write 'ferry'\n",
    )


def test_mistakes_in_the_next_turning_point_matter_when_the_walk_gets_there(folder: Path) -> None:
    misspell(folder, "inquiry")
    ran = run("walk", "ferry", "--choose", "sail,breaks", cwd=folder)
    assert (ran.code, ran.err) == (0, "")
    assert "The road would go on in 'inquiry', which has mistakes: `untaken check` shows them.\n" in ran.out


def test_a_whole_history_says_what_it_leaves_out(folder: Path) -> None:
    misspell(folder, "inquiry")
    ran = run("walk", "--choose", "wait", cwd=folder)
    assert (ran.code, ran.err) == (0, "1 scenario has mistakes and is left out: `untaken check` shows them\n")


def test_of_several_collections_the_first_is_walked_and_that_is_said(folder: Path) -> None:
    shutil.copytree(EXAMPLE, folder / "scenarios" / "other")
    ran = run("walk", "--choose", "wait", cwd=folder)
    assert (ran.code, ran.err) == (0, "There are 2 collections here; this is the first, “The island ferry”.\n")
    assert run("walk", "ferry", cwd=folder) == Ran(
        2,
        "",
        "error: several scenarios are called 'ferry'\nhelp: write 'island/ferry' or 'other/ferry'\n",
    )
    assert run("walk", "other/ferry", "--choose", "wait", cwd=folder).code == 0


# By words


@pytest.fixture
def by_words(capsys: pytest.CaptureFixture[str]) -> Callable[..., Ran]:
    """What a walk from the ferry by these words comes to."""

    def walked(words: str, reveal: Reveal = Reveal.AFTER, start: str = "ferry") -> Ran:
        points = [point for point in load([EXAMPLE]).points if start == "ferry" or point.id == start]
        session = Session(Walk(Course.of(points, start)), 7, reveal)

        def walk() -> int:
            walk_by_words(session, words_of(words), lambda _: None)
            return CLEAN

        return Ran(ended(walk), *capsys.readouterr())

    return walked


@pytest.mark.parametrize(
    ("name", "words", "reveal"),
    [
        ("words-to-the-end", "sail,It breaks,2", Reveal.AFTER),
        ("words-end-in-the-middle", "1", Reveal.ALWAYS),
        ("words-end-at-an-outcome", "1,roll", Reveal.END),
        ("no-words", "", Reveal.AFTER),
    ],
)
def test_a_walk_by_words(
    name: str, words: str, reveal: Reveal, by_words: Callable[..., Ran], agrees: Callable[[str, Path], None]
) -> None:
    ran = by_words(words, reveal)
    assert (ran.code, ran.err) == (0, "")
    agrees(ran.out, GOLDEN / f"{name}.txt")


def test_the_command_walks_by_words(folder: Path) -> None:
    ran = run("walk", "ferry", "--choose", "sail,It breaks,2", cwd=folder)
    assert ran == Ran(0, (GOLDEN / "words-to-the-end.txt").read_text(encoding="utf-8"), "")


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (
            "sial,roll",
            "error: choice 1 of 2, at “Sail tonight?”: 'sial' is none of the ways on from here\n"
            "help: write 'sail'; open here: sail, wait\n",
        ),
        (
            "1,3,1",
            "error: choice 2 of 3, at “Does the storm break before the narrows?”: there is no way with the number 3\n"
            "help: open here: breaks, holds, roll\n",
        ),
        (
            "roll",
            "error: choice 1 of 1, at “Sail tonight?”: 'roll' is none of the ways on from here\n"
            "help: open here: sail, wait\n",
        ),
        (
            "wait,Nobody,3",
            "error: choice 3 of 3, '3', is left over: the road has ended at “A second ferry is built”\n"
            "help: leave out what is left over\n",
        ),
        (
            "sail,,1",
            "error: choice 2 of 3, at “Does the storm break before the narrows?”: no answer was given\n"
            "help: open here: breaks, holds, roll\n",
        ),
        (
            "sail,holds,\x1b[31m",
            "error: choice 3 of 3, '�[31m', is left over: the road has ended at “Whom does the inquiry hold to blame?”\n"
            "help: leave out what is left over\n",
        ),
    ],
)
def test_a_word_that_leads_nowhere_is_named_with_its_place(
    words: str, message: str, by_words: Callable[..., Ran]
) -> None:
    assert by_words(words) == Ran(2, "", message)


def test_a_closed_way_is_not_taken_by_words_either(by_words: Callable[..., Ran]) -> None:
    assert by_words("blame", start="inquiry") == Ran(
        2,
        "",
        "error: choice 1 of 1, at “Whom does the inquiry hold to blame?”: 'The owners' is closed: it needs “The ferry was lost.”\n"
        "help: open here: acquit\n",
    )


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (("--choose", "1", "--random", "5"), "--choose does not go with --random"),
        (("--random", "5", "--vote"), "--random does not go with --vote"),
    ],
)
def test_manners_that_do_not_go_together_are_refused(args: tuple[str, ...], message: str, folder: Path) -> None:
    ran = run("walk", *args, cwd=folder)
    cure = "leave one of them out: without people, nothing is asked"
    assert ran == Ran(2, "", f"error: {message}\nhelp: {cure}\n")


# At random


@pytest.mark.parametrize(
    ("name", "args"),
    [("random", ["ferry", "--random", "200", "--seed", "7"]), ("random-few", ["--random", "1", "--seed", "7"])],
)
def test_random_walks_are_counted(
    name: str, args: list[str], folder: Path, agrees: Callable[[str, Path], None]
) -> None:
    ran = run("walk", *args, cwd=folder)
    assert (ran.code, ran.err) == (0, "")
    agrees(ran.out, GOLDEN / f"{name}.txt")


def test_random_walks_tell_which_fact_kept_a_way_closed(folder: Path) -> None:
    (folder / "scenarios" / "island" / "ferry.yaml").unlink()
    assert run("walk", "inquiry", "--random", "10", "--seed", "1", cwd=folder).out.endswith(
        "\nNever reached:\n"
        "  inquiry: 'blame' at 'inquiry': always closed; needs: The ferry was lost.\n"
        "  inquiry: 'ruin', The brothers sell what they have: no walk came here\n"
    )


def test_random_walks_of_one_seed_are_the_same_and_take_each_open_option_as_often() -> None:
    course = Course.of(load([EXAMPLE]).points, "ferry")
    counts = []
    for seed in (3, 3, 4):
        wandering = Wandering(course, seed)
        for _ in range(4000):
            wandering.once()
        counts.append(wandering.coverage)
    assert counts[0].taken == counts[1].taken != counts[2].taken
    taken = counts[0].taken
    assert 1900 < taken["ferry", "harbour", "sail"] < 2100
    # 'Unlikely' is 30 of a hundred; the branch without a word has the rest.
    assert 0.27 < taken["ferry", "crossing", "holds"] / taken["ferry", "harbour", "sail"] < 0.33
    assert counts[0].visits["ferry", "harbour"] == 4000


def test_three_thousand_random_walks_reach_all_of_the_shipped_history(tmp_path: Path) -> None:
    ran = run("walk", "--random", "3000", "--seed", "7", cwd=tmp_path)
    assert (ran.code, ran.err) == (0, READING_SHIPPED)
    [line] = [line for line in ran.out.splitlines() if line.startswith("Reached: ")]
    reached = re.findall(r"([\d,]+) of ([\d,]+)", line)
    assert len(reached) == 4
    assert [(part, whole) for part, whole in reached if part != whole] == []


# Pipes and interruptions


def test_a_walk_can_be_typed_from_a_file(folder: Path) -> None:
    ran = run("walk", "ferry", cwd=folder, typed="2\nq\n")
    assert (ran.code, ran.err) == (0, "")
    assert "\nEnter goes on (q to stop here, ? for help): q\n" in ran.out


def test_input_that_is_no_text_is_no_answer(folder: Path) -> None:
    done = subprocess.run(
        command("walk", "ferry"), cwd=folder, env=environment(), input=b"\xff\xfe\n", capture_output=True
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert "'��' is none of the ways on from here; write one of: sail, wait.\n" in done.stdout.decode("utf-8")


@pytest.mark.skipif(os.name != "posix", reason="needs a POSIX shell")
@pytest.mark.parametrize("streams", ["<&-", "| head -1", "< /dev/null"])
def test_streams_that_are_closed_end_the_walk_quietly(streams: str, folder: Path) -> None:
    line = " ".join(f"'{word}'" for word in command("walk", "ferry"))
    done = subprocess.run(["sh", "-c", f"{line} {streams}"], cwd=folder, env=environment(), capture_output=True)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.startswith(b"The ferry and the storm\n")


@pytest.mark.skipif(os.name != "posix", reason="needs POSIX signals")
def test_ctrl_c_ends_a_walk_with_130_and_says_where_it_stands(folder: Path) -> None:
    child = subprocess.Popen(
        command("walk", "ferry", "--save", "walk.json"),
        cwd=folder,
        env=environment(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert child.stdin
    assert child.stdout
    child.stdin.write(b"1\n")
    child.stdin.flush()
    printed = b""
    while b"dice fall (" not in printed:
        printed += os.read(child.stdout.fileno(), 65536)
    child.send_signal(signal.SIGINT)
    _, err = child.communicate(timeout=20)
    assert child.returncode == 130
    assert err.startswith("\ninterrupted; the walk stands at “Does the storm break before the narrows?”".encode())
    assert b'"sail"' in (folder / "walk.json").read_bytes()


# On a real terminal


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Callable[[int], Terminal]]:
    """Opens a terminal of so many columns."""
    with ExitStack() as stack:
        yield lambda columns: stack.enter_context(opened(tmp_path, columns, 60))


def typed_to_the_end(terminal: Terminal, line: list[str], answers: list[str]) -> str:
    """What a terminal shows of a walk, from its first word on, when these answers are typed."""
    terminal.type("clear; " + " ".join(line), "Enter")
    for at, answer in enumerate(answers, 1):
        terminal.showing_often("help):", at)
        terminal.type(*answer.split("|"), "Enter")
    text = terminal.shown(*PROMPTS)
    return "".join(f"{each}\n" for each in text.rstrip().splitlines()[:-1])


def test_a_scenario_is_walked_to_its_end_on_a_terminal(
    terminal: Callable[[int], Terminal], agrees: Callable[[str, Path], None]
) -> None:
    line = command("walk", "brest-litovsk", "--plain", "--ask")
    text = typed_to_the_end(terminal(60), line, ["app|BSpace|peal", "3", "1", "q"])
    walked = text[text.index("War or peace at") :]
    assert max(map(len, walked.splitlines())) <= 60
    agrees(walked, GOLDEN / "brest-litovsk-on-a-terminal.txt")


def test_a_narrow_terminal_breaks_the_lines_of_a_walk_between_words(
    terminal: Callable[[int], Terminal], folder: Path, agrees: Callable[[str, Path], None]
) -> None:
    text = typed_to_the_end(terminal(20), command("walk", "ferry", "--plain"), ["2", "q"])
    agrees(text[text.index("The ferry and the") :], GOLDEN / "ferry-on-20-columns.txt")
