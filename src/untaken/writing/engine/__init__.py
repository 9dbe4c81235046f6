"""Graphviz, in a process of its own that can be stopped. Nothing else in the house owns or starts it."""

from untaken.writing.engine.process import Engine, EngineFault, EngineMissing, TooSlow

__all__ = ["Engine", "EngineFault", "EngineMissing", "TooSlow"]
