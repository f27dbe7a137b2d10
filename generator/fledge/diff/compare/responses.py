"""Compares what two operations return: responses, streams, pages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields, replace

from fledge.diff.changes import Direction
from fledge.diff.compare.collector import ChangeCollector
from fledge.diff.compare.context import RESPONSE, ChangeContext, part_of, phrases
from fledge.diff.compare.response_headers import compare_headers
from fledge.diff.directions import ModelDirections
from fledge.diff.reports.types import format_type, format_value
from fledge.diff.rules import TypeEffects
from fledge.ir import (
    CursorPagination,
    Model,
    ModelRef,
    ObjectModel,
    Operation,
    Pagination,
    Response,
    Scalar,
    StreamFormat,
    TokenPagination,
    Type,
    Union,
)
from fledge.ir.traversal import walk_types
from fledge.openapi.media_types import essence, is_range


def compare_responses(collector: ChangeCollector, operation: ChangeContext, old: Operation, new: Operation) -> None:
    """Compare the responses of each status code."""
    if collector.are_unchanged(old.responses, new.responses):
        return
    before = {each.status: each for each in old.responses}
    after = {each.status: each for each in new.responses}
    is_stream = bool(old.stream_format or new.stream_format)
    is_single = _success_statuses(old) == _success_statuses(new) and len(_success_statuses(old)) < 2
    for status, response in before.items():
        if status in after:
            if not collector.is_unchanged(response, after[status]):
                context = _status(operation, status)
                _compare_response(collector, context, response, after[status], is_result=is_single or is_stream)
            continue
        fallback = _error_type(collector.new, new, status)
        _report_status(collector, "removed", _status(operation, status).removed, response, (response.type, fallback))
    for status, response in after.items():
        if status not in before:
            fallback = _error_type(collector.old, old, status)
            _report_status(collector, "added", _status(operation, status).added, response, (fallback, response.type))
    _compare_return_type(collector, operation, old, new)


_PLAIN = (Scalar.ANY, Scalar.BOOL, Scalar.FLOAT, Scalar.INT, Scalar.NONE, Scalar.STR)
"""What a body without a type is as well."""


def _error_type(side: ModelDirections, operation: Operation, status: str) -> Type | None:
    """The type of an error's body with a status that the operation does not document; None if it is plain JSON."""
    types = {each.status: each.type for each in operation.responses if not each.success}
    for name in (f"{status[0]}XX", "default"):
        if name in types and name != status:
            return types[name]
    return side.error_models.get(int(status)) if status.isdecimal() else None


def _error_effects(collector: ChangeCollector, old: Type | None, new: Type | None) -> TypeEffects:
    """What breaks for code that reads the body of an exception; a body without a type is the plain JSON value."""
    if old is None or new is None:
        is_plain = old is None or all(
            each in _PLAIN or not isinstance(each, Scalar | ModelRef) for each in walk_types(old)
        )
        return {Direction.RESPONSE: (not is_plain, False)}
    return collector.type_effects(old, new)


def _report_status(
    collector: ChangeCollector,
    verb: str,
    context: ChangeContext,
    response: Response,
    bodies: tuple[Type | None, Type | None],
) -> None:
    """Report a status that was added or removed; `bodies` are the types of its body before and after that."""
    # `return-type-changed` says what a success means for callers.
    effects = {Direction.RESPONSE: (False, False)} if response.success else _error_effects(collector, *bodies)
    sentence, values = f"was {verb}", list[str]()
    if effects[Direction.RESPONSE][0]:
        values = [format_type(each) for each in reversed(bodies) if each is not None]
        after = "{}" if bodies[1] is not None else "plain JSON"
        sentence += f", so that the body of its exception is {after} instead of {{}}"
    text = _format_response(response)
    before, after = (text, "") if verb == "removed" else ("", text)
    collector.add(f"response-{verb}", context, sentence, *values, before=before, after=after, compared=effects)


def return_type(operation: Operation) -> Type | None:
    """Return the type that a call returns if it is no stream; None if the description has no successful response."""
    types = [_body(each) or Scalar.NONE for each in operation.responses if each.success and not each.stream_format]
    distinct = tuple(dict.fromkeys(types))
    return Union(distinct) if len(distinct) > 1 else distinct[0] if distinct else None


def _body(response: Response) -> Type | None:
    """Return the type of a response's body; None if no body is documented, even if a call returns what comes."""
    return response.type if response.media_type else None


def _may_return_anything(operation: Operation) -> bool:
    """Whether a call returns what comes, since the description does not say whether there is a body."""
    return any(each.success and each.type is Scalar.ANY and not each.media_type for each in operation.responses)


def _compare_return_type(collector: ChangeCollector, operation: ChangeContext, old: Operation, new: Operation) -> None:
    """Compare what calls return, if it is not the type of one response that is compared by itself."""
    if old.stream_format or new.stream_format:
        _compare_streams(collector, operation, old, new)
        return
    before, after = return_type(old), return_type(new)
    is_open = _may_return_anything(old), _may_return_anything(new)
    is_same = collector.is_same_type(before or Scalar.ANY, after or Scalar.ANY)
    if before is after is Scalar.NONE and is_open[0] != is_open[1]:
        types_break, wire_breaks = is_open[0], False  # type checkers reject the use of a result that is always None
    elif _success_statuses(old) == _success_statuses(new) and len(_success_statuses(old)) < 2:
        return
    elif (before is None) == (after is None) and is_same:
        return
    elif before is None or after is None:
        # Without a documented response a call returns plain JSON values, and not the objects that it returned.
        types_break = wire_breaks = after is None and before is not Scalar.NONE
        types_break = types_break or before is None
    elif before is Scalar.NONE:
        types_break, wire_breaks = is_open[0], False  # nobody uses a result that is always None
    else:
        types_break, wire_breaks = collector.type_effects(before, after)[Direction.RESPONSE]
    texts = [
        format_type(Scalar.ANY if each is None or each is Scalar.NONE and is_any else each)
        for each, is_any in zip((before, after), is_open)
    ]
    if texts[0] != texts[1]:  # else the responses that differ are compared, each by itself
        _report_return_type(collector, operation, texts, (types_break, wire_breaks))


def _report_return_type(
    collector: ChangeCollector, operation: ChangeContext, texts: Sequence[str], breaks: tuple[bool, bool]
) -> None:
    collector.add(
        "return-type-changed",
        replace(operation, directions=RESPONSE),
        "returns {} instead of {}",
        texts[1],
        texts[0],
        before=texts[0],
        after=texts[1],
        compared={Direction.RESPONSE: breaks},
    )


def _compare_streams(collector: ChangeCollector, operation: ChangeContext, old: Operation, new: Operation) -> None:
    """Compare what calls return if it is a stream, unless both sides have its status, whose responses are compared."""
    before, after = _stream(old), _stream(new)
    shared = {each.status for each in old.responses} & {each.status for each in new.responses}
    if before and before.status in shared or after and after.status in shared:
        return
    if before and after and before.type is not None and after.type is not None:
        types_break, wire_breaks = collector.type_effects(before.type, after.type)[Direction.RESPONSE]
        wire_breaks |= before.stream_format != after.stream_format
        types_break |= not _is_same_class(before.stream_format, after.stream_format)
        if collector.is_same_type(before.type, after.type) and not (types_break or wire_breaks):
            return
    else:
        # The old client waits for the end of a stream. Nobody uses a result that is always None.
        wire_breaks, types_break = True, before is not None or return_type(old) is not Scalar.NONE
    texts = [
        f"{each.stream_format} of {format_type(each.type)}" if each else format_type(return_type(side))
        for each, side in ((before, old), (after, new))
    ]
    _report_return_type(collector, operation, texts, (types_break, wire_breaks))


def _stream(operation: Operation) -> Response | None:
    return next((each for each in operation.responses if each.stream_format), None)


def _is_same_class(old: StreamFormat | None, new: StreamFormat | None) -> bool:
    """Whether a stream of the new format is one of the old one for type checkers: of events is a stream of items, too."""
    return old == new or None not in (old, new) and old is not StreamFormat.EVENTS


def _success_statuses(operation: Operation) -> list[str]:
    return [each.status for each in operation.responses if each.success]


def _status(operation: ChangeContext, status: str) -> ChangeContext:
    name = f"response {status}"
    return part_of(operation, phrases(name), RESPONSE, "responses", status, wire_name=name)


def _compare_response(
    collector: ChangeCollector, context: ChangeContext, old: Response, new: Response, *, is_result: bool
) -> None:
    """Compare two responses of a status; unless a success `is_result`, a call returns what any of several have."""
    if old.stream_format != new.stream_format and old.type is not None and new.type is not None:
        before, after = (
            f"stream of {each}" if each else "no stream" for each in (old.stream_format, new.stream_format)
        )
        sentence = "changed from {} to {}"
        is_same_class = _is_same_class(old.stream_format, new.stream_format)
        collector.add(
            "stream-format-changed",
            context,
            sentence,
            before,
            after,
            before=before,
            after=after,
            compared={Direction.RESPONSE: (not is_same_class, True)},
        )
    one, other = _body(old), _body(new)
    if one is None and other is not None:
        after = format_type(other)
        # Without a word about a body, the old call returns what comes, and code may use it.
        is_open = old.success and old.type is Scalar.ANY
        compared = {Direction.RESPONSE: (is_open and other is not Scalar.ANY, False)}
        collector.add("response-body-added", context, "gained a body: {}", after, after=after, compared=compared)
    elif one is not None and other is None:
        before = format_type(one)
        # What may be anything still is: the value that comes, and the body of an exception.
        is_anything = one is Scalar.ANY and (new.type is Scalar.ANY or not new.success)
        compared = {Direction.RESPONSE: (not is_anything, True)}
        collector.add("response-body-removed", context, "lost its body: {}", before, before=before, compared=compared)
    elif one is not None and other is not None:
        before, after = old.media_type or "", new.media_type or ""
        if essence(before) == essence(after) or is_range(before) or is_range(after):
            collector.compare_spelling(context, before, after)
        else:
            sentence = "changed its media type from {} to {}"
            collector.add("response-media-type-changed", context, sentence, before, after, before=before, after=after)
        limits = old.constraints, new.constraints
        is_seen = is_result or not (old.success and new.success)
        collector.compare_types(context, one, other, constraints=limits, is_seen=is_seen)
        collector.compare_constraints(context, old.constraints, new.constraints, one, other)
    _compare_events(collector, context, old, new)
    compare_headers(collector, context, old.headers, new.headers)
    collector.compare_docs(context, old.docs, new.docs)
    collector.report_unhandled_fields(context, old, new)


def _compare_events(collector: ChangeCollector, context: ChangeContext, old: Response, new: Response) -> None:
    """Compare the types of the events of a stream by their names."""
    before, after = dict(old.event_types), dict(new.event_types)
    same = [name for name in before if name in after and collector.is_same_type(before[name], after[name])]
    if len(same) == len(before) == len(after):
        return
    effects = [
        collector.type_effects(before[name], after[name])[Direction.RESPONSE] for name in before if name in after
    ]
    compared = (any(types for types, _ in effects), any(wire for _, wire in effects))
    collector.add(
        "response-events-changed",
        context,
        "changed its events",
        before=format_value(old.event_types),
        after=format_value(new.event_types),
        compared={Direction.RESPONSE: compared},
    )


def compare_pagination(collector: ChangeCollector, operation: ChangeContext, old: Operation, new: Operation) -> None:
    """Compare whether a call returns pages, and how the client asks for the next page."""
    one, other = old.pagination, new.pagination
    if one is None and other is None:
        return
    context = replace(operation, directions=RESPONSE)
    if one is None and other is not None:
        types = format_type(other.item), format_type(return_type(old))
        after = format_value(other)
        collector.add("pagination-added", operation, "now returns pages of {} instead of {}", *types, after=after)
    elif one is not None and other is None:
        types = format_type(return_type(new)), format_type(one.item)
        before = format_value(one)
        collector.add("pagination-removed", operation, "returns {} instead of pages of {}", *types, before=before)
    elif one is not None and other is not None:
        items = format_type(one.item), format_type(other.item)
        if items[0] != items[1] and not collector.is_same_type(one.item, other.item):
            sentence = "changed the items of its pages from {} to {}"
            compared = collector.type_effects(one.item, other.item)
            collector.add(
                "pagination-items-changed",
                context,
                sentence,
                *items,
                before=items[0],
                after=items[1],
                compared=compared,
            )
        texts = _format_pagination(old, collector.old.models), _format_pagination(new, collector.new.models)
        if texts[0] != texts[1] or _without_items(one) != _without_items(other):
            sentence = "changed its pagination from {} to {}"
            if texts[0] == texts[1]:
                texts = _items_name(old, collector.old.models), _items_name(new, collector.new.models)
                sentence = "moved the items of its pages from {} to {}"
            collector.add("pagination-changed", context, sentence, *texts, before=texts[0], after=texts[1])


def _format_pagination(operation: Operation, models: Mapping[str, Model]) -> str:
    """The kind of pages, with the argument and the fields that ask for the next one: `token (pageToken, nextToken)`."""
    kind = operation.pagination.kind if operation.pagination else "none"
    return f"{kind} ({', '.join(_pagination_wire_names(operation, models))})"


def _pagination_wire_names(operation: Operation, models: Mapping[str, Model]) -> list[str]:
    """The names on the wire of the argument and of the fields that ask for the next page, without its items."""
    page = operation.pagination
    parameters = {each.name.python: each.name.wire for each in operation.parameters}
    of = return_type(operation)
    names: list[str] = []
    parts = () if page is None else (page, _fallback(page))
    for part, each in ((part, each) for part in parts if part is not None for each in fields(part)):
        value = getattr(part, each.name)
        if each.name == "parameter":
            names.append(parameters.get(value, value))
        elif each.name not in ("items", "item") and isinstance(value, str) and value and of is not None:
            names.append(_wire_path(of, value.split("."), models))
    return names


def _items_name(operation: Operation, models: Mapping[str, Model]) -> str:
    """Where the items of a page are, on the wire; `the page itself` if that is a list."""
    of, page = return_type(operation), operation.pagination
    return _wire_path(of, page.items.split("."), models) if of and page and page.items else "the page itself"


def _wire_path(of: Type, path: Sequence[str], models: Mapping[str, Model]) -> str:
    """The names on the wire of a path of Python names; a part that no model declares keeps its name."""
    names: list[str] = []
    for name in path:
        variants = of.variants if isinstance(of, Union) else (of,)
        declared = [
            field
            for variant in variants
            if isinstance(variant, ModelRef) and isinstance(model := models[variant.name], ObjectModel)
            for field in model.fields
            if field.name.python == name
        ]
        names.append(declared[0].name.wire if declared else name)
        of = declared[0].type if declared else Scalar.ANY
    return ".".join(names)


def _fallback(pagination: Pagination) -> Pagination | None:
    return pagination.fallback if isinstance(pagination, (TokenPagination, CursorPagination)) else None


def _without_items(pagination: Pagination) -> Pagination:
    """A pagination without the type of its items, which is compared by itself."""
    if isinstance(pagination, (TokenPagination, CursorPagination)) and pagination.fallback:
        pagination = replace(pagination, fallback=replace(pagination.fallback, item=Scalar.ANY))
    return replace(pagination, item=Scalar.ANY)


def _format_response(response: Response) -> str:
    return f"{response.status}: {format_type(response.type)}"
