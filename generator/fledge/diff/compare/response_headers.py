"""Compares the headers of responses, which callers read as text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from fledge.diff.changes import Direction
from fledge.diff.compare.collector import ChangeCollector
from fledge.diff.compare.context import ChangeContext, phrases
from fledge.diff.reports.types import format_type
from fledge.ir import ResponseHeader


def compare_headers(
    collector: ChangeCollector, context: ChangeContext, old: Sequence[ResponseHeader], new: Sequence[ResponseHeader]
) -> None:
    """Compare the headers of two responses, matched by name."""
    before, after = {each.name: each for each in old}, {each.name: each for each in new}
    for name, header in before.items():
        if name not in after:
            collector.add("response-header-removed", context, "no longer has the header {}", name, before=name)
        elif header != after[name]:
            _compare_header(collector, context, header, after[name])
    for name in after:
        if name not in before:
            collector.add("response-header-added", context, "has the new header {}", name, after=name)


def _compare_header(
    collector: ChangeCollector, response: ChangeContext, old: ResponseHeader, new: ResponseHeader
) -> None:
    name = old.name
    if old.required != new.required:
        before, after = ("required" if each.required else "optional" for each in (old, new))
        sentence = "always has the header {}" if new.required else "may come without the header {}"
        collector.add(f"response-header-became-{after}", response, sentence, name, before=before, after=after)
    label = (*phrases("header {} of ", name), *response.label)
    context = replace(response, label=label, wire_name=f"{response.wire_name}, header {name}")
    if old.content != new.content:
        before, after = (each.content or "plain text" for each in (old, new))
        sentence = "changed its form from {} to {}"
        collector.add("response-header-serialized", context, sentence, before, after, before=before, after=after)
    elif not collector.is_same_type(old.type, new.type):
        # The client gives callers the text of a header, so that no type of the client changes.
        _, wire_breaks = collector.type_effects(old.type, new.type, is_text=True)[Direction.RESPONSE]
        before, after = format_type(old.type), format_type(new.type)
        compared = {Direction.RESPONSE: (False, wire_breaks)}
        sentence = "changed its type from {} to {}"
        collector.add("type-changed", context, sentence, before, after, before=before, after=after, compared=compared)
    elif bool(old.values) != bool(new.values):  # callers read any text
        before, after = (" | ".join(each.values) or format_type(each.type) for each in (old, new))
        compared = {Direction.RESPONSE: (False, False)}
        sentence = "changed its type from {} to {}"
        collector.add("type-changed", context, sentence, before, after, before=before, after=after, compared=compared)
    for value in old.values if new.values else ():
        if value not in new.values:
            collector.add("enum-value-removed", context, "lost the value {}", value, before=value)
    for value in new.values if old.values else ():
        if value not in old.values:
            collector.add("enum-value-added", context, "gained the value {}", value, after=value)
    collector.compare_constraints(context, old.constraints, new.constraints, old.type, new.type)
    collector.compare_docs(context, old.docs, new.docs)
    collector.report_unhandled_fields(context, old, new)
