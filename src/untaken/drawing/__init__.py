"""Pictures as values and as DOT text, before anybody runs Graphviz."""
