"""The command explain."""

from typing import Annotated

import typer

from untaken.checking.explanations import WHOSE, explanations
from untaken.cli.app import CLEAN, UNUSABLE, command
from untaken.faces.terminal import say
from untaken.reading.diagnostics import CATALOGUE, ERROR, GROUPS
from untaken.text.naming import write_instead

_NOT_OF_THE_SCENARIO = {"lost-text", "broken-lock", "needless-acknowledgement"}
"""Warnings about a file, or about the acknowledgements themselves, which no scenario acknowledges."""


@command("explain")
def explain(
    code: Annotated[
        str, typer.Argument(metavar="[CODE]", help="The code in a message's brackets.", show_default=False)
    ] = "",
) -> int:
    """What a rule is, with a wrong and a right example.

    Of the rules that are more than the format's own it says whose they are. Without a code, all rules are listed.

    Example: untaken explain option-without-advocate
    """
    if not code:
        _list_all()
        return CLEAN
    if code not in CATALOGUE:
        say(f"error: no message has the code '{code}'", error=True)
        say(f"help: {write_instead(code, CATALOGUE, 'untaken explain lists them all')}", error=True)
        return UNUSABLE
    severity, rule = CATALOGUE[code]
    say(f"{code} ({severity}): {rule}")
    if code in WHOSE:
        say(WHOSE[code])
    _show_example(code)
    if severity is not ERROR and code not in _NOT_OF_THE_SCENARIO:
        say()
        say(f"Where the sources cannot satisfy it: 'acknowledge: {{{code}: the reason}}' in the scenario.")
    return CLEAN


def _list_all() -> None:
    for at, (group, rules) in enumerate(GROUPS.items()):
        if at:
            say()
        say(f"{group[0].upper()}{group[1:]}")
        for code, (severity, rule) in rules.items():
            say(f"  {code} ({severity}): {rule}")


def _show_example(code: str) -> None:
    explanation = explanations()[code]
    say()
    if explanation.instead:
        say(explanation.instead)
        return
    for heading, text in (("wrong", explanation.wrong), ("right", explanation.right)):
        say(f"{heading}:")
        for line in text.splitlines():
            say(f"  {line}".rstrip())
