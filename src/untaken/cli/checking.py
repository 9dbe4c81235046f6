"""The command check."""

from pathlib import Path
from typing import Annotated

import typer

from untaken.cli.app import CLEAN, command
from untaken.cli.options import Scenarios
from untaken.cli.products import Wanted, in_format, where_to
from untaken.cli.remembering import Memory
from untaken.cli.whereabouts import own_home
from untaken.faces.terminal import say
from untaken.text.trouble import Trouble
from untaken.writing.formats import Stuff
from untaken.writing.reports import MOST_SHOWN

Paths = Annotated[
    list[Path] | None,
    typer.Argument(
        metavar="[PATH]...", help="Scenario files, folders of them, or ids.", show_default=False, readable=False
    ),
]
Notes = Annotated[bool, typer.Option("--notes", help="Show notes, too: what is worth knowing and no mistake.")]
Prove = Annotated[
    bool, typer.Option("--proof", help="Count all roads through the scenarios, and show one to every node.")
]
Fix = Annotated[bool, typer.Option("--fix", help="Apply the cures that leave no choice, and say what was changed.")]
Diff = Annotated[bool, typer.Option("--diff", help="With --fix: show the changes, and write nothing.")]
Formats = Annotated[str | None, in_format(Stuff.PROBLEMS)]
Output = Annotated[str | None, where_to()]
All = Annotated[bool, typer.Option("--all-problems", help=f"Show more than the first {MOST_SHOWN} problems, too.")]


@command("check")
def check(
    paths: Paths = None,
    notes: Notes = False,
    proof: Prove = False,
    fix: Fix = False,
    diff: Diff = False,
    formats: Formats = None,
    output: Output = None,
    all_problems: All = False,
    scenarios: Scenarios = None,
) -> int:
    """Find every mistake in scenario files.

    Shows of each its place, its cause and its cure. Ends with 0 where there is none but warnings, 1 where there are
    errors, 2 where a file cannot be read.

    \b
    Examples:
      untaken check scenarios
      untaken check scenarios -f sarif -o check.sarif
    """
    folder = own_home(scenarios, paths or [])
    wanted = Wanted.of(Stuff.PROBLEMS, formats, output)
    if diff and not (fix and wanted.is_for_people):
        raise Trouble("--diff shows the changes of --fix, as text", "write --fix --diff")
    memory = Memory("check", paths[0] if paths else folder)
    is_plain = not (paths and paths[1:]) and not (notes or proof or fix) and wanted.is_for_people
    if is_plain and (found := memory.recall()):
        say(str(found))
        return CLEAN
    # Whatever has to be read needs the whole house.
    from untaken.cli.verdict import Wishes, judged

    wishes = Wishes(notes, proof, fix, diff, wanted, all_problems)
    return judged(paths or [], folder, wishes, memory if is_plain else None)
