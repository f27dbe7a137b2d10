"""What schemas and methods are before they have names: values that can be compared, hashed and sorted.

They are tuples, since they are keys of many mappings, and a tuple is hashed in a quarter of a dataclass's time.
"""

from __future__ import annotations

from typing import NamedTuple

from fledge.openapi.pointer import last_token


class SchemaId(NamedTuple):
    """A schema that may become a model: its pointer, and whether it is the input type of two that the schema has.

    A schema that is sent and received has an input type of its own if it requires a property that is readOnly or
    writeOnly.
    """

    pointer: str
    is_input: bool = False

    def __str__(self) -> str:
        """What names that collide take digits from, and what the configuration may call the model."""
        return f"{self.pointer}/~input" if self.is_input else self.pointer

    @property
    def wire_name(self) -> str:
        """The last key of the pointer: a component's own name."""
        return last_token(self.pointer)


class MethodId(NamedTuple):
    """A method of the client: its operation's pointer, and whether it is the second one, which returns a stream."""

    pointer: str
    is_stream: bool = False

    def __str__(self) -> str:
        """What names that collide take digits from."""
        return f"{self.pointer}/~stream" if self.is_stream else self.pointer
