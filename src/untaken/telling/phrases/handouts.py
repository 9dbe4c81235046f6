"""Sentences on handouts and worksheets."""

from untaken.telling.phrases import claims, pictures, places
from untaken.telling.phrases.slides import letter

__all__ = ["headings", "led", "letter"]


def led(text: str) -> str:
    """What an option leads to."""
    return f"Leads to: {text}"


def headings() -> dict[str, str]:
    """The headings and marks of a paper, by what they stand over."""
    return {
        "picture": "The turning point in a picture",
        "decisions": "Decisions and arguments",
        "endings": "What followed, and what would have followed",
        "happened": claims.WHAT_HAPPENED,
        "ask": "The editor asks:",
        "notes": pictures.NOTES,
        "sources": "Sources",
        "room": "Room for your own notes",
        "for": "What speaks for it?",
        "against": "What speaks against it?",
        "choice": "I would choose … because",
        "chance": places.NOBODY_DECIDES.removesuffix("."),
        "page": "Page",
    }
