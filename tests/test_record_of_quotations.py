"""The record of verified quotations belongs to several people: what nobody looked up stays, what changed is asked about."""

import json
import os
import shutil
from pathlib import Path

import pytest

from ferries import ferry
from program import run
from untaken.checking.desk import Desk

COLLECTION = """title: Harbours
sources:
  annals: {type: book, title: Annals}
  letters: {type: book, title: Letters}
"""


def scenario(annals: str, letters: str) -> str:
    return ferry(
        f"""\
- for: The mails.
  cite: {{source: annals, quote: {annals}}}
- against: The glass.
  cite: {{source: letters, quote: {letters}}}
""",
        """\
- for: The morning.
  cite: {source: annals}
- against: The contract.
  cite: {source: letters}
""",
    )


@pytest.fixture
def harbours(tmp_path: Path) -> Path:
    """A collection of two scenarios that cite two books, and a folder with the text of each, and of both."""
    folder = tmp_path / "scenarios" / "harbours"
    folder.mkdir(parents=True)
    (folder / "collection.yaml").write_text(COLLECTION, encoding="utf-8")
    (folder / "ferry.yaml").write_text(scenario("the mails were kept", "the glass fell"), encoding="utf-8")
    (folder / "storm.yaml").write_text(scenario("a storm came", "nobody slept"), encoding="utf-8")
    texts = {"annals": "First a storm came, and the mails were kept.", "letters": "Then the glass fell; nobody slept."}
    for name, there in (("both", ("annals", "letters")), ("mine", ("annals",)), ("yours", ("letters",))):
        (tmp_path / name).mkdir()
        for id in there:
            (tmp_path / name / f"{id}.txt").write_text(texts[id], encoding="utf-8")
    return tmp_path


def record(folder: Path) -> Path:
    return folder / "scenarios" / "harbours" / "quotations.lock"


def quotes(folder: Path) -> dict[str, list[str]]:
    """The quotations in the record by scenario."""
    content = json.loads(record(folder).read_text(encoding="utf-8"))
    return {id: [each["quote"] for each in verified] for id, verified in content["quotations"].items()}


ALL = {"ferry": ["the mails were kept", "the glass fell"], "storm": ["a storm came", "nobody slept"]}


# ── what was not looked up is kept ──


@pytest.mark.parametrize("part", ["mine", "yours"])
def test_with_some_of_the_texts_what_stood_in_the_others_is_kept_to_the_letter(harbours: Path, part: str) -> None:
    run("verify", "--texts", "both", cwd=harbours)
    whole = record(harbours).read_bytes()
    ran = run("verify", "--texts", part, cwd=harbours)
    assert (ran.code, ran.out) == (2, "2 quotations: 2 exact, 0 folded\n")
    assert record(harbours).read_bytes() == whole


def test_two_who_own_different_books_make_one_record_together(harbours: Path) -> None:
    run("verify", "--texts", "mine", cwd=harbours)
    assert quotes(harbours) == {"ferry": ["the mails were kept"], "storm": ["a storm came"]}
    run("verify", "ferry", "--texts", "yours", cwd=harbours)
    assert quotes(harbours) == {"ferry": ALL["ferry"], "storm": ["a storm came"]}
    run("verify", "--texts", "yours", cwd=harbours)
    assert quotes(harbours) == ALL
    assert run("check", cwd=harbours).out == "2 scenarios: 0 errors, 0 warnings\n"


def test_what_the_scenario_no_longer_says_goes_and_what_is_no_longer_found_goes(harbours: Path) -> None:
    run("verify", "--texts", "both", cwd=harbours)
    path = harbours / "scenarios" / "harbours" / "ferry.yaml"
    path.write_text(scenario("no mails were kept", "the glass rose"), encoding="utf-8")
    ran = run("verify", "--texts", "mine", cwd=harbours)
    assert ran.err.count("error[quotation-not-found]") == 1
    assert quotes(harbours) == {"ferry": [], "storm": ALL["storm"]}


# ── a text that has changed is asked about ──

CHANGED = """\
both/letters.txt:1:1: error[changed-text]: the text of 'letters' has changed since its quotations were verified
  help: see what was changed in it; if that is right: untaken verify --repin letters
"""


def test_a_changed_text_fails_and_is_named_until_it_is_pinned_again(harbours: Path) -> None:
    run("verify", "--texts", "both", cwd=harbours)
    before = record(harbours).read_bytes()
    text = harbours / "both" / "letters.txt"
    text.write_text("Later the glass fell; nobody slept.", encoding="utf-8")
    for _ in range(2):
        ran = run("verify", "--texts", "both", cwd=harbours)
        assert (ran.code, ran.err) == (1, CHANGED)
        assert record(harbours).read_bytes() == before
    ran = run("verify", "--texts", "both", "--repin", "annals", cwd=harbours)
    assert (ran.code, ran.err) == (1, CHANGED)
    ran = run("verify", "--texts", "both", "--repin", "letters", cwd=harbours)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == "4 quotations: 4 exact, 0 folded\nscenarios/harbours/quotations.lock is up to date\n"
    assert record(harbours).read_bytes() != before
    assert run("verify", "--texts", "both", cwd=harbours).code == 0


def test_while_one_text_is_in_doubt_the_others_are_recorded_and_the_quotations_of_both_are_looked_up(
    harbours: Path,
) -> None:
    run("verify", "--texts", "both", cwd=harbours)
    (harbours / "both" / "letters.txt").write_text("Nothing is left of them.", encoding="utf-8")
    path = harbours / "scenarios" / "harbours" / "ferry.yaml"
    path.write_text(scenario("First a storm", "the glass fell"), encoding="utf-8")
    ran = run("verify", "--texts", "both", cwd=harbours)
    assert (ran.code, ran.out) == (
        1,
        "4 quotations: 2 exact, 0 folded, 2 not found\nscenarios/harbours/quotations.lock is up to date\n",
    )
    assert ran.err.count("error[quotation-not-found]") == 2
    assert ran.err.endswith(CHANGED)
    assert quotes(harbours) == {"ferry": ["First a storm", "the glass fell"], "storm": ALL["storm"]}


def test_line_ends_and_a_mark_at_the_beginning_are_no_change(harbours: Path) -> None:
    text = harbours / "both" / "letters.txt"
    text.write_bytes(b"Then\nthe glass fell;\nnobody slept.\n")
    run("verify", "--texts", "both", cwd=harbours)
    text.write_bytes(b"\xef\xbb\xbfThen\r\nthe glass fell;\r\nnobody slept.\r\n")
    assert run("verify", "--texts", "both", cwd=harbours).code == 0


def test_a_source_that_there_is_not_cannot_be_pinned_again(harbours: Path) -> None:
    ran = run("verify", "--texts", "both", "--repin", "leters", cwd=harbours)
    assert (ran.code, ran.out, ran.err) == (2, "", "error: no source is called 'leters'\nhelp: write 'letters'\n")
    assert not record(harbours).exists()


# ── a record that cannot be read is never lost ──

MERGE = b"""{
 "format": 1,
<<<<<<< HEAD
 "texts": {"annals": "a"},
=======
 "texts": {"annals": "b"},
>>>>>>> theirs
 "quotations": {}
}
"""
BROKEN = {
    "a merge conflict": MERGE,
    "no UTF-8": b'{"format": 1, "texts": {"annals": "\xff\xfe"}, "quotations": {}}',
    "half of it": b'{"format": 1, "te',
    "endless": b'{"format": 1, "texts": {}, "quotations": {"ferry": [{"source": "a", "section": null, "quote": "b", "at": 1e999}]}}',
    "no number": b'{"format": 1, "texts": {}, "quotations": {"ferry": [{"source": "a", "section": null, "quote": "b", "at": "7"}]}}',
    "a list for a word": b'{"format": 1, "texts": {}, "quotations": {"ferry": [{"source": [], "section": null, "quote": "b", "at": 7}]}}',
    "a list for a section": b'{"format": 1, "texts": {}, "quotations": {"ferry": [{"source": "a", "section": [1], "quote": "b", "at": 7}]}}',
    "a list of texts": b'{"format": 1, "texts": ["annals"], "quotations": {}}',
    "a list of quotations": b'{"format": 1, "texts": {}, "quotations": []}',
    "half a letter": b'{"format": 1, "texts": {}, "quotations": {"\\ud800": []}}',
    "not a number": b'{"format": NaN}',
    "deep": b"[" * 100_000,
    "empty": b"",
    "NUL": b"\0" * 2_000_000,
    "another format": b'{"format": 2, "texts": {}, "quotations": {}}',
}


def test_broken_records_are_told_and_kept_while_they_cannot_be_made_anew(harbours: Path) -> None:
    for name, content in BROKEN.items():
        folder = harbours / "scenarios" / name
        shutil.copytree(record(harbours).parent, folder)
        (folder / "quotations.lock").write_bytes(content)
        _, (problem,) = Desk().lock(folder / "quotations.lock")
        assert problem.code == "broken-lock"
    ran = run("verify", "--texts", "mine", cwd=harbours)
    assert ran.code == 2
    for name, content in BROKEN.items():
        assert f"scenarios/{name}/quotations.lock:1:1: warning[broken-lock]: " in ran.err
        assert (harbours / "scenarios" / name / "quotations.lock").read_bytes() == content


def test_a_broken_record_is_kept_when_only_some_scenarios_are_looked_at(harbours: Path) -> None:
    record(harbours).write_bytes(MERGE)
    ran = run("verify", "ferry", "--texts", "both", cwd=harbours)
    assert (ran.code, ran.out) == (1, "2 quotations: 2 exact, 0 folded\n")
    assert ran.err == (
        "scenarios/harbours/quotations.lock:1:1: warning[broken-lock]: "
        "a merge left two versions of the record of verified quotations here\n"
        "  help: settle it as in any text, or run `untaken verify` with the texts of all sources\n"
    )
    assert record(harbours).read_bytes() == MERGE


def test_with_all_texts_a_broken_record_is_made_anew(harbours: Path) -> None:
    record(harbours).write_bytes(MERGE)
    ran = run("verify", "--texts", "both", cwd=harbours)
    assert (ran.code, ran.err) == (0, "")
    assert quotes(harbours) == ALL


@pytest.mark.skipif(os.name != "posix", reason="needs pipes that have names")
@pytest.mark.parametrize(
    ("make", "cause"),
    [
        (os.mkfifo, "this is not an ordinary file"),
        (os.mkdir, "this is a folder, not a file"),
        (lambda path: os.symlink("/dev/zero", path), "this is not an ordinary file"),
        (lambda path: os.symlink("nowhere", path), "this link leads to no file"),
    ],
    ids=["a pipe", "a folder", "a device", "a link to nothing"],
)
def test_a_record_that_is_no_file_is_told_and_left(harbours: Path, make: object, cause: str) -> None:
    make(record(harbours))  # type: ignore[operator]
    for line in (["check"], ["verify", "ferry", "--texts", "both"]):
        ran = run(*line, cwd=harbours)
        assert f"warning[broken-lock]: the record of verified quotations cannot be read: {cause}\n" in ran.err


# ── texts are looked at before they are read ──


@pytest.mark.skipif(os.name != "posix", reason="needs pipes that have names")
@pytest.mark.parametrize(
    ("make", "cause"),
    [
        (os.mkfifo, "this is not an ordinary file"),
        (os.mkdir, "this is a folder, not a file"),
        (lambda path: os.symlink("/dev/zero", path), "this text lies outside of the folder of texts"),
        (lambda path: os.symlink("../yours/letters.txt", path), "this text lies outside of the folder of texts"),
        (lambda path: os.symlink("loop", path), "there is no text of the source 'letters'"),
        (lambda path: Path(path).write_bytes(b"\xef\xbb\xbfe\xf0"), "the text is not UTF-8"),
        (lambda path: Path(path).write_bytes(b"\0" * 2_000_000), "the file is no text"),
        (lambda path: Path(path).write_bytes(b"PK\x03\x04word/"), "the file is a Word document, not a plain text"),
        (lambda path: Path(path).write_bytes(b"%PDF-1.7"), "the file is a PDF, not a text"),
    ],
    ids=["a pipe", "a folder", "a device", "a link out", "a link to nothing", "half a letter", "zeros", "Word", "PDF"],
)
def test_a_text_that_cannot_be_had_is_told_and_its_record_kept(harbours: Path, make: object, cause: str) -> None:
    run("verify", "--texts", "both", cwd=harbours)
    whole = record(harbours).read_bytes()
    make(harbours / "mine" / "letters.txt")  # type: ignore[operator]
    ran = run("verify", "--texts", "mine", cwd=harbours)
    assert ran.code == 2
    assert ran.err.startswith(f"mine/letters.txt:1:1: error[missing-text]: {cause}\n")
    assert record(harbours).read_bytes() == whole


def test_a_link_within_the_folder_of_texts_is_followed(harbours: Path) -> None:
    (harbours / "both" / "letters.txt").rename(harbours / "both" / "second edition.txt")
    (harbours / "both" / "letters.txt").symlink_to("second edition.txt")
    assert run("verify", "--texts", "both", cwd=harbours).code == 0


def test_no_collection_can_have_a_text_of_the_machine_read_out(harbours: Path) -> None:
    path = harbours / "scenarios" / "harbours" / "collection.yaml"
    path.write_text(COLLECTION.replace("title: Annals", "title: Annals, text: ../yours/letters.txt"), encoding="utf-8")
    ran = run("verify", "--texts", "mine", cwd=harbours)
    assert (
        "mine/../yours/letters.txt:1:1: error[missing-text]: this text lies outside of the folder of texts" in ran.err
    )
