"""What a scenario must hold to be used: a file for each rule, or for a few that belong together.

A file declares its rules and, where these are about what stands in a scenario, judges it with `judge`, or a
collection's own file with `judge_collection`, or all files together with `judge_history`. They are given a `Bench`, a
`Shelf` or a `Whole`, yield findings, and know nothing of files, nor of each other. Where a mistake makes a further
question pointless (what happened after a node whose history is not marked?), the rule that would ask it keeps silent.
"""

from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType


def rule_files() -> list[ModuleType]:
    """The files of this folder, in order of name: whoever adds one need not tell anybody."""
    return [import_module(f"{__name__}.{found.name}") for found in iter_modules(__path__)]
