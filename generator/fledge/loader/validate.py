"""What openapi-spec-validator says of a document, said again for people, each finding at its place.

The validator is imported when it is called: its import costs more than loading a small description.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, NamedTuple

from fledge.diagnostics.diagnostic import DiagnosticCollector
from fledge.loader.endless_schemas import endless_schemas
from fledge.loader.newer_keywords import newer_keywords, report_newer, without_newer
from fledge.loader.finding_sentences import Finding, explain_all, is_of_variable
from fledge.loader.quick_validation import is_certainly_valid
from fledge.openapi.document import Spec
from fledge.openapi.json_values import JSON, as_object, deep_copy, reference_of
from fledge.openapi.objects import walk
from fledge.openapi.path_template import has_stray_brace
from fledge.openapi.pointer import evaluate, find, is_within, join
from fledge.openapi.views.operations import all_operations
from fledge.second_process import run_beside


class Findings(NamedTuple):
    """What is wrong: pointers, and a sentence and a hint for each. And the pointers of keywords of a newer version."""

    violations: tuple[tuple[str, Finding], ...]
    newer: tuple[str, ...]


_STRAY_BRACE = Finding(
    "The path has a brace that belongs to no variable; Fledge sends it as it is.", "Write each variable as `{name}`."
)

_ENDLESS = Finding(
    "This schema refers to itself for the same value, so that no validator comes to an end.",
    "Remove the reference that leads back, or put it into `properties` or `items`.",
)

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
        root = _without_false_findings(root)
        schemas = _with_default(root)
        # The validator would take such a default for a reference: a default is data.
        root = _without_defaults(
            root, [at for at, node in schemas.items() if reference_of(node["default"]) is not None]
        )
        endless = endless_schemas(root, schemas)
        root = _without_defaults(root, endless.with_default)
        wrong = tuple(_findings(root))
        newer = tuple(newer_keywords(root)) if wrong else ()
        wrong = tuple(_findings(without_newer(root, newer))) if newer else wrong
        return Findings((*((pointer, _ENDLESS) for pointer in endless.cycles), *wrong), newer)


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


def _with_default(root: Mapping[str, JSON]) -> dict[str, dict[str, JSON]]:
    """The schemas that have a default, by their pointers."""
    return {
        pointer: node
        for kind, pointer, node in walk(root)
        if kind == "schema" and isinstance(node, dict) and "default" in node
    }


def _without_defaults(root: Mapping[str, JSON], schemas: Sequence[str]) -> Mapping[str, JSON]:
    if not schemas:
        return root
    result: dict[str, JSON] = deep_copy(root)
    for pointer in schemas:
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
    from fledge.loader.validator_keywords import FAILED, validator_of
    from fledge.loader.validator_paths import root_path

    kind = validator_of(str(root.get("openapi", "")))
    errors: list[tuple[tuple[object, ...], Any]] = []
    failures: list[tuple[tuple[object, ...], Exception]] = []
    try:
        for error in kind(root_path(root)).iter_errors():
            path = *getattr(error, "fledge_start", ()), *error.absolute_path
            if isinstance(error.cause, Exception) and error.message == FAILED:
                failures.append((path, error.cause))
            else:
                errors.append((path, error))
    except Exception as error:  # whatever the validator stumbles over says something of the document
        failures.append(((), error))
    stray = [template for template in root.get("paths") or {} if has_stray_brace(template)]
    for template in stray:
        yield join("/paths", template), _STRAY_BRACE
    # What the validator says of the variables of these paths only follows.
    failures = [(path, failure) for path, failure in failures if path[1:2] not in [(each,) for each in stray]]
    errors = [(path, error) for path, error in errors if not (is_of_variable(error) and path[1] in stray)]
    for path, finding in explain_all(errors):
        yield _pointer(root, path), finding
    for path, failure in () if errors else failures:  # otherwise, it stumbled over what is reported
        message = f"The validator failed here ({type(failure).__name__})."
        yield (
            _pointer(root, path),
            Finding(message, "Fledge generates the client anyway; correct the description if you can."),
        )


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
