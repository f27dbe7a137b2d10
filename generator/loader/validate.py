"""What openapi-spec-validator says of a document, said again for people, each finding at its place.

The validator is imported when it is called: its import costs more than loading a small description.
"""

from __future__ import annotations

import importlib
import json
import os
import signal
import sys
import warnings
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from generator.diagnostics import Report
from generator.loader.spec import JSON, Spec, escape

LARGE = 200
"""Paths and schemas from which on a document is worth a process of its own: that costs half a second."""


def validate(spec: Spec, report: Report) -> None:
    """Report each rule of OpenAPI that a document breaks, as a warning `invalid-document`.

    Takes seconds for large documents, and says the same for the same `spec.digest`: a caller that remembers the
    digest of what it validated may skip this for an unchanged document, and its findings are then not shown again.
    """
    _tell(findings(spec.root), spec, report)


@contextmanager
def validating(spec: Spec, report: Report) -> Iterator[None]:
    """`validate`, beside what is done in the meantime: a large document is validated by a process of its own."""
    components = spec.root.get("components") or {}
    if len(spec.root.get("paths") or {}) + len(components.get("schemas") or {}) < LARGE:
        yield
        validate(spec, report)
        return
    finish = _begun(spec.root)
    yield
    _tell(finish(), spec, report)


def _begun(root: Mapping[str, JSON]) -> Callable[[], list[tuple[str, str]]]:
    """Begin to look for findings in another process; what is returned waits for them, or looks where there is none."""
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import get_context

    try:
        pool = ProcessPoolExecutor(1, mp_context=get_context("spawn"), initializer=_obey)
        with _held_back():
            beside = pool.submit(findings, root)
    except (ImportError, NotImplementedError, OSError):
        # Python without semaphores, a system without them, a limit on processes: the findings are the same, only later.
        return lambda: findings(root)

    def finish() -> list[tuple[str, str]]:
        try:
            return beside.result()
        except (BrokenProcessPool, OSError):
            return findings(root)
        finally:
            pool.shutdown()

    return finish


@contextmanager
def _held_back() -> Iterator[None]:
    """Let Ctrl-C wait, also for a process that is begun meanwhile: until `_obey`, it would show a traceback."""
    if sys.platform == "win32":
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _obey() -> None:
    """In the process beside: end at Ctrl-C without a word, and with the run that began it, which may be killed."""
    from multiprocessing import parent_process
    from threading import Thread

    signal.signal(signal.SIGINT, signal.SIG_DFL)
    if sys.platform != "win32":
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
    run = parent_process()
    assert run is not None

    def follow() -> None:
        run.join()
        os._exit(1)

    Thread(target=follow, daemon=True).start()


def _tell(found: Iterable[tuple[str, str]], spec: Spec, report: Report) -> None:
    for pointer, message in found:
        report.warning(
            "invalid-document",
            message,
            origin=spec.origin(pointer),
            hint="The client is made all the same; correct the description if you can.",
        )


def findings(root: Mapping[str, JSON]) -> list[tuple[str, str]]:
    """What is wrong with a document: pointers, and a sentence for each."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # `re` on patterns that the document holds
        return list(_findings(root))


def _findings(root: Mapping[str, JSON]) -> Iterator[tuple[str, str]]:
    kind = _validator(str(root.get("openapi", "")))
    try:
        for error in kind(root).iter_errors():
            start = getattr(error, "fledge_start", ())
            path = [*start, *error.absolute_path]
            yield _pointer(root, path), _message(error)
    except Exception as error:  # whatever the validator stumbles over says something of the document
        yield "", f"The validator stopped at something that it cannot handle ({type(error).__name__})."


def _validator(version: str) -> Any:
    """The validator of a version, with changes that its class attributes allow: see `_placed` and `_schemas`."""
    from openapi_spec_validator import OpenAPIV31SpecValidator
    from openapi_spec_validator.validation import validators

    base: Any = getattr(validators, "OpenAPIV32SpecValidator", None) if version.startswith("3.2") else None
    base = base or OpenAPIV31SpecValidator
    keywords = {
        name: _placed(name, _schemas(keyword) if name == "schema" else keyword)
        for name, keyword in base.keyword_validators.items()
    }
    checker = _Checker(base.schema_validator.schema)
    return type(base.__name__, (base,), {"keyword_validators": keywords, "schema_validator": checker})


class _Checker:
    """Validates by a schema in two steps: jsonschema-rs says whether, and jsonschema says what is wrong.

    The first takes a hundredth of the other's time; only the second's findings can be told as a sentence.
    """

    def __init__(self, schema: Mapping[str, JSON], **options: Any) -> None:
        """`options` are those of jsonschema's validator."""
        import jsonschema_rs
        from openapi_schema_validator._specifications import REGISTRY  # what its own check_schema uses

        validators: Any = importlib.import_module("jsonschema.validators")  # its stubs are a package apart
        self._slow = validators.validator_for(schema)(schema, registry=REGISTRY, **options)
        self._fast = jsonschema_rs.validator_for(
            dict(schema), validate_formats="format_checker" in options, retriever=REGISTRY.contents
        )

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
        self._known: dict[int, None] = {}

    def append(self, value: int) -> None:
        self._known[value] = None

    def __contains__(self, value: object) -> bool:
        return value in self._known


def _schemas(keyword: Any) -> Any:
    """The schema validator without what makes it slow or endless.

    It keeps the ids of schemas in lists, which is quadratic; it prepares the meta-schema anew for each schema, which
    is half of its time; it collects the properties of an allOf that contains itself for ever.
    """
    exceptions: Any = importlib.import_module("jsonschema.exceptions")  # typed by hand: its stubs are a package apart
    prepared: dict[str, _Checker] = {}

    def __init__(self: Any, registry: Any) -> None:
        keyword.__init__(self, registry)
        self.visited_schema_ids = _Ids()
        self.meta_checked_schema_ids = _Ids()

    def _get_schema_checker(self: Any, schema: Any, value: Any) -> Any:
        dialect = self._get_schema_dialect_id(schema, value)
        if dialect not in prepared:
            kind = self._get_validator_class_for_dialect(dialect)
            if kind is None:
                raise ValueError(f"The JSON Schema dialect {dialect!r} is not known")
            prepared[dialect] = _Checker(kind.META_SCHEMA, format_checker=self.schema_validator_format_checker)

        def check(value: Any) -> None:
            for error in prepared[dialect].iter_errors(value):
                raise exceptions.SchemaError.create_from(error)

        return check

    def _collect_properties(self: Any, schema: Any, seen: tuple[int, ...] = ()) -> set[str]:
        if (here := id(schema.read_value())) in seen:
            return set()
        below = (*seen, here)
        found: set[str] = set((schema / "properties").keys()) if "properties" in schema else set()
        for key in ("allOf", "anyOf", "oneOf"):
            if key in schema:
                for member in schema / key:
                    found |= _collect_properties(self, member, below)
        for key in ("items", "not"):
            if key in schema:
                found |= _collect_properties(self, schema / key, below)
        return found

    changed = {
        "__init__": __init__,
        "_get_schema_checker": _get_schema_checker,
        "_collect_properties": _collect_properties,
    }
    return type(keyword.__name__, (keyword,), changed)


def _placed(name: str, keyword: Any) -> Any:
    """A keyword validator whose findings carry, as `fledge_start`, the way to the object that it looked at."""
    from openapi_spec_validator.validation.exceptions import OpenAPIValidationError

    def __call__(self: Any, *arguments: Any, **options: Any) -> Iterator[Any]:
        parts = next((tuple(argument.parts) for argument in arguments if hasattr(argument, "parts")), ())
        for error in keyword.__call__(self, *arguments, **options):
            if not hasattr(error, "fledge_start"):
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
            node, followed = _at(root, pointer), followed + 1
        try:
            node = node[step]
        except (KeyError, IndexError, TypeError):
            return pointer
        pointer = f"{pointer}/{escape(str(step))}"
    return pointer


def _at(root: Mapping[str, JSON], pointer: str) -> JSON:
    node: JSON = root
    for token in pointer.split("/")[1:]:
        key = token.replace("~1", "/").replace("~0", "~")
        try:
            node = node[int(key)] if isinstance(node, list) else node[key]
        except (KeyError, IndexError, TypeError, ValueError):
            return None
    return node


def _message(error: Any) -> str:
    """One plain sentence; never the instance, which may be the whole document."""
    wanted, value = error.validator_value, error.instance
    match error.validator:
        case "required" if isinstance(value, Mapping) and isinstance(wanted, list):
            missing = [name for name in wanted if name not in value]
            named = error.message.split("'")[1] if error.message.startswith("'") else ", ".join(missing)
            return f"`{named}` is required here, and missing."
        case "dependentRequired" | "dependencies":
            return _short(error.message)
        case "additionalProperties" | "unevaluatedProperties":
            return _unexpected(error)
        case "type":
            kinds = wanted if isinstance(wanted, list) else [wanted]
            return f"Here must be {' or '.join(map(_kind, kinds))}, and there is {_shown(value)}."
        case "enum":
            return f"{_shown(value)} is none of {_short(', '.join(map(_shown, wanted)), 120)}."
        case "const":
            return f"{_shown(value)} must be {_shown(wanted)}."
        case "pattern":
            return f"{_shown(value)} has not the form {wanted}."
        case "format":
            return f"{_shown(value)} is no {wanted}."
        case "minItems" | "minProperties" | "minLength":
            return f"There must be at least {wanted} {_counted(error.validator)} here; there are {len(value)}."
        case "maxItems" | "maxProperties" | "maxLength":
            return f"There must be at most {wanted} {_counted(error.validator)} here; there are {len(value)}."
        case "minimum" | "maximum" | "exclusiveMinimum" | "exclusiveMaximum" | "multipleOf":
            return f"{_shown(value)} breaks {error.validator} {wanted}."
        case "uniqueItems":
            return "The members of this list must differ from each other."
        case "oneOf" | "anyOf":
            fits = "more than one" if "each of" in error.message else "none"
            return f"This fits {fits} of the {len(wanted)} forms that are allowed here."
        case "not":
            return "This is of a form that is not allowed here."
        case "propertyNames":
            return "A key is not of the form that is allowed here."
        case _:
            text, found, names = str(error.message).partition("Required list has not defined properties: ")
            if found:  # the validator lists them in the order of a set
                return f"Required, and not among the properties: {_short(', '.join(sorted(names[1:-1].split(', '))))}."
            return f"{_short(text)}."


def _unexpected(error: Any) -> str:
    """The keys that must not be there: the message names them between quotes, after the words."""
    message = str(error.message)
    if " match any of the regexes" in message:
        return f"Not allowed here: {_short(message.partition(' do')[0], 80)}."
    head = message.partition("(")[2]
    names = head.rpartition(" ")[0].rpartition(" ")[0] if head else ""
    return f"Not allowed here: {_short(names, 80)}." if names else "A key is not allowed here."


def _counted(keyword: str) -> str:
    return {"Items": "members", "Length": "characters"}.get(keyword[3:], "keys")


def _kind(name: object) -> str:
    kinds = {"object": "an object", "array": "a list", "string": "a text", "boolean": "true or false"}
    return kinds.get(str(name), {"null": "null", "integer": "an integer"}.get(str(name), "a number"))


def _shown(value: object) -> str:
    """A value as it stands in the document; of an object or list only that it is one."""
    if isinstance(value, (dict, list)):
        return "an object" if isinstance(value, dict) else "a list"
    return _short(json.dumps(value, ensure_ascii=False, default=str), 60)


def _short(text: str, width: int = 160) -> str:
    text = " ".join(text.split())
    return text if len(text) <= width else f"{text[: width - 1]}…"
