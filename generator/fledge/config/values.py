"""The types that a value of the configuration may have: what each accepts, and how a message describes it."""

from __future__ import annotations

import re
from typing import TypeAlias, TypeGuard

from fledge.quick_dataclass import quick_dataclass


def _is_text(value: object) -> TypeGuard[str]:
    """Whether a TOML value is a string that can be a path, a URL or a name: none of them has a NUL."""
    return isinstance(value, str) and "\0" not in value


@quick_dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A string that a pattern matches as a whole."""

    expected: str = "a string that is not empty"
    pattern: str = r"(?s).+"

    def accepts(self, value: object) -> bool:
        """Whether a TOML value is of this type."""
        return _is_text(value) and re.fullmatch(self.pattern, value) is not None


@quick_dataclass(frozen=True, slots=True, kw_only=True)
class Flag:
    """A boolean; with `only`, this one."""

    expected: str = "true or false"
    only: bool | None = None

    def accepts(self, value: object) -> bool:
        """Whether a TOML value is of this type."""
        return isinstance(value, bool) and self.only in (None, value)


@quick_dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A number: an integer if `whole`, and greater than `above` and less than `below` if they are set."""

    expected: str
    whole: bool = False
    above: float | None = None
    below: float | None = None

    def accepts(self, value: object) -> bool:
        """Whether a TOML value is of this type."""
        if type(value) is not int and (self.whole or type(value) is not float):
            return False
        return (self.above is None or value > self.above) and (self.below is None or value < self.below)


@quick_dataclass(frozen=True, slots=True, kw_only=True)
class Texts:
    """An array of strings; with `or_one`, also one string. `required` arrays have an item."""

    expected: str
    or_one: bool = False
    required: bool = False
    pattern: str = r"(?s).*"

    def accepts(self, value: object) -> bool:
        """Whether a TOML value is of this type."""
        items = [value] if self.or_one and isinstance(value, str) else value
        return (
            isinstance(items, list)
            and (bool(items) or not self.required)
            and all(_is_text(item) and item and re.fullmatch(self.pattern, item) for item in items)
        )


@quick_dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table with these keys and no others."""

    keys: tuple[Key, ...]
    expected: str = "a table"

    def accepts(self, value: object) -> bool:
        """Whether a TOML value is of this type; its keys are checked one by one."""
        return isinstance(value, dict)


@quick_dataclass(frozen=True, slots=True, kw_only=True)
class OpenTable:
    """A table whose keys are the user's, with values of one type."""

    values: ValueType
    expected: str = "a table"

    def accepts(self, value: object) -> bool:
        """Whether a TOML value is of this type; its values are checked one by one."""
        return isinstance(value, dict)


@quick_dataclass(frozen=True, slots=True, kw_only=True)
class Either:
    """A value of the first type that accepts it."""

    types: tuple[ValueType, ...]
    expected: str

    def accepts(self, value: object) -> bool:
        """Whether a TOML value is of one of the types."""
        return any(each.accepts(value) for each in self.types)


ValueType: TypeAlias = Text | Flag | Number | Texts | Table | OpenTable | Either


@quick_dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """One key: its type, what it means and what holds without it, both in Markdown for the documentation."""

    name: str
    type: ValueType
    meaning: str
    default: str
    required: bool = False
