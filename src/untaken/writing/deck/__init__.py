"""Lectures as PowerPoint files: native shapes that can be edited, notes, alternative texts."""

from untaken.writing.deck.file import SlideShow, deck_file

__all__ = ["SlideShow", "deck_file"]
