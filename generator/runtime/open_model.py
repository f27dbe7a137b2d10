# Part of the client's runtime, the same in every client. Do not edit.
"""Models that keep the properties that they do not declare."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any, ClassVar, Literal, Self, dataclass_transform, get_type_hints

import msgspec
from msgspec import structs

from .model import Convert, KeywordOnly, Model, encode_hook, field

_hints: Callable[[Any], dict[str, Any]] = cache(get_type_hints)


@dataclass_transform(kw_only_default=True, field_specifiers=(field,))
class OpenModel:
    """A JSON object with declared fields and, in `extra`, its further properties.

    msgspec has no such structure. So the declared fields are those of a model that
    stands behind the class, and the codec's hooks fold `extra` in and out.
    """

    extra: dict[str, Any]
    __shape__: ClassVar[type[Model]] = Model

    def __init_subclass__(cls, *, rename: Literal["camel"] | None = None) -> None:
        own = {k: v for k, v in cls.__annotations__.items() if k != "extra"}
        namespace = {k: v for k, v in vars(cls).items() if k in own}
        namespace |= {"__module__": cls.__module__, "__annotations__": own}
        make: Any = KeywordOnly
        cls.__shape__ = make(cls.__name__, (cls.__shape__,), namespace, rename=rename)

    def __init__(self, *, extra: Any = None, **fields: Any) -> None:
        vars(self).update(structs.asdict(self.__shape__(**fields)))
        self.extra = {} if extra is None else extra

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and vars(self) == vars(other)

    def __repr__(self) -> str:
        values = ", ".join(f"{name}={value!r}" for name, value in vars(self).items())
        return f"{type(self).__name__}({values})"

    @classmethod
    def __decode__(cls, value: Any, convert: Convert) -> Self:
        declared = structs.asdict(convert(value, cls.__shape__))
        known = cls.__shape__.__struct_encode_fields__
        extra = {name: item for name, item in value.items() if name not in known}
        return cls(**declared, extra=convert(extra, _hints(cls)["extra"]))

    def __encode__(self) -> dict[str, Any]:
        fields = {name: value for name, value in vars(self).items() if name != "extra"}
        declared = self.__shape__(**fields)
        return {**self.extra, **msgspec.to_builtins(declared, enc_hook=encode_hook)}
