"""The views of a resource: its methods, but they return responses (`client.pets.with_raw_response.get(...)`)."""

from __future__ import annotations

from collections.abc import Sequence

from fledge.emitter.python.layout import (
    Brackets,
    layout_assigned_call,
    layout_class,
    layout_head,
    layout_statement,
    line_that_fits,
)
from fledge.quick_dataclass import quick_dataclass

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


NESTING = ("NestedView", "ResponseView")
"""The runtime's names that views of what holds resources need."""


@quick_dataclass(frozen=True, slots=True, kw_only=True)
class ResponseView:
    """One view of a resource or client: the lines of the property that makes it, and of its class.

    `nested` are the lines that lead to the views of the resources in it; then `start` begins the constructor.
    """

    signature: str
    doc: str
    returned: str
    class_line: str
    nested: tuple[str, ...]
    opening: str
    start: str
    methods: tuple[str, ...]


def response_views(
    class_name: str, methods: Sequence[str], nested: Sequence[str] = (), *, asynchronous: bool
) -> tuple[ResponseView, ...]:
    """Return the views of the class of a resource that has these methods, and the `nested` resources."""
    start = "async_" if asynchronous else ""
    return tuple(
        ResponseView(
            signature=layout_head(f"def {name}", ["self"], f" -> _{prefix}{class_name}:", 4),
            doc=f'"""{doc}"""',
            returned=layout_statement(
                8,
                Brackets(f"return _{prefix}{class_name}(", (f'self._returning("{kind}")' if methods else "self",), ")"),
            ),
            class_line=(
                layout_class(f"_{prefix}{class_name}", [f"ResponseView[{class_name}]"])
                if nested
                else f"class _{prefix}{class_name}:"
            ),
            nested=tuple(_nested(each, class_name, name) for each in nested),
            opening=layout_head("def __init__", ["self", f"resource: {class_name}"], " -> None:", 4) if methods else "",
            start="super().__init__(resource)" if nested else "",
            methods=tuple(
                line_that_fits(8, f"self.{method} = {start}{function}(resource.{method})")
                or layout_assigned_call(
                    8, f"self.{method}", Brackets(f"{start}{function}(", (f"resource.{method}",), ")")
                )
                for method in methods
            ),
        )
        for name, prefix, function, kind, doc in VIEWS
    )


def _nested(attribute: str, class_name: str, view: str) -> str:
    """Return the line that leads to the view of a resource in the class of another one, or of a client."""
    find = f"lambda of: of.{attribute}.{view}"
    return layout_assigned_call(4, attribute, Brackets("NestedView(", (class_name, find), ")"))
