"""A scenario that holds an odd text in every field at once, and as ids, too."""

from collections.abc import Callable
from itertools import count
from typing import Any

from untaken.model import Scenario, TurningPoint

TORTURES = {
    "markup": "No: war & peace <b>",
    "port": "a:b",
    "backslashes": r"\N \G \E \L \T \l \n \\ C:\new\\ \\\ end\ ",
    "quotes": """'single' "double" “curly” «French» `grave`""",
    "entities": "&amp; &lt;b&gt; &#65; &nbsp; &eacute; &",
    "comments": "--> ]]> <!-- -- <![CDATA[ %s $HOME",
    "cyrillic": "Мир, земля и хлеб: объявление",
    "emoji": "☕ 👍🏽 👩‍👩‍👧 🇷🇺 ☂️ end",
    "other scripts": "שלום سلام 平和 戦争 á n̈",
    "long word": "Unbreakable" * 27 + "end",
    "long paragraph": ("Nobody can say what would have come of it. " * 47)[:2000].strip(),
}


def tortured(text: str, id: str = "") -> TurningPoint:
    """A scenario with `text` in every field, each numbered so that no two are alike; ids begin with it or with `id`."""
    numbers = count(1)

    def each() -> str:
        return f"{next(numbers)} {text}"

    plain = _everything(each, id or text.strip())
    return TurningPoint.of("tortured", Scenario.model_validate(plain))


def _everything(each: Callable[[], str], id: str) -> dict[str, Any]:
    """Every field of the format, with a text of `each`; ids begin with `id`."""
    source, section = f"{id} source", each()

    def cite() -> dict[str, Any]:
        return {"source": source, "section": section, "page": each(), "quote": " ".join(each().split()[:12])}

    def step(to: str, historical: bool = False) -> dict[str, Any]:
        facts = {"establishes": [f"{id} fact"], "requires": [f"{id} fact"], "unless": [f"{id} other fact"]}
        return {"label": each(), "historical": historical, "leads-to": f"{id}{to}", **facts}

    def option(to: str, historical: bool = False) -> dict[str, Any]:
        arguments = [{side: each(), "voice": id, "cite": cite()} for side in ("for", "against", "for", "against")]
        return step(to, historical) | {"advocates": [id, each()], "arguments": arguments}

    def shared() -> dict[str, Any]:
        return {"when": each(), "context": each(), "notes": [{"note": each(), "cite": cite()}]}

    def outcome(basis: str) -> dict[str, Any]:
        consequences = [{"claim": each(), "voice": id, "cite": [cite(), cite()]} for _ in range(2)]
        return shared() | {"outcome": each(), "basis": basis, "consequences": consequences}

    return {
        "title": each(),
        "question": each(),
        **shared(),
        "where": each(),
        "start": id,
        "nodes": {
            id: shared()
            | {
                "decision": each(),
                "deciders": [id, each()],
                "options": {id: option(" chance", historical=True), f"{id} no": option(" end")},
            },
            f"{id} chance": shared()
            | {
                "chance": each(),
                "branches": {id: step(" came", historical=True), f"{id} no": step(" end") | {"likelihood": "remote"}},
            },
            f"{id} came": outcome("recorded"),
            f"{id} end": outcome("argued"),
        },
        "sources": {
            source: {
                "type": "book",
                "title": each(),
                "author": [{"family": each(), "given": each()}],
                "publisher": each(),
                "issued": each(),
                "note": each(),
                "sections": [section],
            },
            f"{id} silent": {"type": "book", "title": each()},
        },
        "actors": {id: {"name": each(), "about": each()}},
        "facts": {f"{id} fact": each(), f"{id} other fact": each()},
    }
