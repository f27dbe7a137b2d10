"""Names of the configuration that cannot hold, and where the configuration has them."""

from __future__ import annotations

from collections.abc import Mapping

from fledge.builder.names.words import attribute, method
from fledge.config.places import ConfigTable
from fledge.diagnostics.diagnostic import DiagnosticCollector
from fledge.diagnostics.errors import DiagnosticError


class NameConflictError(DiagnosticError):
    """An override that cannot hold: `name` as it is read, and the `key` of what it is given to."""

    def __init__(self, code: str, message: str, *, name: str, key: str, hint: str) -> None:
        super().__init__(code, message, hint=hint)
        self.name = name
        self.key = key

    def at(self, table: ConfigTable, overrides: Mapping[str, str]) -> DiagnosticError:
        """The same error at the key of the configuration that gives the name; at that of `key` if several do."""
        keys = [key for key, name in overrides.items() if _can_be(name, self.name)]
        stated = [key for key in keys if key.removeprefix("#") == self.key]
        key = [*keys, *stated][-1] if keys else ""
        origin = table.origin(DiagnosticCollector(), "names", key)
        what = self.diagnostic
        return DiagnosticError(what.code, what.message, document=table.document, offset=origin.offset, hint=what.hint)


def _can_be(override: str, name: str) -> bool:
    """Whether an override is read as a name: as it is, as one that Python allows, below a resource, or with one."""
    return (
        override.startswith(f"{name}.")
        or name in (override, attribute(override), method(override))
        or name.endswith(f".{override}")
    )
