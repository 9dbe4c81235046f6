"""The full screen on a real terminal, which it leaves as it was, however it ends."""

import os
import signal
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from program import TOP, command
from tmux import PROMPTS, Terminal, opened
from untaken.history.keeping import Record, record

GOLDEN = TOP / "tests" / "golden" / "walk"


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Terminal]:
    with opened(tmp_path, 100, 30) as terminal:
        yield terminal


def begin(terminal: Terminal, *options: str, question: str = "Enter chooses") -> None:
    """Walk on the full screen, and write the exit code and the terminal's settings once it has ended."""
    walk = " ".join(command("walk", "brest-litovsk", "--seed", "7", "--scenarios", TOP / "scenarios", *options))
    script = f"stty -g > before; echo $$ > pid; {walk}; echo code=$?; stty -g | cmp - before && echo same"
    (terminal.folder / "script").write_text(script, encoding="utf-8")
    terminal.type("clear; echo was here; sh script", "Enter")
    terminal.showing("End the war, or fight on?", question)


def ended(terminal: Terminal, code: int) -> str:
    """What the terminal shows after the walk: what stood there before it, and the prompt."""
    text = terminal.showing("code=")
    text = terminal.shown(*PROMPTS)
    assert f"code={code}\nsame\n" in text
    assert text.startswith("was here\n")
    assert "Enter chooses" not in text
    return text


def test_a_scenario_is_walked_to_its_end_and_the_prompt_is_back(
    terminal: Terminal, agrees: Callable[[str, Path], None]
) -> None:
    begin(terminal)
    terminal.type("1")
    terminal.showing("So it happened.", "Enter goes on")
    terminal.type("Enter")
    terminal.showing("Accept Germany’s peace terms?", "Enter chooses")
    terminal.type("Down", "Enter")
    terminal.showing("Chosen: Declare neither war nor peace.")
    terminal.type("Enter")
    terminal.showing("Enter lets the dice fall")
    terminal.resize(20, 5)
    terminal.showing("Make the window")
    terminal.resize(100, 30)
    terminal.showing("Enter lets the dice fall")
    terminal.type("Enter")
    terminal.showing("The dice fell: Revolution in the West.")
    terminal.type("Enter")
    terminal.showing("e ends here")
    terminal.type("e")
    text = terminal.settled("THE ROAD AND HISTORY", "r again")
    agrees("".join(f"{line.rstrip()}\n" for line in text.splitlines()), GOLDEN / "end-on-a-terminal-100x30.txt")
    terminal.type("q")
    assert "with --seed 7 they fall the same again." in " ".join(ended(terminal, 0).split())


def test_ctrl_c_ends_it_in_peace(terminal: Terminal) -> None:
    begin(terminal)
    terminal.type("C-c")
    assert "interrupted" in ended(terminal, 130)


def test_who_ends_the_program_gets_the_terminal_back_and_loses_no_move(terminal: Terminal) -> None:
    begin(terminal, "--save", "walk.json")
    terminal.type("1")
    terminal.showing("Enter goes on")
    os.kill(child(terminal), signal.SIGTERM)
    ended(terminal, 143)
    assert [move.way for move in saved(terminal).moves] == ["appeal"]


def test_a_window_that_is_closed_ends_the_program_and_loses_no_move(terminal: Terminal) -> None:
    begin(terminal, "--save", "walk.json")
    terminal.type("1")
    terminal.showing("Enter goes on")
    process = child(terminal)
    terminal.close()
    for _ in range(200):
        if not Path(f"/proc/{process}").exists():
            break
        time.sleep(0.05)
    assert not Path(f"/proc/{process}").exists()
    assert [move.way for move in saved(terminal).moves] == ["appeal"]


def test_a_vote_that_is_killed_goes_on_where_it_was(terminal: Terminal) -> None:
    begin(terminal, "--vote", "--save", "walk.json", question="Hands for 1")
    terminal.type("40", "Enter")
    terminal.showing("40 hands", "so far")
    os.kill(child(terminal), signal.SIGKILL)
    terminal.showing("code=137")
    again = " ".join(command("walk", "--resume", "walk.json", "--scenarios", TOP / "scenarios"))
    # Who was killed has left the terminal as it was; a program that ends gives it back.
    # What is typed before it has come to itself is thrown away.
    terminal.type("stty sane; reset; echo $((40 + 2)) again", "C-j")
    terminal.showing("42 again")
    terminal.type(f"clear; {again}", "Enter")
    terminal.showing("40 hands", "(40 so far)")
    terminal.type("55", "Enter")
    terminal.showing("55 hands", "Right?")
    terminal.type("Enter")
    terminal.showing("Enter counts again")
    assert saved(terminal).ballot.before == {"appeal": 40, "fight-on": 55}
    terminal.type("C-c")
    terminal.showing("interrupted")


def child(terminal: Terminal) -> int:
    """The process of the walk."""
    shell = (terminal.folder / "pid").read_text().strip()
    return int(Path(f"/proc/{shell}/task/{shell}/children").read_text().split()[0])


def saved(terminal: Terminal) -> Record:
    read = record((terminal.folder / "walk.json").read_text(encoding="utf-8"))
    assert isinstance(read, Record)
    return read
