"""A course can be taken in its hour."""

from collections import Counter
from collections.abc import Iterator

from untaken.checking.bench import Shelf
from untaken.reading.diagnostics import WARNING, Rule, Subject
from untaken.reading.marked import Finding
from untaken.text.naming import counted

LEAST_MINUTES = 3
"""Nobody decides in less: the shortest scenarios take a class this long."""

UNFIT_COURSE = Rule(
    "unfit-course",
    WARNING,
    Subject.HISTORY,
    "A course has turning points, each of them once, and at least three minutes for each.",
    instead=(
        "A class that takes two minutes for a decision hears it, and does not decide. Take out the turning points that "
        "the others can do without, or give the course more minutes."
    ),
)


def judge_collection(shelf: Shelf) -> Iterator[Finding]:
    """No course is empty, repeats itself, or has more turning points than minutes for them."""
    for id, course in shelf.collection.courses.items():
        route = ("courses", id)
        number = len(course.scenarios)
        if not number:
            message = f"the course '{id}' has no scenarios"
            yield Finding((*route, "scenarios"), UNFIT_COURSE, message, "list them in the order of time", at_key=True)
        elif course.minutes and course.minutes < LEAST_MINUTES * number:
            message = f"the course '{id}' has {counted(number, 'turning point')} in {course.minutes} minutes"
            cure = f"leave some out, or write 'minutes: {LEAST_MINUTES * number}' or more"
            yield Finding((*route, "minutes"), UNFIT_COURSE, message, cure)
        for name, times in Counter(course.scenarios).items():
            if times > 1:
                message = f"the course '{id}' names '{name}' {times} times"
                last = len(course.scenarios) - 1 - course.scenarios[::-1].index(name)
                yield Finding((*route, "scenarios", last), UNFIT_COURSE, message, "name it once")
