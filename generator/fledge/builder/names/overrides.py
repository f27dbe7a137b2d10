"""Reports names of the configuration that nothing has a use for."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from fledge.builder.drafts import ModelDraft, ObjectDraft
from fledge.builder.identities import SchemaId
from fledge.builder.names.models import ModelNames
from fledge.builder.names.operations import OperationName
from fledge.builder.names.parameters import is_numbered, parameter_key
from fledge.config.places import ConfigTable, config_origin
from fledge.diagnostics.diagnostic import DiagnosticCollector
from fledge.diagnostics.similar_names import most_similar
from fledge.openapi.document import Spec
from fledge.openapi.pointer import join
from fledge.openapi.views.components import component_keys


def report_unused_overrides(
    overrides: Mapping[str, str],
    spec: Spec,
    drafts: Mapping[SchemaId, ModelDraft],
    models: ModelNames,
    methods: list[OperationName],
    collector: DiagnosticCollector,
    table: ConfigTable | None,
) -> None:
    """Warn of each override whose key names nothing, with the nearest key that does."""
    if not overrides:
        return
    keys = dict.fromkeys(_keys(spec, drafts, models, methods))
    numbered = {
        f"#{parameter.pointer}": parameter_key(name.operation.pointer, parameter.location, parameter.name)
        for name in methods
        for parameter in name.operation.parameters
        if is_numbered(parameter.pointer)
    }
    for override in overrides:
        if override not in keys:
            near = numbered[override] if override in numbered else _nearest(override, keys)
            collector.warning(
                "name-unused",
                f"the name given for `{override}` is not used: the document has no such thing",
                origin=config_origin(table, collector, "names", override),
                hint=f"did you mean `{near}`?" if near else "remove it from `names`",
            )


def _nearest(override: str, keys: Collection[str]) -> str | None:
    """Return the key that somebody meant: one in another case or without `tag`, else the most similar one."""
    folded = {key.casefold(): key for key in keys}
    for text in (override, f"tag {override}"):
        if key := folded.get(text.casefold()):
            return key
    return most_similar(override, keys)


def _keys(
    spec: Spec, drafts: Mapping[SchemaId, ModelDraft], models: ModelNames, methods: list[OperationName]
) -> Iterator[str]:
    """Everything that can be given a name."""
    for id, draft in drafts.items():
        yield from models.config_keys[id]
        if isinstance(draft, ObjectDraft):
            yield from (f"#{pointer}" for pointer in draft.pointers.values())
    for name in methods:
        operation = name.operation
        yield from (name.key, name.lock_key)
        yield str(operation.operation_id)
        yield name.group_key
        yield from (f"tag {tag}" for tag in operation.tags)
        for parameter in operation.parameters:
            yield parameter_key(operation.pointer, parameter.location, parameter.name)
            if not is_numbered(parameter.pointer):
                yield f"#{parameter.pointer}"
    yield from (f"#{join('/components/securitySchemes', key)}" for key in component_keys(spec, "securitySchemes"))
