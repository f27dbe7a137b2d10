"""How many schemas may each need the next one to be understood: every step recurses that deep."""

from __future__ import annotations

from fledge.diagnostics.diagnostic import DiagnosticCollector
from fledge.diagnostics.source import SourcePointer

DEPTH = 100
"""Schemas that are each made of the next one. Real descriptions stay below 12."""


def report_depth(origin: SourcePointer, collector: DiagnosticCollector) -> bool:
    """Report, once, that schemas are made of each other in more than DEPTH steps; return True."""
    if all(each.code != "too-deep" for each in collector.diagnostics):
        collector.error(
            "too-deep",
            f"Each of more than {DEPTH} schemas is made of the next one by `allOf`, `anyOf` or `oneOf`.",
            origin=origin,
            hint="Let schemas extend each other in fewer steps.",
        )
    return True
