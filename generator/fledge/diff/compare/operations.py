"""Compares operations: which are added and removed, their names, their paths, and what belongs to all of an operation."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from fledge.diff.changes import Direction
from fledge.diff.compare.bodies import compare_bodies
from fledge.diff.compare.collector import ChangeCollector
from fledge.diff.compare.context import ChangeContext, document_context, endpoint, operation_context, phrases
from fledge.diff.compare.parameters import compare_parameters
from fledge.diff.compare.responses import compare_pagination, compare_responses
from fledge.diff.compare.security import Requirements, compare_requirements, compare_scopes
from fledge.diff.compare.servers import compare_operation_servers
from fledge.diff.directions import call_path
from fledge.diff.matching import ResourceOperation, path_template, resource_operations
from fledge.ir import Api, Operation


def compare_operations(collector: ChangeCollector, old: Api, new: Api, removed_urls: frozenset[str]) -> None:
    """Compare all operations of two APIs; the removal of `removed_urls` is reported for the whole API."""
    pairs = collector.matches.operations
    before, after = {id(each.operation) for each, _ in pairs}, {id(each.operation) for _, each in pairs}
    renamed = _compare_resources(collector, old, new)
    for each in resource_operations(old):
        if id(each.operation) not in before:
            context = operation_context(each, each).removed
            collector.add("operation-removed", context, "was removed", before=endpoint(each.operation))
    for each in resource_operations(new):
        if id(each.operation) not in after:
            context = operation_context(each, each).added
            collector.add("operation-added", context, "was added", after=endpoint(each.operation))
    prefixes = _shared_prefixes((one.operation, other.operation) for one, other in pairs)
    for one, other in pairs:
        context = operation_context(one, other)
        _compare_names(collector, context, one, other, renamed)
        _compare_path(collector, context, one.operation, other.operation, prefixes)
        compare_operation_servers(collector, context, one.operation, other.operation, removed_urls)
        _compare_operation(collector, context, one.operation, other.operation, (old.security, new.security))


def _compare_resources(collector: ChangeCollector, old: Api, new: Api) -> dict[str, str]:
    """Report resources whose remaining operations all moved to one new resource; return the old and new attributes."""
    before = {each.name.python for each in old.resources}
    after = {each.name.python: each for each in new.resources}
    targets: dict[str, dict[str, None]] = {}
    for one, other in collector.matches.operations:
        targets.setdefault(one.resource.name.python, {})[other.resource.name.python] = None
    renamed: dict[str, str] = {}
    for resource in old.resources:
        name = resource.name.python
        target = list(targets.get(name, ()))
        if name not in after and len(target) == 1 and target[0] not in before:
            renamed[name] = target[0]
            wire_name = f"tag {resource.name.wire}" if resource.name.wire else resource.docs.summary
            context = _resource_context(name, wire_name, resource.name.wire, after[target[0]].name.wire)
            names = (f"client.{name}", f"client.{target[0]}")
            collector.add("resource-renamed", context, "was renamed to {}", names[1], before=names[0], after=names[1])
        name = renamed.get(name, name)
        if name in after:
            tags = resource.name.wire, after[name].name.wire
            context = _resource_context(name, f"tag {tags[0]}", *tags)
            if not (resource.docs.inferred or after[name].docs.inferred):  # else the text is Fledge's own
                collector.compare_docs(context, resource.docs, after[name].docs)
            collector.report_unhandled_fields(context, resource, after[name])
    return renamed


def _resource_context(name: str, wire_name: str, old_tag: str, new_tag: str) -> ChangeContext:
    context = document_context(f"client.{name}", wire_name, phrases("{}", f"client.{name}"), "tags", old_tag)
    other = document_context("", "", (), "tags", new_tag)
    return ChangeContext(
        subject=context.subject,
        wire_name=wire_name,
        label=context.label,
        directions=context.directions,
        old=context.old,
        new=other.new,
    )


def _compare_names(
    collector: ChangeCollector,
    context: ChangeContext,
    one: ResourceOperation,
    other: ResourceOperation,
    renamed: dict[str, str],
) -> None:
    old, new = one.operation, other.operation
    resource = one.resource.name.python
    expected = f"client.{renamed.get(resource, resource)}.{old.name.python}"
    call = call_path(other.resource, new)
    if call != expected:
        before = call_path(one.resource, old)
        collector.add("operation-renamed", context, "was renamed to {}", call, before=before, after=call)
    elif old.id != new.id:
        before, after = old.id or "", new.id or ""
        sentence = "changed its operationId from {} to {}; the Python name is the same"
        collector.add(
            "operation-id-changed", context, sentence, before or "none", after or "none", before=before, after=after
        )


def _prefix_change(old: Operation, new: Operation) -> tuple[str, str] | None:
    """The prefix that the path lost and the one that it gained, if nothing else of it changed."""
    if old.http_method != new.http_method or old.path == new.path:
        return None
    before, after = path_template(old.path), path_template(new.path)
    if before == after:
        return None
    if before.endswith(after) and after.startswith("/"):
        return before.removesuffix(after), ""
    if after.endswith(before) and before.startswith("/"):
        return "", after.removesuffix(before)
    return None


def _shared_prefixes(pairs: Iterable[tuple[Operation, Operation]]) -> frozenset[tuple[str, str]]:
    """The changes of a prefix that several operations share."""
    counter = Counter(change for old, new in pairs if (change := _prefix_change(old, new)))
    return frozenset(change for change, count in counter.items() if count > 1)


def _compare_path(
    collector: ChangeCollector,
    context: ChangeContext,
    old: Operation,
    new: Operation,
    prefixes: frozenset[tuple[str, str]],
) -> None:
    """Compare method and path; one sentence for all operations whose paths lost or gained the same prefix."""
    if old.http_method == new.http_method:
        if old.path == new.path or path_template(old.path) == path_template(new.path):
            return
    change = _prefix_change(old, new)
    if change in prefixes:
        before, after = change
        verb = "lost" if before else "gained"
        collector.add(
            "operation-moved",
            context,
            f"{verb} the prefix {{}} of its path",
            before or after,
            before=before,
            after=after,
        )
    else:
        before, after = endpoint(old), endpoint(new)
        collector.add("operation-moved", context, "moved from {} to {}", before, after, before=before, after=after)


def _compare_operation(
    collector: ChangeCollector,
    context: ChangeContext,
    old: Operation,
    new: Operation,
    requirements: tuple[Requirements, Requirements],
) -> None:
    before, after = old.idempotency_key, new.idempotency_key
    if before.lower() != after.lower():
        # The old client does not send the header; one that knows it sends it by itself.
        compared = {Direction.REQUEST: (False, new.idempotency_required)}
        if before and after:
            sentence = "changed its idempotency header from {} to {}"
        else:
            sentence = "gained the idempotency header {}" if after else "lost the idempotency header {}"
        if new.idempotency_required:
            sentence += ", which is required"
        names = [each for each in (before, after) if each]
        collector.add("idempotency-changed", context, sentence, *names, before=before, after=after, compared=compared)
    collector.compare_docs(context, old.docs, new.docs)
    if old.security is not None or new.security is not None:  # else it is reported once, for the API
        before_security = requirements[0] if old.security is None else old.security
        after_security = requirements[1] if new.security is None else new.security
        compare_requirements(collector, context, before_security, after_security)
    compare_scopes(collector, context, old.scopes, new.scopes)
    compare_parameters(collector, context, old, new)
    compare_bodies(collector, context, old.body, new.body)
    compare_responses(collector, context, old, new)
    compare_pagination(collector, context, old, new)
    collector.report_unhandled_fields(context, old, new)
