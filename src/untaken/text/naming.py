"""Names as an author meets them: the nearest known one, lists in a sentence, counts with their noun."""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher, get_close_matches
from functools import lru_cache


def nearest(name: str, known: Iterable[str]) -> str | None:
    """The known name that is most like `name`, or None where none is like it.

    >>> nearest("leeds-to", ["label", "leads-to"])
    'leads-to'
    """
    return next(iter(_near(name, tuple(known))), None)


def only_near(name: str, known: Iterable[str]) -> str | None:
    """The known name of which `name` is a slip of the pen, if no second one is like it, too.

    >>> only_near("leeds-to", ["label", "leads-to"]), only_near("road-3", ["road-1", "road-2"])
    ('leads-to', None)
    >>> only_near("Nodes", ["notes", "nodes"])
    'nodes'
    >>> only_near("channel", ["channel-late"]), only_near("road-1", ["road-2"])
    (None, None)
    """
    choices = tuple(known)
    same = _shelf(choices).same.get(name.casefold(), ())
    if len(same) == 1:
        return same[0]
    found = _near(name, choices)
    return found[0] if len(found) == 1 and _is_slip(name, found[0]) else None


def _is_slip(name: str, meant: str) -> bool:
    """Whether two names differ by letters alone: another word, one more, or another number makes a name of its own."""
    words, meant_words = (re.findall(r"[^\W_]+", re.sub(r"\.ya?ml$", "", each)) for each in (name, meant))
    joined, meant_joined = "".join(words).casefold(), "".join(meant_words).casefold()
    same_number = re.findall(r"\d+", joined) == re.findall(r"\d+", meant_joined)
    alike = len(words) == len(meant_words) and all(map(_are_alike, words, meant_words))
    return joined == meant_joined or (alike and same_number)


def _are_alike(word: str, other: str) -> bool:
    return SequenceMatcher(None, word.casefold(), other.casefold()).ratio() >= 0.5


@lru_cache(maxsize=1_000)
def _near(name: str, known: tuple[str, ...]) -> Sequence[str]:
    """The known names that are like `name`, the most like first, and at most two."""
    shelf = _shelf(known)
    wanted = name.casefold()[:_LONGEST_NAME]
    few = len(wanted) * shelf.letters <= _MOST_LETTERS
    likeness = 0.6 if len(name) <= 3 else 0.7
    choices = shelf.folded if few else _likely(wanted, tuple(shelf.folded))
    return [shelf.folded[each] for each in get_close_matches(wanted, choices, 2, likeness)]


@dataclass(frozen=True)
class _Shelf:
    """Known names without capitals: each as far as it is compared, and all that are the same."""

    folded: Mapping[str, str]
    same: Mapping[str, Sequence[str]]
    letters: int


# A file may ask for thousands of names among the same thousands.
@lru_cache(maxsize=8)
def _shelf(known: tuple[str, ...]) -> _Shelf:
    folded, same = {}, defaultdict(list)
    for each in known:
        folded[each.casefold()[:_LONGEST_NAME]] = each
        same[each.casefold()].append(each)
    return _Shelf(folded, same, sum(map(len, folded)))


# Comparing takes a while: a file that is no honest work of an author's must not hold the program up.
_MOST_LETTERS = 20_000
_MOST_LIKELY = 5
_MOST_UNKNOWN = 100
_LONGEST_NAME = 200


def _likely(name: str, known: tuple[str, ...]) -> list[str]:
    """Of many known names the few that share the most pairs of letters with `name`, those that tell names apart."""
    index = _by_pairs(known)
    shared = Counter(at for pair in _pairs(name) for at in index.get(pair, ()))
    return [known[at] for at, _ in sorted(shared.most_common(_MOST_LIKELY))]


@lru_cache(maxsize=4)
def _by_pairs(known: tuple[str, ...]) -> dict[str, list[int]]:
    """Which names hold a pair of letters, by their positions; pairs that very many hold tell nothing."""
    index: dict[str, list[int]] = {}
    for at, name in enumerate(known):
        for pair in _pairs(name):
            index.setdefault(pair, []).append(at)
    return {pair: names for pair, names in index.items() if len(names) <= _MOST_WITH_A_PAIR}


_MOST_WITH_A_PAIR = 200


def _pairs(name: str) -> set[str]:
    """The pairs of letters that stand side by side in a name, its ends among them."""
    ended = f"^{name}$"
    return {ended[at : at + 2] for at in range(len(ended) - 1)}


def nearest_of_each(names: Iterable[str], known: Iterable[str]) -> dict[str, str]:
    """The nearest known name of each name that has one; only of the first hundred, since more are no slips of the pen.

    >>> nearest_of_each(["master", "mastre", "owners"], ["master"])
    {'master': 'master', 'mastre': 'master'}
    """
    choices = tuple(known)
    few = list(dict.fromkeys(names))[:_MOST_UNKNOWN]
    return {name: near for name in few if (near := nearest(name, choices))}


def write_instead(name: str, known: Iterable[str], otherwise: str = "") -> str:
    """The cure for an unknown name: the nearest one, else the few that there are, else `otherwise`."""
    choices = tuple(known)
    near = nearest(name, choices)
    if near is not None:
        return f"write '{near}'"
    if choices and len(choices) <= 12:
        return f"write one of: {', '.join(choices)}"
    return otherwise


def sentence_list(words: Iterable[str], conjunction: str = "and") -> str:
    """
    >>> sentence_list(["a", "b", "c"])
    'a, b and c'
    """
    *most, last = list(words) or [""]
    return f"{', '.join(most)} {conjunction} {last}" if most else last


def name_list(names: Iterable[str]) -> str:
    """Names in a sentence, told apart where commas stand in them.

    >>> name_list(["Plutarch", "Suetonius"]), name_list(["Plutarch, Life of Caesar", "Suetonius"])
    ('Plutarch and Suetonius', 'Plutarch, Life of Caesar, and Suetonius')
    >>> name_list(["Plutarch, Life of Caesar", "Plutarch, Life of Pompey", "Suetonius"])
    'Plutarch, Life of Caesar; Plutarch, Life of Pompey; and Suetonius'
    """
    listed = list(names)
    if not any("," in each for each in listed) or len(listed) == 1:
        return sentence_list(listed)
    *most, last = listed
    return f"{'; '.join(most)}{'; and ' if len(most) > 1 else ', and '}{last}"


def subject(names: Iterable[str]) -> str:
    """Names as the subject at the beginning of a sentence.

    >>> subject(["de Gaulle"]), subject(["Plutarch, Life of Pompey"])
    ('De Gaulle', 'Plutarch, Life of Pompey,')
    """
    listed = list(names)
    text = name_list(listed)
    return f"{text[:1].upper()}{text[1:]}{',' if listed and ',' in listed[-1] else ''}"


def counted(number: int, noun: str, plural: str = "") -> str:
    """
    >>> counted(1, "error"), counted(2, "essay"), counted(0, "branch", "branches")
    ('1 error', '2 essays', '0 branches')
    """
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def abridged(text: str, longest: int = 40) -> str:
    """A text as it is shown where it may be of any length.

    >>> abridged("the ferry sails at dawn", 9), abridged("the ferry", 9)
    ('the ferry…', 'the ferry')
    """
    return f"{text[:longest]}…" if len(text) > longest else text


_LONGEST_ID = 40
_RESERVED = {"collection", "con", "prn", "aux", "nul", *(f"{port}{at}" for port in ("com", "lpt") for at in range(10))}
"""What no scenario can be called: the name of the collection's own file, and what Windows keeps for its devices."""


def id_of(text: str) -> str:
    """An id made of a text's first words, fit for the name of a file; empty where the text has no letters.

    >>> id_of("Sail on the evening tide!"), id_of("Été à Paris.yaml"), id_of("../..")
    ('sail-on-the-evening-tide', 'ete-a-paris', '')
    """
    bare = unicodedata.normalize("NFKD", re.sub(r"\.ya?ml$", "", text.strip(), flags=re.IGNORECASE))
    marks_off = "".join(letter for letter in bare if not unicodedata.combining(letter)).casefold()
    words = [word for word in re.split(r"[^\w-]+|--+", unicodedata.normalize("NFC", marks_off)) if word.strip("-_")]
    id = ""
    for word in words:
        longer = f"{id}-{word.strip('-_')}".strip("-")
        if id and len(longer) > _LONGEST_ID:
            break
        id = longer[:_LONGEST_ID].rstrip("-_")
    return f"the-{id}" if id in _RESERVED else id
