"""What stands under each key of a noun: a text, a noun, a list or a mapping of them. Read off the model itself."""

import types
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BeforeValidator

from untaken.model.sources import Noun


@dataclass(frozen=True)
class NounShape:
    """What stands under a key: in a `dict` of the author's own ids, in a `tuple` as in a list, or by itself (None).

    `nouns` are those that may stand there, none for texts and numbers; with `short`, a text may stand for one. `words`
    are those that the format knows, where there are only a few.
    """

    holder: type | None = None
    nouns: tuple[type[Noun], ...] = ()
    short: bool = False
    words: tuple[str, ...] = ()

    @property
    def is_list(self) -> bool:
        return self.holder is tuple

    @property
    def is_named(self) -> bool:
        """Whether it is a mapping of the author's own ids."""
        return self.holder is dict


@cache
def shapes(noun: type[Noun]) -> Mapping[str, NounShape]:
    """The shape of every key of a noun, by the key as it is written."""
    return {info.alias or name: _shape(info.annotation, info.metadata) for name, info in noun.model_fields.items()}


def needed(noun: type[Noun]) -> frozenset[str]:
    """The keys that a noun cannot do without."""
    return frozenset(info.alias or name for name, info in noun.model_fields.items() if info.is_required())


def nouns_under(top: type[Noun]) -> list[type[Noun]]:
    """A noun and all that may stand in it, however deep, each once."""
    found = [top]
    for noun in found:
        found += [each for shape in shapes(noun).values() for each in shape.nouns if each not in found]
    return list(dict.fromkeys(found))


def named_routes(top: type[Noun], above: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Where mappings of the author's own ids stand in a file; `*` is any of these ids, and any number."""
    for key, shape in shapes(top).items():
        here = (*above, key)
        if shape.is_named:
            yield here
        for noun in shape.nouns:
            yield from named_routes(noun, (*here, "*") if shape.holder else here)


def _shape(annotation: Any, metadata: list[Any] | tuple[Any, ...] = ()) -> NounShape:
    origin, arguments = get_origin(annotation), get_args(annotation)
    short = any(isinstance(each, BeforeValidator) for each in metadata)
    if origin is Annotated:
        return _shape(arguments[0], (*metadata, *arguments[1:]))
    if origin in (Union, types.UnionType):
        members = [_shape(each, metadata) for each in arguments if each is not type(None)]
        nouns = tuple(noun for each in members for noun in each.nouns)
        return NounShape(members[0].holder, nouns, any(each.short for each in members), members[0].words)
    if origin is Literal:
        return NounShape(words=tuple(map(str, arguments)))
    if origin in (tuple, dict):
        member = _shape([each for each in arguments if each is not Ellipsis][-1])
        return NounShape(origin, member.nouns, member.short)
    if isinstance(annotation, type) and issubclass(annotation, Noun):
        return NounShape(None, (annotation,), short)
    return NounShape(words=tuple(map(str, getattr(annotation, "__members__", {}).values())))
