"""From YAML to the model: a tree with every place marked, then decoded and mended."""
