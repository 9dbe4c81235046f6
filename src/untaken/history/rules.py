"""The rules of the roads: what some combination of choices has to open."""

from untaken.reading.diagnostics import ERROR, WARNING, Rule, Subject

NEVER_OPEN = Rule(
    "never-open",
    ERROR,
    Subject.HISTORY,
    "Some combination of earlier choices opens every option and branch.",
    instead=(
        "The option or branch asks under 'requires' or 'unless' for what no earlier choice can give. Let an earlier"
        " option, branch or outcome say 'establishes: [the-fact]', or drop the condition. `untaken check --proof` "
        "counts all roads."
    ),
)

STUCK_ROAD = Rule(
    "stuck-road",
    ERROR,
    Subject.HISTORY,
    "No road comes to a node where every way on is closed.",
    instead=(
        "Somebody can come to the node with facts that close every way on from it. Give it an option or a branch "
        "without 'requires' and 'unless', or one for just this case."
    ),
)

IDLE_CONDITION = Rule(
    "idle-condition",
    WARNING,
    Subject.HISTORY,
    "Some road breaks every condition of an option, a branch and a turning point.",
    instead=(
        "On every road that comes here the condition holds: what it asks for is settled before, whatever is chosen, or "
        "what it excludes never comes about. Drop it, or let an earlier choice break it. `untaken check --proof` finds "
        "such conditions."
    ),
)
