"""Types and models of the API, made of its schemas; a model is still named by its schema's pointer."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from generator.diagnostics import Origin, Report
from generator.loader.spec import Spec, escape, unescape
from generator.model.api import (
    AliasModel,
    Const,
    Docs,
    EnumModel,
    Field,
    ListOf,
    MapOf,
    Model,
    ModelRef,
    Name,
    ObjectModel,
    Scalar,
    Told,
    TupleOf,
    Type,
    Union,
    UnionModel,
)
from generator.model.facts import docs, facts
from generator.model.schemas import Schema, Schemas
from generator.model.usage import Usage

_STRING_FORMATS = {
    "date": Scalar.DATE,
    "date-time": Scalar.DATETIME,
    "decimal": Scalar.DECIMAL,
    "time": Scalar.TIME,
    "uuid": Scalar.UUID,
    "byte": Scalar.BYTES,
}
_KINDS = {
    Scalar.BOOL: "boolean",
    Scalar.FLOAT: "number",
    Scalar.INT: "number",
    Scalar.NONE: "null",
    Scalar.FILE: "text",
    Scalar.STR: "text",  # joins with known texts; other strings do not join with anything
}


_UNNAMEABLE = re.compile(r'["\\\x00-\x1f]')
"""What no literal of msgspec's `rename` may hold."""

INPUT = "/~input"
"""What the pointer of a schema's input type ends with."""


class Models:
    """The models that were asked for so far, each under the pointer of its schema."""

    def __init__(self, spec: Spec, schemas: Schemas, usage: Usage, report: Report) -> None:
        self._models: dict[str, Model] = {}
        self._pending: list[tuple[Types, str]] = []
        self.received = Types(spec, schemas, usage, report, self, sent=False)
        self.sent = Types(spec, schemas, usage, report, self, sent=True)

    def want(self, types: Types, key: str) -> None:
        """Ask for a model; it is made when all models are."""
        if key not in self._models:
            self._pending.append((types, key))

    def all(self) -> Mapping[str, Model]:
        """All models by the pointers of their schemas; makes what is still pending."""
        while self._pending:
            types, key = self._pending.pop()
            if key not in self._models:
                self._models[key] = types.model(key)
        return self._models

    def __getitem__(self, key: str) -> Model:
        return self.all()[key]


class Types:
    """Types of schemas in one direction: as they are sent, or as they are received."""

    def __init__(
        self, spec: Spec, schemas: Schemas, usage: Usage, report: Report, models: Models, *, sent: bool
    ) -> None:
        self._spec = spec
        self._schemas = schemas
        self._usage = usage
        self._report = report
        self._models = models
        self._sent = sent

    def _ref(self, pointer: str) -> ModelRef:
        """The model of the schema at `pointer`: the input type where it is sent and needs one."""
        key = pointer + INPUT if self._sent and self._usage.is_split(pointer) else pointer
        self._models.want(self, key)
        return ModelRef(key)

    def component(self, pointer: str) -> Type:
        """The type of a component schema: a reference to its model."""
        schema = self._schemas[pointer]
        if schema.values == (None,) or (schema.types == ("null",) and not schema.variants):
            return Scalar.NONE
        return _nullable(self._ref(pointer), self._is_nullable(pointer, ()))

    def type_of(self, pointer: str) -> Type:
        """The type of the schema at `pointer`, null included."""
        end = self._schemas.target(pointer)
        if _is_component(end):
            return self.component(end)
        if self._schemas.raw(end) is False:
            return Scalar.NONE
        schema = self._schemas[end]
        if schema.target:
            return _nullable(self.component(schema.target), schema.nullable)
        return _nullable(self._core(schema), schema.nullable)

    # --- one schema, null set apart

    def _core(self, schema: Schema) -> Type:
        """The type of an inline schema; objects, enums and ambiguous unions become models of their own."""
        if schema.values is not None:
            return self._enum(schema)
        if schema.variants:
            return self._union(schema)
        if schema.types is not None and len(schema.types) > 1:
            return self._join(schema, [self._typed(schema, name) for name in schema.types])
        if schema.types is None:
            return self._any(schema, "what it is")
        return self._typed(schema, schema.types[0])

    def _any(self, schema: Schema, unsaid: str) -> Type:
        """Any value, because the document does not say more."""
        if schema.pointer in self._schemas.widened:
            return Scalar.ANY
        self._report.note(
            "untyped",
            f"{_called(schema.pointer)} does not say {unsaid}, so that is typed `Any`",
            origin=self._spec.origin(schema.pointer),
            hint="nothing needs to be done; a `type` would make the client's type narrower",
        )
        return Scalar.ANY

    def _typed(self, schema: Schema, name: str) -> Type:
        match name:
            case "string":
                return self._string(schema)
            case "integer":
                return Scalar.INT
            case "number":
                return Scalar.FLOAT
            case "boolean":
                return Scalar.BOOL
            case "null":
                return Scalar.NONE
            case "array":
                return self._array(schema)
            case "object":
                return self._object(schema)
            case _:
                self._report.warning(
                    "unknown-type",
                    f"`{name}` is not a type of JSON Schema, so any value is accepted",
                    origin=self._spec.origin(schema.pointer + "/type"),
                    hint="use string, number, integer, boolean, array, object or null",
                )
                return Scalar.ANY

    def _string(self, schema: Schema) -> Type:
        if schema.keywords.get("contentEncoding") == "base64":
            return Scalar.BYTES
        if schema.format == "binary" or "contentMediaType" in schema.keywords:
            return Scalar.FILE
        return _STRING_FORMATS.get(schema.format, Scalar.STR)

    def _array(self, schema: Schema) -> Type:
        if not schema.prefix:
            return ListOf(self.type_of(schema.items) if schema.items else self._any(schema, "what its items are"))
        items = [self.type_of(pointer) for pointer in schema.prefix]
        length = schema.keywords.get("minItems")
        if length == len(items) and (schema.closed_items or schema.keywords.get("maxItems") == length):
            return TupleOf(tuple(items))
        if not schema.closed_items and not schema.items:
            return ListOf(self._any(schema, "what its further items are"))
        return ListOf(self._one_of("~items", schema, [*schema.prefix, *([schema.items] if schema.items else [])]))

    def _object(self, schema: Schema) -> Type:
        if schema.properties:
            return self._ref(schema.pointer)
        return MapOf(self.type_of(schema.extra) if schema.extra else self._any(schema, "what its properties are"))

    def _one_of(self, keyword: str, schema: Schema, pointers: list[str]) -> Type:
        """The type of what may be any of several schemas."""
        if len(pointers) == 1:
            return self.type_of(pointers[0])
        branches = [{"$ref": f"#{pointer}"} for pointer in pointers]
        return self.type_of(self._schemas.make(f"{schema.pointer}/{keyword}", {"anyOf": branches}))

    def _enum(self, schema: Schema) -> Type:
        values = schema.values or ()
        if len(values) == 1:
            return _const(values[0])
        return self._ref(schema.pointer) if _is_listed(values) else _base(values)

    # --- unions

    def _union(self, schema: Schema) -> Type:
        shared = [key for key in schema.properties]
        branches = [pointer for pointer in schema.variants if not self._only_requires(pointer)]
        if not branches:
            return self._typed(schema, schema.types[0]) if schema.types else self._object(schema)
        if shared:
            branches = self._with_base(schema, branches)
        return self._join(schema, [self.type_of(pointer) for pointer in branches])

    def _only_requires(self, pointer: str) -> bool:
        """Whether a branch tells which properties must be there and nothing of what they are."""
        branch = self._schemas[self._schemas.target(pointer)]
        return (
            not (
                branch.target
                or branch.properties
                or branch.values is not None
                or branch.variants
                or branch.items
                or branch.prefix
                or branch.extra
            )
            and (branch.types is None or branch.types == ("object",))
            and bool(branch.required)
        )

    def _with_base(self, schema: Schema, branches: list[str]) -> list[str]:
        """Branches together with the properties that stand beside them; one that has these by itself stays as it is."""
        base = {
            "type": "object",
            "properties": {key: {"$ref": f"#{pointer}"} for key, pointer in schema.properties.items()},
            "required": list(schema.required),
        }
        whole: list[dict[str, Any]] = []
        for branch in branches:
            raw = self._schemas.raw(branch)
            end = self._schemas[self._schemas.target(branch)]
            own = self._schemas[end.target] if end.target else end
            if all(key in own.properties for key in schema.properties):
                whole.append({"$ref": f"#{branch}"})
                continue
            title = raw.get("title") if isinstance(raw, dict) else None
            named = {"title": title} if title else {}
            whole.append(
                {
                    **named,
                    "allOf": [base, raw if isinstance(raw, dict) and "$ref" in raw else {"$ref": f"#{branch}"}],
                }
            )
        at = self._schemas.make(f"{schema.pointer}/~whole", {"anyOf": whole})
        return [f"{at}/anyOf/{index}" for index in range(len(whole))]

    def _join(self, schema: Schema, types: list[Type]) -> Type:
        """A union of types; it becomes a model where JSON alone does not tell its members apart."""
        members = self._flat(types)
        if Scalar.ANY in members:
            return Scalar.ANY
        if len(members) == 1 or not self._is_ambiguous(members):
            return members[0] if len(members) == 1 else Union(tuple(members))
        nullable = Scalar.NONE in members
        return _nullable(self._ref(schema.pointer), nullable)

    def _flat(self, types: list[Type]) -> list[Type]:
        members: dict[Type, None] = {}
        for each in types:
            for member in each.members if isinstance(each, Union) else (each,):
                members[member] = None
        if Scalar.FLOAT in members:
            members.pop(Scalar.INT, None)
        return list(members)

    def _is_ambiguous(self, members: list[Type]) -> bool:
        kinds = [self._kind(member) for member in members if member is not Scalar.NONE]
        if len(kinds) > 1 and "custom" in kinds:
            return True
        return any(kinds.count(kind) > 1 for kind in kinds if kind not in ("text", "number")) or (
            "string" in kinds and "text" in kinds
        )

    def _kind(self, member: Type) -> str:
        """What JSON shows of a type; `custom` is what the client's runtime must decide."""
        match member:
            case ModelRef(key):
                return self._kind_of_schema(key.removesuffix(INPUT))
            case ListOf() | TupleOf():
                return "array"
            case MapOf():
                return "object"
            case Const(value):
                return "text" if isinstance(value, str) else "number"
            case Union():
                return "custom"
            case Scalar():
                return _KINDS.get(member, "string")

    def _kind_of_schema(self, pointer: str) -> str:
        schema = self._schemas[pointer]
        if schema.target:
            return self._kind_of_schema(schema.target)
        if schema.values is not None:
            return "text" if all(isinstance(v, str) for v in schema.values) else "number"
        if schema.variants or schema.types is None or len(schema.types) != 1:
            return "custom"
        if schema.types == ("object",):
            return "custom" if schema.properties and schema.extra else "object"
        if schema.types == ("array",):
            return "array"
        core = self._typed(schema, schema.types[0])
        return _KINDS.get(core, "string") if isinstance(core, Scalar) else "custom"

    # --- the model of a schema

    def model(self, key: str) -> Model:
        """The model under `key`: a schema's pointer, or that and `INPUT`; its own name is still the key."""
        pointer = key.removesuffix(INPUT)
        schema = self._schemas[pointer]
        name = Name(wire=unescape(pointer.rpartition("/")[2]), python=key)
        origin = self._spec.origin(pointer)
        says = docs(self._schemas.raw(pointer))
        if schema.target:
            return AliasModel(name=name, module="", origin=origin, docs=says, type=self.component(schema.target))
        if schema.values is not None and len(schema.values) > 1 and _is_listed(schema.values):
            return _enum_model(schema, name, origin, says)
        if schema.variants:
            return self._union_model(schema, name, origin, says)
        if schema.properties and (schema.types is None or schema.types == ("object",)):
            return self._object_model(schema, name, origin, says)
        if schema.types is not None and len(schema.types) > 1:
            members = self._flat([self._typed(schema, each) for each in schema.types])
            return self._union_or_alias(schema, name, origin, says, members)
        return AliasModel(name=name, module="", origin=origin, docs=says, type=self._core(schema))

    def _union_model(self, schema: Schema, name: Name, origin: Origin, says: Docs) -> Model:
        branches = [pointer for pointer in schema.variants if not self._only_requires(pointer)]
        if not branches and schema.properties:
            return self._object_model(schema, name, origin, says)
        plain = branches
        if schema.properties:
            branches = self._with_base(schema, branches)
        members = self._flat([self.type_of(pointer) for pointer in branches])
        merged = {self._schemas.target(one): self._schemas.target(other) for one, other in zip(plain, branches)}
        return self._union_or_alias(schema, name, origin, says, members, merged)

    def _union_or_alias(
        self,
        schema: Schema,
        name: Name,
        origin: Origin,
        says: Docs,
        members: list[Type],
        merged: Mapping[str, str] = {},
    ) -> Model:
        """A union, or an alias where JSON tells its members apart; `merged` are members by the schemas they are made of."""
        members = [member for member in members if member is not Scalar.NONE] or [Scalar.NONE]
        if Scalar.ANY in members or not self._is_ambiguous(members):
            joined = Scalar.ANY if Scalar.ANY in members else members[0] if len(members) == 1 else Union(tuple(members))
            return AliasModel(name=name, module="", origin=origin, docs=says, type=joined)
        tag, mapping = self._discriminator(schema, merged)
        only_sent = name.python.endswith(INPUT) or self._usage.is_only_sent(schema.pointer)
        return UnionModel(
            name=name,
            module="",
            origin=origin,
            docs=says,
            members=tuple(self._expanded(members, (schema.pointer,))),
            discriminator=tag,
            mapping=mapping,
            told=Told.NEVER if only_sent else Told.BY_CONTENT,
        )

    def _expanded(self, members: Iterable[Type], path: tuple[str, ...]) -> list[Type]:
        """Members with unions among them replaced by what they hold; `path` are the unions that this is part of."""
        flat: dict[Type, None] = {}
        for member in members:
            pointer = member.name.removesuffix(INPUT) if isinstance(member, ModelRef) else ""
            schema = self._schemas[pointer] if pointer else None
            if schema and schema.variants and not schema.properties:
                if pointer not in path:
                    inner = [self.type_of(p) for p in schema.variants if not self._only_requires(p)]
                    present = [each for each in self._flat(inner) if each is not Scalar.NONE]
                    flat.update(dict.fromkeys(self._expanded(present, (*path, pointer))))
            else:
                flat[member] = None
        return list(flat)

    def _discriminator(
        self, schema: Schema, merged: Mapping[str, str]
    ) -> tuple[str | None, tuple[tuple[str, str], ...]]:
        given = schema.discriminator
        if given is None or not isinstance(given.get("propertyName"), str):
            return None, ()
        pointers: dict[str, str] = {}
        stated = given.get("mapping")
        for value, target in stated.items() if isinstance(stated, dict) else ():
            pointer = target.removeprefix("#") if "/" in target else f"/components/schemas/{target}"
            if self._schemas.has(pointer):
                pointers[value] = self._schemas.target(pointer)
            else:
                self._report.warning(
                    "discriminator-mapping",
                    f"the discriminator maps `{value}` to `{target}`, which is not there",
                    origin=self._spec.origin(f"{schema.pointer}/discriminator/mapping"),
                    hint="map it to a schema such as `#/components/schemas/Name`",
                )
        claimed: dict[str, list[str]] = {}
        for end in self._ends(schema, ()):
            if end not in pointers.values():
                for value in self._tags(end, given["propertyName"]):
                    claimed.setdefault(value, []).append(end)
        # what stands for several members, or for a union, says too little: constants tell more
        pointers = {value: ends[0] for value, ends in claimed.items() if len(ends) == 1} | pointers
        return given["propertyName"], tuple(
            (value, self._ref(merged.get(at, at)).name)
            for value, at in pointers.items()
            if not self._schemas[at].variants
        )

    def _ends(self, schema: Schema, path: tuple[str, ...]) -> Iterator[str]:
        """The schemas that a union's variants lead to, those of unions among them included."""
        for end in map(self._schemas.target, schema.variants):
            inner = self._schemas[self._schemas[end].target or end]
            if not inner.variants or inner.properties or schema.properties:
                yield end
            elif inner.pointer not in path:
                yield from self._ends(inner, (*path, inner.pointer))

    def _tags(self, pointer: str, key: str) -> list[str]:
        """The discriminator's values for a member that no mapping names: its constants, else its component's key."""
        schema = self._schemas[pointer]
        at = (self._schemas[schema.target] if schema.target else schema).properties.get(key)
        values = self._schemas[self._schemas.target(at)].values if at else None
        if values:
            return [str(value) for value in values]
        return [unescape(pointer.rpartition("/")[2])] if _is_component(pointer) else []

    def _object_model(self, schema: Schema, name: Name, origin: Origin, says: Docs) -> ObjectModel:
        made: list[Field] = []
        unnamed = False
        only_sent = self._sent or self._usage.is_only_sent(schema.pointer)
        for wire, pointer in schema.properties.items():
            raw = self._schemas.raw(pointer)
            if _UNNAMEABLE.search(wire):
                self._report.warning(
                    "property-name",
                    f"a property is called {wire!r}, which no field can stand for; it is kept in `extra`",
                    origin=self._spec.origin(pointer),
                    hint="nothing needs to be done: read and set it by `extra`",
                )
                unnamed = True
                continue
            read_only = self._schemas.says(pointer, "readOnly")
            if read_only and name.python.endswith(INPUT):
                continue
            one_way = read_only if only_sent else self._schemas.says(pointer, "writeOnly")
            made.append(
                Field(
                    name=Name(wire=wire, python=pointer),
                    type=self.type_of(pointer),
                    required=wire in schema.required and not one_way,
                    read_only=read_only,
                    docs=docs(raw),
                    facts=facts(self._merged(pointer)),
                )
            )
        for wire in schema.required:
            if wire not in schema.properties:
                self._report.note(
                    "required-undeclared",
                    f"{_called(schema.pointer)} requires `{wire}` and does not declare it, so that is typed `Any`",
                    origin=self._spec.origin(schema.pointer),
                    hint="declare the property, or correct its name in `required`",
                )
                at = f"{schema.pointer}/properties/{escape(wire)}"
                made.append(Field(name=Name(wire=wire, python=at), type=Scalar.ANY, required=False, docs=Docs()))
        extra = self.type_of(schema.extra) if schema.extra else Scalar.ANY if unnamed else None
        rule = self._rule(schema)
        if rule:
            says = replace(says, description=f"{says.description}\n\n{rule}".strip())
        return ObjectModel(name=name, module="", origin=origin, docs=says, fields=tuple(made), extra=extra)

    def _rule(self, schema: Schema) -> str:
        """In words, what branches that only say which properties must be there ask for."""
        branches = [pointer for pointer in schema.variants if self._only_requires(pointer)]
        if not branches:
            return ""
        asked = [self._schemas[self._schemas.target(pointer)].required for pointer in branches]
        inferred = any(docs(self._schemas.raw(pointer)).inferred for pointer in branches)
        told = ", or ".join(" and ".join(f"`{key}`" for key in keys) for keys in asked)
        return f"Asks for {told}.{' (Inferred.)' if inferred else ''}"

    def _merged(self, pointer: str) -> Mapping[str, Any]:
        """The keywords that hold for a property: its own, and its schema's where that has no name."""
        raw = self._schemas.raw(pointer)
        own = raw if isinstance(raw, dict) else {}
        end = self._schemas.target(pointer)
        if end == pointer or _is_component(end):
            return own
        return {**self._schemas[end].keywords, **own}

    def _is_nullable(self, pointer: str, seen: tuple[str, ...]) -> bool:
        """Whether null is among the values of a component, or of one that it is another name of."""
        end = self._schemas.target(pointer)
        if end in seen:
            return False
        schema = self._schemas[end]
        others = (*schema.variants, *([schema.target] if schema.target else []))
        return schema.nullable or any(self._is_nullable(other, (*seen, end)) for other in others)


def _enum_model(schema: Schema, name: Name, origin: Origin, says: Docs) -> EnumModel:
    values = {(type(value), value): value for value in schema.values or ()}  # True is equal to 1, and another value
    listed = tuple(values.values())
    return EnumModel(name=name, module="", origin=origin, docs=says, values=listed, base=_base(listed))


def _is_listed(values: tuple[Any, ...]) -> bool:
    """Whether values are worth a type of their own: some are texts or whole numbers, which a type can list."""
    return any(isinstance(value, str) or type(value) is int for value in values)


def _base(values: tuple[Any, ...]) -> Type:
    """What an unknown value of an enum may be."""
    bases = {str: Scalar.STR, bool: Scalar.BOOL, int: Scalar.INT, float: Scalar.FLOAT}
    found = tuple(dict.fromkeys(bases[type(value)] for value in values))
    if Scalar.FLOAT in found:
        found = tuple(each for each in found if each is not Scalar.INT)
    return found[0] if len(found) == 1 else Union(found)


def _const(value: Any) -> Type:
    match value:
        case None:
            return Scalar.NONE
        case bool():
            return Scalar.BOOL
        case str() | int():
            return Const(value)
        case float():
            return Scalar.FLOAT
        case list():
            return ListOf(Scalar.ANY)
        case _:
            return MapOf(Scalar.ANY)


def _nullable(of: Type, nullable: bool) -> Type:
    """The type itself, or a union of it with null."""
    if not nullable or of in (Scalar.ANY, Scalar.NONE):
        return of
    if isinstance(of, Union):
        return of if Scalar.NONE in of.members else Union((*of.members, Scalar.NONE))
    return Union((of, Scalar.NONE))


def _called(pointer: str) -> str:
    """A schema in a message: the last key that somebody chose."""
    tokens = [token for token in pointer.split("/") if token and not token.isdigit() and not token.startswith("~")]
    keywords = ("schema", "items", "properties", "allOf", "oneOf", "anyOf", "additionalProperties", "content")
    named = [token for token in tokens if token not in keywords]
    return f"`{unescape(named[-1])}`" if named else "the schema"


def _is_component(pointer: str) -> bool:
    return pointer.startswith("/components/schemas/") and pointer.count("/") == 3
