"""Inheritance: the schemas that extend one with a `discriminator` (OpenAPI 3.2.0, 4.25.3; Swagger 2.0, 5.2.19)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from fledge.openapi.json_values import JSON
from fledge.openapi.pointer import find, join, last_token

_SCHEMAS = "/components/schemas"


def find_subtypes(root: JSON, target: Callable[[str], str]) -> dict[str, tuple[str, ...]]:
    """The schemas that extend each component with a discriminator, on all levels, sorted; by the component's pointer.

    A component extends another one that is in its allOf, or that its `$ref` names beside other keywords. The schemas
    of the discriminator's mapping count, too. A component between two others has the discriminator of the upper one.
    A component that lists its variants in oneOf or anyOf is not among the keys. `target` follows references.
    """
    components = find(root, _SCHEMAS)
    pointers = {join(_SCHEMAS, k): raw for k, raw in (components.items() if isinstance(components, dict) else ())}
    extended: dict[str, list[str]] = {}
    for pointer, raw in pointers.items():
        for base in _bases(raw, target, pointer):
            extended.setdefault(base, []).append(pointer)
    subtypes: dict[str, tuple[str, ...]] = {}
    for pointer, raw in pointers.items():
        discriminator = inherited_discriminator(raw)
        if discriminator is None:
            continue
        mapped = map(mapped_pointer, discriminator_mapping(discriminator).values())
        first = [*extended.get(pointer, ()), *(target(each) for each in mapped if each in pointers)]
        if reached := _reached(first, extended, but=pointer):
            subtypes[pointer] = reached
    for pointer in [each for reached in subtypes.values() for each in reached]:
        between = () if _lists_variants(pointers.get(pointer)) else extended.get(pointer, ())
        if pointer not in subtypes and (reached := _reached(between, extended, but=pointer)):
            subtypes[pointer] = reached
    return subtypes


def _reached(first: Iterable[str], extended: Mapping[str, list[str]], *, but: str) -> tuple[str, ...]:
    """Some schemas and all that extend them, sorted, but for one."""
    reached: dict[str, None] = {}
    pending = [*first]
    while pending:
        subtype = pending.pop()
        if subtype not in reached and subtype != but:
            reached[subtype] = None
            pending.extend(extended.get(subtype, ()))
    return tuple(sorted(reached))


def _lists_variants(raw: JSON) -> bool:
    return isinstance(raw, dict) and ("oneOf" in raw or "anyOf" in raw)


def inherited_discriminator(raw: JSON) -> Mapping[str, JSON] | None:
    """The discriminator of a schema that lists no variants: its own, or that of an inline member of its allOf."""
    if not isinstance(raw, dict) or _lists_variants(raw) or "$ref" in raw:
        return None
    discriminator = raw.get("discriminator")
    if isinstance(discriminator, dict):
        return discriminator if isinstance(discriminator.get("propertyName"), str) else None
    members = raw.get("allOf")
    inner = map(inherited_discriminator, members if isinstance(members, list) else ())
    return next((each for each in inner if each), None)


def _discriminator_of(
    pointer: str, subtypes: Mapping[str, tuple[str, ...]], raw: Callable[[str], JSON]
) -> Mapping[str, JSON]:
    """The discriminator of a component, or that of the nearest one that it extends."""
    above = sorted((each for each in subtypes if pointer in subtypes[each]), key=lambda each: len(subtypes[each]))
    discriminators = (inherited_discriminator(raw(each)) for each in (pointer, *above))
    return next((each for each in discriminators if each), {})


def discriminator_mapping(discriminator: Mapping[str, JSON]) -> dict[str, str]:
    """The mapping of a discriminator, as it is stated."""
    mapping = discriminator.get("mapping")
    stated = mapping if isinstance(mapping, dict) else {}
    return {value: schema for value, schema in stated.items() if isinstance(schema, str)}


def mapped_pointer(schema: str) -> str:
    """The pointer of what a mapping names: a reference, or the key of a component."""
    return schema.removeprefix("#") if "/" in schema else f"{_SCHEMAS}/{schema}"


def subtypes_union(
    pointer: str, subtypes: Mapping[str, tuple[str, ...]], raw: Callable[[str], JSON]
) -> dict[str, JSON]:
    """The union of a component and the schemas that extend it.

    The component is the first branch: it is what a value is that fits several branches alike.
    """
    return {
        "description": f"A `{last_token(pointer)}`, or one of the schemas that extend it.",
        "anyOf": [{"$ref": f"#{each}"} for each in (pointer, *subtypes[pointer])],
        "discriminator": _discriminator(pointer, subtypes, raw),
    }


def _discriminator(
    pointer: str, subtypes: Mapping[str, tuple[str, ...]], raw: Callable[[str], JSON]
) -> dict[str, JSON]:
    """The discriminator of a component and all schemas that extend it: their mappings together, the outer one first.

    A value of the component itself is none of it, since that stands for all values that nobody maps. Nor is one of a
    subtype that has another discriminator: that one decides between the subtype and those that extend it.
    """
    stated = _discriminator_of(pointer, subtypes, raw)
    mapping = {v: s for v, s in discriminator_mapping(stated).items() if mapped_pointer(s) in subtypes[pointer]}
    for each in (pointer, *subtypes[pointer]):
        node = raw(each)
        inner = inherited_discriminator(node) or {}
        if inner.get("propertyName") == stated.get("propertyName"):
            mapping = {**discriminator_mapping(inner), **mapping}
        value = node.get("x-ms-discriminator-value") if isinstance(node, dict) else None
        if isinstance(value, str):
            mapping.setdefault(value, f"#{each}")
    divided = other_discriminators(pointer, subtypes, raw)
    kept = {v: schema for v, schema in mapping.items() if mapped_pointer(schema) not in (pointer, *divided)}
    default = {"defaultMapping": stated["defaultMapping"]} if "defaultMapping" in stated else {}
    return {"propertyName": stated.get("propertyName"), "mapping": dict(kept), **default}


def other_discriminators(
    pointer: str, subtypes: Mapping[str, tuple[str, ...]], raw: Callable[[str], JSON]
) -> tuple[str, ...]:
    """The schemas that extend a component, and have further ones that another property tells apart."""
    stated = _discriminator_of(pointer, subtypes, raw)
    inner = {each: inherited_discriminator(raw(each)) for each in subtypes[pointer] if each in subtypes}
    return tuple(e for e, d in inner.items() if d and d.get("propertyName") != stated.get("propertyName"))


def _bases(raw: JSON, target: Callable[[str], str], pointer: str) -> Iterator[str]:
    """The schemas that one extends; `pointer` is where it is."""
    if not isinstance(raw, dict):
        return
    if "$ref" in raw and len(raw) > 1 and target(pointer) == pointer and isinstance(raw["$ref"], str):
        yield target(raw["$ref"].removeprefix("#"))
    members = raw.get("allOf")
    for index, member in enumerate(members if isinstance(members, list) else ()):
        at = f"{pointer}/allOf/{index}"
        end = target(at)
        if end != at:
            yield end
        else:
            yield from _bases(member, target, at)
