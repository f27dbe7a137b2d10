"""The reader of `[tool.fledge.clients.NAME.security]`: tables in, Security Scheme Objects out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from fledge.config.rules import security_problems
from fledge.config.security import SecuritySchemeConfig
from fledge.config.table_reader import TableReader
from fledge.config.toml_positions import toml_position


def read_security(values: Mapping[str, Any], table: str, reader: TableReader) -> dict[str, SecuritySchemeConfig]:
    """Return the schemes of a table by their names; add to the reader's problems what is wrong with them."""
    schemes: dict[str, SecuritySchemeConfig] = {}
    for name, value in values.items():
        is_read = f"{table}.{name}" not in reader.faulty_tables
        for key, message, hint in security_problems(name, value) if is_read else ():
            reader.error("config-value", message, f"{table}.{name}" if key else table, key or name, hint)
        offset = toml_position(reader.document.text, table, name)
        schemes[name] = SecuritySchemeConfig(fields=_scheme(value), document=reader.document, offset=offset)
    return schemes


def _scheme(values: Mapping[str, Any]) -> dict[str, Any]:
    """The Security Scheme Object that a table stands for: what it leaves out has its default."""
    fields = {"scheme": "bearer", **values} if values.get("type") == "http" else dict(values)
    if "flows" in values:
        fields["flows"] = {key: {"scopes": {}, **flow} for key, flow in values["flows"].items()}
    return fields
