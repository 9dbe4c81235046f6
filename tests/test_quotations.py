import os
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from histories import shipped
from program import TOP
from untaken.evidence import folding
from untaken.evidence.folding import JOINT, Folding, fold, keyed
from untaken.evidence.nearest import nearest
from untaken.evidence.quotation import SourceText, Verdict
from untaken.evidence.refolding import with_all
from untaken.model import Note, Option, TurningPoint
from untaken.model.traversal import Claim, citations, claims

# What the matching contract folds: the text on the left, the quotation on the right.
FOLDED = [
    ("the\nold\tBolsheviks", "the old Bolsheviks"),
    ("the\r\nold\u2028Bolsheviks", "the old Bolsheviks"),
    ("the old  \n\n  Bolsheviks", "the old Bolsheviks"),
    ("the old Bolsheviks", "the\n old   Bolsheviks"),
    ("the\u00a0old\u202fBolsheviks", "the old Bolsheviks"),
    ("‘Materially,’ Russia wasn’t", "'Materially,' Russia wasn't"),
    ('"Stalin" wasn\'t', "“Stalin” wasn’t"),
    ("„Stalin‟ and ‚Lenin‛", "\"Stalin\" and 'Lenin'"),
    ("a state — of sorts", "a state - of sorts"),
    ("1917–1921", "1917-1921"),
    ("forced‑labour camps", "forced-labour camps"),
    ("war\u00adtime", "wartime"),
    ("wartime", "war\u00adtime"),
    ("the Bol-\nsheviks", "the Bolsheviks"),
    ("the Bol-  \r\n  sheviks", "the Bolsheviks"),
    ("the Bol‐\nsheviks", "the Bolsheviks"),
    ("the Bol\u00ad\nsheviks", "the Bolsheviks"),
    ("forced-\nlabour camps", "forced-labour camps"),
    ("forced-\nlabour camps", "forced–labour camps"),
    ("the Bolsheviks", "the Bol-\nsheviks"),
    ("forced-labour camps", "forced-\nlabour camps"),
    ("a coup d’e\u0301tat", "a coup d'état"),
    ("a coup d'état", "a coup d’e\u0301tat"),
    ("possible, even necessary", ", even"),
    ("he said (twice) so", "(twice) so"),
    ("said “never again”", "“never again”"),
    ("word—then another", "—then"),
]

NEVER_FOLDED = [
    ("the Old Bolsheviks", "the old Bolsheviks"),
    ("a labour camp", "a labor camp"),
    ("war, and peace", "war and peace"),
    ("war and peace", "war, and peace"),
    ("peace.", "peace!"),
    ("a coup d'etat", "a coup d'état"),
    ("Petrograd n\u0308", "Petrograd n"),
    ("peace and war", "war and peace"),
    ("forced labour", "forced-labour"),
    ("a state—\nof sorts", "a stateof sorts"),
    ("wellknown", "well-known"),
    ("non-\n violence", "non violence"),
    ("the Bolsheviks", "the Bolshevik"),
    ("the Bolsheviks", "he Bolsheviks"),
    ("the Bol-\nsheviks", "sheviks"),
    ("the Bol-\nsheviks", "the Bol"),
    ("1917", "191"),
    ("snake_case", "case"),
    ("the Bolsheviks", ""),
    ("the Bolsheviks", " \n"),
]


@pytest.mark.parametrize(("text", "quotation"), FOLDED)
def test_what_the_contract_folds_is_found(text: str, quotation: str) -> None:
    assert SourceText.of(text).search(quotation).holds


@pytest.mark.parametrize(("text", "quotation"), NEVER_FOLDED)
def test_what_the_contract_never_folds_is_missing(text: str, quotation: str) -> None:
    assert SourceText.of(text).search(quotation) is Verdict.MISSING


def test_a_quotation_that_is_copied_letter_for_letter_is_told_from_one_that_is_folded() -> None:
    text = SourceText.of("Russia wasn’t ripe\nfor socialism.")
    assert text.search("Russia wasn’t ripe") is Verdict.EXACT
    assert text.search("Russia wasn't ripe") is Verdict.FOLDED
    assert text.search("ripe for socialism") is Verdict.FOLDED


def test_every_place_of_a_text_is_known_in_what_it_was_folded_from_and_back() -> None:
    clean = "So… it -- went"
    folding = Folding.of(clean)
    assert folding.text == "So... it-went"
    assert [folding.clean_place(at) for at in range(14)] == [0, 1, 2, 3, 3, 3, 4, 5, 6, 10, 11, 12, 13, 14]
    assert [folding.folded_place(at) for at in range(15)] == [0, 1, 2, 5, 6, 7, 8, 9, 9, 9, 9, 10, 11, 12, 13]


def test_every_place_of_a_text_is_known_in_what_is_searched() -> None:
    folding = Folding.of("A well-to-do mother-in-law re-read the half-\ntold tale.")
    places = range(len(folding.text) + 1)
    assert [folding.key_place(at) for at in places] == [len(keyed(folding.text[:at])) for at in places]
    letters = [(at, sign) for at, sign in enumerate(folding.text) if sign not in "-" + JOINT]
    assert [folding.place_of_key(folding.key_place(at)) for at, _ in letters] == [at for at, _ in letters]


def test_the_nearest_passage_begins_and_ends_where_the_quotation_would() -> None:
    text = Folding.of("The ferry lay at the quay all day because nobody on the island would sail.")
    assert nearest(text, "that quai all day") == "the quay all day"
    assert nearest(text, "Our ferry lies at the") == "The ferry lay at the"
    assert nearest(text, "island would sail, as planned") == "island would sail."


@pytest.mark.parametrize("text", ["bread and bread", "bread-bread", "bread\n\nbread", "“bread”, bread"])
def test_a_quotation_that_occurs_twice_is_ambiguous(text: str) -> None:
    assert SourceText.of(text).search("bread") is Verdict.AMBIGUOUS


def test_occurrences_that_overlap_are_ambiguous_too() -> None:
    assert SourceText.of("on and on and on").search("on and on") is Verdict.AMBIGUOUS
    assert SourceText.of("He came!!!").search("!!") is Verdict.AMBIGUOUS


PRINTED = "İstanbul — so it was . . . said well-known sea-\nmen, - and the half-empty\nferry¹ had[12] ``slept'' but1 woke;  on-off  end"


@pytest.mark.parametrize("word", ["so", "said", "well", "known", "sea", "and", "empty", "ferry", "had", "slept", "end"])
def test_each_place_of_a_folded_text_is_known_in_the_clean_one_and_back_and_in_its_key(word: str) -> None:
    folding = Folding.of(PRINTED, marks=False)
    place, clean, key = folding.text.index(word), PRINTED.index(word), folding.key.index(word)
    assert (folding.clean_place(place), folding.folded_place(clean)) == (clean, place)
    assert (folding.place_of_key(key), folding.key_place(place)) == (place, key)


def test_a_section_is_searched_to_its_end_however_many_hyphens_stand_in_it_and_behind() -> None:
    text = SourceText.of(f"One\n\n{'well-known ' * 40}ferry.\n\nTwo\n\n{'on-off ' * 40}quay.", ("One", "Two"))
    assert (text.search("known ferry.", "One"), text.search("off quay.", "Two")) == (Verdict.EXACT, Verdict.EXACT)
    assert (text.search("known ferry.", "Two"), text.search("off quay.", "One")) == (
        Verdict.ELSEWHERE,
        Verdict.ELSEWHERE,
    )


SECTIONS = ("Introduction", "The contract", "The night")
ESSAY = """\
The ferry and the contract

The island had one ferry.
  The contract
The owners feared for the contract. The night
was near.

The night

Nobody slept.
"""


@pytest.mark.parametrize(
    ("quotation", "section"),
    [
        ("The ferry and", "Introduction"),
        ("had one ferry", "Introduction"),
        ("owners feared", "The contract"),
        ("The night was near", "The contract"),
        ("Nobody slept", "The night"),
        ("was near. The night Nobody", "The contract"),
    ],
)
def test_a_quotation_lies_in_the_section_in_which_it_begins_and_in_no_other(quotation: str, section: str) -> None:
    text = SourceText.of(ESSAY, SECTIONS)
    assert {each: text.search(quotation, each).holds for each in SECTIONS} == {
        each: each == section for each in SECTIONS
    }
    assert text.search(quotation).holds
    assert text.search(quotation, SECTIONS[SECTIONS.index(section) - 1]) is Verdict.ELSEWHERE


def test_a_heading_belongs_to_its_own_section() -> None:
    text = SourceText.of("Preface\nOne\nWar\nTwo\nPeace", ("Preface", "One", "Two"))
    assert text.search("Two", "Two").holds
    assert text.search("One", "Preface") is Verdict.ELSEWHERE


def test_a_section_that_heads_no_line_is_named_and_the_others_are_found() -> None:
    text = SourceText.of(ESSAY, ("Introduction", "The day", "The night"))
    assert text.unfound == ("The day",)
    assert text.search("Nobody slept", "The night").holds
    assert text.search("owners feared", "The day").holds


# Any text


WORDS = (
    "Bolsheviks",
    "wasn’t",
    "état",
    "“Lenin”",
    "grain,",
    "1921",
    "forced-labour",
    "мира",
    "high",
    "fell.",
    "n̈",
    "war—peace",
)
SPACES = st.sampled_from((" ", "\n", "  ", "\u00a0", "\n\n", "\r\n", "\t"))


@st.composite
def printed(draw: st.DrawFn, words: list[str]) -> str:
    """These words as a page might print them: broken into lines within and between words, with other signs."""
    text = ""
    for word in words:
        at = draw(st.integers(1, max(1, len(word) - 1)))
        if word.isalpha() and draw(st.booleans()):
            word = word[:at] + draw(st.sampled_from(("-\n", "\u00ad", "-\n  "))) + word[at:]
        text += word + draw(SPACES)
    straight = str.maketrans("’“”—", '\'""–')
    text = text.translate(straight) if draw(st.booleans()) else text
    return unicodedata.normalize(draw(st.sampled_from(("NFC", "NFD"))), text)


@st.composite
def printed_and_quoted(draw: st.DrawFn) -> tuple[str, list[str], int, int]:
    """A printed text, its words, and which of them are quoted."""
    words = draw(st.permutations(WORDS))
    start = draw(st.integers(0, len(words) - 1))
    return draw(printed(words)), words, start, draw(st.integers(start + 1, len(words)))


@given(printed_and_quoted())
@settings(max_examples=60, deadline=None)
def test_whatever_is_quoted_is_found_however_it_was_printed(case: tuple[str, list[str], int, int]) -> None:
    text, words, start, end = case
    assert SourceText.of(text).search(" ".join(words[start:end])).holds


@given(printed_and_quoted())
@settings(max_examples=60, deadline=None)
def test_whatever_is_quoted_is_ambiguous_in_a_text_printed_twice(case: tuple[str, list[str], int, int]) -> None:
    text, words, start, end = case
    assert SourceText.of(f"{text}\n\n{text}").search(" ".join(words[start:end])) is Verdict.AMBIGUOUS


@given(printed_and_quoted(), st.data())
@settings(max_examples=60, deadline=None)
def test_a_quotation_with_a_word_changed_or_moved_is_missing(
    case: tuple[str, list[str], int, int], data: st.DataObject
) -> None:
    text, words, start, end = case
    quoted = words[start:end]
    at = data.draw(st.integers(0, len(quoted) - 1))
    word = quoted[at]
    others = {word.swapcase(), word + "s", word + ",", word.replace("é", "e"), word.replace("-", " ")} - {word}
    changes = [[*quoted[:at], other, *quoted[at + 1 :]] for other in sorted(others)]
    if len(quoted) > 1:
        changes.append([*quoted[1:], quoted[0]])
    for changed in changes:
        assert SourceText.of(text).search(" ".join(changed)) is Verdict.MISSING


@given(st.text())
@settings(max_examples=60, deadline=None)
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


# The scenarios that travel with the package


POINTS = shipped()
FILES = {"few-who-won": "the-few-who-won.txt", "looking-back": "looking-back-on-october-1917.txt"}
TEXTS = Path(os.environ.get("UNTAKEN_TEXTS") or TOP.parent / "shared" / "sources")


def every_claim() -> Iterator[tuple[str, TurningPoint, Claim]]:
    """Every claim of the shipped scenarios, with where it stands."""
    for point in POINTS:
        for route, claim in claims(point.scenario):
            yield f"{point.id}: {' '.join(map(str, route))}", point, claim


def text_of(claim: Claim) -> str:
    return claim.note if isinstance(claim, Note) else claim.claim


@pytest.mark.skipif(
    not all((TEXTS / name).is_file() for name in FILES.values()),
    reason="the essays are not part of the project: set UNTAKEN_TEXTS to the folder that holds them",
)
def test_every_quotation_of_the_shipped_scenarios_stands_once_in_its_essay_in_the_cited_section() -> None:
    sources = POINTS[0].sources
    texts = {
        id: SourceText.of((TEXTS / name).read_text(encoding="utf-8"), sources[id].sections, sources[id].captions)
        for id, name in FILES.items()
    }
    verdicts = {
        f"{point.id}, {each.section}: {each.quote}": texts[each.source].search(each.quote or "", each.section)
        for point in POINTS
        for _, each in citations(point.scenario)
    }
    assert len(verdicts) > 100
    assert {where: verdict for where, verdict in verdicts.items() if not verdict.holds} == {}


def test_every_claim_of_the_shipped_scenarios_is_pinned_to_a_section_by_a_quotation() -> None:
    unpinned = [
        where
        for where, _, claim in every_claim()
        if not claim.cite or not all(each.section and each.quote for each in claim.cite)
    ]
    assert unpinned == []


def test_quotations_claims_and_labels_of_the_shipped_scenarios_are_short() -> None:
    quotations = [each.quote or "" for point in POINTS for _, each in citations(point.scenario)]
    labels = [
        step.label
        for point in POINTS
        for node in point.scenario.nodes.values()
        for step in node.steps.values()
        if isinstance(step, Option)
    ]
    assert [each for each in quotations if len(each.split()) > 12] == []
    assert [text_of(claim) for _, _, claim in every_claim() if len(text_of(claim).split()) > 24] == []
    assert [each for each in labels if len(each.split()) > 7] == []
    assert min(len(quotations), len(labels)) > 20


SIGNS = "the|Ferry|é|e\u0301|I|9|1917|¹|²|[3]|(5)|[Pg 12]|{13}|*|-|--|—|¬|ʼ|''|”|.|...|…|,|,,| |\u00a0|\n|\n\n|\f"
PARTS = (
    "re-\nfold|re-\n42\nfold|word.12 The|word,12 the|\n\n12\n\n|\n\n12 TEN DAYS\n\n|\n\nHEAD\n\n|[Illustration: a\nb]"
)


@given(st.lists(st.sampled_from(f"{SIGNS}|{PARTS}".split("|"))))
@settings(max_examples=200)
def test_a_text_folded_anew_only_round_its_apparatus_is_the_text_folded_with_it(parts: list[str]) -> None:
    text = SourceText.of("".join(parts))
    assert with_all(text.folding, text.clean) == Folding.of(text.clean)


@pytest.mark.parametrize(("text", "start"), [("", None), ("\n \n", None), ("The boat.\n\n* * *\n\nThe pier.", 10)])
def test_a_heading_without_a_word_is_found_where_it_stands_and_at_no_blank_line(text: str, start: int | None) -> None:
    found = SourceText.of(text, ["Start", "* * *"])
    assert found.unfound == (() if start else ("* * *",))
    assert found.starts == {"Start": 0} | ({"* * *": start} if start else {})


SIGNS = st.text(st.sampled_from(" \n-¬—.…,'(){}[]^12†Za\ue001"), max_size=24)


@settings(max_examples=500)
@given(SIGNS, st.booleans())
def test_a_blank_that_is_passed_over_would_have_changed_nothing(text: str, marks: bool) -> None:
    quick = folding._WITH_MARKS if marks else folding._WITHOUT_MARKS
    thorough = re.compile(quick.pattern.replace(folding._NO_LONE_BLANK, ""))
    assert thorough.pattern != quick.pattern
    assert [*map(str, quick.finditer(text))] == [*map(str, thorough.finditer(text))]
