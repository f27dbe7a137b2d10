"""What a value of a wrong type can only mean: one item without its array, "true" in quotes, the name of a type alone."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from fledge.loader.normalize.type_words import TYPES
from fledge.openapi.json_values import JSON
from fledge.openapi.named_members import are_by_name
from fledge.openapi.pointer import join

_FLAGS: Mapping[str, bool] = {"true": True, "false": False, "yes": True, "no": False}


class Reading(NamedTuple):
    """A value in place of one of a wrong type, and what the user is told that it is read as.

    `sources` are the pointers, below the value, of what an array holds now.
    """

    value: JSON
    words: str
    sources: tuple[str, ...] = ("",)


def as_items(value: JSON, kind: str) -> Reading | None:
    """The array of objects of a kind that a value stands for."""
    if kind == "server" and isinstance(value, str) and "/" in value:
        value = {"url": value}
    if not isinstance(value, dict):
        return None
    if are_by_name(kind, value):
        items = [
            member if kind == "server" or "$ref" in member else {"name": name, **member}
            for name, member in value.items()
        ]
        return Reading(items, "an array of its members", tuple(join("", name) for name in value))
    if kind == "parameter" and not {"name", "$ref"} & value.keys():
        return None
    return Reading([value], "an array of it")


def as_texts(value: JSON) -> Reading | None:
    """The array of texts that a value stands for."""
    return Reading([value], "an array of it") if isinstance(value, str) else None


def as_values(value: JSON) -> Reading | None:
    """The array of values that a value stands for."""
    return None if value is None or isinstance(value, dict) else Reading([value], "an array of it")


def as_flag(value: JSON) -> Reading | None:
    """True or false as a text, such as the `yes` of YAML 1.1."""
    flag = _FLAGS.get(value.strip().lower()) if isinstance(value, str) else None
    return None if flag is None else Reading(flag, str(flag).lower())


def is_flag_set(value: JSON) -> bool:
    """Whether a value is true, or a text that means it."""
    reading = as_flag(value)
    return value is True if reading is None else reading.value is True


def as_schema(value: JSON) -> Reading | None:
    """The schema of a type that is named alone."""
    return Reading({"type": value}, "its `type`") if isinstance(value, str) and value in TYPES else None
