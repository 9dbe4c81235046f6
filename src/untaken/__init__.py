"""untaken: turning points of history as decision trees, with the arguments that the sources give for each road."""

__version__ = "0.1.0"
