"""What openapi-spec-validator says of a document, said again for people, each finding at its place.

The validator is imported when it is called: its import costs more than loading a small description.
"""

from __future__ import annotations

import importlib
import warnings
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, NamedTuple

from fledge.diagnostics.diagnostic import DiagnosticCollector
from fledge.loader.newer_keywords import newer_keywords, report_newer, without_newer
from fledge.loader.pattern_keywords import with_bounded_patterns
from fledge.loader.finding_sentences import Finding, explain_all
from fledge.loader.quick_validation import compiled, is_certainly_valid
from fledge.loader.top_schemas import top_schemas
from fledge.openapi.document import Spec
from fledge.openapi.json_values import JSON, as_object, deep_copy, reference_of
from fledge.openapi.objects import walk
from fledge.openapi.pointer import evaluate, find, is_within, join, split
from fledge.openapi.views.operations import all_operations
from fledge.second_process import run_beside


class Findings(NamedTuple):
    """What is wrong: pointers, and a sentence and a hint for each. And the pointers of keywords of a newer version."""

    violations: tuple[tuple[str, Finding], ...]
    newer: tuple[str, ...]


LARGE = 200
"""Paths and schemas from which on a document is worth a process of its own."""


def validate(spec: Spec, report: DiagnosticCollector) -> None:
    """Report each rule of OpenAPI that a document breaks, as a warning `document-invalid`.

    Takes seconds for large documents, and says the same for the same `spec.digest`: a caller that remembers the
    digest of what it validated may skip this for an unchanged document, and its findings are then not shown again.
    """
    _tell(inspect(_with_ids_of_documents(spec)), spec, report)


@contextmanager
def validate_in_background(spec: Spec, report: DiagnosticCollector, *, quick: bool = False) -> Iterator[None]:
    """`validate`, beside what is done in the meantime: a large document is validated by a process of its own.

    With `quick`, the validator is not asked about a document that certainly keeps its rules: importing it takes more
    time than all other stages of a small description together.
    """
    root = _with_ids_of_documents(spec)
    if quick and is_certainly_valid(_without_false_findings(root)):
        yield
        return
    components = spec.root.get("components") or {}
    if len(spec.root.get("paths") or {}) + len(components.get("schemas") or {}) < LARGE:
        yield
        _tell(inspect(root), spec, report)
        return
    finish = run_beside(inspect, root)
    yield
    _tell(finish(), spec, report)


def _with_ids_of_documents(spec: Spec) -> Mapping[str, JSON]:
    """The document without the ids of operations that other documents of a merged one have, too.

    An id is unique in its own document (OpenAPI 3.1, 4.8.10). One that a document repeats itself stays, to be found.
    """
    pointers: dict[str, dict[str, list[str]]] = {}
    for operation in all_operations(spec) if spec.is_merged else ():
        if operation.operation_id is not None:
            files = pointers.setdefault(operation.operation_id, {})
            files.setdefault(spec.source_of(operation.pointer).source, []).append(operation.pointer)
    shared: list[str] = []
    for files in pointers.values():
        kept = max(files, key=lambda source: len(files[source]))
        shared += [pointer for source, each in files.items() if source != kept for pointer in each]
    if not shared:
        return spec.root
    root: dict[str, JSON] = deep_copy(spec.root)
    for pointer in shared:
        del evaluate(root, pointer)["operationId"]
    return root


def _tell(findings: Findings, spec: Spec, report: DiagnosticCollector) -> None:
    report_newer(findings.newer, spec, report)
    reported = [origin for each in report if each.code == "wrong-type" for _, origin in each.related]
    for pointer, finding in findings.violations:
        origin = spec.source_of(pointer)
        if not any(origin.source == each.source and is_within(origin.pointer, each.pointer) for each in reported):
            report.warning("document-invalid", finding.message, origin=origin, hint=finding.hint)


def violations(root: Mapping[str, JSON]) -> list[tuple[str, str]]:
    """What is wrong with a document: pointers, and a sentence for each."""
    return [(pointer, finding.message) for pointer, finding in inspect(root).violations]


def inspect(root: Mapping[str, JSON]) -> Findings:
    """What is wrong with a document, and what is not of its version."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # `re` on patterns that the document holds
        root = _without_references_in_data(_without_false_findings(root))
        wrong = tuple(_findings(root))
        newer = tuple(newer_keywords(root)) if wrong else ()
        return Findings(tuple(_findings(without_newer(root, newer))) if newer else wrong, newer)


def _without_false_findings(root: Mapping[str, JSON]) -> Mapping[str, JSON]:
    """The document without what OpenAPI allows and its own JSON Schemas do not; the same document if it has none.

    These are extensions that are no objects beside paths, responses and callbacks, which the validator even fails at,
    and `server` of links (OpenAPI 3.1, 4.8.20.1).
    """
    extensions = [
        (pointer, key)
        for pointer, node in _maps_with_extensions(root)
        for key, value in node.items()
        if key.startswith("x-") and not isinstance(value, dict)
    ]
    links = [
        (pointer, "server") for kind, pointer, node in walk(root, to="link") if kind == "link" and "server" in node
    ]
    if not extensions and not links:
        return root
    result: dict[str, JSON] = deep_copy(root)
    for pointer, key in [*extensions, *links]:
        del evaluate(result, pointer)[key]
    return result


def _without_references_in_data(root: Mapping[str, JSON]) -> Mapping[str, JSON]:
    """The document without defaults that the validator would take for references: a default is data."""
    places = [
        pointer
        for kind, pointer, node in walk(root)
        if kind == "schema"
        and isinstance(node, dict)
        and "default" in node
        and reference_of(node["default"]) is not None
    ]
    if not places:
        return root
    result: dict[str, JSON] = deep_copy(root)
    for pointer in places:
        del evaluate(result, pointer)["default"]
    return result


def _maps_with_extensions(root: Mapping[str, JSON]) -> Iterator[tuple[str, dict[str, JSON]]]:
    yield "/paths", as_object(root.get("paths"))
    for kind, pointer, node in walk(root, to="callback"):
        if kind == "callback":
            yield pointer, as_object(node)
        elif kind == "operation":
            yield f"{pointer}/responses", as_object(as_object(node).get("responses"))


def _findings(root: Mapping[str, JSON]) -> Iterator[tuple[str, Finding]]:
    from fledge.loader.validator_paths import root_path

    kind = _validator(str(root.get("openapi", "")))
    errors: list[tuple[tuple[object, ...], Any]] = []
    failures: list[tuple[tuple[object, ...], Exception]] = []
    try:
        for error in kind(root_path(root)).iter_errors():
            path = *getattr(error, "fledge_start", ()), *error.absolute_path
            if isinstance(error.cause, Exception) and error.message == _FAILED:
                failures.append((path, error.cause))
            else:
                errors.append((path, error))
    except Exception as error:  # whatever the validator stumbles over says something of the document
        failures.append(((), error))
    for path, finding in explain_all(errors):
        yield _pointer(root, path), finding
    for path, failure in () if errors else failures:  # otherwise it stumbled over what is reported
        message = f"The validator failed here ({type(failure).__name__})."
        yield (
            _pointer(root, path),
            Finding(message, "Fledge generates the client anyway; correct the description if you can."),
        )


def _validator(version: str) -> Any:
    """The validator of a version, with changes that its class attributes allow: see `_placed` and the next ones."""
    from openapi_spec_validator import OpenAPIV31SpecValidator, OpenAPIV32SpecValidator

    base: Any = OpenAPIV32SpecValidator if version.startswith("3.2") else OpenAPIV31SpecValidator
    keywords = {name: _placed(name, keyword) for name, keyword in base.keyword_validators.items()}
    keywords["__root__"] = _with_all_schemas(base.keyword_validators["__root__"])
    keywords["schema"] = _passing_plain(_placed("schema", _schemas(base.keyword_validators["schema"])))
    keywords["default"] = _placed("default", _values(base.keyword_validators["default"]))
    checker = _Checker(base.schema_validator.schema)
    changed = {"keyword_validators": keywords, "schema_validator": checker}
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


_FAILED = "the validator failed"
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

    If it fails at one object, that is a finding, too (`_FAILED`), and the others are validated.
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
                error = OpenAPIValidationError(_FAILED, cause=failure)
            if not hasattr(error, "fledge_start"):
                parts = next((tuple(argument.parts) for argument in arguments if hasattr(argument, "parts")), ())
                if not isinstance(error, OpenAPIValidationError):  # the validator would copy it, without the way
                    error = OpenAPIValidationError.create_from(error)
                error.fledge_start = (*parts, "default") if name == "default" else parts
            yield error

    return type(keyword.__name__, (keyword,), {"__call__": __call__})


def _pointer(root: Mapping[str, JSON], path: Sequence[object]) -> str:
    """The pointer of a way through a document that silently follows references."""
    node: JSON = root
    pointer = ""
    for step in path:
        followed = 0
        while isinstance(node, Mapping) and step not in node and isinstance(node.get("$ref"), str) and followed < 100:
            pointer = node["$ref"][1:]
            node, followed = find(root, pointer), followed + 1
        try:
            node = node[step]
        except (KeyError, IndexError, TypeError):
            return pointer
        pointer = join(pointer, str(step))
    return pointer
