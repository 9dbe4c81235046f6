"""The authors' guide, followed to the letter in an empty folder: its files, its commands, and what it says they answer.

With UNTAKEN_ACCEPT=1 in the environment the answers in the guide are replaced by what the program says.
"""

import os
import re
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest

from program import TOP, together

GUIDE = TOP / "scenarios" / "README.md"
PICTURE = TOP / "output" / "rubicon.svg"
FENCE = re.compile(r"(?ms)^```(?P<kind>\w+)\n(?P<text>.*?)^```$")
NAMED = re.compile(r"# (?P<path>[\w/-]+\.\w+)(?:: (?P<key>[\w-]+))?\n")


@pytest.mark.slow
def test_the_guide_followed_literally_ends_in_a_rendered_diagram(tmp_path: Path) -> None:
    text, end, reference = GUIDE.read_text(encoding="utf-8").partition("\n## Every key\n")
    said = FENCE.sub(lambda fence: followed(fence, tmp_path), text)
    if os.environ.get("UNTAKEN_ACCEPT"):
        GUIDE.write_text(said + end + reference, encoding="utf-8")
    assert said == text
    assert (tmp_path / "output" / "rubicon.png").stat().st_size > 10_000
    assert list((tmp_path / "slides").glob("rubicon*.pdf"))
    drawn = tmp_path / "output" / "rubicon.svg"
    if os.environ.get("UNTAKEN_ACCEPT"):
        shutil.copy(drawn, PICTURE)
    assert words(PICTURE) == words(drawn)


def words(svg: Path) -> list[str]:
    """All that a picture says, in order."""
    parts = [each for each in ElementTree.parse(svg).getroot().iter() if not each.tag.endswith("style")]
    return [each.text.strip() for each in parts if each.text and each.text.strip()]


def followed(fence: re.Match[str], folder: Path) -> str:
    """The block as it should read, once what it says is done: files written, commands run."""
    named = NAMED.match(fence["text"])
    if fence["kind"] in ("yaml", "text") and named:
        write(folder / named["path"], named["key"], fence["text"])
    if fence["kind"] == "console":
        return f"```console\n{''.join(answers(fence['text'], folder))}```"
    return fence[0]


def write(path: Path, key: str | None, block: str) -> None:
    """Write a file that a block shows; where it shows one key, put that in the key's place, or at the end.

    A key stands in its place with all that is further in than it. `start` and the like go before the nodes.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    if key is None:
        path.write_text(block, encoding="utf-8")
        return
    part = block.partition("\n")[2]
    text = path.read_text(encoding="utf-8")
    indent = re.match(r" *", part)[0]  # type: ignore[index]
    old = re.compile(rf"(?m)^{indent}{key}:.*\n(?:(?:{indent} .*)?\n)*")
    if old.search(text):
        assert len(old.findall(text)) == 1, f"{key} stands more than once"
        text = old.sub(lambda _: part, text)
    elif indent:
        text = f"{text.rstrip()}\n\n{part}"
    else:
        text = text.replace("\nnodes:\n", f"\n{part}\nnodes:\n")
    path.write_text(text, encoding="utf-8")


def answers(text: str, folder: Path) -> Iterator[str]:
    """Each command of a block, and what the program answers to it."""
    for part in re.split(r"(?m)^\$ ", text)[1:]:
        line = part.partition("\n")[0]
        words, _, code = line.partition("  # exit ")
        program, *args = shlex.split(words)
        if program == "mv":
            old, new = (folder / arg for arg in args)
            new.parent.mkdir(parents=True, exist_ok=True)
            shutil.move(old, new)
            yield f"$ {line}\n"
            continue
        assert program == "untaken"
        ended, said = together(*args, cwd=folder)
        assert ended == int(code or 0), said
        yield f"$ {line}\n{said}"
