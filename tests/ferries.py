"""One small scenario in as many shapes as tests need: a ferry that sails or waits."""

from textwrap import indent


def ferry(
    sail: str, wait: str, head: str = "", waiter: str = "Master", established: str = "", continues: str = ""
) -> str:
    """A scenario with these lines of arguments for and against either option.

    `head` are lines before the nodes, `established` the facts that sailing establishes, `continues` the scenario that
    history goes on in. Without a head the arguments of sailing begin on line 11.
    """
    establishes = f"        establishes: [{established}]\n" if established else ""
    goes_on = f"    continues: {continues}\n" if continues else ""
    return f"""\
title: The ferry
question: Should the ferry sail?
{head}nodes:
  harbour:
    decision: Sail tonight?
    options:
      sail:
        label: Sail
        historical: true
        advocates: [Owners]
        arguments:
{indent(sail, " " * 10)}{establishes}        leads-to: wreck
      wait:
        label: Wait
        advocates: [{waiter}]
        arguments:
{indent(wait, " " * 10)}        leads-to: calm
  wreck:
    outcome: The ferry is lost
    basis: recorded
{goes_on}  calm:
    outcome: The ferry crosses at dawn
    basis: inferred
"""
