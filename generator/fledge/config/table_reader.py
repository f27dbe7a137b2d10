"""Reading a TOML table by a table of keys: all problems are collected, each at its line."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from fledge.config.toml_positions import toml_position
from fledge.config.values import Either, Key, OpenTable, Table, Texts, ValueType
from fledge.diagnostics.diagnostic import Diagnostic, Severity
from fledge.diagnostics.similar_names import similar, suggest
from fledge.diagnostics.source import SourcePointer, SourceText


class TableReader:
    """Reads values of one TOML text and collects what is wrong with them."""

    def __init__(self, document: SourceText) -> None:
        self.document = document
        self.problems: list[Diagnostic] = []
        self.faulty_tables: set[str] = set()

    def error(self, code: str, message: str, table: str, key: str | None = None, hint: str | None = None) -> None:
        """Add a problem with a table, or with a key in it."""
        source = SourcePointer(source=self.document.name, offset=toml_position(self.document.text, table, key))
        problem = Diagnostic(code=code, severity=Severity.ERROR, message=message, source=source, hint=hint)
        self.faulty_tables.add(table)
        if problem not in self.problems:
            self.problems.append(problem)

    def read_table(self, keys: tuple[Key, ...], values: Mapping[str, Any], table: str) -> dict[str, Any]:
        """Return the values of the keys that a table has and that are of the right type, arrays as tuples."""
        names = [key.name for key in keys]
        misspelt: list[str] = []
        for name in values:
            if name not in names:
                misspelt += similar(name, names)
                hint = suggest(name, names) or f"the keys are: {', '.join(names)}"
                self.error("config-key", f"there is no key `{name}` {_in(table)}", table, name, hint)
        result = {}
        for key in keys:
            if key.name in values:
                value = self.read_value(key.type, values[key.name], table, key.name)
                if value is not None:
                    result[key.name] = value
            elif key.required and key.name not in misspelt:
                self.error("config-value", f"[{table}] lacks `{key.name}`: {key.type.expected}", table)
        return result

    def read_value(self, type: ValueType, value: Any, table: str, key: str) -> Any:
        """Return a value if it is of a type, else None and add the problem."""
        if not type.accepts(value):
            self.error("config-value", f"`{key}` must be {type.expected}", table, key)
            return None
        match type:
            case Table():
                return self.read_table(type.keys, value, f"{table}.{key}".removeprefix("."))
            case OpenTable():
                items = {
                    name: self.read_value(type.values, item, f"{table}.{key}".removeprefix("."), name)
                    for name, item in value.items()
                }
                return {name: item for name, item in items.items() if item is not None}
            case Either():
                return self.read_value(next(each for each in type.types if each.accepts(value)), value, table, key)
            case Texts():
                return (value,) if isinstance(value, str) else tuple(value)
            case _:
                return value


def _in(table: str) -> str:
    return f"in [{table}]" if table else "at the top"
