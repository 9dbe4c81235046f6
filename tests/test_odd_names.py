"""Files whose names are no text, or hold what nobody sees or a terminal obeys; texts that hold what nobody sees."""

import json
import os
import unicodedata
from pathlib import Path

import pytest

from mistakes import CLEAN
from program import run, screen

pytestmark = pytest.mark.skipif(os.name != "posix", reason="other systems refuse such names")

ODD = {
    b"no text\xff": "no text�",
    b"two\nlines": "two�lines",
    b"tab\tbed": "tab�bed",
    b"red\x1b[31m": "red�[31m",
    "zero\u200bwidth".encode(): "zero�width",
    "tag\U000e0041".encode(): "tag�",
    "turned\u202etxt".encode(): "turned�txt",
    b"-dash": "-dash",
    b"quote'\"`$(x)": "quote'\"`$(x)",
    "ferry \u26f4\ufe0f".encode(): "ferry \u26f4\ufe0f",
    "\u0645\u06cc\u200c\u062e".encode(): "\u0645\u06cc\u200c\u062e",
}
"""Names of files without their suffix, and the ids that they give."""


@pytest.fixture
def odd(tmp_path: Path) -> Path:
    """A collection of scenarios with such names in a folder with such a name, in a folder of scenarios."""
    folder = os.path.join(os.fsencode(tmp_path), b"scenarios", b"fol\xff\nder")
    os.makedirs(folder)
    for name in ODD:
        (Path(os.fsdecode(folder)) / f"{os.fsdecode(name)}.yaml").write_text(CLEAN, encoding="utf-8")
    (Path(os.fsdecode(folder)) / "collection.yaml").write_text("title: Odd\n", encoding="utf-8")
    return tmp_path


def harmless(text: str) -> bool:
    controls = [each for each in text if unicodedata.category(each) == "Cc" and each != "\n"]
    return not controls and "\u202e" not in text


def test_odd_names_give_ids_that_can_be_shown(odd: Path) -> None:
    ran = run("list", cwd=odd)
    assert (ran.code, ran.err) == (0, "")
    assert sorted(line.split("  ")[0].rstrip() for line in ran.out.splitlines()[1:]) == sorted(ODD.values())
    assert harmless(ran.out)


def test_such_a_scenario_is_found_by_its_id(odd: Path) -> None:
    for id in ("no text�", "fol��der/red�[31m"):
        assert run("show", id, cwd=odd).out.startswith("The ferry and the storm\n")


def test_problems_in_such_files_are_told_in_every_form(odd: Path) -> None:
    for path in (odd / "scenarios").rglob("*.yaml"):
        if path.stem != "collection":
            path.write_text(CLEAN.replace("title:", "titel:", 1), encoding="utf-8")
    ran = run("check", cwd=odd)
    assert ran.code == 1
    assert ran.out == f"{len(ODD)} scenarios: {len(ODD)} errors, 0 warnings\n"
    assert harmless(ran.err)
    assert "scenarios/fol��der/no text�.yaml:2:1: error[unknown-key]" in ran.err
    assert len(json.loads(run("check", "--output-format", "json", cwd=odd).out)["problems"]) == len(ODD)
    [results] = [each["results"] for each in json.loads(run("check", "--output-format", "sarif", cwd=odd).out)["runs"]]
    uris = {each["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for each in results}
    assert "scenarios/fol%FF%0Ader/no%20text%FF.yaml" in uris
    lines = run("check", "--output-format", "github", cwd=odd).out.splitlines()
    assert len(lines) == len(ODD)
    assert all(line.startswith("::error file=") for line in lines)


def test_such_scenarios_are_drawn_into_files_with_plain_names(odd: Path) -> None:
    ran = run("render", "-f", "dot", "--fit", "none", "-o", "out", cwd=odd)
    assert (ran.code, ran.err) == (0, "")
    assert sorted(os.listdir(odd / "out")) == sorted(f"{id}.dot" for id in ODD.values())


def test_two_names_that_look_the_same_are_told_apart_by_nobody_and_that_is_told(tmp_path: Path) -> None:
    for name in (b"a\xff.yaml", b"a\xfe.yaml"):
        Path(os.fsdecode(os.path.join(os.fsencode(tmp_path), name))).write_text(CLEAN, encoding="utf-8")
    assert "error[duplicate-scenario]" in run("check", ".", cwd=tmp_path).err


HIDDEN = "The\u200b fer\u2060ry\ufeff and\u200d the \U000e0041storm"


def test_what_nobody_sees_never_reaches_a_terminal_but_a_file_gets_what_was_written(tmp_path: Path) -> None:
    text = CLEAN.replace("The ferry and the storm", f"{HIDDEN} 👩\u200d🏫")
    (tmp_path / "ferry.yaml").write_text(text, encoding="utf-8")
    for words in (["show", "ferry.yaml"], ["list", "ferry.yaml"], ["walk", "ferry.yaml", "--choose", "1"]):
        code, sent = screen(*words, cwd=tmp_path, columns=100)
        assert code == 0
        assert not set(sent) & set("\u200b\u2060\ufeff\U000e0041")
        assert sent.count("\u200d") == sent.count("👩\u200d🏫")
        assert "The ferry and the storm" in sent
    assert HIDDEN in run("show", "ferry.yaml", cwd=tmp_path).out


def test_a_message_shows_where_something_stands_that_nobody_sees(tmp_path: Path) -> None:
    (tmp_path / "ferry.yaml").write_text(CLEAN.replace("leads-to: calm", "leads-to: calm\u200b"), encoding="utf-8")
    _, sent = screen("check", "ferry.yaml", cwd=tmp_path, columns=100)
    assert "leads-to: calm�" in sent
    assert "\u200b" not in sent
