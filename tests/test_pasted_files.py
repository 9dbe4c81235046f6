"""Files as they come from chats, word processors and other machines: one message and a cure for each."""

import zipfile
from pathlib import Path

import pytest

from ferries import ferry
from program import Ran, run
from untaken.checking.loading import load

ARGUED = "- for: A.\n  cite: {source: book}\n- against: B.\n  cite: {source: book}\n"
SOUND = ferry(
    ARGUED, ARGUED, head="format: 1\nsources:\n  book: {type: book, title: A Book}\n  log: {type: book, title: A}\n"
)


def checked(folder: Path, *words: str) -> Ran:
    return run("check", *words, cwd=folder)


def said(path: Path) -> list[str]:
    return [str(each) for each in load([path]).problems if each.code != "single-source"]


def indented_with(blank: str) -> str:
    lines = SOUND.split("\n")
    return "\n".join(f"{(len(each) - len(each.lstrip())) // 2 * (blank + ' ')}{each.lstrip()}" for each in lines)


@pytest.mark.parametrize(
    "spoilt",
    [
        indented_with("\u00a0"),
        indented_with("\u2003"),
        f"```yaml\n{SOUND}```\n",
        f"```\n{SOUND}\n```",
        f"~~~ yaml\n{SOUND}".replace("~~~ ", "~~~"),
        f"```yaml\n{SOUND}```\n".replace("\n", "\r\n"),
        SOUND.replace("nodes:", "Nodes:"),
        SOUND.replace("nodes:", "NODES:"),
    ],
    ids=["no-break", "em", "fences", "no language", "no end", "returns", "Nodes", "NODES"],
)
def test_what_pasting_spoils_is_one_mistake_and_mended(spoilt: str, tmp_path: Path) -> None:
    path = tmp_path / "ferry.yaml"
    path.write_bytes(spoilt.encode())
    assert len(said(path)) == 1
    assert checked(tmp_path, "ferry.yaml", "--fix").code == 0
    assert path.read_bytes().decode().replace("\r\n", "\n").strip() == SOUND.strip()


def test_no_break_blanks_and_fences_inside_a_text_are_the_authors_own(tmp_path: Path) -> None:
    path = tmp_path / "ferry.yaml"
    context = "context: |\n  One.\n  \u00a0\u00a0Two: three.\n  ```\n  four\n  ```\n"
    path.write_text(SOUND.replace("nodes:", f"{context}nodes:"), encoding="utf-8")
    assert said(path) == []


def word(path: Path, part: str) -> None:
    with zipfile.ZipFile(path, "w") as file:
        file.writestr(part, SOUND)


def test_a_document_is_named_for_what_it_is(tmp_path: Path) -> None:
    path = tmp_path / "ferry.yaml"
    first = f"{path}:1:1: error[not-utf8]: the file is "
    as_text = "\n  help: save it as plain text in UTF-8 (in Word: Save as, Plain text, Unicode (UTF-8))"
    word(path, "word/document.xml")
    assert said(path) == [f"{first}a Word document, not a plain text{as_text}"]
    word(path, "content.xml")
    assert said(path) == [f"{first}a document of LibreOffice or its like, not a plain text{as_text}"]
    word(path, "ferry.yaml")
    assert said(path) == [f"{first}a zip file, not a text\n  help: unpack it, and name what is in it"]
    path.write_bytes(b"\xd0\xcf\x11\xe0" + bytes(100))
    assert said(path) == [f"{first}a document of an old Word, not a text{as_text}"]
    path.write_bytes(rb"{\rtf1\ansi title: The ferry}")
    assert said(path) == [f"{first}a document in rich text (RTF), not a plain text{as_text}"]
    path.write_bytes(b"%PDF-1.7")
    assert said(path) == [f"{first}a PDF, not a text\n  help: copy the text out of it into a file of its own"]
    path.write_bytes(b"<!DOCTYPE html>")
    assert said(path) == [f"{first}a web page, not a scenario\n  help: save the scenario itself"]


def test_text_of_windows_is_named_with_the_letter(tmp_path: Path) -> None:
    path = tmp_path / "ferry.yaml"
    path.write_bytes(SOUND.replace("Sail tonight?", "Sail to Tórshavn?").encode("cp1252"))
    (problem,) = load([path]).problems
    assert problem.message == "the letter 'ó' is saved as Windows-1252 has it, not as UTF-8 has it"
    assert problem.help == "save it as UTF-8 (in Notepad: Save as, Encoding, UTF-8)"
    path.write_bytes(SOUND.encode() + b"# \x81")
    (problem,) = load([path]).problems
    assert problem.message == "a letter here is not UTF-8"


def test_a_file_with_an_ending_too_many_is_named_with_its_cure(tmp_path: Path) -> None:
    folder = tmp_path / "scenarios"
    folder.mkdir()
    (folder / "vote.yaml.txt").write_text(SOUND, encoding="utf-8")
    assert checked(tmp_path) == Ran(
        2,
        "0 scenarios: 1 error, 0 warnings\n",
        "scenarios:1:1: error[no-scenarios]: no scenario is in this folder\n"
        "  help: rename 'vote.yaml.txt' to 'vote.yaml'\n",
    )
    (folder / "inner").mkdir()
    (folder / "inner" / "Vote.YAML").write_text(SOUND, encoding="utf-8")
    (folder / "ferry.yaml").write_text(SOUND, encoding="utf-8")
    (folder / "notes.txt").write_text("Notes on yaml.", encoding="utf-8")
    assert said(folder) == [
        f"{folder}/inner/Vote.YAML:1:1: warning[misnamed-file]: this file is passed over\n  help: rename it to 'Vote.yaml'",
        f"{folder}/vote.yaml.txt:1:1: warning[misnamed-file]: this file is passed over\n  help: rename it to 'vote.yaml'",
    ]


def test_a_file_that_was_passed_over_is_named_though_the_folder_was_remembered(tmp_path: Path) -> None:
    folder = tmp_path / "scenarios"
    folder.mkdir()
    (folder / "ferry.yaml").write_text(SOUND, encoding="utf-8")
    first, again = checked(tmp_path), checked(tmp_path)
    assert first == again
    (folder / "vote.yaml.txt").write_text(SOUND, encoding="utf-8")
    assert "misnamed-file" in checked(tmp_path).err


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("scenaros", "write 'scenarios'"),
        ("scenarios/fery.yaml", "write 'scenarios/ferry.yaml'"),
        ("scenarios/ferry.yml", "write 'scenarios/ferry.yaml'"),
        ("scenarios/Ferry.yaml", "write 'scenarios/ferry.yaml'"),
        ("scenaros/ferry.yaml", "write 'scenarios'"),
        ("scenarios/railway-bill.yaml", ""),
    ],
)
def test_a_misspelt_path_is_answered_with_the_one_that_is_there(written: str, meant: str, tmp_path: Path) -> None:
    (tmp_path / "scenarios").mkdir()
    (tmp_path / "scenarios" / "ferry.yaml").write_text(SOUND, encoding="utf-8")
    ran = checked(tmp_path, written)
    help = f"  help: {meant}\n" if meant else ""
    assert ran.err == f"{written}:1:1: error[unreadable-file]: there is no such file\n{help}"
