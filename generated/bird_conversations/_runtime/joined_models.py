# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Part of the client's runtime, the same in every client. Do not edit.
"""Objects that are several members of a union at once."""

from __future__ import annotations

from functools import cache
from typing import Any

from msgspec.structs import asdict

from .model import ModelMeta, field, restored
from .shapes import declared_fields


def join(models: tuple[Any, ...], fields: dict[str, Any]) -> Any:
    """An object that is an instance of all the models, and has their fields."""
    return restored(_class(models), fields)


@cache
def _class(models: tuple[Any, ...]) -> Any:
    namespace: dict[str, Any] = {
        "__module__": __name__,
        "__annotations__": {},
        "__joined__": models,
        "__reduce__": _reduce,
    }
    make_class: Any = ModelMeta
    make_field: Any = field
    names = {each.name for each in declared_fields(models[0])}
    for further in (each for model in models[1:] for each in declared_fields(model)):
        if further.name not in names:
            names.add(further.name)
            namespace["__annotations__"][further.name] = further.type
            namespace[further.name] = make_field(
                name=further.encode_name,
                default=further.default,
                default_factory=further.default_factory,
            )
    name = "And".join(model.__name__ for model in models)
    return make_class(name, (models[0],), namespace)


def _reduce(joined: Any) -> tuple[Any, ...]:
    """How it is pickled, since no module has its class."""
    return join, (joined.__joined__, asdict(joined))
