"""Third stage: an Api becomes a Package, a whole client in memory."""

from __future__ import annotations

from generator.emitter.emit import emit, format_package

__all__ = ["emit", "format_package"]
