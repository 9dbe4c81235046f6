"""A command imports what it uses and no more; what is shown of commands is known without running them."""

import ast
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

import untaken.cli.roll
from program import TOP, environment
from untaken.cli.roll import Command, commands, load_all

HEAVY = ("fontTools", "graphviz", "http", "pydantic", "pygraphviz", "rich", "textual", "typer", "watchfiles", "yaml")


def imported(*words: str, cwd: Path, env: Mapping[str, str] | None = None) -> list[str]:
    """Those of the heavy libraries that a command imports."""
    lines = [
        "import sys, atexit",
        f"sys.argv = ['untaken', *{list(words)!r}]",
        f"atexit.register(lambda: print(*[each for each in {HEAVY!r} if each in sys.modules], file=sys.stderr))",
        "from untaken.cli import main",
        "main()",
    ]
    done = subprocess.run(
        [sys.executable, "-c", "\n".join(lines)],
        cwd=cwd,
        env=environment(env),
        capture_output=True,
        text=True,
        timeout=60,
    )
    return done.stderr.splitlines()[-1].split()


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("--version", ""),
        ("--help", "typer"),
        ("rendr", "typer"),
        ("list scenarios", "pydantic typer yaml"),
        ("check scenarios", "pydantic typer yaml"),
        ("show ferry", "pydantic typer yaml"),
    ],
)
def test_a_command_imports_what_it_uses_and_no_more(words: str, expected: str, tmp_path: Path) -> None:
    (tmp_path / "scenarios").symlink_to(TOP / "tests" / "example")
    assert imported(*words.split(), cwd=tmp_path) == expected.split()


def test_the_roll_has_every_command_with_the_first_sentence_of_its_help() -> None:
    roll = commands()
    assert [each.name for each in roll][:3] == ["list", "show", "walk"]
    assert len({each.name for each in roll}) == len(roll) > 14
    for each in roll:
        tree = ast.parse((TOP / "src" / "untaken" / "cli" / f"{each.module}.py").read_text(encoding="utf-8"))
        sentences = [
            (ast.get_docstring(node) or "").partition("\n")[0]
            for node in tree.body
            if isinstance(node, ast.FunctionDef)
        ]
        assert each.does in sentences or each.name == "new"


def test_a_command_in_a_file_of_its_own_is_known_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(untaken.cli.roll, "__file__", str(tmp_path / "roll.py"))
    (tmp_path / "singing.py").write_text(
        '@command("sing")\ndef sing(\n    loud: bool = False,\n) -> int:\n    """Sing it.\n\n    Twice.\n    """\n',
        encoding="utf-8",
    )
    (tmp_path / "humming.py").write_text('@command("hum")\ndef hum() -> int:\n    """Hum it."""\n', encoding="utf-8")
    assert commands() == [Command("hum", "Hum it.", "humming"), Command("sing", "Sing it.", "singing")]


def test_without_its_source_the_program_knows_its_commands(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    loaded: list[str] = []
    monkeypatch.setattr(untaken.cli.roll, "__file__", str(tmp_path / "roll.py"))
    monkeypatch.setattr(untaken.cli.roll, "import_module", loaded.append)
    (tmp_path / "singing.py").touch()
    load_all()
    assert (commands(), loaded) == ([], ["untaken.cli.singing"])
