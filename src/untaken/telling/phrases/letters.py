"""Letters that no typeface has, and the scripts that are covered."""

from collections.abc import Mapping, Sequence

from untaken.text.trouble import Trouble

SCRIPTS: Mapping[str, str] = {
    "Latin": "AzÉßŁőẹ",
    "Greek": "Ωάψ",
    "Cyrillic": "ЖяЇ",
    "emoji": "🗳🚂",
    "Chinese": "十月革命",
    "Japanese": "ひらカナ",
    "Korean": "한글",
    "Arabic": "ابت",
    "Hebrew": "אבג",
    "Armenian": "Աբգ",
    "Georgian": "აბგ",
    "Devanagari": "कखग",
    "Bengali": "কখগ",
    "Tamil": "கஙச",
    "Thai": "กขค",
    "Ethiopic": "ሀለሐ",
}
"""Scripts, with letters of each that a typeface for it has."""
_MOST_NAMED = 20


def named(letters: str) -> str:
    """The first of some letters, and how many more there are.

    >>> named("十月"), named("a" * 25)
    ('“十月”', '“aaaaaaaaaaaaaaaaaaaa” and 5 more')
    """
    more = len(letters) - _MOST_NAMED
    return f"“{letters[:_MOST_NAMED]}”{f' and {more} more' if more > 0 else ''}"


def no_typeface(letters: str, names: Sequence[str]) -> Trouble:
    """Letters for which boxes are drawn."""
    message = f"no typeface here has {named(letters)}, on {', '.join(names)}: boxes stand for them"
    return Trouble(message, "install a typeface that has them; `untaken doctor` says which scripts have one")


def borrowed(letters: str, names: Sequence[str]) -> Trouble:
    """Letters that the typeface inside a file lacks, and that one of this machine has."""
    return Trouble(
        f"{named(letters)}, on {', '.join(names)}, come from a typeface of this machine: an SVG may show boxes "
        "elsewhere; --text outlines draws them as shapes"
    )


def covered(own: Sequence[str], machines: Sequence[str], none: Sequence[str]) -> list[str]:
    """Which scripts a drawing can have: lines under one head."""
    lines = [f"{', '.join(own)}: in the typeface that comes along"]
    lines += [f"{', '.join(machines)}: in typefaces of this machine"] if machines else []
    lines += [f"{', '.join(none)}: in none; boxes stand for their letters"] if none else []
    return lines
