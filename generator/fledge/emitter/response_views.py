"""The views of a resource: its methods, but they return responses (`client.pets.with_raw_response.get(...)`)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from fledge.emitter.python.layout import Brackets, layout_assigned_call, layout_head, layout_statement

VIEWS = (
    ("with_raw_response", "Raw", "raw", "raw", "The same methods, but they return the response; `body` is the result."),
    (
        "with_streaming_response",
        "Streamed",
        "streamed",
        "stream",
        "The same methods, but they return a response with an unread body, to use in `with`.",
    ),
)
"""The property of each view, how its class begins, the runtime's function that types its methods, its kind, its docs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ResponseView:
    """One view of a resource: the lines of the property that makes it, and of its class."""

    signature: str
    doc: str
    returned: str
    class_name: str
    opening: str
    methods: tuple[str, ...]


def response_views(class_name: str, methods: Iterable[str], *, asynchronous: bool) -> tuple[ResponseView, ...]:
    """Return the views of the class of a resource that has these methods."""
    start = "async_" if asynchronous else ""
    return tuple(
        ResponseView(
            signature=layout_head(f"def {name}", ["self"], f" -> _{prefix}{class_name}:", 4),
            doc=f'"""{doc}"""',
            returned=layout_statement(
                8, Brackets(f"return _{prefix}{class_name}(", (f'self._returning("{kind}")',), ")")
            ),
            class_name=f"_{prefix}{class_name}",
            opening=layout_head("def __init__", ["self", f"resource: {class_name}"], " -> None:", 4),
            methods=tuple(
                layout_assigned_call(8, f"self.{method}", Brackets(f"{start}{function}(", (f"resource.{method}",), ")"))
                for method in methods
            ),
        )
        for name, prefix, function, kind, doc in VIEWS
    )
