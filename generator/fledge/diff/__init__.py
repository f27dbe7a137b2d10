"""Compares two descriptions and reports what changes for callers of the client."""

from __future__ import annotations

from fledge.diff.changes import Change, Diff, Direction, DocumentNode, Effect, Level, Phrase
from fledge.diff.compare.api import compare_apis
from fledge.diff.reports.summary import summary_lines

__all__ = ["Change", "Diff", "Direction", "Effect", "Level", "DocumentNode", "Phrase", "compare_apis", "summary_lines"]
