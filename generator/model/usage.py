"""Which schemas are sent and which are received, and where that needs two types of one schema.

A property that is readOnly is never sent, one that is writeOnly never comes (OpenAPI 3.1.1, 4.8.24; JSON Schema 9.4).
That matters to a type only where such a property is required: then a schema that travels both ways has an input type.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from generator.loader.spec import Spec, escape
from generator.model.calls import METHODS, operations
from generator.model.schemas import Schemas


class Usage:
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

    def _reach(self, roots: Iterable[str]) -> dict[str, None]:
        reached: dict[str, None] = {}
        pending = [self._schemas.target(root) for root in roots]
        while pending:
            pointer = pending.pop()
            if pointer not in reached:
                reached[pointer] = None
                pending.extend(self._parts(pointer))
        return reached

    def _parts(self, pointer: str) -> tuple[str, ...]:
        """The schemas that one is directly made of."""
        known = self._children.get(pointer)
        if known is None:
            schema = self._schemas[pointer]
            found = [*schema.properties.values(), *schema.prefix, *schema.variants]
            found += [each for each in (schema.items, schema.extra, schema.target) if each]
            patterns = schema.keywords.get("patternProperties")
            if isinstance(patterns, dict):
                found += [f"{pointer}/patternProperties/{escape(key)}" for key in patterns]
            known = self._children[pointer] = tuple(dict.fromkeys(map(self._schemas.target, found)))
        return known

    def _marked(self) -> dict[str, None]:
        """Schemas that require a readOnly or writeOnly property, and all that hold one of those."""
        both = [pointer for pointer in self._sent if pointer in self._received]
        holders: dict[str, list[str]] = {}
        for pointer in both:
            for part in self._parts(pointer):
                holders.setdefault(part, []).append(pointer)
        marked: dict[str, None] = {}
        pending = [pointer for pointer in both if self._requires_one_way(pointer)]
        while pending:
            pointer = pending.pop()
            if pointer not in marked:
                marked[pointer] = None
                pending.extend(holders.get(pointer, ()))
        return marked

    def _requires_one_way(self, pointer: str) -> bool:
        schema = self._schemas[pointer]
        return any(
            self._schemas.says(schema.properties[key], "readOnly")
            or self._schemas.says(schema.properties[key], "writeOnly")
            for key in schema.required
            if key in schema.properties
        )


def _content(spec: Spec, *, sent: bool) -> Iterator[str]:
    """Pointers of the schemas of bodies and parameters that are sent, or of those that are received."""
    for pointer, _, _, raw in operations(spec):
        if sent:
            for index in range(len(raw.get("parameters", ()))):
                at, parameter = spec.resolve(f"{pointer}/parameters/{index}")
                yield from _schemas_of(at, parameter)
        if "requestBody" in raw and sent:
            yield from _schemas_of(*spec.resolve(f"{pointer}/requestBody"))
        if not sent:
            for status in raw.get("responses", {}):
                yield from _schemas_of(*spec.resolve(f"{pointer}/responses/{escape(status)}"))

    for key, item in (spec.root.get("webhooks") or {}).items():
        for verb in METHODS:
            if not sent and isinstance(item, Mapping) and "requestBody" in (item.get(verb) or {}):
                yield from _schemas_of(*spec.resolve(f"/webhooks/{escape(key)}/{verb}/requestBody"))


def _schemas_of(at: str, holder: Mapping[str, object]) -> Iterator[str]:
    """The schemas below a parameter, a body or a response."""
    if "schema" in holder:
        yield f"{at}/schema"
    content = holder.get("content")
    for media_type, described in content.items() if isinstance(content, Mapping) else ():
        for keyword in ("schema", "itemSchema"):
            if isinstance(described, Mapping) and keyword in described:
                yield f"{at}/content/{escape(media_type)}/{keyword}"
