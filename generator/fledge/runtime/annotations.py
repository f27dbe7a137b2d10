# Part of the client's runtime, the same in every client. Do not edit.
"""What the annotations of models stand for; models are imported when they are read."""

from __future__ import annotations

import builtins
import re
import sys
from collections.abc import Iterator, Mapping
from functools import cache
from types import CodeType, ModuleType, NoneType
from typing import Any, Union

from .shapes import parts, widened

_BUILTINS: dict[str, Any] = {
    each.__name__: each for each in (str, int, bool, list, dict)
}
_BUILTINS["None"] = NoneType
_SCALARS: frozenset[Any] = frozenset({str, int, bool, NoneType})
_is_union = re.compile(r"\w+( \| \w+)*").fullmatch


class Annotations(dict[str, Any]):
    """Annotations that name what only type checkers have imported.

    Who reads them, such as msgspec or `typing.get_type_hints`, finds types in place of
    texts. What these texts name is imported when they are first read.
    """

    def __init__(self, annotations: Mapping[str, Any], module: str) -> None:
        super().__init__(annotations)
        self._module = module

    def owned(self) -> dict[str, Annotations]:
        """Whose annotations its names are; they are not read for it."""
        return dict.fromkeys(super().__iter__(), self)

    def type_of(self, name: str) -> Any:
        """What one annotation stands for."""
        annotation = self[name]
        if isinstance(annotation, str):
            self[name] = annotation = _evaluated(annotation, self._module)
        return annotation

    def scalars(self, name: str) -> frozenset[type]:
        """The plain types that an annotation names; nothing else in it is looked at."""
        annotation = self[name]
        if not isinstance(annotation, str):
            return _SCALARS.intersection(parts(annotation))
        names = annotation.split(" | ")
        if not _is_union(annotation):  # those between may be in brackets
            names = [names[0], names[-1]]
        return _SCALARS.intersection(map(_BUILTINS.get, names))

    def types(self) -> list[Any]:
        """What all of them stand for."""
        return [self.type_of(name) for name in super().__iter__()]

    def __iter__(self) -> Iterator[str]:
        self.types()
        return super().__iter__()

    def keys(self) -> Any:
        self.types()
        return super().keys()

    def items(self) -> Any:
        self.types()
        return super().items()


def _evaluated(text: str, module: str) -> Any:
    """The type of a text; the text itself if only its class knows what it names."""
    if _is_union(text):  # most are, and compiling one costs more than all the rest
        types = [_named(name, module) for name in text.split(" | ")]
        return text if None in types else Union[tuple(types)]
    values = tuple(_named(name, module) for name in _compiled(text).co_names)
    try:
        return _result(text, values)
    except NameError:
        return text


def _named(name: str, module: str) -> Any:
    """What a name stands for in a module, or in the package of models around it."""
    if name in _BUILTINS:
        return _BUILTINS[name]
    names = vars(sys.modules[module])
    value = names.get(name)
    if name == "float":
        value = widened(float)
    elif value is None:
        value = getattr(sys.modules.get(module.rpartition(".")[0]), name, None)
        if value is None or isinstance(value, ModuleType):  # models/type.py: not `type`
            return getattr(builtins, name, None)
    elif isinstance(value, type | ModuleType) and value is not float:
        return value
    names[name] = value = widened(value)  # a model may be another name of float
    return value


@cache
def _result(text: str, values: tuple[Any, ...]) -> Any:
    code = _compiled(text)
    names = dict(zip(code.co_names, values))
    return eval(code, {k: v for k, v in names.items() if v is not None})


@cache
def _compiled(text: str) -> CodeType:
    return compile(text, "annotation", "eval")
