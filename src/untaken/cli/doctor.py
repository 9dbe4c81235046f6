"""The command doctor."""

import os
import shutil
import sys
from itertools import zip_longest

from untaken.checking.homes import shipped
from untaken.cli.app import CLEAN, UNUSABLE, command
from untaken.drawing.machine_fonts import on_machine, strange
from untaken.drawing.typeface import EMOJI_FAMILY, FAMILY, emoji_fonts, font_files, text_fonts
from untaken.faces.terminal import is_screen, say
from untaken.telling.phrases import letters
from untaken.writing.engine import Engine, EngineMissing


@command("doctor")
def doctor() -> int:
    """What this machine has for drawing.

    Says what is missing, and the command that mends it.

    Example: untaken doctor
    """
    say(f"Python      {'.'.join(map(str, sys.version_info[:3]))} on {sys.platform}")
    # Without the typeface Graphviz cannot be tried.
    sound = _typeface() and _engine()
    say(f"scenarios   {shipped()}" if shipped().is_dir() else "scenarios   none came with the program")
    kind = "a terminal with colours" if is_screen() and not os.environ.get("NO_COLOR") else "plain text"
    say(f"terminal    {kind}, {shutil.get_terminal_size().columns} columns")
    say("All is there." if sound else "Something is missing: see 'mend' above.")
    return CLEAN if sound else UNUSABLE


def _engine() -> bool:
    try:
        with Engine() as engine:
            engine.draw("digraph { a -> b }", "svg")
            say(f"Graphviz    {engine.name}")
            return True
    except EngineMissing as error:
        say(f"Graphviz    missing: {error}")
        say(f"  mend      {mending(str(error))}")
        return False


_ELSEWHERE = {"darwin": "brew install graphviz", "win32": "winget install graphviz"}
"""What installs Graphviz on systems that are no Linux."""


def mending(tried: str) -> str:
    """The command that gives this machine a Graphviz, by what failed and by the kind of machine."""
    if "UNTAKEN_ENGINE" in tried:
        return "take UNTAKEN_ENGINE out of the environment"
    if sys.platform in _ELSEWHERE:
        return _ELSEWHERE[sys.platform]
    if "lib" in tried and ".so" in tried and shutil.which("apt-get"):
        return "sudo apt-get install libglib2.0-0 libxrender1 libxext6"
    if shutil.which("apt-get"):
        return "sudo apt-get install graphviz"
    if shutil.which("dnf"):
        return "sudo dnf install graphviz"
    return "pip install --force-reinstall pygraphviz, or install Graphviz with the system's package manager"


def _typeface() -> bool:
    try:
        font_files()
    except FileNotFoundError as error:
        say(f"typeface    missing: {error}")
        say("  mend      pip install --force-reinstall font-source-sans-pro untaken")
        return False
    say(f"typeface    {FAMILY} in {text_fonts()}, {EMOJI_FAMILY} in {emoji_fonts()}")
    _letters()
    return True


def _letters() -> None:
    """Which scripts a drawing can have. That some are not covered is no fault of the machine's."""
    here = on_machine(strange(letters.SCRIPTS.values()))
    own, machines, none = list[str](), list[str](), list[str]()
    for script, sample in letters.SCRIPTS.items():
        lacking = strange([sample])
        (own if not lacking else machines if all(each in here for each in lacking) else none).append(script)
    for head, line in zip_longest(["letters"], letters.covered(own, machines, none), fillvalue=""):
        say(f"{head:<12}{line}")
    if none and shutil.which("apt-get"):
        say("  for them  sudo apt-get install fonts-noto-core fonts-noto-cjk")
