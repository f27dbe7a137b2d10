"""Compares the parameters of two operations."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from fledge.diff.changes import Direction
from fledge.diff.compare.bodies import format_encoding
from fledge.diff.compare.collector import ChangeCollector
from fledge.diff.compare.constraint_comparison import without_null
from fledge.diff.compare.context import REQUEST, ChangeContext, part_of, phrases
from fledge.diff.json_kinds import JSONKind, json_kinds
from fledge.diff.matching import match_by_keys, match_renames, path_variables
from fledge.diff.reports.types import format_type
from fledge.ir import Location, Operation, Parameter, Type
from fledge.openapi.media_types import essence


def compare_parameters(collector: ChangeCollector, context: ChangeContext, old: Operation, new: Operation) -> None:
    """Compare all parameters, matched by location and name; those of a path by position if there are as many."""
    if old.path == new.path and collector.are_unchanged(old.parameters, new.parameters):
        return
    positions = path_variables(old.path), path_variables(new.path)

    def key(each: Parameter) -> tuple[str, str] | None:
        if each.location is Location.PATH and len(positions[0]) == len(positions[1]):
            index = positions[0 if any(each is other for other in old.parameters) else 1].get(each.name.wire)
            return None if index is None else (each.location, str(index))
        name = each.name.wire.lower() if each.location is Location.HEADER else each.name.wire
        return (each.location, name)

    matches = match_by_keys(
        old.parameters, new.parameters, key, lambda each: None if each.location is Location.PATH else each.name.wire
    )
    _compare_order(collector, context, *positions)
    renames = match_renames(
        [each for each in matches.removed if each.location is not Location.PATH],
        [each for each in matches.added if each.location is not Location.PATH],
        lambda one, other: one.location is other.location and collector.is_same_type(one.type, other.type),
    )
    renamed = {id(each) for pair in renames for each in pair}
    for each in matches.removed:
        if id(each) not in renamed:
            before = _format_parameter(each)
            collector.add("parameter-removed", _argument(context, each).removed, "was removed", before=before)
    for each in matches.added:
        if id(each) not in renamed:
            code = "parameter-added-required" if each.required else "parameter-added"
            sentence = "was added and is required" if each.required else "was added"
            collector.add(code, _argument(context, each).added, sentence, after=_format_parameter(each))
    for before_each, after_each in [*matches.pairs, *renames]:
        if collector.is_unchanged(before_each, after_each):
            continue
        is_key = [
            each.name.wire == operation.idempotency_key for each, operation in ((before_each, old), (after_each, new))
        ]
        _compare_parameter(collector, context, before_each, after_each, optional_by_rule=is_key[0] != is_key[1])


def _compare_order(
    collector: ChangeCollector, context: ChangeContext, old: Mapping[str, int], new: Mapping[str, int]
) -> None:
    """Report path variables that both paths have in another order: positional arguments go to other variables."""
    before, after = ([name for name in one if name in other] for one, other in ((old, new), (new, old)))
    shifted = len(old) == len(new) and any(old[name] != new[name] for name in before)
    if before != after or shifted:
        orders = ", ".join(old), ", ".join(new)
        sentence = "changed the order of its path parameters from {} to {}"
        collector.add(
            "path-parameters-reordered",
            replace(context, directions=REQUEST),
            sentence,
            *orders,
            before=orders[0],
            after=orders[1],
        )


def _argument(context: ChangeContext, each: Parameter) -> ChangeContext:
    label = phrases(f"{each.location} parameter {{}}", each.name.wire)
    part = ("parameters", str(each.location), each.name.wire)
    wire_name = f"{each.location} parameter {each.name.wire}"
    return part_of(context, label, REQUEST, *part, detail=f"({each.name.python}=)", wire_name=wire_name)


def _compare_parameter(
    collector: ChangeCollector, operation: ChangeContext, old: Parameter, new: Parameter, *, optional_by_rule: bool
) -> None:
    """Compare two parameters. `optional_by_rule`: one of them is optional because it is the idempotency header."""
    context = replace(_argument(operation, old), new=_argument(operation, new).new)
    python_renamed = old.name.python != new.name.python
    if old.name != new.name and old.location is new.location is Location.PATH:
        names = [each.name.python if python_renamed else each.name.wire for each in (old, new)]
        collector.add("path-parameter-renamed", context, "was renamed to {}", names[1], before=names[0], after=names[1])
    elif _is_same_name(old, new) and old.location is Location.HEADER:
        collector.compare_spelling(context, old.name.wire, new.name.wire)
    elif not _is_same_name(old, new):
        before, after = old.name.wire, new.name.wire
        sentence = "was renamed to {}" if python_renamed else "was renamed to {}; its argument has the same name"
        collector.add(
            "parameter-wire-renamed",
            context,
            sentence,
            after,
            before=before,
            after=after,
            compared={Direction.REQUEST: (python_renamed, True)},
        )
    elif python_renamed:
        before, after = old.name.python, new.name.python
        sentence = "renamed its argument from {} to {}"
        collector.add("parameter-renamed", context, sentence, before, after, before=before, after=after)
    sides = json_kinds(old.type, collector.old.models), json_kinds(new.type, collector.new.models)
    before, after = (_format_serialization(each, sides[0] & sides[1], sides[0] | sides[1]) for each in (old, new))
    if old.location != new.location:
        locations = str(old.location), str(new.location)
        sentence = f"moved from the {locations[0]} to the {locations[1]}"
        collector.add("parameter-moved", context, sentence, before=locations[0], after=locations[1])
    elif old.content and new.content and (essence(old.content), old.encoding) == (essence(new.content), new.encoding):
        collector.compare_spelling(context, old.content, new.content)
    elif before != after:
        sentence = "changed its serialization from {} to {}"
        collector.add("parameter-serialized", context, sentence, before, after, before=before, after=after)
    else:
        collector.compare_spelling(context, *map(_spell_serialization, (old, new)))
    if not optional_by_rule:
        collector.compare_required(context, old.required, new.required)
    old_type, new_type = _wire_type(old), _wire_type(new)
    limits, is_text = (old.constraints, new.constraints), old.content is None
    collector.compare_types(context, old_type, new_type, is_text=is_text, constraints=limits)
    collector.compare_constraints(context, *limits, old.type, new.type, is_text=is_text)
    collector.compare_docs(context, old.docs, new.docs)
    collector.report_unhandled_fields(context, old, new)


_DELIMITED = ("spaceDelimited", "pipeDelimited")
"""The styles that say what stands between the parts of a value."""


def _is_same_name(old: Parameter, new: Parameter) -> bool:
    """Whether a server takes the names for one; those of headers are case-insensitive (RFC 9110, 5.1)."""
    names = old.name.wire, new.name.wire
    if old.location is new.location is Location.PATH:
        return True
    is_header = old.location is new.location is Location.HEADER
    return names[0].lower() == names[1].lower() if is_header else names[0] == names[1]


def _wire_type(each: Parameter) -> Type:
    """The type of a parameter without null, which the client never writes: None leaves the parameter out."""
    return without_null(each.type)


def _format_serialization(each: Parameter, shared: frozenset[JSONKind], every: frozenset[JSONKind]) -> str:
    """How a parameter is written, without what makes no difference for values of the kinds that both sides share.

    `every` are the kinds of either side: where none is in quotes or has parts, a media type is as good as a style.
    """
    if each.content and not _is_plain(each.content, every):
        return _spell_serialization(each)
    style = _usual_style(each) if each.content else each.style
    is_reserved = each.allow_reserved and bool(shared - {JSONKind.INTEGER})
    # A list in simple style has commas in any case, and a deep object is always written property by property.
    parts = {JSONKind.OBJECT} if style == "simple" else {JSONKind.ARRAY, JSONKind.OBJECT}
    is_exploded = each.explode and bool(shared & parts) and style != "deepObject"
    if style in _DELIMITED and (is_exploded or not shared & parts):
        style = "form"  # nothing stands between the parts
    return _spell_serialization(
        replace(each, content=None, style=style, explode=is_exploded, allow_reserved=is_reserved)
    )


def _spell_serialization(each: Parameter) -> str:
    """How the description says that a parameter is written."""
    if each.content:
        return "; ".join([each.content, *(f"{part.name}: {format_encoding(part)}" for part in each.encoding)])
    exploded = ", exploded" if each.explode and each.style != "deepObject" else ""
    reserved = ", reserved characters unescaped" if each.allow_reserved else ""
    return f"{each.style}{exploded}{reserved}{', several path segments' if each.segments else ''}"


def _usual_style(each: Parameter) -> str:
    return "simple" if each.location in (Location.PATH, Location.HEADER) else "form"


def _is_plain(media_type: str, kinds: frozenset[JSONKind]) -> bool:
    """Whether values of these kinds have one text in a media type and without it; only JSON has quotes."""
    if kinds & {JSONKind.ARRAY, JSONKind.OBJECT}:
        return False
    name = essence(media_type)
    return name == "text/plain" or name == "application/json" and JSONKind.STRING not in kinds


def _format_parameter(each: Parameter) -> str:
    return f"{each.name.python}: {format_type(each.type)}{'' if each.required else ', optional'}"
