"""Which arguments convinced whoever decided, and which spoke against it."""

ASKED = ("Which argument convinced you?", "Which one spoke against it?")
ASKED_OF_CLASS = ("Which argument convinced the class?", "Which one spoke against it?")
NONE = "Enter names none"
CONVINCED = "What convinced:"
SPOKE_AGAINST = "What spoke against it:"


def for_option(option: str) -> str:
    """Before an argument for an option that was not chosen."""
    return f"For “{option}”:"
