"""Aliases that lead back to themselves: no Python type can be another name of itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from fledge.builder.drafts import AliasDraft, ModelDraft, UnionDraft
from fledge.builder.identities import SchemaId
from fledge.diagnostics.diagnostic import DiagnosticCollector
from fledge.ir import Scalar, Union
from fledge.ir.traversal import walk_types
from fledge.openapi.document import Spec


def break_cycles(
    drafts: Mapping[SchemaId, ModelDraft], spec: Spec, collector: DiagnosticCollector
) -> dict[SchemaId, ModelDraft]:
    """The models with each alias that leads to itself, directly or through others, as a union of one variant.

    The variants of a union are looked up when a value comes, so that they may be anything.
    """
    aliases = {id: draft for id, draft in drafts.items() if isinstance(draft, AliasDraft)}
    references = {
        id: [inner for inner in walk_types(draft.type) if isinstance(inner, SchemaId)] for id, draft in aliases.items()
    }
    broken = dict(drafts)
    for id, draft in aliases.items():
        if _is_only_itself(id, drafts):
            collector.warning(
                "schema-cycle",
                f"`{id.wire_name}` is nothing but another name of itself, so any value is accepted",
                origin=spec.source_of(id.pointer),
                hint="say what it holds",
            )
            broken[id] = replace(draft, type=Scalar.ANY)
        elif _leads_to_itself(id, references):
            broken[id] = UnionDraft(
                id=id,
                docs=draft.docs,
                variants=draft.type.variants if isinstance(draft.type, Union) else (draft.type,),
                constraints=draft.constraints,
            )
    return broken


def _leads_to_itself(start: SchemaId, references: Mapping[SchemaId, list[SchemaId]]) -> bool:
    reached: dict[SchemaId, None] = {}
    pending = list(references[start])
    while pending:
        id = pending.pop()
        if id == start:
            return True
        if id not in reached:
            reached[id] = None
            pending.extend(references.get(id, ()))
    return False


def _is_only_itself(start: SchemaId, drafts: Mapping[SchemaId, ModelDraft]) -> bool:
    """Whether a chain of other names leads back to its beginning."""
    passed: dict[SchemaId, None] = {}
    id = start
    while id not in passed:
        passed[id] = None
        draft = drafts[id]
        if not isinstance(draft, AliasDraft) or not isinstance(draft.type, SchemaId):
            return False
        id = draft.type
    return id == start
