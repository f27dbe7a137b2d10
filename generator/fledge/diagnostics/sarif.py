"""Diagnostics as SARIF 2.1.0 (OASIS), which code scanning services show beside the lines of a pull request."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import quote

from fledge.diagnostics.diagnostic import Severity
from fledge.diagnostics.positions import SourceRange
from fledge.diagnostics.render import Located, Report, located

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}


def to_sarif(reports: Sequence[Report], version: str) -> dict[str, object]:
    """Return all diagnostics as one log with one run; `version` is that of Fledge.

    A result has the code as `ruleId`. A diagnostic about a whole run has no location.
    """
    results = [one for report in reports for one in located(report)]
    return {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "Fledge",
                        "version": version,
                        "rules": [{"id": code} for code in sorted({one.diagnostic.code for one in results})],
                    }
                },
                "columnKind": "unicodeCodePoints",
                "results": list(map(_result, results)),
            }
        ],
    }


def _result(one: Located) -> dict[str, object]:
    diagnostic = one.diagnostic
    text = f"{diagnostic.message}\n{diagnostic.hint}" if diagnostic.hint else diagnostic.message
    result: dict[str, object] = {
        "ruleId": diagnostic.code,
        "level": _LEVELS[diagnostic.severity],
        "message": {"text": text},
    }
    if one.source_range is not None:
        result["locations"] = [_location(one.source_range)]
    if one.related:
        result["relatedLocations"] = [
            {**_location(source_range), "message": {"text": label}} for label, source_range in one.related
        ]
    return result


def _location(source_range: SourceRange) -> dict[str, object]:
    path = source_range.document.path
    return {
        "physicalLocation": {
            "artifactLocation": {"uri": path if "://" in path else quote(path.replace("\\", "/"))},
            "region": {"startLine": source_range.line, "startColumn": source_range.column},
        }
    }
