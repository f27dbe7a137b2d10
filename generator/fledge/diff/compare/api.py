"""Compares two APIs: a pure function of two values."""

from __future__ import annotations

from fledge.diff.changes import Change, Diff
from fledge.diff.compare.collector import ChangeCollector
from fledge.diff.compare.context import document_context, endpoint, phrases
from fledge.diff.compare.models import compare_models
from fledge.diff.compare.operations import compare_operations
from fledge.diff.compare.prefixes import find_prefix_move
from fledge.diff.compare.security import compare_requirements, compare_schemes
from fledge.diff.compare.servers import compare_servers
from fledge.diff.compare.webhooks import compare_webhooks
from fledge.diff.directions import ModelDirections, call_path
from fledge.diff.matching import match, resource_operations
from fledge.ir import Api


def compare_apis(old: Api, new: Api) -> Diff:
    """Return what changes for callers of the client of `old` if it is generated from `new`, the worst change first.

    Build `new` with the names of `old` (`Api.names`), as `fledge generate` does with those of the lock.
    """
    move = find_prefix_move(old, new)
    new = move.undo(new) if move else new
    sides = ModelDirections(old), ModelDirections(new)
    collector = ChangeCollector(*sides, match(*sides))
    if move:
        move.report(collector)
    _compare_document(collector, old, new)
    removed_urls = compare_servers(collector, old.servers, new.servers)
    compare_operations(collector, old, new, removed_urls)
    compare_models(collector)
    compare_webhooks(collector, old.webhooks, new.webhooks)
    endpoints = {
        call_path(each.resource, each.operation): endpoint(each.operation)
        for api in (new, old)
        for each in resource_operations(api)
    }
    return Diff(title=new.title, changes=tuple(sorted(collector.changes, key=_order)), endpoints=endpoints)


def _order(change: Change) -> tuple[object, ...]:
    return (
        change.level.rank,
        not change.subject.startswith("client."),  # calls before models
        change.subject,
        change.code,
        change.message,
        change.after,
    )


def _compare_document(collector: ChangeCollector, old: Api, new: Api) -> None:
    info = document_context("client", "the API", phrases("the API"), "info")
    if old.title != new.title:
        sentence = "changed its title from {} to {}"
        collector.add("title-changed", info, sentence, old.title, new.title, before=old.title, after=new.title)
    collector.compare_docs(info, old.docs, new.docs)
    security = document_context("client", "security", phrases("the API"), "security")
    compare_requirements(collector, security, old.security, new.security)
    if old.mutual_tls != new.mutual_tls:
        code = "mutual-tls-required" if new.mutual_tls else "mutual-tls-not-required"
        verb = "requires" if new.mutual_tls else "no longer requires"
        collector.add(code, security, f"{verb} a client certificate")
    compare_schemes(collector)
    collector.report_unhandled_fields(info, old, new)
