"""Diagnostics as SARIF 2.1.0 (OASIS), which code scanning services show beside the lines of a pull request."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from urllib.parse import quote

from fledge.diagnostics.codes import diagnostic_codes, plain_text
from fledge.diagnostics.diagnostic import Severity
from fledge.diagnostics.positions import SourceRange
from fledge.diagnostics.render import Located, Report, escape_control_characters, located

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}


_STALE: dict[str, object] = {
    "id": "package-stale",
    "shortDescription": {"text": "A file of a package is not as Fledge generates it."},
    "help": {"text": "Run `fledge generate`, and commit the package."},
    "defaultConfiguration": {"level": "error"},
}


def to_sarif(
    reports: Sequence[Report], version: str, url_of: Callable[[str], str], stale_files: Sequence[tuple[str, str]] = ()
) -> dict[str, object]:
    """Return all diagnostics as one log with one run; `version` is that of Fledge.

    A result has the code as `ruleId`. A diagnostic about a whole run has no location. `url_of` returns the URL of a
    page of the documentation, or nothing: SARIF's `helpUri` is absolute. `stale_files` are what `fledge check` found:
    paths, and what each file is instead of what is generated.
    """
    results = [one for report in reports for one in located(report)]
    rules = [_rule(code, url_of) for code in sorted({one.diagnostic.code for one in results})]
    return {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "Fledge",
                        "version": version,
                        "rules": [*rules, *([_STALE] if stale_files else [])],
                    }
                },
                "columnKind": "unicodeCodePoints",
                "results": [*map(_result, results), *(_stale(path, verdict) for path, verdict in stale_files)],
            }
        ],
    }


def _rule(code: str, url_of: Callable[[str], str]) -> dict[str, object]:
    """What the table of codes says of one (SARIF 2.1.0, 3.49)."""
    row = next((each for each in diagnostic_codes() if each.code == code), None)
    if row is None:
        return {"id": code}
    meaning, action = plain_text(row.meaning), plain_text(row.action)
    rule: dict[str, object] = {
        "id": code,
        "shortDescription": {"text": f"{meaning.partition('. ')[0].removesuffix('.')}."},
        "fullDescription": {"text": meaning},
        "help": {"text": action, "markdown": action},
        "defaultConfiguration": {"level": _LEVELS[row.severities[0]]},
    }
    if url := url_of(row.page):
        rule["helpUri"] = url
    return rule


def _result(one: Located) -> dict[str, object]:
    diagnostic = one.diagnostic
    text = f"{diagnostic.message}\n{diagnostic.hint}" if diagnostic.hint else diagnostic.message
    result: dict[str, object] = {
        "ruleId": diagnostic.code,
        "level": _LEVELS[diagnostic.severity],
        "message": {"text": "\n".join(map(escape_control_characters, text.split("\n")))},
    }
    if one.source_range is not None:
        result["locations"] = [_location(one.source_range)]
    if one.related:
        result["relatedLocations"] = [
            {**_location(source_range), "message": {"text": escape_control_characters(label)}}
            for label, source_range in one.related
        ]
    return result


def _stale(path: str, verdict: str) -> dict[str, object]:
    location = {"artifactLocation": {"uri": quote(path)}, "region": {"startLine": 1}}
    return {
        "ruleId": _STALE["id"],
        "level": "error",
        "message": {"text": f"{path}: {verdict}"},
        "locations": [{"physicalLocation": location}],
    }


def _location(source_range: SourceRange) -> dict[str, object]:
    path = source_range.document.path
    return {
        "physicalLocation": {
            "artifactLocation": {"uri": path if "://" in path else quote(path.replace("\\", "/"))},
            "region": {"startLine": source_range.line, "startColumn": source_range.column},
        }
    }
