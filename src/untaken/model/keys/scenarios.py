"""Keys of a scenario, of its nodes, and of the options and branches that lead from one to the next."""

from untaken.model.keys.evidence import LIKELIHOODS, NOTES
from untaken.model.keys.nouns import Guide, Key
from untaken.model.keys.shared import FORMAT, OTHERWISE, REQUIRES, SHARED, UNLESS

_DATE = (
    "in digits: a year, a month or a day. A year before our era has a minus sign. Behind it '~' says about, '?' "
    "doubtful; '1832/1834' is a stretch of time, '187X' a decade"
)
_CALENDAR = Key(
    "The calendar of 'date', where it is not today's. Both dates are shown where they differ.",
    "calendar: julian",
    {"julian": "the calendar of Russia until 1918, of England until 1752", "gregorian": "today's calendar"},
)

SCENARIO = Guide(
    "Scenario",
    "One turning point, in a file of its own. The file's name without `.yaml` is its id.",
    {
        "format": FORMAT,
        "title": Key(
            "What the diagram is called.",
            "title: The ferry and the storm",
            missing="add 'title: …', what the diagram is called",
        ),
        "question": Key(
            "The turning point in one sentence.",
            "question: Should the ferry sail?",
            missing="add 'question: …', the turning point in one sentence",
            beside="title",
        ),
        "when": Key("When it was, as people are to read it.", "when: 12 October 1884"),
        "date": Key(
            f"The date, by which the timeline and lists are ordered, {_DATE}. "
            "People are shown 'when' where it is there.",
            "date: 1884-10-12",
        ),
        "calendar": _CALENDAR,
        "where": Key("Where it was.", "where: Port Ellen", also=("place",)),
        "context": Key(
            "What a listener has to know before the first choice. "
            "After '>' the text goes on over as many indented lines as you like.",
            "context: >\n  The island's mails went by a single ferry,\n  and the contract was about to end.",
        ),
        "requires": REQUIRES,
        "unless": UNLESS,
        "start": Key("The id of the first node. Without it, the node that stands first.", "start: harbour", is_id=True),
        "nodes": Key(
            "The decisions, turns of chance and outcomes, each under an id of your choice.",
            "nodes:\n  wreck:\n    outcome: The ferry is lost in the narrows\n    basis: recorded",
            missing="add 'nodes:' with at least one decision and its outcomes",
        ),
        "notes": NOTES,
        "otherwise": OTHERWISE,
        **SHARED,
        "acknowledge": Key(
            "Warnings that the sources cannot satisfy: a warning's code, as `untaken check` names it, and the reason "
            "why it stands.",
            "acknowledge:\n  option-without-advocate: The minutes of that night are lost.",
        ),
        "expect": Key(
            "What you expect of the roads through the scenario: tests of your own, which `untaken check` runs.",
            "expect:\n  outcomes: [wreck, mail-lost, arrival]\n  paths: 3",
        ),
    },
)

EXPECTATIONS = Guide(
    "Expectations",
    "What must hold of the roads through a scenario, from its first node to an outcome. It stands under `expect`. "
    "What is left out is not looked at.",
    {
        "outcomes": Key(
            "All the outcomes that can be reached, in any order: a list of ids.",
            "outcomes: [wreck, mail-lost, arrival]",
        ),
        "paths": Key("How many different roads there are.", "paths: 3"),
        "reaches": Key(
            "For an outcome, the choices that lead to it: a list of ids of options and branches in their order. "
            "Where an id stands at several nodes, write the node before it: 'harbour/sail'.",
            "reaches:\n  wreck: [sail, breaks]",
        ),
        "closed": Key(
            "For an option or a branch, the choices after which it cannot be taken: a list of ids in their order.",
            "closed:\n  railway: [sail, holds]",
        ),
    },
    belongs="a mapping",
    written="write 'outcomes: …', 'paths: …', 'reaches: …' or 'closed: …' under it, indented",
)

_NODE = {
    "when": Key("When it is, as people are to read it.", "when: 12 October, evening"),
    "date": Key(
        f"When it is, {_DATE}. A node whose date lies before that of the one it comes from gets a warning.",
        "date: 1884-10-12",
    ),
    "calendar": _CALENDAR,
    "context": Key(
        "What a listener has to know at this point.", "context: The other captains had stayed in the harbour."
    ),
    "notes": NOTES,
    "otherwise": OTHERWISE,
}

_STEP = {
    "historical": Key(
        "'true' marks what happened: one option or branch at every node that history passed.",
        "historical: true",
        also=("happened", "actual"),
    ),
    "leads-to": Key(
        "The id of the node that comes next.",
        "leads-to: crossing",
        missing="add 'leads-to: …' with the id of the next node",
        also=("to", "next", "goto", "leads", "then"),
        is_id=True,
    ),
    "establishes": Key(
        "Facts that are so from here on: a list of ids that 'facts' declares.", "establishes: [mail-kept]"
    ),
    "requires": Key(
        "Facts without which this way is closed: a list of ids, or of ties that say why and who says so.",
        "requires: [mail-kept]",
    ),
    "unless": Key("Facts that close this way: a list of ids, or of ties.", "unless: [mail-kept]"),
}

DECISION = Guide(
    "Decision",
    "A node at which somebody chooses. It stands under `nodes`, under its id.",
    {
        "decision": Key(
            "The question that has to be decided. This key makes the node a decision.", "decision: Sail tonight?"
        ),
        "deciders": Key(
            "Who decides: a list of ids of actors, or of plain names.", "deciders: [master, owners]", also=("who",)
        ),
        "options": Key(
            "What could be chosen, each option under an id of your choice.",
            "options:\n  wait:\n    label: Wait for daylight\n    leads-to: mail-lost",
            missing="add 'options:' with the courses that could be chosen",
            beside="decision",
            also=("choices", "alternatives"),
        ),
        **_NODE,
    },
    begins=("decision",),
    written="write 'decision: …' and 'options: …' under it, indented",
)

OPTION = Guide(
    "Option",
    "A course that could be chosen. It stands under `options` of a decision, under its id.",
    {
        "label": Key(
            "What the option is called, in a few words.",
            "label: Sail on the evening tide",
            missing="add 'label: …' with the words that the diagram shows",
            also=("name", "text"),
        ),
        "historical": _STEP["historical"],
        "advocates": Key(
            "Who wanted it at the time: a list of ids of actors, or of plain names. "
            "An option that nobody wanted gets a warning.",
            "advocates: [owners]",
        ),
        "arguments": Key(
            "What speaks for the option and against it, each argument with where it comes from.",
            "arguments:\n  - for: The mail contract is lost if the ferry is a day late.\n    voice: owners\n"
            "    cite: {source: harbour-book, quote: forfeit the mails}",
        ),
        **{key: step for key, step in _STEP.items() if key != "historical"},
    },
    begins=("label",),
    written="write 'label: …' and 'leads-to: …' under it, indented",
    kept=("arguments",),
)

CHANCE = Guide(
    "Chance",
    "A node at which nobody chooses: the weather, an illness, an accident. It stands under `nodes`, under its id.",
    {
        "chance": Key(
            "What could fall one way or another. This key makes the node a turn of chance.",
            "chance: Does the storm break before the narrows?",
        ),
        "branches": Key(
            "The ways in which chance could fall, each under an id of your choice.",
            "branches:\n  breaks: {label: It breaks, leads-to: wreck}\n"
            "  holds: {label: It holds off, leads-to: arrival}",
            missing="add 'branches:' with the ways in which chance could fall",
            beside="chance",
            also=("chances",),
        ),
        **_NODE,
    },
    belongs="a chance node",
    begins=("chance",),
    written="write 'chance: …' and 'branches: …' under it, indented",
)

BRANCH = Guide(
    "Branch",
    "A way in which chance could fall. It stands under `branches` of a chance node, under its id.",
    {
        "label": Key(
            "What the branch is called, in a few words.",
            "label: It holds off",
            missing="add 'label: …' with the words that the diagram shows",
            also=("name", "text"),
        ),
        "likelihood": Key(
            "How likely it was, in one of five words; or an estimate, which says who gives it.",
            "likelihood: unlikely",
            LIKELIHOODS,
        ),
        **_STEP,
    },
    begins=("label",),
    written="write 'label: …' and 'leads-to: …' under it, indented",
)

OUTCOME = Guide(
    "Outcome",
    "A node at which a road ends. It stands under `nodes`, under its id.",
    {
        "outcome": Key(
            "What came of it. This key makes the node an outcome.", "outcome: The ferry is lost in the narrows"
        ),
        "basis": Key(
            "What the outcome rests on.",
            "basis: recorded",
            {
                "recorded": "it happened",
                "argued": "a source argues that it would have happened, and is cited under 'consequences'",
                "inferred": "it is your own inference, and no source says so",
            },
            missing="add 'basis: recorded', 'basis: argued' or 'basis: inferred'",
            beside="outcome",
            stand_in="inferred",
        ),
        "consequences": Key(
            "What the sources say followed or would have followed: a list, each item with where it comes from.",
            "consequences:\n  - claim: The inquiry blamed the owners.\n"
            "    cite: {source: harbour-book, quote: laid at the owners' door}",
        ),
        "establishes": Key(
            "Facts that are so from here on, for the turning points that follow: a list of ids that 'facts' declares.",
            "establishes: [mail-kept]",
        ),
        "restores": Key(
            "Facts that history brings back here, although the road had lost them: a list of ids, or of ties that say "
            "why and who says so.",
            "restores:\n  - fact: mail-kept\n    claim: The railway gave the contract back within the year.\n"
            "    cite: {source: harbour-book, quote: the mails came home}",
        ),
        "question": Key(
            "A question of your own for a class, where the sources say no more.", "question: Who would have paid?"
        ),
        "continues": Key(
            "The id of the scenario that comes next, where there is one.", "continues: inquiry", is_id=True
        ),
        "ends": Key("'true' where nothing later can arise: the walk ends here.", "ends: true"),
        **_NODE,
    },
    begins=("outcome",),
    written="write 'outcome: …' and 'basis: …' under it, indented",
    kept=("consequences",),
)
