"""YAML files to marked trees. The only importer of yaml."""

from untaken.reading.yaml.files import Read, read_bytes, read_file, read_text

__all__ = ["Read", "read_bytes", "read_file", "read_text"]
