"""Servers of the document: where operations are, and which parts of that can be chosen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import replace

from fledge.builder.docs import read_docs
from fledge.builder.names.resolve import PinnedNames, field_names
from fledge.ir import Name, Server, ServerVariable
from fledge.openapi.document import Spec
from fledge.openapi.pointer import join
from fledge.openapi.views.node import Node
from fledge.openapi.views.servers import ServerView, servers_of


def first_server(holder: Node) -> Server | None:
    """The first server of an operation. Its variables are called in Python as on the wire."""
    return next((_server(each) for each in servers_of(holder)), None)


def server_urls(holder: Node) -> tuple[str, ...]:
    """The URLs of all servers of an operation, with the defaults of their variables."""
    return tuple(dict.fromkeys(_server(each).keeping(()).url for each in servers_of(holder)))


def choose_servers(spec: Spec, used: Iterable[Server], pins: PinnedNames, taken: Collection[str]) -> tuple[Server, ...]:
    """The server that most operations use, its variables named as arguments, then the others of the description."""
    counts, stated = Counter(used), [_server(each) for each in servers_of(Node(spec, "", spec.root))]
    usual = sorted(counts, key=lambda server: (-counts[server], server not in stated[:1], server.url))[:1]
    first, *others = dict.fromkeys([*usual, *stated]) or [None]
    if first is None:
        return ()
    names = field_names(
        {each.name.wire: join("/servers/0/variables", each.name.wire) for each in first.variables},
        pins,
        taken=taken,
        suffix="variable",
    )
    variables = (
        replace(each, name=Name(wire=each.name.wire, python=names[each.name.wire])) for each in first.variables
    )
    return (replace(first, variables=tuple(variables)), *others)


def other_server(server: Server | None, servers: tuple[Server, ...]) -> Server | None:
    """The server of an operation, if it is not the client's."""
    if server is None or server.url == servers[0].url and server.keeping(()).url == servers[0].keeping(()).url:
        return None
    defaults = {variable.name.wire: variable.default for variable in servers[0].variables}
    return server.keeping([each.name.wire for each in server.variables if defaults.get(each.name.wire) == each.default])


def _server(view: ServerView) -> Server:
    return Server(
        url=view.url,
        docs=read_docs(view.raw),
        variables=tuple(
            ServerVariable(
                name=Name(wire=name, python=name),
                default=variable.default,
                docs=read_docs(variable.raw),
                values=variable.values,
            )
            for name, variable in view.variables.items()
        ),
    )
