"""Schemas that apply themselves to the same value: a validator of JSON Schema does not come to an end with them.

"A schema MUST NOT be run into an infinite loop against an instance" (JSON Schema 2020-12 Core, 9.4.1). The validator
applies schemas to their defaults.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from fledge.openapi.json_values import JSON, as_object, reference_of
from fledge.openapi.objects import walk
from fledge.openapi.pointer import find, join, parent, upwards

_LISTS = ("allOf", "anyOf", "oneOf")
_SCHEMAS = ("not", "if", "then", "else")
"""The keywords whose schemas are about the value itself, not about a part of it."""

_APPLYING = frozenset({"$ref", *_LISTS, *_SCHEMAS, "dependentSchemas"})


class EndlessSchemas(NamedTuple):
    """The schemas that lead back to themselves, without those inside of others, and those with a default that lead there."""

    cycles: tuple[str, ...]
    with_default: tuple[str, ...]


def endless_schemas(root: Mapping[str, JSON], schemas: Mapping[str, Mapping[str, JSON]]) -> EndlessSchemas:
    """Find the schemas whose default no validator can judge, among those that have one, by their pointers."""
    starts = [pointer for pointer, schema in schemas.items() if not _APPLYING.isdisjoint(schema)]
    steps: dict[str, list[str]] = {}
    waiting = list(starts)
    while waiting:
        pointer = waiting.pop()
        if pointer not in steps:
            applied = _applied(pointer, as_object(find(root, pointer)))
            steps[pointer] = [each for each in applied if isinstance(find(root, each), dict)]
            waiting += steps[pointer]
    leading = _without_ends(steps)
    with_default = tuple(pointer for pointer in starts if pointer in leading)
    if not with_default:
        return EndlessSchemas((), ())
    reached = dict.fromkeys(with_default)
    waiting = list(with_default)
    while waiting:
        new = [each for each in leading[waiting.pop()] if each not in reached]
        reached.update(dict.fromkeys(new))
        waiting += new
    back: dict[str, list[str]] = {pointer: [] for pointer in reached}
    for pointer in reached:
        for each in leading[pointer]:
            back[each].append(pointer)
    cycles = _without_ends(back)
    in_order = [pointer for _, pointer, _ in walk(root) if pointer in cycles]
    outermost = (each for each in in_order if not any(above in cycles for above in upwards(parent(each))))
    return EndlessSchemas(tuple(outermost), with_default)


def _applied(pointer: str, schema: Mapping[str, JSON]) -> Iterable[str]:
    """The schemas that a schema applies to the same value."""
    if (reference := reference_of(schema)) is not None and reference.startswith("#"):
        yield reference[1:]
    for key in _LISTS:
        members = schema.get(key)
        yield from (f"{pointer}/{key}/{index}" for index in range(len(members) if isinstance(members, list) else 0))
    yield from (f"{pointer}/{key}" for key in _SCHEMAS if key in schema)
    yield from (join(pointer, "dependentSchemas", key) for key in as_object(schema.get("dependentSchemas")))


def _without_ends(steps: Mapping[str, list[str]]) -> dict[str, list[str]]:
    """The part of a graph from which there is always a next step: the cycles, and all that leads to one."""
    counts = {pointer: len(next_ones) for pointer, next_ones in steps.items()}
    before: dict[str, list[str]] = {}
    for pointer, next_ones in steps.items():
        for each in next_ones:
            before.setdefault(each, []).append(pointer)
    ends = [pointer for pointer, count in counts.items() if count == 0]
    while ends:
        for pointer in before.get(ends.pop(), ()):
            counts[pointer] -= 1
            if counts[pointer] == 0:
                ends.append(pointer)
    return {
        pointer: [each for each in next_ones if counts[each]] for pointer, next_ones in steps.items() if counts[pointer]
    }
