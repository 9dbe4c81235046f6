"""A document as a web page that stands alone: headings, paragraphs, lists, tables, pictures."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape

from untaken.telling.document import Block, Document, Role, Run, Table

_STYLE = (
    "body{max-width:44rem;margin:2rem auto;padding:0 1rem;font:1.05rem/1.5 sans-serif;color:#1a1a1a;background:#fff}"
    "h1,h2,h3{line-height:1.25}li{margin:.3em 0}.owner,.pin,.quiet{color:#555}.history{color:#a3161f;font-weight:600}"
    "table{border-collapse:collapse;display:block;overflow-x:auto}"
    "th,td{border-bottom:1px solid #ccc;padding:.3em .7em;text-align:left;vertical-align:top}"
    "td.number,th.number{text-align:right}"
    "figure{margin:1em 0}figure svg{max-width:100%;height:auto;border:1px solid #ccc}"
    "@media(min-width:60rem){figure{margin-inline:calc(22rem - 46vw)}}"
    "@media(prefers-color-scheme:dark){body{color:#eee;background:#16181d}.owner,.pin,.quiet{color:#aab}"
    ".history{color:#ff9a8f}}"
    "@media print{body{color:#000;background:#fff;max-width:none}figure{margin-inline:0;break-inside:avoid}}"
)
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; font-src data:"
"""Nothing is run, and nothing is fetched."""
_HEADINGS = {Role.TITLE: "h2", Role.NODE: "h3", Role.SECTION: "h4"}


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture between blocks: an element of SVG."""

    svg: str


def web_page(document: Document | Iterable[Block | Table | Figure]) -> str:
    """The page; its first title is that of the page, and no letter of an author's is ever markup."""
    blocks = list(document)
    title = next((each.text for each in blocks if isinstance(each, Block) and each.text), "untaken")
    body = "\n".join(_body(blocks))
    head = f'<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
    head += f'<meta name="viewport" content="width=device-width"><title>{escape(title)}</title>'
    head = f"<head>{head}<style>{_STYLE}</style></head>"
    return f'<!doctype html>\n<html lang="en">{head}\n<body>\n{body}\n</body></html>\n'


def _body(blocks: list[Block | Table | Figure]) -> Iterator[str]:
    depth, is_first = 0, True
    for each in blocks:
        level = each.indent if isinstance(each, Block) and each.runs else 0
        if isinstance(each, Block) and not each.runs:
            continue
        # A list stands at most one step within another.
        level = min(level, depth + 1)
        yield from ["</ul>"] * (depth - level)
        yield from ["<ul>"] * (level - depth)
        depth = level
        yield _part(each, level, is_first)
        is_first = False
    yield from ["</ul>"] * depth


def _part(each: Block | Table | Figure, level: int, is_first: bool) -> str:
    if isinstance(each, Figure):
        return f"<figure>{each.svg}</figure>"
    return _table(each) if isinstance(each, Table) else _block(each, level, is_first)


def _block(each: Block, level: int, is_first: bool) -> str:
    text = "".join(map(_run, each.runs))
    if level:
        return f'<li class="{each.role}">{text}</li>'
    if each.role is Role.CODE:
        return f"<pre>{escape(each.text)}</pre>"
    tag = "h1" if is_first and each.role is Role.TITLE else _HEADINGS.get(each.role, "p")
    return f'<{tag} class="{each.role}">{text}</{tag}>'


def _run(run: Run) -> str:
    if run.role is Role.LEAD:
        return f"<strong>{escape(run.text)}</strong>"
    return f'<span class="{run.role}">{escape(run.text)}</span>' if run.role is Role.OWNER else escape(run.text)


def _table(table: Table) -> str:
    head = "".join(_cell("th", text, at >= table.numeric_from) for at, text in enumerate(table.headings))
    rows = ["".join(_cell("td", text, at >= table.numeric_from) for at, text in enumerate(row)) for row in table.rows]
    body = "".join(f"<tr>{row}</tr>" for row in rows)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _cell(tag: str, text: str, is_number: bool) -> str:
    return f'<{tag} class="number">{escape(text)}</{tag}>' if is_number else f"<{tag}>{escape(text)}</{tag}>"
