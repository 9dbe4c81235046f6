"""Evidence that one can attack: what stands round a pin, where else its words stand, what an essay quotes."""

import json
from pathlib import Path

import pytest

from program import run
from untaken.evidence.annotations import Annotated, as_annotations
from untaken.evidence.context import Context, context
from untaken.evidence.essays import Found, QuotedPassage, looked_up, passages, without_tags
from untaken.evidence.quotation import SourceText
from untaken.model import Citation
from untaken.model.sources import Source

TEXT = SourceText.of("""The harbour

Dr. Grant waited. Although the glass had fallen, the owners thought that the ferry would
never be lo-
st in the narrows. But it was! They were right.

The night

“The railway stood ready,” he wrote. Nobody had asked it. Yet it came.
""")


def around(words: str) -> Context:
    (match,) = TEXT.matches(words)
    return context(TEXT, match)


def test_the_sentence_round_a_pin_is_shown_with_what_could_turn_its_sense() -> None:
    assert around("the ferry would never be lost") == Context(
        "Although the glass had fallen, the owners thought that ",
        "the ferry would never be lost",
        " in the narrows.",
        ("a concession stands close: 'Although'", "the next sentence turns: 'But'"),
    )
    assert around("The railway stood ready").cautions == ()
    assert around("had asked it") == Context(
        "Nobody ", "had asked it", ".", ("a negation stands close: 'Nobody'", "the next sentence turns: 'Yet'")
    )


def test_a_pin_becomes_an_annotation_with_the_words_round_it() -> None:
    pin = Annotated(
        "ferry/nodes/harbour", "The mails.", Citation(source="annals", quote="the ferry would never be lost")
    )
    source = Source(type="webpage", title="Annals", URL="https://example.org/annals")
    (made,) = json.loads(as_annotations([pin], {"annals": source}, {"annals": TEXT}))
    assert made["target"]["source"] == "https://example.org/annals"
    found = made["target"]["selector"]
    assert (found["type"], found["exact"]) == ("TextQuoteSelector", "the ferry would\nnever be lo-\nst")
    assert TEXT.clean.count(found["prefix"] + found["exact"] + found["suffix"]) == 1
    assert (len(found["prefix"]), len(found["suffix"])) == (32, 32)


ESSAY = """# My essay

The owners "thought that the ferry would never be lost in the narrows," as the annals say.
He calls it “the night”. She wrote that “the railway stood
idle that day.”

> Nobody had asked it.
"""


def test_an_essay_gives_its_quotations_with_their_lines_and_terms_are_none() -> None:
    assert list(passages(ESSAY)) == [
        QuotedPassage(3, "thought that the ferry would never be lost in the narrows"),
        QuotedPassage(4, "the railway stood idle that day"),
        QuotedPassage(7, "Nobody had asked it"),
    ]


def test_quotations_in_single_marks_and_of_web_pages_are_found_too() -> None:
    british = "He says ‘the workers’ council was there’, and 'nobody hoped for it'.\n\nThe workers’ own council."
    assert [each.words for each in passages(british)] == ["the workers’ council was there", "nobody hoped for it"]
    page = "<p>So <q>the railway stood idle</q>.</p>\n<blockquote>Nobody had asked it.</blockquote>"
    assert list(passages(without_tags(page))) == [
        QuotedPassage(1, "the railway stood idle"),
        QuotedPassage(2, "Nobody had asked it"),
    ]


def test_where_no_scenarios_are_an_essay_is_looked_up_in_all_texts_of_the_folder(tmp_path: Path) -> None:
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "annals.txt").write_text(TEXT.raw, encoding="utf-8")
    words = " ".join(TEXT.raw.split()[3:8]).strip(".,")
    (tmp_path / "essay.md").write_text(f"It says “{words}”.", encoding="utf-8")
    ran = run("verify", "essay.md", "--texts", "texts", cwd=tmp_path)
    assert (ran.code, ran.out) == (0, "essay.md:1: found: annals\n1 quotation: 1 found, 0 not found\n")


@pytest.mark.parametrize(
    ("name", "data", "cause"),
    [
        ("essay.md", "the ‘railway’".encode("cp1252"), "is saved as Windows-1252 has it"),
        ("essay.docx", b"PK\x03\x04 word/document.xml", "the file is a Word document, not a plain text"),
        ("essay.txt", None, "there is no such file"),
    ],
)
def test_an_essay_that_is_no_text_is_told(name: str, data: bytes | None, cause: str, tmp_path: Path) -> None:
    (tmp_path / "annals.txt").write_text(TEXT.raw, encoding="utf-8")
    if data is not None:
        (tmp_path / name).write_bytes(data)
    ran = run("verify", name, "--texts", ".", cwd=tmp_path)
    assert ran.code == 2
    assert cause in ran.err


def test_each_is_found_in_a_source_or_shown_beside_the_nearest_passage() -> None:
    sections = ("The harbour", "The night")
    texts = {"annals": SourceText.of(TEXT.raw, sections)}
    first, second, third = (looked_up(each, texts) for each in passages(ESSAY))
    assert first.places == (("annals", "The harbour"),)
    assert third.places == (("annals", "The night"),)
    assert second == Found(QuotedPassage(4, "the railway stood idle that day"), (), "annals", second.difference)
    assert second.difference == "[-the-] {+The+} railway stood [-idle that day-] {+ready,' he wrote+}"
