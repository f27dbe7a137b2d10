"""The names of models, of their modules and of their fields: all of them resolved together."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from fledge.builder.drafts import ModelDraft, ObjectDraft
from fledge.builder.equal_schemas import JoinedModels, join_equal_schemas
from fledge.builder.identities import MethodId, SchemaId
from fledge.builder.names.operations import OperationName
from fledge.builder.names.reserved import MODEL_METHODS, NO_FILES, OPEN_MODEL_MEMBERS, RESERVED_CLASSES
from fledge.builder.names.resolve import (
    PinnedNames,
    are_free,
    case_folded_module,
    field_names,
    plain_names,
    resolve_collisions,
    truncate_name,
)
from fledge.builder.names.schemas import SchemaNames, is_status, response_word
from fledge.builder.names.shared import SharedNames
from fledge.builder.names.words import attribute, snake, symbols, words
from fledge.builder.roles import SchemaRoles
from fledge.openapi.pointer import escape, is_below, last_token, split, unescape
from fledge.openapi.schemas.derived import is_component
from fledge.openapi.schemas.schemas import Schemas
from fledge.quick_dataclass import quick_dataclass

_FIELD, _PROPERTIES = "field ", "/properties/"
"""What stands in the lock around the key of the model of a field whose name others would have, too."""


@quick_dataclass(frozen=True, slots=True, kw_only=True)
class ModelNames:
    """The names of all models by their schemas, and of fields by their wire names.

    `drafts` has one draft for each model, by the schema that represents all that are equal. `locked_names` are for the
    lock; `config_keys` are what the configuration may call each model, the best first, if it names anything.
    """

    classes: Mapping[SchemaId, str]
    modules: Mapping[SchemaId, str]
    fields: Mapping[SchemaId, Mapping[str, str]]
    drafts: Mapping[SchemaId, ModelDraft]
    representatives: Mapping[SchemaId, SchemaId]
    locked_names: Mapping[str, str]
    config_keys: Mapping[SchemaId, tuple[str, ...]]


def name_models(
    drafts: Mapping[SchemaId, ModelDraft],
    schemas: Schemas,
    roles: SchemaRoles,
    operations: Mapping[MethodId, OperationName],
    taken: Iterable[str],
    pins: PinnedNames,
) -> ModelNames:
    """Name all models. `taken` are classes of the client that are no models. Raise DiagnosticError for a name that the
    configuration gives twice.
    """
    schema_names = SchemaNames(
        schemas,
        {id.pointer: name.words for id, name in operations.items()},
        {f"Body_{each.operation.operation_id}": each.words for each in operations.values()},
    )
    keys = schema_names.keys(drafts)
    config_keys = _config_keys(drafts, keys) if pins.overrides else {}
    joined = join_equal_schemas(drafts, roles, keys, config_keys, pins)
    shared_names = SharedNames(schemas, schema_names, joined, roles, operations)
    representatives = joined.representatives
    resolved = resolve_collisions(
        shared_names.all_candidates(),
        chosen=joined.overrides,
        kept=joined.locked,
        taken=[*taken, *RESERVED_CLASSES],
        fold=case_folded_module,
        preferred=lambda id: is_component(str(id)),
    )
    classes = {id: resolved[representatives[id]] for id in drafts}
    owners = {id: shared_names.owner(id) for id in joined.drafts}
    class_names = frozenset(classes.values())
    module_candidates = {
        owner: _module_candidates(owner, classes, class_names, operations)
        for owner in dict.fromkeys(owners.values())  # many models have the same one
    }
    modules = resolve_collisions(
        module_candidates,
        # No two classes have the same module: an operation or parameter that comes later moves no model.
        kept={owner: names[0] for owner, names in module_candidates.items() if SchemaId(owner) in classes},
    )
    all_kept = _kept_fields(pins)
    fields: dict[SchemaId, Mapping[str, str]] = {}
    locked_fields: dict[str, str] = {}
    for id, draft in drafts.items():
        if not isinstance(draft, ObjectDraft):
            continue
        provided = {field.wire: field.provided for field in draft.fields if field.provided and words(field.provided)}
        plain = fields[id] = plain_names([field.wire for field in draft.fields], provided)
        taken = OPEN_MODEL_MEMBERS if draft.additional_properties else MODEL_METHODS
        kept = all_kept.get(keys.get(id, ""), {})
        if not pins.overrides and not kept and are_free(plain, taken):
            continue
        names = fields[id] = field_names(draft.pointers, pins, provided=provided, taken=taken, kept=kept)
        if names != plain and id in keys:
            locked_fields |= {
                f"{_FIELD}{keys[id]}{_PROPERTIES}{escape(wire)}": name
                for wire, name in names.items()
                if name != plain[wire]
            }
    return ModelNames(
        classes=classes,
        modules={id: modules[owner] for id, owner in owners.items()},
        fields=fields,
        locked_names={**_locked_names(keys, joined, classes), **locked_fields},
        drafts=joined.drafts,
        representatives=representatives,
        config_keys=config_keys,
    )


def _kept_fields(pins: PinnedNames) -> dict[str, dict[str, str]]:
    """The names of fields in the lock, by the keys of their models and by their wire names."""
    kept: dict[str, dict[str, str]] = {}
    for key, name in pins.locked.items():
        if key.startswith(_FIELD):
            owner, _, wire = key.removeprefix(_FIELD).rpartition(_PROPERTIES)
            kept.setdefault(owner, {})[unescape(wire)] = name
    return kept


def _locked_names(
    keys: Mapping[SchemaId, str], joined: JoinedModels, classes: Mapping[SchemaId, str]
) -> dict[str, str]:
    """The names by their keys in the lock: those of all schemas, and those of the models that several share."""
    return {key: classes[id] for each in (keys, joined.lock_keys) for id, key in each.items()}


def _module_candidates(
    owner: str,
    classes: Mapping[SchemaId, str],
    class_names: Collection[str],
    operations: Mapping[MethodId, OperationName],
) -> list[str]:
    """What the module of all models of a component or operation may be called."""
    if (model := SchemaId(owner)) in classes:
        name = snake(words(classes[model]))
    elif (method := MethodId(owner)) in operations:
        name = snake(operations[method].words)
    elif is_below(owner, "/webhooks"):
        name = f"{snake(words(split(owner)[1]))}_webhook"
    else:
        key = last_token(owner)
        if is_below(owner, "/components/responses") and is_status(key):
            key = response_word(key)
        name = snake(words(key)) or snake(symbols(key)) or "component"
    name = truncate_name(attribute(name))
    if name in NO_FILES or name in class_names:  # a class whose name has no case is called like its module
        name = f"{name}_"
    return [name, f"{name.rstrip('_')}_types"]


def _config_keys(
    drafts: Mapping[SchemaId, ModelDraft], keys: Mapping[SchemaId, str]
) -> dict[SchemaId, tuple[str, ...]]:
    """What the configuration may call each model.

    The bare key of a component is enough, and the bare pointer of a schema that is no property.
    """
    properties = {
        pointer for draft in drafts.values() if isinstance(draft, ObjectDraft) for pointer in draft.pointers.values()
    }
    config_keys: dict[SchemaId, tuple[str, ...]] = {}
    for id in drafts:
        pointers = (f"class #{id}",) if str(id) in properties else (f"#{id}", f"class #{id}")
        locked = (keys[id],) if id in keys else ()
        component = (id.wire_name,) if is_component(str(id)) else ()
        config_keys[id] = (*pointers, *locked, *component)
    return config_keys
