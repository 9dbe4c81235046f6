"""The roll of the commands: the file and the first sentence of each, read without running any of them.

A command is a function under `@command("name")` in a file of this folder; whoever adds one adds it nowhere else.
"""

import re
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

_ORDER = (
    "list", "show", "walk", "ties", "compare", "sources", "stats", "render", "timeline", "deck", "handout", "page",
    "class", "check", "rename", "explain", "watch", "verify", "schema", "doctor", "new",
)  # fmt: skip
"""In which --help shows them; others follow."""

_COMMAND = re.compile(r'^@command\("(?P<name>[\w-]+)"\)\n(?:.*\n)*?    """(?P<does>.+?)(?:""")?\n', re.MULTILINE)
_GROUP = re.compile(r'\bname="(?P<name>[\w-]+)", help="(?P<does>[^"]+)"')


@dataclass(frozen=True)
class Command:
    """What a command is called, what it does in a sentence, and the module that holds it."""

    name: str
    does: str
    module: str

    def load(self) -> None:
        """Import its module, which registers it."""
        import_module(f"{__package__}.{self.module}")


def commands() -> list[Command]:
    """All commands, in the order in which they are shown."""
    found = [
        Command(match["name"], match["does"], path.stem)
        for path in Path(__file__).parent.glob("*.py")
        for pattern in (_COMMAND, _GROUP)
        for match in pattern.finditer(path.read_text(encoding="utf-8"))
    ]
    return sorted(found, key=lambda each: (_ORDER.index(each.name) if each.name in _ORDER else len(_ORDER), each.name))


def load_all() -> None:
    """Import every module of this folder: where the program came without its source, that alone tells its commands."""
    for module in iter_modules([str(Path(__file__).parent)]):
        import_module(f"{__package__}.{module.name}")
