"""Sources from where historians keep them: CSL-JSON, CSL-YAML, BibTeX and RIS, as Zotero exports them."""
