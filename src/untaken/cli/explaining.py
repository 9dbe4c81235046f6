"""The command explain."""

from typing import Annotated

import typer

from untaken.cli.app import CLEAN, UNUSABLE, command
from untaken.diagnostics import CATALOGUE, ERROR
from untaken.explanations import WHOSE
from untaken.naming import write_instead
from untaken.terminal import say


@command("explain")
def explain(
    code: Annotated[
        str, typer.Argument(metavar="[CODE]", help="The code in a message's brackets.", show_default=False)
    ] = "",
) -> int:
    """What the rule behind a message is, and whose it is.

    Without a code, all rules in a sentence each.

    Example: untaken explain option-without-advocate
    """
    if not code:
        for each, (severity, rule) in CATALOGUE.items():
            say(f"{each} ({severity}): {rule}")
        return CLEAN
    if code not in CATALOGUE:
        say(f"error: no message has the code '{code}'", error=True)
        say(f"help: {write_instead(code, CATALOGUE, 'untaken explain lists them all')}", error=True)
        return UNUSABLE
    severity, rule = CATALOGUE[code]
    say(f"{code} ({severity}): {rule}")
    if code in WHOSE:
        say(WHOSE[code])
    if severity is not ERROR:
        say(f"Where the sources cannot satisfy it: 'acknowledge: {{{code}: the reason}}' in the scenario.")
    return CLEAN
