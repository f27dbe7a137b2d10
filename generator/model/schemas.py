"""Schema objects of the document, normalized: references followed, allOf intersected, null set apart.

Everything is addressed by its JSON pointer. What an allOf makes that stands nowhere in the document gets a pointer
below its owner's, so that its name and its place still come from where it belongs.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from generator.diagnostics import Report
from generator.loader.spec import Spec, escape, unescape

_ANNOTATIONS = frozenset(
    {
        "title",
        "summary",
        "description",
        "default",
        "deprecated",
        "example",
        "examples",
        "readOnly",
        "writeOnly",
        "externalDocs",
        "xml",
        "$comment",
        "$schema",
        "$id",
        "$anchor",
        "$defs",
        "definitions",
    }
)
_KEYWORDS_OF = {
    "object": ("properties", "required", "additionalProperties", "patternProperties", "minProperties", "maxProperties"),
    "array": ("items", "prefixItems", "minItems", "maxItems", "uniqueItems"),
    "string": ("minLength", "maxLength", "pattern"),
    "number": ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"),
}


_HOLDING = frozenset(
    {
        "properties",
        "patternProperties",
        "dependentSchemas",
        "additionalProperties",
        "unevaluatedProperties",
        "then",
        "else",
        "required",
        "items",
        "prefixItems",
        "oneOf",
        "anyOf",
        "discriminator",
    }
)
"""Keywords without which a schema holds no other one, and asks for no property: most schemas are such leaves."""

_UNKNOWN: Any = object()


def is_structural(keyword: str) -> bool:
    """Whether a keyword says something of values, and not only of the schema."""
    return keyword not in _ANNOTATIONS and not keyword.startswith("x-")


@dataclass(slots=True, kw_only=True)  # not frozen, which takes thrice the time to make: there are tens of thousands
class Schema:
    """A schema without `$ref`, `allOf` and null; what it is made of is named by pointers. Nobody changes it.

    `types` are JSON types, None where the schema leaves them open. `target` is the component that it merely refers to.
    `variants` are the branches of oneOf or anyOf, null left out. `extra` is the schema of undeclared properties.
    """

    pointer: str
    target: str | None = None
    types: tuple[str, ...] | None = None
    nullable: bool = False
    values: tuple[Any, ...] | None = None
    format: str = ""
    properties: Mapping[str, str] = field(default_factory=dict[str, str])
    required: Mapping[str, None] = field(default_factory=dict[str, None])
    extra: str | None = None
    items: str | None = None
    prefix: tuple[str, ...] = ()
    closed_items: bool = False
    variants: tuple[str, ...] = ()
    discriminator: Mapping[str, Any] | None = None
    keywords: Mapping[str, Any] = field(default_factory=dict[str, Any])


class Schemas:
    """All schemas of a document, each normalized once and on demand."""

    def __init__(self, spec: Spec, report: Report) -> None:
        self._spec = spec
        self._report = report
        self._nodes: dict[str, Any] = {"": spec.root}
        self._targets: dict[str, str] = {}
        self._normal: dict[str, Schema] = {}
        self._open: dict[str, None] = {}
        self.widened: dict[str, None] = {}
        """Schemas that allow any value because of a fault that was reported."""

    def raw(self, pointer: str) -> Any:
        """What stands at `pointer`, in the document or made by a merge. Raises KeyError where nothing does."""
        found = self._nodes.get(pointer, _UNKNOWN)
        if found is _UNKNOWN:
            found = self._nodes[pointer] = self._find(pointer)
        return found

    def _find(self, pointer: str) -> Any:
        """Down from the nearest node above that is known already: most have one that is next to them."""
        head = pointer
        behind: list[str] = []
        while head not in self._nodes:
            head, _, token = head.rpartition("/")
            behind.append(token)
        node = self._nodes[head]
        for token in reversed(behind):
            try:
                node = node[int(token)] if isinstance(node, list) else node[unescape(token)]
            except (IndexError, TypeError, ValueError):
                raise KeyError(pointer) from None
            head = f"{head}/{token}"
            self._nodes[head] = node
        return node

    def has(self, pointer: str) -> bool:
        """Whether something stands at `pointer`."""
        try:
            self.raw(pointer)
        except KeyError:
            return False
        return True

    def make(self, pointer: str, schema: Any) -> str:
        """Put a schema that the document does not hold at `pointer`, once.

        The pointer's last token begins with a tilde and a letter, which no key of a document does (RFC 6901 3).
        """
        self._nodes.setdefault(pointer, schema)
        return pointer

    def branches(self, pointer: str) -> tuple[str, ...]:
        """The branches of oneOf and anyOf that stand at `pointer` itself, null left out."""
        raw = self.raw(pointer)
        return self._variants(pointer, raw)[0] if isinstance(raw, dict) else ()

    def says(self, pointer: str, flag: str) -> bool:
        """Whether a property is marked with a flag such as readOnly, itself or through what it refers to."""
        raw = self.raw(pointer)
        if isinstance(raw, dict) and raw.get(flag) is True:
            return True
        end = self.target(pointer)
        return end != pointer and self[end].keywords.get(flag) is True

    def target(self, pointer: str) -> str:
        """Where a chain of pure references that begins at `pointer` ends."""
        end = self._targets.get(pointer)
        if end is None:
            end = self._targets[pointer] = self._follow(pointer)
        return end

    def _follow(self, pointer: str) -> str:
        seen: dict[str, None] = {}
        while (reference := _reference(self.raw(pointer))) is not None and pointer not in seen:
            seen[pointer] = None
            pointer = reference
        return pointer

    def __getitem__(self, pointer: str) -> Schema:
        known = self._normal.get(pointer)
        if known is None:
            if pointer in self._open:
                return Schema(pointer=pointer)  # a schema that holds itself through allOf adds nothing
            self._open[pointer] = None
            known = self._normal[pointer] = self._normalize(pointer)
            del self._open[pointer]
        return known

    def _normalize(self, pointer: str) -> Schema:
        raw = self.raw(pointer)
        if not isinstance(raw, dict):
            return Schema(pointer=pointer)
        if "$ref" not in raw and "allOf" not in raw:
            return self._unwrapped(self._own(pointer, raw))
        keywords = {key: value for key, value in raw.items() if key not in ("$ref", "allOf")}
        parts: list[Schema] = []
        if isinstance(raw.get("$ref"), str):
            parts.append(self._part(raw["$ref"].removeprefix("#")))
        all_of = raw.get("allOf")
        if isinstance(all_of, list):
            parts += [self._part(f"{pointer}/allOf/{index}") for index in range(len(all_of))]
        own = self._own(pointer, keywords)
        if not parts:
            return self._unwrapped(own)
        structural = [part for part in parts if not _says_nothing(part)]
        if _says_nothing(own) and len(structural) == 1 and structural[0].target:
            return replace(own, target=structural[0].target, nullable=structural[0].nullable)
        merged = own
        for part in parts:
            whole = self[part.target] if part.target else part
            if any(self.target(variant) == pointer for variant in whole.variants):
                whole = replace(whole, variants=(), discriminator=None)  # a base that lists what is made of it
            merged = self._intersect(pointer, merged, whole)
        return replace(merged, pointer=pointer, keywords={**merged.keywords, **keywords})

    def _unwrapped(self, own: Schema) -> Schema:
        """The only variant of a schema that says nothing else, as in `anyOf: [X, {type: null}]`."""
        if len(own.variants) != 1 or not _says_nothing(replace(own, variants=())):
            return own
        only = self._part(own.variants[0])
        nullable = own.nullable or only.nullable
        if only.target:
            return replace(own, target=only.target, variants=(), nullable=nullable)
        said = {key: value for key, value in own.keywords.items() if not is_structural(key)}
        return replace(only, pointer=own.pointer, nullable=nullable, keywords={**only.keywords, **said})

    def _part(self, pointer: str) -> Schema:
        """One member of an intersection; a pure reference to a component keeps its target."""
        end = self.target(pointer)
        if end.startswith("/components/schemas/") and end.count("/") == 3:
            whole = self[end]
            return Schema(pointer=pointer, target=whole.target or end, nullable=whole.nullable)
        return self[end]

    def _own(self, pointer: str, raw: Mapping[str, Any]) -> Schema:
        """What the keywords of a schema itself say, without its `$ref` and allOf."""
        named = raw.get("type")
        types: tuple[str, ...] | None = None
        nullable = False
        if isinstance(named, str):
            types = (named,)
        elif isinstance(named, list):
            types = tuple(dict.fromkeys(item for item in named if isinstance(item, str)))
        if types is not None:
            nullable = "null" in types
            types = tuple(item for item in types if item != "null") or (("null",) if nullable else None)
            if types == ("null",):
                nullable = False
        values: tuple[Any, ...] | None = None
        if "const" in raw:
            values = (raw["const"],)
        elif isinstance(raw.get("enum"), list) and raw["enum"] and all(_is_scalar(value) for value in raw["enum"]):
            values = tuple(raw["enum"])
        if values is not None and None in values and len(values) > 1:
            values = tuple(value for value in values if value is not None)
            nullable = True
        if types is None:
            types = _implied(raw)
        form = raw["format"] if isinstance(raw.get("format"), str) else ""
        if _HOLDING.isdisjoint(raw):
            return Schema(pointer=pointer, types=types, nullable=nullable, values=values, format=form, keywords=raw)
        properties = self._properties(pointer, raw)
        items = raw.get("items")
        prefix = raw.get("prefixItems")
        variants, null_variant = self._variants(pointer, raw)
        return Schema(
            pointer=pointer,
            types=types,
            nullable=nullable or null_variant,
            values=values,
            format=form,
            properties=properties,
            required=dict.fromkeys(key for key in _list(raw.get("required")) if isinstance(key, str)),
            extra=self._extra(pointer, raw),
            items=f"{pointer}/items" if isinstance(items, dict) else None,
            prefix=tuple(f"{pointer}/prefixItems/{i}" for i in range(len(_list(prefix)))),
            closed_items=items is False,
            variants=variants,
            discriminator=raw["discriminator"] if isinstance(raw.get("discriminator"), dict) else None,
            keywords=raw,
        )

    def _properties(self, pointer: str, raw: Mapping[str, Any]) -> dict[str, str]:
        """Declared properties; those that only hold under a condition are declared, too, and required of nobody."""
        found: dict[str, str] = {}
        stated = raw.get("properties")
        for key in stated if isinstance(stated, dict) else ():
            found[key] = f"{pointer}/properties/{escape(key)}"
        conditional = [f"{pointer}/{keyword}" for keyword in ("then", "else") if isinstance(raw.get(keyword), dict)]
        dependent = raw.get("dependentSchemas")
        conditional += [
            f"{pointer}/dependentSchemas/{escape(k)}" for k in (dependent if isinstance(dependent, dict) else ())
        ]
        for at in conditional:
            for key, place in self[self.target(at)].properties.items():
                found.setdefault(key, place)
        return found

    def _extra(self, pointer: str, raw: Mapping[str, Any]) -> str | None:
        """The schema of properties that are not declared one by one, beside declared ones or alone."""
        patterns = raw.get("patternProperties")
        found = [f"{pointer}/patternProperties/{escape(k)}" for k in (patterns if isinstance(patterns, dict) else ())]
        for keyword in ("additionalProperties", "unevaluatedProperties"):
            if isinstance(raw.get(keyword), dict) and raw[keyword]:
                found.append(f"{pointer}/{keyword}")
                break
        if len(found) < 2:
            return found[0] if found else None
        return self.make(f"{pointer}/~values", {"anyOf": [{"$ref": f"#{each}"} for each in found]})

    def _variants(self, pointer: str, raw: Mapping[str, Any]) -> tuple[tuple[str, ...], bool]:
        """Branches of oneOf and anyOf that say something of the value's shape, and whether one of them is null."""
        found: list[str] = []
        null = False
        for keyword in ("oneOf", "anyOf"):
            for index in range(len(_list(raw.get(keyword)))):
                at = f"{pointer}/{keyword}/{index}"
                branch = self.raw(self.target(at))
                if isinstance(branch, dict) and (branch.get("type") == "null" or branch.get("enum") == [None]):
                    null = True
                else:
                    found.append(at)
        return tuple(found), null

    def _intersect(self, owner: str, one: Schema, other: Schema) -> Schema:
        """The schema of what both allow. What cannot be intersected is widened, with a warning."""
        types = one.types
        if types is None:
            types = other.types
        elif other.types is not None and types != other.types:
            both = tuple(t for t in types if t in other.types or (t == "integer" and "number" in other.types))
            both += tuple(t for t in other.types if t == "integer" and "number" in types and t not in both)
            if not both:
                self.widened[owner] = None
                self._report.warning(
                    "allof-conflict",
                    f"allOf asks for {_or(types)} and for {_or(other.types)} at once, so any value is accepted",
                    origin=self._spec.origin(owner),
                    hint="let the members of allOf agree on `type`",
                )
                return Schema(pointer=owner, nullable=one.nullable or other.nullable)
            types = both
        values = one.values
        if values is None:
            values = other.values
        elif other.values is not None:
            values = tuple(v for v in values if v in other.values) or values
        properties = dict(other.properties) if _says_nothing(one) else dict(one.properties)
        for key, at in other.properties.items():
            mine = properties.get(key, at)
            properties[key] = at if self.target(mine) == self.target(at) else self._both(owner, key, mine, at)
        order = [*other.properties, *one.properties] if not one.properties else [*properties]
        return Schema(
            pointer=owner,
            types=types,
            nullable=all(part.nullable for part in (one, other) if _is_typed(part)),
            values=values,
            format=one.format or other.format,
            properties={key: properties[key] for key in dict.fromkeys(order)},
            required={**one.required, **other.required},
            extra=one.extra or other.extra,
            items=one.items or other.items,
            prefix=one.prefix or other.prefix,
            closed_items=one.closed_items or other.closed_items,
            variants=one.variants + other.variants,
            discriminator=one.discriminator or (other.discriminator if other.variants else None),
            keywords={**{k: v for k, v in other.keywords.items() if is_structural(k)}, **one.keywords},
        )

    def _both(self, owner: str, key: str, one: str, other: str) -> str:
        """The pointer of a property that two members declare: the one that says more, or an allOf of both."""
        if _says_nothing(self[one]):
            return other
        if _says_nothing(self[other]):
            return one
        at = f"{owner}/properties/{escape(key)}/~both"
        return self.make(at, {"allOf": [{"$ref": f"#{one}"}, {"$ref": f"#{other}"}]})


def _reference(raw: Any) -> str | None:
    """Where a schema that is nothing but a reference leads."""
    if not isinstance(raw, dict) or not isinstance(raw.get("$ref"), str):
        return None
    if any(is_structural(key) for key in raw if key != "$ref"):
        return None
    reference: str = raw["$ref"]
    return reference.removeprefix("#")


def _is_scalar(value: Any) -> bool:
    return value is None or isinstance(value, (str, int, float, bool))


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _or(types: Iterable[str]) -> str:
    return " or ".join(f"`{name}`" for name in types)


def _implied(raw: Mapping[str, Any]) -> tuple[str, ...] | None:
    """The type of a schema that does not say it but speaks of the parts of exactly one."""
    kinds = [kind for kind, keywords in _KEYWORDS_OF.items() if any(key in raw for key in keywords)]
    return (kinds[0],) if len(kinds) == 1 else None


def _is_typed(schema: Schema) -> bool:
    """Whether null is excluded unless the schema says otherwise."""
    return bool(schema.target or schema.types or schema.values or schema.variants)


def _says_nothing(schema: Schema) -> bool:
    """Whether a schema allows any value, or says no more than that it is an object."""
    return not (
        schema.target
        or schema.values is not None
        or schema.properties
        or schema.required
        or schema.extra
        or schema.items
        or schema.prefix
        or schema.variants
        or schema.format
        or (schema.types is not None and schema.types != ("object",))
    )
