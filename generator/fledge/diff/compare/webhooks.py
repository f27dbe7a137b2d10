"""Compares webhooks and callbacks: what the API sends to its callers."""

from __future__ import annotations

from collections.abc import Sequence

from fledge.diff.changes import DocumentNode
from fledge.diff.compare.collector import ChangeCollector
from fledge.diff.compare.context import RESPONSE, ChangeContext, phrases
from fledge.diff.matching import match_by_keys
from fledge.diff.reports.types import format_type
from fledge.ir import Webhook


def compare_webhooks(collector: ChangeCollector, old: Sequence[Webhook], new: Sequence[Webhook]) -> None:
    """Compare all webhooks, matched by name, else by the function that parses them."""
    matches = match_by_keys(old, new, lambda each: each.name.wire, lambda each: each.name.python)
    for each in matches.removed:
        collector.add(
            "webhook-removed", _context(each, each).of_client.removed, "was removed", before=format_type(each.type)
        )
    for each in matches.added:
        collector.add("webhook-added", _context(each, each).of_client.added, "was added", after=format_type(each.type))
    for before, after in matches.pairs:
        context = _context(before, after)
        if before.name.python != after.name.python:
            names = (f"webhooks.{before.name.python}", f"webhooks.{after.name.python}")
            sentence = "renamed its function from {} to {}"
            collector.add("webhook-renamed", context.of_client, sentence, *names, before=names[0], after=names[1])
        limits = before.constraints, after.constraints
        collector.compare_types(context, before.type, after.type, constraints=limits)
        collector.compare_constraints(context, *limits, before.type, after.type)
        collector.compare_docs(context, before.docs, after.docs)
        collector.report_unhandled_fields(context, before, after)


def _context(old: Webhook, new: Webhook) -> ChangeContext:
    name = f"webhooks.{old.name.python}"
    return ChangeContext(
        subject=name,
        wire_name=f"webhook {old.name.wire}",
        label=phrases("webhook {}", old.name.wire),
        directions=RESPONSE,
        old=DocumentNode(owner=old.source),
        new=DocumentNode(owner=new.source),
        find_calls=lambda: (name,),
    )
