"""Equal inline schemas: those that stand in the same role are one model.

A generator of descriptions writes the same error into each operation. Two schemas are equal if nothing but prose tells
them apart; equal ones that names of the configuration or of the lock keep apart stay models of their own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from operator import attrgetter
from typing import assert_never

from fledge.builder.drafts import (
    AliasDraft,
    DraftType,
    EnumDraft,
    FieldDraft,
    ModelDraft,
    ObjectDraft,
    UnionDraft,
    references,
)
from fledge.builder.identities import SchemaId
from fledge.builder.names.resolve import PinnedNames
from fledge.builder.names.words import digest
from fledge.builder.roles import SchemaRoles
from fledge.ir import NO_CONSTRAINTS, Constraints, Docs, Scalar
from fledge.ir.traversal import map_references
from fledge.openapi.schemas.derived import is_component
from fledge.quick_dataclass import quick_dataclass

_LOCK_KEY = "equal "
_DIGITS = 16


@quick_dataclass(frozen=True, slots=True, kw_only=True)
class JoinedModels:
    """The models of all schemas: one draft for those that are equal, by the first of their schemas.

    `representatives` has the schema of each schema's draft, `occurrences` all schemas of a draft, sorted. `overrides`
    and `locked` are names from the configuration and from the lock. `lock_keys` are the keys by which the lock knows a
    model that several schemas share, as long as its content stays the same.
    """

    drafts: Mapping[SchemaId, ModelDraft]
    representatives: Mapping[SchemaId, SchemaId]
    occurrences: Mapping[SchemaId, tuple[SchemaId, ...]]
    overrides: Mapping[SchemaId, str]
    locked: Mapping[SchemaId, str]
    lock_keys: Mapping[SchemaId, str]

    def is_shared(self, schema: SchemaId) -> bool:
        """Whether several schemas have the model of this one."""
        return len(self.occurrences[self.representatives[schema]]) > 1


def join_equal_schemas(
    drafts: Mapping[SchemaId, ModelDraft],
    roles: SchemaRoles,
    keys: Mapping[SchemaId, str],
    config_keys: Mapping[SchemaId, tuple[str, ...]],
    pins: PinnedNames,
) -> JoinedModels:
    """Join the drafts of equal inline schemas. `keys` are those of the lock, `config_keys` of the configuration."""
    overrides = {id: name for id, each in config_keys.items() if (name := pins.override(*each))}
    locked = {id: name for id, key in keys.items() if (name := pins.locked_name(key))} if pins.locked else {}
    groups: list[tuple[str, list[SchemaId]]] = []
    digests: dict[SchemaId, str] = {}
    contents = _Contents(digests)
    digests_by_text: dict[str, str] = {}
    representatives: dict[SchemaId, SchemaId] = {}
    inner_schemas = {id: references(draft) for id, draft in drafts.items()}
    components = frozenset(id for id in drafts if is_component(id.pointer))
    for level in _levels(inner_schemas, components):
        equal: dict[tuple[str, tuple[SchemaId, ...]], list[SchemaId]] = {}
        for id in level:
            role = roles.of(id, is_enum=isinstance(drafts[id], EnumDraft))
            content = id.pointer if id in components else contents.of(drafts[id])
            text = f"{role} {id.is_input} {content}"
            key = digests_by_text.get(text)
            if key is None:  # most have the text of another one
                key = digests_by_text[text] = digest(text, _DIGITS)
            digests[id] = key
            inner = inner_schemas[id]
            if inner:
                inner = tuple(sorted([representatives.get(each, each) for each in inner]))
            equal.setdefault((key, inner), []).append(id)
        for (key, _), ids in equal.items():
            for group in _joinable(ids, locked, overrides):
                representatives |= dict.fromkeys(group, group[0])
                groups.append((key, group))
    groups.sort(key=lambda group: group[1][0])
    return JoinedModels(
        drafts={ids[0]: _joined([drafts[id] for id in ids]) for _, ids in groups},
        representatives=representatives,
        occurrences={ids[0]: tuple(ids) for _, ids in groups},
        overrides={ids[0]: overrides[id] for _, ids in groups for id in ids if id in overrides},
        locked=_locked(groups, locked, keys, pins),
        lock_keys={ids[0]: f"{_LOCK_KEY}{key}" for key, ids in groups if len(ids) > 1},
    )


def _levels(
    inner_schemas: Mapping[SchemaId, Sequence[SchemaId]], components: Collection[SchemaId]
) -> list[list[SchemaId]]:
    """All schemas, sorted; each behind the inline schemas inside it, unless these lead back to it."""
    in_order = sorted(inner_schemas, key=lambda id: (id not in components, id))
    inline = inner_schemas.keys() - components
    inner_inline: dict[SchemaId, list[SchemaId]] = {}
    for id in in_order:
        inner = [each for each in inner_schemas[id] if each in inline] if id in inline else []
        if inner:
            inner_inline[id] = inner
    depths = {id: 0 for id in in_order if id not in inner_inline}
    for start in inner_inline:
        pending = [start]
        while pending:
            id = pending[-1]
            if id not in depths:
                depths[id] = 0
                pending += [each for each in inner_inline[id] if each not in depths]
            else:
                pending.pop()
                depths[id] = max([depths[each] for each in inner_inline[id]]) + 1
    levels: dict[int, list[SchemaId]] = {}
    for id in in_order:
        levels.setdefault(depths[id], []).append(id)
    return [levels[depth] for depth in sorted(levels)]


def _joinable(
    ids: list[SchemaId], locked: Mapping[SchemaId, str], overrides: Mapping[SchemaId, str]
) -> list[list[SchemaId]]:
    """Equal schemas in groups, each of which is one model: the configuration can join what the lock keeps apart."""
    if len(ids) == 1:
        return [ids]
    groups = [group for part in _split(ids, locked) for group in _split(part, overrides)]
    joined: dict[str, list[SchemaId]] = {}
    for group in groups:
        name = next((overrides[id] for id in group if id in overrides), "")
        joined.setdefault(name or str(group[0]), []).extend(group)
    return [sorted(group) for group in joined.values()]


def _split(ids: list[SchemaId], names: Mapping[SchemaId, str]) -> list[list[SchemaId]]:
    """The schemas of each name; those without one are with the most of the others."""
    by_name: dict[str, list[SchemaId]] = {}
    for id in ids:
        if id in names:
            by_name.setdefault(names[id], []).append(id)
    if len(by_name) < 2:
        return [ids]
    largest = max(by_name.values(), key=len)
    largest += [id for id in ids if id not in names]
    return list(by_name.values())


def _locked(
    groups: Sequence[tuple[str, list[SchemaId]]],
    names: Mapping[SchemaId, str],
    keys: Mapping[SchemaId, str],
    pins: PinnedNames,
) -> dict[SchemaId, str]:
    """The names that the lock keeps. Of several models that were one, most of its schemas keep the name.

    If none has most of them, the model keeps it whose content is as it was: nothing else tells schemas apart that have
    no key of their own, such as branches of one union.
    """
    claims: dict[str, list[tuple[int, bool, SchemaId]]] = {}
    for key, ids in groups if pins.locked else ():
        counts = Counter(names[id] for id in ids if id in names)
        same = pins.locked_name(f"{_LOCK_KEY}{key}")
        if same and not any(id in keys for id in ids):
            counts[same] = 0
        for name, count in counts.items():
            is_same = same == name
            claims.setdefault(name, []).append((count, is_same, ids[0]))
    return {max(each, key=lambda claim: claim[:2])[2]: name for name, each in claims.items()}


# --- content


_SCALARS = {each: repr(each) for each in Scalar}
_NO_LIMITS = repr(NO_CONSTRAINTS)


class _Contents:
    """All of each draft but its prose and where it is, as text. `digests` are those of schemas that are known already.

    A text is what `repr` gives for tuples of these values, since locks have the digests of such texts.
    """

    def __init__(self, digests: Mapping[SchemaId, str]) -> None:
        self._digests = digests
        self._limits_by_identity: dict[int, str] = {}
        self._plain_fields: dict[tuple[str, Scalar, bool, bool, str, bool], str] = {}

    def of(self, draft: ModelDraft) -> str:
        """The content of a draft, whose constraints must live as long as this."""
        parts: Iterable[str]
        match draft:
            case ObjectDraft():
                extra = draft.additional_properties
                parts = (
                    "None" if extra is None else self._type(extra),
                    self._limits(draft.constraints),
                    *self._fields(sorted(draft.fields, key=attrgetter("wire"))),
                )
            case EnumDraft():
                parts = (repr(draft.values), self._type(draft.base))
            case AliasDraft():
                parts = (self._type(draft.type), self._limits(draft.constraints))
            case UnionDraft():
                parts = (
                    repr(tuple(map(self._plain, draft.variants))),
                    repr(draft.discriminator),
                    repr(tuple((value, self._plain(id)) for value, id in draft.mapping)),
                    "None" if draft.default is None else self._type(draft.default),
                    repr(tuple((self._plain(id), value) for id, value in draft.tags)),
                    repr(draft.dispatch),
                    self._limits(draft.constraints),
                )
            case _:
                assert_never(draft)
        return f"({type(draft).__name__!r}, {draft.docs.deprecated!r}, ({', '.join(parts)}))"

    def _fields(self, fields: Iterable[FieldDraft]) -> list[str]:
        texts: list[str] = []
        for field in fields:
            of = field.type
            if field.default is None and isinstance(of, Scalar):
                limits = self._limits(field.constraints)
                key = (field.wire, of, field.required, field.read_only, limits, field.docs.deprecated)
                text = self._plain_fields.get(key)
                if text is None:  # most are in several schemas
                    text = self._plain_fields[key] = self._field(field)
                texts.append(text)
            else:
                texts.append(self._field(field))
        return texts

    def _field(self, field: FieldDraft) -> str:
        return (
            f"({field.wire!r}, {self._type(field.type)}, {field.required!r}, {field.read_only!r}, "
            f"{self._limits(field.constraints)}, {field.default and field.default.plain!r}, "
            f"{field.default is None!r}, {field.docs.deprecated!r})"
        )

    def _type(self, of: DraftType) -> str:
        if isinstance(of, Scalar):  # as most are
            return _SCALARS[of]
        return repr(self._digests.get(of, of) if isinstance(of, SchemaId) else self._plain(of))

    def _plain(self, of: DraftType) -> object:
        return map_references(of, lambda id: self._digests.get(id, id))

    def _limits(self, constraints: Constraints) -> str:
        """Constraints as text; a default alone is in the docs of a field only, where it is told apart."""
        if constraints is NO_CONSTRAINTS:  # as most are
            return "None"
        text = self._limits_by_identity.get(id(constraints))
        if text is None:  # many fields have the same ones
            shown = repr(constraints)  # without the default
            text = self._limits_by_identity[id(constraints)] = "None" if shown == _NO_LIMITS else shown
        return text


def _joined(drafts: Sequence[ModelDraft]) -> ModelDraft:
    """The draft of the first schema, with the prose of all."""
    first = drafts[0]
    if len(drafts) == 1:
        return first
    docs = _common_docs(each.docs for each in drafts)
    if not isinstance(first, ObjectDraft):
        return replace(first, docs=docs)
    all_fields = [{field.wire: field.docs for field in each.fields} for each in drafts if isinstance(each, ObjectDraft)]

    def field(draft: FieldDraft) -> FieldDraft:
        docs = _common_docs(fields[draft.wire] for fields in all_fields)
        return draft if docs is draft.docs else replace(draft, docs=docs)

    return replace(first, docs=docs, fields=tuple(map(field, first.fields)))


def _common_docs(docs: Iterable[Docs]) -> Docs:
    """The prose that most schemas have of those that have some; none if they disagree."""
    docs = list(docs)
    if docs.count(docs[0]) == len(docs):
        return docs[0]
    documented = (each for each in docs if each.summary or each.description)
    stated = Counter(replace(each, inferred=False) if each.inferred else each for each in documented)
    [(most, count)] = stated.most_common(1) or [(Docs(deprecated=docs[0].deprecated), 1)]
    common = most if 2 * count > stated.total() else Docs(deprecated=most.deprecated)
    is_inferred = all(each.inferred for each in docs)
    return replace(common, inferred=True) if is_inferred else common
