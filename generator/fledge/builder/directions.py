"""Which schemas are sent and which are received, and where that needs two types of one schema.

A property that is readOnly is never sent, one that is writeOnly never comes (OpenAPI 3.1.1, 4.8.24; JSON Schema 9.4).
That matters to a type only where such a property is required: then a schema that travels both ways has an input type.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from fledge.openapi.document import Spec
from fledge.openapi.json_values import as_object
from fledge.openapi.pointer import join, upwards
from fledge.openapi.schemas.derived import is_subtype_branch
from fledge.openapi.schemas.schemas import Schemas
from fledge.openapi.views.node import Node
from fledge.openapi.views.operations import all_operations, webhook_operations


class SchemaDirections:
    """The ways that each schema of a document travels."""

    def __init__(self, spec: Spec, schemas: Schemas) -> None:
        self._schemas = schemas
        self._children: dict[str, tuple[str, ...]] = {}
        self._sent = self._reach(_content(spec, sent=True))
        self._received = self._reach(_content(spec, sent=False))
        self._split = self._marked()

    def is_split(self, pointer: str) -> bool:
        """Whether a schema needs an input type of its own."""
        return pointer in self._split and pointer in self._sent and pointer in self._received

    def is_only_sent(self, pointer: str) -> bool:
        """Whether a schema is part of requests and of nothing else."""
        return pointer in self._sent and pointer not in self._received

    def of(self, pointer: str) -> str:
        """Whether a schema, or the nearest one around it that travels, is `sent`, `received` or `both`."""
        for each in upwards(pointer):
            if each in self._sent:
                return "both" if each in self._received else "sent"
            if each in self._received:
                return "received"
        return "unused"

    def _reach(self, roots: Iterable[str]) -> dict[str, None]:
        reached: dict[str, None] = {}
        pending = [self._schemas.usage(self._schemas.target(root)) for root in roots]
        while pending:
            pointer = pending.pop()
            if pointer not in reached:
                reached[pointer] = None
                pending.extend(self._parts(pointer))
        return reached

    def _parts(self, pointer: str) -> tuple[str, ...]:
        """The schemas that one is directly made of, but for plain ones: these have no models and hold no others."""
        parts = self._children.get(pointer)
        if parts is None:
            schema = self._schemas[pointer]
            pointers = [each for each in schema.properties.values() if self._schemas.plain[each] is None]
            pointers += (*schema.prefix, *schema.variants)
            pointers += filter(None, (schema.items, schema.additional_properties, schema.target))
            ends = map(self._schemas.target, pointers)
            if self._schemas.subtypes and not any(map(is_subtype_branch, schema.variants)):
                ends = map(self._schemas.usage, ends)
            parts = self._children[pointer] = tuple(dict.fromkeys(ends)) if pointers else ()
        return parts

    def _marked(self) -> dict[str, None]:
        """Schemas that require a readOnly or writeOnly property, and all that hold one of those."""
        both = [pointer for pointer in self._sent if pointer in self._received]
        holders: dict[str, list[str]] = {}
        for pointer in both:
            for part in self._parts(pointer):
                holders.setdefault(part, []).append(pointer)
        marked: dict[str, None] = {}
        pending = [pointer for pointer in both if self._requires_marked(pointer)]
        while pending:
            pointer = pending.pop()
            if pointer not in marked:
                marked[pointer] = None
                pending.extend(holders.get(pointer, ()))
        return marked

    def _requires_marked(self, pointer: str) -> bool:
        schema = self._schemas[pointer]
        return any(
            self._schemas.says(schema.properties[key], "readOnly")
            or self._schemas.says(schema.properties[key], "writeOnly")
            for key in schema.required
            if key in schema.properties
        )


def _content(spec: Spec, *, sent: bool) -> Iterator[str]:
    """Pointers of the schemas of bodies and parameters that are sent, or of those that are received."""
    for operation in all_operations(spec):
        if sent:
            for parameter in operation.parameters:
                yield from _schemas_of(parameter)
            if operation.request_body:
                yield from _schemas_of(operation.request_body)
        else:
            for status in operation.statuses:
                yield from _schemas_of(operation.response(status))
            for _, callback in operation.callbacks:
                if callback.request_body:
                    yield from _schemas_of(callback.request_body)
    for _, webhook in webhook_operations(spec):
        if not sent and webhook.request_body:
            yield from _schemas_of(webhook.request_body)


def _schemas_of(holder: Node) -> Iterator[str]:
    """The schemas below a parameter, a body or a response."""
    if "schema" in holder.raw:
        yield f"{holder.pointer}/schema"
    for media_type, raw in holder.object("content").items():
        for keyword in ("schema", "itemSchema"):
            if keyword in as_object(raw):
                yield join(holder.pointer, "content", media_type, keyword)
