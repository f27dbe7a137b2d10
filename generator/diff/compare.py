"""Two descriptions, each as an Api, and all that differs between them: a pure function of two values."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.diff.found import CLIENT, REQUEST, RESPONSE, About, Found, client
from generator.diff.models import compare_models
from generator.diff.operations import compare_operations, compare_security
from generator.diff.pairs import matched, pair
from generator.diff.reach import Reach
from generator.diff.spell import spelled, text
from generator.diff.values import Change, Diff, Direction, Spot
from generator.model.api import Api, Event, SecurityScheme, Server, ServerVariable


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
    if old.mutual_tls != new.mutual_tls:
        code, what = ("certificate-needed", "is") if new.mutual_tls else ("certificate-not-needed", "is no longer")
        found.add(code, _document("client", "security", "security"), f"{what} asked for a certificate")
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


def _servers(found: Found, old: Sequence[Server], new: Sequence[Server]) -> None:
    about = _document("client", "servers", "servers")
    # Where a part of a URL can be chosen now, its default is the same server.
    pairs = matched(old, new, lambda one: one.url, lambda one: one.keeping(()).url)
    before, after = {id(one) for one, _ in pairs}, {id(one) for _, one in pairs}
    gone = [one for one in old if id(one) not in before]
    come = [one for one in new if id(one) not in after]
    if len(gone) == len(come) == 1:
        urls = gone[0].url, come[0].url
        found.add("server-changed", about, f"has the server {urls[1]} now", before=urls[0], after=urls[1])
        pairs.append((gone.pop(), come.pop()))
    for server in gone:
        found.add("server-removed", about, f"has no server {server.url} any more", before=server.url)
    for server in come:
        found.add("server-added", about, f"has the server {server.url}", after=server.url)
    for one, other in pairs:
        found.docs(about, one.docs, other.docs)
        _variables(found, one.variables, other.variables)
        found.rest(about, one, other)
    if old and new and (old[0], new[0]) not in [(one, other) for one, other in pairs]:
        first = (old[0].url, new[0].url)
        found.add("server-default-changed", about, "has another default `base_url`", before=first[0], after=first[1])


def _variables(found: Found, old: Sequence[ServerVariable], new: Sequence[ServerVariable]) -> None:
    pairs = matched(old, new, lambda one: one.name.wire)
    before, after = {id(one) for one, _ in pairs}, {id(one) for _, one in pairs}
    for one in old:
        if id(one) not in before:
            found.add("server-variable-removed", _variable(one), "is gone", before=text(one.values))
    for one in new:
        if id(one) not in after:
            found.add("server-variable-added", _variable(one), "is new", after=text(one.values))
    for one, other in pairs:
        about = _variable(one)
        if one.name.python != other.name.python:
            names = (one.name.python, other.name.python)
            found.add("server-variable-renamed", about, f"is now `{names[1]}`", before=names[0], after=names[1])
        if one.default != other.default:
            about = replace(about, directions=REQUEST)
            found.add("default-changed", about, "has another default", before=one.default, after=other.default)
        for value in one.values:
            if other.values and value not in other.values:
                found.add("server-value-removed", about, f"takes no `{value}` any more", before=value)
        for value in other.values:
            if one.values and value not in one.values:
                found.add("server-value-added", about, f"takes `{value}`", after=value)
        found.docs(about, one.docs, other.docs)
        found.rest(about, one, other)


def _variable(one: ServerVariable) -> About:
    return _document(f"Client({one.name.python}=)", f"server variable {one.name.wire}", "servers")


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
        arguments = [[name.python for name in each.arguments] for each in (one, other)]
        compared = {Direction.CLIENT: (any(name not in arguments[1] for name in arguments[0]), one.kind != other.kind)}
        if one.kind != other.kind:
            travels = (_travels(one), _travels(other))
            what = "is of another kind"
            found.add("scheme-kind-changed", about, what, before=travels[0], after=travels[1], compared=compared)
        elif _travels(one) != _travels(other):
            found.add("scheme-changed", about, "travels in another way", before=_travels(one), after=_travels(other))
        if one.kind == other.kind and one.name == other.name and arguments[0] != arguments[1]:
            found.add(
                "scheme-arguments-changed",
                about,
                "takes other arguments",
                before=", ".join(arguments[0]),
                after=", ".join(arguments[1]),
                compared=compared,
            )
        for scope in other.scopes:
            if scope not in one.scopes:
                found.add("scope-added", about, f"requires the scope `{scope}`", after=scope)
        for scope in one.scopes:
            if scope not in other.scopes:
                found.add("scope-removed", about, f"does not require the scope `{scope}` any more", before=scope)
        if one.env != other.env:
            found.add("env-changed", about, f"is read from {other.env} now", before=one.env, after=other.env)
        found.docs(about, one.docs, other.docs)
        found.rest(about, one, other)


def _scheme(one: SecurityScheme, *, old: bool = True, new: bool = True) -> About:
    part = ("components", "securitySchemes", one.name.wire)
    return _document(f"Client({one.name.python}=)", f"security scheme {one.name.wire}", *part, old=old, new=new)


def _travels(one: SecurityScheme) -> str:
    where = f" in {one.location} {one.key}" if one.key else ""
    urls = ", ".join(f"{grant} at {url}" for grant, url in one.token_urls)
    return f"{one.kind}{where}{f' {one.scheme}' if one.scheme else ''}{f', {urls}' if urls else ''}"


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
