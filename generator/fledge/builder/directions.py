"""Which schemas are sent and which are received, and where that needs two types of one schema.

A property that is readOnly is never sent, one that is writeOnly never comes (OpenAPI 3.1.1, 4.8.24; JSON Schema 9.4).
That matters to a type only where such a property is required: then a schema that travels both ways has an input type.
"""

from __future__ import annotations

from collections.abc import Iterable

from fledge.openapi.document import Spec
from fledge.openapi.json_values import JSON, as_object
from fledge.openapi.pointer import join, parent
from fledge.openapi.schemas.derived import is_subtype_branch
from fledge.openapi.schemas.schemas import Schemas
from fledge.openapi.views.node import Node
from fledge.openapi.views.operations import all_operations, webhook_operations


class SchemaDirections:
    """The ways that each schema of a document travels."""

    def __init__(self, spec: Spec, schemas: Schemas) -> None:
        self._schemas = schemas
        self._children: dict[str, list[str]] = {}
        sent, received = _content(spec)
        schemas.note({**sent, **received})
        self._sent = self._reach(sent)
        self._received = self._reach(received)
        self._split = self._marked()

    def is_split(self, pointer: str) -> bool:
        """Whether a schema needs an input type of its own."""
        return pointer in self._split and pointer in self._sent and pointer in self._received

    def is_only_sent(self, pointer: str) -> bool:
        """Whether a schema is part of requests and of nothing else."""
        return pointer in self._sent and pointer not in self._received

    def of(self, pointer: str) -> str:
        """Whether a schema, or the nearest one around it that travels, is `sent`, `received` or `both`."""
        while pointer not in self._sent and pointer not in self._received:
            if not pointer:
                return "unused"
            pointer = parent(pointer)
        if pointer in self._sent:
            return "both" if pointer in self._received else "sent"
        return "received"

    def _reach(self, roots: Iterable[str]) -> dict[str, None]:
        reached: dict[str, None] = {}
        pending = self._ends(roots)
        while pending:
            pointer = pending.pop()
            if pointer not in reached:
                reached[pointer] = None
                parts = self._children.get(pointer)
                pending += self._parts(pointer) if parts is None else parts
        return reached

    def _parts(self, pointer: str) -> list[str]:
        """The schemas that one is directly made of."""
        schema = self._schemas[pointer]
        pointers = [*schema.properties.values(), *schema.prefix, *schema.variants]
        pointers += filter(None, (schema.items, schema.additional_properties, schema.target))
        parts = self._ends(pointers, are_exact=any(map(is_subtype_branch, schema.variants))) if pointers else []
        self._children[pointer] = parts
        return parts

    def _ends(self, pointers: Iterable[str], *, are_exact: bool = False) -> list[str]:
        """What pointers of schemas lead to: schemas, or the unions of those that extend them unless they `are_exact`.

        Plain schemas are left out: they have no models, and lead to no others.
        """
        plain, target = self._schemas.plain, self._schemas.target
        ends = [target(each) for each in pointers if plain[each] is None]
        if self._schemas.subtypes and not are_exact:
            ends = [*map(self._schemas.usage, ends)]
        return [*dict.fromkeys(ends)] if len(ends) > 1 else ends

    def _marked(self) -> dict[str, None]:
        """Schemas that require a readOnly or writeOnly property, and all that hold one of those."""
        both = [pointer for pointer in self._sent if pointer in self._received]
        holders: dict[str, list[str]] = {}
        for pointer in both:
            for part in self._children[pointer]:
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


def _content(spec: Spec) -> tuple[dict[str, JSON], dict[str, JSON]]:
    """The schemas of bodies and parameters that are sent, and those that are received, by their pointers."""
    sent: dict[str, Node] = {}  # most parameters are those of many operations, and so are answers that tell of errors
    received: dict[str, Node] = {}
    for operation in all_operations(spec):
        for parameter in operation.parameters:
            sent[parameter.pointer] = parameter
        if body := operation.request_body:
            sent[body.pointer] = body
        for status in operation.statuses:
            response = operation.response(status)
            received[response.pointer] = response
        for _, callback in operation.callbacks:
            if body := callback.request_body:
                received[body.pointer] = body
    for _, webhook in webhook_operations(spec):
        if body := webhook.request_body:
            received[body.pointer] = body
    return _schemas_of(sent.values()), _schemas_of(received.values())


def _schemas_of(holders: Iterable[Node]) -> dict[str, JSON]:
    """The schemas below parameters, bodies and responses, by their pointers."""
    schemas: dict[str, JSON] = {}
    for holder in holders:
        if "schema" in holder.raw:
            schemas[f"{holder.pointer}/schema"] = holder.raw["schema"]
        for media_type, raw in holder.object("content").items():
            for keyword in ("schema", "itemSchema"):
                if keyword in as_object(raw):
                    schemas[join(holder.pointer, "content", media_type, keyword)] = raw[keyword]
    return schemas
