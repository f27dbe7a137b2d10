"""Resources as properties, of the clients and of the resources that hold them."""

from __future__ import annotations

from collections.abc import Iterable

from fledge.emitter.markdown import split_summary, wrap_markdown
from fledge.emitter.python.docstrings import docstring
from fledge.emitter.python.expr import Symbol
from fledge.emitter.python.layout import WIDTH, layout_head, layout_return
from fledge.emitter.python.symbols import ModuleScope
from fledge.ir import Resource
from fledge.quick_dataclass import quick_dataclass


@quick_dataclass(frozen=True, slots=True, kw_only=True)
class ResourceProperty:
    """The property that makes a resource, and the lines in it that import its class: it is loaded when it is used."""

    line: str
    doc: str
    lines: tuple[str, ...]
    returned: tuple[str, ...]


def resource_properties(
    resources: Iterable[Resource], holder: str, kind: str, scope: ModuleScope
) -> tuple[ResourceProperty, ...]:
    """Return a property for each resource of `holder`; `kind` is "" or "Async", as in the names of classes."""
    client = "self._client" if holder else "self"
    return tuple(_resource_property(each, kind, scope, client) for each in held_resources(resources, holder))


def held_resources(resources: Iterable[Resource], holder: str) -> list[Resource]:
    """Return those of all resources that one of them has as properties; the client is an empty `holder`."""
    return [each for each in resources if each.name.python.rpartition(".")[0] == holder]


def attribute_name(resource: Resource) -> str:
    """Return what the property is called."""
    return resource.name.python.rpartition(".")[2]


def _resource_property(resource: Resource, kind: str, scope: ModuleScope, client: str) -> ResourceProperty:
    symbol = Symbol(f"{kind}{resource.class_name}", f".resources.{resource.module}")
    summary = split_summary(resource.docs.description or resource.docs.summary)[0]
    return ResourceProperty(
        line=layout_head(f"def {attribute_name(resource)}", ["self"], f" -> {scope.annotation(symbol)}:", 4),
        lines=scope.statement(symbol, 8),
        doc=docstring(wrap_markdown(summary, WIDTH - 11) or ["Operations."], 8),
        returned=layout_return(symbol.name, [client]),
    )
