"""Two descriptions, each as an Api, and all that differs between them: a pure function of two values."""

from __future__ import annotations

from collections.abc import Sequence

from generator.diff.found import CLIENT, RESPONSE, About, Found, client
from generator.diff.models import compare_models
from generator.diff.operations import compare_operations, compare_security
from generator.diff.pairs import matched, pair
from generator.diff.reach import Reach
from generator.diff.spell import spelled, text
from generator.diff.values import Change, Diff, Spot
from generator.model.api import Api, Event, SecurityScheme


def compare(old: Api, new: Api) -> Diff:
    """What becomes of callers of the client of `old` when it is made of `new`, the worst first.

    `new` is to be built with the names that `old` gives (`Api.names`), as the lock gives them to a client.
    """
    sides = Reach(old), Reach(new)
    found = Found(*sides, pair(*sides))
    _api(found, old, new)
    compare_operations(found, old, new)
    compare_models(found)
    _events(found, old.events, new.events)
    return Diff(title=new.title, changes=tuple(sorted(found.changes, key=_order)))


def _order(change: Change) -> tuple[int, bool, str, str, str, str]:
    # What is called stands before what is passed.
    return (
        change.level.rank,
        not change.subject.startswith("client."),
        change.subject,
        change.code,
        change.sentence,
        change.after,
    )


def _api(found: Found, old: Api, new: Api) -> None:
    whole = _document("client", "the API", "info")
    if old.title != new.title:
        found.add("title-changed", whole, "has another title", before=old.title, after=new.title)
    found.docs(whole, old.docs, new.docs)
    compare_security(found, _document("client", "security", "security"), old.security, new.security)
    _servers(found, old.servers, new.servers)
    _schemes(found, old.schemes, new.schemes)
    found.rest(whole, old, new)


def _document(subject: str, wire: str, *part: str, old: bool = True, new: bool = True) -> About:
    spot = Spot(owner=None, part=part)
    return About(
        subject=subject,
        wire=wire,
        directions=CLIENT,
        old=spot if old else None,
        new=spot if new else None,
    )


def _servers(found: Found, old: Sequence[object], new: Sequence[object]) -> None:
    about = _document("client", "servers", "servers")
    for server in old:
        if server not in new:
            found.add("server-removed", about, f"has no server {text(server)} any more", before=text(server))
    for server in new:
        if server not in old:
            found.add("server-added", about, f"has the server {text(server)}", after=text(server))
    if old and new and old[0] != new[0]:
        before, after = text(old[0]), text(new[0])
        found.add("server-default-changed", about, "has another default `base_url`", before=before, after=after)


def _schemes(found: Found, old: Sequence[SecurityScheme], new: Sequence[SecurityScheme]) -> None:
    pairs = matched(old, new, lambda one: one.name.wire)
    before, after = {id(one) for one, _ in pairs}, {id(one) for _, one in pairs}
    for one in old:
        if id(one) not in before:
            found.add("scheme-removed", _scheme(one, new=False), "is gone", before=_travels(one))
    for one in new:
        if id(one) not in after:
            found.add("scheme-added", _scheme(one, old=False), "is new", after=_travels(one))
    for one, other in pairs:
        about = _scheme(one)
        if one.name.python != other.name.python:
            names = (one.name.python, other.name.python)
            found.add("scheme-renamed", about, f"is now `{names[1]}`", before=names[0], after=names[1])
        if one.kind != other.kind:
            found.add("scheme-kind-changed", about, "is of another kind", before=_travels(one), after=_travels(other))
        elif _travels(one) != _travels(other):
            found.add("scheme-changed", about, "travels in another way", before=_travels(one), after=_travels(other))
        if one.env != other.env:
            found.add("env-changed", about, f"is read from {other.env} now", before=one.env, after=other.env)
        found.docs(about, one.docs, other.docs)
        found.rest(about, one, other)


def _scheme(one: SecurityScheme, *, old: bool = True, new: bool = True) -> About:
    part = ("components", "securitySchemes", one.name.wire)
    return _document(f"Client({one.name.python}=)", f"security scheme {one.name.wire}", *part, old=old, new=new)


def _travels(one: SecurityScheme) -> str:
    where = f" in {one.location} {one.key}" if one.key else ""
    return f"{one.kind}{where}{f' {one.scheme}' if one.scheme else ''}"


def _events(found: Found, old: Sequence[Event], new: Sequence[Event]) -> None:
    pairs = matched(old, new, lambda one: one.name.wire, lambda one: one.name.python)
    before, after = {id(one) for one, _ in pairs}, {id(one) for _, one in pairs}
    for one in old:
        if id(one) not in before:
            found.add("event-removed", _event(one, old=one), "is gone", before=spelled(one.type))
    for one in new:
        if id(one) not in after:
            found.add("event-added", _event(one, new=one), "is new", after=spelled(one.type))
    for one, other in pairs:
        about = _event(one, old=one, new=other)
        if one.name.python != other.name.python:
            names = (f"webhooks.{one.name.python}", f"webhooks.{other.name.python}")
            found.add("event-renamed", client(about), f"is now `{names[1]}`", before=names[0], after=names[1])
        found.type(about, one.type, other.type)
        found.docs(about, one.docs, other.docs)
        found.rest(about, one, other)


def _event(one: Event, *, old: Event | None = None, new: Event | None = None) -> About:
    name = f"webhooks.{one.name.python}"
    return About(
        subject=name,
        wire=f"webhook {one.name.wire}",
        directions=CLIENT if old is None or new is None else RESPONSE,
        old=Spot(owner=old.origin) if old else None,
        new=Spot(owner=new.origin) if new else None,
        calls=(name,),
    )
