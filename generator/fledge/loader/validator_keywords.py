"""openapi-spec-validator's validators of keywords, with changes that its class attributes allow.

They look at all schemas, say all faults of each at its place, and take linear time.
"""

from __future__ import annotations

import importlib
import inspect
from collections.abc import Iterator, Mapping
from typing import Any

from fledge.loader.pattern_keywords import with_bounded_patterns
from fledge.loader.quick_validation import compiled
from fledge.loader.top_schemas import top_schemas
from fledge.openapi.json_values import JSON
from fledge.openapi.pointer import split


def validator_of(version: str) -> Any:
    """The validator of a version, with changes that its class attributes allow: see `_placed` and the next ones."""
    from openapi_spec_validator import OpenAPIV31SpecValidator, OpenAPIV32SpecValidator

    base: Any = OpenAPIV32SpecValidator if version.startswith("3.2") else OpenAPIV31SpecValidator
    keywords = {name: _placed(name, keyword) for name, keyword in base.keyword_validators.items()}
    keywords["__root__"] = _with_all_schemas(base.keyword_validators["__root__"])
    keywords["schema"] = _passing_plain(_placed("schema", _schemas(base.keyword_validators["schema"])))
    keywords["default"] = _placed("default", _values(base.keyword_validators["default"]))
    checker = _Checker(base.schema_validator.schema)
    # In the library, what is around it keeps each document and its findings until the process ends.
    iter_errors = inspect.unwrap(base.iter_errors)
    changed = {"keyword_validators": keywords, "schema_validator": checker, "iter_errors": iter_errors}
    return type(base.__name__, (base,), changed)


def _with_all_schemas(keyword: Any) -> Any:
    """The validator of a document, which looks at all its schemas.

    Alone, it passes over those of request bodies, headers, webhooks, and of all components but `schemas`.
    """

    def __call__(self: Any, spec: Any) -> Iterator[Any]:
        yield from keyword.__call__(self, spec)
        root, schemas = spec.read_value(), self.registry["schema"]
        for pointer, _ in top_schemas(root):
            path = _path(spec, root, pointer)
            if id(path.read_value()) not in schemas.meta_checked_schema_ids:
                yield from schemas(path)

    return type(keyword.__name__, (keyword,), {"__call__": __call__})


def _path(spec: Any, root: JSON, pointer: str) -> Any:
    """The path of a document that a pointer names."""
    path, node = spec, root
    for token in split(pointer):
        step = int(token) if isinstance(node, list) else token
        path, node = path // step, node[step]
    return path


class _Checker:
    """Validates by a schema in two steps: jsonschema-rs says whether, and jsonschema says what is wrong.

    The first takes a hundredth of the other's time; only the second's findings can be told as a sentence.
    """

    def __init__(self, schema: Mapping[str, JSON], **options: Any) -> None:
        """`options` are those of jsonschema's validator."""
        from openapi_schema_validator._specifications import REGISTRY  # what its own check_schema uses

        validators: Any = importlib.import_module("jsonschema.validators")  # its stubs are a package apart
        # A schema that is passed is searched for anchors at each `$dynamicRef`; one of a registry, only once.
        uri = str(schema.get("$id", ""))  # old drafts have none, nor any `$dynamicRef`
        registry = REGISTRY.with_contents([(uri, schema)] if uri else []).crawl()
        root = {"$ref": uri} if uri else schema
        self._slow = validators.validator_for(schema)(root, registry=registry, **options)
        self._fast = compiled(schema, REGISTRY.contents, formats="format_checker" in options)

    def iter_errors(self, instance: JSON) -> Iterator[Any]:
        try:
            if self._fast.is_valid(instance):
                return
        except ValueError:  # JSON that it does not take, such as a number of a thousand digits
            pass
        yield from self._slow.iter_errors(instance)


class _Ids(list[int]):
    """A list that only grows, and knows what it holds."""

    def __init__(self) -> None:
        super().__init__()
        self._members: dict[int, None] = {}

    def append(self, value: int) -> None:
        self._members[value] = None

    def __contains__(self, value: object) -> bool:
        return value in self._members


FAILED = "the validator failed"
LOOKED_AT = frozenset({"allOf", "anyOf", "oneOf", "not", "items", "properties", "default"})
"""The keywords without which the schema validator finds nothing in a schema that the meta-schema accepts."""


def _schemas(keyword: Any) -> Any:
    """The schema validator without what makes it slow or endless, and with all faults of a schema.

    It keeps the ids of schemas in lists, which is quadratic; it prepares the meta-schema anew for each schema, which is
    half of its time; it collects the properties of an allOf that contains itself for ever, and those of a schema once
    for each way that leads to it; and it says one fault of a schema, whatever else is wrong inside.
    """
    exceptions: Any = importlib.import_module("jsonschema.exceptions")  # typed by hand: its stubs are a package apart
    prepared: dict[str, _Checker] = {}
    collected: dict[int, frozenset[str]] = {}  # names of properties, by the ids of schemas, which the document keeps

    def __init__(self: Any, registry: Any) -> None:
        keyword.__init__(self, registry)
        self.visited_schema_ids = _Ids()
        self.meta_checked_schema_ids = _Ids()

    def __call__(self: Any, schema: Any, *arguments: Any, **options: Any) -> Iterator[Any]:
        value = schema.read_value()
        is_new = not options.get("meta_checked") and isinstance(value, (dict, bool))
        if is_new and id(value) not in self.meta_checked_schema_ids:
            self.meta_checked_schema_ids.append(id(value))
            try:
                faults = list(_meta_schema(self, schema, value).iter_errors(value))
            except ValueError as error:  # it names a dialect that nobody knows
                faults = [exceptions.ValidationError(str(error))]
            if faults:  # of which the keyword validator would say only one
                yield from faults
                return
        yield from keyword.__call__(self, schema, *arguments, **options)

    def _meta_schema(self: Any, schema: Any, value: Any) -> _Checker:
        dialect = self._get_schema_dialect_id(schema, value)
        if dialect not in prepared:
            kind = self._get_validator_class_for_dialect(dialect)
            if kind is None:
                raise ValueError(f"Unknown JSON Schema dialect {dialect!r}")
            prepared[dialect] = _Checker(kind.META_SCHEMA, format_checker=self.schema_validator_format_checker)
        return prepared[dialect]

    def _collect_properties(self: Any, schema: Any) -> frozenset[str]:
        names: set[str] = set()
        visited: set[int] = set()
        pending = [schema]
        while pending:
            current = pending.pop()
            identity = id(current.read_value())
            if identity in collected:
                names |= collected[identity]
            elif identity not in visited:
                visited.add(identity)
                names.update((current / "properties").keys() if "properties" in current else ())
                pending += [member for key in ("allOf", "anyOf", "oneOf") if key in current for member in current / key]
                pending += [current / key for key in ("items", "not") if key in current]
        return collected.setdefault(id(schema.read_value()), frozenset(names))

    changed = {
        "__init__": __init__,
        "__call__": __call__,
        "_collect_properties": _collect_properties,
    }
    return type(keyword.__name__, (keyword,), changed)


def _passing_plain(keyword: Any) -> Any:
    """The schema validator that passes over schemas in which it finds nothing, before anything else is asked."""

    def __call__(self: Any, schema: Any, *arguments: Any, **options: Any) -> Iterator[Any]:
        if options.get("meta_checked"):
            value = schema.read_value()
            if isinstance(value, dict) and LOOKED_AT.isdisjoint(value):
                return iter(())
        findings: Iterator[Any] = keyword.__call__(self, schema, *arguments, **options)
        return findings

    return type(keyword.__name__, (keyword,), {"__call__": __call__})


def _values(keyword: Any) -> Any:
    """The validator of defaults, whose patterns take bounded time."""
    bounded = with_bounded_patterns(keyword.value_validator_cls)
    return type(keyword.__name__, (keyword,), {"value_validator_cls": bounded})


def _placed(name: str, keyword: Any) -> Any:
    """A keyword validator whose findings carry, as `fledge_start`, the way to the object that it looked at.

    If it fails at one object, that is a finding, too (`FAILED`), and the others are validated.
    """
    from openapi_spec_validator.validation.exceptions import OpenAPIValidationError

    def __call__(self: Any, *arguments: Any, **options: Any) -> Iterator[Any]:
        findings = iter(keyword.__call__(self, *arguments, **options))
        while True:
            try:
                error = next(findings)
            except StopIteration:
                return
            except RecursionError:  # as deep as this, no other object could be validated, either
                raise
            except Exception as failure:
                error = OpenAPIValidationError(FAILED, cause=failure)
            if not hasattr(error, "fledge_start"):
                parts = next((tuple(argument.parts) for argument in arguments if hasattr(argument, "parts")), ())
                if not isinstance(error, OpenAPIValidationError):  # the validator would copy it, without the way
                    error = OpenAPIValidationError.create_from(error)
                error.fledge_start = (*parts, "default") if name == "default" else parts
            yield error

    return type(keyword.__name__, (keyword,), {"__call__": __call__})
