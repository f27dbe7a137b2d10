"""Third stage: an Api becomes a Package, a whole client in memory."""

from __future__ import annotations

from fledge.emitter.emit import emit, faults_in, format_package, runtime_package

__all__ = ["emit", "faults_in", "format_package", "runtime_package"]
