"""What is shown holds nothing that a terminal obeys and nothing that nobody sees, and loses nothing that is written."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from untaken.text.legible import in_one_line, legible, obeyed_by_none

UNSEEN = "\u200b\u200c\u200d\u200e\u200f\u2060\u2061\u2064\ufeff\u034f\U000e0001\U000e0041\U000e007f\ufff9"


@pytest.mark.parametrize("sign", UNSEEN, ids=lambda sign: f"U+{ord(sign):04X}")
def test_an_unseen_sign_between_plain_letters_is_not_shown(sign: str) -> None:
    assert legible(f"the{sign} ferry") == "the ferry"
    assert legible(f"fer{sign}ry", "�") == "fer�ry"
    assert legible(sign) == ""


@pytest.mark.parametrize(
    "text",
    [
        "👩\u200d🏫 and 👨\u200d👩\u200d👧\u200d👦",
        "👩🏽\u200d🚀",
        "🏳\ufe0f\u200d🌈",
        "❤\ufe0f\u200d🔥",
        "🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f",
        "می\u200cخواهم",
        "क्\u200dष and न्\u200cन",
        "ശ്രീ ന്\u200d മാ",
        "ភាសា\u200bខ្មែរ",
        "ภาษา\u200bไทย",
        "ᠮᠣᠩ\u180bᠭᠣᠯ",
        "שלום\u200f! (1917\u200e)",
        "Été, Людмила, 平和か, Ἀλέξανδρος, n̈",
        "two\nlines\tand tabs\r\n",
        "soft\u00adhyphen",
    ],
)
def test_what_a_script_or_an_emoji_needs_is_kept(text: str) -> None:
    assert legible(text) == legible(text, "�") == text


@pytest.mark.parametrize(
    "text", ["👩\u200d", "\u200d🏫", "a\u200d👩", "🏴\U000e0067", "\U000e0067\U000e007f", "1917\u200e"]
)
def test_where_it_joins_nothing_it_is_not_kept(text: str) -> None:
    assert not any(sign in legible(text) for sign in UNSEEN)


@given(st.text())
def test_whatever_is_written_nothing_is_obeyed_and_nothing_seen_is_lost(text: str) -> None:
    shown = legible(text)
    assert legible(shown) == shown
    assert not [each for each in shown if unicodedata.category(each) == "Cc" and each not in "\n\t\r"]
    seen = [each for each in text if unicodedata.category(each) not in ("Cc", "Cf", "Cs", "Cn", "Mn", "Lo")]
    assert [each for each in shown if each in seen] == seen
    shown.encode("utf-8")
    assert "\x1b" not in obeyed_by_none(text)
    assert not set(in_one_line(text)) & set("\n\r\t\u2028\u2029")
