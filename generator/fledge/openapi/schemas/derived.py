"""Pointers of schemas that are derived from those of the description, and the tokens of all schemas' pointers."""

from __future__ import annotations

import re
from enum import StrEnum

from fledge.openapi.pointer import unescape

_COMPONENTS = "/components/schemas/"


class Derivation(StrEnum):
    """A schema that the builder derives from another one, since the description has none like it.

    Its pointer is below that of the other one, by a token that no key of a document can have (RFC 6901, 3): so it has
    an owner, a source and a name like any schema.
    """

    ITEMS = "~items"
    """Any item of an array whose items are of several kinds."""
    VALUES = "~values"
    """Any value of a map whose values are of several kinds."""
    WHOLE = "~whole"
    """A union whose variants have the properties beside it, too."""
    BOTH = "~both"
    """A property that two members of an allOf declare."""
    EITHER = "~either"
    """A property that several conditions declare."""
    OBJECT = "~object"
    """The objects of a schema that allows other types, too."""
    SUBTYPES = "~subtypes"
    """Any of the schemas that extend one with a discriminator, or that one itself."""
    OTHERWISE = "~otherwise"
    """Any value of a property that only a condition names."""
    DATA = "~data"
    """The data of any event of a stream."""


_DERIVATIONS = frozenset(Derivation)
_DERIVED = re.compile(rf"/(?:{'|'.join(Derivation)})(?=/|$)")
_SUBTYPE_BRANCH = f"/{Derivation.SUBTYPES}/anyOf/"


def derived_pointer(pointer: str, derivation: Derivation) -> str:
    """Where a derived schema is."""
    return f"{pointer}/{derivation}"


def is_subtype_branch(pointer: str) -> bool:
    """Whether a schema is a branch of a derived union of subtypes."""
    return _SUBTYPE_BRANCH in pointer and pointer.rpartition("/anyOf/")[0].endswith(f"/{Derivation.SUBTYPES}")


def document_pointer(pointer: str) -> str:
    """A pointer of the document: that of the schema from which the one at `pointer` is derived, or else itself."""
    derived = _DERIVED.search(pointer) if "/~" in pointer else None
    return pointer[: derived.start()] if derived else pointer


def raw_tokens(pointer: str) -> list[str]:
    """The tokens of a pointer as they are spelled there, those of derived schemas included."""
    return pointer.split("/")[1:]


def document_tokens(pointer: str) -> list[str]:
    """The unescaped tokens of a pointer without those of derived schemas."""
    return [unescape(token) for token in raw_tokens(pointer) if token not in _DERIVATIONS]


def is_component(pointer: str) -> bool:
    """Whether a schema is one of the description's components, and not inside of something."""
    return pointer.startswith(_COMPONENTS) and pointer.find("/", len(_COMPONENTS)) < 0


def component_around(pointer: str) -> str:
    """The component that a schema is, or is inside of; "" for those of operations."""
    if not pointer.startswith(_COMPONENTS):
        return ""
    end = pointer.find("/", len(_COMPONENTS))
    return pointer if end < 0 else pointer[:end]
