"""Quotations in texts as they really are: plain-text editions, PDF and OCR, printed apparatus; and what scholars mark."""

import os
import random
import re
from itertools import pairwise
from pathlib import Path

import pytest

from program import TOP, run
from untaken.evidence.quotation import SourceText, Verdict

PAGE = "The ferry was late, and the\n\n42\n\nmails were lost. Nobody slept."

FOUND = {
    "a dash of two hyphens": ("the war--and the peace", "the war—and the peace"),
    "a dash with blanks": ("the war -- and the peace", "the war—and the peace"),
    "plain-text italics": ("the _Novy Zhizn_ wrote", "the Novy Zhizn wrote"),
    "italics at the beginning": ("_Pravda_ refused", "Pravda refused"),
    "an ellipsis of three dots": ("so it was... and is", "so it was … and is"),
    "an ellipsis of blanks and dots": ("so it was . . . and is", "so it was… and is"),
    "ligatures": ("the ﬁrst oﬃce of aﬀairs", "the first office of affairs"),
    "a long s": ("the ſaid revolution", "the said revolution"),
    "a not sign at a line's end": ("the revo¬\nlution", "the revolution"),
    "a soft hyphen at a line's end": ("the revo\u00ad\nlution", "the revolution"),
    "zero-width signs": ("the revo\u200blution\ufeff came", "the revolution came"),
    "a raised footnote mark": ("the revolution¹ came", "the revolution came"),
    "a footnote mark behind a comma": ("the revolution,² which", "the revolution, which"),
    "a bracketed footnote": ("the revolution[12] came", "the revolution came"),
    "a footnote number set level": ("the revolution12 came", "the revolution came"),
    "a star": ("the revolution* came", "the revolution came"),
    "a page number inside a sentence": (PAGE, "and the mails were lost"),
    "guillemets": ("he said «never»", "he said “never”"),
    "a drop capital": ("He slept.\n\nT he ferry was late", "The ferry was late"),
    "small capitals": ("He slept.\n\nTHE FERRY was late", "The ferry was late"),
    "small capitals of two letters": ("He slept.\n\nIT was late", "It was late"),
    "a letter in brackets": ("so the ferry was late", "[T]he ferry was late"),
    "a name put in": ("and he was late again", "and [Lenin] was late again"),
    "sic": ("and he were late", "and he were [sic] late"),
    "sic before a comma": ("and he were, it seems, late", "and he were [sic], it seems, late"),
    "a name put in where the first piece stands in vain once more": ("he was, and was he late", "was [Lenin] late"),
    "a capital letter that has two small ones": ("İl ferry and İlk were late", "and İlk were late"),
    "an omission": ("the ferry, old and slow, was late", "the ferry […] was late"),
    "quotation marks of two signs": ("he said ``never'' to it", "he said “never” to it"),
    "single for double quotation marks": ("he wrote “the old man” again", "wrote ‘the old man’ again"),
    "guillemets with blanks": ("il dit « jamais\u202f! » alors", "il dit «jamais!» alors"),
    "a long dash": ("the Count⸺was here", "the Count—was here"),
    "signs of direction": ("the \u2068revolution\u2069 came", "the revolution came"),
    "a Markdown footnote": ("the revolution[^3] came", "the revolution came"),
    "a footnote number behind quotation marks": ("the “revolution.”12 The end", "the “revolution.” The end"),
    "a footnote number behind a comma": ("the revolution,12 which came", "the revolution, which came"),
    "the mark of a page inside a sentence": ("the ferry [Pg 12] was late", "the ferry was late"),
    "the mark of a page inside a word": ("the fer[Pg 12]ry was {13} late", "the ferry was late"),
    "a drop capital on a line of its own": ("He slept.\n\nT\nhe ferry was late", "The ferry was late"),
    "a running head with its number": ("the ferry\n\n12 TEN DAYS\n\nwas late", "the ferry was late"),
    "a picture in brackets": ("the ferry\n\n[Illustration: The\nquay]\n\nwas late", "the ferry was late"),
    "an omission behind a full stop": ("The ferry, old, sank. It was late in May.", "ferry, old, sank.... late in May"),
    "an omission beside the text's own ellipsis": ("so it was… and is, he said, late", "so it was… and […] late"),
    "a number at the end of a sentence": ("It was 1917. He came", "It was 1917"),
    "one of two numbers": ("It was in 1917, 12 men came", "12 men came"),
    "one part of a compound": ("the anti-war party-men came", "men came"),
    "a genitive without its ending": ("It was Lenin’s view", "It was Lenin"),
    "an omission without brackets": ("the ferry, old and slow, was late", "the ferry … was late"),
}

NOT_FOUND = {
    "a word parted by a page number": ("the revo-\n42\nlution", "the revolution"),
    "digits parted at a line's end": ("in 19-\n17 it", "in 1917 it"),
    "a word parted by a blank line": ("the revo-\n\nlution", "the revolution"),
    "another footnote digit as a year": ("of 1917 and", "of 1918 and"),
    "an omitted not": ("the ferry was not late", "the ferry was […] late"),
    "an omission over a negation": ("the ferry, which was never late, sank", "the ferry […] sank"),
    "an omission over a full stop": ("The ferry sank. The mails were late.", "The ferry […] were late"),
    "an omission over a negation with the mark of a footnote": ("the ferry was never12 late", "the ferry […] late"),
    "an omission over a negation parted at a line's end": ("the ferry was nev-\ner late", "the ferry […] late"),
    "an omission over a negation in another language": ("das Schiff kam nicht mehr an", "das Schiff […] an"),
    "an omission over a full stop with the mark of a footnote": ("It sank.12 The mails were late", "It […] were late"),
    "an omission over a full stop before a dash": ("“It sank.”--The mails were late", "It sank […] late"),
    "a word without what denies it": ("they say that we can’t go", "they say that we can"),
    "a word without the prefix that denies it": ("the non-party men", "party men"),
    "the head of a number": ("it cost 1,917 roubles", "it cost 1"),
    "the tail of a number": ("it rose by 3.5 of them", "5 of them"),
    "an omission of a page": ("the ferry " + "and so on " * 30 + "sank", "the ferry […] sank"),
    "words put in for too many": ("so he and she and they were late", "so [Lenin] were late"),
    "the wrong letter in brackets": ("so the ferry was late", "[A]he ferry was late"),
    "capitals inside a sentence": ("so THE ferry was late", "so the ferry was late"),
    "a case that nobody marked": ("so the ferry was late", "The ferry was late"),
}


@pytest.mark.parametrize("name", FOUND)
def test_what_printing_did_to_the_words_is_undone(name: str) -> None:
    text, quotation = FOUND[name]
    assert SourceText.of(text).search(quotation).holds


@pytest.mark.parametrize("name", NOT_FOUND)
def test_what_changes_the_words_is_not_undone(name: str) -> None:
    text, quotation = NOT_FOUND[name]
    assert SourceText.of(text).search(quotation) is Verdict.MISSING


def test_a_running_head_inside_a_sentence_is_passed_over_and_can_be_quoted_all_the_same() -> None:
    pages = ["of the old ferry", "and of the mails", "which went down", "with all hands"]
    text = "\n\n".join(f"THE FERRY {number}\n\n{page}" for number, page in enumerate(pages, 12))
    assert SourceText.of(text).search("of the old ferry and of the mails").holds
    assert SourceText.of(text).search("THE FERRY 13").holds


def test_a_year_on_a_line_of_its_own_is_still_text() -> None:
    text = SourceText.of("it was the year\n\n1921\n\nof the famine")
    assert text.search("the year of the famine").holds
    assert text.search("the year 1921 of the famine").holds


def test_why_an_omission_is_refused_is_said() -> None:
    text = SourceText.of("The ferry was never late. It sank.")
    assert text.objections("The ferry […] late") == ["it passes over 'never'"]
    assert text.objections("never late […] sank") == ["it passes over the end of a sentence"]


def test_a_heading_may_take_up_two_lines_and_be_numbered_in_words_behind_a_list_with_pages() -> None:
    lines = "1. The great storm at sea . 3\n\nCHAPTER ONE\n\nTHE GREAT STORM\nAT SEA\n\nHe came.\n\n§ 2 “Peace”\n\nHe slept."
    text = SourceText.of(lines, ("Front", "The great storm at sea", "'Peace'"))
    assert not text.unfound
    assert text.search("He came", "The great storm at sea").holds
    assert text.search("He slept", "'Peace'").holds


CONTENTS = "CONTENTS\n\nI. The vote\nII. Lenin's warning .... 12\n\nTHE VOTE\n\nHe voted.\n\n2. Lenin’s Warning\n\nHe voted too."


def test_headings_are_found_behind_a_list_of_contents_whatever_their_numbers_case_and_apostrophes() -> None:
    text = SourceText.of(CONTENTS, ("Front", "The vote", "Lenin's warning"))
    assert text.unfound == ()
    assert text.search("He voted.", "The vote").holds
    assert text.search("voted too", "Lenin's warning").holds


def test_a_quotation_stands_once_in_its_section_though_it_stands_in_another_too() -> None:
    text = SourceText.of("One\n\nHe died.\n\nTwo\n\nHe died.", ("One", "Two"))
    assert text.search("He died", "Two") is Verdict.EXACT
    assert text.search("He died") is Verdict.AMBIGUOUS


def test_paragraphs_are_counted_in_their_section_across_a_page_break_inside_a_sentence() -> None:
    text = SourceText.of(
        "One\n\nA ferry.\n\nTwo\n\nFirst words.\n\nThe ferry was\n\nlate.\n\nThird words.", ("One", "Two")
    )
    places = {words: text.places(words, "Two")[0] for words in ("First words", "late", "Third words")}
    assert {words: text.paragraph_of(place, "Two") for words, place in places.items()} == {
        "First words": 1, "late": 2, "Third words": 3,
    }  # fmt: skip


def test_pages_are_known_where_the_text_marks_them_and_only_there() -> None:
    marked = SourceText.of("[Pg 12] The ferry was late. [Pg 13] The mails were lost.")
    assert marked.page_of(marked.places("mails were")[0]) == "13"
    feet = SourceText.of("The ferry was late.\n\n12\n\fThe mails were lost.\n\n13\n")
    assert [feet.page_of(feet.places(words)[0]) for words in ("ferry was", "mails were")] == ["12", "13"]
    assert SourceText.of("The ferry.\n\n12\n\nThe mails.").page_of(0) == ""


COLLECTION = """title: Votes
sources:
  book: {type: book, title: A book, text: book.txt, sections: [Front, The vote, The end]}
"""
SCENARIO = """title: The vote
question: Should they vote?
nodes:
  hall:
    decision: Vote?
    deciders: [The hall]
    options:
      aye:
        label: Vote aye
        historical: true
        advocates: [Some]
        arguments:
          - for: It was said.
            cite: {CITE}
          - against: It was said.
            cite: {source: book}
        leads-to: carried
      nay:
        label: Vote nay
        advocates: [Others]
        arguments:
          - for: It was said.
            cite: {source: book}
          - against: It was said.
            cite: {source: book}
        leads-to: lost
  carried: {outcome: Carried, basis: recorded}
  lost: {outcome: Lost, basis: inferred}
"""
BOOK = "The vote\n\nHe came and went, he said.\n\nThe end\n\nHe died at home.\n\nHe was old.\n"


@pytest.mark.parametrize(
    ("cite", "book", "told"),
    [
        ("source: book, quote: He cam and went", BOOK, "help: the nearest passage is: He [-cam-] {+came+} and went"),
        (
            "source: book, section: The end, paragraph: 99, quote: died at home",
            BOOK,
            "the quotation stands in paragraph 1 of its section, not in 99",
        ),
        ("source: book, quote: the revo42 lution", "the revo-\n42\nlution", "'book' does not hold this quotation"),
        (
            "source: book, page: 13, quote: He was old",
            "[Pg 12] He died.\n\nHe was old.\n\n[Pg 13] The end.",
            "the quotation stands on page 12, not on 13",
        ),
        ('source: book, quote: "He […] old"', "He was not old.", "does not hold this quotation: it passes over 'not'"),
    ],
    ids=[
        "commas behind the passage",
        "another paragraph",
        "a page number inside a word",
        "another page",
        "an omitted not",
    ],
)
def test_what_is_wrong_is_said_in_words_that_a_reader_understands(
    tmp_path: Path, cite: str, book: str, told: str
) -> None:
    folder = tmp_path / "scenarios" / "votes"
    folder.mkdir(parents=True)
    (folder / "collection.yaml").write_text(COLLECTION, encoding="utf-8")
    (folder / "vote.yaml").write_text(SCENARIO.replace("{CITE}", "{" + cite + "}"), encoding="utf-8")
    (tmp_path / "book.txt").write_text(book, encoding="utf-8")
    ran = run("verify", "--texts", ".", cwd=tmp_path)
    assert ran.code in (1, 2)
    assert told in ran.err


def test_a_heading_that_is_not_found_is_told_and_the_rest_is_verified(tmp_path: Path) -> None:
    folder = tmp_path / "scenarios" / "votes"
    folder.mkdir(parents=True)
    (folder / "collection.yaml").write_text(COLLECTION.replace("The end", "The last day"), encoding="utf-8")
    cite = "{source: book, section: The vote, quote: came and went}"
    (folder / "vote.yaml").write_text(SCENARIO.replace("{CITE}", cite), encoding="utf-8")
    (tmp_path / "book.txt").write_text(BOOK, encoding="utf-8")
    ran = run("verify", "--texts", ".", cwd=tmp_path)
    assert ran.out.startswith("1 quotation: 1 exact, 0 folded\n")
    assert "book.txt:1:1: error[missing-heading]: no line of the text is 'The last day'" in ran.err
    assert ran.code != 0


# A book of the public domain, as a plain-text edition has it, and four hundred quotations as a printed one would have them.

BOOKS = Path(os.environ.get("UNTAKEN_BOOKS") or TOP.parent / "shared" / "texts")
BOOK_FILE = BOOKS / "ten-days-that-shook-the-world.txt"


@pytest.fixture(scope="module")
def book() -> SourceText:
    if not BOOK_FILE.is_file():
        pytest.skip("the book is not part of the project: set UNTAKEN_BOOKS to a folder that holds it")
    return SourceText.of(BOOK_FILE.read_text(encoding="utf-8"))


def printed(words: str) -> str:
    """A passage of a plain-text edition as a printed one has it."""
    words = re.sub(r"(?<![^\W_])_+|_+(?![^\W_])", "", words)
    words = re.sub(r"\s*--+\s*", "—", words).replace("...", "…")
    words = re.sub(r'(^|[\s(—])"', r"\1“", words).replace('"', "”")
    return re.sub(r"(^|[\s(—“])'", r"\1‘", words).replace("'", "’")


def sample(book: SourceText, count: int) -> list[list[str]]:
    """Runs of 6 to 12 words that stand once in the book."""
    chosen = random.Random(7)
    words = book.raw.split()
    found: list[list[str]] = []
    while len(found) < count:
        at = chosen.randrange(len(words) - 12)
        run = words[at : at + chosen.randint(6, 12)]
        if all(re.search(r"\w", word) for word in run) and len(book.matches(" ".join(run))) == 1:
            found.append(run)
    return found


@pytest.mark.slow
def test_four_hundred_pins_as_a_printed_edition_has_them_are_all_found(book: SourceText) -> None:
    missed = [quote for run in sample(book, 400) if not book.search(quote := printed(" ".join(run))).holds]
    assert missed == []


@pytest.mark.slow
def test_pins_with_a_word_or_a_digit_changed_a_not_dropped_or_two_sentences_spliced_are_never_found(
    book: SourceText,
) -> None:
    runs = sample(book, 400)
    text = " ".join(book.raw.split())
    word = [[*run[:3], "ferry", *run[4:]] for run in runs]
    digits = [match.group() for match in re.finditer(r"(?:\S+ ){4}\S*\d\S*(?: \S+){4}", text)][:200]
    digit = [re.sub(r"\d", lambda found: str((int(found[0]) + 1) % 10), each, count=1).split() for each in digits]
    nots = [match.group() for match in re.finditer(r"(?:\S+ ){4}not(?: \S+){4}", text)][:200]
    dropped = [each.replace(" not ", " ", 1).split() for each in nots]
    spliced = [[*a[:5], *b[-5:]] for a, b in pairwise(runs)]
    found = [" ".join(each) for each in (*word, *digit, *dropped, *spliced) if book.matches(" ".join(each))]
    assert found == []
