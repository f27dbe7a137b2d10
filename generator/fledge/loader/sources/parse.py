"""Text in, plain values out, as JSON or YAML.

The result is a tree (no node is shared, none contains itself) of dict, list, str, int, finite float, bool, None.
"""

from __future__ import annotations

from fledge.diagnostics.conflict_marks import first_conflict
from fledge.diagnostics.diagnostic import DiagnosticCollector
from fledge.diagnostics.source import SourceText
from fledge.loader.sources.json_parser import parse_json
from fledge.loader.sources.parse_errors import ParseError, conflict_error
from fledge.loader.sources.yaml_parser import parse_yaml
from fledge.openapi.json_values import JSON


def parse(document: SourceText, report: DiagnosticCollector) -> JSON:
    """The value of a text. Raise ParseError if it has none; report what is odd and can be read as a warning."""
    text = document.text[document.start : document.end]
    try:
        return (parse_json if document.syntax == "json" else parse_yaml)(text, document, report)
    except ParseError:
        if (conflict := first_conflict(text)) is not None:
            raise conflict_error(document.start + conflict) from None
        raise
