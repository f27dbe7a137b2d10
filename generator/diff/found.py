"""Where changes are collected: the two sides, and what every comparison of two parts needs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass, replace

from generator.diff.bounds import Bounds
from generator.diff.fits import Fits, Known
from generator.diff.known import FIELDS
from generator.diff.pairs import Pairs
from generator.diff.reach import Reach
from generator.diff.rules import effects, level
from generator.diff.spell import normal, spelled, text
from generator.diff.values import Change, Direction, Effect, Spot
from generator.model.api import Docs, Model, ModelRef, Scalar, Type, Union

REQUEST, RESPONSE, CLIENT = (Direction.REQUEST,), (Direction.RESPONSE,), (Direction.CLIENT,)


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What a change is a change of. `directions` are empty for a model that nothing uses.

    `part` is what has no name of its own in Python, and begins what is said of it: `response 404`.
    """

    subject: str
    wire: str
    directions: tuple[Direction, ...]
    old: Spot | None
    new: Spot | None
    calls: tuple[str, ...] = ()
    part: str = ""


class Found:
    """The changes that were found, and the two sides that they were found between."""

    def __init__(self, old: Reach, new: Reach, pairs: Pairs) -> None:
        self.old = old
        self.new = new
        self.pairs = pairs
        self.changes: list[Change] = []
        self._own = {name: name for name in new.models}

    def add(
        self,
        code: str,
        about: About,
        sentence: str,
        *,
        before: str = "",
        after: str = "",
        compared: Mapping[Direction, tuple[bool, bool]] = {},
    ) -> None:
        """Add a change of which the rule says whom it breaks; `compared` is (types, wire) where only types tell."""
        ways = about.directions
        if ways == CLIENT:
            ways = tuple(Direction)  # a rule knows of which direction it is
        found = effects(code, ways or RESPONSE, dict(compared))
        if not about.directions:
            # Code may name a model that nothing uses, but the wire never sees it.
            found = tuple(Effect(direction=Direction.CLIENT, types=effect.types) for effect in found)
        self.changes.append(
            Change(
                code=code,
                level=level(code, found),
                subject=about.subject,
                wire=about.wire,
                sentence=f"{about.part} {sentence}".lstrip(),
                effects=found,
                before=before,
                after=after,
                old=about.old,
                new=about.new,
                calls=about.calls,
            )
        )

    # --- types

    def same(self, old: Type, new: Type) -> bool:
        """Whether two types are one, whatever their models are called."""
        if isinstance(old, Scalar) or isinstance(new, Scalar):
            return old is new
        return normal(old, self.pairs.models) == normal(new, self._own)

    def fits(self, old: Type, new: Type, *, is_text: bool = False) -> dict[Direction, tuple[bool, bool]]:
        """What breaks if one type becomes the other: (types, wire) in each direction; a parameter is text."""
        before, after = Known(old, self.old.models), Known(new, self.new.models)
        found: dict[Direction, tuple[bool, bool]] = {}
        for way in Direction:
            fits = Fits(same=self.pairs.models, sent=way is Direction.REQUEST, is_text=is_text)
            found[way] = (not fits.types(before, after), not fits.wire(before, after))
        return found

    def apart(self, old: Model, new: Model) -> dict[Direction, tuple[bool, bool]]:
        """The same of two kinds of model, which are not taken for one another in this."""
        same = {before: after for before, after in self.pairs.models.items() if before != old.name.python}
        before = Known(ModelRef(old.name.python), self.old.models)
        after = Known(ModelRef(new.name.python), self.new.models)
        fits = {way: Fits(same=same, sent=way is Direction.REQUEST) for way in Direction}
        return {way: (not one.types(before, after), not one.wire(before, after)) for way, one in fits.items()}

    def type(self, about: About, old: Type, new: Type, *, required: bool = True, is_text: bool = False) -> None:
        """Compare the types of one thing; of a field, `required` says whether it had to be there."""
        if self.same(old, new):
            return
        before, after = spelled(old), spelled(new)
        if self.same(_without_null(old), _without_null(new)):
            if _is_nullable(new):
                # An optional field that is null is None for the old client, as one that is absent.
                compared = {Direction.RESPONSE: (True, required)}
                self.add("now-nullable", about, "may be null now", before=before, after=after, compared=compared)
            else:
                self.add("no-longer-nullable", about, "may not be null any more", before=before, after=after)
            return
        compared = self.fits(old, new, is_text=is_text)
        self.add("type-changed", about, "has another type", before=before, after=after, compared=compared)

    # --- what many parts have

    def docs(self, about: About, old: Docs, new: Docs) -> None:
        """Compare prose, and whether something is deprecated."""
        if old == new:
            return
        about = client(about)
        if new.deprecated and not old.deprecated:
            self.add("deprecated", about, "is deprecated now")
        elif old.deprecated and not new.deprecated:
            self.add("no-longer-deprecated", about, "is no longer deprecated")
        before, after = _prose(old), _prose(new)
        if before != after:
            what = (
                "is described in other words"
                if before and after
                else "is described" if after else "has no description any more"
            )
            self.add("docs-changed", about, what, before=before, after=after)
        self.rest(about, old, new)

    def required(self, about: About, old: bool, new: bool) -> None:
        """Compare whether something must be there."""
        if new and not old:
            self.add("now-required", about, "must be there now", before="optional", after="required")
        elif old and not new:
            self.add("now-optional", about, "may be absent now", before="required", after="optional")

    def facts(self, about: About, old: tuple[str, ...], new: tuple[str, ...]) -> None:
        """Compare constraints and defaults."""
        before, after = Bounds.of(old), Bounds.of(new)
        if before.default != after.default:
            self.add("default-changed", about, "has another default", before=before.default, after=after.default)
        if before.limits != after.limits:
            tighter = not after.allows(before)
            code, what = (
                ("constraint-tightened", "allows fewer values")
                if tighter
                else ("constraint-loosened", "allows more values")
            )
            self.add(code, about, what, before="; ".join(before.limits), after="; ".join(after.limits))

    def rest(self, about: About, old: object, new: object) -> None:
        """Tell of fields of the representation that no rule speaks of, so that none is ever passed over in silence."""
        known = {name for kind in type(old).__mro__ for name in FIELDS.get(kind, ())}
        if not is_dataclass(old) or isinstance(old, type) or type(old) is not type(new):
            return
        for each in fields(old):
            before, after = getattr(old, each.name), getattr(new, each.name)
            if each.name not in known and before != after:
                self.add("changed", client(about), f"has another `{each.name}`", before=text(before), after=text(after))


def client(about: About) -> About:
    """The same, as a change of the client itself."""
    return replace(about, directions=CLIENT)


def _prose(docs: Docs) -> str:
    return "\n\n".join(part for part in (docs.summary, docs.description) if part)


def _is_nullable(of: Type) -> bool:
    return of is Scalar.NONE or isinstance(of, Union) and Scalar.NONE in of.members


def _without_null(of: Type) -> Type:
    rest = tuple(each for each in of.members if each is not Scalar.NONE) if isinstance(of, Union) else (of,)
    return rest[0] if len(rest) == 1 else Union(rest)
