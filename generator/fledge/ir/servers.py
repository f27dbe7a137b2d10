"""Servers: the URLs at which operations are."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Container
from dataclasses import field, replace

from fledge.ir.docs import Docs
from fledge.ir.names import Name
from fledge.quick_dataclass import quick_dataclass

_RELATIVE = re.compile(r"(?:[./]|(?!localhost)[\w-]+(?:/|$))[^{}]*")
"""A path in which all variables have values. A host without a scheme, which the loader reports, has a dot or a port."""


@quick_dataclass(frozen=True, slots=True, kw_only=True)
class ServerVariable:
    """A part of a server's URL that can be chosen. `values` are all that the document allows, if it says so."""

    name: Name
    default: str
    docs: Docs = field(compare=False)
    values: tuple[str, ...] = ()


@quick_dataclass(frozen=True, slots=True, kw_only=True)
class Server:
    """Where operations are: a URL in which `{name}` stands for a variable. What it is called makes no difference."""

    url: str
    docs: Docs = field(compare=False)
    variables: tuple[ServerVariable, ...] = ()

    @property
    def path(self) -> str:
        """The path of a relative URL, without a slash at its end; nothing of a host, with or without its scheme."""
        url = self.keeping(()).url
        return posixpath.normpath(f"/{url.lstrip('/')}").rstrip("/") if _RELATIVE.fullmatch(url) else ""

    def keeping(self, names: Container[str]) -> Server:
        """The same with the defaults of all variables but those of these wire names."""
        if not self.variables:
            return self
        url = self.url
        for variable in self.variables:
            if variable.name.wire not in names:
                url = url.replace("{" + variable.name.wire + "}", variable.default)
        return replace(self, url=url, variables=tuple(v for v in self.variables if v.name.wire in names))
