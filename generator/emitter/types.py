"""Types of the Api as Python annotations, and what a module must import to spell them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import assert_never

from generator.emitter.text import literal
from generator.model.api import (
    AliasModel,
    Const,
    EnumModel,
    ListOf,
    MapOf,
    Model,
    ModelRef,
    Scalar,
    TupleOf,
    Type,
    Union,
)
from generator.model.types import parts

_SCALARS = {
    Scalar.ANY: "Any",
    Scalar.BOOL: "bool",
    Scalar.BYTES: "bytes",
    Scalar.DATE: "date",
    Scalar.DATETIME: "datetime",
    Scalar.DECIMAL: "Decimal",
    Scalar.DURATION: "timedelta",
    Scalar.FILE: "str",
    Scalar.FLOAT: "float",
    Scalar.INT: "int",
    Scalar.NONE: "None",
    Scalar.STR: "str",
    Scalar.TIME: "time",
    Scalar.UUID: "UUID",
}

SOURCES = {
    "Any": "typing",
    "Decimal": "decimal",
    "Literal": "typing",
    "Mapping": "collections.abc",
    "Sequence": "collections.abc",
    "UUID": "uuid",
    "date": "datetime",
    "datetime": "datetime",
    "time": "datetime",
    "timedelta": "datetime",
}
"""Where the names that annotations use come from."""


def union(parts: list[str]) -> str:
    """A union of annotations, each said once, None last."""
    unique = dict.fromkeys(parts)
    ordered = [part for part in unique if part != "None"] + (["None"] if "None" in unique else [])
    return " | ".join(ordered)


def annotation(of: Type, aliases: Mapping[str, str] = {}) -> str:
    """What a field of this type is annotated with; `aliases` are other names of standard types."""
    match of:
        case Scalar():
            return aliases.get(_SCALARS[of], _SCALARS[of])
        case ModelRef(name):
            return name
        case ListOf(item):
            return f"list[{annotation(item, aliases)}]"
        case MapOf(value):
            return f"dict[str, {annotation(value, aliases)}]"
        case TupleOf(items):
            return f"tuple[{', '.join(annotation(item, aliases) for item in items)}]"
        case Const(value):
            return f"Literal[{literal(value)}]"
        case Union(members):
            return union([annotation(member, aliases) for member in members])
        case _:
            assert_never(of)


@dataclass(frozen=True, slots=True)
class Inputs:
    """Annotations of arguments, which take more than fields do: text for a UUID, a plain dict for a model.

    With `files`, content that is uploaded is a `Uploadable` of the runtime.
    """

    models: Mapping[str, Model]
    files: bool = False

    def annotation(self, of: Type) -> str:
        """What an argument of this type is annotated with."""
        return union(self._parts(of))

    def needs(self, of: Type) -> dict[str, str]:
        """The standard names that such an annotation uses, and the modules that they come from."""
        found: dict[str, str] = {}
        for part in parts(of):
            match part:
                case Scalar.ANY:
                    continue
                case Scalar():
                    found[_SCALARS[part]] = SOURCES.get(_SCALARS[part], "")
                case Const():
                    found["Literal"] = SOURCES["Literal"]
                case ListOf():
                    found["Sequence"] = SOURCES["Sequence"]
                case MapOf():
                    found["Mapping"] = SOURCES["Mapping"]
                case ModelRef(name):
                    if not isinstance(self.models[name], (AliasModel, EnumModel)):
                        found["Mapping"] = SOURCES["Mapping"]
                case _:
                    pass
        return {name: home for name, home in found.items() if home}

    def _parts(self, of: Type) -> list[str]:
        match of:
            case Scalar.ANY:
                return ["object"]
            case Scalar.UUID:
                return ["UUID", "str"]
            case Scalar.FILE if self.files:
                return ["Uploadable"]
            case Scalar() | Const():
                return [annotation(of)]
            case ModelRef(name):
                model = self.models[name]
                if isinstance(model, (AliasModel, EnumModel)):
                    return [name]
                return [name, "Mapping[str, object]"]
            case ListOf(item):
                return [f"Sequence[{self.annotation(item)}]"]
            case MapOf(value):
                return [f"Mapping[str, {self.annotation(value)}]"]
            case TupleOf(items):
                return [f"tuple[{', '.join(self.annotation(item) for item in items)}]"]
            case Union(members):
                return [part for member in members for part in self._parts(member)]
            case _:
                assert_never(of)
