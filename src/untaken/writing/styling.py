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
from untaken.model import Citation, TurningPoint
from untaken.model.sources import Source
from untaken.model.traversal import cited
from untaken.text.naming import write_instead
from untaken.text.trouble import Trouble

STYLES: dict[str, tuple[str, ...]] = {
    "chicago-author-date": (),
    "chicago-notes": ("chicago-notes-bibliography.csl", "chicago-note-bibliography.csl"),
}
"""The styles that have a name, with the file of each, as it is called and was called; the first is in pandoc itself."""
_FOLDERS = (
    "~/.local/share/pandoc/csl",
    "~/.pandoc/csl",
    "~/Zotero/styles",
    "/usr/share/citation-style-language/styles",
)
_SECONDS = 60
_BETWEEN = "between"


class SetSource(Source):
    """A source whose reference and short form were set by a style, the short form with every place that is cited."""

    cited: str
    listed: str
    places: Mapping[Citation, str]

    @property
    def cited_as(self) -> list[str]:
        """How it is cited in passing."""
        return [self.cited]

    def cited_at(self, place: object) -> str:
        """How it is cited at a place in it."""
        return self.places[place] if isinstance(place, Citation) and place in self.places else ""

    @property
    def reference(self) -> str:
        """How it stands in a list."""
        return self.listed


def in_style(points: Iterable[TurningPoint], style: str) -> tuple[TurningPoint, ...]:
    """The turning points with all their sources in a style. Raises Trouble where pandoc or the style is not there."""
    every = tuple(points)
    sources = {id: source for point in every for id, source in point.sources.items()}
    # Two collections may give one id to two sources.
    shared = [point for point in every if all(sources[id] == source for id, source in point.sources.items())]
    styled = sources_in_style(sources, style, [cite for point in shared for cite in _cites(point)])
    return tuple(
        replace(point, sources={id: styled[id] for id in point.sources})
        if point in shared
        else replace(point, sources=sources_in_style(point.sources, style, _cites(point)))
        for point in every
    )


def _cites(point: TurningPoint) -> Iterator[Citation]:
    for _, each in cited(point.scenario):
        yield from each.cite


def sources_in_style(sources: Mapping[str, Source], style: str, cites: Iterable[Citation] = ()) -> dict[str, Source]:
    """Sources by id, in a style: a name of `STYLES`, or the path of a CSL file. Raises Trouble as `in_style`.

    `cites` are the places in them that are to be set, too.
    """
    names = {id: f"s{at}" for at, id in enumerate(sources)}
    places = [each for each in dict.fromkeys(cite.place for cite in cites) if each.source in names]
    items = [csl_item(names[id], source) for id, source in sources.items()]
    # The second time a source is cited in passing.
    asked = [f"[@{name}]" for name in (*names.values(), *names.values())]
    asked += [f"[@{names[each.source]}{_behind(each)}]" for each in places]
    cited_as, listed = _parts(_asked(items, asked, style))
    in_passing = dict(zip(names, cited_as[len(names) :], strict=False))
    placed = dict(zip(places, cited_as[2 * len(names) :], strict=True))
    return {
        id: SetSource.model_construct(
            **source.__dict__,
            cited=in_passing[id] or ", ".join(source.cited_as),
            listed=listed.get(names[id]) or source.reference,
            places={place: words for place, words in placed.items() if place.source == id},
        )
        for id, source in sources.items()
    }


def _behind(cite: Citation) -> str:
    """A place behind the name of its source, as pandoc reads it: one locator in braces, all else in words."""
    numbered = {"p.": cite.page, "fol.": cite.folio, "l.": cite.line, "para.": cite.paragraph, "n.": cite.note}
    known = [f"{label} {_escaped(str(number))}" for label, number in numbered.items() if number]
    named = [f"document {_escaped(cite.document)}"] if cite.document else []
    # Chicago's manual, 17th edition, 14.160 and 15.23: a heading stands for pages that there are not.
    named += [f"under “{_escaped(cite.section)}”"] if cite.section else []
    named += [_escaped(cite.time)] if cite.time else []
    return "".join(f", {each}" for each in (*(f"{{{each}}}" for each in known[:1]), *known[1:], *named))


def _escaped(words: str) -> str:
    """Words in which nothing is Markdown's."""
    return re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", " ".join(words.split()))


def _file(style: str) -> str:
    """The CSL file of a style; empty for the one that pandoc has."""
    names = STYLES.get(style, (style,))
    if not names:
        return ""
    places = (os.path.join(os.path.expanduser(folder), name) for folder in ("", *_FOLDERS) for name in names)
    if path := next(filter(os.path.isfile, places), ""):
        return path
    if style not in STYLES:
        cure = f"{write_instead(style, STYLES)}, or the path of a CSL file"
        raise Trouble(f"'{style}' is no style, and no CSL file of that name is here", cure)
    cure = f"put {names[0]}, from the repository of Citation Style Language, into {_FOLDERS[0]}, or name its path"
    raise Trouble(f"the file of the style '{style}' is not here", cure)


def _asked(items: Sequence[dict[str, Any]], citations: Sequence[str], style: str) -> Any:
    """What pandoc makes of citations, and of the list of all. Another stands between two: none is "the same"."""
    program = shutil.which("pandoc")
    if not program:
        raise Trouble("a style is set by pandoc, which is not here", "install pandoc, or leave --style out")
    file = _file(style)
    cites = "".join(f"{each}\n\n[@{_BETWEEN}]\n\n" for each in citations)
    references = json.dumps([*items, {"id": _BETWEEN, "type": "book", "title": "Between"}])
    text = f"---\nreferences: {references}\n---\n\n{cites}"
    line = [program, "--from=markdown", "--to=json", "--citeproc", *([f"--csl={file}"] if file else [])]
    done = subprocess.run(line, input=text, capture_output=True, text=True, encoding="utf-8", timeout=_SECONDS)
    if done.returncode:
        said = done.stderr.strip().splitlines() or [str(done.returncode)]
        raise Trouble(
            f"pandoc refuses: {said[-1]}", f"try another style; {Path(file).name or 'this one'} may be no CSL"
        )
    return json.loads(done.stdout)


def _parts(document: Any) -> tuple[list[str], dict[str, str]]:
    """The citations as they were asked for, and the entries of the list by name."""
    cites: list[str] = []
    listed: dict[str, str] = {}
    for each in _elements(document["blocks"]):
        if each["t"] == "Cite" and each["c"][0][0]["citationId"] != _BETWEEN:
            cites.append(_LAST_STOP.sub(r"\1", _text(each["c"][1]).strip("()[] ")))
        if each["t"] == "Div" and each["c"][0][0].startswith("ref-"):
            listed[each["c"][0][0].removeprefix("ref-")] = _text(each["c"][1]).strip()
    return cites, listed


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
