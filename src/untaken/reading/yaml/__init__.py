"""YAML files to marked trees. The only importer of yaml."""

from untaken.reading.yaml.files import Read, decoded_text, file_text, read_text
from untaken.reading.yaml.glimpse import glimpse
from untaken.reading.yaml.unmarked import unmarked

__all__ = ["Read", "decoded_text", "file_text", "glimpse", "read_text", "unmarked"]
