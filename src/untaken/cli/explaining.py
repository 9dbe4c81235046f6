"""The command explain."""

from typing import Annotated

import typer

from untaken.checking.catalogue import CATALOGUE, GROUPS
from untaken.cli.app import CLEAN, command
from untaken.faces.terminal import say
from untaken.reading.diagnostics import ERROR, Rule
from untaken.text.naming import write_instead
from untaken.text.trouble import Trouble


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
        cure = write_instead(code, CATALOGUE, "`untaken explain` lists them all")
        raise Trouble(f"no message has the code '{code}'", cure)
    _explain(CATALOGUE[code])
    return CLEAN


def _list_all() -> None:
    for at, (subject, rules) in enumerate(GROUPS.items()):
        if at:
            say()
        say(f"{subject[0].upper()}{subject[1:]}")
        for rule in rules:
            say(f"  {rule.code} ({rule.severity}): {rule.sentence}")


def _explain(rule: Rule) -> None:
    say(f"{rule.code} ({rule.severity}): {rule.sentence}")
    if rule.whose:
        say(rule.whose)
    say()
    if rule.instead:
        say(rule.instead)
    for heading, text in zip(("wrong", "right"), rule.examples if rule.wrong else (), strict=False):
        say(f"{heading}:")
        for line in text.splitlines():
            say(f"  {line}".rstrip())
    if rule.severity is not ERROR and rule.acknowledgeable:
        say()
        say(f"Where the sources cannot satisfy it: 'acknowledge: {{{rule.code}: the reason}}' in the scenario.")
