"""Views of servers and of their variables (OpenAPI 3.2.0, 4.5 and 4.6)."""

from __future__ import annotations

import re

from fledge.openapi.pointer import join
from fledge.openapi.views.node import Node

_VARIABLE = re.compile(r"\{([^{}]+)\}")


class ServerVariableView(Node):
    """A Server Variable Object."""

    __slots__ = ()

    @property
    def default(self) -> str:
        """The value that is used unless another one is chosen."""
        return str(self.raw.get("default", ""))

    @property
    def values(self) -> tuple[str, ...]:
        """All values that are allowed; none if any is."""
        return tuple(dict.fromkeys(str(value) for value in self.array("enum")))


class ServerView(Node):
    """A Server Object with a URL."""

    __slots__ = ()

    @property
    def url(self) -> str:
        """The URL, with `{name}` for each variable."""
        return str(self.raw["url"])

    @property
    def variables(self) -> dict[str, ServerVariableView]:
        """The variables that the URL has and that are described, in the order of the URL."""
        stated = self.object("variables")
        return {
            name: ServerVariableView(self.spec, join(self.pointer, "variables", name), raw)
            for name in dict.fromkeys(_VARIABLE.findall(self.url))
            if isinstance(raw := stated.get(name), dict)
        }


def servers_of(holder: Node) -> list[ServerView]:
    """The servers of an operation or of the whole description (`Node(spec, "", spec.root)`)."""
    return [
        ServerView(holder.spec, join(holder.pointer, "servers", index), raw)
        for index, raw in enumerate(holder.array("servers"))
        if isinstance(raw, dict) and isinstance(raw.get("url"), str)
    ]
