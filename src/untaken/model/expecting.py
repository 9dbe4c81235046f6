"""What an author expects of a scenario: the tests that stand in its own file, under `expect`, and that `check` runs."""

from typing import Annotated

from pydantic import Field

from untaken.model.sources import Noun, Words

Choices = tuple[Words, ...]
"""Options and branches in the order in which a road takes them from the start, each by its id or as `node/id`."""


class Expectations(Noun):
    """What must hold of the roads through a scenario; what is left out is not looked at.

    `outcomes` has all that can be reached, in any order; `paths` counts the complete roads from the start to an
    outcome; `reaches` gives for an outcome choices that lead to it, `closed` for an option or branch (its id, or
    `node/id`) choices after which it cannot be taken.
    """

    outcomes: tuple[Words, ...] | None = None
    paths: Annotated[int, Field(ge=1)] | None = None
    reaches: dict[Words, Choices] = Field(default_factory=dict)
    closed: dict[Words, Choices] = Field(default_factory=dict)
