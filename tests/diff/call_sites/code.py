"""Writes what a user of the old package may write, as a module that imports the new one.

Aliases, which are types of values, are copied from the old package. Classes come from the new one, as in a user's code;
so do the types of dicts, whose keys a user writes down. What is `Any` may be used in any way.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from fledge.diff.changes import Direction
from fledge.diff.directions import ModelDirections, call_path
from fledge.diff.matching import resource_operations
from fledge.ir import Api

Function = ast.FunctionDef
SENT, RECEIVED = Direction.REQUEST, Direction.RESPONSE


def call_sites(api: Api, files: Mapping[str, str], old: str, new: str) -> str:
    """Return the code; `files` are the modules of the package `old`, which was made of the description."""
    package = _Package(old)
    for path, text in files.items():
        if path.endswith(".py"):
            package.read(path, ast.parse(text))
    code = _Code(package, ModelDirections(api), new)
    classes = {resource.class_name: f"client.{resource.name.python}" for resource in api.resources}
    calls = {call_path(each.resource, each.operation) for each in resource_operations(api)}
    for path, module in package.modules.items():
        for node in module.body:
            match node:
                case ast.ClassDef(name=name) if path.startswith("resources/") and name in classes:
                    methods = [each for each in node.body if isinstance(each, Function)]
                    code.calls([each for each in methods if f"{classes[name]}.{each.name}" in calls], classes[name])
                case ast.ClassDef(name="Client") if path == "_client.py":
                    code.client(node)
                case ast.ClassDef() if path.startswith("models/"):
                    code.model(node)
                case ast.If() if path.startswith("models/"):
                    code.dicts(node)
                case ast.ClassDef() if path == "errors.py":
                    code.error(node)
                case ast.FunctionDef() if path == "webhooks.py" and node.name.startswith("parse"):
                    code.function(node, f"webhooks.{node.name}")
                case _:
                    pass
    return code.text()


@dataclass(slots=True)
class _Package:
    """The modules of a package, and what they import and define."""

    name: str
    modules: dict[str, ast.Module] = field(default_factory=dict)
    imports: dict[str, str] = field(default_factory=dict)
    aliases: dict[str, str] = field(default_factory=dict)
    public_aliases: list[str] = field(default_factory=list)
    classes: dict[str, str] = field(default_factory=dict)
    dicts: dict[str, str] = field(default_factory=dict)
    """The types of dicts, and the modules of `models` that have them."""

    def read(self, path: str, module: ast.Module) -> None:
        self.modules[path] = module
        for node in _statements(module):
            match node:
                case ast.ImportFrom(module=source, names=names, level=level):
                    base = self._absolute(path, level, source or "")
                    if base != self.name and not base.startswith(f"{self.name}."):
                        for each in names:
                            name = each.asname or each.name
                            self.imports[name] = f"from {base} import {each.name} as {name}"
                case ast.Import(names=names):
                    self.imports.update({each.name: f"import {each.name}" for each in names})
                case ast.AnnAssign(
                    target=ast.Name(id=name), annotation=ast.Name(id="TypeAlias"), value=ast.expr() as value
                ):
                    if path.startswith(("models/", "webhooks.py")):
                        self.aliases[name] = f"{name}: TypeAlias = {ast.unparse(value)!r}"
                        self.public_aliases += (
                            [name] if path.startswith("models/") and not name.endswith("Dict") else []
                        )
                case ast.ClassDef(name=name) if path.startswith("models/"):
                    if not _is_dict(node):
                        self.classes[name] = PurePosixPath(path).stem
                    else:
                        self.dicts[name] = PurePosixPath(path).stem
                case ast.Assign(targets=[ast.Name(id=name)], value=ast.Call(func=ast.Name(id="TypedDict"))):
                    self.dicts[name] = PurePosixPath(path).stem
                case _:
                    pass

    def _absolute(self, path: str, level: int, module: str) -> str:
        if not level:
            return module
        parts = [*self.name.split("."), *PurePosixPath(path).with_suffix("").parts]
        return ".".join([*parts[: len(parts) - level], *([module] if module else [])])


def _is_dict(node: ast.ClassDef) -> bool:
    return any(ast.unparse(base).startswith("TypedDict") for base in node.bases)


def _keys(node: ast.stmt) -> Iterator[tuple[str, dict[str, str]]]:
    """The name of a type of dicts, and the annotations of its keys."""
    match node:
        case ast.ClassDef(name=name) if _is_dict(node):
            yield name, _fields(node)
        case ast.Assign(targets=[ast.Name(id=name)], value=ast.Call(args=[_, ast.Dict(keys=keys, values=values)])):
            yield name, {ast.literal_eval(key): ast.literal_eval(value) for key, value in zip(keys, values) if key}
        case _:
            pass


def _fields(node: ast.ClassDef) -> dict[str, str]:
    return {
        each.target.id: ast.unparse(each.annotation)
        for each in node.body
        if isinstance(each, ast.AnnAssign) and isinstance(each.target, ast.Name)
    }


def _statements(module: ast.Module) -> Iterator[ast.stmt]:
    for node in module.body:
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
            yield from node.body
        else:
            yield node


@dataclass(slots=True)
class _Code:
    package: _Package
    directions: ModelDirections
    new: str
    parts: list[str] = field(default_factory=list)

    def calls(self, methods: list[Function], resource: str) -> None:
        for each in methods:
            self.function(each, f"{resource}.{each.name}")

    def function(self, node: Function, call: str) -> None:
        """One call with all arguments, and one with those alone that the old package requires."""
        positional = [each for each in (*node.args.posonlyargs, *node.args.args) if each.arg != "self"]
        optional = dict(zip(reversed(positional), reversed(node.args.defaults)))
        keywords = list(zip(node.args.kwonlyargs, node.args.kw_defaults))
        every = [*((each, True, each not in optional) for each in positional)]
        every += [(each, False, default is None) for each, default in keywords]
        returns = ast.unparse(node.returns) if node.returns else "object"
        for arguments in (every, [each for each in every if each[2]]):
            declared = ", ".join(f"{each.arg}_: {_annotation(each)}" for each, _, _ in arguments)
            passed = ", ".join(f"{each.arg}_" if plain else f"{each.arg}={each.arg}_" for each, plain, _ in arguments)
            self._define(f"client: Client{', ' if declared else ''}{declared}", returns, f"{call}({passed})")

    def client(self, node: ast.ClassDef) -> None:
        [init] = [each for each in node.body if isinstance(each, Function) and each.name == "__init__"]
        init.returns = ast.Name("Client")
        self.function(init, "Client")

    def model(self, node: ast.ClassDef) -> None:
        """Build what is sent, and read what is received."""
        if node.name not in self.package.classes:
            return
        directions = self.directions.directions(node.name) or (SENT, RECEIVED)
        fields = {
            each.target.id: each
            for each in node.body
            if isinstance(each, ast.AnnAssign)
            and isinstance(each.target, ast.Name)
            and "ClassVar" not in ast.unparse(each)
        }
        for name, each in fields.items() if RECEIVED in directions else ():
            self._define(f"of: {node.name}", ast.unparse(each.annotation), f"of.{name}")
        if SENT in directions and not self.directions.is_spread(node.name):
            for chosen in (fields, {name: each for name, each in fields.items() if each.value is None}):
                declared = ", ".join(f"{name}_: {ast.unparse(each.annotation)}" for name, each in chosen.items())
                passed = ", ".join(f"{name}={name}_" for name in chosen)
                self._define(declared, node.name, f"{node.name}({passed})")

    def dicts(self, node: ast.If) -> None:
        """Write each dict with all its keys, and with the required ones."""
        for name, keys in (found for each in node.body for found in _keys(each)):
            required = {key: of for key, of in keys.items() if not of.startswith("NotRequired[")}
            for chosen in (keys, required):
                plain = [
                    of.removeprefix("NotRequired[").removesuffix("]") if key not in required else of
                    for key, of in chosen.items()
                ]
                declared = ", ".join(f"k{index}: {of}" for index, of in enumerate(plain))
                self._define(
                    declared, name, f"{{{', '.join(f'{key!r}: k{index}' for index, key in enumerate(chosen))}}}"
                )

    def error(self, node: ast.ClassDef) -> None:
        for each in node.body:
            if isinstance(each, Function) and each.name == "body_type" and each.returns:
                self._define("", ast.unparse(each.returns), f"errors.{node.name}.body_type()")

    def _define(self, parameters: str, returns: str, expression: str) -> None:
        match returns:
            case "None":
                line = expression
            case "Any":
                line = f"{expression}.anything"
            case _:
                line = f"return {expression}"
        self.parts.append(f"def f{len(self.parts)}({parameters}) -> {returns}:\n    {line}\n")

    def text(self) -> str:
        package, new = self.package, self.new
        lines = ["from __future__ import annotations", "from typing import *", *package.imports.values()]
        lines.append(f"from {new} import Client, errors")
        if "webhooks.py" in package.modules:
            lines.append(f"from {new} import webhooks")
        lines += [f"from {new}.models import {name}" for name in package.classes]
        lines += [f"from {new}.models.{module} import {name}" for name, module in package.dicts.items()]
        lines += [f"from {new}.models import {name} as _{name}" for name in package.public_aliases]
        return "\n".join([*lines, *package.aliases.values(), *self.parts])


def _annotation(of: ast.arg) -> str:
    return ast.unparse(of.annotation) if of.annotation else "object"
