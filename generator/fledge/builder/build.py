"""Builds the whole Api in named passes: each takes values and returns one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from fledge.builder.cycles import break_cycles
from fledge.builder.directions import SchemaDirections
from fledge.builder.docs import read_docs
from fledge.builder.finish import Finisher
from fledge.builder.identities import MethodId
from fledge.builder.ignored_parameters import report_ignored_parameters
from fledge.builder.models import ModelDrafts
from fledge.builder.names.models import name_models
from fledge.builder.names.operations import OperationName, name_operations, name_stream_methods
from fledge.builder.names.overrides import report_unused_overrides
from fledge.builder.names.reserved import CONSTRUCTOR_ARGUMENTS
from fledge.builder.names.resolve import PinnedNames
from fledge.builder.names.wire_case import common_wire_case
from fledge.builder.operations import draft_operations
from fledge.builder.pagination.paginate import paginate
from fledge.builder.resources import group_operations, name_resources
from fledge.builder.roles import SchemaRoles
from fledge.builder.security import build_security_schemes, has_mutual_tls, locked_credentials
from fledge.builder.servers import choose_servers
from fledge.builder.tagged_unions import tag_unions
from fledge.builder.tags import close_constants, declare_discriminators, find_tags
from fledge.builder.webhook_events import event_header, webhook_events
from fledge.builder.webhooks import draft_webhooks, name_webhooks, webhook_bodies
from fledge.config.pagination import PaginationConfig
from fledge.config.places import ConfigTable
from fledge.config.webhooks import WebhookSignatureConfig
from fledge.diagnostics.diagnostic import DiagnosticCollector
from fledge.ir import Api, Operation
from fledge.openapi.document import Spec
from fledge.openapi.pointer import join
from fledge.openapi.schemas.schemas import Schemas
from fledge.openapi.views.components import component_keys
from fledge.openapi.views.node import Node


def build(
    spec: Spec,
    collector: DiagnosticCollector,
    *,
    overrides: Mapping[str, str],
    locked_names: Mapping[str, str],
    env_prefix: str,
    signature: WebhookSignatureConfig | None = None,
    pagination: Mapping[str, PaginationConfig] | None = None,
    idempotency: str = "",
    table: ConfigTable | None = None,
) -> Api:
    """The Api that `spec` describes. `overrides` are names of the configuration, `locked_names` those of the lock.

    `signature` is that of the webhooks, which no description has. `pagination` is what the configuration says of
    operations, by method and path, by operationId, or by `*`. `idempotency` is the header that makes a POST or PATCH
    repeatable. `table` is where all this is configured, for messages. Raise DiagnosticError for an override that cannot
    hold.
    """
    pins = PinnedNames.of(overrides, locked_names)
    info = Node(spec, "/info", Node(spec, "", spec.root).object("info"))

    # What the description has, as drafts without names
    schemas = Schemas(spec, collector)
    directions = SchemaDirections(spec, schemas)
    models = ModelDrafts(spec, schemas, directions, collector)
    for key in component_keys(spec, "schemas"):
        models.received.component(join("/components/schemas", key))
    names = name_operations(spec, pins)
    schemes = build_security_schemes(spec, names.values(), pins, collector, env_prefix=env_prefix)
    by_name = {scheme.name.wire: scheme for scheme in schemes}
    report_ignored_parameters([each.operation for each in names.values()], schemas, by_name, collector)
    operations = draft_operations(spec, schemas, models, by_name, collector, idempotency)
    events = webhook_bodies(spec, {id.pointer: name.words for id, name in names.items()})
    webhooks = draft_webhooks(events, schemas, models, collector)
    told_apart = [each.type for each in webhooks]
    drafts = declare_discriminators(close_constants(break_cycles(models.all(), spec, collector), told_apart))

    # Their names, resolved together
    streams = name_stream_methods(names, [id for id in operations if id.is_stream], pins)
    methods = {**names, **streams}
    classes = name_resources(names.values()).classes.values()
    roles = SchemaRoles(spec, schemas, directions)
    model_names = name_models(drafts, schemas, roles, names, [*classes, *(f"Async{each}" for each in classes)], pins)
    webhook_names = name_webhooks(events, pins)
    report_unused_overrides(overrides, spec, drafts, model_names, [*methods.values()], collector, table)

    # The final values
    tags = find_tags(drafts, operations.values(), model_names.representatives)
    finisher = Finisher(spec, model_names, tags, pins)
    named = sorted((finisher.model(each) for each in model_names.drafts.values()), key=lambda m: m.name.python)
    final_models = finisher.send_tags(tag_unions(named))
    securities = Counter(draft.security for id, draft in operations.items() if not id.is_stream)
    security = min(securities, key=lambda each: (-securities[each], each), default=())
    taken = [*CONSTRUCTOR_ARGUMENTS, *(argument.python for scheme in schemes for argument in scheme.arguments)]
    used = [draft.server for id, draft in operations.items() if draft.server and not id.is_stream]
    servers = choose_servers(spec, used, pins, taken)
    finished: list[Operation] = []
    for id, name in methods.items():
        whole = names[MethodId(id.pointer)].method if id.is_stream else ""
        finished.append(finisher.operation(operations[id], name, security, servers, buffered_method=whole))
    finished = paginate(finished, final_models, pagination or {}, collector, table)
    bodies = {each.operation.pointer: each for each in events}
    received = ((finisher.webhook(each, webhook_names[each.pointer]), bodies[each.pointer]) for each in webhooks)
    sent = sorted(received, key=lambda each: each[0].name.python)
    described = [bodies[each.pointer] for each in webhooks]
    header = event_header(described, schemas, signature.event_header if signature else "")
    return Api(
        title=str(info.raw.get("title", "")),
        version=str(info.raw.get("version", "")),
        docs=read_docs(info.raw),
        servers=servers,
        security_schemes=schemes,
        security=security,
        models=final_models,
        resources=tuple(group_operations(spec, list(zip(methods.values(), finished)))),
        names=_locked_names({**model_names.locked_names, **locked_credentials(schemes)}, [*methods.values()]),
        webhooks=tuple(each for each, _ in sent),
        webhook_events=webhook_events(sent, header, final_models),
        webhook_header=header.name,
        webhook_signature=signature if signature and signature.signature_header else None,
        mutual_tls=has_mutual_tls(spec),
        env_prefix=env_prefix,
        idempotency=idempotency,
        wire_case=common_wire_case(final_models),
    )


def _locked_names(others: Mapping[str, str], methods: list[OperationName]) -> dict[str, str]:
    """What the lock keeps: the names of models, credentials and methods, sorted by their keys."""
    names = {**others, **{each.lock_key: f"{each.resource}.{each.method}" for each in methods}}
    return dict(sorted(names.items()))
