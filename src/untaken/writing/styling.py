"""References in a style that journals ask for, as pandoc sets them where it is found: Chicago's two, or any CSL file.

A source so set says by `cited_as` how it is cited in passing, by `reference` how it stands in a list. See "Citations"
in the manual of pandoc, and the Citation Style Language 1.0.2.
"""

import json
import os
import re
import shutil
import subprocess
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from untaken.evidence.csl import csl_item
from untaken.model import TurningPoint
from untaken.model.sources import Source
from untaken.text.naming import write_instead
from untaken.text.trouble import Trouble

STYLES = {"chicago-author-date": "", "chicago-notes": "chicago-note-bibliography.csl"}
"""The styles that have a name, with the file of each; the first is in pandoc itself."""
_FOLDERS = (
    "~/.local/share/pandoc/csl",
    "~/.pandoc/csl",
    "~/Zotero/styles",
    "/usr/share/citation-style-language/styles",
)
_SECONDS = 60


class SetSource(Source):
    """A source whose reference and short form were set by a style."""

    cited: str
    listed: str

    @property
    def cited_as(self) -> list[str]:
        """How it is cited in passing."""
        return [self.cited]

    @property
    def reference(self) -> str:
        """How it stands in a list."""
        return self.listed


def in_style(points: Iterable[TurningPoint], style: str) -> tuple[TurningPoint, ...]:
    """The turning points with all their sources in a style. Raises Trouble where pandoc or the style is not there."""
    every = tuple(points)
    sources = {id: source for point in every for id, source in point.sources.items()}
    styled = sources_in_style(sources, style)
    # Two collections may give one id to two sources.
    return tuple(
        replace(point, sources={id: styled[id] for id in point.sources})
        if all(sources[id] == source for id, source in point.sources.items())
        else replace(point, sources=sources_in_style(point.sources, style))
        for point in every
    )


def sources_in_style(sources: Mapping[str, Source], style: str) -> dict[str, Source]:
    """Sources by id, in a style: a name of `STYLES`, or the path of a CSL file. Raises Trouble as `in_style`."""
    names = [f"s{at}" for at in range(len(sources))]
    items = [csl_item(name, source) for name, source in zip(names, sources.values(), strict=True)]
    cited, listed = _parts(_asked(items, names, style))
    return {
        id: _set(source, cited.get(name, ""), listed.get(name, ""))
        for name, (id, source) in zip(names, sources.items(), strict=True)
    }


def _set(source: Source, cited: str, listed: str) -> SetSource:
    fields = {**source.__dict__, "cited": cited or ", ".join(source.cited_as), "listed": listed or source.reference}
    return SetSource.model_construct(**fields)


def _file(style: str) -> str:
    """The CSL file of a style; empty for the one that pandoc has."""
    name = STYLES.get(style, style)
    if not name or os.path.isfile(name):
        return name
    for folder in _FOLDERS:
        if os.path.isfile(path := os.path.join(os.path.expanduser(folder), name)):
            return path
    if style not in STYLES:
        cure = f"{write_instead(style, STYLES)}, or the path of a CSL file"
        raise Trouble(f"'{style}' is no style, and no CSL file of that name is here", cure)
    cure = f"put {name}, from the repository of Citation Style Language, into {_FOLDERS[0]}, or name its path"
    raise Trouble(f"the file of the style '{style}' is not here", cure)


def _asked(items: Sequence[dict[str, Any]], names: Sequence[str], style: str) -> Any:
    """What pandoc makes of citing each source twice, for the second time is in passing, and of the list of all."""
    program = shutil.which("pandoc")
    if not program:
        raise Trouble("a style is set by pandoc, which is not here", "install pandoc, or leave --style out")
    file = _file(style)
    cites = "\n\n".join(f"[@{name}]" for name in (*names, *names))
    text = f"---\nreferences: {json.dumps(items)}\n---\n\n{cites}\n"
    line = [program, "--from=markdown", "--to=json", "--citeproc", *([f"--csl={file}"] if file else [])]
    done = subprocess.run(line, input=text, capture_output=True, text=True, encoding="utf-8", timeout=_SECONDS)
    if done.returncode:
        said = done.stderr.strip().splitlines() or [str(done.returncode)]
        raise Trouble(
            f"pandoc refuses: {said[-1]}", f"try another style; {Path(file).name or 'this one'} may be no CSL"
        )
    return json.loads(done.stdout)


def _parts(document: Any) -> tuple[dict[str, str], dict[str, str]]:
    """The short citation and the entry of the list, by name."""
    cited: dict[str, str] = {}
    listed: dict[str, str] = {}
    for each in _elements(document["blocks"]):
        if each["t"] == "Cite":
            (citation,), inlines = each["c"]
            cited[citation["citationId"]] = _LAST_STOP.sub(r"\1", _text(inlines).strip("()[] "))
        if each["t"] == "Div" and each["c"][0][0].startswith("ref-"):
            listed[each["c"][0][0].removeprefix("ref-")] = _text(each["c"][1]).strip()
    return cited, listed


def _elements(part: Any) -> Iterator[dict[str, Any]]:
    """Every element of pandoc's tree, each before what is inside it."""
    if isinstance(part, dict) and "t" in part:
        yield part
    for each in part.values() if isinstance(part, dict) else part if isinstance(part, list) else ():
        yield from _elements(each)


_LAST_STOP = re.compile(r"\.(”?)$")
_MARKS = {"Space": " ", "SoftBreak": " ", "LineBreak": " "}
_QUOTES = {"DoubleQuote": "“{}”", "SingleQuote": "‘{}’"}


def _text(part: Any) -> str:
    """The words of a part of the tree, with its quotation marks."""
    if isinstance(part, list):
        return "".join(map(_text, part))
    if not isinstance(part, dict):
        return ""
    kind, content = part.get("t", ""), part.get("c")
    if kind in _MARKS or kind == "Str":
        return _MARKS.get(kind) or str(content)
    if kind == "Quoted" and content:
        return _QUOTES[content[0]["t"]].format(_text(content[1]))
    return _text(content)
