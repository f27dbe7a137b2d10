"""Candidate names of models that several inline schemas share, made of what all their positions have in common."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cached_property
from typing import assert_never

from fledge.builder.drafts import EnumDraft, ObjectDraft
from fledge.builder.equal_schemas import JoinedModels
from fledge.builder.identities import MethodId, SchemaId
from fledge.builder.names.operations import OperationName
from fledge.builder.names.paths import starts_with_verb
from fledge.builder.names.resolve import case_folded_module, truncate_name
from fledge.builder.names.schemas import SchemaNames, class_candidate, response_word
from fledge.builder.names.variants import is_sentence
from fledge.builder.names.words import pascal, pascal_name, singular, words
from fledge.builder.roles import RootKind, SchemaRoles
from fledge.openapi.pointer import last_token, nearest, parent
from fledge.openapi.schemas.schemas import Schemas

_MOST = 4
"""So many names of single positions are candidates."""
_FEW = 2
"""So many fields or values can be in a name."""
_SMALL = frozenset({"a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"})


class SharedNames:
    """Candidate names and owners of all models."""

    def __init__(
        self,
        schemas: Schemas,
        names: SchemaNames,
        joined: JoinedModels,
        roles: SchemaRoles,
        operations: Mapping[MethodId, OperationName],
    ) -> None:
        self._schemas = schemas
        self._names = names
        self._joined = joined
        self._roles = roles
        self._operations = operations
        self._pointers = dict.fromkeys(each.pointer for each in joined.representatives)
        self._outer: dict[SchemaId, SchemaId | None] = {}
        self._owners: dict[SchemaId, list[str]] = {}

    def owner(self, schema: SchemaId) -> str:
        """The pointer of what the module of a model is named after: a component, an operation, or the model itself."""
        owners = self._all_owners(schema)
        if len(owners) == 1:
            return owners[0]
        around = self._around(schema)
        return schema.pointer if around is None else self.owner(around)

    def _all_owners(self, schema: SchemaId) -> list[str]:
        """The pointers of the components and operations that all schemas of a model are in."""
        owners = self._owners.get(schema)
        if owners is None:
            owners = list(dict.fromkeys(self._names.owner(each) for each in self._joined.occurrences[schema]))
            self._owners[schema] = owners
        return owners

    def all_candidates(self) -> dict[SchemaId, Iterator[str]]:
        """Class names for all models, the best first; each is made when it is asked for.

        What several schemas share is never called like a model that only one schema has.
        """
        is_shared = self._joined.is_shared
        return {id: (self._candidates if is_shared(id) else self._names.candidates)(id) for id in self._joined.drafts}

    @cached_property
    def _names_of_single(self) -> Collection[str]:
        """The best names of the models that only one schema has."""
        single = (id for id in self._joined.drafts if not self._joined.is_shared(id))
        return {case_folded_module(next(self._names.candidates(id))) for id in single}

    def _candidates(self, schema: SchemaId) -> Iterator[str]:
        end = "Input" if schema.is_input else ""
        passed: set[str] = set()
        for plain in self._plain_candidates(schema):
            name = truncate_name(f"{class_candidate(plain)}{end}") if plain else ""
            if name and name not in passed and case_folded_module(name) not in self._names_of_single:
                passed.add(name)
                yield name
        yield from self._names.candidates(schema)

    def _plain_candidates(self, schema: SchemaId) -> Iterator[str]:
        common = self._shared(schema)
        yield from common
        if common and (content := self._content_words(schema)):
            yield f"{common[0]}{content}"
        names = [self._names.plain(each.pointer) for each in self._joined.occurrences[schema]]
        yield from sorted(names, key=lambda name: (len(name), name))[:_MOST]

    def _shared(self, schema: SchemaId) -> list[str]:
        """Names without regard to what else is called so, the best first."""
        return [*self._titles(schema), *self._by_position(schema)]

    def _by_position(self, schema: SchemaId) -> list[str]:
        occurrences = self._joined.occurrences[schema]
        around = self._around(schema)
        if around is not None:
            outer, name = self._names.plain(around.pointer), self._names.plain(schema.pointer)
            if self._joined.is_shared(around) and name.startswith(outer):
                return [f"{each}{name.removeprefix(outer)}" for each in self._shared(around)]
            return []
        common = self._common_owner(schema)
        properties, holder = self._roles.properties(occurrences[0].pointer)
        if not properties:
            return self._roots(schema, common)
        name = self._names.plain(schema.pointer).removeprefix(self._names.plain(holder))
        around_it = properties[:-1]
        if around_it:
            others = (self._roles.properties(each.pointer)[0] for each in occurrences[1:])
            around_it = _common_end([around_it, *(names[:-1] for names in others)])
        parents = [
            pascal([word for each in around_it[-count:] for word in words(each)]) for count in (1, 2) if around_it
        ]
        inner = [f"{each}{name}" for each in parents or ("",)]
        return [*dict.fromkeys(f"{common}{each}" for each in (inner[0], name))] if common else inner

    def _content_words(self, schema: SchemaId) -> str:
        """What tells a small model from others in the same role: `WithCode`, `AscOrDesc`; nothing for larger ones."""
        draft = self._joined.drafts[schema]
        if isinstance(draft, ObjectDraft) and len(draft.fields) <= _FEW:
            return "With" + "And".join(pascal(words(field.wire)) for field in draft.fields)
        if isinstance(draft, EnumDraft) and len(draft.values) <= _FEW:
            values = [words(str(value)) for value in draft.values]
            return "Or".join(word.capitalize() for [word] in values) if all(len(each) == 1 for each in values) else ""
        return ""

    def _common_owner(self, schema: SchemaId) -> str:
        """The name of the operation or component that all schemas are in, or the words that their names share."""
        owners = self._all_owners(schema)
        if len(owners) == 1:
            return self._names.plain(owners[0])
        return pascal(_common_words(map(self._owner_words, owners)))

    def _owner_words(self, owner: str) -> list[str]:
        operation = self._operations.get(MethodId(owner))
        return operation.words if operation else words(last_token(owner))

    def _common_resource(self, schema: SchemaId) -> str:
        """The resource of all operations that schemas are in, if it is one."""
        owners = [self._operations.get(MethodId(each)) for each in self._all_owners(schema)]
        resources = list(dict.fromkeys(owner.resource for owner in owners if owner))
        return pascal(words(resources[0])) if len(resources) == 1 and all(owners) else ""

    def _titles(self, schema: SchemaId) -> list[str]:
        """The title, if all schemas have the same and it says more than the name of the property."""
        if isinstance(self._joined.drafts[schema], EnumDraft):
            return []
        raw = [self._schemas.keywords_at(each.pointer) for each in self._joined.occurrences[schema]]
        titles = {str(each.get("title", "")): None for each in raw}
        text = next(iter(titles))
        title = "" if is_sentence(text) else pascal(words(text))
        is_name = title.casefold() != pascal(words(last_token(schema.pointer))).casefold()
        return [title] if len(titles) == 1 and title and is_name else []

    def _around(self, schema: SchemaId) -> SchemaId | None:
        """The model around all occurrences of one, if that is the same."""
        if schema not in self._outer:
            first, *others = self._joined.occurrences[schema]
            around = self._nearest(first)
            is_same = around is not None and all(self._nearest(each) == around for each in others)
            self._outer[schema] = around if is_same else None
        return self._outer[schema]

    def _nearest(self, schema: SchemaId) -> SchemaId | None:
        """The model of the nearest schema around one, of the same direction if that has two."""
        pointer = nearest(parent(schema.pointer), self._pointers)
        if pointer is None:
            return None
        representatives = self._joined.representatives
        around = representatives.get(SchemaId(pointer, schema.is_input))
        return around or representatives[SchemaId(pointer, not schema.is_input)]

    def _roots(self, schema: SchemaId, common: str) -> list[str]:
        """Names of schemas that are no property: of bodies and parameters, of their items and variants."""
        occurrences = self._joined.occurrences[schema]
        roots = [self._roles.root(each.pointer) for each in occurrences]
        first = roots[0]
        end = self._names.plain(occurrences[0].pointer).removeprefix(self._names.plain(first.pointer))
        components = {each.pointer: None for each in roots if each.is_component}
        if len(components) == 1:
            return [f"{self._names.plain(pointer)}{end}" for pointer in components]
        match first.kind:
            case RootKind.ERROR:
                statuses = {each.name: None for each in roots}
                word = response_word(first.name) if len(statuses) == 1 and not components else "ErrorResponse"
                return [f"{common}{word}{end}", f"{common}ErrorResponse{end}"]
            case RootKind.RESPONSE:
                return [f"{common or self._common_resource(schema) or 'Success'}Response{end}"]
            case RootKind.REQUEST:
                common = common or self._common_resource(schema)
                content = self._content_words(occurrences[0])
                return [f"{common}Request{end}"] if common else [f"Request{content}"] if content and not end else []
            case RootKind.EVENT:
                return [f"{common}Webhook{end}"] if common else []
            case RootKind.PARAMETER:
                name = pascal_name(first.name)
                return [f"{name}{end}", f"{common}{name}{end}"]
            case RootKind.COMPONENT:
                return []
            case _:
                assert_never(first.kind)


def _common_end(trails: Sequence[list[str]]) -> list[str]:
    """What all trails end with."""
    common: list[str] = []
    for column in zip(*map(reversed, trails)):
        if len(dict.fromkeys(column)) > 1:
            break
        common.insert(0, column[0])
    return common


def _common_words(phrases: Iterator[list[str]]) -> list[str]:
    """The words that all phrases have, in the singular, without verbs and small words."""
    first = next(phrases)
    common: dict[str, str] = {}
    for word in first:
        if not starts_with_verb([word]) and (form := singular(word)) not in _SMALL:
            common.setdefault(form, word)
    for phrase in phrases:
        if not common:  # as it soon is if there are many
            break
        forms = {singular(word) for word in phrase}
        common = {form: word if word in phrase else form for form, word in common.items() if form in forms}
    return list(common.values())
