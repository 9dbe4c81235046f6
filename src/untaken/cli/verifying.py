"""The command verify."""

import os
from collections import Counter
from pathlib import Path
from typing import Annotated

import typer

from untaken.checking.finding import find, scenario_folder
from untaken.checking.loading import COLLECTION_FILE, Loaded, scenario_files
from untaken.cli.app import FAULTY, UNUSABLE, command
from untaken.cli.options import Scenarios, errors_of, exit_code
from untaken.evidence.quotation import SourceText, Verdict
from untaken.evidence.texts import read_texts
from untaken.evidence.verification import EMPTY, LOCK_FILE, Checked, decode_lock, encode, verify
from untaken.faces.terminal import say, show_problems
from untaken.text.naming import counted
from untaken.writing.artifacts import write_whole


@command("verify")
def verify_quotations(
    scenario: Annotated[
        list[str] | None,
        typer.Argument(metavar="[SCENARIO]...", help="Ids or paths. [default: all]", show_default=False),
    ] = None,
    texts: Annotated[
        Path | None,
        typer.Option("--texts", metavar="DIR", help="The folder with the sources' texts. [default: $UNTAKEN_TEXTS]"),
    ] = None,
    scenarios: Scenarios = None,
) -> int:
    """Find each quotation in its source's text.

    Keeps a record of those that are there: quotations.lock beside the scenarios. It lets `untaken check` tell a
    verified quotation from a changed one where the texts are not at hand.

    Example: untaken verify brest-litovsk --texts texts
    """
    named = texts or (Path(os.environ["UNTAKEN_TEXTS"]) if os.environ.get("UNTAKEN_TEXTS") else None)
    if named is None:
        raise typer.BadParameter("name the folder with the sources' texts: --texts DIR")
    folder = scenario_folder(scenarios)
    loaded = find(scenario or [], folder)
    read, missing = read_texts(loaded.points, named)
    checked = {(point.collection, point.id): verify(point, read) for point in loaded.points}
    wrong = [
        loaded.placed(point, each.finding)
        for point in loaded.points
        for each in checked[point.collection, point.id]
        if each.finding
    ]
    show_problems([*errors_of(loaded.problems), *missing, *wrong])
    _summarize(checked)
    _record(loaded, read, checked)
    return UNUSABLE if missing else FAULTY if wrong else exit_code(loaded.problems)


def _summarize(checked: dict[tuple[str, str], list[Checked]]) -> None:
    counts = Counter(each.verdict for found in checked.values() for each in found)
    parts = [f"{counts[verdict]} {verdict}" for verdict in Verdict if counts[verdict] or verdict.holds]
    say(f"{counted(counts.total(), 'quotation')}: {', '.join(parts)}")


def _record(loaded: Loaded, texts: dict[str, SourceText], checked: dict[tuple[str, str], list[Checked]]) -> None:
    """Bring the record of each collection up to date."""
    folders = {loaded.files[key][0].parent: key[0] for key in checked if key[0]}
    for folder, collection in folders.items():
        path = folder / LOCK_FILE
        known = (decode_lock(path.read_text(encoding="utf-8")) if path.is_file() else None) or EMPTY
        mine = {id: found for (name, id), found in checked.items() if name == collection}
        used = {each.citation.source for found in mine.values() for each in found}
        ids = [each.stem for each in scenario_files(folder, []) if each.name != COLLECTION_FILE]
        updated = known.updated({id: texts[id] for id in texts if id in used}, mine, ids)
        if updated != known:
            write_whole(path, encode(updated).encode("utf-8"))
            say(f"{path} is up to date")
