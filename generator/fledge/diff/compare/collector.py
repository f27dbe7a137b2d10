"""Collects changes: both sides of the comparison, and the comparisons that many parts have in common."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass
from typing import TypeAlias

from fledge.diff.assignability import Assignability, ScopedType
from fledge.diff.changes import Change, Direction, Effect
from fledge.diff.compare.constraint_comparison import (
    ConstraintComparison,
    constrained_type,
    model_constraints,
    without_null,
)
from fledge.diff.compare.context import RESPONSE, ChangeContext, phrases
from fledge.diff.compare.coverage import COMPARED_FIELDS
from fledge.diff.directions import ModelDirections
from fledge.diff.json_kinds import list_values
from fledge.diff.matching import Matches
from fledge.diff.reports.types import format_type, format_value, normalize_type
from fledge.diff.rules import TypeEffects, change_level, evaluate
from fledge.ir import (
    NO_CONSTRAINTS,
    AliasModel,
    Constraints,
    Docs,
    EnumModel,
    Model,
    ModelRef,
    Parameter,
    RequestBody,
    Response,
    Scalar,
    Type,
    Union,
)
from fledge.ir.traversal import described_type, referenced_models, with_files

_Part: TypeAlias = Parameter | RequestBody | Response


class ChangeCollector:
    """The changes so far, and the two sides that are compared."""

    def __init__(self, old: ModelDirections, new: ModelDirections, matches: Matches) -> None:
        self.old = old
        self.new = new
        self.matches = matches
        self.changes: list[Change] = []
        self._new_names = {name: name for name in new.models}
        self._unhandled: dict[type, tuple[str, ...]] = {}

    def add(
        self,
        code: str,
        context: ChangeContext,
        sentence: str,
        *values: str,
        before: str = "",
        after: str = "",
        compared: TypeEffects = {},
    ) -> None:
        """Add a change; its rule says what it breaks, or `compared` does if the rule depends on the two types.

        `values` replace each `{}` of the sentence.
        """
        directions = context.directions
        if directions == (Direction.CLIENT,):
            directions = tuple(Direction)  # the rule has the direction
        effects = evaluate(code, directions or RESPONSE, compared)
        if not context.directions:
            # Code may name a model that no call uses, but it is never on the wire.
            effects = tuple(Effect(direction=Direction.CLIENT, types=effect.types) for effect in effects)
        self.changes.append(
            Change(
                code=code,
                level=change_level(code, effects),
                subject=context.subject,
                wire_name=context.wire_name,
                sentence=(*context.label, *phrases(f" {sentence}", *values)),
                effects=effects,
                endpoint=context.endpoint,
                before=before,
                after=after,
                old=context.old,
                new=context.new,
                calls=context.calls,
            )
        )

    def new_scheme_name(self, name: str) -> str:
        """Return the new name of a security scheme; a removed scheme keeps its name."""
        names = {one.name.wire: other.name.wire for one, other in self.matches.schemes.pairs}
        return names.get(name, name)

    # --- types

    def is_same_type(self, old: Type, new: Type) -> bool:
        """Whether two types are equal, whatever their models are called."""
        if type(old) is not type(new):
            return False
        if isinstance(old, Scalar):
            return old is new
        if isinstance(old, ModelRef) and isinstance(new, ModelRef):
            return self.matches.models.get(old.name) == new.name
        if old == new:  # models of one name are matched
            return True
        return normalize_type(old, self.matches.models) == normalize_type(new, self._new_names)

    def are_unchanged(self, old: Sequence[_Part], new: Sequence[_Part]) -> bool:
        """Whether no part of two lists, such as the parameters of an operation, needs to be compared."""
        return len(old) == len(new) and all(map(self.is_unchanged, old, new))

    def is_unchanged(self, old: _Part, new: _Part) -> bool:
        """Whether nothing needs to be compared, as it is for most parts.

        Equal constraints can mean different things for models that changed.
        """
        if old != new or isinstance(old, Response) and old.event_types:
            return False
        if isinstance(old, RequestBody) and isinstance(new, RequestBody):
            if not self.are_unchanged(old.alternatives, new.alternatives):
                return False
        if old.type is None or isinstance(old.type, Scalar):
            return True
        return old.constraints == NO_CONSTRAINTS or not referenced_models(old.type)

    def type_effects(
        self,
        old: Type,
        new: Type,
        *,
        is_text: bool = False,
        in_form: bool = False,
        is_argument: bool = True,
        constraints: tuple[Constraints, Constraints] = (NO_CONSTRAINTS, NO_CONSTRAINTS),
    ) -> TypeEffects:
        """What breaks if one type becomes the other, in each direction; their constraints may list values.

        `is_text`: all values are written as text. `in_form`: content is uploaded, and else a string. `is_argument`:
        callers do not pass the values to a class.
        """
        models = self.matches.models
        if not in_form:
            old, new = with_files(old, Scalar.STR), with_files(new, Scalar.STR)
        effects = self._effects(models, old, new, is_text=is_text, is_argument=is_argument)
        effects = self._with_listed_values(effects, models, old, new, constraints, is_text=is_text)
        return self._with_refusals(effects, old, new, constraints, is_text=is_text)

    def kind_effects(self, old: Model, new: Model) -> TypeEffects:
        """What breaks if a model becomes one of another kind: the two are compared as if they were not matched."""
        models = {before: after for before, after in self.matches.models.items() if before != old.name.python}
        effects = self._effects(models, ModelRef(old.name.python), ModelRef(new.name.python))
        types = [each.type if isinstance(each, AliasModel) else ModelRef(each.name.python) for each in (old, new)]
        constraints = [each.constraints if isinstance(each, AliasModel) else NO_CONSTRAINTS for each in (old, new)]
        limits = constraints[0], constraints[1]
        effects = self._with_listed_values(effects, models, types[0], types[1], limits)
        return self._with_refusals(effects, types[0], types[1], limits, is_text=False)

    def may_refuse_values(self, old: Type, new: Type, limits: tuple[Constraints, Constraints]) -> bool:
        """Whether limits may refuse values of the old type, although the new one takes them."""
        if limits[0] == limits[1] == NO_CONSTRAINTS:
            return False
        return self._constraint_comparison(is_text=False).may_refuse_values(*limits, old, new)

    def _with_refusals(
        self, effects: TypeEffects, old: Type, new: Type, constraints: tuple[Constraints, Constraints], *, is_text: bool
    ) -> TypeEffects:
        """Return effects by the values that limits of variants refuse."""
        if not self._constraint_comparison(is_text=is_text).refuses_values(*constraints, old, new):
            return effects
        return {**effects, Direction.REQUEST: (effects[Direction.REQUEST][0], True)}

    def _with_listed_values(
        self,
        effects: TypeEffects,
        models: Mapping[str, str],
        old: Type,
        new: Type,
        constraints: tuple[Constraints, Constraints],
        *,
        is_text: bool = False,
    ) -> TypeEffects:
        """Return effects on the wire by the values that constraints list, if they list any."""
        values = [list_values(of, each, is_text=is_text) for of, each in zip((old, new), constraints)]
        if values == [old, new]:
            return effects
        sent = self._effects(models, values[0], values[1], is_text=is_text)
        received = self._effects(models, old, values[1], is_text=is_text)  # decodes any value
        wire = {Direction.REQUEST: sent, Direction.RESPONSE: received}
        return {each: (types, wire.get(each, effects)[each][1]) for each, (types, _) in effects.items()}

    def _effects(
        self,
        models: Mapping[str, str],
        old: Type,
        new: Type,
        *,
        is_text: bool = False,
        is_argument: bool = True,
    ) -> TypeEffects:
        before = ScopedType(old, self.old.models, self.old.closed_enums)
        after = ScopedType(new, self.new.models, self.new.closed_enums)
        effects: dict[Direction, tuple[bool, bool]] = {}
        for direction in Direction:
            sent = direction is Direction.REQUEST
            rules = Assignability(models=models, sent=sent, is_text=is_text, is_argument=is_argument)
            effects[direction] = (
                not rules.is_type_assignable(before, after),
                not rules.is_wire_compatible(before, after),
            )
        return effects

    def compare_types(
        self,
        context: ChangeContext,
        old: Type,
        new: Type,
        *,
        required: bool = True,
        is_text: bool = False,
        in_form: bool = False,
        is_form: bool = False,
        is_argument: bool = True,
        is_seen: bool = True,
        constraints: tuple[Constraints, Constraints] = (NO_CONSTRAINTS, NO_CONSTRAINTS),
    ) -> None:
        """Compare two types of one part. `required` says whether a field had to be present.

        `in_form`: it may be a part of a form with files. Everywhere else, a string with a media type is a string.
        `is_form`: it is a field of a form, which is written as text, and left out if it is null. `is_seen`: callers see
        the type by itself.
        """
        if self.is_same_type(old, new):
            return
        before, after = (format_type(of, in_form=in_form) for of in (old, new))
        if is_seen and self.is_same_type(without_null(old), without_null(new)):
            if _is_nullable(new):
                # The old client reads null of an optional field as None, as if it were absent; so does its type, unless
                # the model is sent, too.
                compared = {Direction.RESPONSE: (required or Direction.REQUEST in context.directions, required)}
                self.add("became-nullable", context, "became nullable", before=before, after=after, compared=compared)
            else:
                compared = {Direction.REQUEST: (True, not is_form)}
                sentence = "is no longer nullable"
                self.add("became-not-nullable", context, sentence, before=before, after=after, compared=compared)
            return
        described = [format_type(described_type(of)) for of in (old, new)]
        if before == after and described[0] == described[1] and not in_form:
            self.add("constraint-changed", context, "changed the media type or format of its text")
            return
        effects = dict(
            self.type_effects(
                old, new, is_text=is_text, in_form=in_form, is_argument=is_argument, constraints=constraints
            )
        )
        if is_form:
            sent = without_null(old)
            texts = self.type_effects(sent, new, is_text=True, in_form=in_form, constraints=constraints)
            effects[Direction.REQUEST] = effects[Direction.REQUEST][0], texts[Direction.REQUEST][1]
        if not is_seen:
            effects = {each: (False, wire_breaks) for each, (_, wire_breaks) in effects.items()}
        sentence = "changed its type from {} to {}"
        if before == after and described[0] != described[1]:
            before, after = described
            sentence = "changed what it lists from {} to {}, with the same type in Python"
        self.add("type-changed", context, sentence, before, after, before=before, after=after, compared=effects)

    # --- what many parts have

    def compare_docs(self, context: ChangeContext, old: Docs, new: Docs) -> None:
        """Compare descriptions and `deprecated`."""
        if old == new:
            return
        context = context.of_client
        if new.deprecated and not old.deprecated:
            self.add("deprecated", context, "is now deprecated")
        elif old.deprecated and not new.deprecated:
            self.add("no-longer-deprecated", context, "is no longer deprecated")
        before, after = _prose(old), _prose(new)
        if before != after:
            verb = "changed" if before and after else "gained" if after else "lost"
            self.add("docs-changed", context, f"{verb} its description", before=before, after=after)
        self.report_unhandled_fields(context, old, new)

    def compare_spelling(self, context: ChangeContext, old: str, new: str) -> None:
        """Report two different texts that mean the same, since the generated code has them."""
        if old != new:
            sentence = "is now spelled {} instead of {}, with the same meaning"
            self.add("spelling-changed", context.of_client, sentence, new, old, before=old, after=new)

    def compare_required(
        self,
        context: ChangeContext,
        old: bool,
        new: bool,
        *,
        compared: TypeEffects = {Direction.REQUEST: (True, True), Direction.RESPONSE: (False, False)},
        eased: TypeEffects = {Direction.RESPONSE: (True, True)},
    ) -> None:
        """Compare whether a part must be present: `compared` breaks if it must be, and `eased` if it must no longer."""
        if new and not old:
            sentence, texts = "became required", ("optional", "required")
            self.add("became-required", context, sentence, before=texts[0], after=texts[1], compared=compared)
        elif old and not new:
            self.add("became-optional", context, "became optional", before="required", after="optional", compared=eased)

    def compare_constraints(
        self,
        context: ChangeContext,
        old: Constraints,
        new: Constraints,
        old_type: Type,
        new_type: Type,
        *,
        is_text: bool = False,
    ) -> None:
        """Compare the constraints of values of two types, and those of their items and map values."""
        sides = self._model_constraints(old_type, self.old), self._model_constraints(new_type, self.new)
        if (old, new) != sides:  # else it is an inline schema, whose model is compared
            self._report_constraints(context, old, new, old_type, new_type, is_text=is_text)

    def compare_model_constraints(self, context: ChangeContext, old: Model, new: Model) -> None:
        """Compare the constraints of two models."""
        limits = model_constraints(old, new), model_constraints(new, old)
        self._report_constraints(context, *limits, constrained_type(old), constrained_type(new))

    def _report_constraints(
        self,
        context: ChangeContext,
        old: Constraints,
        new: Constraints,
        old_type: Type,
        new_type: Type,
        *,
        is_text: bool = False,
    ) -> None:
        if old is NO_CONSTRAINTS and new is NO_CONSTRAINTS and self.is_same_type(old_type, new_type):  # which is most
            return
        for change in self._constraint_comparison(is_text=is_text).changes(old, new, old_type, new_type):
            verb = "changed" if change.before and change.after else "gained" if change.after else "lost"
            values = [each for each in (change.before, change.after) if each]
            is_default = change.keyword == "default"
            self.add(
                "default-changed" if is_default else f"constraint-{change.trend}",
                context,
                f"{verb} {change.subject} {'from {} to {}' if len(values) == 2 else '{}'}",
                *values,
                before=change.before if is_default or not change.before else f"{change.keyword}: {change.before}",
                after=change.after if is_default or not change.after else f"{change.keyword}: {change.after}",
            )

    def _constraint_comparison(self, *, is_text: bool) -> ConstraintComparison:
        return ConstraintComparison(
            old=self.old.models, new=self.new.models, is_same_type=self.is_same_type, is_text=is_text
        )

    @staticmethod
    def _model_constraints(of: Type, side: ModelDirections) -> Constraints | None:
        """The constraints of the model that a type consists of, beside null."""
        of = without_null(of)
        model = side.models[of.name] if isinstance(of, ModelRef) else None
        return None if model is None else model.constraints

    def report_unhandled_fields(self, context: ChangeContext, old: object, new: object) -> None:
        """Report fields of the IR that no rule covers, so that no difference is skipped silently."""
        if type(old) is not type(new):
            return
        for name in self._unhandled_fields(type(old)):
            before, after = getattr(old, name), getattr(new, name)
            if before != after:
                self.add(
                    "changed",
                    context.of_client,
                    "changed its {}",
                    name,
                    before=format_value(before),
                    after=format_value(after),
                )

    def _unhandled_fields(self, kind: type) -> tuple[str, ...]:
        names = self._unhandled.get(kind)
        if names is None:
            covered = {name for base in kind.__mro__ for name in COMPARED_FIELDS.get(base, ())}
            names = tuple(each.name for each in fields(kind) if each.name not in covered) if is_dataclass(kind) else ()
            self._unhandled[kind] = names
        return names


def _prose(docs: Docs) -> str:
    return "\n\n".join(part for part in (docs.summary, docs.description) if part)


def _is_nullable(of: Type) -> bool:
    return of is Scalar.NONE or isinstance(of, Union) and Scalar.NONE in of.variants
