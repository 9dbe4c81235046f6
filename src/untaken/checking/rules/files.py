"""A folder holds scenarios, each under a name of its own. Loading finds what breaks these rules."""

from untaken.reading.diagnostics import ERROR, WARNING, Rule, Subject

NO_SCENARIOS = Rule(
    "no-scenarios",
    ERROR,
    Subject.FILE,
    "A folder of scenarios holds .yaml files.",
    instead="A scenario is a text file whose name ends with .yaml. `untaken new scenario` writes a first one.",
    leaves_nothing=True,
)

MISNAMED_FILE = Rule(
    "misnamed-file",
    WARNING,
    Subject.FILE,
    "The name of a scenario's file ends with .yaml or .yml, in small letters.",
    instead=(
        "Some editors add an ending of their own, so that 'ferry.yaml' becomes 'ferry.yaml.txt', and Windows does not "
        "show it. Rename the file; in Notepad, save it with 'All files' as its type."
    ),
    acknowledgeable=False,
)

DUPLICATE_SCENARIO = Rule(
    "duplicate-scenario",
    ERROR,
    Subject.REFERENCES,
    "A scenario's id is the name of its file, which is there once in a folder.",
    instead=(
        "ferry.yaml and ferry.yml in one folder are both called 'ferry', and nobody knows which is meant. Rename "
        "one of them, or delete it."
    ),
)
