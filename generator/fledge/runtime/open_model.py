# Part of the client's runtime, the same in every client. Do not edit.
"""Models that keep the properties that they do not declare."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import (
    TYPE_CHECKING,
    Any,
    ClassVar,
    Literal,
    Self,
    dataclass_transform,
    get_type_hints,
)

from msgspec import UNSET, structs

from .annotations import Annotations
from .model import JSONMethods, Model, ModelMeta, field
from .shapes import Convert, declared_fields

_hints: Callable[[Any], dict[str, Any]] = cache(get_type_hints)


class _Signature:
    """The arguments of a model, as `help` and notebooks show them."""

    def __get__(self, instance: object, owner: type[OpenModel]) -> object:
        from inspect import Parameter, signature

        declared = signature(owner.__shape__)
        rest = Parameter(
            "additional_properties",
            Parameter.KEYWORD_ONLY,
            default=None,
            annotation=_hints(owner)["additional_properties"],
        )
        return declared.replace(parameters=[*declared.parameters.values(), rest])


@dataclass_transform(kw_only_default=True, field_specifiers=(field,))
class OpenModel(JSONMethods):
    """A JSON object with declared fields and, in `additional_properties`, its further properties.

    msgspec has no such structure. So the declared fields are those of a model that
    stands behind the class, and the codec's hooks fold `additional_properties` in and out.
    """

    additional_properties: dict[str, Any]
    __shape__: ClassVar[type[Model]] = Model
    __signature__: ClassVar = _Signature()

    def __init_subclass__(cls, *, rename: Literal["camel"] | None = None) -> None:
        annotations = cls.__annotations__
        declared = {
            k: v for k, v in annotations.items() if k != "additional_properties"
        }
        cls.__annotations__ = Annotations(annotations, cls.__module__)
        namespace = {k: v for k, v in vars(cls).items() if k in declared}
        namespace |= {"__module__": cls.__module__, "__annotations__": declared}
        make: Any = ModelMeta
        cls.__shape__ = make(cls.__name__, (cls.__shape__,), namespace, rename=rename)

    def __init__(self, *, additional_properties: Any = None, **fields: Any) -> None:
        vars(self).update(structs.asdict(self.__shape__(**fields)))  # checks constants
        self.additional_properties = (
            {} if additional_properties is None else additional_properties
        )

    if not TYPE_CHECKING:  # else type checkers would accept any name

        def __setattr__(self, name: str, value: Any) -> None:
            declared = self.__shape__.__struct_fields__
            if name not in declared and not hasattr(type(self), name):
                text = f"{type(self).__name__!r} object has no attribute {name!r}"
                raise AttributeError(text)
            super().__setattr__(name, value)

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and vars(self) == vars(other)

    def __repr__(self) -> str:
        values = ", ".join(f"{name}={value!r}" for name, value in vars(self).items())
        return f"{type(self).__name__}({values})"

    @classmethod
    def __decode__(cls, value: Any, convert: Convert) -> Self:
        model = cls.__new__(cls)
        vars(model).update(structs.asdict(convert(value, cls.__shape__)))
        wire_names = cls.__shape__.__struct_encode_fields__
        additional_properties = {
            name: item for name, item in value.items() if name not in wire_names
        }
        model.additional_properties = convert(
            additional_properties, _hints(cls)["additional_properties"]
        )
        return model

    def __encode__(self) -> dict[str, Any]:
        values = dict(self.additional_properties)
        for each in declared_fields(type(self)):
            value = getattr(self, each.name)
            if value is not UNSET and value is not each.default:
                values[each.encode_name] = value
        return values
