"""Views of operations, of their bodies and responses, and of webhooks (OpenAPI 3.2.0, 4.9 to 4.19)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from fledge.openapi.document import Spec
from fledge.openapi.json_values import as_strings
from fledge.openapi.objects import METHODS
from fledge.openapi.path_template import server_path, split_server
from fledge.openapi.pointer import escape, join
from fledge.openapi.views.media_types import ContentView
from fledge.openapi.views.node import Node
from fledge.openapi.views.parameters import HeaderView, ParameterView
from fledge.quick_dataclass import quick_dataclass


class RequestBodyView(ContentView):
    """A Request Body Object."""

    __slots__ = ()

    @property
    def is_required(self) -> bool | None:
        """Whether a request must have it; None if the description does not say."""
        return self.raw["required"] is True if "required" in self.raw else None


class ResponseView(ContentView):
    """A Response Object."""

    __slots__ = ()

    @property
    def headers(self) -> Iterator[tuple[str, HeaderView]]:
        """The documented headers with their names."""
        return ((name, HeaderView(*self.resolve("headers", name))) for name in self.object("headers"))

    @property
    def has_content(self) -> bool:
        """Whether it says what it holds, even if that is nothing."""
        return "content" in self.raw


@quick_dataclass(frozen=True, slots=True)
class OperationView(Node):
    """An Operation Object with the path and the method that it is found by."""

    path: str
    http_method: str
    """The key in the path item: `get`, or a method of `additionalOperations` as that spells it."""
    server: str = ""
    """What tells its server from that of another operation with this method and path, such as `/federation/v1`."""

    @property
    def operation_id(self) -> str | None:
        """The `operationId`."""
        return self.text("operationId")

    @property
    def key(self) -> str:
        """What the configuration calls the operation: `GET /pets`, or `GET /pets @ /v1` if several servers have it."""
        path = server_path(self.path, self.server) if self.server else self.path
        return f"{self.http_method.upper()} {path}"

    @property
    def tags(self) -> tuple[str, ...]:
        """The names of its tags."""
        return tuple(as_strings(self.raw.get("tags")))

    @property
    def parameters(self) -> Iterator[ParameterView]:
        """Its parameters, those of its path item included, since the loader puts them there."""
        for index, node in enumerate(self.array("parameters")):
            yield ParameterView(*self.follow(f"{self.pointer}/parameters/{index}", node))

    @property
    def request_body(self) -> RequestBodyView | None:
        """Its request body."""
        return RequestBodyView(*self.resolve("requestBody")) if "requestBody" in self.raw else None

    @property
    def statuses(self) -> list[str]:
        """The documented statuses, ranges and `default`, sorted; no extensions."""
        return [status for status in sorted(self.object("responses")) if not status.startswith("x-")]

    def response(self, status: str) -> ResponseView:
        """The response of one of `statuses`."""
        return ResponseView(*self.follow(f"{self.pointer}/responses/{escape(status)}", self.raw["responses"][status]))

    @property
    def security(self) -> list[Mapping[str, list[str]]] | None:
        """The alternatives of required schemes with their scopes; None if nothing is required."""
        stated = self.raw.get("security")
        if not isinstance(stated, list):
            return None
        return [
            {scheme: as_strings(scopes) for scheme, scopes in each.items()} for each in stated if isinstance(each, dict)
        ]

    @property
    def callbacks(self) -> Iterator[tuple[str, OperationView]]:
        """The operations of its callbacks, each with the callback's key."""
        for key in self.object("callbacks"):
            _, pointer, callback = self.resolve("callbacks", key)
            for expression, item in callback.items():
                for method in METHODS:
                    if isinstance(item, dict) and isinstance(item.get(method), dict):
                        at = join(pointer, expression, method)
                        yield key, OperationView(self.spec, at, item[method], expression, method)


def all_operations(spec: Spec) -> Iterator[OperationView]:
    """All operations of the paths, in the order of the description.

    Methods that OpenAPI has no key for are in `additionalOperations` (OpenAPI 3.2.0, 4.9.1).
    """
    paths = spec.root.get("paths")
    for key, item in paths.items() if isinstance(paths, dict) else ():
        if not isinstance(item, dict) or key.startswith("x-"):
            continue
        at = f"/paths/{escape(key)}"
        path, server = split_server(key)
        for method in METHODS:
            if method in item and isinstance(raw := item[method], dict):
                yield OperationView(spec, f"{at}/{method}", raw, path, method, server)
        others = item.get("additionalOperations")
        for method, raw in others.items() if isinstance(others, dict) else ():
            if isinstance(raw, dict):
                yield OperationView(spec, join(at, "additionalOperations", method), raw, path, method, server)


def webhook_operations(spec: Spec) -> Iterator[tuple[str, OperationView]]:
    """The operations of webhooks, each with the webhook's key."""
    webhooks = spec.root.get("webhooks")
    for key, item in webhooks.items() if isinstance(webhooks, dict) else ():
        for method in METHODS:
            if isinstance(item, dict) and isinstance(raw := item.get(method), dict):
                yield key, OperationView(spec, f"/webhooks/{escape(key)}/{method}", raw, key, method)
