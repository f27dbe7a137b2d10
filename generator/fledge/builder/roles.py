"""The role of a schema: what it is to the operation, component or property that it belongs to, whichever that is."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum, auto

from fledge.builder.directions import SchemaDirections
from fledge.builder.identities import SchemaId
from fledge.openapi.document import Spec
from fledge.openapi.pointer import last_token, nearest, unescape
from fledge.openapi.schemas.derived import Derivation, component_around, raw_tokens
from fledge.openapi.schemas.schemas import Schemas
from fledge.openapi.views.operations import all_operations
from fledge.quick_dataclass import quick_dataclass

_ROOTS = frozenset({"schema", "itemSchema"})
"""The keys of the outermost schemas that are no components."""

_STARTS: Mapping[str, int] = {"parameters": 2, "additionalOperations": 4}
"""Where what a path item or operation holds begins, by the token behind the path; for others, behind the method."""

_PARTS: Mapping[str, str] = {
    **dict.fromkeys(("oneOf", "anyOf"), "variant"),
    **dict.fromkeys(("items", "prefixItems", Derivation.ITEMS), "item"),
    **dict.fromkeys(("additionalProperties", "patternProperties", Derivation.VALUES), "value"),
    **{each: each.value for each in (Derivation.SUBTYPES, Derivation.OBJECT, Derivation.DATA)},
}
"""What a schema is to the one that it is inside of, by the token between them."""


class RootKind(Enum):
    """What the outermost schema of a pointer describes."""

    COMPONENT = auto()
    REQUEST = auto()
    RESPONSE = auto()
    ERROR = auto()
    PARAMETER = auto()
    EVENT = auto()


@quick_dataclass(frozen=True, slots=True, kw_only=True)
class SchemaRoot:
    """The outermost schema that a pointer leads into: `pointer` is its own.

    `name` is that of a parameter, the status of an operation's response, or the key of a component. `role` is its own.
    """

    kind: RootKind
    name: str
    role: str
    pointer: str
    is_component: bool

    def inner(self, pointer: str) -> list[str]:
        """The tokens of a pointer behind that of the root."""
        return pointer[len(self.pointer) + 1 :].split("/") if pointer != self.pointer else []


class SchemaRoles:
    """The roles of the schemas of a description."""

    def __init__(self, spec: Spec, schemas: Schemas, directions: SchemaDirections) -> None:
        self._schemas = schemas
        self._directions = directions
        self._roots: dict[str, SchemaRoot] = {}
        """The roots of pointers, by their own and by those that were asked for."""
        self._errors: dict[str, bool] = {}
        """Whether each response that operations have is one of an error, by its pointer."""
        for operation in all_operations(spec):
            for status in operation.statuses:
                is_error = status[:1] in ("4", "5") or status == "default" and len(operation.statuses) > 1
                self._errors.setdefault(operation.response(status).pointer, is_error)

    def of(self, schema: SchemaId, *, is_enum: bool) -> str:
        """The role of a schema, such as `received property error`. A component's is its name.

        An enum is the same type in both directions; what can be absent of an object is not.
        """
        root = self.root(schema.pointer)
        direction = "" if is_enum else self._directions.of(schema.pointer)
        role = root.role
        tokens = iter(root.inner(schema.pointer))
        for token in tokens:
            if token in ("properties", "$defs"):
                role = f"{direction} property {next(tokens, '')}"
            elif token in _PARTS:
                role = f"{_PARTS[token]} of {role}"
                if token == "patternProperties":
                    next(tokens, None)
        return role

    def root(self, pointer: str) -> SchemaRoot:
        """The outermost schema that a pointer leads into."""
        around = component_around(pointer) or nearest(pointer, self._roots)
        if around in self._roots:
            root = self._roots[pointer] = self._roots[around]
            return root
        root = self._find_root(raw_tokens(pointer))
        if root.pointer.startswith("/components/schemas/") or last_token(root.pointer) in _ROOTS:
            self._roots[root.pointer] = root  # whatever is inside has the same one
        return root

    def _find_root(self, tokens: list[str]) -> SchemaRoot:
        start = 0 if tokens[0] == "components" else _STARTS.get(tokens[2] if len(tokens) > 2 else "", 3)
        kind, name = self._kind(tokens, start)
        if tokens[:2] == ["components", "schemas"]:
            end = 3
        else:
            behind = range(start + 2, len(tokens))
            end = next((i + 1 for i in behind if tokens[i] in _ROOTS), len(tokens))
            name = f"{name} header {tokens[end - 2]}" if "headers" in tokens[start:end] else name
        return SchemaRoot(
            kind=kind,
            name=name,
            role=f"{kind.name} {name}" if kind in (RootKind.COMPONENT, RootKind.PARAMETER) else kind.name,
            pointer="/" + "/".join(tokens[:end]),
            is_component=start == 0,
        )

    def _kind(self, tokens: list[str], start: int) -> tuple[RootKind, str]:
        holder = "/" + "/".join(tokens[: start + 2 if start else 3])
        name = tokens[start + 1] if start and len(tokens) > start + 1 else "/".join(tokens[1:3])
        if tokens[0] == "webhooks":
            return RootKind.EVENT, name
        match tokens[start or 1 : (start or 1) + 1]:
            case ["callbacks"]:
                return RootKind.EVENT, name
            case ["responses"]:
                return RootKind.ERROR if self._errors.get(holder) else RootKind.RESPONSE, name
            case ["requestBody" | "requestBodies"]:
                return RootKind.REQUEST, name
            case ["parameters"]:
                return RootKind.PARAMETER, str(self._schemas.raw(holder).get("name"))
            case _:
                return RootKind.COMPONENT, name

    def properties(self, pointer: str) -> tuple[list[str], str]:
        """The names of the properties that a pointer leads through, the outermost first, and the schema of the last."""
        root = self.root(pointer)
        inner = root.inner(pointer)
        names: list[str] = []
        last = 0
        tokens = enumerate(inner)
        for index, token in tokens:
            if token in ("properties", "$defs", "patternProperties"):
                _, name = next(tokens, (0, ""))
                if token != "patternProperties":
                    names.append(unescape(name))
                    last = index
        return names, "/".join([root.pointer, *inner[:last]])
