"""Spans, edits, names, dates, wrapping: what is known of text before anybody knows what it means."""
