"""Values of schemas that are not of the type beside them, read as what they can only mean."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from fledge.loader.normalize.readings import as_flag
from fledge.openapi.json_values import JSON, has_type, literal_float, literal_text

_INTEGER = re.compile(r"-?(?:0|[1-9][0-9]*)")
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?")
_PLAIN = {
    "string": frozenset({str, type(None)}),
    "integer": frozenset({int, type(None)}),
    "number": frozenset({int, float, type(None)}),
    "boolean": frozenset({bool, type(None)}),
}
"""What values of a scalar type are in Python, as a rule."""


def fits_type(schema: Mapping[str, JSON]) -> bool:
    """Whether the values of `enum` and `const` are of the `type` beside them."""
    name = _type_name(schema)
    if name is None:
        return True
    values = _values(schema)
    return _PLAIN[name].issuperset(map(type, values)) or all(_is_of(name, value) for value in values)


def fit_values(pointer: str, schema: dict[str, JSON], warn: Callable[[str, str], None]) -> None:
    """Read the values of `enum` and `const` as ones of the `type` beside them, where they can be, in place."""
    name = _type_name(schema)
    if name is None:
        return
    if isinstance(values := schema.get("enum"), list):
        at = next((index for index, value in enumerate(values) if not _is_of(name, value)), None)
        if at is not None:
            schema["enum"] = _fitted(f"{pointer}/enum/{at}", "enum", values, name, warn)
    if "const" in schema and not _is_of(name, schema["const"]):
        [schema["const"]] = _fitted(f"{pointer}/const", "const", [schema["const"]], name, warn)


def _fitted(pointer: str, keyword: str, values: list[JSON], name: str, warn: Callable[[str, str], None]) -> list[JSON]:
    others = [value for value in values if not _is_of(name, value)]
    shown = ", ".join(f'"{each}"' if isinstance(each, str) else literal_text(each) for each in others[:3])
    shown += ", and others" if len(others) > 3 else ""
    meant = [value if _is_of(name, value) else _meant(value, name) for value in values]
    is_read = meant.count(None) == values.count(None) and len({*map(str, meant)}) == len(values)
    effect = f"reads such values as {name}s" if is_read else "leaves such values as they are"
    warn(pointer, f"The type is {name}, but `{keyword}` has {shown}; Fledge {effect}.")
    return meant if is_read else values


def _type_name(schema: Mapping[str, JSON]) -> str | None:
    stated = schema.get("type")
    if isinstance(stated, list):
        others = [each for each in stated if each != "null"]
        stated = others[0] if len(others) == 1 else None
    return stated if isinstance(stated, str) and stated in _PLAIN else None


def _values(schema: Mapping[str, JSON]) -> list[JSON]:
    values = schema.get("enum")
    return [*(values if isinstance(values, list) else ()), *([schema["const"]] if "const" in schema else ())]


def _is_of(name: str, value: JSON) -> bool:
    """Whether a value is of a type. Null, lists and objects are nobody's business here."""
    if value is None or isinstance(value, (dict, list)):
        return True
    return has_type(value, (name,))


def _meant(value: JSON, name: str) -> JSON:
    """The value of a type that a value of another type stands for; None if there is none."""
    if name == "string":
        return literal_text(value)
    if not isinstance(value, str):
        return None
    if name == "boolean":
        return None if (flag := as_flag(value)) is None else flag.value
    if _INTEGER.fullmatch(value):
        return int(value)
    return literal_float(float(value), value) if name == "number" and _NUMBER.fullmatch(value) else None
