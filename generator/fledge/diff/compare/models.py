"""Compares models: which are added and removed, their fields, enum values and union variants."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from fledge.diff.changes import Direction, DocumentNode
from fledge.diff.compare.collector import ChangeCollector
from fledge.diff.compare.context import CLIENT, ChangeContext, phrases
from fledge.diff.compare.discriminators import compare_discriminators
from fledge.diff.compare.model_texts import describe_model, format_field, format_model, model_kind
from fledge.diff.compare.unions import compare_variants
from fledge.diff.matching import match_renames
from fledge.diff.reports.types import format_type, format_value
from fledge.ir import (
    NO_CONSTRAINTS,
    AliasModel,
    EnumModel,
    Field,
    JSONScalar,
    Model,
    ModelRef,
    ObjectModel,
    Scalar,
    Type,
    Union,
    UnionModel,
)
from fledge.ir.traversal import is_nullable
from fledge.quick_dataclass import quick_dataclass


def compare_models(collector: ChangeCollector) -> None:
    """Compare all models of both sides."""
    matched = collector.matches.models
    new_names = set(matched.values())
    calls = collector.matches.calls
    new_calls = set(calls.values())
    for name, model in collector.old.models.items():
        if name in matched:
            _ModelComparison(collector, model, collector.new.models[matched[name]]).run()
            continue
        context = _whole(model, collector.old.calls(name)).removed
        if context.calls and not any(call in calls for call in context.calls):
            collector.add("model-removed-with-calls", context, "was removed with all calls that used it")
        else:
            collector.add("model-removed", context, f"({model_kind(model)}) was removed", before=model_kind(model))
    for name, model in collector.new.models.items():
        if name in new_names:
            continue
        context = _whole(model, collector.new.calls(name)).added
        if context.calls and new_calls.isdisjoint(context.calls):
            collector.add("model-added-with-calls", context, "was added with the calls that use it")
        else:
            collector.add("model-added", context, f"({model_kind(model)}) was added", after=model_kind(model))
        if name in collector.matches.splits:
            old = collector.old.models[collector.matches.splits[name]]
            _ModelComparison(collector, old, model, is_split=True).run()


def _whole(model: Model, calls: tuple[str, ...]) -> ChangeContext:
    node = DocumentNode(owner=model.source)
    return ChangeContext(
        subject=model.name.python,
        wire_name=f"schema {model.name.wire}",
        label=phrases("model {}", model.name.python),
        directions=CLIENT,
        old=node,
        new=node,
        find_calls=lambda: calls,
    )


@quick_dataclass(frozen=True, slots=True)
class _ModelComparison:
    """Two models that are matched; after a split, the new one goes by its own name."""

    collector: ChangeCollector
    old: Model
    new: Model
    is_split: bool = False

    @property
    def directions(self) -> tuple[Direction, ...]:
        """The directions in which both models are on the wire; if there is none, those of the old model."""
        before = self.collector.old.directions(self.old.name.python)
        after = self.collector.new.directions(self.new.name.python)
        if self.is_split:
            return after
        return tuple(each for each in before if each in after) or before

    def context(self, name: str = "", wire_name: str = "", *part: str) -> ChangeContext:
        """The context of the model, or of the part of it that has a Python name."""
        side, model = self.collector.old, self.old.name.python
        if self.is_split:
            side, model = self.collector.new, self.new.name.python
        subject = f"{model}.{name}" if name else model
        return ChangeContext(
            subject=subject,
            wire_name=wire_name or f"schema {self.old.name.wire}",
            label=phrases("{}", subject) if name else phrases("model {}", subject),
            directions=self.directions,
            old=DocumentNode(owner=self.old.source, part=part),
            new=DocumentNode(owner=self.new.source, part=part),
            find_calls=lambda: side.calls(model),
        )

    @property
    def is_unchanged(self) -> bool:
        """Whether nothing needs to be compared, as it is for most models.

        Two that are equal wherever they stand may still differ for callers: by what their calls do with them, or by
        what the models are now that they refer to.
        """
        collector, old, new = self.collector, self.old, self.new
        if old != new and old != replace(new, source=old.source, module=old.module):
            return False
        name = old.name.python
        match old, new:
            case ObjectModel(), _:  # its constraints are about objects, whatever these hold
                sides = collector.old.directions(name), collector.new.directions(name)
                return (Direction.REQUEST in sides[0]) == (Direction.REQUEST in sides[1])
            case EnumModel(), EnumModel():
                is_closed = name in collector.old.closed_enums, name in collector.new.closed_enums
                return is_closed[0] == is_closed[1] and _distinct(old.values) == _distinct(new.values)
            case UnionModel(), _ if old.discriminator is not None:
                return False
            case AliasModel() | UnionModel(), _:
                return old.constraints == NO_CONSTRAINTS
            case _:
                return False

    def run(self) -> None:
        if self.is_unchanged:
            return
        collector, old, new = self.collector, self.old, self.new
        before, after = old.name.python, new.name.python
        if before != after and not self.is_split:
            context = self.context().of_client
            collector.add("model-renamed", context, "was renamed to {}", after, before=before, after=after)
        context = self.context()
        collector.compare_docs(context, old.docs, new.docs)
        match old, new:
            case ObjectModel(), ObjectModel():
                self.compare_objects(old, new)
            case EnumModel(), EnumModel():
                self.compare_enums(old, new)
            case AliasModel(), AliasModel():
                collector.compare_types(context, old.type, new.type, constraints=(old.constraints, new.constraints))
            case UnionModel(), UnionModel():
                compare_variants(collector, context, old, new)
                compare_discriminators(collector, self.context("", "", "discriminator"), old, new)
            case _:
                self.compare_kinds(old, new)
        collector.compare_model_constraints(context, old, new)
        collector.report_unhandled_fields(context, old, new)

    def compare_kinds(self, old: Model, new: Model) -> None:
        """Report that an object became an enum, for example; the effect depends on the values of both."""
        sides = describe_model(old), describe_model(new)
        self.collector.add(
            "model-kind-changed",
            self.context(),
            f"changed from {sides[0][0]} to {sides[1][0]}",
            *sides[0][1],
            *sides[1][1],
            before=format_model(old),
            after=format_model(new),
            compared=self.collector.kind_effects(old, new),
        )

    # --- objects

    def compare_objects(self, old: ObjectModel, new: ObjectModel) -> None:
        before = {each.name.wire: each for each in old.fields}
        after = {each.name.wire: each for each in new.fields}
        for one, other in match_renames(
            [each for wire, each in before.items() if wire not in after],
            [each for wire, each in after.items() if wire not in before],
            lambda one, other: self.collector.is_same_type(one.type, other.type),
        ):
            self.compare_renamed(one, other)
            del before[one.name.wire], after[other.name.wire]
        sides = (self.collector.old, old), (self.collector.new, new)
        sent = [Direction.REQUEST in side.directions(model.name.python) for side, model in sides]
        for wire, each in before.items():
            if each == after.get(wire):
                if sent[0] != sent[1]:
                    self.compare_absence(self.field_context(each), each, after[wire], is_sent=sent[1])
                continue  # most fields are equal, and a document may have tens of thousands
            if self.is_split and each.read_only and wire not in after:
                continue  # nobody could send it
            context = self.field_context(each)
            if each.read_only and (wire not in after or after[wire].read_only):
                context = replace(context, directions=tuple(one for one in self.directions if one != Direction.REQUEST))
            if wire in after:
                self.compare_fields(context, each, after[wire])
                if sent[0] != sent[1]:
                    self.compare_absence(context, each, after[wire], is_sent=sent[1])
            else:
                self.collector.add(
                    "field-removed",
                    context.removed,
                    "was removed",
                    before=format_field(each),
                    compared={Direction.RESPONSE: (True, each.required)},
                )
        for wire, each in after.items():
            if wire not in before:
                self.report_added(self.field_context(each).added, each)
        self.compare_additional_properties(old.additional_properties, new.additional_properties)

    def field_context(self, each: Field) -> ChangeContext:
        return self.context(each.name.python, f"property {each.name.wire}", "properties", each.name.wire)

    def compare_renamed(self, old: Field, new: Field) -> None:
        """Compare two fields with different names on the wire."""
        context = replace(self.field_context(old), new=self.field_context(new).new)
        python_renamed = old.name.python != new.name.python
        before, after = old.name.wire, new.name.wire
        sentence = "was renamed to {}" if python_renamed else "was renamed to {} on the wire"
        self.collector.add(
            "field-wire-renamed",
            context,
            sentence,
            after,
            before=before,
            after=after,
            compared={Direction.REQUEST: (python_renamed, True), Direction.RESPONSE: (python_renamed, old.required)},
        )
        self.compare_fields(context, old, new)

    def compare_fields(self, context: ChangeContext, old: Field, new: Field) -> None:
        collector = self.collector
        if old.name.wire == new.name.wire and old.name.python != new.name.python:
            before, after = old.name.python, new.name.python
            sentence = "was renamed to {} in Python"
            collector.add("field-renamed", context, sentence, after, before=before, after=after)
        if new.read_only and not old.read_only and Direction.REQUEST in self.directions:
            # A class keeps an optional field that is read-only, but no dict has its key, and no call the argument.
            name = self.old.name.python
            compared = {Direction.REQUEST: (collector.old.is_spread(name) or collector.old.has_dict(name), True)}
            collector.add("field-became-read-only", context, "became read-only", after="readOnly", compared=compared)
        if old.read_only and not new.read_only and Direction.REQUEST in self.directions:
            collector.add("field-became-not-read-only", context, "is no longer read-only", before="readOnly", after="")
        if new.tag is None:  # else classes send it, whatever the description requires
            # A property may be required without being declared: it has to be sent, and comes, all the same.
            was_required, still_comes = (
                isinstance(model, ObjectModel) and field.name.wire in model.constraints.required
                for model, field in ((self.old, old), (self.new, new))
            )
            effects = {Direction.REQUEST: (True, not was_required), Direction.RESPONSE: (False, False)}
            eased = {Direction.RESPONSE: (new.type is not Scalar.ANY, not still_comes)}
            collector.compare_required(context, old.required, new.required, compared=effects, eased=eased)
        if old.required and new.required:
            if old.filled_in is not None and new.filled_in is None and context.of_request.directions:
                sentence, value = "became required, since the class no longer fills in {}", format_value(old.filled_in)
                code, compared = "became-required", {Direction.REQUEST: (True, False)}
                texts = {"before": value, "after": "required"}
                collector.add(code, context.of_request, sentence, value, compared=compared, **texts)
            else:
                compared = {Direction.REQUEST: (collector.old.has_dict(self.old.name.python), False)}
                is_required = [not each.is_filled_in for each in (old, new)]
                collector.compare_required(context.of_request, *is_required, compared=compared)
        in_form = collector.old.is_in_form(self.old.name.python) or collector.new.is_in_form(self.new.name.python)
        is_form = collector.old.is_form(self.old.name.python) and collector.new.is_form(self.new.name.python)
        collector.compare_types(
            context,
            old.type,
            new.type,
            required=old.required,
            in_form=in_form,
            is_form=is_form,
            is_argument=collector.old.is_spread(self.old.name.python),
            constraints=(old.constraints, new.constraints),
        )
        collector.compare_constraints(context, old.constraints, new.constraints, old.type, new.type, is_text=is_form)
        collector.compare_docs(context, old.docs, new.docs)
        collector.report_unhandled_fields(context, old, new)

    def compare_absence(self, context: ChangeContext, old: Field, new: Field, *, is_sent: bool) -> None:
        """Report that a field without a value is `UNSET` now, since callers may send null, or that it is None again."""
        if self.is_split or old.required or new.required or not is_nullable((new if is_sent else old).type):
            return
        before, after = ("None", "UNSET") if is_sent else ("UNSET", "None")
        self.collector.add(
            "field-absence-changed",
            context,
            f"is {{}} instead of {{}} if it is absent, since calls {'send it now' if is_sent else 'no longer send it'}",
            after,
            before,
            before=before,
            after=after,
            compared={Direction.RESPONSE: (is_sent, False)},
        )

    def report_added(self, context: ChangeContext, new: Field) -> None:
        code, sentence = "field-added", "was added"
        if new.required and Direction.REQUEST in self.directions and not new.read_only:
            constant = new.filled_in is not None
            code = "field-added-constant" if constant else "field-added-required"
            sentence = "was added and the client always sends it" if constant else "was added and is required"
        # Only a dict has to have a constant, which classes and calls fill in.
        compared = {Direction.REQUEST: (self.collector.old.has_dict(self.old.name.python), True)}
        self.collector.add(code, context, sentence, after=format_field(new), compared=compared)

    def compare_additional_properties(self, old: Type | None, new: Type | None) -> None:
        if old is None and new is None:
            return
        context = self.context("additional_properties", "further properties", "additionalProperties")
        before, after = format_type(old), format_type(new)
        if old is None or new is None:
            # The attribute appears or disappears; the old client ignores properties that it does not know.
            removed = new is None
            compared = {Direction.REQUEST: (removed, removed), Direction.RESPONSE: (removed, False)}
            sentence = "(additional properties) was removed" if removed else "(additional properties) was added"
            values: tuple[str, ...] = ()
        elif before == after or self.collector.is_same_type(old, new):
            self.collector.compare_types(context, old, new)  # what they list may differ, or the media type of a text
            return
        else:
            compared = dict(self.collector.type_effects(old, new))
            sentence, values = "(additional properties) changed its type from {} to {}", (before, after)
        self.collector.add(
            "additional-properties-changed",
            context,
            sentence,
            *values,
            before=before,
            after=after,
            compared=compared,
        )

    # --- enums and unions

    def compare_enums(self, old: EnumModel, new: EnumModel) -> None:
        was_closed = old.name.python in self.collector.old.closed_enums
        is_closed = new.name.python in self.collector.new.closed_enums
        if is_closed and not was_closed:
            sentence = "is closed now: it is only sent, and takes no other values"
            self.collector.add("enum-closed", self.context(), sentence, before="open", after="closed")
        elif was_closed and not is_closed:
            sentence = "is open now: other values are no errors of types"
            self.collector.add("enum-opened", self.context(), sentence, before="closed", after="open")
        listed = _distinct(old.values), _distinct(new.values)
        for kind, value in listed[0]:
            if (kind, value) not in listed[1]:
                text = format_value(value)
                context = self.context("", "", "enum", text)
                self.collector.add(
                    "enum-value-removed",
                    context,
                    "lost the value {}",
                    text,
                    before=repr(value),
                    compared={Direction.REQUEST: (is_closed, True)},
                )
        for kind, value in listed[1]:
            if (kind, value) not in listed[0]:
                text = format_value(value)
                context = self.context("", "", "enum", text)
                self.collector.add("enum-value-added", context, "gained the value {}", text, after=repr(value))
        if old.base != new.base and not (was_closed and is_closed):  # else no other values have a type
            before, after = format_type(old.base), format_type(new.base)
            sentence = "changed the type of unknown values from {} to {}"
            self.collector.add(
                "enum-base-changed",
                self.context(),
                sentence,
                before,
                after,
                before=before,
                after=after,
                compared=self.collector.type_effects(old.base, new.base),
            )


def _distinct(values: Iterable[JSONScalar]) -> dict[tuple[type, JSONScalar], None]:
    """JSON values in their order, each with its type: True is not 1 in JSON."""
    return {(type(value), value): None for value in values}
