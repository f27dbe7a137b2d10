"""What the branches of a union are called: by their titles, constants or own properties, never by their positions."""

from __future__ import annotations

import re
from collections.abc import Callable

from fledge.builder.names.words import pascal, singular, words
from fledge.openapi.json_values import as_array, as_string, reference_of
from fledge.openapi.pointer import last_token
from fledge.openapi.schemas.derived import is_component
from fledge.openapi.schemas.schema import Schema
from fledge.openapi.schemas.schemas import Schemas

_SENTENCE = re.compile(r"[.!?:;](\s|$)")
_MOST_WORDS = 6
"""Of a title that is a name; longer ones are sentences."""


_KINDS = {"array": "List", "object": "Object", "string": "Text", "integer": "Number", "number": "Number"}
"""What JSON calls the values of a type."""


def is_sentence(title: str) -> bool:
    """Whether a title is a sentence, and no name."""
    return _SENTENCE.search(title) is not None or len(words(title)) > _MOST_WORDS


class VariantNames:
    """Names of branches of oneOf and anyOf."""

    def __init__(self, schemas: Schemas) -> None:
        self._schemas = schemas
        self._constants_at: dict[str, dict[str, str]] = {}
        self._words: dict[tuple[str, str, str], str] = {}

    def name(self, name: str, parent: str, pointer: str) -> str:
        """A branch of a union is called by its title, or by what only it has; never by its position."""
        siblings = self._schemas.branches(parent)
        if len(siblings) < 2:
            return name
        rules = (
            self._title,
            self._constant,
            self._reference,
            self._unique_property,
            self._value,
            self._unique_constant,
            self._kind,
            self._unique_kind,
            self._unique_value,
        )

        def word(rule: Callable[[str, str, tuple[str, ...]], str], at: str) -> str:
            """What a rule says of a branch, which is compared with each other one."""
            key = (rule.__name__, name, at)
            if key not in self._words:
                self._words[key] = rule(name, at, siblings)
            return self._words[key]

        for rule in rules:
            mine = word(rule, pointer)
            if mine and all(other == pointer or word(rule, other) != mine for other in siblings):
                return name + mine
        return name + self._kind(name, pointer, siblings)

    def constant(self, pointer: str) -> str:
        """The value of the first property that has only one; "" if there is none."""
        values = [*self._constants(pointer).values()] if self._schemas.has(pointer) else []
        return pascal(words(values[0])) if values else ""

    def _title(self, name: str, pointer: str, siblings: tuple[str, ...]) -> str:
        """The title, without words that the owner's name says already."""
        title = as_string(self._schemas.keywords_at(pointer).get("title"))
        if is_sentence(title):
            return ""
        repeated = {singular(word) for word in words(name)}
        parts = [word for word in words(title) if singular(word) not in repeated]
        small = ("or", "and", "a", "an", "the", "of")
        while parts and parts[0].lower() in small:
            parts = parts[1:]
        while parts and parts[-1].lower() in small:
            parts = parts[:-1]
        return pascal(parts)

    def _constant(self, name: str, pointer: str, siblings: tuple[str, ...]) -> str:
        """The value of a required property that has only one."""
        required = self._schemas.whole(pointer).required
        values = [value for key, value in self._constants(pointer).items() if key in required]
        return pascal(words(values[0])) if values else ""

    def _reference(self, name: str, pointer: str, siblings: tuple[str, ...]) -> str:
        """The names of the components that a branch refers to, alone or in an allOf."""
        stated = self._schemas.keywords_at(pointer)
        references = filter(None, map(reference_of, (stated, *as_array(stated.get("allOf")))))
        keys = [last_token(each) for each in references if is_component(each.removeprefix("#"))]
        return pascal([word for key in keys for word in words(key)])

    def _unique_property(self, name: str, pointer: str, siblings: tuple[str, ...]) -> str:
        """The first property that only this branch has, or requires."""
        schema = self._schemas.whole(pointer)
        others = [self._schemas.whole(other) for other in siblings if other != pointer]
        shared = {key for other in others for key in other.properties}
        unique = sorted(key for key in schema.properties if key not in shared)
        if not unique:
            required = {key for other in others for key in other.required}
            unique = sorted(key for key in schema.required if key not in required)
        return "With" + pascal(words(unique[0])) if unique else ""

    def _value(self, name: str, pointer: str, siblings: tuple[str, ...]) -> str:
        """The only value, in whatever case: `green` and `GREEN`."""
        values = {str(value).lower() for value in self._schemas.whole(pointer).values or ()}
        return pascal(words(values.pop())) if len(values) == 1 else ""

    def _unique_constant(self, name: str, pointer: str, siblings: tuple[str, ...]) -> str:
        """The value of the first property that has only one, and another one in each other branch."""
        mine = self._constants(pointer)
        others = [self._constants(other) for other in siblings if other != pointer]
        unique = [key for key in sorted(mine) if all(other.get(key) != mine[key] for other in others)]
        return pascal(words(mine[unique[0]])) if unique else ""

    def _constants(self, pointer: str) -> dict[str, str]:
        """The properties that have only one value."""
        constants = self._constants_at.get(pointer)
        if constants is None:  # each branch of a union is compared with each other one
            properties = self._schemas.whole(pointer).properties
            values_of = {key: self._schemas.whole(at).values for key, at in properties.items()}
            constants = {key: str(each[0]) for key, each in values_of.items() if each is not None and len(each) == 1}
            self._constants_at[pointer] = constants
        return constants

    def _unique_kind(self, name: str, pointer: str, siblings: tuple[str, ...]) -> str:
        """The first property whose values are of another kind in each other branch: `WithLabelsTextList`."""
        mine = self._schemas.whole(pointer).properties
        others = [self._schemas.whole(other).properties for other in siblings if other != pointer]
        for key in sorted(mine):
            kind = self._value_kind(mine[key])
            if kind and all(key not in other or self._value_kind(other[key]) != kind for other in others):
                return f"With{pascal(words(key))}{kind}"
        return ""

    def _unique_value(self, name: str, pointer: str, siblings: tuple[str, ...]) -> str:
        """The first value that only this branch lists, or the items of its lists."""
        others = {value for other in siblings if other != pointer for value in self._listed(other)}
        unique = sorted(value for value in self._listed(pointer) if value not in others)
        return pascal(words(unique[0])) if unique else ""

    def _listed(self, pointer: str, depth: int = 3) -> list[str]:
        """The values that a branch lists, or the items of its lists."""
        schema = self._schemas.whole(pointer)
        if schema.values is None and schema.items and depth:
            return self._listed(schema.items, depth - 1)
        return [str(value) for value in schema.values or () if value is not None]

    def _value_kind(self, pointer: str, depth: int = 3) -> str:
        """What JSON calls a value, with the items of a list: `Text`, `ObjectList`."""
        schema = self._schemas.whole(pointer)
        if schema.items and schema.types == ("array",) and depth:
            return f"{self._value_kind(schema.items, depth - 1)}List"
        return _KINDS.get((schema.types or ("",))[0], "")

    def _kind(self, name: str, pointer: str, siblings: tuple[str, ...]) -> str:
        """What JSON calls such a value."""
        return _KINDS.get((self._schemas.whole(pointer).types or ("",))[0], "Option")
