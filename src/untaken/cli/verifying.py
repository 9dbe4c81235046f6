"""The command verify."""

import os
import shlex
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from untaken.checking.desk import Desk
from untaken.checking.finding import find
from untaken.checking.homes import SHARED, is_installed, scenario_files, scenario_id
from untaken.checking.loading import Loaded
from untaken.cli.app import FAULTY, UNUSABLE, command
from untaken.cli.essays import SUFFIXES, verify_essays
from untaken.cli.options import Ids, Scenarios, errors_of, exit_code
from untaken.cli.pins import Shown, pinned, show_context, tell_opposed
from untaken.cli.products import Wanted, deliver_and_say, in_format, where_to
from untaken.cli.whereabouts import own_home
from untaken.evidence.quotation import SourceText, Verdict
from untaken.evidence.rules import CHANGED_TEXT
from untaken.evidence.texts import read_texts, text_file
from untaken.evidence.verification import EMPTY, LOCK_FILE, Checked, Lock, encode, verify
from untaken.faces.terminal import say, show_problems
from untaken.model.sources import Source
from untaken.model.traversal import File, citations
from untaken.reading.diagnostics import Diagnostic
from untaken.text.naming import counted, write_instead
from untaken.text.span import Span
from untaken.text.trouble import Trouble
from untaken.writing.artifacts import write_whole
from untaken.writing.formats import Stuff

_Key = tuple[str, str]
"""A collection, and the id of a file of it, as `Loaded.files` has it."""

Repin = Annotated[
    list[str] | None,
    typer.Option(
        "--repin",
        metavar="SOURCE",
        help="Record the text of this source as it is now, although it was changed; once for each.",
        show_default=False,
    ),
]
Texts = Annotated[
    Path | None,
    typer.Option("--texts", metavar="DIR", help="The folder with the sources' texts. [default: $UNTAKEN_TEXTS]"),
]
WithContext = Annotated[
    bool, typer.Option("--context", help="Show the sentence round each quotation, and what near it turns its sense.")
]
Formats = Annotated[str | None, in_format(Stuff.PINS)]
Output = Annotated[str | None, where_to()]


@command("verify")
def verify_quotations(
    scenario: Ids = None,
    texts: Texts = None,
    repin: Repin = None,
    context: WithContext = False,
    formats: Formats = None,
    output: Output = None,
    scenarios: Scenarios = None,
) -> int:
    """Find each quotation in its source's text.

    In place of a scenario an essay may be named (.md, .txt, .html): what it quotes is looked up in the same sources,
    or, where no scenarios are, in all texts of the folder.

    Keeps a record of those that are there: quotations.lock beside the scenarios. It lets `untaken check` tell a
    verified quotation from a changed one where the texts are not at hand. What is not looked up, for want of a text,
    stays in the record; so does what stood in a text that has changed since, until you say with --repin that the
    change is right. With -f json-ld, every quotation that holds becomes an annotation, as the W3C has them.

    \b
    Examples:
      untaken verify brest-litovsk --texts texts
      untaken verify --texts texts -o pins.jsonld
    """
    wanted = Wanted.of(Stuff.PINS, formats, output)
    named = _texts(texts)
    if essays := [Path(name) for name in scenario or [] if Path(name).suffix.lower() in SUFFIXES]:
        if len(essays) < len(scenario or []) or formats or output or repin:
            raise Trouble("an essay is looked up alone", "leave out scenarios, -f, -o and --repin")
        return verify_essays(essays, named, scenarios, context)
    return _verify_scenarios(
        find(scenario or [], own_home(scenarios, scenario or [])), named, repin or (), context, wanted
    )


def _verify_scenarios(loaded: Loaded, texts: Path, repin: Collection[str], context: bool, wanted: Wanted) -> int:
    """Look up the quotations of scenarios, show what is found, and record it beside them."""
    sources = {id: source for point in loaded.points for id, source in point.sources.items()}
    _known(repin, sources)
    read, missing = read_texts(sources, texts)
    checked = {key: verify(file, read) for key, file in loaded.quoting.items()}
    records = [_kept(folder, files, read, repin) for folder, files in _by_folder(loaded).items()]
    wrong = [*_wrong(loaded, checked), *(problem for record in records for problem in _told(record, texts, sources))]
    show_problems([*errors_of(loaded.problems), *missing, *wrong])
    _show(Shown(loaded, checked, read, sources), context, wanted)
    for record in records:
        if is_installed(record.path):
            say(f"nothing is recorded: {record.path.parent} came with the program", error=True)
        else:
            _write(record, checked)
    return UNUSABLE if missing else FAULTY if wrong else exit_code(loaded.problems)


def _texts(named: Path | None) -> Path:
    """The folder with the sources' texts. Raises Trouble where neither the user nor the environment names one."""
    known = named or os.environ.get("UNTAKEN_TEXTS")
    if not known:
        raise Trouble("quotations are looked up in texts", "name the folder with the sources' texts: --texts DIR")
    return Path(known)


def _wrong(loaded: Loaded, checked: Mapping[_Key, Iterable[Checked]]) -> list[Diagnostic]:
    return [loaded.placed(key, each.finding) for key, found in checked.items() for each in found if each.finding]


def _told(record: "_Kept", texts: Path, sources: Mapping[str, Source]) -> list[Diagnostic]:
    """What is wrong with a record and with the texts that it knows."""
    return [*(_changed(text_file(texts, id, sources[id]), id) for id in record.changed), *record.problems]


def _show(shown: Shown, with_context: bool, wanted: Wanted) -> None:
    """Print what was asked for, and what came of it all."""
    if wanted.is_printed and not wanted.is_for_people:
        deliver_and_say(wanted, {"pins": pinned(shown)})
        return
    if with_context:
        show_context(shown)
    _summarize(shown.checked)
    if not with_context:
        tell_opposed(shown)
    if not wanted.is_printed:
        deliver_and_say(wanted, {"pins": pinned(shown)})


def _known(named: Iterable[str], sources: Collection[str]) -> None:
    """Refuse the id of a source that there is not."""
    for id in named:
        if id not in sources:
            raise Trouble(f"no source is called '{id}'", write_instead(id, sources, "see `untaken sources`"))


def _changed(path: Path, id: str) -> Diagnostic:
    message = f"the text of '{id}' has changed since its quotations were verified"
    cure = f"see what was changed in it; if that is right: untaken verify --repin {shlex.quote(id)}"
    return Diagnostic(Span(str(path)), CHANGED_TEXT, message, cure)


def _summarize(checked: Mapping[_Key, Iterable[Checked]]) -> None:
    counts = Counter(each.verdict for found in checked.values() for each in found)
    parts = [f"{counts[verdict]} {verdict}" for verdict in Verdict if counts[verdict] or verdict.holds]
    say(f"{counted(counts.total(), 'quotation')}: {', '.join(parts)}")


@dataclass(frozen=True)
class _Kept:
    """The record of one collection, with the files that were looked at; None where it cannot be read.

    `settled` are the texts that are as they were, or new, or meant to be recorded; `changed` the sources of the others.
    """

    path: Path
    files: Mapping[_Key, File]
    lock: Lock | None
    settled: Mapping[str, SourceText]
    changed: tuple[str, ...] = ()
    problems: tuple[Diagnostic, ...] = ()
    anew: bool = False


def _by_folder(loaded: Loaded) -> dict[Path, dict[_Key, File]]:
    """The files of collections that may quote, by their folder; a collection's own only where it does."""
    found: dict[Path, dict[_Key, File]] = {}
    for key, file in loaded.quoting.items():
        if key[0] and (key[1] != SHARED or any(each.quote for _, each in citations(file))):
            found.setdefault(loaded.files[key][0].parent, {})[key] = file
    return found


def _kept(
    folder: Path, files: Mapping[_Key, File], texts: Mapping[str, SourceText], repinned: Collection[str]
) -> _Kept:
    """What is known of the record in a folder before anything is written."""
    path = folder / LOCK_FILE
    cited = {each.source for file in files.values() for _, each in citations(file) if each.quote}
    lock, problems = Desk().lock(path)
    # Where everything was looked up, a record that is made anew lacks nothing.
    anew = bool(problems) and cited <= texts.keys() and {id for _, id in files} >= set(_ids(folder))
    if anew:
        problems = ()
    here = {id: text for id, text in texts.items() if id in cited}
    changed = tuple(id for id in (lock or EMPTY).changed(here) if id not in repinned)
    settled = {id: text for id, text in here.items() if id not in changed}
    return _Kept(path, files, None if problems else lock or EMPTY, settled, changed, problems, anew)


def _ids(folder: Path) -> list[str]:
    """The scenarios that are there, whatever is wrong with them."""
    return [scenario_id(each) for each in scenario_files(folder, []) if each.stem != SHARED]


def _write(record: _Kept, checked: Mapping[_Key, Iterable[Checked]]) -> None:
    """Bring a record up to date, unless it cannot be read: then nothing of it is to be lost."""
    if record.lock is None:
        return
    files = {id: file for (_, id), file in record.files.items()}
    found = {key[1]: checked[key] for key in record.files}
    ids = [*_ids(record.path.parent), *([SHARED] if SHARED in files else [])]
    updated = record.lock.updated(record.settled, files, found, ids)
    if updated != record.lock or record.anew:
        write_whole(record.path, encode(updated).encode("utf-8"))
        say(f"{record.path} is up to date")
