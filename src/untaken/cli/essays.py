"""What `verify` does with an essay in place of a scenario: its quotations are looked up in the same sources."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from untaken.checking.finding import find
from untaken.checking.homes import Whose, home
from untaken.cli.app import CLEAN, FAULTY, UNUSABLE
from untaken.cli.options import errors_of
from untaken.cli.whereabouts import own_home
from untaken.evidence.essays import looked_up, passages, without_tags
from untaken.evidence.quotation import SourceText
from untaken.evidence.texts import read_texts
from untaken.faces.terminal import say, say_lines, show_problems
from untaken.model.sources import Source
from untaken.reading.disk import ordinary_file
from untaken.reading.yaml.foreign import foreign, not_utf8
from untaken.telling.phrases import pins as words
from untaken.telling.pins import essay_quotations
from untaken.text.trouble import Trouble

SUFFIXES = (
    ".md",
    ".markdown",
    ".txt",
    ".text",
    ".tex",
    ".rst",
    ".html",
    ".htm",
    ".docx",
    ".doc",
    ".odt",
    ".rtf",
    ".pdf",
)
"""Endings of what is an essay, not a scenario; some are told that they have to be saved as a text first."""

_PAGES = (".html", ".htm")
_MOST_BYTES = 16_000_000


def verify_essays(paths: Iterable[Path], folder: Path, scenarios: Path | None, with_context: bool) -> int:
    """Look up what essays quote, as far as the sources' texts are in the folder; the exit code of the run."""
    sources, texts = _sources(folder, scenarios)
    found = [_checked(path, texts, sources, with_context) for path in paths]
    return UNUSABLE if not texts or None in found else CLEAN if all(found) else FAULTY


def _sources(folder: Path, scenarios: Path | None) -> tuple[dict[str, Source], dict[str, SourceText]]:
    """The sources of the scenarios that are here; where there are none, each text of the folder under its name."""
    if scenarios is None and home(None).whose is Whose.SHIPPED:
        sources = {path.stem: Source(type="document", title=path.stem) for path in sorted(folder.glob("*.txt"))}
        if not sources:
            raise Trouble("no text is in this folder", "put the sources' texts there, as .txt", folder)
    else:
        loaded = find([], own_home(scenarios, []))
        show_problems(errors_of(loaded.problems))
        sources = {id: source for point in loaded.points for id, source in point.sources.items()}
    texts, missing = read_texts(sources, folder)
    show_problems(missing)
    return sources, texts


def _checked(
    path: Path, texts: Mapping[str, SourceText], sources: Mapping[str, Source], with_context: bool
) -> bool | None:
    """Tell what came of every quotation of an essay: whether all were found; None where it cannot be read."""
    text = _read(path)
    if text is None:
        return None
    found = [looked_up(each, texts) for each in passages(text)]
    say_lines(essay_quotations(str(path), found, sources, texts if with_context else {}))
    missing = sum(not each.places for each in found)
    say(words.essay_sum(len(found) - missing, missing))
    return not missing


def _read(path: Path) -> str | None:
    """The text of an essay; what keeps it from being read is said."""
    data = ordinary_file(path, _MOST_BYTES)
    if isinstance(data, Trouble):
        raise Trouble(data.message, data.cure, path)
    is_page = path.suffix.lower() in _PAGES
    if not is_page and (kind := foreign(data, str(path))):
        show_problems([kind])
        return None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        show_problems([not_utf8(data, error.start, str(path))])
        return None
    return without_tags(text) if is_page else text
