"""Compares operations: how they are called, what they take and what they bring."""

from __future__ import annotations

from dataclasses import replace

from generator.diff.found import CLIENT, REQUEST, RESPONSE, About, Found, client
from generator.diff.pairs import Placed, matched, placed, replaced, template
from generator.diff.reach import call
from generator.diff.spell import spelled, text
from generator.diff.values import Direction, Spot
from generator.model.api import Api, Body, Location, Operation, Parameter, Response, Type, Union

Alternatives = tuple[tuple[str, ...], ...]


def compare_operations(found: Found, old: Api, new: Api) -> None:
    """All operations: those that are matched with each other, those that are gone and those that are new."""
    pairs = found.pairs.operations
    before, after = {id(one.operation) for one, _ in pairs}, {id(one.operation) for _, one in pairs}
    moved = _moved_resources(found, old, new)
    for one in placed(old):
        if id(one.operation) not in before:
            about = _whole(one, old=True)
            found.add("operation-removed", about, "is gone", before=one.operation.name.wire)
    for one in placed(new):
        if id(one.operation) not in after:
            about = _whole(one, old=False)
            found.add("operation-added", about, "is new", after=one.operation.name.wire)
    for one, other in pairs:
        _Compared(found, one, other, (old.security, new.security)).operation(moved)


def _whole(one: Placed, *, old: bool) -> About:
    name = call(one.resource, one.operation)
    spot = Spot(owner=one.operation.origin)
    return About(
        subject=name,
        wire=one.operation.name.wire,
        directions=CLIENT,
        old=spot if old else None,
        new=None if old else spot,
        calls=(name,),
    )


def _moved_resources(found: Found, old: Api, new: Api) -> dict[str, str]:
    """Resources of which all that is left is in a new one: they are told once, and not for each operation."""
    before = {each.name.python for each in old.resources}
    after = {each.name.python: each for each in new.resources}
    goals: dict[str, dict[str, None]] = {}
    for one, other in found.pairs.operations:
        goals.setdefault(one.resource.name.python, {})[other.resource.name.python] = None
    moved: dict[str, str] = {}
    for resource in old.resources:
        name = resource.name.python
        now = list(goals.get(name, ()))
        if name not in after and len(now) == 1 and now[0] not in before:
            moved[name] = now[0]
            about = About(
                subject=f"client.{name}",
                wire=f"tag {resource.name.wire}" if resource.name.wire else resource.docs.summary,
                directions=CLIENT,
                old=Spot(owner=None, part=("tags", resource.name.wire)),
                new=Spot(owner=None, part=("tags", after[now[0]].name.wire)),
                calls=tuple(call(resource, operation) for operation in resource.operations),
            )
            found.add("resource-renamed", about, f"is now `client.{now[0]}`", before=name, after=now[0])
    for resource in old.resources:
        name = moved.get(resource.name.python, resource.name.python)
        if name in after:
            about = About(
                subject=f"client.{name}",
                wire=f"tag {resource.name.wire}",
                directions=CLIENT,
                old=Spot(owner=None, part=("tags", resource.name.wire)),
                new=Spot(owner=None, part=("tags", after[name].name.wire)),
            )
            if resource.name.wire and after[name].name.wire:  # else the words are ours
                found.docs(about, resource.docs, after[name].docs)
            found.rest(about, resource, after[name])
    return moved


class _Compared:
    """Two operations that are one."""

    def __init__(self, found: Found, old: Placed, new: Placed, securities: tuple[Alternatives, Alternatives]) -> None:
        self.found = found
        self.one, self.other = old, new
        self.old, self.new = old.operation, new.operation
        self.call = call(old.resource, old.operation)
        self.securities = securities

    def about(
        self,
        detail: str = "",
        wire: str = "",
        part: tuple[str, ...] = (),
        directions: tuple[Direction, ...] = REQUEST,
        *,
        old: bool = True,
        new: bool = True,
    ) -> About:
        return About(
            subject=f"{self.call}{detail}",
            wire=f"{self.old.name.wire}{f', {wire}' if wire else ''}",
            directions=directions,
            old=Spot(owner=self.old.origin, part=part) if old else None,
            new=Spot(owner=self.new.origin, part=part) if new else None,
            calls=(self.call,),
        )

    def operation(self, moved: dict[str, str]) -> None:
        found, old, new = self.found, self.old, self.new
        whole = self.about(directions=CLIENT)
        resource = self.one.resource.name.python
        expected = f"client.{moved.get(resource, resource)}.{old.name.python}"
        now = call(self.other.resource, new)
        if now != expected:
            found.add("operation-renamed", whole, f"is now `{now}`", before=self.call, after=now)
        if (old.method, template(old.path)) != (new.method, template(new.path)):
            before, after = f"{old.method} {old.path}", f"{new.method} {new.path}"
            found.add("operation-moved", whole, f"is at {after} now", before=before, after=after)
        if old.id != new.id and now == expected:
            what = "has another operationId; the name in Python stays"
            found.add("operation-id-changed", whole, what, before=old.id or "", after=new.id or "")
        if old.server != new.server:
            before, after = (each.url if each else "the client's" for each in (old.server, new.server))
            found.add("operation-server-changed", whole, "is at another server", before=before, after=after)
        if old.idempotency_key != new.idempotency_key:
            before, after = old.idempotency_key, new.idempotency_key
            what = "is known again by another header" if after else "is not known again if it is repeated"
            found.add("idempotency-changed", whole, what, before=before, after=after)
        found.docs(whole, old.docs, new.docs)
        self.security()
        self.parameters()
        self.body(old.body, new.body)
        self.responses()
        self.pagination()
        found.rest(whole, old, new)

    # --- requests

    def security(self) -> None:
        # What holds for the whole API is told once, there.
        if self.old.security is None and self.new.security is None:
            return
        before = self.securities[0] if self.old.security is None else self.old.security
        after = self.securities[1] if self.new.security is None else self.new.security
        compare_security(self.found, self.about(part=("security",), directions=CLIENT), before, after)

    def parameters(self) -> None:
        variables = ({}, {}) if self.old.path == self.new.path else (_variables(self.old), _variables(self.new))
        pairs = matched(
            self.old.parameters,
            self.new.parameters,
            lambda one: (one.location, one.name.wire),
            lambda one: variables[0].get(one.name.wire) or variables[1].get(one.name.wire),
            lambda one: None if one.location is Location.PATH else one.name.wire,
        )
        before, after = {id(one) for one, _ in pairs}, {id(one) for _, one in pairs}
        pairs += replaced(
            [one for one in self.old.parameters if id(one) not in before and one.location is not Location.PATH],
            [one for one in self.new.parameters if id(one) not in after and one.location is not Location.PATH],
            lambda one, other: one.location is other.location and self.found.same(one.type, other.type),
        )
        before, after = {id(one) for one, _ in pairs}, {id(one) for _, one in pairs}
        for one in self.old.parameters:
            if id(one) not in before:
                self.found.add("parameter-removed", self.argument(one, new=False), "is gone", before=_parameter(one))
        for one in self.new.parameters:
            if id(one) not in after:
                code = "parameter-added-required" if one.required else "parameter-added"
                what = "is new, and required" if one.required else "is new"
                self.found.add(code, self.argument(one, old=False), what, after=_parameter(one))
        for one, other in pairs:
            self.parameter(one, other)

    def argument(self, one: Parameter, *, old: bool = True, new: bool = True) -> About:
        part = ("parameters", str(one.location), one.name.wire)
        wire = f"{one.location} parameter {one.name.wire}"
        return self.about(f"({one.name.python}=)", wire, part, old=old, new=new)

    def parameter(self, old: Parameter, new: Parameter) -> None:
        found, about = self.found, self.argument(old)
        about = replace(about, new=self.argument(new).new)
        renamed = old.name.python != new.name.python
        if old.name.wire != new.name.wire and old.location is not Location.PATH:
            before, after = old.name.wire, new.name.wire
            what = f"is now `{new.name.python}`" if renamed else f"is called `{after}` on the wire"
            compared = {Direction.REQUEST: (renamed, True)}
            found.add("parameter-wire-renamed", about, what, before=before, after=after, compared=compared)
        elif renamed:
            before, after = old.name.python, new.name.python
            found.add("parameter-renamed", about, f"is now `{after}`", before=before, after=after)
        if old.location != new.location:
            before, after = str(old.location), str(new.location)
            found.add("parameter-moved", about, f"is in {after} now, not in {before}", before=before, after=after)
        elif _written(old) != _written(new):
            before, after = _written(old), _written(new)
            found.add("parameter-serialized", about, "is written in another way", before=before, after=after)
        if (new.name.wire == self.new.idempotency_key) == (old.name.wire == self.old.idempotency_key):
            found.required(about, old.required, new.required)
        found.type(about, old.type, new.type, is_text=old.content is None)
        found.facts(about, old.facts, new.facts)
        found.docs(about, old.docs, new.docs)
        found.rest(about, old, new)

    def body(self, old: Body | None, new: Body | None) -> None:
        found, about = self.found, self.about("", "body", ("requestBody",))
        if old is None or new is None:
            if new is not None:
                code = "body-added-required" if new.required else "body-added"
                what = "takes a body, which is required" if new.required else "may take a body"
                found.add(code, replace(about, old=None), what, after=_body(new))
            elif old is not None:
                found.add("body-removed", replace(about, new=None), "takes no body any more", before=_body(old))
            return
        if _passed(old) != _passed(new):
            before, after = _passed(old), _passed(new)
            found.add("body-kind-changed", about, "takes its body in another way", before=before, after=after)
        found.required(replace(about, part="the body"), old.required, new.required)
        self.media_types(about, old, new)
        self.arguments(old, new)
        found.rest(about, old, new)

    def media_types(self, about: About, old: Body, new: Body) -> None:
        """Each media type by itself; where there is only one, it is another one of the same body."""
        found = self.found
        before = {each.media_type: each for each in (old, *old.alternatives)}
        after = {each.media_type: each for each in (new, *new.alternatives)}
        names = (old.media_type, new.media_type)
        if names[0] not in after and names[1] not in before:
            what = "takes another media type"
            found.add("body-media-type-changed", about, what, before=names[0], after=names[1])
            after[names[0]], before[names[1]] = new, old
        elif names[0] != names[1] and names[0] in after:
            compared = {Direction.REQUEST: (found.fits(old.type, new.type)[Direction.REQUEST][0], False)}
            what = f"is sent as {names[1]} by default"
            found.add("body-media-type-preferred", about, what, before=names[0], after=names[1], compared=compared)
        for name, body in before.items():
            if name not in after:
                found.add("body-media-type-removed", about, f"does not take {name} any more", before=_body(body))
            elif body.media_type == name:
                self.content(about, body, after[name])
        for name, body in after.items():
            if name not in before:
                found.add("body-media-type-added", about, f"takes {name}, too", after=_body(body))

    def content(self, about: About, old: Body, new: Body) -> None:
        found = self.found
        if old.encoding != new.encoding:
            before, after = text(old.encoding), text(new.encoding)
            found.add("body-encoding-changed", about, "writes parts in another way", before=before, after=after)
        about = replace(about, part=f"the body, {old.media_type}," if old.alternatives else "the body")
        found.type(about, old.type, new.type)
        if not old.flat and not new.flat:  # else it is the docs of the model
            found.docs(about, old.docs, new.docs)

    def arguments(self, old: Body, new: Body) -> None:
        """Names of arguments differ from those of fields where a parameter has the name already."""
        after = {each.name.wire: (each.name.python, name) for each, name in zip(new.fields, new.arguments)}
        for each, name in zip(old.fields, old.arguments):
            field, argument = after.get(each.name.wire, (each.name.python, name))
            if argument != name and field == each.name.python:
                about = self.about(f"({name}=)", f"property {each.name.wire}", ("requestBody",))
                self.found.add("parameter-renamed", about, f"is now `{argument}`", before=name, after=argument)

    # --- responses

    def responses(self) -> None:
        before = {each.status: each for each in self.old.responses}
        after = {each.status: each for each in self.new.responses}
        for status, response in before.items():
            if status not in after:
                about = self.status(status, new=False)
                self.found.add("response-removed", about, "is gone", before=_response(response))
            else:
                self.response(self.status(status), response, after[status])
        success = _success(self.old)
        for status, response in after.items():
            if status not in before:
                types = wire = False
                if response.success and response.type is not None and success is not None:
                    types, wire = self.found.fits(success, response.type)[Direction.RESPONSE]
                self.found.add(
                    "response-added",
                    self.status(status, old=False),
                    "is new",
                    after=_response(response),
                    compared={Direction.RESPONSE: (types, wire)},
                )

    def status(self, status: str, *, old: bool = True, new: bool = True) -> About:
        about = self.about("", f"response {status}", ("responses", status), RESPONSE, old=old, new=new)
        return replace(about, part=f"response {status}")

    def response(self, about: About, old: Response, new: Response) -> None:
        found = self.found
        if old.framing != new.framing and old.type is not None and new.type is not None:
            before, after = (f"stream of {each}" if each else "no stream" for each in (old.framing, new.framing))
            found.add("response-framing-changed", about, "comes in another way", before=before, after=after)
        if old.type is None and new.type is not None:
            found.add("response-body-added", about, "brings a body now", after=spelled(new.type))
        elif old.type is not None and new.type is None:
            found.add("response-body-removed", about, "brings no body any more", before=spelled(old.type))
        elif old.type is not None and new.type is not None:
            if old.media_type != new.media_type:
                before, after = old.media_type or "", new.media_type or ""
                what = "brings another media type"
                found.add("response-media-type-changed", about, what, before=before, after=after)
            found.type(about, old.type, new.type)
        self.events(about, old, new)
        for name in old.headers:
            if name not in new.headers:
                found.add("response-header-removed", about, f"brings no header `{name}` any more", before=name)
        for name in new.headers:
            if name not in old.headers:
                found.add("response-header-added", about, f"brings the header `{name}`", after=name)
        found.docs(about, old.docs, new.docs)
        found.rest(about, old, new)

    def events(self, about: About, old: Response, new: Response) -> None:
        """What comes by which name; what may come at all is the type of the items."""
        before, after = dict(old.events), dict(new.events)
        same = [name for name in before if name in after and self.found.same(before[name], after[name])]
        if len(same) == len(before) == len(after):
            return
        broken = [self.found.fits(before[name], after[name])[Direction.RESPONSE] for name in before if name in after]
        compared = (any(types for types, _ in broken), any(wire for _, wire in broken))
        self.found.add(
            "response-events-changed",
            about,
            "has other events",
            before=text(old.events),
            after=text(new.events),
            compared={Direction.RESPONSE: compared},
        )

    def pagination(self) -> None:
        found, old, new = self.found, self.old.pagination, self.new.pagination
        about = self.about(directions=RESPONSE)
        if old is None and new is not None:
            found.add("pagination-added", client(about), "returns pages now", after=text(new))
        elif old is not None and new is None:
            found.add("pagination-removed", client(about), "returns no pages any more", before=text(old))
        elif old is not None and new is not None:
            item = not found.same(old.item, new.item)
            if item or replace(old, item=new.item) != new:
                compared = found.fits(old.item, new.item) if item else {Direction.RESPONSE: (False, False)}
                before, after = text(old), text(new)
                found.add("pagination-changed", about, "has other pages", before=before, after=after, compared=compared)


def compare_security(found: Found, about: About, old: Alternatives, new: Alternatives) -> None:
    """Compare which schemes are enough; none at all is an empty alternative."""
    befores, afters = old or ((),), new or ((),)
    before, after = _schemes(old), _schemes(new)
    # Who sends more than is needed is not turned away.
    gone = [one for one in befores if not any(set(other) <= set(one) for other in afters)]
    come = [one for one in afters if one not in befores]
    if gone:
        what = f"does not accept {_schemes(tuple(gone))} any more" if any(gone) else "needs credentials now"
        found.add("security-removed", about, what, before=before, after=after)
    elif come:
        found.add("security-added", about, f"accepts {_schemes(tuple(come))} now", before=before, after=after)


def _schemes(alternatives: Alternatives) -> str:
    return " or ".join(map(_scheme, alternatives or ((),)))


def _scheme(alternative: tuple[str, ...]) -> str:
    return " and ".join(alternative) or "no credentials"


def _variables(operation: Operation) -> dict[str, tuple[str, str]]:
    """The variables of a path by their names, with what they are matched by when names differ: their position."""
    names = [segment.partition("}")[0] for segment in operation.path.split("{")[1:]]
    return {name: ("path", str(position)) for position, name in enumerate(names)}


def _written(one: Parameter) -> str:
    several = ", of several segments" if one.segments else ""
    reserved = ", reserved characters as they are" if one.allow_reserved else ""
    return f"{one.content or one.style}{', exploded' if one.explode and not one.content else ''}{reserved}{several}"


def _passed(body: Body) -> str:
    return "one argument for each property" if body.flat else "body="


def _parameter(one: Parameter) -> str:
    return f"{one.name.python}: {spelled(one.type)}{'' if one.required else ', optional'}"


def _body(body: Body) -> str:
    return f"{body.media_type}: {spelled(body.type)}"


def _response(response: Response) -> str:
    return f"{response.status}: {spelled(response.type)}"


def _success(operation: Operation) -> Type | None:
    types = [each.type for each in operation.responses if each.success and each.type is not None]
    return types[0] if len(types) == 1 else Union(tuple(dict.fromkeys(types))) if types else None
