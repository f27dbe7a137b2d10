"""Where the configuration has what a later stage finds to be wrong, for its messages."""

from __future__ import annotations

import json

from fledge.config.toml_positions import toml_position
from fledge.diagnostics.diagnostic import DiagnosticCollector
from fledge.diagnostics.source import SourcePointer, SourceText
from fledge.quick_dataclass import quick_dataclass


@quick_dataclass(frozen=True, slots=True, kw_only=True)
class ConfigTable:
    """The table of a client in a configuration."""

    document: SourceText
    name: str

    def origin(self, report: DiagnosticCollector, key: str, member: str, text: str = "") -> SourcePointer:
        """The place of a member of a key, such as a pattern of `include.paths`; `text` is a string below it.

        The document is added to the report, so that messages can show its lines.
        """
        report.read(self.document)
        offset = toml_position(self.document.text, f"{self.name}.{key}".rstrip("."), member)
        quoted = (json.dumps(text, ensure_ascii=False), f"'{text}'") if text else ()
        places = [at for each in quoted if (at := self.document.text.find(each, offset)) >= 0]
        return SourcePointer(source=self.document.name, offset=min(places, default=offset))


def config_origin(
    table: ConfigTable | None, report: DiagnosticCollector, key: str, member: str, text: str = ""
) -> SourcePointer | None:
    """The place of a member of a key; None of a client that no file configures. See `ConfigTable.origin`."""
    return None if table is None else table.origin(report, key, member, text)
