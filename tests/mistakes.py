"""A scenario without a mistake, and the mistakes that can be made in it, each in a place of its own.

A mistake is what stands there and what is written instead. The guilty line ends with the column and the code of the
message that it has to have: `# <-- 9 unknown-format`.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

CLEAN = """\
format: 1
title: The ferry and the storm
question: Should the ferry sail?
when: 12 October 1884
date: 1884-10-12
where: Port Ellen
context: The island's mails went by a single ferry.
start: harbour
acknowledge:
  only-history-viable: The narrows left no choice.
sources:
  annals: {type: book, title: Island annals, sections: [The night, The inquiry]}
  log: {type: manuscript, title: The harbour log}
actors:
  master: {name: The master}
  owners: {name: The owners, about: Two brothers}
  widows: {name: The widows}
facts:
  mail-kept: The mail contract was kept.
notes:
  - note: The log is lost from October on.
    cite: {source: log, page: "14"}
nodes:
  harbour:
    decision: Sail tonight?
    date: 1884-10-12
    deciders: [master, owners]
    options:
      sail:
        label: Sail on the evening tide
        historical: true
        advocates: [owners]
        arguments:
          - for: The mail cannot wait.
            voice: owners
            cite: {source: annals, section: The night, quote: the mail cannot wait}
          - against: The glass had fallen since noon.
            cite: {source: log, page: "14", quote: glass falling}
        leads-to: crossing
      wait:
        label: Wait for daylight
        advocates: [master]
        arguments:
          - for: No ferry had come home in such weather.
            voice: master
            cite: {source: log, quote: none that came home}
          - against: The contract would be lost.
            cite: {source: annals, section: The inquiry, quote: would forfeit the mails}
        establishes: [mail-kept]
        leads-to: calm
      steam:
        label: Send for the steamer
        advocates: [Sheriff Grant]
        arguments:
          - for: A steamer keeps her time.
            cite: {source: annals, section: The inquiry}
          - against: She lay two days away.
            cite: {source: log}
        leads-to: steamer
      pray:
        label: Ask the minister
        advocates: [widows]
        arguments:
          - for: He had been right before.
            cite: {source: annals}
          - against: He was asleep.
            cite: {source: log}
        leads-to: manse
  crossing:
    chance: Does the storm break before the narrows?
    date: 1884-10-13
    branches:
      breaks: {label: It breaks, historical: true, leads-to: narrows}
      holds: {label: It holds, likelihood: unlikely, leads-to: arrival}
  narrows:
    decision: Press on?
    options:
      on:
        label: Press on
        historical: true
        advocates: [master]
        arguments:
          - for: She could not be turned.
            cite: {source: annals, section: The night}
          - against: The rocks lay ahead.
            cite: {source: log}
        leads-to: wreck
  wreck:
    outcome: The ferry is lost
    basis: recorded
    consequences:
      - claim: The owners were blamed.
        cite:
          - {source: annals, section: The night, quote: not one of the hands}
          - {source: annals, section: The inquiry, quote: laid at the owners' door}
  arrival:
    outcome: The mails arrive
    basis: inferred
  calm:
    chance: Does the wind drop?
    branches:
      drops: {label: It drops, leads-to: dawn}
      rises: {label: It rises, leads-to: lost-day}
  dawn:
    outcome: The ferry crosses at dawn
    basis: inferred
  lost-day:
    outcome: The mails are a day late
    basis: argued
    consequences:
      - claim: The railway would have carried the mails.
        cite: {source: annals, section: The inquiry, quote: the railway stood ready}
  steamer:
    outcome: The steamer comes in time
    date: 1884-10-14
    basis: inferred
  manse:
    outcome: The minister says no
    basis: inferred
"""


class Mistake(NamedTuple):
    """What stands in the clean scenario, and what is written instead; in a second place, too, where it needs one."""

    right: str
    wrong: str
    also_right: str = ""
    also_wrong: str = ""


def spoilt(mistakes: Iterable[Mistake]) -> str:
    """The scenario with these mistakes in it."""
    text = CLEAN
    for mistake in mistakes:
        for right, wrong in (mistake[:2], mistake[2:]):
            assert right == "" or text.count(right) == 1, right
            text = text.replace(right, wrong) if right else text
    return text


def marked(text: str) -> list[tuple[int, int, str]]:
    """Line, column and code of every message that a text asks for."""
    found = ((number, re.search(r"# <-- (\d+) (\S+)$", line)) for number, line in enumerate(text.split("\n"), 1))
    return [(number, int(mark[1]), mark[2]) for number, mark in found if mark]


MISTAKES = (
    # the file
    Mistake("by a single ferry.\n", "by a \x07single ferry.  # <-- 39 control-character\n"),
    # the YAML
    Mistake("label: Sail on the evening tide\n", "label: !!str Sail on the evening tide  # <-- 16 yaml-tag\n"),
    Mistake("            voice: owners\n", "            voice: *owners  # <-- 20 yaml-alias\n"),
    Mistake(
        "  widows: {name: The widows}\n",
        "  widows: {name: The widows}\n  widows: {name: The island's widows}  # <-- 3 duplicate-key\n",
    ),
    Mistake(
        'page: "14", quote: glass falling}\n',
        'page: "14", quote: glass, they said, falling}  # <-- 59 yaml-syntax\n',
    ),
    # the keys and their values
    Mistake("when: 12 October 1884\n", "wen: 12 October 1884  # <-- 1 unknown-key\n"),
    Mistake("  master: {name: The master}\n", "  master: {about: He could read the sky}  # <-- 3 missing-key\n"),
    Mistake("    deciders: [master, owners]\n", "    deciders: master  # <-- 15 wrong-type\n"),
    Mistake("where: Port Ellen\n", "where:  # <-- 1 empty-value\n"),
    Mistake("    date: 1884-10-14\n", "    date: 14 October  # <-- 11 bad-date\n"),
    Mistake("format: 1\n", "format: 2  # <-- 9 unknown-format\n"),
    # what is referred to
    Mistake("leads-to: manse\n", "leads-to: the-end  # <-- 19 unknown-target\n"),
    Mistake('    cite: {source: log, page: "14"}\n', '    cite: {source: lgo, page: "14"}  # <-- 20 unknown-source\n'),
    Mistake(
        "{source: annals, section: The night, quote: not one of the hands}\n",
        "{source: annals, section: The nigth, quote: not one of the hands}  # <-- 39 unknown-section\n",
    ),
    Mistake("            voice: master\n", "            voice: mastre  # <-- 20 unknown-actor\n"),
    Mistake("        establishes: [mail-kept]\n", "        establishes: [mail-ketp]  # <-- 23 unknown-fact\n"),
    Mistake(
        "    outcome: The mails are a day late\n",
        "    outcome: The mails are a day late\n    continues: inquiry  # <-- 16 unknown-scenario\n",
    ),
    # the tree
    Mistake(
        "    outcome: The minister says no\n    basis: inferred\n",
        "    outcome: The minister says no\n    basis: inferred\n"
        "  nowhere:  # <-- 3 unreachable-node\n    outcome: Nobody knows\n    basis: inferred\n",
    ),
    Mistake(
        "      rises:",
        "      veers: {label: It veers, leads-to: veering}\n      rises:",
        "  lost-day:\n",
        "  veering:\n    chance: Does it veer to the north?\n    branches: {}  # <-- 5 dead-end\n  lost-day:\n",
    ),
    Mistake(
        "leads-to: arrival}\n",
        "leads-to: arrival}\n      turns: {label: It turns, leads-to: harbour}  # <-- 42 cycle\n",
    ),
    # what happened
    Mistake(
        "holds: {label: It holds, likelihood: unlikely, ",
        "holds: {label: It holds, likelihood: unlikely,\n"
        "              historical: true,  # <-- 15 two-historical-paths\n              ",
    ),
    Mistake("    basis: recorded\n", "    basis: inferred  # <-- 12 history-not-recorded\n"),
    Mistake(
        "    outcome: The ferry crosses at dawn\n    basis: inferred\n",
        "    outcome: The ferry crosses at dawn\n    basis: recorded  # <-- 12 recorded-off-path\n",
    ),
    Mistake(
        "      drops: {label: It drops, leads-to: dawn}\n",
        "      drops: {label: It drops, historical: true, leads-to: dawn}  # <-- 32 historical-off-path\n",
    ),
    Mistake("    date: 1884-10-13\n", "    date: 1884-10-11  # <-- 11 dates-out-of-order\n"),
    # the evidence
    Mistake(
        "  crossing:\n",
        "      swim:  # <-- 7 option-without-argument\n        label: Send a swimmer\n        advocates: [widows]\n"
        "        leads-to: drowned\n  drowned:\n    outcome: He drowns\n    basis: inferred\n  crossing:\n",
    ),
    Mistake(
        "          - against: He was asleep.\n            cite: {source: log}\n",
        "          - against: He was asleep.  # <-- 13 argument-without-citation\n",
    ),
    Mistake(
        "    basis: inferred\n  manse:\n",
        "    basis: argued  # <-- 12 argued-without-citation\n  manse:\n",
    ),
    Mistake(
        "          - for: He had been right before.\n",
        "          - voice: widows  # <-- 13 argument-without-side\n            cite: {source: log}\n"
        "          - for: He had been right before.\n",
    ),
    Mistake(
        "quote: the railway stood ready}\n",
        "quote: the railway stood ready and would have taken the mails within a single year}"
        "  # <-- 61 quotation-too-long\n",
    ),
    # the discipline of counterfactuals
    Mistake(
        "      steam:\n        label: Send for the steamer\n        advocates: [Sheriff Grant]\n",
        "      steam:  # <-- 7 option-without-advocate\n        label: Send for the steamer\n",
    ),
    Mistake(
        "        arguments:\n          - for: A steamer keeps her time.\n"
        "            cite: {source: annals, section: The inquiry}\n"
        "          - against: She lay two days away.\n            cite: {source: log}\n",
        "        arguments:  # <-- 9 one-sided-option\n          - for: A steamer keeps her time.\n"
        "            cite: {source: annals, section: The inquiry}\n",
    ),
    Mistake(
        "  dawn:\n",
        "      gusts: {label: It gusts, leads-to: gusting}\n      squalls: {label: It squalls, leads-to: gusting}\n"
        "  gusting:  # <-- 3 rejoining-roads\n    outcome: She sails in squalls\n    basis: inferred\n  dawn:\n",
    ),
    # what the sources cannot satisfy
    Mistake("acknowledge:\n", "acknowledge:\n  blue: The sea was.  # <-- 3 unknown-code\n"),
    Mistake(
        "The narrows left no choice.\n",
        "The narrows left no choice.\n  single-source: There is but one.  # <-- 3 needless-acknowledgement\n",
    ),
)
