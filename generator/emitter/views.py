"""What templates place: every decision about text is made here, and a template only says where it stands.

A view is a frozen value of strings, tuples and flags. Strings that hold Python are complete; docstrings are already
quoted, escaped, wrapped and indented for where they stand.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.emitter.text import WIDTH


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldView:
    """One line of a model, and its docstring."""

    line: str
    doc: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelView:
    """One class or alias of a model module; `line` opens the class or enum, or is the whole assignment."""

    is_object: bool = False
    is_enum: bool = False
    is_alias: bool = False
    is_union: bool = False
    is_only_sent: bool = False
    name: str
    doc: str
    fields: tuple[FieldView, ...] = ()
    values: tuple[str, ...] = ()
    bases: tuple[str, ...] = ()
    line: str = ""
    members: tuple[str, ...] = ()
    discriminator: str = ""
    mapping: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelModule:
    """A file of `models/`; Black wants a `gap` of two lines below imports where a class follows."""

    imports: tuple[str, ...]
    gap: bool
    models: tuple[ModelView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One public name, the module that it is found in, and the lines that import it."""

    name: str
    module: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Index:
    """An `__init__.py` that imports its names when they are asked for; `runtime` is where the runtime is from there."""

    doc: str
    runtime: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OperationView:
    """The constant of an operation and its two methods."""

    constant: str
    opening: str
    indent: str
    closing: str
    result: str
    facts: tuple[str, ...]
    parameters: tuple[str, ...]
    success: tuple[str, ...]
    errors: tuple[str, ...]
    method: str
    signature: tuple[str, ...]
    async_signature: tuple[str, ...]
    positional: tuple[str, ...]
    keywords: tuple[str, ...]
    returns: str
    async_returns: str
    doc: str
    async_doc: str
    call: tuple[str, ...]
    async_def: str
    async_call: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ResourceModule:
    """A file of `resources/`."""

    doc: str
    imports: tuple[str, ...]
    class_name: str
    class_doc: str
    async_class_doc: str
    operations: tuple[OperationView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CredentialView:
    """A security scheme, and the arguments of the client that it is made of."""

    argument: str
    scheme: str
    auth: str
    passed: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ResourceEntry:
    """A resource as a property of a client, and the lines that import its class."""

    line: str
    class_name: str
    doc: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClientView:
    """One of the two client classes."""

    name: str
    base: str
    transport: str
    doc: str
    resources: tuple[ResourceEntry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClientModule:
    """`_client.py`."""

    doc: str
    imports: tuple[str, ...]
    clients: tuple[ClientView, ...]
    constants: tuple[str, ...]
    arguments: tuple[str, ...]
    no_credentials: bool
    credentials: tuple[CredentialView, ...]
    base_url: str
    server: str
    variables: tuple[str, ...]
    security: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ErrorView:
    """An exception with its field `body`; `model`, and the lines that import it, where its type is a single model."""

    status: int
    name: str
    doc: str
    body: str
    model: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ErrorsModule:
    """`errors.py`; `empty` where no status is documented with a body."""

    doc: str
    imports: tuple[str, ...]
    errors: tuple[ErrorView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EventView:
    """A function that parses a webhook or callback."""

    function: str
    type: str
    line: str
    doc: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WebhooksModule:
    """`webhooks.py`.

    `signature` are the arguments that describe how webhooks are signed; without any, nothing is verified. `body` is the
    type of what functions parse.
    """

    doc: str
    imports: tuple[str, ...]
    signature: tuple[str, ...]
    is_url_signed: bool
    is_time_signed: bool
    verify_doc: str
    secret: str
    body: str
    events: tuple[EventView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CredentialRow:
    """A credential in the README: the client's argument, the environment variable, what it is."""

    argument: str
    env: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ResourceRow:
    """A resource in the README."""

    name: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Snippets:
    """Code of the README, all of which calls one operation."""

    sync: tuple[str, ...]
    asynchronous: tuple[str, ...]
    errors: tuple[str, ...]
    options: tuple[str, ...]
    raw: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Readme:
    """`README.md`; without `calls` for an API that has no operations."""

    title: str
    package: str
    server: str
    prefix: str
    credentials: tuple[CredentialRow, ...]
    calls: Snippets | None
    pages: tuple[str, ...]
    tells_null: bool
    has_webhooks: bool
    are_webhooks_signed: bool
    resources: tuple[ResourceRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OperationSection:
    """An operation on a reference page: sentences are Markdown, `example` is code."""

    name: str
    request: str
    summary: str
    example: tuple[str, ...]
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferencePage:
    """A file of `docs/`."""

    name: str
    package: str
    text: str
    operations: tuple[OperationSection, ...]


def imports(standard: Mapping[str, str], local: Mapping[str, str], checking: Mapping[str, str]) -> tuple[str, ...]:
    """The lines of a module's imports: names to the modules that they come from.

    `checking` are names that only annotations need, and that are not there at run time.
    """
    groups = [statements(standard, ""), statements(local, "")]
    if checking:
        groups.append(["if TYPE_CHECKING:", *statements(checking, "    ")])
    lines: list[str] = []
    for group in groups:
        if group:
            lines += ["", *group] if lines else group
    return tuple(lines)


def statements(names: Mapping[str, str], indent: str = "") -> list[str]:
    """`from` statements in the order of isort; names stand one a line where they do not fit into one.

    A name whose module is "" is a module itself.
    """
    by_module: dict[str, list[str]] = {}
    for name in sorted(names, key=_kind_first):
        by_module.setdefault(names[name], []).append(name)
    found = [f"{indent}import {name}" for name in by_module.pop("", [])]
    for module in sorted(by_module, key=_module_order):
        statement = f"{indent}from {module} import {', '.join(by_module[module])}"
        if len(statement) <= WIDTH:
            found.append(statement)
        else:
            found.append(f"{indent}from {module} import (")
            found += [f"{indent}    {name}," for name in by_module[module]]
            found.append(f"{indent})")
    return found


def _kind_first(name: str) -> tuple[int, str]:
    return (0 if name.isupper() and len(name) > 1 else 1 if name[:1].isupper() else 2, name)


def _module_order(module: str) -> tuple[int, str]:
    dots = len(module) - len(module.lstrip("."))
    return (-dots, module)
