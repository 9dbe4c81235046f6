"""The page that a telephone shows, as HTML. Pure, but for its parts in the package."""

import base64
import hashlib
from functools import cache
from html import escape
from importlib.resources import files
from string import Template

from untaken.faces.phones.room import LENGTH, TelephoneView
from untaken.history.urn import Lid
from untaken.telling.phrases import telephones
from untaken.telling.walk.slate import Choosable


@cache
def _part(name: str) -> str:
    return files(__package__).joinpath(name).read_text(encoding="utf-8")


@cache
def policy() -> str:
    """The Content-Security-Policy: nothing runs and nothing is fetched but what the page itself brings."""
    return (
        f"default-src 'none'; script-src {_hash(_part('page.js'))}; style-src {_hash(_part('page.css'))}; "
        "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    )


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode('utf-8')).digest()).decode('ascii')}'"


def page(title: str, main: str, listens: bool) -> str:
    """A whole page; one that `listens` hears of what comes next."""
    return Template(_part("page.html")).substitute(
        title=escape(title),
        style=_part("page.css"),
        script=_part("page.js"),
        listens="yes" if listens else "",
        main=main,
        lost=escape(telephones.LOST),
        reload=escape(telephones.RELOAD) if listens else "",
    )


def heading(shown: TelephoneView) -> str:
    """What a page is about."""
    return shown.slate.question or shown.slate.title


def main(code: str, shown: TelephoneView, word: str = "") -> str:
    """What stands on the page of a telephone; `word` is what came of its last vote, where that was not taken."""
    said = word or _state(shown)
    options = "".join(_option(each, shown.mine) for each in shown.slate.options) if _is_open(shown) else ""
    form = (
        f'<form method="post" action="/{escape(code)}/vote"><input type="hidden" name="vote" '
        f'value="{escape(shown.vote)}">{options}</form>'
    )
    return f'<h1>{escape(heading(shown))}</h1><p role="status">{escape(said)}</p>{form if options else ""}'


def entrance(word: str = "") -> str:
    """What stands on the page of somebody who has no code yet."""
    said = f'<p role="alert">{escape(word)}</p>' if word else ""
    return (
        f'<h1>{escape(telephones.ENTER)}</h1>{said}<form action="/"><label for="code">{escape(telephones.CODE)}</label>'
        f'<input id="code" name="code" maxlength="{LENGTH}" autocomplete="off" autocapitalize="characters" required>'
        f"<button>{escape(telephones.GO)}</button></form>"
    )


def _is_open(shown: TelephoneView) -> bool:
    return shown.slate.lid is Lid.OPEN


def _state(shown: TelephoneView) -> str:
    mine = next((each.label for each in shown.slate.options if each.id == shown.mine), "")
    if not shown.slate.question:
        return telephones.NOTHING_ASKED
    if shown.slate.lid is Lid.ASIDE:
        return telephones.ASIDE
    if shown.slate.lid is Lid.WAITING:
        return telephones.NOT_YET
    if shown.slate.lid is Lid.CLOSED:
        return telephones.closed_for(mine) if mine else telephones.NOT_VOTED
    if mine:
        return telephones.chosen(mine)
    return telephones.VOTE_AGAIN if shown.slate.is_second else telephones.VOTE


def _option(option: Choosable, mine: str) -> str:
    pressed = "true" if option.id == mine else "false"
    return (
        f'<button name="option" value="{escape(option.id)}" aria-pressed="{pressed}">'
        f"<span>{option.number}</span><span>{escape(option.label)}</span></button>"
    )
