"""What YAML's scanner stumbles over, in an author's words: place, cause and cure.

The scanner says where it gave up, which is often lines behind the mistake. `READINGS` look at the lines round it for
the mistakes that authors make, one function each; the first that recognises one speaks.
"""

from collections.abc import Callable

from untaken.reading.yaml import inside, lines
from untaken.reading.yaml.stumble import Slip, Stumble

READINGS: tuple[Callable[[Stumble], Slip | None], ...] = (
    lines.strange_blank,
    lines.tab,
    inside.open_quotation,
    inside.stray_bracket,
    inside.missing_comma,
    inside.text_after_quotation,
    inside.text_after_brackets,
    inside.inside_brackets,
    lines.second_colon,
    lines.key_taken_for_text,
    lines.missing_colon,
    lines.misplaced_line,
    lines.ended_before,
    inside.first_letter,
    inside.elsewhere_in_line,
)


def explain(stumble: Stumble) -> Slip:
    """The mistake behind what the scanner reports."""
    found = (reading(stumble) for reading in READINGS)
    unknown = Slip(
        stumble.place, f"the file is not YAML: {stumble.problem}", "check the indentation and the quotation marks"
    )
    slip = next(filter(None, found), unknown)
    return slip._replace(place=stumble.last_written(slip.place))
