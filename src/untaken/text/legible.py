"""What may be shown to a person: nothing that a terminal would obey, and nothing that nobody would see.

Unseen signs hide what a text says, break what is measured, and make two names look the same. They stay where they are
part of what is written: inside emoji, and between the letters of scripts that join or part their letters by them.
"""

import re

# Half a letter (a name of a file that is no text), what terminals obey, and what turns the direction of reading.
_CONTROLS = "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]|\r(?!\n)"
_UNSEEN = (
    "[\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2060-\u2065\u206a-\u206f\ufeff\ufff9-\ufffb"
    "\U000e0000-\U000e0fff]"
)

_EMOJI = (
    "\u00a9\u00ae\u203c\u2049\u2122\u2139\u2190-\u21ff\u2300-\u23ff\u25a0-\u27bf\u2900-\u297f\u2b00-\u2bff\u3030\u303d"
    "\u3297\u3299\U0001f000-\U0001faff"
)
_JOINING = "\u0600-\u06ff\u0700-\u07ff\u0840-\u08ff\u0900-\u0dff\u0f00-\u109f\u1780-\u18af\ufb50-\ufdff\ufe70-\ufefc"
_WITHOUT_BLANKS = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"
_MONGOLIAN = "\u1800-\u18af"

_FLAG = "\U0001f3f4[\U000e0020-\U000e007e]{1,16}\U000e007f"
"""A black flag with the letters of a region, as that of Scotland has it."""

_WANTED = (
    f"(?<=[{_EMOJI}\ufe0f])\u200d(?=[{_EMOJI}])",
    f"(?<=[{_JOINING}])[\u200c\u200d]",
    f"(?<=[{_WITHOUT_BLANKS}])\u200b(?=[{_WITHOUT_BLANKS}])",
    f"(?<=[{_MONGOLIAN}])[\u180b-\u180f]",
    _FLAG,
)
_LEFTWARD = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")
"""Letters that are read from right to left; beside them the marks for a direction mean something."""

_SIGNS = re.compile(f"(?P<control>{_CONTROLS})|(?P<wanted>{'|'.join(_WANTED)})|(?P<unseen>{_UNSEEN})")
_ODD = re.compile(f"{_CONTROLS}|{_UNSEEN}")


def obeyed_by_none(text: str) -> str:
    """The text with � for whatever a terminal would obey.

    >>> obeyed_by_none("a\\x1b[31mb\\udcff")
    'a�[31mb�'
    """
    return re.sub(_CONTROLS, "\ufffd", text)


def legible(text: str, mark: str = "") -> str:
    """The same, and with `mark` for each sign that nobody would see and no script needs.

    >>> legible("zero\\u200bwidth"), legible("ferry\\ufeff", "�"), legible("👩\\u200d🏫")
    ('zerowidth', 'ferry�', '👩\\u200d🏫')
    """
    if not _ODD.search(text):
        return text
    leftward = _LEFTWARD.search(text) is not None

    def shown(match: re.Match[str]) -> str:
        if match["control"]:
            return "\ufffd"
        directs = leftward and match[0] in "\u200e\u200f\u061c"
        return match[0] if match["wanted"] or directs else mark

    return _SIGNS.sub(shown, text)


def in_one_line(text: str) -> str:
    """A name as it stands within a line, the name of a file, say, which may hold a line break.

    >>> in_one_line("a\\nb\\u200b")
    'a�b�'
    """
    return re.sub("[\n\r\t\u2028\u2029]", "\ufffd", legible(text, "\ufffd"))
