"""Variables of a path's template, also where they carry marks that OpenAPI does not have.

OpenAPI has `{name}` alone (3.2.0, 4.8.2). Documents are met with RFC 6570's operators, as in `{+name}` or `{/name*}`,
and with what frameworks say of a variable that takes several segments: `{name+}`, `{name*}`, `{name:path}`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

EXPRESSION = re.compile(r"\{([^{}]*)\}")
_MARKS = re.compile(r"([^:*+]*)(?::(\w*))?([*+]?)")


@dataclass(frozen=True, slots=True)
class Variable:
    """One variable. `operator` is RFC 6570's; `several` means that a value may be several segments."""

    name: str
    operator: str = ""
    explode: bool = False
    several: bool = False

    @property
    def in_path(self) -> bool:
        """Whether it is a part of the path, and not of the query or the fragment behind it."""
        return self.operator not in tuple("?&#")


def variables(expression: str, declared: Collection[str]) -> list[Variable]:
    """The variables between two braces; a name that is `declared` as it stands has no marks."""
    if expression in declared:
        return [Variable(expression)]
    operator = expression[:1] if expression[:1] in tuple("+#./;?&") else ""
    names = expression.removeprefix(operator).split(",")
    marked = [_MARKS.fullmatch(name) for name in names]
    if not all(found and found[1] for found in marked):
        return [Variable(expression)] if expression else []
    return [
        Variable(
            name=found[1],
            operator=operator,
            explode=found[3] == "*",
            several=operator == "+" or found[2] == "path" or found[3] == "+" or found[3] == "*" and not operator,
        )
        for found in marked
        if found
    ]


def path_variables(path: str, declared: Collection[str]) -> Iterator[Variable]:
    """All variables of a path, in its order."""
    for expression in EXPRESSION.findall(path):
        yield from variables(expression, declared)


def plain_path(path: str, declared: Collection[str]) -> str:
    """The path with OpenAPI's own variables alone; what stands behind the path is left out."""

    def one(match: re.Match[str]) -> str:
        found = [each for each in variables(match[1], declared) if each.in_path]
        before, between = ("/", "/") if found and found[0].operator == "/" else ("", "")
        comma = "," if found and found[0].operator in ("", "+") else between
        return before + comma.join(f"{{{each.name}}}" for each in found) if found else match[0] * (not match[1])

    return EXPRESSION.sub(one, path)
