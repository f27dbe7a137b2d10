"""Example values of what a call takes: the document's own where they fit their schema, else made from the schema."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from itertools import chain

from fledge.builder.names.words import snake, symbols, words
from fledge.ir import STRING_FORMATS
from fledge.openapi.document import Spec
from fledge.openapi.json_values import JSON, as_array, as_object, as_string, has_type, is_object
from fledge.openapi.pointer import join, last_token
from fledge.openapi.schemas.schema import Schema
from fledge.openapi.schemas.schemas import Schemas
from fledge.openapi.views.media_types import MediaTypeView
from fledge.openapi.views.parameters import ParameterView

LONGEST = 400
"""Examples of more characters, as JSON, are passed over: a page that shows a call is to be read."""

_STEPS = 1000
"""How many schemas an example may take to compare and make; what is left over then is an empty object."""

_DEEPEST = 20
_MOST_ITEMS = 10

_BLANK = re.compile(r"VAR_\w+|YOUR[ _-][\w -]+|\$\{?\w+\}?|<[^<>]+>|\{\{?\w+\}?\}", re.IGNORECASE)
"""A string of a sample that is only a name of what stands in its place."""

_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_STRICT_ENCODER = json.JSONEncoder(allow_nan=False)

_SAMPLES = {
    "email": "name@example.com",
    "hostname": "example.com",
    "ipv4": "192.0.2.1",
    "ipv6": "2001:db8::1",
    "uri": "https://example.com",
    "url": "https://example.com",
    **{name: each.sample for name, each in STRING_FORMATS.items()},
}


class _Endless(Exception):
    """A schema requires itself, so that no value of it ends."""


class ExampleBuilder:
    """Examples by the pointers of parameters and media types, as JSON text."""

    def __init__(self, spec: Spec, schemas: Schemas) -> None:
        self._spec = spec
        self._schemas = schemas
        self._left = 0

    def parameter(self, parameter: ParameterView) -> str:
        """An example of a parameter."""
        name = snake(words(parameter.name)) or snake(symbols(parameter.name)) or "value"
        return self._example(parameter.pointer, parameter.schema, name)

    def body(self, media_type: MediaTypeView, schema: str, samples: Sequence[JSON] = (), *, text: bool) -> str:
        """An example of a body with one of the schemas of its media type, or one of the `samples` if it states none.

        With `text` it is a text in any case, as it is where the client does not know what a body is made of.
        """
        at = media_type.pointer
        if text:
            stated = next((value for value in self._stated(at) if isinstance(value, str) and _is_short(value)), "text")
            return _json(stated)
        return self._example(at, schema, "body", samples)

    def _example(self, at: str, schema: str, name: str, samples: Sequence[JSON] = ()) -> str:
        if not self._schemas.has(schema):
            return _json(next((value for value in chain(self._stated(at), samples) if _is_short(value)), name))
        self._left = _STEPS
        try:
            values = chain(self._stated(at), (self._filled(each, schema, name) for each in samples))
            stated = next((value for value in values if self._is_good(value, schema)), None)
            return _json(self._generate(schema, name, ()) if stated is None else stated)
        except _Endless:
            return _json({})

    def _filled(self, sample: JSON, schema: str, name: str) -> JSON:
        """A sample with values in place of its blanks: `VAR_model` and `<YOUR_ID>` are for readers to fill in."""
        if not is_object(sample) or not any(map(_is_blank, sample.values())):
            return sample
        defaults = as_object(self._generate(schema, name, ()))
        return {
            key: defaults.get(key) if _is_blank(value) else value
            for key, value in sample.items()
            if key in defaults or not _is_blank(value)
        }

    # --- what the document states

    def _stated(self, at: str) -> Iterator[JSON]:
        """The values of `example` and `examples` at a pointer."""
        stated = self._schemas.keywords_at(at) if self._schemas.has(at) else {}
        if "example" in stated:
            yield stated["example"]
        examples = stated.get("examples")
        yield from as_array(examples)
        for key in sorted(as_object(examples)):
            try:
                _, each = self._spec.resolve(join(at, "examples", key))
            except KeyError:
                continue
            example = as_object(each)
            yield from (example[keyword] for keyword in ("value", "dataValue") if keyword in example)

    def _is_good(self, value: JSON, schema: str) -> bool:
        return value is not None and _is_short(value) and self._is_valid(value, schema, 0)

    def _is_valid(self, value: JSON, pointer: str, depth: int) -> bool:
        """Whether a value is of a schema's type; patterns are not looked at."""
        self._left -= 1
        if self._left < 0 or depth > _DEEPEST:
            return False
        schema = self._schemas[self._schemas.target(pointer)]
        if schema.target and not self._is_valid(value, schema.target, depth + 1):
            return False
        if value is None:
            return schema.nullable or schema.types in (None, ("null",))
        if schema.values is not None:
            return any(value == each and type(value) is type(each) for each in schema.values)
        if schema.types is not None and not has_type(value, schema.types):
            return False
        if schema.variants and not any(self._is_valid(value, variant, depth + 1) for variant in schema.variants):
            return False
        return self._has_valid_parts(value, schema, depth + 1)

    def _has_valid_parts(self, value: JSON, schema: Schema, depth: int) -> bool:
        keywords = schema.keywords
        match value:
            case str():
                typed = STRING_FORMATS.get(schema.format)
                formed = not typed or not typed.pattern or re.fullmatch(typed.pattern, value) is not None
                return formed and _is_between(len(value), keywords, "minLength", "maxLength")
            case bool():
                return True
            case int() | float():
                return _is_between(value, keywords, "minimum", "maximum")
            case list():
                items = [*schema.prefix, *[schema.items or ""] * (len(value) - len(schema.prefix))]
                valid = all(self._is_valid(each, at, depth) for each, at in zip(value, items) if at)
                return valid and _is_between(len(value), keywords, "minItems", "maxItems")
            case dict():
                closed = keywords.get("additionalProperties") is False and not schema.variants
                return all(key in value or self._is_received(schema, key) for key in schema.required) and all(
                    self._is_valid(each, schema.properties[key], depth) if key in schema.properties else not closed
                    for key, each in value.items()
                )
            case _:
                return True

    def _is_received(self, schema: Schema, key: str) -> bool:
        """Whether a property is never sent, or is not declared at all."""
        return key not in schema.properties or self._schemas.says(schema.properties[key], "readOnly")

    # --- what is made of a schema

    def _generate(self, pointer: str, name: str, path: tuple[str, ...]) -> JSON:
        """A value of the schema at `pointer`; strings that may be anything are called like what they are for.

        Raises:
            _Endless: The schema is one of those on the `path` that leads to it.
        """
        end = self._schemas.target(pointer)
        if end in path:
            raise _Endless
        self._left -= 1
        if self._left < 0 or len(path) > _DEEPEST:
            return {}
        path = (*path, end)
        schema = self._schemas[end]
        for at in dict.fromkeys((pointer, end)):
            for value in self._stated(at):
                if self._is_good(value, pointer):
                    return value
        if schema.target:
            return self._generate(schema.target, name, path)
        if schema.values is not None:
            return next((value for value in schema.values if value is not None and _is_short(value)), None)
        default = schema.keywords.get("default")
        if isinstance(default, (str, int, float)) and default != "" and self._is_good(default, pointer):
            return default
        if schema.variants:
            return self._variant(schema, name, path)
        return self._typed(schema, schema.types[0] if schema.types else "string", name, path)

    def _typed(self, schema: Schema, kind: str, name: str, path: tuple[str, ...]) -> JSON:
        keywords = schema.keywords
        match kind:
            case "object":
                return self._object(schema, schema.required, path)
            case "array":
                items = schema.prefix or ((schema.items or "",) * max(1, _count(keywords, "minItems", _MOST_ITEMS)))
                try:
                    return [self._generate(at, name, path) if at else name for at in items]
                except _Endless:
                    return []
            case "boolean":
                return True
            case "integer" | "number":
                low = _number(keywords, "minimum", _number(keywords, "exclusiveMinimum", 0) + 1)
                high = _number(keywords, "maximum", _number(keywords, "exclusiveMaximum", math.inf) - 1)
                step = _number(keywords, "multipleOf", 1)
                value = min(max(1, low), high)
                return step * math.ceil(value / step) if step > 1 else value
            case "null":
                return None
            case _:
                text = _SAMPLES.get(schema.format, name)
                text *= math.ceil((_count(keywords, "minLength", LONGEST) or 1) / len(text))
                return text[: _count(keywords, "maxLength", LONGEST) or LONGEST]

    def _object(self, schema: Schema, required: Mapping[str, None], path: tuple[str, ...]) -> dict[str, JSON]:
        """An object with what it requires; where that is nothing, with its first property."""
        sent = [key for key, at in schema.properties.items() if not self._schemas.says(at, "readOnly")]
        members = {key: self._property(schema, key, path) for key in sent if key in required}
        missing = max(1, _count(schema.keywords, "minProperties", _MOST_ITEMS)) - len(members)
        for key in [key for key in sent if key not in required][: max(0, missing)]:
            with suppress(_Endless):
                members[key] = self._property(schema, key, path)
        if not members and schema.additional_properties and "minProperties" in schema.keywords:
            members["key"] = self._generate(schema.additional_properties, "value", path)
        return members

    def _property(self, schema: Schema, key: str, path: tuple[str, ...]) -> JSON:
        return self._generate(schema.properties[key], snake(words(key)) or "value", path)

    def _variant(self, schema: Schema, name: str, path: tuple[str, ...]) -> JSON:
        """A value of the first variant that has one, with the properties that stand beside it."""
        for pointer in schema.variants:
            branch = self._schemas[self._schemas.target(pointer)]
            try:
                if branch.required and not (branch.target or branch.properties or branch.variants):
                    return self._object(schema, {**schema.required, **branch.required}, path)
                value = self._generate(pointer, name, path)
                if is_object(value):
                    beside = {
                        key: self._property(schema, key, path) for key in schema.properties if key in schema.required
                    }
                    value = {**beside, **value, **self._tag(schema, pointer)}
            except _Endless:
                continue
            return value
        raise _Endless

    def _tag(self, schema: Schema, variant: str) -> dict[str, JSON]:
        """What the discriminator of a union says of one of its variants."""
        discriminator = schema.discriminator or {}
        key = as_string(discriminator.get("propertyName"))
        end = self._schemas.target(variant)
        for value, target in as_object(discriminator.get("mapping")).items():
            at = target.removeprefix("#") if "/" in target else f"/components/schemas/{target}"
            if key and self._schemas.has(at) and self._schemas.target(at) == end:
                return {key: value}
        at = self._schemas.whole(end).properties.get(key) if key else None
        if at is None or self._schemas.whole(at).values is not None:
            return {}
        return {key: last_token(end)}


def _json(value: JSON) -> str:
    return _ENCODER.encode(value)


def _is_blank(value: JSON) -> bool:
    return isinstance(value, str) and _BLANK.fullmatch(value) is not None


def _is_short(value: JSON) -> bool:
    """Whether a value is JSON, and not too long to be shown."""
    try:
        return len(_STRICT_ENCODER.encode(value)) <= LONGEST
    except (TypeError, ValueError, RecursionError):
        return False


def _number(keywords: Mapping[str, JSON], keyword: str, default: JSON) -> JSON:
    value: JSON = keywords.get(keyword)
    return value if has_type(value, ("number",)) and -1e15 < value < 1e15 else default


def _count(keywords: Mapping[str, JSON], keyword: str, most: int) -> int:
    """A length that a schema asks for, at most `most`; 0 where it asks for none."""
    value = keywords.get(keyword)
    return min(max(value, 0), most) if isinstance(value, int) else 0


def _is_between(value: float, keywords: Mapping[str, JSON], least: str, most: str) -> bool:
    return bool(_number(keywords, least, -math.inf) <= value <= _number(keywords, most, math.inf))
