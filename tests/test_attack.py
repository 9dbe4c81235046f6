"""Evidence that one can attack: what stands round a pin, where else its words stand, what an essay quotes."""

import json

from untaken.evidence.annotations import Annotated, as_annotations
from untaken.evidence.context import Context, context
from untaken.evidence.essays import Found, QuotedPassage, looked_up, passages
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


def test_each_is_found_in_a_source_or_shown_beside_the_nearest_passage() -> None:
    sections = ("The harbour", "The night")
    texts = {"annals": SourceText.of(TEXT.raw, sections)}
    first, second, third = (looked_up(each, texts) for each in passages(ESSAY))
    assert first.places == (("annals", "The harbour"),)
    assert third.places == (("annals", "The night"),)
    assert second == Found(QuotedPassage(4, "the railway stood idle that day"), (), "annals", second.difference)
    assert second.difference == '[-the-] {+The+} railway stood [-idle that day-] {+ready," he wrote+}'
