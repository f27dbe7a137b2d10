"""Compares the request bodies of two operations: media types, types, and how callers pass them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from fledge.diff.changes import Direction
from fledge.diff.compare.collector import ChangeCollector
from fledge.diff.compare.context import REQUEST, ChangeContext, part_of, phrases
from fledge.diff.json_kinds import JSONKind, json_kinds, without_aliases
from fledge.diff.reports.types import format_type
from fledge.ir import (
    Encoding,
    EnumModel,
    Field,
    ListOf,
    MapOf,
    Model,
    ModelRef,
    ObjectModel,
    RequestBody,
    RequestBodyKind,
    Scalar,
    Type,
    Union,
)
from fledge.openapi.media_types import essence


def compare_bodies(
    collector: ChangeCollector, operation: ChangeContext, old: RequestBody | None, new: RequestBody | None
) -> None:
    """Compare two bodies, or report that there is one only now, or no longer."""
    if old is None and new is None or old and new and collector.is_unchanged(old, new):
        return
    context = part_of(operation, phrases("the request body"), REQUEST, "requestBody", wire_name="body")
    if old is None and new is not None:
        types_break = _has_required_arguments(new)
        code = "body-added-required" if new.required else "body-added"
        sentence = "was added and is required: {}" if code == "body-added-required" else "was added: {}"
        effects = {Direction.REQUEST: (types_break, new.required)}
        text = _format_body(new)
        collector.add(code, context.added, sentence, text, after=text, compared=effects)
    elif old is not None and new is None:
        text = _format_body(old)
        collector.add("body-removed", context.removed, "was removed: {}", text, before=text)
    elif old is not None and new is not None:
        if _passing(old) != _passing(new):
            before, after = _passing(old), _passing(new)
            sentence = f"is passed as {after} instead of {before}"
            codes = ["body="] * sentence.count("{}")
            collector.add(
                "body-kind-changed",
                context,
                sentence,
                *codes,
                before=before.format("body="),
                after=after.format("body="),
            )
        if new.required and not old.required and old.flat and new.flat:
            # Callers pass its fields: if they pass none, the old client sends no body.
            effects = {Direction.REQUEST: (_has_required_arguments(new), True)}
            texts = ("optional", "required")
            collector.add(
                "body-became-required", context, "became required", before=texts[0], after=texts[1], compared=effects
            )
        else:
            collector.compare_required(context, old.required, new.required)
        _compare_media_types(collector, context, old, new)
        if old.flat and new.flat:
            _compare_arguments(collector, operation, old, new)
        collector.report_unhandled_fields(context, old, new)


def _has_required_arguments(body: RequestBody) -> bool:
    if body.flat and body.required:
        return any(each.required and each.filled_in is None for each in body.fields)
    return body.required


# --- media types


def _media_types(body: RequestBody) -> dict[str, RequestBody]:
    """Each media type, without case and parameters, with the body that is sent in it."""
    types: dict[str, RequestBody] = {}
    for each in (body, *body.alternatives):
        names = each.media_type.split(",") if each.kind is RequestBodyKind.RAW else [each.media_type]
        for name in names:
            types.setdefault(essence(name), each)
    return types


def _in_range(name: str, types: Mapping[str, RequestBody]) -> RequestBody | None:
    """The body of the range that has a media type."""
    ranges = (f"{name.partition('/')[0]}/*", "*/*")
    return next((types[each] for each in ranges if each in types and each != name), None)


def _spellings(body: RequestBody) -> dict[str, str]:
    """Each media type as the description writes it, by the one without case and parameters."""
    names = [name.strip() for each in (body, *body.alternatives) for name in each.media_type.split(",")]
    return {essence(name): name for name in reversed(names)}


def _compare_media_types(
    collector: ChangeCollector, context: ChangeContext, old: RequestBody, new: RequestBody
) -> None:
    """Compare the content of each media type; if each side has a media type of its own, they are the same body."""
    before, after = _media_types(old), _media_types(new)
    first, preferred = next(iter(before)), next(iter(after))
    # A range such as `image/*` accepts what the old client sends in one of its media types.
    after.update({name: each for name in before if name not in after and (each := _in_range(name, after))})
    if first not in after and preferred not in before:
        sentence = "changed its media type from {} to {}"
        # Only a body of several media types, or of a range, has the argument `content_type`.
        loses_argument = old.has_content_type_argument and not new.has_content_type_argument
        collector.add(
            "body-media-type-changed",
            context,
            sentence,
            first,
            preferred,
            before=first,
            after=preferred,
            compared={Direction.REQUEST: (loses_argument, True)},
        )
        after[first], before[preferred] = new, old
    elif first != preferred and first in after:
        types_break, _ = collector.type_effects(old.type, new.type)[Direction.REQUEST]
        # Bytes are sent as they are, so that they now have the wrong media type.
        types_break |= old.kind is RequestBodyKind.RAW
        sentence = "is sent as {} by default instead of {}"
        collector.add(
            "body-media-type-preferred",
            context,
            sentence,
            preferred,
            first,
            before=first,
            after=preferred,
            compared={Direction.REQUEST: (types_break, False)},
        )
    spellings = _spellings(old), _spellings(new)
    for name in before:
        if name in spellings[0] and name in spellings[1]:
            collector.compare_spelling(context, spellings[0][name], spellings[1][name])
    compared: list[tuple[int, int]] = []
    for name, body in before.items():
        if name not in after:
            collector.add("body-media-type-removed", context, "no longer accepts {}", name, before=_format_body(body))
        elif (id(body), id(after[name])) not in compared and name != preferred or body is old and name == first:
            compared.append((id(body), id(after[name])))
            _compare_content(collector, context, body, after[name])
    for name, body in after.items():
        if name not in before:
            collector.add("body-media-type-added", context, "also accepts {}", name, after=_format_body(body))


def _compare_content(collector: ChangeCollector, context: ChangeContext, old: RequestBody, new: RequestBody) -> None:
    if old.encoding != new.encoding:
        _compare_encodings(collector, context, old, new)
    if old.alternatives:
        context = replace(context, label=phrases("the request body as {}", old.media_type))
    if not (old.flat and new.flat):  # else the arguments are compared
        in_form = old.has_parts or new.has_parts
        collector.compare_types(
            context, old.type, new.type, in_form=in_form, constraints=(old.constraints, new.constraints)
        )
        collector.compare_constraints(context, old.constraints, new.constraints, old.type, new.type)
    if not old.flat and not new.flat:  # else these are the docs of the model
        collector.compare_docs(context, old.docs, new.docs)


def _compare_encodings(collector: ChangeCollector, context: ChangeContext, old: RequestBody, new: RequestBody) -> None:
    """Compare how each part of a form is written; a media type that a part has without saying so is no change."""
    before, after = _encodings(old, collector.old.models), _encodings(new, collector.new.models)
    if before == after:
        texts = ["; ".join(f"{one.name}: {format_encoding(one)}" for one in each.encoding) for each in (old, new)]
        collector.compare_spelling(context, *(each or "default" for each in texts))
        return
    for name in sorted({*before, *after}):
        one, other = (format_encoding(each.get(name)) for each in (before, after))
        if one != other:
            sentence = "changed the encoding of its part {} from {} to {}"
            collector.add("body-encoding-changed", context, sentence, name, one, other, before=one, after=other)


def _encodings(body: RequestBody, models: Mapping[str, Model]) -> dict[str, Encoding]:
    """The encodings that differ from what parts have without one (OpenAPI 3.1.1, 4.8.15.1.2)."""
    model = models[body.type.name] if isinstance(body.type, ModelRef) else None
    types = {each.name.wire: each.type for each in model.fields} if isinstance(model, ObjectModel) else {}
    encodings: dict[str, Encoding] = {}
    for each in body.encoding:
        of = types.get(each.name)
        usual = _usual_media_type(of, models)
        if each.content and each.content == usual:
            each = replace(each, content=None)
        if each.style and of is not None and (usual == "text/plain" or not body.has_parts):
            each = _without_needless_style(each, json_kinds(of, models), has_parts=body.has_parts)
        if each != Encoding(name=each.name):
            encodings[each.name] = each
    return encodings


def _without_needless_style(of: Encoding, kinds: frozenset[JSONKind], *, has_parts: bool) -> Encoding:
    """Return an encoding without a style that writes values of these kinds as usual."""
    if (
        JSONKind.OBJECT in kinds
        or JSONKind.ARRAY in kinds
        and (has_parts or not of.explode or of.style == "deepObject")
    ):
        return of
    reserved = of.allow_reserved and bool(kinds - {JSONKind.INTEGER})
    return replace(of, style="form" if reserved else None, explode=True, allow_reserved=reserved)


def _usual_media_type(of: Type | None, models: Mapping[str, Model]) -> str:
    """The media type of a part of a form without an encoding; empty for a file, whose name says it."""
    match without_aliases(of, models) if of is not None else None:
        case ListOf(item):
            return _usual_media_type(item, models)
        case Scalar.FILE | Scalar.BYTES | Scalar.ANY | None:
            return ""
        case MapOf():
            return "application/json"
        case ModelRef(name):
            return "text/plain" if isinstance(models[name], EnumModel) else "application/json"
        case Union(variants):
            usual = {_usual_media_type(each, models) for each in variants if each is not Scalar.NONE}
            return usual.pop() if len(usual) == 1 else ""
        case _:
            return "text/plain"


def format_encoding(of: Encoding | None) -> str:
    """An encoding in words: `image/png`, or `style form, not exploded`."""
    if of is None:
        return "default"
    words = [of.content or ""]
    if of.style is not None:
        words.append(f"style {of.style}{'' if of.explode else ', not exploded'}")
    words += ["reserved characters unescaped"] * of.allow_reserved + ["base64"] * of.is_base64
    words += [f"header {name}: {value}" for name, value in of.headers]
    return ", ".join(filter(None, words)) or "default"


# --- arguments


def _compare_arguments(
    collector: ChangeCollector, operation: ChangeContext, old: RequestBody, new: RequestBody
) -> None:
    """Compare the fields that callers pass one by one; if both bodies have the same model, it is compared itself."""
    before = {each.name.wire: (each, name) for each, name in zip(old.fields, old.arguments)}
    after = {each.name.wire: (each, name) for each, name in zip(new.fields, new.arguments)}
    same_model = collector.is_same_type(old.type, new.type)
    for wire, (field, name) in before.items():
        context = part_of(
            operation,
            phrases("request property {}", wire),
            REQUEST,
            "requestBody",
            detail=f"({name}=)",
            wire_name=f"property {wire}",
        )
        if wire in after:
            other, argument = after[wire]
            # A parameter of the same name takes the name of a field from its argument.
            if argument != name and (field.name.python == other.name.python or not same_model):
                sentence = "renamed its argument from {} to {}"
                collector.add("parameter-renamed", context, sentence, name, argument, before=name, after=argument)
            if not same_model:
                in_form, is_form = old.has_parts or new.has_parts, old.is_form and new.is_form
                _compare_argument(collector, context, field, other, in_form=in_form, is_form=is_form)
        elif not same_model:
            text = _format_argument(field, name)
            collector.add("parameter-removed", context.removed, "was removed", before=text)
    for wire, (field, name) in after.items():
        if wire not in before and not same_model:
            label, wire_name = phrases("request property {}", wire), f"property {wire}"
            context = part_of(operation, label, REQUEST, "requestBody", detail=f"({name}=)", wire_name=wire_name)
            code = "parameter-added-required" if field.required else "parameter-added"
            sentence = "was added and is required" if field.required else "was added"
            collector.add(code, context.added, sentence, after=_format_argument(field, name))


def _compare_argument(
    collector: ChangeCollector, context: ChangeContext, old: Field, new: Field, *, in_form: bool, is_form: bool
) -> None:
    collector.compare_required(context, old.required, new.required)
    collector.compare_types(
        context,
        old.type,
        new.type,
        required=old.required,
        in_form=in_form,
        is_form=is_form,
        constraints=(old.constraints, new.constraints),
    )
    collector.compare_constraints(context, old.constraints, new.constraints, old.type, new.type, is_text=is_form)
    collector.compare_docs(context, old.docs, new.docs)


def _passing(body: RequestBody) -> str:
    return "one argument for each property" if body.flat else "{}"


def _format_argument(field: Field, name: str) -> str:
    return f"{name}: {format_type(field.type)}{'' if field.required else ', optional'}"


def _format_body(body: RequestBody) -> str:
    return f"{body.media_type}: {format_type(body.type)}"
