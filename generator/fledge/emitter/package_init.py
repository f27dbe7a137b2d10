"""The views of the two `__init__.py` that import public names lazily, and of `testing.py`, which re-exports some."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from fledge.emitter.arguments import takes_files
from fledge.emitter.client import titled
from fledge.emitter.dicts import DictTypes
from fledge.emitter.errors import STATUS_ERRORS, raised_errors
from fledge.emitter.markdown import wrap_markdown
from fledge.emitter.operation_constants import bodies
from fledge.emitter.python.docstrings import docstring
from fledge.emitter.python.expr import TYPE_CHECKING, Symbol
from fledge.emitter.python.layout import WIDTH
from fledge.emitter.python.symbols import MODELS, RUNTIME, Imports, ModuleScope
from fledge.emitter.runtime import runtime_symbol
from fledge.ir import Api, StreamFormat
from fledge.quick_dataclass import quick_dataclass

_ROOT = "."
_TESTING = ("AsyncFakeTransport", "FakeTransport", "RecordedRequest", "Stub")
_RUNTIME_NAMES = (
    "AsyncHTTPTransport",
    "AsyncStreamedResponse",
    "AsyncTransport",
    "Content",
    "HTTPTransport",
    "Headers",
    "Hooks",
    "Outcome",
    "Request",
    "RequestOptions",
    "Response",
    "ResponseHead",
    "RetryPolicy",
    "StreamedResponse",
    "Timeout",
    "Transport",
    "UNSET",
    "Unset",
)
"""The names of the runtime that the root of every package exports."""


@quick_dataclass(frozen=True, slots=True, kw_only=True)
class PackageInit:
    """An `__init__.py` that imports its names on first use.

    `modules` are the lines of a text with the names of each module; `checked` are import statements for type checkers,
    unless a stub has them.
    """

    doc: str
    imports: Imports
    checked: tuple[str, ...]
    modules: tuple[str, ...]


@quick_dataclass(frozen=True, slots=True, kw_only=True)
class PackageStub:
    """An `__init__.pyi`, with what type checkers read in place of the `__init__.py` beside it."""

    doc: str
    lines: tuple[str, ...]


@quick_dataclass(frozen=True, slots=True, kw_only=True)
class TestingModule:
    """`testing.py`."""

    doc: str
    imports: Imports


def root_init(api: Api, *, testing: bool, aiohttp: bool, runtime_level: int) -> PackageInit:
    """Return the names of the package's root: clients, exceptions, and what marks an absent value."""
    modules = ["errors", "models"]
    modules += ["webhooks"] if api.webhooks or api.webhook_signature else []
    modules += ["testing"] if testing else []
    runtime = _runtime_names(api)
    runtime += ["decode", "encode"] if api.models else []
    runtime += ["AIOHTTPTransport"] if aiohttp else []
    lines = wrap_markdown(f"Client for the {titled(api)}.", WIDTH - 3)
    description = wrap_markdown(api.docs.description, WIDTH)
    symbols = [
        *(Symbol(name, _ROOT) for name in modules),
        *(Symbol(name, ".errors") for name in (*raised_errors(api), *STATUS_ERRORS.values())),
        *(Symbol(name, "._client") for name in ("AsyncClient", "Client")),
        *map(runtime_symbol, runtime),
    ]
    scope = ModuleScope(".__init__", runtime_level=runtime_level)
    checked = tuple(_statements(scope, symbols, 4))
    text = [*lines, "", *description] if description else lines
    return _package_init(".__init__", text, symbols, scope, checked, runtime_level)


def _runtime_names(api: Api) -> list[str]:
    """Return the names of the runtime that the root exports: those that users write in annotations."""
    names = list(_RUNTIME_NAMES)
    operations = [operation for resource in api.resources for operation in resource.operations]
    if any(operation.pagination for operation in operations):
        names += ["AsyncPage", "AsyncPager", "Page"]
    if any(operation.stream_format for operation in operations):
        names += ["AsyncStream", "Stream"]
    if any(operation.stream_format is StreamFormat.EVENTS for operation in operations):
        names += ["AsyncEventStream", "EventStream", "ServerSentEvent"]
    if any(takes_files(body) for operation in operations for body in bodies(operation.body)):
        names.append("Uploadable")
    return names


_MODELS_DOC = ["Models, imported on first use."]


def models_init(api: Api) -> PackageInit:
    """Return the names of all models."""
    module = f"{MODELS}.__init__"
    return _package_init(module, _MODELS_DOC, _models(api), ModuleScope(module))


def models_stub(api: Api, dicts: DictTypes) -> PackageStub:
    """Return what type checkers read: all models, and the types of dicts that stand for them."""
    symbols = [*_models(api), *(Symbol(name, module) for name, module in dicts.homes().items())]
    scope = ModuleScope(f"{MODELS}.__init__")
    return PackageStub(doc=docstring(_MODELS_DOC, 0), lines=tuple(_statements(scope, symbols, 0)))


def _models(api: Api) -> list[Symbol]:
    return [Symbol(model.name.python, f"{MODELS}.{model.module}") for model in api.models]


def _statements(scope: ModuleScope, symbols: Iterable[Symbol], indent: int) -> Iterator[str]:
    """Yield the lines of statements that import and export symbols, without their indent."""
    for symbol in sorted(symbols, key=lambda symbol: symbol.name):
        yield from (line.removeprefix(" " * indent) for line in scope.statement(symbol, indent, exported=True))


def _package_init(
    module: str,
    doc: list[str],
    symbols: Iterable[Symbol],
    scope: ModuleScope,
    checked: tuple[str, ...] = (),
    runtime_level: int = 0,
) -> PackageInit:
    """Return the view of the `__init__.py` that exports `symbols`, which its package or modules inside it define."""
    package = module.removesuffix("__init__")
    names: dict[str, list[str]] = {}
    for symbol in symbols:
        above = "." * runtime_level if symbol.module.startswith(RUNTIME) else ""
        names.setdefault(above + symbol.module.removeprefix(package), []).append(symbol.name)
    scope.use(runtime_symbol("lazy_exports"), *([TYPE_CHECKING] if checked else []))
    return PackageInit(
        doc=docstring(doc, 0),
        imports=scope.imports(),
        checked=checked,
        modules=tuple(line for home, exported in sorted(names.items()) for line in _table(home, sorted(exported))),
    )


def _table(home: str, names: list[str]) -> list[str]:
    """Return the lines with the names of a module; where there are several, each has its line."""
    return [f"{home}: {names[0]}"] if len(names) == 1 else [f"{home}:", *(f"    {name}" for name in names)]


def testing_module() -> TestingModule:
    """Return the module that helps the users of a client to test."""
    scope = ModuleScope(".testing")
    scope.export(*map(runtime_symbol, _TESTING))
    return TestingModule(
        doc=docstring(["Fake transports for your tests, which respond as the API's description allows."], 0),
        imports=scope.imports(),
    )
