"""The sentences of a page as data; those that take parts have `{0}`, `{1}` … where these belong."""

from untaken.history import How
from untaken.history.dice import RANGES
from untaken.telling.phrases import claims, motives, moves, onward, pages, pictures, places, roads, ties
from untaken.writing.page.roads import Json

_MANY, _MORE, _AWAY = 918_273, 827_364, 736_455
"""Numbers that no sentence has: where they stand, other numbers belong."""


def words_data(most: int) -> Json:
    """All sentences that a page has; `most` is the largest number of arguments that is counted."""
    return {
        "page": {name.lower(): text for name, text in vars(pages).items() if name.isupper()},
        "lead": dict(claims.LEADS),
        "silent": pictures.SILENT,
        "more": [pages.more(number) for number in range(most + 1)],
        "before": [moves.stood_before(number, "") for number in range(most + 1)],
        "fit": _numbered(pages.fit(_MANY, _MORE)),
        "diagram": pages.diagram_of("{0}"),
        "kinds": [places.DECISION, places.CHANCE, places.OUTCOME],
        **_of_places(),
        **_of_moves(),
        **_onward(),
        **_of_roads(),
    }


def _numbered(text: str) -> str:
    """A sentence with marks where its numbers belong."""
    for at, number in enumerate((_MANY, _MORE, _AWAY)):
        text = text.replace(f"{number:,}", f"{{{at}}}").replace(str(number), f"{{{at}}}")
    return text


def _of_places() -> Json:
    return {
        "closed": places.closed_because("{0}"),
        "given": places.given("{0}"),
        "closedRound": places.CLOSED_ROUND,
        "marked": places.marked("{0}"),
        "notes": [claims.notes(1), claims.notes(2)],
        "sources": [claims.sources(1), claims.sources(2)],
        "outcome": roads.outcome("{0}"),
    }


def _of_moves() -> Json:
    return {
        "made": {how: moves.made(how) for how in How},
        "madeByTeacher": moves.made(How.VOTED, by_teacher=True),
        "taken": moves.taken("{0}"),
        "asked": motives.ASKED,
        "forOption": motives.for_option("{0}"),
        "takenWith": moves.taken("{0}", "{1}"),
        "howLikely": moves.how_likely("{0}"),
        "odds": [roads.how_likely("{0}", 1), roads.how_likely("{0}", _MANY).replace(f"{_MANY:,}", "{1}")],
        "ranges": [[word.replace("-", " "), most] for word, (_, most) in RANGES.items()],
        "happened": moves.HAPPENED,
        "happenedInstead": roads.HAPPENED_INSTEAD,
        "asItHappened": moves.SO_IT_HAPPENED,
        "neverCame": [moves.never_came(False), moves.never_came(True)],
        "leaves": [moves.leaves_history(False), moves.leaves_history(True)],
        "on": [moves.on("{0}", False), moves.on("{0}", True)],
        "nothingNew": [moves.nothing_new_on("{0}", False), moves.nothing_new_on("{0}", True)],
    }


def _onward() -> Json:
    """How history goes on; of two sentences the second one is that with a date."""
    return {
        "goesOn": [places.goes_on("{0}", ""), places.goes_on("{0}", "{1}")],
        "byTheRule": [onward.by_the_rule("{0}", ""), onward.by_the_rule("{0}", "{1}")],
        "rejoin": [onward.may_rejoin("{0}", ""), onward.may_rejoin("{0}", "{1}")],
        "absent": [onward.does_not_arise("{0}", "", ["{2}"]), onward.does_not_arise("{0}", "{1}", ["{2}"])],
        "absentInRow": [_numbered(onward.do_not_arise("{3}", "{4}", number, ["{2}"])) for number in (2, _MANY)],
        "comesBack": onward.comes_back("{0}"),
        "rejoined": onward.rejoined(["{0}"]),
        "noLonger": onward.no_longer("{0}"),
        "doesNotHold": {side: onward.does_not_hold(lead) for side, lead in claims.LEADS.items()},
        "suggested": onward.suggested(["{0}"]),
        "different": onward.DIFFERENT,
        "heldInHistory": roads.HELD_IN_HISTORY,
        "onYourRoad": onward.ON_YOUR_ROAD,
        "withHistory": [onward.with_history("{0}", ""), onward.with_history("{0}", "{1}")],
        "notInHistory": onward.not_in_history("{0}"),
        "allElse": onward.ALL_ELSE,
        "toDiscuss": onward.TO_DISCUSS,
        "noFurther": onward.NO_FURTHER,
        "oneWay": onward.ONE_WAY,
        "nothingTied": ties.NOTHING,
        "arises": [ties.arises("{0}", wanted) for wanted in (True, False)],
        "openIf": [ties.is_open("{1}", "{0}", wanted) for wanted in (True, False)],
        "onlySuggested": ties.suggested("{0}"),
    }


def _of_roads() -> Json:
    """The report: how often a road left history (once, twice, more often), and how many of its steps were away."""
    left = {
        f"{times}/{share}": _numbered(roads.left_history(_MANY if times == "n" else int(times), *counts))
        for times in ("1", "2", "n")
        for share, counts in {"1": (1, _MORE), "n": (_AWAY, _MORE), "all": (_MORE, _MORE), "only": (1, 1)}.items()
    }
    return {
        "report": roads.ROAD_AND_HISTORY,
        "noStep": roads.NO_STEP,
        "own": [roads.historys_own(1), _numbered(roads.historys_own(_MORE))],
        "left": left,
        "departure": [
            [_numbered(roads.departure("{3}", "{4}", "{5}", steps, back)) for steps in (1, _MANY)]
            for back in ("", "{6}")
        ],
        "against": roads.against("{0}"),
        "spokeAgainst": roads.SPOKE_AGAINST,
        "holdsHereAlone": roads.HOLDS_HERE_ALONE,
    }
