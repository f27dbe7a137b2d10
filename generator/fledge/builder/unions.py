"""Unions: which branches are variants, and what stands beside them."""

from __future__ import annotations

from fledge.builder.docs import read_docs
from fledge.openapi.json_values import JSON, has_type
from fledge.openapi.schemas.declared import declares_more
from fledge.openapi.schemas.derived import Derivation, derived_pointer, is_component
from fledge.openapi.schemas.schema import Schema
from fledge.openapi.schemas.schemas import Schemas


class UnionReader:
    """The variants of schemas with oneOf or anyOf, as pointers."""

    def __init__(self, schemas: Schemas) -> None:
        self._schemas = schemas
        self._around: dict[str, tuple[str, ...]] = {}
        """For each whole variant, the schemas that it and the whole variants around it are made of."""

    def variants(self, schema: Schema) -> list[str]:
        """The branches that are types; branches that only limit the values of the schema around them are none.

        Nor is the branch of a whole variant that leads back to what this one is made of: it allows no further value.
        """
        around = self._around.get(schema.pointer, ())
        branches = [
            pointer
            for pointer in schema.variants
            if not self._only_limits(schema, pointer) and self._is_possible(schema, pointer)
        ]
        return (
            [pointer for pointer in branches if self._schemas.whole(pointer).pointer not in around]
            if around
            else branches
        )

    def whole_variants(self, schema: Schema) -> list[str]:
        """The branches that are types, each with what stands beside the union."""
        branches = self.variants(schema)
        is_object = schema.properties or schema.required or schema.additional_properties
        is_plain = any(self._only_limits(schema, pointer) for pointer in schema.variants)
        if branches and is_object:
            return self._with_base(schema, branches, is_plain=is_plain)
        # A type that is not stated is only what a keyword is about: `minimum` lets every text pass.
        types = schema.types or (("object",) if is_plain else None)
        if branches and types and (is_plain or types != ("object",) and schema.states_types):
            return self._with_types(schema, types, branches, is_plain=is_plain)
        return branches

    def requirement(self, schema: Schema) -> str:
        """In words, what branches that only require properties ask for; "" if there are none."""
        if not schema.variants:
            return ""
        branches = [pointer for pointer in schema.variants if self._only_limits(schema, pointer)]
        required = [self._schemas.whole(pointer).required for pointer in branches]
        if not branches or not all(required):
            return ""
        inferred = any(read_docs(self._schemas.raw(pointer)).inferred for pointer in branches)
        names = ", or ".join(" and ".join(f"`{key}`" for key in keys) for keys in required)
        return f"Asks for {names}.{' (Inferred.)' if inferred else ''}"

    def required_by_branches(self, schema: Schema) -> list[str]:
        """The properties that branches ask for which say nothing else of the value."""
        branches = [pointer for pointer in schema.variants if self._only_limits(schema, pointer)]
        return [key for pointer in branches for key in self._schemas.whole(pointer).required]

    def _is_possible(self, schema: Schema, pointer: str) -> bool:
        """Whether a branch has a type that the schema around it allows, as far as both say so."""
        whole = self._schemas.whole(pointer)
        types = whole.types
        if schema.types is None or not schema.states_types:
            return True
        if whole.values is not None:
            return any(has_type(value, schema.types) for value in whole.values)
        if types is None:
            return True
        return any(each in schema.types or (each == "integer" and "number" in schema.types) for each in types) or (
            "number" in types and "integer" in schema.types
        )

    def _with_types(self, schema: Schema, types: tuple[str, ...], branches: list[str], *, is_plain: bool) -> list[str]:
        """Branches with the types beside them; one that has these already stays as it is.

        If `is_plain`, a value may be of none of them: another branch only limits it.
        """
        whole: list[dict[str, JSON]] = [
            (
                {"$ref": f"#{branch}"}
                if not schema.types or self._schemas.whole(branch).types in (types, ("integer",))
                else {"allOf": [{"type": list(types)}, {"$ref": f"#{branch}"}]}
            )
            for branch in branches
        ]
        if is_plain:
            whole.append({"type": list(types), **({"format": schema.format} if schema.format else {})})
        at = self._schemas.derive(derived_pointer(schema.pointer, Derivation.WHOLE), {"anyOf": whole})
        return [f"{at}/anyOf/{index}" for index in range(len(whole))]

    def _only_limits(self, schema: Schema, pointer: str) -> bool:
        """Whether a branch says which values of a schema are allowed, and nothing of what they are.

        Such a branch names properties that must be there, or a bound for the type that the schema has itself.
        """
        branch = self._schemas[self._schemas.target(pointer)]
        if (
            branch.target
            or branch.properties
            or branch.values is not None
            or branch.variants
            or branch.items
            or branch.prefix
            or branch.additional_properties
            or branch.format
            or branch.nullable
            or branch.content_encoding is not None
            or branch.content_media_type is not None
        ):
            return False
        if branch.required and branch.types in (None, ("object",)):
            return True
        has_same_types = branch.types == schema.types or not branch.states_types
        return schema.types is not None and has_same_types and branch.is_limited

    def _with_base(self, schema: Schema, branches: list[str], *, is_plain: bool) -> list[str]:
        """Branches with the properties beside them; one that repeats these stays as it is, and so does a component.

        If `is_plain`, an object may be of none of them: another branch only asks for properties that all have.
        """
        extra = schema.additional_properties
        properties: dict[str, JSON] = {key: {"$ref": f"#{pointer}"} for key, pointer in schema.properties.items()}
        base: dict[str, JSON] = {
            "type": "object",
            "properties": properties,
            "required": list(schema.required),
            **({"additionalProperties": {"$ref": f"#{extra}"}} if extra else {}),
        }
        whole: list[dict[str, JSON]] = []
        for branch in branches:
            whole_branch = self._schemas.whole(branch)
            is_object = bool(schema.properties or whole_branch.properties)
            if not is_object or self._repeats(whole_branch, schema):
                whole.append({"$ref": f"#{branch}"})
                continue
            stated = self._schemas.keywords_at(branch)
            title = stated.get("title")
            both = [base, stated if "$ref" in stated else {"$ref": f"#{branch}"}]
            whole.append({**({"title": title} if title else {}), "allOf": both})
        if is_plain:
            others: dict[str, JSON] = {key: {} for key in self.required_by_branches(schema) if properties}
            whole.append({**base, "properties": {**others, **properties}})
        at = self._schemas.derive(derived_pointer(schema.pointer, Derivation.WHOLE), {"anyOf": whole})
        variants = [f"{at}/anyOf/{index}" for index in range(len(whole))]
        around = self._around.get(schema.pointer, ())
        self._around |= {one: (*around, self._schemas.whole(branch).pointer) for one, branch in zip(variants, branches)}
        return variants

    def _repeats(self, branch: Schema, base: Schema) -> bool:
        """Whether a branch declares the properties of its base, and asks for all that the base asks for.

        A component only needs to declare all that is in them: its own class is worth more than what the base asks for.
        """
        if not all(key in branch.properties for key in base.properties):
            return False
        if base.additional_properties and not branch.additional_properties:
            return False
        if is_component(branch.pointer):
            whole, properties = self._schemas.whole, branch.properties
            return not any(declares_more(whole, pointer, properties[key]) for key, pointer in base.properties.items())
        return all(key in branch.required for key in base.required) and all(
            self._is_kept(pointer, branch.properties[key]) for key, pointer in base.properties.items()
        )

    def _is_kept(self, base: str, branch: str) -> bool:
        """Whether a property of a branch is one of its base already, or a narrower one."""
        stated, repeated = (self._schemas[self._schemas.target(pointer)] for pointer in (base, branch))
        if stated.pointer == repeated.pointer or stated.says_nothing and stated.types is None:
            return True
        if stated.target:
            return repeated.target == stated.target
        if stated.properties or stated.items or stated.prefix or stated.additional_properties or stated.variants:
            return False
        return repeated.values is not None or repeated.target is not None or repeated.types == stated.types
