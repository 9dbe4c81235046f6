"""The looks of the full screen: paper, night, and the terminal's own colours, each a theme of Textual's."""

from textual.theme import Theme

from untaken.drawing.palette import LIGHT
from untaken.faces.screen.window import VARIABLES

PAPER_LOOK, NIGHT_LOOK, BARE_LOOK = "untaken-paper", "untaken-night", "untaken-bare"

_PAPER = {
    "ink": LIGHT.ink,
    "ground": LIGHT.paper,
    "quiet": LIGHT.quiet,
    "hairline": LIGHT.line,
    "raised": LIGHT.mist,
    "history": LIGHT.history,
    "history-ground": LIGHT.history_tint,
    "for": LIGHT.speaks_for,
    "against": LIGHT.speaks_against,
}
_NIGHT = {
    "ink": "#e4e9f0",
    "ground": "#151c25",
    "quiet": "#9aa6b5",
    "hairline": "#56616f",
    "raised": "#222d3a",
    "history": "#ff9a94",
    "history-ground": "#33222a",
    "for": "#72cfa6",
    "against": "#e8ab6a",
}
_BARE = dict.fromkeys(_PAPER, "ansi_default")
"""For NO_COLOR: bold, dim and signs alone; the terminal keeps its own ink and ground."""


def looks() -> tuple[Theme, ...]:
    """The three themes. What they call `history` marks what happened, and nothing else."""
    return (
        _theme(PAPER_LOOK, _PAPER, dark=False),
        _theme(NIGHT_LOOK, _NIGHT, dark=True),
        _theme(BARE_LOOK, _BARE, dark=True, ansi=True),
    )


def _theme(name: str, colours: dict[str, str], dark: bool, ansi: bool = False) -> Theme:
    return Theme(
        name=name,
        primary=colours["ink"],
        foreground=colours["ink"],
        background=colours["ground"],
        surface=colours["ground"],
        panel=colours["raised"],
        dark=dark,
        variables={
            **colours,
            **VARIABLES,
            "ansi-background": "ansi_default",
            "ansi-foreground": "ansi_default",
            "scrollbar": colours["hairline"],
            "scrollbar-hover": colours["quiet"],
            "scrollbar-active": colours["ink"],
            "scrollbar-background": colours["ground"],
            "scrollbar-background-hover": colours["ground"],
            "scrollbar-background-active": colours["ground"],
            "scrollbar-corner-color": colours["ground"],
        },
        ansi=ansi,
    )
