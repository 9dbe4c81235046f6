"""Quotations against texts: each fault is reported for what it is, and the record tells verified from changed."""

import json
from pathlib import Path

import pytest

from ferries import ferry
from program import run
from untaken.checking.loading import load
from untaken.evidence.quotation import Pin, SourceText, Verdict
from untaken.evidence.verification import EMPTY, Lock, decode_lock, encode, verify

TEXT = """The Harbour Book

Before the storm the glass had fallen since noon, and the
master said so.

The Contract

A ferry that is a day late shall forfeit the mails, and the rail-
way stood ready. Nobody “hoped” for it.

The Night

Not one of the hands came home. The ferry was old.
The ferry was lost.
"""

COLLECTION = """title: Harbours
sources:
  harbour-book: {type: book, title: The Harbour Book, text: harbour.txt, sections: [Beginning, The Contract, The Night]}
  annals: {type: book, title: Annals}
"""

SCENARIO = ferry(
    """\
- for: The mails.
  cite: {source: harbour-book, section: The Contract, quote: forfeit the mails}
- against: The glass.
  cite: {source: harbour-book, section: Beginning, quote: fallen since noon}
""",
    """\
- for: The railway.
  cite: {source: harbour-book, section: The Contract, quote: the railway stood ready}
- against: Hope.
  cite: {source: harbour-book, section: The Contract, quote: Nobody "hoped" for it}
""",
)


@pytest.fixture
def harbours(tmp_path: Path) -> Path:
    folder = tmp_path / "scenarios" / "harbours"
    folder.mkdir(parents=True)
    (folder / "collection.yaml").write_text(COLLECTION, encoding="utf-8")
    (folder / "ferry.yaml").write_text(SCENARIO, encoding="utf-8")
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "harbour.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "texts" / "annals.txt").write_text("Years.", encoding="utf-8")
    return tmp_path


def changed(folder: Path, old: str, new: str) -> None:
    path = folder / "scenarios" / "harbours" / "ferry.yaml"
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_all_quotations_hold_and_the_record_says_so(harbours: Path) -> None:
    ran = run("verify", "--texts", "texts", cwd=harbours)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == ("4 quotations: 2 exact, 2 folded\nscenarios/harbours/quotations.lock is up to date\n")
    assert run("check", cwd=harbours).out == "1 scenario: 0 errors, 0 warnings, 1 note\n"
    assert run("verify", "--texts", "texts", cwd=harbours).out == "4 quotations: 2 exact, 2 folded\n"


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            "quote: forfeit the mails",
            "quote: forfeit the letters",
            """scenarios/harbours/ferry.yaml:13:72: error[quotation-not-found]: 'harbour-book' does not hold this quotation
  13 |             cite: {source: harbour-book, section: The Contract, quote: forfeit the letters}
     |                                                                        ^^^^^^^^^^^^^^^^^^^
  help: the nearest passage is: forfeit the [-letters-] {+mails+}
""",
        ),
        (
            "section: Beginning",
            "section: The Night",
            """scenarios/harbours/ferry.yaml:15:51: error[quotation-elsewhere]: the quotation stands in the section 'Beginning' of 'harbour-book', not in 'The Night'
  15 |             cite: {source: harbour-book, section: The Night, quote: fallen since noon}
     |                                                   ^^^^^^^^^
  help: write 'section: Beginning'
""",
        ),
        (
            "section: The Contract, quote: forfeit the mails",
            "section: The Night, quote: The ferry",
            """scenarios/harbours/ferry.yaml:13:69: error[quotation-ambiguous]: the quotation stands 2 times in the section 'The Night' of 'harbour-book'
  13 |             cite: {source: harbour-book, section: The Night, quote: The ferry}
     |                                                                     ^^^^^^^^^
  help: add a word before or behind it
""",
        ),
        (
            "section: Beginning,",
            "section: Beginning, paragraph: 3,",
            """scenarios/harbours/ferry.yaml:15:73: error[quotation-elsewhere]: the quotation stands in paragraph 1 of its section, not in 3
  15 |             cite: {source: harbour-book, section: Beginning, paragraph: 3, quote: fallen since noon}
     |                                                                         ^
  help: write 'paragraph: 1'
""",
        ),
        (
            "source: harbour-book, section: Beginning",
            "source: annals",
            """scenarios/harbours/ferry.yaml:15:28: error[quotation-elsewhere]: the quotation stands in the section 'Beginning' of 'harbour-book', not in 'annals'
  15 |             cite: {source: annals, quote: fallen since noon}
     |                            ^^^^^^
  help: write 'source: harbour-book' and 'section: Beginning'
""",
        ),
    ],
    ids=["a word changed", "a wrong section", "shortened until it occurs twice", "a wrong paragraph", "another source"],
)
def test_a_fault_is_reported_for_what_it_is(harbours: Path, old: str, new: str, message: str) -> None:
    changed(harbours, old, new)
    ran = run("verify", "--texts", "texts", cwd=harbours)
    assert ran.code == 1
    assert ran.err == message


def test_the_right_paragraph_is_right(harbours: Path) -> None:
    changed(harbours, "section: Beginning,", "section: Beginning, paragraph: 1,")
    ran = run("verify", "--texts", "texts", cwd=harbours)
    assert (ran.code, ran.err) == (0, "")


def test_without_the_texts_a_changed_quotation_is_known_by_the_record(harbours: Path) -> None:
    run("verify", "--texts", "texts", cwd=harbours)
    changed(harbours, "forfeit the mails", "forfeit its mails")
    ran = run("check", cwd=harbours)
    assert ran.code == 0
    assert "ferry.yaml:13:72: warning[unverified-quotation]" in ran.err


def test_a_text_that_is_not_there_is_named_with_the_file_that_was_looked_for(harbours: Path) -> None:
    (harbours / "texts" / "harbour.txt").unlink()
    ran = run("verify", "--texts", "texts", cwd=harbours)
    assert ran.code == 2
    assert ran.err == (
        "texts/harbour.txt:1:1: error[missing-text]: there is no text of the source 'harbour-book'\n"
        "  help: put the text of 'harbour-book' there, or name its file with 'text: …' under the source\n"
    )


def test_a_record_that_was_cut_in_half_is_a_warning_and_is_made_anew(harbours: Path) -> None:
    run("verify", "--texts", "texts", cwd=harbours)
    lock = harbours / "scenarios" / "harbours" / "quotations.lock"
    whole = lock.read_text(encoding="utf-8")
    lock.write_text(whole[: len(whole) // 2], encoding="utf-8")
    assert "warning[broken-lock]" in run("check", cwd=harbours).err
    run("verify", "--texts", "texts", cwd=harbours)
    assert lock.read_text(encoding="utf-8") == whole


def test_the_record_survives_its_own_encoding() -> None:
    lock = Lock({"book": "ab12"}, {"ferry": ((Pin("book", None, "“so it was”"), 7), (Pin("book", "I", "x"), 9))})
    assert decode_lock(encode(lock)) == lock
    assert decode_lock(encode(EMPTY)) == EMPTY
    assert decode_lock("[]") is None
    assert decode_lock('{"format": 2}') is None


def test_a_caption_in_the_middle_of_a_sentence_is_passed_over() -> None:
    text = "the majority (Bolsheviks) Harbour in 1884\n\n and the minority"
    assert SourceText.of(text).search("Bolsheviks) and the minority") is Verdict.MISSING
    assert SourceText.of(text, captions=["Harbour in 1884"]).search("Bolsheviks) and the minority") is Verdict.FOLDED


def test_every_quotation_of_the_collection_is_in_the_record(shipped_folder: Path) -> None:
    loaded = load([shipped_folder])
    assert not [str(each) for each in loaded.problems if each.code in ("unverified-quotation", "broken-lock")]
    lock = decode_lock((shipped_folder / "october-1917" / "quotations.lock").read_text(encoding="utf-8"))
    assert lock is not None
    assert set(lock.quotations) == {*(point.id for point in loaded.points), "collection"}


def test_nothing_is_verified_where_no_text_is_given(harbours: Path) -> None:
    (point,) = load([harbours / "scenarios"]).points
    assert verify(point.scenario, {}) == []


def test_right_words_under_the_wrong_source_are_found_where_they_stand(harbours: Path) -> None:
    (harbours / "texts" / "annals.txt").write_text("Years. The mate had forfeited his pay.", encoding="utf-8")
    changed(harbours, "quote: forfeit the mails", "quote: The mate had forfeited his pay")
    assert run("verify", "--texts", "texts", cwd=harbours).err == (
        "scenarios/harbours/ferry.yaml:13:28: error[quotation-elsewhere]: the quotation stands in 'annals', "
        "not in 'harbour-book'\n"
        "  13 |             cite: {source: harbour-book, section: The Contract, quote: The mate had forfeited his pa…\n"
        "     |                            ^^^^^^^^^^^^\n"
        "  help: write 'source: annals'\n"
    )


def test_each_pin_is_shown_in_its_sentence_and_two_sides_of_one_sentence_are_said(harbours: Path) -> None:
    changed(harbours, "section: Beginning, quote: fallen since noon", "section: The Contract, quote: A ferry that is")
    shown = run("verify", "--texts", "texts", "--context", cwd=harbours).out
    assert shown.startswith(
        "ferry: harbour › sail › arguments › 0 › 0\n"
        "  The Harbour Book, The Contract\n"
        "  A ferry that is a day late shall [forfeit the mails], and the railway stood ready.\n"
        "  Look: arguments for and against this option are taken from this one sentence.\n"
    )
    assert "2 pins speak for and against an option from one sentence: see --context\n" in (
        run("verify", "--texts", "texts", cwd=harbours).out
    )


def test_what_an_essay_quotes_is_looked_up_in_the_sources(harbours: Path) -> None:
    essay = "They “forfeit the mails, and the railway” got it.\n\n> Nobody feared for the ferry\n\nA “ferry”.\n"
    (harbours / "essay.md").write_text(essay, encoding="utf-8")
    ran = run("verify", "essay.md", "--texts", "texts", cwd=harbours)
    assert ran.code == 1
    assert ran.out == (
        "essay.md:1: found: The Harbour Book, The Contract\n"
        "essay.md:3: not found: “Nobody feared for the ferry”\n"
        "  Nearest, in The Harbour Book: Nobody [-feared-] {+'hoped'+} for [-the ferry-] {+it. The+}\n"
        "2 quotations: 1 found, 1 not found\n"
    )


def test_every_pin_becomes_an_annotation(harbours: Path) -> None:
    ran = run("verify", "--texts", "texts", "--annotations", "pins.json", cwd=harbours)
    assert ran.code == 0
    made = json.loads((harbours / "pins.json").read_text(encoding="utf-8"))
    assert [each["body"]["value"] for each in made] == ["The mails.", "The glass.", "The railway.", "Hope."]
    assert made[0]["target"]["selector"]["prefix"].endswith("a day late shall ")
