"""What differs between two descriptions, told in the words of those who call the client."""

from __future__ import annotations

from generator.diff.compare import compare
from generator.diff.summary import summary_lines
from generator.diff.values import Change, Diff, Direction, Effect, Level, Spot

__all__ = ["Change", "Diff", "Direction", "Effect", "Level", "Spot", "compare", "summary_lines"]
