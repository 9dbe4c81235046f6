"""The command schema."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from untaken.cli.app import CLEAN, command
from untaken.cli.products import Wanted, deliver_and_say, in_format, where_to
from untaken.faces.terminal import say
from untaken.text.trouble import Trouble
from untaken.writing.formats import Stuff


class KindOfFile(StrEnum):
    """The files that an author writes."""

    SCENARIO = "scenario"
    COLLECTION = "collection"


@command("schema")
def schema(
    kind: Annotated[
        KindOfFile | None,
        typer.Argument(metavar="[scenario|collection]", help="The kind of file.", show_default=False),
    ] = None,
    formats: Annotated[str | None, in_format(Stuff.SCHEMA, "json")] = None,
    output: Annotated[str | None, where_to()] = None,
    as_reference: Annotated[bool, typer.Option("--reference", help="The reference of every key, to be read.")] = False,
) -> int:
    """What may be written in a scenario, for editors.

    Prints the JSON Schema of a scenario, or with 'collection' that of collection.yaml. With -o and a folder, both are
    written as files. An editor that runs yaml-language-server finds them by the first line of a scenario; it completes
    keys, explains them, and underlines mistakes while you write.

    \b
    Examples:
      untaken schema -o scenarios
      untaken schema collection
      untaken schema --reference
    """
    if as_reference:
        return _show_reference(bool(kind or formats or output))
    wanted = Wanted.of(Stuff.SCHEMA, formats, output, "json")
    kinds = [kind] if kind else [KindOfFile.SCENARIO] if wanted.is_printed else [*KindOfFile]
    deliver_and_say(wanted, {f"{each}.schema": each for each in kinds})
    return CLEAN


def schema_file(folder: Path, kind: KindOfFile) -> Path:
    """The file in a folder of scenarios by which an editor knows what may be written in that kind of file."""
    return folder / f"{kind}.schema.json"


def schema_text(kind: KindOfFile) -> bytes:
    """What is in that file."""
    from untaken.writing.schema import json_schema

    return json_schema(kind).encode("utf-8")


def _show_reference(with_more: bool) -> int:
    if with_more:
        raise Trouble("--reference stands alone", "leave the rest out: it prints every key of both kinds")
    from untaken.writing.reference import reference

    say(reference().rstrip("\n"))
    return CLEAN
