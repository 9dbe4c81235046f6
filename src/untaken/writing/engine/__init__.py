"""Graphviz, in a process of its own that can be stopped. Nothing else in the house owns or starts it."""

from untaken.writing.engine.process import Box, Engine, EngineFault, EngineMissing, Layout, TooSlow

__all__ = ["Box", "Engine", "EngineFault", "EngineMissing", "Layout", "TooSlow"]
