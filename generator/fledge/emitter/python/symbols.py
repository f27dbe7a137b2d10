"""The symbols of a generated module: it prints expressions, and what printing needs is what it imports."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from copy import copy
from functools import lru_cache

from fledge.emitter.python.expr import TYPE_CHECKING, Expr, Symbol, print_entry, print_expr
from fledge.emitter.python.layout import Printed, layout_import
from fledge.quick_dataclass import quick_dataclass

MODELS = ".models"
"""The module that all models are imported from; a model's own file is for other models only."""

RUNTIME = "._runtime."
"""How the modules of the runtime begin, wherever it is."""


@quick_dataclass(frozen=True, slots=True, kw_only=True)
class Imports:
    """What a module imports: names and their modules, at run time and for type checkers, and modules of the runtime.

    `package` is where the module is, from the root. `runtime_level` is how many folders above the root the runtime is.
    """

    running: Mapping[str, str]
    checked: Mapping[str, str]
    package: tuple[str, ...]
    runtime: tuple[str, ...]
    runtime_level: int = 0

    @property
    def lines(self) -> tuple[str, ...]:
        """The import statements: the standard library, the package, and what checkers need."""
        standard: dict[str, str] = {}
        local: dict[str, str] = {}
        for name, module in self.running.items():
            (local if module.startswith(".") else standard)[name] = module
        groups = [self._statements(names) for names in (standard, local) if names]
        if self.checked:
            groups.append(["if TYPE_CHECKING:", *self._statements(self.checked, "    ")])
        lines: list[str] = []
        for group in groups:
            lines += ["", *group] if lines else group
        return tuple(lines)

    def _statements(self, names: Mapping[str, str], indent: str = "") -> list[str]:
        return statements(names, self.package, self.runtime_level, indent)


class ModuleScope:
    """The names of one generated module.

    `module` is its path from the package's root, such as `.models.pet`. `homes` has the modules of
    models, by their names, where this module imports each from its own. `hidden` are names that mean something else
    where expressions stand, such as a field `date`: an imported symbol of that name gets an alias, a builtin is
    qualified.
    """

    def __init__(
        self, module: str, *, homes: Mapping[str, str] = {}, hidden: Set[str] = frozenset(), runtime_level: int = 0
    ) -> None:
        self._module = module
        self._package = tuple(module.split(".")[1:-1])
        self._homes = homes
        self._hidden = hidden
        self._running: dict[str, str] = {}
        self._checked: dict[str, str] = {}
        self._runtime: dict[str, None] = {}
        self._runtime_level = runtime_level

    def inside(self, names: Set[str]) -> ModuleScope:
        """Return the scope of a class whose members have these `names`; this module imports what it prints."""
        inner = copy(self)
        inner._hidden = names
        return inner

    def hides(self, name: str) -> bool:
        """Return whether a name means something else where expressions stand."""
        return name in self._hidden

    def expression(self, expr: Expr) -> Printed:
        """Print code that runs: every symbol is imported."""
        return print_expr(expr, self._spell_running)

    def annotation(self, expr: Expr) -> Printed:
        """Print an annotation, which is never evaluated: models and resources are imported for type checkers only."""
        return print_expr(expr, self._spell_annotation)

    def entries(self, pairs: Iterable[tuple[Expr, Expr]]) -> list[Printed]:
        """Print the entries of a dict, as code that runs."""
        return [print_entry(key, value, self._spell_running) for key, value in pairs]

    def use(self, *symbols: Symbol) -> None:
        """Import symbols whose names the template writes."""
        for symbol in symbols:
            self._import(self._running, symbol, symbol.name)

    def use_for_checkers(self, *symbols: Symbol) -> None:
        """Import symbols whose names the template writes in annotations only."""
        for symbol in symbols:
            self._import(self._checked, symbol, symbol.name)

    def export(self, *symbols: Symbol) -> None:
        """Import symbols that other modules import from here."""
        for symbol in symbols:
            self._import(self._running, symbol, f"{symbol.name} as {symbol.name}")

    def statement(self, symbol: Symbol, indent: int, *, exported: bool = False) -> tuple[str, ...]:
        """Return the lines of a statement that imports one symbol where it stands."""
        names: dict[str, str] = {}
        self._import(names, symbol, f"{symbol.name} as {symbol.name}" if exported else symbol.name)
        pad = " " * indent
        for name, module in names.items():  # one, or none where this module defines it
            if not module:
                return (f"{pad}import {name}",)
            return tuple(layout_import(relative_module(module, self._package, self._runtime_level), [name], pad))
        return ()

    def imports(self) -> Imports:
        """Return what all symbols so far need."""
        checked = {name: module for name, module in self._checked.items() if name not in self._running}
        if checked:
            self.use(TYPE_CHECKING)
        return Imports(
            running=dict(self._running),
            checked=checked,
            package=self._package,
            runtime=tuple(sorted(self._runtime)),
            runtime_level=self._runtime_level,
        )

    def _spell_running(self, symbol: Symbol) -> str:
        return self._spell(symbol, self._running)

    def _spell_annotation(self, symbol: Symbol) -> str:
        if symbol.module == "builtins" and symbol.name not in self._hidden:  # as most are
            return symbol.name
        is_deferred = symbol.module.startswith((".models", ".resources"))
        return self._spell(symbol, self._checked if is_deferred else self._running)

    def _spell(self, symbol: Symbol, names: dict[str, str]) -> str:
        """Return how a symbol is spelled here, after it was imported."""
        if symbol.module == "builtins":
            if symbol.name not in self._hidden:
                return symbol.name
            self._running["builtins"] = ""
            return f"builtins.{symbol.name}"
        if symbol.module and symbol.name in self._hidden and self._home(symbol) != self._module:
            # An operation's constant is called like its method, which in a script without capitals is `_date`, too.
            alias = f"_{symbol.name}" if symbol.name.islower() else f"_{symbol.name}_"
            self._import(names, symbol, f"{symbol.name} as {alias}")
            return alias
        self._import(names, symbol, symbol.name)
        return symbol.name

    def _home(self, symbol: Symbol) -> str:
        """Return the module that a symbol is imported from."""
        return self._homes.get(symbol.name, MODELS) if symbol.module == MODELS else symbol.module

    def _import(self, names: dict[str, str], symbol: Symbol, clause: str) -> None:
        if clause in names or not symbol.module:
            return
        module = self._home(symbol)
        if module.startswith(RUNTIME):
            self._runtime[module.removeprefix(RUNTIME)] = None
        if symbol.is_module:
            names[clause] = ""
        elif module != self._module:
            names[clause] = module


@lru_cache(10_000)  # many modules import from the same few
def relative_module(module: str, package: tuple[str, ...], runtime_level: int) -> str:
    """Return a module as one in `package`, a folder from the root, names it in an import."""
    if not module.startswith("."):
        return module
    path = module.split(".")[1:] if module != "." else []
    shared = 0
    while shared < min(len(path), len(package)) and path[shared] == package[shared]:
        shared += 1
    above = runtime_level if module.startswith(RUNTIME) else 0
    return "." * (1 + above + len(package) - shared) + ".".join(path[shared:])


def statements(names: Mapping[str, str], package: tuple[str, ...], runtime_level: int, indent: str = "") -> list[str]:
    """Return `from` statements of a module in `package`, in the order of isort.

    Names stand one a line where they do not fit into one. A name whose module is "" is a module itself.
    """
    by_module: dict[str, list[str]] = {}
    for name, module in names.items():
        by_module.setdefault(relative_module(module, package, runtime_level) if module else "", []).append(name)
    lines = [f"{indent}import {name}" for name in sorted(by_module.pop("", []), key=_name_order)]
    for module in sorted(by_module, key=_module_order) if len(by_module) > 1 else by_module:
        imported = by_module[module]
        lines += layout_import(module, sorted(imported, key=_name_order) if len(imported) > 1 else imported, indent)
    return lines


def _name_order(name: str) -> tuple[int, str]:
    """Constants, then classes, then all other names."""
    return (0 if name.isupper() and len(name) > 1 else 1 if name[:1].isupper() else 2, name)


def _module_order(module: str) -> tuple[int, str]:
    """Sort modules that are further up in the package first."""
    dots = len(module) - len(module.lstrip("."))
    return (-dots, module)
