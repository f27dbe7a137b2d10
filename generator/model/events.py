"""Webhooks and callbacks: what the API sends by itself, and the functions that parse it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from generator.diagnostics import Report
from generator.loader.spec import Spec, escape
from generator.model.api import Event, Name
from generator.model.calls import METHODS, operations
from generator.model.facts import docs
from generator.model.models import Models
from generator.model.naming import Given, settle
from generator.model.schemas import Schemas
from generator.model.words import snake, symbols, words


def build_events(
    spec: Spec, schemas: Schemas, models: Models, given: Given, spoken: Mapping[str, list[str]], report: Report
) -> tuple[Event, ...]:
    """All webhooks and callbacks with a JSON body, sorted by name; `spoken` are the words of each operation."""
    found = {at: (name, raw) for at, name, raw in event_bodies(spec, spoken)}
    wanted = {at: [f"parse_{name}", f"parse_{name}_event"] for at, (name, _) in found.items()}
    names = settle(wanted, chosen={at: given.chosen(f"#{at}") for at in found})
    made: list[Event] = []
    for at, (name, raw) in found.items():
        body, content = spec.resolve(f"{at}/requestBody")
        media_types = [each for each in sorted(content.get("content") or {}) if "json" in each.lower()]
        schema = f"{body}/content/{escape(media_types[0])}/schema" if media_types else ""
        if schema and schemas.has(schema):
            made.append(
                Event(
                    name=Name(wire=name, python=names[at]),
                    type=models.received.type_of(schema),
                    origin=spec.origin(at),
                    docs=docs(raw),
                )
            )
        else:
            report.note(
                "event-unparsed",
                f"what `{name}` sends is not described as JSON, so there is no function that parses it",
                origin=spec.origin(at),
                hint="describe the body as application/json, with a schema, if that is what comes",
            )
    return tuple(sorted(made, key=lambda event: event.name.python))


def event_bodies(spec: Spec, spoken: Mapping[str, list[str]]) -> Iterator[tuple[str, str, Mapping[str, Any]]]:
    """The operations of webhooks and callbacks that have a body: pointer, name in Python, and the operation."""
    for key, item in (spec.root.get("webhooks") or {}).items():
        for verb in METHODS:
            if isinstance(item, Mapping) and "requestBody" in (item.get(verb) or {}):
                name = snake(words(key)) or snake(symbols(key)) or "webhook"
                yield f"/webhooks/{escape(key)}/{verb}", name, item[verb]
    for pointer, _, _, raw in operations(spec):
        for key in raw.get("callbacks") or {}:
            at, callback = spec.resolve(f"{pointer}/callbacks/{escape(key)}")
            for expression, item in callback.items():
                for verb in METHODS:
                    if isinstance(item, Mapping) and "requestBody" in (item.get(verb) or {}):
                        name = snake([*spoken.get(pointer, []), *words(key)]) or "callback"
                        yield f"{at}/{escape(expression)}/{verb}", name, item[verb]
