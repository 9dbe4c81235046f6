"""Sources as CSL-JSON, as the published schema for CSL data has it."""

import json
import re
from collections.abc import Mapping
from typing import Any

from untaken.model.sources import Source

OURS = {"sections", "captions", "text", "label"}
"""Keys of a source that CSL does not know."""
DATES = ("issued", "original-date", "accessed")
_UNDERSCORED = {"archive-location": "archive_location"}
"""Names that CSL-JSON spells otherwise than all its others."""


def as_csl(sources: Mapping[str, Source]) -> str:
    """CSL-JSON: an item for each source, in order."""
    return json.dumps([csl_item(id, source) for id, source in sources.items()], ensure_ascii=False, indent=2)


def csl_item(id: str, source: Source) -> dict[str, Any]:
    """One source as CSL-JSON has it."""
    fields = source.model_dump(by_alias=True, exclude_defaults=True)
    item = {"id": id, **{key: value for key, value in fields.items() if key not in OURS}}
    return {_UNDERSCORED.get(key, key): _csl_date(value) if key in DATES else value for key, value in item.items()}


_DAY = r"(-?\d{1,4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?"


def _csl_date(text: str) -> dict[str, Any]:
    """A date, or two for a range, in parts; with a mark where it is about then; else as it was written.

    CSL counts 44 BC as -44, as a scenario does, not as astronomers do.
    """
    bare = text.strip()
    about = re.fullmatch(r"(?:c\.|ca\.|circa)\s*(.+)|(.+)~", bare)
    bare = next(filter(None, about.groups())) if about else bare
    before = re.fullmatch(r"(\d{1,4})\s*(?:BC|BCE|B\.C\.)", bare)
    bare = f"-{before[1]}" if before else bare
    ends = [re.fullmatch(_DAY, each) for each in re.split(r"\s*/\s*|(?<=\d{4})\s*–\s*(?=\d{4}$)", bare)]
    parts = [[int(part) for part in each.groups() if part] for each in ends if each]
    if len(parts) != len(ends) or len(parts) > 2:
        return {"literal": text}
    return {"date-parts": parts, **({"circa": True} if about else {})}
