"""Variables of a path's template, also where they carry marks that OpenAPI does not have.

OpenAPI has `{name}` alone (3.2.0, 4.8.2). Documents are met with RFC 6570's operators, as in `{+name}` or `{/name*}`,
and with what frameworks say of a variable that takes several segments: `{name+}`, `{name*}`, `{name:path}`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from fledge.quick_dataclass import quick_dataclass

EXPRESSION = re.compile(r"\{([^{}]*)\}")
_MARKS = re.compile(r"([^:*+]*)(?::(\w*))?([*+]?)")


@quick_dataclass(frozen=True, slots=True)
class TemplateVariable:
    """One variable. `operator` is RFC 6570's; `several` means that a value may be several segments."""

    name: str
    operator: str = ""
    explode: bool = False
    multi_segment: bool = False

    @property
    def in_path(self) -> bool:
        """Whether it is a part of the path, and not of the query or the fragment behind it."""
        return self.operator not in tuple("?&#")


_SERVER = " @ "
"""Between a path and its server in a key of `paths`, where descriptions have the path at several: no path has spaces."""


def server_path(path: str, server: str) -> str:
    """The key of a path that another server has, too."""
    return f"{path}{_SERVER}{server}"


def split_server(key: str) -> tuple[str, str]:
    """The path that a key of `paths` stands for, and what tells its server from others; "" if nothing needs to."""
    path, _, server = key.partition(_SERVER)
    return path, server


def has_stray_brace(path: str) -> bool:
    """Whether a path has a brace that belongs to no variable, such as that of `/pets/{id`."""
    return not frozenset("{}").isdisjoint(EXPRESSION.sub("", path))


def without_names(path: str) -> str:
    """The path without the names of its variables, which no server sees: `/pets/{}`."""
    return EXPRESSION.sub("{}", path)


def variables(expression: str, declared: Collection[str]) -> list[TemplateVariable]:
    """The variables between two braces; a name that is `declared` as it stands has no marks."""
    if expression in declared:
        return [TemplateVariable(expression)]
    operator = expression[:1] if expression[:1] in tuple("+#./;?&") else ""
    names = expression.removeprefix(operator).split(",")
    marked = [_MARKS.fullmatch(name) for name in names]
    if not all(match and match[1] for match in marked):
        return [TemplateVariable(expression)] if expression else []
    return [
        TemplateVariable(
            name=match[1],
            operator=operator,
            explode=match[3] == "*",
            multi_segment=operator == "+" or match[2] == "path" or match[3] == "+" or match[3] == "*" and not operator,
        )
        for match in marked
        if match
    ]


def path_variables(path: str, declared: Collection[str]) -> Iterator[TemplateVariable]:
    """All variables of a path, in its order."""
    for expression in EXPRESSION.findall(path):
        yield from variables(expression, declared)


def plain_path(path: str, declared: Collection[str]) -> str:
    """The path with OpenAPI's own variables alone; what stands behind the path is left out."""

    def one(match: re.Match[str]) -> str:
        in_path = [each for each in variables(match[1], declared) if each.in_path]
        before, between = ("/", "/") if in_path and in_path[0].operator == "/" else ("", "")
        comma = "," if in_path and in_path[0].operator in ("", "+") else between
        return before + comma.join(f"{{{each.name}}}" for each in in_path) if in_path else match[0] * (not match[1])

    return EXPRESSION.sub(one, path)
