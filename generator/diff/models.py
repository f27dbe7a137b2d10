"""Compares models: their fields, values and members."""

from __future__ import annotations

from dataclasses import replace

from generator.diagnostics import Origin
from generator.diff.found import CLIENT, About, Found, client
from generator.diff.pairs import replaced
from generator.diff.reach import Reach
from generator.diff.spell import spelled, text
from generator.diff.values import Direction, Spot
from generator.model.api import AliasModel, Const, EnumModel, Field, Model, ObjectModel, Type, UnionModel


def compare_models(found: Found) -> None:
    """All models: those that are matched with each other, those that are gone and those that are new."""
    same = found.pairs.models
    come = set(same.values())
    calls = found.pairs.calls
    for name, model in found.old.models.items():
        if name in same:
            _Compared(found, model, found.new.models[same[name]]).model()
            continue
        about = _whole(found.old, model, old=model.origin)
        if about.calls and not any(call in calls for call in about.calls):
            found.add("model-removed-with-calls", about, "is gone with all calls that used it")
        else:
            found.add("model-removed", about, f"is gone ({_kind(model)})", before=_kind(model))
    for name, model in found.new.models.items():
        if name in come:
            continue
        about = _whole(found.new, model, new=model.origin)
        if about.calls and not any(call in calls.values() for call in about.calls):
            found.add("model-added-with-calls", about, "is new with the calls that use it")
        else:
            found.add("model-added", about, f"is new ({_kind(model)})", after=_kind(model))


def _whole(side: Reach, model: Model, *, old: Origin | None = None, new: Origin | None = None) -> About:
    return About(
        subject=model.name.python,
        wire=f"schema {model.name.wire}",
        directions=CLIENT,
        old=Spot(owner=old) if old else None,
        new=Spot(owner=new) if new else None,
        calls=side.calls(model.name.python),
    )


def _kind(model: Model) -> str:
    match model:
        case ObjectModel():
            return "object"
        case EnumModel():
            return "enum"
        case AliasModel():
            return "alias"
        case UnionModel():
            return "union"


def _article(kind: str) -> str:
    return f"{'an' if kind[0] in 'aeo' else 'a'} {kind}"


class _Compared:
    """Two models that are one."""

    def __init__(self, found: Found, old: Model, new: Model) -> None:
        self.found = found
        self.old = old
        self.new = new
        # Who never sent or received a model is not broken by what it is in that direction.
        self.directions = found.old.directions(old.name.python)
        self.calls = found.old.calls(old.name.python)

    def about(self, name: str = "", wire: str = "", *part: str, old: bool = True, new: bool = True) -> About:
        return About(
            subject=f"{self.old.name.python}.{name}" if name else self.old.name.python,
            wire=wire or f"schema {self.old.name.wire}",
            directions=self.directions,
            old=Spot(owner=self.old.origin, part=part) if old else None,
            new=Spot(owner=self.new.origin, part=part) if new else None,
            calls=self.calls,
        )

    def model(self) -> None:
        found, old, new = self.found, self.old, self.new
        before, after = old.name.python, new.name.python
        if before != after:
            found.add("model-renamed", client(self.about()), f"is now `{after}`", before=before, after=after)
        found.docs(self.about(), old.docs, new.docs)
        match old, new:
            case ObjectModel(), ObjectModel():
                self.object(old, new)
            case EnumModel(), EnumModel():
                self.enum(old, new)
            case AliasModel(), AliasModel():
                found.type(self.about(), old.type, new.type)
            case UnionModel(), UnionModel():
                self.union(old, new)
            case _:
                self.kind(old, new)
        found.rest(self.about(), old, new)

    def kind(self, old: Model, new: Model) -> None:
        """Two kinds have nothing in common but what their values are."""
        found = self.found
        fits = found.apart(old, new)
        found.add(
            "model-kind-changed",
            self.about(),
            f"is {_article(_kind(new))} now, not {_article(_kind(old))}",
            before=_shown(old),
            after=_shown(new),
            compared=fits,
        )

    # --- objects

    def object(self, old: ObjectModel, new: ObjectModel) -> None:
        before = {each.name.wire: each for each in old.fields}
        after = {each.name.wire: each for each in new.fields}
        for one, other in replaced(
            [each for wire, each in before.items() if wire not in after],
            [each for wire, each in after.items() if wire not in before],
            lambda one, other: self.found.same(one.type, other.type),
        ):
            self.replaced(one, other)
            del before[one.name.wire], after[other.name.wire]
        for wire, each in before.items():
            if each == after.get(wire) and self.found.same(each.type, after[wire].type):
                continue  # most are, and there are tens of thousands
            about = self.about(each.name.python, f"property {wire}", "properties", wire, new=wire in after)
            if wire in after:
                self.field(about, each, after[wire])
            else:
                self.found.add(
                    "field-removed",
                    about,
                    "is gone",
                    before=_field(each),
                    compared={Direction.RESPONSE: (True, each.required)},
                )
        for wire, each in after.items():
            if wire not in before:
                about = self.about(each.name.python, f"property {wire}", "properties", wire, old=False)
                self.added(about, each)
        self.extra(old.extra, new.extra)

    def replaced(self, old: Field, new: Field) -> None:
        """A field that is another one on the wire."""
        about = self.about(old.name.python, f"property {old.name.wire}", "properties", old.name.wire)
        about = replace(about, new=self.about("", "", "properties", new.name.wire).new)
        renamed = old.name.python != new.name.python
        what = f"is now `{new.name.python}`" if renamed else f"is called `{new.name.wire}` on the wire"
        self.found.add(
            "field-wire-renamed",
            about,
            what,
            before=old.name.wire,
            after=new.name.wire,
            compared={Direction.REQUEST: (renamed, True), Direction.RESPONSE: (renamed, old.required)},
        )
        self.field(about, old, new)

    def field(self, about: About, old: Field, new: Field) -> None:
        found = self.found
        if old.name.wire == new.name.wire and old.name.python != new.name.python:
            before, after = old.name.python, new.name.python
            found.add("field-renamed", about, f"is called `{after}` in Python now", before=before, after=after)
        if new.read_only and not old.read_only and Direction.REQUEST in self.directions:
            found.add("field-now-read-only", about, "is read only now", before="", after="readOnly")
        if old.read_only and not new.read_only and Direction.REQUEST in self.directions:
            found.add("field-no-longer-read-only", about, "may be sent now", before="readOnly", after="")
        found.required(about, old.required, new.required)
        found.type(about, old.type, new.type, required=old.required)
        found.facts(about, old.facts, new.facts)
        found.docs(about, old.docs, new.docs)
        found.rest(about, old, new)

    def added(self, about: About, new: Field) -> None:
        code, what = "field-added", "is new"
        if new.required and Direction.REQUEST in self.directions and not new.read_only:
            constant = isinstance(new.type, Const)
            code = "field-added-constant" if constant else "field-added-required"
            what = "is new, and must be sent" if not constant else "is new, and is sent by itself"
        self.found.add(code, about, what, after=_field(new))

    def extra(self, old: Type | None, new: Type | None) -> None:
        if old is None and new is None or old is not None and new is not None and self.found.same(old, new):
            return
        about = self.about("extra", "further properties", "additionalProperties")
        if old is None or new is None:
            # `extra` comes or goes; what came in it is ignored where it is not known.
            gone = new is None
            compared = {Direction.REQUEST: (gone, gone), Direction.RESPONSE: (gone, False)}
            what = "are no longer declared" if gone else "are declared"
        else:
            compared, what = self.found.fits(old, new), "have another type"
        self.found.add("extra-changed", about, what, before=spelled(old), after=spelled(new), compared=compared)

    # --- enums and unions

    def enum(self, old: EnumModel, new: EnumModel) -> None:
        for value in old.values:
            if not _in(value, new.values):
                about = self.about("", "", "enum", text(value), new=True)
                self.found.add(
                    "enum-value-removed", about, f"has no value `{text(value)}` any more", before=repr(value)
                )
        for value in new.values:
            if not _in(value, old.values):
                about = self.about("", "", "enum", text(value), old=True)
                self.found.add("enum-value-added", about, f"has a further value `{text(value)}`", after=repr(value))
        if old.base != new.base:
            compared = self.found.fits(old.base, new.base)
            before, after = spelled(old.base), spelled(new.base)
            what = "has unknown values of another type"
            self.found.add("enum-base-changed", self.about(), what, before=before, after=after, compared=compared)

    def union(self, old: UnionModel, new: UnionModel) -> None:
        found = self.found
        gone = [one for one in old.members if not any(found.same(one, other) for other in new.members)]
        come = [one for one in new.members if not any(found.same(other, one) for other in old.members)]
        for member in gone:
            found.add(
                "union-member-removed", self.about(), f"is no `{spelled(member)}` any more", before=spelled(member)
            )
        for member in come:
            found.add("union-member-added", self.about(), f"may be a `{spelled(member)}`", after=spelled(member))
        before = {value: found.pairs.models.get(name, name) for value, name in old.mapping}
        after = dict(new.mapping)
        told = [value for value in before if value in after and before[value] != after[value]]
        if old.discriminator != new.discriminator or told:
            found.add(
                "union-tag-changed",
                self.about("", "", "discriminator"),
                "is told apart in another way",
                before=_tag(old.discriminator, told, before),
                after=_tag(new.discriminator, told, after),
            )


def _tag(discriminator: str | None, values: list[str], mapping: dict[str, str]) -> str:
    return ", ".join([discriminator or "by content", *(f"{value}: {mapping[value]}" for value in values)])


def _in(value: object, values: tuple[object, ...]) -> bool:
    """Whether a value is among others; True is not 1 in JSON."""
    return any(type(value) is type(other) and value == other for other in values)


def _field(each: Field) -> str:
    return f"{each.name.python}: {spelled(each.type)}{'' if each.required else ', optional'}"


def _shown(model: Model) -> str:
    match model:
        case ObjectModel():
            return "object: " + ", ".join(each.name.python for each in model.fields)
        case EnumModel():
            return "enum: " + ", ".join(text(value) for value in model.values)
        case AliasModel():
            return spelled(model.type)
        case UnionModel():
            return " | ".join(spelled(member) for member in model.members)
