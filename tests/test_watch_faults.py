"""A fault of the program's own never ends the watch: it is told in a sentence, and the last good picture stays."""

import os
from dataclasses import replace
from pathlib import Path

import pytest

from program import EXAMPLE, Live
from test_preview import DRAWN, FERRY, POINTS, body, read
from untaken.faces.preview.page import page, summary
from untaken.faces.preview.preview import checked, unread
from untaken.faces.preview.wording import state

FAULTY = """\
import sys
from importlib import import_module
if "untaken" in sys.orig_argv and "watch" in sys.orig_argv:
    sys.argv = sys.orig_argv[2:]
    files = import_module("untaken.reading.yaml")
    folders = import_module("untaken.faces.preview.folders")
    rendering = import_module("untaken.writing.rendering")
    sound_text, sound_look, sound_draw = files.unmarked, folders.is_read, rendering.draw_scenario
    def unmarked(text):
        if "a fault while reading" in text:
            raise KeyError("harbour")
        return sound_text(text)
    def is_read(path):
        if path.name == "poison.yaml":
            raise RuntimeError("poison")
        return sound_look(path)
    def draw_scenario(engine, point, order):
        if "a fault while drawing" in point.scenario.title:
            raise IndexError("tuple index out of range")
        return sound_draw(engine, point, order)
    files.unmarked, folders.is_read, rendering.draw_scenario = unmarked, is_read, draw_scenario
"""
READING = (
    "What was saved last could not be read: a fault of the program's, please report it (KeyError: 'harbour'). "
    "The last good pictures stay."
)
LOOKING = READING.replace("KeyError: 'harbour'", "RuntimeError: poison")
DRAWING = "a fault of the program's, please report it (IndexError: tuple index out of range)"


def sound(title: str) -> str:
    text = (EXAMPLE / "ferry.yaml").read_text(encoding="utf-8")
    return text.replace("title: The ferry and the storm", f"title: {title}").replace("    continues: inquiry\n", "")


@pytest.mark.slow
@pytest.mark.skipif(os.name != "posix", reason="needs POSIX signals")
def test_a_fault_while_reading_looking_or_drawing_does_not_end_the_watch(tmp_path: Path) -> None:
    (tmp_path / "path").mkdir()
    (tmp_path / "path" / "sitecustomize.py").write_text(FAULTY, encoding="utf-8")
    ferry = tmp_path / "ferry.yaml"
    (tmp_path / "collection.yaml").write_text((EXAMPLE / "collection.yaml").read_text(encoding="utf-8"))
    ferry.write_text(sound("It is well"), encoding="utf-8")
    options = ("--detail", "outline", "--fit", "none")
    with Live("watch", "ferry.yaml", *options, cwd=tmp_path, env={"PYTHONPATH": str(tmp_path / "path")}) as live:
        first = live.until(lambda state: state["scenarios"][0]["picture"])
        ferry.write_text(sound("a fault while reading"), encoding="utf-8")
        kept = live.until(lambda state: state["fault"] == READING)
        assert kept["scenarios"] == first["scenarios"]
        assert READING.replace("'", "&#x27;") in live.get()

        ferry.write_text(sound("a fault while drawing"), encoding="utf-8")
        state = live.until(lambda state: state["scenarios"][0]["failure"])
        assert state["fault"] == ""
        assert state["scenarios"][0]["failure"] == DRAWING
        assert state["scenarios"][0]["picture"] == first["scenarios"][0]["picture"]

        poison = tmp_path / "poison.yaml"
        poison.write_text("", encoding="utf-8")
        live.until(lambda state: state["fault"] == LOOKING)
        poison.unlink()
        ferry.write_text(sound("Still here"), encoding="utf-8")
        live.until(lambda state: state["scenarios"][0]["title"] == "Still here" and not state["fault"])
        ran = live.end()
    assert ran.code == 0
    said = [line.partition("  ")[2] for line in ran.out.splitlines()]
    assert [said.count(line) for line in (READING, LOOKING, f"ferry: not drawn: {DRAWING}")] == [1, 1, 1]


def test_what_could_not_be_read_changes_nothing_but_what_the_page_says() -> None:
    preview = unread(DRAWN, "It could not be read.")
    assert preview == replace(DRAWN, fault="It could not be read.", version=DRAWN.version + 1)
    assert unread(preview, "It could not be read.") == preview
    assert summary(preview)["fault"] == "It could not be read."
    shown = body(page(preview, "ferry"))
    assert "<p>It could not be read.</p>" in shown
    assert "✗ not read · The ferry and the storm" in shown
    assert state(preview.watched[0], (), preview.fault) == "✗ not read"


def test_what_can_be_read_again_takes_the_fault_away() -> None:
    assert checked(unread(DRAWN, "It could not be read."), read(ferry=POINTS[FERRY])).fault == ""
