"""How a workflow turns what goes wrong outside of Fledge into diagnostics."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from fledge.diagnostics.diagnostic import DiagnosticCollector
from fledge.diagnostics.errors import DiagnosticError


@contextmanager
def collect_errors(report: DiagnosticCollector) -> Iterator[None]:
    """Add bad input and errors of the operating system to a report; BrokenPipeError is raised."""
    try:
        yield
    except DiagnosticError as error:
        error.add_to(report)
    except BrokenPipeError:
        raise
    except OSError as error:
        subject = f"{error.filename}: " if error.filename else ""
        advice = "give Fledge access to it; " if isinstance(error, PermissionError) else ""
        report.error("system", f"{subject}{error.strerror or error}", hint=f"{advice}existing files are unchanged")
