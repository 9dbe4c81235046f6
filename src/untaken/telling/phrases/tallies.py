"""A class that votes: what is counted, what it comes to, and who decides where the hands do not."""

from collections.abc import Collection

from untaken.text.naming import counted, sentence_list

FIRST = "Hands before the arguments"
SECOND = "Hands after the arguments"
HOW = "Write a number for each option, or all in a line: 40 55. 2=55 corrects, b takes back, - skips this count."
HELP = (
    "40 55 25 gives the hands of all options in their order, one number after the other does, too.",
    "2=55 corrects the second option; b takes back what was given last; Enter alone is no hands, once you are sure.",
    "Nothing is decided before the count was found right. Other words, such as m, lose no number.",
)
RIGHT = "Right?"
IF_NOT = "Enter; 2=55 corrects, b takes back"
ASK_HELP = "b takes back, ? for help"
SKIPPED = "This count is skipped."
KEPT_SECRET = "The numbers stay hidden until the second count is over."
RESULT = "The class has voted"
NO_HANDS = "No hand was counted: the teacher decides."


def hands(option: str, first: int | None, second: int | None = None) -> str:
    """The hands for an option, and, where they were counted before the arguments and after, how they shifted."""
    if first is None or second is None:
        count = second if first is None else first
        return f"{option}: {'–' if count is None else counted(count, 'hand')}"
    shift = f"{second - first:+,}" if second != first else "no shift"
    return f"{option}: {first:,} before the arguments, {second:,} after ({shift})"


def due(option: str, first: int) -> str:
    """The hands of the first count for an option to which the second one has not come."""
    return f"{option}: {first:,} before the arguments"


def hands_for(number: int, option: str) -> str:
    """The option whose hands are counted next."""
    return f"Hands for {number}, {option}"


def unread(help: str) -> str:
    """What was written was no count; it is not repeated where the count is kept secret."""
    return f"That is not counted; {help}."


GO_ON = "Enter goes on (b counts again, ? for help): "


def which_is_it(numbers: str) -> str:
    """The question where the hands do not decide, with the numbers of the ways between which somebody does."""
    return f"Which is it? ({numbers}, b counts again, ? for help): "


def so_far(total: int, size: int) -> str:
    """The hands that were counted until now."""
    return f" ({total:,} of {size:,} so far)" if size else f" ({total:,} so far)"


def together(total: int, size: int) -> str:
    """All hands of a count, beside the size of the class where an earlier count told it."""
    if not size or size == total:
        return f"Together {counted(total, 'hand')}{', the whole class' if size else ''}."
    more = f", {total - size:,} more than it has" if total > size else ""
    return f"Together {counted(total, 'hand')} of a class of {size:,}{more}."


def decided(option: str, hands: int, total: int) -> str:
    """The hands decide for an option."""
    return f"“{option}” has it, with {hands:,} of {counted(total, 'hand')}."


def tie(options: Collection[str], hands: int) -> str:
    """The hands decide nothing."""
    each = f"{counted(hands, 'hand')} each"
    return f"A tie between {sentence_list(f'“{each}”' for each in options)}, {each}: the teacher decides."
