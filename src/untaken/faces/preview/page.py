"""The page as HTML: the diagram, what is wrong, and the list of scenarios. Pure, but for its parts in the package."""

import base64
import hashlib
from functools import cache
from html import escape
from importlib.resources import files
from string import Template
from urllib.parse import quote

from untaken.drawing.typeface import FAMILY, Face, embedded
from untaken.faces.preview.preview import Preview, Watched
from untaken.faces.preview.wording import banner, state, tally
from untaken.reading.diagnostics import ERROR, WARNING, Diagnostic, count
from untaken.telling.phrases import previews as words


def _part(name: str) -> str:
    return files(__package__).joinpath(name).read_text(encoding="utf-8")


_STYLE, _SCRIPT, _FRAME, ICON = map(_part, ("page.css", "page.js", "page.html", "icon.svg"))

_LETTERS = "".join(map(chr, range(0xA0, 0x180)))
"""What European names need; other letters are shown in a typeface of the machine's."""


@cache
def _style() -> str:
    """The style with the typeface of the drawings inside."""
    faces = [
        f"@font-face {{ font-family: '{FAMILY}'; font-weight: {weight}; src: url({embedded(_LETTERS, face)}); }}"
        for face, weight in ((Face.REGULAR, 400), (Face.BOLD, 600))
    ]
    return "\n".join([*faces, _STYLE])


@cache
def policy() -> str:
    """The Content-Security-Policy: nothing runs and nothing is fetched but what the page itself brings."""
    return (
        f"default-src 'none'; script-src {_hash(_SCRIPT)}; style-src {_hash(_style())}; font-src data:; "
        "img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode('utf-8')).digest()).decode('ascii')}'"


def page(preview: Preview, name: str = "", run: str = "", again: str = "") -> str:
    """The whole page for one scenario, the one saved last where no name is given.

    `run` tells this run of the program from others, `again` is the command that starts it again.
    """
    shown = preview.find(name)
    return Template(_FRAME).substitute(
        style=_style(),
        script=_SCRIPT,
        seen=escape(f"{run}.{preview.version}"),
        title=escape(_title(shown, preview, name)),
        heading=_heading(shown, preview, name),
        listed=_list(preview, shown, name) if len(preview.watched) > 1 else "",
        banner=_banner(shown, preview),
        picture=_picture(shown),
        problems=_problems(shown, preview),
        again=escape(again),
    )


def _title(shown: Watched | None, preview: Preview, name: str) -> str:
    if shown is None:
        return f"{name} – untaken" if name else "untaken"
    return f"{state(shown, preview.problems, preview.fault)} · {shown.title} – untaken"


def _heading(shown: Watched | None, preview: Preview, name: str) -> str:
    if shown is None:
        return f"<h1>{escape(name or words.NO_SCENARIO)}</h1>"
    said = state(shown, preview.problems, preview.fault)
    made = f"<p class=made>{escape(_made(shown))}</p>"
    return f"<h1>{escape(shown.title)}</h1><p class='state {_kind(said)}'>{escape(said)}</p>{made}"


_KINDS = {"✗": "error", "▲": "warning", "✓": "sound"}


def _kind(said: str) -> str:
    return _KINDS[said[0]]


def _made(shown: Watched) -> str:
    if shown.waiting:
        return "drawing …"
    if shown.picture is None:
        return ""
    return words.drawn_at(shown.picture.at, shown.picture.smallest)


def _list(preview: Preview, shown: Watched | None, name: str) -> str:
    items = [_item("", words.LATEST, "", not name)]
    for each in preview.watched:
        # What is wrong with what it shares is wrong with it only as far as that keeps it from being used.
        how = state(each, preview.problems if each.point is None else ())
        items.append(_item(each.name, each.name, how, bool(name) and each is shown))
    return f"<ul>{''.join(items)}</ul>"


def _item(name: str, said: str, how: str, here: bool) -> str:
    address = f"/?at={quote(name)}" if name else "/"
    current = " aria-current=page" if here else ""
    mark = f"<span class='mark {_kind(how)}' title='{escape(how)}'>{_mark(how)}</span>" if how else ""
    return f"<li><a href='{escape(address)}'{current}><span>{escape(said)}</span>{mark}</a></li>"


def _mark(how: str) -> str:
    """The sign that is seen, and the said that are heard."""
    return f"<span aria-hidden=true>{how[0]}</span><span class=heard>{escape(how[2:])}</span>"


def _banner(shown: Watched | None, preview: Preview) -> str:
    said = preview.fault or (banner(shown, preview.problems) if shown else "")
    return f"<p>{escape(said)}</p>" if said else ""


def _picture(shown: Watched | None) -> str:
    if shown is None or shown.picture is None:
        return (
            f"<p>{words.NOTHING_WATCHED if shown is None else words.DRAWING if shown.waiting else words.NO_PICTURE}</p>"
        )
    stale = " class=stale" if shown.stale and not shown.waiting else ""
    said = f"Decision tree: {shown.title}"
    return f"<img id=picture src='/picture/{shown.picture.digest}.svg' alt='{escape(said)}'{stale}>"


def _problems(shown: Watched | None, preview: Preview) -> str:
    problems = [*preview.problems, *(shown.problems if shown else ())]
    if not problems:
        return f"<p class=none>{words.FOUND_NOTHING}</p>"
    return f"<h2 class=heard>{escape(tally(problems))}</h2>{''.join(map(_problem, problems))}"


def _problem(problem: Diagnostic) -> str:
    parts = problem.parts()
    sign = "✗" if problem.severity is ERROR else "▲"
    rest = "\n".join(f"<span class={role}>{escape(text)}</span>" for role, text in parts[1:])
    headline = f"<span class=sign aria-hidden=true>{sign}</span> {escape(parts[0][1])}"
    excerpt = f"<pre>{rest}</pre>" if rest else ""
    return f"<article class={problem.severity}><h3>{headline}</h3>{excerpt}</article>"


def summary(preview: Preview) -> dict[str, object]:
    """The preview in facts, for programs; `settled` says that nothing is left to draw."""
    return {
        "version": preview.version,
        "settled": not preview.waiting,
        "fault": preview.fault,
        "problems": [str(each) for each in preview.problems],
        "scenarios": [_facts(each) for each in preview.watched],
    }


def _facts(each: Watched) -> dict[str, object]:
    return {
        "name": each.name,
        "title": each.title,
        "path": str(each.path),
        "errors": count(each.problems, ERROR),
        "warnings": count(each.problems, WARNING),
        "problems": [str(problem) for problem in each.problems],
        "stale": each.stale,
        "drawn": each.picture.at if each.picture else None,
        "picture": f"/picture/{each.picture.digest}.svg" if each.picture else None,
        "failure": each.failure.reason if each.failed and each.failure else None,
    }
